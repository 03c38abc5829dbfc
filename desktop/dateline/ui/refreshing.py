"""A refresh as the window follows it: events of another thread on the UI thread, and how far it is, in one line."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import UTC, datetime

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from dateline.news.feed import Source, SourceId, SourceState
from dateline.news.progress import ArticleRead, RefreshDone, RefreshEvent, RefreshStarted, SourceRead
from dateline.ui.counted import counted
from dateline.ui.dates import at_time, clock, local, short_day
from dateline.ui.newsroom import Newsroom

_translate = QCoreApplication.translate


#: How often is looked whether a source's turn has come.
_LOOKS_EVERY_MS = 60_000


class Refreshing(QObject):
    """Starts refreshes, by itself where the user wants it so, and tells how they go."""

    #: An event of the refresh, on the UI thread.
    happened = Signal(object)  # RefreshEvent
    #: The line for the status and its icon.
    status_changed = Signal(str, str)
    #: It began (True) or ended.
    running_changed = Signal(bool)
    #: What ended a refresh early, and what to do.
    told = Signal(str)
    _came = Signal(object)

    def __init__(self, newsroom: Newsroom, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._newsroom = newsroom
        self.is_running = newsroom.is_refreshing
        self.n_sources = 0
        self.n_sources_done = 0
        self.n_failed = 0
        self.n_pages = 0
        self.n_pages_done = 0
        #: What happened in the refresh under way, or the last one, but for its pages: for who comes late.
        self.events: list[RefreshEvent] = []
        self._next_due_at: datetime | None = None
        self._looking = QTimer(self)
        self._looking.setInterval(_LOOKS_EVERY_MS)
        self._looking.timeout.connect(self.start_what_is_due)
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._stop = newsroom.on_progress(self._receive)

    def start(self, sources: Sequence[SourceId] | None = None) -> None:
        """Refresh these sources, else all; nothing while a refresh is under way."""
        if not self.is_running:
            self._newsroom.refresh(sources)

    def set_by_itself(self, *, is_on: bool) -> None:
        """Refresh sources when their turn has come, or only when asked."""
        if is_on:
            self._looking.start()
        else:
            self._looking.stop()

    def know_sources(self, sources: Sequence[Source]) -> None:
        """Learn when the next source's turn comes; one that was never asked waits for the user."""
        due = [source.next_due_at for source in sources if source.state is not SourceState.PAUSED]
        self._next_due_at = min((moment for moment in due if moment is not None), default=None)

    def start_what_is_due(self) -> None:
        """Refresh the sources whose turn has come; nothing where none has."""
        if not self.is_running and self._next_due_at is not None and self._next_due_at <= datetime.now(UTC):
            self._newsroom.refresh(only_due=True)

    def stop(self) -> None:
        """End the refresh under way soon."""
        self._newsroom.stop()

    def close(self) -> None:
        """Follow no longer."""
        self._stop()

    def status(self) -> tuple[str, str]:
        """Return the line about the refresh under way, and its icon."""
        if self.n_sources_done < self.n_sources or not self.n_pages:
            line = self.tr("Refreshing, {done} of {all} sources").format(done=self.n_sources_done, all=self.n_sources)
        else:
            line = self.tr("Reading, {done} of {all} pages").format(done=self.n_pages_done, all=self.n_pages)
        return line, "rotate-cw"

    def _receive(self, event: RefreshEvent) -> None:
        # Runs in the refresh's thread.
        if isValid(self):
            self._came.emit(event)

    @Slot(object)
    def _take(self, event: RefreshEvent) -> None:
        if isinstance(event, RefreshStarted):
            self.is_running = True
            self.events.clear()
            self.n_sources, self.n_sources_done, self.n_failed = event.n_sources, 0, 0
            self.n_pages = self.n_pages_done = 0
            self.running_changed.emit(True)
        elif isinstance(event, SourceRead):
            self.n_sources_done += 1
            self.n_failed += event.error is not None
        elif isinstance(event, ArticleRead):
            self.n_pages_done, self.n_pages = event.n_done, max(event.n_pages, event.n_done)
        if not isinstance(event, ArticleRead):
            self.events.append(event)
        self.happened.emit(event)
        if isinstance(event, RefreshDone):
            self.is_running = False
            self.running_changed.emit(False)
            self.status_changed.emit(*done_status(event))
            if event.trouble:
                self.told.emit(event.trouble)
        else:
            self.status_changed.emit(*self.status())


def done_status(done: RefreshDone) -> tuple[str, str]:
    """Return the line about a refresh that ended, and its icon."""
    if done.trouble:
        return _translate("refresh", "The refresh ended early"), "circle-alert"
    if done.was_stopped:
        return _translate("refresh", "The refresh was stopped"), "circle-pause"
    if done.n_failed:
        words = _translate("refresh", "{n} of {all} sources failed")
        return words.format(n=done.n_failed, all=done.n_sources), "circle-alert"
    if not done.n_new:
        return _translate("refresh", "Nothing new"), "circle-check"
    one, many = _translate("refresh", "{n} new article"), _translate("refresh", "{n} new articles")
    return counted(done.n_new, one, many), "circle-check"


def last_refresh(sources: Sequence[Source], now: datetime) -> tuple[str, str]:
    """Return the line about the last refresh, from what the sources say, and its icon."""
    tried = [source.last_tried_at for source in sources if source.last_tried_at is not None]
    if not sources:
        return "", "circle-check"
    if not tried:
        return _translate("refresh", "Not refreshed yet"), "clock"
    at, today = local(max(tried)), local(now).date()
    when = clock(at) if at.date() == today else at_time(short_day(at.date(), today), at)
    line = _translate("refresh", "Refreshed {when}").format(when=when)
    return line, "circle-alert" if any(source.error for source in sources) else "circle-check"
