"""People by number, everybody who is quoted, and the names that they and the lexicon's entities go by."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable, Mapping

from dateline.storage.dialect import number_of_new_row
from dateline.text.tokens import token_text

#: Names longer than this are not names.
_LONGEST_NAME = 80


def person_id(c: sqlite3.Connection, name: str, entity: str | None) -> int:
    """Return the number of somebody, given the first time they are met."""
    person = entity or name
    row = c.execute("SELECT id FROM person WHERE person = ?", (person,)).fetchone()
    if row is not None:
        return int(row[0])
    done = c.execute("INSERT INTO person(person, entity, name) VALUES (?, ?, ?)", (person, entity, name))
    return number_of_new_row(done)


def keep_person_names(c: sqlite3.Connection, names: Mapping[int, Iterable[str]]) -> None:
    """Keep names that people go by, of whatever script."""
    rows = {
        (f" {form} ", number)
        for number, some in names.items()
        for name in some
        if len(name) <= _LONGEST_NAME and (form := token_text(name))
    }
    c.executemany("INSERT INTO person_name(name, person_id) VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows))


def known_people(c: sqlite3.Connection, limit: int) -> tuple[tuple[str, str | None], ...]:
    """Return name and lexicon id of those who are quoted, in the most articles first. Read job."""
    rows = c.execute(
        "SELECT p.name, p.entity FROM (SELECT person_id, count(DISTINCT article_id) AS n FROM quote "
        "WHERE person_id IS NOT NULL GROUP BY person_id ORDER BY n DESC, person_id LIMIT ?) q "
        "JOIN person p ON p.id = q.person_id ORDER BY q.n DESC, p.name",
        (limit,),
    )
    return tuple(rows.fetchall())


def matching_people(c: sqlite3.Connection, wanted: str) -> list[int]:
    """Return the numbers of the people whose id or name holds `wanted`: a surname, a full name, a Chinese name."""
    form = token_text(wanted)
    if not form:
        return []
    rows = c.execute("SELECT DISTINCT person_id FROM person_name WHERE instr(name, ?) ORDER BY 1", (f" {form} ",))
    return [row[0] for row in rows]


def keep_entity_names(c: sqlite3.Connection, names: Mapping[str, Iterable[str]]) -> None:
    """Keep names that entities of the lexicon go by, as texts give them."""
    rows = {
        (f" {form} ", entity)
        for entity, some in names.items()
        for name in (entity, *some)
        if len(name) <= _LONGEST_NAME and (form := token_text(name))
    }
    c.executemany("INSERT INTO entity_name(name, entity) VALUES (?, ?) ON CONFLICT DO NOTHING", sorted(rows))


def matching_entities(c: sqlite3.Connection, wanted: str) -> list[str]:
    """Return the ids of the entities whose id or name is `wanted`, else of those whose name holds it."""
    form = token_text(wanted)
    if not form:
        return []
    exact = c.execute("SELECT DISTINCT entity FROM entity_name WHERE name = ? ORDER BY 1", (f" {form} ",)).fetchall()
    rows = exact or c.execute("SELECT DISTINCT entity FROM entity_name WHERE instr(name, ?) ORDER BY 1", (f" {form} ",))
    return [row[0] for row in rows]
