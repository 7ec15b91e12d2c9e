"""`purge` in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clipper.cli.main import run
from tests.stories.texts import CHINESE, ENGLISH

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own with two clips, and nobody's settings."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    for name, text in (("one", ENGLISH), ("two", CHINESE)):
        file = tmp_path / f"{name}.html"
        file.write_bytes(text.page(f"https://courier.example/{name}"))
        assert run(["clip", str(file)]) == 0
    return tmp_path / "library"


def test_a_clip_is_deleted_for_good(library: Path, tmp_path: Path, capsys: Captured) -> None:
    backup = tmp_path / "backup"
    assert run(["backup", str(backup)]) == 0
    capsys.readouterr()
    assert run(["purge", "1", "--yes"]) == 0
    first, second = capsys.readouterr().out.splitlines()
    assert first == "1 clip deleted for good."
    assert second.startswith(f"It still has them: the backup {backup} of ")
    assert run(["show", "1"]) == 1 and run(["show", "2"]) == 0
    assert b"courier.example/one" not in b"".join(f.read_bytes() for f in library.rglob("*") if f.is_file())


def test_the_trash_is_emptied(capsys: Captured) -> None:
    assert run(["trash", "2"]) == 0
    capsys.readouterr()
    assert run(["purge", "--trash", "--yes", "--json"]) == 0
    assert json.loads(capsys.readouterr().out) == {"purged": [2], "backups": [], "rest": []}
    assert run(["purge", "--trash", "--yes"]) == 0
    assert capsys.readouterr().out == "0 clips deleted for good.\n"
    assert run(["undo"]) == 0


def test_nobody_is_asked_in_a_pipe(capsys: Captured) -> None:
    for words in (["purge", "1"], ["purge"], ["purge", "1", "--trash", "--yes"]):
        assert run(words) == 2
    assert run(["purge", "7", "--yes"]) == 1
    capsys.readouterr()
    assert run(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


@pytest.mark.parametrize(("answer", "code", "left"), [("n\n", 130, 2), ("y\n", 0, 1)])
def test_it_asks(
    answer: str, code: int, left: int, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    import io
    import sys

    class Terminal(io.StringIO):
        def isatty(self) -> bool:
            return True

    monkeypatch.setattr(sys, "stdin", Terminal(answer))
    assert run(["purge", "1"]) == code
    assert "cannot be undone" in capsys.readouterr().err
    assert run(["list"]) == 0
    assert len(capsys.readouterr().out.splitlines()) == left
