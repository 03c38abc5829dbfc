"""The one door to what is kept: read(job), write(job), on_change(tell).

A read job is a function of `dateline.storage` whose first argument is a reading connection, a write job one whose first
argument is a writing connection: `library.read(lambda c: timeline.first_page(c, wanted, 100))`. Jobs run in threads of
the library's own; what comes back is a future. Nothing here knows what a job does.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self, TypeVar

from dateline.storage.database import Database, Reading

if TYPE_CHECKING:
    from dateline.news.change import Change
    from dateline.storage.database import Writing

T = TypeVar("T")


class Library:
    """An open library. Use it in a `with` statement, or close it."""

    def __init__(self, database: Database) -> None:
        self._database = database

    @classmethod
    def open(cls, path: Path) -> Self:
        """Open the library at `path`, for reading alone where nothing can be written, or make an empty one there.

        Raises:
            CannotOpenLibrary: the path cannot be read or written, or is not a library.
            NewerLibrary: a later Dateline made it.
            DamagedLibrary: it is damaged.
            DiskFull: there is no room.
            LibraryInUse: another program is writing to it.
        """
        return cls(Database(path))

    @property
    def path(self) -> Path:
        """Return where the library lies."""
        return self._database.path

    @property
    def is_read_only(self) -> bool:
        """Tell whether the library lies where nothing can be written: every write job fails with ReadOnlyLibrary."""
        return self._database.is_read_only

    @property
    def is_on_network(self) -> bool:
        """Tell whether the library lies on a disk that is reached over a network, as far as the system says."""
        from dateline.storage.connecting import is_on_network

        return is_on_network(self.path)

    def read(self, job: Callable[[Reading], T], *, slot: str | None = None) -> Future[T]:
        """Run a read job. A later read of the same `slot` ends an unfinished earlier one with CancelledError."""
        return self._database.read(job, slot=slot)

    def write(self, job: Callable[[Writing], Change], *, can_wait: bool = False) -> Future[Change]:
        """Run a write job as one transaction: when its future is done, its change is on the disk, or nothing is.

        One that `can_wait`, of work in the background, lets those that cannot go first.
        """
        return self._database.write(job, can_wait=can_wait)

    def write_together(
        self, jobs: Sequence[Callable[[Writing], Change]], *, can_wait: bool = False
    ) -> list[Future[Change]]:
        """Run write jobs that do not need each other's answers: reaching the disk costs more than most of them."""
        return self._database.write_together(jobs, can_wait=can_wait)

    def warm_writer(self) -> Future[None]:
        """Make the first write quick: it needs about half a second of imports, which this does ahead of it."""
        return self._database.warm_writer()

    def on_change(self, tell: Callable[[Change], None]) -> Callable[[], None]:
        """Call `tell` (from the writer's thread) after every write that changed something; returns how to stop that."""
        return self._database.on_change(tell)

    def close(self) -> None:
        """Finish what was accepted for writing and close the file. Closing twice does nothing more."""
        self._database.close()

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()
