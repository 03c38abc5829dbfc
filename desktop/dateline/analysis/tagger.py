"""Topics of a document: the umbrella us-china-ai and its facets, each with a score and the words that speak for it.

Points come from `topic_terms` and from the mentions; a handful of sums of them (how strongly headline, lead and body
speak of AI, of either side and of what lies between them) are weighed by the logistic weights of
`resources/lexicon/topic-weights.toml`. `docs/how-tagging-works.md` tells it with examples.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from dateline.analysis.lexicon import Entity, Lexicon
from dateline.analysis.topic_terms import (
    DEALING,
    ELSEWHERE,
    SIGNALS,
    TermHit,
    TopicTerms,
    load_topic_terms,
)
from dateline.news.finding import TOPICS, UMBRELLA, Document, Evidence, Field, Mention, TopicHit
from dateline.news.lexicon_edit import NO_EDITS, TERM_POINTS, LexiconEdits
from dateline.text.script import n_han
from dateline.text.span import Span

FACETS = TOPICS[1:]

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
_ACTORS = frozenset(("company", "lab", "model", "chip"))
#: Labs that are at home in every science: their names say nothing of AI.
_SCHOOLS = frozenset(("university", "academy"))
_OFFICES = ("president", "premier", "minister", "secretary", "adviser", "ambassador", "governor", "envoy", "senator")

#: From this likelihood on a document is tagged; the mean F1 of facets, most of them rare, is best below one half.
THRESHOLD = 0.5
FACET_THRESHOLD = 0.33
#: How far the lead of a text reaches, in words.
LEAD_WORDS = 80
#: Sides that stand in one stretch of so many words stand together.
BLOCK_WORDS = 40
#: A Han character is about this many words, another character this many.
_WORDS_PER_HAN, _WORDS_PER_CHARACTER = 0.6, 1 / 6
#: Words of evidence shown for one topic.
_EVIDENCE = 24
#: A newsletter turns to other news: what follows in a short text says nothing of what it is about.
_OTHER_NEWS = re.compile(r"\b(?:Plus[,:]?\s|Also in (?:today|this)\b|Elsewhere,\s|In other news\b|PS:\s)")
#: A digest has many news under a headline that names some of them, and is filed by the first of these alone. Where the
#: text lists news, a headline of three parts is a digest's too; elsewhere it says much of one thing.
_DIGEST = re.compile(r"早报|午报|晚报|早科技|早参|早讯|8点1氪")
_PARTS, _LISTED = re.compile(r"(?:[；;][^；;]+){2}"), re.compile(r"导览|导读|要闻|早上好|大公司：|(?:^|\s)1\s*[、.．]")
#: Desks that the FT's feeds name after the last word of a teaser, often without a space. That of AI says what an
#: article is about; of facets they say nothing.
_DESKS = re.compile(
    r"(?:(?:Artificial intelligence|Technology sector|Global (?:trade|Economy)|Investments|Geopolitics|Markets|World)"
    r"(?:\s*,\s*|\s*$))+$"
)
#: No longer stretch of a text is looked at for topics; what a text is about shows long before.
_LONGEST = 60_000
_SHORT = 500
#: Up to so many words a teaser has.
_TEASER_WORDS = 30
#: What is weaker than a single faint term is nothing.
_HARDLY = 0.15


@dataclass(slots=True)
class _Part:
    """Headline, lead or body: how many words, and the points each topic and signal has there."""

    n_words: float
    worth: dict[str, float]  # of a topic's terms, each counted once
    mass: dict[str, float]  # of a topic's terms, each as often as it stands there

    def strength(self, topic: str, most: float = 1.0) -> float:
        """Return 0 to `most`: what its terms are worth together, each once; a strong term is worth 1."""
        return min(most, self.worth.get(topic, 0.0) / TERM_POINTS["strong"])

    def variety(self, topic: str) -> float:
        """Return 0 to 1 as the number of different terms grows."""
        return 1.0 - math.exp(-self.worth.get(topic, 0.0) / 9.0)

    def density(self, topic: str) -> float:
        """Return 0 to 1: how thickly the terms stand; a term of 3 points in every 50 words is about 0.6."""
        mass = self.mass.get(topic)
        if not mass or self.n_words <= 0:
            return 0.0
        return 1.0 - math.exp(-mass / max(self.n_words, 40.0) / 0.06)


_Worth = tuple[tuple[str, float], ...]  # topic, points


def _part(n_words: float, hits: Iterable[TermHit]) -> _Part:
    """Sum up the hits of one part. A term and an entity of one name count as one, with the points of the better."""
    n_of: dict[tuple[str, _Worth], int] = {}
    for _, _, term, worth in hits:
        key = term, worth
        n_of[key] = n_of.get(key, 0) + 1
    terms: dict[str, dict[str, tuple[float, int]]] = {}  # topic → term → points, how often
    for (term, worth), n in n_of.items():
        for topic, points in worth:
            known = terms.setdefault(topic, {})
            best, n_before = known.get(term, (0.0, 0))
            known[term] = max(best, points), n_before + n
    return _Part(
        n_words,
        {topic: sum(points for points, _ in known.values()) for topic, known in terms.items()},
        {topic: sum(points * n for points, n in known.values()) for topic, known in terms.items()},
    )


@dataclass(slots=True)
class Reading:
    """A document as the tagger sees it."""

    title: _Part
    lead: _Part
    body: _Part
    in_title: Sequence[TermHit]
    in_text: Sequence[TermHit]
    is_long: bool
    blocks: Collection[set[str]]  # of the text: the signals that stand there
    _strengths: dict[str, float] = field(default_factory=dict)
    _proofs: dict[str, list[tuple[float, Field, TermHit]]] = field(default_factory=dict)

    def proofs(self, topic: str) -> Sequence[tuple[float, Field, TermHit]]:
        """Return what speaks for a topic, with its points and where it stands; read off the hits when first asked."""
        if not self._proofs:
            for part, hits in ((Field.TITLE, self.in_title), (Field.TEXT, self.in_text)):
                for hit in hits:
                    for each, points in hit.worth:
                        self._proofs.setdefault(each, []).append((points, part, hit))
        return self._proofs.get(topic, ())

    def strengths_of_facets(self) -> Mapping[str, float]:
        """Return how strongly the document speaks of each facet; asked for once it is read, and kept."""
        if not self._strengths:
            self._strengths = {facet: _weight(self, facet) for facet in FACETS}
        return self._strengths

    def in_head(self, topic: str) -> float:
        """Return 0 to 1: how strongly headline or lead speak of it, whichever does more."""
        return max(self.title.strength(topic), self.lead.strength(topic))

    def together(self, *signals: str) -> float:
        """Return 0 to 1: in how large a share of the text's blocks all these signals stand, its actors as a side."""
        n_blocks = max(5.0, self.body.n_words / BLOCK_WORDS)
        share = sum(seen.issuperset(signals) for seen in self.blocks) / n_blocks
        return 1.0 - math.exp(-share / 0.15)


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
    score = _logistic(umbrella_features(reading), terms.weights["umbrella"])
    if score >= THRESHOLD:
        hits.append(TopicHit(UMBRELLA, round(score, 3), _evidence(reading, SIGNALS)))
    facets = []
    if score >= THRESHOLD or _is_near(reading):
        for facet in FACETS:
            weights = terms.weights["facet"]
            bias = terms.weights["facet-bias"].get(facet, 0.0)
            likely = _logistic(facet_features(reading, facet), weights, bias)
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


