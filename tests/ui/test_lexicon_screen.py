"""The lexicon as somebody looks through it and changes it in the window."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from functools import partial

import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from dateline.news.correction import TopicCorrection
from dateline.news.lexicon_edit import EntityEdit, LexiconEdits, TermEdit, TopicEdit
from dateline.news.lexicon_listing import Trial
from dateline.news.progress import FilingAnew
from dateline.storage import corrections
from dateline.storage.lexicon_edits import lexicon_edits
from dateline.ui.lexicon.screen import LexiconScreen
from dateline.ui.lexicon.topic_counts import COUNT
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]
Key = Qt.Key
TEXT = "Washington keeps a thicket of rules on AI chips, and Beijing answers with export controls of its own.\n"


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open) -> MainWindow:
    """Open the window on one article, chosen, and go to the Lexicon by its keys."""
    newsroom.lexicon.library = desk.library
    desk.article("US tightens AI chip export controls on China", text=TEXT, topics=("chips", "export-controls"))
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    press(qtbot, window, Key.Key_G)
    press(qtbot, window, Key.Key_L)
    qtbot.waitUntil(lambda: bool(screen(window).chooser.entries()))
    qtbot.waitUntil(lambda: bool(screen(window).why.headline.text().startswith("US tightens")))
    return window


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def screen(window: MainWindow) -> LexiconScreen:
    return window.lexicon.screen


def edits(desk: Desk) -> LexiconEdits:
    return desk.library.read(lexicon_edits).result()


def weights(window: MainWindow) -> dict[str, float]:
    return {one.term: one.points for one in screen(window).terms.rows.terms}


def test_the_keys_lead_to_the_topics_and_the_button_is_marked(window: MainWindow) -> None:
    assert screen(window).chooser.entries()[:2] == ["Export controls", "Chips"]
    assert screen(window).terms.title.text() == "Export controls"
    assert window.sidebar.foot.lexicon.isChecked()
    assert weights(window)["export controls"] == 6.0


def test_beside_a_topic_stands_how_many_articles_have_it(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    listed = screen(window).chooser.list

    def counts() -> list[tuple[str, int]]:
        return [(listed.item(row).text(), listed.item(row).data(COUNT)) for row in (0, 1, 2)]

    qtbot.waitUntil(lambda: counts() == [("Export controls", 1), ("Chips", 1), ("Models", 0)])
    desk.article("A second look at chips", topics=("chips",))
    window.following.ask()
    qtbot.waitUntil(lambda: counts() == [("Export controls", 1), ("Chips", 2), ("Models", 0)])
    assert listed.item(1).data(Qt.ItemDataRole.AccessibleTextRole) == "Chips, 2"


def test_the_open_article_says_by_which_words_it_has_the_topic(qtbot: QtBot, window: MainWindow) -> None:
    why = screen(window).why
    qtbot.waitUntil(lambda: "Filed under Export controls" in why.verdict.text())
    line = next(line for line in why.evidence.lines if line.title == "export controls")
    assert line.marked is not None
    assert (line.marked.of(line.words), line.topic) == ("export controls", "export-controls")
    why.evidence.activated.emit(why.evidence.model().index(why.evidence.lines.index(line), 0))
    chosen = screen(window).terms.table.currentIndex().row()
    assert screen(window).terms.rows.terms[chosen].term == "export controls"


def test_a_term_is_tried_before_it_is_kept_and_then_files_anew_and_is_undone(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    terms = screen(window).terms
    screen(window).go_to_topic("security")
    qtbot.keyClicks(terms.term, "thicket of rules")
    terms.weight.setCurrentIndex(0)
    qtbot.waitUntil(lambda: "Would gain Security" in screen(window).why.changes.text())
    assert edits(desk) == LexiconEdits()
    qtbot.keyClick(terms.term, Key.Key_Return)
    qtbot.waitUntil(lambda: edits(desk).terms == (TermEdit("security", "thicket of rules", 6.0),))
    qtbot.waitUntil(lambda: newsroom.lexicon.n_filings == 1)
    qtbot.waitUntil(lambda: weights(window).get("thicket of rules") == 6.0)
    assert "Security · yours" in screen(window).chooser.entries()
    window.work.undo.undo()
    qtbot.waitUntil(lambda: edits(desk) == LexiconEdits())
    qtbot.waitUntil(lambda: newsroom.lexicon.n_filings == 2)
    qtbot.waitUntil(lambda: "thicket of rules" not in weights(window))


def test_delete_takes_a_shipped_term_out_and_it_comes_back_as_shipped(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    terms = screen(window).terms
    terms.choose("export controls")
    qtbot.keyClick(terms.table, Key.Key_Delete)
    qtbot.waitUntil(lambda: edits(desk).terms == (TermEdit("export-controls", "export controls", 0.0),))
    qtbot.waitUntil(lambda: weights(window)["export controls"] == 0.0)
    assert terms.back.isEnabled()
    qtbot.mouseClick(terms.back, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: edits(desk) == LexiconEdits())
    qtbot.waitUntil(lambda: weights(window)["export controls"] == 6.0)


def test_a_person_is_found_by_a_chinese_name_and_gets_another_alias(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    chooser, form = screen(window).chooser, screen(window).entity
    chooser.tabs.setCurrentIndex(1)
    chooser.line.setText("黃仁勳")
    assert chooser.entries() == ["Jensen Huang 黄仁勋"]
    assert "黄仁勋" in form.forms.toPlainText().splitlines()
    form.forms.appendPlainText("Huang the Leather Jacket")
    qtbot.mouseClick(form.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: bool(edits(desk).entities))
    assert edits(desk).entities == (EntityEdit("jensen-huang", aliases=("Huang the Leather Jacket",)),)
    qtbot.waitUntil(lambda: chooser.entries() == ["Jensen Huang 黄仁勋 · yours"])


def test_a_topic_of_ones_own_is_made_and_a_taken_name_refused(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    qtbot.mouseClick(screen(window).chooser.new, Qt.MouseButton.LeftButton)
    dialog = window.lexicon.dialog
    assert dialog is not None
    qtbot.keyClicks(dialog.name, "Export  Controls")
    assert not dialog.accept_button.isEnabled()
    dialog.name.clear()
    qtbot.keyClicks(dialog.name, "Chip smuggling")
    qtbot.keyClick(dialog.name, Key.Key_Return)
    qtbot.waitUntil(lambda: edits(desk).topics == (TopicEdit("chip-smuggling", "Chip smuggling"),))
    qtbot.waitUntil(lambda: screen(window).terms.title.text() == "Chip smuggling")
    assert window.names.topic("chip-smuggling") == "Chip smuggling"


def test_what_is_yours_is_listed_and_goes_back_by_delete(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    window.lexicon.keep(TermEdit("chips", "leather jacket", 3.0))
    qtbot.waitUntil(lambda: bool(screen(window).lexicon.edits.terms))
    chooser = screen(window).chooser
    chooser.tabs.setCurrentIndex(chooser.tabs.count() - 1)
    assert chooser.entries() == ["“leather jacket” speaks for Chips: strong"]
    qtbot.keyClick(chooser.list, Key.Key_Delete)
    qtbot.waitUntil(lambda: edits(desk) == LexiconEdits())
    qtbot.waitUntil(lambda: chooser.entries() == [])


def test_filing_anew_is_told_in_the_screen_and_the_sidebar_and_can_be_stopped(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    newsroom.lexicon.tell(FilingAnew(412, 12_040))
    card = screen(window).filing
    qtbot.waitUntil(card.isVisible)
    assert card.count.text() == "412 of 12,040 articles filed anew"
    assert window.sidebar.foot.status.accessibleName() == "412 of 12,040 articles filed anew"
    qtbot.mouseClick(card.stop, Qt.MouseButton.LeftButton)
    assert newsroom.lexicon.n_stops == 1
    newsroom.lexicon.tell(FilingAnew(12_040, 12_040, is_over=True))
    qtbot.waitUntil(lambda: not card.isVisible())
    assert window.sidebar.foot.status.accessibleName() == "All 12,040 articles are filed anew"


def test_what_is_told_stands_above_the_card_of_the_filing(
    qtbot: QtBot, newsroom: QuietNewsroom, window: MainWindow
) -> None:
    window.say("The lexicon is changed.", can_undo=True)
    low = window.toast.geometry()
    newsroom.lexicon.tell(FilingAnew(412, 12_040))
    card = screen(window).filing
    qtbot.waitUntil(card.isVisible)
    there = QRect(card.mapTo(window, QPoint()), card.size())
    assert low.intersects(there)
    qtbot.waitUntil(lambda: not window.toast.geometry().intersects(QRect(card.mapTo(window, QPoint()), card.size())))
    newsroom.lexicon.tell(FilingAnew(12_040, 12_040, is_over=True))
    qtbot.waitUntil(lambda: window.toast.geometry() == low)


def test_a_short_sentence_after_a_long_one_takes_no_more_room_than_it_needs(window: MainWindow) -> None:
    window.say("Done.")
    narrow = window.toast.width()
    window.say("The page of the article is asked for again with the next refresh.")
    assert window.toast.width() > narrow
    window.say("Done.")
    assert window.toast.width() == narrow


def test_the_readers_topics_lead_to_the_words_behind_them(qtbot: QtBot, window: MainWindow) -> None:
    window.show_screen(Screen.READING)
    window.reader.topics_wanted.emit()
    qtbot.waitUntil(window.work.correcting.topics.isVisible)
    qtbot.mouseClick(window.work.correcting.topics.foot, Qt.MouseButton.LeftButton)
    assert window.screens.currentWidget() is screen(window)
    qtbot.waitUntil(lambda: screen(window).terms.title.text() == "Chips")


def test_a_wrong_topic_is_corrected_from_here(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    why = screen(window).why
    qtbot.waitUntil(lambda: why.wrong.isVisible() and why.wrong.isEnabled())
    qtbot.mouseClick(why.wrong, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: "export-controls" not in desk.cards()[0].topics)
    qtbot.waitUntil(lambda: why.verdict.text() == "Not about Export controls: you said so.")
    assert not why.wrong.isEnabled()
    qtbot.mouseClick(why.right, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: why.verdict.text() == "Filed under Export controls: you said so.")
    assert not why.right.isEnabled()
    for _ in range(2):
        window.undo.undo()
    qtbot.waitUntil(lambda: why.verdict.text().startswith("Filed under Export controls, "))
    assert why.right.isEnabled()


def test_every_control_has_a_name(window: MainWindow) -> None:
    shown = screen(window)
    for widget in (shown.chooser.tabs, shown.chooser.line, shown.chooser.list, shown.terms.table, shown.terms.term):
        assert widget.accessibleName()
    for widget in (shown.terms.weight, shown.entity.name, shown.entity.forms, shown.entity.side, shown.why.evidence):
        assert widget.accessibleName()


@pytest.mark.parametrize(
    ("width", "percent", "names"),
    [
        (1440, 100, ["Topics", "People", "Organisations", "Models", "Yours"]),
        (1440, 150, ["", "", "Organisations", "", ""]),
        (1000, 100, ["", "", "Organisations", "", ""]),
    ],
)
def test_no_name_of_a_tab_is_cut_where_there_is_little_room(
    qtbot: QtBot, window: MainWindow, width: int, percent: int, names: list[str]
) -> None:
    window.resize(width, 720)
    window.appearance.choose_text_scale(percent / 100)
    tabs = screen(window).chooser.tabs
    tabs.setCurrentIndex(2)

    qtbot.waitUntil(lambda: [tabs.tabText(index) for index in range(tabs.count())] == names)
    assert tabs.sizeHint().width() <= tabs.width()
    assert [tabs.accessibleTabName(index) for index in range(tabs.count())] == [
        "Topics",
        "People",
        "Organisations",
        "Models",
        "Yours",
    ]


def test_the_terms_keep_their_room_in_a_narrow_window(qtbot: QtBot, window: MainWindow) -> None:
    columns = screen(window).columns
    window.resize(1440, 900)
    qtbot.waitUntil(lambda: columns.sizes()[0] > 300 and columns.sizes()[2] == 300)
    window.resize(1000, 720)
    qtbot.waitUntil(lambda: columns.sizes()[1] > 400)

    columns.splitterMoved.emit(400, 1)  # the user drags: from then on it is theirs
    columns.setSizes([400, 300, 250])
    kept = columns.sizes()
    window.resize(1000, 700)
    assert columns.sizes() == kept


def test_while_the_open_article_is_tried_it_is_not_said_that_none_is_open(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open, monkeypatch: pytest.MonkeyPatch
) -> None:
    newsroom.lexicon.library = desk.library
    article = desk.article("US tightens AI chip export controls on China", text=TEXT, topics=("chips",))
    wrong = TopicCorrection("chips", is_wanted=False)
    desk.library.write(partial(corrections.correct, said=wrong, at=NOW, article=article)).result()
    monkeypatch.setattr(newsroom.lexicon, "try_edit", lambda *_: Future[Trial]())  # it takes its time
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    window.show_screen(Screen.LEXICON)
    why = screen(window).why
    qtbot.waitUntil(lambda: why.corrected_topics == {"chips": False})
    assert (why.headline.text(), why.verdict.text()) == (
        "US tightens AI chip export controls on China",
        "Reading this article…",
    )
