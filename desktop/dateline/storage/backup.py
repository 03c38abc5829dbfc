"""Backups: a whole, compact copy of the library, made while it is in use, and the way back to one.

Automatic backups lie in a folder beside the library, named by their time; the newest few are kept and the first of each
week. Nothing here needs the library to be open, and a backup is never changed once it has its name.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
from contextlib import closing, suppress
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path

from dateline.errors import CannotOpenLibrary, DamagedLibrary, DiskFull, LibraryInUse, NewerLibrary
from dateline.storage.connecting import connect_to_read, files_of, sync_folder
from dateline.storage.failures import expected
from dateline.storage.migrations import APPLICATION_ID, MIGRATIONS

#: An automatic backup is due so long after the last one.
EVERY = timedelta(days=1)
#: So many of the newest are kept, and the first of each of so many weeks.
_NEWEST_KEPT = 3
_WEEKS_KEPT = 2
_NAME = "%Y-%m-%dT%H%M%SZ"
_ENDING = ".dateline"


@dataclass(frozen=True, slots=True)
class Backup:
    """An automatic backup, when it was made, and its size in bytes."""

    path: Path
    made_at: datetime
    n_bytes: int


def backup_folder(library: Path) -> Path:
    """Return the folder of a library's automatic backups; it may not exist yet."""
    return library.with_name(library.name + ".backups")


def list_backups(library: Path, now: datetime | None = None) -> tuple[Backup, ...]:
    """Return the automatic backups of a library, the newest first; those dated after `now` last.

    They were made while the clock was ahead, so what is dated before now may well be newer. `now` is the clock's.
    """
    now = now or datetime.now(UTC)
    found = []
    with suppress(OSError):
        for path in backup_folder(library).iterdir():
            with suppress(ValueError, OSError):
                made_at = datetime.strptime(path.name.removesuffix(_ENDING), _NAME).replace(tzinfo=UTC)
                found.append(Backup(path, made_at, path.stat().st_size))
    return tuple(sorted(found, key=lambda backup: (backup.made_at <= now, backup.made_at), reverse=True))


def newest_backup(library: Path) -> Backup | None:
    """Return the newest automatic backup of a library that can be opened, None where there is none."""
    return next((backup for backup in list_backups(library) if _is_sound(backup.path)), None)


