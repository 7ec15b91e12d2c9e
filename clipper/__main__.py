"""The door: no words, or only those that name a library, the window; any others, the command line.

Light to import: every process that is spawned imports it again.
"""

from __future__ import annotations

import os
import sys

INTERRUPTED = 130


def main() -> int:
    """Open the window or carry out a command; answers the exit code."""
    try:
        return _enter()
    except KeyboardInterrupt:  # before whoever handles it was loaded
        return INTERRUPTED


def _enter() -> int:
    import multiprocessing

    multiprocessing.freeze_support()
    words = sys.argv[1:]
    library = _only_a_library(words)
    asks_for_completion = "_CLIPPER_COMPLETE" in os.environ  # a shell, with the words in the environment
    if (words and not library) or asks_for_completion or not _has_display():
        from clipper.cli.main import run

        return run(words)
    if library:
        os.environ["CLIPPER_LIBRARY"] = library
    from clipper.gui.app import main as window  # the one bridge to Qt

    return window()


def _only_a_library(words: list[str]) -> str | None:
    """The library that is named, where the words are `--library DIR` or `--library=DIR` and nothing else."""
    match words:
        case ["--library", named] if not named.startswith("-"):
            return named
        case [word] if word.startswith("--library="):
            return word.partition("=")[2]
    return None


def _has_display() -> bool:
    """Whether a window can be shown; where it cannot, the command line says what there is instead."""
    if not sys.platform.startswith("linux"):
        return True
    return any(os.environ.get(name) for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"))


if __name__ == "__main__":
    sys.exit(main())
