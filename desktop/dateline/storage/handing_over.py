"""Articles with all that is handed over of them, a few at a time. Read jobs."""

from __future__ import annotations

import sqlite3
from collections.abc import Hashable, Mapping, Sequence

from dateline.news.article import ArticleId
from dateline.news.handover import GroupBy, HandoverItem
from dateline.storage import stories
from dateline.storage.dialect import EACH, THEN, day_of_seconds, values_of
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


#: What articles of a group share; an article that nobody else tells of is a story of its own.
_KEYS = {
    GroupBy.OUTLET: "a.outlet",
    GroupBy.DATE: day_of_seconds("a.published_at"),
    GroupBy.STORY: "coalesce(s.story, a.id)",
}


def grouped(
    c: sqlite3.Connection, ids: Sequence[ArticleId], group_by: GroupBy, outlets: Mapping[str, str]
) -> list[ArticleId]:
    """Return the articles with those of a group beside each other, groups in the order of their first article.

    `outlets` are names by id; outlets of one name are one group. An article that is gone is left out.
    """
    rows = c.execute(
        f"SELECT a.id, {_KEYS[group_by]} FROM {EACH} {THEN} article a ON a.id = j.value "  # noqa: S608 - names of ours
        "LEFT JOIN story s ON s.article_id = a.id ORDER BY j.key",
        (values_of(ids),),
    )
    groups: dict[Hashable, list[ArticleId]] = {}
    for article, key in rows:
        groups.setdefault(outlets.get(key, key) if group_by is GroupBy.OUTLET else key, []).append(ArticleId(article))
    return [article for group in groups.values() for article in group]
