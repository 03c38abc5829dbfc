"""Who had it first, by each of three clocks: when it was published, when Dateline saw it, whom the others credit.

The clocks may disagree, and none is called the true one. Pure.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import datetime
from typing import Protocol

from dateline.news.article import ArticleId
from dateline.news.coverage import ClockReading, Firsts


class InPrint(Protocol):
    """An article that carries it, or one version of a quote."""

    @property
    def article(self) -> ArticleId:
        """The article."""
        ...

    @property
    def outlet(self) -> str:
        """The id of its outlet."""
        ...

    @property
    def published_at(self) -> datetime | None:
        """When it was published, None where that is not known."""
        ...

    @property
    def first_seen_at(self) -> datetime | None:
        """When Dateline saw it first."""
        ...


def firsts(carried: Iterable[InPrint], credited: Mapping[ArticleId, Collection[str]]) -> Firsts:
    """Return who was first by each clock. `credited`: article → ids of the outlets that it names as its source.

    The outlet that most others credit is first by credit; there is none where nobody credits an outlet among them.
    """
    printed = list(carried)
    published = _earliest([(one.published_at, one) for one in printed if one.published_at is not None])
    seen = _earliest([(one.first_seen_at, one) for one in printed if one.first_seen_at is not None])
    outlets = {one.outlet for one in printed}
    credits_by: Counter[str] = Counter()
    by_article = {one.article: one.outlet for one in printed}
    for article, outlet in by_article.items():
        credits_by.update(other for other in set(credited.get(article, ())) if other in outlets and other != outlet)
    if not credits_by:
        return Firsts(published, seen, None)
    most = max(credits_by.values())
    earliest = _earliest(
        [
            (one.published_at or one.first_seen_at, one)
            for one in printed
            if credits_by[one.outlet] == most and (one.published_at or one.first_seen_at) is not None
        ]
    )
    n_others = sum(outlet != (earliest.outlet if earliest else "") for outlet in by_article.values())
    return Firsts(published, seen, earliest, most, n_others)


def _earliest(readings: Sequence[tuple[datetime | None, InPrint]]) -> ClockReading | None:
    known = [(at, one) for at, one in readings if at is not None]
    if not known:
        return None
    at, one = min(known, key=lambda reading: (reading[0], reading[1].article))
    return ClockReading(one.article, one.outlet, at)
