"""The lexicon laid open for looking through: terms as their lists have them, entities with their forms, edits marked.

Made for reading by a person; what is matched in a text is made by `topic_terms` and `lexicon` from the same files.
"""

from __future__ import annotations

import tomllib
from functools import lru_cache

from dateline import settings
from dateline.analysis.entities import find_mentions
from dateline.analysis.lexicon import Entity, Lexicon, load_lexicon
from dateline.analysis.normal import normal
from dateline.analysis.tagger import find_topics
from dateline.analysis.topic_terms import compounded
from dateline.news.finding import Document, TopicHit
from dateline.news.lexicon_edit import NO_EDITS, TERM_POINTS, LexiconEdits
from dateline.news.lexicon_listing import ListedEntity, ListedLexicon, ListedTerm, ListedTopic, Trial


def list_lexicon(edits: LexiconEdits = NO_EDITS) -> ListedLexicon:
    """Return the whole lexicon with the user's edits.

    Raises:
        ValueError: a lexicon file cannot be read.
    """
    topics, shipped = _shipped_terms()
    own = tuple(ListedTopic(one.topic, one.name, one.zh, is_own=True) for one in edits.topics)
    facets = tuple(topic for topic in topics if not topic.is_signal)
    signals = tuple(topic for topic in topics if topic.is_signal)
    terms = {topic.id: _terms_of(topic.id, shipped.get(topic.id, {}), edits) for topic in (*facets, *own, *signals)}
    return ListedLexicon((*facets, *own, *signals), terms, _entities(edits), edits)


def try_edits(document: Document, before: LexiconEdits, after: LexiconEdits) -> Trial:
    """Return what a document is filed under with either set of edits."""
    return Trial(document, _topics(document, before), _topics(document, after))


def _topics(document: Document, edits: LexiconEdits) -> tuple[TopicHit, ...]:
    lexicon = load_lexicon(edits)
    return find_topics(document, find_mentions(document, lexicon), lexicon, edits)


@lru_cache(maxsize=1)
def _shipped_terms() -> tuple[tuple[ListedTopic, ...], dict[str, dict[str, float]]]:
    tables = tomllib.loads(settings.resource("lexicon/topics.toml").read_text("utf-8"))
    topics: list[ListedTopic] = []
    terms: dict[str, dict[str, float]] = {}
    for section in ("topic", "signal"):
        for topic, table in tables[section].items():
            topics.append(ListedTopic(topic, is_signal=section == "signal"))
            known = terms.setdefault(topic, {})
            for strength, points in TERM_POINTS.items():
                for term in table.get(strength, ()):
                    known.setdefault(term, points)
            for compound in table.get("compounds", ()):
                for term in compounded(compound):
                    known.setdefault(term, TERM_POINTS[compound["worth"]])
    return tuple(topics), terms


def _terms_of(topic: str, shipped: dict[str, float], edits: LexiconEdits) -> tuple[ListedTerm, ...]:
    """Return a topic's terms, weightiest first; those that were taken out stand last."""
    found = {normal(term): ListedTerm(topic, term, points, points) for term, points in shipped.items()}
    for edit in edits.terms:
        if edit.topic == topic:
            known = found.get(normal(edit.term))
            term, points = (edit.term, None) if known is None else (known.term, known.shipped)
            found[normal(edit.term)] = ListedTerm(topic, term, edit.points, points)
    return tuple(sorted(found.values(), key=lambda one: (-one.points, one.term.casefold())))


def _entities(edits: LexiconEdits) -> tuple[ListedEntity, ...]:
    shipped, edited = load_lexicon(), load_lexicon(edits)
    touched = {edit.entity: edit for edit in edits.entities}
    listed: list[ListedEntity] = []
    for entity in edited.entities.values():
        edit = touched.get(entity.id)
        if edit is None:
            listed.append(_listed(entity))
            continue
        known = _known(shipped, entity.id)
        listed.append(_listed(entity, is_edited=True, is_hidden=edit.is_hidden, shipped=known))
    return tuple(sorted(listed, key=lambda one: one.name.casefold()))


def _known(lexicon: Lexicon, entity: str) -> ListedEntity | None:
    return _listed(lexicon.entity(entity)) if entity in lexicon.entities else None


def _listed(
    entity: Entity, *, is_edited: bool = False, is_hidden: bool = False, shipped: ListedEntity | None = None
) -> ListedEntity:
    off = {*entity.weak, *entity.unmatched}
    return ListedEntity(
        id=entity.id,
        kind=entity.kind,
        name=entity.name,
        zh=entity.zh,
        forms=tuple(one for one in dict.fromkeys((entity.name, entity.zh, *entity.aliases)) if one and one not in off),
        weak=entity.weak,
        side=entity.side,
        roles=entity.roles,
        is_ai=entity.is_ai,
        is_hidden=is_hidden,
        is_edited=is_edited,
        shipped=shipped,
    )
