"""Statements: the quotes of different articles that are the same words, and what the user decided of them.

Which quotes are the same is decided by whoever compares them; here is what was found, kept and looked up. Statements
are derived, verdicts are the user's.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import TYPE_CHECKING, Any, NamedTuple

from dateline.news.article import ArticleId
from dateline.news.change import Change
from dateline.news.coverage import QuoteInPrint, StatementId, statement_id
from dateline.news.library_view import QuoteVersion
from dateline.storage.database import driver
from dateline.storage.dialect import EACH, among, joined, putting, values_of
from dateline.storage.packing import moment, seconds
from dateline.text.shingles import shingles_of

if TYPE_CHECKING:
    from dateline.storage.database import Writing

#: Quotes that share a run of words with more quotes than this are told from them by their other runs.
_MOST_OF_A_RUN = 24
#: A person's quotes are looked at before and after an article: so many, and so many days.
_MOST_OF_A_PERSON = 20
_PERSON_DAYS = 31
_IDS_A_DAY = 24 * 60 * 64
#: Quotes held in memory from article to article.
_MOST_HELD = 10_000

_NO_NAMES: frozenset[str] = frozenset()

_QUOTE = """
SELECT q.id, q.article_id, q.start, q.words, a.lang, coalesce(a.published_at, a.first_seen_at), q.speaker, q.person_id,
       p.entity, q.names, s.statement
FROM quote q JOIN article a ON a.id = q.article_id
LEFT JOIN person p ON p.id = q.person_id
LEFT JOIN statement s ON s.quote_id = q.id
"""
_QUOTES_OF_IDS = f"{_QUOTE} WHERE {among('q.id')}"
_WITH_SHINGLE = f"""
SELECT j.value, (SELECT {joined("quote_id")} FROM (SELECT quote_id FROM shingle WHERE shingle = j.value LIMIT ?))
FROM {EACH}
"""  # noqa: S608 - names of ours
_OF_PERSON = f"""
SELECT j.value,
       (SELECT {joined("id")} FROM (SELECT id FROM quote WHERE person_id = j.value AND article_id BETWEEN ? AND ?
                                    ORDER BY article_id DESC LIMIT ?)),
       (SELECT {joined("id")} FROM (SELECT id FROM quote WHERE person_id = j.value AND article_id BETWEEN ? AND ?
                                    ORDER BY article_id LIMIT ?))
FROM {EACH}
"""  # noqa: S608 - names of ours


class KeptQuote(NamedTuple):
    """A quote with its number, its speaker's number, and the statement it belongs to."""

    id: int
    quote: QuoteInPrint
    person: int | None
    statement: StatementId | None


def quotes_of(c: sqlite3.Connection, article: ArticleId) -> list[KeptQuote]:
    """Return the quotes of an article in the order of its text. Read job."""
    return [_kept(row) for row in c.execute(f"{_QUOTE} WHERE q.article_id = ? ORDER BY q.start", (article,))]


class Candidates:
    """Quotes of other articles that may be the same as those of an article, looked up for all of these at once.

    For one write job, which tells it of every statement that it keeps: what was read for one article is at hand for
    the next, since the same few quotes share their phrases with many.
    """

    def __init__(self, c: sqlite3.Connection) -> None:
        self._c = c
        self._by_shingle: dict[int, list[int]] = {}
        self._by_person: dict[int, list[int]] = {}
        self._held: dict[int, KeptQuote] = {}
        self._article = ArticleId(0)

    def look_up(self, quotes: Sequence[KeptQuote]) -> None:
        """Look them up for an article's quotes: by runs of words that they share, and by speaker near in time."""
        if not quotes:
            return
        self._article = quotes[0].quote.article
        self._by_shingle = _by_shingle(self._c, {one for kept in quotes for one in shingles_of(kept.quote.words)})
        people = {kept.person for kept in quotes if kept.person is not None}
        self._by_person = _near_in_time(self._c, people, self._article)
        self._read({number for found in (*self._by_shingle.values(), *self._by_person.values()) for number in found})

    def of(self, kept: KeptQuote) -> list[KeptQuote]:
        """Return those of one quote."""
        found = dict.fromkeys(
            number for shingle in sorted(shingles_of(kept.quote.words)) for number in self._by_shingle.get(shingle, ())
        )
        if kept.person is not None:
            found |= dict.fromkeys(self._by_person[kept.person])
        others = (self._held[number] for number in found if number in self._held)
        return [one for one in others if one.quote.article != self._article]

    def now_in(self, statement: StatementId, quotes: Iterable[int], merged: Iterable[StatementId]) -> None:
        """Note what was kept meanwhile: quotes that came into a statement, and statements that turned out to be it."""
        also = frozenset(merged)
        moved = [one.id for one in self._held.values() if one.statement in also] if also else []
        for number in (*quotes, *moved):
            if number in self._held:
                self._held[number] = self._held[number]._replace(statement=statement)

    def forget(self) -> None:
        """Hold nothing any longer: statements were kept that nobody told of."""
        self._held.clear()

    def _read(self, ids: set[int]) -> None:
        if len(self._held) > _MOST_HELD:
            self._held.clear()
        if fresh := ids - self._held.keys():
            rows = self._c.execute(_QUOTES_OF_IDS, (values_of(sorted(fresh)),))
            self._held.update((row[0], _kept(row)) for row in rows)


