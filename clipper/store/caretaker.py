"""A thread that does the library's housekeeping some moments after a change, and ends at once when asked."""

from __future__ import annotations

import threading
from collections.abc import Callable

from clipper.errors import ClipperError
from clipper.jobs import Stopped, Ticket

PAUSE_S = 0.5
"""Changes often come several at once: wait a moment, then do it once for all."""


class Caretaker:
    """Runs `work` after `nudge`; the thread is started by the first one."""

    def __init__(self, work: Callable[[Ticket], None]) -> None:
        self._work = work
        self._ticket = Ticket()
        self._nudged = threading.Event()
        self._closing = threading.Event()
        self._lock = threading.Lock()
        self._thread: threading.Thread | None = None

    def nudge(self) -> None:
        """Something was changed."""
        self._nudged.set()
        with self._lock:
            if self._thread is None and not self._closing.is_set():
                self._thread = threading.Thread(target=self._run, name="clipper-caretaker", daemon=True)
                self._thread.start()

    def close(self) -> None:
        """Stop the work where it can be stopped, and wait for the thread."""
        self._ticket.cancel()
        with self._lock:
            self._closing.set()
            thread = self._thread
        self._nudged.set()
        if thread is not None:
            thread.join()

    def _run(self) -> None:
        while True:
            self._nudged.wait()
            if self._closing.wait(PAUSE_S):
                return
            self._nudged.clear()
            try:
                self._work(self._ticket)
            except Stopped:
                return
            except ClipperError:
                # A busy library or full disk: what waits is found all the same, the next change tries again.
                continue
