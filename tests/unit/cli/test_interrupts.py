"""Ctrl-C and its kin ask the work to end, once; then all is as before."""

from __future__ import annotations

import signal

import pytest

from clipper.cli.interrupts import on_interrupt

NAMES = [name for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)]


@pytest.mark.parametrize("name", NAMES)
def test_the_first_one_cancels_and_the_second_is_as_before(name: str) -> None:
    number = getattr(signal, name)
    cancelled: list[str] = []
    came: list[int] = []
    outer = signal.signal(number, lambda which, _frame: came.append(which))
    try:
        with on_interrupt(lambda: cancelled.append(name)):
            signal.raise_signal(number)
            assert (cancelled, came) == ([name], [])
            signal.raise_signal(number)
        signal.raise_signal(number)
    finally:
        signal.signal(number, outer)
    assert (cancelled, came) == ([name], [number, number])


@pytest.mark.parametrize("name", NAMES)
def test_what_is_ignored_stays_ignored(name: str) -> None:
    number = getattr(signal, name)
    outer = signal.signal(number, signal.SIG_IGN)
    try:
        with on_interrupt(lambda: pytest.fail("cancelled")):
            signal.raise_signal(number)
        assert signal.getsignal(number) is signal.SIG_IGN
    finally:
        signal.signal(number, outer)
