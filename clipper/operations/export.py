"""A selection leaves the library: as a press-review book, or as a file that other programs read."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from clipper.article.clip import Clip, ClipId
from clipper.book import press_review
from clipper.errors import NothingToExport
from clipper.exchange import EXPORTS
from clipper.jobs import Progress, Ticket
from clipper.operations.desk import Desk
from clipper.store import clips

Format = Literal["pdf", "html", "markdown", "json"]
FORMATS: tuple[Format, ...] = ("pdf", "html", "markdown", "json")


def export(
    desk: Desk,
    ids: Sequence[ClipId],
    form: Format,
    target: Path,
    ticket: Ticket | None = None,
    *,
    title: str | None = None,
) -> Path:
    """Write these clips, in this order, to `target`; a file that was there stays until the new one is whole.

    Raises NothingToExport, NoSuchClip, ExportError, Stopped; then nothing is left half-written.
    """
    ticket = ticket or Ticket()
    if not ids:
        raise NothingToExport
    chosen = _load(desk, ids, ticket)
    title = title or desk.settings.book_title
    if form == "pdf":
        book = press_review(chosen, title=title, made=desk.clock())
        desk.binder.bind(book, _picture_files(desk, chosen), target, ticket)
    else:
        EXPORTS[form](chosen, desk.library.blobs.get, target, title, ticket)
    return target


def _load(desk: Desk, ids: Sequence[ClipId], ticket: Ticket) -> list[Clip]:
    chosen: list[Clip] = []
    with desk.library.reading() as reading:
        for done, number in enumerate(ids):
            ticket.check()
            ticket.say(Progress(done, len(ids), "reading"))
            chosen.append(clips.load(reading, number))
    return chosen


def _picture_files(desk: Desk, chosen: Sequence[Clip]) -> dict[str, Path]:
    hashes = {image.sha256 for clip in chosen for image in clip.images if image.sha256}
    return {sha256: desk.library.blobs.path(sha256) for sha256 in hashes if desk.library.blobs.has(sha256)}
