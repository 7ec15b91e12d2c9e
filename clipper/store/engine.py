"""Engines for one library file: pragmas, BEGIN said by ourselves, SQLite's errors turned into ours.

What only SQLite knows lies here, in `journal.py`, `acts.py` and `migrations/`.
"""

from __future__ import annotations

import errno
import hashlib
import re
import shutil
import sqlite3
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from sqlalchemy import ColumnElement, Connection, Engine, Table, TypeDecorator, create_engine, event
from sqlalchemy.dialects.sqlite import Insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.exc import DBAPIError
from sqlalchemy.pool import QueuePool
from sqlalchemy.sql.expression import UnaryExpression
from sqlalchemy.sql.operators import custom_op

from clipper.errors import ClipperError, DiskFull, LibraryBusy, LibraryDamaged, LibraryUnwritable
from clipper.store.names import order

BUSY_S = 15.0
"""How long a writer waits for another process's turn to end."""
CACHE_KB = 16_000
WAL_BYTES = 16_000_000
"""What is left of the write-ahead log after a large act."""
LEAST_FREE = 65_536
"""Bytes. With less, SQLite cannot make the log's index and calls that an error of the disk."""
LONGEST_KEY = 100
_ASCII = bytes(range(128))
_BLANKS = bytes(code for code in _ASCII if chr(code).isspace())
MANY = 2_000
"""How many ids one statement names: far below SQLite's limit of 32,766 parameters."""


def connect(file: Path, *, query_only: bool = False) -> sqlite3.Connection:
    """A raw connection with our pragmas; transactions begin only when we say so."""
    connection = sqlite3.connect(file, timeout=BUSY_S, isolation_level=None, check_same_thread=False)
    try:
        connection.execute("PRAGMA foreign_keys = ON")
        connection.execute("PRAGMA synchronous = FULL")
        connection.execute("PRAGMA secure_delete = ON")  # what is deleted for good must not lie in free pages
        connection.execute(f"PRAGMA cache_size = -{CACHE_KB}")
        connection.execute(f"PRAGMA journal_size_limit = {WAL_BYTES}")
        if query_only:
            connection.execute("PRAGMA query_only = ON")
        connection.create_function("clipper_key", 1, sort_key, deterministic=True)
        connection.create_function("clipper_mark", 1, text_mark, deterministic=True)
    except BaseException:
        connection.close()
        raise
    return connection


def sort_key(text: str) -> str:
    """By what a text is sorted: without case, accents and leading punctuation; at most 100 characters."""
    plain, _folded = order(text)
    return re.sub(r"^[\W_]+", "", plain)[:LONGEST_KEY] or plain[:LONGEST_KEY]


def text_mark(text: str) -> int:
    """A number that two texts share if they differ in nothing but white space and case; 0 for no text."""
    flat = _flat(text)
    digest = hashlib.blake2b(flat, digest_size=8).digest()
    return int.from_bytes(digest, "big", signed=True) if flat else 0


def _flat(text: str) -> bytes:
    """Without white space, in lower case. Quickly where only ASCII has either."""
    data = text.encode(errors="replace")
    others = data.translate(None, _ASCII).decode()
    if others.lower() == others and "".join(others.split()) == others:
        return data.lower().translate(None, _BLANKS)
    return "".join(text.lower().split()).encode(errors="replace")


def open_engine(file: Path, *, writes: bool) -> Engine:
    """An engine whose transactions take the writer's lock at once (`writes`), or that can only read."""
    engine = create_engine(
        "sqlite://",
        creator=lambda: connect(file, query_only=not writes),
        poolclass=QueuePool,
        pool_size=1 if writes else 4,
        max_overflow=0 if writes else 60,
    )
    begin = "BEGIN IMMEDIATE" if writes else "BEGIN"

    # Left to itself sqlite3 begins late and does not roll DDL back.
    @event.listens_for(engine, "begin")
    def _begin(connection: Connection) -> None:
        connection.exec_driver_sql(begin)

    return engine


def insert_many(connection: Connection, table: Table, rows: Sequence[Mapping[str, Any]]) -> None:
    """Insert rows that all name the same columns in the same order, without SQLAlchemy's work for each."""
    if not rows:
        return
    names = list(rows[0])
    marks = ", ".join("?" * len(names))
    kinds = [(at, table.c[name].type) for at, name in enumerate(names)]
    turned = [(at, kind.process_bind_param) for at, kind in kinds if isinstance(kind, TypeDecorator)]
    values = [list(row.values()) for row in rows]
    for row in values:
        for at, turn in turned:
            row[at] = turn(row[at], connection.dialect)
    statement = f"INSERT INTO {table.name} ({', '.join(names)}) VALUES ({marks})"  # noqa: S608 - our own names
    connection.exec_driver_sql(statement, [tuple(row) for row in values])


def last_number(connection: Connection, table: Table) -> int:
    """The highest number that a table with AUTOINCREMENT ever gave."""
    found = connection.exec_driver_sql("SELECT seq FROM sqlite_sequence WHERE name = ?", (table.name,))
    return int(found.scalar() or 0)


def unindexed(column: Any) -> ColumnElement[Any]:
    """The column under a plus, which means nothing but that no index is walked for it."""
    return UnaryExpression(column, operator=custom_op("+"))


def insert_new(table: Table) -> Insert:
    """An INSERT that leaves a row alone which is there already."""
    return sqlite_insert(table).on_conflict_do_nothing()


def upsert(table: Table, key: str, changed: tuple[str, ...]) -> Insert:
    """An INSERT that sets `changed` where a row with that `key` is there already."""
    insert = sqlite_insert(table)
    return insert.on_conflict_do_update(
        index_elements=[key], set_={name: insert.excluded[name] for name in changed}
    )


@contextmanager
def translated(folder: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk, locks and damage into our errors; bugs go through."""
    try:
        yield
    except DBAPIError as error:
        ours = _ours(folder, error.orig)
        if ours is None:
            raise
        raise ours from error
    except sqlite3.Error as error:
        ours = _ours(folder, error)
        if ours is None:
            raise
        raise ours from error


def translated_os(folder: Path, error: OSError) -> ClipperError:
    """What an error of the file system means for the library."""
    if error.errno in (errno.ENOSPC, errno.EDQUOT):
        return DiskFull(str(folder))
    return LibraryUnwritable(str(folder), error.strerror or type(error).__name__)


def _ours(folder: Path, error: Any) -> ClipperError | None:
    path, why = str(folder), str(error)
    primary = getattr(error, "sqlite_errorcode", 0) & 0xFF
    if primary == sqlite3.SQLITE_FULL or (primary == sqlite3.SQLITE_IOERR and _is_full(folder)):
        return DiskFull(path)
    if primary in (sqlite3.SQLITE_BUSY, sqlite3.SQLITE_LOCKED):
        return LibraryBusy(path)
    if primary in (sqlite3.SQLITE_CORRUPT, sqlite3.SQLITE_NOTADB):
        return LibraryDamaged(path, why)
    if primary in (
        sqlite3.SQLITE_READONLY,
        sqlite3.SQLITE_CANTOPEN,
        sqlite3.SQLITE_PERM,
        sqlite3.SQLITE_IOERR,
    ):
        return LibraryUnwritable(path, why)
    return None


def _is_full(folder: Path) -> bool:
    try:
        return shutil.disk_usage(folder).free < LEAST_FREE
    except OSError:
        return False
