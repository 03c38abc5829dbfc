"""Lucide icons, drawn on demand in any size and colour, sharp at any scaling; where they are used is not known here."""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache
from typing import ClassVar

from PySide6.QtCore import QByteArray, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QIcon, QIconEngine, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dateline.settings import resource

#: Draws an icon, for a mode (disabled or not) and a state (checked or not).
Draw = Callable[[QPainter, QIcon.Mode, QIcon.State], None]

_STROKE = re.compile(r'stroke-width="[^"]*"')


def paint_icon(
    painter: QPainter, name: str, x: float, y: float, colour: QColor, px: int = 16, *, is_filled: bool = False
) -> None:
    """Draw an icon with its top left corner at x, y (logical pixels)."""
    dpr = painter.device().devicePixelRatioF()
    painter.drawPixmap(QPointF(x, y), icon_pixmap(name, px, colour, dpr, is_filled=is_filled))


def icon_pixmap(name: str, px: int, colour: QColor, dpr: float = 1.0, *, is_filled: bool = False) -> QPixmap:
    """Return an icon `px` logical pixels wide and high, for a screen of the given scaling. Shared: do not change."""
    return _pixmap(name, px, colour.rgba(), dpr, is_filled)


def make_icon(
    name: str,
    colour: QColor,
    checked: QColor | None = None,
    px: int = 16,
    *,
    disabled: QColor | None = None,
    gap: int = 0,
    is_filled: bool = False,
) -> QIcon:
    """Return an icon for buttons, rows and menus, drawn when it is shown; `gap` is room at its right.

    Without other colours it keeps its own where the control is checked or disabled.
    """

    def draw(painter: QPainter, mode: QIcon.Mode, state: QIcon.State) -> None:
        is_disabled = mode is QIcon.Mode.Disabled
        ink = disabled if is_disabled else checked if state is QIcon.State.On else colour
        paint_icon(painter, name, 0, 0, ink or colour, px, is_filled=is_filled and not is_disabled)

    return drawn_icon(draw, px, gap)


def drawn_icon(draw: Draw, px: int = 16, gap: int = 0) -> QIcon:
    """Return an icon that is drawn when it is shown, for the scaling of the screen that it is shown on.

    `draw` is called with a painter at its top left corner, and with what is asked: disabled or not, checked or not.
    """
    return QIcon(_DrawnIcon(draw, px, gap))


def application_icon() -> QIcon:
    """Return Dateline's own icon in all its sizes."""
    icon = QIcon()
    for px in (16, 32, 64, 128, 256, 512):
        icon.addFile(str(resource(f"icons/dateline-{px}.png")), QSize(px, px))
    return icon


class _DrawnIcon(QIconEngine):
    #: Qt takes an icon apart where a copy of it is given more pictures; what it is handed then it believes its own, and
    #: PySide would throw it away with the last name for it.
    _apart: ClassVar[list[QIconEngine]] = []

    def __init__(self, draw: Draw, px: int, gap: int) -> None:
        super().__init__()
        self._draw = draw
        self._px = px
        self._gap = gap

    def clone(self) -> QIconEngine:
        """Return another that draws the same."""
        self._apart.append(_DrawnIcon(self._draw, self._px, self._gap))
        return self._apart[-1]

    def actualSize(self, size: QSize, _mode: QIcon.Mode, _state: QIcon.State) -> QSize:
        """Return the icon's own size with its gap; it is smaller only where there is no room."""
        return size.boundedTo(QSize(self._px + self._gap, self._px))

    def scaledPixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State, scale: float) -> QPixmap:
        """Return the picture for a size in logical pixels and a screen's scaling."""
        room = self.actualSize(size, mode, state)
        drawn = QPixmap(round(room.width() * scale), round(room.height() * scale))
        drawn.setDevicePixelRatio(scale)
        drawn.fill(Qt.GlobalColor.transparent)
        painter = QPainter(drawn)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        if room.height() < self._px:
            painter.scale(room.height() / self._px, room.height() / self._px)
        self._draw(painter, mode, state)
        painter.end()
        return drawn

    def pixmap(self, size: QSize, mode: QIcon.Mode, state: QIcon.State) -> QPixmap:
        """Return the picture for a screen that is not scaled."""
        return self.scaledPixmap(size, mode, state, 1.0)

    def paint(self, painter: QPainter, rect: QRect, mode: QIcon.Mode, state: QIcon.State) -> None:
        """Draw it; Qt has found its place already."""
        scale = painter.device().devicePixelRatioF()
        painter.drawPixmap(rect.topLeft(), self.scaledPixmap(rect.size(), mode, state, scale))


@lru_cache(maxsize=512)
def _pixmap(name: str, px: int, rgba: int, dpr: float, is_filled: bool) -> QPixmap:  # noqa: FBT001
    colour = QColor.fromRgba(rgba)
    stroke = 2 if px <= 13 else 1.5 if px >= 26 else 1.75
    svg = _STROKE.sub(f'stroke-width="{stroke}"', _source(name)).replace("currentColor", colour.name())
    if is_filled:
        svg = svg.replace('fill="none"', f'fill="{colour.name()}"', 1)
    pixmap = QPixmap(round(px * dpr), round(px * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    QSvgRenderer(QByteArray(svg.encode())).render(painter, QRectF(0, 0, px, px))
    painter.end()
    return pixmap


@lru_cache(maxsize=128)
def _source(name: str) -> str:
    return resource(f"icons/{name}.svg").read_text(encoding="utf-8")
