"""Runs of words as numbers, few enough to be kept of every quote: two texts that share a run share a number.

The numbers are chosen by winnowing (Schleimer, Wilkerson, Aiken: Winnowing: Local Algorithms for Document
Fingerprinting, SIGMOD 2003): of each `_WINDOW` runs that follow one another the smallest is kept, so that a shared
stretch of `_RUN + _WINDOW - 1` words is never missed. Nothing here says whether texts are the same.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache
from hashlib import blake2b

from dateline.text.tokens import BREAK, tokens

_RUN = 4
#: A Chinese character says less than a word does.
_RUN_HAN = 6
_WINDOW = 3
#: Nothing longer than this many words is looked at: no quote is.
LONGEST = 600
#: A run's number is rolled on from the one before it (Karp, Rabin: Efficient Randomized Pattern-Matching Algorithms,
#: 1987), by this factor, in 62 bits.
_FACTOR, _BITS = 2_654_435_761, 2**62 - 1


@lru_cache(maxsize=4_096)  # asked by all that compare a quote: with others, for its shingles, for a translation
def words_of(text: str) -> tuple[str, ...]:
    """Return the words of a quote as they are compared: no case, no marks, Traditional as Simplified."""
    return tuple(token for token in tokens(text) if token != BREAK)[:LONGEST]


def is_chinese(words: Sequence[str]) -> bool:
    """Tell whether most of the words are Chinese characters."""
    if max(words, default="") < "\u3400":
        return False
    return sum(len(word) == 1 and word >= "\u3400" for word in words) * 2 > len(words)


def shingles(words: Sequence[str]) -> frozenset[int]:
    """Return the numbers of the chosen runs; words too few for a run are one run."""
    if not words:
        return frozenset()
    run = _RUN_HAN if is_chinese(words) else _RUN
    numbers = list(_runs(list(map(_number_of_word, words)), run))
    if len(numbers) <= _WINDOW:
        return frozenset(numbers)
    return frozenset(map(min, *(numbers[at:] for at in range(_WINDOW))))


@lru_cache(maxsize=1_024)  # a quote's are asked for as others are sought that share them, and again as they are kept
def shingles_of(text: str) -> frozenset[int]:
    """Return the shingles of a quote's words."""
    return shingles(words_of(text))


def number_of(text: str) -> int:
    """Return a number of 62 bits for a string, the same in every run of the program."""
    return int.from_bytes(blake2b(text.encode("utf-8", "surrogatepass"), digest_size=8).digest(), "big") >> 2


def _runs(numbers: Sequence[int], run: int) -> Iterator[int]:
    """Yield a number for each run of words, given by theirs; fewer than a run make one."""
    rolled = 0
    for number in numbers[:run]:
        rolled = rolled * _FACTOR + number & _BITS
    yield rolled
    first = pow(_FACTOR, run, _BITS + 1)  # what the first word of a run has become when the run has passed it
    for gone, come in zip(numbers, numbers[run:], strict=False):
        rolled = rolled * _FACTOR + come - gone * first & _BITS
        yield rolled


@lru_cache(maxsize=16_384)
def _number_of_word(word: str) -> int:
    return number_of(word)
