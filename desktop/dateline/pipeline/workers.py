"""The processes that read feeds and pages: bytes in, frozen values out.

A process that crashes, hangs or grows too large costs the one job it had; the pool goes on. Nothing here knows what the
jobs do.
"""

from __future__ import annotations

import logging
import os
import sys
import threading
from collections.abc import Callable
from concurrent.futures import Future
from types import TracebackType
from typing import Any, TypeVar

T = TypeVar("T")
log = logging.getLogger(__name__)

#: A job may take this long (seconds); the slowest page of a sound site takes well under one.
TIME_LIMIT = 30.0
#: A process is replaced after so many jobs, so that a slow leak in a parser never adds up.
JOBS_PER_PROCESS = 2_000
#: A process may hold this much address space (bytes); a page that wants more fails alone.
MEMORY_LIMIT = 2 * 1024**3
#: The module whose import brings what jobs need (`pipeline.reading_ready`).
READY = "dateline.pipeline.reading_ready"


def count_workers() -> int:
    """Return how many reading processes suit this machine: one core is left over, but never fewer than two."""
    return max(2, (os.cpu_count() or 2) - 1)


class Workers:
    """A pool of reading processes, started at the first job."""

    def __init__(self, n_processes: int | None = None, *, time_limit: float = TIME_LIMIT) -> None:
        self._n_processes = n_processes or count_workers()
        self._time_limit = time_limit
        self._pool: Any = None
        self._starting = threading.Lock()  # a refresh and the background analysis may both come first

    def submit(self, job: Callable[..., T], *values: Any) -> Future[T]:
        """Run `job(*values)` in a process; job and values must be picklable.

        The future fails with TimeoutError past the time limit and with `pebble.ProcessExpired` after a crash.
        """
        future: Future[T] = self._started().schedule(job, args=values, timeout=self._time_limit)
        return future

    def close(self) -> None:
        """End the processes; jobs under way are dropped."""
        if self._pool is not None:
            self._pool.stop()
            self._pool.join()
            self._pool = None

    def _started(self) -> Any:
        with self._starting:
            if self._pool is None or not self._pool.active:  # one ends where the machine has no room for a process
                from pebble import ProcessPool

                self._pool = ProcessPool(
                    max_workers=self._n_processes,
                    max_tasks=JOBS_PER_PROCESS,
                    initializer=_prepare_process,
                    context=_way_to_start(),
                )
            return self._pool

    def __enter__(self) -> Workers:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def _way_to_start() -> Any:
    """Return how processes come to be: on Linux forked, ready, from one that has loaded what jobs need and no threads.

    Elsewhere each loads it for itself: Windows cannot fork, and what macOS brings along may not be. So it is where that
    one cannot be reached: its socket lies in the folder for temporary files, whose path may be too long for a socket's.
    """
    import multiprocessing
    from multiprocessing import forkserver

    if sys.platform.startswith("linux"):
        forkserver.set_forkserver_preload([READY])
        try:
            forkserver.ensure_running()
        except OSError as error:
            log.info("Reading processes start one by one: %s", error)
        else:
            return multiprocessing.get_context("forkserver")
    return multiprocessing.get_context("spawn")


def _prepare_process() -> None:
    """Bound this process's memory, and keep Ctrl-C for the parent."""
    import signal

    signal.signal(signal.SIGINT, signal.SIG_IGN)
    try:
        import resource
    except ImportError:  # Windows has no such limit; the time limit holds there
        return
    _, hard = resource.getrlimit(resource.RLIMIT_AS)
    limit = MEMORY_LIMIT if hard == resource.RLIM_INFINITY else min(MEMORY_LIMIT, hard)
    resource.setrlimit(resource.RLIMIT_AS, (limit, hard))
