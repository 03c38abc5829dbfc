"""The inspector's lines: what is said of a quote, a person, an article or a figure, painted in one list.

A panel says what its lines are (`Line`); here they are laid out, painted, read aloud and chosen by pointer or keyboard.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
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
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QPalette, QTextLayout, QTextOption
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QSizePolicy,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from dateline.news.finding import QuoteKind
from dateline.ui.carrying import words_data
from dateline.ui.joined import listed
from dateline.ui.marks import paint_focus_ring, paint_hairline, paint_monogram, paint_quote_bar
from dateline.ui.names import OutletLook
from dateline.ui.theme import Appearance, Theme, radius

_PAD = 14
_INDENT = 11
_MONOGRAM = 16
_MONOGRAM_GAP = 5
_BADGE_PAD = 5
#: From where a clock's name begins to where the outlet stands.
_CLOCK = 92
#: An outlet needs so much room before the time beside it may take the rest.
_LEAST_NAME = 44
_LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
_NO_TARGET_FLAGS = Qt.ItemFlag.ItemIsEnabled
_FLAGS = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable


@dataclass(frozen=True, slots=True)
class Line:
    """One line. What is empty is not there; a line without a target cannot be chosen."""

    title: str = ""
    detail: str = ""  # beside the title, quieter
    words: str = ""  # somebody's words, or an article's headline
    foot: str = ""
    clock: str = ""  # before the outlet, in a column: by which clock it had something first; the detail ends the line
    bar: QuoteKind | None = None  # a speaker's bar along the line
    slot: int | None = None  # the speaker's tint
    monogram: OutletLook | None = None  # before the title
    outlets: tuple[OutletLook, ...] = ()  # before the foot
    badge: str = ""
    is_strong_badge: bool = False
    is_heading: bool = False
    is_figure: bool = False  # the title is a number as the article prints it
    is_chinese: bool = False  # the words
    target: Any = None
    #: What goes out where the line is dragged: words, the title of their article, its address or "".
    carried: tuple[str, str, str] | None = None

    @property
    def speech(self) -> str:
        """What a screen reader says."""
        look = self.monogram.name if self.monogram and self.monogram.name != self.title else ""
        carried = listed(outlet.name for outlet in self.outlets)
        return ", ".join(
            part
            for part in (self.clock, look, self.title, self.detail, self.words, self.badge, carried, self.foot)
            if part
        )


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


@dataclass(frozen=True, slots=True)
class _Piece:
    """A stretch of text at a place: from the line's top left; more than one line where it is wrapped."""

    x: float
    y: float
    width: float
    text: str
    font: QFont
    colour: str
    line_height: float
    n_lines: int


@dataclass(frozen=True, slots=True)
class _Layout:
    height: int
    pieces: tuple[_Piece, ...]
    monograms: tuple[tuple[float, float, OutletLook], ...]
    badge: tuple[float, float, float, float] | None


class _LineDelegate(QStyledItemDelegate):
    """Lays lines out and paints them."""

    def __init__(self, appearance: Appearance, view: QListView) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._layouts: dict[int, _Layout] = {}

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
            paint_quote_bar(painter, line.bar, _PAD, 9, layout.height - 18, ink)
        for x, y, look in layout.monograms:
            paint_monogram(painter, theme, QRectF(x, y, _MONOGRAM, _MONOGRAM), look.letters, look.colour)
        for piece in layout.pieces:
            ink = theme.speaker(line.slot or 0).ink if piece.colour == "speaker" else getattr(colour, piece.colour)
            _draw(painter, piece, ink)
        if layout.badge is not None:
            _draw_badge(painter, theme, line, layout.badge)
        if not line.is_heading and not line.clock:
            paint_hairline(painter, _PAD, layout.height - 1, rect.width() - 2 * _PAD, colour.line)
        has_focus = self._view.hasFocus() and self._view.currentIndex() == index
        if has_focus and line.target is not None:
            paint_focus_ring(painter, theme, QRectF(0, 0, rect.width(), layout.height - 1))
        painter.restore()

    def _layout_of(self, index: _AnyIndex) -> _Layout:
        row = index.row()
        found = self._layouts.get(row)
        if found is None:
            found = self._layouts[row] = _lay_out(index.data(_LINE_ROLE), self._appearance.theme, self._width())
        return found

    def _width(self) -> int:
        return max(120, self._view.viewport().width())


