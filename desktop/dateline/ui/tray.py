"""Dateline beside the clock: how many articles are unread, notices of saved searches, refreshes without a window.

Where the user wants it so, closing the window leaves the program in the tray and its refreshes go on. Without a tray
closing ends the program as ever, and the desktop is told by its command for notices, where it has one.
"""

from __future__ import annotations

from html import escape
from shutil import which
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, QProcess, Signal
from PySide6.QtWidgets import QApplication, QMenu, QSystemTrayIcon, QWidget

from dateline.ui.counted import counted
from dateline.ui.icons import application_icon
from dateline.ui.keys import Act

if TYPE_CHECKING:
    from dateline.ui.commands import Commands

_NOTICE_MS = 8_000


class Tray(QObject):
    """The icon in the tray. It is there while the user wants it, and for the time of a notice."""

    #: The window is wanted back.
    opened = Signal()

    def __init__(self, window: QWidget, commands: Commands) -> None:
        super().__init__(window)
        self._commands = commands
        self._n_unread = 0
        self._is_wanted = False
        self._icon: QSystemTrayIcon | None = None  # made when it is first needed
        self._menu: QMenu | None = None

    @property
    def keeps_running(self) -> bool:
        """Whether closing the window leaves the program in the tray."""
        return self._is_wanted and QSystemTrayIcon.isSystemTrayAvailable()

    def set_wanted(self, *, is_on: bool) -> None:
        """Stay in the tray, or not."""
        if is_on == self._is_wanted:
            return
        self._is_wanted = is_on
        QApplication.setQuitOnLastWindowClosed(not self.keeps_running)
        if self.keeps_running:
            self._made().show()
        elif self._icon is not None:
            self._icon.hide()

    def count_unread(self, n: int) -> None:
        """Say how many articles are unread."""
        self._n_unread = n
        if self._icon is not None:
            self._icon.setToolTip(self._words())

    def notify(self, words: str) -> bool:
        """Tell the desktop; False where it takes no notices."""
        if not QSystemTrayIcon.isSystemTrayAvailable() or not QSystemTrayIcon.supportsMessages():
            return _send(words)
        icon = self._made()
        icon.show()
        icon.showMessage("Dateline", words, application_icon(), _NOTICE_MS)
        return True

    def close(self) -> None:
        """Take the icon away."""
        if self._icon is not None:
            self._icon.hide()

    def _made(self) -> QSystemTrayIcon:
        if self._icon is None:
            self._menu = menu = QMenu("Dateline")
            menu.addAction(self.tr("Open Dateline"), self.opened.emit)
            menu.addAction(self._commands[Act.REFRESH])
            menu.addSeparator()
            menu.addAction(self._commands[Act.LEAVE])
            self._icon = QSystemTrayIcon(application_icon(), self)
            self._icon.setContextMenu(menu)
            self._icon.setToolTip(self._words())
            self._icon.activated.connect(self._press)
            self._icon.messageClicked.connect(self.opened)
        return self._icon

    def _words(self) -> str:
        unread = counted(self._n_unread, self.tr("{n} unread article"), self.tr("{n} unread articles"))
        return self.tr("Dateline: {unread}").format(unread=unread)

    def _press(self, why: QSystemTrayIcon.ActivationReason) -> None:
        if why in (QSystemTrayIcon.ActivationReason.Trigger, QSystemTrayIcon.ActivationReason.DoubleClick):
            self.opened.emit()


def _send(words: str) -> bool:
    """Tell a desktop that has no tray, as GNOME, by its own command; False where there is none."""
    command = which("notify-send")
    if command is None:
        return False
    # A notice may have markup: what only looks like it is meant as it stands.
    return QProcess.startDetached(
        command,
        ["--app-name=Dateline", "--icon=dateline", f"--expire-time={_NOTICE_MS}", "--", "Dateline", escape(words)],
    )[0]
