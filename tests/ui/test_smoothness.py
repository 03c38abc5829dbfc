"""What keeps the window smooth: nothing is painted or searched through twice, and cards wait before they are seen."""

from __future__ import annotations

import gc
from collections.abc import Callable, Iterator
from threading import Thread, get_ident
from typing import Any

import pytest
from PySide6.QtCore import QModelIndex, QObject, QSize
from PySide6.QtGui import QPixmap
from PySide6.QtWidgets import QApplication, QStyleOptionViewItem
from pytestqt.qtbot import QtBot

from dateline.news.card import Card
from dateline.ui.main_window import MainWindow
from dateline.ui.names import Names
from dateline.ui.sidebar.model import SidebarModel
from dateline.ui.sidebar.rows import Kind, Row
from dateline.ui.sidebar.view import SidebarDelegate, SidebarView
from dateline.ui.theme import Appearance, Theme, make_theme
from dateline.ui.tidying import Tidying
from dateline.ui.timeline.card_fonts import CardFonts
from dateline.ui.timeline.card_layout import Density, Ink
from desk import Desk

Open = Callable[..., MainWindow]


class Knot:
    """Holds itself, so that only a search finds it; says in which thread that was."""

    def __init__(self, found_in: list[int]) -> None:
        self.me = self
        self.found_in = found_in

    def __del__(self) -> None:
        self.found_in.append(get_ident())


@pytest.fixture
def own_search() -> Iterator[None]:
    yield
    gc.enable()
    gc.unfreeze()


@pytest.mark.usefixtures("qapp", "own_search")
def test_waste_is_found_in_the_windows_thread_and_what_stays_is_set_aside() -> None:
    owner = QObject()
    tidying = Tidying(owner)
    found_in: list[int] = []

    def make_waste() -> None:
        for _ in range(20 * gc.get_threshold()[0]):  # Python by itself would search twenty times
            Knot(found_in)

    reader = Thread(target=make_waste)
    reader.start()
    reader.join()
    assert found_in == []
    tidying.tidy()
    assert set(found_in) == {get_ident()}
    assert len(found_in) == 20 * gc.get_threshold()[0]
    assert gc.get_freeze_count() > 0


def test_the_next_page_is_painted_before_it_is_scrolled_to(
    qtbot: QtBot, desk: Desk, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles(60)
    window = open_window()
    view = window.timeline.view
    view.grab()
    ahead: list[int] = []
    paint = view.cards.paint_ahead

    def painted(row: int) -> bool:
        if paint(row):
            ahead.append(row)
            return True
        return False

    monkeypatch.setattr(view.cards, "paint_ahead", painted)
    view.verticalScrollBar().setValue(20 * view.row_height)
    seen = view.visible_rows()
    qtbot.waitUntil(lambda: ahead == list(range(seen.stop, seen.stop + len(seen))))
    view.verticalScrollBar().setValue(19 * view.row_height)
    qtbot.waitUntil(lambda: min(ahead) < seen.start - 2)


def test_what_was_painted_ahead_is_not_drawn_again_where_the_keyboard_is_in_the_list(
    qtbot: QtBot, desk: Desk, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles(60)
    view = open_window().timeline.view
    view.setFocus()
    view.grab()
    drawn: list[int] = []
    draw = view.cards._draw

    def watched(sheet: QPixmap, card: Card, *how: Any) -> None:
        drawn.append(view.timeline.row_of(card.id))
        draw(sheet, card, *how)

    monkeypatch.setattr(view.cards, "_draw", watched)
    view.verticalScrollBar().setValue(20 * view.row_height)
    seen = view.visible_rows()
    view.grab()
    page = list(range(seen.stop, seen.stop + len(seen)))
    qtbot.waitUntil(lambda: drawn[-len(page) :] == page)
    drawn.clear()
    view.verticalScrollBar().setValue(seen.stop * view.row_height)
    view.grab()
    assert drawn == []


def test_only_rows_that_changed_are_drawn_anew() -> None:
    model = SidebarModel()
    told: list[int] = []
    model.dataChanged.connect(lambda first, last: told.extend(range(first.row(), last.row() + 1)))
    rows = [Row(f"view:{n}", Kind.VIEW, f"View {n}", count=n) for n in range(5)]
    model.show_rows(rows)
    told.clear()
    rows[3] = Row("view:3", Kind.VIEW, "View 3", count=30)
    model.show_rows(rows)
    assert told == [3]


def test_of_many_rows_that_changed_is_told_at_once() -> None:
    model = SidebarModel()
    told: list[tuple[int, int]] = []
    model.dataChanged.connect(lambda first, last: told.append((first.row(), last.row())))
    model.show_rows([Row(f"view:{n}", Kind.VIEW, f"View {n}", count=n) for n in range(100)])
    model.show_rows([Row(f"view:{n}", Kind.VIEW, f"View {n}", count=n + 1) for n in range(100)])
    assert told == [(0, 99)]


def test_other_numbers_are_drawn_without_asking_all_rows_for_their_height(
    qtbot: QtBot, appearance: Appearance, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[int] = []
    height = SidebarDelegate.sizeHint

    def watched(delegate: SidebarDelegate, option: QStyleOptionViewItem, index: QModelIndex) -> QSize:
        asked.append(index.row())
        return height(delegate, option, index)

    monkeypatch.setattr(SidebarDelegate, "sizeHint", watched)
    model = SidebarModel()
    view = SidebarView(model, appearance, Names({}))
    qtbot.addWidget(view)
    view.resize(240, 300)
    rows = [Row(f"view:{n}", Kind.VIEW, f"View {n}", "inbox", count=n) for n in range(400)]
    model.show_rows(rows)
    view.show()
    before = view.grab().toImage()
    assert max(asked) == 399
    asked.clear()
    rows[3] = Row("view:3", Kind.VIEW, "View 3", "inbox", count=30)
    model.show_rows(rows)
    QApplication.processEvents()
    assert view.grab().toImage() != before
    assert max(asked) < 100  # those in sight


@pytest.fixture
def theme() -> Theme:
    return make_theme(is_dark=False)


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("words", ["i" * 600, "Chips and export controls " * 24, "芯片与出口管制" * 80])
def test_a_text_that_goes_on_is_cut_at_the_end_of_its_last_line(theme: Theme, words: str) -> None:
    fonts = CardFonts(theme, Density.COMFORTABLE)
    width = 372.0
    lines = fonts.broken(Ink.SNIPPET, words, width, 2)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    # Full to the edge: no more is missing than a word.
    assert fonts.width(Ink.SNIPPET, lines[-1]) > width - 60


@pytest.mark.usefixtures("qapp")
@pytest.mark.parametrize("is_chinese", [False, True])
def test_narrow_letters_fill_their_lines_in_any_typeface(theme: Theme, *, is_chinese: bool) -> None:
    fonts = CardFonts(theme, Density.COMFORTABLE)
    width = 372.0
    words = "\u0131" * 600  # the dotless i, which Qt lays out
    lines = fonts.broken(Ink.SNIPPET, words, width, 2, is_chinese=is_chinese)
    assert len(lines) == 2
    assert lines[-1].endswith("…")
    assert fonts.width(Ink.SNIPPET, lines[-1], is_chinese=is_chinese) > width - 60
