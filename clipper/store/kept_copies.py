"""Copies of the library that deleting for good does not reach by itself: what lies beside it from before a
migration, and the user's backups."""

from __future__ import annotations

import json
import sqlite3
from collections.abc import Sequence
from contextlib import closing
from datetime import datetime
from pathlib import Path

from sqlalchemy import delete, select

from clipper.article.purged import KeptBackup
from clipper.store import tables as t
from clipper.store.engine import upsert
from clipper.store.session import OpenLibrary, Reading, Writing

_HAS = "SELECT 1 FROM clip WHERE uid IN (SELECT value FROM json_each(?)) LIMIT 1"
_HAD = (
    "SELECT 1 FROM act_change WHERE name = 'clip' AND coalesce(json_extract(after, '$.uid'), "
    "json_extract(before, '$.uid')) IN (SELECT value FROM json_each(?)) LIMIT 1"
)


def note_backup(writing: Writing, folder: Path) -> None:
    """Remember where a backup was written."""
    row = {"path": str(folder), "made": writing.now}
    writing.connection.execute(upsert(t.backup_made, "path", ("made",)).values(row))


def remove_old_copies(library: OpenLibrary, uids: Sequence[str]) -> int:
    """Remove the copies from before a migration that have one of these clips, or cannot be read; answers how
    many."""
    removed = 0
    for file in sorted(library.folder.glob("library-before-*.db")):
        if has(file, uids) is not False:
            file.unlink(missing_ok=True)
            removed += 1
    return removed


def backups(library: OpenLibrary, uids: Sequence[str]) -> tuple[KeptBackup, ...]:
    """The backups that have one of these clips, or may have; those that the user deleted are forgotten."""
    found: list[KeptBackup] = []
    with library.reading() as reading:
        known = _known(reading)
    for path, made in known:
        if not path.exists() and path.parent.is_dir():
            with library.transaction() as writing:
                writing.connection.execute(delete(t.backup_made).where(t.backup_made.c.path == str(path)))
        elif not path.exists():
            found.append(KeptBackup(str(path), made, "away"))
        elif (holds := has(path / "library.db", uids)) is not False:
            found.append(KeptBackup(str(path), made, "holds" if holds else "unreadable"))
    return tuple(found)


def has(file: Path, uids: Sequence[str]) -> bool | None:
    """Whether a library's file has one of these clips, or had it within what undo brings back; None where it
    cannot be read. Changes nothing there."""
    if not file.is_file():
        return None
    given = (json.dumps(list(uids)),)
    try:
        with closing(sqlite3.connect(f"{file.absolute().as_uri()}?mode=ro", uri=True)) as copy:
            return any(copy.execute(query, given).fetchone() is not None for query in (_HAS, _HAD))
    except sqlite3.Error:
        return None


def _known(reading: Reading) -> list[tuple[Path, datetime]]:
    rows = reading.connection.execute(select(t.backup_made.c.path, t.backup_made.c.made))
    return [(Path(path), made) for path, made in rows]
