"""What all formats share: a file that is whole or not there, and pictures that may be missing."""

from __future__ import annotations

import errno
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TextIO

from clipper.article.clip import Clip, ClipImage
from clipper.errors import DiskFull, LibraryDamaged, TargetUnwritable
from clipper.jobs import Progress, Ticket
from clipper.paths import whole_file

GetPicture = Callable[[str], bytes]


@contextmanager
def writing(target: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, LF) that becomes `target` at the end. Raises TargetUnwritable, DiskFull."""
    try:
        with whole_file(target) as part, part.open("x", encoding="utf-8", newline="\n") as file:
            yield file
            file.close()  # Windows renames no open file
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(target)) from error
        raise TargetUnwritable(str(target), error.strerror or str(error)) from error


def one_by_one(clips: Sequence[Clip], ticket: Ticket) -> Iterator[Clip]:
    """The clips, each reported and asked whether to go on. Raises Stopped."""
    for done, clip in enumerate(clips):
        ticket.check()
        ticket.say(Progress(done, len(clips), "writing"))
        yield clip
    ticket.check()
    ticket.say(Progress(len(clips), len(clips), "writing"))


def picture_of(image: ClipImage, pictures: GetPicture, ticket: Ticket) -> bytes | None:
    """A picture's bytes; None where it could not be had, or has gone from the library."""
    ticket.check()
    if image.sha256 is None:
        return None
    try:
        return pictures(image.sha256)
    except LibraryDamaged:
        return None


def media_type(image: ClipImage, data: bytes) -> str:
    """The kind of picture, by its first bytes where the library does not say."""
    if image.media_type:
        return image.media_type
    for start, kind in ((b"\x89PNG", "png"), (b"GIF8", "gif"), (b"RIFF", "webp"), (b"\xff\xd8", "jpeg")):
        if data.startswith(start):
            return f"image/{kind}"
    return "image/avif"
