"""The strip beside the text: names of speakers and words of notes, with a bar along the lines they belong to."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QFont, QFontMetricsF, QMouseEvent, QPainter, QPaintEvent, QTextLayout, QTextLine, QTextOption
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
#: Lines of a note that stand in the margin.
MOST_LINES = 5


@dataclass(frozen=True, slots=True)
class MarginName:
    """What stands beside one quote."""

    name: str
    kind: QuoteKind
    slot: int | None  # None for somebody unknown


@dataclass(frozen=True, slots=True)
class MarginNote:
    """What stands beside a highlight: its meaning in a word, and the note."""

    meaning: str
    text: str


class MarginStrip(QWidget):
    """Paints names, notes and bars; `edge` is the x at which the text starts."""

    def __init__(self, appearance: Appearance, edge: int, parent: QWidget, chosen: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._edge = edge
        self._chosen = chosen
        self._words: Sequence[MarginName | MarginNote] = ()
        self._placed: Sequence[Placed] = ()
        self._scrolled = 0

    def show_words(self, words: Sequence[MarginName | MarginNote], placed: Sequence[Placed]) -> None:
        """Show names, notes and bars; `placed` in the document's coordinates, by number in `words`."""
        self._words, self._placed = words, placed
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
        top, bottom = self._scrolled + event.rect().top() - 120, self._scrolled + event.rect().bottom() + 40
        for one in self._placed:
            if one.bottom < top or one.top > bottom:
                continue
            words = self._words[one.number]
            x = self._edge - _BAR_RIGHT - one.column * BAR_STEP
            y = one.top - self._scrolled
            height = one.bottom - one.top
            if isinstance(words, MarginNote):
                painter.fillRect(QRectF(x, y, _BAR_WIDTH, height), theme.colour.highlight_line)
            else:
                ink = theme.colour.text_tertiary if words.slot is None else theme.speaker(words.slot).ink
                paint_quote_bar(painter, words.kind, x, y, height, ink)
            if one.has_name:
                right = self._edge - _NAME_RIGHT - (BAR_STEP if one.column else 0)
                self._write(painter, words, one.words_top - self._scrolled, right - _NAME_LEFT, one.room)
        painter.end()

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the quote or note whose words or bar were pressed."""
        y = event.position().y() + self._scrolled
        for one in self._placed:
            if one.top <= y <= max(one.bottom, one.top + 16):
                self._chosen(one.number)
                event.accept()
                return
        super().mousePressEvent(event)

    def _write(self, painter: QPainter, words: MarginName | MarginNote, y: float, width: float, room: float) -> None:
        theme = self._appearance.theme
        line = theme.line("margin_name")
        if isinstance(words, MarginNote):
            head, ink = words.meaning, theme.colour.highlight_line
        else:
            head = words.name
            ink = theme.colour.text_tertiary if words.slot is None else theme.speaker(words.slot).ink
        painter.setPen(ink)
        font = theme.font("margin_name")
        painter.setFont(font)
        shown = QFontMetricsF(font).elidedText(head, Qt.TextElideMode.ElideRight, width)
        place = QRectF(_NAME_LEFT, y, width, line + 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, shown)
        if isinstance(words, MarginNote) and words.text:
            n_lines = int(min(MOST_LINES, (room - line - 2) // line))
            painter.setPen(theme.colour.text_secondary)
            _write_lines(
                painter, words.text, theme.font("caption"), QPointF(_NAME_LEFT, y + line), width, line, n_lines
            )


def _write_lines(
    painter: QPainter, text: str, font: QFont, at: QPointF, width: float, line_height: float, n_lines: int
) -> None:
    """Write up to `n_lines` lines of a text, aligned to the right, with "…" where there is more."""
    if n_lines < 1:
        return
    layout = QTextLayout(" ".join(text.split()), font)
    option = QTextOption(Qt.AlignmentFlag.AlignRight)
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    layout.beginLayout()
    lines: list[QTextLine] = []
    while len(lines) <= n_lines:
        line = layout.createLine()
        if not line.isValid():
            break
        line.setLineWidth(width)
        lines.append(line)
    layout.endLayout()
    painter.setFont(font)
    metrics = QFontMetricsF(font)
    for number, line in enumerate(lines[:n_lines]):
        start = line.textStart()
        is_last = number == n_lines - 1 and len(lines) > n_lines
        words = layout.text()[start:] if is_last else layout.text()[start : start + line.textLength()].strip()
        if is_last:
            words = metrics.elidedText(words, Qt.TextElideMode.ElideRight, width)
        place = QRectF(at.x(), at.y() + number * line_height, width, line_height + 2)
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop, words)
