"""Search tokens: what a text is cut into before it is indexed, and a question before it is asked.

Both sides go through `tokens`, so what they agree on is decided here and nowhere else. Latin words stay whole,
lower-cased and without diacritics; every Han (and kana) character is a token of its own, Traditional folded to
Simplified, so that a Chinese word of any length is found as a phrase (docs/decisions/0004-search-tokens.md). Clause
punctuation between two Han characters is a token too: 国美 is not found in 中国、美国. Zero-width characters vanish.
Nothing here knows where tokens are kept.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from dateline.text.script import fold

#: Raise it when `tokens` cuts differently: an index made with another version is made again.
TOKENS_VERSION = 1

#: Stands for clause punctuation between two Han characters.
BREAK = "。"

_INVISIBLE = re.compile("[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_ACCENT = re.compile("[\u0300-\u036f]")
_SINGLE = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\U00020000-\U0003ffff"
#: What most English texts have beyond ASCII; none of it is part of a word.
_TYPOGRAPHY = "“”‘’–—…\u00a0"
_ASCII_WORD = re.compile("[a-z0-9]+")


@lru_cache(maxsize=1)
def _token() -> re.Pattern[str]:
    # A run of single characters; a word; or clause punctuation between two characters: told apart by their groups.
    # Compiled at the first text that is not plain English, which a start has none of.
    return re.compile(
        rf"([{_SINGLE}]+)|([^\W_{_SINGLE}]+)|(?<=[{_SINGLE}])\s*[,.;:!?，。；：！？、…\n—]+\s*(?=[{_SINGLE}])"
    )


def tokens(text: str) -> list[str]:
    """Return the search tokens of `text` in order; none holds a space, an ASCII capital or ASCII punctuation."""
    plain = text
    if not text.isascii():
        for mark in _TYPOGRAPHY:
            plain = plain.replace(mark, " ")
    if plain.isascii():
        return _ASCII_WORD.findall(plain.lower())
    found: list[str] = []
    for singles, word in _token().findall(_plain(text)):
        if singles:
            found += singles
        else:
            found.append(word or BREAK)
    return found


def token_text(text: str) -> str:
    """Return the tokens of `text` with one space between them, as the index takes them."""
    return " ".join(tokens(text))


def _plain(text: str) -> str:
    text = _INVISIBLE.sub("", text)
    if not text.isascii():
        decomposed = unicodedata.normalize("NFKD", text)
        text = unicodedata.normalize("NFC", _ACCENT.sub("", decomposed))
    return fold(text.casefold())
