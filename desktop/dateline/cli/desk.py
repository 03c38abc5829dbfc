"""What most verbs need: an open library, and a newsroom on it."""

from __future__ import annotations

from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from dateline.library import Library
from dateline.settings import library_path

if TYPE_CHECKING:
    from dateline.pipeline.newsroom import Newsroom
    from dateline.sources.http import Fetch


@contextmanager
def open_library(given: Namespace | Path) -> Iterator[Library]:
    """Open the library that the command line names, and close it afterwards.

    Raises:
        LibraryError: it cannot be opened.
    """
    path = given if isinstance(given, Path) else library_path(given.library)
    library = Library.open(path)
    try:
        yield library
    finally:
        library.close()


@contextmanager
def open_newsroom(library: Library, make_fetch: Callable[[], Fetch] | None = None) -> Iterator[Newsroom]:
    """Open a newsroom on the library; pages come over the network unless another `make_fetch` is given."""
    from dateline.pipeline.newsroom import Newsroom

    newsroom = Newsroom(library, make_fetch or network_fetch)
    try:
        yield newsroom
    finally:
        newsroom.close()


def network_fetch() -> Fetch:
    """Return the client that fetches over the network."""
    from dateline.sources.http import open_client

    return open_client()


def add_default_sources(library: Library) -> bool:
    """Give a library without any source the default ones; tell whether that was done."""
    from dateline.sources.defaults import default_sources
    from dateline.storage import sources

    if library.read(sources.list_sources).result():
        return False
    library.write(partial(sources.add_sources, new=default_sources())).result()
    return True
