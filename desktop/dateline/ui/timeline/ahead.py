"""Cards that will come into sight, fetched and painted while the event loop has nothing else to do.

A few milliseconds a turn, in the direction of the last scrolling, a page far. What is shown is not touched.
"""

from __future__ import annotations

from time import thread_time
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QTimer

if TYPE_CHECKING:
    from dateline.ui.timeline.view import TimelineView

#: Rows beyond the page that are asked for, that they are there when the page is painted.
_FETCHED_ROWS = 64
#: A turn works so long: a page that scrolls by thirds has three new cards a frame. It is the thread's own time: that a
#: busy machine makes it wait is no reason to paint less.
_TURN_SECONDS = 0.004
#: So many cards the list has drawn itself only after a jump; that was enough work for one turn.
_N_OF_JUMP = 5


class PaintingAhead(QObject):
    """Paints ahead of a list that scrolls."""

    def __init__(self, view: TimelineView) -> None:
        super().__init__(view)
        self._view = view
        self._was_at = view.verticalScrollBar().value()
        self._goes_up = False
        self._n_drawn = view.cards.n_drawn
        self._gives_way = False
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._paint_some)
        view.timeline.dataChanged.connect(self._go_on)

    def follow(self, value: int) -> None:
        """The list was scrolled to `value`."""
        self._goes_up = value < self._was_at
        self._was_at = value
        if not self._view.isVisible():
            return  # nobody waits for it; and a list that is being destroyed is scrolled to its top
        seen = self._view.visible_rows()
        self._ask_for(seen.start - _FETCHED_ROWS if self._goes_up else seen.stop + _FETCHED_ROWS)
        self._turn.start()

    def _go_on(self) -> None:
        self._gives_way = True  # cards came: those in sight are painted first
        self._turn.start()

    def _ask_for(self, row: int) -> None:
        n = self._view.timeline.rowCount()
        if n:
            self._view.timeline.card(min(n - 1, max(0, row)))

    def _paint_some(self) -> None:
        cards = self._view.cards
        n_new, self._n_drawn = cards.n_drawn - self._n_drawn, cards.n_drawn
        gives_way, self._gives_way = self._gives_way, False
        if gives_way or n_new >= _N_OF_JUMP:
            return
        end = thread_time() + _TURN_SECONDS
        if self._view.isVisible():
            for row in self._rows():
                is_new = cards.paint_ahead(row)
                self._n_drawn = cards.n_drawn
                if is_new and thread_time() > end:
                    return
        self._turn.stop()

    def _rows(self) -> range:
        seen, n = self._view.visible_rows(), self._view.timeline.rowCount()
        if self._goes_up:
            return range(seen.start - 1, max(-1, seen.start - 1 - len(seen)), -1)
        return range(seen.stop, min(n, seen.stop + len(seen)))
