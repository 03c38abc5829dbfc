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
    moved_to: str  # where its last answer said it has moved for good; followed once the next one says the same


class HostWaitRow(Row, table=True):
    """Until when a host asked to be left alone."""

    __tablename__ = "host_wait"
    __table_args__ = _NO_ROWID

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
    __table_args__ = _NO_ROWID

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
    digest: str
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
    __table_args__ = (Index("tag_tag", "tag"), _NO_ROWID)

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    tag: str = Field(primary_key=True)
    tagged_at: int


class TagNameRow(Row, table=True):
    """A tag that there is, on articles or on none yet."""

    __tablename__ = "tag_name"
    __table_args__ = _NO_ROWID

    tag: str = Field(primary_key=True)
    key: str = Field(unique=True)  # two tags with the same key are one
    colour: int
    made_at: int


class NoteRow(Row, table=True):
    """A highlight, with or without a note: it points to the revision read and carries its words and their context."""

    __tablename__ = "note"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # tells it from every other in any library
    article_id: int = Field(foreign_key="article.id", index=True)
    revision_id: int | None = Field(foreign_key="revision.id")
    about: str
    meaning: str
    start: int  # code points of the revision's text
    end: int
    words: str  # "" for a note about the whole article
    before: str  # up to 32 characters
    after: str
    note: str  # Markdown
    made_at: int
    changed_at: int


class ReadingListRow(Row, table=True):
    """A reading list; one with a query fills itself."""

    __tablename__ = "reading_list"

    id: int | None = Field(default=None, primary_key=True)
    key: str = Field(unique=True)  # tells it from every other in any library
    name: str
    about: str  # Markdown
    query: str
    made_at: int
    changed_at: int
    archived_at: int | None


class ListItemRow(Row, table=True):
    """An article of a reading list, pinned to the revision that was read."""

    __tablename__ = "list_item"
    __table_args__ = (Index("list_item_article", "article_id"), _NO_ROWID)

    list_id: int = Field(primary_key=True, foreign_key="reading_list.id")
    article_id: int = Field(primary_key=True, foreign_key="article.id")
    position: int
    note: str  # Markdown
    revision_id: int | None = Field(foreign_key="revision.id")
    added_at: int


class CorrectionRow(Row, table=True):
    """Where the user knows better than the analysis: it holds for every analysis to come."""

    __tablename__ = "correction"

    id: int | None = Field(default=None, primary_key=True)
    kind: str
    article_id: int | None = Field(foreign_key="article.id", index=True)  # None: the whole library
    topic: str
    is_right: bool  # the topic, or that it is a quotation
    start: int  # the quote: code points of the text it was corrected in
    words: str
    before: str
    after: str
    name: str  # who really spoke; "" for nobody who is known
    entity: str | None
    other_name: str  # who that is also called
    other_entity: str | None
    terms: str  # the words on which the analysis had decided, one a line
    made_at: int


class RuleRow(Row, table=True):
    """What is done with a new article that answers a query."""

    __tablename__ = "rule"

    id: int | None = Field(default=None, primary_key=True)
    name: str
    query: str
    tags: str  # one a line
    wants_star: bool
    wants_read: bool
    wants_notice: bool
    is_on: bool
    made_at: int


class RuleDoneRow(Row, table=True):
    """An article on which a rule has acted: it never acts on it again."""

    __tablename__ = "rule_done"
    __table_args__ = _NO_ROWID

    rule_id: int = Field(primary_key=True, foreign_key="rule.id")
    article_id: int = Field(primary_key=True, foreign_key="article.id")
    done_at: int


class SavedSearchRow(Row, table=True):
    """A query under a name; the sidebar lists them by position."""

    __tablename__ = "saved_search"

    id: int | None = Field(default=None, primary_key=True)
    name: str = Field(unique=True)
    query: str
    position: int
    wants_notice: bool  # of new articles
    made_at: int
    changed_at: int


class LexiconEditRow(Row, table=True):
    """What the user changed in the lexicon that is shipped: one term of a topic, one topic, one entity."""

    __tablename__ = "lexicon_edit"
    __table_args__ = _NO_ROWID

    kind: str = Field(primary_key=True)
    about: str = Field(primary_key=True)  # the topic and the term, the topic, or the entity
    said: str  # JSON
    made_at: int


