from collections.abc import Callable
from datetime import timedelta
from functools import partial
from threading import Event
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from dateline.errors import DamagedLibrary
from dateline.news.article import ArticleId
from dateline.news.library_view import Ledger, QuoteVersion
from dateline.news.question import Term, TimelineFilter
from dateline.pipeline.compare import compare_all
from dateline.storage import ledger, lists, statements
from dateline.ui.dates import at_time, local, short_day
from dateline.ui.keys import Act
from dateline.ui.main_window import MainWindow
from dateline.ui.quotes.rows import Heading, LedgerRow
from dateline.ui.quotes.versions import VersionTarget
from dateline.ui.screens import Screen
from desk import NOW, Desk

RULES = "The rules change faster than our products, and nobody tells us why"


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, open_window: Callable[..., MainWindow]) -> MainWindow:
    day = timedelta(days=1)
    desk.article("Fire in Dresden", at=NOW - 2 * day, says=[("Anna Weaver", RULES)], topics=["chips"])
    desk.article(
        "After the fire",
        at=NOW - day,
        outlet="bloomberg",
        says=[("Anna Weaver", "The rules change faster than our products"), ("Tomas Ferrand", "We have hope")],
        topics=["models"],
    )
    compare_all(desk.library)
    window = open_window()
    window.show_screen(Screen.QUOTES)
    qtbot.waitUntil(lambda: bool(window.across.quotes.view.rows))
    return window


def versions(desk: Desk, title: str) -> dict[int, list[QuoteVersion]]:
    article = ArticleId(desk.card(title).id)
    return desk.library.read(partial(statements.versions_in, article=article)).result()


def test_a_statement_stands_once_with_who_carries_it_and_who_was_first(window: MainWindow) -> None:
    weaver, shared, ferrand, own = window.across.quotes.view.rows
    assert isinstance(weaver, Heading)
    assert (weaver.name, weaver.amount) == ("Anna Weaver", "1 statement in 2 articles")
    assert isinstance(shared, LedgerRow)
    assert shared.words == f"“{RULES}”"
    assert [look.id for look, _ in shared.carried] == ["ft", "bloomberg"]
    assert shared.first_name == "FT"
    assert isinstance(ferrand, Heading)
    assert isinstance(own, LedgerRow)
    assert window.across.quotes._amount.text() == "2 statements in 2 articles, 2 read in full"


def test_the_versions_have_their_marks(window: MainWindow) -> None:
    window.across.quotes.view.step(0)
    lines = window.across.quotes.versions.lines
    assert [(line.title, line.badge) for line in lines if line.badge] == [
        ("Financial Times", "First"),
        ("Bloomberg", "trimmed"),
    ]
    assert "Who had it first" in [line.title for line in lines]
    assert next((line.clock, line.title, line.detail) for line in lines if line.clock) == (
        "By publication",
        "Financial Times",
        at_time(short_day(local(NOW - timedelta(days=2)).date(), NOW.date()), NOW - timedelta(days=2)),
    )


def test_a_version_stands_as_its_article_leads_up_to_it_in_the_speakers_tint(qtbot: QtBot, window: MainWindow) -> None:
    quotes = window.across.quotes
    quotes.view.step(0)
    qtbot.waitUntil(lambda: any(line.marked for line in quotes.versions.lines))
    shown = [(line.words, line.marked.of(line.words)) for line in quotes.versions.lines if line.marked]
    assert shown[0] == (f"Anna Weaver said: “{RULES}”", f"“{RULES}”")
    assert quotes._row is not None
    slots = {line.slot for line in quotes.versions.lines if line.marked}
    assert slots == {quotes._row.slot}
    picture = quotes.versions.grab().toImage()
    tint = window.appearance.theme.speaker(quotes._row.slot or 0).tint.name()
    colours = {picture.pixelColor(x, y).name() for x in range(0, picture.width(), 3) for y in range(picture.height())}
    assert tint in colours


def test_what_is_asked_of_a_version_stands_under_the_versions(window: MainWindow) -> None:
    screen = window.across.quotes
    screen.view.step(0)
    heading = next(row for row, line in enumerate(screen.versions.lines) if line.is_heading)
    rows = [
        screen.versions.visualRect(screen.versions.model().index(row, 0)) for row in range(heading + 1, heading + 3)
    ]
    assert {rect.height() for rect in rows} == {24}
    screen.versions.setCurrentIndex(screen.versions.model().index(2, 0))
    assert screen._same.isVisible()
    below = screen._doubt.mapTo(screen, screen._doubt.rect().topLeft()).y()
    last = screen.versions.visualRect(screen.versions.model().index(len(screen.versions.lines) - 1, 0))
    assert 0 < below - screen.versions.mapTo(screen, last.bottomLeft()).y() < 20


