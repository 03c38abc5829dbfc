"""The Sources screen and the activity, as somebody uses them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QModelIndex, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import FetchError
from dateline.news.change import Change
from dateline.news.feed import (
    Access,
    FeedEntry,
    FeedFetch,
    Manner,
    NewSource,
    Source,
    SourceId,
    SourceKind,
    SourceState,
    Validators,
)
from dateline.news.progress import Outcome, RefreshDone, RefreshStarted, SourceRead
from dateline.sources.outlets import outlets
from dateline.ui.main_window import MainWindow
from dateline.ui.names import Names
from dateline.ui.screens import Screen
from dateline.ui.sources.add_dialog import AddSourceDialog
from dateline.ui.sources.edit_dialog import EditSourceDialog
from dateline.ui.sources.edit_several_dialog import EditSeveralDialog
from dateline.ui.sources.model import ADVICE, EVERY, LAST, STATE, SourcesModel
from dateline.ui.sources.words import Remedy, facts, interval_words, source_line, summary
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]
PLAIN = Source(SourceId(1), "https://www.paper.example/feed", "The Paper", state=SourceState.WORKING)


@pytest.mark.parametrize(
    ("given", "state", "advice", "remedy"),
    [
        (PLAIN, "Working", "", Remedy.NOTHING),
        (replace(PLAIN, n_articles=10, n_full=10), "Working", "", Remedy.NOTHING),
        (
            replace(PLAIN, n_articles=10, n_full=0),
            "Teasers only",
            "Its pages give little of the articles.",
            Remedy.GIVE_COOKIES,
        ),
        (
            replace(PLAIN, n_articles=10, n_full=0, access=Access.TEASER),
            "Teasers only",
            "The site asks for a subscription.",
            Remedy.GIVE_COOKIES,
        ),
        (
            replace(PLAIN, n_articles=10, n_full=4, access=Access.BLOCKED),
            "Mostly teasers",
            "The site asks for proof of being human.",
            Remedy.GIVE_COOKIES,
        ),
        (replace(PLAIN, state=SourceState.NEVER), "Not asked yet", "", Remedy.NOTHING),
        (
            replace(PLAIN, state=SourceState.FAILING, error="No such host.", n_failures=1),
            "Failed",
            "No such host.",
            Remedy.TRY_AGAIN,
        ),
        (
            replace(PLAIN, state=SourceState.FAILING, error="No such host.", n_failures=3),
            "Failed 3 times",
            "No such host.",
            Remedy.TRY_AGAIN,
        ),
        (
            replace(PLAIN, state=SourceState.FAILING, error="It needs a login.", n_failures=1, wants_login=True),
            "Failed",
            "It needs a login.",
            Remedy.GIVE_COOKIES,
        ),
        (replace(PLAIN, state=SourceState.PAUSED), "Paused", "You paused it.", Remedy.RESUME),
        (
            replace(PLAIN, state=SourceState.PAUSED, error="It was taken down."),
            "Paused",
            "It was taken down.",
            Remedy.LOOK_FOR_NEW,
        ),
    ],
)
def test_a_source_is_told_in_plain_words(given: Source, state: str, advice: str, remedy: Remedy) -> None:
    line = source_line(given, Names(outlets()), NOW)
    assert (line.state, line.advice, line.remedy) == (state, advice, remedy)
    assert line.second == "paper.example, feed"


def test_what_else_can_be_done_stands_under_what_is_the_matter() -> None:
    given = replace(PLAIN, state=SourceState.FAILING, error="It needs a login.", hint="Add your cookies.", n_failures=1)
    line = source_line(given, Names(outlets()), NOW)
    assert (line.advice, line.hint) == ("It needs a login.", "Add your cookies.")
    assert "Add your cookies." in line.speech
    model = SourcesModel()
    model.show_lines([("", [line])])
    cell = model.index(0, ADVICE, model.index(0, 0))
    assert cell.data(Qt.ItemDataRole.ToolTipRole) == "It needs a login. Add your cookies."
    working = source_line(replace(PLAIN, hint="The feed breaks off."), Names(outlets()), NOW)
    assert (working.advice, working.hint) == ("The feed breaks off.", "")


def test_times_are_short_today_and_carry_their_day_otherwise() -> None:
    line = source_line(
        replace(PLAIN, last_success_at=NOW - timedelta(days=1), next_due_at=NOW + timedelta(minutes=15)),
        Names(outlets()),
        NOW,
    )
    assert line.last.startswith("9 Nov, ")
    assert len(line.due) == 5
    assert source_line(PLAIN, Names(outlets()), NOW).due == "now"


@pytest.mark.parametrize(
    ("minutes", "words"), [(15, "15 min"), (60, "1 h"), (90, "1.5 h"), (1440, "24 h"), (10080, "7 d")]
)
def test_intervals_in_few_words(minutes: int, words: str) -> None:
    assert interval_words(minutes) == words


def test_the_summary_counts_what_needs_attention() -> None:
    some = [
        replace(PLAIN, n_articles=8, n_full=5),
        replace(PLAIN, id=SourceId(2), state=SourceState.FAILING, n_articles=1_200),
    ]
    assert summary(some) == "2 sources, 1 needs attention. 5 of 1,208 articles in full text"
    assert summary(some[:1]) == "1 source. 5 of 8 articles in full text"


def test_the_model_keeps_the_rules_of_models(qtbot: QtBot) -> None:
    model = SourcesModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Warning)
    lines = [source_line(replace(PLAIN, id=SourceId(n)), Names(outlets()), NOW) for n in range(1, 4)]
    model.show_lines([("中文", lines[:2]), ("", lines[2:])])
    assert [model.rowCount(model.index(row, 0)) for row in range(2)] == [2, 1]
    model.show_lines([("中文", lines)])
    assert model.rowCount() == 1
    assert model.folder(model.index_of(SourceId(3))) == "中文"
    assert tester.model() is model


def cell(model: QAbstractItemModel, title: str, column: int) -> str:
    for row in range(model.rowCount()):
        top = model.index(row, 0)
        for inner in range(model.rowCount(top)):
            if model.index(inner, 0, top).data() == title:
                return str(model.index(inner, column, top).data())
    raise AssertionError(f"no row {title}")


def place(window: MainWindow, title: str, column: int) -> QModelIndex:
    model = window.sources.rows
    for row in range(model.rowCount()):
        top = model.index(row, 0)
        for inner in range(model.rowCount(top)):
            if model.index(inner, 0, top).data() == title:
                return model.index(inner, column, top)
    raise AssertionError(f"no row {title}")


def test_the_sources_button_opens_the_screen_and_a_view_goes_back(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    desk.source("FT: China", folder="FT", fails="www.ft.com took too long to answer: timed out.")
    window = open_window()
    qtbot.mouseClick(window.sidebar.foot.sources, Qt.MouseButton.LeftButton)
    assert window.screens.on_show is Screen.SOURCES
    assert cell(window.sources.rows, "FT: China", STATE) == "Failed"
    assert "timed out" in cell(window.sources.rows, "FT: China", ADVICE)
    assert window.sidebar.chosen_key == ""
    window.timeline.view.setFocus()
    qtbot.keyClicks(window, "ga")
    assert window.screens.on_show is Screen.READING
    assert window.sidebar.chosen_key == "view:all"


def test_try_again_refreshes_that_source_alone(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.articles(1)
    number = desk.source("FT: China", fails="Nobody answers.")
    desk.source("NYT: Asia", outlet="nyt")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    table = window.sources.table
    rect = table.visualRect(place(window, "FT: China", ADVICE))
    line = table.line(place(window, "FT: China", ADVICE))
    assert line is not None
    at = table._delegate.remedy_rect(rect, line).center()
    qtbot.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert newsroom.asked == [(number,)]


def test_a_refresh_is_followed_row_by_row(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> None:
    desk.articles(1)
    first = desk.source("FT: China")
    desk.source("NYT: Asia", outlet="nyt")
    window = open_window()
    window.show_screen(Screen.ACTIVITY)
    newsroom.tell(RefreshStarted(2), SourceRead(first, "u", "FT: China", Outcome.FAILED, error="No such host."))
    qtbot.waitUntil(lambda: window.activity.lines.count() == 1)
    assert window.activity.lines.item(0).text() == "FT: China: No such host."
    lines = window.activity.lines
    gone_to: list[object] = []
    window.activity.source_wanted.connect(gone_to.append)
    at = lines.visualItemRect(lines.item(0))
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=at.center())
    assert gone_to == []
    qtbot.mouseClick(lines.viewport(), Qt.MouseButton.LeftButton, pos=QPoint(at.right() - 40, at.center().y()))
    assert gone_to == [lines.item(0).data(Qt.ItemDataRole.UserRole)]
    window.show_screen(Screen.ACTIVITY)
    assert window.activity.progress.isVisible()
    window.show_screen(Screen.SOURCES)
    assert cell(window.sources.rows, "NYT: Asia", STATE) == "Asking…"
    newsroom.tell(RefreshDone(2, 1, 3, 0, 1.26))
    qtbot.waitUntil(lambda: cell(window.sources.rows, "NYT: Asia", STATE) == "Not asked yet")
    assert not window.activity.progress.isVisible()
    assert window.activity.status.text() == "3 new articles, 0 changed, 1 of 2 sources failed, 1.3 s"


def test_a_removed_source_comes_back_with_undo(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China", folder="FT")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    window.sources.table.setCurrentIndex(place(window, "FT: China", 0))
    qtbot.keyClick(window.sources.table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: window.sources.rows.rowCount() == 0)
    qtbot.waitUntil(lambda: "FT: China was removed" in window.toast.sentence)
    window.toast.undo_wanted.emit()
    qtbot.waitUntil(lambda: window.sources.rows.rowCount() == 1)


def test_pausing_and_resuming(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    window.sources_desk.pause(window.sources_desk._sources, True)
    qtbot.waitUntil(lambda: cell(window.sources.rows, "FT: China", STATE) == "Paused")
    window.sources_desk.pause(window.sources_desk._sources, False)
    qtbot.waitUntil(lambda: cell(window.sources.rows, "FT: China", STATE) == "Not asked yet")


def rows_of(window: MainWindow, folder: int = 0) -> list[str]:
    """Return the sources of a folder as they stand."""
    model = window.sources.rows
    top = model.index(folder, 0)
    return [model.index(row, 0, top).data() for row in range(model.rowCount(top))]


def said(window: MainWindow, words: str) -> Callable[[], bool]:
    return lambda: words in window.toast.sentence


def test_several_sources_are_paused_and_removed_at_once_and_come_back(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(1)
    for name, outlet in (("FT: China", "ft"), ("NYT: Asia", "nyt"), ("Caixin", "caixin")):
        desk.source(name, outlet=outlet, folder="Papers")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    table = window.sources.table
    qtbot.mouseClick(
        table.viewport(), Qt.MouseButton.LeftButton, pos=table.visualRect(place(window, "FT: China", 0)).center()
    )
    qtbot.keyClick(table, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    assert [line.name for line in table.chosen_lines()] == ["FT: China", "NYT: Asia"]
    menu = window.sources.menu_of(table.chosen_lines())
    acts = {action.text(): action for action in menu.actions()}
    acts["Pause"].trigger()
    qtbot.waitUntil(said(window, "2 sources are paused."))
    qtbot.waitUntil(lambda: [cell(window.sources.rows, one, STATE) for one in rows_of(window)].count("Paused") == 2)
    assert [line.name for line in table.chosen_lines()] == ["FT: China", "NYT: Asia"]
    qtbot.keyClick(table, Qt.Key.Key_Delete)
    qtbot.waitUntil(lambda: rows_of(window) == ["Caixin"])
    qtbot.waitUntil(said(window, "2 sources were removed; their articles stay."))
    window.undo.undo()
    qtbot.waitUntil(lambda: len(rows_of(window)) == 3)
    assert cell(window.sources.rows, "FT: China", STATE) == "Paused"
    window.undo.undo()
    qtbot.waitUntil(lambda: cell(window.sources.rows, "FT: China", STATE) == "Not asked yet")


def test_several_sources_are_put_into_a_folder_and_asked_as_often(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    for name, outlet in (("FT: China", "ft"), ("NYT: Asia", "nyt")):
        desk.source(name, outlet=outlet, folder="Papers")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    window.sources.choose(SourceId(2))
    window.sources.table.selectAll()
    qtbot.keyClick(window.sources.table, Qt.Key.Key_Return)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, EditSeveralDialog)
    assert dialog.windowTitle() == "Edit 2 sources"
    dialog.folder.setEditText("Asia")
    dialog.interval.setEditText("often")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.said.text() == "“often” is no interval. Write 30 min, 2 h or 1 d."
    dialog.interval.setEditText("2 h")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cell(window.sources.rows, "NYT: Asia", EVERY) == "2 h")
    assert (window.sources.rows.folder(place(window, "FT: China", 0)), rows_of(window)) == (
        "Asia",
        ["FT: China", "NYT: Asia"],
    )
    window.undo.undo()
    qtbot.waitUntil(lambda: window.sources.rows.folder(place(window, "FT: China", 0)) == "Papers")
    assert cell(window.sources.rows, "NYT: Asia", EVERY) == "30 min"


def test_rows_are_sorted_by_a_column_the_other_way_round_and_as_added(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(1)
    desk.source("NYT: Asia", outlet="nyt", folder="Papers")
    desk.source("Caixin", outlet="caixin", folder="Papers", fails="Nobody answers.")
    desk.source("FT: China", folder="Papers")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    window.sources.choose(SourceId(1))
    head = window.sources.table.header()

    def click(column: int) -> None:
        at = QPoint(head.sectionViewportPosition(column) + 10, head.height() // 2)
        qtbot.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=at)

    click(0)
    assert rows_of(window) == ["Caixin", "FT: China", "NYT: Asia"]
    assert head.model().headerData(0, Qt.Orientation.Horizontal) == "Source ↑"
    click(0)
    assert rows_of(window) == ["NYT: Asia", "FT: China", "Caixin"]
    click(0)
    assert rows_of(window) == ["NYT: Asia", "Caixin", "FT: China"]
    by_name = {action.text(): action for action in window.sources.order.menu().actions()}
    by_name["State"].trigger()
    assert rows_of(window)[0] == "Caixin"
    assert [line.id for line in window.sources.table.chosen_lines()] == [SourceId(1)]


def test_in_a_narrow_window_what_to_do_keeps_its_room(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China", fails="Nobody answers.")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    table = window.sources.table
    table.resize(940, 500)
    assert [column for column in range(7) if table.isColumnHidden(column)] == [LAST, EVERY]
    assert table.columnWidth(ADVICE) >= 240
    table.resize(1_300, 500)
    assert not any(table.isColumnHidden(column) for column in range(7))


def test_a_source_is_found_by_words(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("NYT: Asia", outlet="nyt")
    desk.source("Caixin", outlet="caixin", fails="Nobody answers.")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    qtbot.keyClicks(window.sources.search, "failed")
    assert rows_of(window) == ["Caixin"]
    window.sources.choose(SourceId(1))
    assert len(rows_of(window)) == 2


def test_sources_of_a_file_are_followed_no_more_by_undo(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    (one,) = window.sources_desk._sources
    window.sources_desk._imported(Change(sources=(one.id,)))
    assert window.toast.sentence == "1 source was added."
    window.undo.undo()
    qtbot.waitUntil(lambda: window.sources.rows.rowCount() == 0)


def test_what_is_known_of_a_source_is_told(qtbot: QtBot) -> None:
    at = NOW - timedelta(minutes=5)
    given = replace(
        PLAIN,
        state=SourceState.FAILING,
        error="It broke off.",
        hint="Dateline tries again later.",
        n_failures=2,
        last_tried_at=at,
        last_success_at=at - timedelta(hours=1),
        next_due_at=NOW + timedelta(minutes=10),
        validators=Validators('W/"a,b"', "Sat, 08 Nov 2025 10:00:00 GMT"),
        fresh_until=NOW + timedelta(hours=1),
        n_articles=9,
        n_full=4,
    )
    told = dict(facts(given, NOW))
    assert told["What it says"] == "It broke off. Dateline tries again later."
    assert "Failed 2 times" in told["Last"]
    assert "4 of 9 articles in full text" in told["Last"]
    assert "nothing changes before" in told["Next due"]
    assert told["Asked again with"] == 'ETag W/"a,b", last modified Sat, 08 Nov 2025 10:00:00 GMT'
    assert "Asked again with" not in dict(facts(PLAIN, NOW))


def test_editing_keeps_name_and_folder(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China", folder="FT")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    window.sources.table.setCurrentIndex(place(window, "FT: China", 0))
    qtbot.keyClick(window.sources.table, Qt.Key.Key_Return)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, EditSourceDialog)
    dialog._name.setText("中国要闻")
    dialog._folder.setEditText("中文")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: window.sources.rows.folder(window.sources.rows.index(0, 0)) == "中文")
    assert cell(window.sources.rows, "中国要闻", STATE) == "Not asked yet"


def edited(window: MainWindow, name: str) -> EditSourceDialog:
    """Return the dialog that edits a source."""
    (source,) = (one for one in window.sources_desk._sources if one.title == name)
    window.sources_desk.edit((source,))
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, EditSourceDialog)
    return dialog


def test_how_a_source_is_asked_is_edited(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    dialog = edited(window, "FT: China")
    assert dialog.interval.currentText() == "As the feed's own rhythm asks"
    dialog.interval.setEditText("2 h")
    qtbot.keyClicks(dialog.user_agent, "Reader of Ida")
    qtbot.keyClicks(dialog.proxy, "direct")
    qtbot.keyClicks(dialog.headers, "X-Key: secret")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: cell(window.sources.rows, "FT: China", EVERY) == "2 h")
    again = edited(window, "FT: China")
    assert again.interval.currentText() == "2 h"
    (source,) = window.sources_desk._sources
    assert source.manner == Manner("Reader of Ida", "direct", (("X-Key", "secret"),))


def test_what_cannot_be_asked_so_is_said_and_nothing_is_kept(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    dialog = edited(window, "FT: China")
    dialog.interval.setEditText("often")
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    assert dialog.isVisible()
    assert dialog.said.text() == "“often” is no interval. Write 30 min, 2 h or 1 d."


def test_a_source_is_tried_as_the_fields_say(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    at = datetime(2024, 11, 9, 12, tzinfo=UTC)
    full = FeedEntry("1", "https://ft.example/1", "One", content_html="<p>All of it.</p>", published_at=at)
    short = FeedEntry("2", "https://ft.example/2", "Two", published_at=at - timedelta(days=1))
    newsroom.previews = [FetchError("ft.example does not answer.", "Try again later."), FeedFetch((full, short))]
    dialog = edited(window, "FT: China")
    qtbot.keyClicks(dialog.user_agent, "Reader of Ida")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.said.text() == "ft.example does not answer. Try again later.")
    qtbot.mouseClick(dialog.test_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.said.text().startswith("2 articles, the newest of 9 Nov"))
    assert dialog.said.text().endswith("1 in full.")
    assert [one.manner.user_agent for one in newsroom.asked_so] == ["Reader of Ida"] * 2


def test_adding_looks_first_and_names_what_it_adds(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    desk.articles(1)
    window = open_window()
    newsroom.found = (
        NewSource("https://talk.example/feed", "ChinaTalk", access=Access.FULL),
        NewSource("https://talk.example/comments", "Comments"),
    )
    window.show_screen(Screen.SOURCES)
    qtbot.mouseClick(window.sources.add, Qt.MouseButton.LeftButton)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, AddSourceDialog)
    assert not dialog.accept_button.isEnabled()
    qtbot.keyClicks(dialog.address, "talk.example")
    qtbot.keyClick(dialog.address, Qt.Key.Key_Return)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Add ChinaTalk")
    qtbot.mouseClick(dialog.look, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Add ChinaTalk")
    words = "2 ways in. Nothing is added yet. It answers, but lists no article."
    qtbot.waitUntil(lambda: dialog.said.text() == words)
    newsroom.previews = [FetchError("talk.example does not answer.", "Try again later.")]
    dialog._group.button(1).click()
    qtbot.waitUntil(lambda: "talk.example does not answer." in dialog.said.text())
    assert [one.url for one in newsroom.asked_so][-1] == "https://talk.example/comments"
    dialog._group.button(0).click()
    assert dialog.truth.text() == "It gives its articles in full."
    assert newsroom.added == []
    dialog.folder.setEditText("Newsletters")
    dialog.interval.setCurrentIndex(dialog.interval.findText("2 h"))
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: newsroom.added == [replace(newsroom.found[0], folder="Newsletters", interval_minutes=120)])


@pytest.mark.parametrize(
    ("rule", "truth"),
    [
        ('name = "Talk"', "It has no feed. How its page lists articles was guessed: Edit… mends it."),
        ("guancha", "It gives its articles in full."),
    ],
)
def test_a_list_whose_rule_was_guessed_is_called_so(
    qtbot: QtBot, newsroom: QuietNewsroom, open_window: Open, rule: str, truth: str
) -> None:
    newsroom.found = (
        NewSource("https://talk.example/", "Talk", kind=SourceKind.LISTING, access=Access.FULL, rule=rule),
    )
    window = open_window()
    window.sources_desk.add("talk.example")
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, AddSourceDialog)
    qtbot.waitUntil(lambda: dialog.accept_button.text() == "Add Talk")
    assert dialog.truth.text() == truth


def test_the_menu_of_a_source_says_what_can_be_done(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    desk.source("FT: China")
    window = open_window()
    window.show_screen(Screen.SOURCES)
    line = window.sources.table.line(place(window, "FT: China", 0))
    assert line is not None
    menu = window.sources.menu_of([line])
    names = [action.text() for action in menu.actions() if action.text()]
    assert names == [
        "Refresh this source",
        "Show its articles",
        "Open the site",
        "Edit…",
        "Login…",
        "Pause",
        "Remove, and keep its articles",
    ]
    menu.actions()[1].trigger()
    assert window.screens.on_show is Screen.READING


def test_opml_is_imported_and_asked(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    window.sources_desk.import_opml(Path("mine.opml"))
    qtbot.waitUntil(lambda: "followed already" in window.toast.sentence)
    assert QApplication.activeModalWidget() is None
