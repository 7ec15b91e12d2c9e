"""`undo` and `redo` in words."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clipper.cli.main import run
from tests.stories.texts import ENGLISH

Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own with one clip, starred and tagged, and nobody's settings."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    file = tmp_path / "story.html"
    file.write_bytes(ENGLISH.page("https://courier.example/story"))
    for words in (["clip", str(file)], ["star", "1"], ["tag", "add", "energy", "1"]):
        assert run(words) == 0
    return tmp_path / "library"


def said(capsys: Captured, *words: str, code: int = 0) -> list[str]:
    """Lines of standard output."""
    capsys.readouterr()
    assert run(list(words)) == code
    return capsys.readouterr().out.splitlines()


def test_what_can_be_undone_is_listed(capsys: Captured) -> None:
    lines = [line.split("\t") for line in said(capsys, "undo", "--list")]
    assert [line[0] for line in lines] == ["3", "2", "1"]
    assert lines[0][2].startswith("Tagged “energy”: ") and lines[1][2].startswith("Star given: ")
    assert len(said(capsys, "undo", "--list", "--limit", "1")) == 1
    assert said(capsys, "redo", "--list") == []
    (latest, *_others) = [json.loads(line) for line in said(capsys, "undo", "--list", "--json")]
    assert list(latest) == ["n", "code", "made", "words", "clips", "title", "names"]
    assert (latest["n"], latest["code"], latest["clips"], latest["names"]) == (3, "tag", 1, ["energy"])


def test_undo_says_what_it_did_and_what_is_next(capsys: Captured) -> None:
    first, second = said(capsys, "undo")
    assert first.startswith("Undone: Tagged “energy”: ") and first.endswith("(1 clip changed)")
    assert second.startswith("The next undo takes back: Star given: ")
    (line,) = said(capsys, "redo")
    assert line.startswith("Done again: Tagged “energy”: ")
    for _each in range(2):
        said(capsys, "undo")
    assert said(capsys, "undo")[1] == "There is nothing more to undo."
    assert said(capsys, "undo", code=1) == []


def test_an_act_by_number(capsys: Captured) -> None:
    assert said(capsys, "undo", "2")[0].startswith("Undone: Star given")
    assert said(capsys, "list", "--starred") == []
    (line,) = said(capsys, "redo", "--list")
    assert line.startswith("2\t")
    assert said(capsys, "redo", "2")[0].startswith("Done again: Star given")
    assert len(said(capsys, "list", "--starred")) == 1
    for words in (["undo", "99"], ["redo", "2"], ["undo", "1"]):
        assert said(capsys, *words, code=1) == []
