"""The ids that answer a filter in the order it asks for: newest, oldest, first seen last, or most relevant.

Read jobs only, in SQL of the driver. Never OFFSET: an article's id is the cursor of every order.
"""

from __future__ import annotations

import sqlite3

from dateline.news.card import ArticleId
from dateline.storage.conditions import Conditions

#: So many of the newest matches are put in order of relevance; what is older follows by time. Ranking all matches of a
#: common word takes a second at a million articles.
MOST_RANKED = 2_000
#: How much a word weighs in the text, the title, a quote, and among an article's properties.
_WEIGHTS = "1.0, 4.0, 0.5, 0.0"


def in_order(c: sqlite3.Connection, asked: Conditions, limit: int, after: ArticleId | None = None) -> list[ArticleId]:
    """Return the first ids in the filter's order, those after `after` where one is given; `limit` -1 is all."""
    if asked.order == "relevance" and asked.match:
        return _most_relevant(c, asked, limit, after)
    if asked.order == "first-seen":
        return _last_seen(c, asked, limit, after)
    is_rising = asked.order == "oldest"
    if after is not None:
        asked = asked.between(after + 1, None) if is_rising else asked.between(None, after)
    return _by_time(c, asked, limit, is_rising=is_rising)


def _by_time(c: sqlite3.Connection, asked: Conditions, limit: int, *, is_rising: bool = False) -> list[ArticleId]:
    sql, values = asked.select("{id}")
    sql += f" ORDER BY {asked.number} {'ASC' if is_rising else 'DESC'} LIMIT ?"
    return [ArticleId(row[0]) for row in c.execute(sql, [*values, limit])]


def _last_seen(c: sqlite3.Connection, asked: Conditions, limit: int, after: ArticleId | None) -> list[ArticleId]:
    # Without an expression the index of times is walked; with one, what it finds is sorted.
    sql, values = asked.select("{id}", needs_listing=True)
    if after is not None:
        last = c.execute("SELECT first_seen_at FROM listing WHERE id = ?", (after,)).fetchone()
        is_later = f"(l.first_seen_at, {asked.number}) < (?, ?)"
        sql += f" AND {is_later}" if " WHERE " in sql else f" WHERE {is_later}"
        values += [last[0] if last else 0, after]
    sql += f" ORDER BY l.first_seen_at DESC, {asked.number} DESC LIMIT ?"
    return [ArticleId(row[0]) for row in c.execute(sql, [*values, limit])]


def _most_relevant(c: sqlite3.Connection, asked: Conditions, limit: int, after: ArticleId | None) -> list[ArticleId]:
    sql, values = asked.select(f"{{id}} AS id, bm25(search, {_WEIGHTS}) AS distance")
    rows = c.execute(
        f"SELECT id FROM ({sql} ORDER BY {asked.number} DESC LIMIT ?) ORDER BY distance, id DESC",  # noqa: S608
        [*values, MOST_RANKED],
    )
    ranked = [ArticleId(row[0]) for row in rows]
    older = asked.between(None, min(ranked, default=0))
    if after in ranked:
        ranked = ranked[ranked.index(after) + 1 :]
    elif after is not None:
        return _by_time(c, asked.between(None, min(after, older.high or after)), limit)
    found = ranked if limit < 0 else ranked[:limit]
    left = -1 if limit < 0 else limit - len(found)
    return found + (_by_time(c, older, left) if left else [])
