"""The screens beside the sidebar, by name. Each is made when it is first shown, so that the window opens without them.

What a screen is made of is its desk's business; here only its name, its place and whether it is on show are known.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget, QWidget


class Screen(StrEnum):
    """A screen's name."""

    READING = "reading"
    SOURCES = "sources"
    ACTIVITY = "activity"
    LISTS = "lists"
    QUOTES = "quotes"
    COMPARISON = "comparison"
    LEXICON = "lexicon"


class Screens(QStackedWidget):
    """Shows one screen at a time."""

    #: Another screen is on show, or the same one was asked for again.
    shown = Signal(object)  # Screen

    def __init__(self, reading: QWidget, parent: QWidget | None = None) -> None:
        """Show the reading screen, which every window has."""
        super().__init__(parent)
        self.on_show = Screen.READING
        self._makers: dict[Screen, Callable[[], QWidget]] = {}
        self._made = {Screen.READING: reading}
        self.addWidget(reading)

    def offer(self, makers: Mapping[Screen, Callable[[], QWidget]]) -> None:
        """Learn what makes other screens; each is called once, when its screen is first shown."""
        self._makers.update(makers)

    def show_screen(self, screen: Screen) -> None:
        """Show a screen."""
        widget = self._made.get(screen)
        if widget is None:
            widget = self._made[screen] = self._makers[screen]()
            self.addWidget(widget)
        self.on_show = screen
        self.setCurrentWidget(widget)
        self.shown.emit(screen)
