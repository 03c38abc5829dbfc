"""Rows of the sidebar moved to another place: dragged with the pointer, with Alt and the arrows, from their menus."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QAction, QDrag, QDragEnterEvent, QDragMoveEvent, QDropEvent, QMouseEvent
from PySide6.QtWidgets import QApplication, QInputDialog, QMenu
from pytestqt.qtbot import QtBot

from dateline.news.saved_search import SavedSearch
from dateline.storage import lists, searches, sources
from dateline.ui.main_window import MainWindow
from dateline.ui.screens import Screen
from dateline.ui.sidebar.moving import move_by, move_over
from dateline.ui.sidebar.rows import Kind, Row
from desk import NOW, Desk

Open = Callable[..., MainWindow]

OUTLETS = (
    Row("outlets", Kind.SECTION, "Outlets"),
    Row("outlet:Alone", Kind.OUTLET, "Alone", "Alone", is_followed=True),
    Row("outlet:Stranger", Kind.OUTLET, "Stranger", "Stranger"),
    Row("folder:Papers", Kind.FOLDER, "Papers"),
    Row("outlet:Papers:Courier", Kind.OUTLET, "Courier", "Courier", is_inside=True, is_followed=True),
    Row("outlet:Papers:Gazette", Kind.OUTLET, "Gazette", "Gazette", is_inside=True, is_followed=True),
    Row("folder:Blogs: mine", Kind.FOLDER, "Blogs: mine"),
    Row("outlet:Blogs: mine:A: b", Kind.OUTLET, "A: b", "A: b", is_inside=True, is_followed=True),
    Row("folder:Agencies", Kind.FOLDER, "Agencies", is_open=False),
    Row("searches", Kind.SECTION, "Saved searches"),
    Row("search:1", Kind.SEARCH, "One"),
    Row("search:2", Kind.SEARCH, "Two"),
    Row("more:searches", Kind.MORE, "4 more"),
)
PAPERS, BLOGS, AGENCIES = (OUTLETS[number] for number in (3, 6, 8))


@pytest.mark.parametrize(
    ("held", "over", "is_below", "order", "line"),
    [
        (8, 3, False, "Agencies, Papers, Blogs: mine", 3),
        (8, 3, True, "Papers, Agencies, Blogs: mine", 6),  # after what stands inside
        (8, 5, False, "Papers, Agencies, Blogs: mine", 6),
        (3, 8, True, "Blogs: mine, Agencies, Papers", 9),
        (3, 0, False, "", -1),  # where it stands already
        (8, 0, False, "Agencies, Papers, Blogs: mine", 3),
        (8, 10, False, "", -1),  # among the saved searches
        (11, 10, False, "2, 1", 10),
        (10, 12, True, "2, 1", 12),
    ],
)
def test_what_a_drop_would_do_to_the_order(held: int, over: int, is_below: bool, order: str, line: int) -> None:
    move = move_over(OUTLETS, OUTLETS[held], over, is_below=is_below)
    keys = () if move is None else tuple(key.partition(":")[2] for key in move.order)
    assert (", ".join(keys), -1 if move is None else move.line) == (order, line)


@pytest.mark.parametrize(
    ("held", "over", "folder", "into"),
    [
        (1, 3, "Papers", "folder:Papers"),
        (1, 7, "Blogs: mine", "folder:Blogs: mine"),
        (7, 8, "Agencies", "folder:Agencies"),
        (7, 1, "", "outlets"),
        (7, 0, "", "outlets"),
        (7, 6, None, ""),  # it is there already
        (1, 2, None, ""),
        (1, 11, None, ""),  # a saved search holds no outlets
    ],
)
def test_which_folder_an_outlet_would_go_into(held: int, over: int, folder: str | None, into: str) -> None:
    move = move_over(OUTLETS, OUTLETS[held], over, is_below=False)
    assert (None if move is None else move.folder, "" if move is None else move.into) == (folder, into)


def test_a_step_stops_at_the_ends_and_is_for_what_has_an_order() -> None:
    down = move_by(OUTLETS, PAPERS, 1)
    assert down is not None
    assert down.order == (BLOGS.key, PAPERS.key, AGENCIES.key)
    assert move_by(OUTLETS, PAPERS, -1) is None
    assert move_by(OUTLETS, AGENCIES, 1) is None
    assert move_by(OUTLETS, OUTLETS[1], 1) is None


def names(window: MainWindow, kind: Kind) -> list[str]:
    return [row.name for row in window.sidebar.rows.rows if row.kind is kind]


def row_called(window: MainWindow, name: str) -> Row:
    return next(row for row in window.sidebar.rows.rows if row.name == name)


def place(window: MainWindow, name: str) -> QPoint:
    view = window.sidebar.view
    index = view.rows.index(view.rows.number_of(row_called(window, name).key))
    view.scrollTo(index)
    return view.visualRect(index).center()


@pytest.fixture
def drag(qtbot: QtBot, monkeypatch: pytest.MonkeyPatch) -> Callable[..., None]:
    """Return what presses on a row, pulls it over another one, `by` points from its middle, and lets it go.

    Without a screen Qt has no drag of its own: what the hand does while one is on its way is told to the list here.
    """

    def pull(window: MainWindow, name: str, over: str, by: int = 0) -> None:
        view = window.sidebar.view
        port = view.viewport()

        def let_go(drag: QDrag, action: Qt.DropAction) -> Qt.DropAction:
            data, at = drag.mimeData(), place(window, over) + QPoint(0, by)
            held = (action, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
            QApplication.sendEvent(port, QDragEnterEvent(QPoint(5, 5), *held))
            move = QDragMoveEvent(at, *held)
            QApplication.sendEvent(port, move)
            assert move.isAccepted()
            drop = QDropEvent(QPointF(at), *held)
            QApplication.sendEvent(port, drop)
            return drop.dropAction()

        monkeypatch.setattr(QDrag, "exec", let_go)
        start = place(window, name)
        qtbot.mousePress(port, Qt.MouseButton.LeftButton, pos=start)
        move = QMouseEvent(
            QEvent.Type.MouseMove,
            QPointF(start + QPoint(0, 20)),
            port.mapToGlobal(QPointF(start)),
            Qt.MouseButton.NoButton,
            Qt.MouseButton.LeftButton,
            Qt.KeyboardModifier.NoModifier,
        )
        QApplication.sendEvent(port, move)
        assert not view.target_key

    return pull


def action(menu: QMenu, text: str) -> QAction:
    return next(one for one in menu.actions() if one.text() == text)


@pytest.fixture
def window(desk: Desk, open_window: Open) -> MainWindow:
    """A window with three saved searches, three reading lists and outlets in three folders."""
    desk.article("Chips", outlet="ft")
    for name in ("First", "Second", "Third"):
        desk.library.write(partial(searches.save_search, name=name, query=f"{name} chips", at=NOW)).result()
        desk.library.write(partial(lists.make_list, name=f"{name} list", at=NOW)).result()
    for title, folder in (("Courier", "Papers"), ("Gazette", "Papers"), ("Wire", "Agencies"), ("Log", "Blogs")):
        desk.source(title, outlet=title, folder=folder)
    return open_window(1440, 1200)


def kept_searches(desk: Desk) -> list[str]:
    found: tuple[SavedSearch, ...] = desk.library.read(searches.list_searches).result()
    return [one.name for one in found]


def test_a_saved_search_is_dragged_before_the_others_and_undone(
    qtbot: QtBot, desk: Desk, window: MainWindow, drag: Callable[..., None]
) -> None:
    qtbot.waitUntil(lambda: names(window, Kind.SEARCH) == ["First", "Second", "Third"])
    drag(window, "Third", "First", -6)
    qtbot.waitUntil(lambda: names(window, Kind.SEARCH) == ["Third", "First", "Second"])
    assert kept_searches(desk) == ["Third", "First", "Second"]
    assert not window.timeline.filter  # a row that was dragged was not chosen
    window.undo.undo()
    qtbot.waitUntil(lambda: names(window, Kind.SEARCH) == ["First", "Second", "Third"])


def test_lists_stand_by_name_until_they_are_moved_with_the_keyboard(
    qtbot: QtBot, desk: Desk, window: MainWindow
) -> None:
    view = window.sidebar.view
    view.setFocus()
    view.setCurrentIndex(view.rows.index(view.rows.number_of(row_called(window, "Third list").key)))
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(window, Kind.LIST) == ["First list", "Third list", "Second list"])
    assert view.rows.rows[view.currentIndex().row()].name == "Third list"
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)
    qtbot.waitUntil(lambda: names(window, Kind.LIST) == ["Third list", "First list", "Second list"])
    qtbot.keyClick(view, Qt.Key.Key_Up, Qt.KeyboardModifier.AltModifier)  # nothing stands over it
    desk.library.write(partial(lists.make_list, name="A late one", at=NOW)).result()
    late = ["Third list", "First list", "Second list", "A late one"]
    qtbot.waitUntil(lambda: names(window, Kind.LIST) == late)
    menu = window.row_acts.menu_of(row_called(window, "Third list"))
    assert not action(menu, "Move up").isEnabled()
    action(menu, "Move down").trigger()
    qtbot.waitUntil(lambda: names(window, Kind.LIST)[:2] == ["First list", "Third list"])
    for _ in range(3):
        window.undo.undo()
    by_name = ["A late one", "First list", "Second list", "Third list"]
    qtbot.waitUntil(lambda: names(window, Kind.LIST) == by_name)


def test_folders_are_put_in_order_and_outlets_into_them(
    qtbot: QtBot, desk: Desk, window: MainWindow, drag: Callable[..., None]
) -> None:
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Agencies", "Blogs", "Papers"])
    drag(window, "Agencies", "Gazette", 6)
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Blogs", "Papers", "Agencies"])
    window.show_screen(Screen.SOURCES)
    rows = window.sources.rows
    assert [rows.folder(rows.index(row, 0)) for row in range(3)] == ["Blogs", "Papers", "Agencies"]
    drag(window, "Gazette", "Log")
    qtbot.waitUntil(lambda: "Gazette is in “Blogs” now." in window.toast.sentence)

    def folders() -> dict[str, str]:
        return {one.title: one.folder for one in desk.library.read(sources.list_sources).result()}

    assert folders() == {"Courier": "Papers", "Gazette": "Blogs", "Wire": "Agencies", "Log": "Blogs"}
    desk.library.write(
        partial(sources.keep_failure, source_id=_id(desk, "Gazette"), at=NOW, error="Its server said no.")
    ).result()
    window.undo.undo()
    qtbot.waitUntil(lambda: folders()["Gazette"] == "Papers")
    # What the refresh learnt of the source meanwhile is not taken back with it.
    assert {one.title for one in desk.library.read(sources.list_sources).result() if one.error} == {"Gazette"}


def test_a_folder_is_renamed_in_its_place_and_a_new_one_made_from_an_outlets_menu(
    qtbot: QtBot, window: MainWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Agencies", "Blogs", "Papers"])
    action(window.folders.menu_of(row_called(window, "Papers")), "Move up").trigger()
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Agencies", "Papers", "Blogs"])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: (" Zeitungen ", True))
    action(window.folders.menu_of(row_called(window, "Papers")), "Rename…").trigger()
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Agencies", "Zeitungen", "Blogs"])
    monkeypatch.setattr(QInputDialog, "getText", lambda *_, **__: ("New", True))
    into = action(window.folders.menu_of(row_called(window, "Wire")), "Move to folder").menu()
    assert isinstance(into, QMenu)
    offered = {one.text(): one.isEnabled() for one in into.actions() if one.text()}
    assert offered == {"No folder": True, "Agencies": False, "Blogs": True, "Zeitungen": True, "New folder…": True}
    action(into, "New folder…").trigger()
    qtbot.waitUntil(lambda: names(window, Kind.FOLDER) == ["Zeitungen", "Blogs", "New"])


def _id(desk: Desk, title: str) -> sources.SourceId:
    return next(one.id for one in desk.library.read(sources.list_sources).result() if one.title == title)
