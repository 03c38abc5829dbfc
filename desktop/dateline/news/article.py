"""Articles: the full text taken from a page, the article as kept, and the card that the timeline shows."""

from __future__ import annotations

from dataclasses import dataclass
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


@dataclass(frozen=True, slots=True)
class ArticleText:
    """What extraction took from one page (or from a full-text feed)."""

    text: str  # paragraphs separated by one newline
    html: str  # sanitised
    title: str = ""
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None
    updated_at: datetime | None = None
    lang: str = ""
    completeness: Completeness = Completeness.FULL
    reason: str = ""  # a sentence: why it is not full
    site_rule: str | None = None
    site_name: str = ""
    image_url: str = ""
    goes_on_at: str = ""  # the address of its next page; of the article itself, where the page only leads on to it
    canonical_url: str = ""  # the address that the page says it has


class CardStory(NamedTuple):
    """The story of a card: its id, the other outlets that carry it in the order of time, how many articles."""

    id: int
    outlets: tuple[str, ...]
    n: int


@dataclass(frozen=True, slots=True)
class Card:
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


@dataclass(frozen=True, slots=True)
class Article:
    """One article as the reader shows it: the newest revision of its text, and what is known about it."""

    id: ArticleId
    url: str
    title: str
    outlet: str
    lang: str
    authors: tuple[str, ...]
    published_at: datetime | None
    updated_at: datetime | None
    first_seen_at: datetime
    completeness: Completeness
    reason: str
    text: str
    html: str
    n_revisions: int
    is_read: bool
    is_starred: bool
    tags: tuple[str, ...] = ()
    source_titles: tuple[str, ...] = ()
    is_sample: bool = False


@dataclass(frozen=True, slots=True)
class Revision:
    """One kept state of an article's text."""

    number: int  # from 1
    captured_at: datetime
    title: str
    completeness: Completeness
    n_characters: int
    origin: str  # "page", "feed", "capture", "import"
    provenance: str = ""  # of a capture: the file's name, or how it was handed over


@dataclass(frozen=True, slots=True)
class RevisionText:
    """A revision with its words."""

    revision: Revision
    text: str
