"""The painted marks: topic shapes, outlet monograms, completeness lines, unread dots, quote bars, hairlines.

Outlets are filled squares, speakers are bars, topics are small shapes; they are never mixed. Marks that stand on every
card are drawn once in a theme, size and scaling, and then stamped on whole device pixels: drawing them anew took a
quarter of a card's time.
"""

from __future__ import annotations

from functools import lru_cache
from math import ceil
from typing import TYPE_CHECKING

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPainterPath, QPen, QPixmap, QPolygonF

from dateline.news.card import Completeness
from dateline.text.script import has_han
from dateline.ui.theme import Shape, Theme, radius

if TYPE_CHECKING:
    from dateline.news.finding import QuoteKind

#: On and off lengths of a quote's bar, in logical pixels; a direct quote's bar is solid.
_BAR_PATTERN = {"mixed": (5.0, 3.0), "reported": (3.0, 3.0)}  # by the kind's value

#: How far the half-filled disc reaches from its centre, over its optical size; the other shapes reach less far.
_TOPIC_REACH = 0.625
_NO_PEN = Qt.PenStyle.NoPen
_ANTIALIASING = QPainter.RenderHint.Antialiasing


def hairline(painter: QPainter) -> float:
    """Return the thickness of a hairline: whole device pixels, in logical pixels."""
    dpr = painter.device().devicePixelRatioF()
    return max(1.0, float(round(dpr))) / dpr


def snapped(painter: QPainter, value: float) -> float:
    """Return a logical coordinate moved to the nearest device pixel."""
    dpr = painter.device().devicePixelRatioF()
    return round(value * dpr) / dpr


def paint_hairline(painter: QPainter, x: float, y: float, width: float, colour: QColor) -> None:
    """Draw a horizontal hairline whose lower edge lies at y + 1 logical pixel."""
    thick = hairline(painter)
    painter.fillRect(QRectF(x, snapped(painter, y + 1) - thick, width, thick), colour)


def paint_vertical_hairline(painter: QPainter, x: float, y: float, height: float, colour: QColor) -> None:
    """Draw a vertical hairline whose right edge lies at x + 1 logical pixel."""
    thick = hairline(painter)
    painter.fillRect(QRectF(snapped(painter, x + 1) - thick, y, thick, height), colour)


def paint_topic(painter: QPainter, theme: Theme, topic: str, centre: QPointF, px: float = 7.0) -> None:
    """Draw a topic's shape in its family's colour; `px` is its optical size."""
    reach = ceil(px * _TOPIC_REACH) + 1
    stamp = _topic(theme.topic_shape(topic), theme.topic_colour(topic).rgba(), px, _scaling(painter))
    painter.drawPixmap(centre - QPointF(reach, reach), stamp)


@lru_cache(maxsize=128)
def _topic(shape: Shape, rgba: int, px: float, dpr: float) -> QPixmap:
    reach = ceil(px * _TOPIC_REACH) + 1
    stamp, painter = _sheet(2 * reach, 2 * reach, dpr)
    centre, half, colour = QPointF(reach, reach), px / 2, QColor.fromRgba(rgba)
    painter.setBrush(colour)
    if shape is Shape.DIAMOND:
        arm = half * 1.22
        painter.drawPolygon(
            QPolygonF([centre + QPointF(dx, dy) for dx, dy in ((0, -arm), (arm, 0), (0, arm), (-arm, 0))])
        )
    elif shape is Shape.CIRCLE:
        painter.drawEllipse(centre, half * 1.06, half * 1.06)
    elif shape is Shape.SQUARE:
        painter.drawRect(QRectF(centre.x() - half, centre.y() - half, px, px))
    elif shape is Shape.TRIANGLE:
        arm = half * 1.15
        corners = ((0, -arm), (arm, arm * 0.85), (-arm, arm * 0.85))
        painter.drawPolygon(QPolygonF([centre + QPointF(dx, dy) for dx, dy in corners]))
    else:
        arm = px * _TOPIC_REACH
        path = QPainterPath(centre)
        path.arcTo(QRectF(centre.x() - arm, centre.y() - arm, 2 * arm, 2 * arm), 90, 180)
        path.closeSubpath()
        painter.drawPath(path)
        painter.setBrush(Qt.BrushStyle.NoBrush)
        painter.setPen(QPen(colour, max(1.2, px * 0.18)))
        painter.drawEllipse(centre, arm - 0.5, arm - 0.5)
    painter.end()
    return stamp


def paint_monogram(painter: QPainter, theme: Theme, square: QRectF, letters: str, number: int | None) -> None:
    """Draw an outlet's filled square with its one or two letters, or one Han character."""
    painter.drawPixmap(square.topLeft(), _monogram(theme, square.width(), letters, number, _scaling(painter)))


