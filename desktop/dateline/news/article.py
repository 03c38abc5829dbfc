"""Articles: the full text taken from a page, the article as kept, and the card that the timeline shows."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from dateline.news.card import COMPLETENESS_ORDER as COMPLETENESS_ORDER
from dateline.news.card import ArticleId as ArticleId
from dateline.news.card import Card as Card
from dateline.news.card import CardStory as CardStory
from dateline.news.card import Completeness as Completeness


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
    is_for_subscribers: bool = False  # the page is blocked by nothing but its site's wish for a subscription
    site_rule: str | None = None
    site_name: str = ""
    image_url: str = ""
    goes_on_at: str = ""  # the address of its next page; of the article itself, where the page only leads on to it
    canonical_url: str = ""  # the address that the page says it has


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
