"""The list of cards: a table of one column and fixed rows, with a delegate that draws cards and keeps what it drew."""

from __future__ import annotations

from collections import OrderedDict
from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QPointF, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent, QPainter, QPalette, QPixmap, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemDelegate,
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QStyleOptionViewItem,
    QTableView,
    QWidget,
)

from dateline.ui.dates import beside, short_day, weekday_short
from dateline.ui.scroll_bar import FloatingScrollBar
from dateline.ui.timeline.card_layout import Density, lay_out, row_measures
from dateline.ui.timeline.card_paint import CardFonts, CardState, card_ground, paint_card
from dateline.ui.timeline.card_words import CardWords, card_words

if TYPE_CHECKING:
    from PySide6.QtWidgets import QStyle

    from dateline.news.card import ArticleId, Card
    from dateline.ui.names import Names
    from dateline.ui.theme import Appearance
    from dateline.ui.timeline.ahead import PaintingAhead
    from dateline.ui.timeline.model import TimelineModel

_AnyIndex = QModelIndex | QPersistentModelIndex
_KEPT_PICTURES = 96
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class CardDelegate(QAbstractItemDelegate):
    """Draws cards. A card that was drawn is kept as a picture until it, the width, the theme or its state changes."""

    def __init__(self, view: TimelineView, appearance: Appearance, names: Names) -> None:
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._names = names
        self._words: OrderedDict[int, tuple[Card, CardWords]] = OrderedDict()
        self._pictures: OrderedDict[tuple[object, ...], tuple[Card, QPixmap]] = OrderedDict()
        self._n_painted = 0
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
            is_pane_focused=view.is_focused,
            has_focus_ring=is_selected and view.has_focus_ring,
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
        n, viewport = self._n_painted, self._view.viewport()
        self._picture_of(card, row, CardState(), viewport.width(), viewport.devicePixelRatioF())
        return self._n_painted > n

    def _picture_of(self, card: Card, row: int, state: CardState, width: int, dpr: float) -> QPixmap:
        timeline = self._view.timeline
        is_member = timeline.head_of(card.id) is not None
        state = state._replace(is_member=is_member, is_unfolded=timeline.is_unfolded(card.id))
        weekday = self._view.weekday_at(row) if self.density is Density.COMPACT else ""
        key = (card.id, state, weekday, width, dpr)
        kept = self._pictures.get(key)
        if kept is None or kept[0] is not card:
            self._n_painted += 1
            kept = self._pictures[key] = (card, self._picture(card, width, state, weekday, dpr))
        self._pictures.move_to_end(key)
        if len(self._pictures) > _KEPT_PICTURES:
            self._pictures.popitem(last=False)
        return kept[1]

    def _picture(self, card: Card, width: int, state: CardState, weekday: str, dpr: float) -> QPixmap:
        theme = self._appearance.theme
        height = self._view.row_height
        picture = QPixmap(round(width * dpr), round(height * dpr))
        picture.setDevicePixelRatio(dpr)
        picture.fill(card_ground(theme, state))
        words = self.words(card)
        if state.is_member:
            words = words._replace(time=beside(short_day(words.day, words.day), words.time))
        layout = lay_out(words, width, self.row, self._fonts, weekday=weekday, is_member=state.is_member)
        own = QPainter(picture)
        own.setRenderHint(QPainter.RenderHint.TextAntialiasing)
        paint_card(own, theme, self._fonts, words, layout, width, state)
        own.end()
        return picture

    def pill_at(self, card: Card, row: int, position: QPoint) -> bool:
        """Tell whether a place in a row (from its top left) is on the card's story pill."""
        view = self._view
        if card.story is None or view.timeline.head_of(card.id) is not None:
            return False
        weekday = view.weekday_at(row) if self.density is Density.COMPACT else ""
        layout = lay_out(self.words(card), view.viewport().width(), self.row, self._fonts, weekday=weekday)
        return layout.story is not None and QRectF(*layout.story).adjusted(-2, -4, 2, 4).contains(QPointF(position))


@lru_cache(maxsize=1)
def _hovered() -> QStyle.StateFlag:
    # Looked up where the pointer is over the cards, and once: QStyle brings 600 names with it, for which a start waits.
    from PySide6.QtWidgets import QStyle

    return QStyle.StateFlag.State_MouseOver


