from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.comparison.firsts import firsts
from dateline.news.article import ArticleId


@dataclass(frozen=True)
class Printed:
    article: ArticleId
    outlet: str
    published_at: datetime | None
    first_seen_at: datetime | None


def at(day: int, hour: int) -> datetime:
    return datetime(2025, 11, day, hour, tzinfo=UTC)


FT = Printed(ArticleId(1), "ft", at(5, 17), at(6, 12))
SCMP = Printed(ArticleId(2), "scmp", at(6, 2), at(6, 11))
GUANCHA = Printed(ArticleId(3), "guancha", None, at(6, 10))


def test_each_clock_has_its_own_first() -> None:
    found = firsts([SCMP, FT, GUANCHA], {SCMP.article: {"ft"}, GUANCHA.article: {"ft", "reuters"}})
    assert found.published is not None
    assert found.first_seen is not None
    assert found.credited is not None
    assert (found.published.outlet, found.published.at) == ("ft", at(5, 17))
    assert (found.first_seen.outlet, found.first_seen.at) == ("guancha", at(6, 10))
    assert (found.credited.outlet, found.n_credits, found.n_others) == ("ft", 2, 2)


def test_nobody_is_credited_who_does_not_carry_it_or_only_by_itself() -> None:
    assert firsts([FT, SCMP], {FT.article: {"ft"}, SCMP.article: {"reuters"}}).credited is None


def test_a_time_that_is_not_known_is_not_first() -> None:
    assert firsts([GUANCHA], {}).published is None
    assert firsts([], {}) == (None, None, None, 0, 0)
