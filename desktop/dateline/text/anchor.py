"""Finds a passage again in a text that has changed: exactly, else by its surroundings, else by likeness with a score.

A passage is kept by its words, a little of what stood on both sides, and where it began. Where it cannot be told which
passage is meant, or whether it is the same one at all, nothing is found: a wrong place is worse than none. White space,
invisible characters and the make of quotation marks and dashes do not count. After Hypothesis' way of anchoring
annotations (exact, prefix, suffix, position), on words and single Han characters instead of letters.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from functools import cached_property
from itertools import islice

from dateline.text.span import Span

#: Characters kept of what stands before and after a passage.
CONTEXT = 32


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is kept of a passage to find it again."""

    words: str
    before: str  # up to CONTEXT characters
    after: str
    start: int  # code points, in the text it was taken from


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands now. `score` 0..1: how much of words and surroundings agrees; exact words have ≥ 0.9."""

    span: Span
    score: float
    is_exact: bool  # word for word


def make_anchor(text: str, span: Span) -> Anchor:
    """Return what must be kept of `text[span]` to find it again."""
    start, end = span
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


# --- how sure one must be ---------------------------------------------------------------------------------------------

#: A passage of at least this weight (a Han character weighs 2, any other letter or digit 1) is itself its proof.
_HEAVY = 24
#: A passage below this weight could be anybody's word.
_LIGHT = 8
#: Least agreement of the surroundings for light words, for heavier ones, and for heavy ones that stand several times.
_CONTEXT_LIGHT, _CONTEXT = 0.5, 0.3
#: By how much the best of several places must agree better than the next.
_LEAD = 0.15
#: Changed words: least likeness where the surroundings agree at least so much.
_LIKENESS = ((0.5, 0.55), (0.25, 0.75), (0.0, 0.9))
#: Few words must be more like the passage; many are needed where the surroundings do not agree.
_FEW_WORDS, _LIKENESS_FEW = 8, 0.75
_MANY_WORDS = 12

_MOST_PLACES = 400
_MOST_LOOKED_AT = 48
_SHINGLE = 3
_MOST_SEEDS = 60

_KEPT = re.compile("[^\\s\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u2069\ufe00-\ufe0f\ufeff]")
_SAME = str.maketrans("“”„‟″«»‘’‛′–—−‐‑‒―", '"""""""\'\'\'\'-------')
_HAN = "\u3005-\u3007\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_WORD = re.compile(rf"[{_HAN}]|[^\W_{_HAN}]+")
_IN_WORD = re.compile(rf"[^\W_{_HAN}]")


class ChangedText:
    """A text in which passages of another state of it are looked for. Time is near linear in its length."""

    def __init__(self, text: str) -> None:
        self._text = text

    def find(self, anchor: Anchor) -> Found | None:
        """Return where the passage stands in this text, None where that cannot be told."""
        if not anchor.words.strip():
            return None
        end = anchor.start + len(anchor.words)
        if (
            anchor.start >= 0
            and self._text.startswith(anchor.words, anchor.start)
            and self._text[max(0, anchor.start - CONTEXT) : anchor.start] == anchor.before
            and self._text[end : end + CONTEXT] == anchor.after
        ):
            return Found(Span(anchor.start, end), 1.0, is_exact=True)
        passage = _Passage(anchor)
        places = self._places(passage)
        if places:
            return self._choose(passage, places)
        return self._find_changed(passage)

    # Word for word

    @cached_property
    def _squeezed(self) -> tuple[str, list[int]]:
        return _squeeze(self._text)

    def _places(self, passage: _Passage) -> list[int]:
        """Return where the words stand in the squeezed text, not inside other words."""
        squeezed, kept = self._squeezed
        places: list[int] = []
        glued: list[int] = []
        at = squeezed.find(passage.words)
        while at >= 0 and len(places) < _MOST_PLACES:
            first, last = kept[at], kept[at + len(passage.words) - 1]
            is_glued = (passage.opens_word and first and _IN_WORD.match(self._text[first - 1])) or (
                passage.closes_word and last + 1 < len(self._text) and _IN_WORD.match(self._text[last + 1])
            )
            (glued if is_glued else places).append(at)
            at = squeezed.find(passage.words, at + 1)
        # A page that lost the space between two paragraphs glues their words together.
        return places or (glued if passage.weight >= _LIGHT else [])

    def _choose(self, passage: _Passage, places: Sequence[int]) -> Found | None:
        squeezed, kept = self._squeezed
        n = len(passage.words)
        rated = sorted(((_beside(squeezed, at, at + n, passage), at) for at in places), reverse=True)
        if (len(rated) > 1 and rated[0][0] - rated[1][0] < _LEAD) or rated[0][0] < 0.5:
            # What touches the passage was edited too: look at what stands near it.
            rated = sorted(
                ((max(near, _nearby(squeezed, at, at + n, passage)), at) for near, at in rated[:_MOST_LOOKED_AT]),
                reverse=True,
            )
        agreement, at = rated[0]
        least = _CONTEXT_LIGHT if passage.weight < _LIGHT else _CONTEXT
        if len(rated) == 1:
            is_sure = agreement >= least or passage.weight >= _HEAVY
        else:
            # Of the same words in like surroundings none is taken, were it nearer: text put in before them moves both.
            next_best = rated[1][0]
            is_sure = agreement >= least and (agreement - next_best >= _LEAD or next_best < agreement == 1.0)
        if not is_sure:
            return None
        return Found(Span(kept[at], kept[at + n - 1] + 1), 0.9 + 0.1 * agreement, is_exact=True)

    # Changed words

    @cached_property
    def _tokens(self) -> tuple[list[str], list[int], list[int]]:
        return _tokenise(self._text)

    @cached_property
    def _shingles(self) -> dict[tuple[str, ...], list[int]]:
        tokens = self._tokens[0]
        places: dict[tuple[str, ...], list[int]] = defaultdict(list)
        for at, shingle in enumerate(zip(*(islice(tokens, skip, None) for skip in range(_SHINGLE)), strict=False)):
            places[shingle].append(at)
        return places

    def _find_changed(self, passage: _Passage) -> Found | None:
        words = passage.tokens
        if len(words) <= _SHINGLE:
            return None
        rated: list[tuple[float, float, int, int]] = []
        for low, high in self._regions(words):
            place = self._align(words, low, high, passage)
            if place is None:
                continue
            first, last, likeness = place
            agreement = self._around(first, last, passage)
            rated.append((0.7 * likeness + 0.3 * agreement, likeness, first, last))
        if not rated:
            return None
        rated.sort(reverse=True)
        score, likeness, first, last = rated[0]
        agreement = (score - 0.7 * likeness) / 0.3
        others = [rate for rate, _, low, high in rated[1:] if high < first or last < low]
        if others and score - max(others) < _LEAD:
            return None
        wanted = next(least for surroundings, least in _LIKENESS if agreement >= surroundings - 1e-9)
        if len(words) < _FEW_WORDS:
            wanted = max(wanted, _LIKENESS_FEW)
        if likeness < wanted or (agreement < _CONTEXT and len(words) < _MANY_WORDS):
            return None
        _, starts, ends = self._tokens
        return Found(self._with_marks(Span(starts[first], ends[last]), passage), min(score, 0.89), is_exact=False)

    def _regions(self, words: Sequence[str]) -> list[tuple[int, int]]:
        """Return the stretches of tokens in which most runs of three words of the passage stand, best first."""
        n = len(words)
        width = max(6, n // 2)
        votes: dict[int, set[int]] = defaultdict(set)
        for index in range(n - _SHINGLE + 1):
            seeds = self._shingles.get(tuple(words[index : index + _SHINGLE]), ())
            if len(seeds) <= _MOST_SEEDS:
                for at in seeds:
                    bucket = (at - index) // width
                    votes[bucket].add(index)
                    votes[bucket + 1].add(index)
        best = sorted(votes, key=lambda bucket: (-len(votes[bucket]), bucket))[:4]
        n_tokens = len(self._tokens[0])
        return [(max(0, (one - 1) * width), min(n_tokens, (one + 1) * width + n + width)) for one in best]

    def _align(self, words: Sequence[str], low: int, high: int, passage: _Passage) -> tuple[int, int, float] | None:
        """Return first and last token of what is most like the passage between `low` and `high`, and how like."""
        tokens = self._tokens[0]
        matcher = SequenceMatcher(None, words, tokens[low:high], autojunk=False)
        blocks = [block for block in matcher.get_matching_blocks() if block.size]
        # A single word that happens to stand far from the rest is no end of the passage.
        while len(blocks) > 1 and blocks[-1].size < 2 and blocks[-1].b - (blocks[-2].b + blocks[-2].size) > 3:
            blocks.pop()
        while len(blocks) > 1 and blocks[0].size < 2 and blocks[1].b - (blocks[0].b + blocks[0].size) > 3:
            blocks.pop(0)
        if not blocks:
            return None
        first, last = low + blocks[0].b, low + blocks[-1].b + blocks[-1].size - 1
        lost_before, lost_after = blocks[0].a, len(words) - blocks[-1].a - blocks[-1].size
        first = self._reach_back(first, lost_before, passage)
        last = self._reach_on(last, lost_after, passage)
        n_same = sum(block.size for block in blocks)
        return first, last, 2 * n_same / (len(words) + last - first + 1)

    def _reach_back(self, first: int, n_lost: int, passage: _Passage) -> int:
        """Return the first token where the passage's own first words were changed: right after what stood before it."""
        tail = passage.tokens_before[-2:]
        if n_lost and tail:
            tokens = self._tokens[0]
            for at in range(first, max(len(tail), first - n_lost - 3) - 1, -1):
                if tokens[at - len(tail) : at] == tail:
                    return at
        return first

    def _reach_on(self, last: int, n_lost: int, passage: _Passage) -> int:
        head = passage.tokens_after[:2]
        if n_lost and head:
            tokens = self._tokens[0]
            for at in range(last, min(len(tokens) - len(head) - 1, last + n_lost + 3) + 1):
                if tokens[at + 1 : at + 1 + len(head)] == head:
                    return at
        return last

    def _around(self, first: int, last: int, passage: _Passage) -> float:
        squeezed, kept = self._squeezed
        _, starts, ends = self._tokens
        start, end = bisect_left(kept, starts[first]), bisect_left(kept, ends[last])
        # Marks at the passage's own ends are not its surroundings.
        return max(_beside(squeezed, start, end, passage), _nearby(squeezed, start, end, passage))

    def _with_marks(self, span: Span, passage: _Passage) -> Span:
        """Return the span with the punctuation at its ends that the passage had too."""
        text, (start, end) = self._text, span
        for mark in reversed(passage.marks_before):
            if start and text[start - 1].translate(_SAME) == mark:
                start -= 1
        for mark in passage.marks_after:
            if end < len(text) and text[end].translate(_SAME) == mark:
                end += 1
        return Span(start, end)


