"""A selection leaves the library: as a press-review book, or as a file that other programs read."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path
from typing import Literal

from clipper.article.clip import Clip, ClipId
from clipper.book import press_review
from clipper.errors import NothingToExport, TargetUnwritable
from clipper.exchange import EXPORTS
from clipper.jobs import Progress, Ticket
from clipper.operations.desk import Desk
from clipper.operations.find import picture_files
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
    return write(desk, _load(desk, ids, ticket), form, target, ticket, title=title)


def write(
    desk: Desk,
    chosen: Sequence[Clip],
    form: Format,
    target: Path,
    ticket: Ticket | None = None,
    *,
    title: str | None = None,
) -> Path:
    """The same of clips that are at hand. Raises ExportError, Stopped."""
    ticket = ticket or Ticket()
    title = title or desk.settings.book_title
    if form == "pdf":
        book = press_review(chosen, title=title, made=desk.clock())
        desk.binder.bind(book, picture_files(desk, chosen), target, ticket)
    else:
        EXPORTS[form](chosen, desk.library.blobs.get, target, title, ticket)
    return target


def check_target(target: Path) -> None:
    """Raise TargetUnwritable if no file can be made there: known before long work, not after it."""
    if target.is_dir():
        raise TargetUnwritable(str(target), "folder")
    try:
        with tempfile.TemporaryFile(dir=target.absolute().parent):
            pass
    except OSError as error:
        raise TargetUnwritable(str(target), error.strerror or str(error)) from error


def _load(desk: Desk, ids: Sequence[ClipId], ticket: Ticket) -> list[Clip]:
    chosen: list[Clip] = []
    with desk.library.reading() as reading:
        for done, number in enumerate(ids):
            ticket.check()
            ticket.say(Progress(done, len(ids), "reading"))
            chosen.append(clips.load(reading, number))
    return chosen
