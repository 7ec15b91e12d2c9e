"""The extraction bench reads a corpus, cleans it, and says how well that went."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from clipper.article.article import Article
from clipper.article.page import Page
from clipper.errors import PageTooHard
from tests.bench import __main__ as bench
from tests.bench import corpus, peers, programs
from tests.unit.bench.corpora import PARAGRAPHS, TITLE, write_corpus


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A corpus."""
    return write_corpus(tmp_path / "corpus")


def test_every_page_is_written_as_it_was_read(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert bench.main(["extraction", "--corpus", str(folder), "--predictions", str(out)]) == 0
    files = sorted(path.relative_to(out).as_posix() for path in out.rglob("*.json"))
    assert files == ["pieces/a.b-1.json", "texts/0001.json", "texts/0002.json"]
    for name in ("0001", "0002"):  # the second is in the charset that its server names
        answer = json.loads((out / "texts" / f"{name}.json").read_text("utf-8"))
        assert answer["text"].split("\n") == list(PARAGRAPHS)
        assert (answer["title"], answer["byline"]) == (TITLE, ["Jonna Bärg"])
        assert answer["published"].startswith("2024-05-14")
        assert set(answer) == {"text", "title", "byline", "published", "section"}


@pytest.mark.parametrize("jobs", ["1", "2"])
def test_the_figures_are_written_down(folder: Path, tmp_path: Path, jobs: str) -> None:
    target = tmp_path / "figures.json"
    words = ["extraction", "--corpus", str(folder), "--json", str(target), "--jobs", jobs]
    assert bench.main(words) == 0
    written = {each["name"]: each for each in json.loads(target.read_text("utf-8"))["figures"]}
    assert {"cpu all", "cpu texts", "cpu pieces", "slowest page"} <= written.keys()
    for name in ("f1 texts", "f1 pieces", "title texts", "byline texts", "day texts"):
        assert written[name]["value"] == 1
    assert written["cpu all"]["value"] > 0
    assert "title pieces" not in written  # no gold tells it


def test_pages_that_break_or_are_refused_count_as_empty_and_are_named(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean(pages: list[Page]) -> Article:
        if pages[0].url.startswith("https://islands"):
            raise PageTooHard(pages[0].url, "size")
        raise KeyError("a mistake of ours")

    monkeypatch.setattr(programs, "clean", clean)
    assert bench.main(["extraction", "--corpus", str(folder)]) == 0
    said = capsys.readouterr().err
    assert "clipper failed on texts/0001: page_too_hard" in said
    assert "clipper failed on texts/0002: BROKEN" in said
    assert "a mistake of ours" in said


def test_ctrl_c_ends_it(
    folder: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def clean(pages: list[Page]) -> Article:
        raise KeyboardInterrupt

    monkeypatch.setattr(programs, "clean", clean)
    assert bench.main(["extraction", "--corpus", str(folder)]) == 130
    assert capsys.readouterr().err.endswith("stopped\n")


def test_what_is_no_corpus_is_said(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["extraction", "--corpus", str(tmp_path)]) == 1
    assert "gold.jsonl" in capsys.readouterr().err
    (tmp_path / "set").mkdir()
    (tmp_path / "set" / "gold.jsonl").write_text('{"url": null}\n', "utf-8")
    assert bench.main(["extraction", "--corpus", str(tmp_path)]) == 1


@pytest.mark.parametrize("words", [["--peers", "nobody"], ["--jobs", "0"], []])
def test_words_that_are_not_understood(words: list[str], folder: Path) -> None:
    with pytest.raises(SystemExit, match="2"):
        bench.main(["extraction", *(["--corpus", str(folder)] if words else []), *words])


def test_peers_that_are_not_there_are_said(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(peers, "ENVIRONMENT", tmp_path / "nowhere")
    assert bench.main(["extraction", "--corpus", str(folder), "--peers", "trafilatura"]) == 1
    assert "make bench" in capsys.readouterr().err


def test_a_page_without_an_address_gets_one_that_nobody_answers(folder: Path) -> None:
    golds = {gold.id: gold for gold in corpus.read(folder)}
    assert golds["0002"].page().url == corpus.UNKNOWN_ADDRESS
    assert golds["0002"].page().header("content-type") == "text/html; charset=cp1252"
    assert golds["0001"].page().url == "https://islands.example/ferry"
