"""The place of a pane that is made after the window's first paint: it keeps its room and its ground until then."""

from __future__ import annotations

from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.ui.theme import Appearance


class Place(QWidget):
    """Holds one pane, once there is one. `ground` names the colour that the pane will have."""

    def __init__(self, appearance: Appearance, ground: str) -> None:
        super().__init__()
        self._appearance = appearance
        self._ground = ground
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)

    def take(self, pane: QWidget) -> None:
        """Give the place to its pane."""
        self._column.addWidget(pane)
        pane.show()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), getattr(self._appearance.theme.colour, self._ground))
        painter.end()
