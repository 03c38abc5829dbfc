"""Copies: articles whose text is that of another one, each kept with its own source and time. Derived.

What is a copy is decided by whoever compares; of articles with the same text the earliest is the first, and the others
are its copies.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable

from dateline.news.article import ArticleId
from dateline.storage.conditions import FULL
from dateline.storage.dialect import putting
from dateline.storage.packing import unpack


def whole_text(c: sqlite3.Connection, article: ArticleId) -> str:
    """Return the newest text of an article, "" where it is not held in full. Read job."""
    row = c.execute(
        "SELECT r.text_z FROM article a JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions "
        "WHERE a.id = ? AND a.completeness = ?",
        (article, FULL),
    ).fetchone()
    return "" if row is None else unpack(row[0])


def copy_of(c: sqlite3.Connection, article: ArticleId) -> ArticleId | None:
    """Return the first article with an article's text, None where it is that itself. Read job."""
    row = c.execute("SELECT first_id FROM copy WHERE article_id = ?", (article,)).fetchone()
    return None if row is None else ArticleId(row[0])


def same_text(c: sqlite3.Connection, article: ArticleId) -> list[ArticleId]:
    """Return the articles that have an article's text, the first of them first, itself left out. Read job."""
    first = copy_of(c, article) or article
    rows = c.execute("SELECT article_id FROM copy WHERE first_id = ? ORDER BY article_id", (first,))
    return [one for one in (first, *(ArticleId(row[0]) for row in rows)) if one != article]


def keep_same_text(c: sqlite3.Connection, members: Iterable[ArticleId]) -> None:
    """Keep that these articles have one text; those that are known to have it with one of them must be among them."""
    first, *others = sorted(set(members))
    c.execute("DELETE FROM copy WHERE article_id = ?", (first,))
    c.executemany(putting("copy", ("article_id", "first_id"), ("article_id",)), [(one, first) for one in others])


def forget_copy(c: sqlite3.Connection, article: ArticleId) -> None:
    """Take an article from among those of its text."""
    others = same_text(c, article)
    c.execute("DELETE FROM copy WHERE article_id = ?", (article,))
    if others:
        keep_same_text(c, others)
