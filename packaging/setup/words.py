"""What set-up says: on stderr only, so that stdout is the command's alone."""

from __future__ import annotations

import sys


class SetUpFailed(Exception):  # noqa: N818 - reads as what happened
    """Set-up cannot go on; its text says why and what can be done."""


def say(text: str) -> None:
    """A line for whoever waits."""
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def say_again(text: str) -> None:
    """A line that takes the place of the one before; on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\033[Kset-up: {text[:100]}", end="", file=sys.stderr, flush=True)


def end_line() -> None:
    """Clear what `say_again` left."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
