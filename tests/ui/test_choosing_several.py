"""Several cards chosen together, and what is done with all of them at once."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QContextMenuEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from dateline.news.question import Term, TimelineFilter
from dateline.ui.key_bindings import KeyBindings, Preset
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from desk import NOW, Desk

Open = Callable[..., MainWindow]
Key = Qt.Key
CONTROL, SHIFT, PLAIN = (
    Qt.KeyboardModifier.ControlModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.NoModifier,
)
TITLES = ("Chips", "Energy", "模型", "Talent", "Trade")


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, open_window: Open) -> MainWindow:
    """Open the window on five articles."""
    for number, title in enumerate(TITLES):
        desk.article(title, at=NOW - timedelta(hours=number))
    return open_window()


def click(qtbot: QtBot, window: MainWindow, row: int, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    view = window.timeline.view
    at = view.visualRect(view.timeline.index(row, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, modifier, at)


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier = PLAIN) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier)


def chosen(window: MainWindow) -> list[str]:
    view = window.timeline.view
    titles = {card.id: card.title for row in range(5) if (card := view.timeline.card(row)) is not None}
    return [titles[one] for one in view.several]


def starred(desk: Desk) -> set[str]:
    return {card.title for card in desk.cards() if card.is_starred}


def read(desk: Desk) -> set[str]:
    return {card.title for card in desk.cards() if card.is_read}


def test_cards_are_chosen_together_by_shift_and_one_by_one_by_control(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window, 0)
    assert chosen(window) == []
    click(qtbot, window, 2, SHIFT)
    assert chosen(window) == ["Chips", "Energy", "模型"]
    assert window.timeline.head.accessibleName() == "3 chosen"
    click(qtbot, window, 1, CONTROL)
    click(qtbot, window, 4, CONTROL)
    assert chosen(window) == ["Chips", "模型", "Trade"]
    press(qtbot, window, Key.Key_Escape)
    assert chosen(window) == []
    assert window.timeline.view.current == window.timeline.timeline.id_at(4)
    assert window.timeline.head.accessibleName() == "Today, Monday 10 November, 5 articles"


def test_one_star_for_all_that_are_chosen_and_one_undo(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_J)
    press(qtbot, window, Key.Key_S)
    qtbot.waitUntil(lambda: starred(desk) == {"Chips"})
    press(qtbot, window, Key.Key_Down, SHIFT)
    press(qtbot, window, Key.Key_Down, SHIFT)
    with qtbot.waitSignal(window.marking.told) as told:
        press(qtbot, window, Key.Key_S)
    assert told.args == ["2 articles starred.", True]
    assert starred(desk) == {"Chips", "Energy", "模型"}
    assert chosen(window) == ["Chips", "Energy", "模型"]
    press(qtbot, window, Key.Key_Z, CONTROL)
    qtbot.waitUntil(lambda: starred(desk) == {"Chips"})
    press(qtbot, window, Key.Key_S)
    qtbot.waitUntil(lambda: starred(desk) == {"Chips", "Energy", "模型"})
    press(qtbot, window, Key.Key_S)  # all of them have one now
    qtbot.waitUntil(lambda: not starred(desk))


def test_control_a_means_every_article_of_the_filter(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_A, CONTROL)
    assert window.timeline.head.accessibleName() == "5 chosen"
    press(qtbot, window, Key.Key_M)
    qtbot.waitUntil(lambda: read(desk) == set(TITLES))
    press(qtbot, window, Key.Key_M)
    qtbot.waitUntil(lambda: not read(desk))


def test_tags_and_lists_take_what_is_chosen(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    click(qtbot, window, 1)
    click(qtbot, window, 3, SHIFT)
    press(qtbot, window, Key.Key_T)
    popup = window.work.tagging.popup
    qtbot.keyClicks(popup.line, "to-check")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: {card.title for card in desk.cards() if card.tags} == {"Energy", "模型", "Talent"})


def test_what_is_chosen_stays_so_when_news_come_in(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    click(qtbot, window, 1)
    click(qtbot, window, 3, SHIFT)
    new = desk.article("Chips again", at=NOW + timedelta(hours=1))
    qtbot.waitUntil(lambda: window.timeline.timeline.row_of(new) == 0)
    qtbot.waitUntil(lambda: window.timeline.timeline.card(4) is not None)
    assert chosen(window) == ["Energy", "模型", "Talent"]


def test_links_of_all_that_is_chosen_go_out(qtbot: QtBot, window: MainWindow) -> None:
    click(qtbot, window, 0)
    click(qtbot, window, 1, SHIFT)
    press(qtbot, window, Key.Key_C, CONTROL)
    data = QApplication.clipboard().mimeData()
    cards = [window.timeline.timeline.card(row) for row in (0, 1)]
    assert [url.toString() for url in data.urls()] == [card.url for card in cards if card is not None]
    assert data.text().split("\n") == [card.url for card in cards if card is not None]
    assert data.html().count("<a href") == 2


def test_what_was_copied_stays_where_no_card_is_at_hand(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    QApplication.clipboard().setText("copied before")
    monkeypatch.setattr(window.timeline.timeline, "card", lambda _: None)  # as while it is read
    press(qtbot, window, Key.Key_C, CONTROL)
    assert QApplication.clipboard().text() == "copied before"


@pytest.mark.qt_log_ignore("This plugin does not support")  # raising a popup, grabbing the keyboard for it
def test_the_menu_of_a_card_has_its_acts_with_their_keys(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    view = window.timeline.view
    at = view.visualRect(view.timeline.index(2, 0)).center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.RightButton, pos=at)
    QApplication.sendEvent(view.viewport(), QContextMenuEvent(QContextMenuEvent.Reason.Mouse, at, QPoint(300, 300)))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    assert window.commands[Act.TAG] in menu.actions()
    assert menu.actions()[-1].text() == "Copy the link"
    window.commands[Act.STAR].trigger()
    menu.close()
    qtbot.waitUntil(lambda: starred(desk) == {"模型"})


def test_m_and_s_are_for_the_article_that_is_still_read_under_another_filter(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None and read(desk) == {"Chips"})
    window.ask(TimelineFilter((Term("Energy"),)))
    qtbot.waitUntil(lambda: window.timeline.timeline.rowCount() == 1 and window.timeline.current() is None)
    press(qtbot, window, Key.Key_S)
    qtbot.waitUntil(lambda: starred(desk) == {"Chips"})
    press(qtbot, window, Key.Key_M)
    qtbot.waitUntil(lambda: not read(desk))


def test_a_key_with_shift_that_goes_to_an_article_chooses_it_alone(qtbot: QtBot, window: MainWindow) -> None:
    window.commands.rebind(KeyBindings(Preset.NETNEWSWIRE))
    click(qtbot, window, 2)
    press(qtbot, window, Key.Key_J, SHIFT)
    view = window.timeline.view
    assert view.current == window.timeline.timeline.id_at(1)
    assert chosen(window) == []
    assert view.n_chosen == 1
