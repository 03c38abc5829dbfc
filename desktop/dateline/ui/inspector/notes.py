"""The inspector's notes: every highlight and note of the article, written in place, the loose ones with their words.

It reads and writes through the library like any other pane, so what is made in the reader stands here at once.
"""

from __future__ import annotations

from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QScrollArea, QVBoxLayout, QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.note import About, Meaning, NewNote, NoteId, PlacedNote
from dateline.text.tokens import token_text
from dateline.ui.buttons import Button
from dateline.ui.counted import counted
from dateline.ui.inspector.note_item import NoteItem
from dateline.ui.note_editor import NoteEditor
from dateline.ui.reader.header import set_label
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_SLOT = "inspector notes"
#: From so many notes on, a field to search them stands above.
_MANY = 6


class NotesPanel(QWidget):
    """Shows the notes of one article."""

    #: A note's words are wanted in the text.
    note_wanted = Signal(object)  # NoteId

    def __init__(self, tasks: Tasks, appearance: Appearance, undo: UndoStack, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._appearance = appearance
        self._undo = undo
        self._article: ArticleId | None = None
        self._items: dict[str, NoteItem] = {}
        self._heading = QLabel(self)
        self._loose = QLabel(self)
        self._search = QLineEdit(self)
        self._search.setPlaceholderText(self.tr("Search these notes"))
        self._search.setAccessibleName(self.tr("Search these notes"))
        self._search.textChanged.connect(self._filter)
        self._add = Button(appearance, self.tr("Note on the article"), self, icon="plus", kind="quiet")
        self._add.setProperty("tight", True)
        self._add.clicked.connect(self.write_new)
        self._new = NoteEditor(appearance, self)
        self._new.setPlaceholderText(self.tr("Note, in Markdown"))
        self._new.finished.connect(self._keep_new)
        self._new.left.connect(self._keep_new)
        self._new.hide()
        self._empty = QLabel(self)
        self._empty.setWordWrap(True)
        head = QHBoxLayout()
        head.setSpacing(6)
        head.addWidget(self._heading)
        head.addWidget(self._loose)
        head.addStretch()
        act = QHBoxLayout()
        act.setContentsMargins(-6, 0, 0, 0)  # its icon stands under the heading, not its ground
        act.addWidget(self._add)
        act.addStretch()
        inside = QWidget()
        self._column = QVBoxLayout(inside)
        self._column.setContentsMargins(0, 0, 8, 12)
        self._column.setSpacing(0)
        self._column.addStretch()
        area = QScrollArea(self)
        area.setFrameShape(QFrame.Shape.NoFrame)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        area.setWidget(inside)
        area.viewport().setAutoFillBackground(False)
        inside.setAutoFillBackground(False)
        rows = QVBoxLayout(self)
        rows.setContentsMargins(14, 12, 4, 0)
        rows.setSpacing(8)
        rows.addLayout(head)
        rows.addWidget(self._search)
        rows.addLayout(act)
        rows.addWidget(self._new)
        rows.addWidget(self._empty)
        rows.addWidget(area, 1)
        self._area = area
        self._restyle()
        appearance.changed.connect(self._restyle)
        self._show(())

    def show_article(self, article: ArticleId | None) -> None:
        """Show another article's notes; what is being written is kept first."""
        if article != self._article:
            self.keep()
            self._search.clear()
        self._article = article
        if article is None:
            self._tasks.drop(_SLOT)
            self._show(())
            return
        self._tasks.read(partial(_read, article=article), self._show, slot=_SLOT)

    def follow(self, change: Change) -> None:
        """Read the notes again where a write touched the article."""
        if self._article is not None and self._article in change.changed_articles:
            self.show_article(self._article)

    def keep(self) -> None:
        """Keep what is being written."""
        self._keep_new()
        for item in self._items.values():
            item.end_writing()

    def write_new(self) -> None:
        """Open a field for a note about the whole article."""
        if self._article is not None:
            self._new.show()
            self._new.setFocus(Qt.FocusReason.OtherFocusReason)

    @property
    def n_shown(self) -> int:
        """How many notes are in sight of the search."""
        return sum(not item.isHidden() for item in self._items.values())

    def items(self) -> list[NoteItem]:
        """Return the notes' widgets in their order."""
        return list(self._items.values())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Paint the ground."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), self._appearance.theme.colour.window)
        painter.end()

    def _show(self, notes: tuple[PlacedNote, ...]) -> None:
        n_loose = sum(one.is_loose for one in notes)
        self._heading.setText(counted(len(notes), self.tr("1 note"), self.tr("{n} notes")))
        self._loose.setText(counted(n_loose, self.tr("1 loose"), self.tr("{n} loose")) if n_loose else "")
        self._empty.setText(
            self.tr("Choose an article: what you highlight and write there stands here.")
            if self._article is None
            else self.tr("Nothing is highlighted yet: select words and press H, or E for a note.")
        )
        self._empty.setVisible(not notes)
        self._add.setEnabled(self._article is not None)
        self._search.setVisible(len(notes) >= _MANY)
        keys = [one.note.key for one in notes]
        for key in self._items.keys() - set(keys):
            gone = self._items.pop(key)
            self._column.removeWidget(gone)
            gone.hide()
            gone.deleteLater()
        items: dict[str, NoteItem] = {}
        for place, one in enumerate(notes):
            item = self._items.get(one.note.key) or self._make_item()
            item.show_note(one)
            if self._column.indexOf(item) != place:
                self._column.insertWidget(place, item)
            items[one.note.key] = item
        self._items = items
        self._filter()

    def _make_item(self) -> NoteItem:
        item = NoteItem(self._appearance, self._area.widget())
        item.wanted.connect(self.note_wanted)
        item.written.connect(self._write)
        item.meant.connect(self._mean)
        item.removed.connect(self._remove)
        item.moved.connect(partial(self._move, item))
        return item

    def _move(self, item: NoteItem, step: int) -> None:
        shown = [one for one in self._items.values() if not one.isHidden()]
        place = shown.index(item) + step
        if 0 <= place < len(shown):
            shown[place].setFocus(Qt.FocusReason.OtherFocusReason)
            self._area.ensureWidgetVisible(shown[place], 0, 20)

    def _filter(self) -> None:
        wanted = token_text(self._search.text())
        for item in self._items.values():
            item.setVisible(not wanted or f" {wanted}" in f" {item.tokens}")

    def _keep_new(self) -> None:
        text = self._new.toPlainText().strip()
        self._new.hide()
        self._new.take("")
        if text and self._article is not None:
            new = NewNote(self._article, About.ARTICLE, text=text, key=uuid4().hex)
            self._undo.do(partial(_add, new=new), self.tr("The note was taken back."))

    def _write(self, note: NoteId, text: str) -> None:
        self._undo.do(partial(_write, note=note, text=text), self.tr("The note says again what it said."))

    def _mean(self, note: NoteId, meaning: Meaning) -> None:
        self._undo.do(partial(_mean, note=note, meaning=meaning), self.tr("The highlight means what it did."))

    def _remove(self, note: NoteId) -> None:
        self._undo.do(partial(_remove, note=note), self.tr("The note is back."), said=self.tr("Note removed."))

    def _restyle(self) -> None:
        theme = self._appearance.theme
        set_label(self._heading, theme.font("control", weight=600), theme.colour.text.name())
        set_label(self._loose, theme.font("meta"), theme.colour.warn.name())
        set_label(self._empty, theme.font("control"), theme.colour.text_secondary.name())
        self.update()


def _read(connection: Any, article: ArticleId) -> tuple[PlacedNote, ...]:
    from dateline.storage import notes

    return notes.placed_notes(connection, article)


def _add(connection: Any, new: NewNote) -> Change:
    from dateline.storage import notes

    return notes.add_notes(connection, (new,), datetime.now(UTC))


def _write(connection: Any, note: NoteId, text: str) -> Change:
    from dateline.storage import notes

    return notes.write_note(connection, note, text, datetime.now(UTC))


def _mean(connection: Any, note: NoteId, meaning: Meaning) -> Change:
    from dateline.storage import notes

    return notes.mean_note(connection, note, meaning, datetime.now(UTC))


def _remove(connection: Any, note: NoteId) -> Change:
    from dateline.storage import notes

    return notes.remove_notes(connection, (note,))
