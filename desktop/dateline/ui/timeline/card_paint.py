"""Cards on the screen: the fonts that measure them and the painter that draws a layout. It decides nothing."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QFontMetricsF, QPainter, QTextLayout, QTextOption

from dateline.news.card import Completeness
from dateline.ui.fonts import latin_runs
from dateline.ui.icons import paint_icon
from dateline.ui.marks import (
    paint_completeness,
    paint_focus_ring,
    paint_hairline,
    paint_monogram,
    paint_topic,
    paint_unread,
)
from dateline.ui.theme import Theme, size
from dateline.ui.timeline.card_layout import Box, CardLayout, Density, Ink, Words

if TYPE_CHECKING:
    from dateline.ui.timeline.card_words import CardWords

#: The width of narrow letters (i, l) over the height of their line.
_NARROW = 0.15
_KEPT_WIDTHS = 4_096
#: Names are shorter; texts above it hardly come again.
_SHORT = 32
_ELIDE_RIGHT = Qt.TextElideMode.ElideRight


class CardState(NamedTuple):
    """How a card stands in the list."""

    is_selected: bool = False
    is_hovered: bool = False
    is_pane_focused: bool = False
    has_focus_ring: bool = False
    is_member: bool = False  # stands under the head of its open story
    is_unfolded: bool = False  # its story stands open under it


class CardFonts:
    """The fonts of a card in one theme and density, and the widths they give. Fulfils `card_layout.Measure`."""

    def __init__(self, theme: Theme, density: Density) -> None:
        self._theme = theme
        self._density = density
        self._fonts: dict[tuple[Ink, bool, bool], QFont] = {}
        self._metrics: dict[tuple[Ink, bool, bool], QFontMetricsF] = {}
        self._widths: dict[tuple[Ink, str, bool], float] = {}

    def font(self, ink: Ink, *, is_chinese: bool = False, is_light: bool = False) -> QFont:
        """Return the font of a style; `is_light` for the headline of an article that has been read."""
        key = (ink, is_chinese, is_light)
        font = self._fonts.get(key)
        if font is None:
            font = self._fonts[key] = self._make(ink, is_chinese=is_chinese, is_light=is_light)
        return font

    def metrics(self, ink: Ink, *, is_chinese: bool = False, is_light: bool = False) -> QFontMetricsF:
        """Return the metrics of a style."""
        key = (ink, is_chinese, is_light)
        metrics = self._metrics.get(key)
        if metrics is None:
            font = self.font(ink, is_chinese=is_chinese, is_light=is_light)
            metrics = self._metrics[key] = QFontMetricsF(font)
        return metrics

    def width(self, ink: Ink, text: str, *, is_chinese: bool = False) -> float:
        """Return how wide a text is. Remembered: outlets, times, topics and speakers come again on every page."""
        key = (ink, text, is_chinese)
        width = self._widths.get(key)
        if width is None:
            if len(self._widths) == _KEPT_WIDTHS:
                self._widths.clear()
            width = self._widths[key] = self.metrics(ink, is_chinese=is_chinese).horizontalAdvance(text)
        return width

    def elided(self, ink: Ink, text: str, width: float, *, is_chinese: bool = False) -> str:
        """Return the text, cut with an ellipsis where it is wider than `width`."""
        if len(text) < _SHORT and self.width(ink, text, is_chinese=is_chinese) <= width:
            return text
        return self.metrics(ink, is_chinese=is_chinese).elidedText(text, _ELIDE_RIGHT, width)

    def broken(self, ink: Ink, text: str, width: float, n_lines: int, *, is_chinese: bool = False) -> list[str]:
        """Return the text in at most `n_lines` lines, the last one elided."""
        # A text costs by its length, and most of a snippet is not seen: nothing is measured that narrow letters would
        # not bring into the lines.
        room = int(n_lines * width / (self.metrics(ink, is_chinese=is_chinese).height() * _NARROW)) + 1
        if len(text) > room:
            text = text[:room] + "…"
        if n_lines == 1:
            return [self.elided(ink, text, width, is_chinese=is_chinese)]
        layout = QTextLayout(text, self.font(ink, is_chinese=is_chinese))
        option = QTextOption()
        option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
        layout.setTextOption(option)
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
        return parts

    def draw(self, painter: QPainter, words: Words, colour: QColor, *, is_light: bool = False) -> None:
        """Draw one line of text, its baseline in the middle of its box whatever the script."""
        metrics = self.metrics(words.ink, is_light=is_light)
        box = words.box
        baseline = round(box.y + (box.h + metrics.ascent() - metrics.descent()) / 2)
        painter.setPen(colour)
        if words.is_chinese:
            self._draw_chinese(painter, words, baseline, is_light=is_light)
            return
        painter.setFont(self.font(words.ink, is_light=is_light))
        painter.drawText(QPointF(box.x, baseline), words.text)

    def _draw_chinese(self, painter: QPainter, words: Words, baseline: float, *, is_light: bool) -> None:
        layout = QTextLayout(words.text, self.font(words.ink, is_chinese=True, is_light=is_light))
        layout.setFormats(self._latin_formats(words.ink, words.text, is_light=is_light))
        layout.beginLayout()
        line = layout.createLine()
        line.setLineWidth(10_000)
        layout.endLayout()
        layout.draw(painter, QPointF(words.box.x, baseline - line.ascent()))

    def _latin_formats(self, ink: Ink, text: str, *, is_light: bool = False) -> list[QTextLayout.FormatRange]:
        formats = []
        font = self.font(ink, is_light=is_light)
        for start, end in latin_runs(text):
            one = QTextLayout.FormatRange()
            one.start = len(text[:start].encode("utf-16-le")) // 2
            one.length = end - start
            one.format.setFont(font)
            formats.append(one)
        return formats

    def _make(self, ink: Ink, *, is_chinese: bool, is_light: bool) -> QFont:
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


def card_ground(theme: Theme, state: CardState) -> QColor:
    """Return the ground of a card in a state."""
    if state.is_selected:
        return theme.colour.selection if state.is_pane_focused else theme.colour.hover
    return theme.colour.hover if state.is_hovered else theme.colour.list


def paint_card(
    painter: QPainter,
    theme: Theme,
    fonts: CardFonts,
    words: CardWords,
    layout: CardLayout,
    width: float,
    state: CardState,
) -> None:
    """Draw a card at the painter's origin."""
    colour = theme.colour
    painter.fillRect(QRectF(0, 0, width, layout.height), card_ground(theme, state))
    paint_hairline(painter, 0, layout.height - 1, width, colour.line)
    if state.is_selected:
        bar = colour.accent if state.is_pane_focused else colour.control_border
        painter.fillRect(QRectF(0, 0, size("selection_bar"), layout.height), bar)
    if layout.rail is not None:
        painter.fillRect(QRectF(layout.rail, 0, 2, layout.height), colour.line_strong)
    if layout.story is not None:
        _paint_pill(painter, theme, layout.story, is_unfolded=state.is_unfolded)
    if layout.unread is not None:
        paint_unread(painter, theme, QRectF(*layout.unread))
    paint_monogram(painter, theme, QRectF(*layout.monogram), words.outlet.letters, words.outlet.colour)
    is_light = words.is_read and not state.is_selected
    inks = _inks(theme, words, is_light=is_light)
    for line in layout.words:
        fonts.draw(painter, line, inks[line.ink], is_light=is_light and line.ink is Ink.HEADLINE)
    for mark in layout.topics:
        paint_topic(painter, theme, mark.topic, QPointF(mark.x, mark.y))
    x, y = layout.completeness
    if words.completeness is Completeness.BLOCKED:
        paint_icon(painter, "lock", x, y, colour.warn, 13)
    else:
        paint_completeness(painter, theme, words.completeness, x, y)
    if layout.star is not None:
        paint_icon(painter, "star", *layout.star, colour.star, 13, is_filled=True)
    if layout.note is not None:
        paint_icon(painter, "notebook-pen", *layout.note, colour.text_secondary, 13)
    if layout.quotes is not None:
        painter.setFont(quote_mark_font(theme))
        painter.setPen(colour.text_secondary)
        # The mark hangs from the top of its line: its ink is the upper third of the letter.
        painter.drawText(QPointF(layout.quotes[0], layout.quotes[1] + 7), "“")
    if state.has_focus_ring:
        paint_focus_ring(painter, theme, QRectF(0, 0, width, layout.height - 1))


