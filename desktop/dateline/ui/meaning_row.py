"""The four meanings of a highlight as a row of toggles: the line below a highlight, the name, and its digit."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFont, QFontMetricsF, QPainter, QPainterPath, QPaintEvent, QPen
from PySide6.QtWidgets import QHBoxLayout, QStyle, QStyleOptionToolButton, QStylePainter, QToolButton, QWidget

from dateline.news.note import Meaning
from dateline.ui.note_words import meaning_name
from dateline.ui.theme import Appearance, Theme


class MeaningRow(QWidget):
    """Tells which meaning is wanted."""

    chosen = Signal(object)  # Meaning

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(2)
        self._toggles: dict[Meaning, _Toggle] = {}
        for number, meaning in enumerate(Meaning, 1):
            toggle = _Toggle(appearance, meaning, number, self)
            toggle.clicked.connect(lambda _=False, meaning=meaning: self.press(meaning))
            row.addWidget(toggle)
            self._toggles[meaning] = toggle

    def choose(self, meaning: Meaning) -> None:
        """Show which meaning holds, without telling."""
        for one, toggle in self._toggles.items():
            toggle.setChecked(one is meaning)

    def press(self, meaning: Meaning) -> None:
        """Choose a meaning and tell."""
        self.choose(meaning)
        self.chosen.emit(meaning)


class _Toggle(QToolButton):
    """One meaning."""

    def __init__(self, appearance: Appearance, meaning: Meaning, number: int, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._meaning = meaning
        self.setProperty("kind", "toggle")
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setText(meaning_name(meaning))
        self.setAccessibleName(meaning_name(meaning))
        self.setToolTip(f"{meaning_name(meaning)} ({number})")

    def sizeHint(self) -> QSize:
        """Return the room of the name."""
        width = QFontMetricsF(self._font(is_on=True)).horizontalAdvance(self.text())
        return QSize(round(width) + 16, 28)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Draw the style's ground, the name, and below it the line that its highlights have."""
        theme = self._appearance.theme
        option = QStyleOptionToolButton()
        self.initStyleOption(option)
        option.text = ""
        painter = QStylePainter(self)
        painter.drawComplexControl(QStyle.ComplexControl.CC_ToolButton, option)
        font = self._font(is_on=self.isChecked())
        metrics = QFontMetricsF(font)
        painter.setFont(font)
        painter.setPen(theme.colour.accent_on_soft if self.isChecked() else theme.colour.text)
        width = metrics.horizontalAdvance(self.text())
        x = (self.width() - width) / 2
        painter.drawText(QRectF(x, 3, width + 2, 18), Qt.AlignmentFlag.AlignVCenter, self.text())
        paint_meaning(painter, theme, self._meaning, x, 23, width)
        painter.end()

    def _font(self, *, is_on: bool) -> QFont:
        return self._appearance.theme.font("chip", weight=500 if is_on else 400)


def paint_meaning(painter: QPainter, theme: Theme, meaning: Meaning, x: float, y: float, width: float) -> None:
    """Draw the line that stands below a highlight of this meaning: plain, broken, waved or dotted."""
    painter.save()
    pen = QPen(theme.colour.highlight_line, 1.6)
    if meaning is Meaning.CHECK:
        pen.setDashPattern([4, 2])
    elif meaning is Meaning.USE:
        pen.setDashPattern([1, 1.6])
    painter.setPen(pen)
    if meaning is Meaning.DOUBT:
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        path = QPainterPath(QPointF(x, y))
        at, is_up = x, True
        while at < x + width:
            path.quadTo(QPointF(at + 2, y - 3 if is_up else y + 3), QPointF(at + 4, y))
            at, is_up = at + 4, not is_up
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.drawPath(path)
    else:
        painter.drawLine(QPointF(x, y), QPointF(x + width, y))
    painter.restore()
