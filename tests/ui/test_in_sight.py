"""The window where the screen that it stood on is unplugged."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.ui.main_window import MainWindow

Open = Callable[..., MainWindow]


def test_a_window_on_a_screen_that_is_gone_comes_back_and_fits(
    qtbot: QtBot, qapp: QApplication, open_window: Open
) -> None:
    window = open_window(2_000, 1_500)
    window.move(5_000, 300)
    screen = qapp.primaryScreen()
    qapp.screenRemoved.emit(screen)
    room = screen.availableGeometry()
    qtbot.waitUntil(lambda: window.x() < room.right())
    assert room.topLeft() == window.frameGeometry().topLeft()
    assert window.frameGeometry().height() == room.height()  # its width has a least that this screen is too narrow for


def test_a_window_that_is_seen_stays_where_it_is(qtbot: QtBot, qapp: QApplication, open_window: Open) -> None:
    window = open_window(900, 500)
    right = qapp.primaryScreen().availableGeometry().right()
    window.move(right - 150, 30)
    timer = window.in_sight._turn
    with qtbot.waitSignal(timer.timeout):
        qapp.screenRemoved.emit(qapp.primaryScreen())
    assert (window.x(), window.y()) == (right - 150, 30)
