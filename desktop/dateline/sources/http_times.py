"""What the headers of an answer say of time: how long it is fresh, and when a server wants to be asked again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime

#: A server's wish to be left alone is kept for at most so long.
_LONGEST_WAIT = timedelta(days=7)


def max_age(headers: Mapping[str, str]) -> int | None:
    """Return for how many seconds an answer is fresh, by Cache-Control, else Expires; None where it does not say."""
    for part in headers.get("Cache-Control", "").lower().split(","):
        name, _, value = part.strip().partition("=")
        if name in ("no-cache", "no-store"):
            return None
        if name == "max-age" and value.strip('"').isdecimal():
            return min(int(value.strip('"')[:9]), 365 * 86_400)
    expires = _date(headers.get("Expires"))
    if expires is None:
        return None
    seconds = (expires - (_date(headers.get("Date")) or datetime.now(UTC))).total_seconds()
    return min(int(seconds), 365 * 86_400) if seconds > 0 else None


def retry_at(text: str | None) -> datetime | None:
    """Return when a server wants to be asked again, at most a week ahead."""
    if not text:
        return None
    now = datetime.now(UTC)
    if text.strip().isdecimal():
        return now + min(timedelta(seconds=int(text.strip()[:9])), _LONGEST_WAIT)
    date = _date(text)
    return min(date, now + _LONGEST_WAIT) if date is not None else None


def _date(text: str | None) -> datetime | None:
    try:
        date = parsedate_to_datetime(text or "")
    except (ValueError, TypeError, OverflowError, IndexError):
        return None
    return date.replace(tzinfo=UTC) if date.tzinfo is None else date.astimezone(UTC)
