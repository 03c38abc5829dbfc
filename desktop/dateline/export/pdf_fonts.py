"""The typefaces of a PDF: the shipped one for Latin letters, and for all that it lacks a Chinese font of this computer.

The Chinese one is embedded where it is TrueType; where there is none, the reader's own STSong-Light is named. What
neither has, and what is written from right to left, which ReportLab does not set, is named in brackets: [rocket],
[Arabic]. An empty box or a word set backwards would say something that the text does not.
"""

from __future__ import annotations

import logging
import re
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from unicodedata import bidirectional, category, name

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
_BEYOND_PLANE = 0x10000
#: Categories of what has no look of its own: combining marks, joiners, variation selectors.
_JOINING = ("Mn", "Me", "Mc", "Cf", "Cc", "Zs", "Zl", "Zp")
_LATIN, _BOLD = "SourceSerif4", "SourceSerif4-Bold"
#: Marks that both have; beside Chinese they are set as wide as the Chinese are.
_SHARED_MARKS = "‘’“”—…·"


@dataclass(frozen=True, slots=True)
class Fonts:
    """Names of fonts that ReportLab knows.

    `lacking` finds the stretches that the Latin one has no letters for, `unset` those that none of them can set.
    """

    latin: str
    bold: str
    chinese: str
    lacking: re.Pattern[str]
    unset: re.Pattern[str]

    def named(self, text: str) -> str:
        """Return text with what cannot be set named in brackets."""
        return self.unset.sub(lambda found: _named(found.group()), text)

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
    latin = frozenset(regular.face.charToGlyph)
    chinese, signs = _chinese_font()
    settable = frozenset(sign for sign in latin | signs if not _is_leftward(chr(sign)))
    unset = _outside(settable).pattern
    # Words of one script, and symbols that are joined to one, are named together.
    together = re.compile(rf"{unset}(?:[\s\u200d\ufe0f]+{unset})*")
    return Fonts(_LATIN, _BOLD, chinese, _outside(latin), together)


def _chinese_font() -> tuple[str, frozenset[int]]:
    """Return the name of the Chinese font, and the signs that it has."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.cidfonts import UnicodeCIDFont
    from reportlab.pdfbase.ttfonts import TTFError, TTFont

    for path, number in _CHINESE_FONTS:
        if Path(path).exists():
            try:
                font = TTFont("DatelineChinese", path, subfontIndex=number)
                pdfmetrics.registerFont(font)
            except (TTFError, OSError, ValueError) as error:
                log.info("%s cannot be embedded: %s", path, error)
            else:
                return font.fontName, frozenset(font.face.charToGlyph)
    pdfmetrics.registerFont(UnicodeCIDFont(_NAMED_CHINESE))
    return _NAMED_CHINESE, frozenset(sign for sign in range(_BEYOND_PLANE) if _is_of_gbk(chr(sign)))


def _is_of_gbk(sign: str) -> bool:
    try:
        sign.encode("gbk")
    except UnicodeEncodeError:
        return False
    return True


def _is_leftward(sign: str) -> bool:
    return bidirectional(sign) in ("R", "AL", "AN")


def _named(signs: str) -> str:
    """Return the names of symbols, of letters their script's, once each in a row; marks that only join have none."""
    names = []
    for sign in signs:
        known = name(sign, "unknown sign")
        if category(sign) in _JOINING:
            continue
        if category(sign).startswith(("L", "N")):
            known = re.split("[ -]", known)[0].capitalize()
        names.append(known if known[0].isupper() and known[1:].islower() else known.lower())
    names = [one for one, before in zip(names, ["", *names], strict=False) if one != before]
    return f"[{', '.join(names)}]" if names else ""


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
