"""Where everything of a card stands: a pure function of its words, the width, the density and the widths of text.

Nothing is painted here. Every rectangle is in logical pixels from the row's top left corner, and the row's height
depends on the density and the text size alone, never on what a card says.
"""

from __future__ import annotations

from enum import StrEnum
from functools import partial
from typing import TYPE_CHECKING, NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from dateline.news.card import Completeness
from dateline.ui.joined import joined

if TYPE_CHECKING:
    from dateline.ui.timeline.card_words import CardWords


class Density(StrEnum):
    """How much room a card has."""

    COMFORTABLE = "comfortable"
    COMPACT = "compact"


class Box(NamedTuple):
    """A rectangle: left, top, width, height."""

    x: float
    y: float
    w: float
    h: float

    @property
    def right(self) -> float:
        """The edge after the last pixel."""
        return self.x + self.w

    @property
    def bottom(self) -> float:
        """The edge under the last pixel."""
        return self.y + self.h


class Ink(StrEnum):
    """A style of text on a card: which font and, with the state, which colour."""

    OUTLET = "outlet"
    DAY = "day"
    TIME = "time"
    STATE = "state"
    STORY = "story"
    HEADLINE = "headline"
    SNIPPET = "snippet"
    FOOT = "foot"
    SAMPLE = "sample"


class Measure(Protocol):
    """Widths of text, as fonts give them. `is_chinese` picks the fonts of a Chinese text."""

    def width(self, ink: Ink, text: str, *, is_chinese: bool = False) -> float:
        """Return how wide a text is."""
        ...

    def elided(self, ink: Ink, text: str, width: float, *, is_chinese: bool = False) -> str:
        """Return the text, cut with an ellipsis where it is wider than `width`."""
        ...

    def broken(self, ink: Ink, text: str, width: float, n_lines: int, *, is_chinese: bool = False) -> list[str]:
        """Return the text in at most `n_lines` lines, the last one elided."""
        ...


class RowMeasures(NamedTuple):
    """The heights of a card's parts at one density and text size."""

    left: float
    right: float
    meta_y: float
    meta_h: float
    text_y: float
    text_h: float
    foot_y: float
    foot_h: float
    headline_h: float
    snippet_h: float
    n_headline_lines: int
    dot_x: float
    height: float


class Words(NamedTuple):
    """One line of text in its box."""

    box: Box
    text: str
    ink: Ink
    is_chinese: bool = False


class TopicMark(NamedTuple):
    """A topic's shape, by its centre."""

    topic: str
    x: float
    y: float


class CardLayout(NamedTuple):
    """Where everything of one card stands. A part that is not on the card is None."""

    height: float
    monogram: Box
    words: tuple[Words, ...]
    topics: tuple[TopicMark, ...]
    unread: Box | None
    completeness: tuple[float, float]  # top left of the three lines, or of the lock
    star: tuple[float, float] | None
    note: tuple[float, float] | None
    quotes: tuple[float, float] | None  # left end and middle of the quotation mark before the count
    story: Box | None = None  # the pill that opens the story
    rail: float | None = None  # left edge of the line along an open story's articles


MONOGRAM = 18.0
ICON = 13.0
DOT = 8.0
_GAP = 7.0
_MEMBER_INDENT = 20.0
_RAIL = 4.0
_PILL_LEFT = 8.0
_PILL_RIGHT = 22.0  # with the chevron
_TOPIC_GAP = 12.0
_SHAPE_ROOM = 14.0
_QUOTE_ROOM = 14.0 / 18  # of the foot's height: the mark grows with the text


def row_measures(density: Density, text_scale: float = 1.0) -> RowMeasures:
    """Return the heights of a card's parts; the row's height includes its hairline."""
    meta = round(18 * text_scale)
    line = round(20 * text_scale)
    snippet = round(18 * text_scale)
    foot = round(18 * text_scale)
    if density is Density.COMPACT:
        meta = round(17 * text_scale)
        text_y, foot_y = 9 + meta + 1, 9 + meta + 1 + line + 1
        return RowMeasures(26, 14, 9, meta, text_y, line, foot_y, foot, line, snippet, 1, 10, foot_y + foot + 8)
    text = 2 * line + snippet
    text_y, foot_y = 12 + meta + 2, 12 + meta + 2 + text + 4
    return RowMeasures(28, 16, 12, meta, text_y, text, foot_y, foot, line, snippet, 2, 11, foot_y + foot + 10)


