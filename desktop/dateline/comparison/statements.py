"""The same quote in other articles: word for word, trimmed, or possibly the same in translation. Pure.

`same_words` judges two quotes; `place_quote` finds the statement of a new one among candidates, which whoever keeps the
quotes looks up by shared runs of words and by speaker. Thresholds are held to labelled pairs by tests/evaluation.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import lru_cache
from itertools import compress, pairwise
from operator import or_
from typing import NamedTuple, Protocol

from dateline.comparison.alignment import likeness, size_of
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
    """The words of a quote, and what tells cheaply that two quotes share too little of them."""

    words: list[str]
    different: frozenset[str]
    pairs: tuple[str, ...]  # of words that follow one another
    different_pairs: frozenset[str]
    runs: frozenset[str]  # from each word on, the shortest run of size `_LONG`
    sizes: tuple[float, ...]  # of each word
    size: float
    is_chinese: bool


def same_words(one: QuoteInPrint, other: QuoteInPrint) -> SameWords | None:
    """Return how two quotes of different articles are the same statement, None where they are not."""
    here, there = _words(one.words), _words(other.words)
    if here.is_chinese != there.is_chinese:
        is_near = _days_apart(one, other) <= _DAYS_FOR_TRANSLATION and is_same_speaker(one, other)
        return SameWords.POSSIBLE if is_near and nearness(one, other) >= POSSIBLE else None
    if here.words == there.words and here.size >= _LONG:
        return SameWords.EXACT
    # What follows up to laying the quotes side by side only tells early what that would tell.
    speaks = is_same_speaker(one, other)
    has_long_run = not here.runs.isdisjoint(there.runs)
    if speaks is False and not has_long_run:
        return None
    if not _may_share(here, there, _MOST if has_long_run and speaks is not False else _NEARLY_ALL):
        return None
    least = min(len(here.different), len(there.different))
    if len(here.different & there.different) < _LEAST_PART * least:
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


def _may_share(here: _Words, there: _Words, part: float) -> bool:
    """Tell whether two quotes may share such a part of the shorter one: cheap, where laying them side by side is not.

    What they share in runs is at most what stands in pairs of words that both have.
    """
    shorter, longer = (here, there) if here.size <= there.size else (there, here)
    shared = list(map(longer.different_pairs.__contains__, shorter.pairs))
    most = sum(compress(shorter.sizes, map(or_, [False, *shared], [*shared, False])))
    return most >= part * shorter.size - 1e-9


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
        if candidate.quote.article == quote.article:
            continue
        if candidate.statement is not None and candidate.statement in verdicts.different:
            continue
        if (candidate.quote.article, candidate.quote.words) in verdicts.apart:
            continue
        if candidate.statement in known and _words(candidate.quote.words).is_chinese == is_chinese:
            continue  # one more version of what it is already known to be
        how = same_words(quote, candidate.quote)
        if how is SameWords.POSSIBLE:
            possible.append((nearness(quote, candidate.quote), candidate))
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
    pairs = tuple(map(" ".join, pairwise(found)))
    sizes = tuple(map(size_of, zip(found)))
    return _Words(
        words=found,
        different=frozenset(found),
        pairs=pairs,
        different_pairs=frozenset(pairs),
        runs=_long_runs(found, sizes),
        sizes=sizes,
        size=size_of(found),
        is_chinese=has_han(words),
    )


def _long_runs(words: list[str], sizes: Sequence[float]) -> frozenset[str]:
    runs = set()
    end, size = 0, 0.0
    for start, leaving in enumerate(sizes):
        while end < len(words) and size < _LONG - 1e-9:
            size += sizes[end]
            end += 1
        if size < _LONG - 1e-9:
            break
        runs.add(" ".join(words[start:end]))
        size -= leaving
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
