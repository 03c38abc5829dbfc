"""The typefaces that Dateline ships, and the stacks a text is set in.

Inter is the interface, Source Serif 4 the news; Chinese always comes from the system, never bundled, never slanted.
Sizes are given in logical pixels and turned into points here, because Qt takes whole pixels only.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Any

from PySide6.QtGui import QFont, QFontDatabase, QGuiApplication

from dateline.settings import resource

#: Those of the interface before those of the news.
_FILES = (
    "Inter-Regular.ttf",
    "Inter-Medium.ttf",
    "Inter-SemiBold.ttf",
    "SourceSerif4-Regular.ttf",
    "SourceSerif4-Semibold.ttf",
    "SourceSerif4-It.ttf",
)

#: What articles are set in unless the user wants another family.
READING_FAMILY = "Source Serif 4"

TABULAR = QFont.Tag("tnum")

#: In English in every language: where it is said, Chinese could not be read.
NO_CHINESE = (
    "This computer has no typeface for Chinese: its letters show as empty boxes. "
    "Install one, such as Noto Sans CJK, and start Dateline again."
)

#: The system says which family they are.
_GENERIC = frozenset({"serif", "sans-serif", "monospace"})

#: A run of letters, figures and spaces between them that a Latin typeface sets inside a Chinese text.
_LATIN_RUN = re.compile(r"[!-~\u00a1-\u024f]+(?: +[!-~\u00a1-\u024f]+)*")


def load_fonts() -> tuple[str, ...]:
    """Make the shipped typefaces known to Qt; names the files that could not be read (the system's fonts then serve).

    Calling it again costs nothing.
    """
    app = QGuiApplication.instance()
    if app is None or app.property("dateline_fonts"):
        return ()
    folder = resource("fonts")
    missing = tuple(name for name in _FILES if QFontDatabase.addApplicationFont(str(folder / name)) < 0)
    app.setProperty("dateline_fonts", True)
    _installed.cache_clear()
    return missing


def make_font(families: tuple[str, ...], px: float, weight: int, *, is_italic: bool = False) -> QFont:
    """Return a font of the given stack, `px` logical pixels high."""
    font = QFont()
    font.setFamilies(list(families))
    font.setPointSizeF(px * 72 / QGuiApplication.primaryScreen().logicalDotsPerInchY())
    font.setWeight(QFont.Weight(weight))
    font.setItalic(is_italic)
    return font


def font_of_style(
    look: dict[str, Any],
    families: dict[str, list[str]],
    text_scale: float,
    *,
    weight: int | None,
    is_italic: bool,
    is_tabular: bool,
    is_chinese: bool,
    wanted: str,
) -> QFont:
    """Return the font of a style of the type scale, in the stack that it names; the family `wanted` before that.

    A wanted family without Chinese letters sets no Chinese text: it would take the marks alone.
    """
    latin_name = look["family"].removesuffix("_zh")
    latin, chinese = _there(families[latin_name]), _there(families[latin_name + "_zh"])
    chinese_first = is_chinese or look["family"] != latin_name
    # The generic name ends the stack, or it would take the Chinese letters first.
    stack = (*chinese, *latin) if chinese_first else (*latin[:-1], *chinese, latin[-1])
    if wanted and (not chinese_first or _sets_chinese(wanted)):
        stack = (wanted, *stack)
    font = make_font(stack, look["px"] * text_scale, weight or look["weight"], is_italic=is_italic)
    if is_tabular:
        font.setFeature(TABULAR, 1)
    return font


def latin_runs(text: str) -> list[tuple[int, int]]:
    """Return the stretches of a Chinese text that a Latin typeface sets, as (start, end) in code points.

    Chinese marks (“ ” … — ·) stay with the Chinese typeface, though Latin ones own them too.
    """
    return [match.span() for match in _LATIN_RUN.finditer(text)]


def sets_chinese() -> bool:
    """Tell whether this computer has a typeface with Chinese letters; Dateline comes with none."""
    return bool(QFontDatabase.families(QFontDatabase.WritingSystem.SimplifiedChinese))


def _there(families: list[str]) -> list[str]:
    """Return those of a stack that this computer has.

    For every Chinese letter Qt looks into each family of its stack, the missing ones too: a third of its work.
    """
    return [family for family in families if family in _GENERIC or family in _installed()]


@lru_cache(maxsize=1)
def _installed() -> frozenset[str]:
    return frozenset(QFontDatabase.families())


def _sets_chinese(family: str) -> bool:
    return QFontDatabase.WritingSystem.SimplifiedChinese in QFontDatabase.writingSystems(family)
