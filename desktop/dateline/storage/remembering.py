"""What a library's readers remember between two reads: the roll, and the ids that the search index named lately.

To go through the index's long lists takes most of what a filter takes in a large library, and a filter's page, its
count, its spine and its pulse would each go through them. What is remembered is of one state of the library, which its
stamp tells (`storage.day_parts`); in a later state only the days that were written since are asked for again. The
window's first page looks here, so nothing here may import numpy.
"""

from __future__ import annotations

import sqlite3
from array import array
from bisect import bisect_left
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING, TypeAlias

from dateline.storage.connecting import LibraryConnection
from dateline.storage.days import ids_around

if TYPE_CHECKING:
    from dateline.storage.roll import Roll

#: An expression for the search index, and the lowest id it is asked for and the one at which it ends.
Asked: TypeAlias = tuple[str, int | None, int | None]

#: So many ids are remembered in all (eight bytes each), of so many expressions.
_MOST_IDS, _MOST_EXPRESSIONS = 2_000_000, 64
#: Where more days than this were written since, the index is asked anew.
_MOST_DAYS = 60


@dataclass(frozen=True, slots=True, eq=False)
class Named:
    """All ids that the index names for an expression, rising, in the state of the library that has this stamp."""

    ids: array[int]
    stamp: int


class Memory:
    """What the readers of one library share. Its values are replaced, never changed: readers are threads."""

    def __init__(self) -> None:
        self.roll: Roll | None = None
        self.named: dict[Asked, Named] = {}  # what was asked for last stands last

    def keep(self, asked: Asked, named: Named) -> None:
        """Remember what the index names, and forget what was not asked for the longest where it is too much."""
        if len(named.ids) > _MOST_IDS // 2:
            return
        kept = {key: value for key, value in self.named.items() if key != asked}
        kept[asked] = named
        while len(kept) > _MOST_EXPRESSIONS or sum(len(one.ids) for one in kept.values()) > _MOST_IDS:
            del kept[next(iter(kept))]
        self.named = kept


def remember(c: sqlite3.Connection, asked: Asked, ids: array[int]) -> None:
    """Remember that these are all ids that the index names, as `c` sees the library; rising."""
    memory = memory_of(c)
    if memory is not None:
        memory.keep(asked, Named(ids, stamp_of(c)))


def remembered(c: sqlite3.Connection, asked: Asked) -> array[int] | None:
    """Return all ids that the index names, rising; None where it has to be asked. Call it inside `one_state`."""
    memory = memory_of(c)
    if memory is None:
        return None
    match, low, high = asked
    for key in dict.fromkeys((asked, (match, None, None))):
        found = memory.named.get(key)
        found = None if found is None else _caught_up(c, key, found)
        if found is not None:
            memory.keep(key, found)
            first = 0 if low is None else bisect_left(found.ids, low)
            end = len(found.ids) if high is None else bisect_left(found.ids, high)
            return found.ids[first:end]
    return None


def memory_of(c: sqlite3.Connection) -> Memory | None:
    """Return what may be remembered of reads of `c`: a writer's may yet be undone, so it has none."""
    return c.memory if isinstance(c, LibraryConnection) else None


def stamp_of(c: sqlite3.Connection) -> int:
    """Return the stamp of the library as `c` sees it: that of the day that was written last."""
    (stamp,) = c.execute("SELECT coalesce(max(stamp), 0) FROM day_stamp").fetchone()
    return int(stamp)


def days_since(c: sqlite3.Connection, stamp: int) -> list[int]:
    """Return the days that were written after a stamp, in order."""
    return [row[0] for row in c.execute("SELECT day FROM day_stamp WHERE stamp > ? ORDER BY day", (stamp,))]


@contextmanager
def one_state(c: sqlite3.Connection) -> Iterator[None]:
    """Let all that is read inside be of one state of the library, whatever is written meanwhile."""
    if c.in_transaction:
        yield
        return
    c.execute("BEGIN")
    try:
        yield
    finally:
        c.execute("ROLLBACK")


def _caught_up(c: sqlite3.Connection, asked: Asked, named: Named) -> Named | None:
    """Return the same for the library as `c` sees it; None where that is no less work than to ask anew."""
    stamp = stamp_of(c)
    if named.stamp == stamp:
        return named
    # Another reader may have seen a later state.
    days = days_since(c, named.stamp) if named.stamp < stamp else []
    if not days or len(days) > _MOST_DAYS:
        return None
    from dateline.storage.conditions import Conditions

    ids = named.ids
    for low, high in _stretches(days):
        some = Conditions(asked[0], (), (), low, high).between(*asked[1:])
        sql, values = some.select("{id}")
        now = array("q", [row[0] for row in c.execute(f"{sql} ORDER BY {some.number}", values)])
        ids = ids[: bisect_left(ids, low)] + now + ids[bisect_left(ids, high) :]
    return Named(ids, stamp)


def _stretches(days: list[int]) -> Iterator[tuple[int, int]]:
    """Yield the bounds of ids that hold these days, which rise; neighbours together."""
    starts = [place for place, day in enumerate(days) if place == 0 or day > days[place - 1] + 3]
    for first, end in pairwise((*starts, len(days))):
        yield ids_around(days[first], days[end - 1])
