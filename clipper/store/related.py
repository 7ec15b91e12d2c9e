"""Clips that are about the same as a clip: those that share the words that set it apart."""

from __future__ import annotations

from collections import Counter

from sqlalchemy import select
from tantivy import Occur, Query

from clipper.article.clip import ClipId
from clipper.errors import NoSuchClip
from clipper.store import index, textindex
from clipper.store import tables as t
from clipper.store.documents import Findable, schema
from clipper.store.findables import findables
from clipper.store.given import given, ids_given
from clipper.store.ranking import WEIGHTS, rarity
from clipper.store.session import OpenLibrary
from clipper.store.textindex import IndexDamaged, IndexFull
from clipper.store.words import is_common

TELLING = 30
"""Words by which a clip is compared: more name side matters, fewer miss the matter (tried by eye)."""
SHARED = 4
"""Words that a clip must share at least: two or three are chance."""


def related(library: OpenLibrary, clip: ClipId, limit: int) -> list[ClipId]:
    """The nearest first; none without a sound index, or where the clip says too little. Raises NoSuchClip."""
    with library.reading() as reading:
        found = next(findables(reading, [clip]), None)
        if found is None:
            raise NoSuchClip(str(clip))
        try:
            searcher = index.searcher(library, reading)
            query = _query(searcher, found)
            hits = [] if query is None else textindex.best(searcher, query, 2 * limit + 20)
        except (IndexDamaged, IndexFull):
            return []
        numbers = [number for number, _score, _moment in hits if number != clip]
        here = select(t.listed.c.clip_id).where(t.listed.c.clip_id.in_(given()), t.listed.c.trashed == 0)
        untrashed = set(reading.connection.scalars(here, ids_given(numbers)).all())
    return [ClipId(number) for number in numbers if number in untrashed][:limit]


def _query(searcher: object, clip: Findable) -> object | None:
    counts = Counter(clip.fields["body"].split())
    for term in clip.fields["title"].split():
        counts[term] += 3  # the title says what it is about
    whole = textindex.size(searcher)
    scored: list[tuple[float, str]] = []
    for term, count in counts.items():
        if len(term) > 1 and not term.isdigit() and not is_common(term):
            having = textindex.frequency(searcher, "body", term)
            if having > 1:
                scored.append((count / (count + 2) * rarity(whole, having), term))
    chosen = sorted(scored, reverse=True)[:TELLING]
    if len(chosen) < SHARED:
        return None
    terms = [
        Query.boost_query(Query.term_query(schema(), field, term), weight * WEIGHTS[field] ** 0.5)
        for weight, term in chosen
        for field in ("title", "body")
    ]
    return Query.boolean_query([(Occur.Should, term) for term in terms], SHARED)
