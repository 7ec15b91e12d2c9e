"""The capture queue: it lies in the library, so that it survives a restart; a runner works it off."""

from __future__ import annotations

import logging
import os
import socket
import threading
import uuid
from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass

from clipper.article.changes import Changes
from clipper.article.clip import Filing, QueueId, Waiting
from clipper.errors import ClipperError
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import clip_page
from clipper.operations.clip_page import Result
from clipper.operations.desk import Desk
from clipper.operations.writer import Lane
from clipper.store import queue

_log = logging.getLogger(__name__)

LEASE_S = 60
"""How long a line belongs to its runner unless renewed: a runner that died frees it after a minute."""
FETCHERS = 6


def enqueue(desk: Desk, sources: Sequence[str], filing: Filing) -> Changes:
    """Put addresses or files into the queue, in their order; one that waits already is not put in twice."""
    return desk.act("queue", lambda w: queue.add(w, sources, filing))


def waiting(desk: Desk) -> list[Waiting]:
    """The queue in its order, failed ones included."""
    with desk.library.reading() as reading:
        return queue.waiting(reading)


def retry(desk: Desk, ids: Sequence[QueueId]) -> Changes:
    """Have failed ones tried again."""
    return desk.act("queue", lambda w: queue.retry(w, ids))


def remove(desk: Desk, ids: Sequence[QueueId]) -> Changes:
    """Take lines out of the queue (use `QueueRunner.cancel` for one that may be running)."""
    return desk.act("queue", lambda w: queue.remove(w, ids))


@dataclass(frozen=True, slots=True)
class QueueEvent:
    """What the runner reports of one line: a Progress, or the Result, or None where it was cancelled."""

    id: QueueId
    source: str
    news: Progress | Result | None


class QueueRunner:
    """Works the queue off with a few threads, until `close`. `listen` is called on those threads."""

    def __init__(self, desk: Desk, listen: Callable[[QueueEvent], None], fetchers: int = FETCHERS) -> None:
        self._desk = desk
        self._listen = listen
        self._owner = f"{socket.gethostname()}-{os.getpid()}-{uuid.uuid4().hex[:8]}"
        self._slots = threading.Semaphore(fetchers)
        self._pool = ThreadPoolExecutor(fetchers, "clipper-fetcher")
        self._tickets: dict[QueueId, Ticket] = {}
        self._cancelled: set[QueueId] = set()
        self._lock = threading.Lock()
        self._awake = threading.Event()
        self._closing = threading.Event()
        self._thread = threading.Thread(target=self._hand_out, name="clipper-queue", daemon=True)

    def start(self) -> None:
        """Begin; what waits from an earlier session is taken up."""
        self._thread.start()
        self.wake()

    def wake(self) -> None:
        """Something was put into the queue."""
        self._awake.set()

    def cancel(self, ids: Sequence[QueueId]) -> Changes:
        """Stop these lines wherever they are and take them out of the queue."""
        with self._lock:
            self._cancelled.update(ids)  # one may be leased already and have no ticket yet
            tickets = [self._tickets[each] for each in ids if each in self._tickets]
        for ticket in tickets:
            ticket.cancel()
        return remove(self._desk, ids)

    def close(self) -> None:
        """Stop what runs (it stays in the queue for the next session) and end the threads."""
        self._closing.set()
        self._awake.set()
        with self._lock:
            tickets = list(self._tickets.values())
        for ticket in tickets:
            ticket.cancel()
        if self._thread.is_alive():
            self._thread.join()
        self._pool.shutdown(wait=True)
        self._desk.act("queue", lambda w: queue.release(w, self._owner))

    def _hand_out(self) -> None:
        """Lease line after line while a thread is free; wait for `wake` (or a lease to renew) otherwise."""
        while not self._closing.is_set():
            self._awake.wait(LEASE_S / 3)
            self._awake.clear()
            self._renew()
            while not self._closing.is_set() and self._slots.acquire(blocking=False):
                line = self._lease()
                if line is None:
                    self._slots.release()
                    break
                self._pool.submit(self._clip, line, self._ticket(line))

    def _lease(self) -> Waiting | None:
        found: list[Waiting | None] = []
        self._desk.act("queue", lambda w: found.append(queue.lease(w, self._owner, LEASE_S)), Lane.BATCH)
        return found[0]

    def _renew(self) -> None:
        with self._lock:
            ids = list(self._tickets)
        if ids:
            self._desk.act("queue", lambda w: queue.renew(w, ids, self._owner, LEASE_S), Lane.BATCH)

    def _ticket(self, line: Waiting) -> Ticket:
        ticket = Ticket(lambda progress: self._listen(QueueEvent(line.id, line.source, progress)))
        with self._lock:
            self._tickets[line.id] = ticket
            gone = line.id in self._cancelled
        if gone:
            ticket.cancel()
        return ticket

    def _clip(self, line: Waiting, ticket: Ticket) -> None:
        news: Result | None = None
        try:
            news = clip_page.clip(self._desk, line.source, line.filing, ticket)
            self._settle(line, news)
        except Stopped:
            news = None
        except Exception:  # a mistake of ours: told on the line and in the log; the queue goes on
            _log.exception("clipping %s", line.source)
            news = Result(line.source, "failed", error=ClipperError())
            self._settle(line, news)
        finally:
            with self._lock:
                del self._tickets[line.id]
            self._slots.release()
            self._listen(QueueEvent(line.id, line.source, news))
            self.wake()

    def _settle(self, line: Waiting, result: Result) -> None:
        error = result.error
        if error is not None:
            self._desk.act("queue", lambda w: queue.failed(w, line.id, error), Lane.BATCH)
        else:
            self._desk.act("queue", lambda w: queue.done(w, line.id), Lane.BATCH)
