"""Collections: a tree of named places; a clip may lie in several.

Trees are walked by SQL's own recursion or with a list at hand, never by Python's call stack.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from sqlalchemy import CTE, ColumnElement, Row, func, insert, literal, select, update
from sqlalchemy import delete as sql_delete

from clipper.article.clip import ClipId, CollectionId, CollectionNode
from clipper.article.organising import Look
from clipper.errors import BadName, NoSuchCollection
from clipper.store import following, looks, names
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.engine import insert_new
from clipper.store.session import Reading, Writing
from clipper.store.words import storable


def tree(reading: Reading) -> list[CollectionNode]:
    """All collections, each after its parent, siblings in the user's order, then alphabetical."""
    counts = _counts(reading)
    children: dict[int | None, list[Row[Any]]] = {}
    for row in reading.connection.execute(select(t.collection)):
        children.setdefault(row.parent_id, []).append(row)
    nodes: list[CollectionNode] = []
    waiting: list[tuple[str, Row[Any]]] = []

    def push(parent: CollectionId | None, above: str) -> None:
        siblings = sorted(
            children.get(parent, ()), key=lambda row: place(row.position, row.name), reverse=True
        )
        waiting.extend((above, row) for row in siblings)

    push(None, "")
    while waiting:
        above, row = waiting.pop()
        path = above + names.join([row.name])
        shown = (row.colour, row.icon)
        node = CollectionNode(row.id, row.parent_id, row.name, path, counts.get(row.id, 0), *shown)
        nodes.append(node)
        push(node.id, node.path + "/")
    return nodes


def place(position: int | None, name: str) -> tuple[bool, int, tuple[str, str]]:
    """Sort key among siblings: by the user's own order; what has no place in it behind that, by name."""
    return position is None, position or 0, names.order(name)


def paths(reading: Reading, wanted: Iterable[int]) -> Mapping[int, str]:
    """The paths of these collections."""
    c = t.collection.c
    known = names.paths(reading.connection.execute(select(c.id, c.name, c.parent_id)).all())
    return {number: known[number] for number in wanted}


def find(reading: Reading, path: str) -> CollectionId | None:
    """The collection of that path in any spelling."""
    at: int | None = None
    for name in names.split(path):
        at = reading.connection.scalar(select(t.collection.c.id).where(_is_child(at, name)))
        if at is None:
            return None
    return None if at is None else CollectionId(at)


def named(reading: Reading, path: str) -> list[int]:
    """The collection of that path; if there is none, all whose own name it is."""
    path = storable(path)
    found = find(reading, path)
    if found is not None:
        return [found]
    return list(
        reading.connection.scalars(select(t.collection.c.id).where(t.collection.c.fold == names.fold(path)))
    )


def need(reading: Reading, path: str) -> CollectionId:
    """The collection of that path. Raises NoSuchCollection."""
    found = find(reading, path)
    if found is None:
        raise NoSuchCollection(path)
    return found


def below(*numbers: int) -> CTE:
    """Collections with all that lie in them, as a table with the column `id`."""
    found = select(t.collection.c.id).where(t.collection.c.id.in_(numbers)).cte(recursive=True)
    child = t.collection.alias()
    return found.union(select(child.c.id).where(child.c.parent_id == found.c.id))


def ensure(writing: Writing, path: str) -> CollectionId:
    """The collection of that path, made with its parents where they do not exist yet. Raises BadName."""
    at: int | None = None
    for name in names.proper_path(path):
        found = writing.connection.scalar(select(t.collection.c.id).where(_is_child(at, name)))
        at = _make(writing, at, name) if found is None else found
    assert at is not None
    return CollectionId(at)


def file(writing: Writing, ids: Sequence[ClipId], path: str) -> None:
    """File clips into a collection too. Raises BadName, NoSuchClip."""
    clips = existing(writing, ids)
    number = ensure(writing, path)
    if clips:
        links = [{"clip_id": clip, "collection_id": number} for clip in clips]
        writing.connection.execute(insert_new(t.clip_collection), links)


def take_out(writing: Writing, ids: Sequence[ClipId], path: str) -> None:
    """Take clips out of a collection. Raises NoSuchCollection, NoSuchClip."""
    number = need(writing, path)
    filed = t.clip_collection.c
    for piece in pieces(existing(writing, ids)):
        mine = (filed.collection_id == number) & filed.clip_id.in_(piece)
        writing.connection.execute(sql_delete(t.clip_collection).where(mine))


def move_clips(writing: Writing, ids: Sequence[ClipId], path: str) -> None:
    """File clips into this collection and no other. Raises BadName, NoSuchClip."""
    file(writing, ids, path)
    number = need(writing, path)
    filed = t.clip_collection.c
    for piece in pieces(dict.fromkeys(ids)):
        others = (filed.collection_id != number) & filed.clip_id.in_(piece)
        writing.connection.execute(sql_delete(t.clip_collection).where(others))


def rename(writing: Writing, path: str, name: str) -> None:
    """Give a collection another last name (taken as it stands: a slash is a slash). Raises
    NoSuchCollection, BadName."""
    number = need(writing, path)
    before = paths(writing, [number])[number]
    kept = names.proper(name)
    parent = writing.connection.scalar(select(t.collection.c.parent_id).where(t.collection.c.id == number))
    _check_free(writing, parent, kept, number)
    changed = update(t.collection).where(t.collection.c.id == number)
    writing.connection.execute(changed.values(name=kept, fold=names.fold(kept)))
    following.collection(writing, before, paths(writing, [number])[number])


