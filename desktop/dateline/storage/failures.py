"""What SQLite's failures mean in the product's tree: a sentence and what to do next."""

from __future__ import annotations

import shutil
import sqlite3
from pathlib import Path

from dateline.errors import CannotOpenLibrary, DamagedLibrary, DiskFull, LibraryError, LibraryInUse

#: Bytes that SQLite wants beside a library to open it.
_LEAST_ROOM = 65_536

_SENTENCES: dict[int, tuple[type[LibraryError], str, str]] = {
    sqlite3.SQLITE_FULL: (
        DiskFull,
        "There is no room left on the disk where the library {path} lies.",
        "Nothing that was kept is lost. Make room, then try again.",
    ),
    sqlite3.SQLITE_CORRUPT: (
        DamagedLibrary,
        "The library {path} is damaged.",
        "Keep the file. `dateline doctor --repair` saves what can be read; `dateline restore` goes back to a backup.",
    ),
    sqlite3.SQLITE_NOTADB: (
        DamagedLibrary,
        "The file {path} is not a library, or its beginning is damaged.",
        "Keep the file. `dateline restore` goes back to a backup; or choose another library.",
    ),
    sqlite3.SQLITE_BUSY: (
        LibraryInUse,
        "Another program is writing to the library {path}.",
        "Close it, or wait until it is done.",
    ),
    sqlite3.SQLITE_LOCKED: (LibraryInUse, "The library {path} is locked.", "Close what uses it, then try again."),
    sqlite3.SQLITE_READONLY: (
        CannotOpenLibrary,
        "The library {path} cannot be written.",
        "Check who may write the file and its folder, or choose another place with --library.",
    ),
    sqlite3.SQLITE_CANTOPEN: (
        CannotOpenLibrary,
        "The library {path} cannot be opened.",
        "Check that the folder is there and may be written, or choose another place with --library.",
    ),
    sqlite3.SQLITE_PERM: (
        CannotOpenLibrary,
        "The library {path} may not be opened.",
        "Check who may read and write the file.",
    ),
    sqlite3.SQLITE_IOERR: (
        LibraryError,
        "The disk failed while the library {path} was being read or written.",
        "Check the disk and the room left on it, then try again.",
    ),
}


def _is_full(path: Path) -> bool:
    try:
        return shutil.disk_usage(path.parent).free < _LEAST_ROOM
    except OSError:
        return False


def expected(error: sqlite3.Error, path: Path) -> Exception:
    """Return the failure of the product's tree that SQLite's error means, or the error itself where it is a bug."""
    code = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if code == sqlite3.SQLITE_IOERR and _is_full(path):
        code = sqlite3.SQLITE_FULL  # SQLite calls it a failing disk where it is its own small files that find no room
    if code not in _SENTENCES:
        return error
    kind, sentence, hint = _SENTENCES[code]
    return kind(sentence.format(path=path), hint)
