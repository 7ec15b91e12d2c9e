"""Tags."""

from __future__ import annotations

import pytest

from clipper.article.clip import ClipId
from clipper.errors import BadName, NoSuchTag
from clipper.store import Library, clips, tags
from tests.unit.store.making import keep, listed


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
