"""Highlights and notes as somebody makes them: by pointer and by key, kept, shown again, taken back."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from threading import Event

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleId, ArticleText
from dateline.news.change import Change
from dateline.news.note import About, Meaning, PlacedNote
from dateline.storage import articles, notes
from dateline.text.span import Span
from dateline.ui.main_window import MainWindow
from dateline.ui.reader.layers import Layer
from dateline.ui.theme import Scheme
from desk import NOW, Desk

Open = Callable[..., MainWindow]
Key = Qt.Key

TEXT = "The quieter contest is over habit. Price is the pull, and few look back. 官员每年春天清点许可证。\n"


@pytest.fixture
def article(desk: Desk) -> ArticleId:
    return desk.article("Habit", text=TEXT, says=(("Anna Weaver", "We will answer in time"),))


@pytest.fixture
def window(qtbot: QtBot, article: ArticleId, open_window: Open) -> MainWindow:
    """Open the window with the article in the reader."""
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def select(window: MainWindow, words: str) -> None:
    start = TEXT.index(words)
    window.reader.view.select(Span(start, start + len(words)))


def highlight(qtbot: QtBot, window: MainWindow, words: str) -> None:
    select(window, words)
    press(qtbot, window, Key.Key_H)
    qtbot.waitUntil(lambda: window.work.highlighting.is_open)


def kept(desk: Desk, article: ArticleId) -> tuple[PlacedNote, ...]:
    return desk.library.read(partial(notes.placed_notes, article=article)).result()


def words(desk: Desk, article: ArticleId) -> list[str]:
    return [one.note.anchor.words if one.note.anchor else "" for one in kept(desk, article)]


def test_h_highlights_the_selection_and_a_digit_says_what_it_means(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    highlight(qtbot, window, "over habit")
    press(qtbot, window, Key.Key_2)
    qtbot.waitUntil(lambda: [one.note.meaning for one in kept(desk, article)] == [Meaning.CHECK])
    assert words(desk, article) == ["over habit"]
    assert kept(desk, article)[0].note.revision == 1
    press(qtbot, window, Key.Key_Escape)
    assert not window.work.highlighting.is_open
    assert not window.reader.view.textCursor().hasSelection()


def test_what_is_selected_stays_so_when_the_page_is_made_anew(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    select(window, "over habit")
    shown = window.reader.view.document()
    window.appearance.choose_scheme(Scheme.DARK)
    qtbot.waitUntil(lambda: window.reader.view.document() is not shown)
    assert window.reader.view.textCursor().selectedText() == "over habit"
    press(qtbot, window, Key.Key_H)
    qtbot.waitUntil(lambda: words(desk, article) == ["over habit"])


def test_e_writes_a_note_in_place_and_escape_keeps_it(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    select(window, "Price is the pull")
    press(qtbot, window, Key.Key_E)
    qtbot.waitUntil(lambda: window.work.highlighting.card.editor.hasFocus())
    qtbot.keyClicks(window.work.highlighting.card.editor, "Whose price? j k h")
    press(qtbot, window, Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.note.text for one in kept(desk, article)] == ["Whose price? j k h"])
    assert window.reader.view.hasFocus()
    press(qtbot, window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [one.note.text for one in kept(desk, article)] == [""])
    press(qtbot, window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: kept(desk, article) == ())


def test_without_a_selection_e_writes_on_the_whole_article(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_E)
    qtbot.keyClicks(window.work.highlighting.card.editor, "Read again.")
    press(qtbot, window, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: [one.note.about for one in kept(desk, article)] == [About.ARTICLE])
    qtbot.waitUntil(lambda: window.reader.page is not None and len(window.reader.page.notes) == 1)
    press(qtbot, window, Key.Key_E)
    qtbot.waitUntil(lambda: window.work.highlighting.card.text == "Read again.")
    press(qtbot, window, Key.Key_Escape)
    assert len(kept(desk, article)) == 1


def test_a_note_stands_on_the_quote_that_is_current(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_Q)
    press(qtbot, window, Key.Key_E)
    qtbot.waitUntil(lambda: words(desk, article) == ["We will answer in time"])
    assert kept(desk, article)[0].note.about is About.QUOTE


def test_what_is_typed_while_the_library_is_busy_is_the_notes(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    may_write = Event()

    def wait(_: object) -> Change:
        may_write.wait()
        return Change()

    desk.library.write(wait)
    try:
        select(window, "Price is the pull")
        press(qtbot, window, Key.Key_E)
        assert window.work.highlighting.card.editor.hasFocus()
        qtbot.keyClicks(QApplication.focusWidget(), "Whose? s m")
        assert kept(desk, article) == ()
    finally:
        may_write.set()
    press(qtbot, window, Key.Key_Escape)
    qtbot.waitUntil(lambda: [one.note.text for one in kept(desk, article)] == ["Whose? s m"])
    assert words(desk, article) == ["Price is the pull"]
    assert not window.work.highlighting.is_open


def test_words_are_chosen_by_keys_alone(qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow) -> None:
    shift = Qt.KeyboardModifier.ShiftModifier
    press(qtbot, window, Key.Key_H)
    view = window.reader.view
    assert view.selected() == Span(0, TEXT.index(" Price"))
    press(qtbot, window, Key.Key_Right)
    press(qtbot, window, Key.Key_Left, shift)
    press(qtbot, window, Key.Key_Left, shift)
    press(qtbot, window, Key.Key_Right, shift | Qt.KeyboardModifier.ControlModifier)
    press(qtbot, window, Key.Key_H)
    qtbot.waitUntil(lambda: words(desk, article) == ["is the pull, and few look"])


def test_a_press_on_its_words_opens_a_note_and_delete_removes_it_with_undo(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    highlight(qtbot, window, "few look back")
    press(qtbot, window, Key.Key_Escape)
    view = window.reader.view
    middle = view.note_rects(0)[0].center()
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=middle.toPoint())
    assert window.work.highlighting.is_open
    press(qtbot, window, Key.Key_Delete)
    qtbot.waitUntil(lambda: kept(desk, article) == ())
    qtbot.waitUntil(lambda: window.toast.sentence == "Highlight removed.")
    press(qtbot, window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: words(desk, article) == ["few look back"])


def test_a_press_beside_the_card_closes_it_and_keeps_what_was_typed(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    highlight(qtbot, window, "over habit")
    press(qtbot, window, Key.Key_E)
    qtbot.keyClicks(window.work.highlighting.card.editor, "Hm")
    qtbot.mouseClick(window.timeline.view.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(50, 400))
    assert not window.work.highlighting.is_open
    qtbot.waitUntil(lambda: [one.note.text for one in kept(desk, article)] == ["Hm"])


def test_the_same_words_are_highlighted_once_and_the_next_highlight_comes_by_key(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    for some in ("over habit", "few look back", "over habit", "habit. Price"):
        highlight(qtbot, window, some)
        press(qtbot, window, Key.Key_Escape)
    qtbot.waitUntil(lambda: words(desk, article) == ["over habit", "habit. Price", "few look back"])
    view = window.reader.view
    qtbot.waitUntil(lambda: view.page is not None and all(one.note.id for one in view.page.notes))
    for number in (0, 1, 2, 0):
        press(qtbot, window, Key.Key_H, Qt.KeyboardModifier.ShiftModifier)
        assert view._current_note == number


def test_the_layer_hides_and_shows_what_is_mine(qtbot: QtBot, article: ArticleId, window: MainWindow) -> None:
    highlight(qtbot, window, "over habit")
    press(qtbot, window, Key.Key_Escape)
    view = window.reader.view
    with_notes = len(view.extraSelections())
    window.reader.toggle_layer(Layer.NOTES)
    assert len(view.extraSelections()) == with_notes - 1
    assert Layer.NOTES not in window.reader.bar.layers


def test_a_changed_text_moves_highlights_and_names_those_that_are_loose(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    for some in ("over habit", "few look back"):
        highlight(qtbot, window, some)
        press(qtbot, window, Key.Key_Escape)
    new = "Updated. " + TEXT.replace(", and few look back", "")
    job = partial(articles.keep_text, article_id=article, text=ArticleText(new, ""), findings=None)
    desk.library.write(partial(job, origin="page", captured_at=NOW)).result()
    qtbot.waitUntil(lambda: window.reader.page is not None and window.reader.page.article.text == new)
    page = window.reader.page
    assert page is not None
    assert [one.place and one.place.of(new) for one in page.notes] == ["over habit", None]
    assert page.notes[1].is_loose


def test_closing_the_window_keeps_a_note_that_is_being_written(
    qtbot: QtBot, desk: Desk, article: ArticleId, window: MainWindow
) -> None:
    press(qtbot, window, Key.Key_E)
    qtbot.keyClicks(window.work.highlighting.card.editor, "Unfinished")
    window.close()
    qtbot.waitUntil(lambda: [one.note.text for one in kept(desk, article)] == ["Unfinished"])
