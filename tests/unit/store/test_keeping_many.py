"""Keeping many clips in one act: the same as one after another."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from clipper.article.clip import ClipImage, Filing, NewClip
from clipper.article.organising import Rule
from clipper.errors import BadName
from clipper.jobs import Progress, Stopped, Ticket
from clipper.store import Library, acts, clips, index, keeping_many, rules
from clipper.store.check import check
from clipper.store.keeping_many import keep_many
from tests.unit.store.making import SetClock, everything, found, keep, listed, new_clip

ADDRESSES = st.sampled_from([f"https://news.example/{name}" for name in "abcdef"])
PICTURES = (
    ClipImage("https://news.example/p.png", "A dog", "Dog", "0" * 64, "image/png", 640, 480),
    ClipImage("https://news.example/q.png", None, None, None, None, None, None, "timed_out"),
)
ABOUT = st.fixed_dictionaries(
    {
        "url": ADDRESSES,
        "title": st.sampled_from(("A title", "Łódź\0", "北京")),
        "text": st.sampled_from(("Some text.", "", "x\ud800y")),
        "minute": st.integers(0, 3),
        "images": st.sampled_from(((), PICTURES)),
        "byline": st.sampled_from(((), ("Staff", "Agencies"))),
        "filing": st.builds(
            Filing,
            st.lists(st.sampled_from(("A", "a", "A/B", "B/C\\/D")), max_size=3).map(tuple),
            st.lists(st.sampled_from(("one", "ONE", "two/three", "Two / three")), max_size=3).map(tuple),
        ),
    },
    optional={"canonical_url": ADDRESSES},
)


def made(library: Library, about: list[dict[str, Any]]) -> list[NewClip]:
    return [new_clip(library, **each) for each in about]


def without_uids(library: Library) -> dict[str, list[tuple[Any, ...]]]:
    rows = everything(library)
    rows["clip"] = [(row[0], *row[2:]) for row in rows["clip"]]
    return rows


@settings(max_examples=15, deadline=None)
@given(st.lists(ABOUT, max_size=3), st.lists(ABOUT, max_size=8), st.integers(1, 4))
def test_many_are_kept_as_one_after_another(
    there: list[dict[str, Any]], about: list[dict[str, Any]], piece: int
) -> None:
    with tempfile.TemporaryDirectory() as folder, pytest.MonkeyPatch.context() as patched:
        patched.setattr(Library, "care", lambda _library: None)
        patched.setattr(keeping_many, "PIECE", piece)
        one_by_one = Library.open(Path(folder) / "one", SetClock())
        at_once = Library.open(Path(folder) / "many", SetClock())
        for library in (one_by_one, at_once):
            for each in there:
                keep(library, **each)
        before = without_uids(at_once)
        assert without_uids(one_by_one) == before
        with one_by_one.writing("import") as writing:
            kept = [clips.keep(writing, new) for new in made(one_by_one, about)]
        with at_once.writing("import") as writing:
            assert keep_many(writing, made(at_once, about), Ticket()) == kept
        after = without_uids(at_once)
        assert after == without_uids(one_by_one)
        assert {finding.code for finding in check(at_once, Ticket())} <= {"blob_missing"}  # the pictures
        assert writing.changes.clips == {number for number, _merged in kept}
        if about:
            acts.undo(at_once, None)
            assert without_uids(at_once) == before
            acts.redo(at_once)
            assert without_uids(at_once) == after
        one_by_one.close()
        at_once.close()


def test_it_is_one_act_that_undo_takes_back_over_a_restart(tmp_path: Path) -> None:
    library = Library.open(tmp_path / "library")
    about = [{"url": f"https://news.example/{n}", "text": "bank", "minute": n} for n in range(600)]
    said: list[Progress] = []
    with library.writing("import") as writing:
        kept = keep_many(writing, made(library, about), Ticket(said.append))
    assert [merged for _clip, merged in kept] == [False] * 600
    assert [(each.done, each.total, each.what) for each in said] == [
        (done, 600, "keeping") for done in range(0, 600, keeping_many.PIECE)
    ]
    assert listed(library) == [clip for clip, _merged in reversed(kept)]
    assert len(found(library, "bank")) == 600
    library.close()
    again = Library.open(library.folder)
    acts.undo(again, None)
    assert listed(again) == found(again, "bank") == []
    acts.redo(again)
    assert len(listed(again)) == len(found(again, "bank")) == 600
    again.close()


def test_stopping_and_a_bad_name_leave_nothing(library: Library) -> None:
    before = everything(library)
    news = made(library, [{"url": f"https://news.example/{n}"} for n in range(3)])
    ticket = Ticket(lambda _progress: ticket.cancel())
    keeping = keeping_many.PIECE
    try:
        keeping_many.PIECE = 2
        with pytest.raises(Stopped), library.writing("import") as writing:
            keep_many(writing, news, ticket)
    finally:
        keeping_many.PIECE = keeping
    bad = new_clip(library, "https://news.example/bad", filing=Filing((), (" ",)))
    with pytest.raises(BadName), library.writing("import") as writing:
        keep_many(writing, [*news, bad], Ticket())
    assert everything(library) == before


def test_nothing_is_kept_of_nothing(library: Library) -> None:
    with library.writing("import") as writing:
        assert keep_many(writing, [], Ticket()) == []
    assert writing.changes.act is None


def test_a_backlog_is_committed_now_and_then(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Library, "care", lambda _library: None)
    monkeypatch.setattr(index, "BATCH", 3)
    monkeypatch.setattr(index, "COMMIT", 6)
    monkeypatch.setattr(index, "MANY_WAIT", 5)
    with library.writing("import") as writing:
        keep_many(writing, made(library, [{"url": f"https://news.example/{n}"} for n in range(20)]), Ticket())
    said: list[Progress] = []

    def stop_late(progress: Progress) -> None:
        said.append(progress)
        if progress.done == 9:
            ticket.cancel()

    ticket = Ticket(stop_late)
    with pytest.raises(Stopped):
        index.catch_up(library, ticket)
    assert [each.done for each in said] == [0, 3, 6, 9] and {each.total for each in said} == {20}
    assert len(found(library, "title")) == 20
    said.clear()
    index.catch_up(library, Ticket(said.append))
    assert (said[0].done, said[0].total) == (0, 8)
    assert len(found(library, "title")) == 20 and check(library, Ticket()) == []


def test_rules_judge_each_clip_before_the_next_one_comes(library: Library) -> None:
    with library.writing("rule") as writing:
        rules.add(writing, Rule("twice", "is:duplicate", tags=("again",)))
    about = [{"url": f"https://news.example/{n}", "text": "the same"} for n in range(2)]
    with library.writing("import") as writing:
        kept = keep_many(writing, made(library, about), Ticket())
    assert listed(library, "tag", "again") == [kept[1][0]]
