"""What works over the window with dialogs of its own: it asks the newsroom, and tells in a sentence what came of it."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from dateline.ui.newsroom import Newsroom
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance


class OverWindow(QObject):
    """Holds what such a part needs; it belongs to the window."""

    #: A sentence on what became of it.
    told = Signal(str)

    def __init__(self, window: QWidget, appearance: Appearance, tasks: Tasks, newsroom: Newsroom) -> None:
        super().__init__(window)
        self._window = window
        self._appearance = appearance
        self._tasks = tasks
        self._newsroom = newsroom
