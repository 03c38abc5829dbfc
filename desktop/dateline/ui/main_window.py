"""The main window: the frame of the first paint, and everything that waits for its first use.

Screens, dialogs and desks stand below as properties; each is made, and what it is made of imported, when it is asked
for by name. What leads from one to another is said here; each knows its own work.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QCloseEvent

from dateline.news.change import Change
from dateline.news.feed import NewSource, SourceId
from dateline.news.question import TimelineFilter
from dateline.ui.acts import acts_of, palette_entries
from dateline.ui.capturing import Capturing
from dateline.ui.commands import Commands
from dateline.ui.export.exporting import Exporting
from dateline.ui.frame_window import FrameWindow
from dateline.ui.key_bindings import KeyBindings
from dateline.ui.keys import Act
from dateline.ui.lexicon.desk import LexiconWork
from dateline.ui.newsroom import Newsroom
from dateline.ui.opening import Opening
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.screens import Screen
from dateline.ui.settings.preferences import Preferences
from dateline.ui.sidebar.rows import QUOTES
from dateline.ui.sources.desk import SourcesDesk
from dateline.ui.timeline.reasons import Remedy
from dateline.ui.work import Work

if TYPE_CHECKING:
    from dateline.library import Library
    from dateline.ui.activity import ActivityScreen
    from dateline.ui.keys_overlay import KeysOverlay
    from dateline.ui.palette import Palette
    from dateline.ui.sources.screen import SourcesScreen
    from dateline.ui.welcome import Welcome


class MainWindow(FrameWindow):
    """The window on one library."""

    sample_wanted = Signal()

    def __init__(self, library: Library, newsroom: Newsroom, *, today: Callable[[], date] = date.today) -> None:
        super().__init__(library, newsroom, today)
        self._newsroom = newsroom
        self.preferences = Preferences.remembered(self.settings)
        self.screens.offer(
            {
                Screen.SOURCES: lambda: self.sources,
                Screen.ACTIVITY: lambda: self.activity,
                Screen.LISTS: lambda: self.work.lists,
                Screen.QUOTES: lambda: self.across.quotes,
                Screen.COMPARISON: lambda: self.across.comparison,
                Screen.LEXICON: lambda: self.lexicon.screen,
            }
        )
        self.commands = Commands(
            self, (self.timeline, self.reader), acts_of(self), KeyBindings.remembered(self.settings)
        )
        self._connect()
        self._prefer(self.preferences)
        self.restore()

    def _connect(self) -> None:
        self.bar.field.asked.connect(self._ask_here)
        self.bar.sidebar.follow(self.commands[Act.SIDEBAR])
        self.bar.inspector.follow(self.commands[Act.INSPECTOR])
        self.bar.export.follow(self.commands[Act.EXPORT])
        self.screens.shown.connect(self._screen_shown)
        self.sidebar.quotes_wanted.connect(partial(self.show_screen, Screen.QUOTES))
        self.sidebar.list_wanted.connect(lambda number: self.work.show_list(number))
        for pane in (self.sidebar, self.rail):
            pane.sources_wanted.connect(partial(self.show_screen, Screen.SOURCES))
            pane.lexicon_wanted.connect(partial(self.show_screen, Screen.LEXICON))
            pane.activity_wanted.connect(partial(self.show_screen, Screen.ACTIVITY))
        self.timeline.remedy_wanted.connect(self._remedy)
        self.across.comparison_wanted.connect(partial(self.show_screen, Screen.COMPARISON))
        self.across.list_wanted.connect(lambda article, note: self.work.put_statement_on_list(article, note))
        self.across.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        self.articles.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        self.menu.all_wanted.connect(self.open_settings)
        self.following.is_new_known.connect(self._greet)
        tip = self.tr("My highlights and notes")
        self.inspector.frame.add_panel("notes", "notebook-pen", self.tr("Notes"), tip, self.work.notes)
        # What listens to the window all the time is made with it.
        self._listeners = (self.work.highlighting, self.work.correcting, self.lexicon, self.opening)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Keep what is being written, and follow the library no longer."""
        self.work.close()
        self.lexicon.close()
        super().closeEvent(event)

    @property
    def shown_reader(self) -> ReaderPanel:
        """The reader that is on show: the one of the reading list, or the window's own."""
        return self.work.lists.reader if self.screens.on_show is Screen.LISTS else self.reader

    # The screens

    def show_screen(self, screen: Screen) -> None:
        """Show a screen beside the sidebar."""
        self.screens.show_screen(screen)

    def _screen_shown(self, screen: Screen) -> None:
        row = self.work.list_key if screen is Screen.LISTS else f"view:{QUOTES}" if screen is Screen.QUOTES else ""
        self.sidebar.show_screen(
            is_sources=screen is Screen.SOURCES,
            is_lexicon=screen is Screen.LEXICON,
            is_activity=screen is Screen.ACTIVITY,
            row=row,
        )
        self.rail.choose(self.sidebar.chosen_key)
        if screen is Screen.QUOTES:
            self.across.show_quotes()
        elif screen is Screen.LISTS:
            self.work.lists.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif screen is Screen.SOURCES:
            self.sources.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif screen is Screen.LEXICON:
            self.lexicon.open()

    def _ask_here(self, question: TimelineFilter) -> None:
        screen = self.screens.on_show
        self.ask(question)
        if screen is Screen.QUOTES:
            self.show_screen(Screen.QUOTES)

    def _show_why(self) -> None:
        self.show_screen(Screen.LEXICON)
        self.lexicon.why()

    def _show_source(self, source: SourceId) -> None:
        self.show_screen(Screen.SOURCES)
        self.sources.choose(source)

    # What is done

    def export_shown(self) -> None:
        """Hand over what is on show: the reading list, or the filter's articles."""
        one = self.work.lists.list if self.screens.on_show is Screen.LISTS else None
        if one is not None:
            self.exporting.export_list(one)
        else:
            self.exporting.export_filter(self.timeline.filter)

    def open_settings(self) -> None:
        """Open the Settings dialog."""
        from dateline.ui.settings.archive_page import ArchivePage
        from dateline.ui.settings.dialog import SettingsDialog

        dialog = SettingsDialog(self.appearance, self.settings, self.menu, self.commands.bindings, self)
        archive = ArchivePage(self.appearance, self.tasks, self._newsroom, dialog)
        archive.told.connect(self.say)
        dialog.add_page(self.tr("Archive"), archive)
        dialog.preferred.connect(self._prefer)
        dialog.rebound.connect(self.commands.rebind)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = self.articles.preferences = preferences
        self.refreshing.set_by_itself(is_on=preferences.refreshes_by_itself)

    def _remedy(self, remedy: Remedy) -> None:
        if remedy is Remedy.REFRESH:
            self.refreshing.start()
        elif remedy is Remedy.ADD_SOURCE:
            self.sources_desk.add()
        elif remedy is Remedy.SHOW_ACTIVITY:
            self.show_screen(Screen.ACTIVITY)

    def _greet(self, is_new: bool) -> None:  # noqa: FBT001 - a signal's argument
        self.whole.setCurrentWidget(self.welcome if is_new else self.frame)

    def _start_with(self, chosen: Sequence[NewSource]) -> None:
        self.tasks.follow(self._newsroom.add_sources(chosen), self._start, slot="")

    def _start(self, _change: Change) -> None:
        self.refreshing.start()

    def _tell_of_sources(self, words: str, can_undo: bool) -> None:  # noqa: FBT001 - a signal's argument
        if can_undo:
            self.undo.remember(self.tr("The source is followed again."), self.sources_desk.undo_remove)
        self.say(words, can_undo)

    # Parts that are made at their first use

    @cached_property
    def work(self) -> Work:
        """What is done with articles beside reading them."""
        work = Work(
            self.tasks,
            self.live,
            self.appearance,
            self.names,
            self.settings,
            self.undo,
            self.reader,
            self.timeline,
            self.screens,
        )
        work.told.connect(self.say)
        work.star_wanted.connect(lambda article, value: self.marking.set_starred(article, is_starred=value))
        work.lists_wanted.connect(partial(self.show_screen, Screen.LISTS))
        work.reading_wanted.connect(partial(self.show_screen, Screen.READING))
        work.why_wanted.connect(self._show_why)
        work.export_wanted.connect(lambda one: self.exporting.export_list(one))
        return work

    @cached_property
    def lexicon(self) -> LexiconWork:
        """The lexicon, with its screen."""
        lexicon = LexiconWork(self.tasks, self.appearance, self.names, self.undo, self.reader, self._newsroom.lexicon)
        lexicon.told.connect(self.say)
        lexicon.corrections_wanted.connect(lambda: self.work.show_corrections())
        lexicon.filing.status_changed.connect(self.following.say_filing)
        self.live.changed.connect(lexicon.follow)
        return lexicon

    @cached_property
    def sources_desk(self) -> SourcesDesk:
        """What is done with sources."""
        desk = SourcesDesk(self, self.appearance, self.names, self.tasks, self._newsroom, self.refreshing)
        desk.told.connect(self._tell_of_sources)
        desk.filter_wanted.connect(self.ask)
        desk.show_sources(self.following.sources or ())
        self.following.sources_known.connect(desk.show_sources)
        return desk

    @property
    def sources(self) -> SourcesScreen:
        """The screen of sources."""
        return self.sources_desk.screen

    @cached_property
    def activity(self) -> ActivityScreen:
        """The screen of what goes on."""
        from dateline.ui.activity import ActivityScreen

        screen = ActivityScreen(self.appearance, self.refreshing)
        screen.source_wanted.connect(self._show_source)
        return screen

    @cached_property
    def capturing(self) -> Capturing:
        """What takes pages that are handed over."""
        capturing = Capturing(self, self.appearance, self.tasks, self._newsroom, open_url=lambda: self.articles.url)
        capturing.told.connect(self.say)
        return capturing

    @cached_property
    def opening(self) -> Opening:
        """What takes files and links from outside."""
        opening = Opening(
            self,
            import_opml=self.sources_desk.import_opml,
            add_source=self.sources_desk.add,
            take_page=self.capturing.take_file,
        )
        opening.told.connect(self.say)
        return opening

    @cached_property
    def exporting(self) -> Exporting:
        """What opens the export dialog."""
        exporting = Exporting(
            self, self.appearance, self.tasks, self._newsroom, self.settings, lambda: self.preferences
        )
        exporting.told.connect(self.say)
        return exporting

    @cached_property
    def welcome(self) -> Welcome:
        """The first run."""
        from dateline.sources.defaults import default_sources
        from dateline.ui.welcome import Welcome

        welcome = Welcome(self.appearance, self.names, default_sources())
        welcome.start_wanted.connect(self._start_with)
        welcome.import_wanted.connect(lambda: self.sources_desk.choose_opml())
        welcome.sample_wanted.connect(self.sample_wanted)
        self.whole.addWidget(welcome)
        return welcome

    @cached_property
    def keys_overlay(self) -> KeysOverlay:
        """All keys, over the window."""
        from dateline.ui.keys_overlay import KeysOverlay

        return KeysOverlay(self.appearance, self.commands, self.frame)

    @cached_property
    def command_palette(self) -> Palette:
        """The field over everything that can be done or gone to."""
        from dateline.ui.palette import Palette

        return Palette(self.appearance, partial(palette_entries, self), self.frame)
