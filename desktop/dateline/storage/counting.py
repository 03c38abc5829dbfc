"""How many articles answer a filter: in all, a day, and by outlet, topic, language or speaker. Read jobs only."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence
from typing import TYPE_CHECKING, Any, Literal, TypeAlias

from dateline.news.count import Count, PulseDay, Tally
from dateline.news.question import TimelineFilter
from dateline.storage.conditions import FULL, Conditions, conditions
from dateline.storage.connecting import is_large
from dateline.storage.days import day_from_number, day_sql
from dateline.storage.part_conditions import parts_of

if TYPE_CHECKING:
    from dateline.storage.tallying import Shares

#: What articles can be counted by.
CountKey: TypeAlias = Literal["day", "outlet", "topic", "lang", "speaker"]
PulseKey: TypeAlias = Literal["outlet", "topic", "lang", "speaker"]

_KEYS: dict[CountKey, tuple[str, str]] = {
    "outlet": ("x.outlet_id", ""),
    "lang": ("x.lang", ""),
    "topic": ("coalesce(t.topic, '')", "LEFT JOIN topic t ON t.article_id = x.id"),
    "speaker": (
        "coalesce(p.person, '')",
        """LEFT JOIN (SELECT DISTINCT article_id, person_id FROM quote) q ON q.article_id = x.id
        LEFT JOIN person p ON p.id = q.person_id""",
    ),
}


#: What was counted under which key (days and outlets by number), and how much of it is in full text.
_Counted: TypeAlias = tuple[tuple[Any, ...], int, int]

# What a day's parts know of these.
_PART_KEYS: dict[CountKey, str] = {"day": "day", "outlet": "outlet_id", "lang": "lang"}


def count(c: sqlite3.Connection, wanted: TimelineFilter) -> Count:
    """Return how many articles answer, of them in full text, of them unread."""
    parts = parts_of(c, wanted, in_order=False)
    if parts is not None and not is_large(c):
        return parts.count(c)
    from dateline.storage.answering import answer

    return answer(c, wanted).count()


def pulse(c: sqlite3.Connection, wanted: TimelineFilter, by: PulseKey = "outlet") -> list[PulseDay]:
    """Return how many articles a local day and key answer, oldest day first; an article without a key counts under "".

    An article of two topics or speakers counts under both.
    """
    (days, values), n, n_full = _shares(c, wanted, ("day", by))
    # As many as days times outlets.
    return list(map(PulseDay._make, zip(map(day_from_number, days), values, n, n_full, strict=True)))


def count_by(c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[CountKey]) -> list[Tally]:
    """Return how many articles share each combination of keys, a day as 2025-11-09; those without a key have "".

    An article of two topics or speakers counts under both.
    """
    columns, n, n_full = _shares(c, wanted, keys)
    said = [
        [day_from_number(one).isoformat() for one in column] if key == "day" else list(map(str, column))
        for key, column in zip(keys, columns, strict=True)
    ]
    return list(map(Tally._make, zip(zip(*said, strict=True), n, n_full, strict=True)))


def _shares(c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[CountKey]) -> Shares:
    """Return a column for each key (days by number, outlets by name), how many share it, and how many in full text."""
    if set(keys) <= _PART_KEYS.keys():
        parts = parts_of(c, wanted, in_order=False)
        if parts is not None and not is_large(c):
            return _named(c, keys, parts.rows(c, ", ".join(f"p.{_PART_KEYS[key]}" for key in keys)))
    if "speaker" not in keys:
        from dateline.storage.answering import answered_shares

        return answered_shares(c, wanted, [_PART_KEYS.get(key, key) for key in keys], _outlets(c))
    asked = conditions(c, wanted)
    day = "0"
    if "day" in keys:
        ends = [_end(c, asked, way) for way in ("ASC", "DESC")]
        if ends[0] is None or ends[1] is None:
            return _named(c, keys, [])
        day = day_sql(ends[0], ends[1], "{id}")
    day = day.format(id="x.id")
    sql, values = asked.select(
        "{id} AS id, l.outlet_id, l.lang, l.completeness = " + str(FULL) + " AS is_full", needs_listing=True
    )
    columns = ", ".join(day if key == "day" else _KEYS[key][0] for key in keys)
    joins = " ".join(_KEYS[key][1] for key in keys if key != "day")
    order = ", ".join(str(number) for number in range(1, len(keys) + 1))
    rows = c.execute(
        f"SELECT {columns}, count(*), sum(x.is_full) FROM ({sql}) x {joins} GROUP BY {order} ORDER BY {order}",  # noqa: S608
        values,
    )
    return _named(c, keys, [(tuple(row[:-2]), row[-2], row[-1]) for row in rows])


def _end(c: sqlite3.Connection, asked: Conditions, way: str) -> int | None:
    """Return the first id that answers, oldest (ASC) or newest (DESC), without looking at the others."""
    sql, values = asked.select("{id}")
    row = c.execute(f"{sql} ORDER BY {asked.number} {way} LIMIT 1", values).fetchone()
    return None if row is None else int(row[0])


def _named(c: sqlite3.Connection, keys: Sequence[CountKey], rows: list[_Counted]) -> Shares:
    """Return rows in columns, with outlets' names in the place of their numbers, in the order of their keys."""
    if "outlet" in keys:
        place, names = keys.index("outlet"), _outlets(c)
        rows = sorted(((*key[:place], names[key[place]], *key[place + 1 :]), n, n_full) for key, n, n_full in rows)
    columns = [[key[place] for key, _, _ in rows] for place in range(len(keys))]
    return columns, [n for _, n, _ in rows], [n_full for _, _, n_full in rows]


def _outlets(c: sqlite3.Connection) -> dict[int, str]:
    return dict(c.execute("SELECT id, outlet FROM outlet").fetchall())
