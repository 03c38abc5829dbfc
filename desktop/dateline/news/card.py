"""What the timeline shows of an article; apart from the article, because it is all that a start needs of it."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import NamedTuple, NewType

ArticleId = NewType("ArticleId", int)


class Completeness(StrEnum):
    """How much of an article Dateline holds."""

    FULL = "full"
    TEASER = "teaser"
    BLOCKED = "blocked"
    EMPTY = "empty"


#: From poorest to best: a capture replaces another only when it is not poorer.
COMPLETENESS_ORDER: tuple[Completeness, ...] = (
    Completeness.EMPTY,
    Completeness.BLOCKED,
    Completeness.TEASER,
    Completeness.FULL,
)


class CardStory(NamedTuple):
    """The story of a card: its id, the other outlets that carry it in the order of time, how many articles."""

    id: int
    outlets: tuple[str, ...]
    n: int


class Card(NamedTuple):
    """One row of the timeline, strings ready to be shown."""

    id: ArticleId
    outlet: str  # outlet id
    title: str
    snippet: str
    lang: str
    published_at: datetime | None
    first_seen_at: datetime
    completeness: Completeness
    topics: tuple[str, ...]  # topic ids, strongest first, umbrella left out
    is_on_topic: bool
    n_quotes: int
    first_speaker: str
    is_read: bool
    is_starred: bool
    n_notes: int = 0
    is_sample: bool = False
    url: str = ""
    tags: tuple[str, ...] = ()
    story: CardStory | None = None  # None: no other article tells its event
