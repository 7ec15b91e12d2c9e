"""Undo and redo."""

from __future__ import annotations

import tempfile
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from clipper.article.clip import ClipId, ClipImage, Filing
from clipper.article.organising import Rule, Spot
from clipper.article.query import Scope
from clipper.errors import (
    BadName,
    CannotRedo,
    CannotUndo,
    NoSuchClip,
    NoSuchCollection,
    NoSuchTag,
    NotInCollection,
)
from clipper.store import Library, Writing, acts, clips, collections, journal, rules, tags
from clipper.store.arranging import order_clips, order_collection
from tests.unit.store.making import everything, found, keep, listed, new_clip


def act(library: Library, write: Callable[[Writing], object], code: str = "test") -> int | None:
    with library.writing(code) as writing:
        write(writing)
    return writing.changes.act


def starred(library: Library) -> list[int]:
    return listed(library, "starred")


def test_the_latest_act_is_undone_and_done_again(library: Library) -> None:
    number = keep(library)
    act(library, lambda w: clips.star(w, [number], on=True), "star")
    changes = acts.undo(library, None)
    assert changes.clips == {number} and changes.act is None
    assert starred(library) == []
    changes = acts.redo(library)
    assert changes.clips == {number} and changes.act is not None
    assert starred(library) == [number]
    with pytest.raises(CannotRedo) as refused:
        acts.redo(library)
    assert refused.value.why == "nothing_undone"


def test_undoing_a_clip_takes_it_away_and_redo_brings_it_back_whole(library: Library) -> None:
    picture = library.blobs.put(b"picture")
    image = ClipImage("https://news.example/p.png", None, None, picture, "image/png", 1, 1)
    number = keep(library, text="Only here.", images=(image,), filing=Filing(("A/B",), ("t",)))
    before = everything(library)
    acts.undo(library, None)
    assert listed(library) == [] and found(library, "only") == []
    assert all(not rows for rows in everything(library).values())
    with library.reading() as reading:
        assert collections.tree(reading) == [] and tags.counts(reading) == []
    assert library.blobs.has(picture)
    acts.redo(library)
    assert everything(library) == before
    assert found(library, "only") == [number]


def test_undo_works_after_a_restart(library: Library) -> None:
    number = keep(library)
    act(library, lambda w: clips.set_note(w, number, "a note"))
    library.close()
    again = Library.open(library.folder)
    acts.undo(again, None)
    with again.reading() as reading:
        assert clips.load(reading, number).row.note is None
        assert acts.last(reading) is not None
    again.close()


def test_what_was_changed_since_is_not_overwritten(library: Library) -> None:
    number = keep(library)
    first = act(library, lambda w: clips.set_note(w, number, "one"))
    act(library, lambda w: clips.set_note(w, number, "two"))
    with pytest.raises(CannotUndo) as refused:
        acts.undo(library, first)
    assert refused.value.why == "changed_since"
    with library.reading() as reading:
        assert clips.load(reading, number).row.note == "two"


def test_a_change_of_something_else_since_does_not_matter(library: Library) -> None:
    a, b = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    star = act(library, lambda w: clips.star(w, [a, b], on=True))
    act(library, lambda w: clips.mark_read(w, [a], on=True))
    acts.undo(library, star)
    assert starred(library) == []
    with library.reading() as reading:
        assert [row.read for row in clips.rows(reading, [a, b])] == [True, False]


def test_a_clip_that_was_worked_on_since_is_not_taken_away(library: Library) -> None:
    number = keep(library)
    with library.reading() as reading:
        last = acts.last(reading)
    assert last is not None and last.code == "clip"
    act(library, lambda w: tags.tag(w, [number], ["x"]))
    with pytest.raises(CannotUndo) as refused:
        acts.undo(library, last.id)
    assert refused.value.why == "changed_since"
    assert listed(library, "tag", "x") == [number]


def test_a_tag_or_collection_that_later_acts_use_stays(library: Library) -> None:
    a, b = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    tagging = act(library, lambda w: tags.tag(w, [a], ["x"]))
    act(library, lambda w: tags.tag(w, [b], ["x"]))
    filing = act(library, lambda w: collections.file(w, [a], "A"))
    act(library, lambda w: collections.ensure(w, "A/B"))
    acts.undo(library, tagging)
    acts.undo(library, filing)
    assert listed(library, "tag", "x") == [b]
    assert listed(library, "collection", "A/B") == [] and listed(library, "unfiled") == [b, a]
    acts.redo(library)
    acts.redo(library)
    assert listed(library, "tag", "x") == [b, a] and listed(library, "collection", "A") == [a]


def test_a_new_act_ends_what_could_be_done_again(library: Library) -> None:
    number = keep(library)
    act(library, lambda w: clips.star(w, [number], on=True))
    acts.undo(library, None)
    act(library, lambda w: clips.mark_read(w, [number], on=True))
    with pytest.raises(CannotRedo):
        acts.redo(library)


def test_nothing_to_undo_is_said(library: Library) -> None:
    for wanted, why in ((None, "nothing"), (7, "not_done")):
        with pytest.raises(CannotUndo) as refused:
            acts.undo(library, wanted)
        assert refused.value.why == why


def test_an_act_that_fails_leaves_no_trace(library: Library) -> None:
    number = keep(library)
    before = everything(library)

    def fail(writing: Writing) -> None:
        clips.star(writing, [number], on=True)
        collections.ensure(writing, "A/\0")

    with pytest.raises(BadName):
        act(library, fail)
    assert everything(library) == before
    acts.undo(library, None)
    assert listed(library) == []


