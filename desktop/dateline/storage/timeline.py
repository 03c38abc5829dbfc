"""The timeline's reads: first page, spine and cards of a filter. Never OFFSET, never a whole row.

Read jobs only, in SQL of the driver: nothing here may bring SQLAlchemy in, for the window's first page is read here.
For the same reason what only filters with words need is imported where they are answered.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from dateline.news.card import COMPLETENESS_ORDER, ArticleId, Card, CardStory
from dateline.news.question import TimelineFilter
from dateline.storage.connecting import is_large
from dateline.storage.dialect import joined
from dateline.storage.packing import moment
from dateline.storage.part_conditions import parts_of

_AT_ONCE = 500

_LINE = "\n"
_CARDS = f"""
SELECT a.id, a.outlet, a.title, a.snippet, a.lang, a.published_at, a.first_seen_at, a.completeness,
       coalesce(f.topics, ''), l.is_on_topic, l.n_quotes, coalesce(f.first_speaker, ''), l.is_read, l.is_starred,
       l.n_notes, a.is_sample, a.url,
       (SELECT {joined("t.tag", _LINE)} FROM tag t WHERE t.article_id = a.id),
       y.story,
       (SELECT {joined("m.article_id || ' ' || o.outlet", _LINE)}
        FROM story m JOIN article o ON o.id = m.article_id WHERE m.story = y.story)
FROM article a
JOIN listing l ON l.id = a.id
LEFT JOIN finding f ON f.article_id = a.id
LEFT JOIN story y ON y.article_id = a.id
WHERE a.id IN ({{marks}})
"""  # noqa: S608 - names of ours


def first_page(c: sqlite3.Connection, wanted: TimelineFilter, limit: int, after: ArticleId | None = None) -> list[Card]:
    """Return the first cards in the filter's order, or the first of those after `after` (a card's id is its cursor)."""
    parts = parts_of(c, wanted)
    if parts is not None:
        return cards(c, parts.page(c, max(limit, 0), after))
    from dateline.storage.ordering import page_of

    return cards(c, page_of(c, wanted, max(limit, 0), after))


def spine(c: sqlite3.Connection, wanted: TimelineFilter) -> array[int]:
    """Return the ids of every article that answers, in the filter's order."""
    parts = parts_of(c, wanted)
    if parts is not None and not is_large(c):
        return parts.spine(c)
    if wanted.order == "relevance":
        from dateline.storage.conditions import conditions
        from dateline.storage.ordering import in_order

        return array("q", in_order(c, conditions(c, wanted), -1))
    from dateline.storage.answering import answered_ids

    return answered_ids(c, wanted)


def story_of_each(c: sqlite3.Connection) -> list[tuple[int, int]]:
    """Return (article, story) of every article that has one."""
    return c.execute("SELECT article_id, story FROM story").fetchall()


def cards(c: sqlite3.Connection, ids: Sequence[ArticleId]) -> list[Card]:
    """Return the cards of these articles in this order; one that is gone is left out."""
    found: dict[int, Card] = {}
    for start in range(0, len(ids), _AT_ONCE):
        some = ids[start : start + _AT_ONCE]
        for row in c.execute(_CARDS.format(marks=",".join("?" * len(some))), list(some)):
            found[row[0]] = _card(row)
    return [found[number] for number in ids if number in found]


def _card(row: Sequence[Any]) -> Card:
    number, outlet, title, snippet, lang, published, seen, completeness = row[:8]
    topics, is_on_topic, n_quotes, first_speaker, is_read, is_starred = row[8:14]
    n_notes, is_sample, url, tags, story, members = row[14:]
    return Card(
        id=number,
        outlet=outlet,
        title=title,
        snippet=snippet,
        lang=lang,
        published_at=moment(published),
        first_seen_at=datetime.fromtimestamp(seen, UTC),
        completeness=COMPLETENESS_ORDER[completeness],
        topics=tuple(topics.split()),
        is_on_topic=bool(is_on_topic),
        n_quotes=n_quotes,
        first_speaker=first_speaker,
        is_read=bool(is_read),
        is_starred=bool(is_starred),
        n_notes=n_notes,
        is_sample=bool(is_sample),
        url=url,
        tags=tuple(sorted(tags.split(_LINE))) if tags else (),
        story=None if story is None else _story(story, members, own=outlet),
    )


def _story(story: int, members: str, own: str) -> CardStory | None:
    carried = [line.split(" ", 1) for line in sorted(members.split(_LINE))]
    if len(carried) < 2:
        return None
    others = dict.fromkeys(outlet for _, outlet in carried if outlet != own)
    return CardStory(story, tuple(others), len(carried))
