"""Calendar days of the user's own time zone, and which article ids lie in them."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta

from dateline.storage.article_ids import PER_MINUTE, first_id

_EPOCH = date(1970, 1, 1)
_DAY = 1440


def first_id_of(day: date) -> int:
    """Return the lowest id an article of this local day, or of a later one, can have."""
    return first_id(midnight(day))


def day_sql(low: int, high: int, column: str) -> str:
    """Return the SQL for the local day of the ids `low` to `high`, in days since 1970.

    A zone that moves its clocks has one case for every stretch between two moves.
    """
    stretches = _stretches(_day_near(low), _day_near(high) + timedelta(days=1))
    expression = _case(stretches[-1][1], column)
    if len(stretches) == 1:
        return expression
    cases = " ".join(f"WHEN {column} < {end} THEN {_case(offset, column)}" for end, offset in stretches[:-1])
    return f"CASE {cases} ELSE {expression} END"


def day_from_number(number: int) -> date:
    """Return the day of a number that `day_sql` gave."""
    return _EPOCH + timedelta(days=number)


def _case(offset: int, column: str) -> str:
    return f"({column} / {PER_MINUTE} + {offset}) / {_DAY}"


def _stretches(first: date, last: date) -> list[tuple[int, int]]:
    # (id at which the stretch ends, minutes ahead of UTC in it), oldest first.
    found: list[tuple[int, int]] = []
    day = first
    while day <= last:
        following = day + timedelta(days=1)
        offset = _offset(following)
        if found and found[-1][1] == offset:
            found[-1] = (first_id_of(following), offset)
        else:
            found.append((first_id_of(following), offset))
        day = following
    return found


def midnight(day: date) -> datetime:
    """Return the moment at which a day begins here."""
    return datetime.combine(day, time()).astimezone()


def _offset(day: date) -> int:
    ahead = midnight(day).utcoffset()
    return int((ahead or timedelta()).total_seconds()) // 60


def _day_near(number: int) -> date:
    return _EPOCH + timedelta(days=number // PER_MINUTE // _DAY)
