"""The library's schema through time: an ordered tuple of functions; a library's version is how many of them it has had.

A function that was released is never changed again: the schema of its day stands in it in plain SQL. `storage.tables`
says what they add up to today, and a test holds the two equal. Nothing here opens a file.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable

from dateline.storage.first_light import FIRST_LIGHT

#: Marks a SQLite file as a Dateline library (PRAGMA application_id): "DTLN".
APPLICATION_ID = 0x44544C4E


def migrate(connection: sqlite3.Connection) -> None:
    """Bring the open library to the newest schema, in one transaction; nothing happens to one that has it.

    Raises:
        sqlite3.Error: the library could not be changed; it is as it was.
    """
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    if version == len(MIGRATIONS):
        return
    # Keys are checked at the end: a table that is remade leaves them dangling for a moment.
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("BEGIN IMMEDIATE")
    try:
        for step in MIGRATIONS[version:]:
            step(connection)
            if connection.execute("PRAGMA foreign_key_check").fetchone():
                raise sqlite3.IntegrityError(f"{step.__name__} leaves rows that point nowhere")
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        connection.execute(f"PRAGMA user_version = {len(MIGRATIONS)}")
        connection.execute("COMMIT")
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        connection.execute("PRAGMA foreign_keys = ON")


def _run(connection: sqlite3.Connection, script: str) -> None:
    for statement in script.split(";\n"):
        if statement.strip():
            connection.execute(statement)


def first_light(connection: sqlite3.Connection) -> None:
    """Make the tables and the search index of the first release."""
    _run(connection, FIRST_LIGHT)


MIGRATIONS: tuple[Callable[[sqlite3.Connection], None], ...] = (first_light,)
