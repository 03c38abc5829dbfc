"""Words looked for in the article on show: where they stand, and going from one place to the next.

It reads the document and changes nothing; the marks are laid by the page.
"""

from __future__ import annotations

import re
from itertools import islice

from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QTextDocument

from dateline.text.script import fold, has_han
from dateline.text.span import Span
from dateline.ui.reader.offsets import OffsetMap
from dateline.ui.reader.search_bar import SearchBar
from dateline.ui.reader.view import ReaderView

#: More than anybody steps through; one letter in a long article must not hold up the window.
MOST = 2_000
_LONGEST_SELECTED = 80  # what is selected is looked for where it is a few words
_NEW_BLOCK = "\u2029"
_PLAIN = str.maketrans("‘’“”\u00a0\u2011", "''\"\" -")


def places_of(words: str, document: QTextDocument) -> tuple[Span, ...]:
    """Return where words stand (UTF-16), at most `MOST` places.

    Small letters count as capitals, Traditional characters as Simplified ones, and straight quotation marks as curly:
    nobody types as each outlet writes.
    """
    if not words.strip():
        return ()
    text = document.toPlainText()
    to_units = OffsetMap(text).to_units
    sought = re.compile(re.escape(_alike(words, words)), re.IGNORECASE)
    places = (Span(to_units(found.start()), to_units(found.end())) for found in sought.finditer(_alike(text, words)))
    return tuple(islice(places, MOST))


def _alike(text: str, words: str) -> str:
    """Return a text in the characters in which `words` are looked for; its length never changes."""
    plain = text.translate(_PLAIN)
    return fold(plain) if has_han(words) else plain


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
        self._bar.say(number, len(places), has_more=len(places) == MOST)
