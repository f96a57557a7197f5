"""One running window per user and screen: files given to a second start open in the first.

The second start sends the names, the first answers *ready*, the second says *open*. Whoever gets no
answer in time starts a window of its own, and a first one that hung opens nothing later: it never
heard *open*. The name both meet under is a digest, so it tells nobody who the user is.
"""

import getpass
import hashlib
import json
import os
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QLocalServer, QLocalSocket

PATIENCE_MS = 2_000
"""How long a second start waits for the first; longer and the user thinks that nothing happens."""
LONGEST_MESSAGE = 1_000_000
READY, OPEN = b"ready\n", b"open\n"
_SCREENS = ("DISPLAY", "WAYLAND_DISPLAY", "SESSIONNAME")
"""What the systems call the screen of a session; empty where they do not name it."""


def meeting_name() -> str:
    """Where the windows of one user on one screen meet: always the same, and without their name."""
    try:
        user = getpass.getuser()
    except (OSError, KeyError):  # no such user on this computer, as in some containers
        user = str(os.getuid()) if hasattr(os, "getuid") else "?"
    said = "\0".join((user, *(os.environ.get(name, "") for name in _SCREENS)))
    return "lodestone-" + hashlib.sha256(said.encode(errors="surrogatepass")).hexdigest()[:16]


def hand_over(paths: Sequence[Path], name: str, patience_ms: int = PATIENCE_MS) -> bool:
    """Lets the window that runs already open files; False where there is none or it hangs."""
    socket = QLocalSocket()
    socket.connectToServer(name)
    if not socket.waitForConnected(patience_ms):
        return False
    names = [str(path.absolute()) for path in paths]
    socket.write(json.dumps(names).encode() + b"\n")
    if not _answered(socket, patience_ms):
        socket.abort()
        return False
    socket.write(OPEN)
    while socket.bytesToWrite() and socket.waitForBytesWritten(patience_ms):
        pass
    socket.disconnectFromServer()
    return True


def _answered(socket: QLocalSocket, patience_ms: int) -> bool:
    """Whether the other side said that it is ready."""
    while not socket.canReadLine():
        if not socket.waitForReadyRead(patience_ms):
            return False
    return bytes(socket.readLine().data()) == READY


class Instance(QObject):
    """The window others hand their files to. ``files_came`` carries them as a list of paths."""

    files_came = Signal(object)

    def __init__(self, name: str, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.name = name
        self._server = QLocalServer(self)
        self._server.setSocketOptions(QLocalServer.SocketOption.UserAccessOption)
        self._server.newConnection.connect(self._take)

    def listen(self) -> bool:
        """Waits for others from now on; False where another window does so already.

        What a crash left lying under the name is taken away. It is asked first: with only its own
        user let in, Qt would take the place of a window that lives.
        """
        probe = QLocalSocket()
        probe.connectToServer(self.name)
        is_alive = probe.waitForConnected(PATIENCE_MS)
        probe.abort()
        if is_alive:
            return False
        QLocalServer.removeServer(self.name)
        return self._server.listen(self.name)

    def close(self) -> None:
        """Nobody is waited for any more."""
        self._server.close()

    def _take(self) -> None:
        while (socket := self._server.nextPendingConnection()) is not None:
            socket.setReadBufferSize(LONGEST_MESSAGE)
            socket.readyRead.connect(_Conversation(socket, self.files_came.emit).hear)
            socket.disconnected.connect(socket.deleteLater)


class _Conversation(QObject):
    """What one second start says: its files, then that they are to be opened."""

    def __init__(self, socket: QLocalSocket, opens: Callable[[list[Path]], object]) -> None:
        super().__init__(socket)
        self._socket, self._opens = socket, opens
        self._paths: list[Path] | None = None

    def hear(self) -> None:
        """Reads whole lines; ends a conversation that makes no sense."""
        while self._socket.canReadLine():
            line = bytes(self._socket.readLine().data())
            if self._paths is None:
                self._paths = _paths_in(line)
                if self._paths is None:
                    self._socket.abort()
                    return
                self._socket.write(READY)
            elif line == OPEN:
                self._opens(self._paths)
                self._socket.disconnectFromServer()
                return
        if self._socket.bytesAvailable() >= LONGEST_MESSAGE:
            self._socket.abort()


def _paths_in(line: bytes) -> list[Path] | None:
    """The paths of a message; None where it is none."""
    try:
        names = json.loads(line)
    except ValueError:
        return None
    if not isinstance(names, list) or not all(isinstance(n, str) and "\0" not in n for n in names):
        return None
    return [Path(name) for name in names]
