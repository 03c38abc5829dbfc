"""The page of saved pages shows the watched folder and changes it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.settings.dialog import SettingsDialog
from dateline.ui.settings.saved_pages_page import SavedPagesPage
from desk import QuietNewsroom


def test_a_folder_is_chosen_and_let_go(
    qtbot: QtBot,
    newsroom: QuietNewsroom,
    open_window: Callable[..., MainWindow],
    monkeypatch: pytest.MonkeyPatch,
    tmp_path: Path,
) -> None:
    window = open_window()
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    page = dialog.findChild(SavedPagesPage)
    assert page is not None
    dialog.stack.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.shown.text() == "No folder is watched for saved pages.")
    assert not page.none.isEnabled()
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_: str(tmp_path))
    qtbot.mouseClick(page.choose, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: page.shown.text() == f"Watched for saved pages: {tmp_path}")
    assert newsroom.folder == tmp_path
    qtbot.mouseClick(page.none, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not page.none.isEnabled())
    assert newsroom.folder is None
