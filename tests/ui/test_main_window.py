"""The window as somebody uses it: real keys, a real pointer, a real library."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from functools import partial

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.errors import DiskFull
from dateline.news.article import ArticleId, Completeness
from dateline.news.feed import SourceId
from dateline.news.progress import ArticleRead, Outcome, RefreshDone, RefreshStarted, SourceRead
from dateline.storage.articles import import_articles
from dateline.ui.main_window import MainWindow
from dateline.ui.theme import Scheme
from dateline.ui.timeline.card_layout import Density
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]


def titles(window: MainWindow) -> list[str]:
    model = window.timeline.timeline
    cards = [model.card(row) for row in range(model.rowCount())]
    return [card.title for card in cards if card is not None]


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    target = QApplication.focusWidget() or window
    qtbot.keyClick(target, key, modifier or Qt.KeyboardModifier.NoModifier)


def current(window: MainWindow) -> str:
    article = window.timeline.current()
    card = None if article is None else window.timeline.timeline.card_of(article)
    return "" if card is None else card.title


def test_the_window_opens_on_all_articles_newest_first_and_opens_none_of_itself(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(3)
    window = open_window()
    qtbot.waitUntil(lambda: titles(window) == ["Story 0", "Story 1", "Story 2"])
    assert window.timeline.current() is None
    assert window.reader.page is None
    assert all(not card.is_read for card in desk.cards())


def test_j_and_k_go_through_the_list_open_articles_and_mark_them_read(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(3)
    window = open_window()
    for key, wanted in ((Qt.Key.Key_J, "Story 0"), (Qt.Key.Key_J, "Story 1"), (Qt.Key.Key_K, "Story 0")):
        press(qtbot, window, key)
        qtbot.waitUntil(lambda wanted=wanted: window.reader.page is not None and window.reader.page.title == wanted)
        assert current(window) == wanted
    qtbot.waitUntil(lambda: [card.is_read for card in desk.cards()] == [True, True, False])


def test_n_jumps_over_what_was_read_and_says_when_nothing_is_left(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(3)
    desk.mark(desk.card("Story 0").id, desk.card("Story 1").id, read=True)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: current(window) == "Story 2")
    qtbot.waitUntil(lambda: desk.card("Story 2").is_read)
    press(qtbot, window, Qt.Key.Key_N)
    qtbot.waitUntil(lambda: "No unread" in window.toast.sentence)


def test_space_reads_to_the_end_and_then_goes_to_the_next_unread(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article(
        "Long", text="\n".join(f"Paragraph {n} has a sentence that fills a line or two of it." for n in range(80))
    )
    desk.article("Next", at=NOW - timedelta(hours=1))
    window = open_window()
    press(qtbot, window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    bar = window.reader.view.verticalScrollBar()
    qtbot.waitUntil(lambda: bar.maximum() > 0)
    press(qtbot, window, Qt.Key.Key_Space)
    assert bar.value() > 0
    assert current(window) == "Long"
    for _ in range(20):
        press(qtbot, window, Qt.Key.Key_Space)
    qtbot.waitUntil(lambda: current(window) == "Next")


def test_a_mark_that_could_not_be_kept_is_shown_no_longer(
    qtbot: QtBot, desk: Desk, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(*_: object) -> None:
        raise DiskFull("There is no room left on the disk.", "Make room, then try again.")

    desk.articles(1)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_read)
    monkeypatch.setattr("dateline.storage.marks.set_starred", fail)
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: "no room left" in window.toast.sentence)
    timeline = window.timeline.timeline
    qtbot.waitUntil(lambda: (card := timeline.card(0)) is not None and card.is_read and not card.is_starred)
    monkeypatch.undo()
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_starred)
    card = timeline.card(0)
    assert card is not None
    assert card.is_starred


def test_m_and_s_mark_and_undo_takes_back(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_read)
    press(qtbot, window, Qt.Key.Key_M)
    qtbot.waitUntil(lambda: not desk.card("Story 0").is_read)
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_starred)
    card = window.timeline.timeline.card(0)
    assert card is not None
    assert card.is_starred
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not desk.card("Story 0").is_starred)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_read)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert "nothing to undo" in window.toast.sentence.lower()


def test_shift_a_marks_the_filter_read_not_the_library_and_can_be_undone(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.article("Chips one", topics=("chips",))
    desk.article("Chips two", topics=("chips",), at=NOW - timedelta(hours=1))
    desk.article("Energy", topics=("compute-energy",), at=NOW - timedelta(hours=2))
    window = open_window()
    type_filter(qtbot, window, "topic:chips")
    qtbot.waitUntil(lambda: titles(window) == ["Chips one", "Chips two"])
    window.timeline.view.setFocus()
    press(qtbot, window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    qtbot.waitUntil(lambda: [card.is_read for card in desk.cards()] == [True, True, False])
    qtbot.waitUntil(lambda: "2 articles" in window.toast.sentence)
    window.toast.undo_wanted.emit()
    qtbot.waitUntil(lambda: not any(card.is_read for card in desk.cards()))


def type_filter(qtbot: QtBot, window: MainWindow, text: str) -> None:
    press(qtbot, window, Qt.Key.Key_Slash)
    line = window.bar.field.line
    qtbot.waitUntil(line.hasFocus)
    qtbot.keyClicks(line, text)
    qtbot.keyClick(line, Qt.Key.Key_Return)


def test_what_is_typed_becomes_chips_and_filters(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("Chips for all", topics=("chips",), outlet="ft")
    desk.article("Chips again", topics=("chips",), outlet="nyt", at=NOW - timedelta(hours=1))
    window = open_window()
    type_filter(qtbot, window, "topic:chips outlet:ft")
    qtbot.waitUntil(lambda: titles(window) == ["Chips for all"])
    assert [chip.accessibleName() for chip in window.bar.field.chips] == ["topic Chips", "outlet Financial Times"]


def test_a_click_in_the_sidebar_asks_its_filter_and_the_row_is_marked(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.article("On chips", topics=("chips",))
    desk.article("On talent", topics=("talent",), at=NOW - timedelta(hours=1))
    window = open_window()
    view = window.sidebar.view
    index = view.rows.index(view.rows.number_of("topic:talent"))
    qtbot.mouseClick(view.viewport(), Qt.MouseButton.LeftButton, pos=view.visualRect(index).center())
    qtbot.waitUntil(lambda: titles(window) == ["On talent"])
    assert view.chosen_key == "topic:talent"
    type_filter(qtbot, window, "is:unread")
    assert view.chosen_key == "topic:talent"


def test_new_articles_come_in_without_moving_the_readers_place(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(60)
    window = open_window()
    view = window.timeline.view
    for _ in range(20):
        press(qtbot, window, Qt.Key.Key_J)
    opened = window.timeline.current()
    top = view.row_top(view.currentIndex().row())
    desk.article("Breaking", at=NOW + timedelta(minutes=5))
    qtbot.waitUntil(lambda: window.n_cards() == 61)
    assert window.timeline.current() == opened
    assert view.row_top(view.currentIndex().row()) == top


def test_at_the_top_of_the_list_a_new_article_is_seen(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(30)
    window = open_window()
    desk.article("Breaking", at=NOW + timedelta(minutes=5))
    qtbot.waitUntil(lambda: window.n_cards() == 31)
    assert window.timeline.view.verticalScrollBar().value() == 0
    qtbot.waitUntil(lambda: titles(window)[:2] == ["Breaking", "Story 0"])


def test_an_article_read_under_is_unread_stays_until_the_filter_is_asked_again(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(3)
    window = open_window()
    type_filter(qtbot, window, "is:unread")
    # Until its answer is there the last filter's rows stand, and what is marked in those is not kept in this one.
    qtbot.waitUntil(lambda: bool(window.timeline.filter.terms) and window.timeline.timeline.is_whole)
    window.timeline.view.setFocus()
    press(qtbot, window, Qt.Key.Key_J)
    qtbot.waitUntil(lambda: desk.card("Story 0").is_read)
    desk.article("Breaking", at=NOW + timedelta(minutes=5))
    qtbot.waitUntil(lambda: window.n_cards() == 4)
    assert "Story 0" in titles(window)


def test_r_refreshes_and_the_status_says_how_far_it_is(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    number = desk.source("Paper")
    window = open_window()
    press(qtbot, window, Qt.Key.Key_R)
    assert newsroom.asked == [None]
    status = window.sidebar.foot.status
    newsroom.tell(RefreshStarted(2), SourceRead(number, "https://a.example", "A", Outcome.UPDATED, n_new=1))
    qtbot.waitUntil(lambda: status.accessibleName() == "Refreshing, 1 of 2 sources")
    newsroom.tell(
        SourceRead(SourceId(2), "https://b.example", "B", Outcome.FAILED, error="It does not answer."),
        ArticleRead(ArticleId(1), "https://a.example/1", Completeness.FULL, True, 2, n_done=1, n_pages=3),
    )
    qtbot.waitUntil(lambda: status.accessibleName() == "Reading, 1 of 3 pages")
    newsroom.tell(RefreshDone(2, 1, 1, 0, 3.2))
    qtbot.waitUntil(lambda: status.accessibleName() == "1 of 2 sources failed")


def test_keys_do_not_act_while_words_are_typed(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_Slash)
    line = window.bar.field.line
    qtbot.keyClicks(line, "jmsr nn")
    assert line.text() == "jmsr nn"
    assert window.timeline.current() is None
    assert not any(card.is_starred or card.is_read for card in desk.cards())
    qtbot.keyClick(line, Qt.Key.Key_Escape)
    assert window.timeline.view.hasFocus()


def test_g_then_a_letter_goes_to_a_view(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(2)
    desk.mark(desk.card("Story 1").id, starred=True)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_G)
    press(qtbot, window, Qt.Key.Key_S)
    qtbot.waitUntil(lambda: titles(window) == ["Story 1"])
    assert window.sidebar.chosen_key == "view:starred"


def test_panes_fold_and_are_remembered(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_BracketLeft)
    assert window.rail.isVisible()
    assert not window.sidebar.isVisible()
    type_filter(qtbot, window, "Story")
    window.close()
    again = open_window()
    assert again.rail.isVisible()
    assert [chip.accessibleName() for chip in again.bar.field.chips] == ["Story"]


@pytest.mark.parametrize("width", [1000, 1100, 1336, 1440, 1900])
def test_every_pane_fits_at_every_width(qtbot: QtBot, desk: Desk, open_window: Open, width: int) -> None:
    desk.articles(3)
    window = open_window(width, 720)
    timeline, reader = window.timeline, window.reader
    assert timeline.width() >= 319
    assert reader.width() >= 480
    right = reader.mapTo(window, QPoint(reader.width(), 0)).x()
    assert right <= width
    assert window.rail.isVisible() is (width < 1110)


def test_dark_and_light_change_while_the_window_is_open(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(3)
    window = open_window()
    for scheme, is_dark in ((Scheme.DARK, True), (Scheme.LIGHT, False)):
        window.appearance.choose_scheme(scheme)
        picture = window.grab().toImage()
        for x, y in ((100, 600), (400, 700), (1200, 800), (700, 40)):
            assert (picture.pixelColor(x, y).lightness() < 128) is is_dark, (x, y)


def test_the_inspector_keeps_its_ground_where_the_window_grows_narrow_and_wide_again(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(3)
    window = open_window()
    window.appearance.choose_scheme(Scheme.DARK)
    for width in (1000, 1440):
        window.resize(width, 900)
        QApplication.processEvents()
    ground = window.appearance.theme.colour.window.name()
    assert window.grab().toImage().pixelColor(1340, 600).name() == ground


def test_compact_cards_name_their_day_by_its_weekday_for_a_week_and_then_by_its_date(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    for days in (0, 1, 6, 7, 400):
        desk.article(f"{days} days ago", at=NOW - timedelta(days=days))
    window = open_window()
    window.timeline.set_density(Density.COMPACT)
    view = window.timeline.view
    qtbot.waitUntil(lambda: view.day_at(4) is not None)
    assert [view.day_word_at(row) for row in range(5)] == ["", "Sun", "Tue", "3 Nov", "6 Oct 2024"]


def test_where_the_clock_was_set_back_a_day_to_come_is_no_weekday_of_last_week(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    for days in (5, 2, 0, -2):
        at = NOW + timedelta(days=days)
        desk.library.write(partial(import_articles, rows=(desk.row(f"{days} days ahead", at=at),), at=at)).result()
    window = open_window()
    window.timeline.set_density(Density.COMPACT)
    view = window.timeline.view
    qtbot.waitUntil(lambda: view.day_at(3) is not None)
    assert [view.day_word_at(row) for row in range(4)] == ["", "12 Nov", "Mon", "Sat"]


def test_a_filter_without_answer_says_why_and_the_button_helps(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.source("Paper")
    desk.article("On chips", topics=("chips",))
    window = open_window()
    type_filter(qtbot, window, "topic:chips outlet:nobody")
    empty = window.timeline.empty
    qtbot.waitUntil(empty.isVisible)
    assert empty.sentence == "Without “outlet nobody” there would be 1 article."
    qtbot.mouseClick(empty.button, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: titles(window) == ["On chips"])


def test_closing_ends_every_tie(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> None:
    window = open_window()
    assert newsroom.tellers
    window.close()
    assert not newsroom.tellers
    desk.article("Too late")


def test_a_thousand_articles_scroll_to_the_last(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.articles(1000, step=timedelta(minutes=30))
    window = open_window()
    assert window.n_cards() == 1000
    view = window.timeline.view
    view.scrollToBottom()
    qtbot.waitUntil(lambda: view.timeline.card(999) is not None)
    assert view.visible_rows().stop == 1000
    picture = view.grab().toImage()
    assert picture.width() == view.width()


def test_an_undo_that_comes_before_the_act_is_written_takes_that_act_back(
    qtbot: QtBot, desk: Desk, open_window: Open
) -> None:
    desk.articles(3)
    window = open_window()
    press(qtbot, window, Qt.Key.Key_J)
    press(qtbot, window, Qt.Key.Key_S)
    press(qtbot, window, Qt.Key.Key_A, Qt.KeyboardModifier.ShiftModifier)
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: window.toast.sentence == "2 articles marked unread.")
    qtbot.waitUntil(lambda: [card.is_read for card in desk.cards()] == [True, False, False])
    assert [card.is_starred for card in desk.cards()] == [True, False, False]  # what came before it stays