class TimelineView(QTableView):
    """The cards, with the keyboard's and the pointer's place in them."""

    #: The user went to an article (by key or pointer).
    chosen = Signal(object)
    #: The current article is to be read: the keyboard goes to it.
    opened = Signal()
    #: What is in sight changed.
    moved = Signal()
    #: The story of an article was asked for that has no other article in this list.
    story_chosen = Signal(object)

    def __init__(
        self, timeline: TimelineModel, appearance: Appearance, names: Names, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.has_focus_ring = False
        self._appearance = appearance
        self._kept_top: tuple[int, int] | None = None
        self._kept_current: ArticleId | None = None
        self._ahead: PaintingAhead | None = None
        self._is_moving = False
        self._make_viewport()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setAccessibleName(self.tr("Articles"))
        self.horizontalHeader().hide()
        self.horizontalHeader().setSectionResizeMode(QHeaderView.ResizeMode.Stretch)
        self.horizontalHeader().setMinimumSectionSize(100)
        header = self.verticalHeader()
        header.hide()
        header.setMinimumSectionSize(20)
        header.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        self.cards = CardDelegate(self, appearance, names)
        self.setItemDelegate(self.cards)
        self._fit_rows()
        self.setModel(timeline)
        self.bar = FloatingScrollBar(self)
        timeline.modelAboutToBeReset.connect(self._remember_place)
        timeline.modelReset.connect(self._restore_place)
        timeline.dataChanged.connect(self.moved)
        timeline.rowsInserted.connect(self.moved)
        self.verticalScrollBar().valueChanged.connect(self._follow_scrolling)
        self.selected = self.selectionModel()
        self.selected.currentChanged.connect(self._go)
        appearance.changed.connect(self._redraw)

    def _make_viewport(self) -> None:
        # As Qt makes it. For Qt's own, PySide would first make every class that a widget may be: 25 ms of the start.
        viewport = QWidget()
        viewport.setBackgroundRole(QPalette.ColorRole.Base)
        viewport.setAutoFillBackground(True)
        self.setViewport(viewport)

    @property
    def is_focused(self) -> bool:
        """Tell whether this is the pane that keys go to."""
        return self.window().focusWidget() is self

    @property
    def current(self) -> ArticleId | None:
        """The article that is selected."""
        return self.timeline.id_at(self.currentIndex().row())

    def set_density(self, density: Density) -> None:
        """Show more or fewer cards."""
        if density is self.cards.density:
            return
        row, offset = self._top()
        self.cards.set_density(density)
        self._fit_rows()
        self._scroll_to(row, 0 if offset else offset)
        self.viewport().update()
        self.moved.emit()

    def select(self, row: int) -> None:
        """Go to a row, as a key does."""
        if 0 <= row < self.timeline.rowCount():
            self.setCurrentIndex(self.timeline.index(row, 0))

    def show_current(self, article: ArticleId | None) -> None:
        """Select an article without going to it."""
        self._is_moving = True
        row = -1 if article is None else self.timeline.row_of(article)
        self.setCurrentIndex(self.timeline.index(row, 0) if row >= 0 else QModelIndex())
        self._is_moving = False

    def step(self, by: int) -> None:
        """Go down or up by a number of rows."""
        n = self.timeline.rowCount()
        if n:
            row = self.currentIndex().row()
            self.select(0 if row < 0 else min(n - 1, max(0, row + by)))

    def visible_rows(self) -> range:
        """Return the rows in sight."""
        n, height = self.timeline.rowCount(), self.row_height
        top = self.verticalScrollBar().value()
        return range(min(n, top // height), min(n, (top + self.viewport().height() - 1) // height + 1))

    def row_top(self, row: int) -> int:
        """Return where a row begins, in the viewport's coordinates."""
        return row * self.row_height - self.verticalScrollBar().value()

    @property
    def row_height(self) -> int:
        """The height of every row."""
        return round(self.cards.row.height)

    def day_at(self, row: int) -> date | None:
        """Return the day of a row's article, None while its card is on its way."""
        article = self.timeline.id_at(row)
        head = None if article is None else self.timeline.head_of(article)
        if head is not None:  # an open story belongs to its head's day
            row = self.timeline.row_of(head)
        card = self.timeline.card(row) if 0 <= row < self.timeline.rowCount() else None
        return None if card is None else self.cards.words(card).day

    def weekday_at(self, row: int) -> str:
        """Return the short weekday for a day's first row, nothing for the others and for the first row of all."""
        if row == 0:
            return ""
        day, before = self.day_at(row), self.day_at(row - 1)
        return weekday_short(day) if day is not None and before is not None and day != before else ""

    # Qt

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is when it came by the keyboard."""
        self.has_focus_ring = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        was_nowhere = not self.currentIndex().isValid()
        # Qt goes to the first row when nothing is current; an article is opened by the user and nobody else.
        self._is_moving = True
        super().focusInEvent(event)
        self._is_moving = False
        if was_nowhere:
            self.show_current(self.timeline.id_at(0) if self.has_focus_ring else None)
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.has_focus_ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pointer needs no ring; pressing the selected card again goes to it again."""
        self.has_focus_ring = False
        if event.button() is Qt.MouseButton.LeftButton and self._press_pill(event.position().toPoint()):
            return
        was = self.currentIndex()
        super().mousePressEvent(event)
        if was.isValid() and self.indexAt(event.position().toPoint()) == was:
            self._go(was, was)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the window's actions; the table's own search by typing would swallow them."""
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers() & _MODIFIERS:
            self.unfold_current(is_open=event.key() == Qt.Key.Key_Right)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def unfold_current(self, *, is_open: bool) -> None:
        """Open the story of the current article under it, or close it; then its head is current."""
        article = self.current
        if article is None:
            return
        head = self.timeline.head_of(article)
        if not is_open and head is not None:
            self.select(self.timeline.row_of(head))
        self.timeline.unfold(head if head is not None else article, is_open=is_open)
        self.moved.emit()

    def _press_pill(self, at: QPoint) -> bool:
        index = self.indexAt(at)
        card = self.timeline.card(index.row()) if index.isValid() else None
        if card is None or not self.cards.pill_at(card, index.row(), at - self.visualRect(index).topLeft()):
            return False
        if self.timeline.n_folded(card.id):
            self.timeline.unfold(card.id, is_open=not self.timeline.is_unfolded(card.id))
            self.moved.emit()
        else:
            self.story_chosen.emit(card.id)
        return True

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Tell that what is in sight changed."""
        super().resizeEvent(event)
        self.verticalScrollBar().setSingleStep(max(1, self.row_height // 3))
        self.moved.emit()

    def _follow_scrolling(self, value: int) -> None:
        if self._ahead is None:
            from dateline.ui.timeline.ahead import PaintingAhead

            self._ahead = PaintingAhead(self)
        self._ahead.follow(value)
        self.moved.emit()

    def _fit_rows(self) -> None:
        self.verticalHeader().setDefaultSectionSize(self.row_height)

    def _redraw(self) -> None:
        self.cards.set_density(self.cards.density)
        self._fit_rows()
        self.viewport().update()

    def _go(self, current: QModelIndex, _before: QModelIndex) -> None:
        article = self.timeline.id_at(current.row())
        if article is not None and not self._is_moving:
            self.chosen.emit(article)

    def _top(self) -> tuple[int, int]:
        value = self.verticalScrollBar().value()
        return value // self.row_height, value % self.row_height

    def _scroll_to(self, row: int, offset: int) -> None:
        self.verticalScrollBar().setValue(row * self.row_height + offset)

    def _remember_place(self) -> None:
        row, offset = self._top()
        top = self.timeline.id_at(row)
        self._kept_top = None if top is None or (row == 0 and offset == 0) else (top, offset)
        self._kept_current = self.current

    def _restore_place(self) -> None:
        place, self._kept_top = self._kept_top, None
        row = -1 if place is None else self.timeline.row_of(place[0])
        # The table lays its rows out late; the scroll bar must know their number before it is set.
        self.updateGeometries()
        if place is not None and row >= 0:
            self._scroll_to(row, place[1])
        else:
            self.scrollToTop()
        if self._kept_current is not None:
            scrolled = self.verticalScrollBar().value()
            self.show_current(self._kept_current)
            self.verticalScrollBar().setValue(scrolled)
        self.moved.emit()
