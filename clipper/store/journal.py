"""The journal beneath every act: triggers write the images of the rows it changes beside them.

An act is open while a row of `act_open` names it; triggers copy nothing without it (so undo, which replays
images,
journals nothing). Captures and versions are never changed, so their inserts keep the key alone: the text of
a clip is not stored twice. `acts.undo` adds the image when it takes such a row away.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Column, Connection, Select, Table, delete, func, insert, literal, null, select

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.store import tables as t

KEPT_ACTS = 200
FIXED: tuple[Table, ...] = (t.capture, t.capture_page, t.version, t.version_text, t.version_image)
"""Written once, never changed."""
CHANGING: tuple[Table, ...] = (
    t.clip,
    t.overlay,
    t.overlay_text,
    t.highlight,
    t.edit,
    t.site_file,
    t.address,
    t.tag,
    t.clip_tag,
    t.collection,
    t.clip_collection,
    t.smart,
    t.rule,
)
JOURNALLED: Mapping[str, Table] = {each.name: each for each in (*FIXED, *CHANGING)}


@dataclass(frozen=True, slots=True)
class Shape:
    """Columns of a table in the file, which may have more than an older image."""

    columns: tuple[str, ...]
    key: tuple[str, ...]

    def image(self, row: str) -> str:
        """SQL for a row as a JSON object; `row` is `new`, `old` or a table's alias."""
        return "json_object(" + ", ".join(f"'{name}', {row}.{name}" for name in self.columns) + ")"

    def key_of(self, row: str) -> str:
        """SQL for a row's primary key as a JSON array."""
        return "json_array(" + ", ".join(f"{row}.{name}" for name in self.key) + ")"


def shape_of(name: str) -> Shape:
    """The shape of a journalled table."""
    table = JOURNALLED[name]
    return Shape(tuple(c.name for c in table.columns), tuple(c.name for c in table.primary_key.columns))


def remake_triggers(connection: sqlite3.Connection) -> None:
    """Drop the journal's triggers and make them from the tables as they are now; ends every migration."""
    old = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'trigger' AND name LIKE 'journal!_%' ESCAPE '!'"
    )
    for (trigger,) in old.fetchall():
        connection.execute(f"DROP TRIGGER {trigger}")
    for name in JOURNALLED:
        for statement in _triggers(name):
            connection.execute(statement)


def _triggers(name: str) -> list[str]:
    shape = shape_of(name)
    changed = " OR ".join(f"old.{column} IS NOT new.{column}" for column in shape.columns)
    after = "NULL" if JOURNALLED[name] in FIXED else shape.image("new")
    return [
        _trigger(name, "insert", "new", "1", "NULL", after),
        _trigger(name, "update", "old", changed, shape.image("old"), shape.image("new")),
        _trigger(name, "delete", "old", "1", shape.image("old"), "NULL"),
    ]


def _trigger(name: str, operation: str, row: str, when: str, before: str, after: str) -> str:
    shape = shape_of(name)
    clip = f"{row}.clip_id" if "clip_id" in shape.columns else f"{row}.id" if name == "clip" else "NULL"
    return (
        f"CREATE TRIGGER journal_{name}_{operation} AFTER {operation.upper()} ON {name} WHEN {when} BEGIN "  # noqa: S608
        "INSERT INTO act_change (act_id, name, operation, key, clip_id, before, after) "
        f"SELECT act_id, '{name}', '{operation}', {shape.key_of(row)}, {clip}, {before}, {after} "
        "FROM act_open; END"
    )


def begin(connection: Connection, code: str, made: datetime) -> int:
    """Open an act; answers its number."""
    number = connection.execute(insert(t.act), {"code": code, "made": made}).inserted_primary_key
    assert number is not None
    connection.execute(insert(t.act_open), {"act_id": number[0]})
    return int(number[0])


def claim(connection: Connection, owner: Column[int], numbers: Sequence[int]) -> None:
    """Have the open act answer for rows of a fixed table that were written before it, outside any act: its
    undo takes them away. `owner` is the column by which `numbers` choose them."""
    table = owner.table
    shape = shape_of(table.name)
    key = func.json_array(*(table.c[name] for name in shape.key))
    clip = table.c.clip_id if "clip_id" in shape.columns else null()
    values = (t.act_open.c.act_id, literal(table.name), literal("insert"), key, clip)
    rows = select(*values).join_from(table, t.act_open, literal(value=True)).where(owner.in_(numbers))
    columns = ["act_id", "name", "operation", "key", "clip_id"]
    connection.execute(insert(t.act_change).from_select(columns, rows))


def end(connection: Connection, act: int) -> Changes:
    """Close the act: without a change it leaves no trace; otherwise what was undone can no longer be done
    again."""
    connection.execute(delete(t.act_open))
    changes = changes_of(connection, act)
    if changes.act is None:
        connection.execute(delete(t.act).where(t.act.c.id == act))
        return changes
    _forget(connection, select(t.act.c.id).where(t.act.c.undone.is_not(None)))
    oldest = select(t.act.c.id).order_by(t.act.c.id.desc()).offset(KEPT_ACTS)
    _forget(connection, oldest)
    return changes


def changes_of(connection: Connection, act: int) -> Changes:
    """What the act changed, from its journal; `act` is None in it where that is nothing."""
    mine = t.act_change.c.act_id == act
    names = set(connection.scalars(select(t.act_change.c.name).where(mine).distinct()))
    if not names:
        return Changes()
    touched = select(t.act_change.c.clip_id).where(mine, t.act_change.c.clip_id.is_not(None)).distinct()
    clips = set(connection.scalars(touched))
    if "tag" in names:
        clips.update(_clips_of_tags(connection, act))
    if "collection" in names:
        clips.update(_clips_of_collections(connection, act))
    return Changes(
        frozenset(ClipId(number) for number in clips if number is not None),
        tags=bool(names & {"tag", "clip_tag"}),
        collections=bool(names & {"collection", "clip_collection"}),
        act=act,
        smart="smart" in names,
        rules="rule" in names,
    )


def _clips_of_tags(connection: Connection, act: int) -> list[int]:
    """Clips that show another name of a tag now."""
    ids = _keys(act, "tag")
    return list(connection.scalars(select(t.clip_tag.c.clip_id).where(t.clip_tag.c.tag_id.in_(ids))))


def _clips_of_collections(connection: Connection, act: int) -> list[int]:
    """Clips that show another path now: those in the collections changed and in all below them."""
    start = _keys(act, "collection")
    below = select(t.collection.c.id).where(t.collection.c.id.in_(start)).cte("below", recursive=True)
    child = t.collection.alias()
    below = below.union(select(child.c.id).where(child.c.parent_id == below.c.id))
    filed = t.clip_collection
    return list(
        connection.scalars(
            select(filed.c.clip_id).where(filed.c.collection_id.in_(select(below.c.id))).distinct()
        )
    )


def _keys(act: int, name: str) -> Select[int]:
    change = t.act_change
    return select(func.json_extract(change.c.key, "$[0]")).where(
        change.c.act_id == act, change.c.name == name
    )


def _forget(connection: Connection, acts: Select[int]) -> None:
    ids = list(connection.scalars(acts))
    if ids:
        connection.execute(delete(t.act_change).where(t.act_change.c.act_id.in_(ids)))
        connection.execute(delete(t.act).where(t.act.c.id.in_(ids)))
