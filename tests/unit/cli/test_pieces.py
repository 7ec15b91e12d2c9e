"""What was taken out, the blocks, the edits, and what cleaning again changed, as a person and a program read
them."""

from __future__ import annotations

import json
import sys
from pathlib import Path

import pytest

from clipper.article.article import Edit, Removal
from clipper.article.clip import ClipId
from clipper.cli import changed, pieces
from clipper.cli.main import run
from clipper.cli.output import Output
from clipper.errors import NothingLeft
from clipper.operations.comparing import FieldChange, Recleaned
from tests.stories.texts import ENGLISH

Captured = pytest.CaptureFixture[str]
Bytes = pytest.CaptureFixture[bytes]
REMOVALS = (
    Removal("furniture", "share", "Share\x1b[2J this", "/html/body/div[1]", 0),
    Removal("furniture", "related", "Read also", "/html/body/div[2]", 2),
    Removal("body", "footer", "All rights", "/html/body/footer", 9),
    Removal("future", "unheard_of", "Old", "", 0),
)
TOLD = Recleaned(
    ClipId(7),
    "changed",
    "Harbour\treopens",
    words_added=12,
    words_gone=3,
    added=tuple(f"New line {n}" for n in range(20)),
    gone=("Gone line\x1b",),
    fields=(FieldChange("title", None, "Harbour"),),
)


@pytest.fixture(autouse=True)
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A library of the test's own, and nobody's settings."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    for name in ("VISUAL", "EDITOR"):
        monkeypatch.delenv(name, raising=False)
    return tmp_path / "library"


@pytest.fixture
def clipped(library: Path, tmp_path: Path) -> Path:
    """A saved story, clipped as number 1."""
    file = tmp_path / "story.html"
    file.write_bytes(ENGLISH.page("https://courier.example/story"))
    assert run(["clip", str(file)]) == 0
    return file


def objects(capsys: Captured) -> list[dict[str, object]]:
    """The lines of JSON that were printed."""
    return [json.loads(line) for line in capsys.readouterr().out.splitlines()]


def test_a_pipe_gets_a_line_for_each_piece(capsysbinary: Bytes) -> None:
    pieces.removals_view(Output(), REMOVALS, 5)
    lines = [line.split("\t") for line in capsysbinary.readouterr().out.decode().splitlines()]
    assert [line[0] for line in lines] == ["1", "2", "3", "4"]
    assert [line[2] for line in lines] == [
        "before the article",
        "in the article, before block 3",
        "after the article",
        "",
    ]
    assert lines[0][4] == "Share[2J this"
    assert lines[0][1] == "Buttons to share the article"
    assert lines[3][1] != ""


def test_a_terminal_gets_the_whole_text_within_its_width(
    capsysbinary: Bytes, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "40")
    output = Output()
    output.terminal = True
    pieces.removals_view(output, [Removal("body", "outside", "word " * 80, "/html/body/div")], 1)
    shown = capsysbinary.readouterr().out.decode()
    assert shown.count("word") == 80
    assert max(map(len, shown.splitlines()[1:-1])) <= 40


def test_pieces_for_programs_have_all_keys() -> None:
    first, *_others, last = (pieces.of_removal(n, each, 5) for n, each in enumerate(REMOVALS, 1))
    assert set(first) == {"n", "step", "rule", "reason", "where", "position", "place", "text"}
    assert (first["where"], last["where"], last["place"]) == ("before", None, None)
    edit = pieces.of_edit(1, Edit("remove", "", "Words"))
    assert edit == {"n": 1, "kind": "remove", "place": None, "text": "Words"}


def test_what_changed_is_told_with_its_lines_in_a_preview(capsysbinary: Bytes) -> None:
    changed.changed_view(Output(), TOLD, lines=True)
    lines = capsysbinary.readouterr().out.decode().splitlines()
    assert lines[0] == "7\tHarbour reopens\t12 words new, 3 gone"
    assert lines[1] == "    title: – → Harbour"
    assert lines[2] == "    - Gone line"
    assert lines[3] == "    + New line 0"
    assert lines[-1] == "    + … (12)"
    changed.changed_view(Output(), Recleaned(ClipId(8), "unchanged", "Same"), lines=True)
    assert capsysbinary.readouterr().out == b""


def test_what_changed_for_programs() -> None:
    said = changed.of_recleaned(Recleaned(ClipId(9), "failed", error=NothingLeft("http://a.example/")))
    assert (said["id"], said["status"], said["added"]) == (9, "failed", [])
    assert isinstance(said["reason"], dict)
    assert said["reason"]["code"] == "nothing_left"
    assert len(str(changed.of_recleaned(TOLD)["added"]).split(",")) == 20
    assert changed.summary([TOLD], preview=True) == "1 clip would change, 0 stay as they are."


