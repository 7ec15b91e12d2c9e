"""Deleting for good leaves no trace: looked for in the bytes of every file of the library."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
import zstandard

from clipper.article.anchoring import Anchor
from clipper.article.clip import ClipId, ClipImage, Filing
from clipper.article.fields import OwnText, Rewriting
from clipper.errors import CannotUndo, NoSuchClip, NoSuchTag
from clipper.jobs import Progress, Stopped, Ticket
from clipper.store import (
    Library,
    acts,
    backup,
    clips,
    documents,
    erasing,
    highlights,
    index,
    index_erasing,
    kept_copies,
    overlay,
    purge,
    queue,
    tags,
    textindex,
)
from clipper.store.check import check
from tests.unit.store.making import everything, found, keep, listed

MARK = "zqsecretqz"
URL = f"https://news.example/{MARK}"
WORDS = [f"word{n}" for n in range(400)]


@pytest.fixture
def real(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library by the true clock, because files carry true times; with clips around the secret one."""
    monkeypatch.setattr(Library, "care", lambda _library: None)
    library = Library.open(tmp_path / "library")
    chance = random.Random(1)
    for n in range(30):
        keep(library, f"https://news.example/{n}", title=f"Story {n}", text=words(chance))
        if n == 11:
            secret(library, words(chance))
    index.catch_up(library, Ticket())
    undone(library)
    yield library
    library.close()


def words(chance: random.Random) -> str:
    """A text, long enough for pages of its own now and then."""
    return " ".join(chance.choices(WORDS, k=chance.choice((5, 300, 1500))))


def secret(library: Library, text: str) -> ClipId:
    """A clip that has the mark wherever a clip can have words, and in the acts that changed it."""
    picture = library.blobs.put(f"picture {MARK}".encode())
    image = ClipImage(f"{URL}.png", MARK, MARK, picture, "image/png", 1, 1)
    about = {"title": f"{MARK} title", "byline": (MARK,), "images": (image,), "excerpt": MARK}
    number = keep(library, URL, text=f"{MARK} {text}", filing=Filing(("A",), ("t",)), **about)
    keep(library, URL, text=f"{MARK} again {text}", minute=5, **about)
    mine = Rewriting((("title", f"{MARK} mine"),), custom=((MARK, MARK),))
    for write in (
        lambda w: clips.set_note(w, number, f"{MARK} note"),
        lambda w: clips.set_note(w, number, f"{MARK} another note {text}"),
        lambda w: overlay.rewrite(w, [number], mine),
        lambda w: overlay.set_text(w, number, OwnText(f"<p>{MARK}</p>", f"{MARK} own")),
        lambda w: highlights.add(w, number, Anchor(MARK, "", " own", 0), "yellow", MARK),
        lambda w: clips.star(w, [number], on=True),
    ):
        with library.writing("test") as writing:
            write(writing)
    with library.writing("queue") as writing:
        queue.add(writing, [URL], Filing())
    return number


def undone(library: Library) -> None:
    """The secret clip is clipped again, which is undone: the journal alone has that version."""
    keep(library, URL, text=f"{MARK} undone", minute=9, title=MARK)
    acts.undo(library, None)


def traces(folder: Path) -> list[str]:
    """Files in which the mark stands, as it is or packed."""
    return [str(f.relative_to(folder)) for f in folder.rglob("*") if f.is_file() and MARK in content(f)]


def content(file: Path) -> str:
    data = file.read_bytes()
    unpacked = zstandard.decompress(data) if file.suffix == ".zst" else b""
    return (file.name.encode() + data + unpacked).decode("latin-1")


def the_secret(library: Library) -> ClipId:
    with library.reading() as reading:
        number = clips.find(reading, URL)
    assert number is not None
    return number


def terms(library: Library) -> list[str]:
    """Terms of the index's files that begin with the mark, those of deleted documents too."""
    generation = index.current(library)
    assert generation is not None
    searcher = library.text_index.searcher(generation)
    return [
        term
        for field in (*documents.EXACT, "pair")
        for term in textindex.terms_beginning(searcher, field, MARK, 10)
    ]


def test_no_trace_is_left(real: Library) -> None:
    others = [number for number in listed(real) if number != the_secret(real)]
    assert {Path(each).parts[0] for each in traces(real.folder)} >= {"library.db", "blobs"}
    assert terms(real) != []
    done = purge.purge(real, [the_secret(real)], Ticket())
    assert done.rest == () and done.backups == ()
    assert traces(real.folder) == [] and terms(real) == []
    assert listed(real) == others and found(real, MARK) == []
    assert sorted(found(real, '"word7 word8"')) == [n for n, text in texts(real) if " word7 word8 " in text]
    assert check(real, Ticket()) == []


def texts(library: Library) -> list[tuple[int, str]]:
    """Clips with their texts between blanks."""
    with library.reading() as reading:
        return [(n, f" {clips.load(reading, ClipId(n)).text} ") for n in sorted(listed(library))]


def test_in_small_and_large_libraries_and_whatever_was_done_before(tmp_path: Path) -> None:
    for seed in range(6):
        library = Library.open(tmp_path / str(seed))
        chance = random.Random(seed)
        for n in range(seed * 4):
            keep(library, f"https://news.example/{n}", text=words(chance))
        numbers = [secret(library, words(chance))]
        if seed % 2:
            index.catch_up(library, Ticket())
        for n in range(seed * 3):
            keep(library, f"https://news.example/x{n}", text=words(chance))
        undone(library)
        purge.purge(library, numbers, Ticket())
        library.close()
        assert traces(library.folder) == []


