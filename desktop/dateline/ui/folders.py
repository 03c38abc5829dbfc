"""Folders of sources in the sidebar: renamed, put in order, and filled with outlets. Undo knows each act."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QObject, QPoint, Qt
from PySide6.QtWidgets import QInputDialog, QMenu, QWidget

from dateline.news.change import Change
from dateline.news.feed import Source, SourceId
from dateline.ui.sidebar.moving import Move, folder_of
from dateline.ui.sidebar.rows import Kind, Row
from dateline.ui.sidebar.view import SidebarView
from dateline.ui.undo import UndoStack


class Folders(QObject):
    """Stands between the sidebar's folders and outlets and the library; `sources` tells what is followed now."""

    def __init__(
        self, rows: SidebarView, undo: UndoStack, sources: Callable[[], Sequence[Source]], around: QWidget
    ) -> None:
        super().__init__(around)
        self._rows = rows
        self._undo = undo
        self._sources = sources
        self._around = around
        rows.menu_wanted.connect(self._open_menu)
        rows.moved.connect(self._move)

    def menu_of(self, row: Row) -> QMenu:
        """Return the menu of a folder, or of an outlet that is followed; of another row an empty one."""
        menu = QMenu(self._around)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if row.kind is Kind.FOLDER:
            menu.addAction(self.tr("Rename…"), partial(self._rename, _folder(row)))
            menu.addSeparator()
            self._rows.add_moves(menu, row)
        elif row.kind is Kind.OUTLET and row.is_followed:
            into = menu.addMenu(self.tr("Move to folder"))
            here = self._folder_now(row)
            for folder in sorted({source.folder for source in self._sources()} | {""}, key=str.casefold):
                action = into.addAction(
                    folder.replace("&", "&&") or self.tr("No folder"), partial(self._put, row, folder)
                )
                action.setEnabled(folder != here)
            into.addSeparator()
            into.addAction(self.tr("New folder…"), partial(self._put_into_new, row))
        return menu

    def _open_menu(self, row: Row, at: QPoint) -> None:
        self._rows.open_menu(self.menu_of(row), at)

    def _move(self, move: Move) -> None:
        if move.row.kind is Kind.FOLDER:
            order = [key.removeprefix("folder:") for key in move.order]
            self._undo.do(partial(_order, order=order), self._undone())
        elif move.row.kind is Kind.OUTLET:
            self._put(move.row, move.folder)

    def _put(self, row: Row, folder: str) -> None:
        here = self._folder_now(row)
        folders = {one.id: folder for one in self._of_outlet(row) if one.folder == here}
        said = self.tr("{name} is in “{folder}” now.") if folder else self.tr("{name} is in no folder now.")
        self._undo.do(partial(_put, folders=folders), self._undone(), said=said.format(name=row.name, folder=folder))

    def _put_into_new(self, row: Row) -> None:
        name, is_given = QInputDialog.getText(self._around, self.tr("New folder"), self.tr("Name of the folder:"))
        if is_given and name.strip():
            self._put(row, name.strip())

    def _rename(self, folder: str) -> None:
        name, is_given = QInputDialog.getText(
            self._around, self.tr("Rename folder"), self.tr("Name of the folder:"), text=folder
        )
        if is_given and name.strip() not in ("", folder):
            self._undo.do(partial(_rename, folder=folder, name=name), self._undone())

    def _of_outlet(self, row: Row) -> list[Source]:
        return [source for source in self._sources() if (source.outlet or source.title) == row.icon]

    def _folder_now(self, row: Row) -> str:
        """Return the folder that a row stands for: a single folder has no row, and its outlets stand as they are."""
        folders = {source.folder for source in self._of_outlet(row)}
        here = folder_of(row)
        return here if here in folders else min(folders, default="")

    def _undone(self) -> str:
        return self.tr("The folders are as they were.")


def _folder(row: Row) -> str:
    return row.key.removeprefix("folder:")


def _order(connection: Any, order: Sequence[str]) -> Change:
    from dateline.storage.orders import Ordered, keep_order

    return keep_order(connection, Ordered.FOLDERS, order)


def _put(connection: Any, folders: Mapping[SourceId, str]) -> Change:
    from dateline.storage import sources

    return sources.put_in_folders(connection, folders)


def _rename(connection: Any, folder: str, name: str) -> Change:
    from dateline.storage import sources

    return sources.rename_folder(connection, folder, name)
