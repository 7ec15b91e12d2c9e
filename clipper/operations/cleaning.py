"""The pool of cleaning processes: a hostile page can at worst kill a cleaner, never window or library."""

from __future__ import annotations

import contextlib
import importlib
import multiprocessing
import sys
import threading
from collections.abc import Sequence
from concurrent.futures import CancelledError, wait
from concurrent.futures.process import BrokenProcessPool
from typing import TYPE_CHECKING

from clipper.article.article import Article, Guidance
from clipper.article.page import Page
from clipper.errors import CleanerDied, PageTooHard
from clipper.jobs import Stopped, Ticket
from clipper.operations.processes import born_deaf_to_ctrl_c, follow_parent

if TYPE_CHECKING:
    from pebble import ProcessFuture, ProcessPool

WORKERS = 2
"""Two keep the window's clock exact and double the throughput on two cores; more only wait for each other."""
SECONDS = 30
"""Time limit of one page. The hardest real page of the corpus takes a tenth of it."""
MEGABYTES = 1500
"""Address space of a cleaning process, where the system can limit it."""
ATTEMPTS = 3
"""A process that dies before pebble has heard that it began breaks the pool under all its pages: they are
tried again in a new one, and only a page that meets this every time is given up."""
POLL_S = 1
COMMON_SIZE = 300_000
"""Bytes. News pages are mostly smaller; of thirty pages that were built to be slow, those that took over 30 s
were all larger."""
CLEANER = "clipper.clean"


class CleanerPool:
    """Cleans in processes of its own, started when the first page comes; satisfies `ports.Cleaner`."""

    def __init__(
        self,
        workers: int = WORKERS,
        seconds: float = SECONDS,
        megabytes: int = MEGABYTES,
        cleaner: str = CLEANER,
    ) -> None:
        """`cleaner` names the module whose `clean(pages, guidance)` its processes run."""
        self._workers, self._seconds, self._megabytes = workers, seconds, megabytes
        self.cleaner = cleaner
        self._pool: ProcessPool | None = None
        self._closed = False
        self._lock = threading.Lock()

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """The article of these pages. Raises PageTooHard, CleanerDied, Stopped; a bug as itself."""
        for _attempt in range(ATTEMPTS):
            ticket.check()
            pool = self._started()
            try:
                return self._clean_in(pool, pages, guidance, ticket)
            except BrokenProcessPool:
                self._give_up(pool)
        raise CleanerDied(pages[0].url)

    def _clean_in(
        self, pool: ProcessPool, pages: Sequence[Page], guidance: Guidance, ticket: Ticket
    ) -> Article:
        from pebble import ProcessExpired

        future = self._scheduled(pool, tuple(pages), guidance)
        ticket.on_cancel(future.cancel)
        try:
            while not wait([future], POLL_S).done:
                if not pool.active:  # broken just before it took the page: nobody will ever answer
                    raise BrokenProcessPool
            return future.result()
        except CancelledError as error:
            raise Stopped from error
        except TimeoutError as error:
            raise PageTooHard(pages[0].url, "time") from error
        except ProcessExpired as error:
            raise CleanerDied(pages[0].url) from error
        except (MemoryError, RecursionError) as error:
            raise _too_hard(pages, error) from error
        finally:
            ticket.forget(future.cancel)

    def _scheduled(
        self, pool: ProcessPool, pages: tuple[Page, ...], guidance: Guidance
    ) -> ProcessFuture[Article]:
        with born_deaf_to_ctrl_c():
            try:
                return pool.schedule(_clean, args=(self.cleaner, pages, guidance), timeout=self._seconds)
            except RuntimeError as error:  # pebble's word for a pool that is broken or was stopped
                raise BrokenProcessPool from error

    def close(self) -> None:
        """End the processes; what they were at is cancelled."""
        with self._lock:
            self._closed = True
            pool = self._pool
        if pool is not None:
            self._give_up(pool)

    def _give_up(self, pool: ProcessPool) -> None:
        """End a pool's processes; the next page, if there is one, gets a new pool."""
        with self._lock:
            if self._pool is not pool:
                return
            self._pool = None
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()

    def _started(self) -> ProcessPool:
        from pebble import ProcessPool

        with self._lock:
            if self._closed:
                raise Stopped
            if self._pool is None:
                self._pool = ProcessPool(
                    max_workers=self._workers,
                    context=multiprocessing.get_context("spawn"),
                    initializer=_settle_in,
                    initargs=(self.cleaner, self._megabytes),
                )
            return self._pool


class FewPagesCleaner:
    """For a page or two: a page of common size is cleaned right here, a larger one within a pool's limits.

    Saves the command line the start of a process, which costs more than cleaning such a page.
    """

    def __init__(self, pool: CleanerPool, most: int = COMMON_SIZE) -> None:
        """`pool` is started only for pages of more than `most` bytes together."""
        self._pool, self._most = pool, most

    def clean(self, pages: Sequence[Page], guidance: Guidance, ticket: Ticket) -> Article:
        """The article of these pages. Raises PageTooHard, CleanerDied, Stopped; a bug as itself."""
        ticket.check()
        if sum(len(page.html) for page in pages) > self._most:
            return self._pool.clean(pages, guidance, ticket)
        try:
            article = _clean(self._pool.cleaner, tuple(pages), guidance)
        except (MemoryError, RecursionError) as error:
            raise _too_hard(pages, error) from error
        ticket.check()
        return article

    def close(self) -> None:
        """End the pool's processes, if it has any."""
        self._pool.close()


def _too_hard(pages: Sequence[Page], error: Exception) -> PageTooHard:
    return PageTooHard(pages[0].url, "memory" if isinstance(error, MemoryError) else "nesting")


def _clean(cleaner: str, pages: tuple[Page, ...], guidance: Guidance) -> Article:
    article: Article = importlib.import_module(cleaner).clean(pages, guidance)
    return article


def _settle_in(cleaner: str, megabytes: int) -> None:
    """First thing in each process: limit its memory, load the cleaner."""
    follow_parent()
    _limit_memory(megabytes * 1_000_000)
    importlib.import_module(cleaner)


def _limit_memory(most: int) -> None:
    """Windows has no such limit and macOS may refuse it: there the time limit alone holds."""
    if sys.platform == "win32":
        return
    import resource

    with contextlib.suppress(ValueError, OSError):
        resource.setrlimit(resource.RLIMIT_AS, (most, most))
