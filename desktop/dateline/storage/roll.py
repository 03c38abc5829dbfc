"""The roll: every article's id, oldest first, with its kind, held in memory by whoever reads a large library.

To look up row by row what stands beside a hundred thousand matches takes longest of all that a filter takes; on the
roll it is one step over arrays. A kind is what the parts of a day share (`storage.day_parts`), and the parts are what
the roll is read from: at first all of them, later those of the days that were written since. It takes some ten bytes an
article. It brings numpy in, so nothing that the window's first page needs may import it.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import numpy.typing as npt

from dateline.storage.article_ids import PER_MINUTE
from dateline.storage.connecting import LibraryConnection
from dateline.storage.day_parts import KIND_KEYS, kept_zone
from dateline.storage.days import Stretches

Ids: TypeAlias = npt.NDArray[np.int64]
#: For each article of a roll, whether it answers.
Mask: TypeAlias = npt.NDArray[np.bool_]
#: The values of KIND_KEYS that many articles share.
Kind: TypeAlias = tuple[Any, ...]

_DAY = 1440
#: Where more days than this were written since, everything is read again.
_MOST_DAYS = 400
_KINDS = ", ".join(KIND_KEYS)


@dataclass(frozen=True, slots=True, eq=False)
class Roll:
    """Articles by id, rising, and for each the place of its kind in `kinds`; `stamp` is the newest of their days."""

    ids: Ids
    kind: npt.NDArray[np.unsignedinteger[Any]]
    kinds: tuple[Kind, ...]
    stamp: int = 0

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
    """Return the roll of the library as `c` sees it; a reader's own is kept and brought up to date."""
    kept = c.roll if isinstance(c, LibraryConnection) else None
    (stamp,) = c.execute("SELECT coalesce(max(stamp), 0) FROM day_stamp").fetchone()
    if kept is not None and kept.stamp == stamp:
        return kept
    days = [] if kept is None else _days_since(c, kept.stamp)
    roll = _read(c, stamp) if kept is None or len(days) > _MOST_DAYS else _caught_up(c, kept, days, stamp)
    # What a writer sees of its own transaction may yet be undone.
    if isinstance(c, LibraryConnection) and c.is_reader:
        c.roll = roll
    return roll


def roll_of_few(c: sqlite3.Connection, ids: Ids) -> Roll:
    """Return a roll of these articles alone, read one by one."""
    sql = f"SELECT id, {_KINDS} FROM listing WHERE id IN (SELECT value FROM json_each(?)) ORDER BY id"  # noqa: S608
    numbers: dict[Kind, int] = {}
    rows = [(row[0], numbers.setdefault(row[1:], len(numbers))) for row in c.execute(sql, (json.dumps(ids.tolist()),))]
    found = np.array(rows, np.int64).reshape(-1, 2)
    return Roll(found[:, 0], found[:, 1].astype(np.uint32), tuple(numbers))


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


def read_ids(c: sqlite3.Connection, sql: str, values: Sequence[object]) -> Ids:
    """Return the ids that a statement with one column, called `id`, gives, in its order.

    They come as one text: taking rows from SQLite one at a time takes three times as long.
    """
    (text,) = c.execute(f"SELECT group_concat(id) FROM ({sql})", values).fetchone()  # noqa: S608 - a statement of ours
    return ids_in(text)


def ids_in(text: str | None) -> Ids:
    """Return the ids of a text that SQLite's `group_concat` made."""
    return np.fromstring(str(text), np.int64, sep=",") if text is not None else np.empty(0, np.int64)


def days_on(ids: Ids, stretches: Stretches) -> Ids:
    """Return the number of the local day of each id, in a zone."""
    offsets = np.array([offset for _, offset in stretches], np.int64)
    ends = np.array([end for end, _ in stretches], np.int64)
    ahead = offsets[np.searchsorted(ends, ids, side="right")] if len(offsets) > 1 else offsets[0]
    found: Ids = (ids // PER_MINUTE + ahead) // _DAY
    return found


def _days_since(c: sqlite3.Connection, stamp: int) -> list[int]:
    return [row[0] for row in c.execute("SELECT day FROM day_stamp WHERE stamp > ?", (stamp,))]


def _read(c: sqlite3.Connection, stamp: int) -> Roll:
    ids, kind, kinds = _of_parts(c.execute(f"SELECT {_KINDS}, ids FROM day_part"), ())  # noqa: S608
    return _sorted(ids, kind, kinds, stamp)


def _caught_up(c: sqlite3.Connection, roll: Roll, days: list[int], stamp: int) -> Roll:
    """Return the roll with these days taken out and put in as they are now."""
    rows = c.execute(
        f"SELECT {_KINDS}, ids FROM day_part WHERE day IN (SELECT value FROM json_each(?))",  # noqa: S608
        (json.dumps(days),),
    )
    ids, kind, kinds = _of_parts(rows, roll.kinds)
    # A day more at both ends: no zone is further from UTC.
    low, high = ((day * _DAY) * PER_MINUTE for day in (min(days) - 1, max(days) + 2))
    first, end = np.searchsorted(roll.ids, [low, high])
    keeps = roll.everything()
    keeps[first:end] = ~np.isin(days_on(roll.ids[first:end], kept_zone(c)), days)
    return _sorted(np.concatenate((roll.ids[keeps], ids)), np.concatenate((roll.kind[keeps], kind)), kinds, stamp)


def _of_parts(
    rows: Iterator[Sequence[Any]], known: tuple[Kind, ...]
) -> tuple[Ids, npt.NDArray[np.unsignedinteger[Any]], tuple[Kind, ...]]:
    numbers = {kind: place for place, kind in enumerate(known)}
    places: list[int] = []
    packed: list[bytes] = []
    for *keys, some in rows:
        places.append(numbers.setdefault(tuple(keys), len(numbers)))
        packed.append(some)
    ids = np.frombuffer(b"".join(packed), np.int64)
    kind_of_part = np.array(places, np.min_scalar_type(len(numbers)))
    kind = np.repeat(kind_of_part, np.array([len(some) // 8 for some in packed], np.int64))
    return ids, kind, tuple(numbers)


def _sorted(ids: Ids, kind: npt.NDArray[np.unsignedinteger[Any]], kinds: tuple[Kind, ...], stamp: int) -> Roll:
    order = np.argsort(ids, kind="stable")
    return Roll(ids[order], kind[order], kinds, stamp)