def test_what_other_clips_need_stays(real: Library) -> None:
    shared = real.blobs.put(b"a picture of both")
    image = ClipImage("https://news.example/both.png", None, None, shared, "image/png", 1, 1)
    one = keep(real, "https://news.example/one", images=(image,), filing=Filing(("A",), ("t",)))
    other = keep(real, "https://news.example/other", images=(image,), filing=Filing(("A",), ("t",)))
    with real.writing("tag") as writing:
        tags.tag(writing, [one, other], ["both"])
    purge.purge(real, [one], Ticket())
    assert real.blobs.has(shared)
    assert other in listed(real, "collection", "A") and listed(real, "tag", "both") == [other]
    acts.undo(real, None)
    with pytest.raises(NoSuchTag):
        listed(real, "tag", "both")
    acts.redo(real)
    assert listed(real, "tag", "both") == [other]
    assert check(real, Ticket()) == []


def test_nothing_brings_it_back(real: Library) -> None:
    number = the_secret(real)
    with real.writing("star") as writing:
        clips.star(writing, [number], on=False)
    star = writing.changes.act
    assert star is not None
    purge.purge(real, [number], Ticket())
    with pytest.raises(CannotUndo):
        acts.undo(real, star)
    with pytest.raises(NoSuchClip):
        purge.purge(real, [number], Ticket())


def test_one_that_is_not_there_stops_it_before_anything_is_deleted(real: Library) -> None:
    before = everything(real)
    with pytest.raises(NoSuchClip):
        purge.purge(real, [the_secret(real), ClipId(999)], Ticket())
    assert everything(real) == before


def test_a_file_that_somebody_is_about_to_name_stays(real: Library) -> None:
    number = the_secret(real)
    picture = real.blobs.put(f"picture {MARK}".encode())  # touched: a clip with it is on its way
    done = purge.purge(real, [number], Ticket())
    assert done.rest == ("files",) and real.blobs.has(picture)
    image = ClipImage(URL, None, None, picture, "image/png", 1, 1)
    keep(real, "https://news.example/late", images=(image,))
    assert purge.finish(real, Ticket()).rest == ()
    assert real.blobs.has(picture) and check(real, Ticket()) == []


def test_backups_and_old_copies(real: Library, tmp_path: Path) -> None:
    number = the_secret(real)
    for name in ("first", "second", "gone", "spoilt"):
        backup.backup(real, tmp_path / name, Ticket())
    shutil.copy(tmp_path / "first" / "library.db", real.folder / "library-before-003-from-002.db")
    shutil.rmtree(tmp_path / "gone")
    (tmp_path / "spoilt" / "library.db").write_bytes(b"no library")
    before = (tmp_path / "first" / "library.db").read_bytes()
    done = purge.purge(real, [number], Ticket())
    assert [(Path(each.path).name, each.standing) for each in done.backups] == [
        *(("first", "holds"), ("second", "holds"), ("spoilt", "unreadable")),
    ]
    assert (tmp_path / "first" / "library.db").read_bytes() == before
    assert not list(real.folder.glob("library-before-*")) and traces(real.folder) == []
    backup.backup(real, tmp_path / "later", Ticket())
    assert "later" not in [Path(each.path).name for each in kept_copies.backups(real, ["no such uid"])]
    assert traces(tmp_path / "later") == []


class Dies(Exception):  # noqa: N818 - stands for the end of the process
    """The process is ended here."""


def dies(*_arguments: object, **_named: object) -> None:
    raise Dies


@pytest.mark.parametrize(
    ("module", "name"),
    [
        (erasing, "remove_blobs"),
        (index_erasing, "erase"),
        (index_erasing, "_rewrite"),
        (index_erasing, "_dropped"),
        (kept_copies, "remove_old_copies"),
        (purge, "_rewrite_file"),
        (erasing, "finished"),
        (purge, "_empty_log"),
    ],
)
def test_ended_anywhere_it_goes_on(
    module: object, name: str, real: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = the_secret(real)
    with monkeypatch.context() as patched, pytest.raises(Dies):
        patched.setattr(module, name, dies)
        purge.purge(real, [number], Ticket())
    assert found(real, MARK) == [] and number not in listed(real)
    real.close()
    again = Library.open(real.folder)
    assert purge.finish(again, Ticket()).rest == ()
    again.close()
    assert traces(real.folder) == []


def test_cancelled_in_the_middle_some_are_gone_and_the_others_whole(
    real: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(purge, "PIECE", 5)
    seen: list[Progress] = []

    def listen(progress: Progress) -> None:
        seen.append(progress)
        if progress.done == 10:
            ticket.cancel()

    ticket = Ticket(listen)
    numbers = [ClipId(number) for number in sorted(listed(real))]
    with pytest.raises(Stopped):
        purge.purge(real, numbers, ticket)
    assert sorted(listed(real)) == numbers[15:] or sorted(listed(real)) == numbers[10:]
    assert seen[0] == Progress(0, 31, "deleting")
    purge.purge(real, [ClipId(number) for number in listed(real)], Ticket())
    assert listed(real) == [] and traces(real.folder) == [] and check(real, Ticket()) == []


def test_a_file_from_before_sqlite_overwrote_is_rewritten_once(real: Library) -> None:
    with real.transaction() as writing:
        writing.connection.exec_driver_sql("DELETE FROM library WHERE name = 'erases'")
    with closing(sqlite3.connect(real.file, isolation_level=None)) as file:
        file.execute("PRAGMA secure_delete = OFF")
        file.execute("CREATE TABLE old (words TEXT)")
        file.executemany("INSERT INTO old VALUES (?)", [(f"{MARK} {n} " * 500,) for n in range(20)])
        file.execute("DROP TABLE old")
        file.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    purge.purge(real, [the_secret(real)], Ticket())
    assert traces(real.folder) == []
