"""Rules for sites without a feed, as the user edits them: shown, tried on the site itself, and followed."""

from __future__ import annotations

from functools import partial

from dateline.errors import FetchError
from dateline.library import Library
from dateline.news.change import Change
from dateline.news.feed import FeedFetch, Fetched, NewSource, SourceKind
from dateline.pipeline.workers import Workers
from dateline.sources.http import Fetch


def preview_rule(text: str, fetch: Fetch, workers: Workers) -> FeedFetch:
    """Return what a rule's text would bring from its list now; nothing is kept.

    The list is read in a worker, whose time is limited: a pattern may be one that never comes to an end.

    Raises:
        InputError: the text is no rule; the sentence names the line.
        FetchError: the list's address does not answer.
        FeedError: the list does not match the rule.
    """
    from dateline.sources.listing import read_listing
    from dateline.sources.listing_rule import parse_rule

    rule = parse_rule(text)
    answer = fetch(rule.url, wants="feed")
    if not isinstance(answer, Fetched):
        raise FetchError("The list's address sent no page.", "Try again later.")
    try:
        return workers.submit(read_listing, answer, text).result()
    except TimeoutError as error:
        raise FetchError(
            "Reading the list took too long and was given up.",
            "A pattern of the rule may be too greedy.",
            kind="timeout",
        ) from error


def follow_rule(library: Library, text: str) -> Change:
    """Follow the site of a rule: a source of its address takes the rule, or a new one is added.

    Raises:
        InputError: the text is no rule.
    """
    from dateline.sources.listing_rule import parse_rule
    from dateline.storage import sources

    rule = parse_rule(text)
    known = [one for one in library.read(sources.list_sources).result() if one.url == rule.url]
    if known:
        job = partial(sources.set_rule, source_id=known[0].id, rule=text, url=rule.url)
        return library.write(job).result()
    new = NewSource(
        url=rule.url,
        title=rule.name,
        kind=SourceKind.LISTING,
        outlet=rule.outlet,
        folder=rule.folder,
        home_url=rule.home_url,
        rule=text,
    )
    return library.write(partial(sources.add_sources, new=(new,))).result()
