"""Where a line may end in a text with Chinese in it: between any two characters, but not before a comma.

After the rules that GB/T 15834 gives for marks at the ends of lines; Latin words and numbers stay whole. Widths are
given by who sets the text; nothing here knows a font.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence

#: Marks that begin no line, and marks that end none.
_NOT_FIRST = frozenset("!%),.:;?]}¢°·’”‰′″℃–—…、。々〉》」』】〕〗〞ー・！％），．：；？］｝～￠'\"")
_NOT_LAST = frozenset("$([{£¥‘“〈《「『【〔〖〝（［｛￡￥＄#@")


def break_lines(text: str, widths: Sequence[float], room: float) -> list[str]:
    """Return one line of text as lines that are at most `room` wide; spaces at their ends are left out.

    `widths` has one for each character, in the unit of `room`. What has no place to end, such as a long address, is
    cut where the room ends.
    """
    lines = []
    start, used, good = 0, 0.0, 0  # `good` is where the line may end, at the last place that was found
    at = 0
    while at < len(text):
        if at > start and _may_part(text[at - 1], text[at]):
            good = at
        used += widths[at]
        if used > room and at > start and not text[at].isspace():
            end = good if good > start else at
            lines.append(text[start:end].strip())
            start = at = good = end
            used = 0.0
            continue
        at += 1
    lines.append(text[start:].strip())
    return [line for line in lines if line]


def _may_part(before: str, after: str) -> bool:
    """Tell whether a line may end between two characters."""
    if before.isspace() or after.isspace():
        return not after.isspace()
    if after in _NOT_FIRST or before in _NOT_LAST or unicodedata.combining(after) or "\u200d" in (before, after):
        return False
    return _is_wide(before) or _is_wide(after)


def _is_wide(sign: str) -> bool:
    return unicodedata.east_asian_width(sign) in "WF"
