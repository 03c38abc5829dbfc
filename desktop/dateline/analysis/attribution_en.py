"""Who said a quotation, by the sentence around it: the cue and the words that name the speaker.

Reads one frame at a time and answers with token positions; carrying a speaker on to the next quotation and finding the
person behind a pronoun are for `quotes_en` and `speakers_en`. Every search is bounded by a number of tokens.
"""

from __future__ import annotations

from typing import NamedTuple

from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.frames_en import DASHES, POINT, QUOTE, WORD, Frame, Token
from dateline.analysis.subjects_en import (
    ADVERBS,
    AUXILIARIES,
    DAYS,
    DETERMINERS,
    LONGEST_PHRASE,
    PREPOSITIONS,
    PRONOUNS,
    REACH,
    RELATIVE,
    SUBORDINATE,
    begins_phrase,
    clause_subject,
    is_verb,
    noun_phrase,
    speaks,
    subject_of,
)
from dateline.text.span import Span

_MOST_CUES = 4  # verbs of speech before a quotation whose subject is looked for
_OBJECTS = frozenset("him her me us them reporters".split())
_SURE = 0.8  # the strength from which the words beside the verb are somebody
_TRAILING = frozenset("aside apart ago away again".split())
_BEING = frozenset("is are was were been being".split())
_PASSIVE = frozenset("informed told asked assured reminded warned".split())
#: Nouns for people that stand without an article.
_PLURALS = frozenset("people police others some many management staff leadership prosecution counsel".split())
_QUOTING = frozenset("quote quotes quoted quoting cite cites cited citing".split())
_OPENING_CLAUSES = frozenset("given provided assuming granted".split())


class Attribution(NamedTuple):
    """Tokens of the cue (a position, -1 where there is none) and of the speaker (half-open, empty where unknown)."""

    cue: int
    speaker: tuple[int, int]
    strength: float


def attribute(frame: Frame, at: int, text: str, words: SpeechWords) -> Attribution | None:
    """Return who is said to have said the quotation at token `at` of the frame, by its own sentence."""
    found = _attribute(frame, at, text, words)
    if found is None or found.strength >= _SURE or _may_speak(frame.tokens, found.speaker):
        return found
    start, _ = frame.sentence_of(at)
    subject = clause_subject(frame.tokens, start, at, words)
    return Attribution(found.cue, subject if _may_speak(frame.tokens, subject) else (at, at), found.strength)


def _attribute(frame: Frame, at: int, text: str, words: SpeechWords) -> Attribution | None:
    start, end = frame.sentence_of(at)
    after = _after(frame, at, end, text, words)
    if after is not None and after.strength >= 0.9:
        return after
    before = _before(frame, at, start, words)
    if after is None and (before is None or before.strength <= 0.5):
        after = _later(tokens=frame.tokens, at=at, end=end, words=words)
    if after is not None and (before is None or before.strength < after.strength):
        return after
    if before is not None:
        return before
    return _short_sentence_after(frame, at, end, words)


def _may_speak(tokens: list[Token], phrase: tuple[int, int]) -> bool:
    """Tell whether a phrase found far from its verb can be somebody: not a number, nor the rest of a clause."""
    first, end = phrase
    if end - first < 2 and (first >= end or tokens[first].low in RELATIVE):
        return True
    if tokens[end - 1].low in RELATIVE or tokens[end - 1].low in _TRAILING or tokens[first].low in _OPENING_CLAUSES:
        return False
    return any(
        token.is_capital
        or token.low in PRONOUNS
        or token.low in DETERMINERS
        or token.low in _PLURALS
        or token.low.endswith("s")
        or not token.low.isalpha()  # what somebody calls himself online
        for token in tokens[first:end]
        if not token.low[0].isdigit()
    )


def _ends_with(text: str, quotation: Span, signs: str) -> bool:
    start, end = quotation
    lowest = max(start, end - 4)
    while end > lowest and text[end - 1] in "\"'”’»`":
        end -= 1
    return end > start and text[end - 1] in signs


