"""The six jobs that somebody sits down for, each from its beginning to its end, with the keyboard alone."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QSystemTrayIcon
from pytestqt.qtbot import QtBot

from dateline.news.finding import UMBRELLA
from dateline.news.progress import RefreshDone
from dateline.storage import lists, notes, searches
from dateline.text.span import Span
from dateline.ui.main_window import MainWindow
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]
Key = Qt.Key
PLAIN = Qt.KeyboardModifier.NoModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
CONTROL = Qt.KeyboardModifier.ControlModifier

WIN = "China is going to win the race of artificial intelligence"


@pytest.fixture
def coverage(desk: Desk) -> Desk:
    """Keep a morning's coverage: both sides, four outlets, one speaker in three of them."""
    hour = timedelta(hours=1)
    on_topic = [UMBRELLA, "chips"]
    desk.article("Nvidia's chief on the race", outlet="ft", topics=on_topic, says=[("Jensen Huang", WIN)])
    desk.article(
        "A column retells it", outlet="bloomberg", at=NOW - hour, topics=on_topic, says=[("Jensen Huang", WIN)]
    )
    desk.article("黄仁勋谈竞赛", outlet="guancha", at=NOW - 2 * hour, lang="zh", topics=on_topic)
    desk.article("Soybeans", outlet="nyt", at=NOW - 3 * hour)
    desk.article("Open models spread", outlet="nyt", at=NOW - 26 * hour, topics=[UMBRELLA, "open-source"])
    return desk


def press(
    qtbot: QtBot, window: MainWindow, *keys: Qt.Key, with_: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier
) -> None:
    for key in keys:
        qtbot.keyClick(QApplication.focusWidget() or window, key, with_)


def ask(qtbot: QtBot, window: MainWindow, query: str) -> None:
    press(qtbot, window, Key.Key_Slash)
    typed = QInputMethodEvent()  # as Chinese is typed
    typed.setCommitString(query)
    QApplication.sendEvent(QApplication.focusWidget(), typed)
    press(qtbot, window, Key.Key_Return, Key.Key_Escape)


def read(desk: Desk) -> list[str]:
    return [card.title for card in desk.cards() if card.is_read]


def test_scan_what_is_new_on_my_topics(qtbot: QtBot, coverage: Desk, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Key.Key_G, Key.Key_C)  # US–China AI: the soybeans are gone
    qtbot.waitUntil(lambda: window.n_cards() == 4)
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: read(coverage) == ["Nvidia's chief on the race"])
    press(qtbot, window, Key.Key_S)
    qtbot.waitUntil(lambda: coverage.card("Nvidia's chief on the race").is_starred)
    press(qtbot, window, Key.Key_N)
    qtbot.waitUntil(lambda: len(read(coverage)) == 2)
    press(qtbot, window, Key.Key_A, with_=SHIFT)
    qtbot.waitUntil(lambda: len(read(coverage)) == 4)
    assert not coverage.card("Soybeans").is_read  # it is not in this list
    qtbot.waitUntil(lambda: "2 articles" in window.toast.sentence)
    press(qtbot, window, Key.Key_Z, with_=CONTROL)
    qtbot.waitUntil(lambda: len(read(coverage)) == 2)


def test_read_who_says_what(qtbot: QtBot, coverage: Desk, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    press(qtbot, window, Key.Key_Q)
    assert window.reader.view.current == 0
    assert "Jensen Huang" in window.reader._popover.accessibleDescription()
    press(qtbot, window, Key.Key_Y)
    qtbot.waitUntil(lambda: WIN in QGuiApplication.clipboard().text())
    assert "https://ft.example/1" in QGuiApplication.clipboard().text()
    press(qtbot, window, Key.Key_Escape)
    assert window.reader.view.current is None


def test_work_with_an_article_and_have_it_hold(qtbot: QtBot, coverage: Desk, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    article = coverage.card("Nvidia's chief on the race").id
    press(qtbot, window, Key.Key_T)
    qtbot.keyClicks(QApplication.focusWidget(), "race")
    press(qtbot, window, Key.Key_Return)
    qtbot.waitUntil(lambda: coverage.card("Nvidia's chief on the race").tags == ("race",))
    press(qtbot, window, Key.Key_Escape)
    window.reader.view.select(Span(0, 6))
    press(qtbot, window, Key.Key_H)
    qtbot.waitUntil(lambda: len(coverage.library.read(partial(notes.placed_notes, article=article)).result()) == 1)
    press(qtbot, window, Key.Key_Escape)
    window.close()
    again = open_window()
    press(qtbot, again, Key.Key_J)
    qtbot.waitUntil(lambda: again.reader.page is not None and len(again.reader.page.notes) == 1)
    page = again.reader.page
    assert page is not None
    assert page.article.tags == ("race",)


def test_find_what_somebody_said(qtbot: QtBot, coverage: Desk, open_window: Open) -> None:
    window = open_window()
    ask(qtbot, window, "has:quote outlet:bloomberg")
    qtbot.waitUntil(lambda: window.n_cards() == 1)
    ask(qtbot, window, "lang:zh")
    qtbot.waitUntil(lambda: window.n_cards() == 0)  # both hold: no Chinese article of Bloomberg quotes anybody
    press(qtbot, window, Key.Key_G, Key.Key_A)
    qtbot.waitUntil(lambda: window.n_cards() == 5)
    ask(qtbot, window, "竞赛")
    qtbot.waitUntil(lambda: window.n_cards() == 1)
    card = window.timeline.timeline.card(0)
    assert card is not None
    assert card.title == "黄仁勋谈竞赛"


def test_hand_over_a_reading_list(qtbot: QtBot, coverage: Desk, newsroom: QuietNewsroom, open_window: Open) -> None:
    window = open_window()
    press(qtbot, window, Key.Key_J, Key.Key_L)
    qtbot.keyClicks(QApplication.focusWidget(), "Briefing")
    press(qtbot, window, Key.Key_Return)
    qtbot.waitUntil(lambda: [one.name for one in coverage.library.read(lists.lists).result()] == ["Briefing"])
    press(qtbot, window, Key.Key_Escape)
    (one,) = coverage.library.read(lists.lists).result()
    qtbot.waitUntil(lambda: any(row.name == "Briefing" for row in window.sidebar.rows.rows))
    window.work.show_list(one.id)
    qtbot.waitUntil(lambda: window.work.lists.list is not None)
    window.activateWindow()
    press(qtbot, window, Key.Key_E, with_=CONTROL | SHIFT)
    dialog = window.exporting.dialog
    assert dialog is not None
    assert dialog.windowTitle() == "Export “Briefing”"
    dialog.reject()
    window.activateWindow()


@pytest.mark.qt_log_ignore("systemTrayWindowChanged", "does not support raise", extend=True)
def test_leave_it_running_and_be_told(
    qtbot: QtBot, coverage: Desk, newsroom: QuietNewsroom, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    told: list[str] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", lambda: True)
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _, _title, words, *_more: told.append(words))
    keep = partial(searches.save_search, name="Chips", query="topic:chips", at=NOW, wants_notice=True)
    coverage.library.write(keep).result()
    window = open_window()
    window.tray.set_wanted(is_on=True)
    window.close()
    assert not window.isVisible()
    coverage.article("More chips", topics=["chips"])
    qtbot.waitUntil(lambda: window.n_cards() == 6)
    newsroom.tell(RefreshDone(1, 0, 1, 0, 0.1))
    qtbot.waitUntil(lambda: told == ["1 new article in “Chips”."])
    window.tray.opened.emit()
    assert window.isVisible()
    window.tray.set_wanted(is_on=False)
