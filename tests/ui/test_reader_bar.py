"""The bar over the page keeps every button in sight."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.ui.reader.bar import ReaderBar
from dateline.ui.theme import Appearance


def test_names_of_layers_give_way_from_the_right_and_come_back(qtbot: QtBot, appearance: Appearance) -> None:
    around = QWidget()
    qtbot.addWidget(around)
    bar = ReaderBar(appearance, around)
    around.show()
    names = ["Quotes", "Notes", "Why", "Figures", "Credits"]
    shown: list[int] = []
    for width in (900, 480, 300, 900):
        bar.resize(width, bar.height())
        toggles = list(bar._toggles.values())
        n = sum(bool(toggle.text()) for toggle in toggles)
        assert [toggle.text() for toggle in toggles] == names[:n] + [""] * (5 - n)
        assert all(toggle.accessibleName() for toggle in toggles)
        shown.append(n)
    assert shown[0] == shown[3] == 5 > shown[1] > shown[2] == 0
