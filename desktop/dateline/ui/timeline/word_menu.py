"""A quiet word with a chevron, in a strip's upper right corner, that opens a menu of what else it could be."""

from __future__ import annotations

import math
from collections.abc import Mapping
from functools import partial

from PySide6.QtCore import QPoint, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QPainter, QPaintEvent
from PySide6.QtWidgets import QToolButton, QWidget

from dateline.ui.icons import paint_icon
from dateline.ui.marks import paint_focus_ring
from dateline.ui.theme import Appearance

_CHEVRON = 12
_GAP = 2
_RING = 3  # room for the ring of focus at both ends


class WordMenu(QToolButton):
    """Says what is chosen; `style` names the type of its words. `name` is what a screen reader calls it."""

    #: Another choice was taken.
    chosen = Signal(str)

    def __init__(self, appearance: Appearance, name: str, style: str, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._style = style
        self._words: Mapping[str, str] = {}
        self._choice = ""
        self._said = ""
        self._has_room = True
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setAccessibleName(name)
        self.setToolTip(name)
        self.clicked.connect(self._open)

    def offer(self, words: Mapping[str, str], choice: str, said: str = "") -> None:
        """Offer choices by their words; `said` is shown in place of the chosen one's own."""
        self._words, self._choice = words, choice
        self._said = said or words.get(choice, "")
        self.setAccessibleDescription(self._said)
        self.update()

    def place(self, right: float, middle: float, room: float) -> None:
        """Stand with the right edge at `right`; without room for its words as a chevron alone."""
        self._has_room = True
        self._has_room = self.sizeHint().width() <= room
        made = self.sizeHint()
        self.setGeometry(round(right) - made.width() + _RING, round(middle - made.height() / 2), made.width(), 20)
        self.update()

    def sizeHint(self) -> QSize:
        """Return the room of words and chevron."""
        metrics = QFontMetricsF(self._appearance.theme.font(self._style))
        words = metrics.horizontalAdvance(self._said) + _GAP if self._has_room else 0.0
        return QSize(math.ceil(words) + _CHEVRON + 2 * _RING, 20)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw words and chevron."""
        theme = self._appearance.theme
        ink = theme.colour.text if self.underMouse() else theme.colour.text_tertiary
        painter = QPainter(self)
        if self._has_room:
            font = theme.font(self._style)
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(ink)
            baseline = round((self.height() + metrics.ascent() - metrics.descent()) / 2)
            painter.drawText(QPointF(_RING, baseline), self._said)
        at = self.width() - _CHEVRON - _RING
        paint_icon(painter, "chevron-down", at, (self.height() - _CHEVRON) / 2, ink, _CHEVRON)
        if self.hasFocus():
            paint_focus_ring(painter, theme, QRectF(self.rect()), 4)
        painter.end()

    def _open(self) -> None:
        from PySide6.QtGui import QAction
        from PySide6.QtWidgets import QMenu

        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        for value, words in self._words.items():
            action = QAction(words, menu)
            action.setCheckable(True)
            action.setChecked(value == self._choice)
            action.triggered.connect(partial(self.chosen.emit, value))
            menu.addAction(action)
        menu.popup(self.mapToGlobal(QPoint(0, self.height())))
