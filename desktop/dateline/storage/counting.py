"""How many articles answer a filter: in all, a day, and by outlet, topic, language or speaker. Read jobs only."""

from __future__ import annotations

import sqlite3
from collections import Counter
from collections.abc import Callable, Sequence
from typing import Any, Literal, TypeAlias

from dateline.news.count import Count, PulseDay, Tally
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import FULL, Conditions, conditions
from dateline.storage.days import day_from_number, day_sql
from dateline.storage.part_conditions import exclusions, parts_of

#: What articles can be counted by.
CountKey: TypeAlias = Literal["day", "outlet", "topic", "lang", "speaker"]
PulseKey: TypeAlias = Literal["outlet", "topic", "lang", "speaker"]

_KEYS: dict[CountKey, tuple[str, str]] = {
    "outlet": ("x.outlet_id", ""),
    "lang": ("x.lang", ""),
    "topic": ("coalesce(t.topic, '')", "LEFT JOIN topic t ON t.article_id = x.id"),
    "speaker": (
        "coalesce(p.person, '')",
        """LEFT JOIN (SELECT DISTINCT article_id, person_id FROM quote) q ON q.article_id = x.id
        LEFT JOIN person p ON p.id = q.person_id""",
    ),
}


#: What was counted under which key (days and outlets by number), and how much of it is in full text.
_Counted: TypeAlias = tuple[tuple[Any, ...], int, int]

#: More than there will ever be outlets.
_OUTLETS = 2**24
# What a day's parts know of these.
_PART_KEYS: dict[CountKey, str] = {"day": "p.day", "outlet": "p.outlet_id", "lang": "p.lang"}


def count(c: sqlite3.Connection, wanted: TimelineFilter) -> Count:
    """Return how many articles answer, of them in full text, of them unread."""
    parts = parts_of(c, wanted, in_order=False)
    if parts is not None:
        return parts.count(c)
    excluded = exclusions(c, wanted)
    if excluded is not None:
        some, gone = count(c, excluded[0]), count(c, excluded[1])
        return Count(*(n - n_gone for n, n_gone in zip(some, gone, strict=True)))
    sql, values = conditions(c, wanted).select(
        f"count(*), coalesce(sum(l.completeness = {FULL}), 0), coalesce(sum(l.is_read = 0), 0)", needs_listing=True
    )
    return Count(*c.execute(sql, values).fetchone())


def pulse(c: sqlite3.Connection, wanted: TimelineFilter, by: PulseKey = "outlet") -> list[PulseDay]:
    """Return how many articles a local day and key answer, oldest day first; an article without a key counts under "".

    An article of two topics or speakers counts under both.
    """
    return [
        PulseDay(day_from_number(int(day)), key, n, n_full) for (day, key), n, n_full in _rows(c, wanted, ("day", by))
    ]


def count_by(c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[CountKey]) -> list[Tally]:
    """Return how many articles share each combination of keys, a day as 2025-11-09; those without a key have "".

    An article of two topics or speakers counts under both.
    """
    place = keys.index("day") if "day" in keys else -1
    return [
        Tally(
            tuple(
                day_from_number(int(part)).isoformat() if number == place else str(part)
                for number, part in enumerate(key)
            ),
            n,
            n_full,
        )
        for key, n, n_full in _rows(c, wanted, keys)
    ]


def _rows(c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[CountKey]) -> list[_Counted]:
    if set(keys) <= _PART_KEYS.keys():
        parts = parts_of(c, wanted, in_order=False)
        if parts is not None:
            return _named(c, keys, parts.rows(c, ", ".join(_PART_KEYS[key] for key in keys)))
        excluded = exclusions(c, wanted)
        if excluded is not None:
            gone = {key: (n, n_full) for key, n, n_full in _rows(c, excluded[1], keys)}
            some = _rows(c, excluded[0], keys)
            left = [(key, n - gone.get(key, (0, 0))[0], full - gone.get(key, (0, 0))[1]) for key, n, full in some]
            return [row for row in left if row[1]]
    asked = conditions(c, wanted)
    day = "0"
    if "day" in keys:
        ends = [_end(c, asked, way) for way in ("ASC", "DESC")]
        if ends[0] is None or ends[1] is None:
            return []
        day = day_sql(ends[0], ends[1], "{id}")
    if set(keys) <= {"day", "outlet"}:
        return _named(c, keys, _by_day_and_outlet(c, asked, keys, day))
    day = day.format(id="x.id")
    sql, values = asked.select(
        "{id} AS id, l.outlet_id, l.lang, l.completeness = " + str(FULL) + " AS is_full", needs_listing=True
    )
    columns = ", ".join(day if key == "day" else _KEYS[key][0] for key in keys)
    joins = " ".join(_KEYS[key][1] for key in keys if key != "day")
    order = ", ".join(str(number) for number in range(1, len(keys) + 1))
    rows = c.execute(
        f"SELECT {columns}, count(*), sum(x.is_full) FROM ({sql}) x {joins} GROUP BY {order} ORDER BY {order}",  # noqa: S608
        values,
    )
    return _named(c, keys, [(tuple(row[:-2]), row[-2], row[-1]) for row in rows])


def _end(c: sqlite3.Connection, asked: Conditions, way: str) -> int | None:
    """Return the first id that answers, oldest (ASC) or newest (DESC), without looking at the others."""
    sql, values = asked.select("{id}")
    row = c.execute(f"{sql} ORDER BY {asked.number} {way} LIMIT 1", values).fetchone()
    return None if row is None else int(row[0])


def _by_day_and_outlet(c: sqlite3.Connection, asked: Conditions, keys: Sequence[CountKey], day: str) -> list[_Counted]:
    """Return the counts of the pulse. Rows are counted here: SQLite would sort them all, which takes twice as long."""
    outlet = "l.outlet_id" if "outlet" in keys else "0"
    # One number a row, for day, outlet and completeness.
    sql, values = asked.select(f"(({day}) * {_OUTLETS} + {outlet}) * 2 + (l.completeness = {FULL})", needs_listing=True)
    found: dict[int, tuple[int, int]] = {}
    for (number,), n in Counter(c.execute(sql, values)).items():
        before, full = found.get(number // 2, (0, 0))
        found[number // 2] = (before + n, full + n * (number % 2))
    taking = [_TAKEN[key] for key in keys]
    return [(tuple(take(number) for take in taking), n, full) for number, (n, full) in sorted(found.items())]


_TAKEN: dict[CountKey, Callable[[int], int]] = {
    "day": lambda number: number // _OUTLETS,
    "outlet": lambda number: number % _OUTLETS,
}


def _named(c: sqlite3.Connection, keys: Sequence[CountKey], rows: list[_Counted]) -> list[_Counted]:
    """Return the rows with outlets' names in the place of their numbers, in the order of their keys."""
    if "outlet" not in keys:
        return rows
    place = keys.index("outlet")
    names = dict(c.execute("SELECT id, outlet FROM outlet").fetchall())
    return sorted(((*key[:place], names[key[place]], *key[place + 1 :]), n, n_full) for key, n, n_full in rows)
