"""Delete clips for good: rows, journal, queue, index, files, old copies. Nothing brings them back.

In this order, so that being ended anywhere is harmless and the next purge (or the caretaker) goes on: the
rows, some clips a transaction, each with a note of what is still to be done; then the files, the index, the
copies from before migrations, SQLite's own file and log; then the note.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from contextlib import closing
from functools import partial
from typing import Any

from clipper.article.clip import ClipId
from clipper.article.purged import Purged, Rest
from clipper.jobs import Progress, Ticket
from clipper.store import erasing, facts, index_erasing, kept_copies
from clipper.store.chosen import existing, pieces
from clipper.store.engine import connect, translated
from clipper.store.session import OpenLibrary

PIECE = 100
"""Clips a transaction: the lock is held for some 50 ms."""
ERASES = "erases"
"""The fact that SQLite has overwritten all that was ever deleted in this file."""
PATIENCE_S = 5.0
Run = Callable[[Callable[[], Any]], Any]


def _at_once(write: Callable[[], Any]) -> Any:
    return write()


def purge(library: OpenLibrary, ids: Sequence[ClipId], ticket: Ticket, run: Run = _at_once) -> Purged:
    """Delete these clips for good; each piece is given to `run`. Also finishes what an earlier purge left.

    Raises NoSuchClip (then nothing was deleted), Stopped (then some are), LibraryError.
    """
    with library.reading() as reading:
        wanted = existing(reading, ids)

    def erase(piece: Sequence[ClipId]) -> None:
        with library.transaction() as writing:
            erasing.erase(writing, piece)

    for done, piece in enumerate(pieces(wanted, PIECE)):
        ticket.check()
        ticket.say(Progress(done * PIECE, len(wanted), "deleting"))
        run(partial(erase, piece))
    return finish(library, ticket, tuple(wanted))


def is_unfinished(library: OpenLibrary) -> bool:
    """Whether a purge was ended before all traces were gone."""
    with library.reading() as reading:
        return erasing.left(reading) is not None


def finish(library: OpenLibrary, ticket: Ticket, clips: tuple[ClipId, ...] = ()) -> Purged:
    """What is to be done when the rows are gone; nothing where no purge is unfinished."""
    with library.reading() as reading:
        rest = erasing.left(reading)
    if rest is None:
        return Purged(clips)
    undone: list[Rest] = []
    if not erasing.remove_blobs(library, rest):
        undone.append("files")
    ticket.check()
    if not index_erasing.erase(library, ticket):
        undone.append("index")
    kept_copies.remove_old_copies(library, rest.uids)
    backups = kept_copies.backups(library, rest.uids)
    ticket.check()
    _rewrite_file(library, ticket)
    if not undone:
        with library.transaction() as writing:
            erasing.finished(writing, rest)
    if not _empty_log(library):
        undone.append("log")
    return Purged(clips, backups, tuple(undone))


def _rewrite_file(library: OpenLibrary, ticket: Ticket) -> None:
    """Once for a file that was written when SQLite did not overwrite yet: what was deleted then may lie in
    its free pages."""
    with library.reading() as reading:
        erases = facts.read(reading, ERASES) is not None
    if erases:
        return
    ticket.say(Progress(0, 0, "erasing"))
    with translated(library.folder), closing(connect(library.file)) as connection:
        ticket.on_cancel(connection.interrupt)
        try:
            connection.execute("VACUUM")
        finally:
            ticket.forget(connection.interrupt)
            ticket.check()
    with library.transaction() as writing:
        facts.write(writing, ERASES, "1")


def _empty_log(library: OpenLibrary) -> bool:
    """Have the write-ahead log hold nothing; not while somebody reads what stood there before."""
    end = time.monotonic() + PATIENCE_S
    with translated(library.folder), closing(connect(library.file)) as connection:
        while connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()[0]:
            if time.monotonic() > end:
                return False
            time.sleep(0.02)
    return True
