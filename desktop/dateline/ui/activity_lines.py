"""The lines of the Activity screen: how a source's turn ended, its name, what it brought or what failed, the way on.

Lines hold words; they are painted here, and where the way on was pressed is told.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import (
    QAbstractItemModel,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
)
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QMouseEvent, QPainter
from PySide6.QtWidgets import QListView, QStyle, QStyledItemDelegate, QStyleOptionViewItem

from dateline.news.progress import Outcome
from dateline.ui.icons import paint_icon
from dateline.ui.joined import sentences
from dateline.ui.marks import paint_focus_ring, paint_hairline
from dateline.ui.theme import Appearance, size

LINE = int(Qt.ItemDataRole.UserRole) + 1
_LOOKS = {
    Outcome.UPDATED: ("circle-check", "ok"),
    Outcome.UNCHANGED: ("circle-check", "text_tertiary"),
    Outcome.FAILED: ("circle-x", "danger"),
    Outcome.SKIPPED: ("circle-pause", "text_tertiary"),
}
_LEFT, _ICON, _GAP = 20, 14, 10
#: A name has so much room, of a window that is wide enough.
_NAME, _LEAST_NAME_SHARE = 280, 0.34
_ONE, _TWO = 34, 50
_AnyIndex = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ActivityLine:
    """What is said of one source's turn. `hint` stands under the words; `way_on` names what can be done, "" nothing."""

    outcome: Outcome
    name: str
    words: str
    hint: str = ""
    way_on: str = ""


class ActivityDelegate(QStyledItemDelegate):
    """Paints the lines in columns that stand under one another. `go_on` is called with the row of a pressed way on."""

    def __init__(self, appearance: Appearance, view: QListView, go_on: Callable[[int], None]) -> None:
        super().__init__(view)
        self._appearance = appearance
        self._view = view
        self._go_on = go_on

    def sizeHint(self, option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:  # noqa: ARG002
        """Return the room of a line: two rows of words where there is a hint."""
        line = index.data(LINE)
        height = _TWO if isinstance(line, ActivityLine) and line.hint else _ONE
        return QSize(self._view.viewport().width(), round(height * self._appearance.theme.text_scale))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Paint a line."""
        line: ActivityLine = index.data(LINE)
        rect: QRect = option.rect
        theme = self._appearance.theme
        colour = theme.colour
        is_selected = bool(option.state & QStyle.StateFlag.State_Selected)
        has_focus = self._view.hasFocus()
        if is_selected and has_focus:
            painter.fillRect(rect, colour.selection)
        elif is_selected or option.state & QStyle.StateFlag.State_MouseOver:
            painter.fillRect(rect, colour.hover)
        if is_selected:
            bar = colour.accent if has_focus else colour.control_border
            painter.fillRect(QRectF(rect.x(), rect.y(), size("selection_bar"), rect.height() - 1), bar)
        paint_hairline(painter, rect.x(), rect.bottom(), rect.width(), colour.line)
        if index.row() == 0:
            paint_hairline(painter, rect.x(), rect.y(), rect.width(), colour.line_strong)
        icon, ink = _LOOKS[line.outcome]
        first = rect.y() + (rect.height() - (theme.line("caption") if line.hint else 0)) / 2
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        paint_icon(painter, icon, rect.x() + _LEFT, first - _ICON / 2, getattr(colour, ink), _ICON)
        x = rect.x() + _LEFT + _ICON + _GAP
        room = self._name_room(rect)
        _write(painter, line.name, x, first, room - 16, theme.font("control", weight=500), colour.text)
        place = self._way_on_rect(rect, line)
        x += room
        end = place.x() - 16 if line.way_on else rect.right() - _LEFT
        is_news = line.outcome in (Outcome.FAILED, Outcome.UPDATED)
        words = theme.font("sidebar", is_tabular=True)
        _write(painter, line.words, x, first, end - x, words, colour.text if is_news else colour.text_tertiary)
        if line.hint:
            below = first + theme.line("sidebar") / 2 + theme.line("caption") / 2
            _write(painter, line.hint, x, below, end - x, theme.font("caption"), colour.text_tertiary)
        if line.way_on:
            middle = rect.y() + rect.height() / 2
            font = theme.font("sidebar", weight=500)
            _write(painter, line.way_on, place.x(), middle, place.width() + 4, font, colour.accent)
        if has_focus and self._view.currentIndex() == index:
            paint_focus_ring(painter, theme, QRectF(rect.x(), rect.y(), rect.width(), rect.height() - 1))

    def editorEvent(
        self, event: QEvent, model: QAbstractItemModel, option: QStyleOptionViewItem, index: _AnyIndex
    ) -> bool:
        """Go on where the way on is pressed."""
        line = index.data(LINE)
        if (
            isinstance(event, QMouseEvent)
            and event.type() == QEvent.Type.MouseButtonRelease
            and event.button() is Qt.MouseButton.LeftButton
            and line.way_on
            and self._way_on_rect(option.rect, line).adjusted(-4, -8, 8, 8).contains(event.position().toPoint())
        ):
            self._go_on(index.row())
            return True
        return super().editorEvent(event, model, option, index)

    def _name_room(self, rect: QRect) -> int:
        return round(min(_NAME * self._appearance.theme.text_scale, rect.width() * _LEAST_NAME_SHARE))

    def _way_on_rect(self, rect: QRect, line: ActivityLine) -> QRect:
        theme = self._appearance.theme
        width = round(QFontMetricsF(theme.font("sidebar", weight=500)).horizontalAdvance(line.way_on)) + 1
        height = theme.line("sidebar")
        return QRect(rect.right() - _LEFT - width, rect.center().y() - height // 2, width, height)


def line_speech(line: ActivityLine) -> str:
    """Return a line as one reads it out."""
    return f"{line.name}: {sentences((line.words, line.hint))}"


def _write(painter: QPainter, words: str, x: float, middle: float, room: float, font: QFont, ink: QColor) -> None:
    metrics = QFontMetricsF(font)
    painter.setFont(font)
    painter.setPen(ink)
    baseline = round(middle + (metrics.ascent() - metrics.descent()) / 2)
    painter.drawText(QPointF(x, baseline), metrics.elidedText(words, Qt.TextElideMode.ElideRight, max(0.0, room)))
