"""What can be made again from the other two sections (`storage.rebuild`): listings, findings, stories, statements."""

from __future__ import annotations

from sqlalchemy import Index, text
from sqlmodel import Field

from dateline.storage.tables.row import NO_ROWID, Row


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
    __table_args__ = NO_ROWID

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


class DayStampRow(Row, table=True):
    """When the parts of a day were last written, counted in writes: readers keep the others as they have them."""

    __tablename__ = "day_stamp"
    __table_args__ = (Index("day_stamp_stamp", "stamp"),)

    day: int = Field(primary_key=True)
    stamp: int


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
    __table_args__ = NO_ROWID

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
    __table_args__ = NO_ROWID

    name: str = Field(primary_key=True)
    person_id: int = Field(primary_key=True)


class EntityNameRow(Row, table=True):
    """A name an entity of the lexicon goes by, as search tokens with a space at both ends."""

    __tablename__ = "entity_name"
    __table_args__ = NO_ROWID

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
    __table_args__ = NO_ROWID

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
    __table_args__ = NO_ROWID

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
