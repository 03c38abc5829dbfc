"""Topics of a document: the umbrella us-china-ai and its facets, each with a score and the words that speak for it.

The points are counted by `topic_reading`; a handful of sums of them (how strongly headline, lead and body speak of AI,
of either side and of what lies between them) are weighed by the logistic weights of
`resources/lexicon/topic-weights.toml`, those of facets in `facets`. `docs/how-tagging-works.md` tells it with examples.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Sequence
from operator import itemgetter

from dateline.analysis.facets import FACET_THRESHOLD, FACETS, facet_likelihoods
from dateline.analysis.lexicon import Lexicon
from dateline.analysis.topic_reading import LEAD_WORDS, Reading, read
from dateline.analysis.topic_terms import (
    DEALING,
    ELSEWHERE,
    SIGNALS,
    likelihood,
    load_topic_terms,
    weighed,
)
from dateline.news.finding import UMBRELLA, Document, Evidence, Field, Mention, TopicHit
from dateline.news.lexicon_edit import NO_EDITS, TERM_POINTS, LexiconEdits
from dateline.text.span import Span

#: Facets that are affairs of state or of ownership; beside AI and both sides they say that the two have to do with it.
_AFFAIRS = (
    "export-controls",
    "investment",
    "talent",
    "regulation",
    "security",
    "supply-chain",
    "trade-diplomacy",
)

#: A side's country and its firms are one side.
_US, _CHINA = ("us", "us actors"), ("china", "china actors")
#: From this likelihood on a document is on topic.
THRESHOLD = 0.5
#: Words of evidence shown for one topic.
_EVIDENCE = 24
#: Up to so many words a teaser has.
_TEASER_WORDS = 30
#: As much of a long text has what stands in a stretch or two of it.
_ONCE = 0.35
#: What is weaker than a single faint term is nothing.
_HARDLY = 0.15


def find_topics(
    document: Document, mentions: Sequence[Mention], lexicon: Lexicon, edits: LexiconEdits = NO_EDITS
) -> tuple[TopicHit, ...]:
    """Return the topics of the document, umbrella first, then facets by falling score.

    The umbrella stands there exactly when the document is on topic. A document that is neither about AI nor about
    both sides has no facets. Topics of the user's own are told by their terms alone.
    """
    terms = load_topic_terms(edits)
    reading = read(document, mentions, lexicon, terms)
    hits = []
    score = likelihood(weighed(umbrella_features(reading), terms.weights["umbrella"]))
    if score >= THRESHOLD:
        hits.append(TopicHit(UMBRELLA, round(score, 3), _evidence(reading, SIGNALS)))
    facets = []
    if score >= THRESHOLD or _is_near(reading):
        for facet, likely in facet_likelihoods(reading, terms).items():
            if likely >= FACET_THRESHOLD:
                speaking = _evidence(reading, (facet,)) or _evidence(reading, ("chips", "relation", DEALING))
                facets.append(TopicHit(facet, round(likely, 3), speaking))
    facets.sort(key=lambda hit: (-hit.score, FACETS.index(hit.id)))
    return (*hits, *facets, *_own_topics(reading, terms.own_topics))


def _own_topics(reading: Reading, topics: Sequence[str]) -> Iterator[TopicHit]:
    """Yield the user's topics whose terms, each counted once, are worth a strong one."""
    for topic in topics:
        worth = max(reading.title.worth.get(topic, 0.0), reading.body.worth.get(topic, 0.0))
        if worth >= TERM_POINTS["strong"]:
            yield TopicHit(topic, round(1.0 - math.exp(-worth / 3.0), 3), _evidence(reading, (topic,)))


