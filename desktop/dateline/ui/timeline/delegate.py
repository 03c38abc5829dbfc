"""What draws the rows of the list of cards, and keeps what it drew."""

from __future__ import annotations

from collections import OrderedDict
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, QSize
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemDelegate, QStyleOptionViewItem

from dateline.ui.dates import beside, short_day
from dateline.ui.timeline.card_fonts import CardFonts
from dateline.ui.timeline.card_layout import Density, lay_out, row_measures
from dateline.ui.timeline.card_paint import CardState, card_ground, paint_card
from dateline.ui.timeline.card_words import CardWords, card_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

    from dateline.news.card import Card
    from dateline.ui.names import Names
    from dateline.ui.theme import Appearance
    from dateline.ui.timeline.view import TimelineView

_AnyIndex = QModelIndex | QPersistentModelIndex
_KEPT_PICTURES = 96


class CardDelegate(QAbstractItemDelegate):
    """Draws cards. A card that was drawn is kept as a picture until it, the width, the theme or its state changes."""

    def __init__(self, view: TimelineView, appearance: Appearance, names: Names) -> None:
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._names = names
        self._words: OrderedDict[int, tuple[Card, CardWords]] = OrderedDict()
        self._pictures: OrderedDict[tuple[object, ...], tuple[Card, QPixmap]] = OrderedDict()
        self.n_drawn = 0  # pictures, for cards in sight and ahead
        self.set_density(Density.COMFORTABLE)

    def set_density(self, density: Density) -> None:
        """Draw with another density, or anew after a change of theme."""
        theme = self._appearance.theme
        self.density = density
        self.row = row_measures(density, theme.text_scale)
        self._fonts = CardFonts(theme, density)
        self._pictures.clear()

    def words(self, card: Card) -> CardWords:
        """Return what a card says."""
        kept = self._words.get(card.id)
        if kept is not None and kept[0] is card:
            return kept[1]
        made = card_words(card, self._names)
        self._words[card.id] = (card, made)
        if len(self._words) > 4 * _KEPT_PICTURES:
            self._words.popitem(last=False)
        return made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw the card of a row."""
        rect: QRect = option.rect
        view = self._view
        is_selected = view.selected.isSelected(index)
        state = CardState(
            is_selected=is_selected,
            is_hovered=view.underMouse() and bool(option.state & _hovered()),
            is_pane_focused=is_selected and view.is_focused,
            has_focus_ring=view.has_focus_ring and index == view.currentIndex(),
        )
        row = index.row()
        card = view.timeline.card(row)
        if card is None:
            painter.fillRect(rect, card_ground(self._appearance.theme, state))
            return
        dpr = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self._picture_of(card, row, state, rect.width(), dpr))

    def paint_ahead(self, row: int) -> bool:
        """Keep the picture of a row that may come into sight; False where there is one, or no card yet."""
        card = self._view.timeline.card(row)
        if card is None:
            return False
        n, viewport = self.n_drawn, self._view.viewport()
        self._picture_of(card, row, CardState(), viewport.width(), viewport.devicePixelRatioF())
        return self.n_drawn > n

    def _picture_of(self, card: Card, row: int, state: CardState, width: int, dpr: float) -> QPixmap:
        timeline = self._view.timeline
        is_member = timeline.head_of(card.id) is not None
        state = state._replace(is_member=is_member, is_unfolded=timeline.is_unfolded(card.id))
        day_word = self._view.day_word_at(row) if self.density is Density.COMPACT else ""
        key = (card.id, state, day_word, width, dpr)
        kept = self._pictures.get(key)
        if kept is None or kept[0] is not card:
            self.n_drawn += 1
            picture = self._sheet(width, dpr)
            self._draw(picture, card, width, state, day_word)
            kept = self._pictures[key] = (card, picture)
        self._pictures.move_to_end(key)
        return kept[1]

    def _sheet(self, width: int, dpr: float) -> QPixmap:
        """Return a picture to draw a card on: the one that was not looked at for the longest, or a new one.

        A new one costs as much as two lines of text: the system hands out its memory page by page.
        """
        size = QSize(round(width * dpr), round(self._view.row_height * dpr))
        while len(self._pictures) >= _KEPT_PICTURES:
            _, sheet = self._pictures.popitem(last=False)[1]
            if sheet.size() == size and sheet.devicePixelRatio() == dpr:
                return sheet
        sheet = QPixmap(size)
        sheet.setDevicePixelRatio(dpr)
        return sheet

    def _draw(self, sheet: QPixmap, card: Card, width: int, state: CardState, day_word: str) -> None:
        theme = self._appearance.theme
        words = self.words(card)
        if state.is_member:
            words = words._replace(time=beside(short_day(words.day, words.day), words.time))
        layout = lay_out(words, width, self.row, self._fonts, day_word=day_word, is_member=state.is_member)
        painter = QPainter(sheet)
        painter.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint_card(painter, theme, self._fonts, words, layout, width, state)
        painter.end()

    def pill_at(self, card: Card, row: int, position: QPoint) -> bool:
        """Tell whether a place in a row (from its top left) is on the card's story pill."""
        view = self._view
        if card.story is None or view.timeline.head_of(card.id) is not None:
            return False
        day_word = view.day_word_at(row) if self.density is Density.COMPACT else ""
        layout = lay_out(self.words(card), view.viewport().width(), self.row, self._fonts, day_word=day_word)
        return layout.story is not None and QRectF(*layout.story).adjusted(-2, -4, 2, 4).contains(QPointF(position))


@lru_cache(maxsize=1)
def _hovered() -> QStyle.StateFlag:
    # Looked up where the pointer is over the cards, and once: QStyle brings 600 names with it, for which a start waits.
    from PySide6.QtWidgets import QStyle

    return QStyle.StateFlag.State_MouseOver
