from array import array
from collections.abc import Callable
from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.news.question import Term, TimelineFilter
from dateline.pipeline.compare import compare_all
from dateline.ui.main_window import MainWindow
from dateline.ui.timeline.folding import folded, folds_of
from desk import NOW, Desk

FIRE = "A fire has stopped the factory in Dresden for 12 weeks, and 340 machines are lost.\n"
#: Falling ids, and a story (or none) for each.
rows = st.lists(st.tuples(st.integers(0, 10_000), st.integers(0, 5)), unique_by=lambda row: row[0], max_size=40)


@given(rows, st.sets(st.integers(0, 10_000)))
def test_every_article_stands_in_the_list_or_in_the_fold_of_one_that_does(
    given_rows: list[tuple[int, int]], is_open: set[int]
) -> None:
    spine = array("q", sorted((article for article, _ in given_rows), reverse=True))
    folds = folds_of(spine, [(article, story) for article, story in given_rows if story])
    shown = folded(spine, folds, is_open)
    hidden = {member for head, members in folds.items() if head not in is_open for member in members}
    assert sorted([*shown, *hidden]) == sorted(spine)
    assert all(head > max(members) for head, members in folds.items())


def test_an_opened_story_stands_under_its_head_out_of_the_order_of_time() -> None:
    spine = array("q", [90, 80, 70, 60])
    folds = folds_of(spine, [(90, 1), (70, 1), (55, 1), (80, 2)])
    assert folds == {90: (70,)}
    assert list(folded(spine, folds)) == [90, 80, 60]
    assert list(folded(spine, folds, {90})) == [90, 70, 80, 60]


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow]) -> MainWindow:
    hour = timedelta(hours=1)
    desk.article("Robots fold shirts", at=NOW - 2 * hour, outlet="scmp")
    desk.article("Fire stops Loomchip factory in Dresden", at=NOW - 3 * hour, text=FIRE)
    desk.article("Loomchip factory in Dresden stops after fire", at=NOW - hour, outlet="bloomberg", text=FIRE)
    compare_all(desk.library)
    return open_window()


def titles(qtbot: QtBot, window: MainWindow) -> list[str]:
    model = window.timeline.timeline
    qtbot.waitUntil(lambda: all(model.card(row) is not None for row in range(model.rowCount())))
    return [model.card(row).title.split()[0] for row in range(model.rowCount())]  # type: ignore[union-attr]


def test_a_story_is_one_card_that_opens_by_its_pill(qtbot: QtBot, window: MainWindow) -> None:
    assert titles(qtbot, window) == ["Loomchip", "Robots"]
    view = window.timeline.view
    card = window.timeline.timeline.card(0)
    assert card is not None
    assert view.cards.words(card).story == "also in FT (1)"
    spots = [QPoint(x, 20) for x in range(0, view.viewport().width(), 4)]
    pill = next(spot for spot in spots if view.cards.pill_at(card, 0, spot))
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pill)
    assert titles(qtbot, window) == ["Loomchip", "Fire", "Robots"]
    assert window.timeline.current() is None  # the pill opens the story, not the article
    QTest.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=pill)
    assert titles(qtbot, window) == ["Loomchip", "Robots"]


def test_a_card_chosen_alone_is_one_and_all_cards_are_all_articles(qtbot: QtBot, window: MainWindow) -> None:
    view = window.timeline.view
    view.select(0)
    assert (view.n_chosen, view.several) == (1, ())
    qtbot.keyClick(view, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert view.n_chosen == 3
    assert view.several == window.timeline.timeline.every_article()
    window.ask(TimelineFilter((Term("Dresden"),)))
    qtbot.waitUntil(lambda: window.timeline.timeline.rowCount() == 1 and window.timeline.timeline.is_whole)
    view.select(0)
    assert (view.n_chosen, view.several) == (1, ())


def test_what_is_done_to_the_whole_list_counts_what_is_folded_too(window: MainWindow) -> None:
    assert window.timeline.timeline.rowCount() == 2
    assert window.timeline.timeline.n_articles == 3


def test_arrow_keys_open_and_close_it(qtbot: QtBot, window: MainWindow) -> None:
    view = window.timeline.view
    view.select(0)
    QTest.keyClick(view, Qt.Key.Key_Right)
    assert titles(qtbot, window) == ["Loomchip", "Fire", "Robots"]
    view.select(1)
    QTest.keyClick(view, Qt.Key.Key_Left)
    assert titles(qtbot, window) == ["Loomchip", "Robots"]
    assert view.currentIndex().row() == 0


def test_the_next_unread_article_is_found_where_it_is_folded(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.timeline.view.select(1)
    qtbot.waitUntil(lambda: desk.card("Robots fold shirts").is_read)
    window.timeline.go_to_next_unread()
    qtbot.waitUntil(lambda: window.timeline.current() == desk.card("Fire stops Loomchip factory in Dresden").id)
    assert titles(qtbot, window) == ["Loomchip", "Fire", "Robots"]


def test_a_card_says_that_it_is_a_story(qtbot: QtBot, window: MainWindow) -> None:
    titles(qtbot, window)
    index = window.timeline.timeline.index(0, 0)
    assert "story of 2" in index.data(int(Qt.ItemDataRole.AccessibleTextRole))


def test_the_pulse_says_how_many_are_copies(qtbot: QtBot, desk: Desk, open_window: Callable[..., MainWindow]) -> None:
    text = "\n".join(
        f"The {number} maker of accelerators told the ministry in Dresden what its next hall will cost."
        for number in ("first", "second", "third", "fourth", "fifth")
    )
    desk.article("Loomchip to build in Dresden", at=NOW - timedelta(hours=2), outlet="scmp", text=text)
    desk.article("Loomchip to build in Dresden", at=NOW - timedelta(hours=1), outlet="bloomberg", text=text)
    compare_all(desk.library)
    window = open_window()
    qtbot.waitUntil(lambda: "2 articles, 2 in full text, 1 of them copies" in said(window))


def said(window: MainWindow) -> str:
    """Return what a screen reader says of the pulse."""
    return window.timeline.pulse.accessibleDescription()
