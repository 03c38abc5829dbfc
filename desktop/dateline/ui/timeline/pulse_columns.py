"""The columns of the pulse: days, or longer stretches where days would be too narrow, with their articles. Pure."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from dateline.news.question import Term, TimelineFilter, day_of, days_of

if TYPE_CHECKING:
    from dateline.news.library_view import PulseDay

PITCH = 9.0  # of a column at its widest, gap included
GAP = 2.0
NARROWEST = 4.0
N_PARTS = 5


class Unit(StrEnum):
    """What one column stands for."""

    DAY = "day"
    WEEK = "week"
    MONTH = "month"
    QUARTER = "quarter"
    YEAR = "year"


#: How many months each unit has that begins on a month's first day.
_MONTHS = {Unit.MONTH: 1, Unit.QUARTER: 3, Unit.YEAR: 12}


class Column(NamedTuple):
    """One column: the days from `first` up to, not with, `end`, and its parts from the base line up."""

    first: date
    end: date
    parts: tuple[tuple[str, int], ...]  # outlet or topic ("" for all others together), articles
    n: int
    n_full: int


class Columns(NamedTuple):
    """All columns, oldest first, and what they stand for."""

    unit: Unit
    columns: tuple[Column, ...]
    keys: tuple[str, ...]  # the outlets or topics that keep their colour, in stacking order

    @property
    def highest(self) -> int:
        """The most articles of any column."""
        return max((column.n for column in self.columns), default=0)


class Day(NamedTuple):
    """The articles of one day, and what they are made of."""

    day: date
    n: int
    n_full: int
    parts: tuple[tuple[str, int], ...]  # as a column's


class Pulse(NamedTuple):
    """The days that have articles, oldest first, ready for columns of any width."""

    days: tuple[Day, ...] = ()
    keys: tuple[str, ...] = ()  # the outlets or topics that are told apart, in stacking order

    def n_of(self, day: date) -> int | None:
        """Return how many articles a day has, None where none are known of."""
        at = bisect_left(self.days, day, key=lambda one: one.day)
        return self.days[at].n if at < len(self.days) and self.days[at].day == day else None


def make_pulse(counts: Sequence[PulseDay], parts: Sequence[PulseDay] | None = None) -> Pulse:
    """Put counts by day together: what goes through all of them, once, and away from the window's thread.

    `counts` count each article once and say how many a day has; `parts` what it is made of, `counts` themselves where
    not given. At most five keys are told apart; the rest stand together as "".
    """
    parts = counts if parts is None else parts
    by_key: Counter[str] = Counter()
    for one in parts:
        if one.key:
            by_key[one.key] += one.n
    keys = tuple(sorted(key for key, _ in by_key.most_common(N_PARTS)))
    whole: Counter[date] = Counter()
    full: Counter[date] = Counter()
    made_of: dict[date, Counter[str]] = defaultdict(Counter)
    for one in counts:
        whole[one.day] += one.n
        full[one.day] += one.n_full
    for one in parts:
        made_of[one.day][one.key if one.key in keys else ""] += one.n
    days = (Day(day, whole[day], full[day], _in_order(made_of[day], keys)) for day in sorted(whole))
    return Pulse(tuple(days), keys)


def make_columns(pulse: Pulse, today: date, width: float) -> Columns:
    """Return the columns that fit into `width` logical pixels, ending today or with the newest article."""
    days = pulse.days
    # A clock gone wrong must not stretch the strip over centuries.
    last = min(max(today, days[-1].day), today + timedelta(days=366)) if days else today
    first = max(days[0].day if days else last, date(1990, 1, 1))
    n_widest = max(1, int(width // PITCH))
    n_most = max(1, int(width // NARROWEST))
    n_days = (last - first).days + 1
    if n_days <= n_most:
        unit = Unit.DAY
        first = min(first, last - timedelta(days=n_widest - 1))
    elif n_days <= 7 * n_most:
        unit = Unit.WEEK
    else:
        n_months = 12 * (last.year - first.year) + last.month - first.month + 1
        fitting = (unit for unit, months in _MONTHS.items() if n_months <= months * (n_most - 1))
        unit = next(fitting, Unit.YEAR)  # the first column may begin before the first month
    starts = _starts(unit, first, last)
    bounds = [bisect_left(days, start, key=lambda one: one.day) for start in starts]
    columns = (
        _column(start, end, days[low:high], pulse.keys)
        for (start, end), (low, high) in zip(pairwise(starts), pairwise(bounds), strict=True)
    )
    return Columns(unit, tuple(columns), pulse.keys)


def _starts(unit: Unit, first: date, last: date) -> list[date]:
    """Return the first day of each column, and of the one after the last."""
    step = {Unit.DAY: 1, Unit.WEEK: 7}.get(unit)
    if step is not None:
        begin = first if step == 1 else first - timedelta(days=first.weekday())
        n = (last - begin).days // step + 2
        return [begin + timedelta(days=step * number) for number in range(n)]
    months = _MONTHS[unit]
    starts = [date(first.year, first.month - (first.month - 1) % months, 1)]
    while starts[-1] <= last:
        month = starts[-1].month - 1 + months
        starts.append(date(starts[-1].year + month // 12, month % 12 + 1, 1))
    return starts


def _column(first: date, end: date, days: Sequence[Day], keys: Sequence[str]) -> Column:
    parts: Counter[str] = Counter()
    for day in days:
        for key, n in day.parts:
            parts[key] += n
    return Column(first, end, _in_order(parts, keys), sum(day.n for day in days), sum(day.n_full for day in days))


def _in_order(parts: Mapping[str, int], keys: Sequence[str]) -> tuple[tuple[str, int], ...]:
    return tuple((key, parts[key]) for key in (*keys, "") if parts.get(key))


def chosen_days(question: TimelineFilter, today: date) -> tuple[date | None, date | None]:
    """Return the first day a filter lets through and the first one after, None where it sets no bound."""
    low: date | None = None
    high: date | None = None
    for term in question.terms:
        days = days_of(term.value, today) if term.field == "on" and not term.is_negated else None
        if days is not None:
            low = days[0] if low is None else max(low, days[0])
            high = days[1] if high is None else min(high, days[1])
        day = day_of(term.value, today) if term.field in {"after", "before"} else None
        if day is None:
            continue
        if (term.field == "after") != term.is_negated:
            low = day if low is None else max(low, day)
        else:
            high = day if high is None else min(high, day)
    return low, high


def without_days(question: TimelineFilter) -> TimelineFilter:
    """Return the filter without its dates."""
    return TimelineFilter(tuple(term for term in question.terms if term.field not in {"after", "before", "on"}))


def with_days(question: TimelineFilter, first: date | None, end: date | None) -> TimelineFilter:
    """Return the filter with other dates: from `first` on, before `end`."""
    terms = list(without_days(question).terms)
    if first is not None:
        terms.append(Term(first.isoformat(), "after"))
    if end is not None:
        terms.append(Term(end.isoformat(), "before"))
    return TimelineFilter(tuple(terms))
