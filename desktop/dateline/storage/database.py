"""The library's file and who may touch it: one writer thread, two reader threads, each with its own connection.

A write job is one transaction, committed durably (`synchronous = FULL`) before its future is done. Readers can only
query. Everything that is peculiar to SQLite as a file or a connection is here; its search index is in `storage.search`.
SQLAlchemy is imported by the writer, at its first job and not before.
"""

from __future__ import annotations

import logging
import sqlite3
import threading
from collections import deque
from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from contextlib import closing
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from dateline.errors import CannotOpenLibrary, DamagedLibrary, NewerLibrary, ReadOnlyLibrary
from dateline.storage.connecting import OPENING_SECONDS, LibraryConnection, can_write, connect, connect_to_read
from dateline.storage.failures import expected
from dateline.storage.migrations import APPLICATION_ID, MIGRATIONS, migrate
from dateline.storage.remembering import Memory

if TYPE_CHECKING:
    from sqlalchemy import Connection, Engine

    from dateline.news.article import ArticleId
    from dateline.news.change import Change

#: The connection that a read job is given: it can query and nothing else.
Reading: TypeAlias = sqlite3.Connection
#: The connection that a write job is given, in an open transaction.
Writing: TypeAlias = "Connection"

#: A write job that waits for its turn, and who waits for it.
_Waiting: TypeAlias = "tuple[Callable[[Writing], Change], Future[Change]]"

T = TypeVar("T")
log = logging.getLogger(__name__)

_TO_INDEX = "articles to index"
#: Jobs share a transaction for at most so long, and at most so many.
_SHARED_SECONDS, _MOST_SHARED = 0.1, 64
# How many steps of SQLite's machine pass between two looks at whether anybody still wants the answer (about 0.2 ms).
_STEPS_BETWEEN_LOOKS = 10_000


