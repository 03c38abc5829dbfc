"""The list in the sidebar: rows chosen, moved and dropped on, by pointer or keyboard."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPoint, QRectF, Qt, Signal
from PySide6.QtGui import (
    QContextMenuEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFocusEvent,
    QKeyEvent,
    QKeySequence,
    QMouseEvent,
    QPainter,
    QPaintEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QApplication, QFrame, QListView, QMenu, QWidget

from dateline.news.article import ArticleId
from dateline.ui.names import Names
from dateline.ui.scroll_bar import FloatingScrollBar
from dateline.ui.sidebar.delegate import INSET, SidebarDelegate
from dateline.ui.sidebar.model import SidebarModel
from dateline.ui.sidebar.moving import Move, can_move, move_by, move_over
from dateline.ui.sidebar.rows import Kind, Row
from dateline.ui.theme import Appearance, size

_AnyIndex = QModelIndex | QPersistentModelIndex


def _articles(event: QDropEvent) -> tuple[ArticleId, ...]:
    from dateline.ui.carrying import carried_articles

    return carried_articles(event.mimeData())


def _row(event: QDropEvent) -> str:
    from dateline.ui.carrying import carried_row

    return carried_row(event.mimeData())


class SidebarView(QListView):
    """The rows. `pressed_row` is told of a row that was chosen, and whether it is to be added to the filter."""

    pressed_row = Signal(object, bool)
    #: The key of the row that the filter belongs to is another one.
    marked = Signal(str)
    #: The menu of a row is wanted, at a place on the screen.
    menu_wanted = Signal(object, QPoint)
    #: Articles were dropped on a row that takes them: the row, and a tuple of ArticleId.
    dropped = Signal(object, tuple)
    #: A row was moved by pointer or keyboard, as a `Move` says.
    moved = Signal(object)

    def __init__(self, rows: SidebarModel, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows = rows
        self.chosen_key = ""
        self.target_key = ""  # of the row that would take what is being dragged
        self.has_focus_ring = False
        self._appearance = appearance
        self._line = -1  # the row over which what is dragged would stand
        self._held: tuple[Row, QPoint] | None = None  # the row under the pressed button, and where it was pressed
        self.setModel(rows)
        self.setAcceptDrops(True)
        self._delegate = SidebarDelegate(self, appearance, names)
        self.setItemDelegate(self._delegate)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.NoSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.bar = FloatingScrollBar(self)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Views, topics, people and outlets"))
        self.setAccessibleDescription(self.tr("Alt with the arrows moves saved searches, reading lists and folders."))
        self.verticalScrollBar().setSingleStep(size("sidebar_row"))
        rows.modelAboutToBeReset.connect(self._remember)
        rows.modelReset.connect(self._restore)
        appearance.changed.connect(self._redraw)
        self._kept = ("", 0)
        self._redraw()

    def choose(self, key: str) -> None:
        """Show which row the filter belongs to; "" for none."""
        if key != self.chosen_key:
            self.chosen_key = key
            self.viewport().update()
            self.marked.emit(key)

    def dataChanged(self, first: _AnyIndex, last: _AnyIndex, roles: Sequence[int] = ()) -> None:
        """Draw rows anew that say something else. A list of Qt would ask every row for its height again."""
        QAbstractItemView.dataChanged(self, first, last, roles)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose the row under the pointer."""
        self._held = None
        super().mouseReleaseEvent(event)
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and event.button() == Qt.MouseButton.LeftButton:
            self._press(index, event.modifiers())

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A pointer needs no ring, and may be about to drag the row."""
        self.has_focus_ring = False
        at = event.position().toPoint()
        row = self._row_at(at)
        is_held = row is not None and can_move(row) and event.button() == Qt.MouseButton.LeftButton
        self._held = (row, at) if row is not None and is_held else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag the row that is held, once the pointer went far enough."""
        if self._held is not None and event.buttons() & Qt.MouseButton.LeftButton:
            row, start = self._held
            if (event.position().toPoint() - start).manhattanLength() >= QApplication.startDragDistance():
                self._held = None
                self._drag(row)
            return
        super().mouseMoveEvent(event)

    def _drag(self, row: Row) -> None:
        from dateline.ui.carrying import row_data
        from dateline.ui.dragging import drag_out

        drag_out(self, row_data(row.key), row.name, self._appearance.theme, Qt.DropAction.MoveAction)
        self._aim_at()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, and the line where a row that is dragged would come to stand."""
        super().paintEvent(event)
        if self._line >= 0:
            last = self.visualRect(self.rows.index(self.rows.rowCount() - 1)).bottom() + 1
            y = self.visualRect(self.rows.index(self._line)).top() if self._line < self.rows.rowCount() else last
            painter = QPainter(self.viewport())
            line = QRectF(INSET, y - 1, self.viewport().width() - 2 * INSET, 2)
            painter.fillRect(line, self._appearance.theme.colour.accent)
            painter.end()

    def open_menu(self, menu: QMenu, at: QPoint) -> None:
        """Open what can be done with a row at a place of the screen; a menu without anything is let go."""
        if menu.isEmpty():
            menu.deleteLater()
        else:
            menu.popup(at)

    def add_moves(self, menu: QMenu, row: Row) -> None:
        """Add to a row's menu what moves it up and down."""
        for step, words, key in ((-1, self.tr("Move up"), Qt.Key.Key_Up), (1, self.tr("Move down"), Qt.Key.Key_Down)):
            move = move_by(self.rows.rows, row, step)
            action = menu.addAction(words, partial(self.moved.emit, move))
            action.setShortcut(QKeySequence(Qt.Modifier.ALT | key))
            action.setShortcutContext(Qt.ShortcutContext.WidgetShortcut)  # said here; the list hears it itself
            action.setEnabled(move is not None)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Take an interest in cards and rows; anything else is the window's."""
        self._consider(event)

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show which row would take the cards, or where the row would go; scroll at the edges."""
        super().dragMoveEvent(event)
        self._consider(event)

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """Forget the row."""
        super().dragLeaveEvent(event)
        self._aim_at()

    def dropEvent(self, event: QDropEvent) -> None:
        """Tell of the cards and the row, or of the row that was moved."""
        move, row = self._move(event), self._taker(event)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        self._aim_at()
        if move is not None:
            event.setDropAction(Qt.DropAction.MoveAction)
            event.accept()
            self.moved.emit(move)
        elif row is not None:
            event.setDropAction(Qt.DropAction.CopyAction)
            event.accept()
            self.dropped.emit(row, _articles(event))
        else:
            event.ignore()

    def _consider(self, event: QDragMoveEvent) -> None:
        move, row = self._move(event), self._taker(event)
        if move is not None:
            self._aim_at(move.into, move.line)
        else:
            self._aim_at("" if row is None else row.key)
        # Entering must be accepted wherever it happens, or Qt tells of no move to a row that takes what is dragged.
        is_ours = bool(_articles(event) or _row(event))
        if move is not None or row is not None or (isinstance(event, QDragEnterEvent) and is_ours):
            event.setDropAction(Qt.DropAction.MoveAction if _row(event) else Qt.DropAction.CopyAction)
            event.accept()
        else:
            event.ignore()

    def _move(self, event: QDropEvent) -> Move | None:
        held = self.rows.number_of(_row(event))
        if held < 0:
            return None
        at = event.position().toPoint()
        index = self.indexAt(at)
        if index.isValid():
            is_below = at.y() > self.visualRect(index).center().y()
            return move_over(self.rows.rows, self.rows.rows[held], index.row(), is_below=is_below)
        return move_over(self.rows.rows, self.rows.rows[held], self.rows.rowCount() - 1, is_below=True)

    def _taker(self, event: QDropEvent) -> Row | None:
        row = self._row_at(event.position().toPoint())
        return row if row is not None and row.takes_articles and _articles(event) else None

    def _row_at(self, at: QPoint) -> Row | None:
        index = self.indexAt(at)
        return self.rows.rows[index.row()] if index.isValid() else None

    def _aim_at(self, key: str = "", line: int = -1) -> None:
        if (key, line) != (self.target_key, self._line):
            self.target_key, self._line = key, line
            self.viewport().update()

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of the row under the pointer, or of the one the keyboard is on."""
        by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if by_key else self.indexAt(event.pos())
        if index.isValid():
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if by_key else event.globalPos()
            self.menu_wanted.emit(self.rows.rows[index.row()], at)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Return and Space choose, Alt and the arrows move a row; letters belong to the window."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            if self.currentIndex().isValid():
                self._press(self.currentIndex(), event.modifiers())
            return
        row = self.rows.rows[self.currentIndex().row()] if self.currentIndex().isValid() else None
        step = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}.get(Qt.Key(event.key()))
        if step is not None and row is not None and event.modifiers() & Qt.KeyboardModifier.AltModifier:
            move = move_by(self.rows.rows, row, step)
            if move is not None:
                self.moved.emit(move)
            return
        fold = {Qt.Key.Key_Left: False, Qt.Key.Key_Right: True}.get(Qt.Key(event.key()))
        if fold is not None and row is not None and row.kind in {Kind.SECTION, Kind.FOLDER}:
            if row.is_open is not fold:
                self.pressed_row.emit(row, row.kind is Kind.FOLDER)
            return
        if event.text().isprintable() and event.text():
            event.ignore()
            return
        self.has_focus_ring = True
        super().keyPressEvent(event)
        self.viewport().update()

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Show where the keyboard is when it came by the keyboard."""
        super().focusInEvent(event)
        self.has_focus_ring = event.reason() in {Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason}
        if self.has_focus_ring and not self.currentIndex().isValid() and self.rows.rowCount():
            self.setCurrentIndex(self.rows.index(max(0, self.rows.number_of(self.chosen_key))))
        self.viewport().update()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Take the ring away."""
        self.has_focus_ring = False
        super().focusOutEvent(event)
        self.viewport().update()

    def _press(self, index: QModelIndex, modifiers: Qt.KeyboardModifier) -> None:
        row = self.rows.rows[index.row()]
        self.pressed_row.emit(row, bool(modifiers & Qt.KeyboardModifier.ControlModifier))

    def _remember(self) -> None:
        index = self.currentIndex()
        key = self.rows.rows[index.row()].key if index.isValid() else ""
        self._kept = (key, self.verticalScrollBar().value())

    def _restore(self) -> None:
        key, scrolled = self._kept
        self.doItemsLayout()
        number = self.rows.number_of(key) if key else -1
        if number >= 0:
            self.setCurrentIndex(self.rows.index(number))
        self.verticalScrollBar().setValue(scrolled)

    def _redraw(self) -> None:
        palette = self.palette()
        palette.setColor(palette.ColorRole.Base, self._appearance.theme.colour.window)
        self.setPalette(palette)
        self._delegate.forget_pictures()
        self.doItemsLayout()
        self.viewport().update()
