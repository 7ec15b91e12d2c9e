"""Copy a living library to another folder, whole, as it was at one moment."""

from __future__ import annotations

import errno
import os
import secrets
import shutil
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from clipper.errors import DiskFull, TargetUnwritable
from clipper.jobs import Progress, Ticket
from clipper.store import facts
from clipper.store.blobs import sync_folder
from clipper.store.check import Finding, check
from clipper.store.engine import connect, translated
from clipper.store.kept_copies import note_backup
from clipper.store.session import OpenLibrary
from clipper.store.sweep import named_blobs

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
        copy = OpenLibrary(part)
        try:
            _copy_blobs(library, copy, _copy_database(library, copy), ticket)
            _copy_rules(library, copy)
        finally:
            copy.close()
        if target.is_dir():
            target.rmdir()
        part.rename(target)
        sync_folder(target.parent)
        with library.transaction() as writing:
            note_backup(writing, target)
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


def _copy_database(library: OpenLibrary, copy: OpenLibrary) -> list[str]:
    """One snapshot, in which no text index is the current one; answers the blobs that it names."""
    with translated(library.folder), closing(connect(library.file)) as source:
        source.execute("VACUUM INTO ?", (str(copy.file),))
    with copy.transaction() as writing:
        facts.forget(writing, "index")
        return sorted(named_blobs(writing))


def _copy_rules(library: OpenLibrary, copy: OpenLibrary) -> None:
    """Byte for byte, those too that cannot be read as rules."""
    if library.site_rules.folder.is_dir():
        shutil.copytree(
            library.site_rules.folder, copy.site_rules.folder, ignore=shutil.ignore_patterns(".new-*")
        )


def _copy_blobs(library: OpenLibrary, copy: OpenLibrary, named: Sequence[str], ticket: Ticket) -> None:
    """One that is missing in the library is missing in the copy, and `check` says so of both."""
    for done, sha256 in enumerate(named):
        ticket.check()
        ticket.say(Progress(done, len(named), "copying"))
        for file in library.blobs.files(sha256):
            into = copy.blobs.folder / file.parent.name / file.name
            into.parent.mkdir(exist_ok=True)
            shutil.copy2(file, into)
            with into.open("rb+") as written:
                os.fsync(written.fileno())
