"""Corrections from the reader: shown at once, kept, listed, taken back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId
from dateline.news.finding import UMBRELLA, Findings
from dateline.storage import articles, corrections
from dateline.ui.main_window import MainWindow
from desk import NOW, Desk

Open = Callable[..., MainWindow]
Key = Qt.Key
SHIFT = Qt.KeyboardModifier.ShiftModifier


@pytest.fixture
def article(desk: Desk) -> ArticleId:
    desk.article("Other", says=(("A. Weaver", "We wait"),), at=NOW - timedelta(hours=1))
    return desk.article(
        "Rules", says=(("Anna Weaver", "Rules change"), ("Ben Ode", "They do")), topics=(UMBRELLA, "chips")
    )


@pytest.fixture
def window(qtbot: QtBot, article: ArticleId, open_window: Open) -> MainWindow:
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def found(desk: Desk, article: ArticleId) -> Findings:
    findings = desk.library.read(partial(articles.findings, article_id=article)).result()
    assert findings is not None
    return findings


def speakers(desk: Desk, article: ArticleId) -> list[str | None]:
    return [one.speaker.name if one.speaker else None for one in found(desk, article).quotes]


def shown(window: MainWindow) -> list[str | None]:
    page = window.reader.page
    return [one.speaker.name if one.speaker else None for one in page.quotes] if page is not None else []


def test_another_speaker_is_chosen_from_a_quotes_card(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_Q)
    press(qtbot, window, Key.Key_W, SHIFT)
    popup = window.work.correcting.speakers
    assert popup.isVisible()
    qtbot.waitUntil(lambda: popup.list.count() >= 4)
    qtbot.keyClicks(popup.line, "Ben")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: speakers(desk, article) == ["Ben Ode", "Ben Ode"])
    qtbot.waitUntil(lambda: window.toast.sentence == "Ben Ode said it.")
    qtbot.waitUntil(lambda: shown(window) == ["Ben Ode", "Ben Ode"])
    window.work.undo.undo()
    qtbot.waitUntil(lambda: speakers(desk, article) == ["Anna Weaver", "Ben Ode"])


def test_a_name_nobody_knew_is_typed_and_nobody_can_be_meant(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    for typed, wanted in (("Cy Doe", "Cy Doe"), ("Nobody who", None)):
        window.reader.open_quote(0)
        press(qtbot, window, Key.Key_W, SHIFT)
        popup = window.work.correcting.speakers
        qtbot.waitUntil(lambda popup=popup: popup.list.count() >= 4)
        qtbot.keyClicks(popup.line, typed)
        qtbot.keyClick(popup.line, Key.Key_Return)
        qtbot.waitUntil(lambda wanted=wanted: speakers(desk, article)[0] == wanted)
        qtbot.waitUntil(
            lambda wanted=wanted: (
                (page := window.reader.page) is not None
                and (page.quotes[0].speaker.name if page.quotes[0].speaker else None) == wanted
            )
        )


def test_what_is_no_quote_goes_at_once(qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_Q)
    press(qtbot, window, Key.Key_X, SHIFT)
    qtbot.waitUntil(lambda: speakers(desk, article) == ["Ben Ode"])
    qtbot.waitUntil(lambda: window.reader.page is not None and len(window.reader.page.quotes) == 1)


def test_two_names_of_one_person_become_one_everywhere(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_Q)
    press(qtbot, window, Key.Key_W, SHIFT)
    correcting = window.work.correcting
    correcting.speakers.foot.click()
    qtbot.waitUntil(lambda: correcting.speakers.list.count() == 2)
    qtbot.keyClicks(correcting.speakers.line, "A. Weaver")
    qtbot.keyClick(correcting.speakers.line, Key.Key_Return)
    qtbot.waitUntil(lambda: speakers(desk, article) == ["A. Weaver", "Ben Ode"])


def test_topics_are_ticked_and_corrections_are_listed_and_taken_back(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_T, SHIFT)
    popup = window.work.correcting.topics
    for typed in ("Chips", "Regulation"):
        qtbot.keyClicks(popup.line, typed)
        qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: [hit.id for hit in found(desk, article).topics] == [UMBRELLA, "regulation"])
    popup.close_popup()
    window.work.show_corrections()
    dialog = window.work.corrections
    assert dialog is not None
    qtbot.addWidget(dialog)
    qtbot.waitUntil(lambda: dialog.sentences() == ["It is about Regulation", "It is not about Chips"])
    dialog.list.selectAll()
    dialog.take_back()
    qtbot.waitUntil(lambda: desk.library.read(corrections.corrections).result() == ())
    qtbot.waitUntil(lambda: dialog.sentences() == [])
    assert [hit.id for hit in found(desk, article).topics] == [UMBRELLA, "chips"]