def test_two_hundred_acts_are_kept(library: Library, monkeypatch: pytest.MonkeyPatch) -> None:
    assert journal.KEPT_ACTS == 200
    monkeypatch.setattr(journal, "KEPT_ACTS", 5)
    number = keep(library)
    for step in range(9):
        act(library, lambda w, step=step: clips.set_note(w, number, f"note {step}"))  # type: ignore[misc]
    for _step in range(5):
        acts.undo(library, None)
    with pytest.raises(CannotUndo):
        acts.undo(library, None)
    with library.reading() as reading:
        assert clips.load(reading, number).row.note == "note 3"


def test_a_long_text_is_not_stored_twice(library: Library) -> None:
    keep(library, text="long " * 20_000)
    with library.reading() as reading:
        count = "SELECT sum(length(coalesce(before, '')) + length(coalesce(after, ''))) FROM act_change"
        size = reading.connection.exec_driver_sql(count).scalar()
    assert size is not None and size < 2_000


names = st.sampled_from(["a", "A", "b", "a/b", "a/c", "b/a", "c\\/d"])
some = st.lists(st.integers(0, 3), max_size=3)
steps = st.one_of(
    st.tuples(st.just("clip"), st.integers(0, 3), names),
    st.tuples(st.sampled_from(["star", "unstar", "read", "trash", "restore"]), some, st.none()),
    st.tuples(st.sampled_from(["tag", "untag", "file", "take_out", "move_clips"]), some, names),
    st.tuples(st.sampled_from(["rename_tag", "rename_collection", "move_collection"]), names, names),
    st.tuples(st.sampled_from(["merge_tag", "merge_collection"]), names, names),
    st.tuples(st.just("order_collection"), names, st.sampled_from(["up", "down", "first", "last"])),
    st.tuples(st.just("order_clips"), some, names),
    st.tuples(st.just("rule"), names, names),
    st.tuples(st.sampled_from(["delete_tag", "delete_collection"]), names, st.none()),
    st.tuples(st.just("note"), st.integers(0, 3), st.sampled_from(["", "x", "y"])),
)


def perform(library: Library, writing: Writing, step: tuple[str, object, object]) -> None:
    """One step; the numbers in it are places in the list of all clips."""
    name, what, other = step
    every = sorted({*clips.ids(writing, Scope("all")), *clips.ids(writing, Scope("trash"))})
    if name == "clip":
        title, path = f"Story {what}", str(other)
        new = new_clip(library, f"https://news.example/{what}", title=title, filing=Filing((path,), (path,)))
        clips.keep(writing, new)
        return
    chosen = [every[n % len(every)] for n in what] if isinstance(what, list) and every else []
    path = str(other)
    calls: dict[str, Callable[[], object]] = {
        "star": lambda: clips.star(writing, chosen, on=True),
        "unstar": lambda: clips.star(writing, chosen, on=False),
        "read": lambda: clips.mark_read(writing, chosen, on=True),
        "trash": lambda: clips.trash(writing, chosen),
        "restore": lambda: clips.restore(writing, chosen),
        "tag": lambda: tags.tag(writing, chosen, [path, "both"]),
        "untag": lambda: tags.untag(writing, chosen, [path]),
        "file": lambda: collections.file(writing, chosen, path),
        "take_out": lambda: collections.take_out(writing, chosen, path),
        "move_clips": lambda: collections.move_clips(writing, chosen, path),
        "rename_tag": lambda: tags.rename(writing, str(what), path),
        "merge_tag": lambda: tags.merge(writing, str(what), path),
        "merge_collection": lambda: collections.merge(writing, str(what), path),
        "order_collection": lambda: order_collection(writing, str(what), Spot(other)),  # type: ignore[arg-type]
        "order_clips": lambda: order_clips(writing, path, chosen, "up", None),
        "rule": lambda: rules.add(writing, Rule(str(what), f"tag:{what}", (path,), (path,))),
        "delete_tag": lambda: tags.delete(writing, str(what)),
        "rename_collection": lambda: collections.rename(writing, str(what), path),
        "move_collection": lambda: collections.move(writing, str(what), path),
        "delete_collection": lambda: collections.delete(writing, str(what)),
        "note": lambda: clips.set_note(writing, ClipId(every[0] if every else 99), path),
    }
    calls[name]()


@example([("clip", 0, "b/a"), ("delete_collection", "b", None)])
@settings(max_examples=25, deadline=None)
@given(st.lists(steps, max_size=14))
def test_any_acts_undone_give_the_same_rows_and_done_again_too(
    sequence: list[tuple[str, object, object]],
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        library = Library.open(Path(folder) / "library")
        states = [everything(library)]
        for step in sequence:
            try:
                number = act(library, lambda w, step=step: perform(library, w, step))  # type: ignore[misc]
            except (BadName, NoSuchClip, NoSuchCollection, NoSuchTag, NotInCollection):
                assert everything(library) == states[-1]
                continue
            if number is not None:
                states.append(everything(library))
            assert everything(library) == states[-1]
        for state in states[-2::-1]:
            acts.undo(library, None)
            assert everything(library) == state
        for state in states[1:]:
            acts.redo(library)
            assert everything(library) == state
        for state in states[-2::-1]:
            acts.undo(library, None)
            assert everything(library) == state
        library.close()
