"""Corrections as they lie in the library, read back. Read jobs only."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import Any

from dateline.news.article import ArticleId
from dateline.news.correction import (
    Correction,
    CorrectionId,
    KeptCorrection,
    QuoteCorrection,
    SameSpeaker,
    TopicCorrection,
)
from dateline.storage.packing import moment

TOPIC, QUOTE, SAME_SPEAKER = "topic", "quote", "same-speaker"

COLUMNS = (
    "k.id, k.kind, k.article_id, k.topic, k.is_right, k.start, k.words, k.before, k.after, k.name, k.entity, "
    "k.other_name, k.other_entity, k.terms, k.made_at"
)


def corrections_for(c: sqlite3.Connection, article: ArticleId) -> tuple[Correction, ...]:
    """Return what the user corrected in an article, and in the whole library, oldest first."""
    rows = c.execute(
        f"SELECT {COLUMNS}, '' FROM correction k WHERE k.article_id = ? OR k.article_id IS NULL "  # noqa: S608
        # Who is one and the same is told last: a speaker chosen by hand may be one of the two names.
        "ORDER BY k.article_id IS NULL, k.id",
        (article,),
    )
    return tuple(read_correction(row).said for row in rows)


def read_correction(row: Sequence[Any]) -> KeptCorrection:
    """Return the correction of a row of `COLUMNS` and its article's title."""
    number, kind, article, topic, is_right, start, words, before, after, name, entity, other, other_entity = row[:13]
    terms, made_at, title = row[13:]
    at = moment(made_at)
    assert at is not None  # noqa: S101 - the column is never null
    said: Correction
    if kind == TOPIC:
        said = TopicCorrection(topic, bool(is_right), tuple(terms.split("\n")) if terms else ())
    elif kind == QUOTE:
        said = QuoteCorrection(words, start, bool(is_right), name or None, entity, before, after)
    else:
        said = SameSpeaker(name, other, entity, other_entity)
    return KeptCorrection(CorrectionId(number), said, None if article is None else ArticleId(article), at, title)
