"""What is chosen over the list: the order of its cards, and what the pulse's columns are made of."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtGui import QAccessible
from PySide6.QtWidgets import QMenu
from pytestqt.qtbot import QtBot

from dateline.news.library_view import PulseDay
from dateline.news.question import Term, TimelineFilter
from dateline.ui.filter.chip import Chip
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.timeline.pulse_columns import make_columns, make_pulse
from dateline.ui.timeline.word_menu import WordMenu
from dateline.ui.window_settings import open_settings
from desk import NOW, TODAY, Desk, QuietNewsroom

Open = Callable[..., MainWindow]

#: A menu comes to the front and takes the keyboard, which the offscreen platform has not.
NO_DESKTOP = pytest.mark.qt_log_ignore("does not support raise", "does not support grabbing", extend=True)


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    desk.article("Older, about chips", at=NOW - timedelta(days=2), topics=("chips", "models"))
    desk.article("Newer, about chips", topics=("chips",))
    desk.article("About nothing in particular", at=NOW - timedelta(days=1))
    return open_window()


def choose(menu: WordMenu, words: str) -> None:
    """Press a word over the list and take another one of its menu."""
    menu.click()
    offered = menu.findChildren(QMenu)[-1]
    next(action for action in offered.actions() if action.text() == words).trigger()
    offered.close()


def word_menu(window: MainWindow, name: str) -> WordMenu:
    return next(menu for menu in window.timeline.findChildren(WordMenu) if menu.accessibleName() == name)


def titles(window: MainWindow) -> list[str]:
    model = window.timeline.timeline
    cards = [model.card(row) for row in range(model.rowCount())]
    return [card.title for card in cards if card is not None]


@NO_DESKTOP
def test_the_order_is_said_and_can_be_changed(qtbot: QtBot, window: MainWindow) -> None:
    order = word_menu(window, "Order of the list")
    assert order.accessibleDescription() == "Newest first"
    choose(order, "Oldest first")
    qtbot.waitUntil(lambda: titles(window)[:1] == ["Older, about chips"])
    assert window.timeline.filter.terms == (Term("oldest", "order"),)
    assert order.accessibleDescription() == "Oldest first"
    choose(order, "Newest first")
    qtbot.waitUntil(lambda: titles(window)[:1] == ["Newer, about chips"])
    assert window.timeline.filter == TimelineFilter()


def test_nonsense_that_was_kept_for_the_pulse_counts_as_not_chosen(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom
) -> None:
    open_settings().setValue("pulse/by", "weather")
    desk.article("On chips", topics=("chips",))
    window = MainWindow(desk.library, newsroom, today=lambda: TODAY)
    qtbot.addWidget(window, before_close_func=lambda _: None)
    window.show()
    qtbot.waitUntil(lambda: window.timeline.pulse.n_of_day(TODAY) == 1)
    assert word_menu(window, "What the columns show").accessibleDescription().endswith("by outlet")


def test_its_words_have_their_room_at_every_text_size(window: MainWindow) -> None:
    menus = window.timeline.findChildren(WordMenu)
    assert len(menus) == 2
    for scale in (1.5, 0.9, 1.0):
        window.appearance.choose_text_scale(scale)
        assert [menu.width() for menu in menus] == [menu.sizeHint().width() for menu in menus]
        assert all(menu.geometry().right() < window.timeline.width() for menu in menus)


@NO_DESKTOP
def test_the_pulse_shows_topics_and_keeps_to_it(qtbot: QtBot, window: MainWindow) -> None:
    pulse = window.timeline.pulse
    choose(word_menu(window, "What the columns show"), "By topic")
    qtbot.waitUntil(lambda: pulse.by == "topic")
    assert word_menu(window, "What the columns show").accessibleDescription() == "a day, by topic"
    assert window.settings.value("pulse/by") == "topic"
    assert not window.timeline.grab().isNull()


def test_a_column_counts_its_articles_once_whatever_topics_they_have() -> None:
    days = [PulseDay(TODAY, "ft", 2, 1)]
    topics = [PulseDay(TODAY, "chips", 2, 1), PulseDay(TODAY, "models", 1, 0)]
    column = make_columns(make_pulse(days, topics), TODAY, 400).columns[-1]
    assert column.n == 2
    assert column.n_full == 1
    assert column.parts == (("chips", 2), ("models", 1))


def test_the_activity_says_that_nothing_ran_and_starts_it(window: MainWindow, newsroom: QuietNewsroom) -> None:
    window.show_screen(Screen.ACTIVITY)
    empty = window.activity.empty
    assert empty.isVisible()
    assert "No source was asked" in empty.sentence
    assert not window.activity.button.isVisible()
    empty.button.click()
    assert newsroom.asked == [None]


def test_a_screen_reader_calls_a_chip_a_button(window: MainWindow) -> None:
    window.ask(TimelineFilter((Term("chips", "topic"),)))
    (chip,) = window.bar.findChildren(Chip)
    interface = QAccessible.queryAccessibleInterface(chip)
    assert interface.role() is QAccessible.Role.Button
    assert interface.text(QAccessible.Text.Name) == "topic Chips"
