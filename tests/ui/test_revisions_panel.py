"""The Revisions of an article: what changed, struck out and underlined, and why there is nothing to show."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextCursor
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId, ArticleText
from dateline.news.change import Change
from dateline.storage import articles
from dateline.ui.inspector.revisions import RevisionsPanel
from dateline.ui.main_window import MainWindow
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from desk import NOW, Desk, QuietNewsroom

FIRST = "The order names 11 companies.\n“We will win it,” said Anna Weaver.\n" + "The rest stays as it is. " * 60


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, appearance: Appearance) -> RevisionsPanel:
    made = RevisionsPanel(Tasks(desk.library), appearance)
    qtbot.addWidget(made)
    made.resize(380, 600)
    made.show()
    return made


def edit(desk: Desk, article: ArticleId, text: str, title: str = "", hours: int = 1, origin: str = "page") -> None:
    at = NOW + timedelta(hours=hours)
    read = ArticleText(text, "", title=title)
    job = partial(articles.keep_text, article_id=article, text=read, findings=None, origin=origin, captured_at=at)
    desk.library.write(job).result()


def shown(qtbot: QtBot, panel: RevisionsPanel, article: ArticleId) -> str:
    panel.show_article(article)
    qtbot.waitUntil(lambda: panel.shown is not None and panel.shown.article == article)
    return panel.page.toPlainText()


def is_struck(panel: RevisionsPanel, words: str) -> bool:
    cursor: QTextCursor = panel.page.document().find(words)
    return cursor.charFormat().fontStrikeOut()


def test_a_changed_figure_and_quote_stand_above_the_difference(qtbot: QtBot, desk: Desk, panel: RevisionsPanel) -> None:
    article = desk.article("Controls", text=FIRST)
    edit(desk, article, FIRST.replace("11", "12").replace("will win", "will not win"))
    words = shown(qtbot, panel, article).replace("\xa0", " ")
    lines = words.splitlines()
    assert lines[0].split("  ") == ["Number", "11 → 12"]
    assert lines[1].startswith("Quote")
    assert "2 changes in the text" in lines[2]
    assert "The order names 1112 companies." in words
    assert is_struck(panel, "11")
    assert not is_struck(panel, "12")
    assert "…" in words
    assert words.count("The rest stays as it is.") < 20


def test_two_other_states_can_be_chosen(qtbot: QtBot, desk: Desk, panel: RevisionsPanel) -> None:
    article = desk.article("Controls", text=FIRST)
    edit(desk, article, FIRST.replace("11", "12"))
    edit(desk, article, FIRST.replace("11", "13"), hours=2, origin="capture")
    shown(qtbot, panel, article)
    assert [panel.before.itemText(n).partition(" · ")[2] for n in range(3)] == [
        "handed over",
        "from the page",
        "imported",
    ]
    panel.before.setFocus()
    qtbot.keyClick(panel.before, Qt.Key.Key_End)
    qtbot.waitUntil(
        lambda: panel.shown is not None and panel.shown.before is not None and panel.shown.before.number == 1
    )
    assert panel.page.toPlainText().splitlines()[0].endswith("11 → 13")


def test_an_article_that_never_changed_says_since_when_and_offers_to_check(
    qtbot: QtBot, desk: Desk, panel: RevisionsPanel
) -> None:
    article = desk.article("Controls", text=FIRST)
    shown(qtbot, panel, article)
    assert panel.empty.isVisible()
    assert panel.empty.sentence == "The article has not changed since 10 Nov 2025, 14:30."
    with qtbot.waitSignal(panel.check_wanted) as wanted:
        panel.empty.button.click()
    assert wanted.args == [article]


def test_markup_in_a_text_is_shown_and_not_obeyed(qtbot: QtBot, desk: Desk, panel: RevisionsPanel) -> None:
    article = desk.article("Controls", text="Nothing here yet.")
    edit(desk, article, "Nothing here yet. <b>bold</b> <img src=x> &amp; more.")
    assert "<b>bold</b> <img src=x> &amp; more." in shown(qtbot, panel, article)


def test_the_panel_follows_the_library_and_forgets_the_article(qtbot: QtBot, desk: Desk, panel: RevisionsPanel) -> None:
    article = desk.article("Controls", text=FIRST)
    shown(qtbot, panel, article)
    edit(desk, article, FIRST.replace("11", "12"))
    panel.follow(Change(changed_articles=(article,)))
    qtbot.waitUntil(lambda: panel.shown is not None and panel.shown.difference is not None)
    assert panel.page.isVisible()
    panel.show_article(None)
    assert panel.empty.isVisible()
    assert panel.shown is None


def test_in_the_window_the_tab_follows_the_reader_and_checks_again_by_the_articles_sources(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Callable[..., MainWindow]
) -> None:
    article = desk.article("Controls", text=FIRST)
    edit(desk, article, FIRST.replace("11", "12"))
    window = open_window()
    panel = window.inspector.revisions
    window.inspector.frame.choose("revisions")
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: panel.shown is not None and panel.shown.article == article)
    assert "1112" in panel.page.toPlainText()
    panel.check_wanted.emit(article)
    qtbot.waitUntil(lambda: window.toast.sentence.startswith("No source brings this article any more."))
    assert newsroom.asked == []
