"""The binder keeps its promises: a process of its own, killed when cancelled, nothing left behind."""

from __future__ import annotations

import os
import tempfile
import threading
from datetime import UTC, datetime
from pathlib import Path

import pytest

from clipper.book import Book, press_review
from clipper.errors import TargetUnwritable, TypesettingFailed
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations.binder import ProcessBinder
from clipper.operations.ports import Binder

NAUGHTY: Binder = ProcessBinder("tests.unit.operations.naughty_typesetter")


@pytest.fixture(autouse=True)
def scratch(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where this computer keeps temporary files."""
    folder = tmp_path / "scratch"
    folder.mkdir()
    monkeypatch.setattr(tempfile, "tempdir", str(folder))
    return folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    """Where the book is wanted; one stands there already."""
    folder = tmp_path / "wanted"
    folder.mkdir()
    (folder / "book.pdf").write_bytes(b"before")
    return folder / "book.pdf"


def book(title: str) -> Book:
    """A book of nothing, whose title says how its typesetter is to behave."""
    return press_review([], title=title, made=datetime.now(UTC))


def alive(process: int) -> bool:
    """Whether there is such a process."""
    try:
        os.kill(process, 0)
    except ProcessLookupError:
        return False
    return True


def untouched(target: Path, scratch: Path) -> bool:
    """Whether everything is as it was."""
    there = [file.name for file in target.parent.iterdir()]
    return there == ["book.pdf"] and target.read_bytes() == b"before" and not list(scratch.iterdir())


def test_binds_in_another_process_and_reports(target: Path, scratch: Path) -> None:
    reported: list[Progress] = []
    process = NAUGHTY.bind(book("well"), {}, target, Ticket(reported.append))
    assert process != os.getpid()
    assert not alive(process)
    assert target.read_bytes() == b"%PDF half"
    assert not list(scratch.iterdir())
    assert {each.what for each in reported} == {"typesetting"}


def test_cancelled_it_is_killed_and_leaves_nothing(target: Path, scratch: Path, tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "started") if hasattr(os, "mkfifo") else pytest.fail("needs a named pipe")
    ticket = Ticket()
    process: list[int] = []

    def cancel_once_it_hangs() -> None:
        process.append(int((tmp_path / "started").read_text("utf-8")))
        ticket.cancel()

    watcher = threading.Thread(target=cancel_once_it_hangs)
    watcher.start()
    with pytest.raises(Stopped):
        NAUGHTY.bind(book("hang"), {"started": tmp_path / "started"}, target, ticket)
    watcher.join()
    assert not alive(process[0])
    assert untouched(target, scratch)


def test_cancelled_beforehand_it_does_not_begin(target: Path, scratch: Path) -> None:
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Stopped):
        NAUGHTY.bind(book("well"), {}, target, ticket)
    assert untouched(target, scratch)


@pytest.mark.parametrize(
    ("wish", "error"), [("die", TypesettingFailed), ("refuse", TypesettingFailed), ("bug", KeyError)]
)
def test_a_failure_leaves_what_was_there(
    wish: str, error: type[Exception], target: Path, scratch: Path
) -> None:
    with pytest.raises(error):
        NAUGHTY.bind(book(wish), {}, target, Ticket())
    assert untouched(target, scratch)


def test_a_folder_that_is_not_there_is_said(tmp_path: Path, scratch: Path) -> None:
    with pytest.raises(TargetUnwritable) as caught:
        NAUGHTY.bind(book("well"), {}, tmp_path / "nowhere" / "book.pdf", Ticket())
    assert caught.value.path == str(tmp_path / "nowhere" / "book.pdf")
    assert not list(scratch.iterdir())
