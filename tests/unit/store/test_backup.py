"""Backup, check and sweep."""

from __future__ import annotations

import os
import sqlite3
import time
from contextlib import closing
from pathlib import Path

import pytest

from clipper import i18n
from clipper.article.clip import ClipImage
from clipper.errors import LibraryDamaged, TargetUnwritable
from clipper.jobs import Stopped, Ticket
from clipper.store import Library, acts, backup, clips, index, sweep
from clipper.store.backup import Finding
from tests.unit.store.making import SetClock, everything, found, keep, listed


def with_picture(library: Library, url: str = "https://news.example/a") -> str:
    sha256 = library.blobs.put(f"picture of {url}".encode())
    keep(library, url, text="bank", images=(ClipImage(url, None, None, sha256, "image/png", 1, 1),))
    return sha256


def age(library: Library) -> None:
    """Let all blobs be two days old."""
    for _sha256, file in library.blobs.all():
        os.utime(file, (time.time() - 200_000, time.time() - 200_000))


def test_a_backup_is_a_whole_library(library: Library, tmp_path: Path) -> None:
    sha256 = with_picture(library)
    with library.writing("trash") as writing:
        clips.trash(writing, [clips.resolve(writing, "1")])
    acts.undo(library, None)
    index.catch_up(library, Ticket())
    (tmp_path / "copy").mkdir()
    assert backup.backup(library, tmp_path / "copy", Ticket()) == tmp_path / "copy"
    keep(library, "https://news.example/later")
    copy = Library.open(tmp_path / "copy")
    assert found(copy, "bank") == [1] and copy.blobs.get(sha256).startswith(b"picture")
    assert backup.check(copy, Ticket()) == []
    acts.redo(copy)
    assert listed(copy, "trash") == [1] and listed(library, "trash") == []
    index.catch_up(copy, Ticket())
    copy.close()
    assert [path.name for path in tmp_path.iterdir() if "part" in path.name] == []


def test_a_target_that_cannot_be(library: Library, tmp_path: Path) -> None:
    (tmp_path / "full").mkdir()
    (tmp_path / "full" / "file").write_text("x")
    for target in (tmp_path / "full", tmp_path / "full" / "file", tmp_path / "full" / "file" / "x"):
        with pytest.raises(TargetUnwritable):
            backup.backup(library, target, Ticket())
    with pytest.raises(TargetUnwritable) as refused:
        backup.backup(library, library.folder / "backup", Ticket())
    assert refused.value.why == "inside_library"
    assert (tmp_path / "full" / "file").read_text() == "x"


def test_a_cancelled_backup_leaves_nothing(library: Library, tmp_path: Path) -> None:
    with_picture(library)
    ticket = Ticket(lambda _progress: ticket.cancel())
    with pytest.raises(Stopped):
        backup.backup(library, tmp_path / "copy", ticket)
    assert [path.name for path in tmp_path.iterdir()] == ["library"]


def test_missing_and_damaged_blobs_are_found(library: Library) -> None:
    picture = with_picture(library)
    (clip,) = listed(library)
    values = (("sha256", picture), ("clips", str(clip)))
    assert backup.check(library, Ticket()) == []
    library.blobs.path(picture).write_bytes(b"other")
    assert backup.check(library, Ticket()) == [Finding("blob_damaged", values)]
    library.blobs.path(picture).unlink()
    assert backup.check(library, Ticket()) == [Finding("blob_missing", values)]
    acts.undo(library, None)
    assert backup.check(library, Ticket()) == [Finding("old_blob_missing", values[:1])]


@pytest.mark.parametrize("compress", [False, True])
def test_keeping_a_damaged_blob_again_mends_it(library: Library, compress: bool) -> None:
    data = b"a picture or page" * 9
    sha256 = library.blobs.put(data, compress=compress)
    (file,) = library.blobs.files(sha256)
    whole = file.read_bytes()
    for damaged in (b"", whole[:-3], whole[:5] + b"#" + whole[6:], b"#" * len(whole)):
        file.write_bytes(damaged)
        assert library.blobs.put(data, compress=compress) == sha256
        assert library.blobs.get(sha256) == data


