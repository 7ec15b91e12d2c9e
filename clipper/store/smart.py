"""Smart collections: saved queries that are places to look in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from sqlalchemy import Row

from clipper.article.asking import Part, all_of
from clipper.article.organising import Look, SmartCollection, Spot
from clipper.article.query import Scope
from clipper.errors import NoSuchSmartCollection
from clipper.store import looks, saved
from clipper.store import tables as t
from clipper.store.session import Reading, Writing


def listed(reading: Reading) -> list[SmartCollection]:
    """All of them, in order."""
    return [_of(row) for row in saved.every(reading, t.smart)]


def need(reading: Reading, name: str) -> SmartCollection:
    """The one of that name. Raises NoSuchSmartCollection."""
    return _of(_need(reading, name))


def add(writing: Writing, smart: SmartCollection) -> None:
    """Save a query. Raises BadName, AsksNothing, BadColour."""
    saved.add(writing, t.smart, _values(writing, smart))


def edit(
    writing: Writing,
    name: str,
    *,
    new: str | None = None,
    query: str | None = None,
    look: Look = Look(),  # noqa: B008
) -> None:
    """Change what is given. Raises NoSuchSmartCollection, BadName, AsksNothing, BadColour."""
    row = _need(writing, name)
    given = {"name": new, "query": query, "colour": look.colour, "icon": look.icon}
    smart = replace(_of(row), **{key: value for key, value in given.items() if value is not None})
    saved.change(writing, t.smart, row, _values(writing, smart))


def delete(writing: Writing, name: str) -> None:
    """Delete one; the clips stay. Raises NoSuchSmartCollection."""
    saved.remove(writing, t.smart, _need(writing, name))


def order(writing: Writing, name: str, spot: Spot) -> None:
    """Move one to another place of the order. Raises NoSuchSmartCollection."""
    other = None if spot.other is None else _need(writing, spot.other)
    saved.order(writing, t.smart, _need(writing, name), spot, other)


def within(reading: Reading, tree: Part | None, scope: Scope) -> tuple[Part | None, Scope]:
    """What is asked in a scope, where that is a smart collection: its query too, everywhere. Raises
    NoSuchSmartCollection."""
    if scope.place != "smart":
        return tree, scope
    return all_of((saved.asked(reading, _need(reading, scope.name or "").query), tree)), Scope()


def _need(reading: Reading, name: str) -> Row[Any]:
    found = saved.find(reading, t.smart, name)
    if found is None:
        raise NoSuchSmartCollection(name)
    return found


def _of(row: Row[Any]) -> SmartCollection:
    return SmartCollection(row.name, row.query, row.colour, row.icon)


def _values(reading: Reading, smart: SmartCollection) -> dict[str, Any]:
    shown = looks.values(Look(smart.colour, smart.icon))
    return {"name": smart.name, "query": saved.proper_query(reading, smart.query)} | shown
