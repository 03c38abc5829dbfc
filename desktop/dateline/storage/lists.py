"""Reading lists: made, filled, put in order, archived, duplicated. User data: durable when the write is done."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.question import read_filter
from dateline.news.reading_list import ListId, ListItem, ReadingList
from dateline.storage.conditions import conditions
from dateline.storage.database import driver
from dateline.storage.dialect import number_of_new_row
from dateline.storage.orders import Ordered, keep_order, order_of
from dateline.storage.packing import moment, seconds, stamp
from dateline.storage.timeline import cards, first_page

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: A smart list shows its newest articles up to so many.
MOST_OF_A_QUERY = 500
_LONGEST_NAME = 120

_LISTS = """
SELECT l.id, l.key, l.name, l.about, l.query, l.made_at, l.changed_at, l.archived_at,
       (SELECT count(*) FROM list_item i WHERE i.list_id = l.id),
       (SELECT count(*) FROM list_item i WHERE i.list_id = l.id AND i.note != '')
FROM reading_list l
"""


def lists(c: sqlite3.Connection, *, wants_archived: bool = False) -> tuple[ReadingList, ...]:
    """Return the reading lists in the user's order, others after them by name; archived ones only where wanted, last.

    Read job.
    """
    where = "" if wants_archived else "WHERE l.archived_at IS NULL "
    found = [_list(c, row) for row in c.execute(f"{_LISTS}{where}").fetchall()]
    place = {key: number for number, key in enumerate(order_of(c, Ordered.LISTS))}

    def order(one: ReadingList) -> tuple[bool, int, str, int]:
        return one.archived_at is not None, place.get(one.key, len(place)), one.name.casefold(), one.id

    return tuple(sorted(found, key=order))


def order_lists(c: Writing, order: Sequence[ListId]) -> Change:
    """Put the reading lists in this order; those left out follow as they were. Write job."""
    keys = {one.id: one.key for one in lists(driver(c), wants_archived=True)}
    named = [number for number in order if number in keys]
    return keep_order(c, Ordered.LISTS, (keys[number] for number in dict.fromkeys([*named, *keys])))


def reading_list(c: sqlite3.Connection, list_id: ListId) -> ReadingList | None:
    """Return one list, None where it is gone. Read job."""
    row = c.execute(_LISTS + "WHERE l.id = ?", (list_id,)).fetchone()
    return None if row is None else _list(c, row)


def find_list(c: sqlite3.Connection, name: str) -> ReadingList:
    """Return the list of a name, an id or a key; of several with one name the newest. Read job.

    Raises:
        InputError: there is none.
    """
    wanted = name.strip().casefold()
    for row in c.execute(_LISTS + "ORDER BY l.id DESC").fetchall():
        if wanted in (row[2].casefold(), row[1], str(row[0])):
            return _list(c, row)
    raise InputError(f"There is no reading list “{name}”.", "`dateline lists` names those there are.")


def items(c: sqlite3.Connection, list_id: ListId) -> tuple[ListItem, ...]:
    """Return a list's articles in its order; of a smart list those that answer now, newest first. Read job."""
    row = c.execute("SELECT query FROM reading_list WHERE id = ?", (list_id,)).fetchone()
    if row is None:
        return ()
    kept = {
        number: (note, revision, added_at)
        for number, note, revision, added_at in c.execute(
            "SELECT i.article_id, i.note, r.number, i.added_at FROM list_item i "
            "LEFT JOIN revision r ON r.id = i.revision_id WHERE i.list_id = ? ORDER BY i.position, i.added_at",
            (list_id,),
        )
    }
    if row[0]:
        found = first_page(c, read_filter(row[0], _today()), MOST_OF_A_QUERY)
    else:
        found = cards(c, [ArticleId(number) for number in kept])
    n_revisions = dict(
        c.execute(
            f"SELECT id, n_revisions FROM article WHERE id IN ({','.join(str(int(card.id)) for card in found)})"  # noqa: S608
        ).fetchall()
    )
    made = []
    for card in found:
        note, revision, added_at = kept.get(card.id, ("", None, None))
        at = moment(added_at) or card.first_seen_at
        made.append(ListItem(card.id, card, note, revision, n_revisions[card.id], at))
    return tuple(made)


def lists_of(c: sqlite3.Connection, article: ArticleId) -> tuple[ListId, ...]:
    """Return the lists, archived ones left out, that an article was put in. Read job."""
    rows = c.execute(
        "SELECT i.list_id FROM list_item i JOIN reading_list l ON l.id = i.list_id "
        "WHERE i.article_id = ? AND l.archived_at IS NULL ORDER BY i.list_id",
        (article,),
    )
    return tuple(ListId(row[0]) for row in rows)


