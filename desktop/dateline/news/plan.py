"""What is to be done with a feed's entries: the plan that `pipeline.decide` makes and storage carries out."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from dateline.news.article import ArticleId, Completeness
from dateline.news.feed import FeedEntry, SourceId, Validators


class EntryAction(StrEnum):
    """What an entry means for the library."""

    NEW = "new"  # an article nobody has seen
    JOIN = "join"  # a known article, first time in this source
    CHANGED = "changed"  # known here, but the feed now says something else
    SAME = "same"  # nothing to do


@dataclass(frozen=True, slots=True)
class EntryDraft:
    """One entry with what planning asks of it, worked out where it was read: in a worker process.

    `url_key` is the canonical address without its scheme, or `entry:` and a digest where the entry has no address:
    two entries with one `url_key` are one article.
    """

    entry: FeedEntry
    url_key: str
    digest: str  # of what the feed says that a reader would call news: title, summary, content
    outlet: str = ""
    wants_page: bool = True  # False where the feed carries the full text or there is no address
    packed: bytes = b""  # the entry as the library keeps it, where that was made already (`storage.packing`)


@dataclass(frozen=True, slots=True)
class KnownEntry:
    """An entry as kept: enough to tell whether it changed."""

    key: str
    url_key: str
    digest: str
    article: ArticleId


@dataclass(frozen=True, slots=True)
class Known:
    """What the library knows of a feed's entries before they are planned."""

    by_key: dict[str, KnownEntry] = field(default_factory=dict)  # of this source
    by_url_key: dict[str, KnownEntry] = field(default_factory=dict)  # of this source
    articles: dict[str, ArticleId] = field(default_factory=dict)  # of any source, by url_key


@dataclass(frozen=True, slots=True)
class EntryPlan:
    """One entry and what to do with it. `article` is None for NEW only; the rest is the draft's."""

    entry: FeedEntry
    action: EntryAction
    url_key: str
    digest: str
    article: ArticleId | None = None
    outlet: str = ""
    wants_page: bool = True
    packed: bytes = b""


@dataclass(frozen=True, slots=True)
class PageDue:
    """An article whose page is to be fetched and read, with what the feed said of it."""

    article: ArticleId
    source: SourceId | None
    url: str  # "" where there is no page: the feed's own text is all there is
    outlet: str
    entry: FeedEntry
    has_full_text: bool = False  # the feed's content_html is the text; the page is not fetched
    n_tries: int = 0
    held: Completeness | None = None  # completeness of the text held now, None where none is held
    is_on_topic: bool = False  # as far as it was read
    first_seen_at: datetime | None = None
    validators: Validators = field(default_factory=Validators)  # of the page whose full text is held