def move(writing: Writing, path: str, under: str | None) -> None:
    """Hang a collection under another, or at the top (None). Raises NoSuchCollection, BadName."""
    number = need(writing, path)
    before = paths(writing, [number])[number]
    parent = None if under is None else need(writing, under)
    inside = set(writing.connection.scalars(select(below(number).c.id)))
    if parent in inside:
        raise BadName(path, "inside_itself")
    name = writing.connection.scalar(select(t.collection.c.name).where(t.collection.c.id == number))
    assert name is not None
    _check_free(writing, parent, name, number)
    changed = update(t.collection).where(
        t.collection.c.id == number, t.collection.c.parent_id.is_distinct_from(parent)
    )
    writing.connection.execute(changed.values(parent_id=parent, position=None))
    _check_levels(writing, path)
    following.collection(writing, before, paths(writing, [number])[number])


def merge(writing: Writing, path: str, into: str) -> None:
    """Pour a collection, with those inside it, into another: its clips are filed there, what is of the same
    name becomes one. Raises NoSuchCollection, BadName (inside_itself)."""
    number, target = need(writing, path), need(writing, into)
    if target in set(writing.connection.scalars(select(below(number).c.id))):
        raise BadName(path, "inside_itself")
    known = paths(writing, [number, target])
    poured: list[int] = []
    waiting: list[tuple[int, int]] = [(number, target)]
    while waiting:
        source, sink = waiting.pop()
        poured.append(source)
        waiting += _pour(writing, source, sink)
    writing.connection.execute(sql_delete(t.collection).where(t.collection.c.id.in_(poured)))
    _check_levels(writing, path)
    following.collection(writing, known[number], known[target])


def _pour(writing: Writing, source: int, sink: int) -> list[tuple[int, int]]:
    """The clips and children of one collection into another; answers those that are to become one."""
    filed, c = t.clip_collection, t.collection.c
    carried = select(filed.c.clip_id, literal(sink)).where(filed.c.collection_id == source)
    writing.connection.execute(insert_new(filed).from_select(["clip_id", "collection_id"], carried))
    writing.connection.execute(sql_delete(filed).where(filed.c.collection_id == source))
    same: list[tuple[int, int]] = []
    children = select(c.id, c.name).where(c.parent_id == source)
    for child, name in writing.connection.execute(children).all():
        taken = writing.connection.scalar(select(c.id).where(_is_child(sink, name)))
        if taken is not None:
            same.append((child, taken))
            continue
        moved = update(t.collection).where(c.id == child).values(parent_id=sink, position=None)
        writing.connection.execute(moved)
    return same


def show_as(writing: Writing, path: str, look: Look) -> None:
    """Give a collection a colour and an icon. Raises NoSuchCollection, BadColour, BadName."""
    number = need(writing, path)
    changed = update(t.collection).where(t.collection.c.id == number)
    if values := looks.values(look):
        writing.connection.execute(changed.values(**values))


def delete(writing: Writing, path: str) -> None:
    """Delete a collection with those inside it; the clips stay. Raises NoSuchCollection."""
    inside = list(writing.connection.scalars(select(below(need(writing, path)).c.id)))
    filed = t.clip_collection
    for piece in pieces(inside):
        writing.connection.execute(sql_delete(filed).where(filed.c.collection_id.in_(piece)))
    # In one statement: foreign keys are looked at when it ends, so parents and children may go in any order.
    writing.connection.execute(sql_delete(t.collection).where(t.collection.c.id.in_(inside)))


def _counts(reading: Reading) -> dict[int, int]:
    filed = t.clip_collection.c
    every = select(filed.collection_id, func.count()).group_by(filed.collection_id)
    counts: dict[int, int] = dict(reading.connection.execute(every).all())
    # Few are in the trash: counted apart, the many need no look at their clips.
    gone = every.where(filed.clip_id.in_(select(t.clip.c.id).where(t.clip.c.trashed.is_not(None))))
    for number, count in reading.connection.execute(gone):
        counts[number] -= count
    return counts


def _is_child(parent: int | None, name: str) -> ColumnElement[bool]:
    c = t.collection.c
    under = c.parent_id.is_(None) if parent is None else c.parent_id == parent
    return under & (c.fold == names.fold(name))


def _make(writing: Writing, parent: int | None, name: str) -> int:
    row = {"parent_id": parent, "name": name, "fold": names.fold(name)}
    made = writing.connection.execute(insert(t.collection), row).inserted_primary_key
    assert made is not None
    return int(made[0])


def _check_free(writing: Writing, parent: int | None, name: str, but: CollectionId) -> None:
    taken = writing.connection.scalar(select(t.collection.c.id).where(_is_child(parent, name)))
    if taken is not None and taken != but:
        raise BadName(name, "taken")


def _check_levels(writing: Writing, path: str) -> None:
    """No collection deeper than MAX_LEVELS; a move that broke it is rolled back with its act."""
    deepest = max(len(names.split(node.path)) for node in tree(writing))
    if deepest > names.MAX_LEVELS:
        raise BadName(path, "too_deep")
