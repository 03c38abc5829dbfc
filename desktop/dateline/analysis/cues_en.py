"""The English words of speech: verbs in all their forms, nouns that hold words, titles before names.

The words themselves are data, `resources/lexicon/speech-en.toml`; this module only makes the forms.
"""

from __future__ import annotations

import tomllib
from dataclasses import dataclass
from functools import lru_cache

from dateline import settings

_VOWELS = frozenset("aeiou")


@dataclass(frozen=True, slots=True)
class SpeechWords:
    """What `speech-en.toml` says, lower case, verbs with every form."""

    speech: frozenset[str]  # forms of verbs of speech: say, says, said, saying
    opinion: frozenset[str]  # forms of verbs that introduce a fragment: calls, dismissed
    participles: frozenset[str]  # the -ing forms of both
    nouns: frozenset[str]  # statement, tweet, claim
    labels: frozenset[str]  # words before a title, nickname or term in marks
    male: frozenset[str]  # titles
    female: frozenset[str]
    titles: frozenset[str]  # all titles, gendered ones too


@lru_cache(maxsize=1)
def speech_words() -> SpeechWords:
    """Return the words of speech that were shipped; later calls return the same object."""
    with settings.resource("lexicon/speech-en.toml").open("rb") as file:
        data = tomllib.load(file)
    irregular: dict[str, list[str]] = data["irregular"]
    speech = {form for base in data["verbs"]["speech"].split() for form in _forms(base, irregular)}
    speech.update(data["more"]["speech"])
    opinion = {form for base in data["verbs"]["opinion"].split() for form in _forms(base, irregular)} - speech
    male, female = frozenset(data["titles"]["male"].split()), frozenset(data["titles"]["female"].split())
    return SpeechWords(
        speech=frozenset(speech),
        opinion=frozenset(opinion),
        participles=frozenset(form for form in speech | opinion if form.endswith("ing") and len(form) > 4),
        nouns=frozenset(data["more"]["nouns"].split()),
        labels=frozenset(data["more"]["labels"].split()),
        male=male,
        female=female,
        titles=male | female | frozenset(data["titles"]["other"].split()),
    )


def _forms(base: str, irregular: dict[str, list[str]]) -> list[str]:
    if base in irregular:
        return [base, *irregular[base]]
    if base.endswith("e"):
        return [base, base + "s", base + "d", base[:-1] + "ing"]
    if base.endswith("y") and base[-2] not in _VOWELS:
        return [base, base[:-1] + "ies", base[:-1] + "ied", base + "ing"]
    ending = "es" if base.endswith(("s", "sh", "ch", "x", "z")) else "s"
    return [base, base + ending, base + "ed", base + "ing"]
