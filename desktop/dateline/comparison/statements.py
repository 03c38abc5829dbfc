"""The same quote in other articles: word for word, trimmed, or possibly the same in translation. Pure.

`same_words` judges two quotes; `place_quote` finds the statement of a new one among candidates, which whoever keeps the
quotes looks up by shared runs of words and by speaker. Thresholds are held to labelled pairs by tests/evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import pairwise
from typing import NamedTuple, Protocol

from dateline.comparison.alignment import HAN_WEIGHT, is_one_han, likeness, size_of
from dateline.comparison.translation import POSSIBLE, nearness
from dateline.news.article import ArticleId
from dateline.news.coverage import QuoteInPrint, SameWords, StatementId, statement_id
from dateline.text.script import has_han
from dateline.text.shingles import words_of

#: Whoever speaks, so many words in a row are nobody's phrase but somebody's statement.
_LONG = 8.0
#: A statement is at least so many words where only the words speak for it.
_SHORT = 4.5
#: With the same speaker two words may do, close in time: “nanoseconds behind”.
_LEAST = 2.0
#: Quotes that share less of their different words than this are not the same by any rule below: cheap to tell.
_LEAST_PART = 0.55
#: Of the shorter of two quotes so much stands in the other: all but a word, or the most where a long run does.
_NEARLY_ALL, _MOST = 0.85, 0.6
_DAYS_FOR_LEAST = 30
_DAYS_FOR_TRANSLATION = 21
#: How much better the best translation must be than the next best.
_MARGIN = 0.06

_MINUTES_A_DAY = 24 * 60
_TITLES = frozenset("mr mrs ms dr sir president secretary senator sen rep prof professor minister premier".split())
_UNNAMED = frozenset("he she they it i we who his her their the a an 他 她 它 他们 她们 我 我们 其 对方 该".split())


class KeptAlready(Protocol):
    """A quote kept already, and the statement it belongs to (None: to none yet)."""

    @property
    def quote(self) -> QuoteInPrint:
        """The quote."""

    @property
    def statement(self) -> StatementId | None:
        """Its statement."""


class Candidate(NamedTuple):
    """The plainest `KeptAlready`."""

    quote: QuoteInPrint
    statement: StatementId | None


class Verdicts(NamedTuple):
    """What the user decided of a quote: statements that it is, and statements and quotes (article, words) it is not."""

    same: frozenset[StatementId] = frozenset()
    different: frozenset[StatementId] = frozenset()
    apart: frozenset[tuple[ArticleId, str]] = frozenset()


#: Nothing was decided.
UNDECIDED = Verdicts()


class Placement(NamedTuple):
    """Where a quote belongs: its statement, candidates that join it only now, and statements that turn out to be it."""

    statement: StatementId
    joining: tuple[QuoteInPrint, ...]
    merged: tuple[StatementId, ...]


class _Words(NamedTuple):
    """The words of a quote, and what tells cheaply that two quotes share too little of them.

    A set of places is the bits of a number.
    """

    words: tuple[str, ...]
    pairs: dict[tuple[str, str], int]  # words that follow one another, and the places at which the first of them stands
    han: int  # the places of Chinese characters
    size: float
    is_chinese: bool


def same_words(one: QuoteInPrint, other: QuoteInPrint) -> SameWords | None:
    """Return how two quotes of different articles are the same statement, None where they are not."""
    here, there = _words(one.words), _words(other.words)
    if here.is_chinese != there.is_chinese:
        is_near = _days_apart(one, other) <= _DAYS_FOR_TRANSLATION and is_same_speaker(one, other)
        return SameWords.POSSIBLE if is_near and nearness(one, other) >= POSSIBLE else None
    # What follows up to laying the quotes side by side only tells early what that would tell.
    shorter, longer = (here, there) if here.size <= there.size else (there, here)
    places = _places_shared(shorter, longer)
    most = _size_at(places, shorter.han) + 1e-9
    if most < _MOST * shorter.size:
        return None
    if here.words == there.words and here.size >= _LONG:
        return SameWords.EXACT
    speaks = is_same_speaker(one, other)
    is_nearly_all = most >= _NEARLY_ALL * shorter.size
    if speaks is False or not is_nearly_all:
        has_long_run = _has_eight(places) and not _long_runs(one.words).isdisjoint(_long_runs(other.words))
        if not has_long_run or (speaks is False and not is_nearly_all):
            return None
    mine, others = set(here.words), set(there.words)
    if len(mine & others) < _LEAST_PART * min(len(mine), len(others)):
        return None
    shared = likeness(here.words, there.words)
    if shared.of_shorter >= _NEARLY_ALL and shared.of_content >= 0.8 and shared.shared >= _LONG:
        is_same = speaks is not False or shared.longest >= _LONG * 1.5
    elif shared.of_shorter >= 0.95 and shared.shared >= _SHORT:
        is_same = bool(speaks) or (speaks is None and shared.content >= (1 if shared.shared >= 6.5 else 3))
    elif shared.of_shorter >= 0.95 and shared.shared >= _LEAST:
        is_same = bool(speaks) and shared.content >= 2 and _days_apart(one, other) <= _DAYS_FOR_LEAST
    else:
        # Both were cut at other places, or one was mended: a long run is left.
        is_same = speaks is not False and shared.longest >= _LONG and shared.of_shorter >= _MOST and shared.content >= 3
    if not is_same:
        return None
    return SameWords.EXACT if shared.is_equal else SameWords.TRIMMED


def _places_shared(shorter: _Words, longer: _Words) -> int:
    """Return the places of the shorter quote that may stand in the other.

    Cheap, where laying them side by side is not: what they share in runs stands in pairs of words that both have.
    """
    places = 0
    for pair in shorter.pairs.keys() & longer.pairs.keys():
        places |= shorter.pairs[pair]
    return places | places << 1


def _has_eight(places: int) -> bool:
    """Tell whether eight places (`_LONG`, where each counts for a whole word) follow one another."""
    places &= places >> 1
    places &= places >> 2
    return bool(places & places >> 4)


def _size_at(places: int, han: int) -> float:
    return places.bit_count() - (places & han).bit_count() * (1 - HAN_WEIGHT)


def is_same_speaker(one: QuoteInPrint, other: QuoteInPrint) -> bool | None:
    """Tell whether two quotes have one speaker; None where one of the texts does not say who it is."""
    if one.entity and other.entity:
        return one.entity == other.entity
    here, there = _family_name(one.speaker), _family_name(other.speaker)
    if not here or not there or has_han(here) != has_han(there):
        return None
    return here == there or (here in there or there in here if has_han(here) else False)


def place_quote(
    quote: QuoteInPrint, candidates: Iterable[KeptAlready], verdicts: Verdicts = UNDECIDED
) -> Placement | None:
    """Return the statement that a new quote belongs to; None where no other article has it.

    Quotes with the same words make one statement, also where the new one is what ties them together. Of translations
    only the best is taken, and none where the next best, of another statement, is nearly as good.
    """
    found: list[KeptAlready] = []
    possible: list[tuple[float, KeptAlready]] = []
    known: set[StatementId | None] = set()
    is_chinese = _words(quote.words).is_chinese
    for candidate in candidates:
        other = candidate.quote
        if other.article == quote.article or candidate.statement in verdicts.different:
            continue
        if verdicts.apart and (other.article, other.words) in verdicts.apart:
            continue
        if candidate.statement in known and _words(other.words).is_chinese == is_chinese:
            continue  # one more version of what it is already known to be
        how = same_words(quote, other)
        if how is SameWords.POSSIBLE:
            possible.append((nearness(quote, other), candidate))
        elif how is not None:
            found.append(candidate)
            if candidate.statement is not None:
                known.add(candidate.statement)
    found += _best(possible)
    statements = sorted({one.statement for one in found if one.statement is not None} | verdicts.same)
    if not found and not statements:
        return None
    opened = [statement_id(one.quote.article, one.quote.start) for one in found if one.statement is None]
    chosen = statements[0] if statements else min(statement_id(quote.article, quote.start), *opened)
    joining = tuple(one.quote for one in found if one.statement is None)
    return Placement(chosen, joining, tuple(statements[1:]))


def _best(possible: Sequence[tuple[float, KeptAlready]]) -> list[KeptAlready]:
    """Return the nearest translation, and those of its statement; nothing where it is not clear which that is."""
    ranked = sorted(possible, key=lambda pair: -pair[0])
    if not ranked:
        return []
    nearest, best = ranked[0]
    for how_near, other in ranked[1:]:
        is_other = other.statement != best.statement if best.statement else same_words(best.quote, other.quote) is None
        if is_other and nearest - how_near < _MARGIN and other.quote.article == best.quote.article:
            return []
    return [best]


def _days_apart(one: QuoteInPrint, other: QuoteInPrint) -> float:
    return abs(one.minute - other.minute) / _MINUTES_A_DAY


@lru_cache(maxsize=8_192)
def _words(words: str) -> _Words:
    found = words_of(words)
    pairs: dict[tuple[str, str], int] = {}
    for at, pair in enumerate(pairwise(found)):
        pairs[pair] = pairs.get(pair, 0) | 1 << at
    han = sum(1 << at for at, word in enumerate(found) if is_one_han(word)) if has_han(words) else 0
    return _Words(found, pairs, han, _size_at((1 << len(found)) - 1, han), has_han(words))


@lru_cache(maxsize=1_024)
def _long_runs(words: str) -> frozenset[str]:
    """Return from each word of a quote on the shortest run of size `_LONG`."""
    found = _words(words)
    runs = set()
    end, size = 0, 0.0
    for start, word in enumerate(found.words):
        while end < len(found.words) and size < _LONG - 1e-9:
            size += size_of(found.words[end : end + 1])
            end += 1
        if size < _LONG - 1e-9:
            break
        runs.add(" ".join(found.words[start:end]))
        size -= size_of([word])
    return frozenset(runs)


@lru_cache(maxsize=2_048)
def _family_name(speaker: str) -> str:
    """Return what of a name two texts agree on: the last word in English, the last part or the whole in Chinese."""
    if has_han(speaker):
        name = speaker.rsplit("·", 1)[-1].rsplit("・", 1)[-1]
        return "" if name in _UNNAMED else name
    words = [word.strip(".,’'") for word in speaker.split(",")[0].split()]
    words = [word for word in words if word.casefold() not in _TITLES]
    if not words or words[0].casefold() in _UNNAMED or not words[-1][:1].isupper():
        return ""
    return " ".join(words_of(words[-1].removesuffix("’s").removesuffix("'s")))
