"""What a filter asks of the user's own tags, notes and reading lists, as SQL conditions on its id `{id}`."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass

from dateline.news.tag import tag_key
from dateline.text.tokens import token_text


@dataclass(frozen=True, slots=True)
class UserCondition:
    """A condition and the values it takes, in order."""

    where: str
    values: tuple[object, ...] = ()


def tagged(c: sqlite3.Connection, wanted: str) -> UserCondition:
    """Return the condition for articles with a tag or one below it; a name without those above it will do."""
    key = tag_key(wanted.strip().strip("/"))
    known = {row[0]: row[1] for row in c.execute("SELECT key, tag FROM tag_name")}
    found = [tag for one, tag in known.items() if one == key or one.startswith(key + "/")]
    found = found or [tag for one, tag in known.items() if f"/{key}/" in f"/{one}/"]
    marks = ",".join("?" * len(found))
    return UserCondition(f"{{id}} IN (SELECT article_id FROM tag WHERE tag IN ({marks}))", tuple(found))  # noqa: S608


def noted(wanted: str) -> UserCondition:
    """Return the condition for articles with a highlight or note that says `wanted`; `*` at its end is any ending."""
    phrase, end = token_text(wanted), "" if wanted.rstrip().endswith("*") else " "
    return UserCondition(
        "{id} IN (SELECT article_id FROM noted WHERE instr(words, ?))", (f" {phrase}{end}" if phrase else "\0",)
    )


def listed(c: sqlite3.Connection, wanted: str) -> tuple[UserCondition, tuple[str, ...]]:
    """Return the condition for articles that were put in a reading list of that name; and the queries of smart ones."""
    name = wanted.strip().casefold()
    found = [
        row for row in c.execute("SELECT id, name, key, query FROM reading_list") if name in (row[1].casefold(), row[2])
    ]
    marks = ",".join("?" * len(found))
    condition = f"{{id}} IN (SELECT article_id FROM list_item WHERE list_id IN ({marks}))"  # noqa: S608
    return UserCondition(condition, tuple(row[0] for row in found)), tuple(row[3] for row in found if row[3])
