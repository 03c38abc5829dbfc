"""What the user has set beside the looks, as values: when articles count as read, refreshes, where articles go."""

from __future__ import annotations

import sys
from dataclasses import dataclass, fields
from enum import StrEnum

from PySide6.QtCore import QSettings

_GROUP = "preferences"
#: What can be chosen: widths of the reader's lines, room between its paragraphs.
MEASURES = (520, 640, 760)
PARAGRAPH_GAPS = (14, 19, 24)


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
    stays_in_tray: bool = not sys.platform.startswith("linux")  # many a Linux desktop shows no tray
    shows_notices: bool = True
    shows_pictures: bool = False  # by themselves, as an article is opened
    measure: int = 640  # of the reader's lines, in pixels at most
    paragraph_gap: int = 14  # in pixels
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
            stays_in_tray=_flag(kept["stays_in_tray"], usual=usual.stays_in_tray),
            shows_notices=_flag(kept["shows_notices"], usual=usual.shows_notices),
            shows_pictures=_flag(kept["shows_pictures"], usual=usual.shows_pictures),
            measure=_number(kept["measure"], MEASURES, usual=usual.measure),
            paragraph_gap=_number(kept["paragraph_gap"], PARAGRAPH_GAPS, usual=usual.paragraph_gap),
            sends_to_zotero=_flag(kept["sends_to_zotero"], usual=usual.sends_to_zotero),
            vault=kept["vault"],
        )

    def keep(self, settings: QSettings) -> None:
        """Write them into the settings."""
        for one in fields(self):
            value = getattr(self, one.name)
            settings.setValue(f"{_GROUP}/{one.name}", str(value) if isinstance(value, str) else int(value))


def _number(kept: str, offered: tuple[int, ...], *, usual: int) -> int:
    return int(kept) if kept.isdigit() and int(kept) in offered else usual


def _flag(kept: str, *, usual: bool) -> bool:
    return {"1": True, "0": False, "true": True, "false": False}.get(kept, usual)
