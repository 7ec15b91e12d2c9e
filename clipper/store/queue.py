"""The capture queue: lines that wait, each leased to one runner at a time, failed ones with their reason.

A change of the queue is no act: there is nothing to undo in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, Row, delete, insert, select, update

from clipper.article.clip import Filing, QueueId, Waiting
from clipper.errors import ClipperError
from clipper.store import tables as t
from clipper.store.addresses import address_key
from clipper.store.chosen import pieces
from clipper.store.session import Reading, Writing
from clipper.store.words import storable

_q = t.queue.c


def add(writing: Writing, sources: Sequence[str], filing: Filing) -> list[QueueId]:
    """Put sources into the queue, in their order; answers the line of each.

    One that waits already keeps its line and gets the new filing too; if it had failed, it is tried again.
    """
    writing.queue_changed = True
    return [_add(writing, storable(source), filing) for source in sources]


def waiting(reading: Reading) -> list[Waiting]:
    """The queue in its order, failed ones included."""
    found = reading.connection.execute(select(t.queue).order_by(_q.id))
    return [_waiting(row, reading.now) for row in found]


def lease(writing: Writing, owner: str, seconds: float) -> Waiting | None:
    """Give the oldest line that is free to `owner` for so many seconds; None where there is none."""
    free = _q.problem.is_(None) & (_q.owner.is_(None) | (_q.leased_until <= writing.now))
    row = writing.connection.execute(select(t.queue).where(free).order_by(_q.id).limit(1)).one_or_none()
    if row is None:
        return None
    writing.queue_changed = True
    until = writing.now + timedelta(seconds=seconds)
    _set(writing, _q.id == row.id, owner=owner, leased_until=until)
    leased = writing.connection.execute(select(t.queue).where(_q.id == row.id)).one()
    return _waiting(leased, writing.now)


def renew(writing: Writing, ids: Sequence[QueueId], owner: str, seconds: float) -> None:
    """Keep lines for longer; only those that are still the owner's."""
    until = writing.now + timedelta(seconds=seconds)
    for piece in pieces(ids):
        _set(writing, _q.id.in_(piece) & (_q.owner == owner), leased_until=until)


def done(writing: Writing, line: QueueId) -> None:
    """Take a line out: its clip is kept."""
    remove(writing, [line])


def failed(writing: Writing, line: QueueId, error: ClipperError) -> None:
    """Leave the line in the queue with the reason, as code and values."""
    writing.queue_changed = True
    values = storable([list(pair) for pair in error.values])
    _set(writing, _q.id == line, owner=None, leased_until=None, problem=error.code, problem_values=values)


def retry(writing: Writing, ids: Sequence[QueueId]) -> None:
    """Have failed lines tried again, in their old place."""
    writing.queue_changed = True
    for piece in pieces(ids):
        _set(writing, _q.id.in_(piece) & _q.problem.is_not(None), problem=None, problem_values=None)


def remove(writing: Writing, ids: Sequence[QueueId]) -> None:
    """Take lines out; those that are gone already do not matter."""
    writing.queue_changed = True
    for piece in pieces(ids):
        writing.connection.execute(delete(t.queue).where(_q.id.in_(piece)))


def release(writing: Writing, owner: str) -> None:
    """Give back all lines that `owner` still holds."""
    writing.queue_changed = True
    _set(writing, _q.owner == owner, owner=None, leased_until=None)


def _add(writing: Writing, source: str, filing: Filing) -> QueueId:
    key = address_key(source)
    there = writing.connection.execute(select(t.queue).where(_q.key == key)).one_or_none()
    if there is None:
        row = {"key": key, "source": source, "added": writing.now}
        row |= {"collections": list(filing.collections), "tags": list(filing.tags)}
        made = writing.connection.execute(insert(t.queue), row).inserted_primary_key
        assert made is not None
        return QueueId(made[0])
    both = {
        "collections": list(dict.fromkeys([*there.collections, *filing.collections])),
        "tags": list(dict.fromkeys([*there.tags, *filing.tags])),
    }
    _set(writing, _q.id == there.id, problem=None, problem_values=None, **both)
    return QueueId(there.id)


def _set(writing: Writing, which: ColumnElement[bool], **values: Any) -> None:
    writing.connection.execute(update(t.queue).where(which).values(**values))


def _waiting(row: Row[Any], now: datetime) -> Waiting:
    return Waiting(
        id=QueueId(row.id),
        source=row.source,
        filing=Filing(tuple(row.collections), tuple(row.tags)),
        added=row.added,
        running=row.owner is not None and row.leased_until is not None and row.leased_until > now,
        problem=row.problem,
        values=tuple((key, value) for key, value in row.problem_values or ()),
    )
