"""What things are called in the window: topics and outlets, in English and in Chinese.

The Chinese interface calls an outlet by its Chinese name where it has one. Names of outlets come from the list shipped
with Dateline; an outlet that is not on it is called what its source said.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import NamedTuple, Protocol

from PySide6.QtCore import QCoreApplication

from dateline.news.topic_names import topic_names
from dateline.text.script import has_han
from dateline.ui.language import speaks_chinese

#: Outlets published in Chinese carry both names.
_CHINESE_SIDES = frozenset({"cn", "hk", "tw"})


class OutletLook(NamedTuple):
    """How an outlet is shown: its name, the letters of its square and the square's colour (1 to 5, None: other).

    `short` is its shortest name that is still its own, for where there is little room; "" where it is not known.
    """

    id: str
    name: str
    letters: str
    colour: int | None = None
    side: str = ""
    short: str = ""

    def name_within(self, room: float, width_of: Callable[[str], float]) -> str:
        """Return the name, or the short one where the name is wider than `room`; that may be too wide as well."""
        return self.name if not self.short or width_of(self.name) <= room else self.short


class _Outlet(Protocol):
    @property
    def name(self) -> str: ...
    @property
    def zh(self) -> str: ...
    @property
    def aliases(self) -> tuple[str, ...]: ...
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
        self._topics = _topics()
        self._people: dict[str, str] = {}
        self._by_name: dict[str, str] = {}

    def topic(self, topic: str, *, in_chinese: bool = False) -> str:
        """Return a topic's name; `in_chinese` for a Chinese card. One that is not known yet is its id."""
        return (topic_names("zh") if in_chinese else self._topics).get(topic, topic)

    def know_topics(self, topics: Mapping[str, str]) -> None:
        """Learn what the user's own topics are called, by their id."""
        self._topics.update(topics)

    def know_people(self, people: Mapping[str, str]) -> None:
        """Learn what people are called, by their id."""
        self._people.update(people)

    def person(self, person: str) -> str:
        """Return what somebody is called; who is not known is called as was asked."""
        return self._people.get(person, person)

    def outlet(self, outlet: str) -> OutletLook:
        """Return how an outlet is shown, by its id or the name its source has."""
        look = self._looks.get(outlet)
        if look is None:
            look = self._looks[outlet] = self._look(outlet)
        return look

    def outlet_called(self, name: str) -> OutletLook:
        """Return how an outlet is shown, by the name that credits call it."""
        if not self._by_name:
            self._by_name.update({outlet.name: key for key, outlet in self._outlets.items()})
        return self.outlet(self._by_name.get(name, name))

    def short_outlet(self, outlet: str) -> str:
        """Return an outlet's shortest name that is still its own: FT, not Financial Times."""
        look = self.outlet(outlet)
        return look.short or look.name

    def _look(self, outlet: str) -> OutletLook:
        known = self._outlets.get(outlet)
        if known is None:
            name = outlet or QCoreApplication.translate("outlet", "Unknown outlet")
            return OutletLook(outlet, name, _letters(name))
        name = known.name
        if speaks_chinese():
            name = known.zh or known.name
        elif known.zh and known.side in _CHINESE_SIDES and known.zh != known.name:
            name = f"{known.name} {known.zh}"
        return OutletLook(outlet, name, known.letters or _letters(known.name), known.colour, known.side, _short(known))


def _short(outlet: _Outlet) -> str:
    """Return the initials where the outlet goes by them: as its letters, or as one of the names the list has for it."""
    if speaks_chinese():
        return outlet.zh or outlet.name
    initials = "".join(word[0] for word in outlet.name.removeprefix("The ").split())
    goes_by_them = len(initials) > 1 and initials in (outlet.letters, *outlet.aliases)
    return initials if goes_by_them else outlet.name


def _letters(name: str) -> str:
    """Return one Han character, or the first letters of the first two words."""
    if has_han(name[:1]):
        return name[0]
    words = [word for word in name.replace(".", " ").replace("-", " ").split() if word[:1].isalnum()]
    if not words:
        return "?"
    return (words[0][0] + (words[1][0] if len(words) > 1 else words[0][1:2])).upper()[:2]


def _topics() -> dict[str, str]:
    translate = QCoreApplication.translate
    return {
        "us-china-ai": translate("topic", "US–China AI"),
        "export-controls": translate("topic", "Export controls"),
        "chips": translate("topic", "Chips"),
        "models": translate("topic", "Models"),
        "open-source": translate("topic", "Open-source models"),
        "compute-energy": translate("topic", "Compute & energy"),
        "investment": translate("topic", "Investment"),
        "talent": translate("topic", "Talent"),
        "regulation": translate("topic", "Regulation"),
        "security": translate("topic", "Security"),
        "data-platforms": translate("topic", "Data & platforms"),
        "supply-chain": translate("topic", "Supply chain"),
        "trade-diplomacy": translate("topic", "Trade & diplomacy"),
    }
