"""What Dateline looks like: the design tokens as colours, fonts and measures, light and dark.

`Theme` is a value of one scheme. `Appearance` holds the one in force, follows the system live (or the user's choice)
and dresses the application: Fusion, a palette, a small style sheet. Widgets are given the `Appearance`, read
`appearance.theme` when they paint, and repaint at `appearance.changed`. No widget states a colour of its own.
"""

from __future__ import annotations

import gc
import json
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from enum import StrEnum
from functools import lru_cache
from types import MappingProxyType
from typing import Any, NamedTuple
from zlib import crc32

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtGui import QColor, QFont, QPalette, QStyleHints
from PySide6.QtWidgets import QAbstractScrollArea, QApplication

from dateline.news.topics import UMBRELLA
from dateline.settings import resource
from dateline.ui.fonts import font_of_style, load_fonts
from dateline.ui.sheet_marks import mark_files
from dateline.ui.style_sheet import FUSION, style_sheet

N_SPEAKER_SLOTS = 8
#: What the user may choose of a theme.
_CHOICES = ("is_dark", "text_scale", "has_high_contrast", "reading_font")
#: The styles that the user's typeface for articles sets.
_OF_ARTICLES = frozenset({"headline", "headline_zh", "body", "body_zh"})
#: Qt tells of the system's contrast from 6.10 on.
_KNOWS_CONTRAST = hasattr(QStyleHints, "accessibility")


class Scheme(StrEnum):
    """The user's choice of light and dark."""

    SYSTEM = "system"
    LIGHT = "light"
    DARK = "dark"


class Contrast(StrEnum):
    """The user's choice of contrast."""

    SYSTEM = "system"
    NORMAL = "normal"
    HIGH = "high"


class Shape(StrEnum):
    """The small shapes that tell a topic's family without its colour."""

    DIAMOND = "diamond"
    CIRCLE = "circle"
    SQUARE = "square"
    TRIANGLE = "triangle"
    HALF_DISC = "half-disc"


class Colours(NamedTuple):
    """The named colours of one scheme, as in resources/theme/tokens.json."""

    window: QColor
    list: QColor
    paper: QColor
    raised: QColor
    hover: QColor
    line: QColor
    line_strong: QColor
    control_border: QColor
    text: QColor
    text_secondary: QColor
    text_tertiary: QColor
    text_disabled: QColor
    accent: QColor
    accent_on_soft: QColor
    selection: QColor
    on_accent: QColor
    unread: QColor
    star: QColor
    warn: QColor
    warn_ground: QColor
    danger: QColor
    danger_ground: QColor
    ok: QColor
    highlight: QColor
    highlight_line: QColor
    scroll_handle: QColor
    topic_policy: QColor
    topic_technology: QColor
    topic_resources: QColor
    topic_money: QColor
    outlet_1: QColor
    outlet_2: QColor
    outlet_3: QColor
    outlet_4: QColor
    outlet_5: QColor
    outlet_other: QColor
    mark_letter: QColor


class SpeakerTint(NamedTuple):
    """The ground and the ink of one of the eight speakers that an article can tell apart by colour."""

    slot: int  # from 0
    name: str
    tint: QColor
    ink: QColor


class _TopicLook(NamedTuple):
    family: str
    shape: Shape


@dataclass(frozen=True, eq=False)
class Theme:
    """One scheme, ready to paint with.

    `text_scale` is the user's text size, 0.9 to 1.5; `reading_font` the family that articles are set in, "" for ours.
    """

    is_dark: bool
    colour: Colours
    speakers: tuple[SpeakerTint, ...]
    text_scale: float = 1.0
    has_high_contrast: bool = False
    reading_font: str = ""
    _fonts: dict[tuple[Any, ...], QFont] = field(default_factory=dict, repr=False)

    def font(
        self,
        style: str,
        *,
        weight: int | None = None,
        is_italic: bool = False,
        is_tabular: bool = False,
        is_chinese: bool = False,
    ) -> QFont:
        """Return the font of a named style of the type scale, such as `card_headline`. Share it, do not change it.

        `is_chinese` puts the Chinese families first, for text that is Chinese; its Latin runs take the plain font.
        """
        key = (style, weight, is_italic, is_tabular, is_chinese)
        made = self._fonts.get(key)
        if made is None:
            made = self._fonts[key] = font_of_style(
                _tokens()["type"]["scale"][style],
                _tokens()["type"]["families"],
                self.text_scale,
                weight=weight,
                is_italic=is_italic,
                is_tabular=is_tabular,
                is_chinese=is_chinese,
                wanted=self.reading_font if style in _OF_ARTICLES else "",
            )
        return made

    def line(self, style: str) -> int:
        """Return the line height of a named style, in logical pixels."""
        return round(_tokens()["type"]["scale"][style]["line"] * self.text_scale)

    def topic_shape(self, topic: str) -> Shape:
        """Return the shape of a topic's family; a topic of the user's own counts as technology."""
        return _topic_look(topic).shape

    def topic_colour(self, topic: str) -> QColor:
        """Return the colour of a topic's family."""
        family = _topic_look(topic).family
        return self.colour.accent if family == "umbrella" else getattr(self.colour, f"topic_{family}")

    def outlet_colour(self, number: int | None) -> QColor:
        """Return the colour of an outlet's square: 1 to 5, anything else is "other"."""
        return getattr(self.colour, f"outlet_{number}") if number in {1, 2, 3, 4, 5} else self.colour.outlet_other

    def speaker(self, slot: int) -> SpeakerTint:
        """Return the tint of a slot, 0 to 7."""
        return self.speakers[slot % N_SPEAKER_SLOTS]


