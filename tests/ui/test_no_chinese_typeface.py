"""A computer without Chinese letters says so: once when the window opens, and for as long as it is so in Settings."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QLabel

from dateline.ui.fonts import NO_CHINESE
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.settings.dialog import SettingsDialog


def lack_chinese(monkeypatch: pytest.MonkeyPatch) -> None:
    every = QFontDatabase.families

    def families(system: QFontDatabase.WritingSystem = QFontDatabase.WritingSystem.Any) -> list[str]:
        return [] if system is QFontDatabase.WritingSystem.SimplifiedChinese else every(system)

    monkeypatch.setattr(QFontDatabase, "families", staticmethod(families))


def shows_note(window: MainWindow) -> bool:
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChildren(SettingsDialog)[-1]
    dialog.pages.setCurrentRow(1)
    page = dialog.stack.currentWidget()
    there = any(label.text() == NO_CHINESE and label.isVisible() for label in page.findChildren(QLabel))
    dialog.accept()
    window.activateWindow()
    return there


def test_it_is_said_once_and_again_where_the_letters_were_there_and_went(
    open_window: Callable[..., MainWindow], monkeypatch: pytest.MonkeyPatch
) -> None:
    window = open_window()
    window.tell_of_typefaces()
    assert not shows_note(window)
    window.say("Something else.")
    with monkeypatch.context() as computer:
        lack_chinese(computer)
        window.tell_of_typefaces()
        assert window.toast.sentence == NO_CHINESE
        assert shows_note(window)
        window.say("Something else.")
        window.tell_of_typefaces()
        assert window.toast.sentence == "Something else."
    window.tell_of_typefaces()
    lack_chinese(monkeypatch)
    window.tell_of_typefaces()
    assert window.toast.sentence == NO_CHINESE
