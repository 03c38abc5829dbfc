"""The list of cards: a table of one column and fixed rows, and the keyboard's and the pointer's place in it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import (
    QItemSelection,
    QItemSelectionModel,
    QModelIndex,
    QPoint,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QContextMenuEvent,
    QFocusEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPalette,
    QResizeEvent,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QHeaderView,
    QTableView,
    QWidget,
)

from dateline.ui.dates import n_articles, near_day
from dateline.ui.scroll_bar import FloatingScrollBar
from dateline.ui.timeline.card_layout import Density
from dateline.ui.timeline.delegate import CardDelegate

if TYPE_CHECKING:
    from dateline.news.card import ArticleId
    from dateline.ui.names import Names
    from dateline.ui.theme import Appearance
    from dateline.ui.timeline.ahead import PaintingAhead
    from dateline.ui.timeline.model import TimelineModel

#: So many articles that are chosen together stay so when the rows change under them.
_KEPT_CHOSEN = 2_000
_MODIFIERS_OF_ACTS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.MetaModifier
_MODIFIERS = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.AltModifier | Qt.KeyboardModifier.ShiftModifier


class TimelineView(QTableView):
    """The cards, with the keyboard's and the pointer's place in them."""

    #: The user went to an article (by key or pointer).
    chosen = Signal(object)
    #: The current article is to be read: the keyboard goes to it.
    opened = Signal()
    #: What is in sight changed.
    moved = Signal()
    #: More or fewer articles are chosen together.
    several_changed = Signal()
    #: What can be done with the chosen articles is to be offered at a place of the screen.
    menu_wanted = Signal(QPoint)
    #: The story of an article was asked for that has no other article in this list.
    story_chosen = Signal(object)

    def __init__(
        self,
        timeline: TimelineModel,
        appearance: Appearance,
        names: Names,
        today: Callable[[], date],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self.timeline = timeline
        self.has_focus_ring = False
        self._appearance = appearance
        self._today = today
        self._kept_top: tuple[int, int] | None = None
        self._kept_current: ArticleId | None = None
        self._kept_several: tuple[ArticleId, ...] = ()
        self._ahead: PaintingAhead | None = None
        self._is_moving = False
        self._make_viewport()
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setShowGrid(False)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
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
        self.selected.selectionChanged.connect(self.several_changed)
        appearance.changed.connect(self._redraw)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the chosen cards: a headline, or how many they are, goes with the pointer."""
        from dateline.ui.carrying import carried_articles
        from dateline.ui.dragging import drag_out

        indexes = self.selectedIndexes()
        data = self.timeline.mimeData(indexes)
        articles = carried_articles(data)
        if articles:
            card = self.timeline.card(indexes[0].row())
            words = card.title if card is not None and len(articles) == 1 else n_articles(len(articles))
            drag_out(self, data, words, self._appearance.theme)

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

    @property
    def n_chosen(self) -> int:
        """How many articles are chosen; all of the filter, folded ones too, where every row is."""
        rows = sum(map(len, self._chosen_rows()))
        return self.timeline.n_articles if 1 < rows == self.timeline.rowCount() else rows

    @property
    def several(self) -> tuple[ArticleId, ...]:
        """The articles that are chosen together, in their order; nothing where it is one or none."""
        rows = [row for part in sorted(self._chosen_rows(), key=lambda part: part.start) for row in part]
        if len(rows) < 2:
            return ()
        if len(rows) == self.timeline.rowCount():
            return self.timeline.every_article()
        return tuple(article for row in rows if (article := self.timeline.id_at(row)) is not None)

    def _chosen_rows(self) -> list[range]:
        parts = self.selected.selection()
        return [range(part.top(), part.bottom() + 1) for part in map(parts.at, range(parts.count()))]

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
            self._choose_alone(self.timeline.index(row, 0))

    def show_current(self, article: ArticleId | None) -> None:
        """Select an article without going to it."""
        self._is_moving = True
        row = -1 if article is None else self.timeline.row_of(article)
        self._choose_alone(self.timeline.index(row, 0) if row >= 0 else QModelIndex())
        self._is_moving = False

    def _choose_alone(self, index: QModelIndex) -> None:
        # Not Qt's own `setCurrentIndex`: it would choose more where Shift or Ctrl is part of the key that leads here.
        flag = QItemSelectionModel.SelectionFlag
        self.selected.setCurrentIndex(index, flag.ClearAndSelect if index.isValid() else flag.Clear)

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

    def day_word_at(self, row: int) -> str:
        """Return a day in few letters for its first row, nothing for the others and for the first row of all."""
        if row == 0:
            return ""
        day, before = self.day_at(row), self.day_at(row - 1)
        return near_day(day, self._today()) if day is not None and before is not None and day != before else ""

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
        if was.isValid() and not event.modifiers() & _MODIFIERS and self.indexAt(event.position().toPoint()) == was:
            self._go(was, was)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Offer what can be done with what is chosen: under the pointer, or at the card where the keyboard is."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        if not is_by_key and not self.indexAt(event.pos()).isValid():
            return
        if self.current is not None:
            card = self.visualRect(self.currentIndex())
            self.menu_wanted.emit(
                self.viewport().mapToGlobal(card.topLeft() + QPoint(28, 32)) if is_by_key else event.globalPos()
            )

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Leave letters to the window's actions; the table's own search by typing would swallow them."""
        if event.text().isprintable() and event.text() and not event.modifiers() & _MODIFIERS_OF_ACTS:
            event.ignore()
            return
        if event.key() in (Qt.Key.Key_Right, Qt.Key.Key_Left) and not event.modifiers() & _MODIFIERS:
            self.unfold_current(is_open=event.key() == Qt.Key.Key_Right)
            return
        if event.matches(QKeySequence.StandardKey.Copy):
            self.copy_links()
            return
        if event.key() == Qt.Key.Key_Escape and self.n_chosen > 1:
            self.show_current(self.current)
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.opened.emit()
            return
        super().keyPressEvent(event)

    def copy_links(self) -> None:
        """Put the links of what is chosen on the clipboard, plain and rich."""
        data = self.timeline.mimeData(self.selectedIndexes())
        if data.hasText():  # a card that is still on its way has no link: what was copied before stays
            QGuiApplication.clipboard().setMimeData(data)

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
        self._kept_several = self.several if self.n_chosen <= _KEPT_CHOSEN else ()

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
            self._choose_again()
            self.verticalScrollBar().setValue(scrolled)
        self.moved.emit()

    def _choose_again(self) -> None:
        """Choose together what was before the rows changed."""
        chosen = QItemSelection()
        for row in map(self.timeline.row_of, self._kept_several):
            if row >= 0:
                chosen.select(self.timeline.index(row, 0), self.timeline.index(row, 0))
        self._kept_several = ()
        if not chosen.isEmpty():
            self.selected.select(chosen, QItemSelectionModel.SelectionFlag.Select)
