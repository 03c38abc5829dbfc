"""How the sidebar's rows are painted."""

from __future__ import annotations

from collections import OrderedDict
from typing import TYPE_CHECKING

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFontMetricsF, QPainter, QPixmap
from PySide6.QtWidgets import QAbstractItemDelegate, QStyle, QStyleOptionViewItem

from dateline.ui.icons import paint_icon
from dateline.ui.marks import paint_focus_ring, paint_monogram, paint_topic
from dateline.ui.names import Names
from dateline.ui.sidebar.rows import Health, Kind, Row
from dateline.ui.theme import Appearance, Theme, radius, size

if TYPE_CHECKING:
    from dateline.ui.sidebar.view import SidebarView

_AnyIndex = QModelIndex | QPersistentModelIndex
_HOVERED = QStyle.StateFlag.State_MouseOver
_CURRENT = QStyle.StateFlag.State_HasFocus
_ELIDE = Qt.TextElideMode.ElideRight

#: Between the sidebar's edge and the ground of a row.
INSET = 8.0
_ICON_X = 16.0
_NAME_X = 39.0
_INDENT = 14.0
_RIGHT = 17.0
_SECTION_ABOVE = 9
_KEPT_PICTURES = 256
_HEALTH_ICON = {Health.FAILING: "circle-alert", Health.PAUSED: "circle-pause", Health.LOCKED: "lock"}


