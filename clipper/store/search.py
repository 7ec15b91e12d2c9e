"""Find clips by words: Tantivy for what it has, a look at the clips themselves for what still waits.

Right immediately after every commit, in every process: what SQLite says waits, or is gone, is never taken
from the index. Without a sound index everything is looked at.
"""

from __future__ import annotations

import contextlib
from collections.abc import Iterable, Mapping, Sequence

from sqlalchemy import Table, select

from clipper.article.clip import ClipId, CollectionId
from clipper.article.query import Hit, Query, Scope
from clipper.errors import LibraryError
from clipper.store import clips, collections, facts, index, textindex
from clipper.store import tables as t
from clipper.store.asking import Asked, Sought, asked
from clipper.store.findables import findables, texts, waiting
from clipper.store.matching import as_query, look
from clipper.store.session import OpenLibrary, Reading
from clipper.store.snippets import Piece, snippet
from clipper.store.textindex import IndexDamaged, IndexFull
from clipper.store.words import terms

SNIPPETS = 100
"""More hits than anybody looks at before typing on; a snippet costs 0.1 to 0.3 ms."""


def search(library: OpenLibrary, query: Query, scope: Scope, limit: int | None = None) -> list[Hit]:
    """Clips of the scope that answer, best first, equals newest first; the first SNIPPETS with their snippet.

    Raises NoSuchCollection, NoSuchTag.
    """
    wanted = asked(query)
    if not wanted:
        return []
    broken: str | None = None
    with library.reading() as reading:
        newest = clips.ids(reading, scope)
        places: dict[int, int] = {number: place for place, number in enumerate(newest)}
        labelled = {each: _labelled(reading, each) for each in (*wanted.wanted, *wanted.unwanted)}
        # The list is read before the index: what leaves it afterwards is in the index by then.
        unread = {clip for _turn, clip in waiting(reading)}
        generation = facts.read(reading, "index")
        try:
            if generation is None:
                unread = set(places)
            scores = _from_index(library, generation, wanted, labelled, unread)
        except (IndexDamaged, IndexFull):
            broken, scores, unread = generation, {}, set(places)
        scores |= _from_clips(reading, wanted, labelled, unread & places.keys())
        best = sorted((n for n in scores if n in places), key=lambda n: (-scores[n], places[n]))[:limit]
        hits = _hits(reading, wanted, best, scores)
    if broken is not None:
        _have_rebuilt(library, broken)
    return hits


def _from_index(
    library: OpenLibrary,
    generation: str | None,
    wanted: Asked,
    labelled: dict[Sought, set[int]],
    unread: set[int],
) -> dict[int, float]:
    if generation is None:
        return {}
    if not library.text_index.is_current(generation):
        raise IndexDamaged
    searcher = library.text_index.searcher(generation)
    found = textindex.ids(searcher, as_query(wanted, labelled), textindex.size(searcher))
    return {number: score for number, score in found if number not in unread}


def _from_clips(
    reading: Reading, wanted: Asked, labelled: dict[Sought, set[int]], unread: Iterable[int]
) -> dict[int, float]:
    looked = ((clip.id, look(clip, wanted, labelled)) for clip in findables(reading, unread))
    return {number: score for number, score in looked if score is not None}


def _labelled(reading: Reading, sought: Sought) -> set[int]:
    """Clips with a tag or in a collection whose name answers: filing is SQLite's and never touches the
    index."""
    found: set[int] = set()
    for number in _named(reading, t.tag, sought):
        found.update(
            reading.connection.scalars(select(t.clip_tag.c.clip_id).where(t.clip_tag.c.tag_id == number))
        )
    filed = t.clip_collection.c
    for number in _named(reading, t.collection, sought):
        inside = select(collections.below(CollectionId(number)).c.id)
        found.update(reading.connection.scalars(select(filed.clip_id).where(filed.collection_id.in_(inside))))
    return found


def _named(reading: Reading, table: Table, sought: Sought) -> list[int]:
    """Tags or collections whose name answers."""
    needle = f" {' '.join(sought.terms)}" + ("" if sought.is_prefix else " ")
    rows = reading.connection.execute(select(table.c.id, table.c.name))
    return [number for number, name in rows if needle in f" {' '.join(terms(name))} "]


def _hits(reading: Reading, wanted: Asked, best: Sequence[int], scores: Mapping[int, float]) -> list[Hit]:
    pieces = _snippets(reading, wanted, best[:SNIPPETS])
    return [Hit(number, scores[number], *pieces.get(number, ("", ()))) for number in best]


def snippets(library: OpenLibrary, query: Query, ids: Sequence[ClipId]) -> dict[int, Piece]:
    """Snippets and marks of these clips, for hits beyond the first SNIPPETS."""
    with library.reading() as reading:
        return _snippets(reading, asked(query), ids)


def _snippets(reading: Reading, wanted: Asked, ids: Sequence[int]) -> dict[int, Piece]:
    return {
        number: snippet(wanted.wanted, (text, note, excerpt), language)
        for number, (text, note, excerpt, language) in texts(reading, ids).items()
    }


def _have_rebuilt(library: OpenLibrary, broken: str) -> None:
    """Let a new generation begin; that it cannot be written just now is no reason not to answer."""
    with contextlib.suppress(LibraryError):
        index.renew(library, broken)
        library.care()
