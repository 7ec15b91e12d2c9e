"""Ctrl-C in the terminal that the window was opened from: it closes in order, and nothing stays behind."""

from __future__ import annotations

import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from clipper.gui.session import Session

PATIENCE_S = 30


@pytest.mark.parametrize("number", [signal.SIGINT, signal.SIGTERM])
def test_ctrl_c_closes_the_window(library: Path, number: signal.Signals) -> None:
    program = subprocess.Popen([sys.executable, "-m", "clipper", "--library", str(library)])
    try:
        until_it_is_there(library / "library.db", program)
        program.send_signal(number)
        assert program.wait(PATIENCE_S) == 0
    finally:
        program.kill()
        program.wait()
    left = sorted(each.name for each in library.iterdir())
    assert left == ["blobs", "index", "library.db"]


def test_a_library_that_is_still_being_opened_is_closed_in_order(qtbot: QtBot, library: Path) -> None:
    session = Session()
    with qtbot.waitSignal(session.closed):
        session.open(library)
        session.close()
    left = sorted(each.name for each in library.iterdir()) if library.exists() else []
    assert left in ([], ["blobs", "index", "library.db"])


def until_it_is_there(file: Path, program: subprocess.Popen[bytes]) -> None:
    """Wait until the program has made a file."""
    end = time.monotonic() + PATIENCE_S
    while not file.exists():
        assert time.monotonic() < end
        try:
            program.wait(0.05)
        except subprocess.TimeoutExpired:
            continue
        raise AssertionError("it ended by itself")
