"""Scales, units and the words beside numbers, compiled from `resources/lexicon/figures.toml`. It reads no text."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property, lru_cache
from typing import Any

from dateline import settings
from dateline.analysis.cued import CuedPattern, first_words


@dataclass(frozen=True)
class FigureWords:
    """What one language writes beside numbers."""

    scales: dict[str, float]
    units: dict[str, str]  # form, in lower case and with blanks → how the unit is shown
    unit_forms: tuple[str, ...]
    currencies: dict[str, str]  # sign → code
    of: tuple[str, ...]

    @cached_property
    def of_word(self) -> CuedPattern:
        """What figures are mostly of; the longest of several that begin together. Sought in the matching form."""
        words = any_of(self.of)
        # $1.12 per share, 15 cents a share: that is the measure's own measure.
        is_english = words.isascii()
        pattern = re.compile(rf"(?<!\bper\s)(?<!s\sa\s)\b(?:{words})\b" if is_english else words, re.IGNORECASE)
        return CuedPattern(pattern, first_words(self.of))

    def unit(self, form: str) -> str:
        """Return how the unit written like that is shown."""
        return self.units[_plain(form)]


@dataclass(frozen=True)
class PlainNumberWords:
    """English words that tell a counted noun from a name, a date or a place."""

    before: frozenset[str]
    after: frozenset[str]
    openers: frozenset[str]
    stops: frozenset[str]
    plurals: frozenset[str]
    singulars: frozenset[str]


@dataclass(frozen=True)
class SubjectWords:
    """Words that lead from what a figure is of to the figure."""

    links: dict[str, tuple[str, ...]]  # Chinese, before the number, longest first, by their last character
    cuts: re.Pattern[str]  # Chinese, searched: what stands before the noun and is no part of it
    heads: tuple[str, ...]  # Chinese, with which words for a measure end
    verbs: tuple[str, ...]  # English
    tails: tuple[str, ...]  # English, between the verb and the number


@lru_cache(maxsize=2)
def figure_words(lang: str) -> FigureWords:
    """Return the words of "en" or "zh"; later calls return the same ones."""
    tables = _read()
    units = {_plain(form): shown for shown, forms in tables["unit"][lang].items() for form in forms}
    forms = [form for given in tables["unit"][lang].values() for form in given]
    return FigureWords(
        scales=tables["scale"][lang],
        units=units,
        unit_forms=tuple(sorted(forms, key=len, reverse=True)),
        currencies=tables["currency"],
        of=tuple(tables["of"][lang]),
    )


@lru_cache(maxsize=1)
def plain_number_words() -> PlainNumberWords:
    """Return the words around English numbers that have neither scale nor unit."""
    return PlainNumberWords(**{name: frozenset(words) for name, words in _read()["not"].items()})


@lru_cache(maxsize=1)
def subject_words() -> SubjectWords:
    """Return the words before figures; later calls return the same ones."""
    chinese, english = _read()["subject"]["zh"], _read()["subject"]["en"]
    links = sorted(chinese["links"].split(), key=len, reverse=True)
    return SubjectWords(
        links={end: tuple(link for link in links if link[-1] == end) for end in {link[-1] for link in links}},
        cuts=re.compile(rf"(?:{any_of(chinese['cuts'].split())})(?<!比(?=[例重率值]))(?<!需(?=求))"),
        heads=tuple(chinese["heads"].split()),
        verbs=tuple(english["verbs"].split()),
        tails=tuple(english["tails"].split()),
    )


def any_of(words: Iterable[str]) -> str:
    """Return a pattern for any of the words, longest first; a blank is any white space or a hyphen."""
    longest_first = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(word).replace(r"\ ", r"[\s-]") for word in longest_first)


@lru_cache(maxsize=1024)
def _plain(form: str) -> str:
    """Return a form of a unit without the case and the hyphens that texts are free to choose."""
    return " ".join(form.lower().replace("-", " ").split())


@lru_cache(maxsize=1)
def _read() -> dict[str, Any]:
    with settings.resource("lexicon/figures.toml").open("rb") as file:
        return tomllib.load(file)