def _after(frame: Frame, at: int, end: int, text: str, words: SpeechWords) -> Attribution | None:
    tokens = frame.tokens
    quotation = frame.span(at, at + 1)
    comma_inside = _ends_with(text, quotation, ",")
    asked = _ends_with(text, quotation, "?!—-–…")
    first = at + 1
    comma_after = False
    while first < end and tokens[first].kind == POINT and (tokens[first].low == "," or tokens[first].low in DASHES):
        comma_after = True
        first += 1
    if first >= end or tokens[first].kind != WORD:
        return None
    if tokens[at + 1].low in DASHES and at + 2 == first and _is_signature(tokens, first, end):
        return Attribution(-1, noun_phrase(tokens, first, end, words), 0.9)
    token = tokens[first]
    strength = 0.95 if comma_inside else 0.92 if asked or comma_after else 0.55
    if token.low == "as" and first + 1 < end:
        found = _subject_then_cue(tokens, first + 1, end, words)
        return Attribution(found[0], found[1], 0.8) if found else None
    if token.low == "according" and first + 1 < end and tokens[first + 1].low == "to":
        phrase = noun_phrase(tokens, first + 2, end, words)
        return Attribution(first, phrase, max(strength, 0.85)) if phrase[0] < phrase[1] else None
    # "…," said Smith
    cue = first
    while cue < end and tokens[cue].low in ADVERBS and cue < first + 3:
        cue += 1
    if cue < end and speaks(tokens, cue, words) and tokens[cue].low not in words.participles:
        phrase = noun_phrase(tokens, cue + 1, end, words)
        if phrase[0] < phrase[1] and tokens[phrase[0]].low not in _OBJECTS:
            return Attribution(cue, phrase, strength)
    # "…," Smith said
    found = _subject_then_cue(tokens, first, end, words)
    if found:
        # not the “vast majority” | the campaign had claimed
        is_owner = strength < _SURE and first == at + 1 and token.low in ("the", *PRONOUNS) and found[1][0] == first
        is_owner = is_owner and not _ends_with(text, quotation, ".") and _is_next(tokens, found[1][1], found[0])
        whose = _quoted(tokens, found[0], end, words)  # “…,” the Post quoted Smith as saying
        speaker = whose if whose[0] < whose[1] else found[1]
        return Attribution(found[0], speaker, 0.9 if is_owner else strength)
    # "…," quavered Smith: a verb that is not listed, where only one of speech can stand
    if strength > 0.9 and token.low.endswith("ed") and first + 1 < end and tokens[first + 1].is_capital:
        return Attribution(first, noun_phrase(tokens, first + 1, end, words), 0.9)
    # "…," she shrugged
    if comma_inside and (token.is_capital or token.low in PRONOUNS):
        phrase = noun_phrase(tokens, first, end, words)
        cue = phrase[1]
        if first < cue < end and tokens[cue].low.endswith("ed") and _ends_saying(tokens, cue + 1, end):
            return Attribution(cue, phrase, 0.85)
    return None


