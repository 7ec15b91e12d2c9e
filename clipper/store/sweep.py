"""Remove blobs that nothing names any more, and leftovers of processes that were ended."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from sqlalchemy import func, select, union_all

from clipper.store import facts, revising
from clipper.store import tables as t
from clipper.store.session import OpenLibrary, Reading, Writing

EVERY = timedelta(days=1)
_NAMING = (("capture", "$.raw_sha256"), ("capture_page", "$.raw_sha256"), ("version_image", "$.sha256"))
"""Tables that name blobs, and where in their images of the journal."""


def named_blobs(reading: Reading) -> set[str]:
    """Hashes that captures and versions name (of trashed clips too), and those that a redo would bring
    back."""
    change = t.act_change.c
    kept = [
        select(func.json_extract(image, path)).where(change.name == name, image.is_not(None))
        for name, path in _NAMING
        for image in (change.before, change.after)
    ]
    pictures = select(t.version_image.c.sha256).where(t.version_image.c.sha256.is_not(None))
    raw = (select(t.capture.c.raw_sha256), select(t.capture_page.c.raw_sha256))
    every = union_all(*raw, pictures, *kept)
    return {sha256 for sha256 in reading.connection.scalars(every) if sha256}


def sweep(library: OpenLibrary) -> int:
    """Remove what no row names and nobody touched for a day; answers how many files.

    It holds the writer's lock meanwhile, so that no clip can begin to name what is being removed.
    """
    removed = 0
    with library.transaction() as writing:
        _discard_leftovers(writing)
        named = named_blobs(writing)
        for sha256, file in library.blobs.all():
            if sha256 not in named:
                with contextlib.suppress(OSError):
                    removed += library.blobs.remove_old(file)
        facts.write(writing, "swept", writing.now.isoformat())
    library.blobs.remove_leftovers()
    return removed


def _discard_leftovers(writing: Writing) -> None:
    """Versions that a cleaning which was ended left behind: later than their clip's current one, which no
    version that was ever current is, and too old for one that is still at work."""
    joined = t.version.join(t.clip, t.clip.c.id == t.version.c.clip_id)
    later = (t.version.c.id > t.clip.c.version_id) & (t.version.c.made < writing.now - EVERY)
    numbers = writing.connection.scalars(select(t.version.c.id).select_from(joined).where(later))
    revising.discard(writing, list(numbers))


def sweep_if_due(library: OpenLibrary) -> None:
    """Sweep if the last time is more than a day ago."""
    with library.reading() as reading:
        swept = facts.read(reading, "swept")
        due = swept is None or reading.now - datetime.fromisoformat(swept) > EVERY
    if due:
        sweep(library)
