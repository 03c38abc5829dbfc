"""The columns of the pulse: days, or longer stretches where days would be too narrow, with their articles. Pure."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from enum import StrEnum
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


def make_columns(
    days: Sequence[PulseDay], today: date, width: float, parts: Sequence[PulseDay] | None = None
) -> Columns:
    """Return the columns that fit into `width` logical pixels, ending today or with the newest article.

    `days` count each article once and say how many a column has; `parts` what it is made of, `days` themselves where
    not given. At most five keys are told apart; the rest stand together as "".
    """
    parts = days if parts is None else parts
    by_key: Counter[str] = Counter()
    for one in parts:
        if one.key:
            by_key[one.key] += one.n
    kept = tuple(sorted(key for key, _ in by_key.most_common(N_PARTS)))
    last = max([today, *(one.day for one in days)])
    # A clock gone wrong must not stretch the strip over centuries.
    last = min(last, today + timedelta(days=366))
    first = max(min((one.day for one in days), default=last), date(1990, 1, 1))
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
    return Columns(unit, _filled(days, parts, _starts(unit, first, last), kept), kept)


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


def _filled(
    days: Iterable[PulseDay], parts: Iterable[PulseDay], starts: Sequence[date], kept: Sequence[str]
) -> tuple[Column, ...]:
    counts: list[Counter[str]] = [Counter() for _ in starts]
    whole = [0] * len(starts)
    full = [0] * len(starts)
    for one in days:
        number = bisect_right(starts, one.day) - 1
        if 0 <= number < len(starts) - 1:
            whole[number] += one.n
            full[number] += one.n_full
    for one in parts:
        number = bisect_right(starts, one.day) - 1
        if 0 <= number < len(starts) - 1:
            counts[number][one.key if one.key in kept else ""] += one.n
    return tuple(
        Column(
            first=start,
            end=starts[number + 1],
            parts=tuple((key, counts[number][key]) for key in (*kept, "") if counts[number][key]),
            n=whole[number],
            n_full=full[number],
        )
        for number, start in enumerate(starts[:-1])
    )


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
