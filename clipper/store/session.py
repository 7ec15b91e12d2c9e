"""Transactions on an open library: Reading, Writing, and what hands them out."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, Engine

from clipper.article.changes import Changes
from clipper.store import journal
from clipper.store.blobs import Blobs
from clipper.store.engine import open_engine, translated
from clipper.store.memory import Memory
from clipper.store.site_rules import SiteRules
from clipper.store.textindex import TextIndex


@dataclass(slots=True)
class Reading:
    """A transaction that sees the library as it was when it began."""

    connection: Connection
    now: datetime
    memory: Memory


@dataclass(slots=True)
class Writing(Reading):
    """A transaction that holds the writer's lock. `changes` is filled when its block has ended."""

    changes: Changes = field(default_factory=Changes)
    queue_changed: bool = False


def utc_now() -> datetime:
    """Now, aware."""
    return datetime.now(UTC)


class OpenLibrary:
    """An open library folder. Any thread may read and write; a second writer waits its turn."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = utc_now) -> None:
        self.folder = folder
        self.file = folder / "library.db"
        self.blobs = Blobs(folder / "blobs")
        self.site_rules = SiteRules.of_library(folder)
        self.text_index = TextIndex(folder / "index")
        self._clock = clock
        self._memory = Memory()
        self._readers: Engine = open_engine(self.file, writes=False)
        self._writer: Engine = open_engine(self.file, writes=True)
        self._turn = threading.RLock()

    @contextmanager
    def reading(self) -> Iterator[Reading]:
        """A transaction that only reads; never waits for a writer."""
        with translated(self.folder), self._readers.connect() as connection:
            yield Reading(connection, self._clock(), self._memory)

    @contextmanager
    def transaction(self) -> Iterator[Writing]:
        """A transaction that writes and is no act: nothing of it is journalled. Rolled back unless it ends
        clean."""
        with translated(self.folder), self._turn, self._writer.begin() as connection:
            yield Writing(connection, self._clock(), Memory(of_writer=True))

    @contextmanager
    def writing(self, act_code: str) -> Iterator[Writing]:
        """One act: all of the block or nothing of it, with its before-images for undo."""
        with self.transaction() as writing:
            number = journal.begin(writing.connection, act_code, writing.now)
            yield writing
            changes = journal.end(writing.connection, number)
        writing.changes = replace(changes, queue=writing.queue_changed)
        if changes.clips:
            self.care()

    def close(self) -> None:
        """Let go of the files."""
        self._readers.dispose()
        self._writer.dispose()

    def care(self) -> None:
        """Something was changed that is worth a look, later and elsewhere."""
