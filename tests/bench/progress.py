"""How far a long bench is, on stderr."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterable, Iterator
from typing import TypeVar

T = TypeVar("T")
PARTS = 20
"""Lines that are written where stderr is no terminal."""


def shown(work: Iterable[T], total: int, things: str) -> Iterator[T]:
    """The work itself; each thing done is counted, on a terminal in one line."""
    began = time.monotonic()
    terminal = sys.stderr.isatty()
    for done, each in enumerate(work, 1):
        yield each
        if terminal or done * PARTS // total > (done - 1) * PARTS // total:
            left = (time.monotonic() - began) / done * (total - done)
            line = f"{done}/{total} {things}, {left:.0f} s left"
            print(f"\r\033[K{line}" if terminal else line, end="" if terminal else "\n", file=sys.stderr)
    if terminal:
        print("\r\033[K", end="", file=sys.stderr)
