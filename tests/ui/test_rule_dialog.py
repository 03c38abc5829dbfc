"""Editing how a list is read: a preview first, a mistake marked in its line, and only what works is saved."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from dateline.errors import FeedError, InputError
from dateline.news.feed import FeedEntry, FeedFetch, NewSource, SourceKind
from dateline.storage import sources
from dateline.ui.main_window import MainWindow
from dateline.ui.sources.edit_dialog import EditSourceDialog
from dateline.ui.sources.rule_dialog import RuleDialog
from desk import NOW, Desk, QuietNewsroom

Open = Callable[..., MainWindow]
LIST = "https://copy.example/list"
BRINGS = FeedFetch((FeedEntry("1", "https://copy.example/1", "芯片新规", published_at=NOW),), problems=("A note.",))


def open_rule(qtbot: QtBot, desk: Desk, window: MainWindow) -> RuleDialog:
    """Go the user's way: the source's edit dialog, and from there to its rule."""
    new = NewSource(LIST, "Observer", kind=SourceKind.LISTING, rule="guancha")
    desk.library.write(partial(sources.add_sources, new=(new,))).result()
    (source,) = desk.library.read(sources.list_sources).result()
    window.sources_desk.edit((source,))
    edit = window.sources_desk.dialog
    assert isinstance(edit, EditSourceDialog)
    qtbot.mouseClick(edit.rule_button, Qt.MouseButton.LeftButton)
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, RuleDialog)
    return dialog


def test_a_rule_is_previewed_and_then_saved(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    dialog = open_rule(qtbot, desk, window)
    assert f'url = "{LIST}"' in dialog.text
    assert 'item = [".headline-list li"' in dialog.text
    dialog.editor.moveCursor(dialog.editor.textCursor().MoveOperation.End)
    qtbot.keyClicks(dialog.editor, "# mine")
    assert not dialog.accept_button.isEnabled()
    newsroom.previews = [BRINGS]
    qtbot.keyClick(dialog.editor, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(dialog.accept_button.isEnabled)
    assert dialog.answer.text() == "1 article. A note."
    cells = [dialog.table.item(0, column) for column in range(3)]
    assert [cell.text() for cell in cells if cell] == ["10 Nov 2025, 14:30", "芯片新规", "https://copy.example/1"]
    qtbot.mouseClick(dialog.accept_button, Qt.MouseButton.LeftButton)

    def is_kept() -> bool:
        (source,) = desk.library.read(sources.list_sources).result()
        return source.rule.endswith("# mine") and source.url == LIST

    qtbot.waitUntil(is_kept)
    qtbot.waitUntil(lambda: bool(newsroom.asked))


def test_a_mistake_is_told_and_its_line_marked(
    qtbot: QtBot, desk: Desk, newsroom: QuietNewsroom, open_window: Open
) -> None:
    window = open_window()
    dialog = open_rule(qtbot, desk, window)
    newsroom.previews = [
        InputError("Line 3 of the rule: there is no setting “outlt”; “outlet” is meant?", "See the shipped rules."),
        FeedError("The list no longer matches its rule: nothing stands at “li”.", "Look at it in the browser."),
    ]
    dialog.try_rule()
    qtbot.waitUntil(lambda: dialog.answer.text().startswith("Line 3 of the rule"))
    assert dialog.editor.textCursor().selectedText() == dialog.text.splitlines()[2]
    dialog.try_rule()
    qtbot.waitUntil(lambda: dialog.answer.text().startswith("The list no longer matches"))
    assert dialog.table.rowCount() == 0


def test_a_feed_has_no_rule_to_edit(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.source("Paper")
    window = open_window()
    (source,) = desk.library.read(sources.list_sources).result()
    window.sources_desk.edit((source,))
    dialog = window.sources_desk.dialog
    assert isinstance(dialog, EditSourceDialog)
    assert not hasattr(dialog, "rule_button")
