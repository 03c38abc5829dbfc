"""The library examined: is the file sound, does what is derived agree with what was given, is there a backup.

Nothing of the library is changed here; `storage.salvage` and `storage.rebuild` repair.
"""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from pathlib import Path

from dateline.errors import DamagedLibrary, LibraryError
from dateline.storage.backup import is_backup_due, list_backups
from dateline.storage.connecting import can_write, connect, connect_to_read, files_of, is_on_network
from dateline.storage.failures import expected
from dateline.storage.settings_rows import setting
from dateline.text.tokens import TOKENS_VERSION

_MOST_TOLD = 20
_LITTLE_ROOM = 500_000_000


class Kind(StrEnum):
    """What a trouble is about, and so what mends it."""

    DAMAGE = "damage"  # pages of the file
    DERIVED = "derived"  # can be made again
    GIVEN = "given"  # rows that do not fit together
    ADVICE = "advice"  # nothing is wrong yet


@dataclass(frozen=True, slots=True)
class Trouble:
    """Something found wrong or unwise, with what to do about it."""

    kind: Kind
    sentence: str
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """What an examination found. Sizes in bytes."""

    n_articles: int
    n_revisions: int
    n_bytes: int
    n_bytes_free: int  # inside the file, given back by compacting
    troubles: tuple[Trouble, ...]

    @property
    def is_sound(self) -> bool:
        """Tell whether nothing is wrong; advice may be there all the same."""
        return all(trouble.kind is Kind.ADVICE for trouble in self.troubles)


_AGREEMENTS: tuple[tuple[str, Kind, str], ...] = (
    (
        "SELECT (SELECT count(*) FROM article) != (SELECT count(*) FROM listing)",
        Kind.DERIVED,
        "The list of articles that filters read is not complete.",
    ),
    (
        "SELECT (SELECT count(*) FROM article) != (SELECT count(*) FROM indexed)",
        Kind.DERIVED,
        "Some articles are not in the search index.",
    ),
    (
        """SELECT EXISTS (SELECT 1 FROM mark m JOIN listing l ON l.id = m.article_id
        WHERE m.is_read != l.is_read OR m.is_starred != l.is_starred)""",
        Kind.DERIVED,
        "Filters do not know of all articles that are read or starred.",
    ),
    (
        """SELECT EXISTS (SELECT 1 FROM article a
        LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions
        WHERE a.n_revisions > 0 AND r.id IS NULL)""",
        Kind.GIVEN,
        "The newest text of some articles is missing.",
    ),
    (
        """SELECT EXISTS (SELECT 1 FROM article a
        LEFT JOIN address d ON d.url_key = a.url_key WHERE d.article_id IS NULL)""",
        Kind.GIVEN,
        "Some articles are not known by their address.",
    ),
    (
        """SELECT EXISTS (SELECT outlet_id, is_read, is_starred, count(*) FROM listing GROUP BY 1, 2, 3
        EXCEPT SELECT outlet_id, is_read, is_starred, sum(n) FROM day_part GROUP BY 1, 2, 3)""",
        Kind.DERIVED,
        "The counts of articles a day are wrong.",
    ),
    (
        "SELECT EXISTS (SELECT 1 FROM finding f LEFT JOIN article a ON a.id = f.article_id WHERE a.id IS NULL)",
        Kind.DERIVED,
        "There are findings of articles that are gone.",
    ),
)


def examine(path: Path, now: datetime) -> Report:
    """Look through the whole library; takes minutes where it is large, and may run while it is in use.

    Raises:
        LibraryError: there is no library, or it cannot be opened at all.
    """
    if not path.is_file():
        raise LibraryError(f"There is no library {path}.", "Name one with --library.")
    troubles: list[Trouble] = []
    counts = (0, 0, 0)
    try:
        with closing(connect(path) if can_write(path) else connect_to_read(path)) as connection:
            counts = _counts(connection)
            troubles += _damage(connection)
            if not troubles:
                troubles += _disagreements(connection)
                if can_write(path):  # SQLite says it by a write
                    troubles += _damaged_index(connection)
    except sqlite3.Error as error:
        found = expected(error, path)
        if not isinstance(found, DamagedLibrary):
            raise found from error
        troubles.append(Trouble(Kind.DAMAGE, found.sentence, _MEND_DAMAGE))
    n_bytes = sum(file.stat().st_size for file in files_of(path) if file.exists())
    return Report(counts[0], counts[1], n_bytes, counts[2], (*troubles, *_advice(path, n_bytes, now)))


