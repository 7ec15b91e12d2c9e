"""Whether set-up was done already, and whose turn it is to do it."""

from __future__ import annotations

import contextlib
import hashlib
import sys
from collections.abc import Iterator

from places import HERE, NOTES, ROOT
from words import say

LONGEST_TURN_S = 3600
"""Long enough for the slowest network: another call waits that long for the first one to end."""


def fingerprint() -> str:
    """Changes with the pins, the dependencies, set-up itself, the Python and the place of the checkout."""
    found = hashlib.sha256(f"{sys.version} {sys.executable} {ROOT}".encode())
    for path in [ROOT / "pyproject.toml", *sorted(HERE.glob("*.*"))]:
        found.update(b"\0" + path.name.encode() + b"\0" + path.read_bytes())
    return found.hexdigest()


def done(*pins: str) -> bool:
    """Whether the environment was made of one of these pins, as they are now."""
    wanted = fingerprint()
    return any(_read(each) == wanted for each in pins)


def note_done(pins: str) -> None:
    """Note that the environment is whole. Comes last, and in one step."""
    fresh = NOTES / f"{pins}.new"
    fresh.write_text(fingerprint(), "utf-8")
    fresh.replace(NOTES / pins)


@contextlib.contextmanager
def turn() -> Iterator[None]:
    """Hold the turn; the system takes it back from a process that dies, whatever it dies of."""
    import sqlite3  # the one lock of the standard library that every system has

    NOTES.mkdir(exist_ok=True)
    with contextlib.closing(sqlite3.connect(NOTES / "turn", timeout=0, isolation_level=None)) as lock:
        try:
            lock.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError:
            say("another set-up is at work here; waiting for it to end")
            lock.execute(f"PRAGMA busy_timeout = {LONGEST_TURN_S * 1000}")
            lock.execute("BEGIN EXCLUSIVE")
        yield


def _read(pins: str) -> str | None:
    try:
        return (NOTES / pins).read_text("utf-8")
    except OSError:
        return None
