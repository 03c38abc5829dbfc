"""What answers a filter, as a mask over the roll: all its ids, and how many they are by day and kind. Read jobs only.

What the search index or tables can decide together is one statement (`storage.conditions`), whose ids are marked on the
roll; what kinds of articles decide is read off the roll, and groups and exclusions join masks. Where a filter's words
match only few articles, the roll is one of these alone. Needs numpy: no part of the first page may import it.
"""

from __future__ import annotations

import sqlite3
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

import numpy as np

from dateline.news.count import Count
from dateline.news.question import Condition, Group, Term, TimelineFilter, alternatives
from dateline.storage.conditions import FULL, Conditions, any_of, compile_all
from dateline.storage.day_parts import KIND_KEYS
from dateline.storage.days import zone
from dateline.storage.dialect import among, joined, values_of
from dateline.storage.part_conditions import kind_where
from dateline.storage.remembering import one_state, remember, remembered
from dateline.storage.roll import Ids, Kind, Mask, Roll, days_on, ids_in, read_ids, roll_of, roll_of_few, with_seen
from dateline.storage.search import in_meta, word
from dateline.storage.tallying import Places, Shares, Tally
from dateline.storage.terms import Asked, Asker

#: So many articles are sooner looked up one by one than on the whole roll, which may have to be read first.
_FEW = 2_000
#: So many are counted at a time: arrays over a million articles take eight megabytes each.
_AT_ONCE = 100_000
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

    def shares(self, keys: Sequence[str], names: Mapping[int, str], topics: Sequence[tuple[str, Ids]] = ()) -> Shares:
        """Return how many share each combination of keys, of them in full text, in the order of the keys.

        Keys are "day" (days since 1970 here), "topic" or of KIND_KEYS. Outlets are called by the `names` of their
        numbers. `topics` are the articles of each topic, more than answer maybe: an article counts under each of its
        own, and under "" where it has none.
        """
        ids, kind = self.ids(), self.roll.kind[self.mask]
        days = days_on(ids[[0, -1]], zone()).tolist() if len(ids) else [0, 0]
        columns: dict[str, Sequence[Any]] = {
            "topic": ["", *(topic for topic, _ in topics)],
            # A day more at both ends, for where clocks go back over midnight.
            "day": range(days[0] - 1, days[1] + 2),
        }
        of_kind: dict[str, Ids] = {}
        for key in KIND_KEYS:
            if key in keys:
                values = [_named(one, key, names) for one in self.roll.kinds]
                columns[key] = sorted(set(values))
                of_kind[key] = np.array([columns[key].index(value) for value in values], np.int64)
        is_full = np.array([one[_COMPLETENESS] == FULL for one in self.roll.kinds], np.bool_)
        tally = Tally([columns[key] for key in keys], len(ids))
        for topic, rows in _batches(ids, topics):
            kinds = kind[rows]
            places: dict[str, Places] = {"topic": topic} | {key: place[kinds] for key, place in of_kind.items()}
            if "day" in keys:
                places["day"] = days_on(ids[rows], zone()) - columns["day"][0]
            tally.add([places[key] for key in keys], is_full[kinds])
        return tally.shares()


def _batches(ids: Ids, topics: Iterable[tuple[str, Ids]]) -> Iterator[tuple[int, Ids]]:
    """Yield the places of each topic's articles among `ids`, some at a time, and its number; 0 is for those without."""
    has_none = np.ones(len(ids), np.bool_)
    for number, (_, some) in enumerate(topics, 1):
        rows = np.searchsorted(ids, some)
        rows = rows[ids.take(rows, mode="clip") == some] if len(ids) else rows[:0]
        has_none[rows] = False
        for start in range(0, len(rows), _AT_ONCE):
            yield number, rows[start : start + _AT_ONCE]
    for start in range(0, len(ids), _AT_ONCE):
        yield 0, start + np.flatnonzero(has_none[start : start + _AT_ONCE])


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
        # What is asked along with the words narrows them already.
        ids = replace(asking, around=asking.narrowing(apart)).ids(asked) if asked.match or asked.where else None
        asking = replace(asking, around=asking.narrowing(wanted.terms))
        if ids is not None and len(ids) <= _FEW:
            roll = roll_of_few(c, ids)
            mask = roll.everything()
        else:
            roll = roll_of(c)
            mask = roll.between(asked.low, asked.high) if ids is None else roll.of_ids(ids)
        return Answer(roll, asking.narrowed(mask, apart, roll))


