"""Clean clips again from the raw pages in the library, without the network; the user's edits stay.

A long run holds the writer only for moments: versions are written batch by batch while nothing names them,
and become current in one act at the end. Cancelled, it leaves nothing.
"""

from __future__ import annotations

import logging
from collections.abc import Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace

from clipper.article.article import Article, Edit
from clipper.article.changes import NOTHING, Changes
from clipper.article.clip import Basis, ClipId, Revision, Standing
from clipper.errors import ClipBusy, ClipperError, NothingLeft, PagesMissing
from clipper.jobs import Progress, Stopped, Ticket
from clipper.operations import pictures
from clipper.operations.clip_page import incomplete, next_address
from clipper.operations.comparing import Recleaned, compared, failed
from clipper.operations.desk import Desk
from clipper.operations.guiding import Guided, guided
from clipper.operations.writer import Lane
from clipper.store import revising

_log = logging.getLogger(__name__)

BATCH = 50
"""Clips between two writes: their articles are in memory."""
AT_ONCE = 3
"""One more than there are cleaners, so that none of them waits for a page to be read."""
LOST = 0.9
"""Words that must be left where an article's further pages are not in the library: fewer, and it would be cut
off where an older Clipper had joined it."""


@dataclass(frozen=True, slots=True)
class CleanedAgain:
    """What became of every clip, in the order asked for, and what was changed in the library."""

    clips: tuple[Recleaned, ...]
    changes: Changes = NOTHING


def clean_again(
    desk: Desk, ids: Sequence[ClipId], ticket: Ticket | None = None, *, lane: Lane = Lane.BATCH
) -> CleanedAgain:
    """Clean these clips again; one act, one undo. One that fails stays as it is. Raises Stopped."""
    ticket = ticket or Ticket()
    told: list[Recleaned] = []
    made: list[tuple[Standing, int]] = []
    try:
        for batch in _batches(desk, ids, ticket):
            told += [each.told for each in batch]
            made += _written(desk, [each.revision for each in batch if each.revision], lane)
        overtaken: list[tuple[Standing, int]] = []
        changes = desk.act("clean_again", lambda w: overtaken.extend(revising.make_current(w, made)), lane)
    except BaseException:
        _discard(desk, made)
        raise
    _discard(desk, overtaken)
    busy = {before.clip for before, _number in overtaken}
    return CleanedAgain(tuple(_busy(each) if each.clip in busy else each for each in told), changes)


def preview(desk: Desk, ids: Sequence[ClipId], ticket: Ticket | None = None) -> list[Recleaned]:
    """What `clean_again` would change; writes nothing. Raises Stopped."""
    return [each.told for batch in _batches(desk, ids, ticket or Ticket()) for each in batch]


def basis_of(desk: Desk, clip: ClipId) -> Basis:
    """What a clip is cleaned again from. Raises NoSuchClip, LibraryDamaged."""
    with desk.library.reading() as reading:
        return revising.basis(reading, desk.library.blobs, clip)


def revision(
    desk: Desk,
    basis: Basis,
    ticket: Ticket,
    edits: Sequence[Edit],
    *,
    by: Guided | None = None,
    fetch: bool = False,
) -> Revision:
    """A clip cleaned again with these edits, by the rule of its site or as `by` says.

    `fetch`: pictures that the library has not are asked of the network; else they are named `not_fetched`.
    Raises ClipperError (NothingLeft, PagesMissing, of the cleaner), Stopped.
    """
    chosen = by or guided(desk, basis.pages[0], edits=edits)
    article = _whole(basis, chosen.clean(desk, basis.pages, ticket))
    if not article.text and not article.images and (basis.article.text or basis.clip.images):
        raise NothingLeft(basis.clip.row.url)
    get = pictures.fetched(desk, basis.pages[0], ticket)
    known = pictures.known(basis.pictures, get if fetch else pictures.inside_only(get))
    return Revision(basis, *pictures.with_pictures(desk, article, known, ticket))


def _whole(basis: Basis, article: Article) -> Article:
    """Say where it goes on, if that page is not here; refuse where an older Clipper had it.

    Raises PagesMissing.
    """
    address = next_address(article, basis.pages)
    if address is None:
        return article
    said = [flag for flag in basis.clip.row.flags if flag.code == "page_failed"]
    if said:
        return replace(article, flags=(*article.flags, *said))
    before, now = len(basis.article.text), len(article.text)
    if len(basis.pages) == 1 and now < LOST * before:
        raise PagesMissing(address)
    return incomplete(article, address, pictures.NOT_FETCHED)


@dataclass(frozen=True, slots=True)
class _Done:
    told: Recleaned
    revision: Revision | None = None


def _batches(desk: Desk, ids: Sequence[ClipId], ticket: Ticket) -> Iterator[list[_Done]]:
    """The clips in their order, cleaned a few at once, batch by batch."""
    quiet = Ticket()  # each clip's own progress says nothing of the whole
    ticket.on_cancel(quiet.cancel)
    try:
        with ThreadPoolExecutor(AT_ONCE, "clipper-again") as pool:
            for start in range(0, len(ids), BATCH):
                batch: list[_Done] = []
                for done in pool.map(lambda clip: _one(desk, clip, quiet), ids[start : start + BATCH]):
                    ticket.check()
                    batch.append(done)
                    ticket.say(Progress(start + len(batch), len(ids), "cleaning"))
                yield batch
    finally:
        ticket.forget(quiet.cancel)


def _one(desk: Desk, clip: ClipId, ticket: Ticket) -> _Done:
    ticket.check()
    try:
        basis = basis_of(desk, clip)
        made = revision(desk, basis, ticket, basis.clip.edits)
        with desk.library.reading() as reading:
            news = revising.differs(reading, made)
    except ClipperError as error:
        return _Done(failed(clip, error))
    except Stopped:
        raise
    except Exception:  # a mistake of ours: told of this clip and in the log; the others go on
        _log.exception("cleaning clip %s again", clip)
        return _Done(failed(clip, ClipperError()))
    return _Done(compared(clip, basis.article, made.article), made if news else None)


def _written(desk: Desk, revisions: Sequence[Revision], lane: Lane) -> list[tuple[Standing, int]]:
    def write() -> list[int]:
        with desk.library.transaction() as writing:
            return revising.write(writing, revisions)

    if not revisions:
        return []
    numbers = desk.writer.run(write, lane)
    return [(each.basis.standing, number) for each, number in zip(revisions, numbers, strict=True)]


def _discard(desk: Desk, made: Sequence[tuple[Standing, int]]) -> None:
    def discard() -> None:
        with desk.library.transaction() as writing:
            revising.discard(writing, [number for _standing, number in made])

    if made:
        desk.writer.run(discard)


def _busy(told: Recleaned) -> Recleaned:
    return failed(told.clip, ClipBusy(str(told.clip)))
