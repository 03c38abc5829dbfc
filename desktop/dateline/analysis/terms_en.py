"""Which marked stretches of an English text are terms rather than speech: titles, nicknames, names, scare quotes.

`termhood` adds the weights of what stands inside and around a stretch; above 0 it is a term. It reads one frame and
knows nothing of speakers beyond how surely somebody is said to have spoken.
"""

from __future__ import annotations

import re
from itertools import islice

from dateline.analysis.cues_en import SpeechWords
from dateline.analysis.frames_en import DASHES, POINT, QUOTE, WORD, Frame, Token
from dateline.analysis.subjects_en import AUXILIARIES

_WORD = re.compile(r"[^\W_]+(?:['’.-][^\W_]+)*")
_PRONOUN = re.compile(r"(?:i|we|you|he|she|they|it|my|our|your)(?:['’]\w+)?$", re.IGNORECASE)
_LONGEST = 6  # words of a term
_SMALL = frozenset("of the a an and in to for with on at from by or is it's it".split())
_BEING = frozenset("is are was were be been being as that s".split())
_JUDGING = frozenset("is are was were be been being as".split())
_NAMING = frozenset("a an the its his her their this these those".split())
_PLACING = frozenset("of in on for from by with at to".split())
_LINKING = frozenset("is was are were which who that has".split())

#: What speaks for a term (above 0) and for speech (below 0).
WEIGHTS: dict[str, float] = {
    "always": -0.7,
    "1 words": 0.8,
    "2 words": 0.1,
    "3 words": -0.1,
    "4 words": -0.6,
    "5 words": -0.6,
    "6 words": -2.0,
    "said here": -1.4,
    "said near": -1.2,
    "said perhaps": -0.6,
    "not said": 1.0,
    "title case": 2.1,
    "capital": 0.3,
    "exclaims": -0.7,
    "verb first": -1.2,
    "judged": -0.8,
    "title": 2.5,
    "stopped": -0.3,
    "verb before": -1.4,
    "being before": -1.3,
    "article before": 0.2,
    "label before": 1.4,
    "label after": 1.2,
    "owner before": 1.7,
    "name before": 0.7,
    "placed": 0.5,
    "nickname": 1.6,
    "on a day": 1.1,
    "linked after": 0.9,
    "word after": 0.7,
    "point after": 1.1,
    "dash after": 0.5,
    "last": 0.4,
}


def termhood(frame: Frame, at: int, words_of: str, strength: float, words: SpeechWords) -> float:
    """Return how much more the quotation at token `at` looks like a term than like speech; 0 is the border.

    `words_of` is what stands between the marks, `strength` how surely somebody is said to have spoken it (0..1).
    """
    return sum(WEIGHTS.get(sign, 0.0) for sign in signs(frame, at, words_of, strength, words))


def signs(frame: Frame, at: int, words_of: str, strength: float, words: SpeechWords) -> list[str]:
    """Return the names of what is seen in and around the quotation, as `WEIGHTS` knows them."""
    inside = [match[0] for match in islice(_WORD.finditer(words_of, 0, 120), _LONGEST + 1)]
    found = ["always", f"{min(len(inside), _LONGEST)} words"]
    found.append(
        "said here"
        if strength >= 0.8
        else "said near"
        if strength > 0.6
        else "said perhaps"
        if strength > 0.45
        else "not said"
    )
    if len(inside) > _LONGEST:
        return found
    if (
        len(inside) > 1
        and inside[-1][0].isupper()
        and all(word[0].isupper() or word.lower() in _SMALL for word in inside)
        and not any(_PRONOUN.match(word) for word in inside)
    ):
        found.append("title case")
    elif inside and inside[0][0].isupper():
        found.append("capital")
    if inside and inside[0].lower() in AUXILIARIES:
        found.append("verb first")
    if words_of[-1] in "!?…":
        found.append("exclaims")
    elif words_of[-1] in ",.":
        found.append("stopped")
    tokens = frame.tokens
    before = tokens[at - 1] if at else None
    after = tokens[at + 1] if at + 1 < len(tokens) else None
    found.extend(_signs_before(tokens, at, before, words))
    if found[-1] in ("name before", "noun before") and _names_somebody(tokens, at + 1):
        found.append("title")  # the White House “AI czar”, Ann Lee
    if strength > 0.6 and at > 1 and found[-1] == "article before" and tokens[at - 2].low in _JUDGING:
        found.append("judged")  # said that it has been a “failure”
    if after is not None and any(token.low in words.labels for token in tokens[at + 1 : at + 3]):
        found.append("label after")  # “Keeping Score” radio programme, “Keeping Score,” a memoir
    if after is not None and after.low == "on" and at + 2 < len(tokens) and tokens[at + 2].is_capital:
        found.append("on a day")
    if after is None or after.kind == QUOTE:
        found.append("last")
    elif after.kind == POINT:
        found.append("dash after" if after.low in DASHES else "point after")
    elif (
        before is not None
        and before.is_capital
        and after.is_capital
        and frame.span(at - 1, at).end + 1 == frame.chunks[at]
    ):
        found.append("nickname")
    elif after.low in _LINKING:
        found.append("linked after")
    elif (
        not after.is_capital
        and after.low not in _PLACING
        and after.low not in ("and", "but", "or", "because", "if", "he", "she")
    ):
        found.append("word after")
    return found


def _names_somebody(tokens: list[Token], at: int) -> bool:
    """Tell whether a name of two words or more stands there alone, between commas: no verb of speech follows it."""
    at += at < len(tokens) and tokens[at].low == ","
    end = at
    while end < len(tokens) and tokens[end].kind == WORD and tokens[end].is_capital:
        end += 1
    return end - at > 1 and (end == len(tokens) or tokens[end].low in (",", "."))


def _signs_before(tokens: list[Token], at: int, before: Token | None, words: SpeechWords) -> list[str]:
    if before is None or before.kind == QUOTE:
        return ["first"]
    if before.kind == POINT:
        labelled = at > 1 and tokens[at - 2].kind == WORD and tokens[at - 2].low in words.labels
        if before.low in (".", "?", "!"):
            return ["first"]
        return ["label before"] if labelled and before.low == "," else ["point before"]
    if before.is_possessive and before.is_capital:
        return ["owner before"]
    if before.low in words.labels:
        return ["label before"]
    if before.low in words.speech or before.low in words.opinion:
        return ["verb before"]
    if before.low in _BEING:
        return ["being before"]
    two = tokens[at - 2] if at > 1 else None
    if before.low == "of" and two is not None and two.low in words.labels:
        return ["label before"]
    if before.low in _NAMING and at > 2 and two is not None and two.low == "as" and tokens[at - 3].low == "known":
        return ["label before"]
    if before.low in _NAMING or before.is_possessive:
        placed = two is not None and two.low in _PLACING
        return ["article before", "placed"] if placed else ["article before"]
    if before.low in _PLACING:
        return ["placed"]
    return ["name before"] if before.is_capital else ["noun before"]
