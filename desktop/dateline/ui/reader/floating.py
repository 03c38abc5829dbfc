"""A card that floats over the page with an arrow to the lines it is about, never over these lines."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRect, QRectF, Qt
from PySide6.QtGui import QPainter, QPainterPath, QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from dateline.ui.theme import Appearance, radius, size

ARROW = 9
SHADOW = 12


class FloatingCard(QWidget):
    """Places itself below the lines, else above them, inside its parent."""

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._arrow_x = 0.0
        self._is_below = True
        self.setAttribute(Qt.WidgetAttribute.WA_NoMousePropagation)
        self._rows = QVBoxLayout(self)
        self._rows.setSpacing(0)
        self.hide()

    def place_at(self, lines: Sequence[QRect], bounds: QRect) -> None:
        """Show it under the last of the lines, else above the first; all in the parent's coordinates."""
        wanted = round(size("popover") * max(1.0, self._appearance.theme.text_scale))
        width = min(wanted, bounds.width() - 8) + 2 * SHADOW
        self._rows.setContentsMargins(SHADOW, SHADOW + ARROW, SHADOW, SHADOW)
        height = (
            self._rows.totalHeightForWidth(width)
            if self._rows.hasHeightForWidth()
            else self._rows.minimumSize().height()
        )
        last, first = lines[-1], lines[0]
        self._is_below = last.bottom() + height - SHADOW <= bounds.bottom()
        if not self._is_below and first.top() - height + SHADOW < bounds.top():
            self._is_below = bounds.bottom() - last.bottom() >= first.top() - bounds.top()
        line = last if self._is_below else first
        if not self._is_below:
            self._rows.setContentsMargins(SHADOW, SHADOW, SHADOW, SHADOW + ARROW)
        middle = line.center().x()
        x = max(bounds.left() + 4 - SHADOW, min(middle - width // 2, bounds.right() - 4 + SHADOW - width))
        y = line.bottom() + 1 - SHADOW if self._is_below else line.top() - height + SHADOW
        self._arrow_x = float(min(max(middle - x, SHADOW + 20), width - SHADOW - 20))
        self.setGeometry(x, y, width, height)
        self.show()
        self.raise_()

    def paint_card(self, painter: QPainter) -> QRectF:
        """Paint shadow, ground and arrow; returns the card without them."""
        theme = self._appearance.theme
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        card = self._card()
        corner = radius("popover")
        shade = theme.colour.text if not theme.is_dark else theme.colour.window
        for step in range(4):
            colour = type(shade)(shade)
            colour.setAlphaF((0.05 if not theme.is_dark else 0.22) - 0.01 * step)
            spread = 1.5 + 2.4 * step
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(colour)
            painter.drawRoundedRect(
                card.adjusted(-spread, -spread + 2, spread, spread + 1), corner + spread, corner + spread
            )
        path = QPainterPath()
        path.addRoundedRect(card, corner, corner)
        tip = QPainterPath()
        edge, point = (card.top(), card.top() - ARROW) if self._is_below else (card.bottom(), card.bottom() + ARROW)
        tip.moveTo(QPointF(self._arrow_x - ARROW, edge))
        tip.lineTo(QPointF(self._arrow_x, point))
        tip.lineTo(QPointF(self._arrow_x + ARROW, edge))
        tip.closeSubpath()
        painter.setPen(QPen(theme.colour.line_strong, 1))
        painter.setBrush(theme.colour.raised)
        painter.drawPath(path.united(tip))
        painter.setRenderHint(QPainter.RenderHint.Antialiasing, False)
        return card

    def _card(self) -> QRectF:
        top = SHADOW + (ARROW if self._is_below else 0)
        bottom = SHADOW + (0 if self._is_below else ARROW)
        return QRectF(SHADOW + 0.5, top + 0.5, self.width() - 2 * SHADOW - 1, self.height() - top - bottom - 1)
