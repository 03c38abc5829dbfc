"""The question put to the timeline: a filter as a value, and as it is typed.

The same language is the filter bar, the command line's QUERY and the saved search. `read_filter` and `filter_text` are
its two directions; a filter that was read and written again is the same filter. Dates may be relative (`7d`, `today`)
and stay so, for a saved search means the last seven days whenever it is asked. resources/help/query-language.md is the
user's page on it; `news.question_grammar` reads it; what the library knows of a value is asked in `storage.conditions`.
"""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from dateline.news.days_asked import day_of as day_of
from dateline.news.days_asked import days_of as days_of

#: The fields a filter may name, in the order they are offered.
FIELDS: tuple[str, ...] = (
    *("topic", "outlet", "speaker", "entity", "lang", "title", "text", "quote", "note", "tag", "list", "source"),
    *("completeness", "cites", "story", "is", "has", "after", "before", "on", "first-seen", "saved", "order"),
)

#: What may stand after `is:`, `has:`, `completeness:` and `order:`.
IS_VALUES: tuple[str, ...] = ("read", "unread", "starred", "sample", "on-topic", "copy")
HAS_VALUES: tuple[str, ...] = ("quote", "notes", "tags", "full-text", "figures", "credits")
COMPLETENESS_VALUES: tuple[str, ...] = ("full", "teaser", "blocked", "empty")
ORDERS: tuple[str, ...] = ("newest", "oldest", "relevance", "first-seen")

#: Several conditions of one of these fields, side by side, are alternatives: `topic:chips topic:models` is either.
ALTERNATIVES: frozenset[str] = frozenset(
    ("topic", "outlet", "speaker", "lang", "tag", "list", "source", "completeness", "story")
)

#: Fields whose values are dates, and those of them that take a stretch of time.
DATE_FIELDS: frozenset[str] = frozenset(("after", "before", "on", "first-seen"))
STRETCH_FIELDS: frozenset[str] = frozenset(("on", "first-seen"))

#: Words that join conditions, in capitals only: in small letters they are words to look for.
AND, OR, NOT = "AND", "OR", "NOT"

_NEEDS_MARKS = re.compile(r"[\s()（）]")


@dataclass(frozen=True, slots=True)
class Term:
    """One condition. `field` is "" for free words; `value` is what must match, without quotation marks.

    A value that ends with `*` stands for every word that begins so. `start` and `end` say where it was typed, in code
    points, and do not make two conditions differ.
    """

    value: str
    field: str = ""
    is_negated: bool = False
    is_phrase: bool = False
    start: int = dataclasses.field(default=0, compare=False, repr=False)
    end: int = dataclasses.field(default=0, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Group:
    """Conditions in parentheses: any of them (`OR`) or all. It has no field, and its value is its own text.

    So whoever only shows or counts conditions need not tell it from a `Term`.
    """

    conditions: tuple[Condition, ...]
    is_any: bool = True
    is_negated: bool = False

    @property
    def field(self) -> str:
        """Return "": a group is of no one field."""
        return ""

    @property
    def is_phrase(self) -> bool:
        """Return False: a group is no phrase."""
        return False

    @property
    def value(self) -> str:
        """Return what stands between the parentheses."""
        return (f" {OR} " if self.is_any else " ").join(map(term_text, self.conditions))


Condition: TypeAlias = Term | Group


@dataclass(frozen=True, slots=True)
class TimelineFilter:
    """All conditions must hold, but those of one field of ALTERNATIVES are alternatives to one another."""

    terms: tuple[Condition, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.terms)

    @property
    def order(self) -> str:
        """Return the order that is asked for, one of ORDERS."""
        return next((term.value for term in self.terms if term.field == "order"), ORDERS[0])


def read_filter(text: str, today: date) -> TimelineFilter:
    """Read a filter as typed. `today` is what relative dates are counted from when they are checked.

    Raises:
        QuestionError: a field that does not exist, a value that its field cannot have, or a parenthesis or joining word
            that stands alone; with its place in `text`.
    """
    from dateline.news.question_grammar import read_conditions

    return TimelineFilter(read_conditions(text, today))


def filter_text(wanted: TimelineFilter) -> str:
    """Return the filter as it would be typed."""
    if len(wanted.terms) == 1:
        (only,) = wanted.terms
        if isinstance(only, Group) and only.is_any and not only.is_negated:
            return only.value
    return " ".join(map(term_text, wanted.terms))


def term_text(term: Condition) -> str:
    """Return one condition as it would be typed."""
    minus = "-" if term.is_negated else ""
    if isinstance(term, Group):
        return f"{minus}({term.value})"
    needs_marks = term.is_phrase or _NEEDS_MARKS.search(term.value)
    return minus + (f"{term.field}:" if term.field else "") + (f'"{term.value}"' if needs_marks else term.value)


def joined(first: tuple[Condition, ...], more: tuple[Condition, ...]) -> tuple[Condition, ...]:
    """Return the conditions of both, each once; a new order takes the place of the old one."""
    kept = first if not any(term.field == "order" for term in more) else [one for one in first if one.field != "order"]
    return tuple(dict.fromkeys((*kept, *more)))


def alternatives(some: Iterable[Condition]) -> list[Condition]:
    """Return the same conditions with those of one field of ALTERNATIVES in a group, so that all of them must hold."""
    others: list[Condition] = []
    either: dict[str, list[Term]] = {}
    for one in some:
        if isinstance(one, Term) and not one.is_negated and one.field in ALTERNATIVES:
            either.setdefault(one.field, []).append(one)
        else:
            others.append(one)
    return [*others, *(terms[0] if len(terms) == 1 else Group(tuple(terms)) for terms in either.values())]


def every_term(conditions: tuple[Condition, ...]) -> tuple[Term, ...]:
    """Return the single conditions of a filter or group, those inside groups too, in the order they are written."""
    found: list[Term] = []
    for one in conditions:
        found += every_term(one.conditions) if isinstance(one, Group) else (one,)
    return tuple(found)