class _Passage:
    """A passage made ready for looking."""

    def __init__(self, anchor: Anchor) -> None:
        self.start = anchor.start
        self.words, _ = _squeeze(anchor.words)
        self.before, _ = _squeeze(anchor.before)
        self.after, _ = _squeeze(anchor.after)
        words = anchor.words
        self.opens_word = _is_word(words[:1]) and not _is_word(anchor.before[-1:])
        self.closes_word = _is_word(words[-1:]) and not _is_word(anchor.after[:1])
        self.tokens, starts, ends = _tokenise(words)
        self.tokens_before = _tokenise(anchor.before)[0]
        self.tokens_after = _tokenise(anchor.after)[0]
        self.weight = sum(2 if re.match(f"[{_HAN}]", token) else len(token) for token in self.tokens)
        self.marks_before = _squeeze(words[: starts[0]])[0] if starts else ""
        self.marks_after = _squeeze(words[ends[-1] :])[0] if ends else ""


def _is_word(character: str) -> bool:
    return bool(_IN_WORD.match(character))


def _squeeze(text: str) -> tuple[str, list[int]]:
    """Return the text without white space, its marks made alike, and where each of its characters stood."""
    kept = [match.start() for match in _KEPT.finditer(text)]
    return "".join([text[at] for at in kept]).translate(_SAME), kept


