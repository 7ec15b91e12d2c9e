"""Queries saved under a name, in an order of the user's: what smart collections and rules have in common."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Row, Table, delete, func, insert, select, update

from clipper.article.asking import Part, finished, parse
from clipper.article.organising import Spot
from clipper.errors import AsksNothing, BadName
from clipper.store import names
from clipper.store.arranging import moved, number
from clipper.store.session import Reading, Writing
from clipper.store.sought import telling
from clipper.store.words import storable


def asked(reading: Reading, query: str) -> Part | None:
    """What a saved query asks on this day; None if nothing. Its last word is not still being typed."""
    return telling(finished(parse(query, today=reading.now.astimezone().date())))


def proper_query(reading: Reading, query: str) -> str:
    """The query as it is kept. Raises AsksNothing."""
    kept = str(storable(query.strip()))
    if asked(reading, kept) is None:
        raise AsksNothing(names.shown(query))
    return kept


def every(reading: Reading, table: Table) -> list[Row[Any]]:
    """All rows, in order."""
    return list(reading.connection.execute(select(table).order_by(table.c.position, table.c.id)))


def find(reading: Reading, table: Table, name: str) -> Row[Any] | None:
    """The row of that name in any spelling."""
    return reading.connection.execute(
        select(table).where(table.c.fold == storable(names.fold(name)))
    ).one_or_none()


def add(writing: Writing, table: Table, values: dict[str, Any]) -> None:
    """A new row, behind all others. Raises BadName (taken)."""
    last = select(func.coalesce(func.max(table.c.position) + 1, 0))
    position = writing.connection.scalar(last)
    writing.connection.execute(insert(table), _named(writing, table, values, None) | {"position": position})


def change(writing: Writing, table: Table, row: Row[Any], values: dict[str, Any]) -> None:
    """Other values for a row. Raises BadName (taken)."""
    changed = update(table).where(table.c.id == row.id)
    writing.connection.execute(changed.values(_named(writing, table, values, row.id)))


def remove(writing: Writing, table: Table, row: Row[Any]) -> None:
    """Delete a row."""
    writing.connection.execute(delete(table).where(table.c.id == row.id))


def order(writing: Writing, table: Table, row: Row[Any], spot: Spot, other: Row[Any] | None) -> None:
    """Move a row to another place of the order."""
    ids = [each.id for each in every(writing, table)]
    number(writing, table, moved(ids, [row.id], spot.where, None if other is None else other.id))


def _named(writing: Writing, table: Table, values: dict[str, Any], mine: int | None) -> dict[str, Any]:
    kept = names.proper(values["name"])
    taken = find(writing, table, kept)
    if taken is not None and taken.id != mine:
        raise BadName(kept, "taken")
    return values | {"name": kept, "fold": names.fold(kept)}
