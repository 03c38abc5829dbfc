"""Giving a subscription's cookies in the window: for the right site, refused with a sentence, never shown again."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.news.feed import NewSource, Source, SourceId, SourceState
from dateline.sources.logins import Login
from dateline.sources.secrets import Place
from dateline.storage import sources
from dateline.ui.main_window import MainWindow
from dateline.ui.sources.cookies_dialog import CookiesDialog
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]


def open_cookies(qtbot: QtBot, desk: Desk, window: MainWindow) -> CookiesDialog:
    new = NewSource("https://feeds.ft.example/rss", "FT", home_url="https://www.ft.example/technology")
    desk.library.write(partial(sources.add_sources, new=(new,))).result()
    (source,) = desk.library.read(sources.list_sources).result()
    assert isinstance(source, Source)
    window.sources.cookies_wanted.emit(source)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, CookiesDialog)
    return dialog


def test_pasted_cookies_are_kept_for_the_site_and_its_source_asked(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    dialog = open_cookies(qtbot, desk, window)
    assert dialog.host.text() == "ft.example"
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.text, "none")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.state.text() == "There are no cookies in this. Copy the header.")
    assert dialog.isVisible()
    dialog.text.setPlainText("session=letmein")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: newsroom.cookies == [("ft.example", "session=letmein")])
    said = "The login for ft.example is kept. 3 articles are fetched again."
    qtbot.waitUntil(lambda: window.toast.sentence == said)
    assert len(newsroom.asked) == 1


def test_a_name_and_password_are_kept_for_a_feed_that_asks_for_them(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    refused = Source(
        SourceId(1), "https://feeds.ft.example/rss", "FT", home_url="https://www.ft.example", state=SourceState.FAILING
    )
    window.sources.cookies_wanted.emit(refused)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, CookiesDialog)
    assert dialog.host.text() == "feeds.ft.example"
    qtbot.keyClicks(dialog.user, "ida")
    qtbot.keyClicks(dialog.password, "let me in")
    assert "let me in" not in dialog.password.displayText()
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: newsroom.passwords == [("feeds.ft.example", "ida", "let me in")])
    assert newsroom.cookies == []
    qtbot.waitUntil(lambda: window.toast.sentence == "The login for feeds.ft.example is kept.")


def test_a_cookies_file_is_read_into_the_field(qtbot: QtBot, desk: Desk, open_window: Open, tmp_path: Path) -> None:
    dialog = open_cookies(qtbot, desk, open_window())
    file = tmp_path / "cookies.txt"
    file.write_text(".ft.example\tTRUE\t/\tTRUE\t0\ta\t1", encoding="utf-8")
    dialog.read_file(file)
    assert dialog.text.toPlainText().endswith("a\t1")
    dialog.read_file(tmp_path / "gone.txt")
    assert dialog.state.text().startswith("gone.txt cannot be read")


def test_what_is_kept_is_told_without_a_value_and_can_be_forgotten(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    newsroom.login = Login("ft.example", Place.KEYRING, 2, expires_at=NOW)
    dialog = open_cookies(qtbot, desk, open_window())
    qtbot.waitUntil(dialog.remove_button.isVisible)
    assert dialog.state.text() == "The cookies for ft.example expired on 10 Nov 2025, 14:30. Give new ones."
    qtbot.mouseClick(dialog.remove_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.state.text() == "The login is forgotten.")
    assert newsroom.login is None
    assert not dialog.remove_button.isVisible()
