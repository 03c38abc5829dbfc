"""A folder into which the user saves pages: what is new there is captured, and nothing in it is moved or changed.

Which files were taken in already lies in the cache folder: were that lost, they would be read again, to no effect.
"""

from __future__ import annotations

import hashlib
import json
import logging
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from threading import Event, Thread
from time import time

from dateline.errors import DatelineError, InputError
from dateline.library import Library
from dateline.news.capture import PAGE_SUFFIXES, Captured
from dateline.pipeline.capture import capture_file
from dateline.settings import cache_folder
from dateline.storage.settings_rows import keep_setting, setting

log = logging.getLogger(__name__)

_SETTING = "capture_folder"
#: Files looked at in one go; more wait for the next.
MOST_FILES = 500
#: While the program runs the folder is looked at so often (seconds), and a file that was written to within so many
#: seconds is left for the next look: the browser may not be done with it.
BETWEEN_LOOKS, AT_REST = 3.0, 2.0


@dataclass(frozen=True, slots=True)
class Refused:
    """A file of the folder from which no article could be taken, and why."""

    path: Path
    error: DatelineError


def watched_folder(library: Library) -> Path | None:
    """Return the folder that a library watches, None where it watches none."""
    kept = library.read(partial(setting, name=_SETTING)).result()
    return Path(kept) if kept else None


def watch_folder(library: Library, folder: Path | None) -> None:
    """Watch a folder from now on, or none.

    Raises:
        InputError: there is no such folder.
    """
    if folder is not None and not folder.is_dir():
        raise InputError(f"{folder} is not a folder.", "Give the folder into which you save pages.")
    kept = "" if folder is None else str(folder.resolve())
    library.write(partial(keep_setting, name=_SETTING, value=kept)).result()


def take_in(
    library: Library, folder: Path, *, is_wanted: Callable[[], bool] = lambda: True, at_rest: float = 0.0
) -> Iterator[Captured | Refused]:
    """Capture what is new in a folder, oldest first; yields what became of each file.

    What was written to in the last `at_rest` seconds is left alone.
    """
    memory = cache_folder() / "captured.json"
    seen = _read(memory)
    # What one library took in says nothing of another.
    name = hashlib.blake2b(str(library.path.resolve()).encode(), digest_size=8).hexdigest()
    for path, state, written_at in _pages(folder):
        key = f"{name} {path}"
        if not is_wanted() or seen.get(key) == state or time() - written_at < at_rest:
            continue
        try:
            yield capture_file(library, path)
        except DatelineError as error:
            yield Refused(path, error)
        seen[key] = state
        _write(memory, seen)


def take_in_watched(library: Library, *, is_wanted: Callable[[], bool] = lambda: True, at_rest: float = 0.0) -> int:
    """Capture what is new in the folder a library watches, as `take_in`; returns how many articles were kept."""
    folder = watched_folder(library)
    if folder is None or not folder.is_dir():
        return 0
    n_kept = 0
    for result in take_in(library, folder, is_wanted=is_wanted, at_rest=at_rest):
        if isinstance(result, Refused):
            log.info("%s was left out: %s", result.path, result.error)
        else:
            n_kept += result.is_kept
    return n_kept


class FolderWatch:
    """Looks at the watched folder while the program runs, in a thread of its own; close it when done.

    It looks again and again instead of asking the system to be told: that works alike on every system, on folders of
    the network too, and a look costs next to nothing.
    """

    def __init__(self, library: Library, *, between: float = BETWEEN_LOOKS, at_rest: float = AT_REST) -> None:
        self._library = library
        self._between = between
        self._at_rest = at_rest
        self._closing = Event()
        self._thread = Thread(target=self._run, name="watched-folder", daemon=True)
        self._thread.start()

    def close(self) -> None:
        """Stop looking; a page that is being read is still kept."""
        self._closing.set()
        self._thread.join()

    def _run(self) -> None:
        while not self._closing.wait(self._between):
            try:
                take_in_watched(self._library, is_wanted=lambda: not self._closing.is_set(), at_rest=self._at_rest)
            except DatelineError as error:
                log.info("The watched folder was not looked at: %s", error)


def _pages(folder: Path) -> list[tuple[Path, str, float]]:
    """Return the pages of a folder, oldest first: where each lies, what tells that it changed, and when it did."""
    found: list[tuple[int, Path, str]] = []
    with suppress(OSError):
        for path in folder.iterdir():
            if path.suffix.lower() in PAGE_SUFFIXES and path.is_file():
                state = path.stat()
                found.append((state.st_mtime_ns, path, f"{state.st_mtime_ns} {state.st_size}"))
    return [(path, state, at / 1e9) for at, path, state in sorted(found)[-MOST_FILES:]]


def _read(memory: Path) -> dict[str, str]:
    try:
        data = json.loads(memory.read_bytes())
    except (OSError, ValueError):
        return {}
    return data if isinstance(data, dict) else {}


def _write(memory: Path, seen: dict[str, str]) -> None:
    # It is a memory to save work: where it cannot be written, the files are read again.
    with suppress(OSError):
        memory.parent.mkdir(parents=True, exist_ok=True)
        fresh = memory.with_suffix(".new")
        fresh.write_text(json.dumps(seen), encoding="utf-8")
        fresh.replace(memory)
