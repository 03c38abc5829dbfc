"""A day's articles in parts: of one outlet, language, completeness, read or not, starred or not, on topic or not.

Each part counts its articles and lists their ids, so that counts, pulse and spine of filters that ask for nothing else
cost a few thousand rows however many articles there are. Derived; kept exact by every write, part by part. Days are
those of the zone in which the parts were made; where the user's clock is in another one they are left aside until the
writer has made them again. Every day that is written gets a new stamp, by which readers know what to read again.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import itemgetter
from typing import Any, Literal, NamedTuple

from dateline.storage.days import Stretches, days_of_ids, zone, zone_from_text, zone_text
from dateline.storage.dialect import among, putting, values_of

_ZONE = "days"
_AT_ONCE = 10_000
#: What the articles of a part share beside their day.
KIND_KEYS = ("outlet_id", "lang", "completeness", "is_read", "is_starred", "is_on_topic", "is_sample")
_KEYS = ", ".join(KIND_KEYS)
_SAME = " AND ".join(f"{key} = ?" for key in ("day", *KIND_KEYS))
_MARKS = "?, ?, ?, ?, ?, ?, ?, ?"
_PUT = putting("day_part", ("day", *KIND_KEYS, "n", "ids"), ("day", *KIND_KEYS))


class Listed(NamedTuple):
    """An article as the parts know it: its id, and in which part of its day it belongs."""

    id: int
    outlet_id: int
    lang: str
    completeness: int
    is_read: int
    is_starred: int
    is_on_topic: int
    is_sample: int


def listed(c: sqlite3.Connection, ids: Iterable[int]) -> list[Listed]:
    """Return how these articles stand in `listing`; those that do not are left out."""
    sql = f"SELECT id, {_KEYS} FROM listing WHERE {among('id')}"  # noqa: S608 - names of ours
    return [Listed(*row) for row in c.execute(sql, (values_of(ids),))]


def move(c: sqlite3.Connection, before: Iterable[Listed], after: Iterable[Listed]) -> None:
    """Move articles from the parts they were in to those they are in now."""
    left, come = set(before), set(after)
    stretches = kept_zone(c)
    changes: dict[tuple[Any, ...], tuple[set[int], list[int]]] = {}
    for some, place in ((left - come, 0), (come - left, 1)):
        rows = list(some)
        for row, day in zip(rows, days_of_ids([row.id for row in rows], stretches), strict=True):
            leaves, comes = changes.setdefault((day, *row[1:]), (set(), []))
            if place:
                comes.append(row.id)
            else:
                leaves.add(row.id)
    kept: dict[tuple[Any, ...], array[int]] = {}
    for part, (leaves, comes) in changes.items():
        found = c.execute(f"SELECT ids FROM day_part WHERE {_SAME}", part).fetchone()  # noqa: S608 - names of ours
        ids = _unpacked(found[0]) if found else array("q")
        if leaves:
            ids = array("q", [number for number in ids if number not in leaves])
        # Both in order already, so sorting them merges them.
        kept[part] = array("q", sorted(dict.fromkeys((*ids, *sorted(comes))))) if comes else ids
    _keep(c, kept)
    _stamp(c, {part[0] for part in changes})


def mark(
    c: sqlite3.Connection, column: Literal["is_read", "is_starred"], ids: Iterable[int], *, value: bool
) -> list[int]:
    """Move articles to the parts with this mark; returns those that had it not, oldest first.

    Part by part, for most of a part moves at once where a whole filter is marked.
    """
    wanted = set(ids)
    if not wanted:
        return []
    first, last = days_of_ids([min(wanted), max(wanted)], kept_zone(c))
    place = 1 + KIND_KEYS.index(column)
    rows = c.execute(
        f"SELECT day, {_KEYS}, ids FROM day_part WHERE day BETWEEN ? AND ?",  # noqa: S608 - names of ours
        (first - 1, last + 1),
    )
    parts: dict[tuple[Any, ...], bytes] = {tuple(part): packed for *part, packed in rows}
    moved = array("q")
    kept: dict[tuple[Any, ...], array[int]] = {}
    for part, packed in parts.items():
        if part[place] == value:
            continue
        held = _unpacked(packed)
        leaving = held if wanted.issuperset(held) else array("q", [number for number in held if number in wanted])
        if not leaving:
            continue
        moved.extend(leaving)
        target = (*part[:place], int(value), *part[place + 1 :])
        there = parts.get(target)
        kept[target] = array("q", sorted(_unpacked(there) + leaving)) if there else leaving
        gone = set(leaving) if len(leaving) < len(held) else None
        kept[part] = array("q") if gone is None else array("q", [one for one in held if one not in gone])
    _keep(c, kept)
    _stamp(c, {part[0] for part in kept})
    return sorted(moved)


def remake(c: sqlite3.Connection) -> None:
    """Make all parts again, in the days of the user's own zone."""
    stretches = zone()
    days = {row[0] for row in c.execute("SELECT DISTINCT day FROM day_part")}
    c.execute("DELETE FROM day_part")
    c.execute(putting("setting", ("name", "value"), ("name",)), (_ZONE, zone_text(stretches)))
    parts: dict[tuple[Any, ...], array[int]] = {}
    for day, row in _with_days(c, stretches):
        parts.setdefault((day, *row[1:]), array("q")).append(row[0])
    put = f"INSERT INTO day_part(day, {_KEYS}, n, ids) VALUES ({_MARKS}, ?, ?)"  # noqa: S608 - names of ours
    c.executemany(put, [(*part, len(ids), ids.tobytes()) for part, ids in sorted(parts.items())])
    _stamp(c, days | {part[0] for part in parts})


