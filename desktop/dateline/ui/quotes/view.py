"""The ledger as a list: headings and statements in columns, painted; chosen by pointer or keyboard, read aloud."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import (
    QAbstractListModel,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QKeyEvent, QPainter, QPaintEvent, QPalette, QTextLayout
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from dateline.text.script import has_han
from dateline.ui.carrying import words_data
from dateline.ui.icons import paint_icon
from dateline.ui.marks import paint_focus_ring, paint_hairline, paint_monogram, paint_quote_bar, paint_topic
from dateline.ui.names import Names
from dateline.ui.quotes.rows import Heading, LedgerRow
from dateline.ui.quotes.versions import carried_by
from dateline.ui.theme import Appearance, Theme, radius, size

_ROW_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_LEFT = 20.0
_HEADING = 38
_SHORT = 54
#: The columns' left edges as parts of the width: words, carried by, had it first, topic.
COLUMNS = (0.0, 0.44, 0.675, 0.835)
_MONOGRAM = 16.0
#: So much of somebody's words is ever set on a row.
_MOST_SHOWN = 600


class LedgerView(QListView):
    """The list. `chosen` tells the statement that is current, `folded` the key of a heading that was pressed."""

    chosen = Signal(object)
    folded = Signal(str)

    def __init__(self, appearance: Appearance, names: Names, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._rows = _Rows(names, self)
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragOnly)
        self.setModel(self._rows)
        self.setItemDelegate(_RowDelegate(appearance, self))
        self.setAccessibleName(self.tr("Statements"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.clicked.connect(self._press)
        self.selectionModel().currentChanged.connect(self._go)
        appearance.changed.connect(self._restyle)
        self._restyle()

    @property
    def rows(self) -> Sequence[Heading | LedgerRow]:
        """The rows on show."""
        return self._rows.rows

    def show_rows(self, rows: Sequence[Heading | LedgerRow]) -> None:
        """Show these rows; the current statement stays current where it is still there."""
        current = self.currentIndex().data(_ROW_ROLE)
        self._rows.set_rows(rows)
        if isinstance(current, LedgerRow):
            wanted = current.statement.lead.statement
            for number, row in enumerate(rows):
                if isinstance(row, LedgerRow) and row.statement.lead.statement == wanted:
                    self.setCurrentIndex(self._rows.index(number, 0))
                    return
        self.chosen.emit(None)

    def step(self, by: int) -> None:
        """Go to the next statement, or the one before."""
        rows = self._rows.rows
        at = self.currentIndex().row() + by if self.currentIndex().isValid() else 0
        while 0 <= at < len(rows) and isinstance(rows[at], Heading):
            at += by or 1
        if 0 <= at < len(rows):
            self.setCurrentIndex(self._rows.index(at, 0))

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open and close headings; letters are the window's."""
        row = self.currentIndex().data(_ROW_ROLE)
        key = event.key()
        if isinstance(row, Heading) and key in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Left, Qt.Key.Key_Right):
            if key in (Qt.Key.Key_Return, Qt.Key.Key_Enter) or row.is_open == (key == Qt.Key.Key_Left):
                self.folded.emit(row.key)
            return
        if event.text() and event.text().isprintable():
            event.ignore()
            return
        super().keyPressEvent(event)

    def _press(self, index: QModelIndex) -> None:
        row = index.data(_ROW_ROLE)
        if isinstance(row, Heading):
            self.folded.emit(row.key)

    def _go(self, current: QModelIndex, _before: QModelIndex) -> None:
        row = current.data(_ROW_ROLE) if current.isValid() else None
        self.chosen.emit(row if isinstance(row, LedgerRow) else None)

    def startDrag(self, _actions: Qt.DropAction) -> None:
        """Drag the words of the chosen statement."""
        from dateline.ui.dragging import drag_out

        data = self._rows.mimeData(self.selectedIndexes())
        if data.hasText():
            drag_out(self, data, data.text(), self._appearance.theme)

    def _restyle(self) -> None:
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Base, self._appearance.theme.colour.list)
        self.setPalette(palette)
        self.viewport().setPalette(palette)
        self.scheduleDelayedItemsLayout()
        self.viewport().update()


