"""Keeping a clip, and merging what is the same article."""

from __future__ import annotations

from typing import Any

import pytest

from clipper.article.article import Flag, Removal
from clipper.article.clip import ClipId, ClipImage, Filing
from clipper.errors import NoSuchClip
from clipper.store import Library, clips, collections, tags
from tests.unit.store.making import START, keep, listed, new_clip

PICTURE = ClipImage("https://news.example/p.png", "A dog", "Dog, yesterday", "0" * 64, "image/png", 640, 480)
MISSING = ClipImage("https://news.example/q.png", None, None, None, None, None, None, "timed_out")


def test_everything_that_was_kept_comes_back(library: Library) -> None:
    number = keep(
        library,
        "https://news.example/a?utm_source=x",
        title="Title ☂",
        text="First.\nSecond.",
        byline=("Staff", "Agencies"),
        published="2026-02-28T10:00:00+03:00",
        site="News",
        section="Russia",
        keywords=("Russia", "war"),
        language="en",
        direction="ltr",
        canonical_url="https://news.example/a",
        lead_image=PICTURE.url,
        excerpt="In short.",
        images=(PICTURE, MISSING),
        removals=(Removal("furniture", "noscript", "No Script"),),
        flags=(Flag("image_failed", (("url", MISSING.url), ("reason", "timed_out"))),),
        filing=Filing(("Politics/Russia", "Today"), ("war", "Peace")),
    )
    with library.reading() as reading:
        clip = clips.load(reading, number)
    row = clip.row
    assert (row.title, row.site, row.section, row.language) == ("Title ☂", "News", "Russia", "en")
    assert (row.url, row.canonical_url) == ("https://news.example/a?utm_source=x", "https://news.example/a")
    assert (row.byline, row.keywords) == (("Staff", "Agencies"), ("Russia", "war"))
    assert (row.tags, row.collections) == (("Peace", "war"), ("Politics/Russia", "Today"))
    assert (row.published, row.captured) == ("2026-02-28T10:00:00+03:00", START)
    assert (row.starred, row.read, row.trashed, row.note) == (False, False, False, None)
    assert (row.thumbnail, row.words, row.excerpt, row.direction) == (PICTURE.sha256, 2, "In short.", "ltr")
    assert row.flags == (Flag("image_failed", (("url", MISSING.url), ("reason", "timed_out"))),)
    assert (clip.html, clip.text, clip.cleaner) == ("<p>First.\nSecond.</p>", "First.\nSecond.", "1")
    assert clip.images == (PICTURE, MISSING)
    assert clip.lead_image == PICTURE.url
    assert clip.removals == (Removal("furniture", "noscript", "No Script"),)
    assert row.uid[14] == "7"


def test_the_raw_page_is_the_current_versions(library: Library) -> None:
    number = keep(library, text="old")
    keep(library, text="new")
    with library.reading() as reading:
        raw = library.blobs.get(clips.raw_sha256(reading, number))
    assert b"new" in raw


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ({"url": "https://news.example/a"}, {"url": "http://news.example/a/?fbclid=1#x"}),
        (
            {"url": "https://news.example/a", "canonical_url": "https://news.example/story"},
            {"url": "https://amp.news.example/b", "canonical_url": "https://news.example/story"},
        ),
        (
            {"url": "https://t.example/1", "final_url": "https://news.example/a"},
            {"url": "https://news.example/a"},
        ),
        (
            {"url": "https://news.example/a"},
            {"url": "https://t.example/1", "final_url": "https://news.example/a"},
        ),
    ],
)
def test_the_same_article_makes_no_second_clip(
    library: Library, first: dict[str, Any], second: dict[str, Any]
) -> None:
    number = keep(library, first.pop("url"), text="old", **first)
    new = new_clip(library, second.pop("url"), text="new", minute=5, **second)
    with library.writing("clip") as writing:
        assert clips.keep(writing, new) == (number, True)
    with library.reading() as reading:
        assert clips.load(reading, number).text == "new"
    assert listed(library) == [number]


def test_merging_files_and_takes_out_of_the_trash_and_leaves_the_users_own(library: Library) -> None:
    number = keep(library, filing=Filing(("A",), ("one",)))
    with library.writing("mixed") as writing:
        clips.set_note(writing, number, "mine")
        clips.star(writing, [number], on=True)
        clips.mark_read(writing, [number], on=True)
        clips.trash(writing, [number])
    keep(library, minute=9, filing=Filing(("B",), ("ONE", "two")))
    with library.reading() as reading:
        (row,) = clips.rows(reading, [number])
    assert (row.note, row.starred, row.read, row.trashed) == ("mine", True, True, False)
    assert (row.collections, row.tags) == (("A", "B"), ("one", "two"))


