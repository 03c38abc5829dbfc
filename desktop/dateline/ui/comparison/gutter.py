"""The links between two texts: curves from the lines of one to those of the other, in the gutter between them."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QPointF, QRectF, Qt, Signal
from PySide6.QtGui import QColor, QMouseEvent, QPainter, QPainterPath, QPainterPathStroker, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QWidget

from dateline.ui.comparison.pairing import Link
from dateline.ui.counted import counted
from dateline.ui.marks import paint_vertical_hairline
from dateline.ui.reader.view import ReaderView
from dateline.ui.theme import Appearance, size

_DOT = 3.5
_EDGE = 6.0
_NEAR = 9.0


class Gutter(QWidget):
    """Paints the links; pressing one brings its lines level."""

    chosen = Signal(object)  # Link

    def __init__(
        self, appearance: Appearance, left: ReaderView, right: ReaderView, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._sides = (left, right)
        self._links: Sequence[Link] = ()
        self._hovered: Link | None = None
        self.setFixedWidth(size("compare_gutter"))
        self.setMouseTracking(True)
        for view in self._sides:
            view.moved.connect(self.update)
        appearance.changed.connect(self.update)

    def show_links(self, links: Sequence[Link]) -> None:
        """Show these links."""
        self._links = links
        self._hovered = None
        self.setAccessibleName(counted(len(links), self.tr("{n} link"), self.tr("{n} links")))
        self.update()

    def ends_of(self, link: Link) -> tuple[float, float]:
        """Return the heights of a link's ends, in the gutter, in sight or not."""
        left, right = (
            self._height(view, span) for view, span in zip(self._sides, (link.left, link.right), strict=True)
        )
        return left, right

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Follow the pointer."""
        link = self._link_at(event.position())
        if link is not self._hovered:
            self._hovered = link
            self.setCursor(Qt.CursorShape.ArrowCursor if link is None else Qt.CursorShape.PointingHandCursor)
            self.update()

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """Choose a link."""
        link = self._link_at(event.position())
        if link is not None:
            self.chosen.emit(link)

    def paintEvent(self, event: QPaintEvent) -> None:  # noqa: ARG002
        """Paint ground and links."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(self.rect(), theme.colour.window)
        paint_vertical_hairline(painter, 0, 0, self.height(), theme.colour.line)
        paint_vertical_hairline(painter, self.width() - 1, 0, self.height(), theme.colour.line)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        for link in self._links:
            figure = theme.colour.text_tertiary
            ink = figure if link.is_figure or link.slot is None else theme.speaker(link.slot).ink
            pen = QPen(ink, 2.5 if link is self._hovered else 1.75)
            if link.is_figure:
                pen.setDashPattern([3 / 1.75, 3 / 1.75])
            painter.setPen(pen)
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.drawPath(self._path(link))
            painter.setPen(Qt.PenStyle.NoPen)
            painter.setBrush(ink)
            for x, y in zip((_EDGE, self.width() - _EDGE), self.ends_of(link), strict=True):
                self._paint_end(painter, x, y, ink)
        painter.end()

    def _paint_end(self, painter: QPainter, x: float, y: float, ink: QColor) -> None:
        painter.setBrush(ink)
        if 0 <= y <= self.height():
            painter.drawEllipse(QPointF(x, y), _DOT, _DOT)
            return
        tip, base = (2.0, 9.0) if y < 0 else (self.height() - 2.0, self.height() - 9.0)
        painter.drawPolygon(QPolygonF([QPointF(x, tip), QPointF(x - 4, base), QPointF(x + 4, base)]))

    def _path(self, link: Link) -> QPainterPath:
        left, right = (min(max(y, 4.0), self.height() - 4.0) for y in self.ends_of(link))
        start, end = QPointF(_EDGE, left), QPointF(self.width() - _EDGE, right)
        middle = self.width() / 2
        path = QPainterPath(start)
        path.cubicTo(QPointF(middle, left), QPointF(middle, right), end)
        return path

    def _link_at(self, at: QPointF) -> Link | None:
        stroker = QPainterPathStroker()
        stroker.setWidth(_NEAR)
        return next((link for link in self._links if stroker.createStroke(self._path(link)).contains(at)), None)

    def _height(self, view: ReaderView, span: object) -> float:
        page = view.page
        if page is None:
            return -1.0
        rects = view.span_rects(page.in_document(span))  # type: ignore[arg-type]
        if not rects:
            return -1.0
        middle = QRectF(rects[0]).center().y() - view.verticalScrollBar().value()
        return self.mapFromGlobal(view.viewport().mapToGlobal(QPointF(0, middle))).y()
