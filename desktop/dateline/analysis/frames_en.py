"""A paragraph as tokens in which each quotation is one token: the frame that tells who said it.

Cuts a paragraph into words, points and quotations, and the tokens into sentences. It does not know verbs or people.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
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
_LONGEST_KEPT, _MOST_KEPT = 60, 16_384  # characters of a chunk that is remembered; chunks

WORD, POINT, QUOTE = 0, 1, 2
_ENDS = frozenset(",.")
#: The points that are dashes.
DASHES = frozenset("- -- — – ―".split())


class Token(NamedTuple):
    """A word, a point or a quotation; `low` is its lower-case form without a possessive ending.

    `start` and `end` count from where its chunk of the text begins: the same token stands for the same word everywhere.
    """

    kind: int
    start: int
    end: int
    word: str
    low: str
    is_possessive: bool = False
    is_capital: bool = False  # a word that begins with a capital letter (or is a handle)
    quote: int = -1  # index into the marked stretches
    is_stop: bool = False  # a sentence may end with it: a full stop and its like, a quotation


@dataclass(frozen=True, slots=True)
class Frame:
    """A paragraph's tokens and where its sentences begin (indices of tokens, first 0, last the number of tokens)."""

    paragraph: int
    tokens: list[Token]
    chunks: list[int]  # where in the text the chunk of each token begins
    bounds: list[int]
    quotes: list[int]  # the tokens that are quotations

    def span(self, first: int, end: int) -> Span:
        """Return where in the text the tokens from `first` to before `end`, at least one, stand."""
        last = end - 1
        return Span(self.chunks[first] + self.tokens[first].start, self.chunks[last] + self.tokens[last].end)

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
    chunks: list[int] = []
    quotes: list[int] = []
    at = paragraph.start
    for number, stretch in marked:
        _read_words(text, at, stretch.outer.start, tokens, chunks)
        at, end = stretch.outer
        quotes.append(len(tokens))
        tokens.append(Token(QUOTE, 0, end - at, "", "", quote=number, is_stop=True))
        chunks.append(at)
        at = end
    _read_words(text, at, paragraph.end, tokens, chunks)
    return Frame(index, tokens, chunks, _bounds(text, tokens, chunks), quotes)


def _read_words(text: str, start: int, end: int, tokens: list[Token], chunks: list[int]) -> None:
    """Add the words and points of a stretch: none reaches over a blank, and texts repeat what stands between two."""
    if start == end:
        return  # a paragraph begins with a quotation
    found = text[start:end].split(" ")
    last = found.pop()
    for chunk in found:
        cut = _kept[chunk]
        if len(cut) == 1:  # as most have, which takes half as long so
            tokens.append(cut[0])
            chunks.append(start)
        else:
            tokens += cut
            chunks += [start] * len(cut)
        start += len(chunk) + 1
    cut = _cut(last) if last.endswith("-") else _kept[last]  # a hyphen that no blank follows is no dash
    tokens += cut
    chunks += [start] * len(cut)


class _Kept(dict[str, list[Token]]):
    """The words and points of chunks before a blank; those met lately are kept."""

    def __missing__(self, chunk: str) -> list[Token]:
        if chunk.isalnum():
            tokens = [_word(chunk, 0)]
        elif chunk[-1:] in _ENDS and chunk[:-1].isalnum():
            tokens = _word_and_point(chunk[:-1], chunk[-1])
        else:
            tokens = _cut(chunk + " ")
        if len(chunk) <= _LONGEST_KEPT:
            if len(self) >= _MOST_KEPT:
                self.clear()
            self[chunk] = tokens
        return tokens


_kept = _Kept()


def _word_and_point(word: str, point: str) -> list[Token]:
    """Return what `_cut` does of a plain word before a comma or a full stop: most chunks that are no word are such."""
    token = _word(word, 0)
    if point == "." and _is_shortened(token):
        return [token]
    return [token, Token(POINT, len(word), len(word) + 1, point, point, is_stop=point == ".")]


def _cut(chunk: str) -> list[Token]:
    """Return the words and points of a chunk."""
    tokens = []
    shortened = -1  # where a word ended that a stop shortens
    for match in _TOKEN.finditer(chunk):
        word, first = match[0], match.start()
        if match.lastindex == _POINT_GROUP:
            if word != "." or first != shortened:
                tokens.append(Token(POINT, first, match.end(), word, word, is_stop=word[0] in ".!?…"))
            shortened = -1
        else:
            token = _word(word, first)
            shortened = token.end if _is_shortened(token) else -1
            tokens.append(token)
    return tokens


def _word(word: str, start: int) -> Token:
    """Return the token of a word: its lower-case form, whether it owns, whether it is a name."""
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
    is_capital = word[0].isupper() or word[0] == "@"
    return Token(WORD, start, start + length, word, low.rstrip("."), is_possessive, is_capital)


def _is_shortened(token: Token) -> bool:
    """Tell whether a stop after the word shortens it rather than ends a sentence."""
    if token.is_possessive:
        return False
    return (token.low in _ABBREVIATED and (token.is_capital or token.low in ("a.m", "p.m", "vs"))) or (
        len(token.word) == 1 and token.is_capital
    )


def _bounds(text: str, tokens: Sequence[Token], chunks: Sequence[int]) -> list[int]:
    bounds = [0]
    for at in [at for at, token in enumerate(tokens[:-1]) if token.is_stop]:
        token, following = tokens[at], tokens[at + 1]
        if token.kind == POINT:
            if following.kind == POINT and following.low in (",", ";", ")", ":"):
                continue
            if following.kind == WORD and following.word[0].islower():
                continue
            bounds.append(at + 1)
        elif (following.kind == QUOTE or (following.kind == WORD and not following.word[0].islower())) and _is_ended(
            text, chunks[at], chunks[at] + token.end
        ):
            bounds.append(at + 1)
    bounds.append(len(tokens))
    return bounds


def _is_ended(text: str, start: int, end: int) -> bool:
    """Tell whether the quotation between two places ends with a full stop, so that a sentence may end with it."""
    while end > start and (text[end - 1] in "\"'”’»`" or text[end - 1].isspace()):
        end -= 1
    return end > start and text[end - 1] in ".!?…"
