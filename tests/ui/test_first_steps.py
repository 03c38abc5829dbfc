"""The first run: every way from the first steps into the window, and back where one of them fails."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import Future

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import DiskFull
from dateline.news.change import Change
from dateline.news.feed import NewSource
from dateline.sources.defaults import default_sources
from dateline.ui import first_run
from dateline.ui.language import Language, remembered_language
from dateline.ui.main_window import MainWindow
from dateline.ui.sources.cookies_dialog import CookiesDialog
from desk import QuietNewsroom

Open = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def window(qtbot: QtBot, open_window: Open) -> MainWindow:
    """Open the window on a library with nothing in it."""
    window = open_window()
    qtbot.waitUntil(lambda: window.welcome.isVisible())
    return window


def test_what_can_be_read_at_once_comes_first_and_return_starts_with_what_is_ticked(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    welcome = window.welcome
    assert [row.tick.accessibleName() for row in welcome.rows] == [
        "Observer 观察者网",
        "Bloomberg",
        "Financial Times",
        "New York Times",
    ]
    qtbot.mouseClick(welcome.rows[1], LEFT)  # anywhere on the row
    assert not welcome.rows[1].tick.isChecked()
    welcome.start.setFocus()
    qtbot.keyClick(welcome.start, Qt.Key.Key_Space)
    assert (welcome.start.text(), welcome.start.isEnabled()) == ("Starting…", False)
    qtbot.waitUntil(lambda: newsroom.asked == [None])
    assert set(newsroom.added) == {source for source in default_sources() if source.outlet != "bloomberg"}


def test_the_keyboard_begins_at_the_button_that_starts(window: MainWindow) -> None:
    assert window.focusWidget() is window.welcome.start


def test_nothing_ticked_cannot_be_started(qtbot: QtBot, window: MainWindow) -> None:
    for row in window.welcome.rows:
        qtbot.mouseClick(row, LEFT)
    assert not window.welcome.start.isEnabled()


def test_a_start_that_fails_says_so_over_the_first_steps_and_lets_try_again(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def add_sources(_: Sequence[NewSource]) -> Future[Change]:
        future: Future[Change] = Future()
        future.set_exception(DiskFull("The disk is full.", "Make room, then try again."))
        return future

    monkeypatch.setattr(newsroom, "add_sources", add_sources)
    qtbot.mouseClick(window.welcome.start, LEFT)
    qtbot.waitUntil(lambda: window.toast.isVisible())
    assert window.toast.sentence == "The disk is full. Make room, then try again."
    assert (window.welcome.start.text(), window.welcome.start.isEnabled()) == ("Start reading", True)
    assert newsroom.asked == []


def test_the_sample_is_one_click_away(qtbot: QtBot, window: MainWindow) -> None:
    with qtbot.waitSignal(window.sample_wanted):
        qtbot.mouseClick(window.welcome.sample, LEFT)


def test_cookies_can_be_given_before_there_is_a_source(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    rows = window.welcome.rows
    assert [row.cookies.isVisible() for row in rows] == [False, True, True, True]
    qtbot.mouseClick(rows[2].cookies, LEFT)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, CookiesDialog)
    assert dialog.host.text() == "ft.com"
    dialog.text.setPlainText("session=1")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    qtbot.waitUntil(lambda: newsroom.cookies == [("ft.com", "session=1")])
    qtbot.waitUntil(lambda: window.toast.sentence.startswith("The login for ft.com is kept."))
    assert newsroom.asked == []  # there is nothing yet to ask with it
    said = [row.tick.accessibleDescription() for row in rows]
    assert said[2] == "Your login is kept; the first reading shows what it opens."
    assert said[3] == "Teasers only, until you add the cookies of your subscription."
    assert rows[2].tick.isChecked()


def test_another_language_is_kept_and_dateline_starts_again_in_it(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    starts: list[str] = []
    monkeypatch.setattr(first_run, "start_again", lambda: starts.append("again"))
    languages = window.welcome.languages
    assert languages[Language.ENGLISH].isChecked()
    qtbot.mouseClick(languages[Language.ENGLISH], LEFT)
    assert languages[Language.ENGLISH].isChecked()
    assert starts == []
    qtbot.mouseClick(languages[Language.CHINESE], LEFT)
    assert starts == ["again"]
    assert remembered_language(window.settings) is Language.CHINESE


@pytest.mark.usefixtures("chinese")
def test_the_language_that_is_spoken_is_the_one_that_is_marked(window: MainWindow) -> None:
    assert window.welcome.languages[Language.CHINESE].isChecked()
    assert not window.welcome.languages[Language.ENGLISH].isChecked()


def test_no_word_of_a_row_runs_under_its_button(qtbot: QtBot, window: MainWindow) -> None:
    window.resize(900, 600)
    for row in window.welcome.rows[1:]:
        qtbot.waitUntil(lambda row=row: row.height() == row.heightForWidth(row.width()))
        assert row.cookies.geometry().right() == row.width() - 1
    assert QApplication.activeModalWidget() is None
