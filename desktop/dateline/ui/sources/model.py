"""The rows of the Sources screen: folders, and in them sources. It holds strings; it asks nothing."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractItemModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.news.feed import SourceId
from dateline.ui.joined import sentences
from dateline.ui.sources.words import SourceLine

SOURCE, STATE, LAST, DUE, EVERY, SHARE, ADVICE = range(7)
N_COLUMNS = 7

LINE_ROLE = int(Qt.ItemDataRole.UserRole) + 1
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)
_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()


class SourcesModel(QAbstractItemModel):
    """Two levels: a folder's internal id is 0, a source's is its folder's row + 1."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._folders: list[tuple[str, list[SourceLine]]] = []
        self._order: tuple[int, bool] | None = None

    @property
    def order(self) -> tuple[int, bool] | None:
        """By which column the rows of a folder are sorted, and whether the greatest is first; None: as added."""
        return self._order

    def sort_by(self, order: tuple[int, bool] | None) -> None:
        """Sort the rows of every folder by a column, the greatest first if asked, or by nothing."""
        self._order = order
        self.headerDataChanged.emit(Qt.Orientation.Horizontal, 0, N_COLUMNS - 1)

    def show_lines(self, folders: Sequence[tuple[str, Sequence[SourceLine]]]) -> None:
        """Show these folders; where only what rows say has changed, the rows stay."""
        fresh = [(name, self._sorted(lines)) for name, lines in folders]
        if _shape(fresh) == _shape(self._folders):
            self._folders = fresh
            for row, (_, lines) in enumerate(fresh):
                top = self.index(row, 0)
                if lines:
                    self.dataChanged.emit(self.index(0, 0, top), self.index(len(lines) - 1, N_COLUMNS - 1, top))
            return
        self.beginResetModel()
        self._folders = fresh
        self.endResetModel()

    def _sorted(self, lines: Sequence[SourceLine]) -> list[SourceLine]:
        if self._order is None:
            return list(lines)
        column, is_down = self._order
        return sorted(lines, key=lambda line: line.ranks[column], reverse=is_down)

    def lines_in(self, index: _AnyIndex) -> list[SourceLine]:
        """Return the source of a row, or all of a folder's."""
        line = self.line(index)
        if line is not None:
            return [line]
        return list(self._folders[index.row()][1]) if index.isValid() else []

    def line(self, index: _AnyIndex) -> SourceLine | None:
        """Return the source of a row, None for a folder."""
        if not index.isValid() or not index.internalId():
            return None
        return self._folders[index.internalId() - 1][1][index.row()]

    def folder(self, index: _AnyIndex) -> str:
        """Return the folder of a row."""
        if not index.isValid():
            return ""
        return self._folders[(index.internalId() or index.row() + 1) - 1][0]

    def index_of(self, source: SourceId) -> QModelIndex:
        """Return the row of a source."""
        for row, (_, lines) in enumerate(self._folders):
            for inner, line in enumerate(lines):
                if line.id == source:
                    return self.index(inner, 0, self.index(row, 0))
        return QModelIndex()

    # Qt

    def index(self, row: int, column: int, parent: _AnyIndex = _NOWHERE) -> QModelIndex:
        """Return where a row stands."""
        if not self.hasIndex(row, column, parent):
            return QModelIndex()
        return self.createIndex(row, column, parent.row() + 1 if parent.isValid() else 0)

    def parent(self, index: _AnyIndex = _NOWHERE) -> QModelIndex:  # type: ignore[override]
        """Return the folder of a source."""
        if not index.isValid() or not index.internalId():
            return QModelIndex()
        return self.createIndex(index.internalId() - 1, 0, 0)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many folders, or sources in one, there are."""
        if not parent.isValid():
            return len(self._folders)
        return len(self._folders[parent.row()][1]) if not parent.internalId() and parent.column() == 0 else 0

    def columnCount(self, parent: _AnyIndex = _NOWHERE) -> int:  # noqa: ARG002
        """Return how many facts a row has."""
        return N_COLUMNS

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> Any:
        """Return a fact's words, or the whole line for the delegate."""
        line = self.line(index)
        if line is None:
            if index.isValid() and (role == _SPEECH or (role == _DISPLAY and index.column() == SOURCE)):
                name, lines = self._folders[index.row()]
                return f"{name or _no_folder()}  {len(lines):,}"
            return None
        if role == LINE_ROLE:
            return line
        if role == _DISPLAY:
            return _words(line, index.column())
        if role == _SPEECH:
            return line.speech if index.column() == SOURCE else _words(line, index.column())
        if role == _TOOL_TIP and index.column() in (SOURCE, ADVICE):
            return line.second if index.column() == SOURCE else sentences((line.advice, line.hint))
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = _DISPLAY) -> Any:
        """Return a column's name."""
        if orientation is not Qt.Orientation.Horizontal or role != _DISPLAY:
            return None
        name = self.column_names()[section]
        if self._order is None or self._order[0] != section:
            return name
        return f"{name} {'↓' if self._order[1] else '↑'}"

    def column_names(self) -> tuple[str, ...]:
        """Return what the columns are called."""
        return (
            self.tr("Source"),
            self.tr("State"),
            self.tr("Last success"),
            self.tr("Next due"),
            self.tr("Every"),
            self.tr("In full text"),
            self.tr("What to do"),
        )


def _shape(folders: Sequence[tuple[str, Sequence[SourceLine]]]) -> list[tuple[str, list[SourceId]]]:
    return [(name, [line.id for line in lines]) for name, lines in folders]


def _words(line: SourceLine, column: int) -> str:
    return (
        line.name,
        line.state,
        line.last,
        line.due,
        line.every,
        f"{line.share[0]} / {line.share[1]}",
        f"{sentences((line.advice, line.hint))} {line.remedy_words}".strip(),
    )[column]


def _no_folder() -> str:
    return QCoreApplication.translate("sources", "Without a folder")
