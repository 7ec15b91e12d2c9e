"""Ctrl-C in the terminal that the window was opened from, or a polite request to end: it is to close.

Qt's loop runs no Python while nothing happens; a byte in a socket wakes it.
"""

from __future__ import annotations

import signal
import socket
from types import FrameType

from PySide6.QtCore import QObject, QSocketNotifier, Signal

_SIGNALS = (signal.SIGINT, signal.SIGTERM)


class Interrupts(QObject):
    """Listens for as long as the program runs. Main thread only."""

    asked = Signal()
    """Clipper is to end."""

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._woken, self._waking = socket.socketpair()
        self._woken.setblocking(False)
        self._waking.setblocking(False)
        signal.set_wakeup_fd(self._waking.fileno(), warn_on_full_buffer=False)
        for number in _SIGNALS:
            if (
                signal.getsignal(number) is not signal.SIG_IGN
            ):  # a shell's background job is not to be reached
                signal.signal(number, _leave_to_the_socket)
        self._notifier = QSocketNotifier(self._woken.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._hear)

    def _hear(self) -> None:
        came = self._woken.recv(64)
        if any(number in came for number in _SIGNALS):
            self.asked.emit()


def _leave_to_the_socket(_number: int, _frame: FrameType | None) -> None:
    """Python writes into the socket only for signals that have a handler."""