def test_taken_apart_and_taken_back(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.across.quotes.view.step(0)
    trimmed = next(line.target for line in window.across.quotes.versions.lines if line.badge == "trimmed")
    assert isinstance(trimmed, VersionTarget)
    window.across.quotes.versions.select_target(trimmed)
    qtbot.waitUntil(window.across.quotes._apart.isVisible)
    qtbot.mouseClick(window.across.quotes._apart, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: versions(desk, "Fire in Dresden") == {})
    qtbot.waitUntil(lambda: len(window.across.quotes.view.rows) == 5)
    window.work.undo.undo()
    qtbot.waitUntil(lambda: len(versions(desk, "Fire in Dresden")) == 1)


def test_a_confirmed_version_is_kept(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.across.quotes.view.step(0)
    trimmed = next(line.target for line in window.across.quotes.versions.lines if line.badge == "trimmed")
    window.across.quotes.versions.select_target(trimmed)
    qtbot.waitUntil(window.across.quotes._same.isVisible)
    qtbot.mouseClick(window.across.quotes._same, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: all(one.is_confirmed for one in next(iter(versions(desk, "Fire in Dresden").values()))))


def test_grouped_by_topic_or_date_and_folded(qtbot: QtBot, window: MainWindow) -> None:
    window.across.quotes.groupings.button(2).click()
    assert [row.name for row in window.across.quotes.view.rows if isinstance(row, Heading)] == ["Models"]
    window.across.quotes.view.setCurrentIndex(window.across.quotes.view.model().index(0, 0))
    QTest.keyClick(window.across.quotes.view, Qt.Key.Key_Left)
    assert len(window.across.quotes.view.rows) == 1
    window.across.quotes.groupings.button(1).click()
    assert [row.name for row in window.across.quotes.view.rows if isinstance(row, Heading)] == [
        "9 Nov 2025",
        "8 Nov 2025",
    ]


def test_copied_with_its_citation_by_the_earliest_article(qtbot: QtBot, window: MainWindow) -> None:
    window.across.quotes.view.step(1)
    QGuiApplication.clipboard().clear()
    window.commands[Act.COPY_QUOTE].trigger()
    qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() != "")
    assert QGuiApplication.clipboard().text() == (
        f"“{RULES}”\n— Anna Weaver\n“Fire in Dresden.” Financial Times, November 8, 2025. https://ft.example/1."
    )
    qtbot.waitUntil(lambda: window.toast.sentence == "Statement copied with its citation.")


def test_a_statement_goes_on_a_list_with_its_words_as_the_note(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.across.quotes.view.step(1)
    window.commands[Act.LIST].trigger()
    popup = window.work.listing.popup
    qtbot.waitUntil(popup.isVisible)
    qtbot.keyClicks(popup.line, "Rules")
    qtbot.keyClick(popup.line, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: len(desk.library.read(lists.lists).result()) == 1)
    (one,) = desk.library.read(lists.lists).result()
    (item,) = desk.library.read(partial(lists.items, list_id=one.id)).result()
    assert (item.card.title, item.note) == ("Fire in Dresden", f"> “{RULES}”\n\n— Anna Weaver")


def test_statements_that_take_long_are_announced(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    go_on, read = Event(), ledger.ledger

    def slowly(connection: Any, question: TimelineFilter) -> Ledger:
        assert go_on.wait(30)
        return read(connection, question)

    monkeypatch.setattr(ledger, "ledger", slowly)
    quotes = window.across.quotes
    window.bar.field.asked.emit(TimelineFilter((Term("Ferrand", "speaker"),)))
    qtbot.waitUntil(quotes._empty.isVisible)
    assert quotes._empty.accessibleName() == "Reading the statements"
    assert (quotes.view.rows, quotes._amount.text()) == ((), "")  # those of another filter would be a lie
    go_on.set()
    qtbot.waitUntil(lambda: len(quotes.view.rows) == 2)
    assert not quotes._empty.isVisible()


def test_statements_that_cannot_be_read_are_not_announced_for_ever(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    def torn(_connection: Any, _question: TimelineFilter) -> Ledger:
        raise DamagedLibrary("The library is damaged.")

    monkeypatch.setattr(ledger, "ledger", torn)
    quotes = window.across.quotes
    window.bar.field.asked.emit(TimelineFilter((Term("Ferrand", "speaker"),)))
    qtbot.waitUntil(quotes._empty.isVisible)
    assert (quotes._empty.accessibleName(), quotes._empty.sentence) == (
        "The statements could not be read",
        "The library is damaged.",
    )


def test_the_filter_bar_narrows_the_ledger(qtbot: QtBot, window: MainWindow) -> None:
    window.bar.field.asked.emit(TimelineFilter((Term("Ferrand", "speaker"),)))
    qtbot.waitUntil(lambda: len(window.across.quotes.view.rows) == 2)
    assert window.screens.on_show is Screen.QUOTES
    assert window.sidebar.chosen_key == "view:quotes"


def test_a_statement_and_its_versions_are_dragged_out_with_who_said_them(window: MainWindow) -> None:
    quotes = window.across.quotes
    quotes.view.setCurrentIndex(quotes.view.model().index(1, 0))

    heading, statement = (quotes.view.model().index(row, 0) for row in (0, 1))
    assert not heading.flags() & Qt.ItemFlag.ItemIsDragEnabled
    assert statement.flags() & Qt.ItemFlag.ItemIsDragEnabled
    out = quotes.view.model().mimeData([statement])
    assert out.text() == f"“{RULES}”\n— Anna Weaver"
    assert "Fire in Dresden (Financial Times)" in out.html()

    of_speaker, _, shorter, *_ = (quotes.versions.model().index(row, 0) for row in range(4))
    assert not of_speaker.flags() & Qt.ItemFlag.ItemIsDragEnabled
    out = quotes.versions.model().mimeData([shorter])
    assert out.text() == "“The rules change faster than our products”\n— Anna Weaver"
    assert "After the fire (Bloomberg)" in out.html()


def test_where_there_is_little_room_the_day_is_told_without_the_time(window: MainWindow) -> None:
    row = next(row for row in window.across.quotes.view.rows if isinstance(row, LedgerRow))
    assert (row.first_at, row.first_day) == ("8 Nov 2025, 14:30", "8 Nov 2025")
