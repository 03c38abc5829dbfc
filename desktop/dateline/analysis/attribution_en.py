"""Who said a quotation, by the sentence around it: the cue and the words that name the speaker.

Reads one frame at a time and answers with token positions; carrying a speaker on to the next quotation and finding the
person behind a pronoun are for `quotes_en` and `speakers_en`. Every search is bounded by a number of tokens.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import IntEnum

from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.frames_en import POINT, QUOTE, WORD, Frame, Token

_REACH = 45  # tokens searched for a cue on either side
_MOST_CUES = 4  # verbs of speech before a quotation whose subject is looked for
_DEEPEST = 4  # verbs that lean on one another: rose to say, adding
_LONGEST_PHRASE = 14  # tokens of a speaker's name with its titles


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_RELATIVE = frozenset(["who", "which", "that"])
_CONJUNCTIONS = frozenset(["and", "but", "or", "then", "yet", "nor", "so"])
_SUBORDINATE = _words(
    "because although though while when whenever if unless since until before after as whereas whether where once "
    "despite even just only"
)
_PREPOSITIONS = _words(
    "in on at by for from with of to about into over under during against through between among within without "
    "following upon toward towards like per via amid throughout regarding concerning across around near outside "
    "inside beyond behind above below alongside besides except off onto out up down than"
)
_AUXILIARIES = _words(
    "has have had having is was are were be been being will would could can may might must shall should did does "
    "do 's isn't wasn't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't"
)
_OBJECTS = _words("him her me us them reporters")
_DASHES = frozenset(["—", "–", "―", "--", "-"])
_ADVERBS = _words(
    "also later then again even once never always often now still just previously recently first not further "
    "sometimes already soon too once ever instead thus therefore however meanwhile moreover perhaps almost long "
    "since there here reportedly quickly merely simply only rather promptly famously once eventually finally in- "
    "turn"
)
_SPEAKING_PLURAL = _words("i we you they who to people and also")
_DETERMINERS = _words(
    "the a an this these those his her their its our my your some many several most all both one two three four "
    "another each every other others no any few"
)
_DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight january february march "
    "april may june july august september october november december jan feb aug sept oct nov dec"
)
_PHRASE_END = (
    _AUXILIARIES
    | _CONJUNCTIONS
    | _SUBORDINATE
    | _DAYS
    | (_PREPOSITIONS - {"of", "for", "at", "with", "from"})
    | _words("who whose which that during last this earlier later recently")
)


class Position(IntEnum):
    """Where the attribution stands in relation to the quotation."""

    AFTER = 1
    BEFORE = 2


@dataclass(frozen=True, slots=True)
class Attribution:
    """Tokens of the cue (a position, -1 where there is none) and of the speaker (half-open, empty where unknown)."""

    cue: int
    speaker: tuple[int, int]
    strength: float


def attribute(frame: Frame, at: int, text: str, words: SpeechWords) -> Attribution | None:
    """Return who is said to have said the quotation at token `at` of the frame, by its own sentence."""
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


def speaks(tokens: list[Token], at: int, words: SpeechWords) -> bool:
    """Tell whether the word is a verb of speech where it stands: `note` in "they note", not in "a note"."""
    token = tokens[at]
    low = token.low
    if low not in words.speech or token.is_possessive or token.kind != WORD:
        return False
    before = tokens[at - 1] if at else None
    if token.is_capital and before is not None and before.kind == WORD:
        return False
    if low not in words.nouns or before is None:
        return True
    if before.kind != WORD:
        return before.kind == POINT and low.endswith("s") and at > 1 and tokens[at - 2].kind == WORD
    if before.is_possessive or (before.low in _DETERMINERS and before.low not in ("this", "that", "one", "some")):
        return False
    if before.low in _PREPOSITIONS and before.low != "to":
        return False
    if low.endswith("s"):
        return before.is_capital or before.low in PRONOUNS or before.low in _RELATIVE or before.low in words.titles
    return before.low in _SPEAKING_PLURAL or before.low in _AUXILIARIES or before.low.endswith("s")


def _ends_with(text: str, token: Token, signs: str) -> bool:
    end = token.end
    lowest = max(token.start, end - 4)
    while end > lowest and text[end - 1] in "\"'”’»`":
        end -= 1
    return end > token.start and text[end - 1] in signs


def _after(frame: Frame, at: int, end: int, text: str, words: SpeechWords) -> Attribution | None:
    tokens = frame.tokens
    comma_inside = _ends_with(text, tokens[at], ",")
    asked = _ends_with(text, tokens[at], "?!—-–…")
    first = at + 1
    comma_after = False
    while first < end and tokens[first].kind == POINT and (tokens[first].low == "," or tokens[first].low in _DASHES):
        comma_after = True
        first += 1
    if first >= end or tokens[first].kind != WORD:
        return None
    if tokens[at + 1].low in _DASHES and at + 2 == first and _is_signature(tokens, first, end):
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
    while cue < end and tokens[cue].low in _ADVERBS and cue < first + 3:
        cue += 1
    if cue < end and speaks(tokens, cue, words) and tokens[cue].low not in words.participles:
        phrase = noun_phrase(tokens, cue + 1, end, words)
        if phrase[0] < phrase[1] and tokens[phrase[0]].low not in _OBJECTS:
            return Attribution(cue, phrase, strength)
    # "…," Smith said
    found = _subject_then_cue(tokens, first, end, words)
    if found:
        return Attribution(found[0], found[1], strength)
    return None


def _later(tokens: list[Token], at: int, end: int, words: SpeechWords) -> Attribution | None:
    """“…” if the plan fails, said Smith: an attribution that more words of the speaker's part from the quotation."""
    for comma in range(at + 2, min(end, at + _REACH) - 2):
        if tokens[comma].kind == QUOTE:
            return None
        if tokens[comma].low != ",":
            continue
        if speaks(tokens, comma + 1, words) and tokens[comma + 1].low not in words.participles:
            phrase = noun_phrase(tokens, comma + 2, end, words)
            if phrase[0] < phrase[1] and tokens[phrase[0]].low not in _OBJECTS:
                return Attribution(comma + 1, phrase, 0.75)
        elif _begins_phrase(tokens[comma + 1], words) and tokens[comma + 1].low not in _RELATIVE:
            phrase = noun_phrase(tokens, comma + 1, end, words)
            if phrase[1] < end and speaks(tokens, phrase[1], words):
                return Attribution(phrase[1], phrase, 0.75)
    return None


