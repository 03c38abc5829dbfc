"""`dateline` without a verb: which library the window is shown on, and what it opens. Every start of the window passes
here, so nothing of the verbs is imported."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import NamedTuple

from dateline.settings import library_path

#: Files that the window opens: lists of sources, and saved pages.
_OPENED = frozenset({".opml", ".html", ".htm", ".xhtml", ".mhtml", ".mht"})


class OpenRequest(NamedTuple):
    """Show the window on this library, and open files and links in it."""

    library: Path
    wanted: tuple[str, ...] = ()


def open_request(arguments: Sequence[str]) -> OpenRequest | None:
    """Return the request to open the window, or None when a verb (or a wish for help) was given."""
    if not arguments:
        return OpenRequest(library_path())
    from dateline.cli.main import global_options

    try:
        known, rest = global_options().parse_known_args(arguments)
    except SystemExit:
        return None
    wanted = tuple(_local(one) for one in rest)
    return OpenRequest(library_path(known.library), wanted) if all(map(_can_open, wanted)) else None


def _local(argument: str) -> str:
    """Return a file by its whole path: a window that stands already may have been started in another folder."""
    if _is_feed_link(argument):
        return argument
    if argument.startswith("file://"):
        from urllib.parse import urlsplit
        from urllib.request import url2pathname

        return url2pathname(urlsplit(argument).path)
    return str(Path(argument).absolute())


def _can_open(argument: str) -> bool:
    return _is_feed_link(argument) or Path(argument).suffix.lower() in _OPENED


def _is_feed_link(argument: str) -> bool:
    return argument.lower().startswith(("feed:", "feeds:"))
