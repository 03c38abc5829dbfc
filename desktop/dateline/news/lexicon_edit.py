"""What a reader changes in the lexicon: terms of a topic, topics of their own, names of people, companies and models.

Edits are laid over the lexicon that is shipped, whenever it is read: a new version of it keeps them. Nothing here knows
how they are kept or what follows from them.
"""

from __future__ import annotations

from dataclasses import dataclass

#: Points of a term, as the lexicon's lists give them; see docs/how-tagging-works.md.
TERM_POINTS: dict[str, float] = {"sure": 6.0, "strong": 3.0, "plain": 1.5, "faint": 0.6}


@dataclass(frozen=True, slots=True)
class TermEdit:
    """How much a term speaks for a topic: points as in TERM_POINTS; 0 when it does not speak for it any more."""

    topic: str
    term: str
    points: float


@dataclass(frozen=True, slots=True)
class TopicEdit:
    """A topic of the user's own: an article is filed under it once its terms are worth a strong one."""

    topic: str  # id
    name: str
    zh: str = ""


@dataclass(frozen=True, slots=True)
class EntityEdit:
    """Somebody or something new, or other names for one that is shipped; "" and None leave what is shipped."""

    entity: str  # id
    kind: str = ""
    name: str = ""
    zh: str = ""
    aliases: tuple[str, ...] = ()  # names beside those shipped
    dropped: tuple[str, ...] = ()  # names that are not looked for any more
    side: str = ""
    is_ai: bool | None = None
    is_hidden: bool = False  # not looked for at all


@dataclass(frozen=True, slots=True)
class TermDoubt:
    """A term on which a topic was decided wrongly: in so many articles more than rightly, by the user's corrections."""

    topic: str
    term: str
    n: int


LexiconEdit = TermEdit | TopicEdit | EntityEdit


@dataclass(frozen=True, slots=True)
class LexiconEdits:
    """Every edit of a library, in the order in which they were made, and what corrections say of terms."""

    terms: tuple[TermEdit, ...] = ()
    topics: tuple[TopicEdit, ...] = ()
    entities: tuple[EntityEdit, ...] = ()
    doubts: tuple[TermDoubt, ...] = ()


NO_EDITS = LexiconEdits()
