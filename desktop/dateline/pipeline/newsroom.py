"""The pipeline as the rest of the program sees it: refreshes in the background, finding and adding sources.

Fulfils `ui.newsroom.Newsroom`; knows nothing of the window. What the work needs is imported by the threads that do it:
the window makes its newsroom before it is painted.
"""

from __future__ import annotations

import logging
from collections.abc import Callable, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from threading import Event, Thread
from typing import TYPE_CHECKING

from dateline.errors import DatelineError, InputError
from dateline.pipeline.lexicon_desk import LexiconDesk
from dateline.pipeline.workers import Workers

if TYPE_CHECKING:
    from dateline.library import Library
    from dateline.news.capture import Captured
    from dateline.news.change import Change
    from dateline.news.feed import FeedFetch, NewSource, Source, SourceId
    from dateline.news.handover import HandedOver, HandoverPreview, HandoverWanted, Tell
    from dateline.news.progress import RefreshDone, RefreshEvent
    from dateline.pipeline.capture_folder import FolderWatch
    from dateline.pipeline.refresh import Refresh
    from dateline.pipeline.safe_keeping import SafeKeeping
    from dateline.sources.http import Fetch
    from dateline.sources.logins import Login
    from dateline.sources.robots import Robots

log = logging.getLogger(__name__)


