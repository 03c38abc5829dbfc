"""The numbers of the sidebar. A read job."""

from __future__ import annotations

import sqlite3
from datetime import date

from dateline.news.library_view import OutletCount, PersonCount, SidebarCounts
from dateline.news.topics import UMBRELLA
from dateline.storage.day_parts import is_usable
from dateline.storage.days import first_id_of
from dateline.storage.lists import lists
from dateline.storage.orders import Ordered, order_of
from dateline.storage.tags import tags

#: People shown; the ledger of statements has the others.
_MOST_PEOPLE = 40


def counts(c: sqlite3.Connection) -> SidebarCounts:
    """Return how many articles stand behind every entry of the sidebar, and how many of them are unread per outlet."""
    # Today is a day of the user's own calendar.
    today = first_id_of(date.today())  # noqa: DTZ011
    # Without parts of the user's own days (`storage.day_parts`), the narrow rows are counted one by one.
    table, n = ("day_part", "n") if is_usable(c) else ("listing", "1")
    outlets = tuple(
        OutletCount(outlet, n_unread, n_all)
        for outlet, n_unread, n_all in c.execute(
            f"SELECT o.outlet, sum({n} * (l.is_read = 0)), sum({n}) FROM {table} l "  # noqa: S608 - from the line above
            "JOIN outlet o ON o.id = l.outlet_id GROUP BY l.outlet_id ORDER BY o.outlet"
        )
    )
    topics = dict(c.execute("SELECT topic, count(*) FROM topic GROUP BY topic").fetchall())
    people = tuple(
        PersonCount(entity or name, n, name)
        for entity, name, n in c.execute(
            "SELECT p.entity, p.name, q.n FROM (SELECT person_id, count(DISTINCT article_id) AS n FROM quote "
            "WHERE person_id IS NOT NULL GROUP BY person_id ORDER BY n DESC, person_id LIMIT ?) q "
            "JOIN person p ON p.id = q.person_id ORDER BY q.n DESC, p.name",
            (_MOST_PEOPLE,),
        )
    )
    starred, notes, attention = (
        c.execute(sql).fetchone()[0]
        for sql in (
            f"SELECT coalesce(sum({n}), 0) FROM {table} WHERE is_starred = 1",  # noqa: S608 - as above
            "SELECT count(DISTINCT article_id) FROM note",
            "SELECT count(*) FROM source WHERE removed_at IS NULL AND state IN ('failing', 'paused')",
        )
    )
    (n_quotes,) = c.execute("SELECT count(*) FROM quote").fetchone()
    (n_today,) = c.execute("SELECT count(*) FROM listing WHERE id >= ?", (today,)).fetchone()
    views = {
        UMBRELLA: topics.get(UMBRELLA, 0),
        "all": sum(outlet.n for outlet in outlets),
        "today": n_today,
        "unread": sum(outlet.n_unread for outlet in outlets),
        "starred": starred,
        "notes": notes,
        "attention": attention,
        "quotes": n_quotes,
    }
    return SidebarCounts(views, topics, outlets, people, tags(c), lists(c), order_of(c, Ordered.FOLDERS))
