"""Tickets: who works can be stopped at any moment, once."""

from __future__ import annotations

import threading

import pytest

from clipper.jobs import Progress, Stopped, Ticket


def test_progress_is_heard() -> None:
    heard: list[Progress] = []
    Ticket(heard.append).say(Progress(1, 4, "fetching"))
    assert heard == [Progress(1, 4, "fetching")]


def test_nobody_needs_to_listen() -> None:
    Ticket().say(Progress(1, 4, "fetching"))


def test_check_raises_only_after_cancel() -> None:
    ticket = Ticket()
    ticket.check()
    ticket.cancel()
    assert ticket.stopped
    with pytest.raises(Stopped):
        ticket.check()


def test_what_is_registered_is_called_once() -> None:
    ticket = Ticket()
    calls: list[str] = []
    forgotten = lambda: calls.append("forgotten")  # noqa: E731 - the same object twice
    ticket.on_cancel(lambda: calls.append("kept"))
    ticket.on_cancel(forgotten)
    ticket.forget(forgotten)
    ticket.forget(forgotten)
    ticket.cancel()
    ticket.cancel()
    assert calls == ["kept"]


def test_who_comes_too_late_is_called_at_once() -> None:
    ticket = Ticket()
    ticket.cancel()
    called = threading.Event()
    ticket.on_cancel(called.set)
    assert called.is_set()


def test_a_callback_may_ask_the_ticket() -> None:
    """A callback that registers or forgets must not wait for the ticket that calls it."""
    ticket = Ticket()
    done = threading.Event()
    ticket.on_cancel(lambda: ticket.on_cancel(done.set))
    ticket.cancel()
    assert done.is_set()
