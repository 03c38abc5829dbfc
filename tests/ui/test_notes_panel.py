"""The inspector's notes: listed, searched, written in place, given a meaning, removed."""

from __future__ import annotations

from functools import partial

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId, ArticleText
from dateline.news.note import About, Meaning, NewNote
from dateline.storage import articles, notes
from dateline.text.anchor import make_anchor
from dateline.text.span import Span
from dateline.ui.inspector.notes import NotesPanel
from dateline.ui.live import Live
from dateline.ui.tasks import Tasks
from dateline.ui.theme import Appearance
from dateline.ui.undo import UndoStack
from desk import NOW, Desk

TEXT = "The quieter contest is over habit. Price is the pull, and few look back. 官员每年春天清点许可证。\n"


@pytest.fixture
def article(desk: Desk) -> ArticleId:
    number = desk.article("Habit", text=TEXT)
    new = [NewNote(number, About.ARTICLE, text="Read **again**.", key="whole")]
    for key, words, text in (("a", "over habit", "Whose?"), ("b", "每年春天", "真的吗")):
        span = Span(TEXT.index(words), TEXT.index(words) + len(words))
        new.append(NewNote(number, anchor=make_anchor(TEXT, span), text=text, revision=1, key=key))
    desk.library.write(partial(notes.add_notes, new=new, at=NOW)).result()
    return number


@pytest.fixture
def panel(qtbot: QtBot, desk: Desk, article: ArticleId, appearance: Appearance) -> NotesPanel:
    made = NotesPanel(Tasks(desk.library), appearance, UndoStack(Tasks(desk.library)))
    live = Live(desk.library, made)
    live.changed.connect(made.follow)
    qtbot.addWidget(made, before_close_func=lambda _: live.close())
    made.resize(284, 700)
    made.show()
    made.show_article(article)
    qtbot.waitUntil(lambda: made.n_shown == 3)
    return made


def kept(desk: Desk, article: ArticleId) -> dict[str, tuple[str, Meaning]]:
    found = desk.library.read(partial(notes.notes, article=article)).result()
    return {one.key: (one.text, one.meaning) for one in found}


def test_notes_stand_in_the_order_of_the_text_and_say_what_they_are(panel: NotesPanel) -> None:
    names = [item.accessibleName() for item in panel.items()]
    assert names == ["Note, Read again.", "Key point, over habit, Whose?", "Key point, 每年春天, 真的吗"]


def test_a_note_is_written_in_place_with_the_keyboard(
    qtbot: QtBot, desk: Desk, article: ArticleId, panel: NotesPanel
) -> None:
    item = panel.items()[1]
    item.setFocus()
    qtbot.keyClick(item, Qt.Key.Key_Return)
    assert not item.editor.isHidden()
    item.editor.selectAll()
    qtbot.keyClicks(item.editor, "Nobody says")
    qtbot.keyClick(item.editor, Qt.Key.Key_Escape)
    qtbot.waitUntil(lambda: kept(desk, article)["a"][0] == "Nobody says")
    qtbot.keyClick(item, Qt.Key.Key_3)
    qtbot.waitUntil(lambda: kept(desk, article)["a"][1] is Meaning.DOUBT)
    qtbot.keyClick(item, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: panel.n_shown == 2)


def test_a_new_note_on_the_article_is_kept_when_one_leaves_its_field(
    qtbot: QtBot, desk: Desk, article: ArticleId, panel: NotesPanel
) -> None:
    panel.write_new()
    qtbot.keyClicks(panel._new, "Second")
    panel.show_article(None)
    qtbot.waitUntil(lambda: "Second" in [text for text, _ in kept(desk, article).values()])


def test_a_press_wants_the_words_in_the_text(qtbot: QtBot, panel: NotesPanel) -> None:
    with qtbot.waitSignal(panel.note_wanted):
        qtbot.mouseClick(panel.items()[2], Qt.MouseButton.LeftButton)
    with qtbot.waitSignal(panel.note_wanted):
        qtbot.keyClick(panel.items()[2], Qt.Key.Key_Space)


def test_words_that_are_gone_are_shown_with_the_reason(
    qtbot: QtBot, desk: Desk, article: ArticleId, panel: NotesPanel
) -> None:
    text = ArticleText("Price is the pull, and few look back. 官员每年春天清点许可证。", "")
    job = partial(articles.keep_text, article_id=article, text=text, findings=None, origin="page", captured_at=NOW)
    desk.library.write(job).result()
    qtbot.waitUntil(lambda: "no longer has them" in panel.items()[2].accessibleName())
    assert panel.items()[2].accessibleName().startswith("Key point, over habit, Its words stood in revision 1")


def test_many_notes_can_be_searched_in_both_languages(
    qtbot: QtBot, desk: Desk, article: ArticleId, panel: NotesPanel
) -> None:
    new = [NewNote(article, About.ARTICLE, text=f"Number {n}", key=f"n{n}") for n in range(5)]
    desk.library.write(partial(notes.add_notes, new=new, at=NOW)).result()
    qtbot.waitUntil(lambda: panel.n_shown == 8)
    for typed, n in (("numb", 5), ("春天", 1), ("who", 1), ("nothing at all", 0), ("", 8)):
        panel._search.setText(typed)
        assert panel.n_shown == n, typed
