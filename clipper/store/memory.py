"""What one open library remembers between two looks: the names of its tags and collections.

There may be thousands, a search and every list needs them, and they change seldom. The journal tells when:
names change by acts only, and by their undoing.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, select

from clipper.store import names
from clipper.store import tables as t
from clipper.store.words import terms

Stamp = tuple[int | None, int | None, int]

_STAMP = select(func.max(t.act.c.id), func.max(t.act.c.undone), func.count(t.act.c.undone))
_TAGS = select(t.tag.c.id, t.tag.c.name)
_COLLECTIONS = select(t.collection.c.id, t.collection.c.name, t.collection.c.parent_id)


@dataclass(frozen=True, slots=True)
class Filed:
    """Tags and collections by number."""

    tags: Mapping[int, str]
    tag_order: Mapping[int, int]
    """The place of each tag among all, alphabetically."""
    paths: Mapping[int, str]
    """Of collections."""
    words: tuple[tuple[str, bool, int], ...] = field(repr=False)
    """The terms of each name between blanks, whether it is a tag, and its number."""


class Memory:
    """Safe to use from any thread."""

    def __init__(self, *, keeps: bool = True) -> None:
        """`keeps` False: it looks anew each time, as whoever changes the names must."""
        self._keeps = keeps
        self._lock = threading.Lock()
        self._known: tuple[Stamp, Filed] | None = None

    def filed(self, connection: Connection) -> Filed:
        """The names as this transaction sees them."""
        if not self._keeps:
            return _read(connection)
        row = connection.execute(_STAMP).one()
        stamp: Stamp = (row[0], row[1], row[2])
        with self._lock:
            known = self._known
        if known is None or known[0] != stamp:
            known = (stamp, _read(connection))
            with self._lock:
                self._known = known
        return known[1]


def _read(connection: Connection) -> Filed:
    tags: dict[int, str] = dict(connection.execute(_TAGS).all())
    rows = connection.execute(_COLLECTIONS).all()
    ordered = sorted(tags, key=lambda number: names.order(tags[number]))
    words = [(f" {' '.join(terms(name))} ", True, number) for number, name in tags.items()]
    words += [(f" {' '.join(terms(name))} ", False, number) for number, name, _parent in rows]
    return Filed(tags, {number: at for at, number in enumerate(ordered)}, _paths(rows), tuple(words))


def _paths(rows: Sequence[tuple[int, str, int | None]]) -> dict[int, str]:
    known = {number: (name, parent) for number, name, parent in rows}
    found: dict[int, str] = {}
    for number in known:
        parts: list[str] = []
        at: int | None = number
        while at is not None:
            name, at = known[at]
            parts.append(name)
        found[number] = names.join(parts[::-1])
    return found
