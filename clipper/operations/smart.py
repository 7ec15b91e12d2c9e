"""Smart collections: saved queries that are places to look in. Every change is one act."""

from __future__ import annotations

from clipper.article.changes import Changes
from clipper.article.organising import Look, SmartCollection, Spot
from clipper.article.query import Scope
from clipper.operations.desk import Desk
from clipper.store import search, smart


def listed(desk: Desk) -> list[SmartCollection]:
    """All of them, in order."""
    with desk.library.reading() as reading:
        return smart.listed(reading)


def counts(desk: Desk) -> dict[str, int]:
    """How many clips answer each at this moment, by name: as many searches."""
    with desk.library.reading() as reading:
        return {
            each.name: len(search.answering(desk.library, reading, None, Scope("smart", each.name)))
            for each in smart.listed(reading)
        }


def make(desk: Desk, made: SmartCollection) -> Changes:
    """Save a query. Raises BadName, AsksNothing, BadColour."""
    return desk.act("make_smart", lambda w: smart.add(w, made))


def edit(
    desk: Desk,
    name: str,
    *,
    new: str | None = None,
    query: str | None = None,
    look: Look = Look(),  # noqa: B008 - frozen
) -> Changes:
    """Change what is given: name, query, how it is shown. Raises NoSuchSmartCollection, BadName, AsksNothing,
    BadColour."""
    return desk.act("edit_smart", lambda w: smart.edit(w, name, new=new, query=query, look=look))


def delete(desk: Desk, name: str) -> Changes:
    """Delete one; the clips stay. Raises NoSuchSmartCollection."""
    return desk.act("delete_smart", lambda w: smart.delete(w, name))


def order(desk: Desk, name: str, spot: Spot) -> Changes:
    """Move one to another place of the order. Raises NoSuchSmartCollection."""
    return desk.act("order_smart", lambda w: smart.order(w, name, spot))
