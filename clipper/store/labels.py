"""Tags and collections whose names a word or phrase of a query looks for: filing is SQLite's and never
touches the text index."""

from __future__ import annotations

from sqlalchemy import or_

from clipper.article.asking import Phrase, Word
from clipper.store.conditions import Condition, filed, tagged
from clipper.store.plans import Labelled
from clipper.store.session import Reading
from clipper.store.sought import Sought, sought

SHORTEST_BEGINNING = 3
"""Letters: a shorter beginning is that of hundreds of tags."""


class Names:
    """The names of all tags and collections, for one search."""

    def __init__(self, reading: Reading) -> None:
        self._words = reading.memory.filed(reading.connection).words
        self._known: dict[Word | Phrase, Labelled | None] = {}

    def __call__(self, part: Word | Phrase) -> Labelled | None:
        """The labels that answer, or None."""
        if part not in self._known:
            self._known[part] = self._labelled(sought(part))
        return self._known[part]

    def _labelled(self, each: Sought) -> Labelled | None:
        if not each.is_anywhere or (each.is_prefix and len(each.terms[-1]) < SHORTEST_BEGINNING):
            return None
        needle = f" {' '.join(each.terms)}" + ("" if each.is_prefix else " ")
        found = [(is_tag, number) for name, is_tag, number in self._words if needle in name]
        tags = tuple(number for is_tag, number in found if is_tag)
        collections = tuple(number for is_tag, number in found if not is_tag)
        return Labelled(tags, collections) if tags or collections else None


def carrying(reading: Reading, labelled: Labelled, *, probe: bool = False) -> Condition:
    """Clips that bear one of the labels, as a condition on `clip`; `probe` as in `conditions.condition`."""
    return or_(tagged(labelled.tags, probe=probe), filed(reading, labelled.collections, probe=probe))
