"""Delete clips for good. It cannot be undone."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.article.clip import ClipId
from clipper.article.purged import Purged
from clipper.jobs import Ticket
from clipper.operations.desk import Desk
from clipper.operations.writer import Lane
from clipper.store import purge as store_purge


def purge(desk: Desk, ids: Sequence[ClipId], ticket: Ticket) -> Purged:
    """Delete clips with every trace of them in the library; says which backups may still have them.

    What the user does meanwhile goes before each piece. Cancelled or ended in the middle, some clips are
    gone and the others whole; `finish` or the next purge clears the rest.
    Raises NoSuchClip (then nothing was deleted), Stopped, LibraryError.
    """
    return store_purge.purge(desk.library, ids, ticket, lambda write: desk.writer.run(write, Lane.BATCH))


def finish(desk: Desk, ticket: Ticket) -> Purged:
    """Clear what an earlier purge left behind when it was ended. Raises Stopped, LibraryError."""
    return store_purge.finish(desk.library, ticket)
