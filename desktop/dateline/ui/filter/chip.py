"""A chip: one condition of the filter, or a word that could not be read. It paints itself and tells what is wanted."""

from __future__ import annotations

from PySide6.QtCore import QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QWidget

from dateline.ui.icons import paint_icon
from dateline.ui.marks import paint_focus_ring
from dateline.ui.theme import Appearance, radius, size

_PAD = 7.0
_CROSS = 11.0
_LONGEST = 220.0


class Chip(QAbstractButton):
    """Shows a key and a value; a button, so that a screen reader can press it. `is_bad`: it could not be read."""

    removed = Signal()
    edited = Signal()
    #: The keyboard wants the chip before (-1) or after (1).
    passed = Signal(int)

    def __init__(
        self, appearance: Appearance, key: str, value: str, parent: QWidget, *, is_bad: bool = False, tip: str = ""
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._key = key
        self._value = value
        self.is_bad = is_bad
        self._is_over_cross = False
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMouseTracking(True)
        said = f"{key} {value}".strip()
        self.setAccessibleName(self.tr("{condition}, cannot be read").format(condition=said) if is_bad else said)
        self.setAccessibleDescription(tip or self.tr("Delete removes it, Return edits it"))
        self.setToolTip(tip)
        self.clicked.connect(self.edited)
        appearance.changed.connect(self.update)
        self.resize(self.sizeHint())

    def sizeHint(self) -> QSize:
        """Return the room its words take."""
        key_w, value_w = self._widths()
        return QSize(round(_PAD + key_w + value_w + 6 + _CROSS + 5 + 0.5), size("chip"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint ground, words and the cross."""
        theme = self._appearance.theme
        colour = theme.colour
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        edge = QPen(colour.danger if self.is_bad else colour.line_strong, 1)
        if self.is_bad:
            edge.setStyle(Qt.PenStyle.CustomDashLine)
            edge.setDashPattern([3, 2])
        painter.setPen(edge)
        painter.setBrush(colour.danger_ground if self.is_bad else colour.hover)
        corner = radius("chip")
        painter.drawRoundedRect(QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5), corner, corner)
        font = theme.font("chip")
        metrics = QFontMetricsF(font)
        baseline = round((self.height() + metrics.ascent() - metrics.descent()) / 2)
        key_w, value_w = self._widths()
        painter.setFont(font)
        if self._key:
            painter.setPen(colour.danger if self.is_bad else colour.text_tertiary)
            painter.drawText(QPointF(_PAD, baseline), self._key)
        painter.setPen(colour.danger if self.is_bad else colour.text)
        value = metrics.elidedText(self._value, Qt.TextElideMode.ElideRight, value_w + 0.5)
        painter.drawText(QPointF(_PAD + key_w, baseline), value)
        ink = colour.danger if self.is_bad else colour.text if self._is_over_cross else colour.text_secondary
        cross = "circle-alert" if self.is_bad and not self._is_over_cross else "x"
        paint_icon(painter, cross, self.width() - 5 - _CROSS, (self.height() - _CROSS) / 2, ink, int(_CROSS))
        if self.hasFocus():
            paint_focus_ring(painter, theme, QRectF(self.rect()), corner)
        painter.end()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show that the cross can be pressed."""
        is_over = event.position().x() >= self.width() - _CROSS - 9
        if is_over != self._is_over_cross:
            self._is_over_cross = is_over
            self.update()

    def leaveEvent(self, _event: object) -> None:
        """The pointer went."""
        self._is_over_cross = False
        self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """The cross removes, the rest of a bad chip edits."""
        if event.button() == Qt.MouseButton.MiddleButton or (
            event.button() == Qt.MouseButton.LeftButton and event.position().x() >= self.width() - _CROSS - 9
        ):
            self.removed.emit()
        elif self.is_bad and event.button() == Qt.MouseButton.LeftButton:
            self.edited.emit()

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit."""
        if event.position().x() < self.width() - _CROSS - 9:
            self.edited.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Remove, edit, or pass to a neighbour."""
        key = event.key()
        if key in {Qt.Key.Key_Delete, Qt.Key.Key_Backspace}:
            self.removed.emit()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2, Qt.Key.Key_Space}:
            self.edited.emit()
        elif key in {Qt.Key.Key_Left, Qt.Key.Key_Right}:
            self.passed.emit(-1 if key == Qt.Key.Key_Left else 1)
        else:
            event.ignore()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Draw the ring."""
        super().focusInEvent(event)
        self.update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        super().focusOutEvent(event)
        self.update()

    def _widths(self) -> tuple[float, float]:
        metrics = QFontMetricsF(self._appearance.theme.font("chip"))
        key_w = metrics.horizontalAdvance(self._key) + 4 if self._key else 0.0
        return key_w, min(_LONGEST, metrics.horizontalAdvance(self._value))
