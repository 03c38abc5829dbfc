"""The menu bar: every act of the window under the heads where desktop programs keep them, with its keys.

On macOS it is the system's, at the top of the screen; elsewhere it stands in the window and can be put away. It shows
the actions of `Commands` and has none of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

from dateline.ui.keys import Act

if TYPE_CHECKING:
    from dateline.ui.commands import Commands

_SHOWN_KEY = "window/menu_bar"

#: What macOS moves into the program's own menu.
_ROLES = {
    Act.SETTINGS: QAction.MenuRole.PreferencesRole,
    Act.ABOUT: QAction.MenuRole.AboutRole,
    Act.LEAVE: QAction.MenuRole.QuitRole,
}
#: Menus in their order; None is a line between groups.
_FILE = (
    *(Act.ADD_SOURCE, Act.IMPORT_OPML, None, Act.REFRESH, None, Act.PASTE_PAGE, None, Act.EXPORT, Act.PRINT, None),
    *(Act.QUIT, Act.LEAVE),
)
_EDIT = (Act.UNDO, None, Act.COPY_QUOTE, None, Act.SEARCH, Act.FIND, Act.SAVE_SEARCH, None, Act.SETTINGS)
_VIEW = (Act.SIDEBAR, Act.INSPECTOR, Act.TEXT_FORM, None, Act.MENU_BAR, Act.FULL_SCREEN)
_GO = (
    *(Act.NEXT, Act.PREVIOUS, Act.NEXT_UNREAD, Act.ONWARD, None),
    *(Act.GO_ON_TOPIC, Act.GO_ALL, Act.GO_TODAY, Act.GO_UNREAD, Act.GO_STARRED, Act.GO_NOTES, None),
    *(Act.GO_QUOTES, Act.GO_SOURCES, Act.GO_LEXICON, Act.GO_ACTIVITY, None),
    *(Act.TAGS, Act.RULES, Act.CORRECTIONS, None, Act.PALETTE),
)
_ARTICLE = (
    *(
        Act.OPEN,
        Act.ORIGINAL,
        Act.COMPARE,
        Act.PICTURES,
        Act.FULL_TEXT,
        None,
        Act.READ,
        Act.STAR,
        Act.TAG,
        Act.LIST,
        None,
    ),
    *(Act.HIGHLIGHT, Act.NOTE, Act.NEXT_HIGHLIGHT, None),
    *(Act.NEXT_QUOTE, Act.PREVIOUS_QUOTE, Act.SPEAKER, Act.NO_QUOTE, Act.TOPICS, None, Act.ALL_READ),
)
_WINDOW = (Act.MINIMISE, Act.FULL_SCREEN)
_HELP = (Act.KEYS, Act.PALETTE, Act.QUERY_HELP, None, Act.ABOUT)


class MenuBar(QMenuBar):
    """The bar of one window: its heads stand from the first paint, what is below them is put there with `fill`."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._settings = settings
        self._menus = [
            (self.addMenu(name), acts)
            for name, acts in (
                (self.tr("&File"), _FILE),
                (self.tr("&Edit"), _EDIT),
                (self.tr("&View"), _VIEW),
                (self.tr("&Go"), _GO),
                (self.tr("&Article"), _ARTICLE),
                (self.tr("&Window"), _WINDOW),
                (self.tr("&Help"), _HELP),
            )
        ]
        self.setVisible(self.isNativeMenuBar() or str(settings.value(_SHOWN_KEY, "1")) != "0")

    def fill(self, commands: Commands, appearance: QMenu) -> None:
        """Put the acts below the heads; `appearance` is the menu of how the window looks."""
        for menu, acts in self._menus:
            if acts is _VIEW:
                appearance.setTitle(self.tr("Appearance"))
                menu.addMenu(appearance)
                menu.addSeparator()
            for act in acts:
                if act is None:
                    menu.addSeparator()
                else:
                    # What is not named would be guessed from the words.
                    commands[act].setMenuRole(_ROLES.get(act, QAction.MenuRole.NoRole))
                    menu.addAction(commands[act])
        shown = commands[Act.MENU_BAR]
        shown.setCheckable(True)
        shown.setChecked(not self.isHidden())
        shown.setVisible(not self.isNativeMenuBar())

    def toggle(self) -> None:
        """Put the bar away, or back; its keys work all the same."""
        is_shown = self.isHidden()
        self.setVisible(is_shown)
        self._settings.setValue(_SHOWN_KEY, int(is_shown))