def _by_shingle(c: sqlite3.Connection, shingles: Iterable[int]) -> dict[int, list[int]]:
    rows = c.execute(_WITH_SHINGLE, (_MOST_OF_A_RUN, values_of(sorted(shingles))))
    return {shingle: _numbers(found) for shingle, found in rows if found}


def _near_in_time(c: sqlite3.Connection, people: Iterable[int], article: ArticleId) -> dict[int, list[int]]:
    reach = _PERSON_DAYS * _IDS_A_DAY
    before, after = (article - reach, article - 1), (article + 1, article + reach)
    rows = c.execute(_OF_PERSON, (*before, _MOST_OF_A_PERSON, *after, _MOST_OF_A_PERSON, values_of(sorted(people))))
    return {person: _numbers(earlier) + _numbers(later) for person, earlier, later in rows}


def _numbers(joined: str | None) -> list[int]:
    return [int(number) for number in joined.split(",")] if joined else []


def keep_shingles(c: sqlite3.Connection, quotes: Iterable[KeptQuote]) -> None:
    """Keep the runs of words by which later quotes find these."""
    c.executemany(
        "INSERT INTO shingle(shingle, quote_id) VALUES (?, ?) ON CONFLICT DO NOTHING",
        [(shingle, kept.id) for kept in quotes for shingle in shingles_of(kept.quote.words)],
    )


def keep_statement(
    c: sqlite3.Connection, statement: StatementId, quotes: Iterable[int], merged: Sequence[StatementId] = ()
) -> None:
    """Put quotes into a statement, and whole statements that turned out to be it."""
    c.executemany(putting("statement", ("quote_id", "statement"), ("quote_id",)), [(q, statement) for q in quotes])
    if merged:
        sql = "UPDATE statement SET statement = ? WHERE statement = ?"
        c.executemany(sql, [(statement, other) for other in merged])


def forget_statements(c: sqlite3.Connection, article: ArticleId) -> None:
    """Take the quotes of an article out of their statements and out of the sight of others."""
    rows = c.execute("SELECT id, words FROM quote WHERE article_id = ?", (article,)).fetchall()
    for number, words in rows:
        c.executemany(
            "DELETE FROM shingle WHERE shingle = ? AND quote_id = ?",
            [(shingle, number) for shingle in shingles_of(words)],
        )
    c.executemany("DELETE FROM statement WHERE quote_id = ?", [(number,) for number, _ in rows])


def versions(c: sqlite3.Connection, statement: StatementId) -> list[QuoteVersion]:
    """Return the quotes of a statement, oldest article first. Read job."""
    return _versions(c, "s.statement = ?", [statement])


def versions_in(c: sqlite3.Connection, article: ArticleId) -> dict[int, list[QuoteVersion]]:
    """Return, by the start of each quote of an article that other articles have too, all its versions. Read job."""
    rows = c.execute(
        "SELECT q.start, s.statement FROM quote q JOIN statement s ON s.quote_id = q.id WHERE q.article_id = ?",
        (article,),
    ).fetchall()
    whole = {statement: versions(c, StatementId(statement)) for statement in {row[1] for row in rows}}
    return {start: whole[statement] for start, statement in rows if _n_articles(whole[statement]) > 1}


class Decided(NamedTuple):
    """What the user decided of a quote: statements that it is, and statements and quotes (article, words) it is not."""

    same: frozenset[StatementId]
    different: frozenset[StatementId]
    apart: frozenset[tuple[ArticleId, str]]


class Verdict(NamedTuple):
    """What the user decided of a quote: that one of another article is the same statement, or not."""

    other: ArticleId
    other_words: str
    is_same: bool


def verdicts(c: sqlite3.Connection, article: ArticleId) -> dict[str, list[Verdict]]:
    """Return what the user decided of an article's quotes, by their words. Read job."""
    rows = c.execute(
        "SELECT words, other_article_id, other_words, is_same FROM verdict WHERE article_id = :article UNION ALL "
        "SELECT other_words, article_id, words, is_same FROM verdict WHERE other_article_id = :article",
        {"article": article},
    )
    found: dict[str, list[Verdict]] = {}
    for words, other, other_words, is_same in rows:
        found.setdefault(words, []).append(Verdict(ArticleId(other), other_words, bool(is_same)))
    return found