def test_a_key_of_another_clip_stays_its_own(library: Library) -> None:
    first = keep(library, "https://news.example/a")
    second = keep(library, "https://news.example/b")
    merged = keep(library, "https://news.example/b", canonical_url="https://news.example/a")
    assert merged == first
    with library.reading() as reading:
        assert clips.find(reading, "http://news.example/b") == second
        assert clips.find(reading, "https://news.example/c") is None


def test_text_that_no_database_can_hold_is_made_fit(library: Library) -> None:
    number = keep(library, title="a\0b\ud800c", text="x\0y")
    with library.reading() as reading:
        clip = clips.load(reading, number)
    assert (clip.row.title, clip.text) == ("ab?c", "xy")


def test_newest_captured_first_also_after_clipping_again(library: Library) -> None:
    first = keep(library, "https://news.example/1", minute=1)
    second = keep(library, "https://news.example/2", minute=2)
    assert listed(library) == [second, first]
    keep(library, "https://news.example/1", minute=3)
    assert listed(library) == [first, second]


def test_a_number_or_a_uid_names_a_clip(library: Library) -> None:
    number = keep(library)
    with library.reading() as reading:
        (row,) = clips.rows(reading, [number])
        assert clips.resolve(reading, str(number)) == number
        assert clips.resolve(reading, row.uid.upper()) == number
        for words in ("99", "", "x", "\udcff", "9" * 30, "٣"):
            with pytest.raises(NoSuchClip):
                clips.resolve(reading, words)


def test_unknown_clips_are_refused_and_nothing_is_done(library: Library) -> None:
    number, unknown = keep(library), ClipId(99)
    with pytest.raises(NoSuchClip), library.writing("star") as writing:
        clips.star(writing, [number, unknown], on=True)
    with pytest.raises(NoSuchClip), library.writing("tag") as writing:
        tags.tag(writing, [unknown], ["x"])
    with pytest.raises(NoSuchClip), library.writing("file") as writing:
        collections.file(writing, [unknown], "x")
    with library.reading() as reading:
        with pytest.raises(NoSuchClip):
            clips.load(reading, unknown)
        assert [row.starred for row in clips.rows(reading, [unknown, number])] == [False]
        assert collections.tree(reading) == [] and tags.counts(reading) == []


def test_places_and_their_counts(library: Library) -> None:
    a, b, c = (keep(library, f"https://news.example/{n}", minute=n) for n in range(3))
    with library.writing("mixed") as writing:
        collections.file(writing, [a], "Politics/Russia")
        clips.star(writing, [b], on=True)
        clips.mark_read(writing, [b], on=True)
        tags.tag(writing, [a, c], ["x"])
        clips.trash(writing, [c])
    assert listed(library) == [b, a]
    assert listed(library, "unfiled") == [b]
    assert listed(library, "starred") == [b]
    assert listed(library, "unread") == [a]
    assert listed(library, "trash") == [c]
    assert listed(library, "collection", "politics") == [a]
    assert listed(library, "tag", "X") == [a]
    with library.reading() as reading:
        counts = clips.counts(reading)
    assert (counts.all, counts.unfiled, counts.starred, counts.unread, counts.trash) == (2, 1, 1, 1, 1)


def test_rows_of_thousands_keep_their_order(library: Library) -> None:
    numbers = [keep(library, f"https://news.example/{n}") for n in range(5)]
    wanted = [numbers[3], ClipId(999), *numbers] * 1500
    with library.reading() as reading:
        rows = clips.rows(reading, wanted)
    assert [row.id for row in rows] == [number for number in wanted if number != 999]


def test_changes_tell_what_was_touched(library: Library) -> None:
    number = keep(library, filing=Filing(("A/B",), ("one",)))
    with library.writing("star") as writing:
        clips.star(writing, [number], on=True)
    assert writing.changes.clips == {number}
    assert not writing.changes.tags and not writing.changes.collections and writing.changes.act
    with library.writing("star") as writing:
        clips.star(writing, [number], on=True)
    assert not writing.changes and writing.changes.act is None
    with library.writing("rename") as writing:
        collections.rename(writing, "A", "Z")
    assert writing.changes.clips == {number} and writing.changes.collections
    with library.writing("rename") as writing:
        tags.rename(writing, "one", "two")
    assert writing.changes.clips == {number} and writing.changes.tags
