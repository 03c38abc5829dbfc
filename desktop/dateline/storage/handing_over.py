"""Articles with all that is handed over of them, a few at a time. Read jobs."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from dateline.news.article import ArticleId
from dateline.news.handover import HandoverItem
from dateline.storage import articles, notes, revisions, stories


def handover_items(
    c: sqlite3.Connection,
    ids: Sequence[ArticleId],
    outlets: Mapping[str, str],
    list_notes: Mapping[ArticleId, str] | None = None,
) -> list[HandoverItem]:
    """Return the articles in the order asked for; one that is gone is left out. `outlets` are names by id."""
    found = []
    for article_id in ids:
        article = articles.article(c, article_id)
        if article is None:
            continue
        found.append(
            HandoverItem(
                article=article,
                outlet=outlets.get(article.outlet, article.outlet) or "?",
                findings=articles.findings(c, article_id),
                notes=notes.placed_notes(c, article_id),
                revisions=revisions.revisions(c, article_id),
                note=(list_notes or {}).get(article_id, ""),
                story=stories.story_of(c, article_id),
            )
        )
    return found