def read(document: Document, mentions: Sequence[Mention], lexicon: Lexicon, terms: TopicTerms) -> Reading:
    """Count the points of every topic in headline, lead and body."""
    text = document.text[:_LONGEST]
    lead_end = _lead_end(text)
    if len(text) < _SHORT and (turn := _OTHER_NEWS.search(text)):
        lead_end = min(lead_end, turn.start())
    title = document.title
    is_digest = _DIGEST.search(title) is not None or (
        _PARTS.search(title) is not None and _LISTED.search(text[:_SHORT]) is not None
    )
    if is_digest:
        lead_end = 0
        title = re.split("[；;]", title, maxsplit=1)[0]
    in_title, in_text = terms.find(title), terms.find(text)
    if len(text) < _SHORT and (desks := _DESKS.search(text)) is not None:
        in_text = [hit if hit.start < desks.start() else _without_facets(hit) for hit in in_text]
    worth_of = {entity: _worth_of(entity, lexicon, terms) for entity in {mention.entity for mention in mentions}}
    for mention in mentions:
        worth = worth_of[mention.entity]
        if worth and mention.span.end <= (len(title) if mention.field is Field.TITLE else _LONGEST):
            hits = in_title if mention.field is Field.TITLE else in_text
            hits.append(TermHit(*mention.span, mention.entity, worth))
    n_words = _n_words(text)
    return Reading(
        title=_part(_n_words(title), in_title),
        lead=_part(_n_words(text[:lead_end]), (hit for hit in in_text if hit.start < lead_end)),
        body=_part(n_words, in_text),
        in_title=in_title,
        in_text=in_text,
        is_long=not is_digest and n_words > 1.5 * LEAD_WORDS,
        blocks=_blocks(in_text, max(1, int(BLOCK_WORDS * len(text) / max(n_words, 1.0)))),
    )


