"""The window follows the library: changes of any thread, told on the UI thread at most four times a second."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot
from shiboken6 import isValid

from dateline.news.change import Change

if TYPE_CHECKING:
    from dateline.library import Library

INTERVAL_MS = 250

T = TypeVar("T")


def merge_changes(changes: Sequence[Change]) -> Change:
    """Return the changes as one: an article that came and went is gone, one that came and changed is new."""
    new = _unique([one for change in changes for one in change.new_articles])
    removed = _unique([one for change in changes for one in change.removed_articles])
    changed = _unique([one for change in changes for one in change.changed_articles])
    gone, fresh = set(removed), set(new)
    return Change(
        new_articles=tuple(one for one in new if one not in gone),
        changed_articles=tuple(one for one in changed if one not in gone and one not in fresh),
        removed_articles=removed,
        sources=_unique([one for change in changes for one in change.sources]),
        has_user_data=any(change.has_user_data for change in changes),
        notices=_unique([one for change in changes for one in change.notices]),
    )


def _unique(items: list[T]) -> tuple[T, ...]:
    return tuple(dict.fromkeys(items))


class Live(QObject):
    """Tells what the library's writes changed, on the UI thread."""

    changed = Signal(object)  # Change
    _came = Signal(object)

    def __init__(self, library: Library, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._waiting: list[Change] = []
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(INTERVAL_MS)
        self._timer.timeout.connect(self._tell)
        self._came.connect(self._gather, Qt.ConnectionType.QueuedConnection)
        self._stop = library.on_change(self._receive)

    def catch_up(self) -> None:
        """Tell now what is being held together for the next turn."""
        self._tell()

    def close(self) -> None:
        """Stop following."""
        self._stop()
        self._timer.stop()
        self._waiting.clear()

    def _receive(self, change: Change) -> None:
        # Runs in the writer's thread.
        if change and isValid(self):
            self._came.emit(change)

    @Slot(object)
    def _gather(self, change: Change) -> None:
        self._waiting.append(change)
        if not self._timer.isActive():
            # The first of a burst is told at once; the timer then holds the rest together.
            self._tell()

    @Slot()
    def _tell(self) -> None:
        if not self._waiting:
            return
        merged = merge_changes(self._waiting)
        self._waiting.clear()
        self._timer.start()
        if merged:
            self.changed.emit(merged)
