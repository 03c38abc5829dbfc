"""The Activity screen: what the refresh does now, how each source ended, what failed, and what to do about it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QPalette
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListWidget,
    QListWidgetItem,
    QProgressBar,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from dateline.news.progress import ArticleRead, Outcome, RefreshDone, RefreshEvent, RefreshStarted, SourceRead
from dateline.ui.activity_lines import LINE, ActivityDelegate, ActivityLine, line_speech
from dateline.ui.buttons import Button
from dateline.ui.counted import counted
from dateline.ui.empty_state import EmptyState
from dateline.ui.joined import joined
from dateline.ui.known_sentences import spoken
from dateline.ui.refreshing import Refreshing
from dateline.ui.theme import Appearance

#: Lines kept of one refresh.
_MOST_LINES = 2000


class ActivityScreen(QWidget):
    """Follows one refresh at a time; the last one stays until the next begins."""

    #: The source of a line was chosen.
    source_wanted = Signal(object)

    def __init__(self, appearance: Appearance, refreshing: Refreshing, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._refreshing = refreshing
        self.title = QLabel(self.tr("Activity"))
        self.status = QLabel(self.tr("Nothing is running."))
        self.status.setTextFormat(Qt.TextFormat.PlainText)
        self.button = Button(appearance, self.tr("Refresh all"), icon="refresh-cw")
        self.progress = QProgressBar()
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(self.tr("Progress of the refresh"))
        self.progress.hide()
        self.lines = QListWidget()
        self.lines.setFrameShape(QListWidget.Shape.NoFrame)
        self.lines.setMouseTracking(True)
        self.lines.setResizeMode(QListWidget.ResizeMode.Adjust)
        self.lines.setVerticalScrollMode(QListWidget.ScrollMode.ScrollPerPixel)
        self.lines.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.lines.setItemDelegate(ActivityDelegate(appearance, self.lines, self._go_on))
        self.lines.setAccessibleName(self.tr("What each source brought"))
        head = QHBoxLayout()
        head.setContentsMargins(20, 16, 20, 12)
        head.setSpacing(10)
        head.addWidget(self.title)
        head.addWidget(self.status, 1)
        head.addWidget(self.button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self.progress)
        self.empty = EmptyState(appearance, "activity", left=20)
        self.empty.say(
            self.tr("Nothing has run yet"),
            self.tr("No source was asked since this window was opened; what a refresh brings is told here."),
            self.tr("Refresh all"),
            button_icon="refresh-cw",
        )
        self.empty.chosen.connect(self._press)
        self._stack = QStackedWidget()
        self._stack.addWidget(self.empty)
        self._stack.addWidget(self.lines)
        column.addWidget(self._stack, 1)
        self.button.clicked.connect(self._press)
        self.lines.itemActivated.connect(lambda item: self.source_wanted.emit(item.data(Qt.ItemDataRole.UserRole)))
        self.status.setVisible(bool(refreshing.events))
        self.button.setVisible(bool(refreshing.events))  # until then the one of the empty list
        for event in refreshing.events:
            self.take(event)
        refreshing.happened.connect(self.take)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def take(self, event: RefreshEvent) -> None:
        """Follow an event of the refresh."""
        self._show_lines()
        if isinstance(event, RefreshStarted):
            self.lines.clear()
            self.button.setText(self.tr("Stop"))
            self.button.set_icon("x")
        elif isinstance(event, SourceRead):
            self._add(event)
        elif isinstance(event, RefreshDone):
            self.button.setText(self.tr("Refresh all"))
            self.button.set_icon("refresh-cw")
        self._tell(event)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.list)
        painter.end()

    def _show_lines(self) -> None:
        had_focus = self.empty.button.hasFocus()
        self._stack.setCurrentWidget(self.lines)
        self.status.setVisible(True)
        self.button.setVisible(True)
        if had_focus:
            self.button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self) -> None:
        if self._refreshing.is_running:
            self._refreshing.stop()
        else:
            self._refreshing.start()

    def _go_on(self, row: int) -> None:
        self.source_wanted.emit(self.lines.item(row).data(Qt.ItemDataRole.UserRole))

    def _tell(self, event: RefreshEvent) -> None:
        if isinstance(event, RefreshDone):
            self.progress.hide()
            self.status.setText(self._summary(event))
            return
        done, all_ = self._refreshing.n_sources_done, self._refreshing.n_sources
        if isinstance(event, ArticleRead) or (all_ and done == all_):
            done, all_ = self._refreshing.n_pages_done, self._refreshing.n_pages
        self.progress.setRange(0, max(1, all_))
        self.progress.setValue(done)
        self.progress.show()
        self.status.setText(self._refreshing.status()[0])

    def _summary(self, done: RefreshDone) -> str:
        new = counted(done.n_new, self.tr("{n} new article"), self.tr("{n} new articles"))
        changed = self.tr("{n} changed").format(n=f"{done.n_changed:,}")
        failed = self.tr("{n} of {all} sources failed").format(n=done.n_failed, all=done.n_sources)
        took = self.tr("{n} s").format(n=f"{done.seconds:.1f}")
        parts = [new, changed, *([failed] if done.n_failed else []), took]
        return (self.tr("Stopped. ") if done.was_stopped else "") + joined(parts)

    def _add(self, event: SourceRead) -> None:
        if self.lines.count() >= _MOST_LINES:
            return
        words = {
            Outcome.UPDATED: self.tr("{new} new, {changed} changed").format(new=event.n_new, changed=event.n_changed),
            Outcome.UNCHANGED: self.tr("nothing new"),
            Outcome.FAILED: spoken(event.error or ""),
            Outcome.SKIPPED: spoken(event.error or "") or self.tr("not its turn"),
        }[event.outcome]
        has_failed = event.outcome is Outcome.FAILED
        line = ActivityLine(
            event.outcome,
            event.title or event.url,
            words,
            spoken(event.hint or "") if has_failed else "",
            self.tr("Show the source") if has_failed else "",
        )
        item = QListWidgetItem(line_speech(line))
        item.setData(Qt.ItemDataRole.UserRole, event.source)
        item.setData(LINE, line)
        if has_failed:
            # What failed stands first: it is what somebody comes here for.
            self.lines.insertItem(0, item)
        else:
            self.lines.addItem(item)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.title.setFont(theme.font("view_title"))
        self.status.setFont(theme.font("sidebar"))
        quiet = self.status.palette()
        quiet.setColor(QPalette.ColorRole.WindowText, theme.colour.text_secondary)
        self.status.setPalette(quiet)
        self.lines.setFont(theme.font("control"))
        ground = self.lines.palette()
        ground.setColor(QPalette.ColorRole.Base, theme.colour.list)
        self.lines.setPalette(ground)
        self.update()
