"""Article ids: row order is time order. An id is the minute of the article's sort time × 64 + a sequence in it.

A minute that is full spills into the next free id. Ids never change, so they are cursors too.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from dateline.news.card import ArticleId
from dateline.storage.dialect import EACH, THEN, values_of
from dateline.storage.packing import seconds

PER_MINUTE = 64
_EARLIEST = datetime(1990, 1, 1, tzinfo=UTC)
_AHEAD = timedelta(days=1)
_TAKEN = (
    f"SELECT a.id FROM {EACH} {THEN} article a "  # noqa: S608 - names of ours
    f"ON a.id >= j.value * {PER_MINUTE} AND a.id < (j.value + 1) * {PER_MINUTE}"
)


def sort_time(published_at: datetime | None, first_seen_at: datetime) -> datetime:
    """Return the time an article is filed under: when it was published if that is sane, else when it was first seen.

    Sane is from 1990 to a day after it was seen: outlets' clocks and time zones are wrong by hours, not by days.
    """
    if published_at is None:
        return first_seen_at
    if published_at.tzinfo is None:
        published_at = published_at.replace(tzinfo=UTC)
    return published_at if _EARLIEST <= published_at <= first_seen_at + _AHEAD else first_seen_at


def first_id(moment: datetime) -> int:
    """Return the lowest id that an article of this minute can have."""
    return seconds(moment) // 60 * PER_MINUTE


def time_of(article: int) -> datetime:
    """Return the minute that an id was made from."""
    return datetime.fromtimestamp(article // PER_MINUTE * 60, UTC)


class FreeIds:
    """Hands out free ids inside one write job, never the same twice."""

    def __init__(self, connection: sqlite3.Connection, moments: Iterable[datetime] = ()) -> None:
        """Begin to hand out ids; what is taken around `moments`, for which ids will be wanted, is looked up at once."""
        self._connection = connection
        self._minutes: set[int] = set()  # those looked at
        self._taken: set[int] = set()  # in them, and what was handed out
        self._look_at({first_id(moment) // PER_MINUTE for moment in moments})

    def take(self, moment: datetime) -> ArticleId:
        """Return a free id for an article of this time: the first of its minute, or the end of a run of taken ones."""
        found = first_id(moment)
        if self._is_taken(found):
            # Steps that double, then halve: a minute that a whole archive shares is not walked through id by id.
            step = 1
            while self._is_taken(found + step):
                found += step
                step *= 2
            while step > 1:
                step //= 2
                if self._is_taken(found + step):
                    found += step
            found += 1
        self._taken.add(found)
        return ArticleId(found)

    def _is_taken(self, number: int) -> bool:
        minute = number // PER_MINUTE
        if minute not in self._minutes:
            self._look_at({minute})
        return number in self._taken

    def _look_at(self, minutes: set[int]) -> None:
        self._minutes |= minutes
        rows = self._connection.execute(_TAKEN, (values_of(sorted(minutes)),))
        self._taken.update(row[0] for row in rows)
