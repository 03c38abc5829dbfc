"""Finding words in the article on show, and putting the article on paper."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtPrintSupport import QPrinter, QPrintPreviewDialog, QPrintPreviewWidget
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.reader.page_search import MOST, nearest, places_of
from dateline.ui.reader.printing import printed, put_on_paper
from dateline.ui.theme import Scheme, make_theme
from desk import Desk

TEXT = "Chips need a licence. A chip 🇨🇳 is small.\n芯片需要许可证。\nNo CHIPS, no models.\n臺灣 It’s “so”.\n"


@pytest.fixture
def window(desk: Desk, open_window: Callable[..., MainWindow], qtbot: QtBot) -> MainWindow:
    desk.article("Licences again", text=TEXT)
    window = open_window()
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


@pytest.mark.parametrize(
    ("words", "found"),
    [
        ("chip", ["Chip", "chip", "CHIP"]),
        ("芯片", ["芯片"]),
        ("is small", ["is small"]),  # after a character of two units and more
        (" ", []),
        ("", []),
        ("licence. A", ["licence. A"]),
        ("tariff", []),
        ("晶片", []),
        ("許可證", ["许可证"]),  # Traditional for Simplified, and the other way round
        ("台湾", ["臺灣"]),
        ('it\'s "so"', ["It’s “so”"]),  # as it is typed, and as outlets set it
        ("It’s", ["It’s"]),
    ],
)
def test_words_are_found_where_they_stand(qapp: QApplication, words: str, found: list[str]) -> None:
    document = QTextDocument()
    document.setPlainText(TEXT)
    units = TEXT.encode("utf-16-le")
    places = places_of(words, document)
    assert [units[2 * one.start : 2 * one.end].decode("utf-16-le") for one in places] == found


def test_one_letter_in_a_long_article_is_not_found_for_ever(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("a " * (2 * MOST))
    assert len(places_of("a", document)) == MOST


def test_a_count_that_was_broken_off_says_so(qtbot: QtBot, desk: Desk, open_window: Callable[..., MainWindow]) -> None:
    desk.article("Licences", text="so " * (MOST + 1))
    window = open_window()
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    window.commands[Act.FIND].trigger()
    bar = window.reader.search_bar
    qtbot.waitUntil(bar.line.hasFocus)
    qtbot.keyClicks(bar.line, "so")
    assert bar.amount.text() == "1 of 2000+"


def test_the_search_begins_at_what_is_in_sight(qapp: QApplication) -> None:
    document = QTextDocument()
    document.setPlainText("one two one two one")
    places = places_of("one", document)
    assert [nearest(places, at) for at in (0, 1, 9, 17)] == [0, 1, 2, 0]
    assert nearest((), 3) == -1


def test_find_counts_steps_around_and_leaves_by_escape(window: MainWindow, qtbot: QtBot) -> None:
    window.commands[Act.FIND].trigger()
    bar = window.reader.search_bar
    qtbot.waitUntil(bar.line.hasFocus)
    qtbot.keyClicks(bar.line, "chip")
    assert bar.amount.text() == "1 of 3"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return)
    assert bar.amount.text() == "2 of 3"
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(bar.line, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    assert bar.amount.text() == "3 of 3"
    accent = window.appearance.theme.colour.accent
    marked = [one.cursor.selectedText() for one in window.reader.view.extraSelections()]
    current = [
        one.cursor.selectedText()
        for one in window.reader.view.extraSelections()
        if one.format.background().color() == accent
    ]
    assert (marked, current) == (["Chip", "chip", "CHIP"], ["CHIP"])
    qtbot.keyClicks(bar.line, "munk")
    assert bar.amount.text() == "Not in this article"
    qtbot.keyClick(bar.line, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert window.reader.view.extraSelections() == []
    assert window.reader.view.hasFocus()


def test_with_nothing_open_find_says_what_to_do(open_window: Callable[..., MainWindow], desk: Desk) -> None:
    desk.articles(1)
    window = open_window()
    told: list[str] = []
    window.reader.told.connect(told.append)
    window.commands[Act.FIND].trigger()
    window.commands[Act.PRINT].trigger()
    assert told == ["Open an article first, then look for words in it.", "Open an article first, then print it."]
    assert not window.reader.search_bar.isVisible()


def test_paper_says_where_the_article_stood_and_when(window: MainWindow, tmp_path: Path) -> None:
    assert window.reader.page is not None
    document = printed(window.reader.page, window.names)
    lines = document.toPlainText().split("\n")
    assert lines[0] == "Financial Times · 10 Nov 2025, 14:30"
    assert lines[1] == "https://ft.example/1"
    assert lines[2:4] == ["Licences again", "Chips need a licence. A chip 🇨🇳 is small."]
    printer = QPrinter()
    printer.setOutputFormat(QPrinter.OutputFormat.PdfFormat)
    printer.setOutputFileName(str(tmp_path / "article.pdf"))
    put_on_paper(document, printer)
    assert (tmp_path / "article.pdf").read_bytes().startswith(b"%PDF")


def test_paper_is_dark_on_white_in_a_dark_window_too(window: MainWindow) -> None:
    window.appearance.choose_scheme(Scheme.DARK)
    assert window.reader.page is not None
    document = printed(window.reader.page, window.names)
    ink = make_theme(is_dark=False).colour.text.name()
    inks: dict[str, set[str]] = {}
    block = document.begin()
    while block.isValid():
        inks[block.text()] = {place.format.foreground().color().name() for place in block.textFormats()}
        block = block.next()
    assert inks == {words: {ink} if words else inks[words] for words in inks}
    assert "Licences again" in inks


def test_print_shows_the_paper_first(window: MainWindow, qtbot: QtBot) -> None:
    window.commands[Act.PRINT].trigger()
    previews = window.findChildren(QPrintPreviewDialog)
    assert [one.isVisible() for one in previews] == [True]
    with qtbot.waitSignal(previews[0].paintRequested):
        previews[0].findChildren(QPrintPreviewWidget)[0].updatePreview()
    previews[0].reject()
