"""The pictures of one article, fetched when its reader asks for them and never before. Nothing is kept."""

from __future__ import annotations

import logging
from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from functools import partial

from dateline.errors import FetchError
from dateline.news.feed import Fetched
from dateline.sources.http import Fetch

log = logging.getLogger(__name__)

#: Of one article; what comes after them is left out.
MOST_PICTURES = 20
#: On their way at once: they mostly come from one host, which is asked for no more by a refresh either.
_AT_ONCE = 2


def fetch_pictures(addresses: Sequence[str], fetch: Fetch) -> tuple[bytes, ...]:
    """Return the bytes behind each address, in their order; b"" for one that did not come."""
    with ThreadPoolExecutor(_AT_ONCE, thread_name_prefix="pictures") as together:
        return tuple(together.map(partial(_fetch, fetch=fetch), addresses[:MOST_PICTURES]))


def _fetch(address: str, fetch: Fetch) -> bytes:
    try:
        answer = fetch(address)
    except FetchError as error:
        log.info("A picture did not come: %s", error)
        return b""
    return answer.body if isinstance(answer, Fetched) else b""
