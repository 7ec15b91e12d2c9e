"""Work off the GUI thread: two verbs, `read(fn, then)` and `write(fn, then)`.

Results come back on the GUI thread through one long-lived bridge with a queued signal.
"""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import CancelledError, Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal, Slot

from clipper.errors import ClipperError
from clipper.jobs import Stopped
from clipper.operations.writer import Lane, Writer

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Done(Generic[T]):
    """It worked."""

    value: T


@dataclass(frozen=True, slots=True)
class Failed:
    """It did not: a ClipperError is for the user, anything else is a bug."""

    error: BaseException

    @property
    def known(self) -> ClipperError | None:
        """The error if it is one for the user."""
        return self.error if isinstance(self.error, ClipperError) else None


Outcome = Done[T] | Failed | Stopped
"""What `then` gets; a `Stopped` instance where the user cancelled."""


class _Bridge(QObject):
    arrived = Signal(object, object)

    @Slot(object, object)
    def deliver(self, then: Callable[[Any], None], outcome: object) -> None:
        then(outcome)


class Background:
    """Readers, the writer and long jobs, and the way back to the GUI thread."""

    def __init__(self, writer: Writer | None = None) -> None:
        self._writer = writer
        self._readers = ThreadPoolExecutor(3, "clipper-reader")
        self._jobs = ThreadPoolExecutor(2, "clipper-job")
        self._bridge = _Bridge()
        self._bridge.arrived.connect(self._bridge.deliver, Qt.ConnectionType.QueuedConnection)
        self._closed = False

    def write_with(self, writer: Writer) -> None:
        """The library is open: from now on `write` works."""
        self._writer = writer

    def read(self, fn: Callable[[], T], then: Callable[[Outcome[T]], None]) -> None:
        """Run a short read; `then(outcome)` follows on the GUI thread."""
        self._submit(self._readers, fn, then)

    def write(self, fn: Callable[[], T], then: Callable[[Outcome[T]], None]) -> None:
        """Run a write in the user's lane; there must be a writer."""
        assert self._writer is not None
        self._follow(self._writer.submit(fn, Lane.USER), then)

    def work(self, fn: Callable[[], T], then: Callable[[Outcome[T]], None]) -> None:
        """Run a long job (an export, a backup) beside everything else; give it a Ticket to be cancelled."""
        self._submit(self._jobs, fn, then)

    def call(self, then: Callable[[T], None], value: T) -> None:
        """From any thread: have `then(value)` called on the GUI thread."""
        if not self._closed:
            self._bridge.arrived.emit(then, value)

    def close(self) -> None:
        """Wait for the threads; late results are dropped."""
        self._closed = True
        self._readers.shutdown(wait=True, cancel_futures=True)
        self._jobs.shutdown(wait=True, cancel_futures=True)

    def _submit(
        self, pool: ThreadPoolExecutor, fn: Callable[[], T], then: Callable[[Outcome[T]], None]
    ) -> None:
        if not self._closed:  # who still asks, asks for a window that is gone
            self._follow(pool.submit(fn), then)

    def _follow(self, future: Future[T], then: Callable[[Outcome[T]], None]) -> None:
        def settled(done: Future[T]) -> None:
            self.call(then, _outcome(done))

        future.add_done_callback(settled)


PAUSE_MS = 60
"""Between two readings of the same view: sixty clips that arrive are not sixty readings."""


class Refresher(Generic[T]):
    """Keeps one view of the library fresh: many `ask()` while a read runs become one more read."""

    def __init__(self, background: Background, fn: Callable[[], T], then: Callable[[T], None]) -> None:
        self._background = background
        self._fn = fn
        self._then = then
        self._running = False
        self._again = False

    def ask(self) -> None:
        """What is shown may be old: read it anew, now or when the running read is back."""
        if self._running:
            self._again = True
            return
        self._running = True
        self._background.read(self._fn, self._back)

    def _back(self, outcome: Outcome[T]) -> None:
        QTimer.singleShot(PAUSE_MS, self._rested)
        if isinstance(outcome, Done):
            self._then(outcome.value)
        elif isinstance(outcome, Failed):
            raise outcome.error

    def _rested(self) -> None:
        self._running = False
        if self._again:
            self._again = False
            self.ask()


def _outcome(future: Future[T]) -> Outcome[T]:
    try:
        return Done(future.result())
    except (Stopped, CancelledError):
        return Stopped()
    except BaseException as error:  # `then` decides what to show
        return Failed(error)
