"""The bar over the page keeps every button in sight."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from dateline.ui.reader.bar import ReaderBar
from dateline.ui.theme import Appearance


def test_names_of_layers_give_way_from_the_right_and_come_back(qtbot: QtBot, appearance: Appearance) -> None:
    bar = ReaderBar(appearance)
    qtbot.addWidget(bar)
    bar.show()
    for width, named in ((700, 5), (480, 3), (330, 0), (700, 5)):
        bar.resize(width, bar.height())
        shown = [toggle.text() for toggle in bar._toggles.values()]
        assert shown == ["Quotes", "Notes", "Why", "Figures", "Credits"][:named] + [""] * (5 - named)
        assert all(toggle.accessibleName() for toggle in bar._toggles.values())
