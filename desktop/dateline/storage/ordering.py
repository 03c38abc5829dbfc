"""The ids that answer a filter in the order it asks for: newest, oldest, first seen last, or most relevant.

Read jobs only, in SQL of the driver. Never OFFSET: an article's id is the cursor of every order.
"""

from __future__ import annotations

import sqlite3
from array import array
from dataclasses import replace

from dateline.news.card import ArticleId
from dateline.news.question import Group, TimelineFilter
from dateline.storage.conditions import Conditions, conditions
from dateline.storage.connecting import is_large
from dateline.storage.dialect import among, values_of
from dateline.storage.part_conditions import parts_of
from dateline.storage.remembering import one_state, remember, remembered
from dateline.storage.search import DISTANCE

#: So many of the newest matches are put in order of relevance; what is older follows by time. Ranking all matches of a
#: common word takes a second at a million articles.
MOST_RANKED = 2_000
#: Of what the index finds, so many are sooner looked at one by one than all of it is gone through for a condition.
_FEW = 2_000


def page_of(c: sqlite3.Connection, wanted: TimelineFilter, limit: int, after: ArticleId | None) -> list[ArticleId]:
    """Return the first ids of a filter in its order, those after `after` where one is given.

    What is asked either of the index or of the tables is asked apart: the first of all are among the first of each, and
    to look for either at every article takes a large library some fifty times as long.
    """
    asked = conditions(c, wanted)
    groups = [one for one in wanted.terms if isinstance(one, Group)] if asked.wheres and is_large(c) else []
    mixed = next((group for group in groups if _is_mixed(c, group)), None)
    if mixed is None or wanted.order not in ("newest", "oldest"):
        return in_order(c, asked, limit, after)
    others = tuple(one for one in wanted.terms if one is not mixed)
    # In parentheses, or an outlet would be an alternative to the others' outlet.
    apart = (replace(wanted, terms=(*others, Group((option,), is_any=False))) for option in mixed.conditions)
    found = {number for one in apart for number in _page_apart(c, one, limit, after)}
    return sorted(found, reverse=wanted.order == "newest")[:limit]


def _page_apart(c: sqlite3.Connection, wanted: TimelineFilter, limit: int, after: ArticleId | None) -> list[ArticleId]:
    parts = parts_of(c, wanted)
    return in_order(c, conditions(c, wanted), limit, after) if parts is None else parts.page(c, limit, after)


def _is_mixed(c: sqlite3.Connection, group: Group) -> bool:
    """Tell whether a group is of alternatives of which some are for the index and some for the tables."""
    if not group.is_any or group.is_negated:
        return False
    parts = [conditions(c, TimelineFilter((option,))) for option in group.conditions]
    # Words without a letter ask nothing and let everything through.
    return any(part.match for part in parts) and all(part.match or part.wheres for part in parts)


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
    if limit < 0 or not asked.match or not is_large(c):
        return _selected(c, asked, limit, is_rising=is_rising)
    with one_state(c):
        some, are_all = _first_named(c, asked, _FEW if asked.wheres else limit, is_rising=is_rising)
        page = some if not asked.wheres else _holding(c, asked, some, limit, is_rising=is_rising)
        if are_all or len(page) >= limit:
            return page[:limit]
        return _selected(c, asked, limit, is_rising=is_rising)


def _selected(c: sqlite3.Connection, asked: Conditions, limit: int, *, is_rising: bool) -> list[ArticleId]:
    sql, values = asked.select("{id}")
    sql += f" ORDER BY {asked.number} {'ASC' if is_rising else 'DESC'} LIMIT ?"
    return [ArticleId(row[0]) for row in c.execute(sql, [*values, limit])]


def _first_named(
    c: sqlite3.Connection, asked: Conditions, most: int, *, is_rising: bool
) -> tuple[list[ArticleId], bool]:
    """Return the first ids that the index names, whatever else is asked of them, and whether these are all.

    Few may have taken a long time: the lists of two common words that no article has in common are gone through whole.
    """
    key = (asked.match, asked.low, asked.high)
    known = remembered(c, key)
    if known is not None:
        first = known[:most] if is_rising else known[-most:][::-1] if most else known[:0]
        return [ArticleId(number) for number in first], len(known) <= most
    found = _selected(c, replace(asked, wheres=(), values=()), most, is_rising=is_rising)
    if len(found) < most:
        remember(c, key, array("q", sorted(found)))
    return found, len(found) < most


def _holding(
    c: sqlite3.Connection, asked: Conditions, some: list[ArticleId], limit: int, *, is_rising: bool
) -> list[ArticleId]:
    """Return the first of these for which the conditions hold that the index cannot tell."""
    values = (*asked.values, values_of(some))
    return _selected(c, Conditions("", (*asked.wheres, among("l.id")), values), limit, is_rising=is_rising)


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
    sql, values = asked.select(f"{{id}} AS id, {DISTANCE} AS distance")
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