def make_list(
    c: Writing,
    name: str,
    at: datetime,
    *,
    about: str = "",
    query: str = "",
    articles: Sequence[ArticleId] = (),
    note: str = "",
    key: str = "",
) -> Change:
    """Make a reading list, with articles in it, or filled by a query. Write job.

    Raises:
        InputError: it has no name. QuestionError: the query cannot be read.
    """
    name = _named(name)
    if query:
        read_filter(query, _today())
    db = driver(c)
    done = db.execute(
        "INSERT INTO reading_list(key, name, about, query, made_at, changed_at, archived_at) "
        "VALUES (?, ?, ?, ?, ?, ?, NULL)",
        (key or uuid4().hex, name, about, query.strip(), seconds(at), seconds(at)),
    )
    if articles:
        add_to_list(c, ListId(number_of_new_row(done)), articles, at, note)
    return Change(changed_articles=tuple(articles), has_user_data=True)


def change_list(
    c: Writing,
    list_id: ListId,
    at: datetime,
    *,
    name: str | None = None,
    about: str | None = None,
    query: str | None = None,
) -> Change:
    """Rename a list, describe it otherwise, or let it ask something else; None leaves as it is. Write job.

    Raises:
        InputError: the new name is none. QuestionError: the query cannot be read.
    """
    db = driver(c)
    if query:
        read_filter(query, _today())
    for column, value in (("name", None if name is None else _named(name)), ("about", about), ("query", query)):
        if value is not None:
            db.execute(f"UPDATE reading_list SET {column} = ? WHERE id = ?", (value.strip(), list_id))  # noqa: S608
    _touch(db, list_id, at)
    return Change(has_user_data=True)


def archive_list(c: Writing, list_id: ListId, at: datetime | None) -> Change:
    """Put a list away, or with None back among the others. Write job."""
    driver(c).execute("UPDATE reading_list SET archived_at = ? WHERE id = ?", (stamp(at), list_id))
    return Change(has_user_data=True)


def remove_list(c: Writing, list_id: ListId) -> Change:
    """Remove a list with the notes of its items; the articles stay. Write job."""
    db = driver(c)
    held = _articles(db, list_id)
    db.execute("DELETE FROM list_item WHERE list_id = ?", (list_id,))
    db.execute("DELETE FROM reading_list WHERE id = ?", (list_id,))
    return Change(changed_articles=held, has_user_data=True)


def duplicate_list(c: Writing, list_id: ListId, name: str, at: datetime) -> Change:
    """Make a list with the same items, notes and order under another name. Write job. Raises InputError."""
    db = driver(c)
    done = db.execute(
        "INSERT INTO reading_list(key, name, about, query, made_at, changed_at, archived_at) "
        "SELECT ?, ?, about, query, ?, ?, NULL FROM reading_list WHERE id = ?",
        (uuid4().hex, _named(name), seconds(at), seconds(at), list_id),
    )
    db.execute(
        "INSERT INTO list_item(list_id, article_id, position, note, revision_id, added_at) "
        "SELECT ?, article_id, position, note, revision_id, added_at FROM list_item WHERE list_id = ?",
        (number_of_new_row(done), list_id),
    )
    return Change(has_user_data=True)


def freeze_list(c: Writing, list_id: ListId, at: datetime) -> Change:
    """Make a smart list one by hand: with the articles it has now, in their order. Write job."""
    db = driver(c)
    found = [item.article for item in items(db, list_id)]
    db.execute("UPDATE reading_list SET query = '' WHERE id = ?", (list_id,))
    add_to_list(c, list_id, found, at)
    return Change(changed_articles=tuple(found), has_user_data=True)


def add_to_list(c: Writing, list_id: ListId, articles: Iterable[ArticleId], at: datetime, note: str = "") -> Change:
    """Add articles at the end of a list, pinned to their newest revision; a note joins the item's own. Write job."""
    db = driver(c)
    held = set(_articles(db, list_id))
    (position,) = db.execute(
        "SELECT coalesce(max(position), 0) FROM list_item WHERE list_id = ?", (list_id,)
    ).fetchone()
    new: list[ArticleId] = []
    for article in dict.fromkeys(articles):
        if article not in held:
            position += 1
            db.execute(
                "INSERT INTO list_item(list_id, article_id, position, note, revision_id, added_at) "
                "SELECT ?, a.id, ?, ?, r.id, ? FROM article a "
                "LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions WHERE a.id = ?",
                (list_id, position, note.strip(), seconds(at), article),
            )
            new.append(article)
        elif note.strip():
            db.execute(
                "UPDATE list_item SET note = trim(note || ? || ?, ?) WHERE list_id = ? AND article_id = ?",
                ("\n\n", note.strip(), "\n", list_id, article),
            )
    _touch(db, list_id, at)
    return Change(changed_articles=tuple(new), has_user_data=True)


