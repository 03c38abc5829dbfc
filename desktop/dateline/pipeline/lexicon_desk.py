"""The lexicon at work on a library: laid open, tried on a document, and the library filed anew after an edit.

Fulfils `ui.newsroom.LexiconDesk`; knows nothing of the window. One filing runs at a time: a later edit ends the one
under way, and what that had read with the older lexicon is read again.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from functools import partial
from threading import Event
from typing import TYPE_CHECKING

from dateline.errors import LibraryError

if TYPE_CHECKING:
    from dateline.library import Library
    from dateline.news.finding import Document
    from dateline.news.lexicon_edit import LexiconEdit
    from dateline.news.lexicon_listing import ListedLexicon, Trial
    from dateline.news.progress import FilingAnew
    from dateline.pipeline.workers import Workers

log = logging.getLogger(__name__)


class LexiconDesk:
    """Answers from threads and processes of its own; `background` is shared with other work that may wait."""

    def __init__(self, library: Library, workers: Workers, background: ThreadPoolExecutor) -> None:
        self._library = library
        self._workers = workers
        self._background = background
        self._desk = ThreadPoolExecutor(1, thread_name_prefix="lexicon")
        self._tellers: list[Callable[[FilingAnew], None]] = []
        self._stopping = Event()  # of the filing under way, or last asked for

    def open_lexicon(self) -> Future[ListedLexicon]:
        """Lay the lexicon open with the user's edits."""

        def lay_open() -> ListedLexicon:
            from dateline.analysis.lexicon_listing import list_lexicon
            from dateline.storage.lexicon_edits import lexicon_edits

            return list_lexicon(self._library.read(lexicon_edits).result())

        return self._desk.submit(lay_open)

    def try_edit(self, document: Document, edit: LexiconEdit | None) -> Future[Trial]:
        """Tell what a document is filed under as the lexicon stands, and with an edit; nothing is kept."""

        def try_it() -> Trial:
            from dateline.analysis.lexicon_listing import try_edits
            from dateline.news.lexicon_listing import laid_over
            from dateline.storage.lexicon_edits import lexicon_edits

            before = self._library.read(lexicon_edits).result()
            after = before if edit is None else laid_over(before, edit)
            return self._workers.submit(try_edits, document, before, after).result()

        return self._desk.submit(try_it)

    def file_anew(self) -> Future[int]:
        """Read in the background, newest first, what another lexicon or version read; ends one under way.

        The result is how many articles were read.
        """
        self._stopping.set()
        stopping = self._stopping = Event()
        return self._background.submit(self._file_anew, stopping)

    def stop_filing(self) -> None:
        """End the filing under way soon; the next goes on where it was."""
        self._stopping.set()

    def on_filing(self, tell: Callable[[FilingAnew], None]) -> Callable[[], None]:
        """Call `tell` from another thread as the filing goes on; returns how to stop that."""
        self._tellers.append(tell)
        return partial(self._tellers.remove, tell)

    def close(self) -> None:
        """Stop what is under way."""
        self.stop_filing()
        self._desk.shutdown(cancel_futures=True)

    def _file_anew(self, stopping: Event) -> int:
        from dateline.news.progress import FilingAnew
        from dateline.pipeline.reanalyse import bring_up_to_date

        n_all = 0

        def begin(n: int) -> None:
            nonlocal n_all
            n_all = n
            self._tell(FilingAnew(0, n_all))

        def tell(n_done: int) -> None:
            log.info("%s of %s articles filed anew", n_done, n_all)
            self._tell(FilingAnew(n_done, max(n_all, n_done)))

        try:
            n_done = bring_up_to_date(
                self._library, self._workers, begin=begin, tell=tell, is_wanted=lambda: not stopping.is_set()
            )
        except LibraryError as error:
            self._tell(FilingAnew(0, n_all, is_over=True, was_stopped=True, trouble=str(error)))
            raise
        if n_all:
            self._tell(FilingAnew(n_done, max(n_all, n_done), is_over=True, was_stopped=stopping.is_set()))
        return n_done

    def _tell(self, event: FilingAnew) -> None:
        for tell in tuple(self._tellers):
            tell(event)