class Newsroom:
    """Gathers coverage for one library. `fetch` is made at the first need, so that a start does not pay for it."""

    def __init__(self, library: Library, make_fetch: Callable[[], Fetch], *, n_workers: int | None = None) -> None:
        self._library = library
        self._make_fetch = make_fetch
        self._fetch: Fetch | None = None
        self._robots: Robots | None = None
        self._workers = Workers(n_workers)
        self._tellers: list[Callable[[RefreshEvent], None]] = []
        self._refresh: Refresh | None = None
        self._thread: Thread | None = None
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="newsroom")
        self._background = ThreadPoolExecutor(1, thread_name_prefix="analysis")
        self.lexicon = LexiconDesk(library, self._workers, self._background)
        self._exporting = ThreadPoolExecutor(1, thread_name_prefix="export")
        self._is_stopped = Event()  # the refresh under way, which may not have begun yet
        self._closing = Event()
        self._folder_watch: FolderWatch | None = None

    @property
    def is_refreshing(self) -> bool:
        """Tell whether a refresh is under way."""
        return self._thread is not None and self._thread.is_alive()

    def refresh(self, sources: Sequence[SourceId] | None = None, *, only_due: bool = False) -> None:
        """Start a refresh in the background; does nothing while one is under way."""
        if self.is_refreshing:
            return
        self._refresh = None
        self._is_stopped.clear()
        self._thread = Thread(target=self._run, args=(sources, only_due), name="refresh")
        self._thread.start()

    def refresh_now(self, sources: Sequence[SourceId] | None = None, *, only_due: bool = False) -> RefreshDone:
        """Refresh and wait for the end; for the command line."""
        from dateline.pipeline.capture_folder import take_in_watched

        take_in_watched(self._library)
        return self._new_refresh().run(sources, only_due=only_due)

    def stop(self) -> None:
        """Ask the refresh under way to end soon; what was read is kept."""
        self._is_stopped.set()
        if self._refresh is not None:
            self._refresh.stop()

    def on_progress(self, tell: Callable[[RefreshEvent], None]) -> Callable[[], None]:
        """Call `tell` at every event of a refresh, from the refresh's thread; returns how to stop that."""
        self._tellers.append(tell)
        return partial(self._tellers.remove, tell)

    def find_sources(self, address: str) -> Future[tuple[NewSource, ...]]:
        """Find the feeds and listings of a site address; nothing is added. Fails with SourceError or InputError.

        A name and password in the address are kept apart from it, with the user's logins.
        """

        def find() -> tuple[NewSource, ...]:
            from dateline.sources.discover import discover
            from dateline.sources.logins import open_logins, without_login

            bare, login = without_login(address)
            if login is not None:
                open_logins().add_password(bare, *login)
            return discover(bare, self._client())

        return self._desk.submit(find)

    def add_sources(self, sources: Sequence[NewSource]) -> Future[Change]:
        """Add sources to the library; those it has already are left as they are."""
        from dateline.storage.sources import add_sources

        return self._library.write(partial(add_sources, new=tuple(sources)))

    def import_opml(self, path: Path) -> Future[Change]:
        """Add the sources of an OPML file. Fails with InputError."""

        def read_and_add() -> Change:
            from dateline.sources.opml import LARGEST_FILE, read_opml

            try:
                with path.open("rb") as file:
                    data = file.read(LARGEST_FILE + 1)
            except OSError as error:
                raise InputError(f"{path.name} cannot be read: {error.strerror}.", "Choose another file.") from error
            return self.add_sources(read_opml(data)).result()

        return self._desk.submit(read_and_add)

    def export_opml(self, path: Path) -> Future[int]:
        """Write the sources as OPML with their folders; the result is how many. Fails with ExportError."""

        def write() -> int:
            from dateline.export.files import write_whole
            from dateline.sources.opml import write_opml
            from dateline.storage.sources import list_sources

            every = self._library.read(list_sources).result()
            text = write_opml(every).encode("utf-8", "replace")
            write_whole(path, lambda out: out.write(text))
            return len(every)

        return self._desk.submit(write)

    def preview_export(self, wanted: HandoverWanted, form: str) -> Future[HandoverPreview]:
        """Return how an export begins, and how many articles it has. Fails with InputError."""

        def preview() -> HandoverPreview:
            from dateline.pipeline.handover import preview_handover

            return preview_handover(self._library, wanted, form)

        return self._exporting.submit(preview)

    def export(
        self, wanted: HandoverWanted, form: str, path: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        """Write a file whole or not at all. Fails with ExportError, InputError or CancelledError."""

        def write() -> HandedOver:
            from dateline.pipeline.handover import write_handover

            return write_handover(self._library, wanted, form, path, tell, self._until(is_wanted))

        return self._exporting.submit(write)

    def send_to_zotero(self, wanted: HandoverWanted, tell: Tell, is_wanted: Callable[[], bool]) -> Future[HandedOver]:
        """Give the articles to the Zotero that runs on this computer. Fails as `export` does."""

        def send() -> HandedOver:
            from dateline.pipeline.handover import send_to_zotero

            return send_to_zotero(self._library, wanted, tell, self._until(is_wanted))

        return self._exporting.submit(send)

    def write_to_vault(
        self, wanted: HandoverWanted, folder: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        """Write a Markdown note an article into a folder; notes that the user changed stay. Fails as `export` does."""

        def write() -> HandedOver:
            from dateline.pipeline.handover import write_to_vault

            return write_to_vault(self._library, wanted, folder, tell, self._until(is_wanted))

        return self._exporting.submit(write)

    def fetch_pictures(self, addresses: Sequence[str]) -> Future[tuple[bytes, ...]]:
        """Fetch pictures, the first twenty at most; b"" for one that did not come. Nothing is kept."""

        def fetch() -> tuple[bytes, ...]:
            from dateline.pipeline.pictures import fetch_pictures

            return fetch_pictures(addresses, self._client())

        return self._desk.submit(fetch)

    def preview_rule(self, text: str) -> Future[FeedFetch]:
        """Read a list by a rule's text; nothing is kept. Fails with InputError, FetchError or FeedError."""

        def preview() -> FeedFetch:
            from dateline.pipeline.rules import preview_rule

            return preview_rule(text, self._client(), self._workers)

        return self._desk.submit(preview)

    def try_source(self, source: Source) -> Future[FeedFetch]:
        """Ask a source in its manner; nothing is kept. Fails with FetchError or FeedError."""

        def ask() -> FeedFetch:
            from dateline.pipeline.trial import try_source

            return try_source(source, self._client(), self._workers)

        return self._desk.submit(ask)

    def find_login(self, host: str) -> Future[Login | None]:
        """Return the user's login for a host, without its secrets. Fails with InputError."""

        def find() -> Login | None:
            from dateline.pipeline.logins import find_login

            return find_login(host)

        return self._desk.submit(find)

    def give_cookies(self, host: str, text: str) -> Future[tuple[Login, int]]:
        """Keep cookies for a host; the result says how many articles are fetched again. Fails with InputError."""

        def give() -> tuple[Login, int]:
            from dateline.pipeline.logins import give_cookies

            return give_cookies(self._library, host, text)

        return self._desk.submit(give)

    def give_password(self, host: str, user: str, password: str) -> Future[tuple[Login, int]]:
        """Keep a name and password for a host, as `give_cookies`. Fails with InputError."""

        def give() -> tuple[Login, int]:
            from dateline.pipeline.logins import give_password

            return give_password(self._library, host, user, password)

        return self._desk.submit(give)

    def remove_login(self, host: str) -> Future[bool]:
        """Forget the login for a host; the result tells whether there was one. Fails with InputError."""

        def remove() -> bool:
            from dateline.sources.logins import open_logins

            return open_logins().remove(host)

        return self._desk.submit(remove)

    def capture(self, page: Path | bytes, url: str = "") -> Future[Captured]:
        """Keep the article of a saved file, or of HTML from the clipboard. Fails with InputError or AddressNeeded."""

        def keep() -> Captured:
            from dateline.pipeline.capture import capture_file, capture_page

            if isinstance(page, Path):
                return capture_file(self._library, page, url)
            return capture_page(self._library, page, url, provenance="clipboard")

        return self._desk.submit(keep)

    def watched_folder(self) -> Future[Path | None]:
        """Return the folder whose saved pages are taken in, None where none is."""
        from dateline.pipeline.capture_folder import watched_folder

        return self._desk.submit(watched_folder, self._library)

    def watch_folder(self, folder: Path | None) -> Future[None]:
        """Take in what is saved into a folder from now on, or into none. Fails with InputError."""
        from dateline.pipeline.capture_folder import watch_folder

        return self._desk.submit(watch_folder, self._library, folder)

    def look_at_folder(self) -> None:
        """Take in, from now until the newsroom closes, what is saved into the watched folder."""
        from dateline.pipeline.capture_folder import FolderWatch

        if self._folder_watch is None:
            self._folder_watch = FolderWatch(self._library)

    def bring_up_to_date(self) -> Future[int]:
        """Analyse in the background what an older version of the analysis read, newest first."""
        return self.lexicon.file_anew()

    def keep_safe(self) -> Future[SafeKeeping]:
        """Make the day's backup in the background where it is due, and after it let go what nobody kept for too long.

        Fails with LibraryError, such as on a full disk.
        """

        def keep() -> SafeKeeping:
            from dateline.pipeline.safe_keeping import keep_safe

            return keep_safe(self._library, datetime.now(UTC), is_wanted=self._until(lambda: True))

        return self._background.submit(keep)

    def let_go_now(self) -> Future[int]:
        """Let go what is older than the user wants and unkept, after a backup; the result is how many articles went.

        Fails with LibraryError, such as on a full disk.
        """

        def let_go() -> int:
            from dateline.pipeline.safe_keeping import let_go_now

            return let_go_now(self._library, datetime.now(UTC), is_wanted=self._until(lambda: True)).n_gone

        return self._background.submit(let_go)

    def close(self) -> None:
        """Stop what is under way and end the processes."""
        self._closing.set()
        if self._folder_watch is not None:
            self._folder_watch.close()
        self.stop()
        if self._thread is not None:
            self._thread.join()
        self._desk.shutdown(cancel_futures=True)
        self.lexicon.close()
        self._background.shutdown(cancel_futures=True)
        self._exporting.shutdown(cancel_futures=True)
        self._workers.close()
        close = getattr(self._fetch, "close", None)
        if close is not None:
            close()

    def _until(self, is_wanted: Callable[[], bool]) -> Callable[[], bool]:
        """Return what also ends when the newsroom closes."""
        return lambda: is_wanted() and not self._closing.is_set()

    def _client(self) -> Fetch:
        if self._fetch is None:
            self._fetch = self._make_fetch()
        return self._fetch

    def _new_refresh(self) -> Refresh:
        from dateline.pipeline.refresh import Refresh
        from dateline.sources.robots import Robots

        fetch = self._client()
        if self._robots is None:
            self._robots = Robots(fetch)
        return Refresh(self._library, fetch, self._workers, tell=self._tell, robots=self._robots)

    def _tell(self, event: RefreshEvent) -> None:
        for tell in tuple(self._tellers):
            tell(event)

    def _run(self, sources: Sequence[SourceId] | None, only_due: bool) -> None:  # noqa: FBT001
        from dateline.news.progress import RefreshDone
        from dateline.pipeline.capture_folder import take_in_watched

        try:
            refresh = self._refresh = self._new_refresh()
            if self._is_stopped.is_set():
                refresh.stop()
            take_in_watched(self._library, is_wanted=lambda: not self._closing.is_set())
            refresh.run(sources, only_due=only_due)
        except DatelineError as error:
            log.warning("The refresh ended early: %s", error)
            self._tell(RefreshDone(0, 0, 0, 0, seconds=0.0, was_stopped=True, trouble=str(error)))
        except Exception as error:
            log.error("The refresh ended early", exc_info=error)
            self._tell(RefreshDone(n_sources=0, n_failed=0, n_new=0, n_changed=0, seconds=0.0, was_stopped=True))
