"""What goes with the pointer while something is dragged: a label of one line, small enough to aim with."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QEvent, QPointF, Qt
from PySide6.QtGui import QDrag, QMouseEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from dateline.ui.carrying import carried_articles
from dateline.ui.dragging import label
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.theme import Appearance
from desk import Desk

Open = Callable[..., MainWindow]
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drags(monkeypatch: pytest.MonkeyPatch) -> list[QDrag]:
    """Return where drags are remembered instead of waiting for a hand to let them go."""
    made: list[QDrag] = []

    def remember(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
        made.append(drag)
        return action

    monkeypatch.setattr(QDrag, "exec", remember)
    return made


def pull(qtbot: QtBot, port: QWidget, start: QPointF) -> None:
    """Press there and move so far that it is a drag."""
    qtbot.mousePress(port, LEFT, pos=start.toPoint())
    for step in (15.0, 40.0):
        at = start + QPointF(0, step)
        move = QMouseEvent(QEvent.Type.MouseMove, at, port.mapToGlobal(at), Qt.MouseButton.NoButton, LEFT, NONE)
        QApplication.sendEvent(port, move)


def test_a_label_is_one_short_line_however_long_the_words(appearance: Appearance) -> None:
    theme = appearance.theme
    short, long = label("Chips", theme, 1), label("Chips are scarce.\n" * 2000, theme, 1)
    assert short.width() < 80
    assert long.width() <= 262
    assert short.height() == long.height() == 26
    assert label("Chips", theme, 1.5).height() == 39


def test_a_card_is_dragged_by_its_headline_and_several_by_their_number(
    qtbot: QtBot, desk: Desk, open_window: Open, drags: list[QDrag]
) -> None:
    desk.articles(4)
    window = open_window()
    view = window.timeline.view

    def middle(row: int) -> QPointF:
        return QPointF(view.visualRect(view.timeline.index(row, 0)).center())

    pull(qtbot, view.viewport(), middle(1))
    qtbot.mouseRelease(view.viewport(), LEFT, pos=middle(1).toPoint())
    qtbot.mouseClick(view.viewport(), LEFT, Qt.KeyboardModifier.ShiftModifier, middle(3).toPoint())
    pull(qtbot, view.viewport(), middle(2))
    assert [len(carried_articles(drag.mimeData())) for drag in drags] == [1, 3]
    one, three = (drag.pixmap().toImage() for drag in drags)
    theme, dpr = window.appearance.theme, view.devicePixelRatioF()
    assert one == label("Story 1", theme, dpr).toImage()
    assert three == label("3 articles", theme, dpr).toImage()


def test_a_quote_is_dragged_by_its_words_from_ledger_and_inspector(
    qtbot: QtBot, desk: Desk, open_window: Open, drags: list[QDrag]
) -> None:
    desk.article("Chips", says=(("Mei Tan", "Chips are scarce now."),))
    window = open_window()
    window.timeline.view.select(0)
    quotes = window.inspector.quotes.view
    qtbot.waitUntil(lambda: quotes.model().rowCount() == 2)
    pull(qtbot, quotes.viewport(), QPointF(quotes.visualRect(quotes.model().index(1, 0)).center()))
    window.show_screen(Screen.QUOTES)
    ledger = window.across.quotes.view
    qtbot.waitUntil(lambda: ledger.model().rowCount() > 1)
    pull(qtbot, ledger.viewport(), QPointF(ledger.visualRect(ledger.model().index(1, 0)).center()))
    assert ["Chips are scarce now." in drag.mimeData().text() for drag in drags] == [True, True]
    assert all(drag.pixmap().height() < 40 * drag.pixmap().devicePixelRatio() for drag in drags)