def _paint_pill(painter: QPainter, theme: Theme, box: Box, *, is_unfolded: bool) -> None:
    colour = theme.colour
    painter.save()
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(colour.line_strong)
    painter.setBrush(colour.hover if is_unfolded else colour.list)
    painter.drawRoundedRect(QRectF(*box).adjusted(0.5, 0.5, -0.5, -0.5), box.h / 2, box.h / 2)
    painter.restore()
    chevron = "chevron-down" if is_unfolded else "chevron-right"
    paint_icon(painter, chevron, box.right - 18, box.y + (box.h - 11) / 2, colour.text_secondary, 11)


def quote_mark_font(theme: Theme) -> QFont:
    """Return the font of the quotation mark before a count."""
    font = QFont(theme.font("card_headline"))
    font.setPointSizeF(font.pointSizeF() * 19 / 15)
    return font


def _inks(theme: Theme, words: CardWords, *, is_light: bool) -> dict[Ink, QColor]:
    colour = theme.colour
    return {
        Ink.OUTLET: colour.text_secondary if is_light else colour.text,
        Ink.DAY: colour.text_secondary,
        Ink.TIME: colour.text_tertiary,
        Ink.STORY: colour.text_secondary,
        Ink.STATE: colour.text_tertiary if words.completeness is Completeness.EMPTY else colour.warn,
        Ink.HEADLINE: colour.text_secondary if is_light else colour.text,
        Ink.SNIPPET: colour.text_tertiary if is_light else colour.text_secondary,
        Ink.FOOT: colour.text_secondary,
        Ink.SAMPLE: colour.text_tertiary,
    }
