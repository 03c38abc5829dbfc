"""Stories: which articles tell the same event, and the features by which they were found. Derived.

What makes two articles one story is decided by whoever compares them; here is what was found, kept and looked up.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import NamedTuple

from dateline.news.article import COMPLETENESS_ORDER, ArticleId
from dateline.news.coverage import Feature, StoryId
from dateline.news.finding import Document, Findings
from dateline.news.library_view import StoryMember
from dateline.storage.article_ids import first_id
from dateline.storage.copies import forget_copy
from dateline.storage.dialect import EACH, THEN, joined, putting, values_of
from dateline.storage.packing import moment, unpack, unpack_json

#: A feature that more articles of the window have than this finds nobody; it only weighs.
TOO_COMMON = 100
#: Articles compared with a new one, those first that share most.
MOST_NEIGHBOURS = 32

#: What of an article's findings is compared.
_COMPARED = ("lang", "on_topic", "title_mentions", "mentions", "citations")

_WITH_FEATURE = f"""
SELECT (SELECT {joined("article_id")} FROM (
    SELECT article_id FROM story_feature WHERE feature = j.value AND article_id >= ? AND article_id < ? LIMIT ?))
FROM {EACH} ORDER BY j.key
"""  # noqa: S608 - names of ours
_NEAREST = f"""
SELECT c.article_id, c.features, s.story FROM {EACH} {THEN} compared c ON c.article_id = j.value
LEFT JOIN story s ON s.article_id = c.article_id ORDER BY j.key
"""  # noqa: S608 - names of ours


class ToCompare(NamedTuple):
    """An article to be compared: its newest text as a document (as much as was asked for), and what its findings say.

    Of these only the mentions and the credits are there: nothing else is compared.
    """

    article: ArticleId
    document: Document
    findings: Findings


class Near(NamedTuple):
    """An article that shares features: the features, and its story where it has one."""

    article: ArticleId
    features: dict[int, float]
    story: StoryId | None


def uncompared(c: sqlite3.Connection, limit: int) -> list[ArticleId]:
    """Return articles whose findings were not compared yet, oldest first. Read job."""
    rows = c.execute("SELECT article_id FROM uncompared ORDER BY article_id LIMIT ?", (limit,))
    return [ArticleId(row[0]) for row in rows]


def to_compare(c: sqlite3.Connection, article: ArticleId, n_characters: int) -> ToCompare | None:
    """Return an article as it is compared, None where it was not analysed. Read job."""
    from dateline.news.wire import findings_from_json

    row = c.execute(
        "SELECT a.title, r.text_z, a.snippet, a.outlet, a.lang, a.published_at, f.findings_z FROM finding f "
        "JOIN article a ON a.id = f.article_id LEFT JOIN revision r ON r.id = f.revision_id WHERE f.article_id = ?",
        (article,),
    ).fetchone()
    if row is None:
        return None
    title, text_z, snippet, outlet, lang, published, findings_z = row
    text = (snippet if text_z is None else unpack(text_z))[:n_characters]
    document = Document(str(article), title, text, outlet, lang or None, moment(published))
    said = unpack_json(findings_z)
    return ToCompare(article, document, findings_from_json({key: said[key] for key in _COMPARED if key in said}))


def neighbours(
    c: sqlite3.Connection, own: Sequence[Feature], low: datetime, high: datetime
) -> tuple[list[Near], dict[int, int]]:
    """Return the articles of a window that share features, and how many have each (up to TOO_COMMON). Read job."""
    counts: dict[int, int] = {}
    shared: defaultdict[str, float] = defaultdict(float)  # by the article's id as SQLite wrote it: few are looked at
    rows = c.execute(_WITH_FEATURE, (first_id(low), first_id(high), TOO_COMMON, values_of(key for key, _ in own)))
    for (key, weight), (text,) in zip(own, rows, strict=True):
        articles = text.split(",") if text else ()
        counts[key] = len(articles)
        if len(articles) < TOO_COMMON:
            share = max(weight, 0.5) / (1 + len(articles))
            for article in articles:
                shared[article] += share
    nearest = [int(one) for one in sorted(shared, key=lambda one: (-shared[one], int(one)))[:MOST_NEIGHBOURS]]
    found = c.execute(_NEAREST, (values_of(nearest),))
    return [
        Near(ArticleId(article), _unpacked(features), None if story is None else StoryId(story))
        for article, features, story in found
    ], counts


def keep_features(c: sqlite3.Connection, article: ArticleId, own: Sequence[Feature]) -> None:
    """Keep what an article is about, so that later ones find it; it counts as compared then."""
    c.execute(putting("compared", ("article_id", "features"), ("article_id",)), (article, _packed(own)))
    c.executemany(
        "INSERT INTO story_feature(feature, article_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(key, article) for key, _ in own],
    )
    c.execute("DELETE FROM uncompared WHERE article_id = ?", (article,))


def keep_story(c: sqlite3.Connection, story: StoryId, members: Iterable[ArticleId]) -> None:
    """Put articles into a story."""
    c.executemany(putting("story", ("article_id", "story"), ("article_id",)), [(one, story) for one in members])


def forget_story(c: sqlite3.Connection, article: ArticleId) -> None:
    """Take an article out of its story, from among its copies, and out of the sight of others."""
    c.execute("DELETE FROM uncompared WHERE article_id = ?", (article,))
    row = c.execute("SELECT features FROM compared WHERE article_id = ?", (article,)).fetchone()
    if row is None:  # it was never compared, so it has neither copies nor a story
        return
    forget_copy(c, article)
    c.executemany(
        "DELETE FROM story_feature WHERE feature = ? AND article_id = ?", [(key, article) for key in _unpacked(row[0])]
    )
    c.execute("DELETE FROM compared WHERE article_id = ?", (article,))
    c.execute("DELETE FROM story WHERE article_id = ?", (article,))


def story_of(c: sqlite3.Connection, article: ArticleId) -> StoryId | None:
    """Return the story of an article, None where no other article tells its event. Read job."""
    row = c.execute(
        "SELECT s.story FROM story s WHERE s.article_id = ? "
        "AND EXISTS (SELECT 1 FROM story o WHERE o.story = s.story AND o.article_id != s.article_id)",
        (article,),
    ).fetchone()
    return None if row is None else StoryId(row[0])


def articles_in(c: sqlite3.Connection, story: StoryId) -> list[ArticleId]:
    """Return the articles of a story, oldest first, as nothing but their ids. Read job."""
    rows = c.execute("SELECT article_id FROM story WHERE story = ? ORDER BY article_id", (story,))
    return [ArticleId(row[0]) for row in rows]


def story_members(c: sqlite3.Connection, story: StoryId) -> list[StoryMember]:
    """Return the articles of a story, oldest first. Read job."""
    rows = c.execute(
        "SELECT a.id, a.outlet, a.title, a.lang, a.published_at, a.first_seen_at, a.completeness "
        "FROM story s JOIN article a ON a.id = s.article_id WHERE s.story = ? ORDER BY a.id",
        (story,),
    )
    return [
        StoryMember(ArticleId(number), outlet, title, lang, moment(published), moment(seen), COMPLETENESS_ORDER[rank])
        for number, outlet, title, lang, published, seen, rank in rows
    ]


def _packed(own: Sequence[Feature]) -> bytes:
    return array("q", [key for key, _ in own]).tobytes() + array("f", [weight for _, weight in own]).tobytes()


def _unpacked(packed: bytes) -> dict[int, float]:
    n = len(packed) // 12
    keys, weights = array("q"), array("f")
    keys.frombytes(packed[: n * 8])
    weights.frombytes(packed[n * 8 :])
    return dict(zip(keys, weights, strict=True))


def credits_of(c: sqlite3.Connection, articles: Sequence[ArticleId]) -> dict[ArticleId, tuple[str, ...]]:
    """Return the names of the outlets that each article credits. Read job."""
    found: dict[ArticleId, tuple[str, ...]] = {}
    for article in articles:
        row = c.execute("SELECT credits FROM finding WHERE article_id = ?", (article,)).fetchone()
        if row is not None and row[0]:
            found[article] = tuple(row[0].split("\n"))
    return found
