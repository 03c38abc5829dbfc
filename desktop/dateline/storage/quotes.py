"""The ledger of statements: who said what, in which article. Read jobs only."""

from __future__ import annotations

import sqlite3

from dateline.news.article import ArticleId
from dateline.news.library_view import QuoteRow
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import conditions
from dateline.storage.packing import moment
from dateline.storage.people import matching_people


def quotes(c: sqlite3.Connection, wanted: TimelineFilter, limit: int) -> list[QuoteRow]:
    """Return the statements in the articles that answer, newest article first, in the order of the text.

    Where the filter names speakers, only theirs.
    """
    speakers = [
        person
        for term in wanted.terms
        if term.field == "speaker" and not term.is_negated
        for person in matching_people(c, term.value)
    ]
    sql, values = conditions(c, wanted).select("{id} AS id")
    only = f"WHERE q.person_id IN ({','.join('?' * len(speakers))})" if speakers else ""
    rows = c.execute(
        "SELECT q.words, q.speaker, p.entity, a.id, a.outlet, a.lang, a.published_at, q.confidence, q.kind, a.title "  # noqa: S608
        f"FROM ({sql}) x CROSS JOIN quote q ON q.article_id = x.id CROSS JOIN article a ON a.id = x.id "
        f"LEFT JOIN person p ON p.id = q.person_id {only} ORDER BY a.id DESC, q.start LIMIT ?",
        [*values, *speakers, max(limit, 0)],
    )
    return [
        QuoteRow(words, speaker, entity, ArticleId(article), outlet, lang, moment(published), confidence, kind, title)
        for words, speaker, entity, article, outlet, lang, published, confidence, kind, title in rows
    ]
