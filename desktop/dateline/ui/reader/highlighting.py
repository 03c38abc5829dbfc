"""Highlights and notes in the reader: made from a selection, opened in a card beside their words, written in place.

It stands between the page, the card and the library. What is being typed is kept every few seconds and when the card
closes, whatever closes it; undo goes back to what the note said before the card opened.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import uuid4

from PySide6.QtCore import QEvent, QObject, QPoint, QRect, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.note import About, Meaning, NewNote, Note, NoteId, PlacedNote
from dateline.text.anchor import make_anchor
from dateline.text.span import Span
from dateline.ui.reader.layers import Layer
from dateline.ui.reader.note_card import NoteCard
from dateline.ui.reader.page import Page
from dateline.ui.reader.panel import ReaderPanel
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack

_KEPT_AFTER_MS = 2_000


@dataclass(slots=True)
class _Opened:
    """The note whose card is open. Everything is written by its key, so a note that is only being made can be too."""

    key: str
    article: ArticleId
    is_article: bool
    before: str = ""  # what it said when it was opened
    kept: str = ""  # what it says in the library
    is_kept: bool = True  # False: about the whole article, and nothing was written yet


class Highlighting(QObject):
    """What keys and pointer do about notes in one reader."""

    told = Signal(str)

    def __init__(self, reader: ReaderPanel, tasks: Tasks, undo: UndoStack, appearance: Appearance) -> None:
        super().__init__(reader)
        self._reader = reader
        self._view = reader.view
        self._tasks = tasks
        self._undo = undo
        self._made: dict[str, PlacedNote] = {}  # by key: shown while they are still being written into the library
        self._wants_editor = False
        self._open: _Opened | None = None
        self.card = NoteCard(appearance, reader)
        self.card.meant.connect(self._mean)
        self.card.removed.connect(self._remove)
        self.card.done.connect(self._finish)
        self.card.grown.connect(self._place)
        self._keeping = QTimer(self)
        self._keeping.setSingleShot(True)
        self._keeping.setInterval(_KEPT_AFTER_MS)
        self._keeping.timeout.connect(self._keep_text)
        self.card.editor.textChanged.connect(self._keeping.start)
        reader.notes_shown.connect(self._follow)
        reader.page_shown.connect(self._follow_page)
        self._view.note_chosen.connect(self.open_note)
        self._view.moved.connect(self._place)

    @property
    def is_open(self) -> bool:
        """Whether a note's card is open."""
        return self._open is not None

    def highlight(self) -> None:
        """Highlight what is selected, or the quote that is current; with neither, let words be picked."""
        page = self._view.page
        if page is None:
            return
        span, about = self._wanted(page)
        if span is not None:
            self._make(page, span, about)
        elif not self._view.pick():
            self.told.emit(self.tr("There are no words here to highlight."))
        else:
            self.told.emit(self.tr("Arrow keys choose the words, with Shift more or fewer; H highlights them."))

    def write(self) -> None:
        """Write a note: on what is open, selected or quoted; with neither, on the whole article."""
        page = self._view.page
        if page is None:
            return
        if self.is_open:
            self.card.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)
            return
        self._wants_editor = True
        span, about = self._wanted(page)
        if span is not None:
            self._make(page, span, about)
            return
        whole = next((n for n, one in enumerate(page.notes) if one.note.about is About.ARTICLE), None)
        if whole is not None:
            self.open_note(whole)
        else:
            self._start_whole(page)

    def next_note(self) -> None:
        """Go to the next note and open it; after the last comes the first."""
        page = self._view.page
        if page is None or not page.notes:
            self.told.emit(self.tr("There are no notes on this article; H highlights, E writes one."))
            return
        at = self._number(page)
        self.open_note(0 if at is None else (at + 1) % len(page.notes))

    def open_note(self, number: int) -> None:
        """Open a note's card beside its words."""
        page = self._view.page
        if page is None or not 0 <= number < len(page.notes):
            return
        placed = page.notes[number]
        note = placed.note
        if self._open is None or self._open.key != note.key:
            self.close()
            self._open = _Opened(note.key, note.article, note.about is About.ARTICLE, note.text, note.text)
            self.card.editor.take(note.text)
        self._reader.close_popover()
        self._show_layer()
        self._view.show_note(number)
        self._view.set_current_note(number)
        self.card.show_note(placed)
        self._show_card()

    def show_by_id(self, note_id: NoteId) -> None:
        """Show where a note of the article on show stands; its card stays closed."""
        page = self._view.page
        for number, one in enumerate(page.notes if page is not None else ()):
            if one.note.id == note_id:
                self._show_layer()
                self._view.show_note(number)
                self._view.set_current_note(number)

    def close(self) -> None:
        """Close the card and keep what was typed."""
        opened = self._open
        if opened is None:
            return
        self._keep_text()
        if opened.is_kept and opened.kept != opened.before and (opened.before or not opened.is_article):
            job = partial(_write_note, key=opened.key, text=opened.before)
            self._undo.remember(self.tr("The note says again what it said."), partial(self._tasks.write, job))
        self._drop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """While the card is open: digits give a meaning, Delete removes, Esc and a press beside it close."""
        kind = event.type()
        if kind in (QEvent.Type.KeyPress, QEvent.Type.ShortcutOverride) and isinstance(event, QKeyEvent):
            if watched is self.card.editor or QApplication.focusWidget() is self.card.editor:
                return False
            return self._press(event, is_real=kind is QEvent.Type.KeyPress)
        if kind is QEvent.Type.MouseButtonPress and isinstance(event, QMouseEvent) and isinstance(watched, QWidget):
            is_beside = watched is not self.card and not self.card.isAncestorOf(watched)
            if is_beside and watched.window() is self.card.window():
                self.close()
        return False

    def _press(self, event: QKeyEvent, *, is_real: bool) -> bool:
        digit = Qt.Key.Key_1 <= event.key() <= Qt.Key.Key_4 and not event.modifiers()
        if event.key() not in (Qt.Key.Key_Escape, Qt.Key.Key_Delete) and not digit:
            return False
        event.accept()
        if is_real:
            if event.key() == Qt.Key.Key_Escape:
                self.close()
            elif event.key() == Qt.Key.Key_Delete:
                self._remove()
            else:
                self.card.press(event)
        return True

    def _wanted(self, page: Page) -> tuple[Span | None, About]:
        """Return what a new note would be on: the selection, else the quote that is current."""
        span = self._view.selected()
        if span is not None:
            return span, About.PASSAGE
        if self._view.current is not None:
            return page.quotes[self._view.current].span, About.QUOTE
        return None, About.PASSAGE

    def _make(self, page: Page, span: Span, about: About) -> None:
        there = next((n for n, one in enumerate(page.notes) if one.place == span), None)
        self._view.deselect()
        if there is not None:
            self.open_note(there)
            return
        self.close()
        anchor = make_anchor(page.article.text, span)
        new = NewNote(page.article.id, about, anchor=anchor, revision=page.revision, key=uuid4().hex)
        self._show_layer()
        self._show_made(page, new, span)
        kept = partial(self._was_kept, new.key)
        self._undo.do(partial(_add_note, new=new), self.tr("The highlight was taken back."), then=kept)

    def _was_kept(self, key: str, _: Change) -> None:
        self._made.pop(key, None)

    def _show_made(self, page: Page, new: NewNote, span: Span) -> None:
        """Open a note before the library has it: what is typed meanwhile is its words, not keys of the window."""
        now = datetime.now(UTC)
        note = Note(NoteId(0), new.key, new.article, new.about, new.meaning, new.anchor, "", new.revision, now, now)
        self._made[new.key] = PlacedNote(note, span, 1.0)
        page = self._with_made(page)
        self.open_note(next(number for number, one in enumerate(page.notes) if one.note.key == new.key))

    def _with_made(self, page: Page) -> Page:
        """Put notes on the page that the library does not have yet, in the order of the text, and return it."""
        known = {one.note.key for one in page.notes}
        missing = [one for one in self._made.values() if one.note.article == page.article.id]
        missing = [one for one in missing if one.note.key not in known]
        if not missing:
            return page
        notes = [*page.notes, *missing]
        notes.sort(key=lambda one: (one.note.anchor is not None, one.place is None, one.place or Span(0, 0)))
        page = replace(page, notes=tuple(notes))
        self._view.take_notes(page)
        return page

    def _start_whole(self, page: Page) -> None:
        self._open = _Opened(uuid4().hex, page.article.id, is_article=True, is_kept=False)
        self._view.verticalScrollBar().setValue(0)
        self._reader.close_popover()
        self.card.start_new()
        self._show_card()

    def _show_card(self) -> None:
        self._place()
        self._listen(wants=True)
        if self._wants_editor:
            self._wants_editor = False
            self.card.editor.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def _place(self) -> None:
        page = self._view.page
        if page is None or not self.is_open:
            return
        viewport = self._view.viewport()
        number = self._number(page)
        rects = self._view.note_rects(number) if number is not None else self._view.title_rects()
        lines = [rect.toAlignedRect() for rect in rects]
        in_sight = [rect for rect in lines if rect.bottom() > 0 and rect.top() < viewport.height()]
        if not in_sight:
            self.close()
            return
        offset = viewport.mapTo(self._reader, QPoint(0, 0))
        top = self._reader.bar.height()
        bounds = QRect(0, top, self._reader.width(), self._reader.height() - top)
        self.card.place_at([rect.translated(offset) for rect in in_sight], bounds)

    def _number(self, page: Page) -> int | None:
        key = None if self._open is None else self._open.key
        return next((number for number, one in enumerate(page.notes) if one.note.key == key), None)

    def _follow(self) -> None:
        """Follow the note that is open."""
        page = self._view.page
        if page is None:
            return
        page = self._with_made(page)
        number = self._number(page)
        if number is not None:
            self.card.show_note(page.notes[number])
            self._view.set_current_note(number)
            self._place()
        elif self._open is not None and self._open.is_kept and not self.card.editor.hasFocus():
            self._drop()  # it was removed elsewhere; one that is being written is still on its way

    def _follow_page(self, page: Page | None) -> None:
        article = None if page is None else page.article.id
        if self._open is not None and self._open.article != article:
            self.close()

    def _drop(self) -> None:
        self._keeping.stop()
        self._open = None
        self._listen(wants=False)
        self.card.hide()
        self._view.set_current_note(None)

    def _mean(self, meaning: Meaning) -> None:
        if self._open is not None:
            job = partial(_mean_note, key=self._open.key, meaning=meaning)
            self._undo.do(job, self.tr("The highlight means what it did."))

    def _remove(self) -> None:
        opened = self._open
        self._drop()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)
        if opened is not None and opened.is_kept:
            self._made.pop(opened.key, None)
            self._undo.do(
                partial(_remove_note, key=opened.key),
                self.tr("The note is back.") if opened.is_article else self.tr("The highlight is back."),
                said=self.tr("Note removed.") if opened.is_article else self.tr("Highlight removed."),
            )

    def _finish(self) -> None:
        self.close()
        self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    def _keep_text(self) -> None:
        opened = self._open
        text = self.card.text.strip()
        if opened is None or text == opened.kept:
            return
        opened.kept = text
        if opened.is_kept:
            self._tasks.write(partial(_write_note, key=opened.key, text=text))
        else:
            opened.is_kept = True
            new = NewNote(opened.article, About.ARTICLE, text=text, key=opened.key)
            self._undo.do(partial(_add_note, new=new), self.tr("The note was taken back."))

    def _show_layer(self) -> None:
        if Layer.NOTES not in self._reader.bar.layers:
            self._reader.toggle_layer(Layer.NOTES)

    def _listen(self, *, wants: bool) -> None:
        app = QApplication.instance()
        if app is not None:
            app.removeEventFilter(self)
            if wants:
                app.installEventFilter(self)


def _add_note(connection: Any, new: NewNote) -> Change:
    from dateline.storage import notes

    return notes.add_notes(connection, (new,), datetime.now(UTC))


def _write_note(connection: Any, key: str, text: str) -> Change:
    from dateline.storage import notes

    note = notes.id_of(connection, key)
    return Change() if note is None else notes.write_note(connection, note, text, datetime.now(UTC))


def _mean_note(connection: Any, key: str, meaning: Meaning) -> Change:
    from dateline.storage import notes

    note = notes.id_of(connection, key)
    return Change() if note is None else notes.mean_note(connection, note, meaning, datetime.now(UTC))


def _remove_note(connection: Any, key: str) -> Change:
    from dateline.storage import notes

    note = notes.id_of(connection, key)
    return Change() if note is None else notes.remove_notes(connection, (note,))
