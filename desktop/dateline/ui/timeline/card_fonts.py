"""The fonts of cards: they measure a card's texts, break them into lines, and draw them.

What comes again on every page (outlets, times, topics, speakers, counts) is shaped once; headlines are shaped when they
are drawn, and Qt lays out only what `line_breaks` leaves to it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QStaticText, QTextLayout, QTextOption, QTransform

from dateline.ui.fonts import latin_runs
from dateline.ui.timeline.card_layout import Density, Ink, Words
from dateline.ui.timeline.line_breaks import ELLIPSIS, PairWidths, plain_lines

if TYPE_CHECKING:
    from dateline.ui.theme import Theme

#: The width of narrow letters (i, l) over the height of their line.
_NARROW = 0.15
#: How much wider letters mostly are; where they are not, the text is looked at again.
_TIMES_NARROW_LATIN = 2
_TIMES_NARROW_HAN = 3
_KEPT_WIDTHS = 4_096
_KEPT_NAMES = 2_048
#: Names are shorter; texts above it hardly come again.
_SHORT = 32
_ELIDE_RIGHT = Qt.TextElideMode.ElideRight
#: What is another text on every card; all else is a name, a time or a count.
_READ = frozenset({Ink.HEADLINE, Ink.SNIPPET})
#: Wider than any line that is drawn.
_ENDLESS = 10_000.0


class _Style(NamedTuple):
    """A font with what is asked of it for every card. `rise`: how far the baseline lies under the middle of a line."""

    font: QFont
    metrics: QFontMetricsF
    pairs: PairWidths
    rise: float


class CardFonts:
    """The fonts of a card in one theme and density, and the widths they give. Fulfils `card_layout.Measure`."""

    def __init__(self, theme: Theme, density: Density) -> None:
        self._theme = theme
        self._density = density
        self._styles: dict[tuple[Ink, bool, bool], _Style] = {}
        self._widths: dict[tuple[Ink, str, bool], float] = {}
        self._names: dict[tuple[Ink, str], tuple[QStaticText, float]] = {}
        self._wrapping = QTextOption()
        self._wrapping.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)

    def width(self, ink: Ink, text: str, *, is_chinese: bool = False) -> float:
        """Return how wide a text is. Remembered: outlets, times, topics and speakers come again on every page."""
        key = (ink, text, is_chinese)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) == _KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self._style(ink, is_chinese=is_chinese).metrics.horizontalAdvance(text)
        return width

    def elided(self, ink: Ink, text: str, width: float, *, is_chinese: bool = False) -> str:
        """Return the text, cut with an ellipsis where it is wider than `width`."""
        if len(text) < _SHORT and self.width(ink, text, is_chinese=is_chinese) <= width:
            return text
        return self._style(ink, is_chinese=is_chinese).metrics.elidedText(text, _ELIDE_RIGHT, width)

    def broken(self, ink: Ink, text: str, width: float, n_lines: int, *, is_chinese: bool = False) -> list[str]:
        """Return the text in at most `n_lines` lines, the last one elided."""
        # A text costs by its length, and most of a snippet is not seen: nothing is measured that narrow letters would
        # not bring into the lines, and at first only what letters of the usual width would.
        style = self._style(ink, is_chinese=is_chinese)
        room = int(n_lines * width / (style.metrics.height() * _NARROW)) + 1
        if not is_chinese:
            lines = plain_lines(_cut(text, room), width, n_lines, style.pairs)
            if lines is not None:
                return lines
        likely = _cut(text, room // (_TIMES_NARROW_HAN if is_chinese else _TIMES_NARROW_LATIN))
        lines, is_full = self._laid_out(ink, likely, width, n_lines, is_chinese=is_chinese)
        if is_full or likely == text:
            return lines
        return self._laid_out(ink, _cut(text, room), width, n_lines, is_chinese=is_chinese)[0]

    def draw(self, painter: QPainter, words: Words, colour: QColor, *, is_light: bool = False) -> None:
        """Draw one line of text, its baseline in the middle of its box whatever the script.

        `is_light` for the headline of an article that has been read.
        """
        box, text, ink, is_chinese = words
        style = self._style(ink, is_light=is_light)
        baseline = round(box.y + box.h / 2 + style.rise)
        painter.setPen(colour)
        if is_chinese:
            self._draw_chinese(painter, words, baseline, is_light=is_light)
        elif ink in _READ:
            painter.setFont(style.font)
            painter.drawText(QPointF(box.x, baseline), text)
        else:
            painter.setFont(style.font)
            name, ascent = self._name(ink, text)
            painter.drawStaticText(QPointF(box.x, baseline - ascent), name)

    def _name(self, ink: Ink, text: str) -> tuple[QStaticText, float]:
        """Return a text that comes again, shaped, and where its baseline lies under its top."""
        kept = self._names.get((ink, text))
        if kept is None:
            if len(self._names) == _KEPT_NAMES:
                self._names.clear()
            font = self._style(ink).font
            made = QStaticText(text)
            made.setTextFormat(Qt.TextFormat.PlainText)
            made.prepare(QTransform(), font)
            kept = self._names[ink, text] = (made, _one_line(QTextLayout(text, font)))
        return kept

    def _laid_out(self, ink: Ink, text: str, width: float, n_lines: int, *, is_chinese: bool) -> tuple[list[str], bool]:
        """Return the lines of a text as Qt breaks it, and whether there is more of it than they hold."""
        if n_lines == 1:
            only = self.elided(ink, text, width, is_chinese=is_chinese)
            return [only], only != text
        layout = QTextLayout(text, self._style(ink, is_chinese=is_chinese).font)
        layout.setTextOption(self._wrapping)
        if is_chinese:
            layout.setFormats(self._latin_formats(ink, text))
        encoded = text.encode("utf-16-le")
        starts: list[int] = []
        layout.beginLayout()
        while len(starts) <= n_lines:
            line = layout.createLine()
            if not line.isValid():
                break
            line.setLineWidth(width)
            starts.append(line.textStart())
        layout.endLayout()
        parts: list[str] = []
        for number, start in enumerate(starts[:n_lines]):
            is_cut = number == n_lines - 1 and len(starts) > n_lines
            end = None if is_cut or number + 1 == len(starts) else starts[number + 1] * 2
            part = encoded[start * 2 : end].decode("utf-16-le", "ignore").rstrip()
            parts.append(self.elided(ink, part, width, is_chinese=is_chinese) if is_cut else part)
        return parts, len(starts) > n_lines

    def _draw_chinese(self, painter: QPainter, words: Words, baseline: float, *, is_light: bool) -> None:
        layout = QTextLayout(words.text, self._style(words.ink, is_chinese=True, is_light=is_light).font)
        layout.setCacheEnabled(True)  # or it would be shaped once for its line and again for its drawing
        layout.setFormats(self._latin_formats(words.ink, words.text, is_light=is_light))
        layout.draw(painter, QPointF(words.box.x, baseline - _one_line(layout)))

    def _latin_formats(self, ink: Ink, text: str, *, is_light: bool = False) -> list[QTextLayout.FormatRange]:
        formats = []
        font = self._style(ink, is_light=is_light).font
        for start, end in latin_runs(text):
            one = QTextLayout.FormatRange()
            one.start = len(text[:start].encode("utf-16-le")) // 2
            one.length = end - start
            one.format.setFont(font)
            formats.append(one)
        return formats

    def _style(self, ink: Ink, *, is_chinese: bool = False, is_light: bool = False) -> _Style:
        key = (ink, is_chinese, is_light)
        style = self._styles.get(key)
        if style is None:
            font = self._font(ink, is_chinese=is_chinese, is_light=is_light)
            metrics = QFontMetricsF(font)
            rise = (metrics.ascent() - metrics.descent()) / 2
            style = self._styles[key] = _Style(font, metrics, PairWidths(metrics.horizontalAdvance), rise)
        return style

    def _font(self, ink: Ink, *, is_chinese: bool, is_light: bool) -> QFont:
        theme = self._theme
        if ink is Ink.HEADLINE:
            style = "card_headline_compact" if self._density is Density.COMPACT else "card_headline"
            return theme.font(style, weight=400 if is_light else 600, is_chinese=is_chinese)
        style, weight, is_tabular = {
            Ink.OUTLET: ("meta", 500, False),
            Ink.DAY: ("meta", 600, False),
            Ink.TIME: ("meta", 400, True),
            Ink.STATE: ("chip", 500, False),
            Ink.STORY: ("caption", 400, False),
            Ink.SNIPPET: ("snippet", 400, False),
            Ink.FOOT: ("chip", 400, False),
            Ink.SAMPLE: ("caption", 400, False),
        }[ink]
        return theme.font(style, weight=weight, is_tabular=is_tabular, is_chinese=is_chinese)


def _cut(text: str, n: int) -> str:
    return text if len(text) <= n else text[:n] + ELLIPSIS


def _one_line(layout: QTextLayout) -> float:
    """Lay a text out in one line; return how far its baseline lies under its top."""
    layout.beginLayout()
    line = layout.createLine()
    line.setLineWidth(_ENDLESS)
    layout.endLayout()
    return line.ascent()
