"""The typefaces of a PDF: the shipped one for Latin letters, and for all that it lacks a Chinese font of this computer.

The Chinese one is embedded where it is TrueType; where there is none, the reader's own STSong-Light is named.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from dateline.settings import resource

log = logging.getLogger(__name__)

#: TrueType Chinese fonts, (path, number in a collection), best first. OpenType ones with CFF cannot be embedded.
_CHINESE_FONTS = (
    ("/usr/share/fonts/truetype/arphic/uming.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-microhei.ttc", 0),
    ("/usr/share/fonts/truetype/wqy/wqy-zenhei.ttc", 0),
    ("/usr/share/fonts/truetype/droid/DroidSansFallbackFull.ttf", 0),
    ("/System/Library/Fonts/Supplemental/Songti.ttc", 6),
    ("/Library/Fonts/Arial Unicode.ttf", 0),
    ("C:/Windows/Fonts/simsun.ttc", 0),
    ("C:/Windows/Fonts/msyh.ttc", 0),
)
_NAMED_CHINESE = "STSong-Light"
_LATIN, _BOLD = "SourceSerif4", "SourceSerif4-Bold"
#: Marks that both have; beside Chinese they are set as wide as the Chinese are.
_SHARED_MARKS = "‘’“”—…·"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of fonts that ReportLab knows. `lacking` finds the stretches that the Latin one has no letters for."""

    latin: str
    bold: str
    chinese: str
    lacking: re.Pattern[str]

    def runs(self, text: str, *, is_chinese: bool) -> list[tuple[str, bool]]:
        """Return text in stretches, each with whether the Chinese font sets it; in Chinese its marks are set by it."""
        found: list[tuple[str, bool]] = []
        at = 0
        pattern = _with_marks(self.lacking) if is_chinese else self.lacking
        for run in pattern.finditer(text):
            if run.start() > at:
                found.append((text[at : run.start()], False))
            found.append((run.group(), True))
            at = run.end()
        if at < len(text):
            found.append((text[at:], False))
        return found


@lru_cache(maxsize=1)
def known_fonts() -> Fonts:
    """Make the fonts known to ReportLab, and return them."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    folder = resource("fonts")
    regular = TTFont(_LATIN, str(folder / "SourceSerif4-Regular.ttf"))
    pdfmetrics.registerFont(regular)
    pdfmetrics.registerFont(TTFont(_BOLD, str(folder / "SourceSerif4-Semibold.ttf")))
    return Fonts(_LATIN, _BOLD, _chinese_font(), _outside(frozenset(regular.face.charToGlyph)))


def _chinese_font() -> str:
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    for path, number in _CHINESE_FONTS:
        if Path(path).exists():
            try:
                pdfmetrics.registerFont(TTFont("DatelineChinese", path, subfontIndex=number))
            except (TTFError, OSError, ValueError) as error:
                log.info("%s cannot be embedded: %s", path, error)
            else:
                return "DatelineChinese"
    pdfmetrics.registerFont(UnicodeCIDFont(_NAMED_CHINESE))
    return _NAMED_CHINESE


def _outside(letters: frozenset[int]) -> re.Pattern[str]:
    """Return a pattern of the stretches that have none of these letters; spaces and line ends belong to neither."""
    ranges: list[tuple[int, int]] = []
    for letter in sorted(letters | {0x09, 0x0A, 0x0D, 0x20}):
        if ranges and letter == ranges[-1][1] + 1:
            ranges[-1] = (ranges[-1][0], letter)
        else:
            ranges.append((letter, letter))
    known = "".join(f"{re.escape(chr(first))}-{re.escape(chr(last))}" for first, last in ranges)
    return re.compile(f"[^{known}]+")


@lru_cache(maxsize=1)
def _with_marks(lacking: re.Pattern[str]) -> re.Pattern[str]:
    return re.compile(f"(?:{lacking.pattern.removesuffix('+')}|[{_SHARED_MARKS}])+")
