"""The text index: damage, rebuilding, several processes; searches are right all the while."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.article.asking import parse
from clipper.article.query import Scope
from clipper.jobs import Progress, Stopped, Ticket
from clipper.store import Library, clips, facts, index, textindex, words
from clipper.store.check import check
from clipper.store.findables import how_many_wait
from clipper.store.search import search
from tests.unit.store.making import START, found, keep, new_clip


@pytest.fixture
def indexed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Library]:
    """A library with clips in the index, whose caretaker sleeps."""
    monkeypatch.setattr(Library, "care", lambda _library: None)
    opened = Library.open(tmp_path / "library")
    for n in range(6):
        keep(opened, f"https://news.example/{n}", text=f"bank number {n} of the city", minute=n)
    index.catch_up(opened, Ticket())
    yield opened
    opened.close()


def generation(library: Library) -> Path:
    with library.reading() as reading:
        name = facts.read(reading, "index")
    assert name is not None
    return library.folder / "index" / name


def waiting(library: Library) -> int:
    with library.reading() as reading:
        return how_many_wait(reading)


def damage(folder: Path, how: str, ending: str) -> None:
    """Do to the files of that ending what a bad disk does."""
    files = [file for file in folder.iterdir() if file.name.endswith(ending)]
    assert files
    for file in files:
        content = file.read_bytes()
        if how == "gone":
            file.unlink()
        elif how == "cut":
            file.write_bytes(content[: len(content) // 2])
        else:
            middle = len(content) // 3
            file.write_bytes(
                content[:middle]
                + bytes(255 - b for b in content[middle : middle + 9])
                + content[middle + 9 :]
            )


ENDINGS = (".term", ".idx", ".pos", ".fast", ".fieldnorm", ".store", "meta.json")


@pytest.mark.parametrize("reopened", [True, False], ids=["later", "open"])
@pytest.mark.parametrize("ending", ENDINGS)
@pytest.mark.parametrize("how", ["gone", "cut", "flipped"])
def test_a_damaged_index_never_breaks_a_search(
    indexed: Library, how: str, ending: str, reopened: bool
) -> None:
    wanted = found(indexed, "bank")
    assert len(wanted) == 6
    broken = generation(indexed)
    if reopened:
        indexed.text_index.forget()
    damage(broken, how, ending)
    assert found(indexed, "bank") == wanted
    assert found(indexed, '"number 3"') == [4]
    index.catch_up(indexed, Ticket())
    assert found(indexed, "bank") == wanted
    assert check(indexed, Ticket()) == [] and waiting(indexed) == 0
    if generation(indexed) != broken:
        assert not broken.exists()


def test_a_folder_that_is_gone_or_empty_is_made_anew(indexed: Library) -> None:
    wanted = found(indexed, "bank")
    for step in range(2):
        indexed.text_index.forget()
        shutil.rmtree(generation(indexed) if step else indexed.folder / "index")
        assert found(indexed, "bank") == wanted
        index.catch_up(indexed, Ticket())
        assert found(indexed, "bank") == wanted and waiting(indexed) == 0


def test_another_analysers_index_is_rebuilt(indexed: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    old = generation(indexed)
    for module in (words, textindex):
        monkeypatch.setattr(module, "ANALYSER", words.ANALYSER + 1)
    assert len(found(indexed, "bank")) == 6
    index.catch_up(indexed, Ticket())
    assert generation(indexed) != old and len(found(indexed, "bank")) == 6


def test_an_index_that_lost_a_clip_is_noticed(indexed: Library) -> None:
    with indexed.text_index.writer(generation(indexed).name) as writer:
        textindex.put(writer, [], [3])
        textindex.commit(writer)
    findings = check(indexed, Ticket())
    assert [finding.code for finding in findings] == ["index_out_of_step"]
    index.catch_up(indexed, Ticket())
    assert len(found(indexed, "bank")) == 6 and check(indexed, Ticket()) == []


def test_who_finds_the_writer_taken_leaves_it(indexed: Library) -> None:
    keep(indexed, "https://news.example/new", text="bank")
    other = Library.open(indexed.folder)
    with other.text_index.writer(generation(indexed).name):
        index.catch_up(indexed, Ticket())
        assert waiting(indexed) == 1 and len(found(indexed, "bank")) == 7
    index.catch_up(other, Ticket())
    assert waiting(indexed) == 0 and len(found(indexed, "bank")) == 7
    other.close()


def test_a_clip_named_again_while_it_was_indexed_still_waits(
    indexed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    number = keep(indexed, "https://news.example/0", text="first")
    real = textindex.commit

    def commit_and_change(writer: object) -> None:
        real(writer)
        monkeypatch.setattr(textindex, "commit", real)
        with indexed.writing("note") as writing:
            clips.set_note(writing, number, "second")

    monkeypatch.setattr(textindex, "commit", commit_and_change)
    ticket = Ticket(lambda progress: seen.append(progress))
    seen: list[Progress] = []
    index.catch_up(indexed, ticket)
    assert [progress.what for progress in seen] == ["indexing", "indexing"]
    assert found(indexed, "second") == [number] and waiting(indexed) == 0


def test_ended_between_index_and_list_it_is_done_again(
    indexed: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    keep(indexed, "https://news.example/new", text="bank")

    def end(*_arguments: object) -> None:
        raise Stopped

    with monkeypatch.context() as patched:
        patched.setattr(index, "_strike_off", end)
        with pytest.raises(Stopped):
            index.catch_up(indexed, Ticket())
    assert waiting(indexed) == 1 and len(found(indexed, "bank")) == 7
    index.catch_up(indexed, Ticket())
    assert waiting(indexed) == 0 and len(found(indexed, "bank")) == 7 and check(indexed, Ticket()) == []


def test_cancelling_stops_and_loses_nothing(indexed: Library) -> None:
    keep(indexed, "https://news.example/new", text="bank")
    ticket = Ticket()
    ticket.cancel()
    with pytest.raises(Stopped):
        index.catch_up(indexed, ticket)
    assert len(found(indexed, "bank")) == 7


def test_the_caretaker_indexes_by_itself(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    done: list[bool] = []
    keep(library, text="bank")
    while not done:  # the test's own time limit ends it
        with library.reading() as reading:
            if how_many_wait(reading) == 0:
                done.append(True)
    assert found(library, "bank") == [1]
    library.close()


def test_many_waiting_clips_are_indexed_before_a_short_process_ends(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    with library.writing("import") as writing:
        for n in range(index.LEFT_WAITING):
            clips.keep(writing, new_clip(library, f"https://news.example/{n}"))
    library.close()
    again = Library.open(library.folder)
    assert waiting(again) == 0 and len(found(again, "title")) == index.LEFT_WAITING
    again.close()


def test_what_was_found_sound_is_remembered(indexed: Library) -> None:
    search(indexed, parse("bank", today=START.date()), Scope())
    remembered = json.loads((generation(indexed) / "sound.json").read_bytes())
    assert remembered and all(name.partition(".")[0].isalnum() for name in remembered)
