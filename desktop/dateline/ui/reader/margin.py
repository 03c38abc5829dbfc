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
#: A margin narrower than this has room for initials alone, nearer to the text.
_NARROW = 60
_NEARER = 5
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
    """Paints names, notes and bars, before the text or after it."""

    def __init__(self, appearance: Appearance, parent: QWidget, chosen: Callable[[int], None]) -> None:
        super().__init__(parent)
        self._appearance = appearance
        self._edge = 0
        self._is_after = False
        self._chosen = chosen
        self._words: Sequence[MarginName | MarginNote] = ()
        self._placed: Sequence[Placed] = ()
        self._scrolled = 0

    def stand_at(self, edge: int, *, is_after: bool) -> None:
        """Take the x at which the text starts; or ends, where the strip stands after it."""
        self._edge, self._is_after = edge, is_after

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
            x = self._outwards(_BAR_RIGHT + one.column * BAR_STEP, _BAR_WIDTH)
            y = one.top - self._scrolled
            height = one.bottom - one.top
            if isinstance(words, MarginNote):
                painter.fillRect(QRectF(x, y, _BAR_WIDTH, height), theme.colour.highlight_line)
            else:
                ink = theme.colour.text_tertiary if words.slot is None else theme.speaker(words.slot).ink
                paint_quote_bar(painter, words.kind, x, y, height, ink)
            if one.has_name:
                ends = one.words_top + theme.line("margin_name")
                is_beside = any(
                    other.column and other.top < ends and other.bottom > one.words_top for other in self._placed
                )
                self._write(painter, words, one.words_top - self._scrolled, BAR_STEP if is_beside else 0, one.room)
        painter.end()

    def _outwards(self, distance: float, width: float) -> float:
        """Return the left edge of what is `width` wide and ends so far from the text."""
        distance -= _NEARER if self.width() < _NARROW else 0
        return self._edge + distance - width if self._is_after else self._edge - distance

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Choose the quote or note whose words or bar were pressed."""
        y = event.position().y() + self._scrolled
        for one in self._placed:
            if one.top <= y <= max(one.bottom, one.top + 16):
                self._chosen(one.number)
                event.accept()
                return
        super().mousePressEvent(event)

    def _write(self, painter: QPainter, words: MarginName | MarginNote, y: float, further: float, room: float) -> None:
        theme = self._appearance.theme
        is_narrow = self.width() < _NARROW
        near = self._outwards(_NAME_RIGHT + further, 0)
        x, width = (near, self.width() - near - _NAME_LEFT) if self._is_after else (_NAME_LEFT, near - _NAME_LEFT)
        if is_narrow:
            x, width = (near, self.width() - near) if self._is_after else (0.0, near)
        side = Qt.AlignmentFlag.AlignLeft if self._is_after else Qt.AlignmentFlag.AlignRight
        line = theme.line("margin_name")
        if isinstance(words, MarginNote):
            head, ink = words.meaning, theme.colour.highlight_line
        else:
            head = words.name
            ink = theme.colour.text_tertiary if words.slot is None else theme.speaker(words.slot).ink
        painter.setPen(ink)
        font = theme.font("margin_name")
        painter.setFont(font)
        shown = head[:1] if is_narrow else QFontMetricsF(font).elidedText(head, Qt.TextElideMode.ElideRight, width)
        painter.drawText(QRectF(x, y, width, line + 2), side | Qt.AlignmentFlag.AlignTop, shown)
        if isinstance(words, MarginNote) and words.text and not is_narrow:
            n_lines = int(min(MOST_LINES, (room - line - 2) // line))
            painter.setPen(theme.colour.text_secondary)
            _write_lines(painter, words.text, theme.font("caption"), QPointF(x, y + line), width, line, n_lines, side)


def _write_lines(
    painter: QPainter,
    text: str,
    font: QFont,
    at: QPointF,
    width: float,
    line_height: float,
    n_lines: int,
    side: Qt.AlignmentFlag,
) -> None:
    """Write up to `n_lines` lines of a text, aligned to the text's side, with "…" where there is more."""
    if n_lines < 1:
        return
    layout = QTextLayout(" ".join(text.split()), font)
    option = QTextOption(side)
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
        painter.drawText(place, side | Qt.AlignmentFlag.AlignTop, words)
