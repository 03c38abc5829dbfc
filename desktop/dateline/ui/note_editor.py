"""A field for a note in Markdown that grows with its text; Ctrl+Enter and Esc end the writing and keep it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QPalette
from PySide6.QtWidgets import QFrame, QPlainTextEdit, QWidget

from dateline.ui.theme import Appearance

_FEWEST, _MOST = 2, 12
_EDGES = 16


class NoteEditor(QPlainTextEdit):
    """Tells when the writing ended: by key, or because the keyboard went elsewhere."""

    #: Ctrl+Enter or Esc.
    finished = Signal()
    #: The keyboard went elsewhere.
    left = Signal()
    grown = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._n_lines = 0
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setTabChangesFocus(True)
        self.setAccessibleName(self.tr("Note, in Markdown"))
        self.document().setDocumentMargin(7)
        self.textChanged.connect(self._fit)
        appearance.changed.connect(self._restyle)
        self._restyle()

    def take(self, text: str) -> None:
        """Show a text, the cursor at its end."""
        if text != self.toPlainText():
            self.setPlainText(text)
        self.moveCursor(self.textCursor().MoveOperation.End)
        self._fit()

    def sizeHint(self) -> QSize:
        """As wide as there is room, as high as its lines."""
        return QSize(240, self.height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End the writing on Esc and Ctrl+Enter."""
        is_enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if event.key() == Qt.Key.Key_Escape or (is_enter and event.modifiers() & Qt.KeyboardModifier.ControlModifier):
            self.finished.emit()
            event.accept()
            return
        super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Tell that the keyboard went elsewhere (a menu of its own is not elsewhere)."""
        super().focusOutEvent(event)
        if event.reason() is not Qt.FocusReason.PopupFocusReason:
            self.left.emit()

    def _fit(self) -> None:
        block = self.document().firstBlock()
        n_lines = 0
        while block.isValid():
            n_lines += max(1, block.layout().lineCount())
            block = block.next()
        n_lines = min(_MOST, max(_FEWEST, n_lines))
        height = n_lines * self._appearance.theme.line("control") + _EDGES
        if height != self.height() or not self._n_lines:
            self._n_lines = n_lines
            self.setFixedHeight(height)
            self.grown.emit()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        self.setFont(theme.font("control"))
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour.paper)
        self.setPalette(palette)
        self._n_lines = 0
        self._fit()
