"""Undo and redo: one generic replay of the journal's row images, for every act there is or will be.

What was changed since is not overwritten: the columns that the act set must still say what it set them to.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any

from sqlalchemy import func, select, update
from sqlalchemy.exc import IntegrityError

from clipper.article.act import Act
from clipper.article.changes import Changes
from clipper.errors import CannotRedo, CannotUndo
from clipper.store import facts, journal, site_files
from clipper.store import tables as t
from clipper.store.journal import FIXED, JOURNALLED, shape_of
from clipper.store.memory import UNDOS
from clipper.store.session import OpenLibrary, Reading, Writing

Image = dict[str, Any]


STAYS_WHILE_USED = {
    "tag": "EXISTS (SELECT 1 FROM clip_tag WHERE tag_id = tag.id)",
    "collection": "EXISTS (SELECT 1 FROM clip_collection WHERE collection_id = collection.id) "
    "OR EXISTS (SELECT 1 FROM collection AS inside WHERE inside.parent_id = collection.id)",
}
"""What an act made by the way is not taken away by its undo if later acts use it."""


@dataclass(frozen=True, slots=True)
class Change:
    """One row's change: None before is an insert, None after a delete; an empty image after is a fixed
    row's."""

    name: str
    key: str
    before: Image | None
    after: Image | None
    stays_while_used: bool = False
    """A row that is not taken away while others name it."""

    def reversed(self) -> Change:
        """What undoes it."""
        return Change(self.name, self.key, self.after, self.before, self.name in STAYS_WHILE_USED)


def last(reading: Reading) -> Act | None:
    """The latest act that is not undone: what `undo` takes by default."""
    c = t.act.c
    latest = select(c.id, c.code, c.made).where(c.undone.is_(None)).order_by(c.id.desc()).limit(1)
    row = reading.connection.execute(latest).one_or_none()
    return None if row is None else Act(row.id, row.code, row.made)


def undo(library: OpenLibrary, act: int | None) -> Changes:
    """Undo an act, by default the latest. Raises CannotUndo (`nothing`, `changed_since`)."""
    try:
        with library.transaction() as writing:
            number = _undoable(writing, act)
            changes = _changes(writing, number)
            _keep_fixed(writing, number)
            _check(writing, number, changes, back=True)
            _apply(writing, [change.reversed() for change in reversed(changes)])
            _mark(writing, number, _next_undo(writing))
            said = replace(journal.changes_of(writing.connection, number), act=None)
    except IntegrityError as error:
        raise CannotUndo("changed_since") from error
    _follow(library, [change.reversed() for change in reversed(changes)])
    library.care()
    return said


def redo(library: OpenLibrary, act: int | None = None) -> Changes:
    """Do an act again, by default the one undone last. Raises CannotRedo (`nothing_undone`,
    `changed_since`)."""
    try:
        with library.transaction() as writing:
            number = _redoable(writing, act)
            changes = _changes(writing, number)
            _check(writing, number, changes, back=False)
            _apply(writing, changes)
            _mark(writing, number, None)
            said = journal.changes_of(writing.connection, number)
    except IntegrityError as error:
        raise CannotRedo("changed_since") from error
    _follow(library, changes)
    library.care()
    return said


def _follow(library: OpenLibrary, changes: Sequence[Change]) -> None:
    """Sites' rules are files: these follow their rows."""
    for change in changes:
        if change.name == t.site_file.name:
            site_files.follow(library.site_rules, change.before, change.after)


def _undoable(writing: Writing, act: int | None) -> int:
    if act is None:
        found = last(writing)
        number = None if found is None else found.id
    else:
        done = select(t.act.c.id).where(t.act.c.id == act, t.act.c.undone.is_(None))
        number = writing.connection.scalar(done)
    if number is None:
        raise CannotUndo("nothing" if act is None else "not_done")
    return number


def _redoable(writing: Writing, act: int | None) -> int:
    undone = select(t.act.c.id).where(t.act.c.undone.is_not(None)).order_by(t.act.c.undone.desc())
    wanted = undone if act is None else undone.where(t.act.c.id == act)
    number = writing.connection.scalar(wanted.limit(1))
    if number is None:
        raise CannotRedo("nothing_undone" if act is None else "not_undone")
    return int(number)


def _next_undo(writing: Writing) -> int:
    """A number that no undo had: by it whoever remembers names knows that these may have changed."""
    number = int(facts.read(writing, UNDOS) or 0) + 1
    highest = writing.connection.scalar(select(func.max(t.act.c.undone))) or 0
    number = max(number, highest + 1)
    facts.write(writing, UNDOS, str(number))
    return number


def _mark(writing: Writing, act: int, undone: Any) -> None:
    writing.connection.execute(update(t.act).where(t.act.c.id == act).values(undone=undone))


