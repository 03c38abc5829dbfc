"""The user's tags: on articles one by one or on a whole filter; made, coloured, renamed and merged. User data."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import TimelineFilter
from dateline.news.tag import N_TAG_COLOURS, Tag, clean_tag, tag_key
from dateline.storage.conditions import conditions
from dateline.storage.database import driver
from dateline.storage.dialect import EACH, THEN, among, values_of
from dateline.storage.packing import seconds

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def tags(c: sqlite3.Connection) -> tuple[Tag, ...]:
    """Return every tag, those below another right after it. Read job."""
    rows = c.execute(
        "SELECT n.tag, n.colour, (SELECT count(*) FROM tag t WHERE t.tag = n.tag) FROM tag_name n ORDER BY n.key"
    )
    return tuple(sorted((Tag(*row) for row in rows), key=lambda tag: tag_key(tag.name).split("/")))


def tags_of(c: sqlite3.Connection, articles: Iterable[ArticleId]) -> dict[str, int]:
    """Return the tags of some articles and on how many of these each is. Read job."""
    rows = c.execute(
        f"SELECT tag, count(*) FROM tag WHERE {among('article_id')} GROUP BY tag ORDER BY tag",  # noqa: S608
        (values_of(articles),),
    )
    return dict(rows.fetchall())


def make_tag(c: Writing, name: str, at: datetime, colour: int = 0) -> Change:
    """Make a tag that is on no article yet; one there is stays as it is. Write job. Raises InputError."""
    _keep_name(driver(c), clean_tag(name), at, colour)
    return Change(has_user_data=True)


def colour_tag(c: Writing, name: str, colour: int) -> Change:
    """Give a tag a colour: 0 for none, else 1 to 8. Write job."""
    db = driver(c)
    db.execute("UPDATE tag_name SET colour = ? WHERE key = ?", (colour % N_TAG_COLOURS, tag_key(name)))
    return Change(changed_articles=_with(db, name), has_user_data=True)


def add_tag(c: Writing, articles: Iterable[ArticleId], name: str, at: datetime) -> Change:
    """Put a tag on articles; the change names those that had it not. Write job. Raises InputError."""
    db = driver(c)
    name = _keep_name(db, clean_tag(name), at)
    return _add(db, [int(one) for one in articles], name, at)


def add_tag_to_all(c: Writing, wanted: TimelineFilter, name: str, at: datetime) -> Change:
    """Put a tag on every article of a filter; the change names those that had it not. Write job. Raises InputError."""
    db = driver(c)
    name = _keep_name(db, clean_tag(name), at)
    return _add(db, _answering(db, wanted), name, at)


def take_tag(c: Writing, articles: Iterable[ArticleId], name: str) -> Change:
    """Take a tag off articles; the change names those that had it. Write job."""
    return _take(driver(c), [int(one) for one in articles], name)


def take_tag_from_all(c: Writing, wanted: TimelineFilter, name: str) -> Change:
    """Take a tag off every article of a filter; the change names those that had it. Write job."""
    db = driver(c)
    return _take(db, _answering(db, wanted), name)


def rename_tag(c: Writing, name: str, new: str, at: datetime) -> Change:
    """Rename a tag, and those below it with it; where the new name is taken, the two become one. Write job.

    Raises:
        InputError: there is no such tag, or the new name is none, or the tag would come to lie below itself.
    """
    db = driver(c)
    new = clean_tag(new)
    held = _held(db, name)
    if held is None:
        raise InputError(f"There is no tag “{name}”.", "Choose one of the tags there are.")
    if tag_key(new).startswith(tag_key(held) + "/"):
        raise InputError(f"“{held}” cannot lie below itself.", "Choose a name beside it.")
    touched: dict[ArticleId, None] = {}
    renamed = [held, *(row[0] for row in db.execute("SELECT tag FROM tag_name") if _is_below(row[0], held))]
    for old in renamed:
        target = new + old[len(held) :]
        for number in _with(db, old):
            touched[number] = None
        (colour,) = db.execute("SELECT colour FROM tag_name WHERE tag = ?", (old,)).fetchone()
        if tag_key(target) == tag_key(old):
            db.execute("UPDATE tag_name SET tag = ? WHERE tag = ?", (target, old))
        else:
            target = _keep_name(db, target, at, colour)
            db.execute("DELETE FROM tag_name WHERE tag = ?", (old,))
        if target != old:
            db.execute(
                "INSERT INTO tag(article_id, tag, tagged_at) SELECT article_id, ?, tagged_at FROM tag WHERE tag = ? "
                "ON CONFLICT DO NOTHING",
                (target, old),
            )
            db.execute("DELETE FROM tag WHERE tag = ?", (old,))
    return Change(changed_articles=tuple(touched), has_user_data=True)


def remove_tag(c: Writing, name: str) -> Change:
    """Remove a tag and those below it from every article and from the list of tags. Write job."""
    db = driver(c)
    touched: dict[ArticleId, None] = {}
    for (tag,) in db.execute("SELECT tag FROM tag_name").fetchall():
        if tag_key(tag) == tag_key(name) or _is_below(tag, name):
            touched |= dict.fromkeys(_with(db, tag))
            db.execute("DELETE FROM tag WHERE tag = ?", (tag,))
            db.execute("DELETE FROM tag_name WHERE tag = ?", (tag,))
    return Change(changed_articles=tuple(touched), has_user_data=True)


def _keep_name(db: sqlite3.Connection, name: str, at: datetime, colour: int = 0) -> str:
    """Return the tag as it is kept: the one there is where only capitals differ."""
    held = _held(db, name)
    if held is not None:
        return held
    db.execute(
        "INSERT INTO tag_name(tag, key, colour, made_at) VALUES (?, ?, ?, ?)",
        (name, tag_key(name), colour % N_TAG_COLOURS, seconds(at)),
    )
    return name


def _held(db: sqlite3.Connection, name: str) -> str | None:
    row = db.execute("SELECT tag FROM tag_name WHERE key = ?", (tag_key(name),)).fetchone()
    return None if row is None else str(row[0])


def _add(db: sqlite3.Connection, articles: list[int], name: str, at: datetime) -> Change:
    new = [
        (row[0], name, seconds(at))
        for row in db.execute(
            f"SELECT a.id FROM {EACH} {THEN} article a ON a.id = j.value "  # noqa: S608 - names of ours
            "WHERE NOT EXISTS (SELECT 1 FROM tag t WHERE t.article_id = a.id AND t.tag = ?)",
            (values_of(articles), name),
        )
    ]
    db.executemany("INSERT INTO tag(article_id, tag, tagged_at) VALUES (?, ?, ?)", new)
    return Change(changed_articles=tuple(ArticleId(row[0]) for row in new), has_user_data=True)


def _take(db: sqlite3.Connection, articles: list[int], name: str) -> Change:
    held = _held(db, name) or name
    chosen = values_of(articles)
    had = db.execute(f"SELECT article_id FROM tag WHERE tag = ? AND {among('article_id')}", (held, chosen)).fetchall()  # noqa: S608
    db.execute(f"DELETE FROM tag WHERE tag = ? AND {among('article_id')}", (held, chosen))  # noqa: S608
    return Change(changed_articles=tuple(ArticleId(row[0]) for row in had), has_user_data=bool(had))


def _answering(db: sqlite3.Connection, wanted: TimelineFilter) -> list[int]:
    sql, values = conditions(db, wanted).select("{id}")
    return [row[0] for row in db.execute(sql, values)]


def _with(db: sqlite3.Connection, name: str) -> tuple[ArticleId, ...]:
    held = _held(db, name) or name
    return tuple(ArticleId(row[0]) for row in db.execute("SELECT article_id FROM tag WHERE tag = ?", (held,)))


def _is_below(tag: str, name: str) -> bool:
    return tag_key(tag).startswith(tag_key(name) + "/")
