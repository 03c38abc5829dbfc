"""The matching form of a text: lower case, half-width, Simplified, plain apostrophes, hyphens and middle dots.

It has exactly the length of the text, so a position found in it is the same position in the text. Never shown.
"""

from __future__ import annotations

import re
from functools import lru_cache

from dateline.text import script

#: Characters with a plainer form of the same length: full-width ASCII, spaces, apostrophes, hyphens, middle dots.
_PLAIN: dict[str, str] = {
    **{chr(code): chr(code - 0xFEE0) for code in range(0xFF01, 0xFF5F)},
    **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2009\u202f\u3000", " "),
    **dict.fromkeys("\u2018\u2019\u02bc\u2032", "'"),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2212", "-"),
    **dict.fromkeys("\u2022\u2027\u30fb\u22c5\uff65", "\u00b7"),
    "\u0130": "I",  # the one letter whose lower case is two characters
}
#: What is shorter is plain as fast as it is looked up, and would push whole texts out of the cache.
_LONG = 200
_UNPLAIN = re.compile("[" + re.escape("".join(_PLAIN)) + "\ud800-\udfff]")


def normal(text: str) -> str:
    """Return the matching form of `text`; `len(normal(text)) == len(text)` whatever the text holds.

    A lone surrogate, which no encoding can carry, becomes U+FFFD.
    """
    return _matching(text) if len(text) < _LONG else _matching_long(text)


@lru_cache(maxsize=8)  # every finder of analysis asks for the same text
def _matching_long(text: str) -> str:
    return _matching(text)


def _matching(text: str) -> str:
    if text.isascii():
        return text.lower()
    text = script.fold(text)
    for character in set(_UNPLAIN.findall(text)):  # few kinds of them stand in one text
        text = text.replace(character, _PLAIN.get(character, "\ufffd"))
    return text.lower()
