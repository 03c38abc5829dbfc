"""The list under the field: what the word being typed may become. It never takes the keyboard from the line."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QWidget

from dateline.ui.theme import Appearance, radius

if TYPE_CHECKING:
    from dateline.ui.filter.suggesting import Suggestion

_ROW = 26
_PAD = 4
_WIDTH = 320


class SuggestionList(QWidget):
    """Shows suggestions; one may be chosen by arrow keys (through the line) or by the pointer."""

    taken = Signal(object)  # Suggestion

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._suggestions: tuple[Suggestion, ...] = ()
        self._chosen = -1
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setMouseTracking(True)
        self.hide()

    @property
    def suggestions(self) -> tuple[Suggestion, ...]:
        """What is shown; nothing while it is hidden."""
        return self._suggestions if self.isVisible() else ()

    @property
    def chosen(self) -> Suggestion | None:
        """The one that Return takes."""
        return self._suggestions[self._chosen] if self.isVisible() and self._chosen >= 0 else None

    def show_at(self, suggestions: Sequence[Suggestion], x: int, y: int) -> None:
        """Show these with the top left corner there, or hide where there are none."""
        self._suggestions = tuple(suggestions)
        self._chosen = -1
        self.setVisible(bool(suggestions))
        if suggestions:
            self.setGeometry(x, y, _WIDTH, len(self._suggestions) * _ROW + 2 * _PAD)
            self.raise_()
            self.update()

    def step(self, by: int) -> Suggestion | None:
        """Choose the next or previous one."""
        n = len(self._suggestions)
        self._chosen = (self._chosen + by) % n if self._chosen >= 0 or by > 0 else n - 1
        self.update()
        return self.chosen

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Choose what is pointed at."""
        self._chosen = self._row_at(event)
        self.update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Take it."""
        row = self._row_at(event)
        if row >= 0:
            self.taken.emit(self._suggestions[row])

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the rows."""
        theme = self._appearance.theme
        colour = theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(QPen(colour.line_strong, 1))
        painter.setBrush(colour.raised)
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), radius("field"), radius("field"))
        font = theme.font("sidebar")
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        for number, one in enumerate(self._suggestions):
            row = QRectF(_PAD, _PAD + number * _ROW, self.width() - 2 * _PAD, _ROW)
            if number == self._chosen:
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(colour.selection)
                painter.drawRoundedRect(row, radius("chip"), radius("chip"))
            baseline = round(row.center().y() + (metrics.ascent() - metrics.descent()) / 2)
            room = row.width() - 20
            text = metrics.elidedText(one.text, Qt.TextElideMode.ElideRight, room)
            painter.setPen(colour.text)
            painter.drawText(QPointF(row.left() + 8, baseline), text)
            rest = room - metrics.horizontalAdvance(text) - 12
            name = metrics.elidedText(one.name, Qt.TextElideMode.ElideRight, rest) if rest > 30 else ""
            painter.setPen(colour.text_tertiary)
            painter.drawText(QPointF(row.right() - 8 - metrics.horizontalAdvance(name), baseline), name)
        painter.end()

    def _row_at(self, event: QMouseEvent) -> int:
        row = int((event.position().y() - _PAD) // _ROW)
        return row if 0 <= row < len(self._suggestions) else -1
