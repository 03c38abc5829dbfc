"""The timeline's reads: first page, spine, cards, counts and the pulse of a filter. Never OFFSET, never a whole row.

Read jobs only, in SQL of the driver: nothing here may bring SQLAlchemy in, for the window's first page is read here.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence
from typing import Any, Literal

from dateline.news.article import COMPLETENESS_ORDER, ArticleId, Card
from dateline.news.library_view import Count, PulseDay
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import FULL, conditions
from dateline.storage.days import day_from_number, day_sql
from dateline.storage.packing import moment

_AT_ONCE = 500

_CARDS = """
SELECT a.id, a.outlet, a.title, a.snippet, a.lang, a.published_at, a.first_seen_at, a.completeness,
       coalesce(f.topics, ''), l.is_on_topic, l.n_quotes, coalesce(f.first_speaker, ''), l.is_read, l.is_starred,
       l.n_notes, a.is_sample, a.url,
       (SELECT group_concat(tag, char(10)) FROM (SELECT tag FROM tag t WHERE t.article_id = a.id ORDER BY tag))
FROM article a
JOIN listing l ON l.id = a.id
LEFT JOIN finding f ON f.article_id = a.id
WHERE a.id IN ({marks})
"""


def first_page(c: sqlite3.Connection, wanted: TimelineFilter, limit: int, after: ArticleId | None = None) -> list[Card]:
    """Return the newest cards, or the newest of those older than `after` (a card's id is its cursor)."""
    asked = conditions(c, wanted)
    sql, values = asked.select("{id}")
    if after is not None:
        sql += f"{' AND' if ' WHERE ' in sql else ' WHERE'} {'s.rowid' if asked.match else 'l.id'} < ?"
        values.append(after)
    sql += f" ORDER BY {'s.rowid' if asked.match else 'l.id'} DESC LIMIT ?"
    return cards(c, [row[0] for row in c.execute(sql, [*values, max(limit, 0)])])


def spine(c: sqlite3.Connection, wanted: TimelineFilter) -> array[int]:
    """Return the ids of every article that answers, newest first."""
    asked = conditions(c, wanted)
    sql, values = asked.select("{id}")
    # Fetched oldest first where that is how the rows lie, and turned round here, which is quicker than in SQL.
    found = array("q", [row[0] for row in c.execute(f"{sql} ORDER BY {'s.rowid' if asked.match else 'l.id'}", values)])
    found.reverse()
    return found


def cards(c: sqlite3.Connection, ids: Sequence[ArticleId]) -> list[Card]:
    """Return the cards of these articles in this order; one that is gone is left out."""
    found: dict[int, Card] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in c.execute(_CARDS.format(marks=",".join("?" * len(some))), list(some)):
            found[row[0]] = _card(row)
    return [found[number] for number in ids if number in found]


def count(c: sqlite3.Connection, wanted: TimelineFilter) -> Count:
    """Return how many articles answer, of them in full text, of them unread."""
    sql, values = conditions(c, wanted).select(
        f"count(*), coalesce(sum(l.completeness = {FULL}), 0), coalesce(sum(l.is_read = 0), 0)", needs_listing=True
    )
    return Count(*c.execute(sql, values).fetchone())


def pulse(
    c: sqlite3.Connection, wanted: TimelineFilter, by: Literal["outlet", "topic", "lang", "speaker"] = "outlet"
) -> list[PulseDay]:
    """Return how many articles a local day and key answer, oldest day first; an article without a key counts under "".

    An article of two topics or speakers counts under both.
    """
    asked = conditions(c, wanted)
    sql, values = asked.select("min({id}), max({id})")
    low, high = c.execute(sql, values).fetchone()
    if low is None:
        return []
    key, joins = _PULSE_KEYS[by]
    sql, values = asked.select(
        "{id} AS id, l.outlet_id, l.lang, l.completeness = " + str(FULL) + " AS is_full", needs_listing=True
    )
    rows = c.execute(
        f"SELECT {day_sql(low, high, 'x.id')} AS day, {key} AS part, count(*), sum(x.is_full) "  # noqa: S608
        f"FROM ({sql}) x {joins} GROUP BY day, part ORDER BY day, part",
        values,
    )
    return [PulseDay(day_from_number(day), part, n, n_full) for day, part, n, n_full in rows]


_PULSE_KEYS = {
    "outlet": ("o.outlet", "JOIN outlet o ON o.id = x.outlet_id"),
    "lang": ("x.lang", ""),
    "topic": ("coalesce(t.topic, '')", "LEFT JOIN topic t ON t.article_id = x.id"),
    "speaker": (
        "coalesce(p.person, '')",
        """LEFT JOIN (SELECT DISTINCT article_id, person_id FROM quote) q ON q.article_id = x.id
        LEFT JOIN person p ON p.id = q.person_id""",
    ),
}


def _card(row: Sequence[Any]) -> Card:
    seen = moment(row[6])
    assert seen is not None  # noqa: S101 - the column is never null
    return Card(
        id=ArticleId(row[0]),
        outlet=row[1],
        title=row[2],
        snippet=row[3],
        lang=row[4],
        published_at=moment(row[5]),
        first_seen_at=seen,
        completeness=COMPLETENESS_ORDER[row[7]],
        topics=tuple(row[8].split()),
        is_on_topic=bool(row[9]),
        n_quotes=row[10],
        first_speaker=row[11],
        is_read=bool(row[12]),
        is_starred=bool(row[13]),
        n_notes=row[14],
        is_sample=bool(row[15]),
        url=row[16],
        tags=tuple(row[17].split("\n")) if row[17] else (),
    )
