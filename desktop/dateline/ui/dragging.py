"""What hangs at the pointer while something is dragged: a few words on a label beside it.

A picture of the whole row would lie over the place that it is dragged to.
"""

from __future__ import annotations

from PySide6.QtCore import QMimeData, QPoint, QRectF, Qt
from PySide6.QtGui import QDrag, QFontMetricsF, QPainter, QPen, QPixmap
from PySide6.QtWidgets import QWidget

from dateline.ui.theme import Theme, radius

_WIDEST = 240
_SIDE, _LINE = 10, 26
#: From the pointer to the label's corner: what lies under the pointer stays in sight.
_BESIDE = QPoint(-14, -10)


def drag_out(
    source: QWidget, data: QMimeData, words: str, theme: Theme, action: Qt.DropAction = Qt.DropAction.CopyAction
) -> None:
    """Drag the data away from a widget until it is let go, with these words beside the pointer."""
    drag = QDrag(source)
    drag.setMimeData(data)
    drag.setPixmap(label(words, theme, source.devicePixelRatioF()))
    drag.setHotSpot(_BESIDE)
    drag.exec(action)


def label(words: str, theme: Theme, dpr: float) -> QPixmap:
    """Return the words on one line, cut where there are many, for a screen of `dpr` device pixels a point."""
    font = theme.font("control")
    metrics = QFontMetricsF(font)
    # Only the beginning can be seen: the words may be an article's.
    text = metrics.elidedText(" ".join(words[:400].split()), Qt.TextElideMode.ElideRight, _WIDEST * theme.text_scale)
    width, height = metrics.horizontalAdvance(text) + 2 * _SIDE, _LINE * max(1.0, theme.text_scale)
    pixmap = QPixmap(round(width * dpr), round(height * dpr))
    pixmap.setDevicePixelRatio(dpr)
    pixmap.fill(Qt.GlobalColor.transparent)
    box = QRectF(0.5, 0.5, width - 1, height - 1)
    painter = QPainter(pixmap)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setBrush(theme.colour.raised)
    painter.setPen(QPen(theme.colour.line_strong, 1))
    painter.drawRoundedRect(box, radius("button"), radius("button"))
    painter.setFont(font)
    painter.setPen(theme.colour.text)
    painter.drawText(box, Qt.AlignmentFlag.AlignCenter, text)
    painter.end()
    return pixmap
