"""Articles on the same event: what an article is about as weighed features, and which story a new one joins. Pure.

Features mean the same in every language: lexicon entities, figures, notions of the headline, who is credited when, the
statements quoted; the headline's own words tie articles in one language. Whoever keeps them looks up the candidates by
shared features in a window of time, so that a new article costs what its own features cost, whatever the library holds.
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from dateline.comparison.alignment import is_content
from dateline.comparison.translation import notions, numbers_in
from dateline.news.article import ArticleId
from dateline.news.coverage import Feature, StatementId, StoryId
from dateline.news.finding import Document, Field, Findings
from dateline.text.script import fold, has_han
from dateline.text.shingles import number_of, words_of

#: An article may tell the same event so many days before or after another.
WINDOW_DAYS = 6
#: Features looked up and kept of one article, the heaviest.
MOST_FEATURES = 28
#: From here on two articles tell the same event.
SAME_EVENT = 0.3
#: They must share so much, however short both are.
LEAST_SHARED = 3.0

#: How much of a text is read for what it is about: an article says it at its beginning. Figures are sought in it all.
LEAD = 2_000
_OPENING = 600
_ENTITY_IN_TITLE = 1.4
_ENTITY_IN_LEAD = 0.8
_TITLE_WORD = 1.0
_TITLE_PAIR = 0.4
_NOTION = 0.35
_FIGURE = 0.9
_CREDIT = 1.6
_STATEMENT = 1.8
_LONGEST_STEM = 6
_HAN_RUN = re.compile("[\u3400-\u9fff]+")
_NONE_IS_COMMON: Mapping[int, float] = {}


class Neighbour(NamedTuple):
    """An article that shares features, its features, and its story (None: none yet)."""

    article: ArticleId
    features: Mapping[int, float]
    story: StoryId | None


class StoryPlace(NamedTuple):
    """The story an article joins, and the articles that join it only now."""

    story: StoryId
    joining: tuple[ArticleId, ...]


def features(document: Document, findings: Findings, statements: Iterable[StatementId] = ()) -> tuple[Feature, ...]:
    """Return what an article is about, heaviest first."""
    weights: dict[str, float] = {}

    def add(name: str, weight: float) -> None:
        weights[name] = max(weight, weights.get(name, 0.0))

    outlets = {credit.outlet for credit in findings.credits}
    for mention in findings.mentions:
        if mention.entity in outlets:
            continue
        if mention.field is Field.TITLE:
            add(f"entity:{mention.entity}", _ENTITY_IN_TITLE)
        elif mention.span.start < _OPENING:
            add(f"entity:{mention.entity}", _ENTITY_IN_LEAD)
    title = fold(document.title)
    for word in words_of(title):
        if is_content(word) and not has_han(word) and len(word) > 2:
            add(f"word:{_stem(word)}", _TITLE_WORD)
    for run in _HAN_RUN.findall(title):
        for at in range(len(run) - 1):
            if is_content(run[at]) or is_content(run[at + 1]):
                add(f"word:{run[at : at + 2]}", _TITLE_PAIR)
    for notion in notions(document.title).known:
        add(f"notion:{notion}", _NOTION)
    for number in numbers_in(fold(f"{document.title}\n{document.text[:LEAD]}".casefold())):
        if number >= 20 and not (number.is_integer() and 1900 <= number <= 2100):
            add(f"figure:{number:.4g}", _FIGURE)
    for credit in findings.credits:
        if credit.date is not None:
            add(f"print:{credit.outlet}:{credit.date.isoformat()}", _CREDIT)
    for statement in statements:
        add(f"statement:{statement}", _STATEMENT)
    heaviest = sorted(weights.items(), key=lambda item: (-item[1], item[0]))
    kept = [Feature(number_of(name), weight) for name, weight in heaviest[:MOST_FEATURES]]
    return (*kept, *_in_print(document))


def likeness(
    one: Mapping[int, float], other: Mapping[int, float], rarity: Mapping[int, float] = _NONE_IS_COMMON
) -> tuple[float, float]:
    """Return how alike two articles' features are, 0..1, and the weight of what they share.

    `rarity` goes from 1 for what nobody else has down to 0 for what everybody has; what is not in it counts as 1.
    """
    return _likeness(one, _sum(one, rarity), other, rarity)


def _likeness(
    one: Mapping[int, float], weight_of_one: float, other: Mapping[int, float], rarity: Mapping[int, float]
) -> tuple[float, float]:
    # A credit speaks for the article it names, which itself says nothing of it (its weight is 0).
    shared = sum(
        (min(one[key], other[key]) or max(one[key], other[key])) * rarity.get(key, 1.0) for key in one.keys() & other
    )
    norm = math.sqrt(weight_of_one * _sum(other, rarity))
    return (shared / norm if norm else 0.0), shared


def rarity_of(n_articles: int) -> float:
    """Return how telling a feature is that so many other articles of the window have."""
    return 1.0 / (1.0 + math.log1p(n_articles / 3.0))


def place_article(
    article: ArticleId, own: Mapping[int, float], neighbours: Sequence[Neighbour], counts: Mapping[int, int]
) -> StoryPlace | None:
    """Return the story that an article joins; None where no other article tells its event.

    It joins the story of its nearest neighbour where it is near enough to that story's articles on the whole, so that
    a story does not drift from event to event by single likenesses. `counts`: feature → articles that have it.
    """
    rarity = {key: rarity_of(n) for key, n in counts.items()}
    weight = _sum(own, rarity)
    near: list[tuple[float, Neighbour]] = []
    by_story: dict[StoryId, list[float]] = {}
    for other in neighbours:
        if other.article == article:
            continue
        how_like, shared = _likeness(own, weight, other.features, rarity)
        if other.story is not None:
            by_story.setdefault(other.story, []).append(how_like)
        if how_like >= SAME_EVENT and shared >= LEAST_SHARED:
            near.append((how_like, other))
    for _, other in sorted(near, key=lambda pair: (-pair[0], pair[1].article)):
        if other.story is None:
            return StoryPlace(StoryId(min(article, other.article)), (other.article,))
        members = by_story[other.story]
        if sum(members) / len(members) >= SAME_EVENT * 0.6:
            return StoryPlace(other.story, ())
    return None


def window(at: datetime) -> tuple[datetime, datetime]:
    """Return between which times articles may tell the same event as one of this time."""
    return at - timedelta(days=WINDOW_DAYS), at + timedelta(days=WINDOW_DAYS)


def _in_print(document: Document) -> list[Feature]:
    """Return the features by which a credit finds this article: its outlet and day, in either side's calendar."""
    if not document.outlet or document.published_at is None:
        return []
    at = document.published_at.astimezone(UTC)
    days = {(at + timedelta(hours=hours)).date().isoformat() for hours in (-5, 0, 8)}
    return [Feature(number_of(f"print:{document.outlet}:{day}"), 0.0) for day in sorted(days)]


def _sum(weights: Mapping[int, float], rarity: Mapping[int, float]) -> float:
    # Most features of another article are not in `rarity`: only those that are, are weighed one by one.
    return sum(weights.values()) - sum(weights[key] * (1.0 - rarity[key]) for key in rarity.keys() & weights)


def _stem(word: str) -> str:
    for ending in ("ing", "ies", "es", "ed", "s"):
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word[:_LONGEST_STEM]
