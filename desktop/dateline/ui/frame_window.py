"""The window as its first paint shows it: sidebar, filter bar, timeline, reader and inspector over one filter.

It introduces these panes to one another and to the library. Screens, dialogs and what else waits for a first use are
the main window's; none of them is imported here. Nothing here touches the database or the network: jobs go through
`Tasks`, refreshes through the newsroom.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings, Qt, QTimer
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from dateline.errors import DatelineError
from dateline.news.question import TimelineFilter, filter_text
from dateline.settings import config_folder
from dateline.sources.outlets import outlets
from dateline.ui.across_desk import AcrossDesk
from dateline.ui.article_desk import ArticleDesk
from dateline.ui.filter.bar import FilterBar
from dateline.ui.filter.reading import read_typed
from dateline.ui.following import Following
from dateline.ui.icons import application_icon
from dateline.ui.inspector.panels import ArticleInspector
from dateline.ui.live import Live
from dateline.ui.marking import Marking
from dateline.ui.names import Names
from dateline.ui.newsroom import Newsroom
from dateline.ui.panes import Panes
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reading import Frame, Reading
from dateline.ui.refreshing import Refreshing
from dateline.ui.screens import Screen, Screens
from dateline.ui.searching import Searching
from dateline.ui.settings_menu import SettingsMenu, remembered_density, remembered_percent, remembered_scheme
from dateline.ui.sidebar.pane import Sidebar, added
from dateline.ui.sidebar.rail import Rail
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.toast import Toast
from dateline.ui.undo import UndoStack

if TYPE_CHECKING:
    from dateline.library import Library

_GEOMETRY_KEY = "window/geometry"
_FILTER_KEY = "window/filter"


class FrameWindow(QMainWindow):
    """Panes over one filter, restored as they stood."""

    def __init__(self, library: Library, newsroom: Newsroom, today: Callable[[], date]) -> None:
        super().__init__()
        self.settings = open_settings()
        self.appearance = Appearance(
            self,
            scheme=remembered_scheme(self.settings),
            text_scale=remembered_percent(self.settings) / 100,
        )
        self._today = today
        self.tasks = Tasks(library, self)
        self.live = Live(library, self)
        self.names = Names(outlets())
        self.refreshing = Refreshing(newsroom, self)
        self.undo = UndoStack(self.tasks, self)
        self.setWindowTitle(self.tr("Dateline (read only)") if library.is_read_only else "Dateline")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(900, 560)
        self._build()
        self._introduce()
        self.timeline.set_density(remembered_density(self.settings))

    @cached_property
    def toast(self) -> Toast:
        """The sentence over the window."""
        toast = Toast(self.appearance, self.frame)
        toast.undo_wanted.connect(self.undo.undo)
        return toast

    @property
    def inspector(self) -> ArticleInspector:
        """The pane at the right."""
        return self.across.inspector

    def n_cards(self) -> int:
        """Return how many cards the timeline has at hand."""
        return self.timeline.timeline.rowCount()

    def say(self, sentence: str, can_undo: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        """Say something for a few seconds, with the way back where there is one."""
        self.toast.say(sentence, can_undo=can_undo)

    def ask(self, question: TimelineFilter) -> None:
        """Show the articles of a filter, everywhere."""
        self.bar.field.show_filter(question)
        self.sidebar.show_filter(question)
        self.searching.show_filter(question)
        self.rail.choose(self.sidebar.chosen_key)
        self.screens.show_screen(Screen.READING)
        if question != self.timeline.filter or not self.timeline.timeline.was_asked:
            self.timeline.ask(question)

    def restore(self) -> None:
        """Stand as the window stood last time, and show the filter that it showed."""
        geometry = self.settings.value(_GEOMETRY_KEY)
        if geometry is None or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(1440, room.width()), min(900, room.height()))
        kept = self.settings.value(_FILTER_KEY)
        terms, mistakes = read_typed(kept if isinstance(kept, str) else "", self._today())
        self.ask(TimelineFilter() if mistakes else TimelineFilter(terms))
        self.following.ask()
        if self.tasks.is_read_only:
            self.say(self.tr("This library can only be read: it lies where nothing can be written."))

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the list."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._focus_list)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window stands and follow the library no longer."""
        self.settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self.settings.setValue(_FILTER_KEY, filter_text(self.timeline.filter))
        self.settings.sync()
        self.live.close()
        self.refreshing.close()
        self.tasks.close()
        super().closeEvent(event)

    def _build(self) -> None:
        self.sidebar = Sidebar(self.appearance, self.names, self.settings)
        self.rail = Rail(self.sidebar.rows, self.appearance, self.names)
        self.bar = FilterBar(self.appearance, self.names, self._today, self.settings)
        self.timeline = TimelinePane(self.tasks, self.appearance, self.names, self._today)
        self.reader = ReaderPanel(self.tasks, self.appearance, self.names, settings=self.settings)
        self.across = AcrossDesk(
            self.tasks,
            self.live,
            self.appearance,
            self.names,
            self.undo,
            self.timeline,
            self.reader,
            self.settings,
        )
        self.reading = Reading(self.timeline, self.reader, self.inspector.frame)
        self.screens = Screens(self.reading)
        self.frame = Frame(self.sidebar, self.rail, self.bar, self.screens, self.reading, self.settings)
        self.whole = QStackedWidget()  # the frame, or the first run in its place
        self.whole.addWidget(self.frame)
        self.setCentralWidget(self.whole)
        self.menu = SettingsMenu(self.appearance, self.settings, self)
        self.bar.settings.setMenu(self.menu)
        self.marking = Marking(self.tasks, self.timeline.timeline, self.undo, self)
        self.articles = ArticleDesk(self.tasks, self.timeline, self.reader, self.marking, self.refreshing, self)
        self.searching = Searching(self.tasks, self.appearance, self.sidebar, self._today, self)
        self.following = Following(
            self.tasks,
            self.live,
            self.names,
            self.refreshing,
            self.searching,
            self.sidebar,
            self.bar,
            self.timeline,
        )

    def _introduce(self) -> None:
        self.bar.field.left.connect(self._focus_list)
        self.bar.save.clicked.connect(self.searching.save)
        self.searching.can_save.connect(self.bar.save.setEnabled)
        self.frame.arranged.connect(self._arranged)
        self.sidebar.asked.connect(self._ask_row)
        self.rail.pressed_row.connect(self.sidebar.press)
        for pane in (self.sidebar, self.rail):
            pane.refresh_wanted.connect(self.refreshing.start)
        self.timeline.filter_wanted.connect(self.ask)
        self.articles.filter_wanted.connect(self.ask)
        self.across.article_wanted.connect(self.articles.go_to)
        self.inspector.check_wanted.connect(self.articles.look_at)
        for part in (self.timeline, self.reader, self.across, self.articles, self.searching):
            part.told.connect(self.say)
        for undoable in (self.marking, self.undo):
            undoable.told.connect(self.say)
        self.menu.density_chosen.connect(self.timeline.set_density)
        self.tasks.trouble.connect(self._trouble)
        self.refreshing.told.connect(self.say)
        for follower in (self.timeline, self.reader):
            self.live.changed.connect(follower.follow)

    def _ask_row(self, question: TimelineFilter, adds: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.ask(added(self.timeline.filter, question) if adds else question)

    def _focus_list(self) -> None:
        self.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _arranged(self, panes: Panes) -> None:
        self.bar.inspector.setChecked(panes.inspector > 0)

    def _trouble(self, error: DatelineError) -> None:
        self.say(f"{error.sentence} {error.hint}".strip())


def open_settings() -> QSettings:
    """Return the window's settings file."""
    return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)
