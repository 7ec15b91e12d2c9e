"""Delete for good what lies in the trash for long.

A clock that jumps must not empty the trash. So a day's look only notes the moment up to which clips are old
enough; the next look, at least a day later, deletes what was old enough at the one before. A note from the
future (the clock was wrong and was set right) is void.
"""

from __future__ import annotations

import json
from datetime import datetime, timedelta

from sqlalchemy import select

from clipper.article.clip import ClipId
from clipper.jobs import Ticket
from clipper.store import facts
from clipper.store import tables as t
from clipper.store.purge import purge
from clipper.store.session import OpenLibrary, Reading

EVERY = timedelta(days=1)
LOOKED = "trash"
"""The fact: when it was looked, and up to which moment clips were old enough then."""


def is_due(library: OpenLibrary, days: int) -> bool:
    """Whether the last look is a day ago, or lies in the future."""
    if not days:
        return False
    with library.reading() as reading:
        at, _until = _last(reading)
        return not timedelta() <= reading.now - at < EVERY


def expire(library: OpenLibrary, days: int, ticket: Ticket) -> tuple[ClipId, ...]:
    """Look, if it is due; answers what was deleted. 0 days: never. Raises Stopped, LibraryError."""
    if not is_due(library, days):
        return ()
    with library.reading() as reading:
        now = reading.now
        at, until = _last(reading)
        bound = min(until, now - timedelta(days=days))
        old = select(t.clip.c.id).where(t.clip.c.trashed.is_not(None), t.clip.c.trashed <= bound)
        ids = [ClipId(number) for number in reading.connection.scalars(old)] if at <= now else []
    if ids:
        purge(library, ids, ticket)
    with library.transaction() as writing:
        said = {"at": now.isoformat(), "until": (now - timedelta(days=days)).isoformat()}
        facts.write(writing, LOOKED, json.dumps(said))
    return tuple(ids)


def _last(reading: Reading) -> tuple[datetime, datetime]:
    """The last look; long ago where there was none, and nothing was old enough."""
    said = facts.read(reading, LOOKED)
    if said is None:
        return (datetime.min.replace(tzinfo=reading.now.tzinfo),) * 2
    known = json.loads(said)
    return datetime.fromisoformat(known["at"]), datetime.fromisoformat(known["until"])
