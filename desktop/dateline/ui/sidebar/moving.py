"""Where a row of the sidebar can be moved to. Pure.

Saved searches, reading lists and folders stand in an order of the user's own; an outlet is put into a folder.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from dateline.ui.sidebar.rows import Kind, Row

_SORTED = frozenset({Kind.SEARCH, Kind.LIST, Kind.FOLDER})
_OUTLETS = "outlets"


@dataclass(frozen=True, slots=True)
class Move:
    """What a row would come to: an order of the keys of its like, or else a folder, "" for none.

    `line` is the number of the row over which it would stand, `into` the key of the row that stands for the folder.
    """

    row: Row
    order: tuple[str, ...] = ()
    line: int = -1
    folder: str = ""
    into: str = ""


def can_move(row: Row) -> bool:
    """Tell whether a row has places to go to."""
    return row.kind in _SORTED or (row.kind is Kind.OUTLET and row.is_followed)


def move_over(rows: Sequence[Row], held: Row, number: int, *, is_below: bool) -> Move | None:
    """Return what letting a row go over another one would do: above its middle, or below it; None for nothing."""
    if not 0 <= number < len(rows):
        return None
    if held.kind is Kind.OUTLET:
        return _into_folder(held, rows[number])
    held_at = rows.index(held)
    first, end = _section(rows, held_at)
    if not first <= number < end:
        return None
    like = [at for at in range(first, end) if rows[at].kind is held.kind]
    gap = sum(at < number or (at == number and is_below) for at in like)
    return _to_gap(rows, held_at, like, gap)


def move_by(rows: Sequence[Row], held: Row, step: int) -> Move | None:
    """Return what moving a row up (-1) or down (1) among its like does; None at an end, and for what has no order."""
    if held.kind not in _SORTED or held not in rows:
        return None
    at = rows.index(held)
    first, end = _section(rows, at)
    like = [number for number in range(first, end) if rows[number].kind is held.kind]
    return _to_gap(rows, at, like, like.index(at) + (step if step < 0 else step + 1))


def folder_of(outlet: Row) -> str:
    """Return the folder in which an outlet's row stands, "" for none."""
    return outlet.key.removeprefix("outlet:").removesuffix(f":{outlet.icon}") if outlet.is_inside else ""


def _to_gap(rows: Sequence[Row], held_at: int, like: Sequence[int], gap: int) -> Move | None:
    at = like.index(held_at)
    if not 0 <= gap <= len(like) or gap in (at, at + 1):
        return None
    keys = [rows[number].key for number in like]
    keys.insert(gap - (gap > at), keys.pop(at))
    line = like[gap] if gap < len(like) else _end_of(rows, like[-1])
    return Move(rows[held_at], tuple(keys), line)


def _into_folder(held: Row, over: Row) -> Move | None:
    if over.kind is Kind.FOLDER:
        folder, into = over.key.removeprefix("folder:"), over.key
    elif over.kind is Kind.OUTLET:
        folder = folder_of(over)
        into = f"folder:{folder}" if folder else _OUTLETS
    elif over.key == _OUTLETS:
        folder, into = "", _OUTLETS
    else:
        return None
    return None if folder == folder_of(held) else Move(held, folder=folder, into=into)


def _section(rows: Sequence[Row], at: int) -> tuple[int, int]:
    """Return where the section of a row begins, with its heading, and ends."""
    first = max((number for number in range(at) if rows[number].kind is Kind.SECTION), default=0)
    end = next((number for number in range(at + 1, len(rows)) if rows[number].kind is Kind.SECTION), len(rows))
    return first, end


def _end_of(rows: Sequence[Row], at: int) -> int:
    """Return the number of the row after this one and what stands inside it."""
    return next((number for number in range(at + 1, len(rows)) if not rows[number].is_inside), len(rows))
