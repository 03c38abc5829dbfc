"""What the reader marks: read and starred. User data: durable when the write is done."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Literal

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter
from dateline.storage.database import driver
from dateline.storage.day_parts import mark
from dateline.storage.dialect import EACH, among, values_of
from dateline.storage.packing import seconds
from dateline.storage.timeline import spine

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def set_read(c: Writing, ids: Iterable[ArticleId], is_read: bool, at: datetime) -> Change:  # noqa: FBT001
    """Mark articles read or unread; the change names those that were not so already, for undo. Write job."""
    return _set(c, "is_read", ids, value=is_read, at=at)


def set_starred(c: Writing, ids: Iterable[ArticleId], is_starred: bool, at: datetime) -> Change:  # noqa: FBT001
    """Star articles or take the star away; the change names those that were not so already, for undo. Write job."""
    return _set(c, "is_starred", ids, value=is_starred, at=at)


def set_read_all(c: Writing, wanted: TimelineFilter, is_read: bool, at: datetime) -> Change:  # noqa: FBT001
    """Mark every article of a filter read or unread; the change names those that were not so already. Write job."""
    db = driver(c)
    return _set(c, "is_read", map(ArticleId, spine(db, wanted)), value=is_read, at=at)


def _set(
    c: Writing, column: Literal["is_read", "is_starred"], ids: Iterable[ArticleId], *, value: bool, at: datetime
) -> Change:
    db = driver(c)
    changing = mark(db, column, ids, value=value)
    chosen = values_of(changing)
    db.execute(
        f"INSERT INTO mark(article_id, is_read, is_starred, marked_at) "  # noqa: S608 - two columns, named above
        f"SELECT j.value, ?, ?, ? FROM {EACH} WHERE true "
        f"ON CONFLICT (article_id) DO UPDATE SET {column} = excluded.{column}, marked_at = excluded.marked_at",
        (value and column == "is_read", value and column == "is_starred", seconds(at), chosen),
    )
    db.execute(f"UPDATE listing SET {column} = ? WHERE {among('id')}", (value, chosen))  # noqa: S608 - names of ours
    return Change(changed_articles=tuple(map(ArticleId, changing)))
