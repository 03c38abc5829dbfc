"""The roll: every article's id, oldest first, with its kind, held in memory by those who read a large library.

To look up row by row what stands beside a hundred thousand matches takes longest of all that a filter takes; on the
roll it is one step over arrays. A kind is what the parts of a day share (`storage.day_parts`), and the parts are what
the roll is read from: at first all of them, later those of the days that were written since. It takes some ten bytes an
article. It brings numpy in, so nothing that the window's first page needs may import it.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dateline.storage.article_ids import PER_MINUTE
from dateline.storage.day_parts import KIND_KEYS, kept_zone
from dateline.storage.days import Stretches, ids_around
from dateline.storage.dialect import among, joined, values_of
from dateline.storage.remembering import days_since, memory_of, stamp_of

Ids: TypeAlias = npt.NDArray[np.int64]
#: For each article of a roll, whether it answers.
Mask: TypeAlias = npt.NDArray[np.bool_]
#: The values of KIND_KEYS that many articles share.
Kind: TypeAlias = tuple[Any, ...]

_DAY = 1440
_AT_ONCE = 100_000
#: Where more days than this were written since, everything is read again.
_MOST_DAYS = 400
_KINDS = ", ".join(KIND_KEYS)


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """Articles by id, rising, and for each the place of its kind in `kinds`.

    `stamp` is the library's whose articles these all are, 0 where they are a few of them. `seen` is when each was first
    seen, in seconds since 1970, once somebody asked for that order.
    """

    ids: Ids
    kind: npt.NDArray[np.unsignedinteger[Any]]
    kinds: tuple[Kind, ...]
    stamp: int = 0
    seen: Ids | None = None

    def everything(self) -> Mask:
        """Return the mask of all articles."""
        return np.ones(len(self.ids), np.bool_)

    def of_ids(self, ids: Ids) -> Mask:
        """Return the mask of these articles; those that are not on the roll are left out."""
        places = np.searchsorted(self.ids, ids)
        mask = np.zeros(len(self.ids), np.bool_)
        if len(mask):
            mask[places[self.ids.take(places, mode="clip") == ids]] = True
        return mask

    def between(self, low: int | None, high: int | None) -> Mask:
        """Return the mask of the ids from `low` on and below `high`."""
        first = 0 if low is None else int(np.searchsorted(self.ids, low))
        end = len(self.ids) if high is None else int(np.searchsorted(self.ids, high))
        mask = np.zeros(len(self.ids), np.bool_)
        mask[first:end] = True
        return mask

    def of_kinds(self, holds: Sequence[bool]) -> Mask:
        """Return the mask of the articles whose kind holds, one answer for each of `kinds`."""
        mask: Mask = np.array(holds, np.bool_)[self.kind]
        return mask


def roll_of(c: sqlite3.Connection) -> Roll:
    """Return the roll of the library as `c` sees it; the readers' own is kept and brought up to date."""
    memory = memory_of(c)
    kept = None if memory is None else memory.roll
    stamp = stamp_of(c)
    if kept is not None and kept.stamp == stamp:
        return kept
    # Another reader may have seen a later state.
    days = days_since(c, kept.stamp) if kept is not None and kept.stamp < stamp else []
    roll = _caught_up(c, kept, days, stamp) if kept is not None and 0 < len(days) <= _MOST_DAYS else _read(c, stamp)
    if memory is not None:
        memory.roll = roll
    return roll


def with_seen(c: sqlite3.Connection, roll: Roll) -> Roll:
    """Return the same roll with when each article was first seen; the readers' own keeps it from then on."""
    if roll.seen is None:
        memory = memory_of(c)
        is_own = memory is not None and memory.roll is roll
        roll = replace(roll, seen=_every_seen(c, roll.ids) if roll.stamp else _seen(c, roll.ids))
        if memory is not None and is_own:
            memory.roll = roll
    return roll


def roll_of_few(c: sqlite3.Connection, ids: Ids) -> Roll:
    """Return a roll of these articles alone, read one by one."""
    sql = f"SELECT id, {_KINDS} FROM listing WHERE {among('id')} ORDER BY id"  # noqa: S608 - names of ours
    numbers: dict[Kind, int] = {}
    rows = [(row[0], numbers.setdefault(row[1:], len(numbers))) for row in c.execute(sql, (values_of(ids.tolist()),))]
    found = np.array(rows, np.int64).reshape(-1, 2)
    return Roll(found[:, 0], found[:, 1].astype(np.uint32), tuple(numbers))


