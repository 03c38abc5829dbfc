"""The same text in other articles: an agency's report in many papers, a page under several addresses. Pure.

A text is known by the numbers of its sentences. The smallest few of them are its marks (a bottom-k sketch: Broder, On
the Resemblance and Containment of Documents, 1997): articles that share marks may be copies, and only those are
compared sentence by sentence. A line put before, a paragraph cut at the end, another typography make no other text.
"""

from __future__ import annotations

import re

from dateline.news.coverage import Feature
from dateline.text.script import fold, n_han
from dateline.text.shingles import number_of

#: Marks kept of a text.
N_MARKS = 6
#: So many marks in common, and two texts are compared.
SHARED_MARKS = 3
#: Texts of fewer sentences are too short to be told from a form letter.
LEAST_SENTENCES = 4
#: Of the shorter text's sentences so many stand in the longer one, and the shorter is so long beside it.
_SAME, _AS_LONG = 0.8, 0.6
_STOP = re.compile(r"[.!?。！？；;\n]+")
_NO_LETTER = re.compile(r"[\W_]+")
_SHORTEST, _SHORTEST_HAN = 30, 12


def sentences_in(text: str) -> frozenset[int]:
    """Return the sentences of a text as numbers, without case, marks and white space; very short ones say nothing."""
    pieces = (_NO_LETTER.sub("", piece) for piece in _STOP.split(fold(text).casefold()))
    return frozenset(
        number_of(f"sentence:{piece}")
        for piece in pieces
        if len(piece) >= _SHORTEST or (len(piece) >= _SHORTEST_HAN and n_han(piece) >= _SHORTEST_HAN)
    )


def marks(text: str) -> tuple[Feature, ...]:
    """Return the marks of a text as features that weigh nothing: they find copies and say nothing of the event."""
    found = sentences_in(text)
    return tuple(Feature(number, 0.0) for number in sorted(found)[:N_MARKS]) if len(found) >= LEAST_SENTENCES else ()


def is_copy(one: frozenset[int], other: frozenset[int]) -> bool:
    """Tell whether two texts, given by `sentences_in`, are the same but for what editors add and cut."""
    shorter, longer = sorted((one, other), key=len)
    if len(shorter) < max(LEAST_SENTENCES, _AS_LONG * len(longer)):
        return False
    return len(shorter & longer) >= _SAME * len(shorter)
