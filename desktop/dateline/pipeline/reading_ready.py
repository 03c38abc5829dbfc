"""All that reading needs, loaded: importing this module reads a feed and a page of the sample in each of its languages.

Modules, patterns, lexicon and the tables of Chinese cost a process most of a second before its first job. On Linux one
process imports this, and the reading processes are forked from it (`pipeline.workers`). Nobody else imports it.
"""

from __future__ import annotations

import gc
import os
from contextlib import suppress

from dateline.news.article import ArticleId
from dateline.news.feed import Fetched, Source, SourceId
from dateline.news.plan import PageDue
from dateline.pipeline.steps import ReadArticle, read_article, read_source
from dateline.sources.sample import sample_fetch, sample_sources


def read_some() -> dict[str, ReadArticle]:
    """Read the sample's first article in each of its languages; returns what became of them, by language."""
    read: dict[str, ReadArticle] = {}
    for new in sample_sources():
        answer = sample_fetch(new.url)
        assert isinstance(answer, Fetched)  # noqa: S101 - the sample is asked without validators
        feed = read_source(Source(SourceId(0), new.url, new.title), answer).feed
        if feed.entries and feed.lang not in read:
            entry = feed.entries[0]
            page = sample_fetch(entry.url)
            assert isinstance(page, Fetched)  # noqa: S101 - as above
            read[feed.lang] = read_article(PageDue(ArticleId(0), None, entry.url, "", entry), page)
    return read


# numpy's threads would stand in the way of forking, and reading has no use for them.
os.environ.setdefault("OPENBLAS_NUM_THREADS", "1")
with suppress(Exception):  # what is wrong is told by the first job that meets it
    read_some()
# What stays for good is not looked through for waste, which would copy it into each process.
gc.collect()
gc.freeze()