def decided(c: sqlite3.Connection, said: Iterable[Verdict]) -> Decided:
    """Return what verdicts on a quote mean now. Part of a write job: a quote it is the same as opens its statement."""
    same: set[StatementId] = set()
    different: set[StatementId] = set()
    apart: set[tuple[ArticleId, str]] = set()
    for article, words, is_same in said:
        if not is_same:
            apart.add((article, words))
        found = c.execute(
            "SELECT q.id, q.start, s.statement FROM quote q LEFT JOIN statement s ON s.quote_id = q.id "
            "WHERE q.article_id = ? AND q.words = ? LIMIT 1",
            (article, words),
        ).fetchone()
        if found is None:
            continue
        number, start, statement = found
        if statement is None and is_same:
            statement = statement_id(article, start)
            keep_statement(c, statement, [number])
        if statement is not None:
            (same if is_same else different).add(StatementId(statement))
    return Decided(frozenset(same), frozenset(different), frozenset(apart))


def keep_verdict(
    c: Writing, one: tuple[ArticleId, str], other: tuple[ArticleId, str], *, is_same: bool, at: datetime
) -> Change:
    """Keep that the user calls two quotes (article, words) the same statement or not. Write job.

    The first quote joins the statement of the other, or stands in none.
    """
    from sqlalchemy import delete, insert
    from sqlmodel import col

    from dateline.storage.tables import VerdictRow

    first, second = sorted((one, other))
    c.execute(
        delete(VerdictRow).where(
            col(VerdictRow.article_id) == first[0],
            col(VerdictRow.words) == first[1],
            col(VerdictRow.other_article_id) == second[0],
            col(VerdictRow.other_words) == second[1],
        )
    )
    c.execute(
        insert(VerdictRow).values(
            article_id=first[0],
            words=first[1],
            other_article_id=second[0],
            other_words=second[1],
            is_same=is_same,
            decided_at=seconds(at),
        )
    )
    _join(driver(c), one, other, is_same=is_same)
    return Change(changed_articles=(one[0], other[0]))


def forget_verdict(c: Writing, one: tuple[ArticleId, str], other: tuple[ArticleId, str], *, was_same: bool) -> Change:
    """Take back what the user decided of two quotes; the first joins the other again, or stands in none. Write job."""
    from sqlalchemy import delete
    from sqlmodel import col

    from dateline.storage.tables import VerdictRow

    first, second = sorted((one, other))
    c.execute(
        delete(VerdictRow).where(
            col(VerdictRow.article_id) == first[0],
            col(VerdictRow.words) == first[1],
            col(VerdictRow.other_article_id) == second[0],
            col(VerdictRow.other_words) == second[1],
        )
    )
    db = driver(c)
    _join(db, one, other, is_same=was_same)
    return Change(changed_articles=(one[0], other[0]))


def _join(db: sqlite3.Connection, one: tuple[ArticleId, str], other: tuple[ArticleId, str], *, is_same: bool) -> None:
    quote = _find(db, *one)
    if quote is not None and not is_same:
        db.execute("DELETE FROM statement WHERE quote_id = ?", (quote.id,))
    elif quote is not None and (place := _find(db, *other)) is not None:
        statement = place.statement or statement_id(place.quote.article, place.quote.start)
        keep_statement(db, statement, [quote.id, place.id])


def _find(c: sqlite3.Connection, article: ArticleId, words: str) -> KeptQuote | None:
    row = c.execute(f"{_QUOTE} WHERE q.article_id = ? AND q.words = ? LIMIT 1", (article, words)).fetchone()
    return None if row is None else _kept(row)


_CONFIRMED = """EXISTS (
    SELECT 1 FROM verdict v WHERE v.is_same = 1 AND (v.article_id = a.id AND v.words = q.words
                                                     OR v.other_article_id = a.id AND v.other_words = q.words))"""


def _versions(c: sqlite3.Connection, where: str, values: Sequence[object]) -> list[QuoteVersion]:
    rows = c.execute(
        "SELECT s.statement, a.id, a.outlet, a.lang, a.title, a.published_at, a.first_seen_at, "  # noqa: S608
        'q.start, q."end", '
        f"q.kind, q.speaker, p.entity, q.words, q.confidence, {_CONFIRMED} "
        "FROM statement s JOIN quote q ON q.id = s.quote_id JOIN article a ON a.id = q.article_id "
        "LEFT JOIN person p ON p.id = q.person_id "
        f"WHERE {where} ORDER BY a.id, q.start",
        values,
    )
    return [
        QuoteVersion(
            statement=StatementId(row[0]),
            article=ArticleId(row[1]),
            outlet=row[2],
            lang=row[3],
            title=row[4],
            published_at=moment(row[5]),
            first_seen_at=moment(row[6]),
            start=row[7],
            end=row[8],
            kind=row[9],
            speaker=row[10],
            entity=row[11],
            words=row[12],
            confidence=row[13],
            is_confirmed=bool(row[14]),
        )
        for row in rows
    ]


def _n_articles(versions: Iterable[QuoteVersion]) -> int:
    return len({version.article for version in versions})


def _kept(row: Sequence[Any]) -> KeptQuote:
    number, article, start, words, lang, at, speaker, person, entity, names, statement = row
    quote = QuoteInPrint(
        article,
        start,
        words,
        lang,
        at // 60,
        speaker if person is not None else "",
        entity,
        frozenset(names.split()) if names else _NO_NAMES,
    )
    return KeptQuote(number, quote, person, statement)
