"""One line of the inspector: what it says, and where its parts stand at a width. Nothing is painted here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetricsF, QTextLayout, QTextOption

from dateline.news.finding import QuoteKind
from dateline.text.span import Span
from dateline.ui.joined import listed
from dateline.ui.names import OutletLook
from dateline.ui.theme import Theme

#: Left and right of a line.
PAD = 14
#: The square of an outlet.
MONOGRAM = 16
#: So much of a line's words is looked at.
MOST_SHOWN = 1_200
_INDENT = 11
_MONOGRAM_GAP = 5
_BADGE_PAD = 5
#: From where a clock's name begins to where the outlet stands.
_CLOCK = 90
#: An outlet needs so much room before the time beside it may take the rest.
_LEAST_NAME = 44


@dataclass(frozen=True, slots=True)
class Line:
    """One line. What is empty is not there; a line without a target cannot be chosen."""

    title: str = ""
    detail: str = ""  # beside the title, quieter
    words: str = ""  # somebody's words, or an article's headline
    foot: str = ""
    clock: str = ""  # before the outlet, in a column: by which clock it had something first; the detail ends the line
    bar: QuoteKind | None = None  # a speaker's bar along the line
    slot: int | None = None  # the speaker's tint
    monogram: OutletLook | None = None  # before the title
    outlets: tuple[OutletLook, ...] = ()  # before the foot
    badge: str = ""
    is_strong_badge: bool = False
    is_heading: bool = False
    is_figure: bool = False  # the title is a number as the article prints it
    is_chinese: bool = False  # the words
    marked: Span | None = None  # of the words: tinted as the speaker's, or underlined where a topic has them
    topic: str = ""  # that the marked words speak for
    target: Any = None
    #: What goes out where the line is dragged: words, the title of their article, its address or "".
    carried: tuple[str, str, str] | None = None

    @property
    def speech(self) -> str:
        """What a screen reader says."""
        look = self.monogram.name if self.monogram and self.monogram.name != self.title else ""
        carried = listed(outlet.name for outlet in self.outlets)
        return ", ".join(
            part
            for part in (self.clock, look, self.title, self.detail, self.words, self.badge, carried, self.foot)
            if part
        )


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of text at a place: from the line's top left; more than one line where it is wrapped.

    What is `marked` has the tint of a speaker's slot, or the line of a topic.
    """

    x: float
    y: float
    width: float
    text: str
    font: QFont
    colour: str
    line_height: float
    n_lines: int
    marked: Span | None = None
    slot: int | None = None
    topic: str = ""


@dataclass(frozen=True, slots=True)
class Layout:
    """A line's parts: texts, the squares of outlets, and the box of its badge."""

    height: int
    pieces: tuple[Piece, ...]
    monograms: tuple[tuple[float, float, OutletLook], ...]
    badge: tuple[float, float, float, float] | None