def _is_signature(tokens: list[Token], first: int, end: int) -> bool:
    """Tell whether nothing but a name stands after the dash: “…” — Nora Quill."""
    if end - first > _LONGEST_PHRASE or not tokens[first].is_capital or tokens[first].low in _SUBORDINATE:
        return False
    name = first
    while name < end and tokens[name].is_capital:
        name += 1
    return name == end or tokens[name].kind == POINT or name - first > 1


def _subject_then_cue(
    tokens: list[Token], first: int, end: int, words: SpeechWords
) -> tuple[int, tuple[int, int]] | None:
    if not _begins_phrase(tokens[first], words):
        return None
    phrase = noun_phrase(tokens, first, end, words)
    if phrase[0] >= phrase[1]:
        return None
    limit = min(end, first + _REACH)
    at = phrase[1]
    while at < limit:
        token = tokens[at]
        if token.kind == QUOTE:
            return None
        if token.kind == POINT and token.low in (":", ";"):
            return None
        if speaks(tokens, at, words) and token.low not in words.participles:
            return at, phrase
        if token.low in words.participles and tokens[at - 1].low in ("as", "is", "was", "are", "were"):
            return at, phrase
        at += 1
    return None


def _begins_phrase(token: Token, words: SpeechWords) -> bool:
    if token.kind != WORD:
        return False
    low = token.low
    if low in PRONOUNS or low in _DETERMINERS or low in _RELATIVE:
        return True
    if low in _CONJUNCTIONS or low in _SUBORDINATE or low in _PREPOSITIONS or low in words.participles:
        return False
    return low not in _AUXILIARIES and not low.endswith("ing")