def read_ids(c: sqlite3.Connection, sql: str, values: Sequence[object]) -> Ids:
    """Return the ids, rising, that a statement with one column, called `id`, gives.

    They come as one text: taking rows from SQLite one at a time takes three times as long. The order of a text that is
    put together from rows is nobody's promise, so they are sorted here, which costs next to nothing where they are.
    """
    (text,) = c.execute(f"SELECT {joined('id')} FROM ({sql})", values).fetchone()  # noqa: S608 - a statement of ours
    return np.sort(ids_in(text), kind="stable")


def ids_in(text: str | None) -> Ids:
    """Return the ids of a text that `joined` made, in whatever order they stand in it."""
    return np.fromstring(str(text), np.int64, sep=",") if text is not None else np.empty(0, np.int64)


def days_on(ids: Ids, stretches: Stretches) -> Ids:
    """Return the number of the local day of each id, in a zone."""
    offsets = np.array([offset for _, offset in stretches], np.int64)
    ends = np.array([end for end, _ in stretches], np.int64)
    ahead = offsets[np.searchsorted(ends, ids, side="right")] if len(offsets) > 1 else offsets[0]
    found: Ids = (ids // PER_MINUTE + ahead) // _DAY
    return found


def _read(c: sqlite3.Connection, stamp: int) -> Roll:
    ids, kind, kinds = _of_parts(c.execute(f"SELECT {_KINDS}, ids FROM day_part"), ())  # noqa: S608 - names of ours
    order = np.argsort(ids, kind="stable")
    return Roll(ids[order], kind[order], kinds, stamp)


def _every_seen(c: sqlite3.Connection, ids: Ids) -> Ids:
    """Return when each article of the whole library was first seen; `ids` are all there are, rising."""
    found = np.zeros(len(ids), np.int64)
    last = (-1, -1)
    while True:
        numbers, seen = _both(
            c,
            "SELECT id, first_seen_at FROM listing WHERE (first_seen_at, id) > (?, ?) "
            "ORDER BY first_seen_at, id LIMIT ?",
            (*last, _AT_ONCE),
        )
        if not len(numbers):
            return found
        found[np.searchsorted(ids, numbers)] = seen
        end = np.lexsort((numbers, seen))[-1]
        last = (int(seen[end]), int(numbers[end]))


def _seen(c: sqlite3.Connection, ids: Ids) -> Ids:
    """Return when each of these articles was first seen."""
    sql = f"SELECT id, first_seen_at FROM listing WHERE {among('id')}"  # noqa: S608 - names of ours
    numbers, seen = _both(c, sql, (values_of(ids.tolist()),))
    order = np.argsort(numbers)
    found: Ids = seen[order][np.searchsorted(numbers[order], ids)]
    return found


def _both(c: sqlite3.Connection, sql: str, values: Sequence[object]) -> tuple[Ids, Ids]:
    """Return the ids and times that a statement gives, side by side: each of its rows adds to both texts at once."""
    both = c.execute(f"SELECT {joined('id')}, {joined('first_seen_at')} FROM ({sql})", values)  # noqa: S608 - ours
    numbers, seen = both.fetchone()
    return ids_in(numbers), ids_in(seen)


def _caught_up(c: sqlite3.Connection, roll: Roll, days: list[int], stamp: int) -> Roll:
    """Return the roll with these days taken out and put in as they are now."""
    rows = c.execute(
        f"SELECT {_KINDS}, ids FROM day_part WHERE {among('day')}",  # noqa: S608 - names of ours
        (values_of(days),),
    )
    ids, kind, kinds = _of_parts(rows, roll.kinds)
    low, high = ids_around(min(days), max(days))
    first, end = np.searchsorted(roll.ids, [low, high])
    keeps = roll.everything()
    keeps[first:end] = ~np.isin(days_on(roll.ids[first:end], kept_zone(c)), days)
    every, kind = np.concatenate((roll.ids[keeps], ids)), np.concatenate((roll.kind[keeps], kind))
    order = np.argsort(every, kind="stable")
    seen = roll.seen
    if seen is not None:
        seen = np.concatenate((seen[keeps], _seen(c, ids)))[order]
    return Roll(every[order], kind[order], kinds, stamp, seen)


def _of_parts(
    rows: Iterator[Sequence[Any]], known: tuple[Kind, ...]
) -> tuple[Ids, npt.NDArray[np.unsignedinteger[Any]], tuple[Kind, ...]]:
    numbers = {kind: place for place, kind in enumerate(known)}
    places, n_each = array("q"), array("q")
    packed = bytearray()
    for *keys, some in rows:
        places.append(numbers.setdefault(tuple(keys), len(numbers)))
        n_each.append(len(some) // 8)
        packed += some
    kind = np.repeat(np.array(places, np.min_scalar_type(len(numbers))), n_each)
    return np.frombuffer(packed, np.int64), kind, tuple(numbers)
