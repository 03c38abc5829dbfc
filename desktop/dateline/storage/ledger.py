"""The ledger of statements over a filter: each once, with every article that carries it. Read jobs only."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

from dateline.news.article import ArticleId
from dateline.news.coverage import StatementId, statement_id
from dateline.news.library_view import Ledger, QuoteVersion, Statement
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import FULL, conditions
from dateline.storage.dialect import THEN
from dateline.storage.packing import moment, unpack
from dateline.storage.people import matching_people
from dateline.storage.statements import versions
from dateline.storage.terms import names_asked
from dateline.text.lead_in import LedIn, lead_in
from dateline.text.span import Span

#: Quotes read of the newest articles; the ledger says when there are more.
MOST_QUOTES = 2_000


def ledger(c: sqlite3.Connection, wanted: TimelineFilter, limit: int = MOST_QUOTES) -> Ledger:
    """Return the statements in the articles that answer, newest first; of the speakers and words it names."""
    names, words = names_asked(wanted.terms, "speaker"), names_asked(wanted.terms, "quote")
    speakers = [person for name in names for person in matching_people(c, name)]
    sql, values = conditions(c, wanted).select("{id} AS id")
    n_articles, n_full = c.execute(
        f"SELECT count(*), coalesce(sum(l.completeness = {FULL}), 0) FROM ({sql}) x JOIN listing l ON l.id = x.id",  # noqa: S608
        values,
    ).fetchone()
    wheres = [f"q.person_id IN ({','.join('?' * len(speakers))})"] if names else []
    wheres += ["says(q.words, ?)"] * len(words)
    only = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    rows = c.execute(
        'SELECT q.start, q."end", q.words, q.speaker, p.entity, a.id, a.outlet, a.lang, a.title, a.published_at, '  # noqa: S608
        "a.first_seen_at, q.confidence, q.kind, s.statement, f.topics, q.person_id "
        f"FROM ({sql}) x {THEN} quote q ON q.article_id = x.id {THEN} article a ON a.id = x.id "
        "LEFT JOIN person p ON p.id = q.person_id LEFT JOIN statement s ON s.quote_id = q.id "
        f"LEFT JOIN finding f ON f.article_id = a.id {only} ORDER BY a.id DESC, q.start LIMIT ?",
        [*values, *speakers, *words, limit + 1],
    ).fetchall()
    found: dict[tuple[StatementId, bool], Statement] = {}
    for row in rows[:limit]:
        own = _version(row)
        is_shared = row[13] is not None
        # A statement may bear the number of a quote that left it.
        if (own.statement, is_shared) in found:
            continue
        every = versions(c, own.statement) if is_shared else []
        topics = str(row[14] or "").split()
        is_named = row[15] is not None
        found[own.statement, is_shared] = Statement(tuple(every or [own]), topics[0] if topics else "", is_named)
    return Ledger(tuple(found.values()), n_articles, n_full, is_cut=len(rows) > limit)


def led_in(c: sqlite3.Connection, versions: Sequence[QuoteVersion]) -> dict[tuple[ArticleId, int], LedIn]:
    """Return versions of a statement with what leads up to them in print, by article and start. Read job."""
    found: dict[tuple[ArticleId, int], LedIn] = {}
    for version in versions:
        row = c.execute(
            "SELECT r.text_z, a.snippet FROM finding f JOIN article a ON a.id = f.article_id "
            "LEFT JOIN revision r ON r.id = f.revision_id WHERE f.article_id = ?",
            (version.article,),
        ).fetchone()
        if row is not None:
            text = row[1] if row[0] is None else unpack(row[0])
            found[version.article, version.start] = lead_in(text, Span(version.start, version.end), version.lang)
    return found


def _version(row: Sequence[object]) -> QuoteVersion:
    start, end, words, speaker, entity, article, outlet, lang, title = row[:9]
    published, seen, confidence, kind, statement = row[9:14]
    number = ArticleId(article)  # type: ignore[arg-type]
    return QuoteVersion(
        statement=StatementId(statement) if statement is not None else statement_id(number, start),  # type: ignore[arg-type]
        article=number,
        outlet=str(outlet),
        lang=str(lang),
        title=str(title),
        published_at=moment(published),  # type: ignore[arg-type]
        first_seen_at=moment(seen),  # type: ignore[arg-type]
        start=start,  # type: ignore[arg-type]
        end=end,  # type: ignore[arg-type]
        kind=str(kind),
        speaker=str(speaker),
        entity=entity,  # type: ignore[arg-type]
        words=str(words),
        confidence=confidence,  # type: ignore[arg-type]
    )
