"""What is done with the sidebar's own tags and reading lists: their menus, their order, the cards dropped on them.

The sidebar tells what was meant; the writes are those of the popups, and undo knows them.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QMenu

from dateline.news.article import ArticleId
from dateline.news.reading_list import ListId
from dateline.ui.sidebar.moving import Move
from dateline.ui.sidebar.rows import Kind, Row

if TYPE_CHECKING:
    from dateline.ui.sidebar.pane import Sidebar
    from dateline.ui.work import Work


class RowActs(QObject):
    """Stands between the rows of the sidebar and what is done with articles."""

    def __init__(self, sidebar: Sidebar, work: Work) -> None:
        super().__init__(sidebar)
        self._sidebar = sidebar
        self._work = work
        sidebar.view.menu_wanted.connect(self._open_menu)
        sidebar.view.dropped.connect(self._put)
        sidebar.view.moved.connect(self._sort)

    def menu_of(self, row: Row) -> QMenu:
        """Return the menu of a tag or a reading list; of another row an empty one."""
        menu = QMenu(self._sidebar)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.kind is Kind.TAG:
            menu.addAction(self.tr("Rename, colour or remove tags…"), self._work.edit_tags)
        elif row.kind is Kind.LIST:
            for what, words in (
                ("rename", self.tr("Rename…")),
                ("duplicate", self.tr("Duplicate")),
                ("archive", self.tr("Archive")),
                ("remove", self.tr("Remove")),
            ):
                menu.addAction(words, partial(self._do, what, row))
            menu.addSeparator()
            self._sidebar.view.add_moves(menu, row)
        return menu

    def _do(self, what: str, row: Row) -> None:
        one = next((one for one in self._sidebar.lists if row.key == f"list:{one.id}"), None)
        if one is not None:
            self._work.listing.do(what, one)

    def _open_menu(self, row: Row, at: QPoint) -> None:
        self._sidebar.view.open_menu(self.menu_of(row), at)

    def _sort(self, move: Move) -> None:
        if move.row.kind is Kind.LIST:
            self._work.listing.put_in_order([_list_id(key) for key in move.order])

    def _put(self, row: Row, articles: tuple[ArticleId, ...]) -> None:
        if row.kind is Kind.TAG:
            self._work.tagging.add(row.key.removeprefix("tag:"), articles)
        elif row.kind is Kind.LIST:
            self._work.listing.add(_list_id(row.key), row.name, articles)


def _list_id(key: str) -> ListId:
    return ListId(int(key.removeprefix("list:")))
