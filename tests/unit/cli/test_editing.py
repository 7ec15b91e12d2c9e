"""`edit` and `highlight`, as they are typed."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from clipper.cli.main import run
from tests.stories.texts import ENGLISH
from tests.unit.cli import test_main

Captured = pytest.CaptureFixture[str]
clipped, library = test_main.clipped, test_main.library


def shown(capsys: Captured, *words: str) -> dict[str, object]:
    """A clip as JSON."""
    capsys.readouterr()
    assert run(["show", "1", "--json", *words]) == 0
    found: dict[str, object] = json.loads(capsys.readouterr().out)
    return found


def objects(capsys: Captured, *words: str) -> list[dict[str, object]]:
    """What a command prints with --json."""
    capsys.readouterr()
    assert run([*words, "--json"]) == 0
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_every_field(clipped: Path, capsys: Captured) -> None:
    before = shown(capsys)
    values = {
        name: f"Mine {name}" for name in ("title", "site", "section", "agency", "rights", "edition", "page")
    }
    values |= {"published": "2026-03-12", "updated": "2026-03-13", "language": "de", "medium": "print"}
    options = [word for name, value in values.items() for word in (f"--{name}", value)]
    names = ["--byline", "Ann", "--byline", "Bob", "--custom", "Desk=A=B", "--note", "Why?"]
    assert run(["edit", "1", *options, *names]) == 0
    assert capsys.readouterr().out == "1 clip edited.\n"
    now = shown(capsys)
    assert {name: now[name] for name in values} == values
    assert (now["byline"], now["note"]) == (["Ann", "Bob"], "Why?")
    assert now["custom"] == [{"name": "Desk", "value": "A=B"}]
    assert set(now["edited"]) == {*values, "byline", "custom"}  # type: ignore[call-overload]
    assert run(["show", "1"]) == 0
    said = capsys.readouterr().out
    for line in (
        "Medium: Print",
        "Edition: Mine edition",
        "Page: Mine page",
        "Rights: Mine rights",
        "Desk: A=B",
        "Edited: title,",
    ):
        assert line in said
    assert shown(capsys, "--original")["title"] == before["title"]
    assert run(["edit", "1", "--reset", "title", "--reset", "byline"]) == 0
    assert (shown(capsys)["title"], shown(capsys)["byline"]) == (before["title"], before["byline"])
    assert run(["edit", "1", "--reset", "all", "--note", ""]) == 0
    assert shown(capsys) == before


def test_an_empty_value_sets_to_nothing(clipped: Path, capsys: Captured) -> None:
    assert objects(capsys, "edit", "1", "--site", "", "--byline", "")[0]["site"] is None
    assert shown(capsys)["byline"] == []
    assert run(["undo"]) == 0
    assert shown(capsys)["site"] is not None


def test_many_clips_are_edited_in_one_act(clipped: Path, capsys: Captured) -> None:
    for number in (2, 3):
        file = clipped.parent / f"{number}.html"
        file.write_bytes(ENGLISH.page(f"https://courier.example/{number}"))
        assert run(["clip", str(file)]) == 0
    printed = objects(capsys, "edit", "1", "2", "3", "--section", "Docks", "--custom", "Desk=Home")
    assert [(each["id"], each["section"]) for each in printed] == [(1, "Docks"), (2, "Docks"), (3, "Docks")]
    assert run(["undo"]) == 0
    assert "3 clips" in capsys.readouterr().out
    assert "Docks" not in {each["section"] for each in objects(capsys, "list")}


def test_another_text(clipped: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    before = shown(capsys)
    file = clipped.parent / "mine.html"
    file.write_text("<h2>Head</h2><p>Words <b>of mine</b></p>", "utf-8")
    assert run(["edit", "1", "--html", str(file)]) == 0
    assert shown(capsys)["text"] == "Head\nWords of mine"
    assert run(["show", "1", "--text", "--original"]) == 0
    assert capsys.readouterr().out.strip() == before["text"]
    assert run(["show", "1", "--html", "--original"]) == 0
    assert ENGLISH.paragraphs[0] in capsys.readouterr().out
    with (clipped.parent / "lines.txt").open("w+", encoding="utf-8") as lines:
        lines.write("One\n\nTwo\n")
        lines.seek(0)
        monkeypatch.setattr(sys, "stdin", lines)
        assert run(["edit", "1", "--text", "-"]) == 0
    assert (shown(capsys)["html"], shown(capsys)["edited"]) == ("<p>One</p>\n<p>Two</p>", ["text"])
    assert run(["remove-part", "1", "1"]) == 1
    assert run(["edit", "1", "--reset", "text"]) == 0
    assert shown(capsys) == before


def test_the_editor_gets_the_text(clipped: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    script = clipped.parent / "editor.py"
    script.write_text(
        "import pathlib, sys\nfile = pathlib.Path(sys.argv[1])\n"
        "file.write_text('<p>Written in it</p>' + file.read_text('utf-8'), 'utf-8')\n",
        "utf-8",
    )
    monkeypatch.setenv("VISUAL", f'"{sys.executable}" "{script}"')
    assert run(["edit", "1"]) == 0
    text = str(shown(capsys)["text"])
    assert text.startswith("Written in it\n") and ENGLISH.paragraphs[0] in text


def test_highlights(clipped: Path, capsys: Captured) -> None:
    words = ENGLISH.paragraphs[0][:30].strip()
    (made,) = objects(capsys, "highlight", "add", "1", words, "--colour", "GREEN", "--note", "Why?")
    assert (made["clip"], made["quote"], made["colour"], made["state"]) == (1, words, "green", "anchored")
    text = str(shown(capsys)["text"])
    assert text[int(str(made["start"])) : int(str(made["end"]))] == words
    assert run(["highlight", "add", "1", "--start", "0", "--end", "10"]) == 0
    assert {each["id"] for each in objects(capsys, "highlight", "list")} == {1, 2}
    assert objects(capsys, "highlight", "list") == objects(capsys, "highlight", "list", "1")
    (changed,) = objects(capsys, "highlight", "edit", "1", "--colour", "blue", "--note", "")
    assert (changed["colour"], changed["note"]) == ("blue", None)
    assert run(["highlight", "list", "1"]) == 0
    assert f"1\t1\tblue\t\t{words}\t\n" in capsys.readouterr().out
    assert run(["show", "1"]) == 0
    assert "Highlights:\n" in capsys.readouterr().out
    assert len(shown(capsys)["highlights"]) == 2  # type: ignore[arg-type]
    assert run(["highlight", "delete", "1", str(made["uid"]), "2"]) == 0
    assert capsys.readouterr().out == "2 highlights deleted.\n"
    assert run(["undo"]) == 0
    assert len(objects(capsys, "highlight", "list")) == 2


@pytest.mark.parametrize(
    "words",
    [
        ["edit", "1", "2"],
        ["edit", "1", "--custom", "no sign"],
        ["edit", "1", "--reset", "note"],
        ["edit", "1", "--html", "a", "--text", "b"],
        ["edit", "1", "2", "--html", "a"],
        ["highlight", "add", "1"],
        ["highlight", "add", "1", "words", "--start", "1", "--end", "2"],
        ["highlight", "add", "1", "--start", "1"],
        ["highlight", "add", "1", "words", "--colour", "red"],
        ["highlight", "edit", "1"],
        ["highlight", "delete"],
    ],
)
def test_words_that_are_not_understood(words: list[str], library: Path) -> None:
    assert run(words) == 2
    assert not library.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["edit", "7", "--title", "x"],
        ["edit", "1", "--published", "soon"],
        ["edit", "1", "--language", "?"],
        ["edit", "1", "--html", "no such file"],
        ["highlight", "add", "1", "no such words"],
        ["highlight", "add", "1", "--start", "4", "--end", "2"],
        ["highlight", "edit", "7", "--colour", "blue"],
        ["highlight", "delete", "7"],
        ["highlight", "list", "7"],
    ],
)
def test_what_the_user_must_know_is_one_line(words: list[str], clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    assert run(words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("clipper: ")
