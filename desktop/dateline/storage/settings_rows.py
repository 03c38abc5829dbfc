"""Properties of the library as a whole."""

from __future__ import annotations

import sqlite3
from typing import TYPE_CHECKING

from dateline.news.change import Change
from dateline.storage.database import driver
from dateline.storage.dialect import putting

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def setting(c: sqlite3.Connection, name: str) -> str:
    """Return a property of the library, "" where it was never set. Read job."""
    row = c.execute("SELECT value FROM setting WHERE name = ?", (name,)).fetchone()
    return "" if row is None else str(row[0])


def keep_setting(c: Writing, name: str, value: str) -> Change:
    """Set a property of the library. Write job."""
    driver(c).execute(putting("setting", ("name", "value"), ("name",)), (name, value))
    return Change()


def mark_as_sample(c: Writing) -> Change:
    """Declare that this library holds sample coverage: every article kept from now on is marked so. Write job."""
    return keep_setting(c, "sample", "yes")


def is_sample_library(c: sqlite3.Connection) -> bool:
    """Tell whether this library holds sample coverage. Read job."""
    return setting(c, "sample") == "yes"
