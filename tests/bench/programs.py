"""Clipper and its peers, page by page: each page goes to all of them at once, so that load hits all alike."""

from __future__ import annotations

import contextlib
import gc
import multiprocessing
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import Future, as_completed

from pebble import ProcessExpired, ProcessPool

from clipper.article.article import Article
from clipper.article.page import Page
from clipper.clean import clean
from clipper.errors import ClipperError
from clipper.operations.processes import born_deaf_to_ctrl_c, follow_parent
from tests.bench.corpus import Gold
from tests.bench.peers import Outcome, Peers
from tests.bench.score import Reading

CLIPPER = "clipper"
WARM_UP = 20
"""Pages that are read before anything is measured: imports, caches, compiled patterns."""
Outcomes = dict[str, Outcome]
"""By name of program."""


class Programs:
    """Clipper in this process, the peers in one of their own."""

    def __init__(self, peers: Sequence[str]) -> None:
        """Raises CannotMeasure."""
        self._peers = Peers(peers) if peers else None
        self.names = (CLIPPER, *peers)

    def warm_up(self, golds: Sequence[Gold]) -> None:
        """Read some pages of every set for nothing, then leave what was loaded out of the garbage's way."""
        for at, gold in enumerate(golds[:: max(1, len(golds) // WARM_UP)]):
            self.read(gold, at)
        gc.collect()
        gc.freeze()

    def read(self, gold: Gold, at: int) -> Outcomes:
        """What each program makes of the page; who is first changes with the number of the page."""
        first = at % len(self.names)
        page = gold.page()
        order = self.names[first:] + self.names[:first]
        found = {name: self._read(name, gold, page) for name in order}
        return {name: found[name] for name in self.names}

    def close(self) -> None:
        """End the peers' process."""
        gc.unfreeze()
        if self._peers is not None:
            self._peers.close()

    def _read(self, name: str, gold: Gold, page: Page) -> Outcome:
        if self._peers is None or name == CLIPPER:
            return ours(page)
        return self._peers.ask(name, gold, page.html)


def ours(page: Page) -> Outcome:
    """What Clipper makes of the page; where it gives up or breaks, nothing."""
    before = time.process_time()
    try:
        article, failed = clean([page]), None
    except ClipperError as error:
        article, failed = Article(None), str(error)
    except Exception:
        article, failed = Article(None), f"BROKEN: {traceback.format_exc(limit=-3)}"
    seconds = time.process_time() - before
    reading = Reading(article.text, article.title, article.byline, article.published, article.section)
    return Outcome(reading, seconds, failed)


def outcomes(golds: Sequence[Gold], peers: Sequence[str], jobs: int) -> Iterator[tuple[int, Outcomes]]:
    """Every page's number and outcomes, as they come."""
    return _here(golds, peers) if jobs == 1 else _in_processes(golds, peers, jobs)


def _here(golds: Sequence[Gold], peers: Sequence[str]) -> Iterator[tuple[int, Outcomes]]:
    with contextlib.closing(Programs(peers)) as programs:
        programs.warm_up(golds)
        for at, gold in enumerate(golds):
            yield at, programs.read(gold, at)


def _in_processes(golds: Sequence[Gold], peers: Sequence[str], jobs: int) -> Iterator[tuple[int, Outcomes]]:
    Programs(peers).close()  # peers that are not there are said before processes begin
    context = multiprocessing.get_context("spawn")
    pool = ProcessPool(max_workers=jobs, context=context, initializer=_begin, initargs=(peers, golds))
    try:
        with born_deaf_to_ctrl_c():
            futures: dict[Future[Outcomes], int] = {
                pool.schedule(_read, args=(gold, at)): at for at, gold in enumerate(golds)
            }
        for future in as_completed(futures):
            yield futures[future], _result(future, (CLIPPER, *peers))
    finally:
        pool.stop()  # type: ignore[no-untyped-call]
        pool.join()


def _result(future: Future[Outcomes], names: Sequence[str]) -> Outcomes:
    """A page that its process died of is empty for all."""
    try:
        return future.result()
    except ProcessExpired as death:
        return {name: Outcome(Reading(), 0.0, f"BROKEN: {death}") for name in names}


_programs: list[Programs] = []
"""Of a worker process: what `_begin` started."""


def _begin(peers: Sequence[str], golds: Sequence[Gold]) -> None:
    follow_parent()
    _programs.append(Programs(peers))
    _programs[0].warm_up(golds)


def _read(gold: Gold, at: int) -> Outcomes:
    return _programs[0].read(gold, at)
