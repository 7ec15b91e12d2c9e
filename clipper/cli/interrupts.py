"""Ctrl-C: work is asked to end and is waited for, so that nothing is half-written; a second one is quick.

The same where the terminal is closed or the system asks the program to end.
"""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType

_SIGNALS = [
    getattr(signal, name) for name in ("SIGINT", "SIGTERM", "SIGHUP") if hasattr(signal, name)
]  # Windows has no SIGHUP


@contextmanager
def on_interrupt(cancel: Callable[[], None]) -> Iterator[None]:
    """Have the first Ctrl-C call `cancel` instead of raising somewhere in the middle. Main thread only."""
    before = {number: signal.getsignal(number) for number in _SIGNALS}
    # What is ignored is not ours to catch: a shell's background job, or one under nohup.
    ours = [number for number, handler in before.items() if handler is not signal.SIG_IGN]

    def as_before() -> None:
        for number in ours:
            signal.signal(number, before[number])

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        as_before()
        cancel()

    for number in ours:
        signal.signal(number, interrupted)
    try:
        yield
    finally:
        as_before()
