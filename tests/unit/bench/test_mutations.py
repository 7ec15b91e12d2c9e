"""The mutations bench names and keeps what breaks the cleaner, so that it can be repeated."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench import mutations
from tests.bench.mutations import Run, Trial
from tests.bench.pages import originals
from tests.unit.bench.corpora import markup, write_corpus


def test_every_mutant_of_every_page_is_tried(tmp_path: Path) -> None:
    target, folder = tmp_path / "figures.json", write_corpus(tmp_path / "corpus")
    words = ["mutations", "--corpus", str(folder), "--per-page", "4", "--json", str(target)]
    assert bench.main(words) == 0
    failures = json.loads(target.read_text("utf-8"))["figures"][0]
    assert (failures["name"], failures["value"], failures["yardstick_value"]) == ("failures", 0, 12)


def test_one_that_fails_is_kept_with_the_words_that_repeat_it(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(mutations, "broken_law", lambda _article: "is no good")
    folder, kept = write_corpus(tmp_path / "corpus"), tmp_path / "kept"
    words = ["mutations", "--corpus", str(folder), "--failures", str(kept)]
    assert bench.main([*words, "--seed", "7", "--only", "pieces/a.b-1/3"]) == 0
    assert "pieces/a.b-1/3 failed" in capsys.readouterr().err
    about = json.loads((kept / "7-pieces-a.b-1-3.json").read_text("utf-8"))
    assert about["failed"] == "is no good"
    assert about["repeat"] == "--seed 7 --only pieces/a.b-1/3"
    first = (kept / "7-pieces-a.b-1-3.html").read_bytes()
    assert first != markup()
    assert bench.main([*words, *about["repeat"].split()]) == 0
    assert (kept / "7-pieces-a.b-1-3.html").read_bytes() == first


def test_seeds_give_other_mutants() -> None:
    pages = originals(None)
    one, two = (Run(pages, seed) for seed in (1, 2))
    trials = [Trial(0, number) for number in range(10)]
    assert [one._mutant(each) for each in trials] != [two._mutant(each) for each in trials]


def test_a_mutant_that_is_none_is_said(capsys: pytest.CaptureFixture[str]) -> None:
    assert bench.main(["mutations", "--only", "forms/nobody/1"]) == 1
    assert "forms/nobody/1" in capsys.readouterr().err
