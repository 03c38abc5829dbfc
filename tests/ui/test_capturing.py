"""Pages dropped on the window and pasted into it, as somebody does it: with a file, a clipboard, an address."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import AddressNeeded, InputError
from dateline.news.article import ArticleId, Completeness
from dateline.news.capture import Captured
from dateline.ui.main_window import MainWindow
from desk import Desk, QuietNewsroom

Open = Callable[..., MainWindow]
KEPT = Captured(ArticleId(1), "https://ft.example/1", "Chips", Completeness.FULL, 900, is_kept=True)
LEFT, NONE = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier


def files(*paths: str) -> QMimeData:
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(path) if path.startswith("/") else QUrl(path) for path in paths])
    return data


def html(text: str, source: str = "") -> QMimeData:
    data = QMimeData()
    data.setHtml(text)
    if source:
        data.setData("chromium/x-source-url", source.encode())
    return data


def drop(window: MainWindow, data: QMimeData) -> bool:
    """Drag data over the window and let it go; tell whether the window took it."""
    enter = QDragEnterEvent(QPoint(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, enter)
    if not enter.isAccepted():
        return False
    event = QDropEvent(QPointF(50, 50), Qt.DropAction.CopyAction, data, LEFT, NONE)
    QApplication.sendEvent(window, event)
    return event.isAccepted()


def test_a_saved_page_that_is_dropped_is_handed_over_and_its_fate_said(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    newsroom.captures = [KEPT]
    assert drop(window, files("/home/reader/Chips.HTML"))
    assert newsroom.handed_over == [(Path("/home/reader/Chips.HTML"), "")]
    qtbot.waitUntil(lambda: window.toast.sentence == "Kept in full: Chips")


def test_what_is_no_page_is_not_taken(open_window: Open, newsroom: QuietNewsroom) -> None:
    window = open_window()
    text = QMimeData()
    text.setText("Only words.")
    for data in (files("/home/reader/chart.png"), text, QMimeData()):
        assert not drop(window, data)
    assert newsroom.handed_over == []


def test_a_copied_page_is_pasted_with_the_address_the_browser_gives(
    qtbot: QtBot, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    newsroom.captures = [KEPT]
    QGuiApplication.clipboard().setMimeData(html("<p>芯片</p>", "https://ft.example/1"))
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    ((page, url),) = newsroom.handed_over
    assert isinstance(page, bytes)
    assert ("芯片" in page.decode("utf-8"), url) == (True, "https://ft.example/1")


def test_paste_in_the_search_field_stays_a_paste(qtbot: QtBot, newsroom: QuietNewsroom, open_window: Open) -> None:
    window = open_window()
    window.bar.field.focus_search()
    QGuiApplication.clipboard().setMimeData(html("<b>chips</b>"))
    qtbot.keyClick(window.bar.field.line, Qt.Key.Key_V, Qt.KeyboardModifier.ControlModifier)
    assert newsroom.handed_over == []


def test_an_empty_clipboard_gets_a_sentence(qtbot: QtBot, newsroom: QuietNewsroom, open_window: Open) -> None:
    window = open_window()
    QGuiApplication.clipboard().clear()
    window.capturing.paste()
    assert window.toast.sentence.startswith("There is no page in the clipboard.")


def test_a_page_that_does_not_tell_its_address_is_asked_for_it_and_the_open_article_proposed(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.article("Chips")
    window = open_window()
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    newsroom.captures = [AddressNeeded("The page does not tell its address."), KEPT]
    drop(window, files("/home/reader/Chips.html"))
    qtbot.waitUntil(lambda: window.capturing.dialog is not None and window.capturing.dialog.isVisible())
    dialog = window.capturing.dialog
    assert dialog is not None
    assert dialog.address == "https://ft.example/1"
    dialog.field.clear()
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.field, "https://ft.example/2")
    qtbot.mouseClick(dialog.accept_button, LEFT)
    assert newsroom.handed_over[-1] == (Path("/home/reader/Chips.html"), "https://ft.example/2")
    qtbot.waitUntil(lambda: window.toast.sentence == "Kept in full: Chips")


def test_a_page_without_an_article_and_one_already_held_are_told_of(
    qtbot: QtBot, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    held = Captured(ArticleId(1), "https://ft.example/1", "Chips", Completeness.FULL, 900, is_kept=False)
    short = Captured(ArticleId(2), "https://ft.example/2", "Talks", Completeness.TEASER, 90, True, "Teaser only.")
    for answer, sentence in (
        (
            InputError("The saved page holds no article.", "Save it again."),
            "The saved page holds no article. Save it again.",
        ),
        (held, "“Chips” is already held as fully."),
        (short, "Kept, but not in full: Talks. Teaser only."),
    ):
        newsroom.captures = [answer]
        drop(window, files("/home/reader/page.mhtml"))
        qtbot.waitUntil(lambda sentence=sentence: window.toast.sentence == sentence)