class SidebarDelegate(QAbstractItemDelegate):
    """Draws rows. A row is kept as a picture until it, its state, its width or the theme changes."""

    def __init__(self, view: SidebarView, appearance: Appearance, names: Names) -> None:
        super().__init__(view)
        self._view = view
        self._appearance = appearance
        self._names = names
        self._pictures: OrderedDict[tuple[object, ...], QPixmap] = OrderedDict()

    def forget_pictures(self) -> None:
        """Draw every row anew, after the theme changed."""
        self._pictures.clear()

    def sizeHint(self, _option: QStyleOptionViewItem, index: _AnyIndex) -> QSize:
        """Return a row's size: headings stand off the row above."""
        scale = self._appearance.theme.text_scale
        height = round(size("sidebar_row") * scale)
        row = self._view.rows.rows[index.row()]
        return QSize(60, height + (3 if row.kind is Kind.SECTION else 0))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _AnyIndex) -> None:
        """Draw a row."""
        row = self._view.rows.rows[index.row()]
        rect: QRect = option.rect
        is_chosen = row.key == self._view.chosen_key
        is_hovered = bool(option.state & _HOVERED) or row.key == self._view.target_key
        has_ring = self._view.has_focus_ring and bool(option.state & _CURRENT)
        dpr = painter.device().devicePixelRatioF()
        look = self._names.outlet(row.icon) if row.kind is Kind.OUTLET else None
        key = (row, look, is_chosen, is_hovered, has_ring, rect.size().toTuple(), dpr)
        picture = self._pictures.get(key)
        if picture is None:
            picture = QPixmap(round(rect.width() * dpr), round(rect.height() * dpr))
            picture.setDevicePixelRatio(dpr)
            picture.fill(self._appearance.theme.colour.window)
            own = QPainter(picture)
            own.setRenderHint(QPainter.RenderHint.TextAntialiasing)
            at = QRect(0, 0, rect.width(), rect.height())
            self._paint(own, row, at, is_chosen=is_chosen, is_hovered=is_hovered, has_ring=has_ring)
            own.end()
            self._pictures[key] = picture
            if len(self._pictures) > _KEPT_PICTURES:
                self._pictures.popitem(last=False)
        painter.drawPixmap(rect.topLeft(), picture)

    def _paint(
        self, painter: QPainter, row: Row, rect: QRect, *, is_chosen: bool, is_hovered: bool, has_ring: bool
    ) -> None:
        theme = self._appearance.theme
        ground = QRectF(rect).adjusted(INSET, 0, -INSET, 0)
        if row.kind is Kind.SECTION:
            self._section(painter, theme, row, rect, is_hovered=is_hovered)
        else:
            if is_chosen or is_hovered:
                painter.setRenderHint(QPainter.RenderHint.Antialiasing)
                painter.setPen(Qt.PenStyle.NoPen)
                painter.setBrush(theme.colour.selection if is_chosen else theme.colour.hover)
                painter.drawRoundedRect(ground, radius("button"), radius("button"))
            self._row(painter, theme, row, rect, is_chosen=is_chosen)
        if has_ring:
            paint_focus_ring(painter, theme, ground, radius("button"))

    def _section(self, painter: QPainter, theme: Theme, row: Row, rect: QRect, *, is_hovered: bool) -> None:
        colour = theme.colour.text if is_hovered else theme.colour.text_tertiary
        font = theme.font("caption", weight=600)
        metrics = QFontMetricsF(font)
        middle = rect.top() + (rect.height() + _SECTION_ABOVE) / 2
        painter.setFont(font)
        painter.setPen(colour)
        room = rect.width() - _ICON_X - _RIGHT - 18
        text = metrics.elidedText(row.name, _ELIDE, room)
        painter.drawText(QPointF(rect.left() + _ICON_X, _baseline(middle, metrics)), text)
        icon = "chevron-down" if row.is_open else "chevron-right"
        paint_icon(painter, icon, rect.right() + 1 - _RIGHT - 11.5, middle - 6, theme.colour.text_tertiary, 12)

    def _row(self, painter: QPainter, theme: Theme, row: Row, rect: QRect, *, is_chosen: bool) -> None:
        colour = theme.colour
        indent = _INDENT if row.is_inside else 0.0
        x, middle = rect.left() + indent, rect.top() + rect.height() / 2
        self._icon(painter, theme, row, x + _ICON_X, middle, is_chosen=is_chosen)
        end = rect.right() + 1 - _RIGHT
        if row.count is not None:
            end = self._count(painter, theme, row, end, middle, is_chosen=is_chosen)
        if row.health is not Health.FINE:
            end -= 13
            ink = {Health.FAILING: colour.warn}.get(row.health, colour.text_tertiary)
            paint_icon(painter, _HEALTH_ICON[row.health], end, middle - 6.5, ink, 13)
            end -= 6
        is_quiet = row.kind is Kind.MORE
        font = theme.font("sidebar", weight=600 if is_chosen else 400)
        metrics = QFontMetricsF(font)
        name_x = x + _NAME_X
        called = row.short if row.short and metrics.horizontalAdvance(row.name) > end - name_x else row.name
        name = metrics.elidedText(called, _ELIDE, max(0.0, end - name_x))
        painter.setFont(font)
        painter.setPen(colour.accent_on_soft if is_chosen else colour.text_tertiary if is_quiet else colour.text)
        painter.drawText(QPointF(name_x, _baseline(middle, metrics)), name)
        if row.second and name == row.name:
            plain = theme.font("sidebar")
            second_x = name_x + metrics.horizontalAdvance(name) + 5
            second = QFontMetricsF(plain).elidedText(row.second, _ELIDE, max(0.0, end - second_x))
            if second == row.second:  # two letters of a name say nothing
                painter.setFont(plain)
                painter.setPen(colour.accent_on_soft if is_chosen else colour.text_secondary)
                painter.drawText(QPointF(second_x, _baseline(middle, metrics)), second)

    def _icon(self, painter: QPainter, theme: Theme, row: Row, x: float, middle: float, *, is_chosen: bool) -> None:
        ink = theme.colour.accent if is_chosen else theme.colour.text_secondary
        if row.kind is Kind.TOPIC:
            paint_topic(painter, theme, row.icon, QPointF(x + 8, middle), 7)
        elif row.kind is Kind.OUTLET:
            look = self._names.outlet(row.icon)
            paint_monogram(painter, theme, QRectF(x - 1, round(middle - 8.5), 17, 17), look.letters, look.colour)
        elif row.kind is Kind.VIEW and not row.icon:
            paint_topic(painter, theme, row.key.removeprefix("view:"), QPointF(x + 8, middle), 10)
        elif row.kind is Kind.FOLDER:
            paint_icon(painter, "folder", x, middle - 8, ink)
        elif row.icon:
            if row.colour and not is_chosen:
                ink = theme.speaker(row.colour - 1).ink
            paint_icon(painter, row.icon, x, middle - 8, ink)

    def _count(self, painter: QPainter, theme: Theme, row: Row, end: float, middle: float, *, is_chosen: bool) -> float:
        colour: QColor = theme.colour.accent_on_soft if is_chosen else theme.colour.text_tertiary
        if row.is_warning and not is_chosen:
            colour = theme.colour.warn
        font = theme.font("meta", weight=600 if is_chosen or row.is_warning else 400, is_tabular=True)
        metrics = QFontMetricsF(font)
        said = f"{row.count:,}" if row.count else ""
        width = metrics.horizontalAdvance(said)
        painter.setFont(font)
        painter.setPen(colour)
        painter.drawText(QPointF(end - width, _baseline(middle, metrics)), said)
        return end - width - (8 if said else 0)


def _baseline(middle: float, metrics: QFontMetricsF) -> int:
    return round(middle + (metrics.ascent() - metrics.descent()) / 2)
