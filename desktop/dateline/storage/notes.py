"""Highlights and notes. User data: durable when the write is done, bound to the revision read, never dropped.

Where a note's words stand in the newest text is looked up when it is read and never kept: the words, their context and
the revision they were taken from are the truth.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any
from uuid import uuid4

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.note import About, Meaning, NewNote, Note, NoteId, PlacedNote
from dateline.storage.database import driver
from dateline.storage.laid_open import lay_open_again
from dateline.storage.packing import moment, seconds, unpack
from dateline.text.anchor import Anchor, ChangedText
from dateline.text.span import Span

if TYPE_CHECKING:
    from dateline.storage.database import Writing

_NOTES = """
SELECT n.id, n.key, n.article_id, n.about, n.meaning, n.words, n.before, n.after, n.start, n.note, r.number,
       n.made_at, n.changed_at
FROM note n LEFT JOIN revision r ON r.id = n.revision_id
"""


def notes(c: sqlite3.Connection, article: ArticleId) -> tuple[Note, ...]:
    """Return an article's notes: those about the whole of it first, the others in the order of the text. Read job."""
    rows = c.execute(_NOTES + "WHERE n.article_id = ? ORDER BY n.words != '', n.start, n.id", (article,))
    return tuple(map(_note, rows))


def note(c: sqlite3.Connection, note_id: NoteId) -> Note | None:
    """Return one note, None where it is gone. Read job."""
    row = c.execute(_NOTES + "WHERE n.id = ?", (note_id,)).fetchone()
    return None if row is None else _note(row)


def id_of(c: Writing, key: str) -> NoteId | None:
    """Return the note of a key, None where it is gone; for write jobs."""
    row = driver(c).execute("SELECT id FROM note WHERE key = ?", (key,)).fetchone()
    return None if row is None else NoteId(row[0])


def placed_notes(c: sqlite3.Connection, article: ArticleId) -> tuple[PlacedNote, ...]:
    """Return an article's notes with where their words stand in its newest text; loose ones come last. Read job."""
    found = notes(c, article)
    if not found:
        return ()
    row = c.execute(
        "SELECT a.n_revisions, r.text_z, a.snippet FROM article a "
        "LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions WHERE a.id = ?",
        (article,),
    ).fetchone()
    n_revisions, text_z, snippet = row
    return place_notes(found, unpack(text_z) if text_z is not None else snippet, n_revisions or None)


def place_notes(found: Iterable[Note], text: str, revision: int | None) -> tuple[PlacedNote, ...]:
    """Return notes with where their words stand in `text`, which is that revision's; loose ones come last."""
    changed = ChangedText(text)
    placed: list[PlacedNote] = []
    for one in found:
        if one.anchor is None:
            placed.append(PlacedNote(one))
            continue
        end = one.anchor.start + len(one.anchor.words)
        if one.revision == revision and text[one.anchor.start : end] == one.anchor.words:
            placed.append(PlacedNote(one, Span(one.anchor.start, end), 1.0))
            continue
        place = changed.find(one.anchor)
        placed.append(PlacedNote(one) if place is None else PlacedNote(one, place.span, place.score))
    return tuple(sorted(placed, key=_order))


