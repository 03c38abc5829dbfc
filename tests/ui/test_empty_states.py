"""Where there is nothing to show: one sentence that names the true cause, and one button that leads on."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import timedelta
from functools import partial
from typing import Any

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from dateline.news.question import TimelineFilter, filter_text, read_filter
from dateline.storage import articles, lists
from dateline.ui.empty_state import EmptyState
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.timeline.reasons import Remedy, Situation, reason
from desk import NOW, TODAY, Desk

Open = Callable[..., MainWindow]
LEFT = Qt.MouseButton.LeftButton


def why(typed: str, situation: Situation) -> tuple[str, str, Remedy]:
    found = reason(read_filter(typed, TODAY), situation, (), lambda term: f"“{term.field} {term.value}”", TODAY)
    return found.sentence, found.button, found.remedy


@pytest.mark.parametrize(
    ("typed", "situation", "expected"),
    [
        (
            "",
            Situation(0, n_sources=3, n_sources_tried=3, n_sources_failing=3),
            ("None of the 3 sources could be read.", "Show what is wrong", Remedy.SHOW_SOURCES),
        ),
        (
            "",
            Situation(0, n_sources=1, n_sources_tried=1, n_sources_failing=1),
            ("The one source could not be read.", "Show what is wrong", Remedy.SHOW_SOURCES),
        ),
        (
            "",
            Situation(0, n_sources=3, n_sources_tried=3, n_sources_failing=1),
            ("The sources were read, and have brought no article.", "Refresh now", Remedy.REFRESH),
        ),
        ("", Situation(0, n_sources=3), ("The sources have not been read yet.", "Refresh now", Remedy.REFRESH)),
        # Who has nothing yet has not read everything, and starring would not help.
        ("is:unread", Situation(0, 3), ("The sources have not been read yet.", "Refresh now", Remedy.REFRESH)),
        ("chips", Situation(0, 3), ("The sources have not been read yet.", "Refresh now", Remedy.REFRESH)),
        ("is:unread", Situation(9, 3), ("You have read everything here.", "Show read articles", Remedy.FILTER)),
        ("chips", Situation(9, 3), ("No article in this library has these words.", "Clear the filter", Remedy.FILTER)),
        (
            "tag:draft",
            Situation(9, 3),
            ("No article in this library answers “tag draft”.", "Clear the filter", Remedy.FILTER),
        ),
    ],
)
def test_the_cause_is_the_true_one(typed: str, situation: Situation, expected: tuple[str, str, Remedy]) -> None:
    assert why(typed, situation) == expected


def shown(window: QWidget) -> dict[str, EmptyState]:
    return {one.sentence: one for one in window.findChildren(EmptyState) if one.isVisible()}


def test_sources_that_all_failed_are_one_press_away(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.source("The FT", fails="It cannot be reached.")
    window = open_window()
    qtbot.waitUntil(lambda: "The one source could not be read." in shown(window))
    qtbot.mouseClick(window.timeline.empty.button, LEFT)
    assert window.screens.on_show is Screen.SOURCES


def test_the_sentence_of_another_filter_does_not_stand_while_the_cause_is_looked_for(
    qtbot: QtBot, desk: Desk, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles(2)
    window = open_window()
    window.ask(read_filter("is:starred", TODAY))
    qtbot.waitUntil(lambda: window.timeline.empty.sentence.startswith("You have not starred"))
    read, held = window.tasks.read, []

    def hold(job: Any, done: Any, *, slot: str, **how: Any) -> None:
        if slot == "timeline.reason":
            held.append(partial(read, job, done, slot=slot, **how))
        else:
            read(job, done, slot=slot, **how)

    monkeypatch.setattr(window.tasks, "read", hold)
    window.ask(read_filter("tag:draft", TODAY))
    qtbot.waitUntil(lambda: len(held) == 1)
    assert window.timeline.empty.sentence == ""
    held[0]()
    qtbot.waitUntil(lambda: window.timeline.empty.sentence == "No article in this library answers “tag draft”.")


def test_the_words_of_empty_panes_begin_on_one_line(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    window.ask(read_filter("nothinghasthisword", TODAY))
    beside = "The list beside this is empty, so there is nothing to read."
    qtbot.waitUntil(lambda: {"No article in this library has these words.", beside} <= shown(window).keys())
    found = "Choose an article: what is found in it stands here."
    panes = [shown(window)[one] for one in ("No article in this library has these words.", beside, found)]
    qtbot.waitUntil(lambda: len({one.icon.mapTo(window, QPoint()).y() for one in panes}) == 1)
    assert not window.reader.bar.isVisible()  # there is nothing that its layers could be of
    qtbot.mouseClick(panes[1].button, LEFT)
    assert window.timeline.filter == TimelineFilter()


def test_the_inspector_says_that_nothing_is_open(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    for tab in ("quotes", "people", "coverage", "figures"):
        window.inspector.frame.choose(tab)
        assert "Choose an article: what is found in it stands here." in shown(window.inspector.frame)
    window.inspector.frame.choose("quotes")
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: list(shown(window.inspector.frame)) == ["Nobody is quoted in this article."])
    assert window.reader.bar.isVisible()


def test_an_empty_reading_list_offers_one_way_on(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.library.write(partial(lists.make_list, name="Briefing", at=NOW)).result()
    window = open_window()
    window.work.show_list(desk.library.read(lists.lists).result()[0].id)
    qtbot.waitUntil(lambda: window.work.lists.isVisible())
    found = shown(window.work.lists)
    assert set(found) == {
        "This list is empty; press L on an article.",
        "There is nothing on this list to read.",
    }
    assert not found["There is nothing on this list to read."].button.isVisible()
    qtbot.mouseClick(found["This list is empty; press L on an article."].button, LEFT)
    assert window.screens.on_show is Screen.READING


def test_quotes_that_are_missing_lead_to_the_articles_without_full_text(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.article("Chips", topics=("chips",), at=NOW - timedelta(hours=1))
    window = open_window()
    window.ask(read_filter("topic:chips", TODAY))
    window.show_screen(Screen.QUOTES)
    full = "Nobody is quoted in the articles here, though all are in full text."
    qtbot.waitUntil(lambda: full in shown(window))
    window.ask(read_filter("topic:talent", TODAY))
    window.show_screen(Screen.QUOTES)
    qtbot.waitUntil(lambda: "There is no article here, so nobody is quoted." in shown(window))
    headline = replace(desk.row("Models", topics=("models",)), text="")
    desk.library.write(partial(articles.import_articles, rows=(headline,), at=NOW)).result()
    window.ask(read_filter("topic:models", TODAY))
    window.show_screen(Screen.QUOTES)
    short = "No quotes found: 1 of 1 articles here are not in full text."
    qtbot.waitUntil(lambda: short in shown(window))
    qtbot.mouseClick(shown(window)[short].button, LEFT)
    assert window.screens.on_show is Screen.READING
    assert filter_text(window.timeline.filter) == "topic:models -has:full-text"
