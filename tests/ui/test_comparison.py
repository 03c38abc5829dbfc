from collections.abc import Callable
from datetime import datetime, timedelta

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId, Completeness
from dateline.news.finding import Figure
from dateline.news.library_view import StoryMember
from dateline.pipeline.compare import compare_all
from dateline.text.span import Span
from dateline.ui.comparison.pairing import _agree
from dateline.ui.comparison.screen import ComparisonScreen, _days
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from desk import NOW, Desk

RULES = "The rules change faster than our products, and nobody tells us why"
FIRE = "A fire has stopped the factory in Dresden for 12 weeks, and 340 machines are lost.\n"
LONG = FIRE + "Nobody was hurt. The owner looks for other rooms.\n" * 60


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow]) -> MainWindow:
    hour = timedelta(hours=1)
    desk.article("Robots fold shirts", at=NOW - 3 * hour, outlet="scmp")
    desk.article("Fire stops Loomchip factory in Dresden", at=NOW - 2 * hour, says=[("Anna Weaver", RULES)], text=LONG)
    desk.article(
        "Loomchip factory in Dresden stops after fire",
        at=NOW - hour,
        outlet="bloomberg",
        says=[("Weaver", "The rules change faster than our products"), ("Tomas Ferrand", "We have hope")],
        text=FIRE,
    )
    compare_all(desk.library)
    return open_window()


def compare(qtbot: QtBot, desk: Desk, window: MainWindow) -> ComparisonScreen:
    screen = window.across.comparison
    assert window.timeline.go_to(desk.card("Loomchip factory in Dresden stops after fire").id)
    QTest.keyClick(window.timeline.view, Qt.Key.Key_X)
    qtbot.waitUntil(lambda: window.screens.currentWidget() is screen)
    return screen


def test_what_is_shared_is_linked_and_the_rest_told_apart(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    assert screen.left.page is not None
    assert screen.right.page is not None
    assert (screen.left.page.article.outlet, screen.right.page.article.outlet) == ("bloomberg", "ft")
    only_left, both, only_right = (view.lines for view in screen.lists)
    assert [line.words for line in both[1:]] == ["“The rules change faster than our products”"]
    assert both[1].detail == "trimmed"
    assert [line.words for line in only_left[1:]] == ["“We have hope”"]
    assert len(only_right) == 1
    assert screen._story.text() == "Story of 2 articles in 2 outlets, 10 Nov 2025"
    assert screen.gutter.accessibleName() == "1 link"


def test_a_link_is_brought_level(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    assert screen._answer is not None
    (link,) = screen._answer.found.links
    left, right = screen.gutter.ends_of(link)
    assert right - left > 300  # the other side has a long text before it
    screen.lists[1].chosen.emit(link.line.target)
    left, right = screen.gutter.ends_of(link)
    bar = screen.right.verticalScrollBar()
    assert abs(right - left) <= 2 or bar.value() == bar.maximum()
    assert right < screen.gutter.height()


def test_a_link_is_pressed_in_the_gutter(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    assert screen._answer is not None
    (link,) = screen._answer.found.links
    with qtbot.waitSignal(screen.gutter.chosen) as pressed:
        y = screen.gutter.ends_of(link)[0]
        qtbot.mouseClick(screen.gutter, Qt.MouseButton.LeftButton, pos=QPointF(8, y).toPoint())
    assert pressed.args == [link]


def test_toggles_take_links_and_underlines_away(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    assert len(screen.left.extraSelections()) == 3  # two quotes, one of them underlined: only here
    screen.only.click()
    assert len(screen.left.extraSelections()) == 2
    screen.quotes.click()
    assert screen.left.extraSelections() == []
    assert screen.gutter.accessibleName() == "0 links"


def test_a_story_of_several_days_says_from_when_to_when() -> None:
    def told(at: datetime) -> StoryMember:
        return StoryMember(ArticleId(1), "ft", "Fire", "en", at, None, Completeness.FULL)

    assert _days([told(NOW), told(NOW - timedelta(days=5))]) == "5 Nov 2025 – 10 Nov 2025"
    assert _days([]) == ""


def test_it_has_the_whole_width_until_it_is_left(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    assert not window.bar.isVisible()
    assert window.rail.isVisible()
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window.bar.isVisible()
    assert not window.rail.isVisible()
    compare(qtbot, desk, window)
    QTest.keyClick(screen, Qt.Key.Key_Slash)
    assert window.screens.on_show is Screen.READING
    assert window.bar.isVisible()


def test_both_texts_begin_level_under_their_own_heads_with_the_names_outside(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    screen = compare(qtbot, desk, window)
    tops = []
    for view in (screen.left, screen.right):
        assert view.page is not None
        (first, *_) = view.span_rects(view.page.in_document(Span(0, 5)))
        tops.append(first.top())
    assert tops[0] == tops[1] < 40
    left, right = screen.left, screen.right
    assert left._strip.geometry().right() < left.viewport().geometry().left() + 1
    assert right._strip.geometry().left() > right.viewport().geometry().right()
    assert screen.choices[0].currentText().startswith("Bloomberg, ")


def test_the_keyboard_goes_through_it_from_the_top_and_begins_in_the_text(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    screen = compare(qtbot, desk, window)
    assert screen.left.hasFocus()
    walked = [screen._back]
    while walked[-1] is not screen.lists[-1]:
        following = walked[-1].nextInFocusChain()
        while following.focusPolicy() is Qt.FocusPolicy.NoFocus or not following.isVisible():
            following = following.nextInFocusChain()
        walked.append(following)
    named = [one for one in walked if one.parentWidget() in (screen, *screen.heads, screen._head)]
    wanted = [screen._back, screen.quotes, screen.figures, screen.only, screen.export, *screen.choices]
    assert named == [*wanted, screen.left, screen.right, *screen.lists]


def test_the_story_is_handed_over_from_here(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    screen.export.click()
    dialog = window.exporting.dialog
    assert dialog is not None
    assert dialog.heading.text() == f"Export “story:{screen.story}”"
    dialog.reject()


@pytest.mark.parametrize(
    ("value", "unit", "other", "its", "is_same"),
    [
        (10.6e6, "downloads", 10.6e6, "次", True),
        (385.3e6, None, 385.3e6, "次", True),
        (12.0, "weeks", 12.0, "weeks", True),
        (12.0, "weeks", 12.0, None, False),  # a small number is the same by chance
        (12e6, "users", 12e6, "machines", False),
        (5.5e9, "USD", 5.5e9, "次", False),
        (5.5e9, "USD", 5.6e9, "USD", False),
    ],
)
def test_figures_are_the_same_where_value_and_unit_do_not_contradict(
    value: float, unit: str | None, other: float, its: str | None, is_same: bool
) -> None:
    one, two = Figure(Span(0, 1), value, unit), Figure(Span(0, 1), other, its)
    assert _agree(one, two) is _agree(two, one) is is_same


def test_sides_are_changed_and_left_by_escape(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    screen = compare(qtbot, desk, window)
    left, right = screen.choices
    assert left.count() == right.count() == 2
    QTest.keyClick(screen, Qt.Key.Key_Escape)
    assert window.screens.on_show is Screen.READING


def test_an_article_of_its_own_is_not_compared(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    assert window.timeline.go_to(desk.card("Robots fold shirts").id)
    QTest.keyClick(window.timeline.view, Qt.Key.Key_X)
    with qtbot.waitSignal(window.across.told) as told:
        pass
    assert told.args == ["No other outlet in this library covers this event."]
    assert window.screens.on_show is Screen.READING
