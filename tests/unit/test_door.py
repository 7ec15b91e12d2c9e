"""The door: which words open the window, and which are the command line's."""

from __future__ import annotations

import os
import sys
from types import SimpleNamespace

import pytest

from clipper import __main__ as door

WINDOW = 77


@pytest.fixture(autouse=True)
def a_display(monkeypatch: pytest.MonkeyPatch) -> None:
    """A computer with a screen, and a window that only says that it was opened."""
    monkeypatch.setenv("DISPLAY", ":7")
    monkeypatch.setenv("CLIPPER_LIBRARY", "before")
    monkeypatch.setitem(sys.modules, "clipper.gui.app", SimpleNamespace(main=lambda: WINDOW))


@pytest.mark.parametrize(
    ("words", "library"),
    [([], "before"), (["--library", "/tmp/a b"], "/tmp/a b"), (["--library=/tmp/c"], "/tmp/c")],
)
def test_the_window_opens(monkeypatch: pytest.MonkeyPatch, words: list[str], library: str) -> None:
    monkeypatch.setattr(sys, "argv", ["clipper", *words])
    assert door.main() == WINDOW
    assert os.environ["CLIPPER_LIBRARY"] == library


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["--version"], 0),
        (["--library", "/tmp/a", "--version"], 0),
        (["--library"], 2),
        (["--library="], 2),
        (["--library", "--help"], 2),
        (["--nonsense"], 2),
    ],
)
def test_other_words_are_the_command_lines(
    monkeypatch: pytest.MonkeyPatch, words: list[str], code: int
) -> None:
    monkeypatch.setattr(sys, "argv", ["clipper", *words])
    assert door.main() == code
    assert os.environ["CLIPPER_LIBRARY"] == "before"


def test_without_a_display_there_is_the_command_line(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM"):
        monkeypatch.delenv(name, raising=False)
    monkeypatch.setattr(sys, "platform", "linux")
    for words in ([], ["--library", "/tmp/a"]):
        monkeypatch.setattr(sys, "argv", ["clipper", *words])
        assert door.main() == 2
