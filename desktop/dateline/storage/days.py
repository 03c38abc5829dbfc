"""Calendar days of the user's own time zone, and which article ids lie in them."""

from __future__ import annotations

import json
import os
import time as clock
from bisect import bisect_right
from collections.abc import Sequence
from datetime import UTC, date, datetime, time, timedelta
from functools import lru_cache
from typing import TypeAlias

from dateline.storage.article_ids import PER_MINUTE, first_id

#: Stretches of time between two moves of the clocks: the id at which each ends, and its minutes ahead of UTC.
Stretches: TypeAlias = tuple[tuple[int, int], ...]

_EPOCH = date(1970, 1, 1)
_DAY = 1440
# From 1990 to 2050, in minutes since 1970. No zone moves its clocks there and back within three weeks.
_FIRST, _LAST, _STEP = 20 * 365 * _DAY, 80 * 365 * _DAY, 21 * _DAY
_NO_END = 2**62


def first_id_of(day: date) -> int:
    """Return the lowest id an article of this local day, or of a later one, can have."""
    return first_id(midnight(day))


def day_sql(low: int, high: int, column: str) -> str:
    """Return the SQL for the local day of the ids `low` to `high`, in days since 1970.

    A zone that moves its clocks has one case for every stretch between two moves.
    """
    stretches = [stretch for stretch in zone() if stretch[0] > low]
    while len(stretches) > 1 and stretches[-2][0] > high:
        stretches.pop()
    expression = _case(stretches[-1][1], column)
    if len(stretches) == 1:
        return expression
    cases = " ".join(f"WHEN {column} < {end} THEN {_case(offset, column)}" for end, offset in stretches[:-1])
    return f"CASE {cases} ELSE {expression} END"


@lru_cache(maxsize=8_192)
def day_from_number(number: int) -> date:
    """Return the day of a number that `day_sql` or `days_of_ids` gave."""
    return _EPOCH + timedelta(days=number)


def number_of_day(day: date) -> int:
    """Return the number of a day: how many days after 1970 began."""
    return (day - _EPOCH).days


def days_of_ids(ids: Sequence[int], stretches: Stretches) -> list[int]:
    """Return the number of the local day of each id, in a zone."""
    ends = [end for end, _ in stretches]
    if len(stretches) == 1:
        offset = stretches[0][1]
        return [(number // PER_MINUTE + offset) // _DAY for number in ids]
    return [(number // PER_MINUTE + stretches[bisect_right(ends, number)][1]) // _DAY for number in ids]


def ids_around(first: int, last: int) -> tuple[int, int]:
    """Return the lowest id that days `first` to `last` can hold in any zone, and the one at which they end."""
    return (first - 1) * _DAY * PER_MINUTE, (last + 2) * _DAY * PER_MINUTE


def zone() -> Stretches:
    """Return when the user's clocks move, as far as the system knows."""
    return _zone(clock.tzname, clock.timezone, os.environ.get("TZ"))


def zone_text(stretches: Stretches) -> str:
    """Return a zone as it is kept in the library."""
    return json.dumps(stretches)


def zone_from_text(text: str) -> Stretches:
    """Return the zone of `zone_text`."""
    return tuple((end, offset) for end, offset in json.loads(text))


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins here."""
    return datetime.combine(day, time()).astimezone()


def _case(offset: int, column: str) -> str:
    return f"({column} / {PER_MINUTE} + {offset}) / {_DAY}"


@lru_cache(maxsize=4)
def _zone(_names: tuple[str, str], _west: int, _named: str | None) -> Stretches:
    found: list[tuple[int, int]] = []
    minute, offset = _FIRST, _offset(_FIRST)
    while minute < _LAST:
        following = min(minute + _STEP, _LAST)
        if _offset(following) != offset:
            low, high = minute, following
            while high - low > 1:
                middle = (low + high) // 2
                low, high = (middle, high) if _offset(middle) == offset else (low, middle)
            found.append((high * PER_MINUTE, offset))
            following, offset = high, _offset(high)
        minute = following
    return (*found, (_NO_END, offset))


def _offset(minute: int) -> int:
    ahead = datetime.fromtimestamp(minute * 60, UTC).astimezone().utcoffset()
    return int((ahead or timedelta()).total_seconds()) // 60