class ColumnHeads(QWidget):
    """The names of the columns, over the list."""

    def __init__(self, appearance: Appearance, over: LedgerView, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._over = over
        self.setFixedHeight(30)
        over.verticalScrollBar().rangeChanged.connect(lambda *_: self.update())  # the columns may be narrower now
        appearance.changed.connect(self.update)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint names and line."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.setFont(theme.font("chip", weight=500))
        painter.setPen(theme.colour.text_secondary)
        names = (
            self.tr("Words, as printed and in the other language"),
            self.tr("Carried by"),
            self.tr("Had it first"),
            self.tr("Topic"),
        )
        room = self._over.viewport().width() - _LEFT
        for part, name in zip(COLUMNS, names, strict=True):
            x = _LEFT + part * room
            painter.drawText(QRectF(x, 0, self.width() * 0.4, self.height() - 4), _MIDDLE, name)
        paint_hairline(painter, 0, self.height() - 1, self.width(), theme.colour.line_strong)
        painter.end()


_MIDDLE = Qt.AlignmentFlag.AlignVCenter


class _Rows(QAbstractListModel):
    def __init__(self, names: Names, parent: Any) -> None:
        super().__init__(parent)
        self._names = names
        self.rows: Sequence[Heading | LedgerRow] = ()

    def set_rows(self, rows: Sequence[Heading | LedgerRow]) -> None:
        self.beginResetModel()
        self.rows = tuple(rows)
        self.endResetModel()

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self.rows)

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> Any:
        """Return the row, or what is said of it."""
        if not index.isValid():
            return None
        row = self.rows[index.row()]
        if role == _ROW_ROLE:
            return row
        return row.speech if role in (_DISPLAY, _SPEECH) else None

    def flags(self, index: _AnyIndex) -> Qt.ItemFlag:
        """Let statements be dragged out."""
        flags = super().flags(index)
        is_statement = index.isValid() and isinstance(self.rows[index.row()], LedgerRow)
        return flags | Qt.ItemFlag.ItemIsDragEnabled if is_statement else flags

    def mimeData(self, indexes: Sequence[QModelIndex]) -> QMimeData:
        """Return the words of the statement that is dragged, with the article that had them first."""
        row = next((row for index in indexes if isinstance(row := self.rows[index.row()], LedgerRow)), None)
        return QMimeData() if row is None else words_data(*carried_by(row, self._names), "")


class _RowDelegate(QStyledItemDelegate):
    """Paints headings and statements."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002
        """Return the room of a row."""
        row = index.data(_ROW_ROLE)
        scale = self._appearance.theme.text_scale
        height = _HEADING if isinstance(row, Heading) else size("statement_row") if row.other_words else _SHORT
        return QSize(self._view.viewport().width(), round(height * scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint a row."""
        row = index.data(_ROW_ROLE)
        theme = self._appearance.theme
        colour = theme.colour
        rect = option.rect
        is_current = self._view.currentIndex() == index
        painter.save()
        painter.translate(rect.topLeft())
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        width, height = float(rect.width()), float(rect.height())
        if isinstance(row, LedgerRow):
            is_hovered = bool(option.state & QStyle.StateFlag.State_MouseOver)
            if is_current or is_hovered:
                painter.fillRect(QRectF(0, 0, width, height), colour.selection if is_current else colour.hover)
            _paint_row(painter, theme, row, width, height)
            paint_hairline(painter, 0, height - 1, width, colour.line)
        else:
            _paint_heading(painter, theme, row, width, height)
            paint_hairline(painter, 0, height - 1, width, colour.line_strong)
        if is_current and self._view.hasFocus():
            paint_focus_ring(painter, theme, QRectF(0, 0, width, height - 1))
        painter.restore()


def _paint_heading(painter: QPainter, theme: Theme, row: Heading, width: float, height: float) -> None:
    colour = theme.colour
    x = _LEFT
    if row.has_bar:
        ink = colour.text_tertiary if row.slot is None else theme.speaker(row.slot).ink
        painter.fillRect(QRectF(x, (height - 16) / 2, 3, 16), ink)
        x += 11
    x += _text(painter, theme.font("control", weight=600), colour.text, x, height / 2, row.name, width * 0.4) + 8
    _text(painter, theme.font("sidebar"), colour.text_tertiary, x, height / 2, row.second, width * 0.4)
    font = theme.font("meta")
    amount = QFontMetricsF(font).horizontalAdvance(row.amount)
    _text(painter, font, colour.text_secondary, width - 44 - amount, height / 2, row.amount, amount + 2)
    chevron = "chevron-down" if row.is_open else "chevron-right"
    paint_icon(painter, chevron, width - 34, (height - 13) / 2, colour.text_secondary, 13)


