"""Filters that a day's parts answer alone (`storage.day_parts`): outlets, languages, completeness, marks, days.

Whatever asks for words, topics, people or anything else is answered by `storage.conditions`, which is imported only
then: a start reads its first page through here.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable
from datetime import date
from typing import TypeAlias

from dateline.news.card import COMPLETENESS_ORDER, ArticleId, Completeness
from dateline.news.count import Count
from dateline.news.question import (
    DATE_FIELDS,
    Condition,
    Term,
    TimelineFilter,
    alternatives,
    day_of,
    days_of,
    every_term,
)
from dateline.news.topics import UMBRELLA
from dateline.storage.day_parts import ids_of, is_usable
from dateline.storage.days import days_of_ids, number_of_day, zone

_Where: TypeAlias = tuple[str, tuple[object, ...]]

_FULL = COMPLETENESS_ORDER.index(Completeness.FULL)
_FLAGS = {
    ("is", "read"): "p.is_read = 1",
    ("is", "unread"): "p.is_read = 0",
    ("is", "starred"): "p.is_starred = 1",
    ("is", "sample"): "p.is_sample = 1",
    ("is", "on-topic"): "p.is_on_topic = 1",
    ("topic", UMBRELLA): "p.is_on_topic = 1",
    ("has", "full-text"): f"p.completeness = {_FULL}",
}


class Parts:
    """The parts that answer a filter, as a condition on `day_part p`."""

    def __init__(self, where: str, values: tuple[object, ...], *, is_rising: bool = False) -> None:
        self.where = where
        self.values = values
        self.is_rising = is_rising

    def count(self, c: sqlite3.Connection) -> Count:
        """Return how many articles there are in them, in full text, and unread."""
        sql = (
            f"SELECT coalesce(sum(n), 0), coalesce(sum(n * (completeness = {_FULL})), 0), "  # noqa: S608
            f"coalesce(sum(n * (is_read = 0)), 0) FROM day_part p WHERE {self.where}"
        )
        return Count(*c.execute(sql, self.values).fetchone())

    def rows(self, c: sqlite3.Connection, keys: str) -> list[tuple[tuple[str, ...], int, int]]:
        """Return how many articles share each combination of keys (columns of `p`), of them in full text."""
        n_keys = keys.count(",") + 1
        order = ", ".join(str(number) for number in range(1, n_keys + 1))
        sql = (
            f"SELECT {keys}, sum(p.n), sum(p.n * (p.completeness = {_FULL})) FROM day_part p "  # noqa: S608
            f"WHERE {self.where} GROUP BY {order} ORDER BY {order}"
        )
        return [(tuple(row[:-2]), row[-2], row[-1]) for row in c.execute(sql, self.values)]

    def spine(self, c: sqlite3.Connection) -> array[int]:
        """Return the ids of all articles in them, in the filter's order."""
        sql = f"SELECT p.day, p.ids FROM day_part p WHERE {self.where} ORDER BY p.day"  # noqa: S608 - names of ours
        found = ids_of(c.execute(sql, self.values))
        if not self.is_rising:
            found.reverse()
        return found

    def page(self, c: sqlite3.Connection, limit: int, after: ArticleId | None) -> list[ArticleId]:
        """Return the first ids in the filter's order, those after `after` where one is given."""
        way, sign = ("ASC", ">=") if self.is_rising else ("DESC", "<=")
        where, values = self.where, list(self.values)
        if after is not None:
            # A day more, for where clocks go back over midnight.
            day = days_of_ids([after], zone())[0] + (-1 if self.is_rising else 1)
            where, values = f"({where}) AND p.day {sign} ?", [*values, day]
        sql = f"SELECT p.day, p.ids FROM day_part p WHERE {where} ORDER BY p.day {way}"  # noqa: S608 - names of ours
        found: list[int] = []
        rows: list[tuple[int, bytes]] = []
        for row in c.execute(sql, values):
            if rows and row[0] != rows[-1][0]:
                found += self._after(ids_of(rows), after)
                rows = []
                if len(found) > limit:
                    break
            rows.append(row)
        found += self._after(ids_of(rows), after)
        return [ArticleId(number) for number in sorted(found, reverse=not self.is_rising)[:limit]]

    def _after(self, ids: array[int], after: ArticleId | None) -> list[int]:
        if after is None:
            return list(ids)
        return [number for number in ids if (number > after if self.is_rising else number < after)]


def parts_of(
    c: sqlite3.Connection, wanted: TimelineFilter, today: date | None = None, *, in_order: bool = True
) -> Parts | None:
    """Return the parts that answer a filter, None where they cannot tell; `in_order`: in the order it asks for."""
    if (in_order and wanted.order not in ("newest", "oldest")) or not is_usable(c):
        return None
    # The user's own calendar is meant, so a date without a zone is right here.
    asked = _all(c, wanted.terms, today or date.today())  # noqa: DTZ011
    return None if asked is None else Parts(*asked, is_rising=wanted.order == "oldest")


def kind_where(c: sqlite3.Connection, one: Condition, today: date) -> tuple[str, tuple[object, ...]] | None:
    """Return the condition on the kinds of articles in parts `p`; None where days or anything else has a say."""
    if any(term.field in DATE_FIELDS for term in every_term((one,))):
        return None
    return _all(c, (one,), today)


def _all(c: sqlite3.Connection, some: Iterable[Condition], today: date) -> _Where | None:
    parts: list[_Where | None] = []
    for one in alternatives(some):
        asked = _one(c, one, today)
        if one.is_negated:
            asked = None if asked is None else (f"NOT ({asked[0]})", asked[1])
        parts.append(asked)
    return _joined("AND", parts) if parts else ("1", ())


def _one(c: sqlite3.Connection, one: Condition, today: date) -> _Where | None:
    if isinstance(one, Term):
        return _term(c, one, today)
    if one.is_any:
        return _joined("OR", [_all(c, [option], today) for option in one.conditions])
    return _all(c, one.conditions, today)


def _joined(word: str, some: list[_Where | None]) -> _Where | None:
    known = [one for one in some if one is not None]
    if len(known) < len(some):
        return None
    return f" {word} ".join(f"({where})" for where, _ in known), tuple(value for _, more in known for value in more)


def _term(c: sqlite3.Connection, term: Term, today: date) -> _Where | None:
    flag = _FLAGS.get((term.field, term.value))
    if flag is not None:
        return flag, ()
    match term.field:
        case "order":
            return "1", ()
        case "outlet":
            from dateline.storage.outlets import matching_outlets

            numbers = matching_outlets(c, term.value)
            return f"p.outlet_id IN ({','.join('?' * len(numbers))})", tuple(numbers)
        case "lang":
            return "lower(p.lang) = ?", (term.value.replace("_", "-").partition("-")[0].lower(),)
        case "completeness":
            return "p.completeness = ?", (COMPLETENESS_ORDER.index(Completeness(term.value)),)
        case "after" | "before":
            day = day_of(term.value, today)
            sign = ">=" if term.field == "after" else "<"
            return ("1", ()) if day is None else (f"p.day {sign} ?", (number_of_day(day),))
        case "on":
            days = days_of(term.value, today)
            return ("1", ()) if days is None else ("p.day >= ? AND p.day < ?", tuple(map(number_of_day, days)))
    return None
