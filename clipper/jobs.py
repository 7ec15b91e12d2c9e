"""Long work without Qt: it takes a Ticket, reports through it and asks it whether to go on."""

from __future__ import annotations

import threading
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a job is: `done` of `total` (0 where unknown) and what is happening.

    `what` is a code of `PHASES` in `i18n`, never a sentence.
    """

    done: int
    total: int
    what: str


class Stopped(Exception):  # noqa: N818 - it is no error: the user asked for it
    """Raised by `Ticket.check` when the user has cancelled."""


class Ticket:
    """Handed to long work: report with `say`, and call `check` often. Safe to use from any thread."""

    def __init__(self, listen: Callable[[Progress], None] | None = None) -> None:
        self._listen = listen
        self._stopped = threading.Event()
        self._on_cancel: list[Callable[[], None]] = []
        self._lock = threading.Lock()

    def say(self, progress: Progress) -> None:
        """Report; the listener is called on the working thread."""
        if self._listen is not None:
            self._listen(progress)

    def check(self) -> None:
        """Raise `Stopped` if the work was cancelled."""
        if self._stopped.is_set():
            raise Stopped

    @property
    def stopped(self) -> bool:
        """Whether it was cancelled."""
        return self._stopped.is_set()

    def cancel(self) -> None:
        """Ask the work to end; calls what `on_cancel` registered, once, on this thread."""
        with self._lock:
            if self._stopped.is_set():
                return
            self._stopped.set()
            calls, self._on_cancel = self._on_cancel, []
        for call in calls:
            call()

    def on_cancel(self, call: Callable[[], None]) -> None:
        """Have `call` called at `cancel` (at once if that was already)."""
        with self._lock:
            if not self._stopped.is_set():
                self._on_cancel.append(call)
                return
        call()

    def forget(self, call: Callable[[], None]) -> None:
        """Take back what `on_cancel` registered."""
        with self._lock:
            if call in self._on_cancel:
                self._on_cancel.remove(call)
