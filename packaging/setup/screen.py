"""A screen that nobody sees, for the tests of the window."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
from collections.abc import Iterator

from words import SetUpFailed


@contextlib.contextmanager
def screen(size: str = "1600x1000x24") -> Iterator[str]:
    """Start an X server of our own and answer its display; elsewhere than on Linux: the one that is there.

    The server picks a free number itself and says when it is ready, so that two runs at once do not meet.
    """
    if not sys.platform.startswith("linux"):
        yield os.environ.get("DISPLAY", "")
        return
    ready, tell = os.pipe()
    command = ["Xvfb", "-displayfd", str(tell), "-screen", "0", size, "-nolisten", "tcp", "-noreset"]
    server = subprocess.Popen(command, pass_fds=(tell,), stdin=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    os.close(tell)
    try:
        with os.fdopen(ready, encoding="ascii") as answer:
            number = answer.readline().strip()
        if not number:
            raise SetUpFailed("Xvfb did not start.")
        yield f":{number}"
    finally:
        server.terminate()
        server.wait()
