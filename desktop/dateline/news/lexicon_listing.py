"""The lexicon as a person looks through it: what is shipped, what the user made of it, and what an edit would do.

Values only; `analysis.lexicon_listing` makes them, the window and the command line show them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from dateline.news.finding import Document, TopicHit
from dateline.news.lexicon_edit import NO_EDITS, EntityEdit, LexiconEdit, LexiconEdits, TermEdit, TopicEdit


@dataclass(frozen=True, slots=True)
class ListedTerm:
    """A term of a topic: its points now (0: taken out), and those that are shipped (None: the user's own)."""

    topic: str
    term: str
    points: float
    shipped: float | None = None

    @property
    def is_edited(self) -> bool:
        """Tell whether the user made it what it is."""
        return self.points != self.shipped


@dataclass(frozen=True, slots=True)
class ListedTopic:
    """A topic, or a signal from which the umbrella is told; `name` and `zh` of the user's own ones only."""

    id: str
    name: str = ""
    zh: str = ""
    is_signal: bool = False
    is_own: bool = False


@dataclass(frozen=True, slots=True)
class ListedEntity:
    """Somebody or something that is named, every form it is looked for by, and how it was shipped (None: not)."""

    id: str
    kind: str
    name: str
    zh: str = ""
    forms: tuple[str, ...] = ()  # looked for wherever they stand, name and zh among them
    weak: tuple[str, ...] = ()  # looked for only beside what makes them sure
    side: str = ""
    roles: tuple[str, ...] = ()
    is_ai: bool = False
    is_hidden: bool = False
    is_edited: bool = False
    shipped: ListedEntity | None = None


@dataclass(frozen=True, slots=True)
class ListedLexicon:
    """All of it, with the edits that it was laid open with."""

    topics: tuple[ListedTopic, ...] = ()
    terms: Mapping[str, tuple[ListedTerm, ...]] = field(default_factory=dict)  # topic → its terms
    entities: tuple[ListedEntity, ...] = ()
    edits: LexiconEdits = NO_EDITS


@dataclass(frozen=True, slots=True)
class Trial:
    """What one document is filed under as the lexicon stands, and with an edit laid over it."""

    document: Document
    before: tuple[TopicHit, ...]
    after: tuple[TopicHit, ...]


def laid_over(edits: LexiconEdits, edit: LexiconEdit) -> LexiconEdits:
    """Return the edits with one more, in place of an earlier one of the same term, topic or entity."""
    terms, topics, entities = edits.terms, edits.topics, edits.entities
    if isinstance(edit, TermEdit):
        others = (one for one in terms if (one.topic, one.term) != (edit.topic, edit.term))
        terms = (*others, edit)
    elif isinstance(edit, TopicEdit):
        topics = (*(one for one in topics if one.topic != edit.topic), edit)
    else:
        entities = (*(one for one in entities if one.entity != edit.entity), edit)
    return LexiconEdits(terms, topics, entities, edits.doubts)


def edited_entity(
    shipped: ListedEntity | None,
    entity: str,
    *,
    kind: str,
    name: str,
    zh: str,
    forms: tuple[str, ...],
    side: str,
    is_ai: bool,
) -> EntityEdit:
    """Return the edit that makes of what is shipped what the user wants; `forms` are all names to be looked for."""
    if shipped is None:
        extra = tuple(form for form in dict.fromkeys(forms) if form not in (name, zh))
        return EntityEdit(entity, kind, name, zh, aliases=extra, side=side, is_ai=is_ai)
    known = {*shipped.forms, *shipped.weak}
    wanted = dict.fromkeys((*forms, *(one for one in (name, zh) if one and one not in (shipped.name, shipped.zh))))
    return EntityEdit(
        entity,
        kind="" if kind == shipped.kind else kind,
        name="" if name == shipped.name else name,
        zh="" if zh == shipped.zh else zh,
        aliases=tuple(form for form in wanted if form not in known and form not in (name, zh)),
        dropped=tuple(form for form in shipped.forms if form not in wanted),
        side="" if side == shipped.side else side,
        is_ai=None if is_ai == shipped.is_ai else is_ai,
    )
