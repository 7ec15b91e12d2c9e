"""Copy a living library to another folder, whole, as it was at one moment."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

from clipper.errors import DiskFull, TargetUnwritable
from clipper.jobs import Progress, Ticket
from clipper.store.blobs import Blobs, sync_folder
from clipper.store.check import Finding, check
from clipper.store.engine import connect, translated
from clipper.store.session import OpenLibrary

__all__ = ["Finding", "backup", "check"]


def backup(library: OpenLibrary, target: Path, ticket: Ticket) -> Path:
    """Copy the library to `target`, which must not exist or be an empty folder; answers it.

    Nothing is there under that name until all of it is. The text index is not copied: it is made anew from
    the clips. Raises TargetUnwritable, DiskFull, LibraryError, Stopped.
    """
    target = target.expanduser().absolute()
    _check_target(library, target)
    part = target.with_name(f"{target.name}.part-{secrets.token_hex(4)}")
    try:
        (part / "blobs").mkdir(parents=True)
        _copy_database(library, part / "library.db")
        _copy_blobs(library, part, ticket)
        if target.is_dir():
            target.rmdir()
        part.rename(target)
        sync_folder(target.parent)
    except OSError as error:
        if error.errno == errno.ENOSPC:
            raise DiskFull(str(target)) from error
        raise TargetUnwritable(str(target), error.strerror or type(error).__name__) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return target


def _check_target(library: OpenLibrary, target: Path) -> None:
    if target.is_relative_to(library.folder):
        raise TargetUnwritable(str(target), "inside_library")
    try:
        if target.exists() and (not target.is_dir() or any(target.iterdir())):
            raise TargetUnwritable(str(target), "not_empty")
    except OSError as error:
        raise TargetUnwritable(str(target), error.strerror or type(error).__name__) from error


def _copy_database(library: OpenLibrary, copy: Path) -> None:
    """One snapshot; in the copy no text index is the current one."""
    with translated(library.folder), closing(connect(library.file)) as source:
        source.execute("VACUUM INTO ?", (str(copy),))
    with translated(copy.parent), closing(connect(copy)) as made:
        made.execute("DELETE FROM library WHERE name = 'index'")


def _copy_blobs(library: OpenLibrary, part: Path, ticket: Ticket) -> None:
    """The blobs that the copy names; one that is missing in the library is missing in the copy, and `check`
    says so."""
    named = _named_in(part / "library.db")
    into = Blobs(part / "blobs")
    for done, sha256 in enumerate(named):
        ticket.check()
        ticket.say(Progress(done, len(named), "copying"))
        for file in library.blobs.files(sha256):
            copy = into.folder / file.parent.name / file.name
            copy.parent.mkdir(exist_ok=True)
            shutil.copy2(file, copy)
            with copy.open("rb+") as written:
                os.fsync(written.fileno())


def _named_in(database: Path) -> list[str]:
    with closing(sqlite3.connect(database)) as copy:
        rows = copy.execute(
            "SELECT raw_sha256 FROM capture UNION SELECT sha256 FROM version_image WHERE sha256 IS NOT NULL UNION "
            "SELECT coalesce(json_extract(coalesce(after, before), '$.raw_sha256'), "
            "json_extract(coalesce(after, before), '$.sha256')) "
            "FROM act_change WHERE name IN ('capture', 'version_image')"
        ).fetchall()
    return sorted(sha256 for (sha256,) in rows if sha256)