def lay_out(line: Line, theme: Theme, width: int) -> Layout:
    """Return where everything of a line stands."""
    if line.clock:
        return _lay_out_clock(line, theme, width)
    left = PAD + (_INDENT if line.bar is not None else 0)
    right = width - PAD
    pieces: list[Piece] = []
    monograms: list[tuple[float, float, OutletLook]] = []
    y = 12.0 if line.is_heading else 9.0
    badge = None
    title_font = theme.font("control" if line.is_heading else "sidebar", weight=600)
    detail_font = theme.font("sidebar" if line.is_heading else "meta")
    title_h = float(theme.line("sidebar"))
    if line.title or line.monogram:
        x = float(left)
        if line.monogram is not None:
            monograms.append((x, y + (title_h - MONOGRAM) / 2, line.monogram))
            x += MONOGRAM + 7
        end = float(right)
        if line.badge:
            badge_w = QFontMetricsF(theme.font("caption")).horizontalAdvance(line.badge) + 2 * _BADGE_PAD
            badge = (end - badge_w, y + (title_h - 17) / 2, badge_w, 17.0)
            end -= badge_w + 8
        if line.is_figure:
            title_font = theme.font("card_headline_compact")
        elif line.bar is None and not line.is_heading:
            title_font = theme.font("sidebar", weight=500)
        # Beside an outlet stands a time, which is never cut; beside a person the name in the other language.
        kept = QFontMetricsF(detail_font).horizontalAdvance(line.detail) + 8 if line.monogram and line.detail else 0.0
        beside = end - x - kept
        title = _named(line, title_font, beside, beside if beside > _LEAST_NAME else end - x)
        title_w = QFontMetricsF(title_font).horizontalAdvance(title)
        ink = "speaker" if line.bar is not None and line.slot is not None else "text_secondary" if line.bar else "text"
        pieces.append(Piece(x, y, title_w + 2, title, title_font, ink, title_h, 1))
        x += title_w + 6
        if line.detail and end - x > 24:
            detail = QFontMetricsF(detail_font).elidedText(line.detail, Qt.TextElideMode.ElideRight, end - x)
            pieces.append(Piece(x, y, end - x, detail, detail_font, "text_tertiary", title_h, 1))
        y += title_h
    if line.words:
        font = theme.font("inspector_words", is_chinese=line.is_chinese)
        height = float(theme.line("inspector_words"))
        n = min(8, _n_lines(line.words, font, right - left))
        y += 2
        shown = line.words[:MOST_SHOWN]
        mark = (line.marked, line.slot, line.topic)
        pieces.append(Piece(left, y, right - left, shown, font, "text", height, n, *mark))
        y += n * height
    if line.foot or line.outlets:
        height = float(theme.line("meta"))
        x = float(left)
        y += 3
        for look in line.outlets:
            monograms.append((x, y + (height - MONOGRAM) / 2, look))
            x += MONOGRAM + _MONOGRAM_GAP
        if line.foot:
            x += 3 if line.outlets else 0
            font = theme.font("meta")
            n = min(3, _n_lines(line.foot, font, right - x))
            pieces.append(Piece(x, y, right - x, line.foot, font, "text_secondary", height, n))
            y += (n - 1) * height
        y += height
    return Layout(round(y + (6 if line.is_heading else 10)), tuple(pieces), tuple(monograms), badge)


def _lay_out_clock(line: Line, theme: Theme, width: int) -> Layout:
    """Lay out clock, outlet and time in one line; the outlets of lines under one another begin at one place."""
    height = float(theme.line("sidebar"))
    y = 3.0
    end = float(width - PAD)
    font, clock_font = theme.font("meta"), theme.font("meta", is_tabular=True)
    x = PAD + _CLOCK * theme.text_scale
    label = QFontMetricsF(font).elidedText(line.clock, Qt.TextElideMode.ElideRight, x - PAD - 2)
    pieces = [Piece(PAD, y, x - PAD, label, font, "text_tertiary", height, 1)]
    monograms = [] if line.monogram is None else [(x, y + (height - MONOGRAM) / 2, line.monogram)]
    x += MONOGRAM + 5
    detail_w = QFontMetricsF(clock_font).horizontalAdvance(line.detail)
    room = end - detail_w - 6 - x
    name = _named(line, font, room, room)
    if room < _LEAST_NAME and name.endswith("…"):  # two letters of a name say less than its square
        name = ""
    pieces.append(Piece(x, y, room, name, font, "text", height, 1))
    pieces.append(Piece(end - detail_w, y, detail_w + 2, line.detail, clock_font, "text_secondary", height, 1))
    return Layout(round(y + height + 3), tuple(pieces), tuple(monograms), None)


def _named(line: Line, font: QFont, room: float, most: float) -> str:
    """Return a line's title, or its outlet's short name where only that has room; cut to `most` where neither has."""
    metrics = QFontMetricsF(font)
    look = line.monogram
    is_outlet = look is not None and look.name == line.title
    name = look.name_within(room, metrics.horizontalAdvance) if look is not None and is_outlet else line.title
    fits = metrics.horizontalAdvance(name) <= room
    return name if fits else metrics.elidedText(name, Qt.TextElideMode.ElideRight, max(20.0, most))


def broken(text: str, font: QFont, width: float) -> tuple[QTextLayout, int]:
    """Return a text broken into lines, and how many they are."""
    layout = QTextLayout(text, font)
    option = QTextOption()
    option.setWrapMode(QTextOption.WrapMode.WrapAtWordBoundaryOrAnywhere)
    layout.setTextOption(option)
    n = 0
    layout.beginLayout()
    while (line := layout.createLine()).isValid():
        line.setLineWidth(max(20.0, width))
        n += 1
    layout.endLayout()
    return layout, n


def _n_lines(text: str, font: QFont, width: float) -> int:
    return max(1, broken(text[:MOST_SHOWN], font, width)[1])