def stamp_days(c: sqlite3.Connection, ids: Iterable[int]) -> None:
    """Let readers know that what is kept of these articles has changed, whatever their parts are."""
    _stamp(c, set(days_of_ids(list(ids), kept_zone(c))))


def stamp_every_day(c: sqlite3.Connection) -> None:
    """Let readers know that what they remember of any article may have changed."""
    _stamp(c, [row[0] for row in c.execute("SELECT day FROM day_stamp")])


def is_usable(c: sqlite3.Connection) -> bool:
    """Tell whether the parts are by the days of the user's own zone."""
    return _kept_text(c) == zone_text(zone())


def kept_zone(c: sqlite3.Connection) -> Stretches:
    """Return the zone of the parts; where there are none yet, they are made in the user's own."""
    kept = _kept_text(c)
    if kept:
        return zone_from_text(kept)
    remake(c)
    return zone()


def ids_of(rows: Iterable[tuple[int, bytes]]) -> array[int]:
    """Return the ids of parts, oldest first; `rows` are their days, in order, and what each keeps of its ids."""
    found = array("q")
    is_rising = True
    for _, some in groupby(rows, key=itemgetter(0)):
        parts = [row[1] for row in some]
        day = array("q")
        day.frombytes(b"".join(parts))
        if len(parts) > 1:
            day = array("q", sorted(day))
        # Where clocks go back over midnight, an hour of the next day comes before one of this day.
        is_rising = is_rising and (not found or found[-1] < day[0])
        found.extend(day)
    return found if is_rising else array("q", sorted(found))


def _with_days(c: sqlite3.Connection, stretches: Stretches) -> Iterator[tuple[int, tuple[Any, ...]]]:
    cursor = c.execute(f"SELECT id, {_KEYS} FROM listing ORDER BY id")  # noqa: S608 - names of ours
    while rows := cursor.fetchmany(_AT_ONCE):
        yield from zip(days_of_ids([row[0] for row in rows], stretches), rows, strict=True)


def _kept_text(c: sqlite3.Connection) -> str:
    row = c.execute("SELECT value FROM setting WHERE name = ?", (_ZONE,)).fetchone()
    return row[0] if row else ""


def _keep(c: sqlite3.Connection, parts: Mapping[tuple[Any, ...], array[int]]) -> None:
    """Let these parts have these ids; one without any is no part any more."""
    c.executemany(_PUT, ((*part, len(ids), ids.tobytes()) for part, ids in parts.items() if ids))
    gone = f"DELETE FROM day_part WHERE {_SAME}"  # noqa: S608 - names of ours
    c.executemany(gone, [part for part, ids in parts.items() if not ids])


def _stamp(c: sqlite3.Connection, days: Iterable[int]) -> None:
    (last,) = c.execute("SELECT coalesce(max(stamp), 0) FROM day_stamp").fetchone()
    c.executemany(putting("day_stamp", ("day", "stamp"), ("day",)), [(day, last + 1) for day in days])


def _unpacked(ids: bytes) -> array[int]:
    found = array("q")
    found.frombytes(ids)
    return found