class Database:
    """An open library. `close()` waits for writes that were accepted; reads that have not begun are dropped."""

    def __init__(self, path: Path) -> None:
        """Open or create the library at `path`, bringing an older one up to date (after a backup beside it).

        One that lies where nothing can be written is open for reading.

        Raises:
            CannotOpenLibrary: the path cannot be read or written, or is not a library.
            NewerLibrary: a later Dateline made it.
            DamagedLibrary: SQLite finds it damaged.
            DiskFull: there is no room.
            LibraryInUse: another program holds it.
        """
        self.path = path
        self.is_read_only = path.is_file() and not can_write(path)
        _prepare(path, is_read_only=self.is_read_only)
        self._tells: list[Callable[[Change], None]] = []
        self._writer = ThreadPoolExecutor(1, "library-writer")
        self._waiting: deque[_Waiting] = deque()
        self._patient: deque[_Waiting] = deque()  # these let the others go first
        self._readers = ThreadPoolExecutor(2, "library-reader")
        self._reader = threading.local()
        self._memory = Memory()
        self._connections: list[sqlite3.Connection] = []
        self._engine: Engine | None = None
        self._slots: dict[str, tuple[Future[object], threading.Event]] = {}
        self._slots_lock = threading.Lock()
        self._is_closed = False

    def read(self, job: Callable[[Reading], T], *, slot: str | None = None) -> Future[T]:
        """Run `job` in a reader thread. A later request of the same `slot` ends this one with CancelledError.

        So does closing: what asks only after it, as a timer of a window that goes may, is not answered either.
        """
        if self._is_closed:
            dropped: Future[T] = Future()
            dropped.cancel()
            return dropped
        is_unwanted = threading.Event()
        future = self._readers.submit(self._run_read, job, is_unwanted)
        if slot is not None:
            with self._slots_lock:
                earlier = self._slots.get(slot)
                self._slots[slot] = (future, is_unwanted)  # type: ignore[assignment]
            if earlier is not None:
                earlier[0].cancel()
                earlier[1].set()
        return future

    def write(self, job: Callable[[Writing], Change], *, can_wait: bool = False) -> Future[Change]:
        """Run `job` in the writer thread; its future is done when its change is on the disk.

        When it raises, nothing of it is kept. Jobs that wait for the writer at the same time share a transaction, each
        in a part of its own that can be undone alone: reaching the disk costs more than most jobs. In a library that
        can only be read, the future fails with ReadOnlyLibrary.

        A job that `can_wait`, of work that nobody looks at, lets those that cannot go first. It should take some
        hundredths of a second at most: whoever marks an article waits for the one that is at work.
        """
        (future,) = self.write_together([job], can_wait=can_wait)
        return future

    def write_together(
        self, jobs: Sequence[Callable[[Writing], Change]], *, can_wait: bool = False
    ) -> list[Future[Change]]:
        """Run jobs as `write` does; they wait for the writer at the same time, and so share transactions."""
        futures: list[Future[Change]] = [Future() for _ in jobs]
        if self.is_read_only:
            for future in futures:
                future.set_exception(_read_only(self.path))
            return futures
        (self._patient if can_wait else self._waiting).extend(zip(jobs, futures, strict=True))
        for _ in futures:
            self._writer.submit(self._write_waiting)
        return futures

    def warm_writer(self) -> Future[None]:
        """Make the writer ready ahead of its first job: importing what it needs takes about half a second."""
        return self._writer.submit(self._warm if not self.is_read_only else _do_nothing)

    def on_change(self, tell: Callable[[Change], None]) -> Callable[[], None]:
        """Call `tell` in the writer thread after each write that changed something; returns how to stop that."""
        self._tells.append(tell)

        def stop() -> None:
            if tell in self._tells:
                self._tells.remove(tell)

        return stop

    def close(self) -> None:
        """Finish the writes that were accepted, drop the reads that have not begun, and close the file."""
        self._is_closed = True
        with self._slots_lock:
            for _, is_unwanted in self._slots.values():
                is_unwanted.set()
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._writer.shutdown(wait=True)
        for connection in self._connections:
            connection.close()
        self._connections.clear()
        if self._engine is not None:
            self._engine.dispose()
            self._engine = None

    def _run_read(self, job: Callable[[Reading], T], is_unwanted: threading.Event) -> T:
        if is_unwanted.is_set():
            raise CancelledError
        try:
            connection = self._reading()
            connection.set_progress_handler(is_unwanted.is_set, _STEPS_BETWEEN_LOOKS)
            try:
                answer = job(connection)
            finally:
                connection.set_progress_handler(None, 0)
                if connection.in_transaction:
                    connection.rollback()
        except sqlite3.Error as error:
            if is_unwanted.is_set():
                raise CancelledError from None
            raise expected(error, self.path) from error
        if is_unwanted.is_set():
            raise CancelledError
        return answer

    def _reading(self) -> sqlite3.Connection:
        connection: LibraryConnection | None = getattr(self._reader, "connection", None)
        if connection is None:
            connection = connect_to_read(self.path) if self.is_read_only else connect(self.path)
            connection.execute("PRAGMA query_only = ON")
            # A writer's bulk needs four times as much; what readers read again, the system has at hand.
            connection.execute("PRAGMA cache_size = -8192")
            connection.memory = self._memory
            self._reader.connection = connection
            self._connections.append(connection)
        return connection

    def _write_waiting(self) -> None:
        """Run the jobs that wait as one transaction, then tell of what changed; an earlier turn may have left none."""
        shared: list[tuple[Future[Change], Change | BaseException]] = []
        if not self._waiting and not self._patient:
            return
        try:
            with self._warm_engine().begin() as connection:
                self._run_shared(connection, shared)
        except Exception as error:  # noqa: BLE001 - the transaction could not begin or end, so nothing in it is kept
            failed = self._expected_of(error)
            shared = [(future, outcome if isinstance(outcome, BaseException) else failed) for future, outcome in shared]
            if not shared and (one := self._take()) is not None:
                shared = [(one[1], failed)]
        for future, outcome in shared:
            if isinstance(outcome, BaseException):
                future.set_exception(outcome)
                continue
            self._tell(outcome)
            future.set_result(outcome)

    def _run_shared(self, connection: Writing, shared: list[tuple[Future[Change], Change | BaseException]]) -> None:
        began, n_taken = monotonic(), 0
        # One at least, however late it is: each job brought one turn of the writer with it, and no more.
        while not n_taken or (n_taken < _MOST_SHARED and monotonic() - began < _SHARED_SECONDS):
            one = self._take()
            if one is None:
                break
            job, future = one
            n_taken += 1
            if not future.set_running_or_notify_cancel():
                continue
            try:
                outcome = self._run_apart(connection, job)
            except Exception as error:
                shared.append((future, self._expected_of(error)))
                raise
            shared.append((future, outcome))
        index_now(connection)

    def _take(self) -> _Waiting | None:
        for some in (self._waiting, self._patient):
            if some:
                return some.popleft()
        return None

    def _run_apart(self, connection: Writing, job: Callable[[Writing], Change]) -> Change | BaseException:
        """Return the change of a job, or its own failure, of which nothing is kept; raises where all is undone."""
        db = driver(connection)
        outcome: Change | BaseException
        db.execute("SAVEPOINT job")
        try:
            outcome = job(connection)
        except Exception as error:
            if not db.in_transaction:  # the disk is full, or worse: SQLite has undone all of it
                raise
            outcome = self._expected_of(error)
            db.execute("ROLLBACK TO job")
        db.execute("RELEASE job")
        return outcome

    def _expected_of(self, error: Exception) -> Exception:
        # Nothing is imported here: an import may be what failed, and then no future would ever be done.
        cause = getattr(error, "orig", error)  # SQLAlchemy's errors hold the driver's
        if not isinstance(cause, sqlite3.Error):
            return error
        found = expected(cause, self.path)
        found.__cause__ = error
        return found

    def _tell(self, change: Change) -> None:
        if not change:
            return
        for tell in tuple(self._tells):
            try:
                tell(change)
            except Exception:  # the write is kept; a listener's bug must not make it look undone
                log.exception("A listener failed on a change of the library")

    def _warm(self) -> None:
        from dateline.storage import tables  # noqa: F401 - the costly import, ahead of the first job
        from dateline.storage.day_parts import is_usable, remake

        # The days of the user's own zone: made again where the clock is in another one than when it was last so.
        with self._warm_engine().connect() as connection:
            are_right = is_usable(driver(connection))  # without a transaction: another program may be writing
        if not are_right:
            with self._warm_engine().begin() as connection:
                remake(driver(connection))

    def _warm_engine(self) -> Engine:
        if self._engine is None:
            from sqlalchemy import create_engine, event
            from sqlalchemy.pool import StaticPool

            engine = create_engine("sqlite://", creator=lambda: connect(self.path), poolclass=StaticPool)
            # The driver would begin a transaction late and for reading: two programs could then wait for each other.
            event.listen(engine, "begin", lambda connection: connection.exec_driver_sql("BEGIN IMMEDIATE"))
            self._engine = engine
        return self._engine