def size(name: str) -> int:
    """Return a named measure of the design in logical pixels, such as `size("filter_bar")`."""
    return int(_tokens()["size"][name])


def radius(name: str) -> int:
    """Return a named corner radius of the design in logical pixels."""
    return int(_tokens()["radius"][name])


def home_slot(person: str) -> int:
    """Return the tint slot a person always takes where nobody else needs it, from the id (or the name)."""
    return crc32(person.encode("utf-8")) % N_SPEAKER_SLOTS


def speaker_slots(persons: Sequence[str], pinned: Mapping[str, int] = MappingProxyType({})) -> dict[str, int]:
    """Give each person of an article, in order of their first quote, a tint slot.

    Each takes the pinned slot, else the home slot, else the next one free; from the ninth on they share home slots.
    """
    slots: dict[str, int] = {}
    taken: set[int] = set()
    for person in persons:
        if person in slots:
            continue
        slot = pinned.get(person, home_slot(person)) % N_SPEAKER_SLOTS
        if person not in pinned and len(taken) < N_SPEAKER_SLOTS:
            while slot in taken:
                slot = (slot + 1) % N_SPEAKER_SLOTS
        slots[person] = slot
        taken.add(slot)
    return slots


def make_theme(
    *, is_dark: bool, text_scale: float = 1.0, has_high_contrast: bool = False, reading_font: str = ""
) -> Theme:
    """Return the light or the dark theme; with high contrast grounds are plain, and text and borders stronger."""
    name = "dark" if is_dark else "light"
    tokens = _tokens()
    named = tokens["colour"][name] | (tokens["high_contrast"][name] if has_high_contrast else {})
    colours = Colours(**{name: QColor(named[name]) for name in Colours._fields})
    speakers = tuple(
        SpeakerTint(one["slot"] - 1, one["name"], QColor(one["tint"]), QColor(one["ink"]))
        for one in tokens["speaker"][name]
    )
    return Theme(
        is_dark=is_dark,
        colour=colours,
        speakers=speakers,
        text_scale=text_scale,
        has_high_contrast=has_high_contrast,
        reading_font=reading_font,
    )


class Appearance(QObject):
    """The theme in force. Dresses the whole application; there is one in a running program."""

    changed = Signal()

    def __init__(
        self,
        parent: QObject | None = None,
        *,
        scheme: Scheme = Scheme.SYSTEM,
        contrast: Contrast = Contrast.SYSTEM,
        text_scale: float = 1.0,
        reading_font: str = "",
        has_sheet: bool = True,
    ) -> None:
        """Dress the application; without `has_sheet` but for the style sheet, which `put_on_sheet` puts on.

        Under a style sheet every widget is looked at again each time that something around it is put together.
        """
        super().__init__(parent)
        load_fonts()
        self._scheme = scheme
        self._contrast = contrast
        self._text_scale = text_scale
        self._reading_font = reading_font
        self._hints = QApplication.styleHints()
        self._hints.setColorScheme(_QT_SCHEME[scheme])
        self.theme = self._made()
        self._dress()
        if has_sheet:
            self.put_on_sheet()
        self._hints.colorSchemeChanged.connect(self._follow)
        if _KNOWS_CONTRAST:
            self._hints.accessibility().contrastPreferenceChanged.connect(self._follow)

    @property
    def scheme(self) -> Scheme:
        """The user's choice."""
        return self._scheme

    def choose_scheme(self, scheme: Scheme) -> None:
        """Take the user's choice: light, dark, or as the system has it."""
        self._scheme = scheme
        self._hints.setColorScheme(_QT_SCHEME[scheme])
        self._follow()

    @property
    def contrast(self) -> Contrast:
        """The user's choice."""
        return self._contrast

    def choose_contrast(self, contrast: Contrast) -> None:
        """Take the user's choice: normal or high contrast, or as the system has it."""
        self._contrast = contrast
        self._follow()

    def choose_text_scale(self, text_scale: float) -> None:
        """Take the user's text size, 0.9 to 1.5."""
        self._text_scale = min(1.5, max(0.9, text_scale))
        self._follow()

    def choose_reading_font(self, family: str) -> None:
        """Take the family that articles are set in; "" for the one Dateline comes with."""
        self._reading_font = family
        self._follow()

    def _wants_dark(self) -> bool:
        if self._scheme is Scheme.SYSTEM:
            return self._hints.colorScheme() is Qt.ColorScheme.Dark
        return self._scheme is Scheme.DARK

    def _wants_high_contrast(self) -> bool:
        if self._contrast is Contrast.SYSTEM:
            return _KNOWS_CONTRAST and (
                self._hints.accessibility().contrastPreference() == Qt.ContrastPreference.HighContrast
            )
        return self._contrast is Contrast.HIGH

    def _made(self) -> Theme:
        return make_theme(
            is_dark=self._wants_dark(),
            text_scale=self._text_scale,
            has_high_contrast=self._wants_high_contrast(),
            reading_font=self._reading_font,
        )

    def _follow(self) -> None:
        made, now = self._made(), self.theme
        if all(getattr(made, name) == getattr(now, name) for name in _CHOICES):
            return
        self.theme = made
        # A style sheet puts back the palette that a widget had when it was first polished, and gives viewports one of
        # their own: both would keep the colours of the other scheme in widgets with a ground of their own.
        for widget in QApplication.allWidgets():
            widget.ensurePolished()
        self._dress()
        self.put_on_sheet()
        self.renew()

    def renew(self) -> None:
        """Have every widget take its fonts and colours again.

        A style sheet puts back the first ones of a widget that moves to another place in the window.
        """
        self.changed.emit()
        for widget in QApplication.allWidgets():
            if isinstance(widget, QAbstractScrollArea):
                widget.viewport().setPalette(widget.palette())

    def _dress(self) -> None:
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("An appearance needs a QApplication.")
        with _nothing_thrown_away():
            if not app.property(FUSION):
                app.setStyle("Fusion")
                app.setProperty(FUSION, "yes")
            app.setPalette(palette(self.theme))
            app.setFont(self.theme.font("control"))

    def put_on_sheet(self) -> None:
        """Put the style sheet on the application."""
        app = QApplication.instance()
        if not isinstance(app, QApplication):
            raise TypeError("An appearance needs a QApplication.")
        colours = {name: colour.name() for name, colour in self.theme.colour._asdict().items()}
        with _nothing_thrown_away():
            app.setStyleSheet(style_sheet(colours | mark_files(colours)))


