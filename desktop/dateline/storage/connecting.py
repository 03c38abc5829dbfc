"""How the library's file is opened: durable, with a log written ahead, and what is known of the disk it lies on."""

from __future__ import annotations

import os
import sqlite3
import sys
from collections.abc import Iterable
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.storage.matching import add_functions

if TYPE_CHECKING:
    from dateline.storage.remembering import Memory

_BUSY_SECONDS = 30.0
#: How long another program that holds the whole file is waited for before a library is called in use.
OPENING_SECONDS = 4.0
_LARGE = 200 * 2**20
# File systems that several machines write to. Their locks are not sound enough for a log beside the file.
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "sshfs", "fuse.sshfs", "glusterfs", "ceph", "davfs")
)


class LibraryConnection(sqlite3.Connection):
    """A connection to a library. A reader's remembers between two reads."""

    memory: Memory | None = None


def connect(path: Path, *, busy_seconds: float = _BUSY_SECONDS) -> LibraryConnection:
    """Open a connection as every part of the library uses it. It stays with one thread; any may close it.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    connection = sqlite3.connect(
        path, timeout=busy_seconds, isolation_level=None, check_same_thread=False, factory=LibraryConnection
    )
    try:
        # Of a new file only. Two texts and a half fit a page of 4,096 bytes, and a sixth of each would stay empty.
        connection.execute("PRAGMA page_size = 8192")
        connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_on_network(path) else 'WAL'}")
        connection.execute("PRAGMA synchronous = FULL")
        # Of 8 KB each: what a refresh writes over and over is brought from the log into the file a quarter as often.
        connection.execute("PRAGMA wal_autocheckpoint = 4000")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32768")
        add_functions(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def can_write(path: Path) -> bool:
    """Tell whether a library's file and the folder around it, where its log lies, can be written."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def connect_to_read(path: Path) -> LibraryConnection:
    """Open a file that nothing may change: a backup, a damaged library, or one on a disk that cannot be written.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    # Without a place for its locks, SQLite reads a file only where it is promised that nobody else writes it.
    log = path.with_name(path.name + "-wal")
    is_still = not can_write(path) and not (log.exists() and log.stat().st_size)
    address = f"{path.absolute().as_uri()}?mode=ro{'&immutable=1' if is_still else ''}"
    connection = sqlite3.connect(
        address,
        uri=True,
        timeout=_BUSY_SECONDS,
        isolation_level=None,
        check_same_thread=False,
        factory=LibraryConnection,
    )
    add_functions(connection)
    return connection


def is_large(c: sqlite3.Connection) -> bool:
    """Tell whether a library has so many articles, some fifty thousand, that reading all of their ids is felt."""
    return sizes(c)[0] > _LARGE


def sizes(c: sqlite3.Connection) -> tuple[int, int]:
    """Return how many bytes a library takes, and how many of them could be given back."""
    n_pages, n_free, size = (
        c.execute(f"PRAGMA {name}").fetchone()[0] for name in ("page_count", "freelist_count", "page_size")
    )
    return n_pages * size, n_free * size


def is_on_network(path: Path) -> bool:
    """Tell whether the file lies on a disk that is reached over a network; False where the system does not say."""
    if not sys.platform.startswith("linux"):
        return os.name == "nt" and str(path.absolute()).startswith("\\\\")
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        place = os.path.realpath(path.parent)
    except OSError:
        return False
    return disk_of(place, lines) in _NETWORK


def disk_of(folder: str, mounts: Iterable[str]) -> str:
    """Return the kind of the file system that an absolute folder lies on, by the lines of Linux' list of mounts.

    As strings, not paths: every start comes through here, with dozens of mounts.
    """
    known = (line.split(" ") for line in mounts)
    found = [(mount[1].replace("\\040", " "), mount[2]) for mount in known if len(mount) > 2]
    around = [(len(place), kind) for place, kind in found if f"{folder}/".startswith(place.rstrip("/") + "/")]
    return max(around, default=(0, ""))[1]


def files_of(path: Path) -> tuple[Path, ...]:
    """Return the files that belong to a library, the file itself first: what was written last may lie in the others."""
    return (path, *(path.with_name(path.name + end) for end in ("-wal", "-shm", "-journal")))


def sync_folder(folder: Path) -> None:
    """Make a rename in a folder durable, where the system can."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
