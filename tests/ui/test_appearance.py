"""The application is dressed while widgets are thrown away: those that are waste wait until Qt has told all others."""

from __future__ import annotations

import gc

from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.ui.theme import Appearance, Scheme


class Listening(QWidget):
    """A widget whose own code runs when Qt tells it of another style sheet, palette or font."""

    def __init__(self) -> None:
        super().__init__()
        self.is_looking_for_waste: dict[QEvent.Type, bool] = {}

    def changeEvent(self, event: QEvent) -> None:  # noqa: N802 - Qt names it
        self.is_looking_for_waste[event.type()] = gc.isenabled()


def test_nothing_is_thrown_away_while_qt_tells_every_widget_of_its_looks(appearance: Appearance, qtbot: QtBot) -> None:
    widget = Listening()
    qtbot.addWidget(widget)
    widget.show()
    assert gc.isenabled()
    appearance.choose_scheme(Scheme.DARK)
    told = widget.is_looking_for_waste
    assert told.keys() >= {QEvent.Type.StyleChange, QEvent.Type.PaletteChange}
    assert not any(told.values())
    assert gc.isenabled()
