"""What an outlet gives to those who do not pay."""

from __future__ import annotations

from enum import StrEnum


class Access(StrEnum):
    """What an outlet gives without a subscription, as far as is known before reading it."""

    FULL = "full"
    TEASER = "teaser"
    BLOCKED = "blocked"
    UNKNOWN = "unknown"
