"""The one thread that changes the library; what the user just did goes before batches."""

from __future__ import annotations

import itertools
import queue
import threading
from collections.abc import Callable
from concurrent.futures import Future
from enum import IntEnum
from typing import Any, TypeVar

T = TypeVar("T")


class Lane(IntEnum):
    """Which goes first."""

    USER = 0
    BATCH = 1
    END = 2


class Writer:
    """Runs what it is given one after another, in order within a lane, on a thread of its own."""

    def __init__(self) -> None:
        self._waiting: queue.PriorityQueue[tuple[int, int, Callable[[], None]]] = queue.PriorityQueue()
        self._number = itertools.count()
        self._lock = threading.Lock()
        self._closed = False
        self._thread = threading.Thread(target=self._work, name="clipper-writer", daemon=True)
        self._thread.start()

    def submit(self, write: Callable[[], T], lane: Lane = Lane.USER) -> Future[T]:
        """Have `write` run in its turn. After `close` the future is cancelled."""
        future: Future[T] = Future()

        def run() -> None:
            if future.set_running_or_notify_cancel():
                _settle(future, write)

        with self._lock:
            if self._closed:
                future.cancel()
            else:
                self._waiting.put((lane, next(self._number), run))
        return future

    def run(self, write: Callable[[], T], lane: Lane = Lane.USER) -> T:
        """Run `write` in its turn and answer what it answered. On the writer's own thread: at once."""
        if threading.current_thread() is self._thread:
            return write()
        return self.submit(write, lane).result()

    def close(self) -> None:
        """Finish what waits, then end. What comes later is cancelled."""
        with self._lock:
            if self._closed:
                return
            self._closed = True
            self._waiting.put((Lane.END, next(self._number), _end))
        self._thread.join()

    def _work(self) -> None:
        while True:
            _lane, _number, run = self._waiting.get()
            if run is _end:
                return
            run()


def _settle(future: Future[Any], call: Callable[[], Any]) -> None:
    try:
        future.set_result(call())
    except BaseException as error:  # handed to whoever waits for it
        future.set_exception(error)


def _end() -> None:
    """Marks the end of the line."""
