"""The table of the Sources screen: how a row is drawn, and what keys and clicks on it do."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import UTC, datetime
from math import ceil

from PySide6.QtCore import (
    QItemSelectionModel,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QContextMenuEvent, QFontMetricsF, QKeyEvent, QMouseEvent, QPainter, QPalette, QResizeEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHeaderView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from dateline.news.feed import SourceId
from dateline.ui.dates import at_time, short_day
from dateline.ui.icons import paint_icon
from dateline.ui.marks import paint_focus_ring, paint_hairline, paint_monogram
from dateline.ui.names import Names
from dateline.ui.sources.model import ADVICE, DUE, EVERY, LAST, SHARE, SOURCE, STATE, SourcesModel
from dateline.ui.sources.words import Remedy, SourceLine
from dateline.ui.theme import Appearance, Theme, size

_AnyIndex = QModelIndex | QPersistentModelIndex
_FOLDER_ROW = 34
_BAR = 44
_PAD = 20
_ALIGN = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
#: Between a sentence and the words that do something about it.
_GAP = 6
#: Widths of the columns but the last, which takes the rest.
_WIDTHS = (264, 164, 124, 124, 74, 124)
#: Narrower than this, two columns give their room to the last.
_NARROW = 1_080
#: A day with as many digits as there are, and the room between its time and the next column.
_A_DAY = datetime(2026, 9, 30, tzinfo=UTC)
_BESIDE_TIME = 16


class _Delegate(QStyledItemDelegate):
    """Draws cells."""

    def __init__(self, table: SourcesTable, appearance: Appearance, names: Names) -> None:
        super().__init__(table)
        self._table = table
        self._appearance = appearance
        self._names = names

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return the height of the row."""
        scale = self._appearance.theme.text_scale
        return QSize(10, round((_FOLDER_ROW if self._table.line(index) is None else size("table_row")) * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw one cell, and under it the row's line."""
        theme = self._appearance.theme
        rect: QRect = option.rect
        state: QStyle.StateFlag = option.state
        line = self._table.line(index)
        painter.save()
        has_focus = self._table.hasFocus()
        is_selected = bool(state & QStyle.StateFlag.State_Selected)
        if line is not None and is_selected:
            painter.fillRect(rect, theme.colour.selection if has_focus else theme.colour.hover)
        paint_hairline(painter, rect.x(), rect.bottom(), rect.width(), theme.colour.line)
        if line is None:
            self._folder(painter, theme, rect, index)
        elif index.column() == SOURCE:
            self._source(painter, theme, rect, line)
        elif index.column() == STATE:
            paint_icon(painter, line.icon, rect.x(), rect.center().y() - 7, getattr(theme.colour, line.colour), 14)
            self._text(painter, theme, rect.adjusted(22, 0, -8, 0), line.state)
        elif index.column() == SHARE:
            self._share(painter, theme, rect, line)
        elif index.column() == ADVICE:
            self._advice(painter, theme, rect, line)
        else:
            quiet = index.column() != LAST
            self._text(painter, theme, rect.adjusted(0, 0, -8, 0), str(index.data() or ""), is_quiet=quiet)
        current = self._table.currentIndex()
        is_current = (index.row(), index.internalId()) == (current.row(), current.internalId())
        if index.column() == ADVICE and is_current and has_focus and self._table.shows_focus:
            # The last cell of a row: the ring goes round the whole of it.
            painter.setClipping(False)
            paint_focus_ring(painter, theme, QRectF(self._table.row_rect(rect)))
        painter.restore()

    def remedy_rect(self, rect: QRect, line: SourceLine) -> QRect:
        """Return where the words that do something stand in the last cell.

        After its sentence, above its hint; below a sentence that leaves no room for them and has no hint.
        """
        theme = self._appearance.theme
        metrics = QFontMetricsF(theme.font("sidebar", is_tabular=True))
        bold = QFontMetricsF(theme.font("sidebar", weight=500))
        width = ceil(bold.horizontalAdvance(line.remedy_words))
        room = rect.width() - width - 12
        needed = ceil(metrics.horizontalAdvance(line.advice)) + _GAP if line.advice else 0
        if not line.hint and needed > room:
            return QRect(rect.x(), rect.center().y() + 1, width, round(metrics.height()))
        before = min(room, needed)
        if not line.hint:
            return QRect(rect.x() + max(0, before), rect.y(), width, rect.height())
        below = QFontMetricsF(theme.font("caption"))
        top = rect.center().y() - round((metrics.height() + below.height() + 1) / 2) + 1
        return QRect(rect.x() + max(0, before), top, width, round(metrics.height()))

    def _folder(self, painter: QPainter, theme: Theme, rect: QRect, index: _AnyIndex) -> None:
        if index.column() != SOURCE:
            return
        name, _, n = str(index.data()).rpartition("  ")
        is_open = self._table.isExpanded(index)
        icon = "chevron-down" if is_open else "chevron-right"
        paint_icon(painter, icon, rect.x() + _PAD, rect.center().y() - 6, theme.colour.text_secondary, 13)
        font = theme.font("sidebar", weight=600)
        painter.setFont(font)
        painter.setPen(theme.colour.text)
        box = rect.adjusted(_PAD + 20, 0, 200, 0)
        painter.drawText(box, _ALIGN, name)
        painter.setFont(theme.font("sidebar"))
        painter.setPen(theme.colour.text_tertiary)
        painter.drawText(box.adjusted(round(QFontMetricsF(font).horizontalAdvance(name)) + 8, 0, 0, 0), _ALIGN, n)

    def _source(self, painter: QPainter, theme: Theme, rect: QRect, line: SourceLine) -> None:
        look = self._names.outlet(line.outlet)
        square = QRectF(rect.x() + _PAD, rect.center().y() - 10, 21, 21)
        paint_monogram(painter, theme, square, look.letters, look.colour)
        x = rect.x() + _PAD + 31
        width = rect.right() - x - 8
        first, second = theme.font("control", weight=500), theme.font("caption")
        above, below = QFontMetricsF(first), QFontMetricsF(second)
        top = rect.center().y() - round((above.height() + below.height() + 1) / 2) + 1
        painter.setFont(first)
        painter.setPen(theme.colour.text)
        name = above.elidedText(line.name, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(x, top + above.ascent()), name)
        painter.setFont(second)
        painter.setPen(theme.colour.text_tertiary)
        place = below.elidedText(line.second, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QPointF(x, top + above.height() + 1 + below.ascent()), place)

    def _share(self, painter: QPainter, theme: Theme, rect: QRect, line: SourceLine) -> None:
        n, all_ = line.share
        if not all_:
            return
        bar = QRectF(rect.x(), rect.center().y() - 2, _BAR, 5)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(theme.colour.line_strong)
        painter.drawRoundedRect(bar, 2.5, 2.5)
        painter.setBrush(theme.colour.text_secondary)
        painter.drawRoundedRect(QRectF(bar.x(), bar.y(), max(5.0 if n else 0.0, _BAR * n / all_), 5), 2.5, 2.5)
        words = self.tr("{n} of {all}").format(n=f"{n:,}", all=f"{all_:,}")
        self._text(painter, theme, rect.adjusted(_BAR + 8, 0, -4, 0), words, is_quiet=True)

    def _advice(self, painter: QPainter, theme: Theme, rect: QRect, line: SourceLine) -> None:
        place = self.remedy_rect(rect, line)
        is_below = line.remedy is not Remedy.NOTHING and bool(line.advice) and place.x() == rect.x()
        end = rect.right() - 8 if is_below or line.remedy is Remedy.NOTHING else place.x() - _GAP
        top = place.y() - place.height() if is_below else place.y()
        self._text(painter, theme, QRect(rect.x(), top, end - rect.x(), place.height()), line.advice, is_quiet=True)
        if line.hint:
            font = theme.font("caption")
            metrics = QFontMetricsF(font)
            painter.setFont(font)
            painter.setPen(theme.colour.text_tertiary)
            hint = metrics.elidedText(line.hint, Qt.TextElideMode.ElideRight, rect.width() - 8)
            painter.drawText(QPointF(rect.x(), place.bottom() + 2 + metrics.ascent()), hint)
        if line.remedy is not Remedy.NOTHING:
            painter.setFont(theme.font("sidebar", weight=500))
            painter.setPen(theme.colour.accent)
            painter.drawText(place.adjusted(0, 0, 4, 0), _ALIGN, line.remedy_words)

    def _text(self, painter: QPainter, theme: Theme, rect: QRect, words: str, *, is_quiet: bool = False) -> None:
        font = theme.font("sidebar", is_tabular=True)
        painter.setFont(font)
        painter.setPen(theme.colour.text_secondary if is_quiet else theme.colour.text)
        painter.drawText(rect, _ALIGN, QFontMetricsF(font).elidedText(words, Qt.TextElideMode.ElideRight, rect.width()))


class SourcesTable(QTreeView):
    """Folders and sources."""

    #: Something is to be done about a source: its line and the `Remedy`.
    remedy_wanted = Signal(object, object)
    #: Sources, as their lines, that are to be opened for editing.
    edit_wanted = Signal(object)
    #: Sources, as their lines, of which the menu is wanted at a place on the screen, or which are to be removed.
    menu_wanted = Signal(object, QPoint)
    remove_wanted = Signal(object)
    #: The rows are to be sorted by a column, or the other way round.
    sort_wanted = Signal(int)

    def __init__(self, rows: SourcesModel, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._appearance = appearance
        self.shows_focus = False
        self._delegate = _Delegate(self, appearance, names)
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setRootIsDecorated(False)
        self.setIndentation(0)
        self.setUniformRowHeights(False)
        self.setFrameShape(QTreeView.Shape.NoFrame)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setMouseTracking(True)
        self.setAccessibleName(self.tr("Sources"))
        head = self.header()
        head.setStretchLastSection(True)
        head.setSectionResizeMode(QHeaderView.ResizeMode.Interactive)
        head.setDefaultAlignment(_ALIGN)
        head.setMinimumSectionSize(40)
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self.sort_wanted)
        for column, width in enumerate(_WIDTHS):
            self.setColumnWidth(column, width)
        rows.modelReset.connect(self.expandAll)
        self._restyle()
        appearance.changed.connect(self._restyle)

    def line(self, index: _AnyIndex) -> SourceLine | None:
        """Return the source of a row."""
        return self._rows.line(index)

    def chosen_lines(self) -> list[SourceLine]:
        """Return the sources that are selected, in the order in which they stand; those of a folder with it."""
        model = self.selectionModel()
        wanted = {line.id for index in model.selectedRows() for line in self._rows.lines_in(index)}
        folders = (self._rows.index(row, 0) for row in range(self._rows.rowCount()))
        return [line for folder in folders for line in self._rows.lines_in(folder) if line.id in wanted]

    def choose(self, sources: Iterable[SourceId]) -> None:
        """Select sources; the last of them is the current one."""
        self.clearSelection()
        model, flag = self.selectionModel(), QItemSelectionModel.SelectionFlag
        for source in sources:
            index = self._rows.index_of(source)
            if index.isValid():
                model.setCurrentIndex(index, flag.Select | flag.Rows)

    def current_line(self) -> SourceLine | None:
        """Return the source that the keyboard is at."""
        return self._rows.line(self.currentIndex())

    def row_rect(self, rect: QRect) -> QRect:
        """Return the whole row of a cell."""
        return QRect(0, rect.y(), self.viewport().width(), rect.height())

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Leave out what Edit… tells too where there is no room for what is to be done."""
        is_narrow = self.viewport().width() < _NARROW * self._appearance.theme.text_scale
        for column in (LAST, EVERY):
            self.setColumnHidden(column, is_narrow)
        super().resizeEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter edits, Delete removes; a folder folds."""
        self.shows_focus = True
        key = event.key()
        if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            if self.current_line() is not None:
                self.edit_wanted.emit(self.chosen_lines())
            else:
                self.setExpanded(self.currentIndex(), not self.isExpanded(self.currentIndex()))
        elif key == Qt.Key.Key_Delete and self.current_line() is not None:
            self.remove_wanted.emit(self.chosen_lines())
        else:
            super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Select; a click on a folder folds it, one on the accent words does what they say."""
        self.shows_focus = False
        super().mousePressEvent(event)
        if event.button() is not Qt.MouseButton.LeftButton or event.modifiers() != Qt.KeyboardModifier.NoModifier:
            return
        index = self.indexAt(event.position().toPoint())
        line = self._rows.line(index)
        if line is not None:
            if self._is_on_remedy(index, line, event.position().toPoint()):
                self.remedy_wanted.emit(line, line.remedy)
        elif index.isValid():
            top = index.siblingAtColumn(0)
            self.setExpanded(top, not self.isExpanded(top))

    def mouseDoubleClickEvent(self, event: QMouseEvent) -> None:
        """Edit a source."""
        line = self._rows.line(self.indexAt(event.position().toPoint()))
        if line is not None:
            self.edit_wanted.emit([line])

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Show a hand over words that do something."""
        super().mouseMoveEvent(event)
        at = event.position().toPoint()
        index = self.indexAt(at)
        line = self._rows.line(index)
        is_over = line is not None and self._is_on_remedy(index, line, at)
        self.viewport().setCursor(Qt.CursorShape.PointingHandCursor if is_over else Qt.CursorShape.ArrowCursor)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        """Ask for the menu of what is selected, by the keyboard or under the pointer (which a press has selected)."""
        is_by_key = event.reason() is QContextMenuEvent.Reason.Keyboard
        index = self.currentIndex() if is_by_key else self.indexAt(event.pos())
        lines = self.chosen_lines()
        if index.isValid() and lines:
            at = self.viewport().mapToGlobal(self.visualRect(index).bottomLeft()) if is_by_key else event.globalPos()
            self.menu_wanted.emit(lines, at)

    def _is_on_remedy(self, index: QModelIndex, line: SourceLine, at: QPoint) -> bool:
        if index.column() != ADVICE or line.remedy is Remedy.NOTHING:
            return False
        return self._delegate.remedy_rect(self.visualRect(index), line).contains(at)

    def _restyle(self) -> None:
        theme = self._appearance.theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, theme.colour.list)
        self.setPalette(palette)
        self.header().setFont(theme.font("chip", weight=500))
        self.header().setFixedHeight(round(36 * theme.text_scale))
        # A day and its time have room at every text size.
        metrics = QFontMetricsF(theme.font("sidebar", is_tabular=True))
        needed = (
            ceil(metrics.horizontalAdvance(at_time(short_day(_A_DAY.date(), _A_DAY.date()), _A_DAY))) + _BESIDE_TIME
        )
        for column in (LAST, DUE):
            self.setColumnWidth(column, max(self.columnWidth(column), needed))
        ground, ink, line = (
            colour.name() for colour in (theme.colour.list, theme.colour.text_secondary, theme.colour.line_strong)
        )
        self.header().setStyleSheet(
            f"QHeaderView::section {{ background: {ground}; color: {ink}; border: none; padding: 0;"
            f" border-bottom: 1px solid {line}; }} QHeaderView::section:first {{ padding-left: {_PAD}px; }}"
        )
        self.scheduleDelayedItemsLayout()
