"""How the stages of a refresh follow one another: the end of each is taken up in one thread, which owns all state.

Fetching runs in threads, two at a host; reading in worker processes; keeping in the library's writer, some results
together. What the stages are about is not known here.
"""

from __future__ import annotations

import queue
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import datetime
from functools import partial
from time import monotonic
from types import TracebackType
from typing import TYPE_CHECKING, Any, Self, TypeVar

from dateline.library import Library
from dateline.news.change import Change
from dateline.pipeline.hosts import Hosts
from dateline.pipeline.workers import Workers
from dateline.sources.http import Fetch
from dateline.storage import sources

if TYPE_CHECKING:
    from dateline.storage.database import Writing

T = TypeVar("T")

N_FETCHERS = 16
#: Results are kept so many together, for reaching the disk costs as much as keeping several; or after so many seconds.
KEPT_TOGETHER, KEPT_WITHIN = 16, 0.2


class Stages:
    """The stages of one refresh under way. Use it in a `with` statement, in the thread that calls `run()`."""

    def __init__(
        self,
        library: Library,
        fetch: Fetch,
        workers: Workers,
        hosts: Hosts,
        *,
        now: Callable[[], datetime],
        is_stopping: Callable[[], bool],
    ) -> None:
        self.library = library
        self.fetch = fetch
        self.workers = workers
        self.hosts = hosts
        self.now = now
        self.is_stopping = is_stopping
        self._fetchers = ThreadPoolExecutor(N_FETCHERS, thread_name_prefix="fetch")
        self._inbox: queue.SimpleQueue[Callable[[], None]] = queue.SimpleQueue()
        self._n_open = 0  # stages whose result is still to come
        self._to_keep: list[tuple[Callable[[Writing], Change], Callable[[Future[Change]], None]]] = []
        self._keep_at = 0.0  # by when what waits is kept

    def run(self) -> None:
        """Take up the end of every stage; returns when none is left, and all is kept."""
        while self._n_open or self._to_keep or (self.hosts.has_waiting and not self.is_stopping()):
            self._next_step()()

    def then(self, future: Future[T], step: Callable[[Future[T]], None]) -> None:
        """Run `step(future)` in this refresh's thread once the future is done."""
        self._n_open += 1

        def take() -> None:
            self._n_open -= 1
            step(future)

        future.add_done_callback(lambda _: self._inbox.put(take))

    def ask(self, url: str, job: Callable[[], T], step: Callable[[Future[T]], None]) -> None:
        """Run `job`, which fetches from the address, in a thread as soon as its host has room; then `step`."""
        self.hosts.enter(url, lambda: self.then(self._fetchers.submit(job), partial(self._asked, url, step)))

    def keep(self, job: Callable[[Writing], Change], step: Callable[[Future[Change]], None]) -> None:
        """Run a write job soon, together with others; then `step`."""
        if not self._to_keep:
            self._keep_at = monotonic() + KEPT_WITHIN
        self._to_keep.append((job, step))
        if len(self._to_keep) >= KEPT_TOGETHER:
            self._keep_now()

    def _asked(self, url: str, step: Callable[[Future[Any]], None], future: Future[Any]) -> None:
        self.hosts.leave(url, is_stopping=self.is_stopping())
        error = future.exception()
        wait = self.hosts.heed(url, error) if error is not None else None
        if wait is not None:
            host, until = wait
            self.library.write(partial(sources.keep_host_wait, host=host, until=until))
        step(future)

    def _next_step(self) -> Callable[[], None]:
        if not self._to_keep:
            return self._inbox.get()
        if not self._n_open:  # nothing else will come to be kept with it
            return self._keep_now
        try:
            return self._inbox.get(timeout=max(0.0, self._keep_at - monotonic()))
        except queue.Empty:
            return self._keep_now

    def _keep_now(self) -> None:
        waiting, self._to_keep = self._to_keep, []
        kept = self.library.write_together([job for job, _ in waiting], can_wait=True)
        for future, (_, step) in zip(kept, waiting, strict=True):
            self.then(future, step)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self._fetchers.shutdown()
