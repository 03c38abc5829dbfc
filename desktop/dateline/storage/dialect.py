"""What SQLite says otherwise than PostgreSQL does, for the statements of the stores: each by what it does.

Stores write SQL that both understand and take the rest from here; what is peculiar to the search index stands in
`storage.search`. A second database gives these names its own words. `tests/storage/test_dialect.py` looks for SQLite's
words anywhere else. The modules that are about its file (`connecting`, `database`, `failures`, `migrations`, `backup`,
`doctor`, `salvage`) and the triggers of `undo` are apart: a server brings its own tools.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Iterable, Sequence

#: Joins to the next table in the order in which they are written, whatever the planner would think of it.
THEN = "CROSS JOIN"


def values_of(values: Iterable[object]) -> str:
    """Return values as the one parameter that `among` and `EACH` take."""
    return json.dumps(list(values))


def among(column: str, parameter: str = "?") -> str:
    """Return the condition that a column has one of the values of a parameter (`values_of`)."""
    return f"{column} IN (SELECT value FROM json_each({parameter}))"  # noqa: S608 - names of ours


#: The values of a parameter (`values_of`) as a table: `j.value`, in the order of `j.key`.
EACH = "json_each(?) j"


def joined(expression: str, between: str = ",") -> str:
    """Return the expression for the texts of a group's rows as one, in no certain order."""
    return f"group_concat({expression}, '{between}')"


def day_of_seconds(column: str) -> str:
    """Return the expression for the day, in UTC, of seconds since 1970."""
    return f"date({column}, 'unixepoch')"


def putting(table: str, columns: Sequence[str], keys: Sequence[str]) -> str:
    """Return the statement that puts a row there, in the place of the one with the same keys where there is one.

    SQLite and PostgreSQL both understand it; it is here because it is long.
    """
    others = ", ".join(f"{column} = excluded.{column}" for column in columns if column not in keys)
    values = ", ".join("?" * len(columns))
    return (
        f"INSERT INTO {table}({', '.join(columns)}) VALUES ({values}) "  # noqa: S608 - names of ours
        f"ON CONFLICT ({', '.join(keys)}) DO UPDATE SET {others}"
    )


def number_of_new_row(done: sqlite3.Cursor) -> int:
    """Return the number that the row of an INSERT was given."""
    return int(done.lastrowid or 0)
