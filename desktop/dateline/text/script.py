"""Scripts: which one a character belongs to, and Traditional Chinese folded to Simplified.

Folding is for matching only, never for display. It maps one character to one character, so every position in the
folded text is the same position in the original.
"""

from __future__ import annotations

import re
from functools import lru_cache

_FIRST_HAN = "\u3400"
#: What is shorter is folded as fast as it is looked up, and would push whole texts out of the cache.
_LONG = 200


def is_han(character: str) -> bool:
    """Tell whether one character is a Chinese ideograph."""
    return (
        "\u4e00" <= character <= "\u9fff"
        or "\u3400" <= character <= "\u4dbf"
        or "\uf900" <= character <= "\ufaff"
        or "\U00020000" <= character <= "\U0003ffff"
    )


def has_han(text: str) -> bool:
    """Tell whether any Chinese ideograph stands in the text."""
    if text.isascii():
        return False
    if len(text) >= _LONG:
        return _n_han_long(text) > 0
    return max(text) >= _FIRST_HAN and any(map(is_han, text))


def n_han(text: str) -> int:
    """Count the Chinese ideographs in the text."""
    if text.isascii():
        return 0
    if len(text) >= _LONG:
        return _n_han_long(text)
    return _count(text) if max(text) >= _FIRST_HAN else 0


def fold(text: str) -> str:
    """Return `text` with Traditional characters as Simplified ones; the length never changes.

    The pairs are OpenCC's character table (TSCharacters); of several Simplified forms the first, commonest, is taken.
    """
    if not has_han(text):
        return text
    return _folded(text, set(text)) if len(text) < _LONG else _fold_long(text)


@lru_cache(maxsize=8)  # every finder of analysis asks for the same text
def _fold_long(text: str) -> str:
    return _folded(text, set(_traditional().findall(text)))


def _folded(text: str, characters: set[str]) -> str:
    # Few kinds of characters in a text are Traditional: several times as quick as looking every character up.
    pairs = _simplified()
    for character in pairs.keys() & characters:
        text = text.replace(character, pairs[character])
    return text


@lru_cache(maxsize=8)
def _n_han_long(text: str) -> int:
    return _count(text) if _eastern().search(text) else 0


def _count(text: str) -> int:
    return sum(map(len, _han_runs().findall(text)))


# Sets of so many characters take milliseconds to compile, which a start is spared.
@lru_cache(maxsize=1)
def _eastern() -> re.Pattern[str]:
    """Return a pattern of one range: a long text is scanned for it faster than for four; without it there is no Han."""
    return re.compile("[\u3400-\U0010ffff]")


@lru_cache(maxsize=1)
def _han_runs() -> re.Pattern[str]:
    return re.compile("[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")


@lru_cache(maxsize=1)
def _traditional() -> re.Pattern[str]:
    """Return a pattern for every Traditional character, and for all ideographs beyond the first plane.

    A class is looked up in a table, but for what lies beyond that plane: one range there instead of hundreds of signs.
    """
    within = "".join(character for character in _simplified() if character <= "\uffff")
    return re.compile(f"[{within}\U00020000-\U0003ffff]")


@lru_cache(maxsize=1)
def _simplified() -> dict[str, str]:
    from importlib import resources

    table = resources.files("opencc").joinpath("dictionary", "TSCharacters.txt").read_text(encoding="utf-8")
    pairs: dict[str, str] = {}
    for line in table.splitlines():
        traditional, _, simplified = line.partition("\t")
        first = simplified.split(" ")[0]
        if len(traditional) == 1 and len(first) == 1 and traditional != first:
            pairs[traditional] = first
    # One character is Simplified to one that is itself Traditional: folded twice, so that the order is of no matter.
    return {traditional: pairs.get(simplified, simplified) for traditional, simplified in pairs.items()}
