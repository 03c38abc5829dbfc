"""An article as it stood at one revision: text, headline, notes and what of the findings that text shows. Read jobs."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass, replace

from dateline.news.article import Article, ArticleId, Revision
from dateline.news.finding import Findings
from dateline.news.note import PlacedNote
from dateline.storage import articles, notes, revisions
from dateline.storage.packing import unpack


@dataclass(frozen=True, slots=True)
class ArticleAt:
    """An article at a revision. `revisions` end with it; those that came later are only counted (`n_revisions`)."""

    article: Article
    findings: Findings | None
    revisions: tuple[Revision, ...]
    notes: tuple[PlacedNote, ...]


def article_at(c: sqlite3.Connection, article_id: ArticleId, revision: int | None = None) -> ArticleAt | None:
    """Return an article at a revision, by number; at the newest for None or a number that it does not have.

    None where the article is gone.
    """
    newest = articles.article(c, article_id)
    if newest is None:
        return None
    findings = articles.findings(c, article_id)
    every = revisions.revisions(c, article_id)
    held = None if revision is None or revision >= newest.n_revisions else _text(c, article_id, revision)
    if held is None or revision is None:
        return ArticleAt(newest, findings, every, notes.placed_notes(c, article_id))
    text, html = held
    kept = tuple(one for one in every if one.number <= revision)
    now = kept[-1]
    older = replace(
        newest,
        title=now.title or newest.title,
        text=text,
        html=html,
        completeness=now.completeness,
        reason=newest.reason if now.completeness is newest.completeness else "",
        updated_at=None,  # what the outlet says of its newest text
    )
    if findings is not None:
        from dateline.news.carried import carried_back
        from dateline.text.difference import compare

        same_title = older.title == newest.title
        findings = carried_back(findings, compare(text, newest.text), has_same_title=same_title)
    return ArticleAt(older, findings, kept, notes.place_notes(notes.notes(c, article_id), text, revision))


def _text(c: sqlite3.Connection, article_id: ArticleId, revision: int) -> tuple[str, str] | None:
    row = c.execute(
        "SELECT text_z, html_z FROM revision WHERE article_id = ? AND number = ?", (article_id, revision)
    ).fetchone()
    return None if row is None else (unpack(row[0]), unpack(row[1]))
