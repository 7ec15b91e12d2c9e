"""Find clips: Tantivy for what it has, a look at the clips themselves for what still waits, SQLite for all
that is no word.

Right immediately after every commit, in every process: what SQLite says waits, or is gone, is never taken
from the index. Without a sound index everything is looked at.
"""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Mapping, Sequence, Set
from functools import partial
from typing import Any, TypeVar

from sqlalchemy import select

from clipper.article.asking import Part
from clipper.article.clip import ClipId
from clipper.article.query import Hit, Order, Scope
from clipper.errors import LibraryError
from clipper.store import facts, index, lists, smart
from clipper.store import tables as t
from clipper.store.answering import NONE, Answering, Scores, Worth
from clipper.store.findables import texts, waiting
from clipper.store.session import OpenLibrary, Reading
from clipper.store.snippets import Marker, Piece, snippet
from clipper.store.sought import telling, wanted
from clipper.store.textindex import IndexDamaged, IndexFull

T = TypeVar("T")
SNIPPETS = 100
"""More hits than anybody looks at before typing on."""


def search(library: OpenLibrary, tree: Part | None, scope: Scope, limit: int | None = None) -> list[Hit]:
    """Clips of the scope that answer, best first; the first SNIPPETS with their snippet.

    Raises NoSuchCollection, NoSuchTag, NoSuchSmartCollection.
    """
    with library.reading() as reading:
        tree, scope = smart.within(reading, tree, scope)
        asked = telling(tree)
        if asked is None:
            return []
        answering = Answering(reading, asked, scope)
        nothing: Scores = {}
        ask = partial(answering.from_index, limit)
        found, waits, broken = _asked(library, reading, answering, ask, nothing)
        scores = found | waits
        best = sorted(scores, key=lambda number: _order(number, *scores[number]))[:limit]
        hits = _hits(reading, asked, best, scores)
    if broken is not None:
        _have_rebuilt(library, broken)
    return hits


def search_sorted(
    library: OpenLibrary, tree: Part | None, scope: Scope, order: Order, limit: int | None = None
) -> list[Hit]:
    """The same clips as `search` finds, sorted by a column instead of by how well they answer; score 0."""
    with library.reading() as reading:
        tree, scope = smart.within(reading, tree, scope)
        asked = telling(tree)
        if asked is None:
            return []
        found = lists.sorted_ids(reading, every_hit(library, reading, asked, scope), order, limit)
        return _hits(reading, asked, found, dict.fromkeys(found, NONE))


def every_hit(library: OpenLibrary, reading: Reading, asked: Part, scope: Scope) -> list[int]:
    """Numbers of all clips that answer, in no order."""
    answering = Answering(reading, asked, scope)
    nothing: Set[int] = frozenset()
    found, waits, _broken = _asked(library, reading, answering, answering.every_one, nothing)
    return [*found, *waits]


def _asked(
    library: OpenLibrary,
    reading: Reading,
    answering: Answering,
    ask: Callable[[Any, Set[int]], T],
    nothing: T,
) -> tuple[T, Scores, str | None]:
    """What the index answers, what the clips answer that it has not, and the generation that turned out to
    be broken."""
    # The list is read before the index: what leaves it afterwards is in the index by then.
    unread = {clip for _turn, clip in waiting(reading)}
    try:
        searcher = index.searcher(library, reading)
        return ask(searcher, unread), answering.by_looking(unread, searcher), None
    except (IndexDamaged, IndexFull):
        return nothing, answering.by_looking(_all(reading), None), facts.read(reading, "index")


def answering(library: OpenLibrary, reading: Reading, tree: Part | None, scope: Scope) -> set[ClipId]:
    """All clips of the scope that answer, as this transaction sees them. A smart collection alone asks
    already. Raises NoSuchCollection, NoSuchTag, NoSuchSmartCollection."""
    tree, scope = smart.within(reading, tree, scope)
    asked = telling(tree)
    if asked is None:
        return set()
    return set(map(ClipId, every_hit(library, reading, asked, scope)))


def _order(number: int, score: float, moment: int) -> tuple[float, int, int]:
    """Tantivy's scores have some seven digits: what differs in the last of them is of equal worth."""
    return -float(f"{score:.6g}"), -moment, -number


def _all(reading: Reading) -> list[int]:
    return list(reading.connection.scalars(select(t.clip.c.id)))


def _hits(reading: Reading, asked: Part, best: Sequence[int], scores: Mapping[int, Worth]) -> list[Hit]:
    pieces = _snippets(reading, asked, best[:SNIPPETS])
    return [Hit(number, scores[number][0], *pieces.get(number, ("", ()))) for number in best]


def snippets(library: OpenLibrary, tree: Part | None, ids: Sequence[ClipId]) -> dict[int, Piece]:
    """Snippets and marks of these clips, for hits beyond the first SNIPPETS."""
    with library.reading() as reading:
        return _snippets(reading, telling(tree), ids)


def _snippets(reading: Reading, asked: Part | None, ids: Sequence[int]) -> dict[int, Piece]:
    marker = Marker(tuple(wanted(asked)))
    return {
        number: snippet(marker, (text, note, excerpt), language)
        for number, (text, note, excerpt, language) in texts(reading, ids).items()
    }


def _have_rebuilt(library: OpenLibrary, broken: str) -> None:
    """Let a new generation begin; that it cannot be written just now is no reason not to answer."""
    with contextlib.suppress(LibraryError):
        index.renew(library, broken)
        library.care()
