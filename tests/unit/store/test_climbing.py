"""A migration that is ended at any statement, or that fills the disk, leaves the library as it was."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from clipper.errors import DiskFull
from clipper.jobs import Ticket
from clipper.store import Library, engine, migrations
from clipper.store.check import check
from tests.unit.store.making import found, listed

LIBRARIES = sorted((Path(__file__).parents[2] / "data" / "libraries").glob("v*"))
OLD = LIBRARIES[:-1]


def name_of(folder: Path) -> str:
    return folder.name


class Ended(BaseException):
    """The process is ended here."""


class Stumbling:
    """A connection that ends the process at its statement number `at`."""

    def __init__(self, real: sqlite3.Connection, counter: list[int], at: int) -> None:
        self._real, self._counter, self._at = real, counter, at

    def execute(self, statement: str, *values: Any) -> sqlite3.Cursor:
        if statement != "ROLLBACK":
            self._counter[0] += 1
            if self._counter[0] == self._at:
                raise Ended
        return self._real.execute(statement, *values)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._real, name)


def content(file: Path) -> tuple[object, ...]:
    """The file's version, shape and rows."""
    with closing(engine.connect(file)) as opened:
        run = opened.execute
        assert run("PRAGMA integrity_check").fetchall() == [("ok",)]
        shape = run("SELECT type, name, sql FROM sqlite_master ORDER BY type, name").fetchall()
        names = [name for kind, name, _sql in shape if kind == "table" and not name.startswith("sqlite_")]
        rows = {name: run(f"SELECT * FROM {name} ORDER BY 1").fetchall() for name in names}
        return run("PRAGMA user_version").fetchone(), shape, rows


def is_whole(folder: Path) -> None:
    """It opens, has everything and is sound."""
    library = Library.open(folder)
    assert listed(library) == [3, 1] and found(library, "harbour master") == [1]
    assert check(library, Ticket()) == []
    library.close()


@pytest.mark.parametrize("kept", OLD, ids=name_of)
def test_ended_at_each_statement_it_is_the_old_one_or_the_new(
    kept: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    Library.open(Path(shutil.copytree(kept, tmp_path / "new"))).close()
    shutil.copytree(kept, tmp_path / "old")
    old, new = content(tmp_path / "old" / "library.db"), content(tmp_path / "new" / "library.db")
    folder = Path(shutil.copytree(kept, tmp_path / "library"))
    at, outcomes = 0, set()
    while "done" not in outcomes:
        at += 1
        shutil.copy(kept / "library.db", folder / "library.db")
        counter = [0]
        with monkeypatch.context() as patched:
            patched.setattr(
                migrations,
                "connect",
                lambda file, counter=counter, at=at: Stumbling(engine.connect(file), counter, at),
            )
            try:
                migrations.migrate(folder / "library.db")
                outcomes.add("done")
            except Ended:
                outcomes.add("ended")
        now = content(folder / "library.db")
        assert now == old or now[:2] == new[:2], at
    assert at > 50 and outcomes == {"ended", "done"}
    for _time in range(2):
        is_whole(folder)


@pytest.mark.parametrize("kept", OLD, ids=name_of)
@pytest.mark.parametrize("room", [0, 1, 3, 10])
def test_on_a_full_disk_it_stays_as_it_was(
    kept: Path, room: int, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The file may grow by so many pages."""
    folder = Path(shutil.copytree(kept, tmp_path / "library"))
    old = content(folder / "library.db")

    def connect(file: Path) -> sqlite3.Connection:
        opened = engine.connect(file)
        pages = opened.execute("PRAGMA page_count").fetchone()[0]
        opened.execute(f"PRAGMA max_page_count = {pages + room}")
        return opened

    with monkeypatch.context() as patched:
        patched.setattr(migrations, "connect", connect)
        with pytest.raises(DiskFull):
            Library.open(folder)
    assert content(folder / "library.db") == old
    is_whole(folder)
