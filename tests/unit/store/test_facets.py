"""Counts beside a search: the same as counting by hand, before and after every change."""

from __future__ import annotations

from collections import Counter

import pytest
from sqlalchemy import Connection

from clipper.article.asking import parse
from clipper.article.clip import ClipId, Filing
from clipper.article.query import Facets, Scope
from clipper.jobs import Ticket
from clipper.store import Library, acts, clips, collections, index, journal, shelves, tags
from clipper.store.facets import facets
from clipper.store.search import search
from tests.unit.store.making import START, keep


def counted(library: Library, words: str) -> Facets:
    return facets(library, parse(words, today=START.date()), Scope())


def by_hand(library: Library, words: str) -> Facets:
    """What counting the rows of all hits gives."""
    hits = search(library, parse(words, today=START.date()), Scope())
    with library.reading() as reading:
        rows = clips.rows(reading, [ClipId(hit.id) for hit in hits])

    def told(values: list[str | None]) -> tuple[tuple[str, int], ...]:
        counts = Counter(value for value in values if value)
        return tuple(sorted(counts.items(), key=lambda each: (-each[1], each[0])))

    months = told([(row.published or "")[:7] for row in rows])
    return Facets(
        len(rows),
        told([row.site for row in rows]),
        told([tag for row in rows for tag in row.tags]),
        told([path for row in rows for path in row.collections]),
        tuple(sorted(months, reverse=True)),
        told([row.language for row in rows]),
    )


def filled(library: Library) -> list[ClipId]:
    return [
        keep(library, f"https://news.example/{n}", text="harbour news" if n % 3 else "harbour",
             site=f"Site {n % 2}", published=f"2026-0{n % 4 + 1}-02", language="en" if n % 5 else "de",
             filing=Filing(("A/B",) if n % 2 else ("C",), ("sea", "ports/north") if n % 4 else ()))
        for n in range(12)
    ]  # fmt: skip


@pytest.mark.parametrize("few", [0, 256], ids=["bits", "lists"])
def test_the_same_as_counting_by_hand(library: Library, few: int, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shelves, "FEW", few)
    made = filled(library)
    index.catch_up(library, Ticket())
    for words in ("harbour ", "news ", "harbour -news", "tag:sea", "harbour published:2026-02", "nothing "):
        assert counted(library, words) == by_hand(library, words), words
    with library.writing("mixed") as writing:
        clips.trash(writing, made[:2])
        tags.untag(writing, made[4:6], ["sea"])
        collections.move_clips(writing, made[6:9], "D")
    assert counted(library, "harbour ") == by_hand(library, "harbour ")
    keep(library, "https://news.example/new", text="harbour", site="Site new", published="2025-12-24")
    assert counted(library, "harbour ") == by_hand(library, "harbour ")
    for _act in range(2):
        acts.undo(library, None)
        assert counted(library, "harbour ") == by_hand(library, "harbour ")
    acts.redo(library)
    assert counted(library, "harbour ") == by_hand(library, "harbour ")
    with library.writing("rename_tag") as writing:
        tags.rename(writing, "sea", "ocean")
    assert counted(library, "harbour ") == by_hand(library, "harbour ")


def test_without_words_the_place_is_counted(library: Library) -> None:
    filled(library)
    found = counted(library, "")
    assert found.total == 12 and dict(found.sites) == {"Site 0": 6, "Site 1": 6}


def test_a_full_journal_does_not_have_everything_read_again(
    library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    made, looks, whole = filled(library), list[Connection](), shelves.read

    def read(connection: Connection) -> shelves.Shelves:
        looks.append(connection)
        return whole(connection)

    monkeypatch.setattr(journal, "KEPT_ACTS", 4)
    monkeypatch.setattr(shelves, "read", read)
    for number in made:
        with library.writing("tag") as writing:
            tags.tag(writing, [number], [f"tag {number}"])
        assert counted(library, "harbour ") == by_hand(library, "harbour ")
    assert len(looks) == 1, "only what acts have touched"
    acts.undo(library, None)
    keep(library, "https://news.example/later", text="harbour")
    assert counted(library, "harbour ") == by_hand(library, "harbour ")
