"""Writing a file whole or not at all, with a sentence where it cannot be written."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import BinaryIO

from dateline.errors import ExportError


def write_whole(path: Path, write: Callable[[BinaryIO], object]) -> None:
    """Let `write` fill a file beside `path`, then put it in its place: the whole new one, or the old one as it was.

    Raises:
        ExportError: the place cannot be written, or there is no room.
    """
    # The name is short however long the file's own is: a file system has a longest name.
    part = path.with_name(f".dateline-{os.getpid()}.part")
    try:
        with part.open("wb") as out:
            write(out)
            out.flush()
            os.fsync(out.fileno())
        part.replace(path)
    except OSError as error:
        _remove(part)
        if error.errno in (errno.ENOSPC, errno.EDQUOT):
            sentence = f"There is no room for {path.name}."
            raise ExportError(sentence, "Free some space, or choose another disk.") from error
        reason = error.strerror or str(error)
        raise ExportError(f"{path} cannot be written: {reason}.", "Choose another place.") from error
    except BaseException:
        _remove(part)
        raise


def _remove(part: Path) -> None:
    with suppress(OSError):
        part.unlink()
