"""Derived data made again from what was given and what the user did.

The caller leads: `forget_derived`, then batch after batch `documents` (read), analysis elsewhere, `keep_findings`
(write), until none is left. Every batch is whole in itself, so a rebuild that was stopped goes on where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.finding import Document, Findings
from dateline.storage.database import driver
from dateline.storage.findings import replace_findings
from dateline.storage.listing import refresh_listing, refresh_whole_listing
from dateline.storage.outlets import keep_outlets
from dateline.storage.packing import moment, unpack
from dateline.storage.search import forget_index, index_articles

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def forget_derived(c: Writing) -> Change:
    """Drop findings and search index, and make the narrow rows again; the library can be listed at once. Write job."""
    db = driver(c)
    for table in ("finding", "topic", "quote", "person_name", "person"):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
    forget_index(db)
    keep_outlets(c, {row[0]: () for row in db.execute("SELECT DISTINCT outlet FROM article").fetchall()})
    refresh_whole_listing(db)
    return Change()


def documents(
    c: sqlite3.Connection, version: int, limit: int, before: ArticleId | None = None
) -> list[tuple[ArticleId, Document]]:
    """Return the newest articles older than `before` that analysis of this version has not read. Read job."""
    rows = c.execute(
        """
        SELECT a.id, coalesce(r.title, a.title), coalesce(r.text_z, a.snippet), r.id IS NULL, a.outlet, a.lang,
               a.published_at
        FROM article a
        LEFT JOIN finding f ON f.article_id = a.id
        LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions
        WHERE a.id < ? AND (f.version IS NULL OR f.version != ?) ORDER BY a.id DESC LIMIT ?
        """,
        (2**62 if before is None else before, version, limit),
    )
    return [
        (
            ArticleId(number),
            Document(str(number), title, text if is_plain else unpack(text), outlet, lang or None, moment(published)),
        )
        for number, title, text, is_plain, outlet, lang, published in rows
    ]


def keep_findings(c: Writing, results: Sequence[tuple[ArticleId, Findings]], version: int) -> Change:
    """Keep findings of the articles' newest texts and index them. Write job."""
    db = driver(c)
    kept: list[ArticleId] = []
    for number, findings in results:
        row = db.execute(
            "SELECT r.id, coalesce(r.title, a.title), coalesce(r.text_z, a.snippet), r.id IS NULL FROM article a "
            "LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions WHERE a.id = ?",
            (number,),
        ).fetchone()
        if row is None:
            continue
        revision, title, text, is_plain = row
        replace_findings(
            db,
            number,
            findings,
            revision=revision,
            title=title,
            text=text if is_plain else unpack(text),
            version=version,
        )
        kept.append(number)
    refresh_listing(db, kept)
    index_articles(db, kept)
    return Change(changed_articles=tuple(kept))
