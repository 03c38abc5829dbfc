"""How many articles answer a filter: in all, a day, by what they have."""

from __future__ import annotations

from datetime import date
from typing import NamedTuple


class Count(NamedTuple):
    """How many articles answer a filter, of them in full text, of them unread."""

    n: int
    n_full: int
    n_unread: int


class PulseDay(NamedTuple):
    """How many articles of one day (local calendar) share a key: an outlet, topic, language or speaker."""

    day: date
    key: str
    n: int
    n_full: int


class Tally(NamedTuple):
    """How many articles share a combination of keys, such as a day and an outlet, of them in full text."""

    key: tuple[str, ...]
    n: int
    n_full: int
