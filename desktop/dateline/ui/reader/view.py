"""The article on paper: text, layers over it, names beside it, the header around its headline.

It shows one page at a time and never loads anything: links are told, not followed.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Collection, Mapping
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, QRectF, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QMouseEvent, QPalette, QResizeEvent, QTextDocument
from PySide6.QtWidgets import QFrame, QTextBrowser, QWidget

from dateline.text.span import Span
from dateline.ui.names import Names
from dateline.ui.reader.document import EDGE, make_document, reserve_below_title
from dateline.ui.reader.header import BelowTitle, OutletLine
from dateline.ui.reader.layers import Layer, marks_of
from dateline.ui.reader.margin import MarginName, MarginStrip
from dateline.ui.reader.margin_layout import Extent, place
from dateline.ui.reader.overlay import selections
from dateline.ui.reader.page import Page
from dateline.ui.reader.speakers import SURE_ENOUGH, EntityNames, is_anonymous, short_name
from dateline.ui.theme import Appearance, size

POINTING_MS = 250
#: Quotes before the first one in sight that are placed with it, so that names give way the same wherever one scrolls.
_BEFORE_SIGHT = 12
_OUTLET_TOP = 13
_EXACT = Qt.HitTestAccuracy.ExactHit


class ReaderView(QTextBrowser):
    """The scrolling page of the reader."""

    #: The number of the quote pointed at for a moment, -1 when the pointer left it.
    quote_pointed = Signal(int)
    #: A quote was pressed in the margin.
    quote_chosen = Signal(int)
    #: An http or https link was pressed.
    link_chosen = Signal(QUrl)
    #: The page moved under what floats over it.
    moved = Signal()

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._names = names
        self._page: Page | None = None
        self._entity_names: EntityNames = {}
        self._layers: frozenset[Layer] = frozenset()
        self._current: int | None = None
        self._starts: list[int] = []
        self._margin_names: list[MarginName] = []
        self._pointed = -1
        self._pointing = QTimer(self)
        self._pointing.setSingleShot(True)
        self._pointing.setInterval(POINTING_MS)
        self._pointing.timeout.connect(self._tell_pointed)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setAutoFillBackground(True)
        self.setOpenLinks(False)
        self.setMouseTracking(True)
        self.viewport().setMouseTracking(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(self.tr("Article"))
        self.setTabChangesFocus(True)
        self._margin = size("reader_margin")
        self._strip = MarginStrip(appearance, self._margin, self, self.quote_chosen.emit)
        self._outlet = OutletLine(appearance, self.viewport())
        self._below = BelowTitle(appearance, names, self.viewport())
        for widget in (self._outlet, self._below):
            widget.hide()
        self.anchorClicked.connect(self._choose_link)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self._take_palette()
        appearance.changed.connect(self._restyle)

    @property
    def page(self) -> Page | None:
        """The page on show."""
        return self._page

    @property
    def current(self) -> int | None:
        """The number of the current quote."""
        return self._current

    def show_page(self, page: Page, entity_names: EntityNames) -> None:
        """Show a page from its top; the same article again keeps its place."""
        is_same = self._page is not None and self._page.article.id == page.article.id
        at = self.verticalScrollBar().value() if is_same else 0
        self._pointing.stop()
        self._pointed = -1
        if not is_same or (self._current is not None and self._current >= len(page.quotes)):
            self._current = None
        self._page = page
        self._entity_names = entity_names
        self._starts = [page.in_document(page.tinted(quote)).start for quote in page.quotes]
        self._set_document()
        self.verticalScrollBar().setValue(at)

    def clear_page(self) -> None:
        """Show bare paper."""
        self._page = None
        self._current = None
        self._starts = []
        self._outlet.hide()
        self._below.hide()
        self._strip.show_names((), ())
        self.setDocument(QTextDocument(self))

    def set_layers(self, layers: Collection[Layer]) -> None:
        """Show these layers and no other."""
        self._layers = frozenset(layers)
        self._lay()

    def set_current(self, number: int | None) -> None:
        """Outline a quote, or none."""
        if number != self._current:
            self._current = number
            self._lay()

    def set_entity_names(self, entity_names: Mapping[str, Any]) -> None:
        """Take the lexicon's names, once it was read."""
        self._entity_names = entity_names
        self._name_margin()

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

    def span_rects(self, span: Span) -> list[QRectF]:
        """Return the lines of a stretch, each from its first to its last character, in the document's coordinates."""
        document = self.document()
        layout = document.documentLayout()
        rects: list[QRectF] = []
        block = document.findBlock(span.start)
        while block.isValid() and block.position() < span.end:
            place_of = layout.blockBoundingRect(block)
            lines = block.layout()
            for number in range(lines.lineCount()):
                line = lines.lineAt(number)
                start = max(span.start - block.position(), line.textStart())
                end = min(span.end - block.position(), line.textStart() + line.textLength())
                if start < end:
                    left, right = _x(line, start), _x(line, end)
                    top = place_of.top() + line.y()
                    rects.append(QRectF(place_of.left() + left, top, right - left, line.height()))
            block = block.next()
        return rects

    def quote_rects(self, number: int) -> list[QRectF]:
        """Return the lines of a quote in the viewport's coordinates."""
        if self._page is None:
            return []
        span = self._page.in_document(self._page.tinted(self._page.quotes[number]))
        offset = -self.verticalScrollBar().value()
        return [rect.translated(0, offset) for rect in self.span_rects(span)]

    def quote_at(self, position: QPointF) -> int:
        """Return the number of the quote at a point of the viewport, -1 for none."""
        if self._page is None or Layer.QUOTES not in self._layers:
            return -1
        there = position + QPointF(0, self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(there, _EXACT)
        if hit < 0:
            return -1
        at = self._page.in_text(hit)
        if at is None:
            return -1
        number = self._page.quote_at(at)
        return -1 if number is None else number

    def first_in_sight(self) -> int | None:
        """Return the number of the first quote at or below the top of the page, None where there is none."""
        top = self.cursorForPosition(QPoint(EDGE, 0)).position()
        number = bisect_left(self._starts, top)
        return number if number < len(self._starts) else None

    def scroll_page(self) -> bool:
        """Scroll down by a page less two lines; False where the end is in sight already."""
        bar = self.verticalScrollBar()
        if bar.value() >= bar.maximum():
            return False
        bar.setValue(bar.value() + self.viewport().height() - 2 * self._appearance.theme.line("body"))
        return True

    def loadResource(self, kind: int, name: QUrl | str) -> Any:  # noqa: ARG002
        """Load nothing: neither remote nor local."""
        return None

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure: what is left over goes to the right."""
        spare = self.width() - self._margin - size("reader_measure_max")
        right = max(size("reader_margin_right"), spare) - EDGE
        margins = self.viewportMargins()
        if margins.right() != right or margins.left() != self._margin - EDGE:
            self.setViewportMargins(self._margin - EDGE, 0, right, 0)
        super().resizeEvent(event)
        self._arrange()

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice the quote pointed at."""
        super().mouseMoveEvent(event)
        self._point(-1 if event.buttons() else self.quote_at(event.position()))

    def viewportEvent(self, event: QEvent) -> bool:
        """Notice the pointer leaving."""
        if event.type() == QEvent.Type.Leave:
            self._point(-1)
        return super().viewportEvent(event)

    def _point(self, number: int) -> None:
        if number == self._pointed:
            return
        self._pointed = number
        self._pointing.start()

    def _tell_pointed(self) -> None:
        self.quote_pointed.emit(self._pointed)

    def _choose_link(self, url: QUrl) -> None:
        if url.scheme() in ("http", "https"):
            self.link_chosen.emit(url)

    def _set_document(self) -> None:
        if self._page is None:
            return
        old = self.document()
        self._outlet.show_outlet(self._names.outlet(self._page.article.outlet), is_sample=self._page.article.is_sample)
        self._below.show_page(self._page)
        document = make_document(self._page, self._appearance.theme, self)
        reserve_below_title(document, self._below.height_at(self._text_width()))
        self.setDocument(document)
        old.deleteLater()
        self._outlet.show()
        self._below.show()
        self._lay()
        self._name_margin()
        self._arrange()

    def _text_width(self) -> int:
        return self.viewport().width() - 2 * EDGE

    def _lay(self) -> None:
        if self._page is None:
            self.setExtraSelections([])
            return
        current = None
        if self._current is not None:
            current = self._page.in_document(self._page.tinted(self._page.quotes[self._current]))
        marks = marks_of(self._page, self._layers)
        self.setExtraSelections(selections(self.document(), marks, self._appearance.theme, current))
        self._place_margin()

    def _name_margin(self) -> None:
        page = self._page
        if page is None:
            return
        self._margin_names = []
        for quote in page.quotes:
            name = short_name(quote.speaker, self._entity_names)
            if not name:
                name = self.tr("unknown")
            elif quote.confidence < SURE_ENOUGH and not is_anonymous(quote, page.findings):
                name += "?"
            self._margin_names.append(MarginName(name, quote.kind, page.slot_of(quote)))
        self._place_margin()

    def _place_margin(self) -> None:
        page = self._page
        if page is None or Layer.QUOTES not in self._layers or len(self._margin_names) != len(page.quotes):
            self._strip.show_names((), ())
            return
        viewport = self.viewport()
        top = self.cursorForPosition(QPoint(EDGE, 0)).position()
        bottom = self.cursorForPosition(QPoint(viewport.width(), viewport.height())).position()
        first = max(0, bisect_left(self._starts, top) - _BEFORE_SIGHT)
        last = bisect_right(self._starts, bottom)
        extents = [
            Extent(number, rects[0].top(), rects[-1].bottom())
            for number in range(first, last)
            if (rects := self.span_rects(page.in_document(page.tinted(page.quotes[number]))))
        ]
        self._strip.show_names(self._margin_names, place(extents))
        self._strip.scroll_to(self.verticalScrollBar().value())

    def _arrange(self) -> None:
        viewport = self.viewport()
        self._strip.setGeometry(QRect(0, 0, self._margin - EDGE, viewport.height()))
        if self._page is None:
            return
        width = self._text_width()
        height = self._below.height_at(width)
        reserve_below_title(self.document(), height)
        title = self.document().documentLayout().blockBoundingRect(self.document().firstBlock())
        scrolled = self.verticalScrollBar().value()
        self._outlet.setGeometry(EDGE, _OUTLET_TOP - scrolled, width, self._outlet.height())
        self._below.setGeometry(EDGE, round(title.bottom()) - scrolled, width, height)
        self._place_margin()

    def _follow_scroll(self, value: int) -> None:
        self._strip.scroll_to(value)
        self._pointing.stop()
        self._pointed = -1
        self._arrange()
        self.moved.emit()

    def _take_palette(self) -> None:
        colour = self._appearance.theme.colour
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, colour.paper)
        palette.setColor(QPalette.ColorRole.Window, colour.paper)
        palette.setColor(QPalette.ColorRole.Text, colour.text)
        self.setPalette(palette)

    def _restyle(self) -> None:
        self._take_palette()
        if self._page is not None:
            at = self.verticalScrollBar().value()
            self._below.refresh()
            self._set_document()
            self.verticalScrollBar().setValue(at)


def _x(line: Any, position: int) -> float:
    # PySide returns (x, position) from cursorToX in some versions and x alone in others.
    answer = line.cursorToX(position)
    return float(answer[0] if isinstance(answer, tuple) else answer)
