"""The bar at the foot of the page where words are looked for in the article: how many, the next, the one before."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QWidget

from dateline.ui.buttons import IconButton
from dateline.ui.marks import paint_hairline
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance, size


class SearchBar(QWidget):
    """Tells what is wanted; who opened it says what was found."""

    #: Other words are looked for.
    words_changed = Signal(str)
    #: The next place (1) or the one before (-1) is wanted.
    stepped = Signal(int)
    left = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self.setFixedHeight(size("reader_bar"))
        self.line = _Line(self)
        self.line.setPlaceholderText(self.tr("Find in this article"))
        self.line.setAccessibleName(self.tr("Find in this article"))
        self.line.setMaximumWidth(280)
        self.amount = QLabel(self)
        before = IconButton(appearance, "chevron-up", self.tr("Previous place (Shift+Enter)"), self)
        after = IconButton(appearance, "chevron-down", self.tr("Next place (Enter)"), self)
        close = IconButton(appearance, "x", self.tr("Close the search (Esc)"), self)
        self._steps = (before, after)
        row = QHBoxLayout(self)
        row.setContentsMargins(14, 0, 12, 0)
        row.setSpacing(4)
        row.addWidget(self.line, 1)
        row.addWidget(before)
        row.addWidget(after)
        row.addSpacing(6)
        row.addWidget(self.amount)
        row.addStretch()
        row.addWidget(close)
        self.line.textChanged.connect(self.words_changed)
        self.line.stepped.connect(self.stepped)
        self.line.left.connect(self.left)
        before.clicked.connect(lambda: self.stepped.emit(-1))
        after.clicked.connect(lambda: self.stepped.emit(1))
        close.clicked.connect(self.left)
        appearance.changed.connect(self._dress)
        self.hide()
        self.say(-1, 0)

    def open(self, words: str = "") -> None:
        """Show the bar with the keyboard in it; words that were looked for before stay, selected."""
        self.show()
        if words:
            self.line.setText(words)
        self.line.setFocus(Qt.FocusReason.ShortcutFocusReason)
        self.line.selectAll()

    def say(self, number: int, n_found: int, *, has_more: bool = False) -> None:
        """Say which place of how many is shown; a number of -1 is none. `has_more`: there may be others beyond them."""
        for button in self._steps:
            button.setEnabled(n_found > 0)
        if n_found:
            words = self.tr("{number} of {all}").format(number=number + 1, all=f"{n_found}+" if has_more else n_found)
        else:
            words = self.tr("Not in this article") if self.line.text().strip() else ""
        self.amount.setText(words)
        self._dress()

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground and hairline."""
        colour = self._appearance.theme.colour
        painter = QPainter(self)
        painter.fillRect(self.rect(), colour.paper)
        paint_hairline(painter, 0, 0, self.width(), colour.line)
        painter.end()

    def _dress(self) -> None:
        theme = self._appearance.theme
        is_missing = bool(self.line.text().strip()) and not self._steps[0].isEnabled()
        ink = theme.colour.danger if is_missing else theme.colour.text_secondary
        set_label(self.amount, theme.font("meta", is_tabular=True), ink.name())


class _Line(QLineEdit):
    stepped = Signal(int)
    left = Signal()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter goes on, with Shift back; Escape leaves."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.stepped.emit(-1 if event.modifiers() & Qt.KeyboardModifier.ShiftModifier else 1)
        elif event.key() == Qt.Key.Key_Escape:
            self.left.emit()
        else:
            super().keyPressEvent(event)
