"""The window under what should never come: it breaks nowhere, nothing overlaps, and it says nothing untrue.

Any warning of Qt and any unexpected log line fails a test; pictures are taken so that everything was really painted.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from functools import partial

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from dateline.errors import LibraryError
from dateline.news.feed import NewSource
from dateline.news.question import TimelineFilter
from dateline.storage import articles, sources
from dateline.ui import fonts
from dateline.ui.filter.reading import read_typed
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.timeline.card_layout import Density
from dateline.ui.timeline.reasons import Situation
from desk import NOW, Desk

Open = Callable[..., MainWindow]

HEADLINES = {
    "two thousand characters": "Chips and controls " * 105,
    "one word of two thousand": "C" * 2_000,
    "two thousand ideographs": "芯" * 2_000,
    "right to left": "מבוא לשבבים وأشباه الموصلات in one headline",
    "turned round and never turned back": "\u202ereversed\u2066 chips",
    "emoji with joiners": "👩‍👩‍👧‍👦🏳️‍🌈 chips 🇨🇳🇺🇸",
    "zero width": "Nvi\u200bdia\u200d\u2060\ufeff chips",
    "combining without end": "chip" + "\u0301\u0323" * 300,
    "lines and tabs": "chips\n\n\tand\r\u2028controls\u2029now",
    "markup": "<b>chips</b> &amp; <script>alert(1)</script> %s {name} \\n",
    "outside the plane": "𠮷𡈽 chips \U0001f9ff",
    "spaces alone": "     ",
    "nothing": "",
}


def paint(window: MainWindow) -> None:
    """Let everything be drawn that is on show."""
    QApplication.processEvents()
    assert not window.grab().isNull()


def opened(window: MainWindow, qtbot: QtBot, row: int = 0) -> None:
    window.timeline.view.select(row)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    QApplication.processEvents()


def shows(window: MainWindow, headline: str) -> bool:
    page = window.reader.page
    return page is not None and page.article.title == headline


@pytest.mark.parametrize("density", Density)
def test_any_headline_has_its_room(open_window: Open, desk: Desk, qtbot: QtBot, density: Density) -> None:
    for n, headline in enumerate(HEADLINES.values()):
        says = [("Jensen Huang", "chips are chips")]
        desk.article(headline, at=NOW - timedelta(hours=n), text="A line about chips.\nAnother line.\n", says=says)
    window = open_window(1000, 720)
    window.timeline.set_density(density)
    paint(window)
    view = window.reader.view
    for row, (name, headline) in enumerate(HEADLINES.items()):
        window.timeline.view.select(row)
        qtbot.waitUntil(partial(shows, window, headline))
        paint(window)
        title = view.title_rects()
        (words, *_) = view.quote_rects(0)
        assert all(rect.bottom() < words.top() for rect in title), name
        assert all(rect.right() <= view.viewport().width() for rect in title), name


def test_two_hundred_topics_leave_card_and_reader_whole(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    topics = ["us-china-ai", *(f"topic-{n}" for n in range(200))]
    desk.article("Everything at once", topics=topics, says=[("Jensen Huang", "chips are chips")])
    window = open_window(1000, 720)
    opened(window, qtbot)
    paint(window)
    view = window.reader.view
    view.show_quote(0)
    assert view.title_rects()[-1].bottom() < view.quote_rects(0)[0].top()


def test_five_thousand_sources_are_listed(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    new = [
        NewSource(f"https://outlet{n}.example/feed", f"Outlet {n}", outlet=f"outlet{n}", folder=f"Folder {n % 50}")
        for n in range(5_000)
    ]
    desk.library.write(partial(sources.add_sources, new=new)).result()
    window = open_window()
    window.show_screen(Screen.SOURCES)
    qtbot.waitUntil(lambda: window.following.sources is not None and len(window.following.sources) == 5_000)
    model = window.sources.table.model()
    assert model is not None
    qtbot.waitUntil(lambda: sum(model.rowCount(model.index(row, 0)) for row in range(model.rowCount())) == 5_000)
    paint(window)


def test_three_thousand_quotes_are_walked_through(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    says = [(f"Speaker {n % 40}", f"statement number {n} about chips") for n in range(3_000)]
    desk.article("A very long hearing", says=says)
    window = open_window()
    opened(window, qtbot)
    paint(window)
    for expected in (0, 1, 2):
        window.reader.next_quote()
        assert window.reader.view.current == expected
    window.reader.view.show_quote(2_999)
    paint(window)
    last = window.reader.view.quote_rects(2_999)
    assert last
    assert 0 <= last[-1].bottom() <= window.reader.view.viewport().height()


def test_an_empty_library_opens_every_screen(open_window: Open) -> None:
    window = open_window()
    paint(window)
    window.whole.setCurrentWidget(window.frame)
    for screen in Screen:
        window.show_screen(screen)
        paint(window)


def test_a_library_that_fails_says_so_and_the_window_stands(
    open_window: Open, desk: Desk, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.articles(3)
    window = open_window()

    def fail(*_: object, **__: object) -> None:
        raise LibraryError("The disk failed while the library was being read.", "Check the disk.")

    with monkeypatch.context() as broken:
        broken.setattr("dateline.storage.timeline.first_page", fail)
        broken.setattr("dateline.storage.timeline.spine", fail)
        terms, _ = read_typed("is:unread", NOW.date())
        window.ask(TimelineFilter(terms))
        qtbot.waitUntil(lambda: any("The disk failed" in label.text() for label in window.findChildren(QLabel)))
        paint(window)
        # What the window learns of sources meanwhile is no reason why nothing is shown.
        window.timeline.set_situation(Situation(n_sources=0, n_sources_done=1))
        assert "timeline.reason" not in window.tasks._pending
    window.timeline.empty.button.click()
    qtbot.waitUntil(lambda: window.timeline.timeline.rowCount() == 3)


def test_without_its_typefaces_the_window_opens_in_the_systems(
    open_window: Open, desk: Desk, qapp: QApplication, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(fonts, "_FILES", ("Gone-Regular.ttf",))
    qapp.setProperty("dateline_fonts", None)
    assert fonts.load_fonts() == ("Gone-Regular.ttf",)
    desk.article("Chips for a rival 芯片")
    paint(open_window())
    monkeypatch.undo()
    qapp.setProperty("dateline_fonts", None)
    assert fonts.load_fonts() == ()


@pytest.fixture
def in_shanghai(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Set the clock of the computer to Shanghai's, and back."""
    monkeypatch.setenv("TZ", "Asia/Shanghai")
    time.tzset()
    yield
    monkeypatch.setenv("TZ", "UTC")
    time.tzset()


@pytest.mark.usefixtures("in_shanghai")
def test_a_clock_in_another_zone_shows_its_own_day(open_window: Open, desk: Desk, qtbot: QtBot) -> None:
    desk.article("Late in London", at=datetime(2025, 11, 9, 22, 0, tzinfo=UTC))  # 10 November, 6:00 in Shanghai
    window = open_window()
    opened(window, qtbot)
    card = window.timeline.timeline.card(0)
    assert card is not None
    speech = window.timeline.timeline.index(0, 0).data(Qt.ItemDataRole.AccessibleTextRole)
    assert "06:00" in speech
    paint(window)


def test_times_beyond_the_calendar_are_shown(open_window: Open, desk: Desk) -> None:
    for at in (datetime(1970, 1, 1, tzinfo=UTC), datetime(1900, 3, 1, tzinfo=UTC), NOW + timedelta(days=4_000)):
        row = desk.row(f"Of {at.year}", at=at)
        desk.library.write(partial(articles.import_articles, rows=(row,), at=NOW)).result()
    window = open_window()
    paint(window)
    assert window.n_cards() == 3
