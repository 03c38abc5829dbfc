"""Noun phrases and verbs in a frame: which words are the subject of a verb, and which words are verbs of speech.

Answers with token positions, half-open. Every search is bounded by a number of tokens.
"""

from __future__ import annotations

from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.frames_en import POINT, QUOTE, WORD, Token

REACH = 45  # tokens searched on either side
_DEEPEST = 4  # verbs that lean on one another: rose to say, adding
LONGEST_PHRASE = 14  # tokens of a speaker's name with its titles


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


#: Past forms that no ending tells: the end | came.
_PAST = _words(
    "came comes went goes took takes made makes got gets gave gives saw sees knew found led ran fell rose began broke "
    "brought built bought chose drew drove fled flew grew kept lost paid sat sent spent stood struck threw won wore "
    "became becomes quit tied died lied met thought felt left swore"
)
PRONOUNS = frozenset(["he", "she", "they", "it", "we", "i", "you"])
_PEOPLE = PRONOUNS - {"it", "you"}
RELATIVE = frozenset(["who", "which", "that"])
_CONJUNCTIONS = frozenset(["and", "but", "or", "then", "yet", "nor", "so"])
SUBORDINATE = _words(
    "because although though while when whenever if unless since until before after as whereas whether where once "
    "despite even just only"
)
PREPOSITIONS = _words(
    "in on at by for from with of to about into over under during against through between among within without "
    "following upon toward towards like per via amid throughout regarding concerning across around near outside "
    "inside beyond behind above below alongside besides except off onto out up down than"
)
AUXILIARIES = _words(
    "has have had having is was are were be been being will would could can may might must shall should did does "
    "do 's isn't wasn't didn't doesn't don't hasn't haven't hadn't won't wouldn't couldn't"
)
ADVERBS = _words(
    "also later earlier then again even once never always often now still just previously recently first not further "
    "sometimes already soon too once ever instead thus therefore however meanwhile moreover perhaps almost long "
    "since there here reportedly quickly merely simply only rather promptly famously once eventually finally in- "
    "turn"
)
_SPEAKING_PLURAL = _words("i we you they who to people and also")
DETERMINERS = _words(
    "the a an this these those his her their its our my your some many several most all both one two three four "
    "another each every other others no any few"
)
#: Words that end like an adverb and may begin a noun phrase.
_LY = _words("early likely family elderly daily weekly monthly friendly deadly lonely ugly italy ally assembly reply")
_NOMINAL = _words("the a an his her their its our my your no any every each so-called")
DAYS = _words(
    "monday tuesday wednesday thursday friday saturday sunday today yesterday tonight january february march "
    "april may june july august september october november december jan feb aug sept oct nov dec"
)
#: Auxiliaries and months that people are named.
_GIVEN_NAMES = _words("will may april june august")
_PHRASE_END = (
    AUXILIARIES
    | _CONJUNCTIONS
    | SUBORDINATE
    | DAYS
    | (PREPOSITIONS - {"of", "for", "at", "with", "from"})
    | _words("who whose which that during last this earlier later recently")
)


def speaks(tokens: list[Token], at: int, words: SpeechWords) -> bool:
    """Tell whether the word is a verb of speech where it stands: `note` in "they note", not in "a note"."""
    return tokens[at].low in words.speech and is_verb(tokens, at, words)


def is_verb(tokens: list[Token], at: int, words: SpeechWords) -> bool:
    """Tell whether a word that is listed as a verb is one where it stands, by the words on either side of it."""
    token = tokens[at]
    low = token.low
    if token.is_possessive or token.kind != WORD:
        return False
    before = tokens[at - 1] if at else None
    if before is not None and low.endswith("ed") and before.low in _NOMINAL:
        return False  # a cracked pipe, the estimated cost
    if token.is_capital and before is not None and before.kind == WORD:
        return False
    if low not in words.nouns or before is None:
        return True
    if before.kind != WORD:
        return before.kind == POINT and low.endswith("s") and at > 1 and tokens[at - 2].kind == WORD
    if before.is_possessive or (before.low in DETERMINERS and before.low not in ("this", "that", "one", "some")):
        return False
    if before.low in PREPOSITIONS and before.low != "to":
        return False
    if low.endswith("s"):
        if before.is_capital and at + 1 < len(tokens) and tokens[at + 1].kind == WORD:
            following = tokens[at + 1].low
            if following in AUXILIARIES or following in _CONJUNCTIONS or following in PREPOSITIONS:
                return False  # EU states will
        return before.is_capital or before.low in PRONOUNS or before.low in RELATIVE or before.low in words.titles
    return before.low in _SPEAKING_PLURAL or before.low in AUXILIARIES or before.low.endswith("s")


