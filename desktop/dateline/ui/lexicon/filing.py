"""The library being filed anew after an edit of the lexicon, as the window follows it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QLabel, QProgressBar, QVBoxLayout, QWidget
from shiboken6 import isValid

from dateline.news.progress import FilingAnew
from dateline.ui.buttons import Button
from dateline.ui.newsroom import LexiconDesk
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance


class Filing(QObject):
    """Brings events of another thread to the UI thread, and says how far it is in one line."""

    happened = Signal(object)  # FilingAnew
    #: The line for the sidebar's status, its icon, and whether the filing goes on.
    status_changed = Signal(str, str, bool)
    #: What ended the filing early.
    told = Signal(str)
    _came = Signal(object)

    def __init__(self, desk: LexiconDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self.is_running = False
        self._came.connect(self._take, Qt.ConnectionType.QueuedConnection)
        self._unfollow = desk.on_filing(self._receive)

    def start(self) -> None:
        """File anew what another lexicon read."""
        self._desk.file_anew()

    def stop(self) -> None:
        """End the filing under way soon."""
        self._desk.stop_filing()

    def close(self) -> None:
        """Follow no longer."""
        self._unfollow()

    def words(self, event: FilingAnew) -> str:
        """Say how far it is."""
        if event.is_over and event.was_stopped:
            return self.tr("Filing anew was stopped; it goes on at the next start")
        if event.is_over:
            return self.tr("All {n} articles are filed anew").format(n=f"{event.n_done:,}")
        n, all_ = f"{event.n_done:,}", f"{event.n_all:,}"
        return self.tr("{n} of {all} articles filed anew").format(n=n, all=all_)

    def _receive(self, event: FilingAnew) -> None:
        # Runs in the filing's thread.
        if isValid(self):
            self._came.emit(event)

    @Slot(object)
    def _take(self, event: FilingAnew) -> None:
        self.is_running = not event.is_over
        self.happened.emit(event)
        icon = "rotate-cw" if self.is_running else "circle-pause" if event.was_stopped else "circle-check"
        self.status_changed.emit(self.words(event), icon, self.is_running)
        if event.trouble:
            self.told.emit(event.trouble)


class FilingCard(QWidget):
    """How far it is, a bar, and the button that stops it; hidden while nothing runs."""

    def __init__(self, appearance: Appearance, filing: Filing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._filing = filing
        self.title = QLabel(self.tr("Filing the library anew"), self)
        self.count = QLabel(self)
        self.hint = QLabel(self.tr("Newest articles first. Topics that you set by hand stay."), self)
        self.progress = QProgressBar(self)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of filing anew"))
        self.stop = Button(appearance, self.tr("Stop"), self, kind="quiet")
        self.stop.clicked.connect(filing.stop)
        head = QHBoxLayout()
        head.setSpacing(9)
        head.addWidget(self.title)
        head.addWidget(self.count, 1)
        head.addWidget(self.stop)
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 4, 22, 16)
        column.setSpacing(6)
        column.addLayout(head)
        column.addWidget(self.progress)
        column.addWidget(self.hint)
        filing.happened.connect(self.take)
        self._restyle()
        appearance.changed.connect(self._restyle)
        self.hide()

    def take(self, event: FilingAnew) -> None:
        """Follow an event."""
        self.setVisible(not event.is_over or event.was_stopped)
        self.stop.setEnabled(not event.is_over)
        self.count.setText(self._filing.words(event))
        self.progress.setRange(0, max(1, event.n_all))
        self.progress.setValue(event.n_done)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self.title, theme.font("control", weight=600), theme.colour.text.name())
        for label in (self.count, self.hint):
            set_label(label, theme.font("meta"), theme.colour.text_secondary.name())
