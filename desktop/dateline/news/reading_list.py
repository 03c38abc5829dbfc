"""Reading lists: articles in an order, with a note an item; or a query that fills itself."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import NewType

from dateline.news.article import ArticleId, Card

ListId = NewType("ListId", int)


@dataclass(frozen=True, slots=True)
class ReadingList:
    """A list with its counts. `query` is the filter of a smart list, "" for one made by hand."""

    id: ListId
    key: str  # tells it from every other list in any library
    name: str
    about: str  # Markdown
    query: str
    made_at: datetime
    changed_at: datetime
    archived_at: datetime | None = None
    n_items: int = 0
    n_with_notes: int = 0

    @property
    def is_smart(self) -> bool:
        """Whether a query fills it."""
        return bool(self.query)


@dataclass(frozen=True, slots=True)
class ListItem:
    """An article of a list. `revision` is the one that was read when it was added, None where there was no text."""

    article: ArticleId
    card: Card
    note: str  # Markdown
    revision: int | None
    n_revisions: int  # of the article by now
    added_at: datetime

    @property
    def has_newer_version(self) -> bool:
        """Whether the article's text changed since it was added."""
        return self.revision is not None and self.n_revisions > self.revision
