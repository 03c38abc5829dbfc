"""The menu of what can be done with the chosen cards: the window's own actions, with their keys, and none beside them
but copying, which is the list's."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QMenu

from dateline.ui.keys import Act

if TYPE_CHECKING:
    from dateline.ui.commands import Commands
    from dateline.ui.timeline.view import TimelineView

# In their order; None is a line between groups.
_ONE = (Act.OPEN, Act.ORIGINAL, Act.COMPARE, None)
_MANY = (Act.READ, Act.STAR, Act.TAG, Act.LIST, None)


def card_menu(view: TimelineView, commands: Commands) -> QMenu:
    """Return the menu for the chosen card, or for all that are chosen together. It goes when it is closed."""
    menu = QMenu(view)
    menu.aboutToHide.connect(menu.deleteLater)
    is_one = view.n_chosen < 2
    for act in (*(_ONE if is_one else ()), *_MANY):
        if act is None:
            menu.addSeparator()
        else:
            menu.addAction(commands[act])
    words = (
        QCoreApplication.translate("card", "Copy the link")
        if is_one
        else QCoreApplication.translate("card", "Copy the links")
    )
    menu.addAction(words, view.copy_links)
    return menu
