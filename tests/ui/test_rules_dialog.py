"""Rules are written beside a preview, act on what comes, and tell when they are asked to."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.storage import rules
from dateline.ui.main_window import MainWindow
from dateline.ui.rules_dialog import RulesDialog
from desk import NOW, Desk

Open = Callable[..., MainWindow]


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    desk.article("Old", lang="zh")
    return open_window()


@pytest.fixture
def dialog(qtbot: QtBot, window: MainWindow) -> RulesDialog:
    window.work.edit_rules()
    made = window.work.rules
    assert made is not None
    qtbot.addWidget(made)
    return made


def write(dialog: RulesDialog, query: str, tags: str) -> None:
    dialog.name.setText("Chinese")
    dialog.query.setText(query)
    dialog.tags.setText(tags)


def test_a_rule_is_previewed_kept_and_acts_on_what_comes(
    qtbot: QtBot, desk: Desk, window: MainWindow, dialog: RulesDialog
) -> None:
    write(dialog, "lang:zh", "zh，week")
    dialog.tell.setChecked(True)
    qtbot.waitUntil(lambda: dialog.preview.text() == "It would have acted on 1 article:\n·  Old")
    dialog.keep.click()
    qtbot.waitUntil(lambda: dialog.names() == ["Chinese"])
    desk.article("New", lang="zh", at=NOW + timedelta(hours=1))
    assert {card.title: card.tags for card in desk.cards()} == {"New": ("week", "zh"), "Old": ()}
    qtbot.waitUntil(lambda: window.toast.sentence == "Chinese: New")


def test_a_rule_is_switched_off_made_to_act_now_and_removed(
    qtbot: QtBot, desk: Desk, window: MainWindow, dialog: RulesDialog
) -> None:
    write(dialog, "lang:zh", "zh")
    dialog.keep_rule()
    qtbot.waitUntil(lambda: dialog.names() == ["Chinese"])
    dialog.list.item(0).setCheckState(Qt.CheckState.Unchecked)
    qtbot.waitUntil(lambda: not desk.library.read(rules.rules).result()[0].said.is_on)
    dialog.list.setCurrentRow(0)
    dialog.act_now()
    qtbot.waitUntil(lambda: desk.card("Old").tags == ("zh",))
    window.work.undo.undo()
    qtbot.waitUntil(lambda: desk.card("Old").tags == ())
    dialog.remove()
    qtbot.waitUntil(lambda: dialog.names() == [])


def test_a_new_rule_stays_the_one_that_is_written(qtbot: QtBot, desk: Desk, dialog: RulesDialog) -> None:
    write(dialog, "lang:zh", "zh")
    qtbot.waitUntil(dialog.keep.isEnabled)
    dialog.keep.click()
    qtbot.waitUntil(dialog.act.isEnabled)
    assert dialog.names() == ["Chinese"]
    dialog.tags.setText("zh, week")
    dialog.keep.click()
    qtbot.waitUntil(lambda: [one.said.tags for one in desk.library.read(rules.rules).result()] == [("zh", "week")])
    dialog.act.click()
    qtbot.waitUntil(lambda: desk.card("Old").tags == ("week", "zh"))


def test_the_preview_never_speaks_of_another_query(
    qtbot: QtBot, dialog: RulesDialog, monkeypatch: pytest.MonkeyPatch
) -> None:
    write(dialog, "lang:zh", "zh")
    qtbot.waitUntil(lambda: dialog.preview.text() == "It would have acted on 1 article:\n·  Old")
    said: list[str] = []
    monkeypatch.setattr(dialog.preview, "setText", said.append)
    dialog.query.setText("lang:en")
    qtbot.waitUntil(lambda: len(said) == 2)
    assert said == ["Looking for what it would have acted on…", "Nothing in the library answers this so far."]


def test_what_cannot_be_read_is_said_and_not_kept(qtbot: QtBot, window: MainWindow, dialog: RulesDialog) -> None:
    write(dialog, "colour:red", "zh")
    qtbot.waitUntil(lambda: "no field “colour:”" in dialog.preview.text())
    assert not dialog.keep.isEnabled()
    write(dialog, "lang:zh", "")
    dialog.keep_rule()
    qtbot.waitUntil(lambda: window.toast.sentence.startswith("This rule does nothing yet."))
