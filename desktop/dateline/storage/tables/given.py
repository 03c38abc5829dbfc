"""What the outside said: sources, articles, what feeds said of them, and their texts by revision. Never lost."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field

from dateline.storage.tables.row import NO_ROWID, Row


class SettingRow(Row, table=True):
    """A property of the library as a whole, such as `sample`."""

    __tablename__ = "setting"
    __table_args__ = NO_ROWID

    name: str = Field(primary_key=True)
    value: str


class SourceRow(Row, table=True):
    """A feed or listing; one that was removed stays, so that its entries keep their origin and it can come back."""

    __tablename__ = "source"

    id: int | None = Field(default=None, primary_key=True)
    url: str = Field(unique=True)
    title: str
    kind: str
    outlet: str
    folder: str
    home_url: str
    access: str
    rule: str
    state: str
    error: str
    hint: str
    n_failures: int
    wants_login: bool  # refused at its last turn until the user gives a login
    interval_minutes: int | None  # the user's; NULL: by the feed's own rhythm
    user_agent: str
    proxy: str
    headers: str  # "Name: value", one a line
    added_at: int
    removed_at: int | None
    last_tried_at: int | None
    last_success_at: int | None
    next_due_at: int | None
    fresh_until: int | None
    n_not_modified: int
    etag: str | None
    last_modified: str | None
    digest: str | None  # of the bytes last read
    moved_to: str  # where its last answer said it has moved for good; followed once the next one says the same


class HostWaitRow(Row, table=True):
    """Until when a host asked to be left alone."""

    __tablename__ = "host_wait"
    __table_args__ = NO_ROWID

    host: str = Field(primary_key=True)
    quiet_until: int


class ArticleRow(Row, table=True):
    """One canonical address, and what a card shows of it. The id is made from its time (`storage.article_ids`)."""

    __tablename__ = "article"
    __table_args__ = (Index("article_due", "next_try_at", sqlite_where=text("next_try_at IS NOT NULL")),)

    id: int = Field(primary_key=True)
    url: str
    url_key: str
    title: str
    snippet: str
    outlet: str
    lang: str
    authors: str  # one a line
    published_at: int | None
    updated_at: int | None
    first_seen_at: int
    completeness: int
    reason: str
    n_revisions: int
    is_sample: bool
    n_tries: int  # page fetches that failed in a row
    next_try_at: int | None  # when its page is due; None: nothing to fetch


class AddressRow(Row, table=True):
    """Every address an article is known by."""

    __tablename__ = "address"
    __table_args__ = NO_ROWID

    url_key: str = Field(primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)


class EntryRow(Row, table=True):
    """What a feed said of an article, as it said it last."""

    __tablename__ = "entry"
    __table_args__ = (
        Index("entry_key", "source_id", "key", unique=True),
        Index("entry_source", "source_id", "article_id"),
    )

    id: int | None = Field(default=None, primary_key=True)
    source_id: int = Field(foreign_key="source.id")
    article_id: int = Field(foreign_key="article.id", index=True)
    key: str
    url_key: str
    digest: str
    has_full_text: bool  # of the article, not a summary
    seen_at: int
    said_z: bytes


class RevisionRow(Row, table=True):
    """One kept state of an article's text; rows are added and never changed."""

    __tablename__ = "revision"
    __table_args__ = (Index("revision_number", "article_id", "number", unique=True),)

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id")
    number: int
    captured_at: int
    origin: str
    provenance: str  # of a capture: the file's name, or how it was handed over
    completeness: int
    n_characters: int
    title: str
    page_title: str  # as the page said it, which need not be the feed's
    site_rule: str | None
    text_z: bytes
    html_z: bytes


class VisitRow(Row, table=True):
    """What an article's page was last answered with, to ask "changed since?"."""

    __tablename__ = "visit"

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    visited_at: int
    etag: str | None
    last_modified: str | None


class LetGoRow(Row, table=True):
    """An address whose article has left the library (`storage.retention`): no feed brings it back."""

    __tablename__ = "let_go"
    __table_args__ = NO_ROWID

    url_key: str = Field(primary_key=True)
    gone_at: int
