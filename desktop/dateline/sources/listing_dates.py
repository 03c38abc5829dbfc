"""Times as list pages write them: with or without a zone, a year or a day, in words or as numbers.

What is not understood is no time; nothing is guessed beyond the year of a day that names none.
"""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, tzinfo

_LONGEST = 80
_NUMBER = re.compile(r"(\d{10}|\d{13})(?:\.\d{1,9})?")
_CLOCK = r"(?:[ T,，]{0,3}(?P<hour>[01]?\d|2[0-3])[:：时](?P<minute>[0-5]\d)(?:[:：分](?P<second>[0-5]\d))?)?"
_DAY = re.compile(
    r"(?P<year>(?:19|20)\d\d)\s?[-/.年]\s?(?P<month>1[0-2]|0?[1-9])\s?[-/.月]\s?(?P<day>3[01]|[12]\d|0?[1-9])日?"
    + _CLOCK
)
_DAY_OF_YEAR = re.compile(
    r"(?<![\d/.第-])(?P<month>1[0-2]|0?[1-9])\s?[-/月]\s?(?P<day>3[01]|[12]\d|0?[1-9])日?(?![\d/.-])" + _CLOCK
)
_NEAR_DAY = re.compile(r"(?P<word>今天|昨天|昨日|前天|前日|today|yesterday)\s{0,3}" + _CLOCK, re.IGNORECASE)
_AGO = re.compile(
    r"(?P<n>\d{1,4}|an?)\s?(?P<unit>秒钟?|分钟?|小时|天|周|seconds?|minutes?|mins?|hours?|days?|weeks?)\s?(?:前|ago)",
    re.IGNORECASE,
)
_NOW = re.compile(r"刚刚|just now", re.IGNORECASE)
_CLOCK_ONLY = re.compile(r"(?P<hour>[01]?\d|2[0-3])[:：](?P<minute>[0-5]\d)(?::(?P<second>[0-5]\d))?")
_DAYS_BACK = {"今天": 0, "today": 0, "昨天": 1, "昨日": 1, "yesterday": 1, "前天": 2, "前日": 2}
_SECONDS = {
    "秒": 1,
    "s": 1,
    "分": 60,
    "m": 60,
    "小": 3600,
    "h": 3600,
    "天": 86_400,
    "d": 86_400,
    "周": 604_800,
    "w": 604_800,
}


def read_date(text: str, zone: tzinfo, now: datetime, formats: tuple[str, ...] = ()) -> datetime | None:
    """Return the time a text names, in UTC; None where it names none.

    `formats` are strptime formats and tried alone where given. Otherwise: ISO 8601, seconds or milliseconds since 1970,
    days of the calendar in numbers (2025年11月10日 08:30, 11-10 08:30), and words (昨天 20:15, 5分钟前, 3 hours ago). A
    time without a zone is in `zone`; a day without a year is the latest one before tomorrow, as seen from `now`.
    """
    text = " ".join(text[: 4 * _LONGEST].split())[:_LONGEST]
    if not text:
        return None
    try:
        found = _by_format(text, formats) if formats else _by_kind(text, zone, now)
        if found is None:
            return None
        return (found if found.tzinfo else found.replace(tzinfo=zone)).astimezone(UTC)
    except (ValueError, OverflowError):
        return None


def check_format(form: str) -> str:
    """Return what is wrong with a strptime format, "" when nothing is."""
    try:
        sample = datetime(2025, 11, 10, 8, 30, tzinfo=UTC).strftime(form)
        datetime.strptime(sample, form)  # noqa: DTZ007 - the zone is the rule's
    except (ValueError, re.error) as error:
        return f"the date format “{form}” cannot be used: {error}."
    return "" if "%d" in form or "%j" in form or "%s" in form else f"the date format “{form}” names no day (%d)."


def _by_format(text: str, formats: tuple[str, ...]) -> datetime | None:
    for form in formats:
        try:
            return datetime.strptime(text, form)  # noqa: DTZ007 - the zone is the rule's
        except ValueError:
            continue
    return None


def _by_kind(text: str, zone: tzinfo, now: datetime) -> datetime | None:
    if number := _NUMBER.fullmatch(text):
        seconds = int(number.group(1))
        return datetime.fromtimestamp(seconds / 1000 if seconds > 10**11 else seconds, UTC)
    try:
        return datetime.fromisoformat(text)
    except ValueError:
        pass
    here = now.astimezone(zone)
    if match := _DAY.search(text):
        return datetime(int(match["year"]), int(match["month"]), int(match["day"]), *_clock(match), tzinfo=zone)
    if match := _AGO.search(text):
        n = 1 if match["n"][0] in "aA" else int(match["n"])
        return now - timedelta(seconds=n * _SECONDS[match["unit"][0].lower()])
    if _NOW.search(text):
        return now
    if match := _NEAR_DAY.search(text):
        day = here - timedelta(days=_DAYS_BACK[match["word"].lower()])
        return datetime(day.year, day.month, day.day, *_clock(match), tzinfo=zone)
    if match := _DAY_OF_YEAR.search(text):
        return _latest(int(match["month"]), int(match["day"]), _clock(match), zone, here)
    if match := _CLOCK_ONLY.fullmatch(text):
        today = datetime(here.year, here.month, here.day, *_clock(match), tzinfo=zone)
        return today if today <= here + timedelta(hours=1) else today - timedelta(days=1)
    return None


def _latest(month: int, day: int, clock: tuple[int, int, int], zone: tzinfo, here: datetime) -> datetime:
    """Return the day of this year, or of the last one where that is still to come."""
    this_year = datetime(here.year, month, day, *clock, tzinfo=zone)
    return this_year if this_year <= here + timedelta(days=1) else this_year.replace(year=here.year - 1)


def _clock(match: re.Match[str]) -> tuple[int, int, int]:
    return int(match["hour"] or 0), int(match["minute"] or 0), int(match["second"] or 0)
