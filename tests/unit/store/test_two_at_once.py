"""Ten processes that write to one library at once: no error, nothing lost, searches right meanwhile."""

from __future__ import annotations

import json
import subprocess
import sys
from pathlib import Path
from typing import Any

from clipper.article.clip import ClipId
from clipper.jobs import Ticket
from clipper.store import Library, acts, clips, index
from clipper.store.check import check
from clipper.store.findables import how_many_wait
from tests.unit.store.making import found, keep

ROOT = Path(__file__).parents[3]
PROCESSES = 10
WRITES = 500


def start(folder: Path, seed: int) -> subprocess.Popen[str]:
    words = [str(folder), str(seed), str(WRITES)]
    command = [sys.executable, "-W", "error", "-m", "tests.unit.store.hammer", *words]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def answers_as_a_scan_does(library: Library) -> None:
    """A clip whose note or title did not change while it was looked for is found by it, by nothing older."""
    for number in range(1, PROCESSES + 1):
        before, after = said(library, number), None
        hits = found(library, before) if before else []
        after = said(library, number)
        if before and before == after:
            assert hits == [number], before


def said(library: Library, number: int) -> str | None:
    with library.reading() as reading:
        return clips.rows(reading, [ClipId(number)])[0].note


def test_ten_processes_write_at_once(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    for n in range(PROCESSES):
        keep(library, f"https://news.example/{n}", title=f"Story {n}", text="bank")
    running = [start(library.folder, seed) for seed in range(PROCESSES)]
    while any(each.poll() is None for each in running):
        answers_as_a_scan_does(library)
    for seed, process in enumerate(running):
        out, err = process.communicate()
        assert process.returncode == 0, err
        nothing_is_lost(library, seed, json.loads(out))
    with library.reading() as reading:
        last = acts.last(reading)
    assert last is not None and last.id == PROCESSES + PROCESSES * WRITES
    index.catch_up(library, Ticket())
    with library.reading() as reading:
        assert how_many_wait(reading) == 0
    answers_as_a_scan_does(library)
    assert check(library, Ticket()) == []
    library.close()


def nothing_is_lost(library: Library, seed: int, done: dict[str, Any]) -> None:
    """Every write that a process committed stands."""
    every = [ClipId(number) for number in range(1, PROCESSES + 1)]
    with library.reading() as reading:
        rows = {int(row.id): row for row in clips.rows(reading, every)}
    own = rows[seed + 1]
    assert (own.title, own.note, own.starred) == (done["title"], done["note"], done["starred"])
    assert all(name in rows[number].tags for number, name in done["tags"])
    assert all(path in rows[number].collections for number, path in done["paths"])
