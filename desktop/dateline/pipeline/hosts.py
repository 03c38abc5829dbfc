"""Peace with every host during a refresh: two fetches at once, silence while it asks for it, robots.txt for pages.

Lanes belong to the thread that runs the refresh; `check_page` is called from the fetchers. Knows nothing of what is
fetched.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from urllib.parse import urlsplit

from dateline.errors import FetchError
from dateline.sources.cookies import is_this_machine
from dateline.sources.robots import Robots
from dateline.text.urls import host_of

#: At most so many fetches at once from one host.
PER_HOST = 2


@dataclass
class _Lane:
    """Fetches waiting for one host, and how many of its own are under way."""

    waiting: deque[Callable[[], None]] = field(default_factory=deque)
    n_under_way: int = 0


class Hosts:
    """The hosts of one refresh. `waits` says which asked to be left alone, and until when."""

    def __init__(self, now: Callable[[], datetime], robots: Robots | None, waits: Mapping[str, datetime]) -> None:
        self._now = now
        self._robots = robots
        self._quiet = dict(waits)
        self._lanes: dict[str, _Lane] = {}

    def enter(self, url: str, start: Callable[[], None]) -> None:
        """Start a fetch as soon as its host has room."""
        lane = self._lanes.setdefault(urlsplit(url).netloc, _Lane())
        if lane.n_under_way < PER_HOST:
            lane.n_under_way += 1
            start()
        else:
            lane.waiting.append(start)

    def leave(self, url: str, *, is_stopping: bool) -> None:
        """Say that a fetch is over; the next one of its host starts, unless all is being stopped."""
        lane = self._lanes[urlsplit(url).netloc]
        lane.n_under_way -= 1
        if lane.waiting and not is_stopping:
            lane.n_under_way += 1
            lane.waiting.popleft()()

    @property
    def has_waiting(self) -> bool:
        """Tell whether a fetch waits for room."""
        return any(lane.waiting for lane in self._lanes.values())

    def check(self, url: str) -> None:
        """Return if the host may be asked.

        Raises:
            FetchError: it asked to be left alone, and for longer than until now.
        """
        until = self._quiet.get(host_of(url))
        if until is not None and until > self._now():
            raise FetchError(
                f"{host_of(url)} asked to be left alone for a while.",
                "Dateline asks again when the time has come.",
                kind="quiet",
                status=429,
                retry_at=until,
            )

    def check_page(self, url: str) -> None:
        """Return if an article's page may be fetched.

        Raises:
            FetchError: its host asked to be left alone, or its robots.txt asks programs to stay away.
        """
        self.check(url)
        if self._robots is not None:
            self._robots.check(url)

    def heed(self, url: str, error: BaseException) -> tuple[str, datetime] | None:
        """Return host and time where a host says that it is asked too often, and until when it wants to be left alone.

        On this machine, where one name serves many unrelated things, what this refresh has begun is finished first.
        """
        if not isinstance(error, FetchError) or error.kind == "quiet" or error.status != 429 or error.retry_at is None:
            return None
        host = host_of(url)
        if not is_this_machine(host):
            self._quiet[host] = max(error.retry_at, self._quiet.get(host, error.retry_at))
        return host, error.retry_at
