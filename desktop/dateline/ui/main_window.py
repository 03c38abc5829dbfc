"""The main window: its parts in the order in which they are needed, and what the user's wishes lead to.

The frame is painted first; `steps` asks for the parts that must be there without being asked, and the rest waits for
its use. What is done is the parts' work; here is only whose.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import cached_property, partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from dateline.news.question import Term, TimelineFilter
from dateline.ui.screens import Screen
from dateline.ui.window_parts import WindowParts

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent
    from PySide6.QtWidgets import QLineEdit

    from dateline.library import Library
    from dateline.ui.commands import Commands
    from dateline.ui.keys_overlay import KeysOverlay
    from dateline.ui.lexicon.screen import LexiconScreen
    from dateline.ui.lists.screen import ListScreen
    from dateline.ui.newsroom import Newsroom
    from dateline.ui.palette import Palette
    from dateline.ui.panes import Panes
    from dateline.ui.picturing import Picturing
    from dateline.ui.reader.panel import ReaderPanel
    from dateline.ui.settings.preferences import Preferences
    from dateline.ui.settings_menu import SettingsMenu
    from dateline.ui.timeline.reasons import Remedy
    from dateline.ui.tray import Tray


class MainWindow(WindowParts):
    """The window on one library."""

    def __init__(
        self,
        library: Library,
        newsroom: Newsroom,
        *,
        today: Callable[[], date] = date.today,
        is_sample: bool = False,
    ) -> None:
        """Stand on a library; the window of the sample coverage, opened beside another, stays in no tray."""
        self._is_sample = is_sample
        self._is_leaving = False
        self._has_list_named = False
        super().__init__(library, newsroom, today)
        self.screens.offer(
            {
                Screen.SOURCES: lambda: self.sources,
                Screen.ACTIVITY: lambda: self.activity,
                Screen.LISTS: self._make_lists,
                Screen.QUOTES: lambda: self.across.quotes,
                Screen.COMPARISON: lambda: self.across.comparison,
                Screen.LEXICON: self._make_lexicon,
            }
        )
        self.screens.shown.connect(self._screen_shown)
        self.bar.field.asked.connect(self._ask_here)
        self.timeline.remedy_wanted.connect(self._remedy)

    def steps(self) -> tuple[Callable[[], object], ...]:
        """Return what makes the parts that listen without being asked, what is seen of them first."""
        return (
            lambda: self.sidebar,
            _load_words,
            lambda: self.reader,
            lambda: self.commands,
            lambda: self.articles,
            lambda: self.menu_bar.fill(self.commands, self.menu),
            lambda: self.inspector,
            lambda: self.following,
            lambda: self.work.highlighting,
            lambda: self.work.correcting,
            lambda: self.row_acts,
            lambda: self.folders,
            lambda: self.lexicon,
            lambda: self.opening,
            lambda: self.tray,
            lambda: self.in_sight,
            self._follow_panes,
            lambda: self._prefer(self.preferences),
        )

    @cached_property
    def commands(self) -> Commands:
        """Everything that can be done, by key and by name."""
        from dateline.ui.acts import acts_of, name_undo
        from dateline.ui.commands import Commands
        from dateline.ui.key_bindings import KeyBindings
        from dateline.ui.keys import Act

        bindings = KeyBindings.remembered(self.settings)
        commands = Commands(self, (self.timeline, self.reader), acts_of(self), bindings)
        self.bar.sidebar.follow(commands[Act.SIDEBAR])
        self.bar.inspector.follow(commands[Act.INSPECTOR])
        self.bar.export.follow(commands[Act.EXPORT])
        self.timeline.view.menu_wanted.connect(self._open_card_menu)
        self.undo.changed.connect(lambda: name_undo(commands[Act.UNDO], self.undo.last))
        return commands

    @cached_property
    def menu(self) -> SettingsMenu:
        """The menu of how the window looks."""
        from dateline.ui.settings_menu import SettingsMenu

        menu = SettingsMenu(self.appearance, self.settings, self)
        menu.density_chosen.connect(self.timeline.set_density)
        menu.all_wanted.connect(self.open_settings)
        self.bar.settings.setMenu(menu)
        return menu

    @cached_property
    def tray(self) -> Tray:
        """The icon beside the clock, and what the desktop is told."""
        from dateline.ui.tray import Tray

        tray = Tray(self, self.commands)
        tray.opened.connect(self.come_forward)
        tray.count_unread(self.following.n_unread)
        self.following.unread_known.connect(tray.count_unread)
        self.searching.noticed.connect(self._notify)
        self.closing.connect(tray.close)
        return tray

    @cached_property
    def picturing(self) -> Picturing:
        """What fetches pictures."""
        from dateline.ui.picturing import Picturing

        picturing = Picturing(self.tasks, self._newsroom, self)
        picturing.told.connect(self.say)
        return picturing

    @cached_property
    def keys_overlay(self) -> KeysOverlay:
        """All keys, over the window."""
        from dateline.ui.keys_overlay import KeysOverlay

        return KeysOverlay(self.appearance, self.commands, self.frame)

    @cached_property
    def command_palette(self) -> Palette:
        """The field over everything that can be done or gone to."""
        from dateline.ui.acts import palette_entries
        from dateline.ui.palette import Palette

        return Palette(self.appearance, partial(palette_entries, self), self.frame)

    @property
    def shown_reader(self) -> ReaderPanel:
        """The reader that is on show: the one of the reading list, or the window's own."""
        return self.work.lists.reader if self.screens.on_show is Screen.LISTS else self.reader

    def closeEvent(self, event: QCloseEvent) -> None:
        """Close; or, where the user wants it so, go on in the tray."""
        application = QApplication.instance()
        is_ending = isinstance(application, QApplication) and application.isSavingSession()
        if self.settling.is_done and self.tray.keeps_running and not self._is_leaving and not is_ending:
            event.ignore()
            self.hide()
        else:
            super().closeEvent(event)

    def leave(self) -> None:
        """Close the window for good, tray or not."""
        was_in_tray = self.settling.is_done and self.tray.keeps_running
        self._is_leaving = True
        self.close()
        if was_in_tray:  # no window that closes ends the program then
            QApplication.quit()

    def come_forward(self) -> None:
        """Stand before the other windows, from the tray or the task bar."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        self.raise_()
        self.activateWindow()

    def _open_card_menu(self, at: QPoint) -> None:
        from dateline.ui.timeline.card_menu import card_menu

        card_menu(self.timeline.view, self.commands).popup(at)

    def toggle_full_screen(self) -> None:
        """Take the whole screen, or give it back."""
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def show_query_help(self) -> None:
        """Show what can be asked in the filter, beside the window."""
        from dateline.ui.filter.help import QueryHelp

        page = QueryHelp(self.appearance, self)
        page.finished.connect(page.deleteLater)
        page.show()

    def show_about(self) -> None:
        """Say what Dateline is made of."""
        from dateline.ui.about import AboutDialog

        dialog = AboutDialog(self.appearance, self.library_path, self)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def export_shown(self) -> None:
        """Hand over what is on show: the reading list, the story that is compared, or the filter's articles."""
        one = self.work.lists.list if self.screens.on_show is Screen.LISTS else None
        story = self.across.comparison.story if self.screens.on_show is Screen.COMPARISON else None
        if one is not None:
            self.exporting.export_list(one)
        elif story is not None:
            self.exporting.export_story(story)
        else:
            self.exporting.export_filter(self.timeline.filter)

    def open_settings(self) -> None:
        """Open the Settings dialog."""
        from dateline.ui.settings.archive_page import ArchivePage
        from dateline.ui.settings.dialog import SettingsDialog
        from dateline.ui.settings.saved_pages_page import SavedPagesPage

        dialog = SettingsDialog(self.appearance, self.settings, self.menu, self.commands.bindings, self)
        archive = ArchivePage(self.appearance, self.tasks, self._newsroom, dialog)
        archive.told.connect(self.say)
        dialog.add_page(self.tr("Saved pages"), SavedPagesPage(self.appearance, self.tasks, self._newsroom, dialog))
        dialog.add_page(self.tr("Archive"), archive)
        dialog.preferred.connect(self._prefer)
        dialog.rebound.connect(self.commands.rebind)
        dialog.finished.connect(dialog.deleteLater)
        dialog.open()

    def _prefer(self, preferences: Preferences) -> None:
        self.preferences = self.articles.preferences = preferences
        self.refreshing.set_by_itself(is_on=preferences.refreshes_by_itself)
        self.tray.set_wanted(is_on=preferences.stays_in_tray and not self._is_sample)
        self._measure(self.reader)
        if preferences.shows_pictures or "picturing" in self.__dict__:
            self.picturing.set_by_itself(self.reader, is_on=preferences.shows_pictures)

    def _measure(self, reader: ReaderPanel) -> None:
        reader.view.set_measures(self.preferences.measure, self.preferences.paragraph_gap)

    def _notify(self, words: str) -> None:
        if self.preferences.shows_notices:
            self.tray.notify(words)

    def _screen_shown(self, screen: Screen) -> None:
        self.sidebar.show_screen(screen, self.work.list_key if screen is Screen.LISTS else "")
        self._name_filter()
        self.frame.give_room(screen is Screen.COMPARISON)
        self.bar.show_line(self._line_of(screen))
        if screen is Screen.QUOTES:
            self.across.show_quotes()
        elif screen is Screen.LISTS:
            self._measure(self.work.lists.reader)
            self.work.lists.rows.setFocus(Qt.FocusReason.OtherFocusReason)
        elif screen is Screen.SOURCES:
            self.sources.table.setFocus(Qt.FocusReason.OtherFocusReason)
        elif screen is Screen.LEXICON:
            self.lexicon.open()

    def _make_lists(self) -> ListScreen:
        screen = self.work.lists
        screen.named.connect(self._name_filter)
        return screen

    def _name_filter(self) -> None:
        """Let the filter bar say what is on show: the reading list, or the filter in force."""
        one = self.work.lists.list if self.screens.on_show is Screen.LISTS else None
        if one is None and not self._has_list_named:
            return  # the bar says what is asked for, and may be ahead of it: somebody types there
        self._has_list_named = one is not None
        shown = self.timeline.filter if one is None else TimelineFilter((Term(one.name, "list"),))
        self.bar.field.show_filter(shown)
        self.searching.show_filter(shown)

    def _make_lexicon(self) -> LexiconScreen:
        screen = self.lexicon.screen
        self.toast.keep_clear_of(screen.filing)  # an edit is told while the library is filed anew by it
        return screen

    def _line_of(self, screen: Screen) -> QLineEdit | None:
        """Return the line by which a screen is looked through; None where the filter is meant."""
        if screen is Screen.SOURCES:
            return self.sources.search
        return self.lexicon.screen.chooser.line if screen is Screen.LEXICON else None

    def _ask_here(self, question: TimelineFilter) -> None:
        screen = self.screens.on_show
        self._has_list_named = False  # what was asked for goes on from the list's name
        self.ask(question)
        if screen is Screen.QUOTES:
            self.show_screen(Screen.QUOTES)

    def _follow_panes(self) -> None:
        self._arranged(self.frame.panes)
        self.frame.arranged.connect(self._arranged)

    def _arranged(self, panes: Panes) -> None:
        self.bar.inspector.setChecked(panes.inspector > 0)
        if panes.is_rail:
            self.rail.show()

    def _remedy(self, remedy: Remedy) -> None:
        from dateline.ui.timeline.reasons import Remedy

        if remedy is Remedy.REFRESH:
            self.refreshing.start()
        elif remedy is Remedy.ADD_SOURCE:
            self.sources_desk.add()
        elif remedy is Remedy.SHOW_ACTIVITY:
            self.show_screen(Screen.ACTIVITY)
        elif remedy is Remedy.SHOW_SOURCES:
            self.show_screen(Screen.SOURCES)


def _load_words() -> None:
    """Load half of what the reader is made of in a turn of the event loop for itself: it takes as long as the rest."""
    import dateline.ui.reader.wording  # noqa: F401