def lay_out(
    words: CardWords,
    width: float,
    row: RowMeasures,
    measure: Measure,
    *,
    day_word: str = "",
    is_member: bool = False,
) -> CardLayout:
    """Lay a card out in a row `width` wide. `day_word` stands before the time of a day's first compact card.

    `is_member`: it stands under the head of its open story.
    """
    left = row.left + (_MEMBER_INDENT if is_member else 0)
    right = max(left + 40, width - row.right)
    placed: list[Words] = []
    completeness, star, note, meta_end = _meta_right(words, right, row, measure, placed)
    story = _meta_left(words, left, meta_end, row, measure, placed, day_word, is_member=is_member)
    _text(words, left, right, row, measure, placed)
    quotes, foot_end = _foot_right(words, left, right, row, measure, placed)
    topics = _foot_left(words, left, foot_end, row, measure, placed)
    dot_y = row.meta_y + (row.meta_h - DOT) / 2
    rail = row.left + _RAIL if is_member else None
    dot_x = row.dot_x if rail is None else rail + 1 - DOT / 2
    return CardLayout(
        height=row.height,
        monogram=Box(left, row.meta_y + (row.meta_h - MONOGRAM) / 2, MONOGRAM, MONOGRAM),
        words=tuple(placed),
        topics=topics,
        unread=None if words.is_read else Box(dot_x, dot_y, DOT, DOT),
        completeness=completeness,
        star=star,
        note=note,
        quotes=quotes,
        story=story,
        rail=rail,
    )


def _meta_right(
    words: CardWords, right: float, row: RowMeasures, measure: Measure, placed: list[Words]
) -> tuple[tuple[float, float], tuple[float, float] | None, tuple[float, float] | None, float]:
    middle = row.meta_y + row.meta_h / 2
    x = right
    if words.state:
        w = measure.width(Ink.STATE, words.state)
        x -= w
        placed.append(Words(Box(x, row.meta_y, w, row.meta_h), words.state, Ink.STATE))
        x -= 6
    is_locked = words.completeness is Completeness.BLOCKED
    x -= ICON if is_locked else 11
    completeness = (x, middle - (ICON / 2 if is_locked else 5))
    star = note = None
    if words.is_starred:
        x -= _GAP + ICON
        star = (x, middle - ICON / 2)
    if words.has_notes:
        x -= _GAP + ICON
        note = (x, middle - ICON / 2)
    return completeness, star, note, x - _GAP


def _meta_left(
    words: CardWords,
    left: float,
    end: float,
    row: RowMeasures,
    measure: Measure,
    placed: list[Words],
    day_word: str,
    *,
    is_member: bool,
) -> Box | None:
    x = left + MONOGRAM + 6
    time_w = measure.width(Ink.TIME, words.time)
    day_w = measure.width(Ink.DAY, day_word) + 4 if day_word else 0.0
    sample = "" if not words.is_sample else QCoreApplication.translate("card", "sample")
    # The time is never cut: the outlet's name gives way.
    name_room = end - x - _GAP - day_w - time_w
    called = words.outlet.name_within(name_room, partial(measure.width, Ink.OUTLET))
    name = measure.elided(Ink.OUTLET, called, max(0.0, name_room))
    name_w = min(measure.width(Ink.OUTLET, name), max(0.0, name_room))
    placed.append(Words(Box(x, row.meta_y, name_w, row.meta_h), name, Ink.OUTLET))
    x += name_w + _GAP
    if day_word:
        placed.append(Words(Box(x, row.meta_y, day_w - 4, row.meta_h), day_word, Ink.DAY))
        x += day_w
    placed.append(Words(Box(x, row.meta_y, time_w, row.meta_h), words.time, Ink.TIME))
    x += time_w + _GAP
    sample_w = measure.width(Ink.SAMPLE, sample) if sample else 0.0
    story = None if is_member else _pill(words, x, end - (sample_w + _GAP if sample else 0.0), row, measure, placed)
    if story is not None:
        x = story.right + _GAP
    if sample and x + sample_w <= end:
        placed.append(Words(Box(x, row.meta_y, sample_w, row.meta_h), sample, Ink.SAMPLE))
    return story


