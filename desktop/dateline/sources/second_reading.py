"""A second opinion on a page in which our own reading found no article: trafilatura's.

It is asked only there, because it reads other pages no better and takes as long again
(docs/decisions/0008-own-extraction.md). It sees the page as text and never the network.
"""

from __future__ import annotations

import logging

#: Characters of a page that are read again; what is longer and poor is no article.
_MOST = 2_000_000
#: Its time grows with the square of the elements; so many tags take about a second.
_MOST_TAGS = 12_000


def read_again(page: str) -> str:
    """Return the article's paragraphs, one a line, or "" where trafilatura finds none."""
    if len(page) > _MOST or page.count("<") > _MOST_TAGS:
        return ""
    import trafilatura

    # It warns of every page without an article; the page's completeness says so already.
    logging.getLogger("trafilatura").setLevel(logging.CRITICAL)
    found = trafilatura.extract(page, fast=True, favor_precision=True, include_comments=False, include_tables=True)
    return found or ""
