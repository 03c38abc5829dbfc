"""Names of outlets that no list has, told by their form: “the Des Moines Register”, “news site Rest Stop”, “WKOW-TV”.

It tells what may be an outlet's name and why; whether the text credits it is for `credits` to say. Linear: each word
that is looked for is met once, with a bounded stretch before and after it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import Enum
from functools import lru_cache

import ahocorasick_rs

from dateline.analysis.credit_forms import credit_words
from dateline.analysis.cued import word_finder
from dateline.analysis.normal import normal
from dateline.text.span import Span

_REACH = 140
#: A name of up to four words with capitals, small words between them.
_NAME = r"(?:[A-Z0-9][\w’'&.-]{0,30}(?:\s(?:and|of|the|&)(?=\s[A-Z]))?\s){0,3}[A-Z][\w’'&-]{0,30}"
_OF_SOMETHING = re.compile(r"\sof\s(?:the\s)?[A-Z]")
_HYPHENED = re.compile(r"-[A-Z][a-z]+")
#: Words with a capital that open a sentence, not a name.
_OPENERS = "The|A|An|In|On|As|But|And|When|While|For|At|By|To|From|After|Before|This|That|These|Our|His|Her|Its|Their"
_BEFORE_HEAD = re.compile(
    rf"(?:(?<=\s)|(?<=[“\"(])|^)(?!(?:{_OPENERS})\s)(?:[A-Z][\w’'&.-]{{0,30}}\s){{1,3}}\Z", re.MULTILINE
)
#: A station's letters, a channel's number, and two words written as one. The capital comes first, so that the scan is
#: fast; what must stand before it is asked afterwards.
_STATION = (
    r"(?<=[KW])[A-Z]{2,3}(?:-(?:TV|FM|AM)(?![\w-])|(?![\w-]))"
    r"|(?:(?<=[AN])BC|(?<=C)(?:BS|TV|hannel)|(?<=F)(?:OX|ox))\s?\d{1,2}(?![\w.,:-]\d|\w)"
)
_JOINED = r"(?!(?<=M)ac)[a-z]{3,20}(?:[A-Z][a-z]{2,20})+(?!\w)"
_ALONE = re.compile(rf"[A-Z](?<![\w.’'-][A-Z])(?:(?P<station>{_STATION})|(?P<joined>{_JOINED}))")


class Shape(Enum):
    """By what a name is taken for an outlet's."""

    HEAD = "head"  # its last word: the Des Moines Register
    CALLED = "called"  # the text says what it is: Dutch broadcaster Radio Oost
    STATION = "station"  # a station's letters or number: WKOW-TV, Fox 35
    WORD = "word"  # the list has it, but it is a word of its own as well: Salon
    JOINED = "joined"  # two words written as one; firms are called so, too: InsideSources


def names_by_form(text: str) -> Iterator[tuple[Span, Shape]]:
    """Yield what may be the name of an outlet in an English text, in no order; the spans may overlap."""
    yield from ((span, Shape.HEAD) for span in _headed(text))
    yield from ((span, Shape.CALLED) for span in _called(text))
    for match in _ALONE.finditer(text):
        yield Span(*match.span()), Shape.STATION if match["station"] else Shape.JOINED


class _Heads:
    """The last words of outlets' names, and what calls something an outlet."""

    def __init__(self) -> None:
        words = credit_words()["en"]
        self.doubtful = frozenset(words["doubtful_heads"])
        self.not_before = tuple(f"{word} " for word in words["not_before_heads"])
        self.heads: tuple[str, ...] = (*words["heads"], *words["doubtful_heads"])
        self.find_heads = word_finder(head.lower() for head in self.heads)
        self.find_callings = word_finder(words["callings"])


@lru_cache(maxsize=1)
def _heads() -> _Heads:
    return _Heads()


def _met(finder: ahocorasick_rs.AhoCorasick, text: str) -> Iterator[tuple[int, int, int]]:
    """Yield where whole words of the finder stand: which, from and to."""
    for index, start, end in finder.find_matches_as_indexes(normal(text)):
        starts = start == 0 or not (text[start - 1].isalnum() or text[start - 1] in "_-")
        if starts and not text[end : end + 1].isalnum() and text[end : end + 1] != "_":
            yield index, start, end


def _headed(text: str) -> Iterator[Span]:
    """Yield the names told by their last word; one that is a word of everyday use needs “the” before the name."""
    known = _heads()
    for index, start, end in _met(known.find_heads, text):
        head = known.heads[index]
        if not text.startswith(head, start) or not text[start - 1 : start].isspace() or _OF_SOMETHING.match(text, end):
            continue
        before = _BEFORE_HEAD.search(text, max(0, start - _REACH), start)
        if before is None or before.group().endswith(known.not_before):
            continue
        if head in known.doubtful and not text.startswith(("the ", "The "), max(0, before.start() - 4)):
            continue
        hyphened = _HYPHENED.match(text, end)
        yield Span(before.start(), hyphened.end() if hyphened else end)


_FROM = (
    r"(?:[A-Z]\w+(?:ese|ish|ian|ean|can|ani|eli|aqi|tch)"
    r"|French|German|Greek|Swiss|Czech|Thai|Turkish|Local|National|State)"
)
_AFTER_CALLING = re.compile(rf"\s(?P<name>{_NAME})(?![\w-])")
#: Not whose it is, nor from where: “Meghan’s podcast”, “an American newspaper”.
_BEFORE_CALLING = re.compile(rf"(?<![\w.-])(?P<name>(?!(?:{_OPENERS})\s)(?!{_FROM}\s\Z){_NAME})(?<!['’]s)\s\Z")


def _called(text: str) -> Iterator[Span]:
    """Yield the names beside a word that calls them an outlet: “news site Rest Stop”, “Cosmopolitan magazine”."""
    for _, start, end in _met(_heads().find_callings, text):
        if not text[start].islower():
            continue
        after = _AFTER_CALLING.match(text, end)
        if after is not None:
            yield Span(*after.span("name"))
            continue
        before = _BEFORE_CALLING.search(text, max(0, start - _REACH), start)
        if before is not None:
            yield Span(*before.span("name"))