def answered_shares(
    c: sqlite3.Connection, wanted: TimelineFilter, keys: Sequence[str], names: Mapping[int, str]
) -> Shares:
    """Return how many share each combination of keys, as `Answer.shares` does."""
    with one_state(c):
        found = answer(c, wanted)
        return found.shares(keys, names, _topics(c, found.ids()) if "topic" in keys else ())


def _topics(c: sqlite3.Connection, ids: Ids) -> list[tuple[str, Ids]]:
    """Return each topic, in order, with its articles: at least those among `ids`."""
    if len(ids) <= _FEW:
        sql = (
            f"SELECT topic, {joined('article_id')} FROM topic WHERE {among('article_id')} "  # noqa: S608 - names of ours
            "GROUP BY topic ORDER BY topic"
        )
        return [(topic, ids_in(text)) for topic, text in c.execute(sql, (values_of(ids.tolist()),))]
    # From one topic to the next: to look at all rows for their topics takes a tenth of a second at a million articles.
    topics = c.execute(
        "WITH RECURSIVE known(topic) AS (SELECT min(topic) FROM topic UNION ALL "
        "SELECT (SELECT min(t.topic) FROM topic t WHERE t.topic > known.topic) FROM known WHERE topic IS NOT NULL) "
        "SELECT topic FROM known WHERE topic IS NOT NULL ORDER BY topic"
    ).fetchall()
    # The index knows them too, and what it names is remembered.
    asking = _Asking(Asker(c, date.min, compile_all, any_of))
    return [(topic, asking.ids(Asked(in_meta([word("topic", topic)])))) for (topic,) in topics]


def answered_ids(c: sqlite3.Connection, wanted: TimelineFilter) -> array[int]:
    """Return the ids of all that answers in the filter's order, which is one of time: the timeline's spine."""
    with one_state(c):
        found = answer(c, wanted)
        ids = _last_seen_first(c, found) if wanted.order == "first-seen" else found.ids()
    if wanted.order == "newest":
        ids = ids[::-1]
    spine = array("q")
    spine.frombytes(np.ascontiguousarray(ids).view(np.uint8).data)
    return spine


def _last_seen_first(c: sqlite3.Connection, found: Answer) -> Ids:
    roll = with_seen(c, found.roll)
    assert roll.seen is not None  # noqa: S101 - it was asked for
    # Ids rise, so among those first seen at once the newest comes first.
    ids: Ids = found.ids()[np.argsort(roll.seen[found.mask], kind="stable")[::-1]]
    return ids


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
        has_words = any(
            asked.match and not is_kind and not one.is_negated and not self._is_known(asked)
            for one, asked, is_kind in known
        )
        direct: list[Condition] = []
        apart: list[Condition] = []
        for one, asked, is_kind in known:
            if one.is_negated or is_kind:
                # As part of an expression they narrow what its words find; alone they would walk through everything.
                goes_along = has_words and asked.is_match_only
            else:
                goes_along = (isinstance(one, Term) or not asked.where) and not self._is_known(asked)
            (direct if goes_along else apart).append(one)
        return compile_all(self.asker, direct), apart

    def narrowed(self, mask: Mask, some: Iterable[Condition], roll: Roll) -> Mask:
        """Return the mask of those of `mask` for which these conditions hold."""
        for one in some:
            holds = self._mask(replace(one, is_negated=False), roll)
            mask = mask & (~holds if one.is_negated else holds)
        return mask

    def ids(self, asked: Asked) -> Ids:
        """Return the ids of the articles for which it holds, rising; others may be left out that are not `around`."""
        known = self._remembered(asked)
        if known is not None:
            return known
        both = [match for match in (self.around.match, asked.match) if match]
        match = " AND ".join(f"({match})" for match in both) if len(both) > 1 else "".join(both)
        wheres = (asked.where,) if asked.where else ()
        statement = Conditions(match, wheres, asked.values, asked.low, asked.high)
        statement = statement.between(self.around.low, self.around.high)
        known = self._remembered(Asked(match, asked.where, (), statement.low, statement.high))
        if known is not None:
            return known
        ids = read_ids(self.asker.c, *statement.select("{id} AS id"))
        if match and not wheres:
            remember(self.asker.c, (match, statement.low, statement.high), array("q", ids.tobytes()))
        return ids

    def _remembered(self, asked: Asked) -> Ids | None:
        if not asked.match or asked.where:
            return None
        known = remembered(self.asker.c, (asked.match, asked.low, asked.high))
        return None if known is None else np.frombuffer(known, np.int64)

    def _is_known(self, asked: Asked) -> bool:
        """Tell whether the index need not be asked for words that many articles say."""
        known = self._remembered(asked)
        return known is not None and len(known) > _FEW

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
