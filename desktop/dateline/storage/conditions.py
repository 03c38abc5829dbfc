"""A filter as SQL: what the search index can decide as one expression, the rest as conditions on narrow rows.

Words, topics, outlets, languages and people are all words of the search index, so any mixture of them is one look-up in
it, and its rows come newest first because ids are times. What the user changes often (read, starred, notes) is not in
the index and is asked of `listing`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from dateline.errors import QuestionError
from dateline.news.article import COMPLETENESS_ORDER, Completeness
from dateline.news.finding import UMBRELLA
from dateline.news.question import Term, TimelineFilter, day_of, read_filter
from dateline.storage.days import first_id_of
from dateline.storage.outlets import matching_outlets
from dateline.storage.people import matching_people
from dateline.storage.search import EVERY, NOTHING, in_meta, in_text, word
from dateline.storage.user_conditions import UserCondition, listed, noted, tagged

FULL = COMPLETENESS_ORDER.index(Completeness.FULL)

#: Smart lists may name smart lists; so far they are followed.
_DEEPEST = 4

_LISTING = {
    ("is", "read"): "l.is_read = 1",
    ("is", "unread"): "l.is_read = 0",
    ("is", "starred"): "l.is_starred = 1",
    ("has", "notes"): "l.n_notes > 0",
}
_INDEX = {
    ("is", "sample"): "is_sample",
    ("is", "on-topic"): word("topic", UMBRELLA),
    ("has", "quote"): "has_quote",
    ("has", "figures"): "has_figures",
    ("has", "full-text"): word("completeness", FULL),
}


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a filter asks: an expression for the search index ("" for none), conditions on `l`, and a range of ids."""

    match: str
    wheres: tuple[str, ...]
    values: tuple[object, ...] = ()  # of the conditions, in their order
    low: int | None = None  # ids from here on
    high: int | None = None  # ids below this

    def select(self, columns: str, *, needs_listing: bool = False) -> tuple[str, list[object]]:
        """Return `SELECT columns FROM … WHERE …` and its values. `columns` names the id `{id}`, the narrow row `l`."""
        wheres = list(self.wheres)
        values: list[object] = []
        if self.match:
            number, tables = "s.rowid", "search s"
            if wheres or needs_listing:
                tables += " CROSS JOIN listing l ON l.id = s.rowid"
            wheres.insert(0, "s.search MATCH ?")
            values.append(self.match)
            values += self.values
        else:
            number, tables = "l.id", "listing l"
            values += self.values
        if self.low is not None:
            wheres.append(f"{number} >= ?")
            values.append(self.low)
        if self.high is not None:
            wheres.append(f"{number} < ?")
            values.append(self.high)
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return f"SELECT {columns.format(id=number)} FROM {tables}{where}", values  # noqa: S608 - no value is in it


def conditions(
    c: sqlite3.Connection, wanted: TimelineFilter, today: date | None = None, *, depth: int = 0
) -> Conditions:
    """Return what `wanted` asks; relative dates count from `today`, the local calendar's unless given.

    `depth` counts how far smart lists that name one another were followed.
    """
    # The user's own calendar is meant, so a date without a zone is right here.
    today = today or date.today()  # noqa: DTZ011
    wheres: list[str] = []
    values: list[object] = []
    users: dict[str, list[UserCondition]] = {}
    low: list[int] = []
    high: list[int] = []
    must: list[str] = []
    must_not: list[str] = []
    either: dict[str, list[str]] = {}
    for term in wanted.terms:
        if term.field in ("after", "before"):
            day = day_of(term.value, today)
            if day is not None:
                (low if (term.field == "after") != term.is_negated else high).append(first_id_of(day))
            continue
        state = _LISTING.get((term.field, term.value))
        if state is not None:
            wheres.append(f"NOT ({state})" if term.is_negated else state)
            continue
        if term.field in ("tag", "list", "note"):
            condition = _in_users(c, term, today, depth)
            if term.is_negated or term.field == "note":
                wheres.append(f"NOT ({condition.where})" if term.is_negated else condition.where)
                values += condition.values
            else:
                users.setdefault(term.field, []).append(condition)
            continue
        found = _expression(c, term)
        if not found:
            continue
        if term.is_negated:
            must_not.append(found)
        elif term.field in _ALTERNATIVES:
            either.setdefault(term.field, []).append(found)
        else:
            must.append(found)
    must += [f"({' OR '.join(found)})" for found in either.values()]
    match = " AND ".join(f"({found})" for found in must)
    if must_not:
        match = f"({match or in_meta([EVERY])}) NOT ({' OR '.join(f'({found})' for found in must_not)})"
    for some in users.values():
        wheres.append(f"({' OR '.join(one.where for one in some)})")
        values += [value for one in some for value in one.values]
    return Conditions(match, tuple(wheres), tuple(values), max(low, default=None), min(high, default=None))


def _in_users(c: sqlite3.Connection, term: Term, today: date, depth: int) -> UserCondition:
    """Return what a term asks of the user's own data, as a condition on `l`."""
    if term.field == "tag":
        return tagged(c, term.value)
    if term.field == "note":
        return noted(term.value)
    by_hand, queries = listed(c, term.value)
    wheres, values = [by_hand.where], list(by_hand.values)
    for query in queries if depth < _DEEPEST else ():
        try:
            question = read_filter(query, today)
        except QuestionError:  # of a later Dateline; its articles cannot be told here
            continue
        sql, some = conditions(c, question, today, depth=depth + 1).select("{id}")
        wheres.append(f"l.id IN ({sql})")
        values += some
    return UserCondition(f"({' OR '.join(wheres)})", tuple(values))


def _expression(c: sqlite3.Connection, term: Term) -> str:
    if not term.field:
        return in_text(term.value)
    if term.field in _ALTERNATIVES:
        return in_meta(_ALTERNATIVES[term.field](c, term.value) or [NOTHING])
    return in_meta([_INDEX.get((term.field, term.value), NOTHING)])


def _topics(_: sqlite3.Connection, value: str) -> Sequence[str]:
    return [word("topic", value.strip().replace(" ", "-"))]


def _outlets(c: sqlite3.Connection, value: str) -> Sequence[str]:
    return [word("outlet", number) for number in matching_outlets(c, value)]


def _people(c: sqlite3.Connection, value: str) -> Sequence[str]:
    return [word("person", number) for number in matching_people(c, value)]


def _languages(_: sqlite3.Connection, value: str) -> Sequence[str]:
    return [word("lang", value.replace("_", "-").partition("-")[0])]


_ALTERNATIVES: dict[str, Callable[[sqlite3.Connection, str], Sequence[str]]] = {
    "topic": _topics,
    "outlet": _outlets,
    "speaker": _people,
    "lang": _languages,
}
