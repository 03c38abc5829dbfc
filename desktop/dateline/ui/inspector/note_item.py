"""One note in the inspector: its words, what they mean, and what was written; Enter writes, Delete removes."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy, QVBoxLayout, QWidget

from dateline.news.note import About, Meaning, PlacedNote
from dateline.text.tokens import token_text
from dateline.ui.markdown_view import MarkdownView
from dateline.ui.marks import paint_focus_ring, paint_hairline
from dateline.ui.meaning_row import paint_meaning
from dateline.ui.note_editor import NoteEditor
from dateline.ui.note_words import loose_sentence, margin_word, plain_words
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance

_LONGEST_WORDS = 240
_HEAD = 22


class NoteItem(QWidget):
    """Shows and edits one note; tells what becomes of it."""

    wanted = Signal(object)  # NoteId
    written = Signal(object, str)
    meant = Signal(object, object)
    removed = Signal(object)
    #: To the next note (1) or the one before (-1).
    moved = Signal(int)

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._placed: PlacedNote | None = None
        self.tokens = ""  # what a search looks in
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setToolTip(self.tr("Enter writes, 1 to 4 give a meaning, Delete removes"))
        self._words = QLabel(self)
        self._words.setWordWrap(True)
        self._words.setTextFormat(Qt.TextFormat.PlainText)
        self._loose = QLabel(self)
        self._loose.setWordWrap(True)
        self._note = MarkdownView(appearance, self)
        self.editor = NoteEditor(appearance, self)
        self.editor.finished.connect(self._finish)
        self.editor.left.connect(self.end_writing)
        self.editor.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(11, _HEAD + 6, 6, 12)
        column.setSpacing(4)
        for widget in (self._words, self._loose, self._note, self.editor):
            column.addWidget(widget)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def show_note(self, placed: PlacedNote) -> None:
        """Show a note; one that is being written stays as it is typed."""
        self._placed = placed
        note = placed.note
        words = note.anchor.words if note.anchor is not None else ""
        shown = " ".join(words.split())
        self._words.setText(shown if len(shown) <= _LONGEST_WORDS else shown[:_LONGEST_WORDS].rstrip() + "…")
        self._words.setVisible(bool(words))
        self._loose.setText(loose_sentence(placed) if placed.is_loose else "")
        self._loose.setVisible(placed.is_loose)
        self._note.show_markdown(note.text)
        self._note.setVisible(bool(note.text) and self.editor.isHidden())
        self.tokens = token_text(f"{words} {note.text}")
        name = ", ".join(
            part for part in (margin_word(note), shown, self._loose.text(), plain_words(note.text)) if part
        )
        self.setAccessibleName(name)
        self.update()

    def start_writing(self) -> None:
        """Write the note in place."""
        if self._placed is not None:
            self.editor.take(self._placed.note.text)
            self._note.hide()
            self.editor.show()
            self.editor.setFocus(Qt.FocusReason.OtherFocusReason)

    def end_writing(self) -> None:
        """Keep what was written."""
        if self._placed is None or self.editor.isHidden():
            return
        text = self.editor.toPlainText().strip()
        self.editor.hide()
        self._note.show_markdown(text)
        self._note.setVisible(bool(text))
        if text != self._placed.note.text:
            self.written.emit(self._placed.note.id, text)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter and F2 write, Space shows the words in the text, 1 to 4 give a meaning, Delete removes."""
        if self._placed is None or not self._press(event.key()):
            super().keyPressEvent(event)

    def event(self, event: QEvent) -> bool:
        """Take Space and the digits before the window's shortcuts do."""
        is_asked = isinstance(event, QKeyEvent) and event.type() == QEvent.Type.ShortcutOverride
        if is_asked and event.key() in (Qt.Key.Key_Space, Qt.Key.Key_Return) and not event.modifiers():  # type: ignore[attr-defined]
            event.accept()
            return True
        return super().event(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Show the words in the text."""
        self.setFocus(Qt.FocusReason.MouseFocusReason)
        if self._placed is not None and event.button() is Qt.MouseButton.LeftButton:
            self.wanted.emit(self._placed.note.id)

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:  # noqa: ARG002
        """Write the note."""
        self.start_writing()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the bar, the meaning, and the line below."""
        if self._placed is None:
            return
        theme = self._appearance.theme
        note = self._placed.note
        painter = QPainter(self)
        painter.fillRect(QRectF(0, 10, 3, self.height() - 20), theme.colour.highlight_line)
        font = theme.font("meta", weight=600)
        painter.setFont(font)
        painter.setPen(theme.colour.highlight_line)
        word = margin_word(note)
        width = QFontMetricsF(font).horizontalAdvance(word)
        painter.drawText(QPointF(11, 21), word)
        if note.about is not About.ARTICLE:
            paint_meaning(painter, theme, note.meaning, 11, 26, width)
        if self._placed.place is not None and self._placed.score < 0.9:
            painter.setFont(theme.font("meta"))
            painter.setPen(theme.colour.text_tertiary)
            words = self.tr("words changed, {n}% alike").format(n=round(self._placed.score * 100))
            painter.drawText(QPointF(11 + width + 8, 21), words)
        paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line)
        if self.hasFocus():
            paint_focus_ring(painter, theme, QRectF(self.rect()))
        painter.end()

    def _press(self, key: int) -> bool:
        assert self._placed is not None  # noqa: S101 - the caller looked
        note = self._placed.note
        digit = key - Qt.Key.Key_1
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_F2):
            self.start_writing()
        elif key == Qt.Key.Key_Space:
            self.wanted.emit(note.id)
        elif key == Qt.Key.Key_Delete:
            self.removed.emit(note.id)
        elif key in (Qt.Key.Key_Down, Qt.Key.Key_Up):
            self.moved.emit(1 if key == Qt.Key.Key_Down else -1)
        elif 0 <= digit < len(Meaning) and note.about is not About.ARTICLE:
            self.meant.emit(note.id, tuple(Meaning)[digit])
        else:
            return False
        return True

    def _finish(self) -> None:
        self.end_writing()
        self.setFocus(Qt.FocusReason.OtherFocusReason)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._words, theme.font("inspector_words"), theme.colour.text.name())
        set_label(self._loose, theme.font("meta"), theme.colour.warn.name())
        self.update()
