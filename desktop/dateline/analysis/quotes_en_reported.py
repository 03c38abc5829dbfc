"""Reported speech of an English text: what somebody is said to have said, without quotation marks.

Believes only the plain forms, `Smith said (that) …` and `…, Smith said.`, of a sentence that holds no marks and whose
subject is clearly somebody. Linear in the length of the text: each sentence with a verb of saying is read once.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from dateline.analysis.cued import CuedPattern
from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.frames_en import DASHES, POINT, WORD, Frame, Token, read_frame
from dateline.analysis.quote_marks import Marked
from dateline.analysis.subjects_en import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    PREPOSITIONS,
    PRONOUNS,
    is_verb,
    noun_phrase,
    subject_of,
)
from dateline.text.sentences import sentences
from dateline.text.span import Span

#: Verbs after which a clause may follow without `that`; the others need it.
_BARE = frozenset("said says told tells".split())
_SURE = frozenset(
    "said says told tells warned warns argued argues added adds announced announces claimed claims insisted insists "
    "predicted predicts noted notes explained explains acknowledged admitted denied confirmed testified stressed "
    "maintained contended concluded estimated reported revealed disclosed".split()
)
_SURE_VERB = CuedPattern(re.compile(rf"\b(?:{'|'.join(sorted(_SURE))})\b"), _SURE)
_TOLD = frozenset("told tells".split())
_ENLARGES = frozenset("to including such not".split())
_NOBODY = frozenset("it i we you who which that there what this these those".split())
_NEITHER = frozenset("not never n't didn't hasn't haven't wouldn't won't doesn't".split())
_WITHIN_NAMES = frozenset("of the at for and de van von bin al".split())
_FEWEST_WORDS = 4
_MOST_TOKENS_BETWEEN = 12  # tokens between the verb and its `that`
_MOST_TOKENS_AFTER = 10  # tokens after a verb that ends the sentence: said on Monday in an interview
_LONGEST_DATELINE = 14  # tokens
_LONGEST_ADDRESSEE = 5  # tokens, from its article on: the House Select Committee
_LONGEST_SENTENCE = 800  # characters
CONFIDENCE = 0.6


@dataclass(frozen=True, slots=True)
class Reported:
    """Somebody's words as another tells them, with the verb and the words that name the speaker."""

    span: Span
    cue: Span
    speaker: Span


def find_reported(text: str, cut: Sequence[Span], marked: Sequence[Marked], words: SpeechWords) -> Iterator[Reported]:
    """Yield the reported speech of `text`, in order; sentences with words in marks are left to others.

    `cut` are the paragraphs of the text.
    """
    verbs = [match.start() for match in _SURE_VERB.finditer(text, text)]
    if not verbs:
        return
    starts = [stretch.outer.start for stretch in marked]
    begins = [paragraph.start for paragraph in cut]
    with_verbs = [cut[at] for at in sorted({bisect_right(begins, verb) - 1 for verb in verbs})]
    for sentence in sentences(text, "en", with_verbs):
        at = bisect_left(verbs, sentence.start)
        if at == len(verbs) or verbs[at] >= sentence.end or sentence.end - sentence.start > _LONGEST_SENTENCE:
            continue
        near = bisect_left(starts, sentence.end) - 1
        if near >= 0 and marked[near].outer.end > sentence.start:
            continue
        found = _read(text, sentence, words)
        if found is not None:
            yield found


def _read(text: str, sentence: Span, words: SpeechWords) -> Reported | None:
    frame = read_frame(text, sentence, 0, ())
    tokens = frame.tokens
    end = len(tokens)
    while end and tokens[end - 1].kind == POINT:
        end -= 1
    for cue in range(1, end):
        token = tokens[cue]
        if token.kind != WORD or token.low not in _SURE or not is_verb(tokens, cue, words):
            continue
        if tokens[cue - 1].low in _NEITHER:
            return None
        inverted = _inverted(tokens, cue, end, words)
        if inverted is not None:
            return _reported(frame, cue, (_after_dateline(frame, text), cue - 1), inverted)
        first, last = subject_of(tokens, 0, cue, words)
        if first >= last or not _is_somebody(tokens[first:last]):
            return None
        if first and tokens[first - 1].low == "," and _ends_sentence(tokens, cue, end):
            content = (_after_dateline(frame, text), first - 1)
        else:
            content = (_begins_clause(tokens, cue, end), end)
        return _reported(frame, cue, content, (first, last))
    return None


