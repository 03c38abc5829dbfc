"""The library's tables in three sections with three promises, as SQLModel classes: the schema and the typed names.

    given    what the outside said: never lost, a poorer text never replaces a better one
    user     what the reader did: never overwritten by a refresh, durable before the window says so
    derived  what can be made again from the other two (`storage.rebuild`)

Times are whole seconds since 1970 in UTC; `…_z` are Zstandard frames; `completeness` is its place in
COMPLETENESS_ORDER. The search index is not here: it is SQLite's own (`storage.search`). Importing this module is
costly (it brings SQLAlchemy): only write jobs do, inside their functions.
"""

from __future__ import annotations

from sqlalchemy import Index, MetaData, text
from sqlmodel import Field, SQLModel

_NO_ROWID = {"sqlite_with_rowid": False}


class Row(SQLModel):
    """A row of the library."""

    metadata = MetaData()


# --- given ------------------------------------------------------------------------------------------------------------


class SettingRow(Row, table=True):
    """A property of the library as a whole, such as `sample`."""

    __tablename__ = "setting"
    __table_args__ = _NO_ROWID

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
    interval_minutes: int
    added_at: int
    removed_at: int | None
    last_tried_at: int | None
    last_success_at: int | None
    next_due_at: int | None
    etag: str | None
    last_modified: str | None


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
    __table_args__ = _NO_ROWID

    url_key: str = Field(primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)


class EntryRow(Row, table=True):
    """What a feed said of an article, as it said it last."""

    __tablename__ = "entry"
    __table_args__ = (Index("entry_key", "source_id", "key", unique=True),)

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
    completeness: int
    n_characters: int
    digest: str
    title: str
    site_rule: str | None
    text_z: bytes
    html_z: bytes


# --- user -------------------------------------------------------------------------------------------------------------


class MarkRow(Row, table=True):
    """Read and starred; articles nobody touched have no row."""

    __tablename__ = "mark"

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    is_read: bool
    is_starred: bool
    marked_at: int


class TagRow(Row, table=True):
    """A tag the user put on an article."""

    __tablename__ = "tag"
    __table_args__ = _NO_ROWID

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    tag: str = Field(primary_key=True)
    tagged_at: int


class NoteRow(Row, table=True):
    """A highlight, with or without a note: it points to the revision read and carries its words and their context."""

    __tablename__ = "note"

    id: int | None = Field(default=None, primary_key=True)
    article_id: int = Field(foreign_key="article.id", index=True)
    revision_id: int | None = Field(foreign_key="revision.id")
    start: int  # code points of the revision's text
    end: int
    words: str
    before: str  # up to 32 characters
    after: str
    note: str
    made_at: int
    changed_at: int


# --- derived ----------------------------------------------------------------------------------------------------------


class OutletRow(Row, table=True):
    """An outlet by number, for narrow rows, with every name it goes by in the search tokens of a filter."""

    __tablename__ = "outlet"

    id: int | None = Field(default=None, primary_key=True)
    outlet: str = Field(unique=True)
    names: str  # one a line, as search tokens


class ListingRow(Row, table=True):
    """What filters ask of an article, as narrow as it can be: a filter's ids come from here."""

    __tablename__ = "listing"
    __table_args__ = (
        Index("listing_outlet", "outlet_id"),
        Index("listing_unread", "outlet_id", sqlite_where=text("is_read = 0")),
        Index("listing_starred", "is_starred", sqlite_where=text("is_starred = 1")),
    )

    id: int = Field(primary_key=True)
    outlet_id: int
    lang: str
    completeness: int
    is_read: bool
    is_starred: bool
    is_on_topic: bool
    is_sample: bool
    has_figures: bool
    n_quotes: int
    n_notes: int


class FindingRow(Row, table=True):
    """What analysis said of the newest revision, with the few facts that cards and the index need laid open."""

    __tablename__ = "finding"

    article_id: int = Field(primary_key=True)
    revision_id: int | None
    version: int
    is_on_topic: bool
    n_quotes: int
    n_figures: int
    topics: str  # ids, strongest first, umbrella left out, one space between
    first_speaker: str
    entities: str  # ids, one space between
    people: str  # person ids, one space between
    findings_z: bytes


class TopicRow(Row, table=True):
    """A topic of an article."""

    __tablename__ = "topic"
    __table_args__ = _NO_ROWID

    topic: str = Field(primary_key=True)
    article_id: int = Field(primary_key=True, index=True)
    score: float


class PersonRow(Row, table=True):
    """Somebody who was quoted: a lexicon id, or a name where the lexicon knows nobody."""

    __tablename__ = "person"

    id: int | None = Field(default=None, primary_key=True)
    person: str = Field(unique=True)
    entity: str | None
    name: str


class PersonNameRow(Row, table=True):
    """A name somebody goes by, as search tokens with a space at both ends."""

    __tablename__ = "person_name"
    __table_args__ = _NO_ROWID

    name: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True)


class QuoteRow(Row, table=True):
    """A statement in an article."""

    __tablename__ = "quote"
    __table_args__ = (
        Index("quote_article", "article_id"),
        Index("quote_person", "person_id", "article_id", sqlite_where=text("person_id IS NOT NULL")),
    )

    id: int | None = Field(default=None, primary_key=True)
    article_id: int
    person_id: int | None
    start: int
    end: int
    kind: str
    speaker: str
    confidence: float
    words: str


class IndexedRow(Row, table=True):
    """What the search index holds of an article: without it, nothing could be taken out of the index again."""

    __tablename__ = "indexed"

    article_id: int = Field(primary_key=True)
    revision_id: int | None  # its title and text were indexed; None: the two columns below
    title: str | None
    body: str | None
    meta: str
