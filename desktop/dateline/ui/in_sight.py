"""Brings the window back where the screen that it stood on is gone: not every desktop does that by itself."""

from __future__ import annotations

from PySide6.QtCore import QObject, QRect, QTimer
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

#: A desktop that moves windows by itself has so long to do it.
_DESKTOPS_TURN_MS = 400
#: So much of the window's upper edge must be seen to take hold of it, in pixels.
_HOLD_WIDTH, _HOLD_HEIGHT = 120, 40


class InSight(QObject):
    """Watches the screens for a window."""

    def __init__(self, window: QWidget) -> None:
        super().__init__(window)
        self._window = window
        self._turn = QTimer(self)
        self._turn.setSingleShot(True)
        self._turn.setInterval(_DESKTOPS_TURN_MS)
        self._turn.timeout.connect(self._bring_back)
        application = QGuiApplication.instance()
        if isinstance(application, QGuiApplication):
            application.screenRemoved.connect(self._turn.start)

    def _bring_back(self) -> None:
        window, frame = self._window, self._window.frameGeometry()
        edge = QRect(frame.x(), frame.y(), frame.width(), _HOLD_HEIGHT)
        rooms = [screen.availableGeometry() for screen in QGuiApplication.screens()]
        if window.isMinimized() or any(room.intersected(edge).width() >= _HOLD_WIDTH for room in rooms):
            return
        room = QGuiApplication.primaryScreen().availableGeometry()
        window.resize(window.size().boundedTo(room.size() - (frame.size() - window.size())))
        window.move(room.topLeft())