def test_a_clip_shows_what_was_taken_out_its_blocks_and_edits(clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    assert run(["show", "1", "--removed", "--json"]) == 0
    removed = objects(capsys)
    assert [each["n"] for each in removed] == list(range(1, len(removed) + 1))
    assert "Follow us everywhere" in [each["text"] for each in removed]
    assert run(["show", "1", "--blocks", "--json"]) == 0
    said = [each["text"] for each in objects(capsys)]
    assert [words for words in ENGLISH.paragraphs if words not in said] == []
    assert run(["show", "1", "--edits"]) == 0
    assert capsys.readouterr().out == ""
    assert run(["show", "1", "--removed", "--html"]) == 2
    assert run(["show", "1", "--removed"]) == 0
    assert "Follow us everywhere" in capsys.readouterr().out


def test_a_page_is_explained_without_a_library(tmp_path: Path, library: Path, capsys: Captured) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(ENGLISH.page("https://courier.example/story"))
    assert run(["clean", str(file), "--explain"]) == 0
    said = capsys.readouterr().out
    assert said.index(ENGLISH.paragraphs[-1]) < said.index("Follow us everywhere")
    assert run(["clean", str(file), "--explain", "--json"]) == 0
    (known,) = objects(capsys)
    assert isinstance(known["removals"], list)
    assert "Follow us everywhere" in [each["text"] for each in known["removals"]]
    assert run(["clean", str(file), "--explain", "--text"]) == 2
    assert not library.exists()


def test_cleaning_again_says_what_changed(clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    assert run(["clean-again", "--all", "--json"]) == 0
    (told,) = objects(capsys)
    assert (told["id"], told["status"], told["reason"]) == (1, "unchanged", None)
    assert run(["clean-again", "1"]) == 0
    assert capsys.readouterr().out == "0 clips changed, 1 stays as it is.\n"
    assert run(["clean-again", "1", "--preview"]) == 0
    assert run(["clean-again"]) == run(["clean-again", "1", "--all"]) == 2
    assert run(["clean-again", "77"]) == 1


def test_a_number_that_no_piece_has_is_told(clipped: Path, capsys: Captured) -> None:
    capsys.readouterr()
    for words in (["restore-part", "1", "99"], ["remove-part", "1", "99"], ["undo-edit", "1", "1"]):
        assert run(words) == 1
        assert "has no piece" in capsys.readouterr().err
        assert run([*words[:2], "0"]) == run([*words[:2], "x"]) == 2


def test_a_rule_is_written_shown_and_forgotten(library: Path, capsys: Captured) -> None:
    assert run(["site", "show", "courier.example"]) == 1
    assert run(["site", "edit", "courier.example", "--add", "strip", ".social", "--add", "keep", "//h2"]) == 0
    capsys.readouterr()
    assert run(["site", "list"]) == 0
    assert capsys.readouterr().out == "courier.example\n"
    assert run(["site", "show", "courier.example"]) == 0
    assert 'strip = [".social"]' in capsys.readouterr().out
    assert run(["site", "show", "courier.example", "--json"]) == 0
    (said,) = objects(capsys)
    assert (said["strip"], said["keep"], said["wait_for"]) == ([".social"], ["//h2"], [])
    assert run(["site", "edit", "courier.example", "--remove", "strip", ".social"]) == 0
    assert run(["site", "edit", "courier.example", "--add", "strip", "::"]) == 1
    assert run(["site", "edit", "courier.example", "--add", "colour", "x"]) == 2
    assert run(["site", "edit", "courier.example"]) == 2
    assert run(["site", "edit", "../x", "--add", "strip", ".a"]) == 1
    assert run(["site", "forget", "courier.example"]) == 0
    assert run(["undo"]) == 0
    assert (library / "sites" / "courier.example.toml").read_text().rstrip().endswith('keep = ["//h2"]')


def test_a_rule_is_written_in_an_editor(
    library: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Captured
) -> None:
    editor = tmp_path / "editor.py"
    editor.write_text("import sys; open(sys.argv[-1], 'a').write('strip = [')")
    monkeypatch.setenv("EDITOR", f'"{sys.executable}" "{editor}"')
    assert run(["site", "edit", "courier.example"]) == 1
    said = capsys.readouterr()
    assert "cannot be read" in said.err
    text = (library / "sites" / "courier.example.toml").read_text()
    assert text.startswith("# What Clipper knows of the pages of courier.example.")
    editor.write_text("")
    assert run(["site", "edit", "courier.example"]) == 1
    assert "Nothing was changed" in capsys.readouterr().err


def test_a_rule_is_tried_before_the_clips_are_cleaned_by_it(clipped: Path, capsys: Captured) -> None:
    assert run(["site", "test", "courier.example"]) == 1
    assert run(["site", "edit", "courier.example", "--add", "next_page", "a.next"]) == 0
    capsys.readouterr()
    assert run(["site", "test", "courier.example", "--json"]) == 0
    assert [each["id"] for each in objects(capsys)] == [1]
    assert run(["site", "clean-again", "courier.example"]) == 0
    assert capsys.readouterr().out.endswith("1 stays as it is.\n")
    assert run(["site", "clean-again", "nobody.example"]) == 0


def test_rules_of_another_program_are_imported(tmp_path: Path, library: Path, capsys: Captured) -> None:
    folder = tmp_path / "rules"
    folder.mkdir()
    (folder / "courier.example.txt").write_text("title: //h1\nfind_string: x\n")
    (folder / "other.example.txt").write_text("body: //article\nbody: //main\n")
    assert run(["site", "import", str(folder)]) == 0
    assert capsys.readouterr().out.splitlines() == [
        "courier.example\t1 selector",
        "    left out: find_string: x",
        "other.example\t2 selectors",
    ]
    assert (
        run(["site", "import", str(folder / "other.example.txt"), "--host", "third.example", "--json"]) == 0
    )
    assert objects(capsys) == [{"host": "third.example", "selectors": 2, "left_out": []}]
    assert run(["site", "import", str(folder), "--host", "third.example"]) == 2
    assert run(["site", "import", str(folder / "none.txt")]) == 1
