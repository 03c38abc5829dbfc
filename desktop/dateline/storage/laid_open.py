"""What is derived from the user's own data: remade for some articles after that data changed."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.news.article import ArticleId
from dateline.storage.findings import replace_findings
from dateline.storage.laying_open import lay_open
from dateline.storage.listing import refresh_listing
from dateline.storage.packing import unpack, unpack_json
from dateline.storage.search import index_articles
from dateline.text.tokens import token_text


def lay_open_again(c: sqlite3.Connection, ids: Sequence[ArticleId], *, has_corrections: bool = False) -> None:
    """Make narrow rows and the search tokens of notes again for these articles; with corrections, findings too."""
    if has_corrections:
        correct_again(c, ids)
    refresh_notes(c, ids)
    refresh_listing(c, ids)


def correct_again(c: sqlite3.Connection, ids: Sequence[ArticleId]) -> None:
    """Lay open what analysis had said of these articles once more, as the corrections that hold now want it."""
    for number in ids:
        row = c.execute(
            "SELECT f.findings_z, f.revision_id, f.version, coalesce(r.title, a.title), coalesce(r.text_z, a.snippet) "
            "FROM finding f JOIN article a ON a.id = f.article_id LEFT JOIN revision r ON r.id = f.revision_id "
            "WHERE f.article_id = ?",
            (number,),
        ).fetchone()
        if row is None:
            continue
        from dateline.news.wire import findings_from_json

        findings_z, revision, version, title, text = row
        words = text if revision is None else unpack(text)
        replace_findings(
            c,
            number,
            lay_open(findings_from_json(unpack_json(findings_z)), title, words, said=findings_z),
            revision=revision,
            title=title,
            text=words,
            version=version,
        )
    index_articles(c, ids)


def refresh_notes(c: sqlite3.Connection, ids: Sequence[ArticleId]) -> None:
    """Make the search tokens of these articles' notes again."""
    for number in ids:
        c.execute("DELETE FROM noted WHERE article_id = ?", (number,))
        _keep_tokens(c, c.execute("SELECT id, article_id, words, note FROM note WHERE article_id = ?", (number,)))


def refresh_all_notes(c: sqlite3.Connection) -> None:
    """Make the search tokens of every note again."""
    c.execute("DELETE FROM noted")
    _keep_tokens(c, c.execute("SELECT id, article_id, words, note FROM note"))


def _keep_tokens(c: sqlite3.Connection, rows: sqlite3.Cursor) -> None:
    c.executemany(
        "INSERT INTO noted(note_id, article_id, words) VALUES (?, ?, ?)",
        [(note, article, f" {token_text(words)} | {token_text(text)} ") for note, article, words, text in rows],
    )
