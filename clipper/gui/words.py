"""Times, counts and phases in the user's words."""

from __future__ import annotations

from datetime import datetime
from urllib.parse import urlsplit

from PySide6.QtCore import QDate, QLocale

from clipper.i18n import PHASES, _
from clipper.jobs import Progress


def phase(progress: Progress) -> str:
    """A progress in words: `typesetting`, `reading clips, 12 of 100`."""
    words = _(PHASES.get(progress.what, progress.what))
    if progress.total <= 1:
        return words
    return _("{what}, {done} of {total}").format(what=words, done=progress.done, total=progress.total)


def when(moment: datetime, today: QDate | None = None) -> str:
    """A time as a list shows it: `14:05`, `Yesterday`, `12 Mar`, `12 Mar 2024`."""
    here = moment.astimezone()
    day, now = QDate(here.year, here.month, here.day), today or QDate.currentDate()
    if day == now:
        return here.strftime("%H:%M")
    if day.daysTo(now) == 1:
        return _("Yesterday")
    return QLocale().toString(day, "d MMM" if day.year() == now.year() else "d MMM yyyy")


def host(address: str) -> str:
    """The site of an address without `www.`, or the name of a file."""
    parts = urlsplit(address)
    if parts.scheme in ("http", "https"):
        return parts.netloc.rpartition("@")[2].removeprefix("www.")
    return address.replace("\\", "/").rstrip("/").rpartition("/")[2]


def number(count: int) -> str:
    """A count with the separators of the user's language."""
    return QLocale().toString(count)


def last_part(path: str) -> str:
    """The last name of a collection's path."""
    return parts_of(path)[-1]


def split_path(path: str) -> list[str]:
    """The parts of a collection's path, as they stand in it: `\\/` is a slash inside a name."""
    return [part.replace("\0", "\\/") for part in path.replace("\\/", "\0").split("/")]


def parts_of(path: str) -> list[str]:
    """The names of a collection's path."""
    return [part.replace("\\/", "/") for part in split_path(path)]


def shown_path(path: str) -> str:
    """A collection's path as people read it: `Politics / Russia`."""
    return " / ".join(parts_of(path))


def as_part(name: str) -> str:
    """A name that the user typed, as one part of a path."""
    return name.strip().replace("/", "\\/")
