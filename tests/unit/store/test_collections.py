"""The tree of collections."""

from __future__ import annotations

import pytest

from clipper.article.clip import Filing
from clipper.article.organising import Look
from clipper.errors import BadColour, BadName, NoSuchCollection
from clipper.store import Library, acts, clips, collections
from tests.unit.store.making import keep, listed


def paths(library: Library) -> list[str]:
    with library.reading() as reading:
        return [node.path for node in collections.tree(reading)]


def make(library: Library, *wanted: str) -> None:
    with library.writing("make_collection") as writing:
        for path in wanted:
            collections.ensure(writing, path)


def test_parents_come_first_and_siblings_in_the_alphabet(library: Library) -> None:
    make(library, "b/y", "B/x", "a", "Éa", "f", "AC\\/DC/c\\d")
    assert paths(library) == ["a", "AC\\/DC", "AC\\/DC/c\\\\d", "b", "b/x", "b/y", "Éa", "f"]


def test_a_name_is_one_among_its_siblings_in_any_spelling(library: Library) -> None:
    make(library, "Straße", "STRASSE", "strasse/a", "other/straße")
    assert paths(library) == ["other", "other/straße", "Straße", "Straße/a"]


def test_a_hundred_levels(library: Library) -> None:
    deep = "/".join(f"c{n}" for n in range(100))
    number = keep(library, filing=Filing((deep,)))
    assert listed(library, "collection", "c0") == [number]
    make(library, "top")
    with pytest.raises(BadName) as refused, library.writing("move") as writing:
        collections.move(writing, "c0", "top")
    assert refused.value.why == "too_deep"
    assert "top/c0" not in paths(library)
    with library.writing("delete") as writing:
        collections.delete(writing, "c0")
    assert paths(library) == ["top"] and listed(library) == [number]


def test_filing_moving_and_taking_out(library: Library) -> None:
    a, b = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    with library.writing("file") as writing:
        collections.file(writing, [a, b], "One")
        collections.file(writing, [a], "one")
        collections.file(writing, [a], "Two")
        collections.move_clips(writing, [b], "Two")
        collections.take_out(writing, [a], "Two")
    with library.reading() as reading:
        assert [row.collections for row in clips.rows(reading, [a, b])] == [("One",), ("Two",)]
        assert {node.path: node.count for node in collections.tree(reading)} == {"One": 1, "Two": 1}


def test_renaming_and_moving(library: Library) -> None:
    number = keep(library, filing=Filing(("a/b/c",)))
    make(library, "x", "a/taken")
    with library.writing("rename") as writing:
        collections.rename(writing, "a/b", "B/C")
        collections.move(writing, "a/B\\/C", "x")
    assert paths(library) == ["a", "a/taken", "x", "x/B\\/C", "x/B\\/C/c"]
    assert listed(library, "collection", "x") == [number]
    with library.writing("move") as writing:
        collections.move(writing, "x/b\\/c/c", None)
    assert "c" in paths(library)


@pytest.mark.parametrize(
    ("path", "under", "why"),
    [
        ("a", "a", "inside_itself"),
        ("a", "a/b/c", "inside_itself"),
        ("x/b", "a", "taken"),
        ("x/b", "A", "taken"),
    ],
)
def test_a_move_that_cannot_be(library: Library, path: str, under: str, why: str) -> None:
    make(library, "a/b/c", "x/b")
    with pytest.raises(BadName) as refused, library.writing("move") as writing:
        collections.move(writing, path, under)
    assert refused.value.why == why


def test_a_name_that_is_taken_or_none(library: Library) -> None:
    make(library, "a/b", "a/c")
    for name, why in (("C", "taken"), (" ", "empty")):
        with pytest.raises(BadName) as refused, library.writing("rename") as writing:
            collections.rename(writing, "a/b", name)
        assert refused.value.why == why
    with library.writing("rename") as writing:
        collections.rename(writing, "a/b", "B")
    assert paths(library) == ["a", "a/B", "a/c"]


def test_what_is_not_there_is_said(library: Library) -> None:
    make(library, "a")
    for call in (
        collections.delete,
        lambda w, p: collections.rename(w, p, "x"),
        lambda w, p: collections.move(w, p, "a"),
    ):
        with pytest.raises(NoSuchCollection), library.writing("x") as writing:
            call(writing, "a/b")
    with pytest.raises(NoSuchCollection):
        listed(library, "collection", "nowhere")
    with library.reading() as reading:
        assert collections.find(reading, "A") is not None
        assert collections.find(reading, "") is None


def test_trashed_clips_are_not_counted(library: Library) -> None:
    number = keep(library, filing=Filing(("a",)))
    with library.writing("trash") as writing:
        clips.trash(writing, [number])
    with library.reading() as reading:
        assert collections.tree(reading)[0].count == 0
    assert listed(library, "collection", "a") == []


def test_merging_pours_one_into_another(library: Library) -> None:
    a = keep(library, "https://news.example/1", filing=Filing(("Old", "New/in")))
    b = keep(library, "https://news.example/2", filing=Filing(("Old/In/deep", "Old/only")))
    with library.writing("merge") as writing:
        collections.merge(writing, "old", "new")
    assert paths(library) == ["New", "New/in", "New/in/deep", "New/only"]
    assert listed(library, "collection", "New") == [b, a]
    assert listed(library, "collection", "New/in/deep") == [b]
    with library.reading() as reading:
        assert clips.rows(reading, [a])[0].collections == ("New", "New/in")
    acts.undo(library, None)
    assert paths(library) == ["New", "New/in", "Old", "Old/In", "Old/In/deep", "Old/only"]
    acts.redo(library)
    assert listed(library, "collection", "New") == [b, a]


def test_a_child_can_be_poured_into_its_parent_but_not_the_other_way(library: Library) -> None:
    number = keep(library, filing=Filing(("a/b/c",)))
    for into in ("a/b", "a", "a/b/c"):
        with pytest.raises(BadName) as refused, library.writing("merge") as writing:
            collections.merge(writing, "a", into)
        assert refused.value.why == "inside_itself"
    with library.writing("merge") as writing:
        collections.merge(writing, "a/b", "a")
    assert paths(library) == ["a", "a/c"] and listed(library, "collection", "a/c") == [number]


def test_colours_and_icons(library: Library) -> None:
    make(library, "a")
    with library.writing("show") as writing:
        collections.show_as(writing, "a", Look("#3AF", "⚓"))
    with library.reading() as reading:
        node = collections.tree(reading)[0]
    assert (node.colour, node.icon) == ("#33aaff", "⚓")
    with library.writing("show") as writing:
        collections.show_as(writing, "a", Look(colour=""))
    with library.reading() as reading:
        node = collections.tree(reading)[0]
    assert (node.colour, node.icon) == (None, "⚓")
    acts.undo(library, None)
    with library.reading() as reading:
        assert collections.tree(reading)[0].colour == "#33aaff"
    with pytest.raises(BadColour), library.writing("show") as writing:
        collections.show_as(writing, "a", Look("reddish"))
    with pytest.raises(BadName), library.writing("show") as writing:
        collections.show_as(writing, "a", Look(icon="x" * 41))
