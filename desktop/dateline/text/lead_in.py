"""What leads up to some words in their own sentence: by it one sees how an article brings a quote in. Pure."""

from __future__ import annotations

from typing import NamedTuple

from dateline.text.sentences import sentences
from dateline.text.span import Span

#: Code points of the sentence that are kept before the words; a Chinese character is worth two letters.
_MOST, _MOST_CHINESE = 56, 24
#: A paragraph is looked at this far back.
_REACH = 600
#: No text begins with these.
_LOOSE = "，、；：。！？）》」』”’"
_PAIRS = {"“": "”", "‘": "’", '"': '"', "「": "」", "『": "』", "«": "»"}


class LedIn(NamedTuple):
    """Words with what leads up to them; `marked` are the words themselves, with the quotation marks around them."""

    text: str
    marked: Span


def lead_in(text: str, words: Span, lang: str) -> LedIn:
    """Return words of a text behind the beginning of their sentence; of a long one, its end alone after "…"."""
    start, end = words
    if start > 0 and end < len(text) and _PAIRS.get(text[start - 1]) == text[end]:
        start, end = start - 1, end + 1
    paragraph = text.rfind("\n", 0, start) + 1
    cut = max(paragraph, start - _REACH)
    own = [one for one in sentences(text, lang, (Span(cut, end),)) if one.start <= start]
    first = own[-1].start if own else start
    most = _MOST_CHINESE if lang.startswith("zh") else _MOST
    before = " ".join(text[first:start].split())
    gap = " " if before and text[start - 1].isspace() else ""
    if len(before) > most:
        kept = before[-most:]
        before = "…" + (kept.lstrip(_LOOSE) if lang.startswith("zh") else " " + kept.partition(" ")[2])
    before += gap
    shown = " ".join(text[start:end].split())
    return LedIn(before + shown, Span(len(before), len(before) + len(shown)))
