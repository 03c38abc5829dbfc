"""What answers a filter, as a mask over the roll: all its ids, and how many they are by day and kind. Read jobs only.

What the search index or tables can decide together is one statement (`storage.conditions`), whose ids are marked on the
roll; what kinds of articles decide is read off the roll, and groups and exclusions join masks. Where a filter's words
match only few articles, the roll is one of these alone. Needs numpy: no part of the first page may import it.
"""

from __future__ import annotations

import json
import sqlite3
from array import array
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any, TypeAlias

import numpy as np

from dateline.news.count import Count
from dateline.news.question import Condition, Group, Term, TimelineFilter, alternatives
from dateline.storage.conditions import FULL, Conditions, any_of, compile_all
from dateline.storage.day_parts import KIND_KEYS
from dateline.storage.days import zone
from dateline.storage.part_conditions import kind_where
from dateline.storage.roll import Ids, Kind, Mask, Roll, days_on, ids_in, one_state, read_ids, roll_of, roll_of_few
from dateline.storage.terms import Asked, Asker

#: What was counted under which keys, and how much of it is in full text.
Row: TypeAlias = tuple[tuple[Any, ...], int, int]

#: So many articles are sooner looked up one by one than on the whole roll, which may have to be read first.
_FEW = 2_000
_NO_BOUNDS = Asked()
_COMPLETENESS, _IS_READ = KIND_KEYS.index("completeness"), KIND_KEYS.index("is_read")


