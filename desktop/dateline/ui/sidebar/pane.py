"""The left pane: the program's name, the list, and at the foot the way to sources and lexicon, and what goes on."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, QSettings, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.feed import Source
from dateline.news.library_view import SidebarCounts
from dateline.news.question import TimelineFilter, joined
from dateline.news.reading_list import ReadingList
from dateline.ui.buttons import IconButton, ToggleButton
from dateline.ui.icons import application_icon, paint_icon
from dateline.ui.marks import paint_hairline
from dateline.ui.names import Names
from dateline.ui.screens import Screen
from dateline.ui.sidebar.model import SidebarModel
from dateline.ui.sidebar.outlet_rows import OutletRows
from dateline.ui.sidebar.rows import (
    ATTENTION,
    QUOTES,
    Kind,
    PersonNames,
    Row,
    SearchCount,
    make_rows,
    plain_person,
    row_for,
)
from dateline.ui.sidebar.view import SidebarView
from dateline.ui.theme import Appearance, size

_CLOSED_KEY = "sidebar/closed"
#: What is learnt within so long is shown together.
_TOGETHER_MS = 30
_NOT_COUNTED = SidebarCounts()


class Sidebar(QWidget):
    """Shows counts, tells which filter is wanted."""

    #: A row's filter is wanted: the filter, and whether it adds to the one there is.
    asked = Signal(object, bool)
    list_wanted = Signal(int)  # ListId
    sources_wanted = Signal()
    lexicon_wanted = Signal()
    activity_wanted = Signal()
    quotes_wanted = Signal()
    refresh_wanted = Signal()

    def __init__(
        self, appearance: Appearance, names: Names, settings: QSettings, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._outlets = OutletRows(names)
        self._settings = settings
        self._counts = _NOT_COUNTED
        self._searches: Sequence[SearchCount] = ()
        self._person_name: PersonNames = plain_person
        self._filter = TimelineFilter()
        self._last = ""
        self._shown = ""  # key of the row whose screen is shown instead of the timeline
        self.is_filled = False  # the rows stand with the numbers of the library
        kept = settings.value(_CLOSED_KEY)
        self._closed: set[str] = set(kept.split("\n")) - {""} if isinstance(kept, str) else set()
        self._whole: set[str] = set()
        self._remaking = QTimer(self)
        self._remaking.setSingleShot(True)
        self._remaking.setInterval(_TOGETHER_MS)
        self._remaking.timeout.connect(self._remake)
        self.head = _Head(appearance, self)
        self.head.refresh.clicked.connect(self.refresh_wanted)
        self.rows = SidebarModel(self)
        self.view = SidebarView(self.rows, appearance, names, self)
        self.view.pressed_row.connect(self.press)
        self.foot = _Foot(appearance, self)
        self.foot.sources.clicked.connect(lambda: self.sources_wanted.emit())
        self.foot.lexicon.clicked.connect(lambda: self.lexicon_wanted.emit())
        self.foot.activity.clicked.connect(lambda: self.activity_wanted.emit())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        appearance.changed.connect(self.update)
        self._remake()

    def show_counts(self, counts: SidebarCounts) -> None:
        """Show other numbers."""
        self._counts = counts
        self._remake_soon()

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show the outlets of these sources and how they do."""
        self._outlets.follow(sources)
        self._remake_soon()

    def show_searches(self, searches: Sequence[SearchCount]) -> None:
        """Show the saved searches with their numbers."""
        self._searches = searches
        self._remake_soon()

    def name_people(self, person_name: PersonNames) -> None:
        """Call people as the lexicon does."""
        self._person_name = person_name
        self._remake_soon()

    def show_filter(self, question: TimelineFilter) -> None:
        """Mark the row that the filter belongs to."""
        self._filter = question
        self._mark()
        # Whoever narrows the filter from here on still reads what this row is about.
        self._last = self.view.chosen_key or self._last

    def show_screen(self, screen: Screen, list_key: str = "") -> None:
        """Mark the button, or the row, of the screen that is shown: on the reading screen, the filter's."""
        self._shown = list_key if screen is Screen.LISTS else f"view:{QUOTES}" if screen is Screen.QUOTES else ""
        self.foot.sources.setChecked(screen is Screen.SOURCES)
        self.foot.lexicon.setChecked(screen is Screen.LEXICON)
        self.foot.activity.setChecked(screen is Screen.ACTIVITY)
        self._mark()

    @property
    def lists(self) -> Sequence[ReadingList]:
        """The reading lists that have rows."""
        return self._counts.lists

    @property
    def chosen_key(self) -> str:
        """The key of the row that the filter belongs to."""
        return self.view.chosen_key

    def every_row(self) -> tuple[Row, ...]:
        """Return all rows, those in closed sections and behind "more" too."""
        whole = ("topics", "people", "outlets", "searches")
        outlets = self._outlets.rows(self._counts)
        return make_rows(self._counts, outlets, self._names, self._person_name, searches=self._searches, whole=whole)

    def say(self, status: str, icon: str = "circle-check") -> None:
        """Say in the last line how the refresh stands."""
        self.foot.say(status, icon)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.window)
        painter.end()

    def _remake_soon(self) -> None:
        """Make the rows once for what is learnt at the same time: counts, sources and searches come one by one."""
        if not self._remaking.isActive():
            self._remaking.start()

    def _remake(self) -> None:
        self._remaking.stop()
        self.rows.show_rows(
            make_rows(
                self._counts,
                self._outlets.rows(self._counts, self._closed),
                self._names,
                self._person_name,
                searches=self._searches,
                closed=self._closed,
                whole=self._whole,
            )
        )
        self.is_filled = self._counts is not _NOT_COUNTED
        self._mark()

    def _mark(self) -> None:
        foot = self.foot
        shows_rows = not any(one.isChecked() for one in (foot.sources, foot.lexicon, foot.activity))
        key = self._shown or row_for(self.rows.rows, self._filter, self._last)
        self.view.choose(key if shows_rows else "")

    def press(self, row: Row, adds: bool) -> None:  # noqa: FBT001 - a signal's argument
        """Do what a row is for; `adds`: its filter is added to the one there is."""
        if row.kind is Kind.SECTION or (row.kind is Kind.FOLDER and adds):
            self._fold(row.key)
        elif row.kind is Kind.MORE:
            self._whole ^= {row.key.removeprefix("more:")}
            self._remake()
        elif row.key == f"view:{ATTENTION}":
            self.sources_wanted.emit()
        elif row.key == f"view:{QUOTES}":
            self.quotes_wanted.emit()
        elif row.kind is Kind.LIST:
            self.list_wanted.emit(int(row.key.removeprefix("list:")))
        elif row.question is not None:
            self._last = "" if adds else row.key
            self.asked.emit(row.question, adds)

    def _fold(self, key: str) -> None:
        self._closed ^= {key}
        self._settings.setValue(_CLOSED_KEY, "\n".join(sorted(self._closed)))
        self._remake()


