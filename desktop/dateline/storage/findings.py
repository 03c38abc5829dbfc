"""Findings as kept: whole, compressed, and laid open where cards, filters and the quote ledger need them. Derived."""

from __future__ import annotations

import sqlite3

from dateline.news.article import ArticleId
from dateline.news.correction import corrected
from dateline.news.finding import UMBRELLA, Field, Findings, Speaker
from dateline.storage.correction_rows import corrections_for
from dateline.storage.packing import pack_json
from dateline.storage.people import keep_entity_names, keep_person_names, person_id
from dateline.storage.statements import forget_statements
from dateline.storage.stories import forget_story
from dateline.text.span import Span


def replace_findings(
    c: sqlite3.Connection,
    article: ArticleId,
    findings: Findings,
    *,
    revision: int | None,
    title: str,
    text: str,
    version: int,
) -> None:
    """Keep what analysis said of a revision in place of what it said before. The index is not touched.

    `finding` keeps it as it was said; what is laid open is what the user's corrections make of it.
    """
    from dateline.news.wire import findings_to_json

    said = pack_json(findings_to_json(findings, text))
    findings = corrected(findings, corrections_for(c, article), text)
    forget_findings(c, article)
    names: dict[int, set[str]] = {}
    people: dict[int, None] = {}
    aliases = _aliases(findings, title, text)
    quotes = []
    for quote in findings.quotes:
        person = None
        speaker = quote.speaker
        if speaker is not None and (speaker.entity or speaker.name):
            person = person_id(c, speaker.name or speaker.surface, speaker.entity)
            people[person] = None
            names.setdefault(person, set()).update(_names(speaker), aliases.get(speaker.entity or "", ()))
        shown = _shown(speaker)
        inside = " ".join(_named_in(quote.span, findings))
        quotes.append((article, person, *quote.span, quote.kind, shown, quote.confidence, quote.text, inside))
    keep_person_names(c, names)
    keep_entity_names(c, aliases)
    c.executemany(
        'INSERT INTO quote(article_id, person_id, start, "end", kind, speaker, confidence, words, names) '
        "VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)",
        quotes,
    )
    hits = sorted(findings.topics, key=lambda hit: -hit.score)
    topics = {hit.id: hit.score for hit in hits}
    if findings.is_on_topic:
        topics.setdefault(UMBRELLA, 1.0)
    else:
        topics.pop(UMBRELLA, None)
    c.executemany(
        "INSERT INTO topic(topic, article_id, score) VALUES (?, ?, ?)",
        [(topic, article, score) for topic, score in topics.items()],
    )
    c.execute(
        "INSERT INTO finding(article_id, revision_id, version, is_on_topic, n_quotes, n_figures, topics, "
        "first_speaker, entities, people, credits, findings_z) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        (
            article,
            revision,
            version,
            findings.is_on_topic,
            len(findings.quotes),
            len(findings.figures),
            " ".join(topic for topic in topics if topic != UMBRELLA),
            next((row[5] for row in quotes if row[1] is not None), ""),
            " ".join(dict.fromkeys(mention.entity for mention in findings.mentions)),
            " ".join(map(str, people)),
            "\n".join(dict.fromkeys(credit.outlet for credit in findings.credits)),
            said,
        ),
    )
    c.execute("INSERT INTO uncompared(article_id) VALUES (?) ON CONFLICT DO NOTHING", (article,))


def forget_findings(c: sqlite3.Connection, article: ArticleId) -> None:
    """Drop what analysis said of an article, and what followed from it across articles."""
    forget_statements(c, article)
    forget_story(c, article)
    for table in ("finding", "topic", "quote"):
        c.execute(f"DELETE FROM {table} WHERE article_id = ?", (article,))  # noqa: S608 - names from the line above


def _shown(speaker: Speaker | None) -> str:
    return "" if speaker is None else speaker.name or speaker.surface


def _named_in(span: Span, findings: Findings) -> dict[str, None]:
    return dict.fromkeys(
        mention.entity
        for mention in findings.mentions
        if mention.field is Field.TEXT and span.start <= mention.span.start and mention.span.end <= span.end
    )


def _names(speaker: Speaker) -> set[str]:
    return {name for name in (speaker.name, speaker.entity) if name}


def _aliases(findings: Findings, title: str, text: str) -> dict[str, set[str]]:
    # The words by which the lexicon knew an entity in this text are names that it goes by, in either script.
    found: dict[str, set[str]] = {}
    for mention in findings.mentions:
        words = mention.span.of(title if mention.field is Field.TITLE else text)
        found.setdefault(mention.entity, set()).add(words)
    return found
