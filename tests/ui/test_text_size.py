"""The user's text size, changed while the window is open: everything grows and shrinks with it, and nothing is cut."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from itertools import pairwise

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QFontMetricsF
from PySide6.QtWidgets import QAbstractButton, QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId
from dateline.news.question import Term, TimelineFilter
from dateline.sources.defaults import default_sources
from dateline.sources.outlets import outlets
from dateline.ui.buttons import Button, ToggleButton
from dateline.ui.filter.chip import Chip
from dateline.ui.main_window import MainWindow
from dateline.ui.names import Names
from dateline.ui.reader.elsewhere import Elsewhere, OtherPlace
from dateline.ui.reader.popover import QuotePopover
from dateline.ui.screens import Screen
from dateline.ui.sources.model import DUE, LAST
from dateline.ui.theme import Appearance, Scheme
from dateline.ui.welcome import Welcome
from desk import NOW, Desk

#: So far a name may reach into the room around it before a letter is cut.
_ROUND = 8


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, open_window: Callable[..., MainWindow]) -> MainWindow:
    """Open the window on an article with a quote, under a filter of two chips, with the quote's card on show."""
    for number in range(3):
        desk.article(f"Chips {number}", at=NOW - timedelta(days=number), says=(("Ana Ruiz", "we wait and see"),))
    window = open_window()
    window.ask(TimelineFilter((Term("quote", "has"), Term("ft", "outlet"))))
    qtbot.waitUntil(lambda: len(window.bar.field.chips) == 2 and window.timeline.timeline.is_whole)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def choose(qtbot: QtBot, window: MainWindow, percent: int) -> None:
    """Choose a text size, and have the quote's card opened at it."""
    window.appearance.choose_text_scale(percent / 100)
    window.reader.next_quote()
    QApplication.processEvents()  # the layouts
    qtbot.waitUntil(popover(window).isVisible)


def popover(window: MainWindow) -> QuotePopover:
    (found,) = window.findChildren(QuotePopover)
    return found


def cut(window: MainWindow) -> list[str]:
    """Return the buttons with words that have less room than these need, or lie over one another."""
    shown = [one for one in window.findChildren(QAbstractButton) if one.isVisible() and one.text()]
    named = [one for one in shown if isinstance(one, (Button, ToggleButton))]
    chips = [one for one in window.findChildren(Chip) if one.isVisible()]
    faults = [name(one) for one in (*named, *chips) if one.width() < one.sizeHint().width() - _ROUND]
    beside = [one for one in popover(window).findChildren(QWidget) if one.isVisible() and isinstance(one, Button)]
    for one, other in pairwise(beside):
        if one.geometry().right() >= other.geometry().left():
            faults.append(f"{name(one)} under {name(other)}")
    return faults


def name(button: QAbstractButton) -> str:
    return button.accessibleName() or button.text()


@pytest.mark.parametrize("percents", [(150,), (150, 100), (125, 90)])
def test_nothing_is_cut_at_any_size(qtbot: QtBot, window: MainWindow, percents: tuple[int, ...]) -> None:
    for percent in percents:
        choose(qtbot, window, percent)
    assert cut(window) == []
    control = window.appearance.theme.font("control").pointSizeF()
    assert window.menu_bar.font().pointSizeF() == control
    assert {one.font().pointSizeF() for one in window.findChildren(Button)} == {control}


def test_all_names_are_back_after_the_text_was_larger(qtbot: QtBot, window: MainWindow) -> None:
    def names() -> list[str]:
        return [one.text() for one in window.findChildren(ToggleButton) if one.isVisible()]

    before = names()
    assert {"Quotes", "Credits", "Sources", "Lexicon"} <= set(before)
    choose(qtbot, window, 150)
    assert "Lexicon" not in names()
    choose(qtbot, window, 100)
    assert names() == before


@pytest.mark.parametrize(("percent", "height"), [(100, 84), (150, 84 + 9 + 8)])
def test_the_pulse_grows_with_its_two_lines_of_text(
    qtbot: QtBot, window: MainWindow, percent: int, height: int
) -> None:
    choose(qtbot, window, percent)
    assert window.timeline.pulse.height() == height


def test_the_buttons_of_a_statement_stand_one_below_the_other_where_the_text_is_large(
    qtbot: QtBot, window: MainWindow
) -> None:
    window.show_screen(Screen.QUOTES)
    window.appearance.choose_text_scale(1.5)
    QApplication.processEvents()
    named = [one for one in window.across.quotes.findChildren(Button) if one.isVisible()]
    assert {"Copy with citation", "Add to list"} <= {one.text() for one in named}
    assert [one.text() for one in named if one.width() < one.sizeHint().width() - _ROUND] == []


