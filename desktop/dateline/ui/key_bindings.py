"""Which key does what for this user: the table's own keys, a preset over them, and what the user chose over both.

Pure but for reading and writing the window's settings; `Commands` puts the result into force.
"""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from PySide6.QtCore import QSettings
from PySide6.QtGui import QKeySequence

from dateline.ui.keys import Act, Key, key_table

_PRESET_KEY = "keys/preset"
_OWN_KEY = "keys/own"


class Preset(StrEnum):
    """A set of keys that users of another reader know."""

    GOOGLE_READER = "google-reader"  # the table as it is
    NETNEWSWIRE = "netnewswire"


#: What NetNewsWire's single keys do, where they differ from the table.
_NETNEWSWIRE: Mapping[Act, tuple[str, ...]] = {
    Act.NEXT: ("J", "Down"),
    Act.PREVIOUS: ("Shift+J", "Up"),
    Act.NEXT_UNREAD: ("N", "+"),
    Act.ORIGINAL: ("B",),
    Act.READ: ("R", "U"),
    Act.ALL_READ: ("K",),
    Act.REFRESH: ("Ctrl+R", "F5"),
}
_PRESETS: Mapping[Preset, Mapping[Act, tuple[str, ...]]] = {
    Preset.GOOGLE_READER: {},
    Preset.NETNEWSWIRE: _NETNEWSWIRE,
}


class KeyBindings:
    """The keys in force. `own` are the user's: an act without a key has an empty tuple."""

    def __init__(self, preset: Preset = Preset.GOOGLE_READER, own: Mapping[Act, tuple[str, ...]] | None = None) -> None:
        self.preset = preset
        self.own = dict(own or {})

    @classmethod
    def remembered(cls, settings: QSettings) -> KeyBindings:
        """Return what the user chose; what cannot be read counts as not chosen."""
        name = str(settings.value(_PRESET_KEY, ""))
        preset = Preset(name) if name in set(Preset) else Preset.GOOGLE_READER
        own: dict[Act, tuple[str, ...]] = {}
        for line in str(settings.value(_OWN_KEY, "")).split("\n"):
            act, is_there, keys = line.partition("\t")
            if is_there and act in set(Act):
                own[Act(act)] = tuple(key for key in keys.split("\t") if key)
        return cls(preset, own)

    def keep(self, settings: QSettings) -> None:
        """Write them into the settings."""
        settings.setValue(_PRESET_KEY, self.preset.value)
        settings.setValue(_OWN_KEY, "\n".join(f"{act}\t" + "\t".join(keys) for act, keys in self.own.items()))

    def keys(self, key: Key) -> tuple[str, ...]:
        """Return the keys of a row of the table, in Qt's portable form."""
        return self.own.get(key.act, _PRESETS[self.preset].get(key.act, key.keys))

    def conflicts(self) -> dict[str, tuple[Key, ...]]:
        """Return the keys that more than one act has, with those acts."""
        holders: dict[str, list[Key]] = {}
        for key in key_table():
            for one in self.keys(key):
                holders.setdefault(QKeySequence(one).toString(), []).append(key)
        return {name: tuple(some) for name, some in holders.items() if len(some) > 1}

    def with_own(self, act: Act, keys: tuple[str, ...] | None) -> KeyBindings:
        """Return these bindings with other keys for an act; None gives it back its preset's."""
        own = {one: some for one, some in self.own.items() if one is not act}
        if keys is not None:
            own[act] = keys
        return KeyBindings(self.preset, own)
