"""Opening a library, and what stands in the way."""

from __future__ import annotations

import errno
import os
import shutil
import sqlite3
import subprocess
import sys
import uuid
from contextlib import closing
from pathlib import Path
from types import SimpleNamespace

import pytest

from clipper.errors import DiskFull, LibraryBusy, LibraryDamaged, LibraryNewer, LibraryUnwritable
from clipper.store import Library, clips, engine, facts
from clipper.store.migrations import VERSION
from tests.unit.store.making import everything, keep, listed, new_clip

NEXT = VERSION + 1


def test_a_folder_is_made_and_everything_is_there_the_next_time(tmp_path: Path) -> None:
    folder = tmp_path / "new" / "Clipper Library ☂"
    library = Library.open(folder)
    number = keep(library)
    before = everything(library)
    library.close()
    again = Library.open(folder)
    assert everything(again) == before and listed(again) == [number]
    with again.reading() as reading:
        uid = facts.read(reading, "uid")
    assert uid is not None and uuid.UUID(uid).version == 7
    again.close()


def test_where_no_folder_can_be(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    for folder in (tmp_path / "file", tmp_path / "file" / "library"):
        with pytest.raises(LibraryUnwritable):
            Library.open(folder)


def test_a_file_that_is_no_library_is_left_alone(tmp_path: Path) -> None:
    (tmp_path / "a").mkdir()
    (tmp_path / "a" / "library.db").write_bytes(b"this is no database, and long enough to be one " * 40)
    with pytest.raises(LibraryDamaged):
        Library.open(tmp_path / "a")
    (tmp_path / "b").mkdir()
    with closing(sqlite3.connect(tmp_path / "b" / "library.db")) as other:
        other.execute("CREATE TABLE theirs (x)")
    before = (tmp_path / "b" / "library.db").read_bytes()
    with pytest.raises(LibraryDamaged) as refused:
        Library.open(tmp_path / "b")
    assert (tmp_path / "b" / "library.db").read_bytes() == before
    assert refused.value.why == "no_library"


def test_a_newer_library_is_refused_and_not_touched(library: Library) -> None:
    library.close()
    with closing(sqlite3.connect(library.file)) as file:
        file.execute(f"PRAGMA user_version = {NEXT}")
    before = library.file.read_bytes()
    with pytest.raises(LibraryNewer) as refused:
        Library.open(library.folder)
    assert (refused.value.version, refused.value.known) == (NEXT, VERSION)
    assert library.file.read_bytes() == before


@pytest.mark.parametrize(
    ("says", "opens"), [(f"version {NEXT} for {VERSION}", True), (f"version {NEXT} for {NEXT}", False)]
)
def test_a_newer_library_says_which_older_clipper_suits_it(library: Library, says: str, opens: bool) -> None:
    keep(library)
    library.close()
    with closing(sqlite3.connect(library.file)) as file:
        file.execute("UPDATE library SET value = ? WHERE name = 'suits'", (says,))
        file.commit()
        file.execute(f"PRAGMA user_version = {NEXT}")
    if not opens:
        with pytest.raises(LibraryNewer):
            Library.open(library.folder)
        return
    again = Library.open(library.folder)
    assert len(listed(again)) == 1
    again.close()


def test_reading_cannot_write(library: Library) -> None:
    with pytest.raises(LibraryUnwritable), library.reading() as reading:
        reading.connection.exec_driver_sql("DELETE FROM clip")


def test_another_program_that_holds_it_for_too_long(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(engine, "BUSY_S", 0.05)
    library = Library.open(tmp_path / "library")
    number = keep(library)
    with closing(sqlite3.connect(library.file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(LibraryBusy), library.writing("star") as writing:
            clips.star(writing, [number], on=True)
        assert listed(library) == [number]
    with library.writing("star") as writing:
        clips.star(writing, [number], on=True)
    library.close()


def test_a_full_disk_leaves_nothing_half_written(library: Library) -> None:
    keep(library)
    before = everything(library)
    big = new_clip(library, "https://news.example/big", text="x" * 500_000)
    with library.transaction() as writing:
        pages = writing.connection.exec_driver_sql("PRAGMA page_count").scalar()
        writing.connection.exec_driver_sql(f"PRAGMA max_page_count = {pages}")
    with pytest.raises(DiskFull), library.writing("clip") as act:
        clips.keep(act, big)
    assert everything(library) == before
    with library.transaction() as writing:
        writing.connection.exec_driver_sql("PRAGMA max_page_count = 1000000")
    with library.writing("clip") as act:
        clips.keep(act, big)
    assert len(listed(library)) == 2


def test_a_full_disk_leaves_no_piece_of_a_blob(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(_handle: int) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(DiskFull):
        library.blobs.put(b"picture")
    assert [file for file in library.blobs.folder.rglob("*") if file.is_file()] == []


@pytest.mark.parametrize(("free", "kind"), [(0, DiskFull), (1_000_000_000, LibraryUnwritable)])
def test_an_error_of_the_disk_is_a_full_disk_where_there_is_no_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, free: int, kind: type[Exception]
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _folder: SimpleNamespace(free=free))
    failed = sqlite3.OperationalError("disk I/O error")
    failed.sqlite_errorcode = sqlite3.SQLITE_IOERR_SHMSIZE
    with pytest.raises(kind), engine.translated(tmp_path):
        raise failed


def test_the_store_is_light_to_import() -> None:
    code = "import sys, clipper.store; print('sqlalchemy.orm' in sys.modules, 'alembic' in sys.modules)"
    said = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True).stdout
    assert said.split() == ["False", "False"]
