"""Tags."""

from __future__ import annotations

import pytest

from clipper.article.clip import ClipId, TagCount
from clipper.article.organising import Look
from clipper.article.query import Scope
from clipper.errors import BadName, NoSuchTag
from clipper.jobs import Ticket
from clipper.store import Library, acts, clips, collections, index, tags
from clipper.store.findables import waiting
from tests.unit.store.making import everything, found, keep, listed


def counted(library: Library) -> dict[str, int]:
    with library.reading() as reading:
        return {each.name: each.count for each in tags.counts(reading)}


def tagged(library: Library, number: ClipId, *names: str) -> None:
    with library.writing("tag") as writing:
        tags.tag(writing, [number], names)


def test_the_first_spelling_wins_and_the_alphabet_orders(library: Library) -> None:
    a, b = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    tagged(library, a, "War", "écho", "apple")
    tagged(library, b, "WAR", "war ")
    assert list(counted(library).items()) == [("apple", 1), ("écho", 1), ("War", 2)]


def test_a_tag_that_no_clip_carries_is_gone(library: Library) -> None:
    number = keep(library)
    tagged(library, number, "a", "b")
    with library.writing("untag") as writing:
        tags.untag(writing, [number], ["A"])
    assert counted(library) == {"b": 1}
    with pytest.raises(NoSuchTag), library.writing("untag") as writing:
        tags.untag(writing, [number], ["a"])


def test_trashed_clips_keep_their_tags_but_do_not_count(library: Library) -> None:
    number = keep(library)
    tagged(library, number, "a")
    with library.writing("trash") as writing:
        clips.trash(writing, [number])
    assert counted(library) == {"a": 0}
    with library.writing("restore") as writing:
        clips.restore(writing, [number])
    assert counted(library) == {"a": 1}


def test_renaming_respells_or_merges(library: Library) -> None:
    a, b = keep(library, "https://news.example/1"), keep(library, "https://news.example/2")
    tagged(library, a, "war", "peace")
    tagged(library, b, "peace")
    with library.writing("rename_tag") as writing:
        tags.rename(writing, "war", "War")
    assert counted(library) == {"peace": 2, "War": 1}
    with library.writing("rename_tag") as writing:
        tags.rename(writing, "PEACE", "war")
    assert counted(library) == {"War": 2}
    assert listed(library, "tag", "war") == [b, a]


def test_deleting_leaves_the_clips(library: Library) -> None:
    number = keep(library)
    tagged(library, number, "a")
    with library.writing("delete_tag") as writing:
        tags.delete(writing, "A")
    assert counted(library) == {} and listed(library) == [number]


def test_names_have_rules(library: Library) -> None:
    number = keep(library)
    with pytest.raises(BadName):
        tagged(library, number, "fine", "\n")
    assert counted(library) == {}
    with pytest.raises(NoSuchTag), library.writing("rename_tag") as writing:
        tags.rename(writing, "none", "x")
    with pytest.raises(NoSuchTag):
        listed(library, "tag", "none")


def totals(library: Library) -> list[tuple[str, int, int]]:
    with library.reading() as reading:
        return [(each.name, each.count, each.total) for each in tags.counts(reading)]


def two(library: Library) -> tuple[ClipId, ClipId]:
    return keep(library, "https://news.example/1"), keep(library, "https://news.example/2")


def test_tags_are_a_tree_with_counts_alone_and_with_what_is_nested(library: Library) -> None:
    a, b = two(library)
    tagged(library, a, "trade/ports", "trade/ports/Antwerp", "Trade", "trade-off", "x/y/z")
    tagged(library, b, "trade/rail", "trade")
    assert totals(library) == [
        ("Trade", 2, 2),
        ("trade/ports", 1, 1),
        ("trade/ports/Antwerp", 1, 1),
        ("trade/rail", 1, 1),
        ("trade-off", 1, 1),
        ("x", 0, 1),
        ("x/y", 0, 1),
        ("x/y/z", 1, 1),
    ]
    assert listed(library, "tag", "TRADE/ports") == [a] and listed(library, "tag", "trade") == [b, a]
    assert listed(library, "tag", "x") == found(library, "title", Scope("tag", "x")) == [a]
    with library.writing("trash") as writing:
        clips.trash(writing, [a])
    assert totals(library)[0] == ("Trade", 1, 1) and totals(library)[1] == ("trade/ports", 0, 0)


def test_levels_are_trimmed_and_never_empty(library: Library) -> None:
    number = keep(library)
    tagged(library, number, " Trade /  ports//x/")
    assert list(counted(library)) == ["Trade", "Trade/ports", "Trade/ports/x"]
    assert listed(library, "tag", "trade / ports/x") == [number]
    for name in ("/", " / / ", "a/\u200b"):
        with pytest.raises(BadName):
            tagged(library, number, name)


