"""The line in the field where conditions are typed; a word that could not be read is underlined."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLineEdit, QWidget

if TYPE_CHECKING:
    from dateline.ui.theme import Appearance


class FilterLine(QLineEdit):
    """A bare line edit."""

    #: Backspace or the left arrow at the very beginning: the chip before is meant.
    left_start = Signal(bool)  # whether to delete
    left = Signal()
    left_down = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._wrong: tuple[int, int] | None = None
        self.setProperty("kind", "bare")
        self.setFrame(False)
        self.textEdited.connect(lambda _: self.underline(None))

    def underline(self, place: tuple[int, int] | None) -> None:
        """Underline the word from, to (code points), or nothing."""
        self._wrong = place
        self.update()

    def x_of(self, position: int) -> float:
        """Return where a code point stands, in this widget's coordinates."""
        metrics = QFontMetricsF(self.font())
        text, cursor = self.text(), self.cursorPosition()
        # The line may be scrolled: the cursor tells by how much.
        origin = self.cursorRect().center().x() - metrics.horizontalAdvance(text[:cursor])
        return origin + metrics.horizontalAdvance(text[:position])

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the text and the underline."""
        super().paintEvent(event)
        if self._wrong is None:
            return
        painter = QPainter(self)
        left, right = (self.x_of(position) for position in self._wrong)
        metrics = QFontMetricsF(self.font())
        y = (self.height() + metrics.ascent() + metrics.descent()) / 2
        painter.fillRect(QRectF(left, round(y), right - left, 2), self._appearance.theme.colour.danger)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave at the beginning to the chips, with Escape to the list."""
        at_start = self.cursorPosition() == 0 and not self.hasSelectedText()
        if event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        elif event.key() == Qt.Key.Key_Down:
            self.left_down.emit()
        elif at_start and event.key() in {Qt.Key.Key_Backspace, Qt.Key.Key_Left}:
            self.left_start.emit(event.key() == Qt.Key.Key_Backspace)
        else:
            super().keyPressEvent(event)