def _changes(writing: Writing, act: int) -> list[Change]:
    c = t.act_change.c
    query = select(c.name, c.operation, c.key, c.before, c.after).where(c.act_id == act).order_by(c.id)
    found: list[Change] = []
    for name, operation, key, before, after in writing.connection.execute(query):
        new = None if operation == "delete" else json.loads(after) if after else {}
        found.append(Change(name, key, json.loads(before) if before else None, new))
    return found


def _keep_fixed(writing: Writing, act: int) -> None:
    """Rows that an undo takes away and whose content the journal does not have yet: redo will need it."""
    for name in (table.name for table in FIXED):
        shape = shape_of(name)
        content = f"SELECT {shape.image('x')} FROM {name} AS x WHERE {_same_key(name, 'x', 'act_change')}"  # noqa: S608
        writing.connection.exec_driver_sql(
            f"UPDATE act_change SET after = ({content}) "  # noqa: S608 - names of our own tables
            "WHERE act_id = ? AND name = ? AND operation = 'insert' AND after IS NULL",
            (act, name),
        )


def _same_key(name: str, row: str, change: str) -> str:
    key = shape_of(name).key
    return " AND ".join(
        f"{row}.{column} = json_extract({change}.key, '$[{n}]')" for n, column in enumerate(key)
    )


def _check(writing: Writing, act: int, changes: Sequence[Change], *, back: bool) -> None:
    """Raise CannotUndo or CannotRedo unless all rows are as the act or its undo left them."""
    ends: dict[tuple[str, str], tuple[Image | None, Image | None]] = {}
    for change in changes:
        first = ends.get((change.name, change.key), (change.before, None))[0]
        ends[change.name, change.key] = (first, change.after)
    now = {name: _current(writing, act, name) for name in {change.name for change in changes}}
    for (name, key), (before, after) in ends.items():
        expected, target = (after, before) if back else (before, after)
        if JOURNALLED[name] in FIXED and expected is not None:
            expected = {}  # It cannot have changed: that it is there is enough.
        if not _is_as_expected(now[name].get(key), expected, target, name):
            raise (CannotUndo if back else CannotRedo)("changed_since")


def _is_as_expected(current: Image | None, expected: Image | None, target: Image | None, name: str) -> bool:
    if expected is None:
        return current is None or (name in STAYS_WHILE_USED and current == target)
    if current is None:
        return False
    columns = (
        expected if target is None else [k for k in expected if expected[k] != target.get(k, expected[k])]
    )
    return all(current.get(column) == expected[column] for column in columns)


def _current(writing: Writing, act: int, name: str) -> dict[str, Image]:
    """The rows that the act changed, as they are; of fixed rows only that they are there."""
    image = "'{}'" if JOURNALLED[name] in FIXED else shape_of(name).image("x")
    query = (
        f"SELECT DISTINCT c.key, {image} FROM act_change AS c "  # noqa: S608
        f"JOIN {name} AS x ON {_same_key(name, 'x', 'c')} "
        "WHERE c.act_id = ? AND c.name = ?"
    )
    rows = writing.connection.exec_driver_sql(query, (act, name))
    return {key: json.loads(content) for key, content in rows}


def _apply(writing: Writing, changes: Sequence[Change]) -> None:
    """Make the changes one after another, as they were made: each state between was a lawful one."""
    writing.connection.exec_driver_sql("PRAGMA defer_foreign_keys = ON")
    for statement, values in _runs(changes):
        writing.connection.exec_driver_sql(statement, values)


def _runs(changes: Sequence[Change]) -> Iterator[tuple[str, list[tuple[Any, ...]]]]:
    """Statements with the values of all neighbouring changes that need the same one."""
    statement, values = "", list[tuple[Any, ...]]()
    for change in changes:
        made = _statement(change)
        if made is None:
            continue
        if made[0] != statement and values:
            yield statement, values
            values = []
        statement = made[0]
        values.append(made[1])
    if values:
        yield statement, values


def _statement(change: Change) -> tuple[str, tuple[Any, ...]] | None:
    """SQL that takes a row from `before` to `after`."""
    name, key = change.name, tuple(json.loads(change.key))
    where = " AND ".join(f"{column} = ?" for column in shape_of(name).key)
    if change.after is None:
        unless = f" AND NOT ({STAYS_WHILE_USED[name]})" if change.stays_while_used else ""
        return f"DELETE FROM {name} WHERE {where}{unless}", key  # noqa: S608 - names of our own tables
    if change.before is None:
        columns = ", ".join(change.after)
        marks = ", ".join("?" for _each in change.after)
        lenient = "OR IGNORE " if name in STAYS_WHILE_USED else ""
        return f"INSERT {lenient}INTO {name} ({columns}) VALUES ({marks})", tuple(change.after.values())  # noqa: S608
    changed = [column for column, value in change.after.items() if change.before.get(column, value) != value]
    if not changed:
        return None
    sets = ", ".join(f"{column} = ?" for column in changed)
    return f"UPDATE {name} SET {sets} WHERE {where}", (*(change.after[c] for c in changed), *key)  # noqa: S608