def added(question: TimelineFilter, more: TimelineFilter) -> TimelineFilter:
    """Return the filter with the conditions of another one beside its own, each once."""
    return TimelineFilter(joined(question.terms, more.terms))


class _Head(QWidget):
    """The program's icon and name, and the refresh button."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(size("filter_bar"))
        self.refresh = IconButton(appearance, "refresh-cw", self.tr("Refresh all sources"), self)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 0, 10, 0)
        row.addStretch(1)
        row.addWidget(self.refresh)
        self._icon = application_icon()
        appearance.changed.connect(self.update)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint icon and name."""
        theme = self._appearance.theme
        painter = QPainter(self)
        pixmap = self._icon.pixmap(QSize(20, 20), self.devicePixelRatioF())
        painter.drawPixmap(QRectF(16, 14, 20, 20), pixmap, QRectF(pixmap.rect()))
        font = theme.font("control", weight=600)
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour.text)
        baseline = round((self.height() + metrics.ascent() - metrics.descent()) / 2)
        painter.drawText(QPointF(45, baseline), "Dateline")
        painter.end()


class _Foot(QWidget):
    """Sources, lexicon and activity, and one line of what the refresh does."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._status_icon = "circle-check"
        self.sources = ToggleButton(appearance, "rss", self.tr("Sources"), self)
        self.lexicon = ToggleButton(appearance, "book-a", self.tr("Lexicon"), self)
        self.activity = IconButton(appearance, "activity", self.tr("Activity"), self, is_checkable=True)
        for button in (self.sources, self.lexicon, self.activity):
            button.setFixedHeight(26)
        self.status = _Status(self)
        buttons = QHBoxLayout()
        buttons.setContentsMargins(7, 0, 7, 0)
        buttons.setSpacing(1)
        buttons.addWidget(self.sources)
        buttons.addWidget(self.lexicon)
        buttons.addStretch(1)
        buttons.addWidget(self.activity)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 6, 0, 7)
        column.setSpacing(2)
        column.addLayout(buttons)
        column.addWidget(self.status)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out names where there is no room for them."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        named = (self.sources, self.lexicon)
        for button in named:
            button.show_name(True)
        for button in reversed(named):
            if sum(one.sizeHint().width() + 1 for one in named) + self.activity.width() + 7 <= self.width():
                break
            button.show_name(False)

    def say(self, status: str, icon: str) -> None:
        """Say how the refresh stands."""
        self._status_icon = icon
        self.status.say(status)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the line above and the icon before the status."""
        theme = self._appearance.theme
        painter = QPainter(self)
        paint_hairline(painter, 0, 0, self.width(), theme.colour.line)
        if self.status.text():
            y = self.status.geometry().center().y() - 5.5
            paint_icon(painter, self._status_icon, 15, y, theme.colour.text_tertiary, 12)
        painter.end()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self._fit()
        self.status.setFont(theme.font("chip"))
        palette = self.status.palette()
        palette.setColor(palette.ColorRole.WindowText, theme.colour.text_secondary)
        self.status.setPalette(palette)


class _Status(QLabel):
    """One line, cut at the end; its whole text is the tool tip."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._whole = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setContentsMargins(35, 0, 12, 0)
        self.setMinimumWidth(0)
        self.setFixedHeight(20)
        policy = self.sizePolicy()
        policy.setHorizontalPolicy(policy.Policy.Ignored)
        self.setSizePolicy(policy)

    def say(self, text: str) -> None:
        """Say something else."""
        self._whole = text
        self.setAccessibleName(text)
        self._cut()

    def resizeEvent(self, event: object) -> None:  # noqa: ARG002
        """Cut again."""
        self._cut()

    def _cut(self) -> None:
        room = self.contentsRect().width()
        text = self.fontMetrics().elidedText(self._whole, Qt.TextElideMode.ElideRight, room)
        self.setText(text)
        self.setToolTip(self._whole if text != self._whole else "")
