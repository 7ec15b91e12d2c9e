"""Lists of clips: the first page, or the next, of any place at any sort order, without reading the whole.

A large place is walked in the order of the list until the page is full; of a small one all clips are sorted.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import Any

from sqlalchemy import ColumnElement, Select, and_, func, literal, or_, select

from clipper.article.clip import ClipId
from clipper.article.query import Order, Scope
from clipper.store import arranging, collections, tags
from clipper.store import tables as t
from clipper.store.conditions import filed_below, of_tags, within
from clipper.store.engine import unindexed
from clipper.store.given import given, ids_given
from clipper.store.session import Reading

SMALL = 1_400
"""Clips: to sort so many (2.4 µs each) costs as much as to walk (1 µs each) until a place with that share of
100,000 has filled a page of fifty."""

_c, _l = t.clip.c, t.listed.c


def ids(
    reading: Reading,
    scope: Scope,
    order: Order | None = None,
    limit: int | None = None,
    after: ClipId | None = None,
) -> list[ClipId]:
    """Numbers of the clips of a place in this order, those behind `after` only; without an order as the user
    ordered them, else the newest first. Not of a smart collection. Raises NoSuchCollection, NoSuchTag."""
    if order is None and scope.place == "collection":
        number = collections.need(reading, scope.name or "")
        if arranging.is_ordered(reading, number):
            return _sliced(arranging.clips_of(reading, number), limit, after)
    order = order or Order()
    key: ColumnElement[Any] = _l[order.column]
    members = _members(reading, scope)
    if limit is not None and members is not None and _is_small(reading, members):
        # The plus keeps SQLite from walking the whole library in the order of the list.
        chosen = select(_l.clip_id).where(_l.clip_id.in_(members), _l.trashed == 0)
        key = unindexed(key)
    else:
        joined = t.listed.join(t.clip, _c.id == _l.clip_id) if scope.place != "all" else t.listed
        chosen = select(_l.clip_id).select_from(joined).where(within(reading, scope, None))
        if scope.place != "trash":
            chosen = chosen.where(_l.trashed == 0)  # said again for the index that it opens
    return _page(reading, chosen, key, order, limit, after)


def _sliced(whole: list[ClipId], limit: int | None, after: ClipId | None) -> list[ClipId]:
    start = whole.index(after) + 1 if after in whole else 0
    return whole[start:] if limit is None else whole[start : start + limit]


def _page(
    reading: Reading,
    chosen: Select[Any],
    key: ColumnElement[Any],
    order: Order,
    limit: int | None,
    after: ClipId | None,
    values: Mapping[str, str] | None = None,
) -> list[ClipId]:
    if after is not None:
        chosen = chosen.where(_behind(after, order))
    columns = (key, _l.clip_id)
    sorted_by = [each.asc() if order.ascending else each.desc() for each in columns]
    return [
        ClipId(number)
        for number in reading.connection.scalars(chosen.order_by(*sorted_by).limit(limit), values).all()
    ]


def sorted_ids(
    reading: Reading, chosen: Iterable[int], order: Order, limit: int | None, after: ClipId | None = None
) -> list[ClipId]:
    """These clips in this order, those behind `after` only."""
    key: ColumnElement[Any] = unindexed(_l[order.column])
    those = select(_l.clip_id).where(_l.clip_id.in_(given()))
    return _page(reading, those, key, order, limit, after, ids_given(chosen))


def _members(reading: Reading, scope: Scope) -> Select[Any] | None:
    """The clips of a place that can be counted without looking at each clip of the library."""
    match scope.place:
        case "starred":
            return select(_c.id).where(_c.starred == 1, _c.trashed.is_(None))
        case "unread":
            return select(_c.id).where(_c.read == 0, _c.trashed.is_(None))
        case "tag":
            return of_tags(tags.need_beneath(reading, scope.name or ""))
        case "collection":
            return filed_below([collections.need(reading, scope.name or "")])
        case _:
            return None


def _is_small(reading: Reading, members: Select[Any]) -> bool:
    few = members.limit(SMALL).subquery()
    return (reading.connection.scalar(select(func.count()).select_from(few)) or 0) < SMALL


def _behind(after: ClipId, order: Order) -> ColumnElement[bool]:
    """What comes behind a clip in the list."""
    last = t.listed.alias()
    value = select(last.c[order.column]).where(last.c.clip_id == after).scalar_subquery()
    key: ColumnElement[Any] = _l[order.column]
    number = literal(int(after))
    if order.ascending:
        return or_(key > value, and_(key == value, _l.clip_id > number))
    return or_(key < value, and_(key == value, _l.clip_id < number))
