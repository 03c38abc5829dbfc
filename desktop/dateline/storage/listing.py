"""The narrow rows that filters read, made from the wide ones. Derived: it can all be made again."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.news.article import ArticleId
from dateline.storage.day_parts import listed, move, remake
from dateline.storage.dialect import among, values_of

_REFRESH = """
INSERT INTO listing
    (id, outlet_id, lang, completeness, is_read, is_starred, is_on_topic, is_sample, has_figures, n_quotes, n_notes,
     first_seen_at)
SELECT a.id, o.id, a.lang, a.completeness, coalesce(m.is_read, 0), coalesce(m.is_starred, 0),
       coalesce(f.is_on_topic, 0), a.is_sample, coalesce(f.n_figures, 0) > 0, coalesce(f.n_quotes, 0),
       (SELECT count(*) FROM note n WHERE n.article_id = a.id), a.first_seen_at
FROM article a
JOIN outlet o ON o.outlet = a.outlet
LEFT JOIN mark m ON m.article_id = a.id
LEFT JOIN finding f ON f.article_id = a.id
"""
_REFRESH_SOME = f"{_REFRESH}WHERE {among('a.id')}"


def refresh_listing(c: sqlite3.Connection, ids: Iterable[ArticleId]) -> None:
    """Make the narrow rows of these articles again, and the parts of their days; their outlets must have numbers."""
    wanted = list(ids)
    before, chosen = listed(c, wanted), values_of(wanted)
    c.execute(f"DELETE FROM listing WHERE {among('id')}", (chosen,))  # noqa: S608 - names of ours
    c.execute(_REFRESH_SOME, (chosen,))
    move(c, before, listed(c, wanted))


def refresh_whole_listing(c: sqlite3.Connection) -> None:
    """Make every narrow row again, and the parts of all days."""
    c.execute("DELETE FROM listing")
    c.execute(_REFRESH)
    remake(c)