def test_renaming_takes_along_what_is_nested(library: Library) -> None:
    a, b = two(library)
    tagged(library, a, "war", "War/Ukraine/Kyiv", "warship")
    tagged(library, b, "conflict/ukraine", "war/sudan")
    with library.writing("rename_tag") as writing:
        tags.rename(writing, "WAR", "Conflict")
    assert list(counted(library)) == [
        "Conflict",
        "Conflict/sudan",
        "conflict/ukraine",
        "Conflict/Ukraine/Kyiv",
        "warship",
    ]
    with library.writing("rename_tag") as writing:
        tags.rename(writing, "conflict/ukraine", "Ukraine")
    assert [name for name in counted(library) if "kraine" in name] == ["Ukraine", "Ukraine/Kyiv"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("a", "a/b", {"a/b": 1, "a/b/c": 1, "a": 0}),
        ("a", "a/x", {"a": 0, "a/x": 1, "a/x/b": 1, "a/x/b/c": 1}),
        ("a/b", "a", {"a": 1, "a/c": 1}),
        ("a/b", "a/b/b", {"a": 1, "a/b": 0, "a/b/b": 1, "a/b/b/c": 1}),
        ("a", "A", {"A": 1, "A/b": 1, "A/b/c": 1}),
    ],
)
def test_renaming_within_itself(library: Library, old: str, new: str, expected: dict[str, int]) -> None:
    number = keep(library)
    tagged(library, number, "a", "a/b", "a/b/c")
    before = everything(library)
    with library.writing("rename_tag") as writing:
        tags.rename(writing, old, new)
    assert {name: count for name, count in counted(library).items() if count or name in expected} == expected
    after = everything(library)
    acts.undo(library, None)
    assert everything(library) == before
    acts.redo(library)
    assert everything(library) == after


def test_merging_and_deleting_take_along_what_is_nested(library: Library) -> None:
    a, b = two(library)
    tagged(library, a, "eu", "eu/trade", "Europe/trade")
    tagged(library, b, "eu/law", "Europe")
    with library.writing("merge_tag") as writing:
        tags.merge(writing, "eu", "europe")
    assert totals(library) == [("Europe", 2, 2), ("Europe/law", 1, 1), ("Europe/trade", 1, 1)]
    for name, into, error in (("Europe", "none", NoSuchTag), ("none", "Europe", NoSuchTag)):
        with pytest.raises(error), library.writing("merge_tag") as writing:
            tags.merge(writing, name, into)
    with pytest.raises(BadName), library.writing("merge_tag") as writing:
        tags.merge(writing, "Europe", "europe ")
    with library.writing("delete_tag") as writing:
        tags.delete(writing, "europe")
    assert totals(library) == [] and listed(library) == [b, a]


def test_a_tag_with_a_colour_stays_without_clips(library: Library) -> None:
    number = keep(library)
    tagged(library, number, "a", "b/c")
    with library.writing("show_tag") as writing:
        tags.show_as(writing, "A", Look("Red"))
        tags.show_as(writing, "b", Look("#00ff00"))
        tags.untag(writing, [number], ["a", "b/c"])
    with library.reading() as reading:
        assert tags.counts(reading) == [TagCount("a", 0, 0, "red"), TagCount("b", 0, 0, "#00ff00")]
    with pytest.raises(NoSuchTag), library.writing("show_tag") as writing:
        tags.show_as(writing, "none", Look("red"))


def test_tagging_thousands_is_one_act_and_leaves_the_index_alone(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The words a clip is found under do not change; the tag is found all the same."""
    monkeypatch.setattr(library, "care", lambda: None)
    ids = [keep(library, f"https://news.example/{n}") for n in range(60)]
    index.catch_up(library, Ticket())
    with library.reading() as reading:
        assert waiting(reading) == []
    tagged(library, ids[0], "harbour")
    with library.writing("tag") as writing:
        tags.tag(writing, ids, ["harbour/north", "x"])
        tags.untag(writing, ids[:5], ["x"])
        tags.rename(writing, "harbour", "port")
        clips.star(writing, ids, on=True)
        collections.file(writing, ids, "A/B")
    with library.reading() as reading:
        assert waiting(reading) == []
    assert set(found(library, "north")) == set(ids) == set(found(library, "tag:port"))
    acts.undo(library, None)
    with library.reading() as reading:
        assert waiting(reading) == []
    assert found(library, "tag:harbour") == [ids[0]]
