"""Visits to articles' pages: what a page was last answered with, and when it is looked at again.

A page is asked “changed since?” with what it gave, as a feed is; that it did not change is kept without a revision.
"""

from __future__ import annotations

import sqlite3
from datetime import datetime, timedelta
from typing import TYPE_CHECKING

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.feed import SourceId, SourceState, Validators
from dateline.storage.conditions import FULL
from dateline.storage.database import driver
from dateline.storage.packing import seconds, stamp
from dateline.text.urls import host_of

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: A new login opens articles of so many days; older ones are asked for one by one.
DAYS_BACK = 30


def keep_visit(db: sqlite3.Connection, article_id: ArticleId, at: datetime, validators: Validators) -> None:
    """Keep what an article's page was answered with."""
    db.execute(
        "INSERT INTO visit(article_id, visited_at, etag, last_modified) VALUES (?, ?, ?, ?) "
        "ON CONFLICT (article_id) DO UPDATE SET visited_at = excluded.visited_at, etag = excluded.etag, "
        "last_modified = excluded.last_modified",
        (article_id, seconds(at), validators.etag, validators.last_modified),
    )


def keep_unchanged(c: Writing, article_id: ArticleId, at: datetime, next_look_at: datetime | None) -> Change:
    """Keep that an article's page says what it said before, and when to look again. Write job."""
    db = driver(c)
    db.execute("UPDATE visit SET visited_at = ? WHERE article_id = ?", (seconds(at), article_id))
    db.execute("UPDATE article SET n_tries = 0, next_try_at = ? WHERE id = ?", (stamp(next_look_at), article_id))
    return Change()


def look_at(c: Writing, article_id: ArticleId, now: datetime) -> Change:
    """Have an article's page fetched as a whole at the next refresh of the sources that the change names. Write job."""
    db = driver(c)
    sources = db.execute(
        "SELECT DISTINCT e.source_id FROM entry e JOIN source s ON s.id = e.source_id AND s.removed_at IS NULL "
        "WHERE e.article_id = ?",
        (article_id,),
    ).fetchall()
    if sources:
        db.execute("UPDATE article SET n_tries = 0, next_try_at = ? WHERE id = ?", (seconds(now), article_id))
        db.execute("DELETE FROM visit WHERE article_id = ?", (article_id,))
    return Change(sources=tuple(SourceId(source) for (source,) in sources))


def look_again(c: Writing, host: str, now: datetime) -> Change:
    """Have the pages of a host fetched again, of which less than the full text is held, as a login now opens them.

    Articles first seen in the last `DAYS_BACK` days count. Sources there that failed are due at once. Write job.
    """
    db = driver(c)
    rows = db.execute(
        "SELECT id, url FROM article WHERE first_seen_at >= ? AND completeness < ?",
        (seconds(now - timedelta(days=DAYS_BACK)), FULL),
    )
    found = [number for number, url in rows if f".{host_of(url)}".endswith(f".{host}")]
    db.executemany(
        "UPDATE article SET n_tries = 0, next_try_at = ? WHERE id = ?", [(seconds(now), number) for number in found]
    )
    db.executemany("DELETE FROM visit WHERE article_id = ?", [(number,) for number in found])
    failing = db.execute("SELECT id, url FROM source WHERE state = ?", (SourceState.FAILING.value,))
    waiting = [number for number, url in failing if f".{host_of(url)}".endswith(f".{host}")]
    db.executemany("UPDATE source SET next_due_at = NULL WHERE id = ?", [(number,) for number in waiting])
    return Change(
        changed_articles=tuple(ArticleId(number) for number in found),
        sources=tuple(SourceId(number) for number in waiting),
    )
