"""One highlight beside its words: what it means, and the note, written in place."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget

from dateline.news.note import About, Meaning, PlacedNote
from dateline.ui.buttons import IconButton
from dateline.ui.meaning_row import MeaningRow
from dateline.ui.note_editor import NoteEditor
from dateline.ui.note_words import loose_sentence
from dateline.ui.reader.floating import FloatingCard
from dateline.ui.reader.header import set_label
from dateline.ui.theme import Appearance

_PAD = 12


class NoteCard(FloatingCard):
    """Shows one note; tells what becomes of it. What was typed is kept when the card closes."""

    meant = Signal(object)  # Meaning
    written = Signal(str)
    removed = Signal()
    #: It wants to close: its work is done.
    done = Signal()
    #: It needs another height.
    grown = Signal()

    def __init__(self, appearance: Appearance, parent: QWidget) -> None:
        super().__init__(appearance, parent)
        self.setAccessibleName(self.tr("Highlight and note"))
        self._meanings = MeaningRow(appearance, self)
        self._meanings.chosen.connect(self.meant)
        self._title = QLabel(self.tr("Note on the article"), self)
        self._remove = IconButton(appearance, "x", self.tr("Remove the highlight"), self)
        self._remove.clicked.connect(self.removed)
        self.editor = NoteEditor(appearance, self)
        self.editor.setPlaceholderText(self.tr("Note, in Markdown"))
        self.editor.finished.connect(self.done)
        self.editor.grown.connect(self.grown)
        self._hint = QLabel(self.tr("Ctrl+Enter or Esc keeps it and closes."), self)
        self._loose = QLabel(self)
        self._loose.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(2)
        head.addWidget(self._meanings)
        head.addWidget(self._title)
        head.addStretch()
        head.addWidget(self._remove)
        body = QVBoxLayout()
        body.setContentsMargins(_PAD, 8, 8, 10)
        body.setSpacing(6)
        body.addLayout(head)
        body.addWidget(self._loose)
        body.addWidget(self.editor)
        body.addWidget(self._hint)
        self._rows.addLayout(body)
        self._restyle()
        appearance.changed.connect(self._restyle)

    @property
    def text(self) -> str:
        """What stands in the note."""
        return self.editor.toPlainText()

    def show_note(self, placed: PlacedNote) -> None:
        """Take a note; `place_at` then shows it. The same one again keeps what is being typed."""
        note = placed.note
        is_article = note.about is About.ARTICLE
        self._meanings.setVisible(not is_article)
        self._title.setVisible(is_article)
        self._meanings.choose(note.meaning)
        self._remove.set_name(self.tr("Remove the note") if is_article else self.tr("Remove the highlight"))
        self._loose.setVisible(placed.is_loose)
        self._loose.setText(loose_sentence(placed) if placed.is_loose else "")
        if not self.editor.hasFocus():
            self.editor.take(note.text)

    def start_new(self) -> None:
        """Be ready for a note about the whole article."""
        self._meanings.hide()
        self._loose.hide()
        self._title.show()
        self._remove.set_name(self.tr("Close without a note"))
        self.editor.take("")

    def press(self, event: QKeyEvent) -> bool:
        """Act on a key pressed while the page has the keyboard: 1 to 4 give a meaning; False for any other."""
        number = event.key() - Qt.Key.Key_1
        if event.modifiers() or not 0 <= number < len(Meaning) or self._meanings.isHidden():
            return False
        self._meanings.press(tuple(Meaning)[number])
        return True

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint the card."""
        painter = QPainter(self)
        self.paint_card(painter)
        painter.end()

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._title, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self._hint, theme.font("caption"), theme.colour.text_tertiary.name())
        set_label(self._loose, theme.font("meta"), theme.colour.warn.name())
        self.update()
