"""What set-up says: on stderr only, so that stdout is the command's alone."""

from __future__ import annotations

import sys

from places import NOTES


class SetUpFailed(Exception):  # noqa: N818 - reads as what happened
    """Set-up cannot go on; its text says why and what can be done."""


def say(text: str) -> None:
    """A line for whoever waits."""
    print(f"set-up: {text}", file=sys.stderr, flush=True)


def say_once(about: str, text: str) -> None:
    """A line that is not said again as long as it stays the same."""
    told = NOTES / f"told-{about}"
    if not told.exists() or told.read_text("utf-8") != text:
        say(text)
        NOTES.mkdir(exist_ok=True)
        told.write_text(text, "utf-8")


def say_again(text: str) -> None:
    """A line that takes the place of the one before; on a terminal only."""
    if sys.stderr.isatty():
        print(f"\r\033[Kset-up: {text[:100]}", end="", file=sys.stderr, flush=True)


def end_line() -> None:
    """Clear what `say_again` left."""
    if sys.stderr.isatty():
        print("\r\033[K", end="", file=sys.stderr, flush=True)
