"""Tags and collections whose names a word or phrase of a query looks for: filing is SQLite's and never
touches the text index."""

from __future__ import annotations

from functools import lru_cache

from sqlalchemy import or_, select

from clipper.article.asking import Phrase, Word
from clipper.store import tables as t
from clipper.store.conditions import Condition, of_collections, of_tags
from clipper.store.plans import Labelled
from clipper.store.session import Reading
from clipper.store.sought import Sought, sought
from clipper.store.words import terms


class Names:
    """The names of all tags and collections, read once a search."""

    def __init__(self, reading: Reading) -> None:
        run = reading.connection.execute
        self._tags = [(n, _padded(name)) for n, name in run(select(t.tag.c.id, t.tag.c.name))]
        self._collections = [
            (n, _padded(name)) for n, name in run(select(t.collection.c.id, t.collection.c.name))
        ]
        self._known: dict[Word | Phrase, Labelled | None] = {}

    def __call__(self, part: Word | Phrase) -> Labelled | None:
        """The labels that answer, or None."""
        if part not in self._known:
            self._known[part] = self._labelled(sought(part))
        return self._known[part]

    def _labelled(self, each: Sought) -> Labelled | None:
        if not each.is_anywhere:
            return None
        needle = f" {' '.join(each.terms)}" + ("" if each.is_prefix else " ")
        tags = tuple(number for number, name in self._tags if needle in name)
        collections = tuple(number for number, name in self._collections if needle in name)
        return Labelled(tags, collections) if tags or collections else None


def carrying(labelled: Labelled) -> Condition:
    """Clips that bear one of the labels, as a condition on `clip`."""
    return or_(t.clip.c.id.in_(of_tags(labelled.tags)), t.clip.c.id.in_(of_collections(labelled.collections)))


@lru_cache(100_000)
def _padded(name: str) -> str:
    return f" {' '.join(terms(name))} "