def add_notes(c: Writing, new: Sequence[NewNote], at: datetime) -> Change:
    """Keep highlights and notes; one whose key is known stays as it is. Write job.

    Raises:
        InputError: a note's article is not in the library, or a note about the whole article says nothing.
    """
    from sqlalchemy.dialects.sqlite import insert

    from dateline.storage.tables import NoteRow

    db = driver(c)
    touched: dict[ArticleId, None] = {}
    for one in new:
        if not one.text.strip() and one.anchor is None:
            raise InputError("This note says nothing.", "Write some words, or close it without saving.")
        if db.execute("SELECT 1 FROM article WHERE id = ?", (one.article,)).fetchone() is None:
            raise InputError("The article of this note is no longer in the library.", "Nothing was kept.")
        anchor = one.anchor or Anchor("", "", "", 0)
        done = c.execute(
            insert(NoteRow)
            .values(
                key=one.key or uuid4().hex,
                article_id=one.article,
                revision_id=_revision_id(db, one.article, one.revision),
                about=one.about,
                meaning=one.meaning,
                start=anchor.start,
                end=anchor.start + len(anchor.words),
                words=_clean(anchor.words),
                before=_clean(anchor.before),
                after=_clean(anchor.after),
                note=_clean(one.text.strip()),
                made_at=seconds(at),
                changed_at=seconds(at),
            )
            .on_conflict_do_nothing(index_elements=["key"])
        )
        if done.rowcount:
            touched[one.article] = None
    lay_open_again(db, tuple(touched))
    return Change(changed_articles=tuple(touched))


def write_note(c: Writing, note_id: NoteId, text: str, at: datetime) -> Change:
    """Say something else in a note; a note about the whole article that says nothing any more goes. Write job."""
    text = _clean(text.strip())
    held = note(driver(c), note_id)
    if held is None or held.text == text:
        return Change()
    if held.anchor is None and not text:
        return remove_notes(c, (note_id,))
    return _change(c, note_id, at, note=text)


def mean_note(c: Writing, note_id: NoteId, meaning: Meaning, at: datetime) -> Change:
    """Give a highlight another meaning. Write job."""
    held = note(driver(c), note_id)
    return Change() if held is None or held.meaning is meaning else _change(c, note_id, at, meaning=meaning.value)


def remove_notes(c: Writing, ids: Sequence[NoteId]) -> Change:
    """Remove highlights with their notes. Write job."""
    from sqlalchemy import delete
    from sqlmodel import col

    from dateline.storage.tables import NoteRow

    db = driver(c)
    touched = tuple(dict.fromkeys(held.article for one in ids if (held := note(db, one)) is not None))
    c.execute(delete(NoteRow).where(col(NoteRow.id).in_(list(ids))))
    lay_open_again(db, touched)
    return Change(changed_articles=touched)


def _change(c: Writing, note_id: NoteId, at: datetime, **values: str) -> Change:
    from sqlalchemy import update
    from sqlmodel import col

    from dateline.storage.tables import NoteRow

    db = driver(c)
    c.execute(update(NoteRow).where(col(NoteRow.id) == note_id).values(changed_at=seconds(at), **values))
    (article,) = db.execute("SELECT article_id FROM note WHERE id = ?", (note_id,)).fetchone()
    lay_open_again(db, (ArticleId(article),))
    return Change(changed_articles=(ArticleId(article),))


def _revision_id(db: sqlite3.Connection, article: ArticleId, number: int | None) -> int | None:
    row = db.execute("SELECT id FROM revision WHERE article_id = ? AND number = ?", (article, number)).fetchone()
    return None if row is None else int(row[0])


def _clean(text: str) -> str:
    # SQLite ends a text at a NUL in some of its functions, and cannot hold a lone surrogate.
    return text.replace("\0", " ").encode("utf-8", "replace").decode("utf-8")


def _note(row: Sequence[Any]) -> Note:
    made_at, changed_at = moment(row[11]), moment(row[12])
    assert made_at is not None  # noqa: S101 - the columns are never null
    assert changed_at is not None  # noqa: S101
    return Note(
        id=NoteId(row[0]),
        key=row[1],
        article=ArticleId(row[2]),
        about=About(row[3]),
        meaning=Meaning(row[4]),
        anchor=Anchor(row[5], row[6], row[7], row[8]) if row[5] else None,
        text=row[9],
        revision=row[10],
        made_at=made_at,
        changed_at=changed_at,
    )


def _order(one: PlacedNote) -> tuple[int, int, int]:
    if one.note.anchor is None:
        return (0, 0, one.note.id)
    return (1, one.place.start, one.note.id) if one.place is not None else (2, one.note.anchor.start, one.note.id)
