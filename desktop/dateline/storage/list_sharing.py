"""A reading list taken out whole, and taken in whole: nothing of the user's own is lost on the way."""

from __future__ import annotations

import hashlib
import sqlite3
from datetime import datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.library_view import ImportRow
from dateline.news.note import NewNote
from dateline.news.reading_list import ListId
from dateline.news.shared_list import SharedItem, SharedList, SharedNote
from dateline.storage import articles, lists, notes, tags
from dateline.storage.database import driver
from dateline.storage.packing import seconds
from dateline.storage.pinned import article_at
from dateline.storage.revisions import revision_text, revisions
from dateline.text.churn import gist

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def shared_list(c: sqlite3.Connection, list_id: ListId, *, wants_text: bool = False) -> SharedList:
    """Return a list with its items, their notes, highlights and tags; the outlets' text only where wanted. Read job.

    Raises:
        InputError: the list is gone.
    """
    held = lists.reading_list(c, list_id)
    if held is None:
        raise InputError("This reading list is no longer there.", "Choose another one.")
    made = []
    for item in lists.items(c, list_id):
        at = article_at(c, item.article, item.revision)
        if at is None:
            continue
        article = at.article
        (url_key,) = c.execute("SELECT url_key FROM article WHERE id = ?", (item.article,)).fetchone()
        made.append(
            SharedItem(
                url=article.url,
                url_key=url_key,
                title=article.title,
                outlet=article.outlet,
                lang=article.lang,
                authors=article.authors,
                published_at=article.published_at,
                note=item.note,
                revision=item.revision,
                added_at=item.added_at,
                tags=article.tags,
                notes=tuple(
                    SharedNote(
                        one.key,
                        one.about,
                        one.meaning,
                        one.anchor,
                        one.text,
                        one.revision,
                        one.made_at,
                        one.changed_at,
                    )
                    for one in notes.notes(c, item.article)
                ),
                text=article.text if wants_text and article.n_revisions else "",
                digest=_digest(c, item.article, item.revision),
            )
        )
    return SharedList(held.key, held.name, held.about, held.query, held.made_at, tuple(made))


def keep_shared_list(c: Writing, shared: SharedList, at: datetime) -> Change:
    """Keep a list that was shared: articles are known by their address, notes by their key, and stay. Write job.

    A list that is here already is not touched: the one that comes stands beside it, with a number after its name.

    Raises:
        InputError: it has no name. QuestionError: its query cannot be read.
    """
    db = driver(c)
    is_here = db.execute("SELECT 1 FROM reading_list WHERE key = ?", (shared.key,)).fetchone() is not None
    name = _free_name(db, shared.name) if is_here else shared.name
    lists.make_list(c, name, shared.made_at, about=shared.about, query=shared.query, key="" if is_here else shared.key)
    (number,) = db.execute("SELECT max(id) FROM reading_list").fetchone()
    new: list[ArticleId] = []
    touched: dict[ArticleId, None] = {}
    for position, item in enumerate(shared.items, 1):
        article = articles.find_by_url(db, item.url_key)
        if article is None:
            article = _bring(c, item, at)
            new.append(article)
        touched[article] = None
        if not shared.query or item.note:
            _place(db, ListId(number), article, item, position)
        for tag in item.tags:
            tags.add_tag(c, [article], tag, at)
        _keep_notes(c, article, item)
    changed = tuple(one for one in touched if one not in set(new))
    return Change(new_articles=tuple(new), changed_articles=changed, has_user_data=True)


def _bring(c: Writing, item: SharedItem, at: datetime) -> ArticleId:
    row = ImportRow(
        item.url,
        item.url_key,
        item.title,
        item.text,
        outlet=item.outlet,
        lang=item.lang,
        published_at=item.published_at,
        authors=item.authors,
    )
    change = articles.import_articles(c, (row,), at)
    (article,) = change.new_articles
    if not item.text:
        driver(c).execute(
            "UPDATE article SET reason = ? WHERE id = ?",
            ("It came with a reading list, which names it without its text.", article),
        )
    return article


def _digest(c: sqlite3.Connection, article: ArticleId, revision: int | None) -> str:
    """Return what is the same of two revisions that say the same, in any library; "" where there is none."""
    found = None if revision is None else revision_text(c, article, revision)
    if found is None:
        return ""
    said = f"{gist(found.revision.title)}\n{gist(found.text)}"
    return hashlib.blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).hexdigest()


def _revision(c: sqlite3.Connection, article: ArticleId, item: SharedItem) -> int | None:
    """Return the number of the revision that an item is of, as this library counts; None where it has none such."""
    if not item.digest:
        return None
    numbers = [one.number for one in revisions(c, article)]
    numbers.sort(key=lambda number: (number != item.revision, -number))
    return next((number for number in numbers if _digest(c, article, number) == item.digest), None)


def _place(db: sqlite3.Connection, number: ListId, article: ArticleId, item: SharedItem, position: int) -> None:
    db.execute(
        "INSERT INTO list_item(list_id, article_id, position, note, revision_id, added_at) VALUES (?, ?, ?, ?, "
        "(SELECT id FROM revision WHERE article_id = ? AND number = ?), ?) ON CONFLICT DO NOTHING",
        (number, article, position, item.note, article, _revision(db, article, item), seconds(item.added_at)),
    )


def _keep_notes(c: Writing, article: ArticleId, item: SharedItem) -> None:
    db = driver(c)
    for one in item.notes:
        known = db.execute("SELECT 1 FROM note WHERE key = ?", (one.key,)).fetchone()
        new = NewNote(article, one.about, one.meaning, one.anchor, one.text, one.revision, one.key)
        if known is None and (new.anchor is not None or new.text.strip()):
            notes.add_notes(c, [new], one.made_at)
            db.execute("UPDATE note SET changed_at = ? WHERE key = ?", (seconds(one.changed_at), one.key))


def _free_name(db: sqlite3.Connection, name: str) -> str:
    taken = {row[0] for row in db.execute("SELECT name FROM reading_list")}
    number = 2
    while f"{name} ({number})" in taken:
        number += 1
    return f"{name} ({number})" if name in taken else name
