"""One window a library: a second start hands what it was to open to the first, which comes to the front.

The two speak over a local socket that only this user may use. Whether a library is in use is the lock's to say; this
only carries the message.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import sha256
from pathlib import Path

from PySide6.QtCore import QDeadlineTimer, QObject, QThread, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

_WAIT_MS = 1_500
_BETWEEN_MS = 50
_LONGEST = 100_000  # bytes of a message; more is no list of files
_TAKEN = b"taken\n"


def hand_over(library: Path, wanted: Sequence[str]) -> bool:
    """Ask the window on a library to come to the front and open these; False where there is none.

    A window that is just being opened holds its library before it listens: it is given a moment.
    """
    socket = QLocalSocket()
    patience = QDeadlineTimer(_WAIT_MS)
    while True:
        socket.connectToServer(_name(library))
        if socket.waitForConnected(_WAIT_MS):
            break
        if patience.hasExpired():
            return False
        QThread.msleep(_BETWEEN_MS)
    socket.write(json.dumps(list(wanted)).encode() + b"\n")
    answer = b""
    while b"\n" not in answer and socket.waitForReadyRead(_WAIT_MS):
        answer += bytes(socket.readAll().data())
    socket.disconnectFromServer()
    return answer == _TAKEN


class Doorbell(QObject):
    """Waits for second starts on a library. `rang` carries what they were to open."""

    rang = Signal(list)  # list[str]

    def __init__(self, library: Path, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = _name(library)
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        # Who asks holds the library's lock: what still lies there under the name is of a process that died.
        QLocalServer.removeServer(self.name)
        self._server.newConnection.connect(self._answer)
        self._server.listen(self.name)

    def close(self) -> None:
        """Wait no longer."""
        self._server.close()

    def _answer(self) -> None:
        while self._server.hasPendingConnections():
            socket = self._server.nextPendingConnection()
            socket.readyRead.connect(lambda socket=socket: self._read(socket))
            socket.disconnected.connect(socket.deleteLater)
            if socket.bytesAvailable():
                self._read(socket)

    def _read(self, socket: QLocalSocket) -> None:
        if not socket.canReadLine():
            if socket.bytesAvailable() > _LONGEST:
                socket.abort()
            return
        try:
            wanted = json.loads(bytes(socket.readLine(_LONGEST).data()))
        except ValueError:
            socket.abort()
            return
        socket.write(_TAKEN)
        socket.flush()
        if isinstance(wanted, list):
            self.rang.emit([one for one in wanted if isinstance(one, str)])


def _name(library: Path) -> str:
    return "dateline-" + sha256(str(library.resolve()).encode()).hexdigest()[:20]
