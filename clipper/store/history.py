"""What can be undone and done again, told in words that a user knows: titles and names, not rows."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from clipper.article.act import Act
from clipper.store import tables as t
from clipper.store.session import Reading

MOST_NAMES = 3
_c = t.act_change.c
_FILED = {"clip_tag": t.tag, "clip_collection": t.collection}
_NAMED = ("tag", "collection", "smart", "rule", "site_file")


def done(reading: Reading, limit: int | None = None) -> list[Act]:
    """Acts that can be undone, the latest first: what `undo` takes."""
    a = t.act.c
    query = select(a.id, a.code, a.made).where(a.undone.is_(None)).order_by(a.id.desc()).limit(limit)
    return [_told(reading, row) for row in reading.connection.execute(query)]


def undone(reading: Reading, limit: int | None = None) -> list[Act]:
    """Acts that can be done again, the one undone last first: what `redo` takes."""
    a = t.act.c
    query = select(a.id, a.code, a.made).where(a.undone.is_not(None)).order_by(a.undone.desc()).limit(limit)
    return [_told(reading, row) for row in reading.connection.execute(query)]


def told(reading: Reading, act: int) -> Act | None:
    """One act, or None where the journal has it no longer."""
    a = t.act.c
    row = reading.connection.execute(select(a.id, a.code, a.made).where(a.id == act)).one_or_none()
    return None if row is None else _told(reading, row)


def _told(reading: Reading, row: Any) -> Act:
    mine = (_c.act_id == row.id) & _c.clip_id.is_not(None)
    query = select(func.count(_c.clip_id.distinct()), func.min(_c.clip_id)).where(mine)
    count, clip = reading.connection.execute(query).one()
    title = _title(reading, clip) if count == 1 else None
    names = tuple(_filed(reading, row.id)) or tuple(_named(reading, row.id))
    return Act(row.id, row.code, row.made, count, title, names[:MOST_NAMES])


def _title(reading: Reading, clip: int) -> str | None:
    shown = func.coalesce(t.overlay.c.title, t.version.c.title, t.version.c.url)
    joined = t.clip.join(t.version, t.version.c.id == t.clip.c.version_id)
    joined = joined.outerjoin(t.overlay, t.overlay.c.clip_id == t.clip.c.id)
    title: str | None = reading.connection.scalar(
        select(shown).select_from(joined).where(t.clip.c.id == clip)
    )
    return title


def _filed(reading: Reading, act: int) -> Iterator[str]:
    """Names of the tags and collections that clips were given, else of those that were taken."""
    number = func.json_extract(_c.key, "$[1]")
    rows: Sequence[Any] = reading.connection.execute(
        select(_c.name, _c.operation, number)
        .where(_c.act_id == act, _c.name.in_(_FILED))
        .distinct()
        .order_by(_c.operation.desc(), number)
    ).all()
    given = [row for row in rows if row.operation == "insert"] or rows
    for name, _operation, of in given:
        table = _FILED[name]
        found = reading.connection.scalar(select(table.c.name).where(table.c.id == of))
        if found is not None:
            yield found


def _named(reading: Reading, act: int) -> Iterator[str]:
    """Names of the things themselves that were made, changed or deleted."""
    query = select(_c.name, _c.key, _c.before, _c.after).where(_c.act_id == act, _c.name.in_(_NAMED))
    known: set[str] = set()
    for name, key, before, after in reading.connection.execute(query.order_by(_c.id).limit(100)):
        both = [json.loads(image).get("name") for image in (before, after) if image]
        words = json.loads(key)[0] if name == "site_file" else " → ".join(dict.fromkeys(filter(None, both)))
        if words and words not in known:
            known.add(words)
            yield words