@dataclass(frozen=True, slots=True, eq=False)
class Answer:
    """The articles of a roll that answer a filter."""

    roll: Roll
    mask: Mask

    def ids(self) -> Ids:
        """Return their ids, oldest first."""
        found: Ids = self.roll.ids[self.mask]
        return found

    def count(self) -> Count:
        """Return how many there are, in full text, and unread."""
        n = np.bincount(self.roll.kind[self.mask], minlength=len(self.roll.kinds)).tolist()
        by_kind = list(zip(self.roll.kinds, n, strict=True))
        return Count(
            sum(n),
            sum(some for kind, some in by_kind if kind[_COMPLETENESS] == FULL),
            sum(some for kind, some in by_kind if not kind[_IS_READ]),
        )

    def rows(self, keys: Sequence[str], names: Mapping[int, str]) -> list[Row]:
        """Return how many share each combination of keys, of them in full text, in the order of the keys.

        Keys are "day" (days since 1970 here) or of KIND_KEYS; outlets are called by the `names` of their numbers.
        """
        others = [key for key in keys if key != "day"]
        by_kind = [tuple(_named(kind, key, names) for key in others) for kind in self.roll.kinds]
        shared = sorted(set(by_kind))
        places = {values: place for place, values in enumerate(shared)}
        numbers = [
            places[values] * 2 + int(kind[_COMPLETENESS] == FULL)
            for values, kind in zip(by_kind, self.roll.kinds, strict=True)
        ]
        number = np.array(numbers, np.int64)[self.roll.kind[self.mask]]
        if "day" in keys:
            number += days_on(self.ids(), zone()) * (2 * len(shared))
        found, n = np.unique(number, return_counts=True)
        if not len(found):
            return []
        first = np.flatnonzero(np.diff(found // 2, prepend=-1))
        day, place = np.divmod(found[first] // 2, len(shared))
        in_columns: dict[str, list[Any]] = {"day": day.tolist()}
        for column, key in enumerate(others):
            in_columns[key] = [shared[one][column] for one in place.tolist()]
        n_each, n_full = np.add.reduceat(n, first), np.add.reduceat(n * (found % 2), first)
        shares = zip(*(in_columns[key] for key in keys), strict=True) if keys else [()]
        rows = zip(shares, n_each.tolist(), n_full.tolist(), strict=True)
        return list(rows) if "day" not in keys[1:] else sorted(rows)


def _named(kind: Kind, key: str, names: Mapping[int, str]) -> Any:
    value = kind[KIND_KEYS.index(key)]
    return names[value] if key == "outlet_id" else value


def answer(c: sqlite3.Connection, wanted: TimelineFilter, today: date | None = None) -> Answer:
    """Return what answers a filter; relative dates count from `today`, the local calendar's unless given.

    Raises:
        QuestionError: a saved search it names does not exist, contains itself, or can no longer be read.
    """
    # The user's own calendar is meant, so a date without a zone is right here.
    asking = _Asking(Asker(c, today or date.today(), compile_all, any_of))  # noqa: DTZ011
    with one_state(c):
        asked, apart = asking.split(wanted.terms)
        asking = replace(asking, around=asking.narrowing(wanted.terms))
        ids = asking.ids(asked) if asked.match or asked.where else None
        if ids is not None and len(ids) <= _FEW:
            roll = roll_of_few(c, ids)
            mask = roll.everything()
        else:
            roll = roll_of(c)
            mask = roll.between(asked.low, asked.high) if ids is None else roll.of_ids(ids)
        return Answer(roll, asking.narrowed(mask, apart, roll))


def answered_rows(
    c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[str], names: Mapping[int, str]
) -> list[Row]:
    """Return how many share each combination of keys, as `Answer.rows` does; "topic" may be one of them.

    An article counts under each of its topics, under "" where it has none.
    """
    with one_state(c):
        found = answer(c, wanted)
        if "topic" not in keys:
            return found.rows(keys, names)
        # A roll of those that answer alone, for a mask is made of each topic.
        roll = Roll(found.ids(), found.roll.kind[found.mask], found.roll.kinds)
        at = keys.index("topic")
        others = [*keys[:at], *keys[at + 1 :]]
        rows: list[Row] = []
        left = roll.everything()
        for topic, ids in (*_topics(c, roll), ("", None)):
            holds = left if ids is None else roll.of_ids(ids)
            left = left & ~holds
            counted = Answer(roll, holds).rows(others, names)
            rows += [((*key[:at], topic, *key[at:]), n, n_full) for key, n, n_full in counted]
    return sorted(rows)


def _topics(c: sqlite3.Connection, roll: Roll) -> list[tuple[str, Ids]]:
    """Return each topic with its articles, at least those on the roll."""
    where, values = "", list[str]()
    if len(roll.ids) <= _FEW:
        where, values = "WHERE article_id IN (SELECT value FROM json_each(?))", [json.dumps(roll.ids.tolist())]
    rows = c.execute(f"SELECT topic, group_concat(article_id) FROM topic {where} GROUP BY topic", values)  # noqa: S608
    return [(topic, ids_in(text)) for topic, text in rows]


def answered_ids(c: sqlite3.Connection, wanted: TimelineFilter) -> array[int]:
    """Return the ids of all that answers in the filter's order, which is one of time: the timeline's spine."""
    with one_state(c):
        found = answer(c, wanted)
        ids = _last_seen_first(c, found) if wanted.order == "first-seen" else found.ids()
    if wanted.order == "newest":
        ids = ids[::-1]
    spine = array("q")
    spine.frombytes(ids.tobytes())
    return spine


def _last_seen_first(c: sqlite3.Connection, found: Answer) -> Ids:
    ids = found.ids()
    order = "ORDER BY l.first_seen_at DESC, l.id DESC"
    if len(ids) <= _FEW:
        sql = f"SELECT l.id FROM listing l WHERE l.id IN (SELECT value FROM json_each(?)) {order}"  # noqa: S608
        return read_ids(c, sql, (json.dumps(ids.tolist()),))
    every = read_ids(c, f"SELECT l.id FROM listing l {order}", ())  # noqa: S608
    return every[found.mask.take(np.searchsorted(found.roll.ids, every), mode="clip")]


@dataclass(frozen=True, slots=True)
class _Asking:
    """Makes masks of conditions."""

    asker: Asker
    around: Asked = _NO_BOUNDS  # what holds of every answer, so that no look-up need go beyond it

    def narrowing(self, some: Iterable[Condition]) -> Asked:
        """Return what the index and the order of ids know of conditions that must all hold and ask for no words."""
        return compile_all(
            self.asker,
            [
                one
                for one in alternatives(some)
                if not one.is_negated
                and not self._asked(one).where
                and (self._kind_where(one) is not None or not self._asked(one).match)
            ],
        )

    def split(self, some: Iterable[Condition]) -> tuple[Asked, list[Condition]]:
        """Return what one statement asks of conditions that must all hold, and those left to masks."""
        known = [(one, self._asked(one), self._kind_where(one) is not None) for one in alternatives(some)]
        # What asks nothing is nothing when it is negated, too.
        known = [one for one in known if one[1]]
        has_words = any(asked.match and not is_kind and not one.is_negated for one, asked, is_kind in known)
        direct: list[Condition] = []
        apart: list[Condition] = []
        for one, asked, is_kind in known:
            if one.is_negated or is_kind:
                # As part of an expression they narrow what its words find; alone they would walk through everything.
                goes_along = has_words and asked.is_match_only
            else:
                goes_along = isinstance(one, Term) or not asked.where
            (direct if goes_along else apart).append(one)
        return compile_all(self.asker, direct), apart

    def narrowed(self, mask: Mask, some: Iterable[Condition], roll: Roll) -> Mask:
        """Return the mask of those of `mask` for which these conditions hold."""
        for one in some:
            holds = self._mask(replace(one, is_negated=False), roll)
            mask = mask & (~holds if one.is_negated else holds)
        return mask

    def ids(self, asked: Asked) -> Ids:
        """Return the ids of the articles for which it holds."""
        wheres = (asked.where,) if asked.where else ()
        match = " AND ".join(f"({match})" for match in (self.around.match, asked.match) if match)
        statement = Conditions(match, wheres, asked.values, asked.low, asked.high)
        statement = statement.between(self.around.low, self.around.high)
        return read_ids(self.asker.c, *statement.select("{id} AS id"))

    def _mask(self, one: Condition, roll: Roll) -> Mask:
        kinds = self._kind_where(one)
        if kinds is not None:
            return roll.of_kinds(self._holding(kinds, roll))
        asked = self._asked(one)
        if not isinstance(one, Group) or not asked.where:
            return self._mask_of(asked, roll)
        if not one.is_any:
            return self._all(one.conditions, roll)
        # Alternatives that the index knows are one look-up in it.
        indexed = [option for option in one.conditions if self._asked(option).is_match_only and not option.is_negated]
        mask = (
            self._mask_of(any_of([self._asked(option) for option in indexed]), roll) if indexed else ~roll.everything()
        )
        for option in one.conditions:
            if option not in indexed:
                mask = mask | self._all((option,), roll)
        return mask

    def _all(self, some: Iterable[Condition], roll: Roll) -> Mask:
        asked, apart = self.split(some)
        return self.narrowed(self._mask_of(asked, roll), apart, roll)

    def _mask_of(self, asked: Asked, roll: Roll) -> Mask:
        if asked.match or asked.where:
            return roll.of_ids(self.ids(asked))
        return roll.between(asked.low, asked.high)

    def _asked(self, one: Condition) -> Asked:
        return compile_all(self.asker, [replace(one, is_negated=False)])

    def _kind_where(self, one: Condition) -> tuple[str, tuple[object, ...]] | None:
        return kind_where(self.asker.c, replace(one, is_negated=False), self.asker.today)

    def _holding(self, where: tuple[str, tuple[object, ...]], roll: Roll) -> list[bool]:
        """Return for each kind whether a condition on parts holds for it."""
        sql = f"SELECT {where[0]} FROM (SELECT {', '.join(f'? AS {key}' for key in KIND_KEYS)}) p"  # noqa: S608
        return [bool(self.asker.c.execute(sql, (*where[1], *kind)).fetchone()[0]) for kind in roll.kinds]
