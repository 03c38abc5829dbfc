"""What the library answers beside articles: counts, the pulse, the sidebar, the ledger's rows, and rows to import."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING, NamedTuple

from dateline.news.count import Count as Count
from dateline.news.count import PulseDay as PulseDay
from dateline.news.count import Tally as Tally

if TYPE_CHECKING:
    from dateline.news.article import ArticleId, Completeness
    from dateline.news.coverage import StatementId
    from dateline.news.finding import Findings
    from dateline.news.reading_list import ReadingList
    from dateline.news.tag import Tag


class OutletCount(NamedTuple):
    """An outlet with its articles."""

    outlet: str
    n_unread: int
    n: int


class PersonCount(NamedTuple):
    """Somebody who is quoted: lexicon id (else the name), in how many articles, and the name as it was resolved."""

    person: str
    n: int
    name: str


@dataclass(frozen=True, slots=True)
class SidebarCounts:
    """The numbers of the sidebar. `views`: us-china-ai, all, today, unread, starred, notes, attention.

    `folders`: those of sources that the user put in an order.
    """

    views: dict[str, int] = field(default_factory=dict)
    topics: dict[str, int] = field(default_factory=dict)
    outlets: tuple[OutletCount, ...] = ()
    people: tuple[PersonCount, ...] = ()
    tags: tuple[Tag, ...] = ()
    lists: tuple[ReadingList, ...] = ()
    folders: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class QuoteRow:
    """One statement as the ledger lists it, with the article that carries it."""

    quote: str
    speaker: str  # the resolved name, else the words of the text, "" where nobody is named
    entity: str | None
    article: ArticleId
    outlet: str
    lang: str
    published_at: datetime | None
    confidence: float
    kind: str
    title: str = ""
    statement: StatementId | None = None  # None: no other article has it


@dataclass(frozen=True, slots=True)
class QuoteVersion:
    """A statement as one article prints it."""

    statement: StatementId
    article: ArticleId
    outlet: str
    lang: str
    title: str
    published_at: datetime | None
    first_seen_at: datetime | None
    start: int  # code points of the article's text
    end: int
    kind: str
    speaker: str
    entity: str | None
    words: str
    confidence: float
    is_confirmed: bool = False  # the user called it the same statement


class Statement(NamedTuple):
    """A statement in the ledger: its versions, oldest article first, and the strongest topic of the newest article."""

    versions: tuple[QuoteVersion, ...]
    topic: str
    is_named: bool  # somebody is known to have said it

    @property
    def lead(self) -> QuoteVersion:
        """The version that speaks for the others: the oldest."""
        return self.versions[0]


class Ledger(NamedTuple):
    """The statements of a filter, of how many articles, of them in full text; `is_cut`: there are more."""

    statements: tuple[Statement, ...]
    n_articles: int
    n_full: int
    is_cut: bool


@dataclass(frozen=True, slots=True)
class StoryMember:
    """An article of a story."""

    article: ArticleId
    outlet: str
    title: str
    lang: str
    published_at: datetime | None
    first_seen_at: datetime | None
    completeness: Completeness


@dataclass(frozen=True, slots=True)
class OutletNames:
    """What an outlet is called, for `outlet:` in a filter: its id and every name it goes by."""

    id: str
    names: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ImportRow:
    """An article handed over as a whole. `url_key` decides whether it is known."""

    url: str
    url_key: str
    title: str
    text: str
    html: str = ""
    outlet: str = ""
    lang: str = ""
    published_at: datetime | None = None
    authors: tuple[str, ...] = ()
    findings: Findings | None = None
    analysis_version: int = 0  # of the findings
