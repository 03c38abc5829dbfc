"""A document as the tagger sees it: headline, lead and body with the points that each topic and signal has there.

It counts; what follows from the counts is for `tagger` and `facets` to decide.
"""

from __future__ import annotations

import math
import re
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field

from dateline.analysis.lexicon import Entity, Lexicon
from dateline.analysis.topic_terms import ELSEWHERE, SIGNALS, TermHit, TopicTerms
from dateline.news.finding import Document, Field, Mention
from dateline.news.lexicon_edit import TERM_POINTS
from dateline.text.script import n_han

_ACTORS = frozenset(("company", "lab", "model", "chip"))
#: Labs that are at home in every science: their names say nothing of AI.
_SCHOOLS = frozenset(("university", "academy"))
_OFFICES = ("president", "premier", "minister", "secretary", "adviser", "ambassador", "governor", "envoy", "senator")

#: How far the lead of a text reaches, in words.
LEAD_WORDS = 80
#: Sides that stand in one stretch of so many words stand together.
BLOCK_WORDS = 40
#: A Han character is about this many words, another character this many.
_WORDS_PER_HAN, _WORDS_PER_CHARACTER = 0.6, 1 / 6
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
#: Whether words that speak for a topic stand in the text or the title, their points below zero, where they begin and
#: end, and the term: plain, so that what counts most is the least.
Proof = tuple[bool, float, int, int, str]


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
    _proofs: dict[str, list[Proof]] = field(default_factory=dict)

    def proofs(self, topic: str) -> Sequence[Proof]:
        """Return what speaks for a topic; read off the hits when first asked."""
        if not self._proofs:
            for is_in_text, hits in ((False, self.in_title), (True, self.in_text)):
                for start, end, term, worth in hits:
                    for each, points in worth:
                        self._proofs.setdefault(each, []).append((is_in_text, -points, start, end, term))
        return self._proofs.get(topic, ())

    def in_head(self, topic: str) -> float:
        """Return 0 to 1: how strongly headline or lead speak of it, whichever does more."""
        return max(self.title.strength(topic), self.lead.strength(topic))

    def together(self, *signals: str) -> float:
        """Return 0 to 1: in how large a share of the text's blocks all these signals stand, its actors as a side."""
        n_blocks = max(5.0, self.body.n_words / BLOCK_WORDS)
        share = sum(seen.issuperset(signals) for seen in self.blocks) / n_blocks
        return 1.0 - math.exp(-share / 0.15)


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
