"""Articles with all that is handed over of them, a few at a time. Read jobs."""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence

from dateline.news.article import ArticleId
from dateline.news.handover import HandoverItem
from dateline.storage import stories
from dateline.storage.pinned import article_at


def handover_items(
    c: sqlite3.Connection,
    ids: Sequence[ArticleId],
    outlets: Mapping[str, str],
    list_notes: Mapping[ArticleId, str] | None = None,
    pins: Mapping[ArticleId, int | None] | None = None,
) -> list[HandoverItem]:
    """Return the articles in the order asked for; one that is gone is left out. `outlets` are names by id.

    `pins` are the revisions that a reading list points to; others are taken as they stand now.
    """
    found = []
    for article_id in ids:
        at = article_at(c, article_id, (pins or {}).get(article_id))
        if at is None:
            continue
        found.append(
            HandoverItem(
                article=at.article,
                outlet=outlets.get(at.article.outlet, at.article.outlet) or "?",
                findings=at.findings,
                notes=at.notes,
                revisions=at.revisions,
                note=(list_notes or {}).get(article_id, ""),
                story=stories.story_of(c, article_id),
            )
        )
    return found
