"""A line to type into, with a magnifying glass before it and a button that empties it."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QToolButton, QWidget

from dateline.ui.icons import paint_icon
from dateline.ui.theme import Appearance

_GLASS = 14


class SearchLine(QLineEdit):
    """`words` stand in it while it is empty, and are its name."""

    def __init__(self, appearance: Appearance, words: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setPlaceholderText(words)
        self.setAccessibleName(words)
        self.setToolTip(words)
        self.setClearButtonEnabled(True)
        self.setTextMargins(_GLASS + 6, 0, 0, 0)
        for button in self.findChildren(QToolButton):
            button.setAccessibleName(self.tr("Clear the search"))
        appearance.changed.connect(self.update)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Escape empties the line before it means anything else."""
        if event.key() == Qt.Key.Key_Escape and self.text():
            self.clear()
        else:
            super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the line, then the glass."""
        super().paintEvent(event)
        painter = QPainter(self)
        y = (self.height() - _GLASS) / 2
        paint_icon(painter, "search", 9, y, self._appearance.theme.colour.text_secondary, _GLASS)
        painter.end()
