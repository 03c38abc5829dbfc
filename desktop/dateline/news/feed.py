"""Sources and what they say: a source the user follows, one poll of it, one entry in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import NewType

from dateline.news.access import Access as Access

SourceId = NewType("SourceId", int)


class SourceKind(StrEnum):
    """How a source is read."""

    FEED = "feed"  # RSS, Atom, RDF, JSON Feed, news sitemap
    LISTING = "listing"  # a site without a feed, read by a rule of resources/listings


class SourceState(StrEnum):
    """How a source did at its last turn."""

    NEVER = "never"
    WORKING = "working"
    FAILING = "failing"
    PAUSED = "paused"  # gone (410) or switched off by the user


@dataclass(frozen=True, slots=True)
class Validators:
    """By what a changed answer is told: what a server gave to ask "changed since?" with, byte for byte as it came."""

    etag: str | None = None
    last_modified: str | None = None
    digest: str | None = None  # of a feed's bytes, for servers that give neither or say "changed" to everybody


@dataclass(frozen=True, slots=True)
class Manner:
    """How the user wants a source and its pages asked, where that differs from Dateline's own way."""

    user_agent: str = ""
    proxy: str = ""  # http:// or socks5://host:port; "" is the system's, "direct" is none
    headers: tuple[tuple[str, str], ...] = ()  # sent to the source's own host and no other


@dataclass(frozen=True, slots=True)
class Source:
    """A feed or listing the user follows, with its state."""

    id: SourceId
    url: str
    title: str
    kind: SourceKind = SourceKind.FEED
    outlet: str = ""  # outlet id of resources/outlets.toml, or a name of its own
    folder: str = ""
    home_url: str = ""
    access: Access = Access.UNKNOWN
    rule: str = ""  # name of the listing rule, for SourceKind.LISTING
    state: SourceState = SourceState.NEVER
    error: str = ""
    hint: str = ""
    n_failures: int = 0
    wants_login: bool = False  # refused at its last turn until the user gives a login
    interval_minutes: int | None = None  # the user's; None: by the feed's own rhythm
    manner: Manner = field(default_factory=Manner)
    last_tried_at: datetime | None = None
    last_success_at: datetime | None = None
    next_due_at: datetime | None = None
    fresh_until: datetime | None = None  # the server says that nothing changes before
    validators: Validators = field(default_factory=Validators)
    n_not_modified: int = 0  # answers of "not modified" in a row
    n_articles: int = 0
    n_full: int = 0


@dataclass(frozen=True, slots=True)
class NewSource:
    """A source to be added: what OPML, discovery or the default list know of it."""

    url: str
    title: str
    kind: SourceKind = SourceKind.FEED
    outlet: str = ""
    folder: str = ""
    home_url: str = ""
    access: Access = Access.UNKNOWN
    rule: str = ""
    interval_minutes: int | None = None


@dataclass(frozen=True, slots=True)
class FeedEntry:
    """What a feed said of one article. Plain-text fields are unescaped; HTML fields are not yet sanitised."""

    key: str  # stable identity inside the feed: guid, else canonical link, else digest of title and text
    url: str  # absolute http(s) address, or "" where the feed gives none
    title: str
    summary: str = ""  # plain text
    summary_html: str = ""
    content_html: str = ""  # full text where the feed carries it
    authors: tuple[str, ...] = ()
    published_at: datetime | None = None  # aware, UTC
    updated_at: datetime | None = None
    tags: tuple[str, ...] = ()
    image_url: str = ""
    lang: str = ""


@dataclass(frozen=True, slots=True)
class FeedFetch:
    """One answer of a source, read."""

    entries: tuple[FeedEntry, ...]
    title: str = ""
    home_url: str = ""
    lang: str = ""
    problems: tuple[str, ...] = ()  # sentences: what was wrong, though entries could be read
    interval_minutes: int | None = None  # what the feed asks for (ttl, sy:updatePeriod)
    is_cut: bool = False  # it broke off: more may have been meant to come


@dataclass(frozen=True, slots=True)
class Fetched:
    """One HTTP answer with a body (status 200–299), decompressed and bounded."""

    url: str  # the address asked
    final_url: str  # after redirects
    status: int
    content_type: str
    body: bytes
    validators: Validators = field(default_factory=Validators)
    moved_to: str = ""  # set when every hop so far was permanent (301, 308)
    max_age: int | None = None  # seconds, from Cache-Control or Expires


@dataclass(frozen=True, slots=True)
class NotModified:
    """The server says that nothing changed since the validators it was sent."""

    url: str
    max_age: int | None = None
