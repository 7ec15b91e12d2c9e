"""“Did you mean”: a word that no clip has is replaced by the nearest one of the library's own vocabulary."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from clipper.article.asking import And, Or, Part, Word, written
from clipper.store import index, textindex
from clipper.store.documents import EXACT
from clipper.store.session import OpenLibrary
from clipper.store.sought import sought, telling
from clipper.store.textindex import IndexDamaged, IndexFull
from clipper.store.words import is_apart

SHORTEST, LONG = 3, 6
"""Letters from which a word is corrected at all, and from which it may differ in two of them."""
MOST_TERMS = 40_000
"""Terms with the same first letter that are compared: some 0.1 s, and only where nothing was found."""


def suggestion(library: OpenLibrary, tree: Part | None) -> str | None:
    """The query with words that clips have; None where every word is known, or nothing is near."""
    asked = telling(tree)
    if asked is None:
        return None
    try:
        with library.reading() as reading:
            searcher = index.searcher(library, reading)
        corrected = _corrected(searcher, asked)
    except (IndexDamaged, IndexFull):
        return None
    return None if corrected == asked else written(corrected).strip()


def _corrected(searcher: Any, part: Part) -> Part:
    if isinstance(part, And | Or):
        return type(part)(tuple(_corrected(searcher, each) for each in part.parts))
    if not isinstance(part, Word):
        return part
    found = sought(part).terms
    if len(found) != 1 or len(found[0]) < SHORTEST or is_apart(found[0]):
        return part
    nearest = None if _is_known(searcher, found[0]) else _nearest(searcher, found[0])
    return part if nearest is None else replace(part, text=nearest, is_open=False)


def _is_known(searcher: Any, term: str) -> bool:
    return any(textindex.frequency(searcher, field, term) for field in EXACT)


def _nearest(searcher: Any, term: str) -> str | None:
    """The term with the fewest letters to change; of equals the commonest."""
    most = 2 if len(term) >= LONG else 1
    candidates = textindex.terms_beginning(searcher, "body", term[0], MOST_TERMS)
    candidates |= textindex.terms_beginning(searcher, "title", term[0], MOST_TERMS)
    for turned in (term[1] + term[0] + term[2:], term[1:]):
        if having := textindex.frequency(searcher, "body", turned):
            candidates[turned] = having
    best: tuple[int, int, str] | None = None
    for other, having in candidates.items():
        if abs(len(other) - len(term)) <= most and len(other) >= SHORTEST:
            far = distance(term, other, most)
            if far <= most and (best is None or (far, -having, other) < best):
                best = (far, -having, other)
    return None if best is None else best[2]


def distance(one: str, other: str, most: int) -> int:
    """Letters to change, add, leave out or swap with their neighbour (optimal string alignment); more than
    `most` is told as `most + 1`."""
    before: list[int] = []
    row = list(range(len(other) + 1))
    for at, letter in enumerate(one, 1):
        last, row = row, [at]
        for place, its in enumerate(other, 1):
            cost = min(last[place] + 1, row[-1] + 1, last[place - 1] + (letter != its))
            if before and place > 1 and letter == other[place - 2] and one[at - 2] == its:
                cost = min(cost, before[place - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
        before = last
    return min(row[-1], most + 1)
