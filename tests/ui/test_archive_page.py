"""The archive page shows what would go before anything does, and asks for it only by its button."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.storage import articles, retention
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.settings.archive_page import ArchivePage
from dateline.ui.settings.dialog import SettingsDialog
from desk import Desk, QuietNewsroom

LONG_AGO = datetime.now(UTC) - timedelta(days=800)


def open_page(window: MainWindow, qtbot: QtBot) -> ArchivePage:
    window.commands[Act.SETTINGS].trigger()
    dialog = window.findChild(SettingsDialog)
    assert dialog is not None
    page = dialog.findChild(ArchivePage)
    assert page is not None
    dialog.stack.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.months.count() > 0)
    return page


def choose(page: ArchivePage, months: int | None) -> None:
    page.months.setCurrentIndex(page.months.findData(months))
    page.months.activated.emit(page.months.currentIndex())


def test_what_would_go_is_shown_and_goes_by_the_button(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Callable[..., MainWindow]
) -> None:
    desk.articles(2)
    row = desk.row("Old", at=LONG_AGO)
    desk.library.write(partial(articles.import_articles, rows=(row,), at=LONG_AGO)).result()
    page = open_page(open_window(), qtbot)
    assert page.size_now.text().startswith("3 articles, ")
    assert page.chosen is None
    choose(page, 24)
    qtbot.waitUntil(page.go.isVisible)
    assert "1 article would go" in page.preview.text()
    assert page.go.text() == "Back up and let 1 article go"
    assert newsroom.n_let_go_asked == 0
    assert desk.library.read(retention.archive).result().months is None
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: newsroom.n_let_go_asked == 1)
    assert desk.library.read(retention.archive).result().months == 24
    qtbot.waitUntil(lambda: page.preview.text().startswith("Looked after"))
    choose(page, None)
    qtbot.mouseClick(page.go, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: desk.library.read(retention.archive).result().months is None)
    assert newsroom.n_let_go_asked == 1
