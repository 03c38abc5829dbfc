"""Patterns that begin with one of many words, tried only where such a word stands.

`re` tries an alternation of a hundred words at every place of a text, word by word. One pass of Aho–Corasick tells the
few places at which it can match at all; what matches there is still for the pattern to say.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

import ahocorasick_rs

_SURROGATE = re.compile("[\ud800-\udfff]")


def word_finder(
    words: Iterable[str], kind: ahocorasick_rs.MatchKind = ahocorasick_rs.MatchKind.LeftmostLongest
) -> ahocorasick_rs.AhoCorasick:
    """Return a finder of some hundred different words; of those that begin together it finds the longest.

    For so few a table of all states is small, and is gone through several times as fast as one of most.
    """
    return ahocorasick_rs.AhoCorasick(
        dict.fromkeys(words), kind, store_patterns=False, implementation=ahocorasick_rs.Implementation.DFA
    )


class CuedPattern:
    """A pattern each of whose matches begins with one of the given beginnings."""

    def __init__(self, pattern: re.Pattern[str], beginnings: Iterable[str]) -> None:
        self._pattern = pattern
        self._beginnings = word_finder(beginnings, ahocorasick_rs.MatchKind.Standard)

    def places(self, sought: str) -> list[int]:
        """Return where a match may begin, in order; `sought` is the text in the form the beginnings are written in."""
        try:
            found = self._beginnings.find_matches_as_indexes(sought, overlapping=True)
        except UnicodeEncodeError:  # a lone surrogate, which the automaton cannot be given
            found = self._beginnings.find_matches_as_indexes(_SURROGATE.sub("\ufffd", sought), overlapping=True)
        return sorted({start for _, start, _ in found})

    def match(self, text: str, at: int, end: int) -> re.Match[str] | None:
        """Return the match that begins at a place and ends before `end`."""
        return self._pattern.match(text, at, end)

    def finditer(self, text: str, sought: str, low: int = 0, high: int | None = None) -> Iterator[re.Match[str]]:
        """Yield the matches in `text[low:high]`, in order, none overlapping another."""
        high = len(text) if high is None else high
        end = low
        for place in self.places(sought[low:high]):
            if low + place >= end and (found := self._pattern.match(text, low + place, high)) is not None:
                end = found.end()
                yield found


def first_words(forms: Iterable[str]) -> set[str]:
    """Return the first word of each form as it is found in any case: lower case, without the * for any ending."""
    return {re.split(r"[\s*-]", form.lower(), maxsplit=1)[0] for form in forms}
