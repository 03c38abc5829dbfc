"""Dates as pages write them, made aware and UTC. What cannot be read is None, never a guess."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta, timezone
from email.utils import parsedate_to_datetime
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Callable

CHINA = timezone(timedelta(hours=8))

_ISO = re.compile(
    r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ]\s{0,3}(\d{1,2}):(\d{2})(?::(\d{2}))?(?:[.,]\d{1,9})?\s{0,3}"
    r"(Z|UTC|GMT|[+-]\d{2}:?\d{2}|[+-]\d{2})?)?",
    re.IGNORECASE,
)
_COMPACT = re.compile(r"(20\d{2})(\d{2})(\d{2})(?:T?(\d{2})(\d{2})(\d{2})?)?(Z|[+-]\d{4})?$")
#: 2026年3月2日 08:15 / 2026/03/02 08:15 / 2026.03.02
_EASTERN = re.compile(
    r"(20\d{2})\s{0,2}[年/.\-]\s{0,2}(\d{1,2})\s{0,2}[月/.\-]\s{0,2}(\d{1,2})\s{0,2}日?(?:[\sT]{0,6}(\d{1,2})[:：](\d{2})(?:[:：](\d{2}))?)?"
)
_MONTHS = {
    name: number
    for number, name in enumerate(
        ("jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"), start=1
    )
}
_ENGLISH = re.compile(
    r"(?:(\d{1,2})(?:st|nd|rd|th)?\s{1,3})?(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|"
    r"dec)[a-z]{0,7}\.?\s{1,3}(?:(\d{1,2})(?:st|nd|rd|th)?,?\s{1,3})?(\d{4})",
    re.IGNORECASE,
)


def read_time(value: str, *, is_chinese: bool = False) -> datetime | None:
    """Return the moment that `value` names, in UTC. Without a zone it is China's time on a Chinese page, else UTC."""
    value = value.strip()[:100]
    if not value:
        return None
    home = CHINA if is_chinese else UTC
    if value.isdecimal() and len(value) in (10, 13):
        return _moment(lambda: datetime.fromtimestamp(int(value[:10]), tz=UTC))
    if found := _ISO.match(value) or _COMPACT.match(value):
        year, month, day, hour, minute, second, zone = found.groups()
        return _moment(
            lambda: datetime(
                int(year),
                int(month),
                int(day),
                int(hour or 0),
                int(minute or 0),
                int(second or 0),
                tzinfo=_zone(zone) or home,
            )
        )
    if found := _EASTERN.search(value):
        return _from_eastern(found)
    try:
        moment = parsedate_to_datetime(value)
    except (ValueError, TypeError, IndexError, OverflowError):
        return _from_english(value)
    return _moment(lambda: moment if moment.tzinfo else moment.replace(tzinfo=home))


def find_chinese_time(text: str) -> datetime | None:
    """Return the first date with a time of day that `text` shows in the Chinese way (China's time)."""
    for found in _EASTERN.finditer(text[:20_000]):
        if found.group(4):
            return _from_eastern(found)
    return None


def _from_eastern(found: re.Match[str]) -> datetime | None:
    year, month, day, hour, minute, second = found.groups()
    return _moment(
        lambda: datetime(
            int(year), int(month), int(day), int(hour or 0), int(minute or 0), int(second or 0), tzinfo=CHINA
        )
    )


def _from_english(value: str) -> datetime | None:
    found = _ENGLISH.search(value)
    if not found:
        return None
    before, month, after, year = found.groups()
    day = int(before or after or 0)
    return _moment(lambda: datetime(int(year), _MONTHS[month[:3].lower()], day, tzinfo=UTC)) if day else None


def _zone(label: str | None) -> timezone | None:
    if not label:
        return None
    if label.upper() in ("Z", "UTC", "GMT"):
        return UTC
    sign = -1 if label[0] == "-" else 1
    digits = label[1:].replace(":", "")
    return timezone(sign * timedelta(hours=int(digits[:2]), minutes=int(digits[2:] or 0)))


def _moment(make: Callable[[], datetime]) -> datetime | None:
    try:
        moment = make().astimezone(UTC)
    except (ValueError, OverflowError, OSError):
        return None
    return moment if 1990 <= moment.year <= 2100 else None
