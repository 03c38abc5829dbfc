"""What the first paint does without: made after it, a step a turn of the event loop, so that nothing waits for it all.

Where the user acts before the last step, the steps that are left are taken at once, and then the act takes its way:
no key and no click is lost. What the steps make is the window's business.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QEvent, QObject, QTimer, Signal
from PySide6.QtWidgets import QApplication, QWidget

_ACTS = frozenset(
    {
        QEvent.Type.ShortcutOverride,  # comes before a key is looked up
        QEvent.Type.KeyPress,
        QEvent.Type.MouseButtonPress,
        QEvent.Type.Wheel,
        QEvent.Type.DragEnter,
    }
)
#: Qt gathers what is to be painted for a few milliseconds.
_PAINTED_MS = 20


class Settling(QObject):
    """Takes steps one by one, from `begin` on."""

    #: The last step is taken.
    done = Signal()

    def __init__(self, window: QWidget, steps: Iterable[Callable[[], object]]) -> None:
        super().__init__(window)
        self._steps = list(steps)
        self._turn = QTimer(self)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._take_step)

    @property
    def is_done(self) -> bool:
        """Whether every step is taken."""
        return not self._steps

    def begin(self) -> None:
        """Take a step at every turn of the event loop, once what there is had time to be painted."""
        application = QApplication.instance()
        if self._steps and application is not None:
            application.installEventFilter(self)
            self._turn.start(_PAINTED_MS)

    def finish(self) -> None:
        """Take all steps that are left, now."""
        while self._steps:
            self._take_step()

    def drop(self) -> None:
        """Take none of the steps that are left: the window closes."""
        if self._steps:
            self._steps.clear()
            self._stop()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Be done before the user's first act is."""
        if event.type() in _ACTS:
            self.finish()
        return super().eventFilter(watched, event)

    def _take_step(self) -> None:
        self._steps.pop(0)()
        self._turn.setInterval(0)
        if not self._steps:
            self._stop()
            self.done.emit()

    def _stop(self) -> None:
        self._turn.stop()
        application = QApplication.instance()
        if application is not None:
            application.removeEventFilter(self)
