"""Whether a quote may be another one in translation: numbers, names and notions that both have. Pure.

It can only say *maybe*: who reads both languages decides. Names come with the quotes (lexicon ids, the same in every
language); notions from `resources/lexicon/translation.toml`, whose English words are understood with their endings.
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from typing import NamedTuple

from dateline import settings
from dateline.comparison.alignment import is_content
from dateline.news.coverage import QuoteInPrint
from dateline.text.script import fold, has_han, is_han

#: From here on two quotes of one speaker may be one statement in two languages.
POSSIBLE = 0.4
#: At least so much must be shared, whatever its part in the whole.
_LEAST_SHARED = 2.0
_NAME = 1.0
_NUMBER = 1.5
#: A Chinese character stands for so much of a word with a subject.
_NOTIONS_A_HAN = 0.36
#: Chinese characters for an English word, at most and at least, in a translation of the whole.
_MOST_HAN = 4.5
_LEAST_HAN = 0.7
_ENDINGS = ("", "s", "es", "ed", "d", "ing", "er", "est", "ly", "'s")
_WORD = re.compile(r"[a-z][a-z.-]*[a-z]|[a-z]")
_NUMBERS = re.compile(r"(?<![a-z\d.-])\d[\d,]*(?:\.\d+)?")
_SCALES = {
    "万": 1e4,
    "亿": 1e8,
    "million": 1e6,
    "billion": 1e9,
    "trillion": 1e12,
    "thousand": 1e3,
    "mn": 1e6,
    "bn": 1e9,
}
_SCALE = re.compile(r"\s?(万亿|万|亿|thousand|million|billion|trillion|mn|bn)")


class Notions(NamedTuple):
    """What a quote speaks of, whichever its language, and about how many notions it holds, known or not."""

    known: frozenset[str]
    numbers: frozenset[float]
    size: float
    n_units: int  # English words or Chinese characters
    is_chinese: bool


class _Glossary(NamedTuple):
    english: dict[str, tuple[str, ...]]  # word → notions
    chinese: tuple[tuple[str, tuple[str, ...]], ...]  # form → notions; the longest form first


def nearness(one: QuoteInPrint, other: QuoteInPrint) -> float:
    """Return how much two quotes in different languages say the same, 0..1; 0 where they are in one language."""
    english, chinese, here, there = one, other, notions(one.words), notions(other.words)
    if here.is_chinese == there.is_chinese:
        return 0.0
    if here.is_chinese:
        english, chinese, here, there = chinese, english, there, here
    ratio = there.n_units / here.n_units if here.n_units else 0.0
    if not _LEAST_HAN <= ratio <= _MOST_HAN:
        return 0.0
    names = english.names & chinese.names
    numbers = here.numbers & there.numbers
    shared = len(here.known & there.known) + _NAME * len(names) + _NUMBER * len(numbers)
    if shared < _LEAST_SHARED or (here.numbers ^ there.numbers and not numbers and here.numbers and there.numbers):
        return 0.0
    sizes = [
        max(each.size, len(each.known) + _NAME * len(quote.names)) + _NUMBER * len(each.numbers)
        for each, quote in ((here, english), (there, chinese))
    ]
    return min(1.0, 2 * shared / sum(sizes))


@lru_cache(maxsize=8_192)
def notions(words: str) -> Notions:
    """Return what a quote speaks of."""
    glossary = _glossary()
    text = fold(words.casefold().replace("’", "'"))
    numbers = frozenset(numbers_in(text))
    if has_han(text):
        rest = text
        found: set[str] = set()
        for form, meant in glossary.chinese:
            if form in rest:
                found.update(meant)
                rest = rest.replace(form, "\n") if len(form) > 1 else rest
        n_han = sum(map(is_han, text))
        latin = {notion for word in _WORD.findall(text) for notion in _english(word, glossary)}
        return Notions(frozenset(found | latin), numbers, n_han * _NOTIONS_A_HAN + len(latin), n_han, is_chinese=True)
    tokens = _WORD.findall(text)
    known: set[str] = set()
    size = 0
    for token in tokens:
        meant = _english(token, glossary)
        known.update(meant)
        size += bool(meant) or is_content(token)
    return Notions(frozenset(known), numbers, size, len(tokens), is_chinese=False)


def _english(word: str, glossary: _Glossary) -> tuple[str, ...]:
    for ending in _ENDINGS:
        stem = word.removesuffix(ending) if ending else word
        if ending and stem == word:
            continue
        for form in (stem, stem + "e", stem[:-1] if len(stem) > 3 and stem[-1:] == stem[-2:-1] else stem):
            if form in glossary.english:
                return glossary.english[form]
    if word.endswith("ies") and word[:-3] + "y" in glossary.english:
        return glossary.english[word[:-3] + "y"]
    return ()


def numbers_in(text: str) -> list[float]:
    """Return the numbers of a text in figures, with what scales them: 3.853亿 and 385.3 million are the same."""
    found = []
    for match in _NUMBERS.finditer(text):
        value = float(match[0].replace(",", ""))
        at = match.end()
        while scale := _SCALE.match(text, at):
            value *= 1e12 if scale[1] == "万亿" else _SCALES[scale[1]]
            at = scale.end()
        found.append(float(f"{value:.4g}"))
    return found


@lru_cache(maxsize=1)
def _glossary() -> _Glossary:
    lines = tomllib.loads((settings.resource("lexicon") / "translation.toml").read_text("utf-8"))["words"]
    english: dict[str, tuple[str, ...]] = {}
    chinese: dict[str, tuple[str, ...]] = {}
    for words, forms in lines.items():
        notion = words.split()[0]
        for word in words.split():
            english[word] = (*english.get(word, ()), notion)
        for form in map(fold, forms.casefold().split()):
            chinese[form] = (*chinese.get(form, ()), notion)
    return _Glossary(english, tuple(sorted(chinese.items(), key=lambda pair: -len(pair[0]))))