def _tokenise(text: str) -> tuple[list[str], list[int], list[int]]:
    tokens: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    for match in _WORD.finditer(text):
        tokens.append(match.group().casefold())
        starts.append(match.start())
        ends.append(match.end())
    return tokens, starts, ends


def _beside(text: str, start: int, end: int, passage: _Passage) -> float:
    """Return how much of the surroundings touches `text[start:end]` unchanged, 0..1."""
    sides = []
    if passage.before:
        n = 0
        while n < len(passage.before) and n < start and text[start - 1 - n] == passage.before[-1 - n]:
            n += 1
        sides.append(n / len(passage.before))
    if passage.after:
        n = 0
        while n < len(passage.after) and end + n < len(text) and text[end + n] == passage.after[n]:
            n += 1
        sides.append(n / len(passage.after))
    return sum(sides) / len(sides) if sides else 1.0


def _nearby(text: str, start: int, end: int, passage: _Passage) -> float:
    """Return how much of the surroundings stands near `text[start:end]` in longer pieces, 0..1."""
    sides = []
    if passage.before:
        sides.append(_shared(passage.before, text[max(0, start - 2 * CONTEXT) : start]))
    if passage.after:
        sides.append(_shared(passage.after, text[end : end + 2 * CONTEXT]))
    # Not as good as what touches it.
    return 0.9 * sum(sides) / len(sides) if sides else 1.0


def _shared(context: str, window: str) -> float:
    least = 3 if context.isascii() or not re.search(f"[{_HAN}]", context) else 2
    blocks = SequenceMatcher(None, context, window, autojunk=False).get_matching_blocks()
    return sum(block.size for block in blocks if block.size > least) / len(context)
