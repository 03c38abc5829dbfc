"""The main window: sidebar, filter bar, timeline, reader and inspector over one filter, and what keys do.

It introduces the panes to one another and to the library; each pane knows its own work. Nothing here touches the
database or the network: jobs go through `Tasks`, refreshes through the newsroom.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import UTC, date, datetime
from functools import partial
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QSettings, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QGuiApplication, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from dateline.errors import DatelineError
from dateline.news.change import Change
from dateline.news.feed import NewSource, Source, SourceId
from dateline.news.finding import TOPICS, UMBRELLA
from dateline.news.library_view import PersonCount, SidebarCounts
from dateline.news.progress import RefreshDone, RefreshEvent
from dateline.news.question import TimelineFilter, filter_text
from dateline.settings import config_folder
from dateline.sources.defaults import default_sources
from dateline.sources.outlets import outlets
from dateline.ui.across_desk import AcrossDesk
from dateline.ui.activity import ActivityScreen
from dateline.ui.article_desk import ArticleDesk
from dateline.ui.capturing import Capturing
from dateline.ui.commands import Commands
from dateline.ui.export.exporting import Exporting
from dateline.ui.filter.bar import FilterBar
from dateline.ui.filter.reading import read_typed
from dateline.ui.icons import application_icon
from dateline.ui.key_bindings import KeyBindings
from dateline.ui.keys import Act
from dateline.ui.keys_overlay import KeysOverlay
from dateline.ui.lexicon.desk import LexiconWork
from dateline.ui.live import Live
from dateline.ui.marking import Marking
from dateline.ui.names import Names
from dateline.ui.newsroom import Newsroom
from dateline.ui.opening import Opening
from dateline.ui.palette import Palette, PaletteEntry
from dateline.ui.panes import Panes
from dateline.ui.people_names import PeopleNames
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.reading import Frame, Reading
from dateline.ui.refreshing import Refreshing, last_refresh
from dateline.ui.searching import Searching
from dateline.ui.settings.dialog import SettingsDialog
from dateline.ui.settings.preferences import Preferences
from dateline.ui.settings_menu import SettingsMenu, remembered_density, remembered_percent, remembered_scheme
from dateline.ui.sidebar.pane import Sidebar, added
from dateline.ui.sidebar.rail import Rail
from dateline.ui.sidebar.rows import QUOTES, Kind, view_question
from dateline.ui.sources.desk import SourcesDesk
from dateline.ui.sources.screen import SourcesScreen
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.timeline.pane import TimelinePane
from dateline.ui.timeline.reasons import Remedy, Situation
from dateline.ui.toast import Toast
from dateline.ui.welcome import Welcome
from dateline.ui.work import Work

if TYPE_CHECKING:
    from dateline.library import Library

_GEOMETRY_KEY = "window/geometry"
_FILTER_KEY = "window/filter"
_GO = {
    Act.GO_ON_TOPIC: UMBRELLA,
    Act.GO_ALL: "all",
    Act.GO_TODAY: "today",
    Act.GO_UNREAD: "unread",
    Act.GO_STARRED: "starred",
    Act.GO_NOTES: "notes",
}


class MainWindow(QMainWindow):
    """The window on one library."""

    sample_wanted = Signal()

    def __init__(self, library: Library, newsroom: Newsroom, *, today: Callable[[], date] = date.today) -> None:
        super().__init__()
        self.settings = open_settings()
        self.appearance = Appearance(
            self,
            scheme=remembered_scheme(self.settings),
            text_scale=remembered_percent(self.settings) / 100,
        )
        self._today = today
        self._newsroom = newsroom
        self._situation = Situation()
        self.preferences = Preferences.remembered(self.settings)
        self._sources: Sequence[Source] | None = None  # not known yet
        self._n_articles: int | None = None
        self.tasks = Tasks(library, self)
        self.live = Live(library, self)
        self.names = Names(outlets())
        self.refreshing = Refreshing(newsroom, self)
        self.setWindowTitle("Dateline")
        self.setWindowIcon(application_icon())
        self.setMinimumSize(900, 560)
        self._build()
        self.marking = Marking(self.tasks, self.timeline.timeline, self.work.undo, self)
        self.articles = ArticleDesk(self.tasks, self.timeline, self.reader, self.marking, self.refreshing, self)
        self.capturing = Capturing(
            self, self.appearance, self.tasks, self._newsroom, open_url=lambda: self.articles.url
        )
        self.exporting = Exporting(self, self.appearance, self.tasks, newsroom, self.settings, lambda: self.preferences)
        self.opening = Opening(
            self,
            import_opml=self.sources_desk.import_opml,
            add_source=self.sources_desk.add,
            take_page=self.capturing.take_file,
        )
        self.toast = Toast(self.appearance, self.frame)
        self.searching = Searching(self.tasks, self.appearance, self.sidebar, self._today, self)
        self.commands = self._make_commands()
        self.keys_overlay = KeysOverlay(self.appearance, self.commands, self.frame)
        self.command_palette = Palette(self.appearance, self._palette_entries, self.frame)
        self._connect()
        self.timeline.set_density(remembered_density(self.settings))
        self._prefer(self.preferences)
        self._restore()

    # Building

    def _build(self) -> None:
        self.sidebar = Sidebar(self.appearance, self.names, self.settings)
        self._people: Sequence[PersonCount] = ()
        self.people_names = PeopleNames(self.tasks, self)
        self.people_names.learnt.connect(self._call_people)
        self.rail = Rail(self.sidebar.rows, self.appearance, self.names)
        self.bar = FilterBar(self.appearance, self.names, self._today, self.settings)
        self.timeline = TimelinePane(self.tasks, self.appearance, self.names, self._today)
        self.reader = ReaderPanel(self.tasks, self.appearance, self.names, settings=self.settings)
        self.screens = QStackedWidget()
        self.work = Work(
            self.tasks, self.appearance, self.names, self.settings, self.reader, self.timeline, self.screens
        )
        self.across = AcrossDesk(
            self.tasks, self.appearance, self.names, self.work.undo, self.timeline, self.reader, self.settings
        )
        self.lexicon = LexiconWork(
            self.tasks, self.appearance, self.names, self.work.undo, self.reader, self._newsroom.lexicon
        )
        self.inspector, self.quotes = self.across.inspector, self.across.quotes
        self.reading = Reading(self.timeline, self.reader, self.inspector.frame)
        self.sources = SourcesScreen(self.appearance, self.names)
        self.activity = ActivityScreen(self.appearance, self.refreshing)
        tip = self.tr("My highlights and notes")
        self.inspector.frame.add_panel("notes", "notebook-pen", self.tr("Notes"), tip, self.work.notes)
        for screen in (self.reading, self.sources, self.activity, self.work.lists, self.quotes, self.across.comparison):
            self.screens.addWidget(screen)
        self.screens.addWidget(self.lexicon.screen)
        self.sources_desk = SourcesDesk(self.sources, self.appearance, self.tasks, self._newsroom, self.refreshing)
        self.welcome = Welcome(self.appearance, self.names, default_sources())
        self.frame = Frame(self.sidebar, self.rail, self.bar, self.screens, self.reading, self.settings)
        self._whole = QStackedWidget()
        self._whole.addWidget(self.frame)
        self._whole.addWidget(self.welcome)
        self.setCentralWidget(self._whole)
        self.menu = SettingsMenu(self.appearance, self.settings, self)
        self.bar.settings.setMenu(self.menu)

    def _make_commands(self) -> Commands:
        does: dict[Act, Callable[[], object]] = {
            Act.NEXT: lambda: self.timeline.view.step(1),
            Act.PREVIOUS: lambda: self.timeline.view.step(-1),
            Act.NEXT_UNREAD: self.timeline.go_to_next_unread,
            Act.ONWARD: self.articles.go_onward,
            Act.OPEN: self.articles.open,
            Act.ORIGINAL: self.reader.open_original,
            Act.NEXT_QUOTE: self.reader.next_quote,
            Act.PREVIOUS_QUOTE: self.reader.previous_quote,
            Act.COPY_QUOTE: self.reader.copy_quote,
            Act.READ: self.articles.toggle_read,
            Act.STAR: self.articles.toggle_star,
            Act.ALL_READ: lambda: self.marking.read_all(self.timeline.filter),
            Act.SEARCH: self.bar.field.focus_search,
            Act.SAVE_SEARCH: self.searching.save,
            Act.TEXT_FORM: self.bar.field.toggle_form,
            Act.FIND: lambda: self._shown_reader().find_words(),
            Act.PRINT: lambda: self._shown_reader().print_page(),
            Act.REFRESH: self.refreshing.start,
            Act.PASTE_PAGE: self.capturing.paste,
            Act.EXPORT: self._export,
            Act.SIDEBAR: self.frame.fold_sidebar,
            Act.INSPECTOR: self.frame.fold_inspector,
            Act.GO_SOURCES: lambda: self.show_screen(self.sources),
            Act.GO_LEXICON: lambda: self.show_screen(self.lexicon.screen),
            Act.COMPARE: self.across.compare,
            Act.GO_QUOTES: lambda: self.show_screen(self.quotes),
            Act.SETTINGS: self.open_settings,
            Act.KEYS: lambda: self.keys_overlay.open(),
            Act.PALETTE: lambda: self.command_palette.open(),
            Act.QUIT: self.close,
        } | self.work.acts()
        for act, view in _GO.items():
            question = view_question(view)
            if question is not None:
                does[act] = lambda question=question: self.ask(question)  # type: ignore[misc]
        return Commands(self, (self.timeline, self.reader), does, KeyBindings.remembered(self.settings))

    def _connect(self) -> None:
        self.bar.field.asked.connect(self._ask_here)
        self.bar.field.left.connect(self._focus_list)
        self.bar.sidebar.follow(self.commands[Act.SIDEBAR])
        self.bar.save.clicked.connect(self.searching.save)
        self.searching.can_save.connect(self.bar.save.setEnabled)
        self.searching.told.connect(self.toast.say)
        self.bar.inspector.follow(self.commands[Act.INSPECTOR])
        self.bar.export.follow(self.commands[Act.EXPORT])
        self.frame.arranged.connect(self._arranged)
        self.sidebar.asked.connect(self._ask_row)
        self.rail.pressed_row.connect(self.sidebar.press)
        for pane in (self.sidebar, self.rail):
            pane.refresh_wanted.connect(self.refreshing.start)
            pane.sources_wanted.connect(lambda: self.show_screen(self.sources))
            pane.lexicon_wanted.connect(lambda: self.show_screen(self.lexicon.screen))
            pane.activity_wanted.connect(lambda: self.show_screen(self.activity))
        self.sources_desk.told.connect(self._tell_of_sources)
        self.sources_desk.filter_wanted.connect(self.ask)
        self.activity.source_wanted.connect(self._show_source)
        self.welcome.start_wanted.connect(self._start_with)
        self.welcome.import_wanted.connect(self.sources_desk.choose_opml)
        self.welcome.sample_wanted.connect(self.sample_wanted)
        self.timeline.filter_wanted.connect(self.ask)
        self.timeline.remedy_wanted.connect(self._remedy)
        self.timeline.told.connect(self.toast.say)
        self.reader.told.connect(self.toast.say)
        self.inspector.check_wanted.connect(self.articles.look_at)
        self.across.article_wanted.connect(self.articles.go_to)
        self.across.told.connect(self.toast.say)
        self.across.comparison.opened.connect(lambda: self.show_screen(self.across.comparison))
        self.across.comparison.closed.connect(lambda: self.show_screen(self.reading))
        self.sidebar.quotes_wanted.connect(lambda: self.show_screen(self.quotes))
        self.marking.told.connect(lambda words, can_undo: self.toast.say(words, can_undo=can_undo))
        self.work.undo.told.connect(lambda words, can_undo: self.toast.say(words, can_undo=can_undo))
        self.work.told.connect(self.toast.say)
        self.work.lists_wanted.connect(lambda: self.show_screen(self.work.lists))
        self.work.reading_wanted.connect(lambda: self.show_screen(self.reading))
        self.sidebar.list_wanted.connect(self.work.show_list)
        self.work.why_wanted.connect(self._show_why)
        self.lexicon.told.connect(self.toast.say)
        self.lexicon.corrections_wanted.connect(self.work.show_corrections)
        self.lexicon.filing.status_changed.connect(self.sidebar.say)
        self.toast.undo_wanted.connect(self.work.undo.undo)
        self.capturing.told.connect(self.toast.say)
        self.exporting.told.connect(self.toast.say)
        self.work.lists.export_wanted.connect(self.exporting.export_list)
        self.opening.told.connect(self.toast.say)
        self.menu.density_chosen.connect(self.timeline.set_density)
        self.menu.all_wanted.connect(self.open_settings)
        self.articles.told.connect(self.toast.say)
        self.articles.filter_wanted.connect(self.ask)
        self.articles.reading_wanted.connect(lambda: self.show_screen(self.reading))
        self.tasks.trouble.connect(self._trouble)
        self.live.changed.connect(self._follow)
        self.refreshing.happened.connect(self._refresh_event)
        self.refreshing.status_changed.connect(self.sidebar.say)

    def _restore(self) -> None:
        geometry = self.settings.value(_GEOMETRY_KEY)
        if geometry is None or not self.restoreGeometry(geometry):
            room = QGuiApplication.primaryScreen().availableSize()
            self.resize(min(1440, room.width()), min(900, room.height()))
        kept = self.settings.value(_FILTER_KEY)
        terms, mistakes = read_typed(kept if isinstance(kept, str) else "", self._today())
        self.ask(TimelineFilter() if mistakes else TimelineFilter(terms))
        self._ask_sidebar()

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        """Put the keyboard into the list."""
        super().showEvent(event)
        QTimer.singleShot(0, self._focus_list)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep how the window stands and follow the library no longer."""
        self.settings.setValue(_GEOMETRY_KEY, self.saveGeometry())
        self.settings.setValue(_FILTER_KEY, filter_text(self.timeline.filter))
        self.settings.sync()
        self.work.close()
        self.lexicon.close()
        self.live.close()
        self.refreshing.close()
        self.tasks.close()
        super().closeEvent(event)

    def n_cards(self) -> int:
        """Return how many cards the timeline has at hand."""
        return self.timeline.timeline.rowCount()

    # The filter

    def ask(self, question: TimelineFilter) -> None:
        """Show the articles of a filter, everywhere."""
        self.bar.field.show_filter(question)
        self.sidebar.show_filter(question)
        self.searching.show_filter(question)
        self.rail.choose(self.sidebar.chosen_key)
        self.show_screen(self.reading)
        if question != self.timeline.filter or not self.timeline.timeline.was_asked:
            self.timeline.ask(question)

    def _ask_here(self, question: TimelineFilter) -> None:
        screen = self.screens.currentWidget()
        self.ask(question)
        if screen is self.quotes:
            self.show_screen(self.quotes)

    def show_screen(self, screen: QWidget) -> None:
        """Show a screen beside the sidebar."""
        self.screens.setCurrentWidget(screen)
        row = self.work.list_key if screen is self.work.lists else f"view:{QUOTES}" if screen is self.quotes else ""
        self.sidebar.show_screen(
            is_sources=screen is self.sources,
            is_lexicon=screen is self.lexicon.screen,
            is_activity=screen is self.activity,
            row=row,
        )
        if screen is self.quotes:
            self.across.show_quotes()
        self.rail.choose(self.sidebar.chosen_key)
        if screen is self.work.lists:
            self.work.lists.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        if screen is self.sources:
            self.sources.table.setFocus(Qt.FocusReason.OtherFocusReason)
        if screen is self.lexicon.screen:
            self.lexicon.open()

    def _show_why(self) -> None:
        self.show_screen(self.lexicon.screen)
        self.lexicon.why()

    def _ask_row(self, question: TimelineFilter, adds: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.ask(added(self.timeline.filter, question) if adds else question)

    def _focus_list(self) -> None:
        self.timeline.view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _shown_reader(self) -> ReaderPanel:
        return self.work.lists.reader if self.work.lists.isVisible() else self.reader

    def _palette_entries(self) -> list[PaletteEntry]:
        """Return everything that can be done or gone to."""
        entries = [
            PaletteEntry(key.name, key.group, self.commands[key.act].trigger, "  ".join(self.commands.keys(key.act)))
            for key in self.commands.rows()
            if key.act is not Act.PALETTE
        ]
        kinds = {
            Kind.TOPIC: self.tr("Topic"),
            Kind.PERSON: self.tr("Person or organisation"),
            Kind.OUTLET: self.tr("Outlet"),
            Kind.FOLDER: self.tr("Folder"),
            Kind.SEARCH: self.tr("Saved search"),
        }
        for row in self.sidebar.every_row():
            if row.kind in kinds and row.question is not None:
                go = partial(self.ask, row.question)
                entries.append(PaletteEntry(row.name, kinds[row.kind], go, also=row.second))
        return entries

    def _export(self) -> None:
        one = self.work.lists.list
        if self.work.lists.isVisible() and one is not None:
            self.exporting.export_list(one)
        else:
            self.exporting.export_filter(self.timeline.filter)

    # The library

    def _follow(self, change: Change) -> None:
        self.timeline.follow(change)
        self.reader.follow(change)
        self.across.follow(change)
        self.work.follow(change)
        self.lexicon.follow(change)
        self.searching.follow(change)
        self._ask_sidebar()

    def _ask_sidebar(self) -> None:
        self.searching.ask()
        self.tasks.read(_counts, self._take_counts, slot="sidebar.counts")
        self.tasks.read(_list_sources, self._take_sources, slot="sidebar.sources")

    def _take_counts(self, counts: SidebarCounts) -> None:
        self.sidebar.show_counts(counts)
        self._n_articles = counts.views.get("all", 0)
        self.timeline.set_total(self._n_articles)
        self._greet()
        self._people = counts.people
        self.people_names.learn(counts.people)
        self._name_people()
        self.bar.field.know_values(
            {
                "topic": [(topic, self.names.topic(topic)) for topic in TOPICS],
                "outlet": [(one.outlet, self.names.outlet(one.outlet).name) for one in counts.outlets],
                "speaker": [(one.person, self.names.person(one.person)) for one in counts.people],
            }
        )

    def _name_people(self) -> None:
        self.names.know_people({one.person: self.people_names.name(one).name for one in self._people})

    def _call_people(self) -> None:
        self._name_people()
        self.sidebar.name_people(self.people_names.name)

    def _take_sources(self, sources: Sequence[Source]) -> None:
        self._sources = sources
        self.refreshing.know_sources(sources)
        self.sidebar.show_sources(sources)
        self.sources_desk.show_sources(sources)
        self._greet()
        if not self.refreshing.is_running and not self.lexicon.filing.is_running:
            self.sidebar.say(*last_refresh(sources, datetime.now(UTC)))
        self._tell_situation()

    def _trouble(self, error: DatelineError) -> None:
        self.toast.say(f"{error.sentence} {error.hint}".strip())

    # Refreshes

    def _refresh_event(self, event: RefreshEvent) -> None:
        self._tell_situation()
        if isinstance(event, RefreshDone):
            self.searching.tell_of_new()

    def _tell_situation(self) -> None:
        self.timeline.set_situation(
            Situation(
                n_sources=None if self._sources is None else len(self._sources),
                is_refreshing=self.refreshing.is_running,
                n_sources_done=self.refreshing.n_sources_done,
                n_sources_asked=self.refreshing.n_sources,
            )
        )

    def _remedy(self, remedy: Remedy) -> None:
        if remedy is Remedy.REFRESH:
            self.refreshing.start()
        elif remedy is Remedy.ADD_SOURCE:
            self.sources_desk.add()
        elif remedy is Remedy.SHOW_ACTIVITY:
            self.show_screen(self.activity)

    # Settings

    def open_settings(self) -> None:
        """Open the Settings dialog."""
        dialog = SettingsDialog(self.appearance, self.settings, self.menu, self.commands.bindings, self)
        dialog.preferred.connect(self._prefer)
        dialog.rebound.connect(self.commands.rebind)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = self.articles.preferences = preferences
        self.refreshing.set_by_itself(is_on=preferences.refreshes_by_itself)

    # Sources

    def _greet(self) -> None:
        """Show the first run while there is nothing to read and nothing to read it from."""
        is_new = self._sources is not None and not self._sources and self._n_articles == 0
        self._whole.setCurrentWidget(self.welcome if is_new else self.frame)

    def _start_with(self, chosen: Sequence[NewSource]) -> None:
        self.tasks.follow(self._newsroom.add_sources(chosen), self._start, slot="")

    def _start(self, _change: Change) -> None:
        self.refreshing.start()

    def _show_source(self, source: SourceId) -> None:
        self.show_screen(self.sources)
        self.sources.choose(source)

    def _tell_of_sources(self, words: str, can_undo: bool) -> None:  # noqa: FBT001 - a signal's argument
        if can_undo:
            self.work.undo.remember(self.tr("The source is followed again."), self.sources_desk.undo_remove)
        self.toast.say(words, can_undo=can_undo)

    def _arranged(self, panes: Panes) -> None:
        self.bar.inspector.setChecked(panes.inspector > 0)


def open_settings() -> QSettings:
    """Return the window's settings file."""
    return QSettings(str(config_folder() / "window.ini"), QSettings.Format.IniFormat)


def _counts(connection: Any) -> SidebarCounts:
    from dateline.storage import sidebar

    return sidebar.counts(connection)


def _list_sources(connection: Any) -> tuple[Source, ...]:
    from dateline.storage import sources

    return sources.list_sources(connection)
