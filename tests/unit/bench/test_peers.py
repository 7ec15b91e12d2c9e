"""Peers answer from a process of their own; what they cannot do costs them the page and nobody else."""

from __future__ import annotations

import contextlib
import json
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.bench import __main__ as bench
from tests.bench import corpus, peer_program, peers
from tests.bench.options import CannotMeasure
from tests.bench.peers import Peers
from tests.unit.bench.corpora import PARAGRAPHS, TITLE, write_corpus

STAND_IN = f"""
import os, sys
sys.path.insert(0, {str(Path(peer_program.__file__).parent)!r})
import peer_program

def text(html, charset, url):
    if b"poison" in html:
        os._exit(3)
    if b"Ferry" not in html:
        raise ValueError("no ferry")
    page = peer_program.decoded(html, charset)
    return page if isinstance(page, str) else page.decode()

def known(html, charset, url):
    return {{"title": url, "byline": "Ann Lee", "published": None}}

peer_program.PEERS = {{"trafilatura": lambda: (text, known), "trafilatura-fast": lambda: sys.exit(3)}}
sys.exit(peer_program.main(sys.argv[1]))
"""


@pytest.fixture(autouse=True)
def stand_in(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In place of the real peers, which the suite does without."""
    program = tmp_path / "program.py"
    program.write_text(STAND_IN, "utf-8")
    monkeypatch.setattr(peers, "PROGRAM", program)
    monkeypatch.setattr(peers, "ENVIRONMENT", Path(sys.prefix))


@pytest.fixture
def peer() -> Iterator[Peers]:
    """One that knows pages about ferries."""
    with contextlib.closing(Peers(["trafilatura"])) as process:
        yield process


def test_it_is_told_address_and_charset(peer: Peers, tmp_path: Path) -> None:
    first, second = (gold for gold in corpus.read(write_corpus(tmp_path / "c")) if gold.set == "texts")
    found = peer.ask("trafilatura", first, first.html())
    assert (found.reading.title, found.reading.byline) == ("https://islands.example/ferry", ("Ann Lee",))
    assert found.seconds >= 0
    assert "Bärg" in found.reading.text
    assert "Bärg" in peer.ask("trafilatura", second, second.html()).reading.text


def test_one_that_fails_has_found_nothing_and_goes_on(peer: Peers, tmp_path: Path) -> None:
    gold = corpus.read(write_corpus(tmp_path / "c"))[0]
    failed = peer.ask("trafilatura", gold, b"<p>A train")
    assert failed.reading.text == ""
    assert failed.failed == "ValueError('no ferry')"
    assert peer.ask("trafilatura", gold, gold.html()).failed is None


def test_one_that_dies_over_a_page_is_there_for_the_next(peer: Peers, tmp_path: Path) -> None:
    gold = corpus.read(write_corpus(tmp_path / "c"))[0]
    assert peer.ask("trafilatura", gold, b"<p>poison").failed == "ended with 3"
    assert peer.ask("trafilatura", gold, gold.html()).failed is None


def test_one_that_does_not_begin_is_said() -> None:
    with pytest.raises(CannotMeasure, match="make bench"):
        Peers(["trafilatura-fast"])


def test_clipper_stands_beside_it(tmp_path: Path) -> None:
    target, folder = tmp_path / "figures.json", write_corpus(tmp_path / "c")
    words = ["extraction", "--corpus", str(folder), "--json", str(target), "--peers", "trafilatura"]
    assert bench.main(words) == 0
    written = {each["name"]: each for each in json.loads(target.read_text("utf-8"))["figures"]}
    assert (written["cpu all"]["yardstick"], written["cpu all"]["goal"]) == ("trafilatura", 0.5)
    assert (written["f1 texts"]["yardstick"], written["f1 texts"]["least"]) == ("trafilatura", 1)
    assert written["f1 texts"]["value"] > written["f1 texts"]["yardstick_value"] > 0
    assert written["slowest page"]["yardstick_value"] == 2000


def test_a_summary_becomes_lines() -> None:
    page = f"<div><h1>{TITLE}</h1><p>{PARAGRAPHS[0]} <b>B</b>old<!-- no --> end</p>one<br>two</div>"
    assert peer_program.as_text(page).split("\n") == [TITLE, f"{PARAGRAPHS[0]} Bold end", "one", "two"]
