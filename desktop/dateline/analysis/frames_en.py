"""A paragraph as tokens in which each quotation is one token: the frame that tells who said it.

Cuts a paragraph into words, points and quotations, and the tokens into sentences. It does not know verbs or people.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from dateline.analysis.quote_marks import Marked
from dateline.text.span import Span


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TOKEN = re.compile(
    r"(?P<word>(?:[^\W\d_]\.){2,}(?![^\W\d_])|[@#$£€]?[^\W_]+(?:[.'’&/@:-](?=[^\W_])[^\W_]+)*(?:['’](?=\W|$))?)"
    r"|(?P<point>[.!?…]+|[,;:()\[\]—–―]|--+|-(?=\s))"
)
_ABBREVIATED = _words(
    "mr mrs ms dr prof rev hon gen lt col maj capt cmdr sgt gov sen rep reps sens st jr sr inc corp co ltd llc "
    "messrs vs u.s u.k u.n d.c a.m p.m jan feb mar apr jun jul aug sep sept oct nov dec calif conn mass mich minn "
    "fla ga ill ind pa va wash wis tenn tex okla ore ariz colo ark ala del ky la md mo mont neb nev no"
)
_SHORTENING = frozenset(("i", "he", "she", "it", "we", "you", "they", "who"))
_SHORTENED = frozenset(("m", "s", "d", "ll", "ve", "re"))

_POINT_GROUP = _TOKEN.groupindex["point"]
#: What stands between blanks, with the one after it: no token reaches farther, and a text has the same few over and over.
_CHUNK = re.compile(r"\S+\s?")
_LONGEST_KEPT = 40  # characters of a chunk that is remembered

WORD, POINT, QUOTE = 0, 1, 2
#: The points that are dashes.
DASHES = frozenset("- -- — – ―".split())


class Token(NamedTuple):
    """A word, a point or a quotation at `text[start:end]`; `low` is its lower-case form without a possessive ending."""

    kind: int
    start: int
    end: int
    word: str
    low: str
    is_possessive: bool = False
    is_capital: bool = False  # a word that begins with a capital letter (or is a handle)
    quote: int = -1  # index into the marked stretches


@dataclass(frozen=True, slots=True)
class Frame:
    """A paragraph's tokens and where its sentences begin (indices of tokens, first 0, last the number of tokens)."""

    paragraph: int
    tokens: list[Token]
    bounds: list[int]
    quotes: list[int]  # the tokens that are quotations

    def sentence_of(self, at: int) -> tuple[int, int]:
        """Return the first and the past-the-last token of the sentence that holds token `at`."""
        low, high = 0, len(self.bounds) - 1
        while high - low > 1:
            middle = (low + high) // 2
            if self.bounds[middle] <= at:
                low = middle
            else:
                high = middle
        return self.bounds[low], self.bounds[high]


def read_frame(text: str, paragraph: Span, index: int, marked: Sequence[tuple[int, Marked]]) -> Frame:
    """Cut one paragraph; `marked` are its marked stretches in order with their numbers."""
    tokens: list[Token] = []
    quotes: list[int] = []
    at = paragraph.start
    for number, stretch in marked:
        _read_words(text, at, stretch.outer.start, tokens)
        quotes.append(len(tokens))
        tokens.append(Token(QUOTE, stretch.outer.start, stretch.outer.end, "", "", quote=number))
        at = stretch.outer.end
    _read_words(text, at, paragraph.end, tokens)
    return Frame(index, tokens, _bounds(text, tokens), quotes)


def _read_words(text: str, start: int, end: int, tokens: list[Token]) -> None:
    make, token = tuple.__new__, Token  # tokens are made by the hundred: this leaves out what `Token(…)` does beside it
    for match in _CHUNK.finditer(text, start, end):
        chunk, at = match[0], match.start()
        for kind, first, last, word, low, is_possessive, is_capital in (
            _tokens_of(chunk) if len(chunk) <= _LONGEST_KEPT else _cut(chunk)
        ):
            tokens.append(make(token, (kind, at + first, at + last, word, low, is_possessive, is_capital, -1)))


_Piece = tuple[int, int, int, str, str, bool, bool]  # a token but for its quotation, its place counted in the chunk


@lru_cache(maxsize=16_384)
def _tokens_of(chunk: str) -> tuple[_Piece, ...]:
    return tuple(_cut(chunk))


def _cut(chunk: str) -> Iterable[_Piece]:
    """Yield the words and points of what stands between blanks."""
    shortened = -1  # where a word ended that a stop shortens
    for match in _TOKEN.finditer(chunk):
        word, first = match[0], match.start()
        if match.lastindex == _POINT_GROUP:
            if word != "." or first != shortened:
                yield POINT, first, match.end(), word, word, False, False
            shortened = -1
        else:
            low, length, is_possessive, is_capital = _forms_of(word)
            last = first + length
            shortened = last if _is_shortened(word, low, is_possessive, is_capital) else -1
            yield WORD, first, last, word, low, is_possessive, is_capital


def _forms_of(word: str) -> tuple[str, int, bool, bool]:
    """Return a word's lower-case form, how many of its characters it stands for, and whether it owns, is a name."""
    low, length = word.lower(), len(word)
    is_possessive = False
    if "'" in low or "’" in low:
        low = low.replace("’", "'")
        head, _, tail = low.partition("'")
        if head in _SHORTENING and tail in _SHORTENED:
            low, length = head, len(head)  # he'd said: he | had said
        elif low.endswith("'s"):
            low, is_possessive = low[:-2], True
        elif low.endswith("'"):
            low, is_possessive = low[:-1], low.endswith("s'")
    return low.rstrip("."), length, is_possessive, word[0].isupper() or word[0] == "@"


def _is_shortened(word: str, low: str, is_possessive: bool, is_capital: bool) -> bool:
    """Tell whether a stop after the word shortens it rather than ends a sentence."""
    if is_possessive:
        return False
    return (low in _ABBREVIATED and (is_capital or low in ("a.m", "p.m", "vs"))) or (len(word) == 1 and is_capital)


def _bounds(text: str, tokens: list[Token]) -> list[int]:
    bounds = [0]
    for at, token in enumerate(tokens[:-1]):
        if token.kind == WORD:
            continue
        following = tokens[at + 1]
        if token.kind == POINT and token.low[0] in ".!?…":
            if following.kind == POINT and following.low in (",", ";", ")", ":"):
                continue
            if following.kind == WORD and following.word[0].islower():
                continue
            bounds.append(at + 1)
        elif (
            token.kind == QUOTE
            and (following.kind == QUOTE or (following.kind == WORD and not following.word[0].islower()))
            and _is_ended(text, token)
        ):
            bounds.append(at + 1)
    bounds.append(len(tokens))
    return bounds


def _is_ended(text: str, token: Token) -> bool:
    """Tell whether the quotation ends with a full stop, so that a sentence may end with it."""
    end = token.end
    while end > token.start and (text[end - 1] in "\"'”’»`" or text[end - 1].isspace()):
        end -= 1
    return end > token.start and text[end - 1] in ".!?…"