def back_up(library: Path, target: Path) -> Path:
    """Copy the library as it stands to `target`, which is whole or not there at all.

    Raises:
        CannotOpenLibrary: the library cannot be read or the target not written.
        DamagedLibrary: the library is damaged.
        DiskFull: there is no room.
    """
    part = target.with_name(target.name + ".part")
    try:
        if target.is_dir():
            raise CannotOpenLibrary(f"{target} is a folder.", "Name a file for the backup.")
        if target.absolute() == library.absolute():
            raise CannotOpenLibrary("A library cannot be its own backup.", "Name another file.")
        target.parent.mkdir(parents=True, exist_ok=True)
        part.unlink(missing_ok=True)
        with closing(connect_to_read(library)) as connection:
            connection.execute("VACUUM INTO ?", (str(part),))
        _sync(part)
        part.replace(target)
        sync_folder(target.parent)
    except sqlite3.Error as error:
        raise expected(error, library) from error
    except OSError as error:
        raise CannotOpenLibrary(
            f"The backup {target} cannot be written: {error.strerror or error}.", "Choose another place."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return target


def is_backup_due(library: Path, now: datetime) -> bool:
    """Tell whether the last automatic backup is a day old, or lies in the future, as after a clock was set back."""
    made = list_backups(library, now)
    return not made or not timedelta() <= now - made[0].made_at < EVERY


def back_up_when_due(library: Path, now: datetime) -> Path | None:
    """Make an automatic backup if one is due and drop those that are no longer needed; None where none was due.

    Raises:
        DiskFull: the disk has no room for another copy; what is there stays.
        LibraryError: the library cannot be copied.
    """
    return back_up_now(library, now) if is_backup_due(library, now) else None


def back_up_now(library: Path, now: datetime) -> Path:
    """Make an automatic backup and drop those that are no longer needed.

    Raises:
        DiskFull: the disk has no room for another copy; what is there stays.
        LibraryError: the library cannot be copied.
    """
    folder = backup_folder(library)
    size = sum(file.stat().st_size for file in files_of(library) if file.exists())
    free = shutil.disk_usage(library.parent).free
    if free < 2 * size:
        raise DiskFull(
            f"There is no room for a backup of the library beside {library}.",
            "Make room, or keep backups elsewhere with `dateline backup FILE`.",
        )
    made = back_up(library, folder / f"{now.astimezone(UTC):{_NAME}}{_ENDING}")
    _drop_old(library, now)
    return made


def back_up_before_migration(connection: sqlite3.Connection, library: Path, version: int) -> None:
    """Copy an older library before its schema changes; that copy is kept until the user deletes it."""
    target = library.with_name(f"{library.name}.v{version}.backup")
    part = target.with_name(target.name + ".part")
    part.unlink(missing_ok=True)
    connection.execute("VACUUM INTO ?", (str(part),))
    _sync(part)
    part.replace(target)
    sync_folder(target.parent)


def restore(library: Path, backup: Path, now: datetime) -> Path | None:
    """Put a backup in the library's place; what was there is kept aside, and its new name returned.

    Raises:
        CannotOpenLibrary: the backup is no library, or the files cannot be moved.
        NewerLibrary: a later Dateline made the backup.
        DamagedLibrary: the backup is damaged.
        LibraryInUse: the library is open somewhere.
    """
    check_backup(backup)
    refuse_if_open(library)
    part = library.with_name(library.name + ".part")
    try:
        library.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(backup, part)
        _sync(part)
        aside = set_aside(library, f"before-restore-{now.astimezone(UTC):{_NAME}}")
        part.replace(library)
        sync_folder(library.parent)
    except OSError as error:
        raise CannotOpenLibrary(
            f"The backup cannot be put in place: {error.strerror or error}.", "The library is as it was."
        ) from error
    finally:
        with suppress(OSError):
            part.unlink(missing_ok=True)
    return aside


def set_aside(library: Path, why: str) -> Path | None:
    """Keep a library's files under another name beside it, and return that; None where there is no library.

    The caller puts another file in its place.
    """
    if not library.exists():
        return None
    aside = library.with_name(f"{library.name}.{why}")
    # A log that stayed would be taken for that of whatever library comes next.
    for file, new in tuple(zip(files_of(library), files_of(aside), strict=True))[1:]:
        if file.exists():
            file.replace(new)
    try:
        # The name is never without a library: whoever puts another one there replaces this one in one step.
        aside.hardlink_to(library)
    except OSError:
        library.replace(aside)
    sync_folder(library.parent)
    return aside


def check_backup(backup: Path) -> None:
    """Make sure that a file is a whole library that this Dateline can open.

    Raises:
        CannotOpenLibrary: it cannot be read or is no library.
        NewerLibrary: a later Dateline made it.
        DamagedLibrary: it is damaged.
    """
    if not backup.is_file():
        raise CannotOpenLibrary(f"There is no file {backup}.", "Name the backup to go back to.")
    try:
        with closing(connect_to_read(backup)) as connection:
            application = connection.execute("PRAGMA application_id").fetchone()[0]
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            troubles = connection.execute("PRAGMA quick_check(1)").fetchone()[0]
    except sqlite3.Error as error:
        raise expected(error, backup) from error
    if application != APPLICATION_ID:
        raise CannotOpenLibrary(f"{backup} is not a Dateline library.", "Choose another file.")
    if version > len(MIGRATIONS):
        raise NewerLibrary(f"{backup} was made by a later version of Dateline.", "Use that version to open it.")
    if troubles != "ok":
        raise DamagedLibrary(f"The backup {backup} is damaged.", "Choose another one; nothing was changed.")


def refuse_if_open(library: Path) -> None:
    """Make sure that nobody has the library open; a damaged one is not asked.

    Raises:
        LibraryInUse: a window or another program has it open.
    """
    if not library.exists():
        return
    try:
        with closing(sqlite3.connect(library, timeout=0.5, isolation_level=None)) as connection:
            # With a log written ahead, this mode is granted only to the one connection there is.
            connection.execute("PRAGMA locking_mode = EXCLUSIVE")
            connection.execute("BEGIN EXCLUSIVE")
            connection.execute("ROLLBACK")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.OperationalError as error:
        if getattr(error, "sqlite_errorcode", 0) & 0xFF in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
            raise LibraryInUse(
                f"The library {library} is open in a window or another program.", "Close it, then try again."
            ) from error
    except sqlite3.Error:
        return


def compact(library: Path) -> tuple[int, int]:
    """Give back what is free inside the library's file and tidy the search index; returns its size before and after.

    Raises:
        LibraryInUse: the library is open somewhere.
        DiskFull: there is no room for a second copy, which is needed for a while.
        LibraryError: the library cannot be rewritten; it is as it was.
    """
    refuse_if_open(library)
    before = library.stat().st_size
    try:
        with closing(sqlite3.connect(library, isolation_level=None)) as connection:
            connection.execute("INSERT INTO search(search) VALUES ('optimize')")
            connection.execute("VACUUM")
            connection.execute("PRAGMA optimize")
            connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    except sqlite3.Error as error:
        raise expected(error, library) from error
    return before, library.stat().st_size


def _drop_old(library: Path, now: datetime) -> None:
    made = list_backups(library, now)
    first_of_week = {backup.made_at.isocalendar()[:2]: backup for backup in made}
    kept = {backup.path for backup in (*made[:_NEWEST_KEPT], *list(first_of_week.values())[:_WEEKS_KEPT])}
    for backup in made:
        if backup.path not in kept:
            with suppress(OSError):
                backup.path.unlink()


def _is_sound(backup: Path) -> bool:
    try:
        check_backup(backup)
    except (CannotOpenLibrary, NewerLibrary, DamagedLibrary):
        return False
    return True


def _sync(path: Path) -> None:
    with path.open("r+b") as file:
        os.fsync(file.fileno())