def index_at_end(connection: Writing, ids: Iterable[ArticleId], tokens: Mapping[str, str] | None = None) -> None:
    """Bring the index up to date with these articles before the transaction ends, with those of other jobs in it.

    The index takes many articles in the order of their ids several times as fast as a few at a time. `tokens` are the
    search tokens of what they say, where they were made already.
    """
    to_index, made = connection.info.setdefault(_TO_INDEX, (set(), {}))
    to_index.update(ids)
    made.update(tokens or {})


def index_now(connection: Writing) -> None:
    """Bring the index up to date with what waits for the end of this transaction: the job is about to search."""
    to_index, made = connection.info.pop(_TO_INDEX, (None, None))
    if to_index:
        from dateline.storage.search import index_articles

        index_articles(driver(connection), to_index, made)


def driver(connection: Writing) -> sqlite3.Connection:
    """Return the SQLite connection under a write job's, in the same transaction: read jobs can be called with it."""
    found = connection.connection.driver_connection
    assert isinstance(found, sqlite3.Connection)  # noqa: S101 - the engine is ours
    return found


def _read_only(path: Path) -> ReadOnlyLibrary:
    return ReadOnlyLibrary(
        f"The library {path} lies where nothing can be written, so it can only be read.",
        "To mark, note or refresh, copy it to another place and open it there.",
    )


