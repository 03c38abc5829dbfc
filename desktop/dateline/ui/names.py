"""What things are called in the window: topics and outlets, in English and in Chinese.

Names of outlets come from the list shipped with Dateline; an outlet that is not on it is called what its source said.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Protocol

from PySide6.QtCore import QT_TRANSLATE_NOOP, QCoreApplication

from dateline.text.script import has_han

_TOPICS: dict[str, tuple[str, str]] = {
    "us-china-ai": (QT_TRANSLATE_NOOP("topic", "US–China AI"), "中美AI"),
    "export-controls": (QT_TRANSLATE_NOOP("topic", "Export controls"), "出口管制"),
    "chips": (QT_TRANSLATE_NOOP("topic", "Chips"), "芯片"),
    "models": (QT_TRANSLATE_NOOP("topic", "Models"), "模型"),
    "open-source": (QT_TRANSLATE_NOOP("topic", "Open-source models"), "开源"),
    "compute-energy": (QT_TRANSLATE_NOOP("topic", "Compute & energy"), "算力与能源"),
    "investment": (QT_TRANSLATE_NOOP("topic", "Investment"), "投资"),
    "talent": (QT_TRANSLATE_NOOP("topic", "Talent"), "人才"),
    "regulation": (QT_TRANSLATE_NOOP("topic", "Regulation"), "监管"),
    "security": (QT_TRANSLATE_NOOP("topic", "Security"), "安全"),
    "data-platforms": (QT_TRANSLATE_NOOP("topic", "Data & platforms"), "数据与平台"),
    "supply-chain": (QT_TRANSLATE_NOOP("topic", "Supply chain"), "供应链"),
    "trade-diplomacy": (QT_TRANSLATE_NOOP("topic", "Trade & diplomacy"), "贸易与外交"),
}

#: Outlets published in Chinese carry both names.
_CHINESE_SIDES = frozenset({"cn", "hk", "tw"})


@dataclass(frozen=True, slots=True)
class OutletLook:
    """How an outlet is shown: its name, the letters of its square and the square's colour (1 to 5, None: other)."""

    id: str
    name: str
    letters: str
    colour: int | None = None
    side: str = ""


class _Outlet(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def letters(self) -> str: ...
    @property
    def colour(self) -> int | None: ...
    @property
    def side(self) -> str: ...


class Names:
    """Names and looks, found once and kept."""

    def __init__(self, outlets: Mapping[str, _Outlet]) -> None:
        self._outlets = outlets
        self._looks: dict[str, OutletLook] = {}

    def topic(self, topic: str, *, in_chinese: bool = False) -> str:
        """Return a topic's name; `in_chinese` for a Chinese card. A topic of the user's own is its id."""
        english, chinese = _TOPICS.get(topic, (topic, topic))
        return chinese if in_chinese else QCoreApplication.translate("topic", english)

    def outlet(self, outlet: str) -> OutletLook:
        """Return how an outlet is shown, by its id or the name its source has."""
        look = self._looks.get(outlet)
        if look is None:
            look = self._looks[outlet] = self._look(outlet)
        return look

    def _look(self, outlet: str) -> OutletLook:
        known = self._outlets.get(outlet)
        if known is None:
            name = outlet or QCoreApplication.translate("outlet", "Unknown outlet")
            return OutletLook(outlet, name, _letters(name))
        name = known.name
        if known.zh and known.side in _CHINESE_SIDES and known.zh != known.name:
            name = f"{known.name} {known.zh}"
        return OutletLook(outlet, name, known.letters or _letters(known.name), known.colour, known.side)


def _letters(name: str) -> str:
    """Return one Han character, or the first letters of the first two words."""
    if has_han(name[:1]):
        return name[0]
    words = [word for word in name.replace(".", " ").replace("-", " ").split() if word[:1].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[1][0] if len(words) > 1 else words[0][1:2])).upper()[:2]
