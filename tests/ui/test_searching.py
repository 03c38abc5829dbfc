"""Saved searches: kept from the filter bar, offered in the sidebar, renamed and removed from their menu."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.news.progress import RefreshDone
from dateline.news.question import filter_text, read_filter
from dateline.storage import lists, tags
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.sidebar.rows import Kind, Row
from desk import NOW, TODAY, Desk, QuietNewsroom

Open = Callable[..., MainWindow]


def searches(window: MainWindow) -> list[Row]:
    return [row for row in window.sidebar.rows.rows if row.kind is Kind.SEARCH]


def save(qtbot: QtBot, window: MainWindow, query: str, name: str) -> None:
    window.ask(read_filter(query, TODAY))
    qtbot.mouseClick(window.bar.save, Qt.MouseButton.LeftButton)
    dialog = window.searching.dialog
    assert dialog is not None
    assert not dialog.accept_button.isEnabled()
    dialog.write(name)
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: name in [row.name for row in searches(window)])


def test_a_filter_is_saved_and_asked_again_from_the_sidebar(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("Chips are scarce", topics=("chips",))
    desk.article("Models are many", topics=("models",))
    window = open_window()
    assert not window.bar.save.isEnabled()
    save(qtbot, window, "topic:chips", "Scarce things")
    assert not window.bar.save.isEnabled()
    (row,) = searches(window)
    assert (row.icon, row.count) == ("search", 1)
    window.ask(read_filter("", TODAY))
    window.sidebar.press(row, False)
    assert filter_text(window.timeline.filter) == "topic:chips"
    assert window.sidebar.chosen_key in (row.key, "topic:chips")


def test_the_menu_renames_asks_for_notice_and_removes(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    save(qtbot, window, "is:unread", "New")
    rename, notice, _up, _down, remove = [
        action for action in window.searching.menu_of(searches(window)[0]).actions() if action.text()
    ]
    notice.trigger()
    qtbot.waitUntil(lambda: searches(window)[0].icon == "bell")
    rename.trigger()
    dialog = window.searching.dialog
    assert dialog is not None
    assert dialog.name == "New"
    dialog.write("Not read yet")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: [row.name for row in searches(window)] == ["Not read yet"])
    remove.trigger()
    qtbot.waitUntil(lambda: not searches(window))


def test_every_article_is_no_search(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    window.searching.save()
    assert "no filter to save" in window.toast.sentence
    assert window.searching.dialog is None


def test_a_search_that_wants_notice_tells_of_what_a_refresh_brought(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.article("Chips are scarce", topics=("chips",))
    window = open_window()
    save(qtbot, window, "topic:chips", "Chips")
    notice = next(action for action in window.searching.menu_of(searches(window)[0]).actions() if action.isCheckable())
    notice.trigger()
    qtbot.waitUntil(lambda: searches(window)[0].icon == "bell")
    window.ask(read_filter("", TODAY))
    desk.article("More chips", topics=("chips",))
    desk.article("Soybeans")
    qtbot.waitUntil(lambda: window.n_cards() == 3)
    newsroom.tell(RefreshDone(1, 0, 2, 0, 0.1))
    qtbot.waitUntil(lambda: window.toast.sentence == "1 new article in “Chips”.")


def test_the_filter_suggests_what_the_library_has_for_every_field(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    article = desk.article("Chips are scarce", says=(("Mei Tan", "Chips are scarce."),))
    desk.library.write(partial(tags.add_tag, articles=(article,), name="interview", at=NOW)).result()
    desk.library.write(partial(lists.make_list, name="Friday chips", at=NOW)).result()
    desk.source("Trade wire")
    window = open_window()
    save(qtbot, window, "is:unread", "Morning")
    line = window.bar.field.line

    def suggested(typed: str) -> list[str]:
        line.clear()
        qtbot.keyClicks(line, typed)
        return [one.text for one in window.bar.field.completion.list.suggestions]

    window.bar.field.focus_search()
    qtbot.waitUntil(lambda: suggested("tag:i") == ["tag:interview"])
    qtbot.waitUntil(lambda: suggested("saved:mo") == ["saved:Morning"])
    assert suggested("list:fr") == ['list:"Friday chips"']
    assert suggested("source:tr") == ['source:"Trade wire"']
    assert suggested("cites:ft") == []  # finished
    assert suggested("cites:f") == ["cites:ft"]
    assert suggested("speaker:mei") == ['speaker:"Mei Tan"']


def test_a_name_that_is_taken_is_said_before_the_search_is_replaced_and_undo_brings_it_back(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(1)
    window = open_window()
    save(qtbot, window, "topic:chips", "Morning")
    window.ask(read_filter("lang:zh", TODAY))
    window.searching.save()
    dialog = window.searching.dialog
    assert dialog is not None
    assert dialog.truth.text() == "lang:zh"
    dialog.write("morning")
    assert dialog.truth.text() == "This takes the place of the search of that name: topic:chips"
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    def asked() -> list[str]:
        return [filter_text(row.question) for row in searches(window) if row.question is not None]

    qtbot.waitUntil(lambda: asked() == ["lang:zh"])
    window.undo.undo()
    qtbot.waitUntil(lambda: asked() == ["topic:chips"])
    window.searching.menu_of(searches(window)[0]).actions()[-1].trigger()
    qtbot.waitUntil(lambda: not searches(window))
    window.undo.undo()
    qtbot.waitUntil(lambda: asked() == ["topic:chips"])


def test_a_screen_with_words_of_its_own_is_looked_through_in_the_bar(
    qtbot: QtBot, open_window: Callable[..., MainWindow], desk: Desk
) -> None:
    desk.source("Financial Times")
    window = open_window()
    qtbot.waitUntil(lambda: window.following.sources is not None)
    for screen, line in (
        (Screen.SOURCES, window.sources.search),
        (Screen.LEXICON, window.lexicon.screen.chooser.line),
    ):
        window.show_screen(screen)
        assert line.isVisible()
        assert line.parentWidget() is window.bar
        assert not window.bar.field.isVisible()
        window.commands[Act.SEARCH].trigger()
        qtbot.keyClicks(line, "times")
        assert line.text() == "times"
        qtbot.keyClick(line, Qt.Key.Key_Escape)
        assert (line.text(), window.screens.on_show) == ("", screen)
    window.show_screen(Screen.READING)
    assert window.bar.field.isVisible()
    assert not window.sources.search.isVisible()
