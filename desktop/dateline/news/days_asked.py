"""The dates of a question: a day, a month or a year, words such as `today`, and spans counted back such as `7d`.

A relative date stays as it was typed in the question and is turned into days whenever the question is asked.
"""

from __future__ import annotations

import re
from datetime import date, timedelta

_DATE = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")
_AGO = re.compile(r"(\d{1,5})([dwmy])")
_DAYS = {"d": 1, "w": 7, "m": 30, "y": 365}
_ONE = timedelta(days=1)


def day_of(value: str, today: date) -> date | None:
    """Return the day a date means: 2025-11-09, 2025-11 or 2025 (their first day), today, yesterday, 7d, 2w, 3m, 1y.

    None for anything else.
    """
    days = _days(value, today)
    return None if days is None else days[0]


def days_of(value: str, today: date) -> tuple[date, date] | None:
    """Return the first day that a date or a stretch of time covers, and the first day after it.

    2025-11 is the whole month and 7d the last seven days with today; two dates with `..` between them are both in it.
    None for anything else.
    """
    first, dots, last = value.partition("..")
    if not dots:
        return _days(value, today)
    begins, ends = _days(first, today), _days(last, today)
    return None if begins is None or ends is None or begins[0] >= ends[1] else (begins[0], ends[1])


def _days(value: str, today: date) -> tuple[date, date] | None:
    word = value.strip().lower()
    ago, written = _AGO.fullmatch(word), _DATE.fullmatch(word)
    try:
        if word in ("today", "yesterday"):
            day = today - _ONE * (word == "yesterday")
            return day, day + _ONE
        if ago:
            return today - timedelta(days=int(ago[1]) * _DAYS[ago[2]]), today + _ONE
        if written:
            year, month, day_ = (int(part) if part else 0 for part in written.groups())
            first = date(year, month or 1, day_ or 1)
            if year == date.max.year:
                return first, date.max
            if day_:
                return first, first + _ONE
            return first, date(year + (not month or month == 12), month % 12 + 1 if month else 1, 1)
    except (ValueError, OverflowError):
        pass
    return None