def _lay_out(line: Line, theme: Theme, width: int) -> _Layout:
    if line.clock:
        return _lay_out_clock(line, theme, width)
    left = _PAD + (_INDENT if line.bar is not None else 0)
    right = width - _PAD
    pieces: list[_Piece] = []
    monograms: list[tuple[float, float, OutletLook]] = []
    y = 12.0 if line.is_heading else 9.0
    badge = None
    title_font = theme.font("control" if line.is_heading else "sidebar", weight=600)
    detail_font = theme.font("sidebar" if line.is_heading else "meta")
    title_h = float(theme.line("sidebar"))
    if line.title or line.monogram:
        x = float(left)
        if line.monogram is not None:
            monograms.append((x, y + (title_h - _MONOGRAM) / 2, line.monogram))
            x += _MONOGRAM + 7
        end = float(right)
        if line.badge:
            badge_w = QFontMetricsF(theme.font("caption")).horizontalAdvance(line.badge) + 2 * _BADGE_PAD
            badge = (end - badge_w, y + (title_h - 17) / 2, badge_w, 17.0)
            end -= badge_w + 8
        if line.is_figure:
            title_font = theme.font("card_headline_compact")
        elif line.bar is None and not line.is_heading:
            title_font = theme.font("sidebar", weight=500)
        # Beside an outlet stands a time, which is never cut; beside a person the name in the other language.
        kept = QFontMetricsF(detail_font).horizontalAdvance(line.detail) + 8 if line.monogram and line.detail else 0.0
        beside = end - x - kept
        title = _named(line, title_font, beside, beside if beside > _LEAST_NAME else end - x)
        title_w = QFontMetricsF(title_font).horizontalAdvance(title)
        ink = "speaker" if line.bar is not None and line.slot is not None else "text_secondary" if line.bar else "text"
        pieces.append(_Piece(x, y, title_w + 2, title, title_font, ink, title_h, 1))
        x += title_w + 6
        if line.detail and end - x > 24:
            detail = QFontMetricsF(detail_font).elidedText(line.detail, Qt.TextElideMode.ElideRight, end - x)
            pieces.append(_Piece(x, y, end - x, detail, detail_font, "text_tertiary", title_h, 1))
        y += title_h
    if line.words:
        font = theme.font("inspector_words", is_chinese=line.is_chinese)
        height = float(theme.line("inspector_words"))
        n = min(8, _n_lines(line.words, font, right - left))
        y += 2
        pieces.append(_Piece(left, y, right - left, line.words, font, "text", height, n))
        y += n * height
    if line.foot or line.outlets:
        height = float(theme.line("meta"))
        x = float(left)
        y += 3
        for look in line.outlets:
            monograms.append((x, y + (height - _MONOGRAM) / 2, look))
            x += _MONOGRAM + _MONOGRAM_GAP
        if line.foot:
            x += 3 if line.outlets else 0
            font = theme.font("meta")
            n = min(3, _n_lines(line.foot, font, right - x))
            pieces.append(_Piece(x, y, right - x, line.foot, font, "text_secondary", height, n))
            y += (n - 1) * height
        y += height
    return _Layout(round(y + (6 if line.is_heading else 10)), tuple(pieces), tuple(monograms), badge)


def _lay_out_clock(line: Line, theme: Theme, width: int) -> _Layout:
    """Lay out clock, outlet and time in one line; the outlets of lines under one another begin at one place."""
    height = float(theme.line("sidebar"))
    y = 3.0
    end = float(width - _PAD)
    font, clock_font = theme.font("meta"), theme.font("meta", is_tabular=True)
    x = _PAD + _CLOCK * theme.text_scale
    label = QFontMetricsF(font).elidedText(line.clock, Qt.TextElideMode.ElideRight, x - _PAD - 4)
    pieces = [_Piece(_PAD, y, x - _PAD, label, font, "text_tertiary", height, 1)]
    monograms = [] if line.monogram is None else [(x, y + (height - _MONOGRAM) / 2, line.monogram)]
    x += _MONOGRAM + 6
    detail_w = QFontMetricsF(clock_font).horizontalAdvance(line.detail)
    room = end - detail_w - 8 - x
    pieces.append(_Piece(x, y, room, _named(line, font, room, room), font, "text", height, 1))
    pieces.append(_Piece(end - detail_w, y, detail_w + 2, line.detail, clock_font, "text_secondary", height, 1))
    return _Layout(round(y + height + 3), tuple(pieces), tuple(monograms), None)


def _named(line: Line, font: QFont, room: float, most: float) -> str:
    """Return a line's title, or its outlet's short name where only that has room; cut to `most` where neither has."""
    metrics = QFontMetricsF(font)
    look = line.monogram
    is_outlet = look is not None and look.name == line.title
    name = look.name_within(room, metrics.horizontalAdvance) if look is not None and is_outlet else line.title
    fits = metrics.horizontalAdvance(name) <= room
    return name if fits else metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(20.0, most))


def _broken(text: str, font: QFont, width: float) -> tuple[QTextLayout, int]:
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    n = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20.0, width))
        n += 1
    layout.endLayout()
    return layout, n


def _n_lines(text: str, font: QFont, width: float) -> int:
    return max(1, _broken(text[:1_200], font, width)[1])


def _draw(painter: QPainter, piece: _Piece, ink: QColor) -> None:
    painter.setPen(ink)
    metrics = QFontMetricsF(piece.font)
    layout, n = _broken(piece.text[:1_200], piece.font, piece.width)
    for number in range(min(n, piece.n_lines)):
        line = layout.lineAt(number)
        start = line.textStart()
        top = piece.y + number * piece.line_height
        baseline = round(top + (piece.line_height + metrics.ascent() - metrics.descent()) / 2)
        is_last = number == piece.n_lines - 1
        encoded = piece.text[:1_200].encode("utf-16-le")
        end = None if is_last else (start + line.textLength()) * 2
        text = encoded[start * 2 : end].decode("utf-16-le", "ignore").rstrip()
        if is_last:
            text = metrics.elidedText(text, Qt.TextElideMode.ElideRight, piece.width)
        painter.setFont(piece.font)
        painter.drawText(QPointF(piece.x, baseline), text)


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
