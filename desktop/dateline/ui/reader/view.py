"""The article on paper: text, layers over it, names beside it, the header around its headline.

It shows one page at a time and never loads anything: links are told, not followed.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Any

from PySide6.QtCore import QEvent, QPoint, QPointF, QRect, Qt, QTimer, QUrl, Signal
from PySide6.QtGui import QImage, QKeyEvent, QMouseEvent, QPalette, QResizeEvent, QTextCursor, QTextDocument
from PySide6.QtWidgets import QFrame, QWidget

from dateline.text.span import Span
from dateline.ui.names import Names
from dateline.ui.reader.beside import spans_beside, words_beside
from dateline.ui.reader.document import EDGE, PARAGRAPH_GAP, hide_title, make_document, reserve_below_title
from dateline.ui.reader.header import BelowTitle, OutletLine
from dateline.ui.reader.layers import Layer, marks_of
from dateline.ui.reader.margin import MarginName, MarginNote, MarginStrip
from dateline.ui.reader.margin_layout import Extent, place
from dateline.ui.reader.overlay import selections, sought_selections
from dateline.ui.reader.page import Page
from dateline.ui.reader.picking import Picking
from dateline.ui.reader.pictures import Picture, PicturesShown
from dateline.ui.reader.sheet import PageSheet
from dateline.ui.reader.speakers import EntityNames
from dateline.ui.reader.staying import Staying
from dateline.ui.theme import Appearance, size

POINTING_MS = 250
_OUTLET_TOP = 13
#: So much of a headline is told as the name of the page.
_LONGEST_NAME = 300
_EXACT = Qt.HitTestAccuracy.ExactHit


class ReaderView(PageSheet):
    """The scrolling page of the reader."""

    #: The number of the quote pointed at for a moment, -1 when the pointer left it.
    quote_pointed = Signal(int)
    #: A quote was pressed in the margin.
    quote_chosen = Signal(int)
    #: A note was pressed in the margin, or its words in the text.
    note_chosen = Signal(int)
    #: The article's topics were pressed.
    topics_pressed = Signal()
    #: An http or https link was pressed.
    link_chosen = Signal(QUrl)
    #: The page moved under what floats over it.
    moved = Signal()

    def __init__(
        self,
        appearance: Appearance,
        names: Names,
        parent: QWidget | None = None,
        *,
        is_bare: bool = False,
        names_after: bool = False,
    ) -> None:
        """`is_bare`: outlet, headline and dates stand elsewhere; `names_after`: the margin is at the right."""
        super().__init__(appearance, parent)
        self._names = names
        self._is_bare = is_bare
        self._names_after = names_after
        self._entity_names: EntityNames = {}
        self._layers: frozenset[Layer] = frozenset()
        self._current: int | None = None
        self._only_here: tuple[Span, ...] = ()
        self._current_note: int | None = None
        self._sought: tuple[Span, ...] = ()
        self._sought_number = -1
        self._margin_words: list[MarginName | MarginNote] = []
        self._picking = Picking(self)
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
        self._measure = size("reader_measure_max")
        self._gap = PARAGRAPH_GAP
        self._pictures = PicturesShown(self.viewport(), self.tr("Picture"))
        self._staying = Staying(self)
        self._strip = MarginStrip(appearance, self, self._choose_in_margin)
        self._outlet = OutletLine(appearance, self.viewport())
        self._below = BelowTitle(appearance, names, self.viewport())
        self._below.topics_pressed.connect(self.topics_pressed)
        for widget in (self._outlet, self._below):
            widget.hide()
        self.anchorClicked.connect(self._choose_link)
        self.verticalScrollBar().valueChanged.connect(self._follow_scroll)
        self._take_palette()
        appearance.changed.connect(self._restyle)

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
        if not is_same:
            self._pictures.show_pictures(())
        if not is_same or (self._current is not None and self._current >= len(page.quotes)):
            self._current = None
        self._current_note = None
        self._picking.stop()
        self._page = page
        self._entity_names = entity_names
        self._starts = [page.in_document(page.tinted(quote)).start for quote in page.quotes]
        self.setAccessibleName(self.tr("Article: {title}").format(title=page.article.title[:_LONGEST_NAME]))
        self._set_document()
        self.verticalScrollBar().setValue(at)

    def take_notes(self, page: Page) -> None:
        """Take a page that differs from the one on show in its notes and tags alone."""
        self._page = page
        self._below.show_page(page)
        self._arrange()
        if self._current_note is not None and self._current_note >= len(page.notes):
            self._current_note = None
        self._name_margin()
        self._lay()

    def clear_page(self) -> None:
        """Show bare paper."""
        self._page = None
        self._current = None
        self._starts = []
        self._outlet.hide()
        self._below.hide()
        self._current_note = None
        self._pictures.show_pictures(())
        self._strip.show_words((), ())
        self.setDocument(QTextDocument(self))

    def show_pictures(self, pictures: Sequence[tuple[Picture, QImage]]) -> None:
        """Show these pictures below their lines; what is in sight stays in sight."""
        with self._staying.hold():
            self._pictures.show_pictures(pictures)
            self._set_document()

    def set_layers(self, layers: Collection[Layer]) -> None:
        """Show these layers and no other."""
        self._layers = frozenset(layers)
        self._lay()

    def set_only_here(self, spans: Collection[Span]) -> None:
        """Underline what another article does not have (spans of the text)."""
        self._only_here = tuple(spans)
        self._lay()

    def set_current(self, number: int | None) -> None:
        """Outline a quote, or none."""
        if number != self._current:
            self._current = number
            self._lay()

    def set_current_note(self, number: int | None) -> None:
        """Outline a highlight, or none."""
        if number != self._current_note:
            self._current_note = number
            self._lay()

    def set_sought(self, places: tuple[Span, ...], number: int) -> None:
        """Mark where the words stand that are looked for (spans of the document), and scroll to one of the places."""
        self._sought, self._sought_number = places, number
        self._lay()
        if 0 <= number < len(places):
            self.show_span(places[number])

    def set_entity_names(self, entity_names: Mapping[str, Any]) -> None:
        """Take the lexicon's names, once it was read."""
        self._entity_names = entity_names
        self._name_margin()

    def deselect(self) -> None:
        """Select nothing."""
        self._picking.stop()
        cursor = self.textCursor()
        cursor.clearSelection()
        self.setTextCursor(cursor)

    def pick(self) -> bool:
        """Select a sentence in sight, to be moved and grown with the arrow keys; False where there is none."""
        return self._picking.start()

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

    def set_measures(self, measure: int, gap: int) -> None:
        """Take how wide lines may be at most, and the room between paragraphs; in pixels."""
        if (measure, gap) != (self._measure, self._gap):
            self._measure, self._gap = measure, gap
            with self._staying.hold():
                self._hold_measure()
                self._restyle()

    def set_margin(self, margin: int) -> None:
        """Take the room beside the text for names; in pixels."""
        if margin != self._margin:
            self._margin = margin
            self._hold_measure()
            self._arrange()

    @property
    def text_left(self) -> int:
        """The x at which the text starts."""
        return self.viewportMargins().left() + EDGE

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Keep the measure, what is left over goes to the right; and keep the words at the top."""
        with self._staying.hold():
            self._hold_measure()
            super().resizeEvent(event)
            self._arrange()

    def _hold_measure(self) -> None:
        left, least = self._margin, size("reader_margin_right")
        if self._names_after:
            left, least = least, self._margin
        right = max(least, self.width() - left - self._measure) - EDGE
        margins = self.viewportMargins()
        if margins.right() != right or margins.left() != left - EDGE:
            self.setViewportMargins(left - EDGE, 0, right, 0)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Notice the quote pointed at."""
        super().mouseMoveEvent(event)
        self._point(-1 if event.buttons() else self.quote_at(event.position()))

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Open the note whose words were pressed."""
        super().mouseReleaseEvent(event)
        self._picking.stop()
        if event.button() is not Qt.MouseButton.LeftButton or self.textCursor().hasSelection() or self._page is None:
            return
        there = event.position() + QPointF(0, self.verticalScrollBar().value())
        hit = self.document().documentLayout().hitTest(there, _EXACT)
        at = self._page.in_text(hit) if hit >= 0 and Layer.NOTES in self._layers else None
        number = None if at is None else self._page.note_at(at)
        if number is not None and not self.anchorAt(event.position().toPoint()):
            self.note_chosen.emit(number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Move and grow what is being picked; else as any page."""
        if self._picking.is_on and self._picking.press(event):
            event.accept()
            return
        super().keyPressEvent(event)

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
        old, selected = self.document(), self.textCursor()
        self._outlet.show_outlet(self._names.outlet(self._page.article.outlet), is_sample=self._page.article.is_sample)
        self._below.show_page(self._page)
        document = make_document(self._page, self._appearance.theme, self, gap=self._gap)
        if self._is_bare:
            hide_title(document)
        else:
            reserve_below_title(document, self._below.height_at(self._text_width()))
        self._pictures.reserve(document, self._text_width())
        self.setDocument(document)
        if selected.hasSelection() and document.toPlainText() == old.toPlainText():
            self._select_again(selected)
        old.deleteLater()
        for widget in (self._outlet, self._below):
            widget.setVisible(not self._is_bare)
        self._lay()
        self._name_margin()
        self._arrange()

    def _select_again(self, selected: QTextCursor) -> None:
        """Select the same in another document of the same text, without going there."""
        at = self.verticalScrollBar().value()
        cursor = self.textCursor()
        cursor.setPosition(selected.anchor())
        cursor.setPosition(selected.position(), QTextCursor.MoveMode.KeepAnchor)
        self.setTextCursor(cursor)
        self.verticalScrollBar().setValue(at)

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
        if self._current_note is not None and self._page.notes[self._current_note].place is not None:
            current = self._page.in_document(self._page.notes[self._current_note].place)  # type: ignore[arg-type]
        only_here = [self._page.in_document(span) for span in self._only_here]
        theme = self._appearance.theme
        laid = selections(self.document(), marks, theme, current, only_here)
        self.has_outline = current is not None
        self.setExtraSelections(laid + sought_selections(self.document(), self._sought, self._sought_number, theme))
        self._place_margin()

    def _name_margin(self) -> None:
        page = self._page
        if page is None:
            return
        self._margin_words = words_beside(page, self._entity_names)
        self._place_margin()

    def _place_margin(self) -> None:
        page = self._page
        if page is None or len(self._margin_words) != len(page.quotes) + len(page.notes):
            self._strip.show_words((), ())
            return
        viewport = self.viewport()
        top = self.cursorForPosition(QPoint(EDGE, 0)).position()
        bottom = self.cursorForPosition(QPoint(viewport.width(), viewport.height())).position()
        extents = [
            Extent(number, rects[0].top(), rects[-1].bottom(), can_sink=number >= len(page.quotes))
            for number, span in spans_beside(page, self._layers, self._starts, top, bottom)
            if (rects := self.span_rects(span))
        ]
        self._strip.show_words(self._margin_words, place(sorted(extents, key=lambda one: (one.top, one.number))))
        self._strip.scroll_to(self.verticalScrollBar().value())

    def _choose_in_margin(self, number: int) -> None:
        n_quotes = 0 if self._page is None else len(self._page.quotes)
        if number < n_quotes:
            self.quote_chosen.emit(number)
        else:
            self.note_chosen.emit(number - n_quotes)

    def _arrange(self) -> None:
        viewport = self.viewport()
        left = viewport.geometry().right() + 1 if self._names_after else 0
        self._strip.setGeometry(QRect(left, 0, self._margin - EDGE, viewport.height()))
        self._strip.stand_at(-EDGE if self._names_after else self._margin, is_after=self._names_after)
        if self._page is None:
            return
        width = self._text_width()
        scrolled = self.verticalScrollBar().value()
        if not self._is_bare:
            height = self._below.height_at(width)
            reserve_below_title(self.document(), height)
            title = self.document().documentLayout().blockBoundingRect(self.document().firstBlock())
            self._outlet.setGeometry(EDGE, _OUTLET_TOP - scrolled, width, self._outlet.height())
            self._below.setGeometry(EDGE, round(title.bottom()) - scrolled, width, height)
        self._pictures.place(self.document(), EDGE, width, scrolled)
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
            with self._staying.hold():
                self._below.refresh()
                self._set_document()