def _reported(frame: Frame, cue: int, content: tuple[int, int], speaker: tuple[int, int]) -> Reported | None:
    said = frame.tokens[content[0] : content[1]]
    if sum(token.kind == WORD for token in said) < _FEWEST_WORDS or said[0].low in AUXILIARIES:
        return None
    return Reported(frame.span(*content), frame.span(cue, cue + 1), frame.span(*speaker))


def _inverted(tokens: list[Token], cue: int, end: int, words: SpeechWords) -> tuple[int, int] | None:
    """Return the speaker of `…, said Smith, the mayor`; None where a clause follows the verb."""
    if cue < _FEWEST_WORDS or tokens[cue - 1].low != "," or cue + 1 >= end:
        return None
    first, last = noun_phrase(tokens, cue + 1, end, words)
    if first >= last:
        return None
    is_closed = last >= end or tokens[last].low in (",", "who")
    if tokens[first].is_capital:
        is_name = all(
            token.is_capital or token.low in _WITHIN_NAMES or token.low in words.titles for token in tokens[first:last]
        )
        return (first, last) if is_name and (is_closed or tokens[last].low in PREPOSITIONS) else None
    is_described = tokens[last - 1].is_capital and tokens[first].low not in AUXILIARIES  # said veteran diver Nora Quill
    return (first, last) if is_closed and (is_described or tokens[first].low in ("the", "a", "an")) else None


def _after_dateline(frame: Frame, text: str) -> int:
    """Return where a report begins after its place, day and agency: DUNMORE, March 11 (Post) - | The ferry …"""
    tokens = frame.tokens
    for at in range(1, min(len(tokens), _LONGEST_DATELINE)):
        if tokens[at].low in DASHES:
            is_place = frame.span(0, 1).of(text).isupper()
            return at + 1 if is_place or tokens[at - 1].low == ")" else 0
    return 0


def _is_somebody(subject: Sequence[Token]) -> bool:
    return not (len(subject) == 1 and subject[0].low in _NOBODY)


def _ends_sentence(tokens: Sequence[Token], cue: int, end: int) -> bool:
    """Tell whether nothing but time and place follows the verb: …, Smith said on Monday in Dunmore."""
    rest = tokens[cue + 1 : end]
    return not rest or (
        len(rest) <= _MOST_TOKENS_AFTER
        and (rest[0].low in PREPOSITIONS or rest[0].low in DAYS or rest[0].low in ADVERBS)
        and all(token.low not in ("that", ",") for token in rest)
    )


def _begins_clause(tokens: Sequence[Token], cue: int, end: int) -> int:
    """Return where what is said begins, `end` where no clause surely follows the verb."""
    low = tokens[cue].low
    for at in range(cue + 1, min(end, cue + 1 + _MOST_TOKENS_BETWEEN)):
        if tokens[at].low == "that":
            return at + 1
        if tokens[at].kind == POINT and tokens[at].low in (":", ";"):
            return end
    if low not in _BARE:
        return end
    begin = _after_addressee(tokens, cue + 1, end) if low in _TOLD else cue + 1
    if begin < end and (tokens[begin].low in PREPOSITIONS or tokens[begin].low in DAYS or tokens[begin].low in ADVERBS):
        return end
    return begin if begin < end and tokens[begin].kind == WORD else end


def _after_addressee(tokens: Sequence[Token], at: int, end: int) -> int:
    """Return where the clause after whom it is told begins, `end` where none surely does: Reuters | the plan failed.

    What is told to be done is an order, not a report: told companies including Loomchip to stop.
    """
    if at < end and tokens[at].low in DETERMINERS:
        last = min(end, at + _LONGEST_ADDRESSEE)
        at += 1
        while at < last and not _may_begin(tokens[at]):
            at += 1
        return at if at < last and _may_begin(tokens[at]) else end
    is_name = at < end and tokens[at].is_capital
    at += 1
    while is_name and at < end and tokens[at].is_capital:
        at += 1
    return end if at < end and tokens[at].low in _ENLARGES else at


def _may_begin(token: Token) -> bool:
    return token.is_capital or token.low in DETERMINERS or token.low in PRONOUNS
