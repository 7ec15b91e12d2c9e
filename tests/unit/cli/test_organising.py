"""Tags, collections, smart collections and rules in words."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from clipper.cli.main import run
from tests.stories.texts import CHINESE, ENGLISH

Captured = pytest.CaptureFixture[str]
Say = Callable[..., list[Any]]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own, and nobody's settings."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"


@pytest.fixture
def stories(tmp_path: Path) -> list[str]:
    """Two saved stories."""
    files = []
    for name, text in (("one", ENGLISH), ("two", CHINESE)):
        file = tmp_path / f"{name}.html"
        file.write_bytes(text.page(f"https://courier.example/{name}"))
        files.append(str(file))
    return files


@pytest.fixture
def say(capsys: Captured) -> Say:
    """Carry out a command that ends well; answers its lines, those of JSON read."""

    def words(*command: str) -> list[Any]:
        capsys.readouterr()
        assert run(list(command)) == 0, command
        lines = capsys.readouterr().out.splitlines()
        return [json.loads(line) for line in lines] if "--json" in command else lines

    return words


def clips(say: Say, *place: str) -> list[int]:
    return [each["id"] for each in say("list", *place, "--json")]


def test_collections(say: Say, stories: list[str]) -> None:
    say("clip", *stories, "--collection", "Review")
    for path in ("A", "B/in", "C"):
        say("collection", "make", path)
    say("collection", "order", "C", "--first")
    say("collection", "order", "Review", "--before", "A")
    say("collection", "edit", "B", "--colour", "teal", "--icon", "⚓")
    listed = say("collection", "list", "--json")
    assert [each["path"] for each in listed] == ["C", "Review", "A", "B", "B/in"]
    assert listed[3] == {"path": "B", "count": 0, "colour": "teal", "icon": "⚓"}
    first, second = clips(say, "--collection", "Review")
    say("collection", "order", "Review", str(first), "--after", str(second))
    assert clips(say, "--collection", "Review") == [second, first]
    say("collection", "order", "Review", "--newest")
    assert clips(say, "--collection", "Review") == [first, second]
    say("collection", "order", "A", "--by-name")
    assert say("collection", "merge", "Review", "B/in") == ["Merged; 2 clips concerned."]
    assert say("collection", "list") == ["A\t0", "B\t0", "B/in\t2", "C\t0"]
    say("undo")
    assert say("collection", "list")[-1] == "Review\t2"


def test_tags(say: Say, stories: list[str]) -> None:
    say("clip", stories[0], "--tag", "trade/ports")
    say("clip", stories[1], "--tag", "trade")
    say("tag", "edit", "trade", "--colour", "#36C")
    assert say("tag", "list") == ["trade\t1\t2", "trade/ports\t1\t1"]
    assert say("tag", "list", "--json")[0]["colour"] == "#3366cc"
    assert len(clips(say, "--tag", "trade")) == 2
    say("tag", "rename", "trade", "economy")
    say("tag", "add", "money", "1")
    say("tag", "merge", "economy", "money")
    assert say("tag", "list") == ["money\t2\t2", "money/ports\t1\t1"]
    say("tag", "delete", "money")
    assert say("tag", "list") == []
    for _step in range(3):
        say("undo")
    assert say("tag", "list") == ["economy\t1\t2", "economy/ports\t1\t1"]


def test_smart_collections(say: Say, stories: list[str]) -> None:
    say("clip", *stories)
    say("smart", "make", "Dredging", "dredging", "-helicopters", "--colour", "red")
    say("smart", "make", "Chinese", "lang:zh")
    assert say("smart", "list") == ["Dredging\t1\tdredging -helicopters", "Chinese\t1\tlang:zh"]
    (english,), (chinese,) = clips(say, "--smart", "dredging"), clips(say, "--smart", "Chinese")
    assert english != chinese
    assert say("search", "dredging", "--smart", "Chinese", "--json") == []
    say("smart", "make", "Both", "lang:zh OR lang:en")
    whole = clips(say, "--smart", "Both", "--sort", "title")
    top = clips(say, "--smart", "Both", "--sort", "title", "--limit", "1")
    rest = clips(say, "--smart", "Both", "--sort", "title", "--after", str(top[0]))
    assert len(whole) == 2 and top + rest == whole
    assert clips(say, "--smart", "Both", "--sort", "title", "--ascending") == whole[::-1]
    say("smart", "delete", "Both")
    book = stories[0] + ".md"
    assert say("export", "--smart", "Chinese", "--format", "markdown", "-o", book)[0].endswith("(1 clip)")
    say("smart", "order", "Chinese", "--up")
    say("smart", "rename", "Chinese", "Zhongwen")
    say("smart", "edit", "Zhongwen", "--query", "lang:zh is:starred", "--icon", "🇨🇳")
    first = {"name": "Zhongwen", "query": "lang:zh is:starred", "count": 0, "colour": None, "icon": "🇨🇳"}
    assert say("smart", "list", "--json")[0] == first
    say("smart", "delete", "Zhongwen")
    say("undo")
    assert say("smart", "list", "--json")[0] == first


def test_rules(say: Say, stories: list[str]) -> None:
    say("clip", stories[0])
    rule = ("rule", "add", "Mud", "dredging", "-helicopters", "--into", "Ports", "--tag", "mud", "--star")
    say(*rule, "--disabled")
    expected = {"name": "Mud", "query": "dredging -helicopters", "enabled": False}
    expected |= {"collections": ["Ports"], "tags": ["mud"], "star": True}
    assert say("rule", "list", "--json") == [expected]
    assert say("rule", "list") == ["Mud\toff\tdredging -helicopters\tinto “Ports”, tag “mud”, star"]
    assert say("rule", "try") == ["0 clips would change."]
    (effect,) = say("rule", "try", "mud", "--json")
    assert (effect["id"], effect["rule"], effect["collections"], effect["star"]) == (
        1,
        "Mud",
        ["Ports"],
        True,
    )
    assert say("rule", "try", "mud")[-1] == "1 clip would change."
    assert say("tag", "list") == []
    say("rule", "enable", "Mud")
    assert say("rule", "apply", "--unfiled") == ["1 clip changed."]
    assert clips(say, "--tag", "mud") == clips(say, "--starred") == [1]
    say("undo")
    assert say("tag", "list") == [] and clips(say, "--starred") == []

    say("rule", "add", "Chinese", "lang:zh", "--tag", "zh")
    say("rule", "edit", "Chinese", "--name", "Zhongwen", "--tag", "zhongwen", "--into", "Zhongwen", "--star")
    say("rule", "edit", "Zhongwen", "--no-star", "--no-into")
    say("rule", "order", "Zhongwen", "--first")
    assert [each["name"] for each in say("rule", "list", "--json")] == ["Zhongwen", "Mud"]
    (kept,) = say("clip", stories[1], "--json")
    assert (kept["tags"], kept["collections"], kept["starred"]) == (["zhongwen"], [], False)
    say("undo")
    assert say("tag", "list") == []
    say("rule", "disable", "Zhongwen")
    (kept,) = say("clip", stories[1], "--json")
    assert kept["tags"] == []
    say("rule", "delete", "Zhongwen")


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (["collection", "order", "A"], 2),
        (["collection", "order", "A", "--up", "--first"], 2),
        (["collection", "order", "A", "--by-name", "--newest"], 2),
        (["collection", "edit", "A"], 2),
        (["smart", "edit", "A"], 2),
        (["rule", "edit", "A"], 2),
        (["rule", "edit", "A", "--tag", "x", "--no-tag"], 2),
        (["rule", "add", "A", "x", "--tga", "y"], 2),
        (["smart", "make", "A", "x", "--color", "red"], 2),
        (["list", "--smart", "A", "--tag", "x"], 2),
        (["collection", "order", "A", "--up"], 1),
        (["collection", "merge", "A", "B"], 1),
        (["tag", "merge", "A", "B"], 1),
        (["tag", "edit", "A", "--colour", "red"], 1),
        (["smart", "make", "A", "-"], 1),
        (["smart", "make", "A", "x", "--colour", "reddish"], 1),
        (["smart", "delete", "A"], 1),
        (["list", "--smart", "A"], 1),
        (["rule", "add", "A", "x"], 1),
        (["rule", "apply", "A"], 1),
        (["rule", "try", "--tag", "none"], 0),
    ],
)
def test_what_cannot_be_is_said(words: list[str], code: int, capsys: Captured) -> None:
    run(["list"])
    capsys.readouterr()
    assert run(words) == code
    said = capsys.readouterr()
    assert said.out == "" or code == 0
    if code == 1:
        (line,) = said.err.splitlines()
        assert line.startswith("clipper: There is no") or "“" in line


def test_thousands_are_named_on_standard_input(
    say: Say, stories: list[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    say("clip", *stories)
    file = tmp_path / "ids"
    for content, code in (("2\n1 2\n", 0), ("1 7", 1)):
        file.write_text(content, "utf-8")
        with file.open(encoding="utf-8") as ids:
            monkeypatch.setattr("sys.stdin", ids)
            assert run(["tag", "add", "both", "-"]) == code
    assert "There is no clip 7." in capsys.readouterr().err
    assert say("tag", "list") == ["both\t2\t2"]
    say("undo")
    assert say("tag", "list") == []
