"""Articles that leave: older than the user wants to have them, and kept by nobody. For ever is how it comes.

Kept is what was starred, tagged, noted, put in a list or corrected, and whatever a saved search or a list that fills
itself finds. Of what has left, only the address stays, so that no feed brings it back.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import UTC, date, datetime
from typing import TYPE_CHECKING

from dateline.errors import QuestionError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import read_filter
from dateline.news.retention import Archive, Leaving
from dateline.storage.article_ids import first_id
from dateline.storage.connecting import sizes
from dateline.storage.database import driver
from dateline.storage.day_parts import listed, move
from dateline.storage.dialect import among, values_of
from dateline.storage.findings import forget_findings
from dateline.storage.packing import seconds
from dateline.storage.search import take_out
from dateline.storage.settings_rows import keep_setting, setting
from dateline.storage.timeline import spine

if TYPE_CHECKING:
    from dateline.storage.database import Writing

_SETTING = "months kept"

_UNKEPT = """
SELECT l.id FROM listing l
WHERE l.id < ? AND l.first_seen_at < ? AND l.is_starred = 0 AND l.is_sample = 0
AND NOT EXISTS (SELECT 1 FROM note n WHERE n.article_id = l.id)
AND NOT EXISTS (SELECT 1 FROM tag t WHERE t.article_id = l.id)
AND NOT EXISTS (SELECT 1 FROM list_item i WHERE i.article_id = l.id)
AND NOT EXISTS (SELECT 1 FROM correction r WHERE r.article_id = l.id)
AND NOT EXISTS (SELECT 1 FROM verdict v WHERE v.article_id = l.id)
AND NOT EXISTS (SELECT 1 FROM verdict w WHERE w.other_article_id = l.id)
"""
#: What points to an article and goes with it; nothing that the user made is among them.
_GO_ALONG = ("visit", "entry", "revision", "mark", "rule_done", "address", "indexed")


def months_kept(c: sqlite3.Connection) -> int | None:
    """Return for how many months articles that nobody keeps stay, None for ever. Read job."""
    kept = setting(c, _SETTING)
    return int(kept) if kept.isdigit() and int(kept) else None


def keep_for(c: Writing, months: int | None) -> Change:
    """Let unkept articles stay for so many months, None for ever; nothing leaves by this alone. Write job."""
    return keep_setting(c, _SETTING, str(months or ""))


def archive(c: sqlite3.Connection) -> Archive:
    """Return how much the library holds. Read job."""
    (n_articles,) = c.execute("SELECT coalesce(sum(n), 0) FROM day_part").fetchone()
    return Archive(n_articles, *sizes(c), months_kept(c))


def leaving(c: sqlite3.Connection, months: int, now: datetime) -> Leaving:
    """Return what would leave if articles stayed for so many months. Read job."""
    before = moment_before(now, months)
    (n_older,) = c.execute(
        "SELECT count(*) FROM listing WHERE id < ? AND first_seen_at < ?", (first_id(before), seconds(before))
    ).fetchone()
    n, held = len(unkept(c, months, now)), archive(c)
    each = (held.n_bytes - held.n_bytes_free) / max(held.n_articles, 1)
    return Leaving(months, before, n_older, n, round(n * each))


def unkept(c: sqlite3.Connection, months: int, now: datetime) -> list[ArticleId]:
    """Return the articles that are older than so many months, by when they were seen too, and kept by nobody. Read job.

    Oldest first. A saved search that cannot be read any more keeps nothing.
    """
    before = moment_before(now, months)
    found = [row[0] for row in c.execute(_UNKEPT + "ORDER BY l.id", (first_id(before), seconds(before)))]
    queries = c.execute("SELECT query FROM saved_search UNION SELECT query FROM reading_list WHERE query != ''")
    kept: set[int] = set()
    for (query,) in queries.fetchall():
        try:
            kept.update(spine(c, read_filter(query, now.astimezone().date())))
        except QuestionError:
            continue
    return [ArticleId(number) for number in found if number not in kept]


def let_go(c: Writing, ids: Sequence[ArticleId], months: int, now: datetime) -> Change:
    """Take articles out of the library, but for those that somebody kept since they were looked up. Write job."""
    db = driver(c)
    before = moment_before(now, months)
    chosen = values_of(ids)
    found = db.execute(
        f"{_UNKEPT}AND {among('l.id')} ORDER BY l.id",
        (first_id(before), seconds(before), chosen),
    ).fetchall()
    going = [ArticleId(row[0]) for row in found]
    take_out(db, going)
    for number in going:
        forget_findings(db, number)
    move(db, listed(db, going), ())
    chosen = values_of(going)
    db.execute(
        "INSERT INTO let_go(url_key, gone_at) SELECT url_key, ? FROM address "  # noqa: S608 - names of ours
        f"WHERE {among('article_id')} ON CONFLICT DO NOTHING",
        (seconds(now), chosen),
    )
    for table in _GO_ALONG:
        db.execute(f"DELETE FROM {table} WHERE {among('article_id')}", (chosen,))  # noqa: S608 - names of ours
    for table in ("listing", "article"):
        db.execute(f"DELETE FROM {table} WHERE {among('id')}", (chosen,))  # noqa: S608 - names of ours
    return Change(changed_articles=tuple(going))


def moment_before(now: datetime, months: int) -> datetime:
    """Return the beginning of the day so many months ago, in UTC; of a shorter month its last safe day, the 28th."""
    day = now.astimezone(UTC).date()
    past = day.year * 12 + day.month - 1 - months
    then = date(max(past // 12, 1), past % 12 + 1, min(day.day, 28))
    return datetime(then.year, then.month, then.day, tzinfo=UTC)