def labelled(window: MainWindow, beginning: str) -> QWidget:
    """Return the part of the reader's head whose words, said or read, begin so."""
    parts = window.reader.findChildren(QWidget)
    named = [one for one in parts if one.accessibleName().startswith(beginning)]
    read = [one for one in parts if isinstance(one, QLabel) and one.text().startswith(beginning)]
    (found,) = named + read
    return found


@pytest.mark.parametrize("scheme", list(Scheme))
def test_the_mark_of_the_full_text_stands_beside_its_words(qtbot: QtBot, window: MainWindow, scheme: Scheme) -> None:
    window.show_screen(Screen.SOURCES)
    window.appearance.choose_text_scale(1.5)
    window.appearance.choose_scheme(scheme)
    window.appearance.choose_text_scale(1.0)
    window.show_screen(Screen.READING)
    QApplication.processEvents()  # the layouts
    picture = labelled(window, "Full text").grab().toImage()
    between = {picture.pixelColor(x, y).name() for x in range(14, 18) for y in range(picture.height())}
    assert len(between) == 1  # the ground, and no ink


@pytest.mark.parametrize(("percent", "lines"), [(100, 1), (150, 2)])
def test_the_clocks_take_a_second_line_where_one_is_too_short(
    qtbot: QtBot, window: MainWindow, percent: int, lines: int
) -> None:
    window.resize(1336, 900)
    choose(qtbot, window, percent)
    theme = window.appearance.theme
    clocks = labelled(window, "Published")
    assert clocks.height() == lines * (theme.line("caption") + theme.line("meta")) + 2 * (lines - 1)


def test_a_day_and_its_time_have_room_in_the_table_of_sources(window: MainWindow) -> None:
    window.show_screen(Screen.SOURCES)
    for scale in (1.0, 1.5):
        window.appearance.choose_text_scale(scale)
        metrics = QFontMetricsF(window.appearance.theme.font("sidebar", is_tabular=True))
        for column in (LAST, DUE):
            assert metrics.horizontalAdvance("27 Nov, 06:53") <= window.sources.table.columnWidth(column) - 8


@pytest.mark.parametrize("width", [1000, 1440])
def test_the_first_steps_are_whole_where_the_text_is_large(qtbot: QtBot, appearance: Appearance, width: int) -> None:
    welcome = Welcome(appearance, Names(outlets()), default_sources())
    qtbot.addWidget(welcome)
    welcome.resize(width // 2, 500)
    welcome.show()
    appearance.choose_text_scale(1.5)
    qtbot.waitUntil(lambda: all(row.height() == row.heightForWidth(row.width()) for row in welcome.rows))
    buttons = (welcome.start, welcome.opml, welcome.sample)
    qtbot.waitUntil(lambda: all(one.width() >= one.sizeHint().width() for one in buttons))
    name, truth = (QFontMetricsF(appearance.theme.font(style)).height() for style in ("control", "sidebar"))
    for row in welcome.rows:
        assert row.height() >= name + truth + 20
        assert row.rect().contains(row.tick.geometry())


@pytest.mark.parametrize(("percent", "shown"), [(100, "SCMP"), (150, "SC…")])
def test_a_long_outlet_gives_way_to_its_day_and_mark_in_the_quotes_card(
    qtbot: QtBot, appearance: Appearance, percent: int, shown: str
) -> None:
    appearance.choose_text_scale(percent / 100)
    holder = QWidget()
    qtbot.addWidget(holder)
    elsewhere = Elsewhere(appearance, holder)
    names = Names(outlets())
    long = OtherPlace(ArticleId(7), names.outlet("scmp"), "6 Nov", "possible, in English", is_first=False)
    short = OtherPlace(ArticleId(8), names.outlet("ft"), "5 Nov", "", is_first=False)
    elsewhere.resize(330, 10)
    elsewhere.show_places([short, long])
    assert elsewhere.name_shown(0) == "Financial Times"
    assert elsewhere.name_shown(1) == shown
    holder.resize(400, 300)
    holder.show()
    ground = elsewhere.palette().window().color().name()
    mark = QFontMetricsF(appearance.theme.font("caption")).horizontalAdvance(long.mark) + 10
    picture = elsewhere.grab().toImage()
    x = round(330 - 14 - mark) - 4  # between the day and the mark
    row = range(elsewhere.height() - 6 - round(24 * percent / 100), elsewhere.height() - 6)
    assert {picture.pixelColor(x, y).name() for y in row} == {ground}
    chosen: list[ArticleId] = []
    elsewhere.chosen.connect(chosen.append)
    qtbot.mouseClick(elsewhere, Qt.MouseButton.LeftButton, pos=QPoint(60, elsewhere.height() - 12))
    assert chosen == [long.article]
