"""A library on a disk that cannot be written: the window reads it, marks nothing, and says why."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.library import Library
from dateline.news.progress import RefreshDone
from dateline.storage import database
from dateline.ui.main_window import MainWindow
from desk import TODAY, Desk, QuietNewsroom


def test_a_library_that_can_only_be_read_is_read_and_never_shown_as_marked(
    qtbot: QtBot, tmp_path: Path, newsroom: QuietNewsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "fixed.dateline"
    with Library.open(path) as library:
        Desk(library).articles(2)
    monkeypatch.setattr(database, "can_write", lambda _: False)
    with Library.open(path) as library:
        window = MainWindow(library, newsroom, today=lambda: TODAY)
        qtbot.addWidget(window)
        with qtbot.waitExposed(window):
            window.show()
        assert "read only" in window.windowTitle()
        assert "can only be read" in window.toast.sentence
        qtbot.waitUntil(lambda: window.timeline.timeline.rowCount() == 2)
        window.timeline.view.setFocus()
        qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
        qtbot.waitUntil(lambda: window.reader.page is not None)
        qtbot.keyClick(window.timeline.view, Qt.Key.Key_S)
        qtbot.waitUntil(lambda: "nothing can be written" in window.toast.sentence)
        cards = Desk(library).cards()
        assert not any(card.is_read or card.is_starred for card in cards)
        shown = window.timeline.timeline.card(0)
        assert shown is not None
        assert (shown.is_read, shown.is_starred) == (False, False)


def test_what_ended_a_refresh_early_is_said(
    open_window: Callable[..., MainWindow], qtbot: QtBot, newsroom: QuietNewsroom
) -> None:
    window = open_window()
    newsroom.tell(RefreshDone(0, 0, 0, 0, seconds=0.0, was_stopped=True, trouble="There is no room left. Make room."))
    qtbot.waitUntil(lambda: window.toast.sentence == "There is no room left. Make room.")


def test_a_library_on_a_network_disk_is_told_of_once(open_window: Callable[..., MainWindow]) -> None:
    window = open_window()
    window.tell_of_network()
    assert "lies on a network disk" in window.toast.sentence
    window.say("Something else.")
    window.tell_of_network()
    assert window.toast.sentence == "Something else."