def _do_nothing() -> None:
    """Stand in for what a library that can only be read does not need."""


def _prepare(path: Path, *, is_read_only: bool) -> None:
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if path.is_dir():
            raise CannotOpenLibrary(
                f"{path} is a folder, not a library.", "Name a file, or leave the name out to use your own library."
            )
        with closing(_to_open(path, is_read_only=is_read_only)) as connection:
            _check(connection, path)
            version = connection.execute("PRAGMA user_version").fetchone()[0]
            if is_read_only and version < len(MIGRATIONS):
                raise CannotOpenLibrary(
                    f"The library {path} is of an earlier Dateline, and lies where nothing can be written.",
                    "Copy it to another place and open it there, to bring it up to date.",
                )
            if 0 < version < len(MIGRATIONS):
                from dateline.storage.backup import back_up_before_migration

                back_up_before_migration(connection, path, version)
            if version < len(MIGRATIONS):
                migrate(connection)
            _look_for_damage(connection)
    except OSError as error:
        raise CannotOpenLibrary(
            f"The library {path} cannot be opened: {error.strerror or error}.", "Choose another place with --library."
        ) from error
    except sqlite3.Error as error:
        found = expected(error, path)
        raise (_with_backup(found, path) if isinstance(found, DamagedLibrary) else found) from error


def _to_open(path: Path, *, is_read_only: bool) -> LibraryConnection:
    # Nothing is on the screen yet, so nobody is left to wait for long without a word.
    return connect_to_read(path) if is_read_only else connect(path, busy_seconds=OPENING_SECONDS)


# Small tables that hold what the user made, and those whose first and last pages are looked at.
_LOOKED_THROUGH = ("setting", "source", "tag_name", "reading_list", "rule", "saved_search", "outlet")
_TOUCHED = ("article", "listing", "mark", "revision", "note", "correction")


def _look_for_damage(connection: sqlite3.Connection) -> None:
    # A look through the whole file takes minutes where it is large: that is `dateline doctor`'s work.
    for table in _LOOKED_THROUGH:
        (found,) = connection.execute(f"PRAGMA quick_check({table})").fetchone()
        if found != "ok":
            error = sqlite3.DatabaseError(found)
            error.sqlite_errorcode = sqlite3.SQLITE_CORRUPT
            raise error
    for table in _TOUCHED:
        for end in ("min", "max"):  # one at a time: for both at once SQLite reads the whole table
            connection.execute(f"SELECT {end}(rowid) FROM {table}").fetchone()  # noqa: S608 - names from above


def _with_backup(damaged: DamagedLibrary, path: Path) -> DamagedLibrary:
    from dateline.storage.backup import newest_backup

    backup = newest_backup(path)
    if backup is None:
        return damaged
    made = f"{backup.made_at.astimezone():%Y-%m-%d %H:%M}"
    hint = f"`dateline restore` goes back to the backup of {made}; `dateline doctor --repair` saves what can be read."
    return DamagedLibrary(damaged.sentence, hint, backup=str(backup.path))


def _check(connection: sqlite3.Connection, path: Path) -> None:
    version = connection.execute("PRAGMA user_version").fetchone()[0]
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    has_tables = connection.execute("SELECT 1 FROM sqlite_master LIMIT 1").fetchone() is not None
    if has_tables and application != APPLICATION_ID:
        raise CannotOpenLibrary(f"{path} is not a Dateline library.", "It was left as it is. Choose another file.")
    if version > len(MIGRATIONS):
        raise NewerLibrary(
            f"{path} was made by a later version of Dateline.",
            "Use that version; this one leaves the library as it is.",
        )