_MEND_DAMAGE = "`dateline doctor --repair` saves what can be read; `dateline restore` goes back to a backup."


def _damage(c: sqlite3.Connection) -> list[Trouble]:
    found = [row[0] for row in c.execute(f"PRAGMA integrity_check({_MOST_TOLD})")]
    return (
        [] if found == ["ok"] else [Trouble(Kind.DAMAGE, f"The file is damaged: {one}", _MEND_DAMAGE) for one in found]
    )


def _disagreements(c: sqlite3.Connection) -> list[Trouble]:
    found = [
        Trouble(kind, sentence, "`dateline doctor --repair` mends it.")
        for sql, kind, sentence in _AGREEMENTS
        if c.execute(sql).fetchone()[0]
    ]
    orphans = {(row[0], row[2]) for row in c.execute("PRAGMA foreign_key_check")}
    found += [
        Trouble(
            Kind.GIVEN, f"Rows of “{table}” point to a “{parent}” that is gone.", "`dateline doctor --repair` mends it."
        )
        for table, parent in sorted(orphans)
    ]
    if setting(c, "tokens") != str(TOKENS_VERSION):
        found.append(
            Trouble(Kind.DERIVED, "The search index is of an older Dateline.", "`dateline rebuild` makes it anew.")
        )
    return found


def _damaged_index(c: sqlite3.Connection) -> list[Trouble]:
    try:
        c.execute("INSERT INTO search(search) VALUES ('integrity-check')")
    except sqlite3.DatabaseError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF != sqlite3.SQLITE_CORRUPT:
            raise
        return [Trouble(Kind.DERIVED, "The search index is damaged.", "`dateline doctor --repair` makes it anew.")]
    return []


def _counts(c: sqlite3.Connection) -> tuple[int, int, int]:
    """Return how many articles, texts and free bytes there are; zeros where a damaged library cannot tell."""
    with suppress(sqlite3.DatabaseError):
        return _counted(c)
    return 0, 0, 0


def _counted(c: sqlite3.Connection) -> tuple[int, int, int]:
    (n_articles,) = c.execute("SELECT count(*) FROM listing").fetchone()
    (n_revisions,) = c.execute("SELECT count(*) FROM revision").fetchone()
    free = c.execute("PRAGMA freelist_count").fetchone()[0] * c.execute("PRAGMA page_size").fetchone()[0]
    return n_articles, n_revisions, free


def _advice(path: Path, n_bytes: int, now: datetime) -> list[Trouble]:
    found: list[Trouble] = []
    if not can_write(path):
        sentence = "The library lies where nothing can be written, so it can only be read."
        return [Trouble(Kind.ADVICE, sentence, "Copy it to another place to mark, note or refresh.")]
    made = list_backups(path)
    if not made:
        found.append(Trouble(Kind.ADVICE, "There is no automatic backup yet.", "`dateline backup FILE` makes one now."))
    elif is_backup_due(path, now):
        age = f"{made[0].made_at.astimezone():%Y-%m-%d %H:%M}"
        found.append(
            Trouble(Kind.ADVICE, f"The newest automatic backup is of {age}.", "One is made at the next refresh.")
        )
    free = shutil.disk_usage(path.parent).free
    if free < max(_LITTLE_ROOM, n_bytes // 10):
        found.append(Trouble(Kind.ADVICE, f"Only {free // 1_000_000:,} MB are left on the disk.", "Make room."))
    if is_on_network(path):
        found.append(
            Trouble(
                Kind.ADVICE,
                "The library lies on a network disk: it is slower there, and only as safe as that disk’s locks.",
                "Keep it on this machine, and backups on the network.",
            )
        )
    return found
