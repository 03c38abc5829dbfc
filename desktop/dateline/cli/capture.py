"""`dateline capture` and `watch-folder`: pages saved from the browser become their articles' text."""

from __future__ import annotations

from argparse import Namespace
from pathlib import Path

from dateline.cli.desk import open_library
from dateline.cli.main import DONE, SOME_FAILED
from dateline.cli.output import say, write_json
from dateline.errors import WrongUse
from dateline.library import Library
from dateline.news.capture import Captured
from dateline.pipeline.capture import capture_file
from dateline.pipeline.capture_folder import Refused, take_in, watch_folder, watched_folder


def capture(given: Namespace) -> int:
    """Keep the article of a saved page, or those of every new page in a folder."""
    path = Path(given.file)
    with open_library(given) as library:
        if path.is_dir():
            if given.url:
                raise WrongUse("A folder of pages has no single address.", "Leave --url out.")
            return _take_in(library, path, given)
        _tell(capture_file(library, path, given.url), given)
    return DONE


def watch(given: Namespace) -> int:
    """Watch a folder for saved pages, tell which is watched, or watch none."""
    with open_library(given) as library:
        if given.off:
            watch_folder(library, None)
            say("No folder is watched.", quiet=given.quiet)
            return DONE
        if given.folder:
            watch_folder(library, Path(given.folder))
        folder = watched_folder(library)
        if folder is None:
            say("No folder is watched. `dateline watch-folder FOLDER` watches one.", quiet=given.quiet)
            return DONE
        print(folder)
        return _take_in(library, folder, given) if given.folder else DONE


def _take_in(library: Library, folder: Path, given: Namespace) -> int:
    n_refused = 0
    for result in take_in(library, folder):
        if isinstance(result, Refused):
            n_refused += 1
            say(f"{result.path.name}: {result.error}", quiet=given.quiet)
        else:
            _tell(result, given)
    return SOME_FAILED if n_refused else DONE


def _tell(captured: Captured, given: Namespace) -> None:
    if getattr(given, "json", False):
        write_json(
            {
                "id": captured.article,
                "url": captured.url,
                "title": captured.title,
                "completeness": captured.completeness.value,
                "kept": captured.is_kept,
            }
        )
    elif captured.is_kept:
        print(f"Kept: {captured.title} ({captured.completeness.value}, {captured.n_characters} characters)")
    else:
        print(f"The library already holds this text, or a fuller one; nothing was changed: {captured.title}")
    if captured.reason:
        say(captured.reason, quiet=given.quiet)
