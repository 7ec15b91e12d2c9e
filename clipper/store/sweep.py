"""Remove blobs that nothing names any more, and leftovers of processes that were ended."""

from __future__ import annotations

import contextlib
from datetime import datetime, timedelta

from sqlalchemy import func, select, union_all

from clipper.store import facts
from clipper.store import tables as t
from clipper.store.session import OpenLibrary, Reading

EVERY = timedelta(days=1)


def named_blobs(reading: Reading) -> set[str]:
    """Hashes that captures and versions name (of trashed clips too), and those that a redo would bring
    back."""
    change = t.act_change.c
    kept = [
        select(func.json_extract(image, path)).where(change.name == name, image.is_not(None))
        for name, path in (("capture", "$.raw_sha256"), ("version_image", "$.sha256"))
        for image in (change.before, change.after)
    ]
    pictures = select(t.version_image.c.sha256).where(t.version_image.c.sha256.is_not(None))
    every = union_all(select(t.capture.c.raw_sha256), pictures, *kept)
    return {sha256 for sha256 in reading.connection.scalars(every) if sha256}


def sweep(library: OpenLibrary) -> int:
    """Remove what no row names and nobody touched for a day; answers how many files.

    It holds the writer's lock meanwhile, so that no clip can begin to name what is being removed.
    """
    removed = 0
    with library.transaction() as writing:
        named = named_blobs(writing)
        for sha256, file in library.blobs.all():
            if sha256 not in named:
                with contextlib.suppress(OSError):
                    removed += library.blobs.remove_old(file)
        facts.write(writing, "swept", writing.now.isoformat())
    library.blobs.remove_leftovers()
    return removed


def sweep_if_due(library: OpenLibrary) -> None:
    """Sweep if the last time is more than a day ago."""
    with library.reading() as reading:
        swept = facts.read(reading, "swept")
        due = swept is None or reading.now - datetime.fromisoformat(swept) > EVERY
    if due:
        sweep(library)