def _quoted(tokens: list[Token], cue: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return whom somebody else quotes: the Post quoted | Smith | as saying; empty where the verb is no such one."""
    if tokens[cue].low in _QUOTING:
        phrase = noun_phrase(tokens, cue + 1, end, words)
        after = phrase[1]
        if cue < after < end - 1 and tokens[after].low == "as" and tokens[after + 1].low in ("saying", "telling"):
            return phrase
    return cue, cue


def _is_next(tokens: list[Token], at: int, cue: int) -> bool:
    """Tell whether nothing but an auxiliary or an adverb stands between a subject and its verb."""
    return all(token.low in AUXILIARIES or token.low in ADVERBS for token in tokens[at:cue])


def _ends_saying(tokens: list[Token], at: int, end: int) -> bool:
    """Tell whether nothing that a verb would act on follows it: she shrugged | on Monday."""
    if at >= end or tokens[at].kind != WORD:
        return True
    low = tokens[at].low
    return low in PREPOSITIONS or low in ADVERBS or low in DAYS or low in SUBORDINATE or low.endswith("ly")


def _later(tokens: list[Token], at: int, end: int, words: SpeechWords) -> Attribution | None:
    """“…” if the plan fails, said Smith: an attribution that more words of the speaker's part from the quotation."""
    for comma in range(at + 2, min(end, at + REACH) - 2):
        if tokens[comma].kind == QUOTE:
            return None
        if tokens[comma].low != ",":
            continue
        if speaks(tokens, comma + 1, words) and tokens[comma + 1].low not in words.participles:
            phrase = noun_phrase(tokens, comma + 2, end, words)
            if phrase[0] < phrase[1] and tokens[phrase[0]].low not in _OBJECTS:
                return Attribution(comma + 1, phrase, 0.75)
        elif begins_phrase(tokens[comma + 1], words) and tokens[comma + 1].low not in RELATIVE:
            phrase = noun_phrase(tokens, comma + 1, end, words)
            cue = _past_apposition(tokens, phrase[1], end)
            if cue < end and speaks(tokens, cue, words):
                return Attribution(cue, phrase, 0.75)
    return None


def _past_apposition(tokens: list[Token], at: int, end: int) -> int:
    """Return where a clause goes on after who somebody is: Ann Lee, the head of the port, | told the Post."""
    if at >= end or tokens[at].low != ",":
        return at
    for comma in range(at + 1, min(end, at + LONGEST_PHRASE)):
        if tokens[comma].kind == QUOTE:
            break
        if tokens[comma].low == ",":
            return comma + 1
    return end


def _is_signature(tokens: list[Token], first: int, end: int) -> bool:
    """Tell whether nothing but a name stands after the dash: “…” — Nora Quill."""
    if end - first > LONGEST_PHRASE or not tokens[first].is_capital or tokens[first].low in SUBORDINATE:
        return False
    name = first
    while name < end and tokens[name].is_capital:
        name += 1
    return name == end or tokens[name].kind == POINT or name - first > 1


def _subject_then_cue(
    tokens: list[Token], first: int, end: int, words: SpeechWords
) -> tuple[int, tuple[int, int]] | None:
    if not begins_phrase(tokens[first], words):
        return None
    phrase = noun_phrase(tokens, first, end, words)
    if phrase[0] >= phrase[1]:
        return None
    limit = min(end, first + REACH)
    at = phrase[1]
    while at < limit:
        token = tokens[at]
        if token.kind == QUOTE:
            return None
        if token.kind == POINT and token.low in (":", ";"):
            return None
        if speaks(tokens, at, words) and token.low not in words.participles:
            return at, _nearer_subject(tokens, phrase, at, words)
        if token.low in words.participles and tokens[at - 1].low in ("as", "is", "was", "are", "were"):
            return at, phrase
        at += 1
    return None


def _nearer_subject(tokens: list[Token], phrase: tuple[int, int], cue: int, words: SpeechWords) -> tuple[int, int]:
    """Return the phrase right before the verb where the first one only ends the sentence: “…” tariffs, Smith said."""
    last = cue - 1
    while last > phrase[1] and tokens[last].low in ADVERBS:
        last -= 1
    for comma in range(last - 1, phrase[1] - 1, -1):
        if tokens[comma].low == ",":
            low = tokens[comma + 1].low
            if tokens[comma + 1].is_capital or low in PRONOUNS or low == "the":
                nearer = noun_phrase(tokens, comma + 1, cue, words)
                return nearer if nearer[1] == last + 1 else phrase
            break
    return phrase


def _before(frame: Frame, at: int, start: int, words: SpeechWords) -> Attribution | None:
    tokens = frame.tokens
    lowest = max(start, at - REACH)
    weak: int | None = None
    n_tried = 0
    for cue in range(at - 1, lowest - 1, -1):
        token = tokens[cue]
        if token.kind != WORD:
            continue
        if n_tried < _MOST_CUES and speaks(tokens, cue, words):
            n_tried += 1
            if (
                cue > start
                and token.low in _PASSIVE
                and tokens[cue - 1].low in _BEING
                and tokens[cue + 1].low == "that"
            ):
                continue  # she said she was informed that the list held “no names”
            if cue > start and tokens[cue - 1].low in _BEING and tokens[cue + 1].low == "by":
                phrase = noun_phrase(tokens, cue + 2, at, words)
                if phrase[0] < phrase[1]:
                    return Attribution(cue, phrase, 0.8)
            if tokens[cue].low in ("saying", "telling") and cue > start and tokens[cue - 1].low == "as":
                for verb in range(cue - 2, max(start, cue - LONGEST_PHRASE) - 1, -1):
                    whose = _quoted(tokens, verb, at, words)
                    if whose[1] == cue - 1:
                        return Attribution(cue, whose, 0.9)
            subject = subject_of(tokens, start, cue, words)
            is_aside = start < subject[0] and tokens[subject[0] - 1].low == "," == tokens[cue + 1].low
            main = _main_clause(tokens, start, cue, at, words)
            if main[0] < main[1] and not is_aside:  # before the vote, Smith said, turnout “was low”
                return Attribution(-1, main, 0.7)
            near = all(other.kind != WORD for other in tokens[cue + 1 : at])
            if subject[0] < subject[1]:
                return Attribution(cue, subject, 0.9 if near else 0.7)
            if cue == start or tokens[cue - 1].kind != WORD:
                phrase = noun_phrase(tokens, cue + 1, at, words)
                if phrase[0] < phrase[1]:
                    return Attribution(cue, phrase, 0.85)
        elif token.low == "according" and cue + 1 < at and tokens[cue + 1].low == "to":
            phrase = noun_phrase(tokens, cue + 2, at, words)
            if phrase[0] < phrase[1]:
                return Attribution(cue, phrase, 0.75)
        elif token.low == "words" and tokens[cue + 1].low == "of" and cue > start and tokens[cue - 1].low == "the":
            phrase = noun_phrase(tokens, cue + 2, at, words)  # in the words of one analyst: “…”
            if phrase[0] < phrase[1]:
                return Attribution(cue, phrase, 0.8)
        elif weak is None and token.low in words.opinion and is_verb(tokens, cue, words):
            weak = cue
            whose = _relative_subject(tokens, start, cue, words)
            if whose[0] < whose[1]:  # he said it was a rule, which Smith called “a gift”
                return Attribution(cue, whose, 0.85)
    named = _name_before_colon(tokens, start, at)
    if named[0] < named[1]:
        return Attribution(-1, named, 0.75)
    if weak is not None:
        subject = subject_of(tokens, start, weak, words)
        if subject[0] < subject[1]:
            return Attribution(weak, subject, 0.5)
    subject = clause_subject(tokens, start, at, words)
    if subject[0] < subject[1]:
        return Attribution(-1, subject, 0.35)
    return None


def _relative_subject(tokens: list[Token], start: int, cue: int, words: SpeechWords) -> tuple[int, int]:
    """Return the subject of a verb in a clause that which or what opens; empty where the verb stands in none."""
    for opening in range(cue - 2, max(start, cue - LONGEST_PHRASE) - 1, -1):
        if tokens[opening].kind != WORD:
            break
        if tokens[opening].low in ("which", "what", "whom"):
            phrase = noun_phrase(tokens, opening + 1, cue, words)
            return phrase if phrase[1] == cue and _may_speak(tokens, phrase) else (cue, cue)
    return cue, cue


def _name_before_colon(tokens: list[Token], start: int, at: int) -> tuple[int, int]:
    """That does not surprise Daron Shaw: “…”: the name that a colon follows, where no verb of speech is near."""
    first = end = at - 1
    if end <= start or tokens[end].low != ":":
        return at, at
    while first > start and tokens[first - 1].is_capital and not tokens[first - 1].is_possessive:
        first -= 1
    is_governed = first > start and tokens[first - 1].low in PREPOSITIONS
    return (at, at) if end - first < 2 or is_governed else (first, end)


def _main_clause(tokens: list[Token], start: int, cue: int, at: int, words: SpeechWords) -> tuple[int, int]:
    """When Smith asked, Jones fired back: “…”: the subject of the main clause, where the verb is of the one before."""
    if tokens[start].low in SUBORDINATE or tokens[start].low == "with":
        for comma in range(cue + 1, at - 2):
            following = tokens[comma + 1]
            if tokens[comma].low == "," and (following.is_capital or following.low in PRONOUNS):
                return noun_phrase(tokens, comma + 1, at, words)
    return at, at


def _short_sentence_after(frame: Frame, at: int, end: int, words: SpeechWords) -> Attribution | None:
    """“Is it?” Smith asked: the sentence after a full quotation, where it says no more than who spoke."""
    tokens = frame.tokens
    if end != at + 1 or end >= len(tokens) or tokens[end].kind != WORD:
        return None
    _, last = frame.sentence_of(end)
    if any(token.kind == QUOTE or token.low == ":" for token in tokens[end:last]):
        return None
    if speaks(tokens, end, words):
        phrase = noun_phrase(tokens, end + 1, last, words)
        return Attribution(end, phrase, 0.85) if phrase[0] < phrase[1] else None
    found = _subject_then_cue(tokens, end, last, words)
    if found is None:
        return None
    rest = tokens[found[0] + 1 : last]
    if rest and rest[0].kind == WORD and rest[0].low not in PREPOSITIONS | DAYS | ADVERBS | {"last", "this", "as"}:
        return None
    return Attribution(found[0], found[1], 0.8)
