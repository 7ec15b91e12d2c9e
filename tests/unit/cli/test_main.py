"""Words in, exit code out; what was said and where."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from clipper import __version__
from clipper.cli.main import COMMANDS, run
from clipper.errors import DiskFull
from clipper.jobs import Stopped
from clipper.operations import find
from tests.stories.texts import ENGLISH

ROOT = Path(__file__).resolve().parents[3]
PROGRAM = [sys.executable, "-m", "clipper"]
Captured = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own, and nobody's settings."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    return tmp_path / "library"


@pytest.fixture
def clipped(library: Path, tmp_path: Path) -> Path:
    """A saved story, clipped as number 1."""
    file = tmp_path / "story.html"
    file.write_bytes(ENGLISH.page("https://courier.example/story"))
    assert run(["clip", str(file)]) == 0
    return file


def test_version(capsys: Captured) -> None:
    assert run(["--version"]) == 0
    assert __version__ in capsys.readouterr().out


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself(command: str, capsys: Captured) -> None:
    assert run([command, "--help"]) == 0
    assert "Usage: clipper" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        [],
        ["clipp"],
        ["--library", "", "list"],
        ["clip"],
        ["clip", "--nonsense", "x"],
        ["clip", "a", "b", "--url", "http://a.example/"],
        ["list", "--starred", "--trash"],
        ["list", "--limit", "many"],
        ["search"],
        ["search", "--nonsense"],
        ["export", "--format", "pdf"],
        ["export", "-o", "x", "--format", "pdf"],
        ["export", "1", "--tag", "t", "-o", "x", "--format", "pdf"],
        ["export", "1", "-o", "x", "--format", "docx"],
        ["note", "1", "text", "--clear"],
        ["tag"],
        ["completion", "tcsh"],
    ],
)
def test_words_that_are_not_understood(words: list[str], library: Path, capsys: Captured) -> None:
    assert run(words) == 2
    said = capsys.readouterr()
    assert said.out == "" or "Usage" in said.out
    assert not library.exists()


@pytest.mark.parametrize(
    "words",
    [
        ["show", "7"],
        ["star", "7"],
        ["trash", "no-such-uid"],
        ["list", "--collection", "Nowhere"],
        ["list", "--tag", "nothing"],
        ["search", "x", "--tag", "nothing"],
        ["tag", "rename", "nothing", "something"],
        ["collection", "delete", "Nowhere"],
        ["collection", "make", " / "],
        ["undo"],
        ["redo"],
        ["export", "--search", "nothing", "--format", "html", "-o", "out.html"],
    ],
)
def test_what_the_user_must_know_is_one_line(
    words: list[str], tmp_path: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    run(["list"])
    capsys.readouterr()
    assert run(words) == 1
    said = capsys.readouterr()
    assert said.out == ""
    (line,) = said.err.splitlines()
    assert line.startswith("clipper: ")
    assert not (tmp_path / "out.html").exists()


def test_a_bug_is_seen(monkeypatch: pytest.MonkeyPatch, capsys: Captured) -> None:
    def breaks(_desk: object) -> None:
        raise KeyError("gone")

    monkeypatch.setattr(find, "sidebar", breaks)
    assert run(["tag", "list"]) == 70
    said = capsys.readouterr()
    assert "Traceback" in said.err
    assert "mistake in Clipper" in said.err
    assert said.out == ""


@pytest.mark.parametrize(
    ("error", "code"), [(DiskFull("/library"), 1), (Stopped(), 130), (KeyboardInterrupt(), 130)]
)
def test_how_a_call_ends(error: BaseException, code: int, monkeypatch: pytest.MonkeyPatch) -> None:
    def ends(_desk: object) -> None:
        raise error

    monkeypatch.setattr(find, "sidebar", ends)
    assert run(["tag", "list"]) == code


def test_organising(clipped: Path, capsys: Captured) -> None:
    """Every command that changes a clip, and undo."""
    for words in (
        ["tag", "add", "energy", "1"],
        ["tag", "rename", "energy", "power"],
        ["collection", "make", "Politics/Russia"],
        ["collection", "add", "Politics/Russia", "1"],
        ["collection", "rename", "Politics/Russia", "North"],
        ["collection", "make", "World"],
        ["collection", "move", "Politics/North", "World"],
        ["star", "1"],
        ["read", "1"],
        ["note", "1", "Ask the harbour master"],
    ):
        assert run(words) == 0, words
    capsys.readouterr()
    assert run(["list", "--json"]) == 0
    clip = json.loads(capsys.readouterr().out)
    assert (clip["tags"], clip["collections"]) == (["power"], ["World/North"])
    assert (clip["starred"], clip["read"], clip["note"]) == (True, True, "Ask the harbour master")

    for words, key, value in (
        (["undo"], "note", None),
        (["redo"], "note", "Ask the harbour master"),
        (["note", "1", "--clear"], "note", None),
        (["star", "1", "--off"], "starred", False),
        (["read", "1", "--off"], "read", False),
        (["tag", "remove", "power", "1"], "tags", []),
        (["collection", "remove", "World/North", "1"], "collections", []),
        (["collection", "add", "Elsewhere", "1", "--only"], "collections", ["Elsewhere"]),
        (["collection", "delete", "Elsewhere"], "collections", []),
    ):
        assert run(words) == 0, words
        capsys.readouterr()
        assert run(["show", clip["uid"], "--json"]) == 0
        assert json.loads(capsys.readouterr().out)[key] == value, words


def test_trash_and_back(clipped: Path, capsys: Captured) -> None:
    assert run(["trash", "1"]) == 0
    capsys.readouterr()
    assert run(["list", "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["list", "--trash", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["trashed"] is True
    assert run(["restore", "1"]) == 0
    capsys.readouterr()
    assert run(["list", "--unfiled", "--json"]) == 0
    assert json.loads(capsys.readouterr().out)["trashed"] is False


def test_lists_of_tags_and_collections(clipped: Path, capsys: Captured) -> None:
    run(["tag", "add", "energy", "1"])
    run(["collection", "add", "A/B", "1"])
    capsys.readouterr()
    assert run(["tag", "list"]) == 0
    assert run(["tag", "list", "--json"]) == 0
    assert run(["collection", "list"]) == 0
    assert run(["collection", "list", "--json"]) == 0
    lines = capsys.readouterr().out.splitlines()
    assert lines[0] == "energy\t1\t1"
    assert json.loads(lines[1]) == {"name": "energy", "count": 1, "total": 1, "colour": None}
    assert lines[2:4] == ["A\t0", "A/B\t1"]
    assert [json.loads(line)["path"] for line in lines[4:]] == ["A", "A/B"]


def test_a_note_from_standard_input(clipped: Path, capsys: Captured, monkeypatch: pytest.MonkeyPatch) -> None:
    with (clipped.parent / "note.txt").open("w+", encoding="utf-8") as file:
        file.write("Two\nlines\n")
        file.seek(0)
        monkeypatch.setattr(sys, "stdin", file)
        assert run(["note", "1", "-"]) == 0
    capsys.readouterr()
    assert run(["note", "1"]) == 0
    assert capsys.readouterr().out == "Two\nlines\n"


def test_a_word_with_a_minus_is_a_word_of_the_search(clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    for words, found in ((["dredging", "-helicopters"], 1), (["dredging", "-barges"], 0), (["-h"], 1)):
        assert run(["search", *words, "--json"]) == 0
        assert len(capsys.readouterr().out.splitlines()) == found, words


def test_limit_and_full(clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    assert run(["list", "--limit", "0", "--json"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["list", "--limit", "1", "--json", "--full"]) == 0
    assert ENGLISH.paragraphs[0] in json.loads(capsys.readouterr().out)["text"]


@pytest.mark.parametrize("form", [[], ["--html"], ["--text"], ["--json"]])
def test_clean_needs_no_library(
    clipped: Path, library: Path, capsys: Captured, form: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CLIPPER_LIBRARY", str(library / "never"))
    capsys.readouterr()
    assert run(["clean", str(clipped), "--url", "https://courier.example/story", *form]) == 0
    out = capsys.readouterr().out
    assert ENGLISH.paragraphs[1] in out
    assert not (library / "never").exists()
    if form == ["--html"]:
        assert out.startswith("<")
        assert "<html" not in out
        assert "<body" not in out


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion(shell: str, capsys: Captured) -> None:
    assert run(["completion", shell]) == 0
    assert "_CLIPPER_COMPLETE" in capsys.readouterr().out


def test_completion_knows_the_commands() -> None:
    asked = {"_CLIPPER_COMPLETE": "bash_complete", "COMP_WORDS": "clipper sea", "COMP_CWORD": "1"}
    environment = {**os.environ, **asked}
    done = subprocess.run(PROGRAM, cwd=ROOT, env=environment, capture_output=True, text=True, check=False)
    assert "search" in done.stdout


def test_a_reader_that_goes_away_is_no_error(clipped: Path) -> None:
    command = [*PROGRAM, "list", "--json", "--full"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        said = running.stderr.read()
    assert (running.returncode, said) == (0, b"")


def test_clipping_goes_on_for_a_reader_that_went_away(library: Path, tmp_path: Path) -> None:
    files = []
    for number in range(3):
        files.append(tmp_path / f"{number}.html")
        files[-1].write_bytes(ENGLISH.page(f"https://courier.example/{number}"))
    command = [*PROGRAM, "clip", *map(str, files), "--json"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE) as running:
        assert running.stdout is not None
        running.stdout.close()
    assert running.returncode == 0
    listed = subprocess.run(
        [sys.executable, "-m", "clipper", "list", "--json"], capture_output=True, check=True
    )
    assert len(listed.stdout.splitlines()) == 3


def test_a_broken_settings_file_is_said_and_the_command_goes_on(tmp_path: Path, capsys: Captured) -> None:
    (tmp_path / "config").mkdir()
    (tmp_path / "config" / "settings.toml").write_text("theme = ", "utf-8")
    assert run(["list"]) == 0
    assert "settings.toml.broken" in capsys.readouterr().err


def test_a_new_library_is_said(library: Path, capsys: Captured) -> None:
    assert run(["list"]) == 0
    assert str(library) in capsys.readouterr().err
    assert run(["list"]) == 0
    assert str(library) not in capsys.readouterr().err


def test_the_demonstration_is_real(tmp_path: Path, capsys: Captured) -> None:
    assert run(["--library", str(tmp_path / "demo"), "demo"]) == 0
    said = capsys.readouterr().out
    assert "Stripped" in said
    assert (tmp_path / "press-review.pdf").read_bytes().startswith(b"%PDF")
    capsys.readouterr()
    assert run(["--library", str(tmp_path / "demo"), "show", "1", "--text"]) == 0
    assert len(capsys.readouterr().out.split()) > 100
