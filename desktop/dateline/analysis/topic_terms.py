"""The terms that speak for topics, read from `resources/lexicon/topics.toml`, and their finding in a text.

It knows which terms belong to which topic and how much each is worth; what follows from them is for `tagger` to decide.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from itertools import product
from typing import Any, NamedTuple

from dateline import settings
from dateline.analysis.automaton import Form, NameAutomaton, form
from dateline.analysis.normal import normal
from dateline.compiled import compiled, digest_of
from dateline.news.lexicon_edit import NO_EDITS, TERM_POINTS, LexiconEdits

#: Points of a named entity that speaks for a topic.
ENTITY_POINTS = 1.5

#: What the umbrella is decided from, beside the relation between the two sides.
SIGNALS = ("ai", "us", "us actors", "china", "china actors", "relation")
#: What one does to the other; it counts only beside both sides and AI.
DEALING = "dealing"
#: Other countries; a headline of theirs, with neither side in it, is seldom about the two.
ELSEWHERE = "elsewhere"


class TermHit(NamedTuple):
    """A term met in a text, and what it is worth to which topics and signals."""

    start: int
    end: int
    term: str
    worth: tuple[tuple[str, float], ...]


#: What is left of a term's points after each article of which it told a topic wrongly, and the least that is ever left:
#: a correction speaks of one article, the lexicon of all.
TRUST_AFTER_A_DOUBT, LEAST_TRUST = 0.85, 0.5


@dataclass(frozen=True)
class TopicTerms:
    """Every term by its matching form, what entities are worth, and the weights that points are summed up with."""

    worth: Mapping[str, tuple[tuple[str, float], ...]]
    of_entity: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # entity id → topic → points
    of_kind: Mapping[str, Mapping[str, float]] = field(default_factory=dict)  # kind of entity → topic → points
    weights: Mapping[str, Mapping[str, float]] = field(default_factory=dict)
    own_topics: tuple[str, ...] = ()  # of the user
    own_terms: Mapping[str, frozenset[str]] = field(default_factory=dict)  # topic → forms the user gave points for it
    automaton: NameAutomaton = field(default_factory=lambda: NameAutomaton(()))

    def find(self, text: str) -> list[TermHit]:
        """Return the terms in `text` in order, none overlapping another; a longer one carries what lies in it."""
        worth = self.worth
        found = self.automaton.find(text)
        return [TermHit(start, end, forms[0].value, worth[forms[0].key]) for start, end, forms in found]


@lru_cache(maxsize=2)
def load_topic_terms(edits: LexiconEdits = NO_EDITS) -> TopicTerms:
    """Return the terms that were shipped, with the user's edits; later calls with the same edits return the same ones.

    Raises:
        ValueError: the file cannot be read.
    """
    contents = [
        (name, settings.resource(f"lexicon/{name}").read_bytes()) for name in ("topics.toml", "topic-weights.toml")
    ]
    rows = compiled("topic-terms", digest_of(contents), lambda: _read(*(content for _, content in contents)))
    keys: dict[str, str] = rows["keys"]
    terms = _with_edits(rows["terms"], edits)
    forms = [Form(keys.get(term) or normal(term), term, term) for term in terms]
    return TopicTerms(
        worth={each.key: tuple(terms[each.text].items()) for each in forms},
        of_entity=rows["entities"],
        of_kind=rows["kinds"],
        weights=rows["weights"],
        own_topics=tuple(edit.topic for edit in edits.topics),
        own_terms=_own_terms(edits),
        automaton=NameAutomaton(forms),
    )


def _own_terms(edits: LexiconEdits) -> dict[str, frozenset[str]]:
    given: dict[str, set[str]] = {}
    for edit in edits.terms:
        if edit.points > 0:
            given.setdefault(edit.topic, set()).add(normal(edit.term))
    return {topic: frozenset(forms) for topic, forms in given.items()}


def _with_edits(terms: dict[str, dict[str, float]], edits: LexiconEdits) -> dict[str, dict[str, float]]:
    """Return what each term is worth to which topics once corrections were heeded and the user's edits are made."""
    if not edits.terms and not edits.doubts:
        return terms
    as_written = {normal(term): term for term in terms}
    for doubt in edits.doubts:
        worth = terms.get(as_written.get(normal(doubt.term), ""), {})
        if doubt.topic in worth:
            worth[doubt.topic] *= max(LEAST_TRUST, TRUST_AFTER_A_DOUBT**doubt.n)
    for edit in edits.terms:
        term = as_written.setdefault(normal(edit.term), edit.term)
        worth = terms.setdefault(term, {})
        if edit.points > 0:
            worth[edit.topic] = edit.points
        else:
            worth.pop(edit.topic, None)
    return _with_inner({term: worth for term, worth in terms.items() if worth})