def _pill(
    words: CardWords, x: float, end: float, row: RowMeasures, measure: Measure, placed: list[Words]
) -> Box | None:
    """Place the pill of a story: its whole words, else its short ones, else nothing."""
    for text in dict.fromkeys((words.story, words.story_short)):
        w = measure.width(Ink.STORY, text) + _PILL_LEFT + _PILL_RIGHT
        if text and x + w <= end:
            box = Box(x, row.meta_y, w, row.meta_h)
            placed.append(Words(Box(x + _PILL_LEFT, row.meta_y, w - _PILL_RIGHT, row.meta_h), text, Ink.STORY))
            return box
    return None


def _text(words: CardWords, left: float, right: float, row: RowMeasures, measure: Measure, placed: list[Words]) -> None:
    width = right - left
    is_chinese = words.is_chinese
    lines = measure.broken(Ink.HEADLINE, words.headline, width, row.n_headline_lines, is_chinese=is_chinese)
    y = row.text_y
    for line in lines:
        placed.append(Words(Box(left, y, width, row.headline_h), line, Ink.HEADLINE, is_chinese))
        y += row.headline_h
    n_snippet = int((row.text_y + row.text_h - y) // row.snippet_h)
    if n_snippet and words.snippet:
        for line in measure.broken(Ink.SNIPPET, words.snippet, width, n_snippet, is_chinese=is_chinese):
            placed.append(Words(Box(left, y, width, row.snippet_h), line, Ink.SNIPPET, is_chinese))
            y += row.snippet_h


def _foot_right(
    words: CardWords, left: float, right: float, row: RowMeasures, measure: Measure, placed: list[Words]
) -> tuple[tuple[float, float] | None, float]:
    if not words.n_quotes:
        return None, right
    said = f"{words.n_quotes:,}"
    named = joined((said, words.first_speaker))
    first_topic = _SHAPE_ROOM + measure.width(Ink.FOOT, words.topics[0][1]) + _TOPIC_GAP if words.topics else 0.0
    mark = _QUOTE_ROOM * row.foot_h
    room = right - left - first_topic - mark
    if named != said and measure.width(Ink.FOOT, named) <= room:
        said = named
    w = measure.width(Ink.FOOT, said)
    placed.append(Words(Box(right - w, row.foot_y, w, row.foot_h), said, Ink.FOOT))
    x = right - w - mark
    return (x, row.foot_y + row.foot_h / 2), x - _TOPIC_GAP


def _foot_left(
    words: CardWords, left: float, end: float, row: RowMeasures, measure: Measure, placed: list[Words]
) -> tuple[TopicMark, ...]:
    marks: list[TopicMark] = []
    middle = row.foot_y + row.foot_h / 2
    x = left
    for number, (topic, name) in enumerate(words.topics):
        n_left = len(words.topics) - number - 1
        more = f"+{n_left}"
        more_w = measure.width(Ink.FOOT, more) + _TOPIC_GAP if n_left else 0.0
        w = measure.width(Ink.FOOT, name)
        if number and x + _SHAPE_ROOM + w + more_w > end:
            rest = f"+{n_left + 1}"
            rest_w = measure.width(Ink.FOOT, rest)
            if x + rest_w <= end:
                placed.append(Words(Box(x, row.foot_y, rest_w, row.foot_h), rest, Ink.FOOT))
            break
        if not number and x + _SHAPE_ROOM + w > end:
            name = measure.elided(Ink.FOOT, name, max(0.0, end - x - _SHAPE_ROOM))
            w = measure.width(Ink.FOOT, name)
        marks.append(TopicMark(topic, x + 4, middle))
        placed.append(Words(Box(x + _SHAPE_ROOM, row.foot_y, w, row.foot_h), name, Ink.FOOT))
        x += _SHAPE_ROOM + w + _TOPIC_GAP
    return tuple(marks)
