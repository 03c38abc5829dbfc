"""The painter of cards: it draws a layout and decides nothing."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QColor, QFont, QPainter

from dateline.news.card import Completeness
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
from dateline.ui.timeline.card_fonts import CardFonts
from dateline.ui.timeline.card_layout import Box, CardLayout, Ink

if TYPE_CHECKING:
    from dateline.ui.timeline.card_words import CardWords


class CardState(NamedTuple):
    """How a card stands in the list."""

    is_selected: bool = False
    is_hovered: bool = False
    is_pane_focused: bool = False  # the keyboard is in the list, and this card is selected
    has_focus_ring: bool = False
    is_member: bool = False  # stands under the head of its open story
    is_unfolded: bool = False  # its story stands open under it


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


@lru_cache(maxsize=4)
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
