"""`dateline searches`: the saved searches listed, saved, renamed, removed and put in order."""

from __future__ import annotations

from argparse import Namespace
from datetime import UTC, datetime
from functools import partial

from dateline.cli.desk import open_library
from dateline.cli.main import DONE
from dateline.cli.output import pad, say, today, write_json
from dateline.errors import InputError
from dateline.library import Library
from dateline.news.question import TimelineFilter, read_filter
from dateline.news.saved_search import SavedSearch
from dateline.storage import counting, searches


def list_searches(given: Namespace) -> int:
    """List the saved searches in their order, with how many articles answer and how many of them are unread."""
    with open_library(given) as library:
        found = library.read(searches.list_searches).result()
        for search in found:
            counted = library.read(partial(counting.count, wanted=_question(search))).result()
            if given.json:
                answer = {"name": search.name, "query": search.query, "notify": search.wants_notice}
                write_json(answer | {"n": counted.n, "n_unread": counted.n_unread})
            else:
                print(f"{pad(search.name, 24)} {counted.n_unread:>7,} unread of {counted.n:>9,}  {search.query}")
    if not found:
        say("No search is saved yet: `dateline searches save NAME QUERY`.", quiet=given.quiet)
    return DONE


def save(given: Namespace) -> int:
    """Save a query under a name, in place of the one it had."""
    with open_library(given) as library:
        job = partial(
            searches.save_search, name=given.search, query=given.query, at=datetime.now(UTC), wants_notice=given.notify
        )
        library.write(job).result()
    return DONE


def rename(given: Namespace) -> int:
    """Give a saved search another name."""
    with open_library(given) as library:
        found = _find(library, given.search)
        library.write(partial(searches.rename_search, search=found.id, name=given.new, at=datetime.now(UTC))).result()
    return DONE


def remove(given: Namespace) -> int:
    """Remove a saved search."""
    with open_library(given) as library:
        library.write(partial(searches.remove_search, search=_find(library, given.search).id)).result()
    return DONE


def put_in_order(given: Namespace) -> int:
    """Put saved searches first, in the order they are named."""
    with open_library(given) as library:
        order = [_find(library, name).id for name in given.names]
        library.write(partial(searches.order_searches, order=order)).result()
    return DONE


def _find(library: Library, name: str) -> SavedSearch:
    found = library.read(partial(searches.find_search, name=name)).result()
    if found is None:
        raise InputError(f"There is no saved search “{name}”.", "`dateline searches` lists them.")
    return found


def _question(search: SavedSearch) -> TimelineFilter:
    return read_filter(search.query, today())
