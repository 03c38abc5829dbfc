"""Times as programs write them: ISO 8601 in, aware UTC out."""

from __future__ import annotations

from datetime import UTC, datetime


def read_iso(text: str) -> datetime | None:
    """Return an ISO 8601 time in UTC, taking one without a zone as UTC; None for what is no time of the calendar."""
    try:
        moment = datetime.fromisoformat(text.strip())
        return moment.replace(tzinfo=UTC) if moment.tzinfo is None else moment.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
