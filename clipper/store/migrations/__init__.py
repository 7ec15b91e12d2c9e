"""From whatever version a library has to the newest: numbered steps, a copy before, one transaction,
checked after.

`PRAGMA user_version` is the number of steps taken. A library with more steps than we know is refused with
LibraryNewer, unless it says itself, for just that number, from which version on a Clipper can live with it.
"""

from __future__ import annotations

import sqlite3
import time
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

from clipper.errors import LibraryBusy, LibraryDamaged, LibraryNewer
from clipper.store.engine import BUSY_S, connect
from clipper.store.journal import remake_triggers
from clipper.store.migrations import v001_first, v002_edits, v003_organising

STEPS: tuple[Callable[[sqlite3.Connection], None], ...] = (
    v001_first.step,
    v002_edits.step,
    v003_organising.step,
)
VERSION = len(STEPS)
OLDEST = 3
"""Oldest version whose Clipper can live with what all steps made; a step it cannot live with raises it.
3: the triggers of `listed` call functions that only a Clipper of version 3 brings."""
APPLICATION_ID = 0x436C6970
"""`Clip`: tells our files from other SQLite files."""


def migrate(file: Path) -> None:
    """Bring the file (made if it is missing) to the newest version. Raises LibraryNewer, LibraryDamaged,
    LibraryBusy."""
    with closing(connect(file)) as connection:
        _check_is_ours(connection, file)
        _use_wal(connection, file)
        if _version(connection) >= VERSION:
            return
        connection.execute("PRAGMA foreign_keys = OFF")
        connection.execute("BEGIN IMMEDIATE")
        try:
            _climb(connection, file)
            connection.execute("COMMIT")
        finally:
            if connection.in_transaction:
                connection.execute("ROLLBACK")


def _climb(connection: sqlite3.Connection, file: Path) -> None:
    """The missing steps; another process may have taken them while we waited for the lock."""
    start = _version(connection)
    if start >= VERSION:
        return
    if start:
        _copy_before(file, start)
    for step in STEPS[start:]:
        step(connection)
    remake_triggers(connection)
    broken = connection.execute("PRAGMA foreign_key_check").fetchall()
    if broken:
        raise LibraryDamaged(str(file.parent), f"{broken[0][0]} {broken[0][1]}")
    connection.execute(
        "INSERT INTO library (name, value) VALUES ('suits', ?) "
        "ON CONFLICT (name) DO UPDATE SET value = excluded.value",
        (_suits(VERSION, OLDEST),),
    )
    connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
    connection.execute(f"PRAGMA user_version = {VERSION}")


def _copy_before(file: Path, version: int) -> None:
    """A whole copy beside the file, readable by the Clipper that wrote it; an unfinished one is written
    anew."""
    copy = file.with_name(f"library-before-{VERSION:03}-from-{version:03}.db")
    copy.unlink(missing_ok=True)
    with closing(connect(file)) as source:
        source.execute("VACUUM INTO ?", (str(copy),))


def _version(connection: sqlite3.Connection) -> int:
    return int(connection.execute("PRAGMA user_version").fetchone()[0])


def _check_is_ours(connection: sqlite3.Connection, file: Path) -> None:
    version = _version(connection)
    if version > VERSION and not _suits_us(connection, version):
        raise LibraryNewer(str(file.parent), version, VERSION)
    application = connection.execute("PRAGMA application_id").fetchone()[0]
    tables = connection.execute("SELECT count(*) FROM sqlite_master").fetchone()[0]
    if application not in (0, APPLICATION_ID) or (tables and application != APPLICATION_ID):
        raise LibraryDamaged(str(file.parent), "no_library")


def _suits_us(connection: sqlite3.Connection, version: int) -> bool:
    """Whether a library of a later version says that a Clipper of ours can live with it."""
    try:
        said = connection.execute("SELECT value FROM library WHERE name = 'suits'").fetchone()
    except sqlite3.OperationalError:  # no such table: another kind of library by then
        return False
    return said is not None and said[0] in {_suits(version, oldest) for oldest in range(1, VERSION + 1)}


def _suits(version: int, oldest: int) -> str:
    return f"version {version} for {oldest}"


def _use_wal(connection: sqlite3.Connection, file: Path) -> None:
    """Switching a new file to WAL fails at once, without the busy time-out, while another process switches
    it too."""
    end = time.monotonic() + BUSY_S
    while True:
        try:
            connection.execute("PRAGMA journal_mode = WAL")
            return
        except sqlite3.OperationalError as error:
            if error.sqlite_errorcode & 0xFF != sqlite3.SQLITE_BUSY:
                raise
            if time.monotonic() > end:
                raise LibraryBusy(str(file.parent)) from error
            time.sleep(0.02)
