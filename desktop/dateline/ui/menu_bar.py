"""The menu bar: every act of the window under the heads where desktop programs keep them, with its keys.

On macOS it is the system's, at the top of the screen; elsewhere it stands in the window and can be put away. It shows
the actions of `Commands` and has none of its own.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QSettings
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMainWindow, QMenu, QMenuBar

if TYPE_CHECKING:
    from dateline.ui.commands import Commands

_SHOWN_KEY = "window/menu_bar"


class MenuBar(QMenuBar):
    """The bar of one window: its heads stand from the first paint, what is below them is put there with `fill`."""

    def __init__(self, window: QMainWindow, settings: QSettings) -> None:
        super().__init__(window)
        self._settings = settings
        self._menus = [
            self.addMenu(name)
            for name in (
                self.tr("&File"),
                self.tr("&Edit"),
                self.tr("&View"),
                self.tr("&Go"),
                self.tr("&Article"),
                self.tr("&Window"),
                self.tr("&Help"),
            )
        ]
        if not self.isNativeMenuBar() and str(settings.value(_SHOWN_KEY, "1")) == "0":
            self.hide()  # nothing else: to show it before it has its typeface would load the system's for it

    def fill(self, commands: Commands, appearance: QMenu) -> None:
        """Put the acts below the heads; `appearance` is the menu of how the window looks."""
        from dateline.ui.keys import Act
        from dateline.ui.menu_acts import MENUS, ROLES, VIEW

        for menu, acts in zip(self._menus, MENUS, strict=True):
            if acts is VIEW:
                appearance.setTitle(self.tr("Appearance"))
                menu.addMenu(appearance)
                menu.addSeparator()
            for act in acts:
                if act is None:
                    menu.addSeparator()
                else:
                    # What is not named would be guessed from the words.
                    commands[act].setMenuRole(ROLES.get(act, QAction.MenuRole.NoRole))
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
