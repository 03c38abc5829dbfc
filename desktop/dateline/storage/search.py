"""The search index: SQLite's FTS5 over our own tokens, without a copy of the text. Everything peculiar to it is here.

A row's id is the article's. Columns: body (first, because words of the first take two bytes less each), title, quotes,
and `meta`, where an article's outlet, language, topics, people and the like stand as words of their own, so that a word
and a filter are one look-up. Since the index keeps no text, a document can only be taken out by handing in exactly what
was put in: `indexed` says what that was, and revisions, which never change, hold the long part of it.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import lru_cache
from typing import NamedTuple

from dateline.news.card import ArticleId
from dateline.news.topics import UMBRELLA
from dateline.storage.day_parts import stamp_days, stamp_every_day
from dateline.storage.packing import unpack
from dateline.text.script import has_han
from dateline.text.tokens import BREAK, TOKENS_VERSION, token_text, tokens

#: Stands in every document: what a filter of nothing but exclusions excludes from.
EVERY = "every"
#: Stands in no document.
NOTHING = "nothing"

#: The index in a statement, the article's id in it, and the condition that an expression holds.
INDEX, NUMBER, MATCHES = "search s", "s.rowid", "s.search MATCH ?"
#: How far a match is off; what a word weighs in the text, the title, a quote, and among properties.
DISTANCE = "bm25(search, 1.0, 4.0, 0.5, 0.0)"

_BATCH = 500

_DOCUMENTS = """
SELECT a.id, a.title, a.snippet, a.lang, a.completeness, a.is_sample, o.id,
       r.id, r.title, r.text_z, f.topics, f.is_on_topic, f.people, f.entities, f.n_quotes, f.n_figures, f.credits,
       (SELECT group_concat(q.start || '-' || q."end", ' ') FROM quote q WHERE q.article_id = a.id),
       i.article_id, i.revision_id, i.title, i.body, i.quotes, i.meta
FROM article a
JOIN outlet o ON o.outlet = a.outlet
LEFT JOIN revision r ON r.article_id = a.id AND r.number = a.n_revisions
LEFT JOIN finding f ON f.article_id = a.id
LEFT JOIN indexed i ON i.article_id = a.id
WHERE a.id IN ({marks}) ORDER BY a.id
"""


class _Indexed(NamedTuple):
    """What the index holds of an article; title and body are None where they are the revision's."""

    revision: int | None
    title: str | None
    body: str | None
    quotes: str
    meta: str


def index_articles(c: sqlite3.Connection, ids: Iterable[ArticleId], made: Mapping[str, str] | None = None) -> None:
    """Bring the index up to date with what is kept of these articles; `made` are tokens made already, by their text."""

    def tokens_of(text: str) -> str:
        return (made.get(text) if made else None) or token_text(text)

    # FTS5 writes a new segment whenever a row id goes backwards.
    ordered = sorted(set(ids))
    for start in range(0, len(ordered), _BATCH):
        _index_batch(c, ordered[start : start + _BATCH], tokens_of)


def take_out(c: sqlite3.Connection, ids: Iterable[ArticleId]) -> None:
    """Take articles that leave the library out of the index; what was indexed of them must still be there."""
    leaving = sorted(ids)
    stamp_days(c, leaving)
    for number in leaving:
        row = c.execute(
            "SELECT revision_id, title, body, quotes, meta FROM indexed WHERE article_id = ?", (number,)
        ).fetchone()
        if row is None:
            continue
        before = _Indexed(*row)
        title, text = _revision(c, before.revision)
        title = title if before.title is None else before.title
        text = text if before.body is None else before.body
        quoted = _quoted(text, before.quotes)
        c.execute(_TAKE_OUT, _Document(number, token_text(title), token_text(text), quoted, before.meta))


def forget_index(c: sqlite3.Connection) -> None:
    """Empty the index, to be filled again by `index_articles`."""
    c.execute("INSERT INTO search(search) VALUES ('delete-all')")
    c.execute("DELETE FROM indexed")
    stamp_every_day(c)
    c.execute("INSERT OR REPLACE INTO setting(name, value) VALUES ('tokens', ?)", (str(TOKENS_VERSION),))


@lru_cache(maxsize=4_096)
def word(kind: str, value: str | int) -> str:
    """Return the word of the `meta` column for a property, such as `word("topic", "chips")`."""
    return f"{kind}_" + "".join(letter if letter.isalnum() or letter == "-" else "_" for letter in str(value).lower())


def in_meta(words: Sequence[str]) -> str:
    """Return the FTS5 expression for articles with any of these properties."""
    return "meta : (" + " OR ".join(f'"{word}"' for word in words) + ")"


def cites_word(name: str) -> str:
    """Return the word of the `meta` column for an outlet named as a source, by a name in search tokens."""
    return word("cites", name.replace(" ", "_"))


