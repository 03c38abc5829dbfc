"""What the window asks of the rest of the program, as a protocol: `app.py` hands over something that fulfils it.

The window never meets the pipeline; this is the whole of what it may ask for. Nothing is made here, so what is named is
not imported.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from concurrent.futures import Future
    from pathlib import Path

    from dateline.news.capture import Captured
    from dateline.news.change import Change
    from dateline.news.feed import FeedFetch, NewSource, Source, SourceId
    from dateline.news.finding import Document
    from dateline.news.handover import HandedOver, HandoverPreview, HandoverWanted, Tell
    from dateline.news.lexicon_edit import LexiconEdit
    from dateline.news.lexicon_listing import ListedLexicon, Trial
    from dateline.news.progress import FilingAnew, RefreshEvent
    from dateline.sources.logins import Login


class LexiconDesk(Protocol):
    """The lexicon at work. Every call returns at once; events and results come from other threads."""

    def open_lexicon(self) -> Future[ListedLexicon]:
        """Lay the lexicon open with the user's edits."""
        ...

    def try_edit(self, document: Document, edit: LexiconEdit | None) -> Future[Trial]:
        """Tell what a document is filed under as the lexicon stands, and with an edit; nothing is kept."""
        ...

    def file_anew(self) -> Future[int]:
        """Read again what another lexicon read, newest first; ends one under way."""
        ...

    def stop_filing(self) -> None:
        """End the filing under way soon; the next goes on where it was."""
        ...

    def on_filing(self, tell: Callable[[FilingAnew], None]) -> Callable[[], None]:
        """Call `tell` (from another thread) as the filing goes on; returns how to stop that."""
        ...


class Newsroom(Protocol):
    """Gathers coverage. Every call returns at once; events and results come from other threads."""

    @property
    def lexicon(self) -> LexiconDesk:
        """The lexicon at work on the library."""
        ...

    @property
    def is_refreshing(self) -> bool:
        """Tell whether a refresh is under way."""
        ...

    def refresh(self, sources: Sequence[SourceId] | None = None, *, only_due: bool = False) -> None:
        """Start a refresh of the given sources, else of all (or those due); does nothing while one is under way."""
        ...

    def stop(self) -> None:
        """Ask the refresh under way to end soon; what was read is kept."""
        ...

    def on_progress(self, tell: Callable[[RefreshEvent], None]) -> Callable[[], None]:
        """Call `tell` (from another thread) at every event of a refresh; returns how to stop that."""
        ...

    def find_sources(self, address: str) -> Future[tuple[NewSource, ...]]:
        """Find the feeds and listings of a site address; nothing is added. Fails with SourceError."""
        ...

    def add_sources(self, sources: Sequence[NewSource]) -> Future[Change]:
        """Add sources to the library."""
        ...

    def import_opml(self, path: Path) -> Future[Change]:
        """Add the sources of an OPML file. Fails with InputError."""
        ...

    def export_opml(self, path: Path) -> Future[int]:
        """Write the sources as OPML with their folders; the result is how many. Fails with ExportError."""
        ...

    def preview_export(self, wanted: HandoverWanted, form: str) -> Future[HandoverPreview]:
        """Return how an export begins, and how many articles it has. Fails with InputError."""
        ...

    def export(
        self, wanted: HandoverWanted, form: str, path: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        """Write a file whole or not at all; `tell` and `is_wanted` are called from another thread.

        Fails with ExportError or InputError, and with CancelledError once `is_wanted` says no.
        """
        ...

    def send_to_zotero(self, wanted: HandoverWanted, tell: Tell, is_wanted: Callable[[], bool]) -> Future[HandedOver]:
        """Give the articles to the Zotero that runs on this computer. Fails as `export` does."""
        ...

    def write_to_vault(
        self, wanted: HandoverWanted, folder: Path, tell: Tell, is_wanted: Callable[[], bool]
    ) -> Future[HandedOver]:
        """Write a Markdown note an article into a folder; notes that the user changed stay. Fails as `export` does."""
        ...

    def capture(self, page: Path | bytes, url: str = "") -> Future[Captured]:
        """Keep the article of a saved file, or of HTML from the clipboard. Fails with InputError or AddressNeeded."""
        ...

    def fetch_pictures(self, addresses: Sequence[str]) -> Future[tuple[bytes, ...]]:
        """Fetch pictures, the first twenty at most; b"" for one that did not come. Nothing is kept."""
        ...

    def preview_rule(self, text: str) -> Future[FeedFetch]:
        """Read a list by a rule's text; nothing is kept. Fails with InputError, FetchError or FeedError."""
        ...

    def try_source(self, source: Source) -> Future[FeedFetch]:
        """Ask a source in its manner; nothing is kept. Fails with FetchError or FeedError."""
        ...

    def watched_folder(self) -> Future[Path | None]:
        """Return the folder whose saved pages are taken in, None where none is."""
        ...

    def watch_folder(self, folder: Path | None) -> Future[None]:
        """Take in what is saved into a folder from now on, or into none. Fails with InputError."""
        ...

    def let_go_now(self) -> Future[int]:
        """Let go what is older than the user wants and unkept, after a backup; the result is how many articles went.

        Fails with LibraryError, such as on a full disk.
        """
        ...

    def find_login(self, host: str) -> Future[Login | None]:
        """Return the user's login for a host, without its secrets. Fails with InputError."""
        ...

    def give_cookies(self, host: str, text: str) -> Future[tuple[Login, int]]:
        """Keep cookies for a host; the result says how many articles are fetched again. Fails with InputError."""
        ...

    def give_password(self, host: str, user: str, password: str) -> Future[tuple[Login, int]]:
        """Keep a name and password for a host, as `give_cookies`. Fails with InputError."""
        ...

    def remove_login(self, host: str) -> Future[bool]:
        """Forget the login for a host; the result tells whether there was one. Fails with InputError."""
        ...
