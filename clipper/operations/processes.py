"""What the processes that we start have in common: they leave Ctrl-C to their parent, and end with it."""

from __future__ import annotations

import contextlib
import multiprocessing
import multiprocessing.connection
import os
import signal
import sys
import threading
from collections.abc import Iterator


@contextlib.contextmanager
def born_deaf_to_ctrl_c() -> Iterator[None]:
    """Processes started in here are, from their first instruction, not reached by the terminal's Ctrl-C.

    Else one that is still loading when it comes prints a traceback. Signal masks are handed down to threads
    and processes; pebble starts its own threads, and with them all its processes, at the first `schedule`.
    """
    if sys.platform == "win32":
        yield
        return
    from multiprocessing import resource_tracker

    resource_tracker.ensure_running()  # else the first process starts it, and that lets Ctrl-C in again
    before = signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGINT})
    try:
        yield
    finally:
        signal.pthread_sigmask(signal.SIG_SETMASK, before)


def follow_parent() -> None:
    """To be called first in a new process: it leaves Ctrl-C to its parent, and never outlives it.

    Else a process that is deep in its work outlives a parent that was killed, and burns a processor.
    """
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, name="clipper-parent", daemon=True).start()


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        multiprocessing.connection.wait([parent.sentinel])
        os._exit(1)