@lru_cache(maxsize=512)
def _monogram(theme: Theme, px: float, letters: str, number: int | None, dpr: float) -> QPixmap:
    stamp, painter = _sheet(px, px, dpr)
    square = QRectF(0, 0, px, px)
    painter.setBrush(theme.outlet_colour(number))
    corner = radius("monogram") * px / 18
    painter.drawRoundedRect(square, corner, corner)
    is_chinese = has_han(letters)
    font = QFont(theme.font("caption", weight=600, is_chinese=is_chinese))
    wanted = px * (0.62 if is_chinese else 0.5 if len(letters) > 1 else 0.58)
    font.setPointSizeF(font.pointSizeF() * wanted / 11 / theme.text_scale)
    painter.setFont(font)
    painter.setPen(theme.colour.mark_letter)
    painter.drawText(square, Qt.AlignmentFlag.AlignCenter, letters)
    painter.end()
    return stamp


def paint_unread(painter: QPainter, theme: Theme, dot: QRectF) -> None:
    """Draw the dot of an article that has not been read."""
    painter.drawPixmap(dot.topLeft(), _unread(theme, dot.width(), _scaling(painter)))


@lru_cache(maxsize=16)
def _unread(theme: Theme, px: float, dpr: float) -> QPixmap:
    stamp, painter = _sheet(px, px, dpr)
    painter.setBrush(theme.colour.unread)
    painter.drawEllipse(QRectF(0, 0, px, px))
    painter.end()
    return stamp


def paint_completeness(painter: QPainter, theme: Theme, completeness: Completeness, x: float, y: float) -> None:
    """Draw the three lines (11 wide, 10 high, top left at x, y) that say how much of an article there is.

    A blocked article has a lock instead, which is an icon and not drawn here.
    """
    painter.drawPixmap(QPointF(x, y), _completeness(theme, completeness, _scaling(painter)))


@lru_cache(maxsize=32)
def _completeness(theme: Theme, completeness: Completeness, dpr: float) -> QPixmap:
    faint = theme.colour.text_disabled
    first = {
        Completeness.FULL: theme.colour.text_secondary,
        Completeness.TEASER: theme.colour.warn,
    }.get(completeness, faint)
    rest = first if completeness is Completeness.FULL else QColor(first)
    if completeness is Completeness.TEASER:
        rest.setAlphaF(0.42)
    stamp, painter = _sheet(11, 10, dpr)
    for number, (width, colour) in enumerate(((11, first), (11, rest), (7, rest))):
        painter.setBrush(colour)
        painter.drawRoundedRect(QRectF(0, snapped(painter, 4 * number), width, 1.5), 0.75, 0.75)
    painter.end()
    return stamp


def paint_quote_bar(painter: QPainter, kind: QuoteKind, x: float, y: float, height: float, ink: QColor) -> None:
    """Draw the 3 px bar along a quote's lines: solid for direct, broken for mixed, dotted for reported."""
    pattern = _BAR_PATTERN.get(kind)
    if pattern is None:
        painter.fillRect(QRectF(x, y, 3, height), ink)
        return
    on, off = pattern
    at = y
    while at < y + height:
        painter.fillRect(QRectF(x, at, 3, min(on, y + height - at)), ink)
        at += on + off


def paint_focus_ring(painter: QPainter, theme: Theme, rect: QRectF, corner: float = 0.0) -> None:
    """Draw the 2 px ring of keyboard focus inside `rect`."""
    painter.save()
    painter.setRenderHint(_ANTIALIASING, corner > 0)
    painter.setPen(
        QPen(theme.colour.accent, 2, Qt.PenStyle.SolidLine, Qt.PenCapStyle.FlatCap, Qt.PenJoinStyle.MiterJoin)
    )
    painter.setBrush(Qt.BrushStyle.NoBrush)
    inner = rect.adjusted(1, 1, -1, -1)
    if corner:
        painter.drawRoundedRect(inner, corner, corner)
    else:
        painter.drawRect(inner)
    painter.restore()


def _scaling(painter: QPainter) -> float:
    return painter.device().devicePixelRatioF()


def _sheet(width: float, height: float, dpr: float) -> tuple[QPixmap, QPainter]:
    """Return an empty picture of a size in logical pixels, and a painter on it without a pen. End the painter."""
    sheet = QPixmap(ceil(width * dpr), ceil(height * dpr))
    sheet.setDevicePixelRatio(dpr)
    sheet.fill(Qt.GlobalColor.transparent)
    painter = QPainter(sheet)
    painter.setRenderHint(_ANTIALIASING)
    painter.setPen(_NO_PEN)
    return sheet, painter
