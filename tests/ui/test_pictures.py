"""Pictures in the reader: none by itself, all when asked for, each below its line, and the text's places stay true."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from functools import partial

import pytest
from PySide6.QtCore import QBuffer, QIODevice, Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from dateline.errors import FetchError
from dateline.news.feed import Fetched
from dateline.pipeline.pictures import MOST_PICTURES, fetch_pictures
from dateline.storage import articles
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.reader.pictures import Picture, pictures_of, read_picture
from dateline.ui.settings.dialog import SettingsDialog
from dateline.ui.settings.preferences import Preferences
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]

HTML = """<p>First line.</p><figure><img src="https://ft.example/a.png"></figure><p>Second line.</p>
<figure><img src="https://ft.example/gone.png"><figcaption>A caption</figcaption></figure><p>Third “line”.</p>"""


def png(width: int, height: int) -> bytes:
    image = QImage(width, height, QImage.Format.Format_RGB32)
    image.fill(Qt.GlobalColor.darkCyan)
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    image.save(buffer, "PNG")
    return bytes(buffer.data().data())


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> MainWindow:
    row = replace(desk.row("Chips", text="First line.\nSecond line.\nThird “line”."), html=HTML)
    desk.library.write(partial(articles.import_articles, rows=(row,), at=NOW)).result()
    newsroom.pictures["https://ft.example/a.png"] = png(300, 120)
    window = open_window()
    window.timeline.view.step(1)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def shown(window: MainWindow) -> list[QLabel]:
    viewport = window.reader.view.viewport()
    return [label for label in viewport.findChildren(QLabel) if label.accessibleName() == "Picture"]


def lines(window: MainWindow) -> list[int]:
    """Return the tops of the three lines, in the viewport."""
    view = window.reader.view
    page = window.reader.page
    assert page is not None
    spans = [page.in_document(block.span) for block in page.blocks]
    return [round(view.span_rects(span)[0].top()) - view.verticalScrollBar().value() for span in spans]


def test_pictures_come_when_they_are_asked_for(qtbot: QtBot, window: MainWindow) -> None:
    assert shown(window) == []
    before = lines(window)
    qtbot.keyClick(window.timeline.view, Qt.Key.Key_I)
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    (picture,) = shown(window)
    assert (picture.width(), picture.height()) == (300, 120)
    first, second, third = lines(window)
    assert first < picture.y() < picture.geometry().bottom() < second
    assert third - second == before[2] - before[1]  # the picture that did not come takes no room
    assert window.toast.sentence == "1 of 2 pictures came."


def test_pictures_come_by_themselves_where_the_reader_wants_them(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.commands[Act.SETTINGS].trigger()
    (dialog,) = window.findChildren(SettingsDialog)
    assert not dialog.network.pictures.isChecked()
    dialog.network.pictures.click()
    dialog.accept()
    assert shown(window) == []  # the article on show was opened before

    chips = desk.card("Chips").id
    desk.article("Another")
    qtbot.waitUntil(lambda: window.n_cards() == 2)
    for title, n in (("Another", 0), ("Chips", 1)):
        row = window.timeline.timeline.row_of(chips) if title == "Chips" else 1 - window.timeline.timeline.row_of(chips)
        window.timeline.view.select(row)
        qtbot.waitUntil(lambda t=title: window.reader.page is not None and window.reader.page.article.title == t)
        qtbot.waitUntil(lambda n=n: len(shown(window)) == n)
    assert Preferences.remembered(window.settings).shows_pictures


def test_another_article_stands_without_them(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.picturing.show_in(window.reader)
    qtbot.waitUntil(lambda: len(shown(window)) == 1)
    another = desk.article("Another")
    qtbot.waitUntil(lambda: window.n_cards() == 2)
    window.timeline.view.select(window.timeline.timeline.row_of(another))
    qtbot.waitUntil(lambda: window.reader.page is not None and window.reader.page.article.title == "Another")
    qtbot.waitUntil(lambda: shown(window) == [])
    window.picturing.show_in(window.reader)
    assert window.toast.sentence == "This article comes without pictures."


def test_pictures_stand_after_the_lines_before_them() -> None:
    assert pictures_of(HTML) == (
        Picture("https://ft.example/a.png", 1),
        Picture("https://ft.example/gone.png", 2),
    )
    assert pictures_of('<img src="file:///etc/passwd"><img src="data:image/png;base64,AA=="><img>') == ()


def test_what_is_no_picture_or_beyond_all_measure_is_none() -> None:
    assert read_picture(b"").isNull()
    assert read_picture(b"<html>no picture</html>").isNull()
    large = read_picture(png(3_000, 1_000))
    assert (large.width(), large.height()) == (1_520, 506)


def test_a_picture_that_does_not_come_is_empty_and_no_more_than_twenty_are_fetched() -> None:
    asked: list[str] = []

    def fetch(url: str, **_: object) -> Fetched:
        asked.append(url)
        if url.endswith("/1"):
            raise FetchError("It is gone.")
        return Fetched(url, url, 200, "image/png", url.encode())

    addresses = [f"https://ft.example/{n}" for n in range(30)]
    bodies = fetch_pictures(addresses, fetch)
    assert bodies[:3] == (b"https://ft.example/0", b"", b"https://ft.example/2")
    assert len(bodies) == len(asked) == MOST_PICTURES