def umbrella_features(reading: Reading) -> dict[str, float]:
    """Return what the umbrella is decided from, each between 0 and 1."""
    title, lead, body = reading.title, reading.lead, reading.body
    head: dict[str, float] = {}
    for named in (("ai",), _US, _CHINA, ("relation",)):
        in_earnest = 0.8 * (1.0 - _in_passing(reading, named))
        head |= {signal: max(title.strength(signal), in_earnest * lead.strength(signal)) for signal in named}
    head[DEALING] = max(title.strength(DEALING), 0.8 * lead.strength(DEALING))
    affairs = max(max(title.strength(facet), 0.8 * lead.strength(facet)) for facet in _AFFAIRS)
    dense = {signal: body.density(signal) if reading.is_long else 0.0 for signal in SIGNALS}
    china, us = max(head["china"], head["china actors"]), max(head["us"], head["us actors"])
    # Products race one another everywhere; beside a country a race is between countries.
    relation = head["relation"] * (0.5 + 0.5 * max(head["china"], head["us"]))
    # Two firms of either side are rivals as any two are; with a country on one side it is between the countries.
    # So it is where somebody goes from a firm of one side to one of the other.
    talent = max(title.strength("talent"), 0.8 * lead.strength("talent"))
    moved = min(head["china actors"], head["us actors"], max(0.0, 2.0 * talent - 1.0))
    countries = max(min(head["china"], us), min(china, head["us"]), moved)
    # Firms of either side stand in many a headline of another country, which deals with one of the two for itself; but
    # who has to do with chips of a Chinese firm, or with chips on a forbidden way to China, has to do with American
    # controls.
    bound_for_china = min(lead.strength("china"), lead.strength("relation"), lead.strength("export-controls"))
    chips_in_title = min(max(*(title.strength(side) for side in _CHINA), bound_for_china), title.strength("chips"))
    sides_in_title = max(title.strength("us"), title.strength("china"), title.strength("relation") / 2)
    sides_in_title *= 0.5 + 0.5 * min(head["china"], max(head["us"], head["relation"]))
    sides_in_title = max(sides_in_title, chips_in_title)
    china_in_body = max(dense["china"], dense["china actors"])
    us_in_body = max(dense["us"], dense["us actors"])
    together = reading.together("china", "us") if reading.is_long else 0.0
    # A long story may come to its subject by way of a scene: neither headline nor lead names it, but the rest does.
    throughout = together * reading.together("ai") if together else 0.0
    return {
        "ai in headline": title.strength("ai"),
        "china in headline": title.strength("china"),
        "us in headline": title.strength("us"),
        "relation in headline": title.strength("relation"),
        "elsewhere alone in headline": max(0.0, title.strength(ELSEWHERE) - sides_in_title),
        "ai in head": head["ai"],
        "both sides in head": min(china, us),
        "all in head": min(head["ai"], china, max(head["us"], relation)),
        "ai, china and us in head": min(head["ai"], china, head["us"]),
        "ai, china and relation in head": min(head["ai"], china, head["relation"]),
        "ai and actors of both in head": min(head["ai"], head["china actors"], head["us actors"]),
        "ai and both sides in head": min(head["ai"], countries),
        "ai, both sides and dealing in head": min(head["ai"], countries, head[DEALING]),
        "ai, both sides and affairs in head": min(head["ai"], countries, affairs),
        "ai in body": dense["ai"],
        "ai, china and us in body": min(dense["ai"], china_in_body, us_in_body),
        "ai, china and relation in body": min(dense["ai"], china_in_body, dense["relation"]),
        "both sides together": together,
        "both sides together with ai": reading.together("china", "us", "ai") if reading.is_long else 0.0,
        "ai and both sides throughout": max(0.0, throughout - _ONCE) / (1.0 - _ONCE),
        "long": float(reading.is_long),
    }


def _in_passing(reading: Reading, signals: Sequence[str]) -> float:
    """Return 0 to 1: how little the text comes back to what the headline leaves out, and so names it but in passing.

    A teaser names everything once; a text of 80 words names three times what it is about, and each longer one that is
    twice as long once more.
    """
    n_words = reading.body.n_words
    if n_words < _TEASER_WORDS:
        return 0.0
    in_earnest = 1.0 + (min(n_words, LEAD_WORDS) - _TEASER_WORDS) / 25.0 + math.log2(max(1.0, n_words / LEAD_WORDS))
    mass = sum(reading.body.mass.get(signal, 0.0) for signal in signals)
    in_title = sum(reading.title.strength(signal) for signal in signals)
    return max(0.0, 1.0 - in_title - mass / TERM_POINTS["strong"] / in_earnest)


def _is_near(reading: Reading) -> bool:
    """Tell whether a document is about AI, or about both sides: only then its facets mean anything."""
    near = {signal: reading.in_head(signal) for signal in SIGNALS}
    is_about_ai = near["ai"] >= _HARDLY or reading.body.density("ai") >= 0.3
    china, us = max(near["china"], near["china actors"]), max(near["us"], near["us actors"], near["relation"])
    return is_about_ai or min(china, us) >= 0.5


def _evidence(reading: Reading, topics: Sequence[str]) -> tuple[Evidence, ...]:
    """Return the words that count most, in the order of the document; of words that overlap the weightiest."""
    found = [proof for topic in topics for proof in reading.proofs(topic)]
    found.sort(key=itemgetter(slice(4)))  # all but the term: of equals the first stays first
    taken: list[tuple[bool, int, int, str]] = []
    covered: tuple[set[int], set[int]] = set(), set()  # of the title, of the text
    for is_in_text, _, start, end, term in found:
        places = range(start, end)
        if covered[is_in_text].isdisjoint(places):
            covered[is_in_text].update(places)
            taken.append((is_in_text, start, end, term))
        if len(taken) == _EVIDENCE:
            break
    return tuple(
        Evidence(Field.TEXT if is_in_text else Field.TITLE, Span(start, end), term)
        for is_in_text, start, end, term in sorted(taken)
    )
