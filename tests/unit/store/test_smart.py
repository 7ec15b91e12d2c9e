"""Smart collections."""

from __future__ import annotations

import pytest

from clipper.article.asking import parse
from clipper.article.organising import Look, SmartCollection, Spot
from clipper.article.query import Order, Scope
from clipper.errors import AsksNothing, BadColour, BadName, NoSuchSmartCollection
from clipper.store import Library, acts, smart
from clipper.store.facets import facets
from clipper.store.search import answering, search, search_sorted
from tests.unit.store.making import START, SetClock, everything, found, keep


def make(library: Library, name: str, query: str, **look: str) -> None:
    with library.writing("make_smart") as writing:
        smart.add(writing, SmartCollection(name, query, **look))


def edit(library: Library, name: str, **given: str) -> None:
    with library.writing("edit_smart") as writing:
        smart.edit(writing, name, **given)  # type: ignore[arg-type]


def names(library: Library) -> list[str]:
    with library.reading() as reading:
        return [each.name for each in smart.listed(reading)]


def inside(library: Library, name: str) -> set[int]:
    with library.reading() as reading:
        return set(answering(library, reading, None, Scope("smart", name)))


def test_it_is_a_place_to_look_in(library: Library) -> None:
    ferry = keep(library, "https://news.example/1", title="Ferry", text="The harbour was closed.")
    barge = keep(library, "https://news.example/2", title="Barge", text="The harbour was open.")
    keep(library, "https://news.example/3", title="Ferry", text="In the mountains.")
    make(library, "Ports", "harbour OR dock")
    assert inside(library, "ports") == {ferry, barge}
    assert found(library, "ferry", Scope("smart", "Ports")) == [ferry]
    assert set(found(library, "", Scope("smart", "Ports"))) == {ferry, barge}
    scope = Scope("smart", "Ports")
    by_title = search_sorted(library, None, scope, Order("title"))
    assert [each.id for each in by_title] == [ferry, barge]
    assert facets(library, None, scope).total == 2
    assert facets(library, parse("ferry", today=START.date()), scope).total == 1
    hit = search(library, parse("ferry", today=START.date()), Scope("smart", "PORTS"))[0]
    assert "harbour" in [hit.snippet[start:end] for start, end in hit.marks]
    edit(library, "Ports", query="harbour -ferry")
    assert inside(library, "Ports") == {barge}
    with pytest.raises(NoSuchSmartCollection):
        found(library, "ferry", Scope("smart", "none"))


def test_its_last_word_is_not_still_being_typed(library: Library) -> None:
    keep(library, text="A warm day.")
    make(library, "War", "war")
    assert inside(library, "War") == set()
    assert found(library, "d", Scope("smart", "War")) == []


def test_relative_dates_are_read_at_each_look(library: Library, clock: SetClock) -> None:
    number = keep(library)
    make(library, "New", "clipped:today")
    assert inside(library, "New") == {number}
    clock.go_on(days=2)
    assert inside(library, "New") == set()


def test_the_trash_is_in_it_only_if_it_asks_for_it(library: Library) -> None:
    number = keep(library)
    make(library, "Stories", "title")
    make(library, "Gone", "title is:trashed")
    with library.writing("trash") as writing:
        writing.connection.exec_driver_sql("UPDATE clip SET trashed = captured")
    assert (inside(library, "Stories"), inside(library, "Gone")) == (set(), {number})


def test_names_order_and_looks(library: Library) -> None:
    for name in ("b", "a", "c"):
        make(library, name, "x")
    assert names(library) == ["b", "a", "c"]
    for name, spot, expected in (
        ("C", Spot("first"), ["c", "b", "a"]),
        ("b", Spot("after", "A"), ["c", "a", "b"]),
        ("b", Spot("up"), ["c", "b", "a"]),
    ):
        with library.writing("order_smart") as writing:
            smart.order(writing, name, spot)
        assert names(library) == expected
    edit(library, "c", new="Zebra")
    edit(library, "zebra", look=Look("blue", "⚓"))  # type: ignore[arg-type]
    with library.reading() as reading:
        assert smart.need(reading, "ZEBRA") == SmartCollection("Zebra", "x", "blue", "⚓")
    edit(library, "zebra", look=Look(""))  # type: ignore[arg-type]
    with library.reading() as reading:
        assert smart.need(reading, "zebra") == SmartCollection("Zebra", "x", None, "⚓")


def test_what_cannot_be_is_said(library: Library) -> None:
    make(library, "a", "x")
    make(library, "b", "x")
    before = everything(library)
    for name, query, error in (
        ("A", "x", BadName),
        (" ", "x", BadName),
        ("c", ' " - ( ', AsksNothing),
        ("c", "...", AsksNothing),
    ):
        with pytest.raises(error):
            make(library, name, query)
    with pytest.raises(BadColour):
        make(library, "c", "x", colour="no")
    with pytest.raises(BadName):
        edit(library, "a", new="B")
    with pytest.raises(AsksNothing):
        edit(library, "a", query="-")
    with pytest.raises(NoSuchSmartCollection), library.writing("x") as writing:
        smart.order(writing, "a", Spot("before", "none"))
    with pytest.raises(NoSuchSmartCollection), library.writing("x") as writing:
        smart.delete(writing, "none")
    assert everything(library) == before


def test_every_change_is_undone_and_done_again(library: Library) -> None:
    states = [everything(library)]
    make(library, "a", "x")
    states.append(everything(library))
    make(library, "b", "y")
    states.append(everything(library))
    edit(library, "b", query="z", new="c")
    states.append(everything(library))
    with library.writing("order_smart") as writing:
        smart.order(writing, "c", Spot("first"))
    assert writing.changes.smart and writing.changes
    states.append(everything(library))
    with library.writing("delete_smart") as writing:
        smart.delete(writing, "a")
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
