"""How the library's file is opened: durable, with a log written ahead, and what is known of the disk it lies on."""

from __future__ import annotations

import os
import sqlite3
import sys
from pathlib import Path

from dateline.storage.matching import add_functions

_BUSY_SECONDS = 30.0
# File systems that several machines write to. Their locks are not sound enough for a log beside the file.
_NETWORK = frozenset(
    ("nfs", "nfs4", "cifs", "smb3", "smbfs", "afs", "ncpfs", "9p", "sshfs", "fuse.sshfs", "glusterfs", "ceph", "davfs")
)


def connect(path: Path, *, busy_seconds: float = _BUSY_SECONDS) -> sqlite3.Connection:
    """Open a connection as every part of the library uses it. It stays with one thread; any may close it.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    connection = sqlite3.connect(path, timeout=busy_seconds, isolation_level=None, check_same_thread=False)
    try:
        # Of a new file only. Two texts and a half fit a page of 4,096 bytes, and a sixth of each would stay empty.
        connection.execute("PRAGMA page_size = 8192")
        connection.execute(f"PRAGMA journal_mode = {'TRUNCATE' if is_on_network(path) else 'WAL'}")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA temp_store = MEMORY")
        connection.execute("PRAGMA cache_size = -32768")
        add_functions(connection)
    except sqlite3.Error:
        connection.close()
        raise
    return connection


def connect_to_read(path: Path) -> sqlite3.Connection:
    """Open a file that nothing may change: a backup, or a damaged library.

    Raises:
        sqlite3.Error: the file cannot be opened.
    """
    connection = sqlite3.connect(
        f"{path.absolute().as_uri()}?mode=ro", uri=True, timeout=_BUSY_SECONDS, isolation_level=None
    )
    add_functions(connection)
    return connection


def is_on_network(path: Path) -> bool:
    """Tell whether the file lies on a disk that is reached over a network; False where the system does not say."""
    if not sys.platform.startswith("linux"):
        return os.name == "nt" and str(path.absolute()).startswith("\\\\")
    try:
        lines = Path("/proc/self/mounts").read_text(encoding="utf-8", errors="replace").splitlines()
        place = path.parent.resolve()
    except OSError:
        return False
    mounts = (line.split(" ") for line in lines)
    found = [(mount[1].replace("\\040", " "), mount[2]) for mount in mounts if len(mount) > 2]
    around = [(len(folder), kind) for folder, kind in found if place == Path(folder) or Path(folder) in place.parents]
    return bool(around) and max(around)[1] in _NETWORK


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
