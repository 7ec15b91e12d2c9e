"""What one open library remembers between two looks: the names of its tags and collections.

There may be thousands, a search and every list needs them, and they change seldom. The journal tells when:
names change by acts only, and by their undoing.
"""

from __future__ import annotations

import threading
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from sqlalchemy import Connection, func, literal, select

from clipper.store import names, shelves
from clipper.store import tables as t
from clipper.store.given import given, ids_given
from clipper.store.shelves import Counted, Shelves
from clipper.store.words import terms

_COUNTED = ("clip", "overlay", "clip_tag", "clip_collection")
"""Tables that say what is counted."""
Stamp = tuple[int | None, int | None, int]

_STAMP = select(func.max(t.act.c.id), func.max(t.act.c.undone), func.count(t.act.c.undone))
_NAMED = t.act_change.c.name.in_(("tag", "collection"))
_OWN_STAMP = select(
    func.max(t.act_open.c.act_id),
    func.count(t.act_change.c.id),
    literal(0),
).select_from(t.act_open.outerjoin(t.act_change, (t.act_change.c.act_id == t.act_open.c.act_id) & _NAMED))
"""Of an act that is being written: how many names it has changed."""
Names = tuple[dict[int, str], list[tuple[int, str, int | None]]]
"""Tags by number; collections with their names and parents."""
Acts = dict[int, int | None]
"""The journal's acts, and which of them are undone."""
Told = tuple[str | None, Acts]
"""What the journal told at a look, and how many undos there were."""
_NEVER = -1
UNDOS = "undos"
"""The fact that counts undos."""
_UNDOS = select(t.library.c.value).where(t.library.c.name == UNDOS)
_ACTS = select(t.act.c.id, t.act.c.undone)
_CHANGED = (
    select(t.act_change.c.clip_id)
    .where(t.act_change.c.act_id.in_(given()), t.act_change.c.name.in_(_COUNTED))
    .distinct()
)
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

    def __init__(self, *, of_writer: bool = False) -> None:
        """`of_writer`: of one transaction, which may change the names itself."""
        self._of_writer = of_writer
        self._lock = threading.Lock()
        self._known: tuple[Stamp, Names, Filed] | None = None
        self._counting = threading.Lock()
        self._shelves: tuple[Told, Shelves] | None = None

    def filed(self, connection: Connection) -> Filed:
        """The names as this transaction sees them."""
        row = connection.execute(_OWN_STAMP if self._of_writer else _STAMP).one()
        stamp: Stamp = (row[0], row[1], row[2])
        if self._of_writer and stamp[0] is None:
            return _filed(_names(connection))  # no act: nothing tells what it changes
        with self._lock:
            known = self._known
        if known is None or known[0] != stamp:
            found = _names(connection)
            # Most acts leave the names alone, and to put them in order costs ten times this look.
            known = (stamp, found, known[2] if known and known[1] == found else _filed(found))
            with self._lock:
                self._known = known
        return known[2]

    def counted(self, connection: Connection, hits: Sequence[int]) -> Counted:
        """The hits counted by what they are filed under, as this transaction sees it."""
        with self._counting:
            return self._shelves_of(connection).counted(hits)

    def _shelves_of(self, connection: Connection) -> Shelves:
        told = (connection.scalar(_UNDOS), dict(connection.execute(_ACTS).all()))
        known = self._shelves
        touched = None if known is None else _touched(connection, known[0], told)
        if known is None or touched is None or max(touched, default=0) > known[1].highest:
            found = shelves.read(connection)
        else:
            found = known[1]
            if touched:
                found.put(connection, sorted(touched))
        self._shelves = (told, found)
        return found


def _touched(connection: Connection, told: Told, now_told: Told) -> set[int] | None:
    """Clips that acts have changed between two looks; None where the journal cannot tell.

    An act that it has no more is as it was: too old, or undone before. Unless something was undone since:
    that may be it.
    """
    (undos, before), (now_undos, now) = told, now_told
    is_lost = any(undone is None and act not in now for act, undone in before.items())
    if (is_lost and undos != now_undos) or (before and min(now, default=0) > max(before)):
        return None
    changed = [act for act, undone in now.items() if before.get(act, _NEVER) != undone]
    rows = connection.execute(_CHANGED, ids_given(changed)).all()
    if any(clip is None for (clip,) in rows):
        return None
    return {clip for (clip,) in rows}


def _names(connection: Connection) -> Names:
    rows = connection.execute(_COLLECTIONS).all()
    return dict(connection.execute(_TAGS).all()), [(number, name, parent) for number, name, parent in rows]


def _filed(found: Names) -> Filed:
    tags, rows = found
    ordered = sorted(tags, key=lambda number: names.order(tags[number]))
    words = [(f" {' '.join(terms(name))} ", True, number) for number, name in tags.items()]
    words += [(f" {' '.join(terms(name))} ", False, number) for number, name, _parent in rows]
    return Filed(tags, {number: at for at, number in enumerate(ordered)}, names.paths(rows), tuple(words))
