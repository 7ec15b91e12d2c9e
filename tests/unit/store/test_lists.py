"""Lists: any place at any sort order, page by page, the same as sorting everything."""

from __future__ import annotations

import itertools

import pytest

from clipper.article.asking import parse
from clipper.article.clip import ClipId, Filing
from clipper.article.query import COLUMNS, Column, Order, Scope
from clipper.store import Library, clips, lists
from clipper.store.search import search_sorted
from tests.unit.store.making import START, keep

TITLES = ["Zebra", "“apple”", "Äpfel", "apple", "", "Ocean", "the Ocean"]
SCOPES = [
    Scope(),
    Scope("starred"),
    Scope("unread"),
    Scope("unfiled"),
    Scope("tag", "big"),
    Scope("collection", "A"),
]


def filled(library: Library) -> None:
    """A few dozen clips of all kinds."""
    for n, title in enumerate(TITLES * 3):
        filing = Filing(("A",) if n % 2 else (), ("big",) if n % 3 else ("small",))
        site, day = f"site {n % 4}", f"2026-01-{n + 1:02}"
        keep(library, f"https://news.example/{n}", title=title, text="word " * (n % 5 + 1), minute=n % 7,
             filing=filing, site=site, published=day, byline=(f"Author {n % 3}",))  # fmt: skip
    with library.writing("mixed") as writing:
        every = clips.ids(writing, Scope())
        clips.star(writing, every[::2], on=True)
        clips.mark_read(writing, every[::3], on=True)
        clips.trash(writing, every[5:7])


@pytest.mark.parametrize("column", COLUMNS)
@pytest.mark.parametrize("small", [2_200, 0], ids=["sorted", "walked"])
def test_pages_are_the_whole(
    library: Library, column: Column, small: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(lists, "SMALL", small)
    filled(library)
    with library.reading() as reading:
        for scope, ascending in itertools.product(SCOPES, (True, False)):
            order = Order(column, ascending)
            whole = clips.ids(reading, scope, order)
            pages: list[int] = []
            while page := clips.ids(reading, scope, order, 4, clips_last(pages)):
                pages += page
            assert pages == whole and len(whole) > 2
            assert set(whole) == set(clips.ids(reading, scope))


def clips_last(pages: list[int]) -> ClipId | None:
    """The clip behind which the next page begins."""
    return ClipId(pages[-1]) if pages else None


def test_what_was_found_is_sorted_by_any_column(library: Library) -> None:
    filled(library)
    tree = parse("word ", today=START.date())
    for column, ascending in itertools.product(COLUMNS, (True, False)):
        order = Order(column, ascending)
        with library.reading() as reading:
            whole = clips.ids(reading, Scope("starred"), order)
        found = search_sorted(library, tree, Scope("starred"), order)
        assert [hit.id for hit in found] == whole and all(hit.marks for hit in found)
        assert [hit.id for hit in search_sorted(library, tree, Scope("starred"), order, 3)] == whole[:3]


def test_titles_are_sorted_as_people_do(library: Library) -> None:
    for n, title in enumerate(TITLES):
        keep(library, f"https://news.example/{n}", title=title)
    with library.reading() as reading:
        rows = clips.rows(reading, clips.ids(reading, Scope(), Order("title", ascending=True)))
    titles = [row.title or "" for row in rows]
    assert titles == ["", "Äpfel", "apple", "“apple”", "Ocean", "the Ocean", "Zebra"]
