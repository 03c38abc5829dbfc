"""Derived data made again from what was given and what the user did.

The caller leads: `forget_derived`, then batch after batch `documents` (read), analysis elsewhere, `keep_findings`
(write), until none is left. Every batch is whole in itself, so a rebuild that was stopped goes on where it was.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.finding import Document, Findings
from dateline.storage.database import driver, index_at_end
from dateline.storage.findings import replace_findings
from dateline.storage.laid_open import refresh_all_notes
from dateline.storage.laying_open import LaidOpen, lay_open
from dateline.storage.listing import refresh_listing, refresh_whole_listing
from dateline.storage.outlets import keep_outlets
from dateline.storage.packing import moment, unpack
from dateline.storage.search import forget_index, index_articles
from dateline.storage.settings_rows import keep_setting, setting
from dateline.text.tokens import TOKENS_VERSION

if TYPE_CHECKING:
    from dateline.storage.database import Writing


#: The tables of what was found in articles one by one, and of what followed across them.
_FOUND = ("finding", "topic", "quote", "person_name", "person", "entity_name")
_COMPARED = ("compared", "uncompared", "story_feature", "story", "copy", "shingle", "statement")


class ToAnalyse(NamedTuple):
    """An article to be analysed: which of its revisions, None for what its feed said, and that as a document."""

    article: ArticleId
    revision: int | None
    document: Document


class Analysed(NamedTuple):
    """What analysis said of one revision of an article."""

    article: ArticleId
    revision: int | None
    findings: LaidOpen


def analysed(asked: ToAnalyse, findings: Findings) -> Analysed:
    """Return what analysis said of an article, ready to be kept."""
    return Analysed(asked.article, asked.revision, lay_open(findings, asked.document.title, asked.document.text))


def is_up_to_date(c: sqlite3.Connection, version: int) -> bool:
    """Tell whether everything was analysed by this version and the index is cut as it is today. Read job."""
    return setting(c, "analysis") == str(version) and setting(c, "tokens") == str(TOKENS_VERSION)


def has_todays_index(c: sqlite3.Connection) -> bool:
    """Tell whether the search index is cut as it is today; otherwise it must be made again. Read job."""
    return setting(c, "tokens") == str(TOKENS_VERSION)


def keep_version(c: Writing, version: int) -> Change:
    """Keep that everything was analysed by this version. Write job."""
    return keep_setting(c, "analysis", str(version))


def forget_version(c: Writing) -> Change:
    """Keep that articles are read by different versions, until `keep_version` says otherwise. Write job."""
    return keep_setting(c, "analysis", "")


def forget_derived(c: Writing) -> Change:
    """Drop findings and search index, and make the narrow rows again; the library can be listed at once. Write job."""
    db = driver(c)
    for table in (*_FOUND, *_COMPARED):
        db.execute(f"DELETE FROM {table}")  # noqa: S608 - names from the line above
    return remake_lists(c)


def remake_lists(c: Writing) -> Change:
    """Make outlets, narrow rows and the words of notes again, and empty the search index to be filled anew. Write job.

    What analysis found stays.
    """
    db = driver(c)
    forget_index(db)
    refresh_all_notes(db)
    keep_outlets(c, {row[0]: () for row in db.execute("SELECT DISTINCT outlet FROM article").fetchall()})
    refresh_whole_listing(db)
    return Change()


def not_indexed(c: sqlite3.Connection, limit: int) -> list[ArticleId]:
    """Return the oldest articles that are not in the search index. Read job."""
    rows = c.execute(
        "SELECT a.id FROM article a LEFT JOIN indexed i ON i.article_id = a.id WHERE i.article_id IS NULL "
        "ORDER BY a.id LIMIT ?",
        (limit,),
    )
    return [ArticleId(row[0]) for row in rows]


def index_again(c: Writing, ids: Sequence[ArticleId]) -> Change:
    """Put articles into the search index. Write job."""
    index_articles(driver(c), ids)
    return Change(changed_articles=tuple(ids))


def documents(c: sqlite3.Connection, version: int, limit: int, before: ArticleId | None = None) -> list[ToAnalyse]:
    """Return the newest articles older than `before` that analysis of this version has not read. Read job."""
    rows = c.execute(
        """
        SELECT a.id, coalesce(r.title, a.title), coalesce(r.text_z, a.snippet), r.id, a.outlet, a.lang, a.published_at
        FROM article a
        LEFT JOIN finding f ON f.article_id = a.id
        LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions
        WHERE a.id < ? AND (f.version IS NULL OR f.version != ?) ORDER BY a.id DESC LIMIT ?
        """,
        (2**62 if before is None else before, version, limit),
    )
    return [
        ToAnalyse(
            ArticleId(number),
            revision,
            Document(
                str(number),
                title,
                text if revision is None else unpack(text),
                outlet,
                lang or None,
                moment(published),
            ),
        )
        for number, title, text, revision, outlet, lang, published in rows
    ]


def n_to_analyse(c: sqlite3.Connection, version: int) -> int:
    """Return how many articles analysis of this version has not read. Read job."""
    row = c.execute(
        "SELECT count(*) FROM article a LEFT JOIN finding f ON f.article_id = a.id "
        "WHERE f.version IS NULL OR f.version != ?",
        (version,),
    ).fetchone()
    return int(row[0])


def keep_findings(c: Writing, results: Sequence[Analysed], version: int) -> Change:
    """Keep findings of the articles' newest texts and index them. Write job.

    An article that has another text by now is left as it is: what brought that text has analysed it.
    """
    db = driver(c)
    kept: list[ArticleId] = []
    for number, read, findings in results:
        row = db.execute(
            "SELECT r.id, coalesce(r.title, a.title), coalesce(r.text_z, a.snippet) FROM article a "
            "LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions WHERE a.id = ?",
            (number,),
        ).fetchone()
        if row is None or row[0] != read:
            continue
        revision, title, text = row
        replace_findings(
            db,
            number,
            findings,
            revision=revision,
            title=title,
            text=text if revision is None else unpack(text),
            version=version,
        )
        kept.append(number)
    refresh_listing(db, kept)
    index_at_end(c, kept)
    return Change(changed_articles=tuple(kept))