@contextmanager
def _nothing_thrown_away() -> Iterator[None]:
    """Keep Python from looking for waste meanwhile.

    Qt goes through a list of all widgets and tells each, which may run code of ours and with it Python's search; a
    widget that was waste and is thrown away by it still stands in Qt's list, and the program ends there.
    """
    was_looking = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_looking:
            gc.enable()


def palette(theme: Theme) -> QPalette:
    """Return the palette of a theme for Fusion."""
    colour = theme.colour
    made = QPalette()
    for role, value in (
        (QPalette.ColorRole.Window, colour.window),
        (QPalette.ColorRole.WindowText, colour.text),
        (QPalette.ColorRole.Base, colour.list),
        (QPalette.ColorRole.AlternateBase, colour.hover),
        (QPalette.ColorRole.Text, colour.text),
        (QPalette.ColorRole.ButtonText, colour.text),
        (QPalette.ColorRole.PlaceholderText, colour.text_tertiary),
        (QPalette.ColorRole.Button, colour.raised),
        (QPalette.ColorRole.Highlight, colour.selection),
        (QPalette.ColorRole.HighlightedText, colour.text),
        (QPalette.ColorRole.Link, colour.accent),
        (QPalette.ColorRole.LinkVisited, colour.accent),
        (QPalette.ColorRole.Accent, colour.accent),
        (QPalette.ColorRole.Mid, colour.line_strong),
        (QPalette.ColorRole.Midlight, colour.line),
        (QPalette.ColorRole.Light, colour.raised),
        (QPalette.ColorRole.Dark, colour.control_border),
        (QPalette.ColorRole.ToolTipBase, colour.raised),
        (QPalette.ColorRole.ToolTipText, colour.text),
    ):
        made.setColor(role, value)
    for role in (QPalette.ColorRole.Text, QPalette.ColorRole.WindowText, QPalette.ColorRole.ButtonText):
        made.setColor(QPalette.ColorGroup.Disabled, role, colour.text_disabled)
    return made


_QT_SCHEME = {
    Scheme.SYSTEM: Qt.ColorScheme.Unknown,
    Scheme.LIGHT: Qt.ColorScheme.Light,
    Scheme.DARK: Qt.ColorScheme.Dark,
}


@lru_cache(maxsize=1)
def _tokens() -> dict[str, Any]:
    loaded: dict[str, Any] = json.loads(resource("theme/tokens.json").read_text(encoding="utf-8"))
    return loaded


@lru_cache(maxsize=64)
def _topic_look(topic: str) -> _TopicLook:
    if topic == UMBRELLA:
        return _TopicLook("umbrella", Shape.HALF_DISC)
    for family, look in _tokens()["topic"].items():
        if topic in look["topics"]:
            return _TopicLook(family, Shape(look["shape"]))
    return _TopicLook("technology", Shape.CIRCLE)
