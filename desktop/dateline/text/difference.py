"""The difference of two texts, in words: what stays, what went, what came; English and Chinese alike.

Lines are matched first, then sentences, then words, each by what occurs once on both sides (the idea of patience
difference), so the time is close to linear in the length of the texts. Chinese is compared by characters, and what
would read as confetti is told as a whole. What a change means (a number, a quote) is `callouts`' business.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from itertools import pairwise
from typing import NamedTuple

from dateline.text.span import Span


class Fate(StrEnum):
    """What became of a stretch."""

    SAME = "same"
    REMOVED = "removed"
    ADDED = "added"


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of one fate. `before` and `after` are where it stands in the two texts, empty where it does not."""

    fate: Fate
    text: str
    before: Span
    after: Span


class Region(NamedTuple):
    """One change: what stood in the text before, and what stands there now; either may be empty."""

    before: Span
    after: Span


@dataclass(frozen=True, slots=True)
class Difference:
    """Two texts as pieces in order, removed before added: all but the added make the text before, all but the removed
    the text after.
    """

    pieces: tuple[Piece, ...]

    @property
    def is_empty(self) -> bool:
        """Tell whether the texts are equal."""
        return all(piece.fate is Fate.SAME for piece in self.pieces)

    def regions(self) -> tuple[Region, ...]:
        """Return the changes in order; between two of them stands something that stayed."""
        found: list[Region] = []
        is_open = False
        for piece in self.pieces:
            if piece.fate is Fate.SAME:
                is_open = False
            elif is_open:
                found[-1] = Region(
                    Span(found[-1].before.start, piece.before.end), Span(found[-1].after.start, piece.after.end)
                )
            else:
                found.append(Region(piece.before, piece.after))
                is_open = True
        return tuple(found)


#: A line with its break, a sentence with what follows it, a word.
_LINE = re.compile(r"[^\n]*\n|[^\n]+")
_SENTENCE = re.compile(r".+?(?:[.!?…]+[\"'”’)\]]*\s+|[。！？；…]+[”’」』）]*\s*|\n|$)", re.DOTALL)
_WORD = re.compile(
    r"\d[\d.,:]*\d|\d|[\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]|[^\W\d_]+(?:['’\-][^\W\d_]+)*"
    r"|\s+|.",
    re.DOTALL,
)
#: Two stretches with less than this share of common letters are told as one replaced by the other.
_ALIKE = 0.4
#: A common stretch between two changes is kept only if it says this much.
_LEAST_COMMON = 3
#: Stretches of words are compared exactly where this many pairs at most are to be looked at.
_MOST_PAIRS = 10_000
#: In long stretches where no word occurs once, runs of so many words are looked for.
_RUNS = (1, 4, 8)
_LONGEST_SENTENCE = 2_000


def compare(before: str, after: str) -> Difference:
    """Return how `after` differs from `before`."""
    changes: list[Region] = []
    for lines in _changes(_cut(_LINE, before), _cut(_LINE, after), Region(Span(0, 0), Span(0, 0))):
        old, new = lines.before.of(before), lines.after.of(after)
        for sentences in _changes(_sentences(old), _sentences(new), lines):
            changes += _in_words(before, after, sentences)
    return Difference(tuple(_pieces(before, after, changes)))


def _in_words(before: str, after: str, region: Region) -> list[Region]:
    """Return the changes of two stretches word by word, or the whole where they have little in common."""
    old, new = region.before.of(before), region.after.of(after)
    if not old or not new:
        return [region]
    found = _joined(list(_changes(_cut(_WORD, old), _cut(_WORD, new), region)), before)
    n_same = len(old) - sum(len(change.before.of(before)) for change in found)
    return found if n_same >= _ALIKE * min(len(old), len(new)) else [region]


def _joined(changes: list[Region], before: str) -> list[Region]:
    """Join changes between which nothing is said: a space, a comma, one or two Chinese characters."""
    found: list[Region] = []
    for change in changes:
        if found:
            between = before[found[-1].before.end : change.before.start]
            if sum(letter.isalnum() for letter in between) < _LEAST_COMMON and "\n" not in between:
                last = found.pop()
                change = Region(Span(last.before.start, change.before.end), Span(last.after.start, change.after.end))
        found.append(change)
    return found