def begins_phrase(token: Token, words: SpeechWords) -> bool:
    if token.kind != WORD:
        return False
    low = token.low
    if low[0].isdigit() and (len(low) == 4 or not low.isdigit()):
        return False  # a year, a date
    if low in PRONOUNS or low in DETERMINERS or low in RELATIVE:
        return True
    if low in _CONJUNCTIONS or low in SUBORDINATE or low in PREPOSITIONS or low in words.participles:
        return False
    return (
        (low not in AUXILIARIES or (token.is_capital and low in _GIVEN_NAMES))
        and not low.endswith("ing")
        and (not low.endswith("ly") or low in _LY or token.is_capital)
    )


def noun_phrase(tokens: list[Token], first: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the tokens of the noun phrase that begins at `first`; empty where none does."""
    limit = min(end, first + LONGEST_PHRASE)
    if first >= limit or tokens[first].kind != WORD:
        return first, first
    if tokens[first].low in PRONOUNS or tokens[first].low in ("who", "which"):
        return first, first + 1
    at = first
    while at < limit:
        token = tokens[at]
        if token.kind != WORD or (token.low in _PHRASE_END and not _is_given_name(tokens, at, first)):
            break
        if at > first and speaks(tokens, at, words):
            break
        if at > first and (token.low in PRONOUNS or _is_past(tokens, at, words)):
            break
        at += 1
    while at > first and (tokens[at - 1].low in PREPOSITIONS or tokens[at - 1].low in ADVERBS):
        at -= 1
    return first, at


def _is_given_name(tokens: list[Token], at: int, first: int) -> bool:
    """Tell whether a word of another kind begins a name: said | Will Tao, said | June Park."""
    is_name = at == first and tokens[at].is_capital and tokens[at].low in _GIVEN_NAMES
    return is_name and at + 1 < len(tokens) and tokens[at + 1].kind == WORD and tokens[at + 1].is_capital


def _is_past(tokens: list[Token], at: int, words: SpeechWords) -> bool:
    """Tell whether the word after a noun is its verb rather than part of the phrase: `the court | rejected`."""
    token, before = tokens[at], tokens[at - 1]
    if token.is_capital or before.low in DETERMINERS or before.is_possessive:
        return False
    if before.low in ADVERBS:  # Trump first | called it, but: the recently retired general
        return at > 1 and tokens[at - 2].is_capital and tokens[at - 2].low not in DETERMINERS
    if token.low in _PAST:
        return True
    if token.low.endswith("ed") and "-" not in token.low and len(token.low) > 4:
        return before.is_capital or not before.low.endswith(("ly", "ed"))
    return before.is_capital and token.low in words.opinion


def subject_of(tokens: list[Token], start: int, cue: int, words: SpeechWords, depth: int = 0) -> tuple[int, int]:
    """Return the tokens of the subject of the verb at `cue`, in a sentence that begins at `start`.

    `depth` is how many verbs have leaned on this one already.
    """
    empty = (cue, cue)
    first_of_sentence, start = start, max(start, cue - 4 * REACH)
    at = cue - 1
    while at >= start and tokens[at].kind == WORD and _is_verbal(tokens[at], tokens, at, start):
        at -= 1
    if at < start:
        return empty
    token = tokens[at]
    is_participle = tokens[cue].low in words.participles and at == cue - 1
    if is_participle and (token.low in PREPOSITIONS or token.low in SUBORDINATE):
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    if token.kind == WORD and token.low in PRONOUNS:
        return at, at + 1
    if token.low in RELATIVE and token.low != "that":
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
        return clause_subject(tokens, _after_report(tokens, first_of_sentence, at, words), at, words)
    if token.kind == WORD and speaks(tokens, at, words) and depth < _DEEPEST:
        return subject_of(tokens, start, at, words, depth + 1)
    if token.kind == QUOTE or not _may_end_phrase(token):
        return _subject_of_main(tokens, first_of_sentence, cue, words, depth)
    return _phrase_before(tokens, start, at + 1, words)


def _after_report(tokens: list[Token], start: int, end: int, words: SpeechWords) -> int:
    """Return where the clause begins that another's report leads to: they wrote that | its head, Ann Lee, said."""
    for that in range(end - 1, max(start, end - REACH), -1):
        if tokens[that].low in ("but", "while", "although", ";"):
            return that + 1
        if tokens[that].low == "that" and speaks(tokens, that - 1, words):
            return that + 1
    return start


def _is_verbal(token: Token, tokens: list[Token], at: int, start: int) -> bool:
    low = token.low
    if low in AUXILIARIES or low in ADVERBS:
        return True
    if low.endswith("ly") and not token.is_capital and len(low) > 4 and low not in _LY:
        return True
    return (low == "as" and at > start and tokens[at - 1].low in ("quoted", "cited")) or (
        low in ("quoted", "cited") and at + 1 < len(tokens) and tokens[at + 1].low == "as"
    )


def _may_end_phrase(token: Token) -> bool:
    low = token.low
    return not (low in PREPOSITIONS or low in DETERMINERS - {"one", "others", "some", "many", "several", "all"})


def _subject_of_main(tokens: list[Token], start: int, cue: int, words: SpeechWords, depth: int) -> tuple[int, int]:
    """Return the subject of the verb that a participle, infinitive or second verb leans on."""
    lowest = max(start, cue - REACH)
    joined = _joined_subject(tokens, lowest, cue, words)
    if joined[0] < joined[1]:
        return joined
    who = _relative_before(tokens, lowest, cue, words)
    if who[0] < who[1]:
        return who
    for earlier in range(cue - 1, lowest - 1, -1) if depth < _DEEPEST else ():
        token = tokens[earlier]
        if speaks(tokens, earlier, words) and token.low not in words.participles:
            subject = subject_of(tokens, start, earlier, words, depth + 1)
            return subject if subject[0] < subject[1] else clause_subject(tokens, start, cue, words)
    return clause_subject(tokens, start, cue, words)


def _relative_before(tokens: list[Token], lowest: int, cue: int, words: SpeechWords) -> tuple[int, int]:
    """Return the who in whose clause a participle stands: a veteran who skewered the press, | saying …."""
    if tokens[cue].low not in words.participles or tokens[cue - 1].low != ",":
        return cue, cue
    for at in range(cue - 2, lowest - 1, -1):
        if tokens[at].kind != WORD:
            break
        if tokens[at].low == "who":
            return at, at + 1
    return cue, cue


def _joined_subject(tokens: list[Token], lowest: int, cue: int, words: SpeechWords) -> tuple[int, int]:
    """Return the subject of the verb that a conjunction joins to the one at `cue`: when she hesitated but | said.

    It is looked for in the same clause, and only where it clearly stands: a pronoun or a name that opens the clause.
    """
    at = cue - 1
    while at > lowest and tokens[at].low in ADVERBS:
        at -= 1
    if tokens[at].low not in _CONJUNCTIONS or tokens[at - 1].kind != WORD:
        return cue, cue
    for verb in range(at - 1, lowest, -1):
        before = tokens[verb - 1]
        if tokens[verb].kind != WORD or not (tokens[verb].low in AUXILIARIES or _is_past(tokens, verb, words)):
            continue
        if before.low in _PEOPLE:
            return verb - 1, verb
        first = verb - 1
        while first > lowest and tokens[first].is_capital:
            first -= 1
        if (
            before.is_capital
            and not before.is_possessive
            and (tokens[first].low in SUBORDINATE or tokens[first].low == ",")
        ):
            return first + 1, verb
    return cue, cue


def _phrase_before(tokens: list[Token], start: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the noun phrase that ends at `end`: its first noun that no preposition governs."""
    lowest = max(start, end - LONGEST_PHRASE)
    first = end - 1
    while first > lowest:
        token = tokens[first - 1]
        if (
            token.kind != WORD
            or speaks(tokens, first - 1, words)
            or token.low in SUBORDINATE
            or token.low in AUXILIARIES
        ):
            break
        if token.low in ("who", "whose"):
            return clause_subject(tokens, start, first - 1, words)
        if token.low in ("that", "which", "but", "or", "then"):
            break
        if token.low == "and" and not (tokens[first].is_capital and first > lowest and tokens[first - 2].is_capital):
            break
        first -= 1
    while first < end and tokens[first].low in ADVERBS:
        first += 1
    if first >= end:
        return end, end
    if tokens[first].low in PREPOSITIONS or tokens[first].low in DAYS or tokens[first].low.endswith("ing"):
        return _last_noun(tokens, first, end)
    return first, end


def _last_noun(tokens: list[Token], first: int, end: int) -> tuple[int, int]:
    """Return the last noun phrase of `In a statement Smith` or `On Monday the company`."""
    at = end - 1
    if tokens[at].is_capital:
        while at > first and tokens[at - 1].is_capital and tokens[at - 1].low not in DAYS:
            at -= 1
        if at > first and tokens[at].low in DAYS:
            at += 1
        return (at, end) if at < end else (end, end)
    while at > first and tokens[at].low not in DETERMINERS:
        at -= 1
    return (at, end) if at > first else (end - 1, end)


def clause_subject(tokens: list[Token], start: int, end: int, words: SpeechWords) -> tuple[int, int]:
    """Return the first noun phrase of a clause, what comes before it (In Ohio, …) passed over."""
    at = start
    limit = min(end, start + 2 * REACH)
    while at < limit and (tokens[at].kind != WORD or tokens[at].low in _CONJUNCTIONS or tokens[at].low in ADVERBS):
        if tokens[at].kind == QUOTE and at > start:
            break
        at += 1
    while at < limit:
        if tokens[at].kind == WORD and begins_phrase(tokens[at], words) and tokens[at].low not in DAYS:
            phrase = noun_phrase(tokens, at, end, words)
            if any(not token.low[0].isdigit() for token in tokens[phrase[0] : phrase[1]]):
                return phrase
        while at < limit and not (tokens[at].kind == POINT and tokens[at].low in (",", "—", "–", "--")):
            at += 1
        at += 1
    return end, end
