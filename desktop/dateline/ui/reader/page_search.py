"""Words looked for in the article on show: where they stand, and going from one place to the next.

It reads the document and changes nothing; the marks are laid by the page.
"""

from __future__ import annotations

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextDocument

from dateline.text.span import Span
from dateline.ui.reader.search_bar import SearchBar
from dateline.ui.reader.view import ReaderView

#: More than anybody steps through; one letter in a long article must not hold up the window.
MOST = 2_000
_LONGEST_SELECTED = 80  # what is selected is looked for where it is a few words
_NEW_BLOCK = "\u2029"


def places_of(words: str, document: QTextDocument) -> tuple[Span, ...]:
    """Return where words stand (UTF-16), small and capital letters alike, at most `MOST` places."""
    places: list[Span] = []
    if not words.strip():
        return ()
    cursor = document.find(words, 0)
    while not cursor.isNull() and len(places) < MOST:
        places.append(Span(cursor.selectionStart(), cursor.selectionEnd()))
        cursor = document.find(words, cursor)
    return tuple(places)


def nearest(places: tuple[Span, ...], position: int) -> int:
    """Return the number of the first place at or after a position; the first of all where none is, -1 for no place."""
    return next((number for number, span in enumerate(places) if span.start >= position), 0 if places else -1)


class PageSearch(QObject):
    """Joins the page and the bar under it."""

    def __init__(self, view: ReaderView, bar: SearchBar) -> None:
        super().__init__(bar)
        self._view = view
        self._bar = bar
        self._places: tuple[Span, ...] = ()
        self._number = -1
        bar.words_changed.connect(self._look)
        bar.stepped.connect(self._step)
        bar.left.connect(self.leave)

    def open(self) -> None:
        """Open the bar; what is selected is looked for at once."""
        selected = self._view.textCursor().selectedText()
        is_short = len(selected) <= _LONGEST_SELECTED and _NEW_BLOCK not in selected
        self._bar.open(selected if is_short else "")
        self.look_again()

    def leave(self) -> None:
        """Look for nothing; the keyboard goes back to the page."""
        if self._bar.isVisible():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)
            self.close()

    def close(self) -> None:
        """Look for nothing."""
        self._bar.hide()
        self._show((), -1)

    def look_again(self) -> None:
        """Look for the same words in what is on show now."""
        if self._bar.isVisible():
            self._look(self._bar.line.text())

    def _look(self, words: str) -> None:
        places = places_of(words, self._view.document())
        self._show(places, nearest(places, self._view.top_in_document()))

    def _step(self, by: int) -> None:
        if self._places:
            self._show(self._places, (self._number + by) % len(self._places))

    def _show(self, places: tuple[Span, ...], number: int) -> None:
        self._places, self._number = places, number
        self._view.set_sought(places, number)
        self._bar.say(number, len(places))
