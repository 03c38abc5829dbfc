"""Tags and reading lists as somebody keeps them in the window."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from functools import partial
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QDragEnterEvent, QDragMoveEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QInputDialog
from pytestqt.qtbot import QtBot

from dateline.news.article import ArticleText
from dateline.news.note import About
from dateline.news.question import Term, TimelineFilter, filter_text
from dateline.news.reading_list import ListItem, ReadingList
from dateline.storage import articles, lists, notes, tags
from dateline.text.span import Span
from dateline.ui.keys import Act
from dateline.ui.lists.screen import ListScreen
from dateline.ui.lists.versions_bar import Version
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.sidebar.rows import Kind
from desk import NOW, Desk

Open = Callable[..., MainWindow]
Key = Qt.Key
CONTROL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def window(qtbot: QtBot, desk: Desk, open_window: Open) -> MainWindow:
    """Open the window on three articles, the first chosen."""
    for number, title in enumerate(("Chips", "Energy", "模型")):
        desk.article(title, at=NOW - timedelta(hours=number), lang="zh" if number == 2 else "en")
    window = open_window()
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    return window


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, modifier: Qt.KeyboardModifier | None = None) -> None:
    qtbot.keyClick(QApplication.focusWidget() or window, key, modifier or Qt.KeyboardModifier.NoModifier)


def tagged(desk: Desk) -> dict[str, tuple[str, ...]]:
    return {card.title: card.tags for card in desk.cards() if card.tags}


def kept(desk: Desk) -> dict[str, list[str]]:
    found = desk.library.read(lists.lists).result()
    return {one.name: [item.card.title for item in items(desk, one)] for one in found}


def items(desk: Desk, one: ReadingList) -> tuple[ListItem, ...]:
    return desk.library.read(partial(lists.items, list_id=one.id)).result()


def only(desk: Desk) -> ReadingList:
    (one,) = desk.library.read(partial(lists.lists, wants_archived=True)).result()
    return one


def side(window: MainWindow) -> list[str]:
    return [row.name for row in window.sidebar.rows.rows]


def test_t_makes_a_tag_by_typing_it_and_the_sidebar_asks_for_it(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_T)
    popup = window.work.tagging.popup
    assert popup.isVisible()
    qtbot.keyClicks(popup.line, "policy/chips")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: tagged(desk) == {"Chips": ("policy/chips",)})
    qtbot.waitUntil(lambda: [popup.list.item(row).text() for row in range(popup.list.count())] == ["policy/chips"])
    qtbot.keyClick(popup, Key.Key_Escape)
    qtbot.waitUntil(lambda: "policy/chips" in side(window))
    row = next(row for row in window.sidebar.rows.rows if row.name == "policy/chips")
    window.sidebar.press(row, adds=False)
    qtbot.waitUntil(lambda: window.n_cards() == 1)


def test_the_readers_buttons_open_the_popups(qtbot: QtBot, window: MainWindow) -> None:
    bar = window.reader.bar
    for button, popup in ((bar._tag, window.work.tagging.popup), (bar._list, window.work.listing.popup)):
        qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
        assert popup.isVisible()
        popup.close_popup()


def test_a_second_press_takes_a_tag_off_and_undo_puts_it_back(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.library.write(partial(tags.add_tag, articles=[desk.card("Chips").id], name="week", at=NOW)).result()
    press(qtbot, window, Key.Key_T)
    popup = window.work.tagging.popup
    qtbot.waitUntil(lambda: popup.list.count() == 1)
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: tagged(desk) == {})
    popup.hide()
    window.work.undo.undo()
    qtbot.waitUntil(lambda: tagged(desk) == {"Chips": ("week",)})


def test_an_article_that_is_still_read_under_another_filter_is_the_one_that_is_tagged(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    window.ask(TimelineFilter((Term("zh", "lang"),)))
    qtbot.waitUntil(lambda: window.n_cards() == 1)
    assert window.reader.page is not None
    assert window.reader.page.title == "Chips"
    press(qtbot, window, Key.Key_T)
    popup = window.work.tagging.popup
    assert not popup.everything.isChecked()
    qtbot.keyClicks(popup.line, "week")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: tagged(desk) == {"Chips": ("week",)})


def test_the_whole_list_is_tagged_at_once(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_T)
    popup = window.work.tagging.popup
    popup.everything.click()
    qtbot.keyClicks(popup.line, "week")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: len(tagged(desk)) == 3)
    qtbot.waitUntil(lambda: window.toast.sentence == "3 articles tagged “week”.")


def test_tags_are_renamed_merged_coloured_and_removed_in_their_dialog(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    for title, name in (("Chips", "policy"), ("Energy", "Politics")):
        desk.library.write(partial(tags.add_tag, articles=[desk.card(title).id], name=name, at=NOW)).result()
    window.work.edit_tags()
    editor = window.work.tag_editor
    assert editor is not None
    qtbot.addWidget(editor)
    qtbot.waitUntil(lambda: editor.names() == ["policy", "Politics"])
    editor.rename_to("Politics", "policy")
    qtbot.waitUntil(lambda: editor.names() == ["policy"])
    assert tagged(desk) == {"Chips": ("policy",), "Energy": ("policy",)}
    editor.choose("policy")
    editor.paint(4)
    qtbot.waitUntil(lambda: desk.library.read(tags.tags).result()[0].colour == 4)
    editor.choose("policy")
    editor.remove()
    qtbot.waitUntil(lambda: editor.names() == [])
    window.work.undo.undo()
    qtbot.waitUntil(lambda: editor.names() == ["policy"])
    editor.rename_to("policy", "  / ")
    qtbot.waitUntil(lambda: window.toast.sentence.startswith("A tag needs a name."))


def test_l_puts_an_article_on_a_list_that_typing_makes(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    press(qtbot, window, Key.Key_L)
    popup = window.work.listing.popup
    qtbot.keyClicks(popup.line, "Briefing")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: kept(desk) == {"Briefing": ["Chips"]})
    popup.everything.click()
    qtbot.waitUntil(lambda: popup.list.count() == 1)
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: "off" in window.toast.sentence or len(kept(desk)["Briefing"]) != 1)
    popup.hide()
    qtbot.waitUntil(lambda: "Briefing" in side(window))


@pytest.fixture
def briefing(qtbot: QtBot, desk: Desk, window: MainWindow) -> MainWindow:
    """Show a list of all three on the screen."""
    ids = [card.id for card in desk.cards()]
    desk.library.write(partial(lists.make_list, name="Briefing", at=NOW, articles=ids)).result()
    window.work.show_list(only(desk).id)
    qtbot.waitUntil(lambda: window.work.lists.isVisible() and window.work.lists.rows.count() == 3)
    return window


def test_a_list_is_sorted_by_keys_and_by_drag_and_keeps_its_order(
    qtbot: QtBot, desk: Desk, briefing: MainWindow
) -> None:
    rows = briefing.work.lists.rows
    rows.choose(0)
    qtbot.keyClick(rows, Key.Key_Down, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: kept(desk)["Briefing"] == ["Energy", "Chips", "模型"])
    qtbot.waitUntil(lambda: rows.currentRow() == 1)
    order = rows.order()
    rows.sorted_anew.emit([order[2], *order[:2]])  # what a drop tells
    qtbot.waitUntil(lambda: kept(desk)["Briefing"] == ["模型", "Energy", "Chips"])
    briefing.work.undo.undo()
    briefing.work.undo.undo()
    qtbot.waitUntil(lambda: kept(desk)["Briefing"] == ["Chips", "Energy", "模型"])


def test_a_note_is_written_on_an_item_in_place(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    rows = briefing.work.lists.rows
    rows.setFocus()
    rows.choose(1)
    press(qtbot, briefing, Key.Key_E)
    editor = QApplication.focusWidget()
    assert editor is not None
    qtbot.keyClicks(editor, "Start here")
    qtbot.keyClick(editor, Key.Key_Escape)
    qtbot.waitUntil(lambda: [item.note for item in items(desk, only(desk))] == ["", "Start here", ""])


def test_choosing_an_item_reads_it_and_delete_takes_it_out(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    screen = briefing.work.lists
    screen.rows.choose(2)
    qtbot.waitUntil(lambda: screen.reader.page is not None and screen.reader.page.title == "模型")
    qtbot.keyClick(screen.rows, Key.Key_Delete)
    qtbot.waitUntil(lambda: kept(desk)["Briefing"] == ["Chips", "Energy"])
    qtbot.waitUntil(lambda: briefing.toast.sentence == "1 article taken off “Briefing”.")


def test_what_is_chosen_stays_so_when_the_list_is_read_again_and_nothing_beside_it(
    qtbot: QtBot, desk: Desk, briefing: MainWindow
) -> None:
    rows = briefing.work.lists.rows

    def read_again() -> None:
        before = rows.item(0)
        desk.mark(desk.card("Energy").id, starred=True)
        qtbot.waitUntil(lambda: rows.item(0) is not before)

    rows.choose(0)
    read_again()
    rows.choose(2)
    assert rows.chosen() == [desk.card("模型").id]
    qtbot.keyClick(rows, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    both = [desk.card("Energy").id, desk.card("模型").id]
    assert sorted(rows.chosen()) == sorted(both)
    desk.mark(desk.card("Energy").id, starred=False)
    qtbot.waitUntil(lambda: not rows.item(1).data(Qt.ItemDataRole.UserRole).card.is_starred)
    assert sorted(rows.chosen()) == sorted(both)


def test_the_filter_bar_names_the_list_and_searches_in_it(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    field = briefing.bar.field
    assert [chip.accessibleName() for chip in field.chips] == ["list Briefing"]
    assert briefing.bar.save.isEnabled()
    with qtbot.waitSignal(briefing.work.lists.named):
        briefing.work.listing._change(only(desk), name="Memo")
    assert [chip.accessibleName() for chip in field.chips] == ["list Memo"]
    field.focus_search()
    qtbot.keyClicks(field.line, "article")
    qtbot.waitUntil(lambda: briefing.screens.on_show is Screen.READING)  # it is tried while the typing pauses
    assert field.line.text() == "article"
    assert filter_text(briefing.timeline.filter) == "list:Memo article"
    qtbot.waitUntil(lambda: briefing.timeline.timeline.n_articles == 3)


def test_the_filter_in_force_comes_back_to_the_bar_when_the_list_is_left(
    qtbot: QtBot, desk: Desk, briefing: MainWindow
) -> None:
    qtbot.mouseClick(briefing.work.lists.add, Qt.MouseButton.LeftButton)
    assert briefing.screens.on_show is Screen.READING
    assert briefing.bar.field.chips == ()


def test_who_types_fast_means_the_list_that_is_there(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    desk.library.write(partial(lists.make_list, name="Open models briefing", at=NOW)).result()
    press(qtbot, window, Key.Key_L)
    popup = window.work.listing.popup
    popup.offer([], "Make the list “{name}”")  # as it stands until the lists are read
    popup.open_at(window, is_waiting=True)
    qtbot.keyClicks(popup.line, "open")
    qtbot.keyClick(popup.line, Key.Key_Return)
    qtbot.waitUntil(lambda: kept(desk) == {"Open models briefing": ["Chips"]})


def test_links_of_a_list_go_out_in_its_order(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    rows = briefing.work.lists.rows
    rows.choose(1)
    qtbot.keyClick(rows, Key.Key_Up, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(rows, Key.Key_C, CONTROL)
    data = QApplication.clipboard().mimeData()
    assert data.text().split("\n") == [desk.card(title).url for title in ("Chips", "Energy")]
    assert data.html().count("<a href") == 2


def test_keys_act_on_the_list_that_is_on_show(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    screen = briefing.work.lists
    for act in (Act.PREVIOUS, Act.PREVIOUS, Act.NEXT):
        briefing.commands[act].trigger()
    qtbot.waitUntil(lambda: shows(screen, "Energy is what"))
    briefing.commands[Act.STAR].trigger()
    qtbot.waitUntil(lambda: [card.title for card in desk.cards() if card.is_starred] == ["Energy"])
    briefing.commands[Act.READ].trigger()
    qtbot.waitUntil(lambda: desk.card("Energy").is_read)


def test_a_quote_is_copied_in_the_style_of_exports(qtbot: QtBot, desk: Desk, open_window: Open) -> None:
    desk.article("Chips", says=[("Ida Kern", "The rule came late")])
    window = open_window()
    window.settings.setValue("export/style", "mla")
    press(qtbot, window, Key.Key_J)
    qtbot.waitUntil(lambda: window.reader.page is not None)
    press(qtbot, window, Key.Key_Q)
    press(qtbot, window, Key.Key_Y)
    qtbot.waitUntil(lambda: window.toast.sentence == "Quote copied with its citation.")
    assert QApplication.clipboard().text() == (
        "“The rule came late”\n— Ida Kern\n“Chips.” Financial Times, 10 Nov. 2025, https://ft.example/1. "
        "Accessed 10 Nov. 2025."
    )


def changed(qtbot: QtBot, desk: Desk, window: MainWindow) -> ListScreen:
    """Let the first article of the list change, and choose it."""
    text = ArticleText("Another text that says much more than before.", "")
    job = partial(articles.keep_text, article_id=desk.card("Chips").id, text=text, findings=None)
    desk.library.write(partial(job, origin="page", captured_at=NOW)).result()
    screen = window.work.lists
    screen.rows.choose(0)
    qtbot.waitUntil(lambda: (item := screen.rows.list_item()) is not None and item.has_newer_version)
    qtbot.waitUntil(screen.versions.isVisible)
    return screen


def shows(screen: ListScreen, words: str) -> bool:
    return screen.reader.page is not None and words in screen.reader.page.article.text


def test_an_item_opens_as_it_was_read_with_the_newer_version_one_press_away(
    qtbot: QtBot, desk: Desk, briefing: MainWindow
) -> None:
    screen = changed(qtbot, desk, briefing)
    qtbot.waitUntil(lambda: shows(screen, "Chips is what this article is about."))
    assert screen.versions.sentence.text().startswith("This list keeps revision 1 of 2, as it was read on ")
    qtbot.mouseClick(screen.versions.toggles[Version.NEWEST], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(screen, "says much more"))
    qtbot.mouseClick(screen.versions.toggles[Version.CHANGES], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(screen.changes.isVisible)
    qtbot.waitUntil(lambda: screen.changes.shown is not None and screen.changes.shown.before is not None)
    assert "Another text that says much more" in screen.changes.page.toPlainText()
    screen.rows.choose(1)
    qtbot.waitUntil(lambda: shows(screen, "Energy is what"))
    assert not screen.versions.isVisible()
    screen.rows.choose(0)
    qtbot.waitUntil(lambda: shows(screen, "Chips is what"))


def test_the_version_on_show_stays_when_something_is_written(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    screen = changed(qtbot, desk, briefing)
    qtbot.mouseClick(screen.versions.toggles[Version.NEWEST], Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: shows(screen, "says much more"))
    screen.rows.noted.emit(desk.card("Chips").id, "First.")
    qtbot.waitUntil(lambda: (item := screen.rows.list_item()) is not None and item.note == "First.")
    assert screen.versions.toggles[Version.NEWEST].isChecked()
    assert shows(screen, "says much more")


def test_a_highlight_on_the_older_text_is_bound_to_it(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    screen = changed(qtbot, desk, briefing)
    qtbot.waitUntil(lambda: shows(screen, "Chips is what"))
    page = screen.reader.page
    assert page is not None
    briefing.work._list_highlighting._make(page, Span(0, 5), About.PASSAGE)
    # The page has the note before the library does.
    qtbot.waitUntil(lambda: screen.reader.page is not None and len(screen.reader.page.notes) == 1)
    read = partial(notes.notes, article=page.article.id)
    qtbot.waitUntil(lambda: len(desk.library.read(read).result()) == 1)
    (note,) = desk.library.read(read).result()
    assert (note.revision, note.anchor.words if note.anchor else "") == (1, "Chips")


def test_the_list_points_to_the_newest_once_that_is_wanted(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    screen = changed(qtbot, desk, briefing)
    qtbot.mouseClick(screen.versions.keep, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: not items(desk, only(desk))[0].has_newer_version)
    qtbot.waitUntil(lambda: not screen.versions.isVisible())
    qtbot.waitUntil(lambda: shows(screen, "says much more"))


def test_the_menu_duplicates_archives_freezes_and_removes(qtbot: QtBot, desk: Desk, briefing: MainWindow) -> None:
    listing = briefing.work.listing
    listing.do("duplicate", only(desk))
    qtbot.waitUntil(lambda: sorted(kept(desk)) == ["Briefing", "Briefing, copy"])
    briefing.work.undo.undo()
    qtbot.waitUntil(lambda: sorted(kept(desk)) == ["Briefing"])
    listing.do("archive", only(desk))
    qtbot.waitUntil(lambda: kept(desk) == {})
    listing.do("unarchive", only(desk))
    qtbot.waitUntil(lambda: sorted(kept(desk)) == ["Briefing"])
    listing.do("remove", only(desk))
    qtbot.waitUntil(lambda: kept(desk) == {})
    qtbot.waitUntil(lambda: briefing.reading.isVisible())
    briefing.work.undo.undo()
    qtbot.waitUntil(lambda: kept(desk) == {"Briefing": ["Chips", "Energy", "模型"]})
    listing.make("Chinese", "lang:zh")
    qtbot.waitUntil(lambda: kept(desk).get("Chinese") == ["模型"])


def test_a_place_that_cannot_be_written_is_told_and_the_old_file_stays(
    qtbot: QtBot, desk: Desk, briefing: MainWindow, tmp_path: Path
) -> None:
    briefing.work.listing.share_to(tmp_path / "gone" / "list.json", only(desk).id)
    qtbot.waitUntil(lambda: "cannot be written" in briefing.toast.sentence)
    assert briefing.toast.sentence.endswith("Choose another place.")
    assert list(tmp_path.glob("**/*.part")) == []


def test_a_list_goes_out_as_a_file_and_comes_back(
    qtbot: QtBot, desk: Desk, briefing: MainWindow, tmp_path: Path
) -> None:
    file = tmp_path / "briefing.dateline-list.json"
    briefing.work.listing.share_to(file, only(desk).id)
    qtbot.waitUntil(lambda: "was written to" in briefing.toast.sentence)
    briefing.work.listing.do("remove", only(desk))
    qtbot.waitUntil(lambda: kept(desk) == {})
    briefing.work.listing.import_from(file)
    qtbot.waitUntil(lambda: kept(desk) == {"Briefing": ["Chips", "Energy", "模型"]})
    file.write_text("{", encoding="utf-8")
    briefing.work.listing.import_from(file)
    assert "not a reading list" in briefing.toast.sentence


def drop(window: MainWindow, rows: Sequence[int], on: str) -> bool:
    """Drag cards from the timeline over a row of the sidebar and let them go; tell whether they were taken."""
    model, view = window.timeline.timeline, window.sidebar.view
    data = model.mimeData([model.index(row, 0) for row in rows])
    index = window.sidebar.rows.index(window.sidebar.rows.number_of(on))
    view.scrollTo(index)
    at, action = view.visualRect(index).center(), Qt.DropAction.CopyAction
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    QApplication.sendEvent(view.viewport(), QDragEnterEvent(QPoint(5, 5), action, data, buttons, keys))
    move = QDragMoveEvent(at, action, data, buttons, keys)
    QApplication.sendEvent(view.viewport(), move)
    assert view.target_key == (on if move.isAccepted() else "")
    event = QDropEvent(QPointF(at), action, data, buttons, keys)
    QApplication.sendEvent(view.viewport(), event)
    assert not view.target_key
    return move.isAccepted() and event.isAccepted()


def test_cards_are_dropped_on_a_tag_and_on_a_list(qtbot: QtBot, desk: Desk, window: MainWindow) -> None:
    first = desk.card("Chips").id
    made = desk.library.write(partial(lists.make_list, name="Friday", at=NOW))
    desk.library.write(partial(lists.make_list, name="By itself", at=NOW, query="is:starred")).result()
    made.result()
    desk.library.write(partial(tags.add_tag, articles=(first,), name="quoted", at=NOW)).result()
    friday, filled = (
        next(f"list:{one.id}" for one in desk.library.read(lists.lists).result() if one.name == name)
        for name in ("Friday", "By itself")
    )
    qtbot.waitUntil(lambda: window.sidebar.rows.number_of("tag:quoted") >= 0)
    qtbot.waitUntil(lambda: window.sidebar.rows.number_of(filled) >= 0)
    assert drop(window, (1, 2), "tag:quoted")
    qtbot.waitUntil(lambda: [one.n for one in desk.library.read(tags.tags).result()] == [3])
    assert drop(window, (0, 1), friday)
    qtbot.waitUntil(lambda: desk.library.read(partial(lists.find_list, name="Friday")).result().n_items == 2)
    qtbot.waitUntil(lambda: "put on “Friday”" in window.toast.sentence)
    window.undo.undo()
    qtbot.waitUntil(lambda: desk.library.read(partial(lists.find_list, name="Friday")).result().n_items == 0)
    assert not drop(window, (0,), filled)
    assert not drop(window, (0,), "view:all")


def test_a_list_is_renamed_from_the_sidebar(
    qtbot: QtBot, desk: Desk, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.library.write(partial(lists.make_list, name="Friday", at=NOW)).result()
    qtbot.waitUntil(lambda: any(row.kind is Kind.LIST for row in window.sidebar.rows.rows))
    (row,) = (row for row in window.sidebar.rows.rows if row.kind is Kind.LIST)
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("Monday", True))
    window.row_acts.menu_of(row).actions()[0].trigger()
    qtbot.waitUntil(lambda: "Monday" in [row.name for row in window.sidebar.rows.rows])
    assert window.row_acts.menu_of(window.sidebar.rows.rows[0]).isEmpty()
