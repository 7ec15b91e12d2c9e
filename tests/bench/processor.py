"""CPU seconds of this process and of all that it started: wall time says little on a busy machine."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from pathlib import Path

_PROCESSES = Path("/proc")


def cpu_seconds(besides: frozenset[int] = frozenset()) -> float:
    """Used so far by this process, its living descendants but those `besides`, and those that have ended.

    Living children are seen where the system has /proc (in steps of 10 ms), elsewhere once they have ended.
    """
    times = os.times()
    return time.process_time() + times.children_user + times.children_system + _living(os.getpid(), besides)


def spent(work: Callable[[], object], besides: frozenset[int] = frozenset()) -> float:
    """CPU seconds that `work` took."""
    before = cpu_seconds(besides)
    work()
    return cpu_seconds(besides) - before


def _living(parent: int, besides: frozenset[int]) -> float:
    total = 0.0
    for child in _children(parent):
        if child not in besides:
            total += _of(child) + _living(child, besides)
    return total


def _children(parent: int) -> list[int]:
    found: list[int] = []
    for task in (_PROCESSES / str(parent) / "task").glob("*/children"):
        try:
            found += [int(word) for word in task.read_text().split()]
        except OSError:  # it ended meanwhile
            continue
    return found


def _of(process: int) -> float:
    """User and system time of a process and of its children that have ended (`man 5 proc_pid_stat`)."""
    try:
        fields = (_PROCESSES / str(process) / "stat").read_text().rpartition(")")[2].split()
    except OSError:
        return 0.0
    return sum(int(ticks) for ticks in fields[11:15]) / os.sysconf("SC_CLK_TCK")
