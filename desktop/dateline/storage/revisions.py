"""Revisions: the kept states of an article's text. Rows are added and never changed; each is compressed by itself,
its HTML beside its text."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import UTC, datetime

from dateline.news.article import COMPLETENESS_ORDER, ArticleId, ArticleText, Revision, RevisionText
from dateline.storage.dialect import number_of_new_row
from dateline.storage.packing import pack, seconds, unpack
from dateline.text.churn import gist


@dataclass(frozen=True, slots=True)
class Newest:
    """The newest revision of an article, as far as the next one is compared with it."""

    id: int
    number: int
    title: str  # as the article was shown
    page_title: str  # as its page said, "" where no page was read
    completeness: int  # place in COMPLETENESS_ORDER
    text: str

    def says(self, title: str, text: str) -> bool:
        """Tell whether it says the same under the same headline; clocks and counters in the text do not count."""
        return gist(title) == gist(self.title) and gist(text) == gist(self.text)


def revisions(c: sqlite3.Connection, article_id: ArticleId) -> tuple[Revision, ...]:
    """Return the kept states of an article's text, oldest first. Read job."""
    rows = c.execute(
        "SELECT number, captured_at, title, completeness, n_characters, origin, provenance FROM revision "
        "WHERE article_id = ? ORDER BY number",
        (article_id,),
    )
    return tuple(_revision(*row) for row in rows)


def revision_text(c: sqlite3.Connection, article_id: ArticleId, number: int) -> RevisionText | None:
    """Return one revision with its text, None where there is none of that number. Read job."""
    row = c.execute(
        "SELECT number, captured_at, title, completeness, n_characters, origin, provenance, text_z FROM revision "
        "WHERE article_id = ? AND number = ?",
        (article_id, number),
    ).fetchone()
    return None if row is None else RevisionText(_revision(*row[:7]), unpack(row[7]))


def newest_revision(c: sqlite3.Connection, article_id: ArticleId) -> Newest | None:
    """Return the newest revision of an article, None where it has none."""
    row = c.execute(
        "SELECT id, number, title, page_title, completeness, text_z FROM revision WHERE article_id = ? "
        "ORDER BY number DESC LIMIT 1",
        (article_id,),
    ).fetchone()
    if row is None:
        return None
    key, number, title, page_title, completeness, text_z = row
    return Newest(key, number, title, page_title, completeness, unpack(text_z))


def add_revision(
    c: sqlite3.Connection,
    article_id: ArticleId,
    number: int,
    text: ArticleText,
    *,
    title: str,
    page_title: str,
    origin: str,
    captured_at: datetime,
    provenance: str = "",
) -> int:
    """Add a revision and return its id."""
    done = c.execute(
        "INSERT INTO revision(article_id, number, captured_at, origin, provenance, completeness, n_characters, title, "
        "page_title, site_rule, text_z, html_z) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article_id,
            number,
            seconds(captured_at),
            origin,
            provenance,
            COMPLETENESS_ORDER.index(text.completeness),
            len(text.text),
            title,
            page_title,
            text.site_rule,
            pack(text.text),
            pack(text.html, beside=text.text),
        ),
    )
    return number_of_new_row(done)


def _revision(
    number: int, at: int, title: str, completeness: int, n_characters: int, origin: str, provenance: str
) -> Revision:
    captured_at = datetime.fromtimestamp(at, UTC)
    return Revision(number, captured_at, title, COMPLETENESS_ORDER[completeness], n_characters, origin, provenance)
