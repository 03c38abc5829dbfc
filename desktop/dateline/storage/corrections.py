"""Corrections: kept, applied at once to what is shown, and at every later analysis. User data.

What analysis said itself stays in `finding`; everything laid open from it (topics, quotes, people, counts, the search
index) is what the corrections make of it, so taking one back is only laying open again.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.correction import (
    Correction,
    CorrectionId,
    KeptCorrection,
    QuoteCorrection,
    SameSpeaker,
    TopicCorrection,
)
from dateline.storage.correction_rows import COLUMNS, QUOTE, SAME_SPEAKER, TOPIC, read_correction
from dateline.storage.database import driver
from dateline.storage.laid_open import lay_open_again
from dateline.storage.packing import seconds

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def corrections(c: sqlite3.Connection) -> tuple[KeptCorrection, ...]:
    """Return every correction, newest first. Read job."""
    rows = c.execute(
        f"SELECT {COLUMNS}, coalesce(a.title, '') FROM correction k LEFT JOIN article a ON a.id = k.article_id "  # noqa: S608
        "ORDER BY k.id DESC"
    )
    return tuple(map(read_correction, rows))


def learned_topics(c: sqlite3.Connection) -> dict[tuple[str, str], int]:
    """Return for (topic, term) how often the user found it right less how often wrong. Read job."""
    votes: dict[tuple[str, str], int] = {}
    for topic, is_right, terms in c.execute(
        "SELECT topic, is_right, terms FROM correction WHERE kind = ? AND terms != ''", (TOPIC,)
    ):
        for term in terms.split("\n"):
            votes[topic, term] = votes.get((topic, term), 0) + (1 if is_right else -1)
    return votes


def correct(c: Writing, said: Correction, at: datetime, article: ArticleId | None = None) -> Change:
    """Keep a correction and show it at once; it takes the place of an earlier one of the same thing. Write job.

    `article` is where it holds; only two names of one speaker hold everywhere.

    Raises:
        InputError: two speakers to be merged are one already.
    """
    db = driver(c)
    values: dict[str, object] = {"topic": "", "is_right": True, "start": 0, "words": "", "before": "", "after": ""}
    values |= {"name": "", "entity": None, "other_name": "", "other_entity": None, "terms": ""}
    if isinstance(said, TopicCorrection):
        values |= {"kind": TOPIC, "topic": said.topic, "is_right": said.is_wanted, "terms": "\n".join(said.terms)}
        db.execute("DELETE FROM correction WHERE article_id = ? AND topic = ?", (article, said.topic))
    elif isinstance(said, QuoteCorrection):
        values |= {"kind": QUOTE, "is_right": said.is_quote, "start": said.start, "words": said.words}
        values |= {"before": said.before, "after": said.after, "name": said.speaker or "", "entity": said.entity}
        db.execute(
            "DELETE FROM correction WHERE article_id = ? AND words = ? AND before = ? AND after = ?",
            (article, said.words, said.before, said.after),
        )
    else:
        values |= {"kind": SAME_SPEAKER, "name": said.speaker, "entity": said.entity}
        values |= {"other_name": said.other, "other_entity": said.other_entity}
        _forget_opposite(db, said)
    values |= {"article_id": article, "made_at": seconds(at)}
    names = ", ".join(values)
    db.execute(
        f"INSERT INTO correction({names}) VALUES ({', '.join('?' * len(values))})",  # noqa: S608 - our own names
        list(values.values()),
    )
    return _show(db, _touched(db, said, article))


def remove_correction(c: Writing, correction_id: CorrectionId) -> Change:
    """Take a correction back: what analysis said is shown again. Write job."""
    db = driver(c)
    row = db.execute(
        f"SELECT {COLUMNS}, '' FROM correction k WHERE k.id = ?",  # noqa: S608 - names of ours
        (correction_id,),
    ).fetchone()
    if row is None:
        return Change()
    kept = read_correction(row)
    touched = _touched(db, kept.said, kept.article)
    db.execute("DELETE FROM correction WHERE id = ?", (correction_id,))
    return _show(db, touched)


def _forget_opposite(db: sqlite3.Connection, said: SameSpeaker) -> None:
    one, other = said.entity or said.speaker, said.other_entity or said.other
    if one == other:
        raise InputError(f"{said.speaker} is one speaker already.", "Choose another one to merge with.")
    # Merged before, this way round or the other: the last word counts.
    db.execute(
        "DELETE FROM correction WHERE kind = ? AND (coalesce(entity, name), coalesce(other_entity, other_name)) "
        "IN (VALUES (?, ?), (?, ?))",
        (SAME_SPEAKER, one, other, other, one),
    )


def _touched(db: sqlite3.Connection, said: Correction, article: ArticleId | None) -> tuple[ArticleId, ...]:
    if not isinstance(said, SameSpeaker):
        return () if article is None else (article,)
    rows = db.execute(
        "SELECT DISTINCT q.article_id FROM quote q JOIN person p ON p.id = q.person_id WHERE p.person IN (?, ?) "
        "ORDER BY 1",
        (said.entity or said.speaker, said.other_entity or said.other),
    )
    return tuple(ArticleId(row[0]) for row in rows)


def _show(db: sqlite3.Connection, touched: Sequence[ArticleId]) -> Change:
    lay_open_again(db, touched, has_corrections=True)
    return Change(changed_articles=tuple(touched), has_user_data=True)