def _paint_row(painter: QPainter, theme: Theme, row: LedgerRow, width: float, height: float) -> None:
    colour = theme.colour
    room = width - _LEFT
    edges = [_LEFT + part * room for part in COLUMNS]
    ink = colour.text_tertiary if row.slot is None else theme.speaker(row.slot).ink
    paint_quote_bar(painter, row.kind, _LEFT, 12, height - 24, ink)
    left, end = edges[0] + 16, edges[1] - 16
    middle = height / 2
    is_chinese = has_han(row.words)
    font = theme.font("statement", is_chinese=is_chinese)
    # Without the other language there is room for a second line.
    own = [row.words] if row.other_words else _two_lines(row.words, font, end - left)
    lines = [(words, font, colour.text) for words in own]
    if row.other_words:
        other_is_chinese = has_han(row.other_words)
        lines.append(
            (row.other_words, theme.font("inspector_words", is_chinese=other_is_chinese), colour.text_secondary)
        )
    step = theme.line("statement")
    at = middle - (len(lines) - 1) * step / 2
    for number, (words, font, tint) in enumerate(lines):
        _text(painter, font, tint, left, at + number * step, words, end - left)
    _paint_carried(painter, theme, row, edges[1], edges[2] - 10, middle)
    x = edges[2]
    paint_monogram(painter, theme, QRectF(x, middle - 18, _MONOGRAM, _MONOGRAM), row.first.letters, row.first.colour)
    room = edges[3] - x - 8
    _text(painter, theme.font("meta"), colour.text, x + _MONOGRAM + 6, middle - 10, row.first_name, room - 22)
    clock_font = theme.font("meta", is_tabular=True)
    # Where there is little room the day stays whole and the time of day goes.
    is_wide = QFontMetricsF(clock_font).horizontalAdvance(row.first_at) <= room
    first_at = row.first_at if is_wide else row.first_day
    _text(painter, clock_font, colour.text_secondary, x, middle + 9, first_at, room)
    if row.topic:
        paint_topic(painter, theme, row.topic, QPointF(edges[3] + 4, middle))
        _text(
            painter,
            theme.font("meta"),
            colour.text_secondary,
            edges[3] + 14,
            middle,
            row.topic_name,
            width - edges[3] - 22,
        )


def _two_lines(words: str, font: QFont, room: float) -> list[str]:
    """Return the words on one line, or broken once; the second line takes all the rest."""
    words = words[:_MOST_SHOWN]
    if QFontMetricsF(font).horizontalAdvance(words) <= room:
        return [words]
    layout = QTextLayout(words, font)
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(room)
    layout.endLayout()
    # Qt counts in UTF-16.
    first = words.encode("utf-16-le")[: 2 * line.textLength()].decode("utf-16-le", "ignore")
    return [first.rstrip(), words[len(first) :].lstrip()]


def _paint_carried(painter: QPainter, theme: Theme, row: LedgerRow, left: float, end: float, middle: float) -> None:
    colour = theme.colour
    font = theme.font("caption")
    metrics = QFontMetricsF(font)
    x = left
    for number, (look, lang) in enumerate(row.carried):
        chip = _MONOGRAM + 10 + metrics.horizontalAdvance(lang) + 8
        n_left = len(row.carried) - number
        if x + chip + (26 if n_left > 1 else 0) > end:
            _text(painter, font, colour.text_tertiary, x, middle, f"+{n_left}", 30)
            return
        box = QRectF(x + 0.5, middle - 10.5, chip - 1, 21)
        painter.setPen(colour.line_strong)
        painter.setBrush(colour.raised)
        painter.drawRoundedRect(box, radius("chip"), radius("chip"))
        paint_monogram(painter, theme, QRectF(x + 3, middle - 8, _MONOGRAM, _MONOGRAM), look.letters, look.colour)
        _text(painter, font, colour.text_secondary, x + _MONOGRAM + 8, middle, lang, chip)
        x += chip + 5


def _text(painter: QPainter, font: QFont, ink: QColor, x: float, middle: float, text: str, room: float) -> float:
    """Draw one line with its middle at a height, elided to the room; returns how wide it is."""
    if not text or room < 8:
        return 0.0
    metrics = QFontMetricsF(font)
    shown = metrics.elidedText(text[:_MOST_SHOWN], Qt.TextElideMode.ElideRight, room)
    painter.setFont(font)
    painter.setPen(ink)
    painter.drawText(QPointF(x, round(middle + (metrics.ascent() - metrics.descent()) / 2)), shown)
    return metrics.horizontalAdvance(shown)
