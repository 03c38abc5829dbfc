"""What one condition of a filter asks of the library: a word of the search index, or a condition on tables.

`storage.conditions` puts them together. Names of outlets, people and entities are looked up here; a value that the
library does not know finds nothing and is no mistake, but for a saved search, whose name the user chose.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterable, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from dateline.errors import QuestionError
from dateline.news.card import COMPLETENESS_ORDER, Completeness
from dateline.news.question import Condition, Term, day_of, days_of, read_filter
from dateline.news.topics import UMBRELLA
from dateline.storage.days import first_id_of, midnight
from dateline.storage.outlets import matching_outlets, names_of
from dateline.storage.packing import seconds
from dateline.storage.people import matching_entities, matching_people
from dateline.storage.search import NOTHING, cites_word, in_columns, in_meta, word
from dateline.storage.user_conditions import listed, noted, tagged
from dateline.text.tokens import token_text

if TYPE_CHECKING:
    from typing import TypeAlias

    Compile: TypeAlias = Callable[["Asker", Iterable[Condition]], "Asked"]
    AnyOf: TypeAlias = Callable[[list["Asked"]], "Asked"]

_LISTING = {
    ("is", "read"): "l.is_read = 1",
    ("is", "unread"): "l.is_read = 0",
    ("is", "starred"): "l.is_starred = 1",
    ("is", "copy"): "{id} IN (SELECT article_id FROM copy)",
    ("has", "notes"): "l.n_notes > 0",
    ("has", "tags"): "{id} IN (SELECT article_id FROM tag)",
}
_INDEX = {
    ("is", "sample"): "is_sample",
    ("is", "on-topic"): word("topic", UMBRELLA),
    ("has", "quote"): "has_quote",
    ("has", "figures"): "has_figures",
    ("has", "credits"): "has_credits",
    ("has", "full-text"): word("completeness", COMPLETENESS_ORDER.index(Completeness.FULL)),
}
#: Columns of the search index that words are looked for in, by field.
_COLUMNS = {"": "title body", "title": "title", "text": "body", "quote": "quotes"}


@dataclass(frozen=True, slots=True)
class Asked:
    """An expression for the search index and a condition in SQL ("" for none), and bounds of ids: all must hold.

    `where` calls the article's id `{id}` and its narrow row `l`.
    """

    match: str = ""
    where: str = ""
    values: tuple[object, ...] = ()
    low: int | None = None
    high: int | None = None

    def __bool__(self) -> bool:
        return bool(self.match or self.where) or self.low is not None or self.high is not None

    @property
    def is_match_only(self) -> bool:
        """Tell whether the search index decides it alone."""
        return bool(self.match) and not self.where and self.low is None and self.high is None


@dataclass(frozen=True, slots=True)
class Asker:
    """Looks up what conditions ask. `compile_all` and `any_of` join them; `inside` names the searches being read."""

    c: sqlite3.Connection
    today: date
    compile_all: Compile
    any_of: AnyOf
    inside: tuple[str, ...] = field(default=())

    def term(self, term: Term) -> Asked:
        """Return what a condition asks, as if it were not negated; nothing for words without a letter or digit."""
        if term.field == "order":
            return Asked()
        if term.field in _COLUMNS:
            return Asked(in_columns(_COLUMNS[term.field], term.value))
        listed = _LISTING.get((term.field, term.value))
        if listed is not None:
            return Asked("", listed)
        if term.field in ("is", "has"):
            return _in_index(_INDEX.get((term.field, term.value), NOTHING))
        return _ASK[term.field](self, term)


def _in_index(*words: str) -> Asked:
    return Asked(in_meta(words or (NOTHING,)))


def _topic(_: Asker, term: Term) -> Asked:
    return _in_index(word("topic", term.value.strip().replace(" ", "-")))


def _outlet(asker: Asker, term: Term) -> Asked:
    return _in_index(*(word("outlet", number) for number in matching_outlets(asker.c, term.value)))


def _speaker(asker: Asker, term: Term) -> Asked:
    return _in_index(*(word("person", number) for number in matching_people(asker.c, term.value)))


def _entity(asker: Asker, term: Term) -> Asked:
    return _in_index(*(word("entity", entity) for entity in matching_entities(asker.c, term.value)))


def _lang(_: Asker, term: Term) -> Asked:
    return _in_index(word("lang", term.value.replace("_", "-").partition("-")[0]))


def _completeness(_: Asker, term: Term) -> Asked:
    return _in_index(word("completeness", COMPLETENESS_ORDER.index(Completeness(term.value))))


def _cites(asker: Asker, term: Term) -> Asked:
    # An outlet is credited by whichever of its names the text gives.
    names = {*names_of(asker.c, matching_outlets(asker.c, term.value)), token_text(term.value)}
    return _in_index(*sorted(cites_word(name) for name in names if name))


def _note(_: Asker, term: Term) -> Asked:
    found = noted(term.value)
    return Asked("", found.where, found.values)


def _tag(asker: Asker, term: Term) -> Asked:
    found = tagged(asker.c, term.value)
    return Asked("", found.where, found.values)


def _list(asker: Asker, term: Term) -> Asked:
    by_hand, queries = listed(asker.c, term.value)
    options = [Asked("", by_hand.where, by_hand.values)]
    name = f"list:{term.value.casefold()}"
    if name not in asker.inside:
        inside = replace(asker, inside=(*asker.inside, name))
        for query in queries:
            # Of a smart list whose query is of a later Dateline, what was put there by hand is there all the same.
            with suppress(QuestionError):
                options.append(asker.compile_all(inside, read_filter(query, asker.today).terms))
    return asker.any_of([option for option in options if option])


def _story(_: Asker, term: Term) -> Asked:
    return Asked("", "{id} IN (SELECT article_id FROM story WHERE story = ?)", (int(term.value[:18]),))


def _source(asker: Asker, term: Term) -> Asked:
    wanted = term.value.strip().casefold()
    rows = asker.c.execute("SELECT id, title, url FROM source").fetchall()
    numbers = [number for number, title, url in rows if wanted in title.casefold() or wanted in url.casefold()]
    marks = ",".join("?" * len(numbers))
    return Asked("", f"{{id}} IN (SELECT article_id FROM entry WHERE source_id IN ({marks}))", tuple(numbers))  # noqa: S608


def _after(asker: Asker, term: Term) -> Asked:
    day = day_of(term.value, asker.today)
    return Asked(low=first_id_of(day)) if day else Asked()


def _before(asker: Asker, term: Term) -> Asked:
    day = day_of(term.value, asker.today)
    return Asked(high=first_id_of(day)) if day else Asked()


def _on(asker: Asker, term: Term) -> Asked:
    days = days_of(term.value, asker.today)
    return Asked(low=first_id_of(days[0]), high=first_id_of(days[1])) if days else Asked()


def _first_seen(asker: Asker, term: Term) -> Asked:
    days = days_of(term.value, asker.today)
    if days is None:
        return Asked()
    first, end = (seconds(midnight(day)) for day in days)
    return Asked("", "l.first_seen_at >= ? AND l.first_seen_at < ?", (first, end))


def _saved(asker: Asker, term: Term) -> Asked:
    name = term.value.strip()
    row = asker.c.execute("SELECT name, query FROM saved_search WHERE lower(name) = lower(?)", (name,)).fetchone()
    if row is None:
        raise QuestionError(
            f"There is no saved search “{name}”.", "`dateline searches` lists them.", start=term.start, end=term.end
        )
    if row[0] in asker.inside:
        raise QuestionError(
            f"The saved search “{row[0]}” contains itself.",
            "Change one of the searches it goes through.",
            start=term.start,
            end=term.end,
        )
    try:
        saved = read_filter(row[1], asker.today)
        inside = replace(asker, inside=(*asker.inside, row[0]))
        return asker.compile_all(inside, saved.terms)
    except QuestionError as error:
        raise QuestionError(
            f"The saved search “{row[0]}” cannot be read: {error.sentence}", error.hint, start=term.start, end=term.end
        ) from error


_ASK: dict[str, Callable[[Asker, Term], Asked]] = {
    "topic": _topic,
    "outlet": _outlet,
    "speaker": _speaker,
    "entity": _entity,
    "lang": _lang,
    "completeness": _completeness,
    "cites": _cites,
    "note": _note,
    "tag": _tag,
    "source": _source,
    "after": _after,
    "before": _before,
    "on": _on,
    "first-seen": _first_seen,
    "saved": _saved,
    "list": _list,
    "story": _story,
}


def names_asked(terms: Sequence[Condition], name: str) -> tuple[str, ...]:
    """Return the values of a field among conditions that are not negated and stand outside parentheses."""
    return tuple(term.value for term in terms if term.field == name and not term.is_negated)
