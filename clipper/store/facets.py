"""What was found, counted by site, tag, collection, month and language."""

from __future__ import annotations

from collections.abc import Iterable

from clipper.article.asking import Part
from clipper.article.query import Counts, Facets, Scope
from clipper.store import lists, smart
from clipper.store.search import every_hit
from clipper.store.session import OpenLibrary, Reading
from clipper.store.sought import telling

MOST = 200
"""Values that are told of each kind."""


def facets(library: OpenLibrary, tree: Part | None, scope: Scope) -> Facets:
    """The counts of all that answers; without words those of the place.

    Raises NoSuchCollection, NoSuchTag, NoSuchSmartCollection.
    """
    with library.reading() as reading:
        tree, scope = smart.within(reading, tree, scope)
        asked = telling(tree)
        if asked is None:
            hits: list[int] = [int(number) for number in lists.ids(reading, scope)]
        else:
            hits = every_hit(library, reading, asked, scope)
        return _facets(reading, hits)


def _facets(reading: Reading, hits: list[int]) -> Facets:
    counted = reading.memory.counted(reading.connection, hits)
    filed = reading.memory.filed(reading.connection)
    return Facets(
        len(hits),
        _commonest(counted.sites.items()),
        _commonest((filed.tags[number], count) for number, count in counted.tags.items()),
        _commonest((filed.paths[number], count) for number, count in counted.collections.items()),
        tuple(sorted(counted.months.items(), reverse=True)),
        _commonest(counted.languages.items()),
    )


def _commonest(counts: Iterable[tuple[str, int]]) -> Counts:
    """The commonest, equals by name."""
    return tuple(sorted(counts, key=lambda each: (-each[1], each[0]))[:MOST])
