"""What stands in the margin beside the text, and beside which stretch of the document: quotes first, then notes.

Numbers run through both: a page's quotes, and after them its notes.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Sequence

from PySide6.QtCore import QCoreApplication

from dateline.text.span import Span
from dateline.ui.note_words import margin_word, plain_words
from dateline.ui.reader.layers import Layer
from dateline.ui.reader.margin import MarginName, MarginNote
from dateline.ui.reader.page import Page
from dateline.ui.reader.speakers import SURE_ENOUGH, EntityNames, is_anonymous, short_name

#: Quotes before the first one in sight that are placed with it, so that names give way the same wherever one scrolls.
_BEFORE_SIGHT = 12


def words_beside(page: Page, entity_names: EntityNames) -> list[MarginName | MarginNote]:
    """Return the words for every quote and every note of a page."""
    words: list[MarginName | MarginNote] = []
    for quote in page.quotes:
        name = short_name(quote.speaker, entity_names)
        if not name:
            name = QCoreApplication.translate("Reader", "unknown")
        elif quote.confidence < SURE_ENOUGH and not is_anonymous(quote, page.findings):
            name += "?"
        words.append(MarginName(name, quote.kind, page.slot_of(quote)))
    words += [MarginNote(margin_word(one.note), plain_words(one.note.text)) for one in page.notes]
    return words


def spans_beside(
    page: Page, layers: Collection[Layer], starts: Sequence[int], top: int, bottom: int
) -> list[tuple[int, Span]]:
    """Return number and stretch of the quotes and notes between two positions of the document.

    `starts` are those of the quotes. Of notes about the whole article the first stands beside the headline; loose ones
    stand nowhere.
    """
    found: list[tuple[int, Span]] = []
    if Layer.QUOTES in layers:
        first, last = max(0, bisect_left(starts, top) - _BEFORE_SIGHT), bisect_right(starts, bottom)
        found = [(number, page.in_document(page.tinted(page.quotes[number]))) for number in range(first, last)]
    if Layer.NOTES not in layers:
        return found
    has_whole = False
    for number, one in enumerate(page.notes, len(page.quotes)):
        if one.place is not None:
            span = page.in_document(one.place)
            if span.start <= bottom:
                found.append((number, span))
        elif not one.is_loose and not has_whole:
            has_whole = True
            found.append((number, Span(0, page.title_map.n_units)))
    return found
