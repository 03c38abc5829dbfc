"""Taking back what the user did: a write job is recorded as the statements that would undo it.

Temporary triggers note, for every row of the user's tables that a job adds, changes or deletes, the statement that
puts it back (SQLite's own recipe, sqlite.org/undoredo.html). The record lives as long as the library is open and is
never kept in it. What is derived is made again from the rows that were put back.
"""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Callable
from typing import TYPE_CHECKING

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.storage.database import driver
from dateline.storage.laid_open import lay_open_again

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: The tables that hold what the user did, and how many acts can be taken back.
TABLES = (
    "mark",
    "tag",
    "tag_name",
    "note",
    "reading_list",
    "list_item",
    "correction",
    "rule",
    "rule_done",
    "saved_search",
    "lexicon_edit",
    "setting",
    "source",
)
#: Of these tables a job of the user's changes some columns; the others are the refresh's and must stay as they are.
COLUMNS = {"source": ("title", "folder")}
MOST_ACTS = 100


def recorded(c: Writing, act: Callable[[Writing], Change]) -> Change:
    """Run `act`, a write job, so that it can be taken back by the number that its change then carries. Write job."""
    db = driver(c)
    _prepare(db)
    before = _last(db)
    for trigger in _triggers(db):
        db.execute(trigger)
    try:
        change = act(c)
    finally:
        # A job that failed is rolled back, its triggers with it; one that was caught inside must not leave them.
        for table in TABLES:
            for event in ("insert", "update", "delete"):
                db.execute(f"DROP TRIGGER IF EXISTS temp.undo_{table}_{event}")
    if _last(db) == before:
        return change
    articles = json.dumps([*change.new_articles, *change.changed_articles])
    kept = db.execute(
        "INSERT INTO temp.undo_act(first, last, articles) VALUES (?, ?, ?)", (before, _last(db), articles)
    )
    number = int(kept.lastrowid or 0)
    too_old = number - MOST_ACTS
    db.execute("DELETE FROM temp.undo_step WHERE id <= (SELECT max(last) FROM temp.undo_act WHERE id <= ?)", (too_old,))
    db.execute("DELETE FROM temp.undo_act WHERE id <= ?", (too_old,))
    return change._replace(undo=number)


def take_back(c: Writing, number: int) -> Change:
    """Undo an act that was recorded; one that is too old or was taken back changes nothing. Write job."""
    db = driver(c)
    _prepare(db)
    act = db.execute("SELECT first, last, articles FROM temp.undo_act WHERE id = ?", (number,)).fetchone()
    if act is None:
        return Change()
    first, last, articles = act
    db.execute("PRAGMA defer_foreign_keys = ON")
    steps = db.execute("SELECT sql FROM temp.undo_step WHERE id > ? AND id <= ? ORDER BY id DESC", (first, last))
    has_corrections = False
    for (statement,) in steps.fetchall():
        db.execute(statement)
        has_corrections |= " correction " in statement[:24]
    db.execute("DELETE FROM temp.undo_act WHERE id = ?", (number,))
    db.execute("DELETE FROM temp.undo_step WHERE id > ? AND id <= ?", (first, last))
    touched = tuple(ArticleId(one) for one in json.loads(articles))
    lay_open_again(db, touched, has_corrections=has_corrections)
    return Change(changed_articles=touched, has_user_data=True)


def _prepare(db: sqlite3.Connection) -> None:
    db.execute("CREATE TEMP TABLE IF NOT EXISTS undo_step (id INTEGER PRIMARY KEY AUTOINCREMENT, sql TEXT NOT NULL)")
    db.execute(
        "CREATE TEMP TABLE IF NOT EXISTS undo_act "
        "(id INTEGER PRIMARY KEY AUTOINCREMENT, first INTEGER, last INTEGER, articles TEXT)"
    )


def _last(db: sqlite3.Connection) -> int:
    row = db.execute("SELECT seq FROM temp.sqlite_sequence WHERE name = 'undo_step'").fetchone()
    return 0 if row is None else int(row[0])


def _triggers(db: sqlite3.Connection) -> list[str]:
    made = []
    for table in TABLES:
        columns = db.execute(f"PRAGMA table_info({table})").fetchall()
        names = [column[1] for column in columns]
        keys = [column[1] for column in columns if column[5]]
        put = "INSERT INTO undo_step(sql) VALUES"
        where = " || ' AND ' || ".join(f"""'"{key}" = ' || quote({{row}}."{key}")""" for key in keys)
        listed = ", ".join(f'"{name}"' for name in names)
        values = " || ', ' || ".join(f'quote(old."{name}")' for name in names)
        changing = COLUMNS.get(table, tuple(names))
        sets = " || ', ' || ".join(f"""'"{name}" = ' || quote(old."{name}")""" for name in changing)
        # Names of our own tables and columns; values go through SQLite's quote().
        gone = f"'DELETE FROM {table} WHERE ' || {where.format(row='new')}"  # noqa: S608 - names of ours
        changed = f"'UPDATE {table} SET ' || {sets} || ' WHERE ' || {where.format(row='new')}"  # noqa: S608
        come = f"'INSERT INTO {table} ({listed}) VALUES (' || {values} || ')'"  # noqa: S608 - names of ours
        for event, statement in (("insert", gone), ("update", changed), ("delete", come)):
            of = f" OF {', '.join(changing)}" if event == "update" and table in COLUMNS else ""
            when = f"AFTER {event.upper()}{of} ON main.{table}"
            made.append(f"CREATE TEMP TRIGGER undo_{table}_{event} {when} BEGIN {put} ({statement}); END")
    return made
