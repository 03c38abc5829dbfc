"""Python's search for waste, kept out of the way and in the window's thread.

By itself Python searches in whatever thread makes objects. A widget that is waste would be thrown away there, in the
middle of a reader's work or of Qt's, and the program can end by that: so it searches only here, between two events.

A search holds every thread, the window's too, for as long as it looks. What is new is looked through every second and
then set aside, so that no search meets the whole program: its modules and word lists are hundreds of thousands of
objects, a quarter of a second each time. What was set aside and has become waste since is found when the user looks at
something else.
"""

from __future__ import annotations

import gc
import sys
from time import monotonic

from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtGui import QGuiApplication

_EVERY_MS = 1_000
_WHOLE_EVERY_SECONDS = 600.0
#: Objects made and not yet let go since the last search; below it a search finds hardly anything.
_WORTH_A_SEARCH = 700


class Tidying(QObject):
    """Looks for waste from now on, until it is destroyed with its parent."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        gc.disable()
        gc.freeze()
        self._n_modules = len(sys.modules)
        self._whole_at = monotonic()
        timer = QTimer(self)
        timer.setInterval(_EVERY_MS)
        timer.timeout.connect(self.tidy)
        timer.start()
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.applicationStateChanged.connect(self._look_at_all)

    def tidy(self) -> None:
        """Look through what is new. While modules are being loaded only set it aside: what they made stays."""
        if gc.get_count()[0] < _WORTH_A_SEARCH:
            return
        n_modules = len(sys.modules)
        if n_modules == self._n_modules:
            gc.collect()
        self._n_modules = n_modules
        gc.freeze()

    def _look_at_all(self, state: Qt.ApplicationState) -> None:
        if state is Qt.ApplicationState.ApplicationActive or monotonic() - self._whole_at < _WHOLE_EVERY_SECONDS:
            return
        self._whole_at = monotonic()
        gc.unfreeze()
        gc.collect()
        gc.freeze()