def take_from_list(c: Writing, list_id: ListId, articles: Iterable[ArticleId], at: datetime) -> Change:
    """Take articles out of a list, with their item's notes. Write job."""
    db = driver(c)
    gone = tuple(articles)
    db.executemany(
        "DELETE FROM list_item WHERE list_id = ? AND article_id = ?", [(list_id, article) for article in gone]
    )
    _touch(db, list_id, at)
    return Change(changed_articles=gone, has_user_data=True)


def order_list(c: Writing, list_id: ListId, articles: Sequence[ArticleId], at: datetime) -> Change:
    """Put a list in this order; articles that are not named come after those that are. Write job."""
    db = driver(c)
    held = _articles(db, list_id)
    wanted = [article for article in articles if article in set(held)]
    wanted += [article for article in held if article not in set(wanted)]
    db.executemany(
        "UPDATE list_item SET position = ? WHERE list_id = ? AND article_id = ? AND position != ?",
        [(place, list_id, article, place) for place, article in enumerate(wanted, 1)],
    )
    _touch(db, list_id, at)
    return Change(has_user_data=True)


def note_item(c: Writing, list_id: ListId, article: ArticleId, note: str, at: datetime) -> Change:
    """Say something of an item; in a smart list that keeps the note for when the article answers. Write job."""
    db = driver(c)
    held = db.execute("SELECT note FROM list_item WHERE list_id = ? AND article_id = ?", (list_id, article)).fetchone()
    if held is None:
        return add_to_list(c, list_id, (article,), at, note)
    db.execute("UPDATE list_item SET note = ? WHERE list_id = ? AND article_id = ?", (note.strip(), list_id, article))
    _touch(db, list_id, at)
    return Change(has_user_data=True)


def pin_to_newest(c: Writing, list_id: ListId, article: ArticleId, at: datetime) -> Change:
    """Let an item point to the newest revision of its article. Write job."""
    row = driver(c).execute("SELECT n_revisions FROM article WHERE id = ?", (article,)).fetchone()
    return Change() if row is None else pin_item(c, list_id, article, row[0], at)


def pin_item(c: Writing, list_id: ListId, article: ArticleId, revision: int | None, at: datetime) -> Change:
    """Let an item point to another revision of its article, by number. Write job."""
    db = driver(c)
    db.execute(
        "UPDATE list_item SET revision_id = (SELECT id FROM revision WHERE article_id = ? AND number = ?) "
        "WHERE list_id = ? AND article_id = ?",
        (article, revision, list_id, article),
    )
    _touch(db, list_id, at)
    return Change(has_user_data=True)


def _touch(db: sqlite3.Connection, list_id: ListId, at: datetime) -> None:
    db.execute("UPDATE reading_list SET changed_at = ? WHERE id = ?", (seconds(at), list_id))


def _articles(db: sqlite3.Connection, list_id: ListId) -> tuple[ArticleId, ...]:
    rows = db.execute("SELECT article_id FROM list_item WHERE list_id = ? ORDER BY position, added_at", (list_id,))
    return tuple(ArticleId(row[0]) for row in rows)


def _list(c: sqlite3.Connection, row: tuple[Any, ...]) -> ReadingList:
    made_at, changed_at = moment(row[5]), moment(row[6])
    assert made_at is not None  # noqa: S101 - the columns are never null
    assert changed_at is not None  # noqa: S101
    n_items = row[8]
    if row[4]:
        sql, values = conditions(c, read_filter(row[4], _today())).select("count(*)")
        (n_items,) = c.execute(sql, values).fetchone()
    _, key, name, about, query = row[:5]
    return ReadingList(
        ListId(row[0]), key, name, about, query, made_at, changed_at, moment(row[7]), n_items, n_with_notes=row[9]
    )


def _named(name: str) -> str:
    name = " ".join(name.split())[:_LONGEST_NAME]
    if not name:
        raise InputError("A reading list needs a name.", "Write a word or two.")
    return name


def _today() -> date:
    return datetime.now().astimezone().date()
