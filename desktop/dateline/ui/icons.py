"""Lucide icons, drawn on demand in any size and colour, sharp at any scaling; where they are used is not known here."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache

from PySide6.QtCore import QByteArray, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QGuiApplication, QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from dateline.settings import resource

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
    name: str, colour: QColor, checked: QColor | None = None, px: int = 16, *, disabled: QColor, gap: int = 0
) -> QIcon:
    """Return an icon for buttons and menus, sharp on every screen there is now; `gap` is room at its right."""
    icon = QIcon()
    for dpr in _scalings():
        for ink, mode, state in (
            (colour, QIcon.Mode.Normal, QIcon.State.Off),
            (checked or colour, QIcon.Mode.Normal, QIcon.State.On),
            (disabled, QIcon.Mode.Disabled, QIcon.State.Off),
        ):
            icon.addPixmap(_with_gap(icon_pixmap(name, px, ink, dpr), gap), mode, state)
    return icon


def application_icon() -> QIcon:
    """Return Dateline's own icon in all its sizes."""
    icon = QIcon()
    for px in (16, 32, 64, 128, 256, 512):
        icon.addFile(str(resource(f"icons/dateline-{px}.png")), QSize(px, px))
    return icon


def forget_icons() -> None:
    """Drop what was drawn, after a change of colours or screens."""
    _pixmap.cache_clear()


def _with_gap(pixmap: QPixmap, gap: int) -> QPixmap:
    if not gap:
        return pixmap
    dpr = pixmap.devicePixelRatio()
    wide = QPixmap(pixmap.width() + round(gap * dpr), pixmap.height())
    wide.setDevicePixelRatio(dpr)
    wide.fill(Qt.GlobalColor.transparent)
    painter = QPainter(wide)
    painter.drawPixmap(0, 0, pixmap)
    painter.end()
    return wide


def _scalings() -> Iterable[float]:
    return sorted({screen.devicePixelRatio() for screen in QGuiApplication.screens()} or {1.0})


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
