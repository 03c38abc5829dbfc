"""A source asked once to see what it brings; nothing is kept."""

from __future__ import annotations

from dateline.errors import FetchError
from dateline.news.feed import FeedFetch, Fetched, Source
from dateline.pipeline.steps import read_source
from dateline.pipeline.workers import Workers
from dateline.sources.http import Fetch


def try_source(source: Source, fetch: Fetch, workers: Workers) -> FeedFetch:
    """Return what a source brings now, asked in its manner and for all of it.

    Raises:
        FetchError: it does not answer.
        FeedError: its answer is no feed, or its list does not match its rule.
    """
    answer = fetch(source.url, wants="feed", manner=source.manner)
    if not isinstance(answer, Fetched):
        raise FetchError("The source sent nothing.", "Try again later.")
    try:
        return workers.submit(read_source, source, answer).result().feed
    except TimeoutError as error:
        raise FetchError(
            "Reading the source took too long and was given up.", "Try again later.", kind="timeout"
        ) from error
