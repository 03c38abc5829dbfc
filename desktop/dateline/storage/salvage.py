"""What can still be read of a damaged library, carried into a new one, and the gaps filled from a backup.

Rows are read table by table until a page cannot be, then beyond it. What is derived is copied only where all of it can
be read; the rest is made again (`storage.rebuild`). The damaged file is kept aside.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from dateline.errors import CannotOpenLibrary, DamagedLibrary
from dateline.news.card import COMPLETENESS_ORDER, Completeness
from dateline.storage.backup import newest_backup, refuse_if_open, set_aside
from dateline.storage.connecting import connect, connect_to_read
from dateline.storage.failures import expected
from dateline.storage.migrations import migrate
from dateline.storage.packing import seconds

_AT_ONCE = 256
#: Made from other tables right away.
_REMADE = (
    *("listing", "day_part", "day_stamp", "indexed", "noted", "outlet"),
    *("compared", "uncompared", "story_feature", "story", "shingle", "statement"),
)
#: Made by analysis: copied together or not at all.
_ANALYSED = ("finding", "topic", "person", "person_name", "entity_name", "quote")
_LOST = "Its newest text was lost when the library was damaged."
_EMPTY, _TEASER = (COMPLETENESS_ORDER.index(one) for one in (Completeness.EMPTY, Completeness.TEASER))


@dataclass(frozen=True, slots=True)
class Salvage:
    """What became of a damaged library: where it is kept, and of each table how many rows came from where."""

    aside: Path | None
    n_read: dict[str, int]
    n_from_backup: dict[str, int]
    n_dropped: int  # rows whose article is gone
    n_articles_lost: int  # as far as what pointed to them tells
    n_texts_lost: int  # articles whose newest text is gone, so that an earlier one or their summary is all there is


def salvage(library: Path, now: datetime) -> Salvage:
    """Put what can be read of a damaged library in its place; search and lists are to be remade next.

    Raises:
        DamagedLibrary: not even the list of tables can be read, and there is no backup.
        LibraryInUse: the library is open somewhere.
        CannotOpenLibrary: the files cannot be written.
        DiskFull: there is no room.
    """
    refuse_if_open(library)
    backup = newest_backup(library)
    part = library.with_name(library.name + ".part")
    part.unlink(missing_ok=True)
    try:
        with closing(connect(part)) as new:
            migrate(new)
            new.execute("PRAGMA foreign_keys = OFF")
            new.execute("BEGIN IMMEDIATE")
            tables = _tables(new)
            with closing(connect_to_read(library)) as old:
                n_read = _copy_readable(old, new, tables)
            n_more: dict[str, int] = {}
            if backup is not None:
                with closing(connect_to_read(backup.path)) as old:
                    n_more = {table: _copy(old, new, table) for table in tables if table not in _ANALYSED}
            if not sum(n_read.values()) and not sum(n_more.values()):
                raise DamagedLibrary(f"Nothing can be read of the library {library}.", "It was left as it is.")
            n_texts_lost = _do_without_lost_texts(new, now)
            (n_articles_lost,) = new.execute(_POINTING_NOWHERE).fetchone()
            n_dropped = _drop_orphans(new)
            new.execute("DELETE FROM setting WHERE name = 'days'")
            new.execute("INSERT INTO uncompared(article_id) SELECT article_id FROM finding")
            new.execute("COMMIT")
            new.execute("PRAGMA journal_mode = DELETE")
        aside = set_aside(library, f"damaged-{now.astimezone(UTC):%Y-%m-%dT%H%M%SZ}")
        part.replace(library)
    except sqlite3.Error as error:
        raise expected(error, library) from error
    except OSError as error:
        raise CannotOpenLibrary(
            f"The library {library} cannot be replaced: {error.strerror or error}.", "It was left as it is."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    from_backup = {table: n for table, n in n_more.items() if n}
    return Salvage(aside, n_read, from_backup, n_dropped, n_articles_lost, n_texts_lost)


_POINTING_NOWHERE = """
SELECT count(*) FROM (SELECT article_id FROM address UNION SELECT article_id FROM revision UNION
                      SELECT article_id FROM entry UNION SELECT article_id FROM mark)