def in_columns(columns: str, value: str) -> str:
    """Return the FTS5 expression for articles that say `value` there, "" where it holds nothing to find.

    A `*` at the end stands for any ending of the last word.
    """
    words = tokens(value)
    if not words:
        return ""
    # A Chinese character is a word of its own and has no endings.
    is_beginning = value.rstrip().endswith("*") and not has_han(words[-1])
    return f'{{{columns}}} : "{" ".join(words)}"' + (" *" if is_beginning else "")


class _Document(NamedTuple):
    """A row of the index: the article's number and what stands in each column, as tokens."""

    article: int
    title: str
    body: str
    quotes: str
    meta: str


_PUT_IN = "INSERT INTO search(rowid, title, body, quotes, meta) VALUES (?, ?, ?, ?, ?)"
_TAKE_OUT = "INSERT INTO search(search, rowid, title, body, quotes, meta) VALUES ('delete', ?, ?, ?, ?, ?)"


def _index_batch(c: sqlite3.Connection, ids: Sequence[int], tokens_of: Callable[[str], str]) -> None:
    marks = ",".join("?" * len(ids))
    gone: list[_Document] = []
    come: list[_Document] = []
    notes: list[tuple[int, int | None, str | None, str | None, str, str]] = []
    for row in c.execute(_DOCUMENTS.format(marks=marks), ids).fetchall():
        (number, title, snippet, _, _, _, _, revision, revision_title, text_z, *_) = row
        is_indexed, before = row[18] is not None, _Indexed(*row[19:])
        now = _Indexed(
            revision,
            None if revision is not None and title == revision_title else title,
            None if revision is not None else snippet,
            row[17] or "",
            _meta(row),
        )
        if is_indexed and before == now:
            continue
        text = snippet if revision is None else unpack(text_z)
        body = tokens_of(text)
        if is_indexed:
            old_title, old_text, old_body = before.title, text, body
            if before.revision != revision or before.revision is None:
                old_revision_title, old_text = _revision(c, before.revision)
                old_title = old_revision_title if before.title is None else before.title
                old_text = old_text if before.body is None else before.body
                old_body = tokens_of(old_text)
            elif old_title is None:
                old_title = revision_title
            quoted = _quoted(old_text, before.quotes, tokens_of)
            gone.append(_Document(number, tokens_of(old_title or ""), old_body, quoted, before.meta))
        come.append(_Document(number, tokens_of(title), body, _quoted(text, now.quotes, tokens_of), now.meta))
        notes.append((number, *now))
    _take_out_and_put_in(c, gone, come)
    c.executemany(
        "INSERT OR REPLACE INTO indexed(article_id, revision_id, title, body, quotes, meta) VALUES (?, ?, ?, ?, ?, ?)",
        notes,
    )
    stamp_days(c, [note[0] for note in notes])


def _take_out_and_put_in(c: sqlite3.Connection, gone: list[_Document], come: list[_Document]) -> None:
    # An article's old words go right before its new ones come: row ids must not go backwards within a transaction.
    leaving = {row.article: row for row in gone}
    for row in come:
        if row.article in leaving:
            c.execute(_TAKE_OUT, leaving[row.article])
        c.execute(_PUT_IN, row)


def _quoted(text: str, places: str, tokens_of: Callable[[str], str] = token_text) -> str:
    """Return the tokens of the quotes that stand there; a mark between two keeps phrases inside one."""
    spans = (place.split("-") for place in places.split())
    return f" {BREAK} ".join(tokens_of(text[int(start) : int(end)]) for start, end in spans)


def _revision(c: sqlite3.Connection, number: int | None) -> tuple[str, str]:
    row = c.execute("SELECT title, text_z FROM revision WHERE id = ?", (number,)).fetchone()
    return ("", "") if row is None else (row[0], unpack(row[1]))


def _meta(row: Sequence[object]) -> str:
    _, _, _, lang, completeness, is_sample, outlet, _, _, _, topics, is_on_topic, people, entities, *rest = row[:17]
    n_quotes, n_figures, credited = rest
    words = [EVERY, word("outlet", str(outlet)), word("lang", str(lang)), word("completeness", str(completeness))]
    words += [word("topic", topic) for topic in str(topics or "").split()]
    words += [word("person", person) for person in str(people or "").split()]
    words += [word("entity", entity) for entity in str(entities or "").split()]
    if credited:
        words += [cites_word(name) for outlet in str(credited).split("\n") if (name := token_text(outlet))]
    flags = (
        ("topic_" + UMBRELLA, is_on_topic),
        ("is_sample", is_sample),
        ("has_quote", n_quotes),
        ("has_figures", n_figures),
        ("has_credits", credited),
    )
    words += [name for name, holds in flags if holds]
    return " ".join(words)