class VerdictRow(Row, table=True):
    """What the user decided of two quotes: the same statement, or not. Kept by their words, which outlive analysis."""

    __tablename__ = "verdict"
    __table_args__ = _NO_ROWID

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    words: str = Field(primary_key=True)
    other_article_id: int = Field(primary_key=True, foreign_key="article.id")
    other_words: str = Field(primary_key=True)
    is_same: bool
    decided_at: int


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
    __table_args__ = (Index("listing_first_seen", "first_seen_at"),)

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
    first_seen_at: int


class DayPartRow(Row, table=True):
    """The articles of a day that share what filters ask most, counted and listed (`storage.day_parts`)."""

    __tablename__ = "day_part"
    __table_args__ = _NO_ROWID

    day: int = Field(primary_key=True)  # days since 1970 in the user's zone
    outlet_id: int = Field(primary_key=True)
    lang: str = Field(primary_key=True)
    completeness: int = Field(primary_key=True)
    is_read: bool = Field(primary_key=True)
    is_starred: bool = Field(primary_key=True)
    is_on_topic: bool = Field(primary_key=True)
    is_sample: bool = Field(primary_key=True)
    n: int
    ids: bytes  # rising, eight bytes each


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
    credits: str  # outlets named as a source, one a line
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


class EntityNameRow(Row, table=True):
    """A name an entity of the lexicon goes by, as search tokens with a space at both ends."""

    __tablename__ = "entity_name"
    __table_args__ = _NO_ROWID

    name: str = Field(primary_key=True)
    entity: str = Field(primary_key=True)


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
    names: str  # lexicon ids named inside it, one space between


class ComparedRow(Row, table=True):
    """What an article is about, as stories compare it: numbers of features (8 bytes each), then weights (4 each)."""

    __tablename__ = "compared"

    article_id: int = Field(primary_key=True)
    features: bytes


class UncomparedRow(Row, table=True):
    """An article whose findings were not yet compared with those of others."""

    __tablename__ = "uncompared"

    article_id: int = Field(primary_key=True)


class StoryFeatureRow(Row, table=True):
    """An article by one of its features, in the order of time."""

    __tablename__ = "story_feature"
    __table_args__ = _NO_ROWID

    feature: int = Field(primary_key=True)
    article_id: int = Field(primary_key=True)


class StoryRow(Row, table=True):
    """An article that tells the same event as others; `story` is the id of one of them."""

    __tablename__ = "story"
    __table_args__ = (Index("story_members", "story", "article_id"),)

    article_id: int = Field(primary_key=True)
    story: int


class CopyRow(Row, table=True):
    """An article with the text of another; `first_id` is the earliest article that has it."""

    __tablename__ = "copy"
    __table_args__ = (Index("copy_first", "first_id"),)

    article_id: int = Field(primary_key=True)
    first_id: int


class ShingleRow(Row, table=True):
    """A quote by one of the runs of words that it was cut into (`text.shingles`)."""

    __tablename__ = "shingle"
    __table_args__ = _NO_ROWID

    shingle: int = Field(primary_key=True)
    quote_id: int = Field(primary_key=True)


class StatementRow(Row, table=True):
    """A quote that stands in other articles too; `statement` is made from the place of the one that opened it."""

    __tablename__ = "statement"
    __table_args__ = (Index("statement_members", "statement"),)

    quote_id: int = Field(primary_key=True)
    statement: int


class IndexedRow(Row, table=True):
    """What the search index holds of an article: without it, nothing could be taken out of the index again."""

    __tablename__ = "indexed"

    article_id: int = Field(primary_key=True)
    revision_id: int | None  # its title and text were indexed; None: the two columns below
    title: str | None
    body: str | None
    quotes: str  # where they stand in the text: start-end, one space between
    meta: str


class NotedRow(Row, table=True):
    """A note's search tokens, its words included, with a space at both ends."""

    __tablename__ = "noted"

    note_id: int = Field(primary_key=True)
    article_id: int
    words: str
