"""What the reader did: marks, tags, notes, lists, rules, corrections. Never overwritten by a refresh, durable."""

from __future__ import annotations

from sqlalchemy import Index
from sqlmodel import Field

from dateline.storage.tables.row import NO_ROWID, Row


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
    __table_args__ = (Index("tag_tag", "tag"), NO_ROWID)

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    tag: str = Field(primary_key=True)
    tagged_at: int


class TagNameRow(Row, table=True):
    """A tag that there is, on articles or on none yet."""

    __tablename__ = "tag_name"
    __table_args__ = NO_ROWID

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
    __table_args__ = (Index("list_item_article", "article_id"), NO_ROWID)

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
    __table_args__ = (Index("rule_done_article", "article_id"), NO_ROWID)

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
    __table_args__ = NO_ROWID

    kind: str = Field(primary_key=True)
    about: str = Field(primary_key=True)  # the topic and the term, the topic, or the entity
    said: str  # JSON
    made_at: int


class VerdictRow(Row, table=True):
    """What the user decided of two quotes: the same statement, or not. Kept by their words, which outlive analysis."""

    __tablename__ = "verdict"
    __table_args__ = (Index("verdict_other", "other_article_id"), NO_ROWID)

    article_id: int = Field(primary_key=True, foreign_key="article.id")
    words: str = Field(primary_key=True)
    other_article_id: int = Field(primary_key=True, foreign_key="article.id")
    other_words: str = Field(primary_key=True)
    is_same: bool
    decided_at: int
