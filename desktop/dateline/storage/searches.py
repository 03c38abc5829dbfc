"""Saved searches: queries under a name, in the order the user gives them. User data."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from dateline.errors import InputError
from dateline.news.change import Change
from dateline.news.question import every_term, filter_text, read_filter
from dateline.news.saved_search import SavedSearch, SearchId
from dateline.storage.database import driver
from dateline.storage.packing import seconds

if TYPE_CHECKING:
    from dateline.storage.database import Writing


def list_searches(c: sqlite3.Connection) -> tuple[SavedSearch, ...]:
    """Return the saved searches in their order. Read job."""
    rows = c.execute("SELECT id, name, query, wants_notice FROM saved_search ORDER BY position, id")
    return tuple(SavedSearch(SearchId(number), name, query, bool(notice)) for number, name, query, notice in rows)


def find_search(c: sqlite3.Connection, name: str) -> SavedSearch | None:
    """Return the saved search of that name, however it is capitalised. Read job."""
    wanted = name.strip().casefold()
    return next((search for search in list_searches(c) if search.name.casefold() == wanted), None)


def save_search(c: Writing, name: str, query: str, at: datetime, *, wants_notice: bool | None = None) -> Change:
    """Save a query under a name, in place of the one it had; `wants_notice` None leaves that as it is. Write job.

    Raises:
        InputError: the name is empty, or the search would contain itself.
        QuestionError: the query cannot be read.
    """
    db = driver(c)
    name = _clean(name)
    wanted = read_filter(query, at.astimezone().date())
    known = find_search(db, name)
    _refuse_circle(db, name, query, at.astimezone().date())
    if known is not None:
        notice = known.wants_notice if wants_notice is None else wants_notice
        db.execute(
            "UPDATE saved_search SET name = ?, query = ?, wants_notice = ?, changed_at = ? WHERE id = ?",
            (name, filter_text(wanted), notice, seconds(at), known.id),
        )
    else:
        db.execute(
            "INSERT INTO saved_search(name, query, position, wants_notice, made_at, changed_at) "
            "VALUES (?, ?, (SELECT coalesce(max(position), 0) + 1 FROM saved_search), ?, ?, ?)",
            (name, filter_text(wanted), bool(wants_notice), seconds(at), seconds(at)),
        )
    return Change(has_user_data=True)


def rename_search(c: Writing, search: SearchId, name: str, at: datetime) -> Change:
    """Give a saved search another name; searches that name it follow. Write job.

    Raises:
        InputError: the name is empty or another search has it.
    """
    db = driver(c)
    name = _clean(name)
    other = find_search(db, name)
    if other is not None and other.id != search:
        raise InputError(f"There is a saved search “{other.name}” already.", "Choose another name.")
    was = next((one for one in list_searches(db) if one.id == search), None)
    if was is None:
        return Change()
    db.execute("UPDATE saved_search SET name = ?, changed_at = ? WHERE id = ?", (name, seconds(at), search))
    for one in list_searches(db):
        query = _renamed(one.query, was.name, name, at.astimezone().date())
        if query != one.query:
            db.execute("UPDATE saved_search SET query = ? WHERE id = ?", (query, one.id))
    return Change(has_user_data=True)


def remove_search(c: Writing, search: SearchId) -> Change:
    """Remove a saved search; what it found stays. Write job.

    Raises:
        InputError: another saved search is made of it.
    """
    db = driver(c)
    gone = next((one for one in list_searches(db) if one.id == search), None)
    if gone is None:
        return Change()
    user = next((one for one in list_searches(db) if one.id != search and gone.name.casefold() in _names_in(one)), None)
    if user is not None:
        raise InputError(
            f"The saved search “{user.name}” is made of “{gone.name}”.", "Change or remove that one first."
        )
    db.execute("DELETE FROM saved_search WHERE id = ?", (search,))
    return Change(has_user_data=True)


def order_searches(c: Writing, order: Sequence[SearchId]) -> Change:
    """Put the saved searches in this order; those left out follow as they were. Write job."""
    db = driver(c)
    rest = [one.id for one in list_searches(db) if one.id not in set(order)]
    db.executemany(
        "UPDATE saved_search SET position = ? WHERE id = ?", list(enumerate(dict.fromkeys([*order, *rest]), start=1))
    )
    return Change(has_user_data=True)


def _clean(name: str) -> str:
    name = " ".join(name.replace('"', "").replace("“", "").replace("”", "").split())
    if not name:
        raise InputError("A saved search needs a name.", "Give it one or two words.")
    return name


def _names_in(search: SavedSearch) -> set[str]:
    terms = every_term(read_filter(search.query, date.min.replace(year=2000)).terms)
    return {term.value.casefold() for term in terms if term.field == "saved"}


def _refuse_circle(db: sqlite3.Connection, name: str, query: str, today: date) -> None:
    queries = {one.name.casefold(): one.query for one in list_searches(db)} | {name.casefold(): query}
    todo, seen = [name.casefold()], set[str]()
    while todo:
        for term in every_term(read_filter(queries[todo.pop()], today).terms):
            inside = term.value.strip().casefold()
            if term.field != "saved" or inside in seen:
                continue
            if inside == name.casefold():
                raise InputError(f"The saved search “{name}” would contain itself.", "Leave it out of its own query.")
            if inside in queries:
                seen.add(inside)
                todo.append(inside)


def _renamed(query: str, old: str, new: str, today: date) -> str:
    if "saved:" not in query:
        return query
    parts = []
    at = 0
    for term in every_term(read_filter(query, today).terms):
        if term.field == "saved" and term.value.strip().casefold() == old.casefold():
            parts += [query[at : term.start], f'saved:"{new}"']
            at = term.end
    return filter_text(read_filter("".join([*parts, query[at:]]), today))