def _pieces(before: str, after: str, changes: Sequence[Region]) -> Iterator[Piece]:
    at, there = 0, 0
    for old, new in (*changes, Region(Span(len(before), len(before)), Span(len(after), len(after)))):
        if at < old.start:
            yield Piece(Fate.SAME, before[at : old.start], Span(at, old.start), Span(there, new.start))
        if old.start < old.end:
            yield Piece(Fate.REMOVED, old.of(before), old, Span(new.start, new.start))
        if new.start < new.end:
            yield Piece(Fate.ADDED, new.of(after), Span(old.end, old.end), new)
        at, there = old.end, new.end


def _sentences(text: str) -> list[str]:
    found: list[str] = []
    for line in _cut(_LINE, text):
        found += _cut(_SENTENCE, line) if len(line) <= 100 * _LONGEST_SENTENCE else [line]
    return found


def _cut(pattern: re.Pattern[str], text: str) -> list[str]:
    return [match.group() for match in pattern.finditer(text) if match.group()]


def _changes(old: Sequence[str], new: Sequence[str], within: Region) -> Iterator[Region]:
    """Yield what differs between two lists of stretches, as positions in the texts that hold them at `within`."""
    old_at, new_at = _starts(old, within.before.start), _starts(new, within.after.start)
    for a, b, c, d in _unmatched(old, new):
        yield Region(Span(old_at[a], old_at[b]), Span(new_at[c], new_at[d]))


def _starts(parts: Sequence[str], at: int) -> list[int]:
    starts = [at]
    for part in parts:
        starts.append(starts[-1] + len(part))
    return starts


def _unmatched(old: Sequence[str], new: Sequence[str]) -> list[tuple[int, int, int, int]]:
    """Return the stretches (old start, old end, new start, new end) between what the two lists have in common."""
    found: list[tuple[int, int, int, int]] = []
    todo = [(0, len(old), 0, len(new))]
    while todo:
        a, b, c, d = todo.pop()
        while a < b and c < d and old[a] == new[c]:
            a, c = a + 1, c + 1
        while a < b and c < d and old[b - 1] == new[d - 1]:
            b, d = b - 1, d - 1
        if a == b or c == d:
            if a < b or c < d:
                found.append((a, b, c, d))
            continue
        anchors = _anchors(old, new, a, b, c, d)
        if anchors:
            edges = [(a - 1, c - 1), *anchors, (b, d)]
            todo += [(x + 1, z, y + 1, w) for (x, y), (z, w) in pairwise(edges)]
        elif (b - a) * (d - c) <= _MOST_PAIRS:
            matcher = SequenceMatcher(None, old[a:b], new[c:d], autojunk=False)
            found += [(a + i, a + j, c + k, c + n) for tag, i, j, k, n in matcher.get_opcodes() if tag != "equal"]
        else:
            found.append((a, b, c, d))
    found.sort()
    return found


def _anchors(old: Sequence[str], new: Sequence[str], a: int, b: int, c: int, d: int) -> list[tuple[int, int]]:
    """Return places of what occurs once on each side (a part, else a run of parts): the longest run that rises."""
    for length in _RUNS:
        if min(b - a, d - c) < length:
            break
        here, there = _runs(old, a, b, length), _runs(new, c, d, length)
        n_old, n_new = Counter(here), Counter(there)
        place = {run: c + k for k, run in enumerate(there) if n_new[run] == 1}
        pairs = [(a + k, place[run]) for k, run in enumerate(here) if n_old[run] == 1 and run in place]
        found = _longest_rising(pairs)
        if found:
            return found
        if (b - a) * (d - c) <= _MOST_PAIRS:
            break
    return []


def _runs(parts: Sequence[str], start: int, end: int, length: int) -> list[tuple[str, ...]]:
    return list(zip(*(parts[start + k : end - length + 1 + k] for k in range(length)), strict=True))


def _longest_rising(pairs: Sequence[tuple[int, int]]) -> list[tuple[int, int]]:
    """Return the longest run of pairs whose second places rise (patience sorting)."""
    tops: list[int] = []
    at_top: list[int] = []
    before: list[int] = []
    for number, pair in enumerate(pairs):
        pile = bisect_left(tops, pair[1])
        before.append(at_top[pile - 1] if pile else -1)
        if pile == len(tops):
            tops.append(pair[1])
            at_top.append(number)
        else:
            tops[pile] = pair[1]
            at_top[pile] = number
    run: list[tuple[int, int]] = []
    number = at_top[-1] if at_top else -1
    while number >= 0:
        run.append(pairs[number])
        number = before[number]
    return run[::-1]
