"""Order by hand: of collections among their siblings, and of the clips of a collection."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TypeVar

from sqlalchemy import Select, Table, bindparam, func, select, update

from clipper.article.clip import ClipId, CollectionId
from clipper.article.organising import Spot, Where
from clipper.errors import NoSuchCollection, NotInCollection
from clipper.store import collections, names
from clipper.store import tables as t
from clipper.store.conditions import filed_below
from clipper.store.session import Reading, Writing

T = TypeVar("T")
_filed = t.clip_collection.c


def moved(items: Sequence[T], chosen: Sequence[T], where: Where, other: T | None = None) -> list[T]:
    """The items with the chosen ones, in the order they have, together at another place.

    >>> moved("abcd", "c", "up"), moved("abcd", "bd", "first"), moved("abcd", "a", "after", "c")
    (['a', 'c', 'b', 'd'], ['b', 'd', 'a', 'c'], ['b', 'c', 'a', 'd'])
    """
    block = [each for each in items if each in chosen]
    rest = [each for each in items if each not in chosen]
    if not block or other in block:
        return list(items)
    at = {
        "first": 0,
        "last": len(rest),
        "up": max(0, items.index(block[0]) - 1),
        "down": min(len(rest), items.index(block[-1]) - len(block) + 2),
    }.get(where)
    if at is None:
        assert other is not None
        at = rest.index(other) + (where == "after")
    return rest[:at] + block + rest[at:]


def number(writing: Writing, table: Table, ids: Sequence[int]) -> None:
    """Write down this order in a table whose rows have an `id` and a `position`."""
    given = update(table).where(table.c.id == bindparam("number"), table.c.position.is_not(bindparam("at")))
    values = [{"number": each, "at": at} for at, each in enumerate(ids)]
    writing.connection.execute(given.values(position=bindparam("at")), values)


def order_collection(writing: Writing, path: str, spot: Spot) -> None:
    """Move a collection among its siblings. `spot.other` is a sibling's name or path. Raises
    NoSuchCollection."""
    mine = collections.need(writing, path)
    parent, siblings = _siblings(writing, mine)
    other = None if spot.other is None else _sibling(writing, parent, spot.other, siblings)
    number(writing, t.collection, moved(siblings, [mine], spot.where, other))


def collections_by_name(writing: Writing, path: str) -> None:
    """Order a collection and its siblings by name again. Raises NoSuchCollection."""
    _parent, siblings = _siblings(writing, collections.need(writing, path))
    placed = t.collection.c.id.in_(siblings) & t.collection.c.position.is_not(None)
    writing.connection.execute(update(t.collection).where(placed).values(position=None))


def is_ordered(reading: Reading, collection: CollectionId) -> bool:
    """Whether the user put clips of this collection into an order of his own."""
    placed = select(_filed.clip_id).where(_filed.collection_id == collection, _filed.position.is_not(None))
    return reading.connection.scalar(placed.limit(1)) is not None


def clips_of(reading: Reading, collection: CollectionId) -> list[ClipId]:
    """The untrashed clips in a collection and below it: the newest first, then those in the user's order."""
    return _run(reading, _in_order(collection).where(t.clip.c.id.in_(filed_below([collection]))))


def order_clips(
    writing: Writing, path: str, ids: Sequence[ClipId], where: Where, other: ClipId | None
) -> None:
    """Move clips together to another place of a collection. Raises NoSuchCollection, NotInCollection.

    What stands before the first one that moves stays where it is: a clip that arrives later goes before all.
    """
    collection = collections.need(writing, path)
    before = _run(writing, _in_order(collection).where(_filed.collection_id.is_not(None)))
    there = set(before)
    for clip in (*ids, *(() if other is None else (other,))):
        if clip not in there:
            raise NotInCollection(str(clip), path)
    after = moved(before, ids, where, other)
    same = next((at for at, pair in enumerate(zip(before, after, strict=True)) if pair[0] != pair[1]), None)
    if same is not None:
        _place(writing, collection, after, same)


def newest_first(writing: Writing, path: str) -> None:
    """Order the clips of a collection by their age again. Raises NoSuchCollection."""
    placed = (_filed.collection_id == collections.need(writing, path)) & _filed.position.is_not(None)
    writing.connection.execute(update(t.clip_collection).where(placed).values(position=None))


def _in_order(collection: CollectionId) -> Select[int]:
    mine = (_filed.clip_id == t.clip.c.id) & (_filed.collection_id == collection)
    return (
        select(t.clip.c.id)
        .select_from(t.clip.outerjoin(t.clip_collection, mine))
        .where(t.clip.c.trashed.is_(None))
        .order_by(_filed.position.nulls_first(), t.clip.c.captured.desc(), t.clip.c.id.desc())
    )


def _run(reading: Reading, query: Select[int]) -> list[ClipId]:
    return [ClipId(found) for found in reading.connection.scalars(query)]


def _place(writing: Writing, collection: CollectionId, clips: Sequence[ClipId], start: int) -> None:
    """Give positions to the clips from `start` on, above those of the clips before them."""
    mine = _filed.collection_id == collection
    highest = select(func.max(_filed.position)).where(
        mine, _filed.clip_id == (clips[start - 1] if start else 0)
    )
    first = (writing.connection.scalar(highest) or 0) + 1
    given = update(t.clip_collection).where(
        mine, _filed.clip_id == bindparam("clip"), _filed.position.is_not(bindparam("at"))
    )
    values = [{"clip": clip, "at": first + at} for at, clip in enumerate(clips[start:])]
    writing.connection.execute(given.values(position=bindparam("at")), values)


def _siblings(reading: Reading, mine: CollectionId) -> tuple[int | None, list[int]]:
    c = t.collection.c
    parent = reading.connection.scalar(select(c.parent_id).where(c.id == mine))
    rows = reading.connection.execute(
        select(c.id, c.name, c.position).where(c.parent_id.is_not_distinct_from(parent))
    )
    return parent, [row.id for row in sorted(rows, key=lambda row: collections.place(row.position, row.name))]


def _sibling(reading: Reading, parent: int | None, name: str, siblings: Sequence[int]) -> int:
    above = "" if parent is None else collections.paths(reading, [parent])[parent] + "/"
    for path in (name, above + name, above + names.join([name])):
        found = collections.find(reading, path)
        if found in siblings:
            assert found is not None
            return found
    raise NoSuchCollection(name)
