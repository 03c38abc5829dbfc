"""The strip beside the text: names of speakers and the bars of their quotes, painted at the lines they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QFontMetricsF, QMouseEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from dateline.news.finding import QuoteKind
from dateline.ui.marks import paint_quote_bar
from dateline.ui.reader.margin_layout import BAR_STEP, Placed
from dateline.ui.theme import Appearance

#: From the strip's right edge to a bar's left edge, and from the bar to the name.
_BAR_RIGHT = 13
_NAME_RIGHT = 19
_NAME_LEFT = 6
_BAR_WIDTH = 3


@dataclass(frozen=True, slots=True)
class MarginName:
    """What stands beside one quote."""

    name: str
    kind: QuoteKind
    slot: int | None  # None for somebody unknown


class MarginStrip(QWidget):
    """Paints names and bars; `edge` is the x at which the text starts."""

    def __init__(self, appearance: Appearance, edge: int, parent: QWidget, chosen: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._edge = edge
        self._chosen = chosen
        self._names: Sequence[MarginName] = ()
        self._placed: Sequence[Placed] = ()
        self._scrolled = 0

    def show_names(self, names: Sequence[MarginName], placed: Sequence[Placed]) -> None:
        """Show names and bars; `placed` in the document's coordinates."""
        self._names, self._placed = names, placed
        self.update()

    def scroll_to(self, y: int) -> None:
        """Follow the document."""
        if y != self._scrolled:
            self._scrolled = y
            self.update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint what is in sight."""
        theme = self._appearance.theme
        painter = QPainter(self)
        painter.fillRect(event.rect(), theme.colour.paper)
        top, bottom = self._scrolled + event.rect().top() - 40, self._scrolled + event.rect().bottom() + 40
        font = theme.font("margin_name")
        metrics = QFontMetricsF(font)
        line = theme.line("margin_name")
        for one in self._placed:
            if one.bottom < top or one.top > bottom:
                continue
            name = self._names[one.number]
            ink = theme.colour.text_tertiary if name.slot is None else theme.speaker(name.slot).ink
            x = self._edge - _BAR_RIGHT - one.column * BAR_STEP
            y = one.top - self._scrolled
            paint_quote_bar(painter, name.kind, x, y, one.bottom - one.top, ink)
            if one.has_name and name.name:
                painter.setFont(font)
                painter.setPen(ink)
                right = self._edge - _NAME_RIGHT - (BAR_STEP if one.column else 0)
                width = right - _NAME_LEFT
                words = metrics.elidedText(name.name, Qt.TextElideMode.ElideRight, width)
                painter.drawText(
                    QRectF(_NAME_LEFT, y, width, line + 2),
                    Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop,
                    words,
                )
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the quote whose name or bar was pressed."""
        y = event.position().y() + self._scrolled
        for one in self._placed:
            if one.top <= y <= max(one.bottom, one.top + 16):
                self._chosen(one.number)
                event.accept()
                return
        super().mousePressEvent(event)