def noun_phrase(tokens: list[Token], first: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the tokens of the noun phrase that begins at `first`; empty where none does."""
    limit = min(end, first + _LONGEST_PHRASE)
    if first >= limit or tokens[first].kind != WORD:
        return first, first
    if tokens[first].low in PRONOUNS or tokens[first].low in ("who", "which"):
        return first, first + 1
    at = first
    while at < limit:
        token = tokens[at]
        if token.kind != WORD or token.low in _PHRASE_END:
            break
        if at > first and speaks(tokens, at, words):
            break
        if at > first and (token.low in PRONOUNS or _is_past(tokens, at, words)):
            break
        at += 1
    while at > first and tokens[at - 1].low in _PREPOSITIONS:
        at -= 1
    return first, at


def _is_past(tokens: list[Token], at: int, words: SpeechWords) -> bool:
    """Tell whether the word after a noun is its verb rather than part of the phrase: `the court | rejected`."""
    token, before = tokens[at], tokens[at - 1]
    if token.is_capital or before.low in _DETERMINERS or before.low in _ADVERBS or before.is_possessive:
        return False
    if token.low.endswith("ed") and "-" not in token.low and len(token.low) > 4:
        return before.is_capital or not before.low.endswith(("ly", "ed"))
    return before.is_capital and token.low in words.opinion


def _before(frame: Frame, at: int, start: int, words: SpeechWords) -> Attribution | None:
    tokens = frame.tokens
    lowest = max(start, at - _REACH)
    weak: int | None = None
    n_tried = 0
    for cue in range(at - 1, lowest - 1, -1):
        token = tokens[cue]
        if token.kind != WORD:
            continue
        if n_tried < _MOST_CUES and speaks(tokens, cue, words):
            n_tried += 1
            subject = subject_of(tokens, start, cue, words)
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
        elif token.low in words.opinion and weak is None:
            weak = cue
    if weak is not None:
        subject = subject_of(tokens, start, weak, words)
        if subject[0] < subject[1]:
            return Attribution(weak, subject, 0.5)
    subject = clause_subject(tokens, start, at, words)
    if subject[0] < subject[1]:
        return Attribution(-1, subject, 0.35)
    return None


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
    if rest and rest[0].kind == WORD and rest[0].low not in _PREPOSITIONS | _DAYS | _ADVERBS | {"last", "this", "as"}:
        return None
    return Attribution(found[0], found[1], 0.8)


def subject_of(tokens: list[Token], start: int, cue: int, words: SpeechWords, depth: int = 0) -> tuple[int, int]:
    """Return the tokens of the subject of the verb at `cue`, in a sentence that begins at `start`.

    `depth` is how many verbs have leaned on this one already.
    """
    empty = (cue, cue)
    first_of_sentence, start = start, max(start, cue - 4 * _REACH)
    at = cue - 1
    while at >= start and tokens[at].kind == WORD and _is_verbal(tokens[at], tokens, at, start):
        at -= 1
    if at < start:
        return empty
    token = tokens[at]
    is_participle = tokens[cue].low in words.participles and at == cue - 1
    if is_participle and (token.low in _PREPOSITIONS or token.low in _SUBORDINATE):
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    if token.kind == WORD and token.low in PRONOUNS:
        return at, at + 1
    if token.low in _RELATIVE and token.low != "that":
        return at, at + 1
    if is_participle and not token.is_capital:
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    if token.low in _CONJUNCTIONS or token.low == "to":
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    if token.kind == POINT and token.low in (")", "]"):
        while at > start and tokens[at].low not in ("(", "["):
            at -= 1
        at -= 1
        if at < start:
            return empty
        token = tokens[at]
    if token.kind == POINT:
        return clause_subject(tokens, first_of_sentence, at, words)
    if token.kind == QUOTE or not _may_end_phrase(token):
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    return _phrase_before(tokens, start, at + 1, words)


def _is_verbal(token: Token, tokens: list[Token], at: int, start: int) -> bool:
    low = token.low
    if low in _AUXILIARIES or low in _ADVERBS:
        return True
    if low.endswith("ly") and not token.is_capital and len(low) > 4 and low not in ("family", "ally", "assembly"):
        return True
    return (low == "as" and at > start and tokens[at - 1].low in ("quoted", "cited")) or (
        low in ("quoted", "cited") and at + 1 < len(tokens) and tokens[at + 1].low == "as"
    )


def _may_end_phrase(token: Token) -> bool:
    low = token.low
    return not (low in _PREPOSITIONS or low in _DETERMINERS - {"one", "others", "some", "many", "several", "all"})


def _subject_of_main(tokens: list[Token], start: int, cue: int, words: SpeechWords, depth: int) -> tuple[int, int]:
    """Return the subject of the verb that a participle, infinitive or second verb leans on."""
    lowest = max(start, cue - _REACH)
    for earlier in range(cue - 1, lowest - 1, -1) if depth < _DEEPEST else ():
        token = tokens[earlier]
        if speaks(tokens, earlier, words) and token.low not in words.participles:
            subject = subject_of(tokens, start, earlier, words, depth + 1)
            return subject if subject[0] < subject[1] else clause_subject(tokens, start, cue, words)
    return clause_subject(tokens, start, cue, words)


def _phrase_before(tokens: list[Token], start: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the noun phrase that ends at `end`: its first noun that no preposition governs."""
    lowest = max(start, end - _LONGEST_PHRASE)
    first = end - 1
    while first > lowest:
        token = tokens[first - 1]
        if (
            token.kind != WORD
            or speaks(tokens, first - 1, words)
            or token.low in _SUBORDINATE
            or token.low in _AUXILIARIES
        ):
            break
        if token.low in ("who", "whose"):
            return clause_subject(tokens, start, first - 1, words)
        if token.low in ("that", "which", "but", "or", "then"):
            break
        if token.low == "and" and not (tokens[first].is_capital and first > lowest and tokens[first - 2].is_capital):
            break
        first -= 1
    while first < end and tokens[first].low in _ADVERBS:
        first += 1
    if first >= end:
        return end, end
    if tokens[first].low in _PREPOSITIONS or tokens[first].low in _DAYS or tokens[first].low.endswith("ing"):
        return _last_noun(tokens, first, end)
    return first, end


def _last_noun(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Return the last noun phrase of `In a statement Smith` or `On Monday the company`."""
    at = end - 1
    if tokens[at].is_capital:
        while at > first and tokens[at - 1].is_capital and tokens[at - 1].low not in _DAYS:
            at -= 1
        if at > first and tokens[at].low in _DAYS:
            at += 1
        return (at, end) if at < end else (end, end)
    while at > first and tokens[at].low not in _DETERMINERS:
        at -= 1
    return (at, end) if at > first else (end - 1, end)


def clause_subject(tokens: list[Token], start: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the first noun phrase of a clause, what comes before it (In Ohio, …) passed over."""
    at = start
    limit = min(end, start + 2 * _REACH)
    while at < limit and (tokens[at].kind != WORD or tokens[at].low in _CONJUNCTIONS or tokens[at].low in _ADVERBS):
        if tokens[at].kind == QUOTE and at > start:
            break
        at += 1
    while at < limit:
        if tokens[at].kind == WORD and _begins_phrase(tokens[at], words) and tokens[at].low not in _DAYS:
            phrase = noun_phrase(tokens, at, end, words)
            if phrase[0] < phrase[1]:
                return phrase
        while at < limit and not (tokens[at].kind == POINT and tokens[at].low in (",", "—", "–", "--")):
            at += 1
        at += 1
    return end, end
