"""The field of the filter bar: typing, chips, text, mistakes, suggestions."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from PySide6.QtCore import QPoint, QSettings, Qt
from PySide6.QtGui import QInputMethodEvent
from PySide6.QtWidgets import QApplication, QLabel, QWidget
from pytestqt.qtbot import QtBot

from dateline.news.question import TimelineFilter, filter_text, read_filter
from dateline.sources.outlets import outlets
from dateline.ui.filter.chip import Chip
from dateline.ui.filter.field import FilterField
from dateline.ui.filter.reading import read_typed
from dateline.ui.filter.suggesting import MOST, Suggestion, suggest, word_at
from dateline.ui.names import Names
from dateline.ui.theme import Appearance
from desk import TODAY


@pytest.fixture
def field(qtbot: QtBot, appearance: Appearance, settings: QSettings) -> Iterator[FilterField]:
    window = QWidget()
    window.resize(900, 200)
    qtbot.addWidget(window)
    made = FilterField(appearance, Names(outlets()), lambda: TODAY, settings, window)
    made.resize(900, made.height())
    made.know_values({"topic": [("chips", "Chips"), ("compute-energy", "Compute & energy")]})
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    made.line.setFocus()
    yield made  # noqa: PT022 - the window must live as long as the test


def read(text: str) -> TimelineFilter:
    return read_filter(text, TODAY)


def shown(field: FilterField) -> list[str]:
    return [chip.accessibleName() for chip in field.chips]


def enter(qtbot: QtBot, field: FilterField, text: str) -> None:
    if text.isascii():
        qtbot.keyClicks(field.line, text)
    else:  # as an input method commits it
        event = QInputMethodEvent()
        event.setCommitString(text)
        QApplication.sendEvent(field.line, event)
    field.completion.list.hide()
    qtbot.keyClick(field.line, Qt.Key.Key_Return)


@pytest.mark.parametrize(
    ("typed", "chips"),
    [
        ("topic:us-china-ai", ["topic US–China AI"]),
        ("outlet:guancha", ["outlet Observer 观察者网"]),
        ("lang:zh", ["lang 中文"]),
        ("after:2025-11-01", ["after 1 Nov"]),
        ("after:2024-11-01", ["after 1 Nov 2024"]),
        ("before:7d", ["before 7d"]),
        ("-tariff", ["not tariff"]),
        ("-outlet:ft", ["not outlet Financial Times"]),
        ('"battle of developers"', ["“battle of developers”"]),
        ("算力 chips", ["算力", "chips"]),
        ("huawei OR smic", ["(huawei OR smic)"]),
        ("lang:zh -(topic:chips OR 算力)", ["lang 中文", "not (topic:chips OR 算力)"]),
        ("on:2025-11", ["on 2025-11"]),
        ("on:2025-11-01", ["on 1 Nov"]),
        ("first-seen:2025-11-01..today", ["first-seen 2025-11-01..today"]),
        ("cites:ft order:oldest", ["cites Financial Times", "order oldest"]),
    ],
)
def test_a_condition_is_a_chip_in_the_windows_words(
    qtbot: QtBot, field: FilterField, typed: str, chips: list[str]
) -> None:
    with qtbot.waitSignal(field.asked) as asked:
        enter(qtbot, field, typed)
    assert asked.args == [read(typed)]
    assert shown(field) == chips
    assert not field.line.text()


def test_what_is_typed_is_tried_before_return(qtbot: QtBot, field: FilterField) -> None:
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClicks(field.line, "tariff ")
    assert asked.args == [read("tariff")]
    assert not field.chips


def test_a_word_that_cannot_be_read_is_marked_and_the_rest_holds(qtbot: QtBot, field: FilterField) -> None:
    with qtbot.waitSignal(field.asked) as asked:
        enter(qtbot, field, "topic:chips topik:models is:asleep")
    assert asked.args == [read("topic:chips")]
    assert shown(field) == ["topic Chips", "topik:models, cannot be read", "is:asleep, cannot be read"]
    assert field.complaint.startswith("There is no field “topik:”.")
    bad = field.chips[1]
    qtbot.mouseClick(bad, Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert field.line.text() == "topik:models"


def test_in_the_text_form_the_word_is_selected_and_the_sentence_stands_under_it(
    qtbot: QtBot, field: FilterField
) -> None:
    field.toggle_form()
    enter(qtbot, field, "chips topik:models -tariff")
    assert field.line.selectedText() == "topik:models"
    assert field.complaint.startswith("There is no field “topik:”.")
    qtbot.keyClicks(field.line, "topic:models")
    assert not field.complaint
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert asked.args == [read("chips topic:models -tariff")]


def test_chips_and_text_are_two_forms_of_one_filter(qtbot: QtBot, field: FilterField) -> None:
    question = read('topic:chips outlet:ft "battle of developers" -tariff after:2025-11-01')
    field.show_filter(question)
    assert len(field.chips) == 5
    qtbot.mouseClick(field.form, Qt.MouseButton.LeftButton)
    assert field.is_text
    assert field.line.text() == filter_text(question)
    qtbot.mouseClick(field.form, Qt.MouseButton.LeftButton)
    assert field.filter == question
    assert len(field.chips) == 5


def test_the_cross_removes_a_chip(qtbot: QtBot, field: FilterField) -> None:
    field.show_filter(read("topic:chips outlet:ft"))
    chip = field.chips[0]
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.mouseClick(chip, Qt.MouseButton.LeftButton, pos=QPoint(chip.width() - 10, 11))
    assert asked.args == [read("outlet:ft")]


def test_a_group_is_one_chip_that_is_edited_as_text(qtbot: QtBot, field: FilterField) -> None:
    field.show_filter(read("lang:zh (huawei OR smic)"))
    assert field.chips[1].toolTip() == "(huawei OR smic)"
    qtbot.keyClick(field.chips[1], Qt.Key.Key_Return)
    assert (field.line.text(), shown(field)) == ("(huawei OR smic)", ["lang 中文"])
    field.line.setText("(huawei OR smic OR ymtc)")
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert asked.args == [read("lang:zh (huawei OR smic OR ymtc)")]


def test_an_open_parenthesis_is_marked_and_the_rest_holds(qtbot: QtBot, field: FilterField) -> None:
    enter(qtbot, field, "lang:zh (huawei")
    assert field.filter == read("lang:zh huawei")
    assert "not closed" in field.complaint


def test_another_order_takes_the_place_of_the_first(qtbot: QtBot, field: FilterField) -> None:
    field.show_filter(read("chips order:oldest"))
    with qtbot.waitSignal(field.asked) as asked:
        enter(qtbot, field, "order:relevance")
    assert asked.args == [read("chips order:relevance")]


def test_chips_are_reached_changed_and_removed_by_the_keyboard(qtbot: QtBot, field: FilterField) -> None:
    field.show_filter(read("topic:chips outlet:ft lang:zh"))
    qtbot.keyClick(field.line, Qt.Key.Key_Left)
    assert field.chips[2].hasFocus()
    qtbot.keyClick(field.chips[2], Qt.Key.Key_Left)
    assert field.chips[1].hasFocus()
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClick(field.chips[1], Qt.Key.Key_Delete)
    assert asked.args == [read("topic:chips lang:zh")]
    assert field.line.hasFocus()
    qtbot.keyClick(field.line, Qt.Key.Key_Backspace)
    assert field.line.text() == "lang:zh"
    assert shown(field) == ["topic Chips"]


def test_with_many_chips_the_line_keeps_its_room(field: FilterField) -> None:
    field.resize(600, field.height())
    field.show_filter(read(" ".join(f"outlet:paper-{n}" for n in range(12))))
    visible = [chip for chip in field.chips if chip.isVisible()]
    assert 0 < len(visible) < 12
    assert visible[-1] is field.chips[-1]
    assert field.line.width() >= 100
    right = max(chip.geometry().right() for chip in visible)
    assert right < field.line.x()


def test_suggestions_are_taken_by_key(qtbot: QtBot, field: FilterField) -> None:
    qtbot.keyClicks(field.line, "topic:c")
    assert [one.text for one in field.completion.list.suggestions] == ["topic:chips", "topic:compute-energy"]
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    qtbot.keyClick(field.line, Qt.Key.Key_Down)
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.keyClick(field.line, Qt.Key.Key_Return)
    assert asked.args == [read("topic:compute-energy")]
    assert not field.completion.list.isVisible()


def test_a_suggested_field_goes_on_to_its_values(qtbot: QtBot, field: FilterField) -> None:
    qtbot.keyClicks(field.line, "-ha")
    qtbot.keyClick(field.line, Qt.Key.Key_Tab)
    assert field.line.text() == "-has:"
    assert [one.text for one in field.completion.list.suggestions][:2] == ["has:quote", "has:notes"]
    qtbot.keyClick(field.line, Qt.Key.Key_Escape)
    assert not field.completion.list.isVisible()
    assert field.line.hasFocus()


def test_a_suggestion_is_taken_by_the_pointer(qtbot: QtBot, field: FilterField) -> None:
    qtbot.keyClicks(field.line, "is:un")
    popup = field.completion.list
    with qtbot.waitSignal(field.asked) as asked:
        qtbot.mouseClick(popup, Qt.MouseButton.LeftButton, pos=QPoint(20, 12))
    assert asked.args == [read("is:unread")]


def test_words_are_suggested_by_what_begins_like_them() -> None:
    def values(field: str) -> list[tuple[str, str]]:
        return {"outlet": [("ft", "Financial Times"), ("nyt", "New York Times")]}.get(field, [])

    assert [one.text for one in suggest("tim", values)] == ["outlet:ft", "outlet:nyt"]
    assert suggest("outlet:f", values)[0] == Suggestion("outlet:ft", "Financial Times")
    assert [one.text for one in suggest("o", values)] == ["outlet:", "on:", "order:"]
    assert suggest("outlet:ft", values) == ()
    assert suggest("https://x", values) == ()


def test_a_source_is_suggested_by_any_word_of_its_title_and_only_as_many_as_are_shown() -> None:
    def values(field: str) -> list[tuple[str, str]]:
        return [(f"Bloomberg: Markets {n}", "") for n in range(5_000)] if field == "source" else []

    found = [one.text for one in suggest("source:mar", values)]
    assert found == [f'source:"Bloomberg: Markets {n}"' for n in range(MOST)]
    assert suggest("source:arkets", values) == ()


def test_the_word_at_the_cursor_leaves_its_minus_out() -> None:
    assert word_at("chips -outl", 11) == (7, 11)
    assert word_at("chips ", 6) == (6, 6)


def test_mistakes_keep_their_places() -> None:
    terms, mistakes = read_typed("a:b topic:chips -c:d", TODAY)
    assert [term.value for term in terms] == ["chips"]
    assert [(one.text, one.start) for one in mistakes] == [("a:b", 0), ("-c:d", 16)]


def test_a_chip_says_what_it_is(qtbot: QtBot, appearance: Appearance) -> None:
    holder = QWidget()
    qtbot.addWidget(holder)
    chip = Chip(appearance, "outlet", "Financial Times", holder)
    assert chip.accessibleName() == "outlet Financial Times"
    assert chip.height() == 22


def test_what_cannot_be_read_stays_when_the_chips_become_text(qtbot: QtBot, field: FilterField) -> None:
    enter(qtbot, field, "topic:chips langu:zh")
    assert shown(field) == ["topic Chips", "langu:zh, cannot be read"]
    qtbot.keyClicks(field.line, "is:wrong")
    field.toggle_form()
    assert field.line.text() == "topic:chips langu:zh is:wrong"
    field.toggle_form()
    assert shown(field) == ["topic Chips", "langu:zh, cannot be read", "is:wrong, cannot be read"]


def test_a_short_complaint_is_as_low_as_its_words_also_after_a_long_one(qtbot: QtBot, field: FilterField) -> None:
    enter(qtbot, field, "nosuchfield:chips")
    [label] = [one for one in field.window().findChildren(QLabel) if one.text() == field.complaint]
    high = label.height()
    field.chips[-1].removed.emit()
    enter(qtbot, field, "(chips")
    line = label.fontMetrics().lineSpacing()
    assert label.height() <= high - line
    assert label.height() < 3 * line
