"""Findings as kept: whole, compressed, and laid open where cards, filters and the quote ledger need them. Derived."""

from __future__ import annotations

import sqlite3

from dateline.news.article import ArticleId
from dateline.news.correction import corrected
from dateline.news.finding import UMBRELLA
from dateline.storage.correction_rows import corrections_for
from dateline.storage.laying_open import LaidOpen, lay_open
from dateline.storage.packing import unpack_json
from dateline.storage.people import keep_entity_names, keep_person_names, person_id
from dateline.storage.statements import forget_statements
from dateline.storage.stories import forget_story


def replace_findings(
    c: sqlite3.Connection,
    article: ArticleId,
    found: LaidOpen,
    *,
    revision: int | None,
    title: str,
    text: str,
    version: int,
) -> None:
    """Keep what analysis said of a revision in place of what it said before. The index is not touched.

    `finding` keeps it as it was said; what is laid open is what the user's corrections make of it.
    """
    if corrections := corrections_for(c, article):
        from dateline.news.wire import findings_from_json

        said = findings_from_json(unpack_json(found.said))
        found = lay_open(corrected(said, corrections, text), title, text, said=found.said)
    forget_findings(c, article)
    names: dict[int, set[str]] = {}
    people: dict[int, None] = {}
    quotes = []
    for start, end, kind, speaker, shown, confidence, words, inside in found.quotes:
        person = None
        if speaker is not None:
            person = person_id(c, speaker.name, speaker.entity)
            people[person] = None
            names.setdefault(person, set()).update(speaker.names)
        quotes.append((article, person, start, end, kind, shown, confidence, words, inside))
    keep_person_names(c, names)
    keep_entity_names(c, found.entities)
    c.executemany(
        'INSERT INTO quote(article_id, person_id, start, "end", kind, speaker, confidence, words, names) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        quotes,
    )
    c.executemany(
        "INSERT INTO topic(topic, article_id, score) VALUES (?, ?, ?)",
        [(topic, article, score) for topic, score in found.topics],
    )
    c.execute(
        "INSERT INTO finding(article_id, revision_id, version, is_on_topic, n_quotes, n_figures, topics, "
        "first_speaker, entities, people, credits, findings_z) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article,
            revision,
            version,
            found.is_on_topic,
            len(found.quotes),
            found.n_figures,
            " ".join(topic for topic, _ in found.topics if topic != UMBRELLA),
            next((quote.shown for quote in found.quotes if quote.speaker is not None), ""),
            " ".join(found.entities),
            " ".join(map(str, people)),
            "\n".join(found.credits),
            found.said,
        ),
    )
    c.execute("INSERT INTO uncompared(article_id) VALUES (?) ON CONFLICT DO NOTHING", (article,))


def forget_findings(c: sqlite3.Connection, article: ArticleId) -> None:
    """Drop what analysis said of an article, and what followed from it across articles."""
    forget_statements(c, article)
    forget_story(c, article)
    for table in ("finding", "topic", "quote"):
        c.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))  # noqa: S608 - names from the line above
