"""Outlets by number, and the names a filter may call them by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import TYPE_CHECKING

from dateline.news.change import Change
from dateline.news.library_view import OutletNames
from dateline.storage.database import driver
from dateline.text.tokens import token_text

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def keep_names(c: Writing, outlets: Sequence[OutletNames]) -> Change:
    """Keep what outlets are called, so that `outlet:` finds them by id, name or alias. Write job."""
    keep_outlets(c, {names.id: names.names for names in outlets if names.id})
    return Change()


def keep_outlets(c: Writing, outlets: dict[str, tuple[str, ...]]) -> None:
    """Give every outlet a number; names are replaced where some are given."""
    rows = [(outlet, _names(outlet, names)) for outlet, names in outlets.items()]
    if rows:
        driver(c).executemany("INSERT INTO outlet(outlet, names) VALUES (?, ?) ON CONFLICT DO NOTHING", rows)
    named = [(text, outlet) for (outlet, text), names in zip(rows, outlets.values(), strict=True) if names]
    if named:
        driver(c).executemany("UPDATE outlet SET names = ? WHERE outlet = ?", named)


def matching_outlets(c: sqlite3.Connection, wanted: str) -> list[int]:
    """Return the numbers of the outlets that go by `wanted`: exactly, else by how a name begins."""
    key = token_text(wanted)
    rows = c.execute("SELECT id, outlet, names FROM outlet").fetchall()
    exact = [number for number, outlet, names in rows if outlet == wanted or key in names.split("\n")]
    if exact or not key:
        return exact
    return [number for number, _, names in rows if any(name.startswith(key) for name in names.split("\n"))]


def names_of(c: sqlite3.Connection, numbers: Iterable[int]) -> set[str]:
    """Return every name of these outlets, as search tokens."""
    rows = c.execute("SELECT id, names FROM outlet").fetchall()
    wanted = set(numbers)
    return {name for number, names in rows if number in wanted for name in names.split("\n") if name}


@lru_cache(maxsize=1_024)  # every refresh keeps the names of the whole list
def _names(outlet: str, names: tuple[str, ...]) -> str:
    return "\n".join(dict.fromkeys(name for name in map(token_text, (outlet, *names)) if name))
