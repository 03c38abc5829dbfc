"""The ledger of statements: who said what, in which article. Read jobs only."""

from __future__ import annotations

import sqlite3

from dateline.news.article import ArticleId
from dateline.news.library_view import QuoteRow
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import conditions
from dateline.storage.dialect import THEN
from dateline.storage.packing import moment
from dateline.storage.people import matching_people
from dateline.storage.terms import names_asked

#: The statement of a quote `q`; none where no other article has it (any more).
_STATEMENT = """(
    SELECT s.statement FROM statement s WHERE s.quote_id = q.id AND EXISTS (
        SELECT 1 FROM statement o JOIN quote oq ON oq.id = o.quote_id
        WHERE o.statement = s.statement AND oq.article_id != q.article_id)
)"""


def quotes(c: sqlite3.Connection, wanted: TimelineFilter, limit: int) -> list[QuoteRow]:
    """Return the statements in the articles that answer, newest article first, in the order of the text.

    Where the filter names speakers or words of quotes, only those.
    """
    names, words = names_asked(wanted.terms, "speaker"), names_asked(wanted.terms, "quote")
    speakers = [person for name in names for person in matching_people(c, name)]
    sql, values = conditions(c, wanted).select("{id} AS id")
    wheres = [f"q.person_id IN ({','.join('?' * len(speakers))})"] if names else []
    wheres += ["says(q.words, ?)"] * len(words)
    only = f"WHERE {' AND '.join(wheres)}" if wheres else ""
    rows = c.execute(
        "SELECT q.words, q.speaker, p.entity, a.id, a.outlet, a.lang, a.published_at, q.confidence, q.kind, a.title, "  # noqa: S608
        f"{_STATEMENT} "
        f"FROM ({sql}) x {THEN} quote q ON q.article_id = x.id {THEN} article a ON a.id = x.id "
        f"LEFT JOIN person p ON p.id = q.person_id {only} ORDER BY a.id DESC, q.start LIMIT ?",
        [*values, *speakers, *words, max(limit, 0)],
    )
    return [
        QuoteRow(words, speaker, entity, ArticleId(article), outlet, lang, moment(published), *rest)
        for words, speaker, entity, article, outlet, lang, published, *rest in rows
    ]
