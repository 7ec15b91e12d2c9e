"""Several sources at once, on a few threads; results come as they are ready, and Ctrl-C ends it orderly."""

from __future__ import annotations

import queue
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Generic, TypeVar

from clipper.cli.interrupts import on_interrupt
from clipper.cli.status import Status
from clipper.i18n import PHASES, _
from clipper.jobs import Progress, Stopped, Ticket

T = TypeVar("T")

THREADS = 6
POLL_S = 0.5
"""Windows delivers Ctrl-C only between waits."""


@dataclass(frozen=True, slots=True)
class Ended(Generic[T]):
    """A source that is done with: its value, or the bug that broke it."""

    source: str
    value: T | None
    bug: Exception | None = None


def each(sources: Sequence[str], work: Callable[[str, Ticket], T], status: Status) -> Iterator[Ended[T]]:
    """Do `work` on every source; what is done when Ctrl-C comes is still given, then KeyboardInterrupt."""
    done: queue.Queue[tuple[str, Future[T]]] = queue.Queue()
    tickets = [Ticket(_teller(status, sources, source, number)) for number, source in enumerate(sources)]
    with ThreadPoolExecutor(THREADS, "clipper-fetcher") as pool, on_interrupt(lambda: _cancel(tickets)):
        for source, ticket in zip(sources, tickets, strict=True):
            future = pool.submit(work, source, ticket)
            future.add_done_callback(lambda ended, source=source: done.put((source, ended)))  # type: ignore[misc]
        for _number in sources:
            source, future = _next(done)
            error = future.exception()
            if isinstance(error, Stopped):
                continue
            if error is not None and not isinstance(error, Exception):
                raise error
            yield Ended(source, None, error) if error else Ended(source, future.result())
    if any(ticket.stopped for ticket in tickets):
        raise KeyboardInterrupt


def distinct(sources: Sequence[str], same: Callable[[str], str]) -> tuple[list[str], list[str]]:
    """Sources named for the first time, and those that were named before (`same` says what makes them so)."""
    seen: set[str] = set()
    first: list[str] = []
    again: list[str] = []
    for source in sources:
        (again if same(source) in seen else first).append(source)
        seen.add(same(source))
    return first, again


def _next(done: queue.Queue[tuple[str, Future[T]]]) -> tuple[str, Future[T]]:
    while True:
        try:
            return done.get(timeout=POLL_S)
        except queue.Empty:
            continue


def _cancel(tickets: Sequence[Ticket]) -> None:
    for ticket in tickets:
        ticket.cancel()


def _teller(status: Status, sources: Sequence[str], source: str, number: int) -> Callable[[Progress], None]:
    def tell(progress: Progress) -> None:
        words = _(PHASES.get(progress.what, progress.what))
        count = f"[{number + 1}/{len(sources)}] " if len(sources) > 1 else ""
        status.show(f"{count}{words}: {source}")

    return tell
