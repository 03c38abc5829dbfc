"""The window as its first paint shows it: filter bar and timeline, and the places of sidebar, reader and inspector.

Nothing more is made or imported before the first cards stand; then `steps` of the window that builds on this one make
the rest, in small turns. Nothing here touches the database or the network: jobs go through `Tasks`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from typing import TYPE_CHECKING

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget

from dateline.news.question import TimelineFilter, filter_text
from dateline.sources.outlets import outlets
from dateline.ui.chosen_looks import remembered_appearance, remembered_density
from dateline.ui.filter.bar import FilterBar
from dateline.ui.filter.reading import read_typed
from dateline.ui.fonts import NO_CHINESE, sets_chinese
from dateline.ui.icons import application_icon
from dateline.ui.live import Live
from dateline.ui.menu_bar import MenuBar
from dateline.ui.names import Names
from dateline.ui.place import Place
from dateline.ui.reading import Frame, Reading
from dateline.ui.screens import Screen, Screens
from dateline.ui.settling import Settling
from dateline.ui.tasks import Tasks
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.window_settings import open_settings

if TYPE_CHECKING:
    from datetime import date

    from dateline.errors import DatelineError
    from dateline.library import Library
    from dateline.ui.toast import Toast

_GEOMETRY_KEY = "window/geometry"
_NETWORK_KEY = "window/told_of_network"
_CHINESE_KEY = "window/told_of_chinese"
_FILTER_KEY = "window/filter"
_PULSE_KEY = "pulse/by"


class FrameWindow(QMainWindow):
    """Bar and timeline over one filter, restored as they stood. `steps` makes the rest once they are painted."""

    #: The filter that is shown now.
    asked = Signal(object)  # TimelineFilter
    #: The window closes: what is being written is to be kept, and nothing followed any longer.
    closing = Signal()

    def __init__(self, library: Library, today: Callable[[], date]) -> None:
        super().__init__()
        self.settings = open_settings()
        self.appearance = remembered_appearance(self.settings, self, has_sheet=False)
        self._today = today
        self.library_path = library.path
        self.tasks = Tasks(library, self)
        self.live = Live(library, self)
        self.names = Names(outlets())
        self.setWindowTitle(self.tr("Dateline (read only)") if library.is_read_only else "Dateline")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(900, 500)  # a screen of 1920 × 1080 at 200 % has room for it
        self.timeline = TimelinePane(self.tasks, self.appearance, self.names, today)
        self.timeline.set_density(remembered_density(self.settings))
        self.timeline.show_pulse_by(str(self.settings.value(_PULSE_KEY, "outlet")))
        self.timeline.pulse_by_changed.connect(lambda by: self.settings.setValue(_PULSE_KEY, by))
        # The first page is read while the rest is made, so that the first paint has cards already.
        self.timeline.ask(self._remembered_filter())
        self.bar = FilterBar(self.appearance, self.names, today, self.settings)
        self.sidebar_place = Place(self.appearance, "window")
        self.rail_place = Place(self.appearance, "window")
        self.reader_place = Place(self.appearance, "paper")
        self.inspector_place = Place(self.appearance, "window")
        self.reading = Reading(self.timeline, self.reader_place, self.inspector_place)
        self.screens = Screens(self.reading)
        self.frame = Frame(self.sidebar_place, self.rail_place, self.bar, self.screens, self.reading, self.settings)
        self.menu_bar = MenuBar(self, self.settings)
        self.setMenuBar(self.menu_bar)
        self._set_menu_bar()
        self.appearance.changed.connect(self._set_menu_bar)
        self.whole = QStackedWidget()  # the frame, or the first run in its place
        self.whole.addWidget(self.frame)
        self.setCentralWidget(self.whole)
        self.appearance.put_on_sheet()
        self.settling = Settling(self, self.steps())
        self.bar.field.left.connect(self._focus_list)
        self.timeline.filter_wanted.connect(self.ask)
        self.timeline.told.connect(self.say)
        self.tasks.trouble.connect(self._trouble)
        self.live.changed.connect(self.timeline.follow)
        for answered in (self.timeline.timeline.begun, self.timeline.timeline.failed):
            answered.connect(self.settling.begin)
        self._restore()

    def _set_menu_bar(self) -> None:
        # Qt gives menu bars a typeface of the system's, which knows nothing of the user's text size.
        self.menu_bar.setFont(self.appearance.theme.font("control"))

    def steps(self) -> tuple[Callable[[], object], ...]:
        """Return what makes the rest of the window, each short enough for a turn of the event loop."""
        return ()

    @cached_property
    def toast(self) -> Toast:
        """The sentence over the window."""
        from dateline.ui.toast import Toast

        return Toast(self.appearance, self)  # over the first steps too

    def n_cards(self) -> int:
        """Return how many cards the timeline has at hand."""
        return self.timeline.timeline.rowCount()

    def say(self, sentence: str, can_undo: bool = False) -> None:  # noqa: FBT001, FBT002 - a signal's argument
        """Say something for a few seconds, with the way back where there is one."""
        self.toast.say(sentence, can_undo=can_undo)

    def ask(self, question: TimelineFilter) -> None:
        """Show the articles of a filter, everywhere."""
        self.screens.show_screen(Screen.READING)
        if question != self.timeline.filter or not self.timeline.timeline.was_asked:
            self.timeline.ask(question)
        self.asked.emit(question)

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the list."""
        super().showEvent(event)
        QTimer.singleShot(0, self, self._focus_list)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window stands and follow the library no longer."""
        self.settling.drop()
        self.settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self.settings.setValue(_FILTER_KEY, filter_text(self.timeline.filter))
        self.settings.sync()
        self.closing.emit()
        self.live.close()
        self.tasks.close()
        super().closeEvent(event)

    def _restore(self) -> None:
        geometry = self.settings.value(_GEOMETRY_KEY)
        if geometry is None or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(1440, room.width()), min(900, room.height()))
        self.bar.field.show_filter(self.timeline.filter)
        self.asked.connect(self.bar.field.show_filter)
        self.ask(self.timeline.filter)
        if self.tasks.is_read_only:
            self.say(self.tr("This library can only be read: it lies where nothing can be written."))

    def tell_of_network(self) -> None:
        """Say that the library lies on a network disk, once for as long as the window is used with it."""
        if self.settings.value(_NETWORK_KEY) == str(self.library_path):
            return
        self.settings.setValue(_NETWORK_KEY, str(self.library_path))
        self.say(
            self.tr(
                "This library lies on a network disk: it is slower there, and only as safe as that disk’s locks. "
                "Keep it on this machine, and backups on the network."
            )
        )

    def tell_of_typefaces(self) -> None:
        """Say that Chinese cannot be shown, once until it can."""
        if sets_chinese():
            self.settings.remove(_CHINESE_KEY)
        elif not self.settings.contains(_CHINESE_KEY):
            self.settings.setValue(_CHINESE_KEY, 1)
            self.say(NO_CHINESE)

    def _remembered_filter(self) -> TimelineFilter:
        kept = self.settings.value(_FILTER_KEY)
        terms, mistakes = read_typed(kept if isinstance(kept, str) else "", self._today())
        return TimelineFilter() if mistakes else TimelineFilter(terms)

    def _focus_list(self) -> None:
        self.timeline.take_focus()

    def _trouble(self, error: DatelineError) -> None:
        from dateline.ui.known_sentences import failure_words

        self.say(failure_words(error))
