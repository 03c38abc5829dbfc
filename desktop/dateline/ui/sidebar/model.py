"""The sidebar's rows for Qt: what is shown and what is spoken."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QAbstractListModel, QCoreApplication, QModelIndex, QObject, QPersistentModelIndex, Qt

from dateline.ui.joined import joined
from dateline.ui.sidebar.rows import Kind, Row

_AnyIndex = QModelIndex | QPersistentModelIndex
_NOWHERE = QModelIndex()
#: Of more rows that changed it is told at once, with those between them.
_TOLD_ONE_BY_ONE = 50
_DISPLAY = int(Qt.ItemDataRole.DisplayRole)
_SPEECH = int(Qt.ItemDataRole.AccessibleTextRole)
_TOOL_TIP = int(Qt.ItemDataRole.ToolTipRole)

_translate = QCoreApplication.translate


class SidebarModel(QAbstractListModel):
    """One row of Qt a row of the sidebar."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[Row, ...] = ()

    @property
    def rows(self) -> tuple[Row, ...]:
        """All rows."""
        return self._rows

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show other rows; where only their numbers differ, nothing moves."""
        new = tuple(rows)
        if new == self._rows:
            return
        if [row.key for row in new] == [row.key for row in self._rows]:
            # Most rows of a long sidebar are the same ones as before: they need no look at what they say.
            both = enumerate(zip(new, self._rows, strict=True))
            changed = [number for number, (row, was) in both if row is not was and row != was]
            self._rows = new
            if len(changed) > _TOLD_ONE_BY_ONE:
                self.dataChanged.emit(self.index(changed[0]), self.index(changed[-1]))
                return
            for number in changed:
                self.dataChanged.emit(self.index(number), self.index(number))
            return
        self.beginResetModel()
        self._rows = new
        self.endResetModel()

    def number_of(self, key: str) -> int:
        """Return where a row stands, -1 where it does not."""
        return next((number for number, row in enumerate(self._rows) if row.key == key), -1)

    def rowCount(self, parent: _AnyIndex = _NOWHERE) -> int:
        """Return how many rows there are."""
        return 0 if parent.isValid() else len(self._rows)

    def data(self, index: _AnyIndex, role: int = _DISPLAY) -> Any:
        """Return a row's name, what is spoken, or its tool tip."""
        if not index.isValid() or role not in {_DISPLAY, _SPEECH, _TOOL_TIP}:
            return None
        row = self._rows[index.row()]
        if role == _DISPLAY:
            return row.name
        return speech(row) if role == _SPEECH else (row.health_words or None)


def speech(row: Row) -> str:
    """Return what a screen reader says of a row."""
    said = [f"{row.name} {row.second}".strip()]
    if row.kind in {Kind.SECTION, Kind.FOLDER}:
        said.append(_translate("sidebar", "open") if row.is_open else _translate("sidebar", "folded"))
    if row.count is not None:
        word = _translate("sidebar", "unread") if row.kind in {Kind.OUTLET, Kind.FOLDER} else ""
        said.append(f"{row.count:,} {word}".strip())
    if row.health_words:
        said.append(row.health_words)
    return joined(said)
