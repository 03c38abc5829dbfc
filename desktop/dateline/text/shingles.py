"""Runs of words as numbers, few enough to be kept of every quote: two texts that share a run share a number.

The numbers are chosen by winnowing (Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document
Fingerprinting, SIGMOD 2003): of each `_WINDOW` runs that follow one another the smallest is kept, so that a shared
stretch of `_RUN + _WINDOW - 1` words is never missed. Nothing here says whether texts are the same.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache
from hashlib import blake2b

from dateline.text.tokens import BREAK, tokens

_RUN = 4
#: A Chinese character says less than a word does.
_RUN_HAN = 6
_WINDOW = 3
#: Nothing longer than this many words is looked at: no quote is.
LONGEST = 600


def words_of(text: str) -> list[str]:
    """Return the words of a quote as they are compared: no case, no marks, Traditional as Simplified."""
    return [token for token in tokens(text) if token != BREAK][:LONGEST]


def is_chinese(words: Sequence[str]) -> bool:
    """Tell whether most of the words are Chinese characters."""
    return sum(len(word) == 1 and word >= "\u3400" for word in words) * 2 > len(words)


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the chosen runs; words too few for a run are one run."""
    if not words:
        return frozenset()
    run = _RUN_HAN if is_chinese(words) else _RUN
    numbers = [number_of(" ".join(words[at : at + run])) for at in range(max(1, len(words) - run + 1))]
    if len(numbers) <= _WINDOW:
        return frozenset(numbers)
    return frozenset(min(numbers[at : at + _WINDOW]) for at in range(len(numbers) - _WINDOW + 1))


@lru_cache(maxsize=1_024)  # a quote's are asked for as others are sought that share them, and again as they are kept
def shingles_of(text: str) -> frozenset[int]:
    """Return the shingles of a quote's words."""
    return shingles(words_of(text))


def number_of(text: str) -> int:
    """Return a number of 62 bits for a string, the same in every run of the program."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 2
