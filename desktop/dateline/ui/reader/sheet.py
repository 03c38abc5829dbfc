"""A page as a document that scrolls: where its words stand, in both directions; what is selected, copied, dragged out.

It knows nothing of layers, margin or popover, and never loads anything.
"""

from __future__ import annotations

from bisect import bisect_left
from typing import Any

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt, QUrl
from PySide6.QtGui import QMouseEvent, QPaintEvent, QTextCursor
from PySide6.QtWidgets import QApplication, QTextBrowser, QWidget

from dateline.text.span import Span
from dateline.ui.carrying import link_data, words_data
from dateline.ui.dragging import drag_out
from dateline.ui.reader.document import EDGE
from dateline.ui.reader.lines import line_rects
from dateline.ui.reader.page import Page
from dateline.ui.theme import Appearance


class PageSheet(QTextBrowser):
    """The sheet; whoever sets its document says so in `_page` and `_starts`."""

    def __init__(self, appearance: Appearance, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._page: Page | None = None
        self._starts: list[int] = []  # of the quotes, in the document
        self._pressed: tuple[QPoint, str] | None = None  # where a link was pressed, and its address
        self.has_outline = False  # around some of its words

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._page

    def show_span(self, span: Span) -> None:
        """Scroll until a stretch of the document stands in the upper part of the page, unless it is in sight."""
        rect = self.span_rects(span)
        if not rect:
            return
        top, bottom = rect[0].top(), rect[-1].bottom()
        bar = self.verticalScrollBar()
        height = self.viewport().height()
        if top < bar.value() + 24 or bottom > bar.value() + height - 60:
            bar.setValue(int(top - height / 3))

    def show_quote(self, number: int) -> None:
        """Scroll to a quote."""
        if self._page is not None and 0 <= number < len(self._page.quotes):
            self.show_span(self._page.in_document(self._page.tinted(self._page.quotes[number])))

    def show_note(self, number: int) -> None:
        """Scroll to a note's words; to the top for one about the whole article."""
        if self._page is not None and 0 <= number < len(self._page.notes):
            place = self._page.notes[number].place
            if place is None:
                self.verticalScrollBar().setValue(0)
            else:
                self.show_span(self._page.in_document(place))

    def selected(self) -> Span | None:
        """Return what is selected of the text (code points), without the white space at its ends."""
        cursor = self.textCursor()
        if self._page is None or not cursor.hasSelection():
            return None
        start = self._page.in_text(max(cursor.selectionStart(), self._page.text_start))
        end = self._page.in_text(max(cursor.selectionEnd(), self._page.text_start))
        if start is None or end is None:
            return None
        words = self._page.article.text[start:end]
        start += len(words) - len(words.lstrip())
        return Span(start, start + len(words.strip())) if words.strip() else None

    def select(self, span: Span) -> None:
        """Select a stretch of the text and bring it into sight."""
        if self._page is not None:
            there = self._page.in_document(span)
            cursor = self.textCursor()
            cursor.setPosition(there.start)
            cursor.setPosition(there.end, QTextCursor.MoveMode.KeepAnchor)
            self.setTextCursor(cursor)
            self.show_span(there)

    def span_rects(self, span: Span) -> list[QRectF]:
        """Return the lines of a stretch of the document, in the document's coordinates."""
        return line_rects(self.document(), span)

    def quote_rects(self, number: int) -> list[QRectF]:
        """Return the lines of a quote in the viewport's coordinates."""
        if self._page is None:
            return []
        span = self._page.in_document(self._page.tinted(self._page.quotes[number]))
        offset = -self.verticalScrollBar().value()
        return [rect.translated(0, offset) for rect in self.span_rects(span)]

    def note_rects(self, number: int) -> list[QRectF]:
        """Return the lines of a note's words, or of the headline, in the viewport's coordinates."""
        if self._page is None:
            return []
        place = self._page.notes[number].place
        if place is None:
            return self.title_rects()
        offset = -self.verticalScrollBar().value()
        return [rect.translated(0, offset) for rect in self.span_rects(self._page.in_document(place))]

    def title_rects(self) -> list[QRectF]:
        """Return the lines of the headline in the viewport's coordinates."""
        span = Span(0, 0 if self._page is None else self._page.title_map.n_units)
        return [rect.translated(0, -self.verticalScrollBar().value()) for rect in self.span_rects(span)]

    def top_in_text(self) -> int:
        """Return the position in the text of the first line in sight."""
        top = self.top_in_document()
        return 0 if self._page is None else self._page.in_text(top) or 0

    def top_in_document(self) -> int:
        """Return the position in the document (UTF-16) of the first line in sight."""
        return self.cursorForPosition(QPoint(EDGE, 0)).position()

    def first_in_sight(self) -> int | None:
        """Return the number of the first quote at or below the top of the page, None where there is none."""
        top = self.top_in_document()
        number = bisect_left(self._starts, top)
        return number if number < len(self._starts) else None

    def scroll_page(self) -> bool:
        """Scroll down by a page less two lines; False where the end is in sight already."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + self.viewport().height() - 2 * self._appearance.theme.line("body"))
        return True

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint all lines in sight, of which Qt shows what is to be painted anew.

        Given a part of the page, Qt ends the outline of the current quote at its edge: as the page scrolls, lines of it
        would stay across the words.
        """
        super().paintEvent(QPaintEvent(self.viewport().rect()) if self.has_outline else event)

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Load nothing: neither remote nor local."""
        return None

    def createMimeDataFromSelection(self) -> QMimeData:
        """Return what is selected as plain text and as HTML that names its article."""
        span = self.selected()
        if self._page is None or span is None:
            return super().createMimeDataFromSelection()
        article = self._page.article
        return words_data(span.of(article.text), article.title, article.url)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remember a link that may be dragged out."""
        at = event.position().toPoint()
        address = self.anchorAt(at) if event.button() is Qt.MouseButton.LeftButton else ""
        self._pressed = (at, address) if address else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag a link out once it was moved far enough."""
        if self._pressed is not None and event.buttons() & Qt.MouseButton.LeftButton:
            start, address = self._pressed
            if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                self._pressed = None
                drag_out(self, link_data(address, ""), address, self._appearance.theme)
            return
        super().mouseMoveEvent(event)
