"""What a site's robots.txt lets programs fetch, asked before an article's page is taken unattended.

A feed is there for programs, and what a person opens or hands over is a person's own doing: neither is asked about
(docs/decisions/0007-robots.md). A robots.txt that cannot be had forbids nothing.
"""

from __future__ import annotations

import threading
from time import monotonic
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.news.feed import Fetched

if TYPE_CHECKING:
    from urllib.robotparser import RobotFileParser

    from dateline.sources.http import Fetch

#: The name by which a site may speak of Dateline alone.
NAME = "Dateline"
#: A robots.txt is believed for so long (seconds), and so much of it is read (bytes), as RFC 9309 asks.
_LIFETIME, _MOST_BYTES = 24 * 3600.0, 500 * 1024


class Robots:
    """Remembers each site's robots.txt for a day; safe to call from many threads."""

    def __init__(self, fetch: Fetch) -> None:
        self._fetch = fetch
        self._known: dict[str, tuple[float, RobotFileParser | None]] = {}
        self._lock = threading.Lock()

    def check(self, url: str) -> None:
        """Return if this page may be fetched.

        Raises:
            FetchError: the site asks programs to stay away from it.
        """
        parts = urlsplit(url)
        rules = self._rules(f"{parts.scheme}://{parts.netloc}")
        if rules is not None and not rules.can_fetch(NAME, url):
            raise FetchError(
                f"{parts.hostname} asks programs not to fetch this page (robots.txt).",
                "Open the original in the browser, or hand over a saved page.",
                kind="robots",
            )

    def _rules(self, site: str) -> RobotFileParser | None:
        with self._lock:
            asked_at, rules = self._known.get(site, (0.0, None))
        if asked_at and monotonic() - asked_at < _LIFETIME:
            return rules
        rules = self._ask(f"{site}/robots.txt")
        with self._lock:
            self._known[site] = (monotonic(), rules)
        return rules

    def _ask(self, url: str) -> RobotFileParser | None:
        from urllib.robotparser import RobotFileParser

        try:
            answer = self._fetch(url, wants="page")
        except FetchError:
            return None
        if not isinstance(answer, Fetched) or b"<html" in answer.body[:1000].lower():
            return None
        rules = RobotFileParser(url)
        rules.parse(answer.body[:_MOST_BYTES].decode("utf-8", "replace").splitlines())
        return rules
