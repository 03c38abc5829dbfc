"""The facets of a document: how likely it is about each, from the sums that `topic_reading` counts.

It first weighs each facet for itself, then beside the others: a text that surely speaks of two things names the rest in
passing. What is shown for a facet, and whether a document has facets at all, is for `tagger` to say.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping

from dateline.analysis.normal import normal
from dateline.analysis.topic_reading import Reading
from dateline.analysis.topic_terms import DEALING, TopicTerms, likelihood, weighed
from dateline.news.finding import TOPICS

FACETS = TOPICS[1:]

#: From this likelihood on it is a tag; the mean F1 of facets, most of them rare, is best below one half.
FACET_THRESHOLD = 0.33

#: Facets that one matter has together: the one says nothing against the other.
_TOGETHER = (
    {"export-controls", "chips", "supply-chain"},
    {"export-controls", "supply-chain", "trade-diplomacy"},
    {"models", "open-source"},
    {"models", "security"},
    {"investment", "compute-energy"},
    {"investment", "regulation"},
    {"security", "data-platforms", "regulation"},
    {"regulation", "trade-diplomacy"},
)
_OTHERS = {
    facet: tuple(
        other for other in FACETS if other != facet and not any({facet, other} <= matter for matter in _TOGETHER)
    )
    for facet in FACETS
}
#: What the likelihoods of the other facets, summed, take from a facet's total for each whole one, and how much of them
#: takes nothing yet. Chosen by cross-validation on items of real feeds; near these it matters little.
_CROWDED, _ROOM = 1.4, 0.7


def facet_likelihoods(reading: Reading, terms: TopicTerms) -> dict[str, float]:
    """Return for each facet, 0 to 1, how likely the document is about it."""
    weights, biases = terms.weights["facet"], terms.weights["facet-bias"]
    totals = {facet: weighed(sums, weights) + biases.get(facet, 0.0) for facet, sums in facet_features(reading).items()}
    return beside_the_others(totals, [facet for facet in terms.own_terms if _is_named_by(reading, terms, facet)])


def _is_named_by(reading: Reading, terms: TopicTerms, facet: str) -> bool:
    """Tell whether a term of the user's stands in the document: what they look for they want to see."""
    hits = (*reading.in_title, *reading.in_text)
    return any(facet in dict(hit.worth) and normal(hit.term) in terms.own_terms[facet] for hit in hits)


def beside_the_others(totals: Mapping[str, float], firm: Collection[str] = ()) -> dict[str, float]:
    """Return the likelihoods once each facet has given way to what the text more surely speaks of.

    Args:
        totals: of each facet weighed for itself, before the logistic function
        firm: the facets that give way to none
    """
    alone = {facet: likelihood(total) for facet, total in totals.items()}
    return {
        facet: alone[facet]
        if facet in firm
        else likelihood(total - _CROWDED * max(0.0, sum(alone[other] for other in _OTHERS[facet]) - _ROOM))
        for facet, total in totals.items()
    }


def facet_features(reading: Reading) -> dict[str, dict[str, float]]:
    """Return for each facet what it is decided from, each between 0 and 1 (headline and lead: up to 2)."""
    title, lead, body, is_long = reading.title, reading.lead, reading.body, reading.is_long
    headlines = {facet: title.strength(facet, 2.0) for facet in FACETS}
    densities = {facet: body.density(facet) for facet in FACETS}
    strengths = {facet: headlines[facet] + lead.variety(facet) + densities[facet] for facet in FACETS}
    most = max(strengths.values()) or 1.0
    china = max(reading.in_head("china"), reading.in_head("china actors"))
    both_sides = min(china, max(reading.in_head("us"), reading.in_head("us actors")))
    exports = reading.in_head("export-controls")
    features = {}
    for facet in FACETS:
        in_head, share = reading.in_head(facet), strengths[facet] / most
        of_short = 0.0 if is_long else in_head
        in_lead = lead.strength(facet, 2.0)
        features[facet] = {
            "headline": headlines[facet],
            "lead": 0.0 if is_long else in_lead,
            "lead of long": in_lead if is_long else 0.0,
            "in head": of_short,
            "in head beside both sides": min(of_short, both_sides),
            "implied": _implied(reading, both_sides) if facet == "export-controls" else 0.0,
            "of exports": min(in_head, exports) if facet == "regulation" else 0.0,
            "body": densities[facet] if is_long else 0.0,
            "variety": body.variety(facet) if is_long else 0.0,
            "share": share,
            "share of short": 0.0 if is_long else share,
            "long": float(is_long),
        }
    return features


def _implied(reading: Reading, both_sides: float) -> float:
    """Return how much speaks for export controls that are not named: chips, both sides, and what lies between them."""
    return min(both_sides, reading.in_head("chips"), max(reading.in_head("relation"), reading.in_head(DEALING)))