def _read(terms_file: bytes, weights_file: bytes) -> dict[str, Any]:
    tables = tomllib.loads(terms_file.decode("utf-8"))
    worth: dict[str, dict[str, float]] = {}
    entities: dict[str, dict[str, float]] = {}
    kinds: dict[str, dict[str, float]] = {}
    for topic, table in (*tables["signal"].items(), *tables["topic"].items()):
        for strength, points in TERM_POINTS.items():
            for term in table.get(strength, ()):
                for form_of_it in dict.fromkeys((term, *_joined(term), *_across_the_strait(term, tables["strait"]))):
                    worth.setdefault(form_of_it, {}).setdefault(topic, points)
        for compound in table.get("compounds", ()):
            for term in compounded(compound):
                for form_of_it in (term, *_across_the_strait(term, tables["strait"])):
                    worth.setdefault(form_of_it, {}).setdefault(topic, TERM_POINTS[compound["worth"]])
        for key, known, points in (
            ("strong_entities", entities, TERM_POINTS["strong"]),
            ("entities", entities, ENTITY_POINTS),
            ("faint_entities", entities, TERM_POINTS["faint"]),
            ("strong_kinds", kinds, TERM_POINTS["strong"]),
            ("kinds", kinds, ENTITY_POINTS),
        ):
            for name in table.get(key, ()):
                known.setdefault(name, {}).setdefault(topic, points)
    return {
        "terms": _with_inner(worth, damping=TERM_POINTS["faint"]),
        "keys": {term: normal(term) for term in worth},
        "entities": entities,
        "kinds": kinds,
        "weights": tomllib.loads(weights_file.decode("utf-8")),
    }


def compounded(compound: Mapping[str, Any]) -> Iterator[str]:
    """Yield the terms that a compound stands for: each first part before each of what may follow it."""
    for first, then in product(compound["first"], compound["then"]):
        yield f"{first} {then}" if first.isascii() and then.isascii() else f"{first}{then}"


def _joined(term: str) -> tuple[str, ...]:
    """Return the forms of a term with and without hyphens: "data center" stands in "the data-center boom"."""
    return (term.replace(" ", "-"), term.replace("-", " ")) if term.isascii() else ()


def _across_the_strait(term: str, words: Mapping[str, str]) -> tuple[str, ...]:
    """Return a term as it is said in Taiwan: 芯片出口 is 晶片出口 there. Single words stand in the lists themselves."""
    said = term
    for word, there in words.items():
        if word != term:
            said = said.replace(word, there)
    return (said,) if said != term else ()


def _with_inner(worth: dict[str, dict[str, float]], damping: float = math.inf) -> dict[str, dict[str, float]]:
    """Let a term carry the topics of the terms inside it, since only the longest is met.

    Args:
        worth: of each term for each topic, in points
        damping: a term that is itself worth no more than this says less than what lies in it, and is left so; any other
            is worth as much as the best of what lies in it
    """
    inner = NameAutomaton(form(term, term) for term in worth)
    whole: dict[str, dict[str, float]] = {}
    for term in sorted(worth, key=len):  # what lies in a term is shorter, and so whole by then
        given = worth[term]
        whole[term] = dict(given)
        for name in _inside(term, inner):
            for topic, points in whole[name].items():
                own = given.get(topic, 0.0)
                if own == 0.0 or own > damping:
                    whole[term][topic] = max(whole[term].get(topic, 0.0), points)
    return {term: whole[term] for term in worth}


def _inside(term: str, inner: NameAutomaton) -> list[str]:
    """Return the terms that lie in a term, but not those that lie in these in turn."""
    places: dict[tuple[int, int], str] = {}
    for cut in range(1, len(term)):
        before, after = term[cut - 1], term[cut]
        if before.isascii() and before.isalnum() and after.isascii() and after.isalnum():
            continue  # inside a Latin word
        for offset, part in ((0, term[:cut]), (cut, term[cut:])):
            for start, end, forms in inner.find(part):
                places[start + offset, end + offset] = forms[0].value
    return [
        name
        for (start, end), name in places.items()
        if not any(a <= start and end <= b and (a, b) != (start, end) for a, b in places)
    ]


def weighed(values: Mapping[str, float], weights: Mapping[str, float]) -> float:
    """Return the sum of the values by their weights and the bias among these; what has no weight counts nothing."""
    return weights["bias"] + sum(weights.get(name, 0.0) * value for name, value in values.items())


def likelihood(total: float) -> float:
    """Return 0 to 1: the logistic function of a weighed sum."""
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))
