"""Several sources at once: none is lost, a bug in one does not stop the others, Ctrl-C ends it orderly."""

from __future__ import annotations

import os
import signal
import threading

import pytest

from clipper.cli.batch import distinct, each
from clipper.cli.status import Status
from clipper.jobs import Ticket


def test_every_source_ends_once() -> None:
    sources = [f"s{number}" for number in range(40)]
    ended = list(each(sources, lambda source, _ticket: source.upper(), Status()))
    assert sorted(one.source for one in ended) == sorted(sources)
    assert all(one.value == one.source.upper() and one.bug is None for one in ended)


def test_results_come_while_others_still_run() -> None:
    """The slow source is let go by whoever has read the quick one's result."""
    free = threading.Event()

    def work(source: str, _ticket: Ticket) -> str:
        if source == "slow":
            assert free.wait(30)
        return source

    order = []
    for ended in each(["slow", "quick"], work, Status()):
        order.append(ended.source)
        free.set()
    assert order == ["quick", "slow"]


def test_a_bug_is_handed_over_and_the_batch_goes_on() -> None:
    def work(source: str, _ticket: Ticket) -> str:
        if source == "b":
            raise KeyError(source)
        return source

    ended = {one.source: one for one in each(["a", "b", "c"], work, Status())}
    assert isinstance(ended["b"].bug, KeyError)
    assert ended["a"].value == "a"
    assert ended["c"].value == "c"


def test_ctrl_c_gives_what_is_done_and_then_says_so() -> None:
    started = threading.Event()

    def work(source: str, ticket: Ticket) -> str:
        if source == "long":
            stopped = threading.Event()
            ticket.on_cancel(stopped.set)
            started.set()
            assert stopped.wait(30)
            ticket.check()
        return source

    before = signal.getsignal(signal.SIGINT)
    got = []
    with pytest.raises(KeyboardInterrupt):
        for ended in each(["quick", "long"], work, Status()):
            got.append(ended.source)
            assert started.wait(30)
            os.kill(os.getpid(), signal.SIGINT)
    assert got == ["quick"]
    assert signal.getsignal(signal.SIGINT) is before


def test_named_twice() -> None:
    assert distinct(["a", "b", "A", "a"], str.lower) == (["a", "b"], ["A", "a"])