def test_lost_rows_are_found(library: Library) -> None:
    with_picture(library)
    with closing(sqlite3.connect(library.file, isolation_level=None)) as file:
        file.execute("DELETE FROM version_text")
        file.execute("DELETE FROM capture")
    assert [finding.code for finding in backup.check(library, Ticket())] == ["row_lost"]


def test_a_damaged_file_is_found_or_refused(library: Library) -> None:
    for n in range(30):
        keep(library, f"https://news.example/{n}", text=f"text {n} " * 3000)
    library.close()
    content = bytearray(library.file.read_bytes())
    content[len(content) // 2 : len(content) // 2 + 40_000] = b"\xff" * 40_000
    library.file.write_bytes(content)
    damaged = Library.open(library.folder)
    assert {finding.code for finding in backup.check(damaged, Ticket())} == {"file_damaged"}
    with pytest.raises(LibraryDamaged), damaged.reading() as reading:
        for n in range(1, 31):
            clips.load(reading, clips.resolve(reading, str(n)))
    damaged.close()


def test_every_finding_has_a_sentence() -> None:
    for code in i18n.FINDINGS:
        assert i18n.finding_sentence(code, ()) != code


def test_the_sweep_takes_orphans_older_than_a_day_only(library: Library) -> None:
    named = with_picture(library)
    orphan = library.blobs.put(b"orphan")
    assert sweep.sweep(library) == 0 and library.blobs.has(orphan)
    age(library)
    young = library.blobs.put(b"young")
    (library.blobs.folder / ".new-left").write_bytes(b"half")
    os.utime(library.blobs.folder / ".new-left", (0, 0))
    assert sweep.sweep(library) == 1
    assert library.blobs.has(named) and library.blobs.has(young) and not library.blobs.has(orphan)
    assert not (library.blobs.folder / ".new-left").exists()
    assert backup.check(library, Ticket()) == []


def test_using_an_old_blob_again_keeps_it(library: Library) -> None:
    orphan = library.blobs.put(b"orphan")
    packed = library.blobs.put(b"page", compress=True)
    age(library)
    assert library.blobs.put(b"orphan") == orphan and library.blobs.put(b"page", compress=True) == packed
    assert sweep.sweep(library) == 0
    assert library.blobs.get(orphan) == b"orphan" and library.blobs.get(packed) == b"page"


def test_what_a_redo_would_bring_back_is_not_swept(library: Library) -> None:
    picture = with_picture(library)
    acts.undo(library, None)
    age(library)
    assert sweep.sweep(library) == 0
    acts.redo(library)
    assert library.blobs.has(picture) and backup.check(library, Ticket()) == []
    acts.undo(library, None)
    with_picture(library, "https://news.example/other")
    age(library)
    assert sweep.sweep(library) == 1
    assert not library.blobs.has(picture)


def test_the_sweep_is_due_once_a_day(library: Library, clock: SetClock) -> None:
    sweep.sweep_if_due(library)
    library.blobs.put(b"orphan")
    age(library)
    sweep.sweep_if_due(library)
    assert len(list(library.blobs.all())) == 1
    clock.go_on(days=2)
    sweep.sweep_if_due(library)
    assert list(library.blobs.all()) == []


def test_a_cut_picture_is_written_anew(library: Library) -> None:
    sha256 = library.blobs.put(b"picture")
    library.blobs.path(sha256).write_bytes(b"pic")
    assert library.blobs.put(b"picture") == sha256 and library.blobs.get(sha256) == b"picture"


def test_a_blob_that_is_not_there_is_said(library: Library) -> None:
    assert not library.blobs.has("0" * 64)
    with pytest.raises(LibraryDamaged):
        library.blobs.get("0" * 64)
    assert everything(library)["clip"] == []
