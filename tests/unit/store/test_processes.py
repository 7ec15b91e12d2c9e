"""Several processes on one library, and processes that are ended in the middle."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from clipper.jobs import Ticket
from clipper.store import Library, clips, index
from clipper.store.check import check
from clipper.store.findables import how_many_wait
from tests.unit.store.making import everything, found, keep, listed

ROOT = Path(__file__).parents[3]


def start(folder: Path, what: str, number: int = 0) -> subprocess.Popen[str]:
    command = [sys.executable, "-W", "error", "-m", "tests.unit.store.worker", str(folder), what, str(number)]
    return subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)


def finish(process: subprocess.Popen[str], *, code: int = 0) -> None:
    process.communicate()
    assert process.returncode == code


def test_two_processes_make_a_new_library_and_write_at_once(tmp_path: Path) -> None:
    folder = tmp_path / "library"
    processes = [start(folder, "write", 15) for _each in range(2)]
    for process in processes:
        finish(process)
    library = Library.open(folder)
    assert len(listed(library)) == len(found(library, "bank")) == 30
    assert len(listed(library, "collection", "Shared/Place")) == len(listed(library, "tag", "shared")) == 30
    assert check(library, Ticket()) == []
    library.close()


def test_a_writer_waits_for_another_process_and_readers_do_not(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    number = keep(library)
    other = start(library.folder, "hold", number)
    assert other.stdout is not None and other.stdin is not None
    assert other.stdout.readline() == "held\n"
    assert listed(library) == [number] and listed(library, "starred") == []
    other.stdin.write("x")
    other.stdin.flush()
    with library.writing("note") as writing:
        clips.set_note(writing, number, "after it")
    finish(other)
    assert listed(library, "starred") == [number] and found(library, "after") == [number]
    library.close()


def test_ended_between_blob_and_row(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    keep(library, text="kept")
    before = everything(library)
    finish(start(library.folder, "die_before_row"), code=9)
    assert everything(library) == before and found(library, "never") == []
    assert len(list(library.blobs.all())) == 2
    assert check(library, Ticket()) == []
    library.close()


@pytest.mark.parametrize("what", ["die_before_index", "die_before_list"])
def test_ended_between_commit_and_index(tmp_path: Path, what: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "care", lambda _library: None)
    library = Library.open(tmp_path / "library")
    numbers = [keep(library, f"https://news.example/{n}", text="bank", minute=-n) for n in range(3)]
    finish(start(library.folder, what), code=9)
    with library.reading() as reading:
        assert how_many_wait(reading) == 3
    assert found(library, "bank") == numbers
    index.catch_up(library, Ticket())
    assert found(library, "bank") == numbers and check(library, Ticket()) == []
    library.close()
