"""One library while the window is open: its desk, its queue, and the news of both on the GUI thread."""

from __future__ import annotations

import threading
from collections.abc import Callable, Sequence
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from clipper.article.changes import Changes
from clipper.article.clip import Filing, QueueId
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.jobs import Ticket
from clipper.operations import clip_queue, upkeep
from clipper.operations.clip_queue import QueueEvent, QueueRunner
from clipper.operations.desk import Desk
from clipper.wiring import build

T = TypeVar("T")
Then = Callable[[Changes], None]


class Session(QObject):
    """Opens the library off the GUI thread, carries out writes, runs the queue, closes in order."""

    opened = Signal(object)
    """Desk."""
    changed = Signal(object)
    """Changes of any write, by the user or by the queue."""
    queue_news = Signal(object)
    """QueueEvent."""
    failed = Signal(object)
    """An error to be shown."""
    closed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.background = Background()
        self.desk: Desk | None = None
        self._to_close: Desk | None = None
        """The desk from the moment it is made: the window may close before it is told of it."""
        self._runner: QueueRunner | None = None
        self._indexing = Ticket()

    def open(self, library: Path | None) -> None:
        """Begin to open; `opened` or `failed` follows."""
        self.background.read(lambda: self._build(library), self._built)

    def write(self, act: Callable[[Desk], Changes], then: Then | None = None) -> None:
        """Carry out what the user did; `then(changes)` follows where it worked, `failed` where not."""
        desk = self.desk
        if desk is None:
            return
        self.background.write(lambda: act(desk), lambda outcome: self._written(outcome, then))

    def work(self, act: Callable[[Desk], T], then: Callable[[Outcome[T]], None]) -> None:
        """Carry out what takes a while beside everything else; `failed` follows where it did not work."""
        desk = self.desk
        if desk is not None:
            self.background.work(lambda: act(desk), lambda outcome: self._worked(outcome, then))

    def enqueue(self, sources: Sequence[str], filing: Filing) -> None:
        """Put addresses or files into the queue; those that failed before are tried again."""

        def put(desk: Desk) -> Changes:
            wanted = set(sources)
            failed = [each.id for each in clip_queue.waiting(desk) if each.problem and each.source in wanted]
            changes = clip_queue.enqueue(desk, sources, filing)
            return changes | clip_queue.retry(desk, failed) if failed else changes

        self.write(put, lambda _changes: self._wake())

    def retry(self, ids: Sequence[QueueId]) -> None:
        """Have failed ones tried again."""
        self.write(lambda desk: clip_queue.retry(desk, ids), lambda _changes: self._wake())

    def cancel(self, ids: Sequence[QueueId]) -> None:
        """Stop these lines wherever they are; not in the writer's turn, so that it takes effect at once."""
        runner = self._runner
        if runner is not None:
            self.background.read(lambda: runner.cancel(ids), lambda outcome: self._written(outcome, None))

    def close(self) -> None:
        """End what runs, off the GUI thread; `closed` follows. What waits goes on next time."""
        self._indexing.cancel()
        threading.Thread(target=self._close, name="clipper-close").start()

    def _build(self, library: Path | None) -> Desk:
        self._to_close = build(library)
        return self._to_close

    def _built(self, outcome: Outcome[Desk]) -> None:
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        if not isinstance(outcome, Done):
            return
        desk = self.desk = outcome.value
        self.background.write_with(desk.writer)
        self._runner = QueueRunner(desk, self._listen)
        self.opened.emit(desk)
        self._runner.start()
        self.background.work(lambda: upkeep.prepare_search(desk, self._indexing), self._indexed)

    def _listen(self, event: QueueEvent) -> None:
        self.background.call(self.queue_news.emit, event)

    def _wake(self) -> None:
        if self._runner is not None:
            self._runner.wake()

    def _written(self, outcome: Outcome[Changes], then: Then | None) -> None:
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        if not isinstance(outcome, Done):
            return
        self.changed.emit(outcome.value)
        if then is not None:
            then(outcome.value)

    def _worked(self, outcome: Outcome[T], then: Callable[[Outcome[T]], None]) -> None:
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        then(outcome)

    def _indexed(self, outcome: Outcome[None]) -> None:
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)

    def _close(self) -> None:
        if self._runner is not None:
            self._runner.close()
        self.background.close()
        if self._to_close is not None:
            self._to_close.close()
        self.closed.emit()
