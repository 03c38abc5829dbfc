"""What the user has set beside the looks, as values: when articles count as read, refreshes, where articles go."""

from __future__ import annotations

from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QSettings

_GROUP = "preferences"


class ReadPolicy(StrEnum):
    """When an article that is opened counts as read."""

    AT_ONCE = "at-once"
    AFTER_A_WHILE = "after-a-while"
    BY_HAND = "by-hand"


@dataclass(frozen=True, slots=True)
class Preferences:
    """Kept in the window's settings file."""

    read_policy: ReadPolicy = ReadPolicy.AT_ONCE
    read_after_seconds: int = 3
    refreshes_by_itself: bool = True
    sends_to_zotero: bool = False
    vault: str = ""  # folder for Markdown notes, "" for none

    @classmethod
    def remembered(cls, settings: QSettings) -> Preferences:
        """Return what the user set; what cannot be read is as it comes."""
        kept = {one.name: str(settings.value(f"{_GROUP}/{one.name}", "")) for one in fields(cls)}
        policy, seconds = kept["read_policy"], kept["read_after_seconds"]
        usual = cls()
        return cls(
            read_policy=ReadPolicy(policy) if policy in set(ReadPolicy) else usual.read_policy,
            read_after_seconds=int(seconds) if seconds.isdigit() and 1 <= int(seconds) <= 60 else 3,
            refreshes_by_itself=_flag(kept["refreshes_by_itself"], usual=usual.refreshes_by_itself),
            sends_to_zotero=_flag(kept["sends_to_zotero"], usual=usual.sends_to_zotero),
            vault=kept["vault"],
        )

    def keep(self, settings: QSettings) -> None:
        """Write them into the settings."""
        for one in fields(self):
            value = getattr(self, one.name)
            settings.setValue(f"{_GROUP}/{one.name}", str(value) if isinstance(value, str) else int(value))


def _flag(kept: str, *, usual: bool) -> bool:
    return {"1": True, "0": False, "true": True, "false": False}.get(kept, usual)
