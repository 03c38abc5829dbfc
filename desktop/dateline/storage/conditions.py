"""A filter as SQL: what the search index can decide as one expression, the rest as conditions on narrow rows.

Words, topics, outlets, languages and people are all words of the search index, so any mixture of them is one look-up in
it, and its rows come newest first because ids are times. What the user changes often (read, starred, notes, tags) is
not in the index and is asked of the tables. A group that mixes both becomes a condition in which the index is one part.
What a single condition means stands in `storage.terms`.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from dateline.news.card import COMPLETENESS_ORDER, Completeness
from dateline.news.question import Condition, Term, TimelineFilter, alternatives
from dateline.storage.dialect import THEN
from dateline.storage.search import EVERY, INDEX, MATCHES, NUMBER, in_meta
from dateline.storage.terms import Asked, Asker

FULL = COMPLETENESS_ORDER.index(Completeness.FULL)


@dataclass(frozen=True, slots=True)
class Conditions:
    """What a filter asks: an expression for the search index ("" for none), conditions on `l`, and a range of ids."""

    match: str
    wheres: tuple[str, ...]
    values: tuple[object, ...] = ()  # of the wheres
    low: int | None = None  # ids from here on
    high: int | None = None  # ids below this
    order: str = "newest"

    @property
    def number(self) -> str:
        """Return what an article's id is called in the statement that `select` makes."""
        return NUMBER if self.match else "l.id"

    def select(self, columns: str, *, needs_listing: bool = False) -> tuple[str, list[object]]:
        """Return `SELECT columns FROM … WHERE …` and its values. `columns` names the id `{id}`, the narrow row `l`."""
        wheres = [where.format(id=self.number) for where in self.wheres]
        values: list[object] = []
        tables = "listing l"
        if self.match:
            tables = INDEX
            if needs_listing or any("l." in where for where in wheres):
                tables += f" {THEN} listing l ON l.id = {NUMBER}"
            wheres.insert(0, MATCHES)
            values.append(self.match)
        values += self.values
        if self.low is not None:
            wheres.append(f"{self.number} >= ?")
            values.append(self.low)
        if self.high is not None:
            wheres.append(f"{self.number} < ?")
            values.append(self.high)
        where = f" WHERE {' AND '.join(wheres)}" if wheres else ""
        return f"SELECT {columns.format(id=self.number)} FROM {tables}{where}", values  # noqa: S608 - no value is in it

    def between(self, low: int | None, high: int | None) -> Conditions:
        """Return the same conditions for ids from `low` on and below `high` only."""
        lows = [bound for bound in (self.low, low) if bound is not None]
        highs = [bound for bound in (self.high, high) if bound is not None]
        return replace(self, low=max(lows, default=None), high=min(highs, default=None))


def conditions(c: sqlite3.Connection, wanted: TimelineFilter, today: date | None = None) -> Conditions:
    """Return what `wanted` asks; relative dates count from `today`, the local calendar's unless given.

    Raises:
        QuestionError: a saved search it names does not exist, contains itself, or can no longer be read.
    """
    # The user's own calendar is meant, so a date without a zone is right here.
    asker = Asker(c, today or date.today(), compile_all, any_of)  # noqa: DTZ011
    asked = compile_all(asker, wanted.terms)
    wheres = (asked.where,) if asked.where else ()
    return Conditions(asked.match, wheres, asked.values, asked.low, asked.high, wanted.order)


def compile_all(asker: Asker, some: Iterable[Condition]) -> Asked:
    """Return what it asks that all of these hold, those of one field of ALTERNATIVES being alternatives."""
    parts: list[Asked] = []
    must_not: list[str] = []
    for one in alternatives(some):
        asked = _compile(asker, replace(one, is_negated=False) if one.is_negated else one)
        if not one.is_negated:
            parts.append(asked)
        elif asked.is_match_only:
            must_not.append(asked.match)
        else:
            parts.append(_not(asked))
    parts = [part for part in parts if part]
    match = " AND ".join(f"({part.match})" for part in parts if part.match)
    if must_not:
        match = f"({match or in_meta([EVERY])}) NOT ({' OR '.join(f'({found})' for found in must_not)})"
    wheres = [part for part in parts if part.where]
    return Asked(
        match,
        " AND ".join(f"({part.where})" for part in wheres),
        tuple(value for part in wheres for value in part.values),
        max((part.low for part in parts if part.low is not None), default=None),
        min((part.high for part in parts if part.high is not None), default=None),
    )


def _compile(asker: Asker, one: Condition) -> Asked:
    """Return what a condition asks; that it is negated is left to the caller."""
    if isinstance(one, Term):
        return asker.term(one)
    if not one.is_any:
        return compile_all(asker, one.conditions)
    options = [compile_all(asker, [option]) for option in one.conditions]
    # Words without a letter ask nothing, so as an alternative they let everything through.
    return any_of(options) if all(options) else Asked()


def any_of(options: list[Asked]) -> Asked:
    """Return what it asks that any of these holds."""
    if len(options) == 1:
        return options[0]
    matches = [option for option in options if option.is_match_only]
    others = [option for option in options if not option.is_match_only]
    match = " OR ".join(f"({option.match})" for option in matches)
    if not others:
        return Asked(match)
    parts = [*map(_as_where, others), *([_as_where(Asked(match))] if match else [])]
    return Asked("", " OR ".join(f"({part.where})" for part in parts), tuple(v for part in parts for v in part.values))


def _not(asked: Asked) -> Asked:
    inside = _as_where(asked)
    return Asked("", f"NOT ({inside.where})", inside.values) if inside.where else asked


def _as_where(asked: Asked) -> Asked:
    """Return the same as one condition, in which the search index stands as a list of ids."""
    wheres: list[str] = []
    values: list[object] = []
    if asked.match:
        wheres.append(f"{{id}} IN (SELECT {NUMBER} FROM {INDEX} WHERE {MATCHES})")  # noqa: S608 - names of ours
        values.append(asked.match)
    if asked.where:
        wheres.append(f"({asked.where})")
        values += asked.values
    for sign, bound in ((">=", asked.low), ("<", asked.high)):
        if bound is not None:
            wheres.append(f"{{id}} {sign} ?")
            values.append(bound)
    return Asked("", " AND ".join(wheres), tuple(values))
