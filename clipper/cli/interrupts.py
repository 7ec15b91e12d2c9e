"""Ctrl-C: work is asked to end and is waited for, so that nothing is half-written; a second one is quick."""

from __future__ import annotations

import signal
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType


@contextmanager
def on_interrupt(cancel: Callable[[], None]) -> Iterator[None]:
    """Have the first Ctrl-C call `cancel` instead of raising somewhere in the middle. Main thread only."""
    before = signal.getsignal(signal.SIGINT)
    if before is signal.SIG_IGN:  # started in the background by a shell: not ours to catch
        yield
        return

    def interrupted(_signal: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, before)
        cancel()

    signal.signal(signal.SIGINT, interrupted)
    try:
        yield
    finally:
        signal.signal(signal.SIGINT, before)