def _without_facets(hit: TermHit) -> TermHit:
    return hit._replace(worth=tuple(one for one in hit.worth if one[0] in SIGNALS))


def _blocks(hits: Iterable[TermHit], length: int) -> Collection[set[str]]:
    """Return the signals that stand together in stretches of that many characters."""
    blocks: dict[int, set[str]] = {}
    signals_of: dict[_Worth, list[str]] = {}
    for start, _, _, worth in hits:
        signals = signals_of.get(worth)
        if signals is None:
            signals = [topic.partition(" ")[0] for topic, points in worth if points >= 2.0 and topic in SIGNALS]
            signals_of[worth] = signals
        if signals:
            blocks.setdefault(start // length, set()).update(signals)
    return blocks.values()


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
    countries = max(min(head["china"], us), min(china, head["us"]))
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
        "both sides together": reading.together("china", "us") if reading.is_long else 0.0,
        "both sides together with ai": reading.together("china", "us", "ai") if reading.is_long else 0.0,
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


def facet_features(reading: Reading, facet: str) -> dict[str, float]:
    """Return what a facet is decided from, each between 0 and 1 (headline and lead: up to 2)."""
    title, lead, body = reading.title, reading.lead, reading.body
    strengths = reading.strengths_of_facets()
    most = max(strengths.values()) or 1.0
    short_share = 0.0 if reading.is_long else 1.0
    in_head = short_share * reading.in_head(facet)
    china = max(reading.in_head("china"), reading.in_head("china actors"))
    us = max(reading.in_head("us"), reading.in_head("us actors"))
    share = strengths[facet] / most
    return {
        "headline": title.strength(facet, 2.0),
        "lead": short_share * lead.strength(facet, 2.0),
        "lead of long": lead.strength(facet, 2.0) if reading.is_long else 0.0,
        "in head": in_head,
        "in head beside both sides": min(in_head, china, us),
        "implied": _implied(reading, min(china, us)) if facet == "export-controls" else 0.0,
        "of exports": min(reading.in_head(facet), reading.in_head("export-controls")) if facet == "regulation" else 0.0,
        "body": body.density(facet) if reading.is_long else 0.0,
        "variety": body.variety(facet) if reading.is_long else 0.0,
        "share": share,
        "share of short": short_share * share,
        "long": float(reading.is_long),
    }


def _implied(reading: Reading, both_sides: float) -> float:
    """Return how much speaks for export controls that are not named: chips, both sides, and what lies between them."""
    return min(both_sides, reading.in_head("chips"), max(reading.in_head("relation"), reading.in_head(DEALING)))


def _weight(reading: Reading, facet: str) -> float:
    return reading.title.strength(facet, 2.0) + reading.lead.variety(facet) + reading.body.density(facet)


def _is_near(reading: Reading) -> bool:
    """Tell whether a document is about AI, or about both sides: only then its facets mean anything."""
    near = {signal: reading.in_head(signal) for signal in SIGNALS}
    is_about_ai = near["ai"] >= _HARDLY or reading.body.density("ai") >= 0.3
    china, us = max(near["china"], near["china actors"]), max(near["us"], near["us actors"], near["relation"])
    return is_about_ai or min(china, us) >= 0.5


def _worth_of(entity_id: str, lexicon: Lexicon, terms: TopicTerms) -> _Worth:
    """Return what a named entity is worth: its topics, its side, and AI where it stands for that."""
    entity = lexicon.entity(entity_id)
    if entity.kind == "outlet":
        return ()
    worth = {**terms.of_kind.get(entity.kind, {}), **terms.of_entity.get(entity.id, {})}
    if entity.kind == "person":
        # Who runs a chip maker makes one think of chips, if less than its name does.
        for _, other in entity.relations:
            its = terms.of_entity.get(other, {})
            worth |= {topic: points / 2 for topic, points in its.items() if topic not in SIGNALS}
    if entity.is_ai:
        worth["ai"] = 3.0
    elif not _SCHOOLS.isdisjoint(entity.roles):
        worth.pop("ai", None)
    side = {"us": "us", "cn": "china", "hk": "china"}.get(entity.side)
    if entity.side and not side:
        worth[ELSEWHERE] = 3.0
    if side:
        worth.setdefault(f"{side} actors" if _is_actor(entity, lexicon) else side, 3.0)
    return tuple(worth.items())


def _is_actor(entity: Entity, lexicon: Lexicon) -> bool:
    """Tell what acts for itself, a firm, its people and products, a scientist, from what acts for its country."""
    if entity.kind != "person":
        return entity.kind in _ACTORS
    tied_to = {lexicon.entity(other).kind for _, other in entity.relations}
    in_office = "agency" in tied_to or any(word in role for role in entity.roles for word in _OFFICES)
    return not tied_to.isdisjoint(_ACTORS) or not in_office


def _evidence(reading: Reading, topics: Sequence[str]) -> tuple[Evidence, ...]:
    """Return the words that count most, in the order of the document; of words that overlap the weightiest."""
    found = [proof for topic in topics for proof in reading.proofs(topic)]
    found.sort(key=lambda each: (each[1] is not Field.TITLE, -each[0], each[2].start, each[2].end))
    taken: list[Evidence] = []
    covered: dict[Field, set[int]] = {part: set() for part in Field}
    for _, part, hit in found:
        places = range(hit.start, hit.end)
        if covered[part].isdisjoint(places):
            covered[part].update(places)
            taken.append(Evidence(part, Span(hit.start, hit.end), hit.term))
        if len(taken) == _EVIDENCE:
            break
    return tuple(sorted(taken, key=lambda proof: (proof.field is not Field.TITLE, proof.span)))


def _logistic(values: Mapping[str, float], weights: Mapping[str, float], bias: float = 0.0) -> float:
    total = weights["bias"] + bias + sum(weights.get(name, 0.0) * value for name, value in values.items())
    return 1.0 / (1.0 + math.exp(-max(-30.0, min(30.0, total))))


def _n_words(text: str) -> float:
    n = n_han(text)
    return n * _WORDS_PER_HAN + (len(text) - n) * _WORDS_PER_CHARACTER


def _lead_end(text: str) -> int:
    """Return where the lead of the text ends: after LEAD_WORDS words, at the end of a word."""
    n = n_han(text[:200])
    share = n / max(1, len(text[:200]))
    end = int(LEAD_WORDS / (share * _WORDS_PER_HAN + (1 - share) * _WORDS_PER_CHARACTER))
    while end < len(text) and text[end].isascii() and text[end].isalnum() and end < 1000:
        end += 1
    return end
