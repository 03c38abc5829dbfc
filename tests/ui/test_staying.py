"""What is being read stays in sight while the page is set in other lines."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QFont, QTextCursor
from PySide6.QtWidgets import QApplication, QComboBox
from pytestqt.qtbot import QtBot

from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.reader.view import ReaderView
from dateline.ui.settings.dialog import SettingsDialog
from desk import Desk

TEXT = "\n".join(f"Paragraph {n}. " + "It tells of licences, chips and those who make them. " * 8 for n in range(40))


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    desk.article("Licences again", text=TEXT)
    window = open_window()
    window.resize(1700, 900)
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def scroll_into(view: ReaderView) -> int:
    """Scroll into the midst of a paragraph and return where the first line in sight begins."""
    cursor = view.document().find("Paragraph 20")
    cursor.movePosition(QTextCursor.MoveOperation.Right, n=200)
    view.verticalScrollBar().setValue(view.verticalScrollBar().value() + view.cursorRect(cursor).center().y())
    return first_in_sight(view)


def first_in_sight(view: ReaderView) -> int:
    return view.cursorForPosition(QPoint(4, 0)).position()


def pixels_from_top(view: ReaderView, position: int) -> int:
    cursor = view.textCursor()
    cursor.setPosition(position)
    return abs(view.cursorRect(cursor).top())


def choose(box: QComboBox, number: int) -> None:
    box.setCurrentIndex(number)
    box.activated.emit(number)


@pytest.mark.parametrize(
    "change",
    [
        lambda dialog: choose(dialog.measure, 0),
        lambda dialog: choose(dialog.gap, 2),
        lambda dialog: choose(dialog.text, 4),
        lambda dialog: dialog.font_box.setCurrentFont(QFont("Inter")),
        lambda dialog: choose(dialog.scheme, 2),
    ],
    ids=["width", "room", "size", "typeface", "dark"],
)
def test_the_first_line_stays_when_settings_set_the_page_anew(
    qtbot: QtBot, window: MainWindow, change: Callable[[SettingsDialog], None]
) -> None:
    view = window.reader.view
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    first = scroll_into(view)
    before = view.document()
    change(dialog)
    assert view.document() is not before
    assert pixels_from_top(view, first) <= view.cursorRect().height()
    dialog.accept()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)


def test_the_first_line_stays_however_often_the_window_becomes_narrower_and_wider(window: MainWindow) -> None:
    view = window.reader.view
    first = scroll_into(view)
    for width in (*range(1700, 1000, -60), *range(1000, 1700, 60), 1700):
        window.resize(width, 900)
        QApplication.processEvents()
    assert first_in_sight(view) == first


def test_a_page_at_its_top_stays_there(window: MainWindow) -> None:
    window.resize(1000, 900)
    QApplication.processEvents()
    assert window.reader.view.verticalScrollBar().value() == 0