WHERE article_id NOT IN (SELECT id FROM article)
"""


def _tables(c: sqlite3.Connection) -> list[str]:
    names = (row[0] for row in c.execute("SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY rowid"))
    return [name for name in names if not name.startswith(("search", "sqlite_")) and name not in _REMADE] + ["outlet"]


def _copy_readable(old: sqlite3.Connection, new: sqlite3.Connection, tables: Sequence[str]) -> dict[str, int]:
    n_read: dict[str, int] = {}
    is_whole = True
    for table in tables:
        if table in _ANALYSED and not is_whole:
            continue
        n_read[table] = _copy(old, new, table)
        if table in _ANALYSED and not _is_whole(old, table):
            is_whole = False
    if not is_whole:
        for table in _ANALYSED:
            new.execute(f"DELETE FROM {table}")  # noqa: S608 - names from above
            n_read.pop(table, None)
        new.execute("DELETE FROM setting WHERE name = 'analysis'")
    return n_read


def _is_whole(old: sqlite3.Connection, table: str) -> bool:
    try:
        return bool(old.execute(f"PRAGMA quick_check({table})").fetchone()[0] == "ok")
    except sqlite3.DatabaseError:
        return False


def _copy(old: sqlite3.Connection, new: sqlite3.Connection, table: str) -> int:
    """Copy the rows of a table that can be read and are not there yet; returns how many."""
    try:
        there = [row[1] for row in old.execute(f"PRAGMA table_info({table})")]
    except sqlite3.DatabaseError:
        return 0
    info = new.execute(f"PRAGMA table_info({table})").fetchall()
    columns = [row[1] for row in info if row[1] in there]
    if len(columns) < len(info):
        return 0
    listed = ", ".join(f'"{column}"' for column in columns)
    put = f"INSERT OR IGNORE INTO {table}({listed}) VALUES ({', '.join('?' * len(columns))})"  # noqa: S608
    keys = [row[1] for row in sorted(info, key=lambda row: row[5]) if row[5]]
    has_number = len(keys) == 1 and next(row[2] for row in info if row[1] == keys[0]) == "INTEGER"
    rows = _by_number(old, table, listed, keys[0]) if has_number else _from_both_ends(old, table, listed, keys)
    before = new.total_changes
    for row in rows:
        new.execute(put, row)
    return new.total_changes - before


def _by_number(old: sqlite3.Connection, table: str, listed: str, key: str) -> Iterator[tuple[Any, ...]]:
    place = [column.strip() for column in listed.split(",")].index(f'"{key}"')
    after, n, step = -(2**63), _AT_ONCE, 0
    while step < 2**40:
        sql = f'SELECT {listed} FROM {table} WHERE "{key}" > ? ORDER BY "{key}" LIMIT ?'  # noqa: S608 - names of ours
        try:
            rows = old.execute(sql, (after, n)).fetchall()
        except sqlite3.DatabaseError:
            if n > 1:
                n = 1
                continue
            # Row by row up to the page that cannot be read, then ever longer steps until one leads beyond it.
            step = max(1, step * 2)
            after = max(after, _lowest(old, table, key)) + step
            continue
        if not rows:
            return
        yield from rows
        after, n, step = rows[-1][place], min(n * 2, _AT_ONCE), 0


def _lowest(old: sqlite3.Connection, table: str, key: str) -> int:
    try:
        return int(old.execute(f'SELECT min("{key}") FROM {table}').fetchone()[0] or 0)  # noqa: S608 - names of ours
    except sqlite3.DatabaseError:
        return 0


def _from_both_ends(old: sqlite3.Connection, table: str, listed: str, keys: Sequence[str]) -> Iterator[tuple[Any, ...]]:
    for way in ("ASC", "DESC"):
        order = ", ".join(f'"{key}" {way}' for key in keys)
        try:
            yield from old.execute(f"SELECT {listed} FROM {table} ORDER BY {order}")  # noqa: S608 - names of ours
        except sqlite3.DatabaseError:
            continue
        return


def _do_without_lost_texts(new: sqlite3.Connection, now: datetime) -> int:
    """Let articles whose newest text is lost have the newest that is left, or their summary; returns how many.

    Their pages are due at once: where a source announced an article, a refresh may read it again.
    """
    newest = "SELECT max(r.number) FROM revision r WHERE r.article_id = a.id"
    lost = new.execute(
        f"SELECT a.id, coalesce(({newest}), 0) FROM article a WHERE a.n_revisions > coalesce(({newest}), 0)"  # noqa: S608
    ).fetchall()
    for number, left in lost:
        held = new.execute("SELECT completeness FROM revision WHERE article_id = ? AND number = ?", (number, left))
        (completeness,) = held.fetchone() or (None,)
        new.execute(
            "UPDATE article SET n_revisions = ?, reason = ?, n_tries = 0, next_try_at = ?, "
            "completeness = coalesce(?, CASE WHEN snippet = '' THEN ? ELSE ? END) WHERE id = ?",
            (left, _LOST, seconds(now), completeness, _EMPTY, _TEASER, number),
        )
        new.execute("DELETE FROM visit WHERE article_id = ?", (number,))
    return len(lost)


def _drop_orphans(new: sqlite3.Connection) -> int:
    new.execute("INSERT OR IGNORE INTO address(url_key, article_id) SELECT url_key, id FROM article")
    n_dropped = 0
    while orphans := new.execute("PRAGMA foreign_key_check").fetchall():
        for table, rowid, parent, number in orphans:
            if rowid is None:
                n_dropped += _drop_pointing_nowhere(new, table, parent, number)
                break
            if not _unpin(new, table, rowid, parent):
                n_dropped += new.execute(f"DELETE FROM {table} WHERE rowid = ?", (rowid,)).rowcount  # noqa: S608
    return n_dropped


def _unpin(new: sqlite3.Connection, table: str, rowid: int, parent: str) -> bool:
    """Keep a note whose revision is lost: it carries its words, and finds its place again in the text there is."""
    if table != "note" or parent != "revision":
        return False
    new.execute("UPDATE note SET revision_id = NULL WHERE rowid = ?", (rowid,))
    return True


def _drop_pointing_nowhere(new: sqlite3.Connection, table: str, parent: str, number: int) -> int:
    column = next(
        row[3] for row in new.execute(f"PRAGMA foreign_key_list({table})") if row[0] == number and row[2] == parent
    )
    if column == "revision_id":
        sql = f"UPDATE {table} SET revision_id = NULL WHERE revision_id NOT IN (SELECT id FROM revision)"  # noqa: S608
        new.execute(sql)
        return 0
    return new.execute(f'DELETE FROM {table} WHERE "{column}" NOT IN (SELECT id FROM {parent})').rowcount  # noqa: S608
