"""Order by hand, of collections and of clips."""

from __future__ import annotations

from collections.abc import Callable
from typing import get_args

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clipper.article.clip import ClipId, Filing
from clipper.article.organising import Spot, Where
from clipper.article.query import Order, Scope
from clipper.errors import NoSuchCollection, NotInCollection
from clipper.store import Library, Writing, acts, clips, collections
from clipper.store.arranging import (
    collections_by_name,
    moved,
    newest_first,
    order_clips,
    order_collection,
)
from tests.unit.store.making import everything, keep, listed


def act(library: Library, write: Callable[[Writing], object]) -> None:
    with library.writing("test") as writing:
        write(writing)


def tree(library: Library) -> list[str]:
    with library.reading() as reading:
        return [node.path for node in collections.tree(reading)]


def make(library: Library, *paths: str) -> None:
    for path in paths:
        act(library, lambda w, path=path: collections.ensure(w, path))  # type: ignore[misc]


def five(library: Library, path: str = "Review") -> list[ClipId]:
    """Five clips of a collection, the newest first."""
    made = [keep(library, f"https://news.example/{n}", minute=n, filing=Filing((path,))) for n in range(5)]
    return made[::-1]


def order(library: Library, ids: list[ClipId], where: Where, other: ClipId | None = None) -> None:
    act(library, lambda w: order_clips(w, "Review", ids, where, other))


@given(st.lists(st.integers(), unique=True, min_size=1), st.data())
def test_moving_keeps_all_and_the_order_of_the_others(items: list[int], data: st.DataObject) -> None:
    chosen = data.draw(st.lists(st.sampled_from(items), unique=True))
    where: Where = data.draw(st.sampled_from(get_args(Where)))
    other = data.draw(st.sampled_from(items))
    result = moved(items, chosen, where, other)
    assert sorted(result) == sorted(items)
    for some in (chosen, [each for each in items if each not in chosen]):
        assert [each for each in result if each in some] == [each for each in items if each in some]


def test_collections_are_ordered_among_their_siblings(library: Library) -> None:
    make(library, "a", "b", "c/x", "c/y", "d")
    for path, spot, expected in (
        ("d", Spot("first"), ["d", "a", "b", "c"]),
        ("a", Spot("down"), ["d", "b", "a", "c"]),
        ("c", Spot("up"), ["d", "b", "c", "a"]),
        ("d", Spot("before", "A"), ["b", "c", "d", "a"]),
        ("b", Spot("after", "d"), ["c", "d", "b", "a"]),
        ("c", Spot("last"), ["d", "b", "a", "c"]),
        ("d", Spot("up"), ["d", "b", "a", "c"]),
        ("c", Spot("down"), ["d", "b", "a", "c"]),
    ):
        act(library, lambda w, path=path, spot=spot: order_collection(w, path, spot))  # type: ignore[misc]
        assert [path for path in tree(library) if "/" not in path] == expected
    act(library, lambda w: order_collection(w, "c/y", Spot("before", "c/x")))
    assert tree(library)[-3:] == ["c", "c/y", "c/x"]
    act(library, lambda w: order_collection(w, "c/y", Spot("after", "x")))
    assert tree(library)[-3:] == ["c", "c/x", "c/y"]
    make(library, "0")
    assert tree(library)[-1] == "0", "a new one stands behind those in the user's order"
    act(library, lambda w: collections_by_name(w, "a"))
    assert tree(library)[:3] == ["0", "a", "b"]


def test_a_collection_that_hangs_elsewhere_has_no_place_in_the_order_there(library: Library) -> None:
    make(library, "a", "b", "c/x", "c/y")
    act(library, lambda w: order_collection(w, "b", Spot("first")))
    act(library, lambda w: order_collection(w, "c/y", Spot("first")))
    act(library, lambda w: collections.move(w, "b", "c"))
    assert tree(library) == ["a", "c", "c/y", "c/x", "c/b"]


def test_only_siblings_are_ordered(library: Library) -> None:
    make(library, "a", "b/c")
    for path, spot in (("a", Spot("before", "b/c")), ("a", Spot("after", "none")), ("none", Spot("up"))):
        with pytest.raises(NoSuchCollection):
            act(library, lambda w, path=path, spot=spot: order_collection(w, path, spot))  # type: ignore[misc]


def test_clips_have_an_order_of_their_own_in_each_collection(library: Library) -> None:
    e, d, c, b, a = five(library)
    act(library, lambda w: collections.file(w, [a, e], "Other"))
    assert listed(library, "collection", "Review") == [e, d, c, b, a]
    for ids, where, other, expected in (
        ([a], "up", None, [e, d, c, a, b]),
        ([b], "before", d, [e, b, d, c, a]),
        ([e, d], "last", None, [b, c, a, e, d]),
        ([a, b], "first", None, [b, a, c, e, d]),
        ([c], "down", None, [b, a, e, c, d]),
        ([d], "after", a, [b, a, d, e, c]),
    ):
        order(library, ids, where, other)  # type: ignore[arg-type]
        assert listed(library, "collection", "Review") == expected
    assert listed(library, "collection", "Other") == [e, a]


def test_a_clip_that_arrives_goes_before_those_in_order(library: Library) -> None:
    e, d, c, b, a = five(library)
    order(library, [a], "before", c)
    assert listed(library, "collection", "Review") == [e, d, a, c, b]
    new = keep(library, "https://news.example/new", minute=3, filing=Filing(("Review",)))
    assert listed(library, "collection", "Review") == [e, new, d, a, c, b]
    inner = keep(library, "https://news.example/inner", minute=9, filing=Filing(("Review/In",)))
    assert listed(library, "collection", "Review") == [inner, e, new, d, a, c, b]
    act(library, lambda w: newest_first(w, "Review"))
    assert listed(library, "collection", "Review") == [inner, e, new, d, c, b, a]


def test_pages_follow_the_users_order(library: Library) -> None:
    e, d, c, b, a = five(library)
    order(library, [a], "first")
    scope = Scope("collection", "Review")
    with library.reading() as reading:
        assert clips.ids(reading, scope, None, 2) == [a, e]
        assert clips.ids(reading, scope, None, 2, e) == [d, c]
        assert clips.ids(reading, scope, None, None, c) == [b]
        assert clips.ids(reading, scope, Order("captured")) == [e, d, c, b, a]


def test_a_clip_in_the_trash_is_no_neighbour(library: Library) -> None:
    e, d, c, b, a = five(library)
    act(library, lambda w: clips.trash(w, [c]))
    order(library, [b], "up")
    assert listed(library, "collection", "Review") == [e, b, d, a]


def test_only_what_lies_in_a_collection_is_ordered_there(library: Library) -> None:
    e, *_others = five(library)
    stranger = keep(library, "https://news.example/stranger")
    for ids, other in (([stranger], e), ([e], stranger)):
        with pytest.raises(NotInCollection):
            order(library, ids, "before", other)


def test_every_order_is_undone_and_done_again(library: Library) -> None:
    _e, d, *_others, a = five(library)
    make(library, "x", "y")
    states = [everything(library)]
    for write in (
        lambda w: order_clips(w, "Review", [a], "before", d),
        lambda w: newest_first(w, "Review"),
        lambda w: order_collection(w, "y", Spot("first")),
        lambda w: collections_by_name(w, "y"),
    ):
        act(library, write)
        states.append(everything(library))
    library.close()
    again = Library.open(library.folder)
    for state in states[-2::-1]:
        acts.undo(again, None)
        assert everything(again) == state
    for state in states[1:]:
        acts.redo(again)
        assert everything(again) == state
    again.close()
