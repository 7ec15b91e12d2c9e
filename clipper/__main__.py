"""The door: no words, the window; any words, the command line.

Light to import: every process that is spawned imports it again.
"""

from __future__ import annotations

import multiprocessing
import sys


def main() -> int:
    """Open the window or carry out a command; answers the exit code."""
    multiprocessing.freeze_support()
    if len(sys.argv) == 1:
        from clipper.gui.app import main as window  # the one bridge to Qt

        return window()
    from clipper.cli.main import run

    return run(sys.argv[1:])


if __name__ == "__main__":
    sys.exit(main())
