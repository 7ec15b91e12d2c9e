"""How lists and clips look, on a terminal and in a pipe."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from clipper.article.clip import ClipId
from clipper.article.query import Hit
from clipper.cli.output import Output
from clipper.cli.views import clip_view, rows_view
from tests.unit.cli.test_json_lines import CLIP, ROW

Captured = pytest.CaptureFixture[bytes]


@pytest.fixture
def output(capsysbinary: Captured) -> Output:
    """Standard output of a pipe; a test may make it a terminal."""
    return Output()


def printed(capsysbinary: Captured) -> str:
    """What went to standard output."""
    return capsysbinary.readouterr().out.decode()


def test_a_pipe_gets_plain_lines_that_are_never_cut(output: Output, capsysbinary: Captured) -> None:
    long = replace(ROW, title="word " * 200 + "end", site="Coast\tCourier")
    rows_view(output, [long, replace(long, id=ClipId(8))])
    lines = printed(capsysbinary).splitlines()
    assert [line.split("\t")[0] for line in lines] == ["7", "8"]
    assert lines[0].split("\t")[2].endswith("word end")
    assert lines[0].split("\t")[3:] == ["Coast Courier", "mine"]


def test_a_terminal_gets_a_table_within_its_width(
    output: Output, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "60")
    monkeypatch.setenv("NO_COLOR", "1")
    output.terminal = True
    rows_view(output, [replace(ROW, title="港口重新开放 " * 9)])
    lines = printed(capsysbinary).splitlines()
    assert "★" in "".join(lines)
    assert max(len(line) for line in lines) <= 60


def test_a_narrow_terminal_keeps_the_titles(
    output: Output, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("COLUMNS", "32")
    monkeypatch.setenv("NO_COLOR", "1")
    output.terminal = True
    rows_view(output, [replace(ROW, title="Harbour opens", site="A site with a long name")])
    lines = printed(capsysbinary).splitlines()
    assert "Harbour" in "".join(lines)
    assert max(len(line) for line in lines) <= 32


def test_a_search_shows_where_the_words_stand(output: Output, capsysbinary: Captured) -> None:
    rows_view(output, [ROW], {ROW.id: Hit(7, 1.0, "two dredging\nbarges", ((4, 12),))})
    assert printed(capsysbinary).endswith("\ttwo dredging barges\n")


@pytest.mark.parametrize("terminal", [True, False])
def test_no_escape_sequence_of_a_page_gets_through(
    output: Output, capsysbinary: Captured, monkeypatch: pytest.MonkeyPatch, terminal: bool
) -> None:
    monkeypatch.setenv("NO_COLOR", "1")
    output.terminal = terminal
    evil = "evil\x1b]0;owned\x07 \x9b2J\u202e"
    row = replace(ROW, title=evil, site=evil, tags=(evil,), byline=(evil,), note=evil, collections=(evil,))
    rows_view(output, [row], {row.id: Hit(7, 1.0, evil, ((0, 4),))})
    clip_view(output, replace(CLIP, row=row, text=evil), {})
    shown = printed(capsysbinary).replace("\x1b[1m", "").replace("\x1b[0m", "")
    assert "evil" in shown
    assert [each for each in shown if each in "\x1b\x07\x9b\u202e"] == []


def test_a_clip_names_the_files_of_its_pictures(output: Output, capsysbinary: Captured) -> None:
    clip_view(output, CLIP, {"ab" * 32: Path("blobs") / "ab"})
    shown = printed(capsysbinary)
    assert str(Path("blobs") / "ab") in shown
    assert "(3 × 2)" in shown
    assert "A caption" in shown
    assert "2 years ago" in shown
    assert "Collections: A/B" in shown
