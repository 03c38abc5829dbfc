"""The inspector's lines: what is said of a quote, a person, an article or a figure, painted in one list.

A panel says what its lines are (`Line`); here they are painted, read aloud and chosen by pointer or keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPalette, QTextLine
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dateline.ui.carrying import words_data
from dateline.ui.inspector.line import MONOGRAM, PAD, Layout, Line, Piece, broken, lay_out
from dateline.ui.marks import paint_focus_ring, paint_hairline, paint_monogram, paint_quote_bar
from dateline.ui.theme import Appearance, Theme, radius

_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NO_TARGET_FLAGS = Qt.ItemFlag.ItemIsEnabled
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


class LinesView(QListView):
    """A list of lines. `chosen` tells the target of one that was clicked, or entered by keyboard."""

    chosen = Signal(object)

    def __init__(
        self, appearance: Appearance, name: str, parent: Any = None, *, is_as_high_as_lines: bool = False
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._is_as_high_as_lines = is_as_high_as_lines
        if is_as_high_as_lines:
            self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Maximum)
        self._lines = _Lines(self)
        self._sought: Any = None
        self._delegate = _LineDelegate(appearance, self)
        self.setModel(self._lines)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(name)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setUniformItemSizes(False)
        self.setMouseTracking(True)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.clicked.connect(self._tell)
        self.activated.connect(self._tell)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def lines(self) -> Sequence[Line]:
        """The lines on show."""
        return self._lines.lines

    def show_lines(self, lines: Sequence[Line]) -> None:
        """Show these lines; where they are the same as before, nothing moves."""
        if list(lines) != list(self._lines.lines):
            self._delegate.forget()
            self._lines.set_lines(lines)
            self.updateGeometry()
            if self._sought is not None:
                self.select_target(self._sought)

    def sizeHint(self) -> QSize:
        """Return the room of all lines where the list is to be no higher: what stands below them follows."""
        usual = super().sizeHint()
        if not self._is_as_high_as_lines:  # an article may have thousands of quotes: they are not measured for nothing
            return usual
        return QSize(usual.width(), sum(self.sizeHintForRow(row) for row in range(len(self._lines.lines))))

    def select_target(self, target: Any) -> None:
        """Select the line of a target and bring it into sight, now or once it is shown; none where no line has it."""
        self._sought = target
        for row, line in enumerate(self._lines.lines):
            if line.target is not None and line.target == target:
                index = self._lines.index(row, 0)
                self.setCurrentIndex(index)
                self.scrollTo(index)
                return
        self.clearSelection()
        self.setCurrentIndex(_NOWHERE)

    def resizeEvent(self, event: Any) -> None:
        """Lay the lines out anew at another width."""
        self._delegate.forget()
        super().resizeEvent(event)
        if event.size().width() != event.oldSize().width():
            self.updateGeometry()
        self.scheduleDelayedItemsLayout()

    def _tell(self, index: QModelIndex) -> None:
        line = index.data(_LINE_ROLE)
        if isinstance(line, Line) and line.target is not None:
            self.chosen.emit(line.target)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag what the chosen line carries."""
        from dateline.ui.dragging import drag_out

        data = self._lines.mimeData(self.selectedIndexes())
        if data.hasText():
            drag_out(self, data, data.text(), self._appearance.theme)

    def _restyle(self) -> None:
        colour = self._appearance.theme.colour
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, colour.window)
        palette.setColor(QPalette.ColorRole.Window, colour.window)
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self._delegate.forget()
        self.updateGeometry()
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class _Lines(QAbstractListModel):
    def __init__(self, parent: Any) -> None:
        super().__init__(parent)
        self.lines: Sequence[Line] = ()

    def set_lines(self, lines: Sequence[Line]) -> None:
        self.beginResetModel()
        self.lines = tuple(lines)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many lines there are."""
        return 0 if parent.isValid() else len(self.lines)

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Let only lines with a target be chosen; those that carry something can be dragged out."""
        if not index.isValid() or self.lines[index.row()].target is None:
            return _NO_TARGET_FLAGS
        return _FLAGS if self.lines[index.row()].carried is None else _FLAGS | Qt.ItemFlag.ItemIsDragEnabled

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return what the line that is dragged carries."""
        found = (self.lines[index.row()].carried for index in indexes)
        return next((words_data(*one) for one in found if one is not None), QMimeData())

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> Any:
        """Return the line, or what is said of it."""
        if not index.isValid():
            return None
        line = self.lines[index.row()]
        if role == _LINE_ROLE:
            return line
        return line.speech if role in (_DISPLAY, _SPEECH) else None


class _LineDelegate(QStyledItemDelegate):
    """Lays lines out and paints them."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._layouts: dict[int, Layout] = {}

    def forget(self) -> None:
        """Forget what was laid out."""
        self._layouts.clear()

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002
        """Return the room of a line at the view's width."""
        return QSize(self._view.viewport().width(), self._layout_of(index).height)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint a line."""
        line = index.data(_LINE_ROLE)
        layout = self._layout_of(index)
        rect: QRect = option.rect
        theme = self._appearance.theme
        colour = theme.colour
        state: QStyle.StateFlag = option.state
        is_selected = bool(state & QStyle.StateFlag.State_Selected) and line.target is not None
        is_hovered = bool(state & QStyle.StateFlag.State_MouseOver) and line.target is not None
        painter.save()
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if is_selected or is_hovered:
            painter.fillRect(
                QRectF(0, 0, rect.width(), layout.height), colour.selection if is_selected else colour.hover
            )
        if line.bar is not None:
            ink = colour.text_tertiary if line.slot is None else theme.speaker(line.slot).ink
            paint_quote_bar(painter, line.bar, PAD, 9, layout.height - 18, ink)
        for x, y, look in layout.monograms:
            paint_monogram(painter, theme, QRectF(x, y, MONOGRAM, MONOGRAM), look.letters, look.colour)
        for piece in layout.pieces:
            _mark(painter, piece, theme)
            ink = theme.speaker(line.slot or 0).ink if piece.colour == "speaker" else getattr(colour, piece.colour)
            _draw(painter, piece, ink)
        if layout.badge is not None:
            _draw_badge(painter, theme, line, layout.badge)
        if not line.is_heading and not line.clock:
            paint_hairline(painter, PAD, layout.height - 1, rect.width() - 2 * PAD, colour.line)
        has_focus = self._view.hasFocus() and self._view.currentIndex() == index
        if has_focus and line.target is not None:
            paint_focus_ring(painter, theme, QRectF(0, 0, rect.width(), layout.height - 1))
        painter.restore()

    def _layout_of(self, index: _AnyIndex) -> Layout:
        row = index.row()
        found = self._layouts.get(row)
        if found is None:
            found = self._layouts[row] = lay_out(index.data(_LINE_ROLE), self._appearance.theme, self._width())
        return found

    def _width(self) -> int:
        return max(120, self._view.viewport().width())


def _mark(painter: QPainter, piece: Piece, theme: Theme) -> None:
    """Tint the words of a speaker, or underline those that speak for a topic."""
    if piece.marked is None:
        return
    metrics = QFontMetricsF(piece.font)
    layout, n = broken(piece.text, piece.font, piece.width)
    start, end = (len(piece.text[:at].encode("utf-16-le")) // 2 for at in piece.marked)
    for number in range(min(n, piece.n_lines)):
        line = layout.lineAt(number)
        first, last = max(start, line.textStart()), min(end, line.textStart() + line.textLength())
        if first >= last:
            continue
        left, right = _x(line, first), _x(line, last)
        baseline = _baseline(piece, metrics, number)
        if piece.topic:
            painter.fillRect(QRectF(piece.x + left, baseline + 2, right - left, 1.5), theme.topic_colour(piece.topic))
        else:
            tint = theme.colour.hover if piece.slot is None else theme.speaker(piece.slot).tint
            top = baseline - metrics.ascent()
            painter.fillRect(QRectF(piece.x + left, top, right - left, metrics.ascent() + metrics.descent()), tint)


def _x(line: QTextLine, at: int) -> float:
    found: Any = line.cursorToX(at)
    return float(found[0] if isinstance(found, tuple) else found)


def _baseline(piece: Piece, metrics: QFontMetricsF, number: int) -> int:
    top = piece.y + number * piece.line_height
    return round(top + (piece.line_height + metrics.ascent() - metrics.descent()) / 2)


def _draw(painter: QPainter, piece: Piece, ink: QColor) -> None:
    painter.setPen(ink)
    metrics = QFontMetricsF(piece.font)
    layout, n = broken(piece.text, piece.font, piece.width)
    encoded = piece.text.encode("utf-16-le")
    for number in range(min(n, piece.n_lines)):
        line = layout.lineAt(number)
        start = line.textStart()
        is_last = number == piece.n_lines - 1
        end = None if is_last else (start + line.textLength()) * 2
        text = encoded[start * 2 : end].decode("utf-16-le", "ignore").rstrip()
        if is_last:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, piece.width)
        painter.setFont(piece.font)
        painter.drawText(QPointF(piece.x, _baseline(piece, metrics, number)), text)


def _draw_badge(painter: QPainter, theme: Theme, line: Line, box: tuple[float, float, float, float]) -> None:
    colour = theme.colour
    ink = colour.accent if line.is_strong_badge else colour.text_tertiary
    edge = colour.accent if line.is_strong_badge else colour.line_strong
    rect = QRectF(*box).adjusted(0.5, 0.5, -0.5, -0.5)
    painter.setPen(edge)
    painter.setBrush(colour.raised)
    painter.drawRoundedRect(rect, radius("chip"), radius("chip"))
    painter.setFont(theme.font("caption", weight=600 if line.is_strong_badge else 400))
    painter.setPen(ink)
    painter.drawText(rect, Qt.AlignmentFlag.AlignCenter, line.badge)
