"""Library: one folder on the disk, opened."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from pathlib import Path
from typing import Self

from clipper.jobs import Ticket
from clipper.store import expiry, facts, index, purge, sweep
from clipper.store.caretaker import Caretaker
from clipper.store.engine import translated, translated_os
from clipper.store.migrations import migrate
from clipper.store.session import OpenLibrary, utc_now
from clipper.store.uids import new_uid


class Library(OpenLibrary):
    """A library folder with its caretaker, who keeps the text index up and sweeps, in the background."""

    def __init__(self, folder: Path, clock: Callable[[], datetime] = utc_now, *, trash_days: int = 0) -> None:
        super().__init__(folder, clock)
        self._trash_days = trash_days
        self._caretaker = Caretaker(self._take_care)

    @classmethod
    def open(cls, folder: Path, clock: Callable[[], datetime] = utc_now, *, trash_days: int = 0) -> Self:
        """Open the library in `folder`, made if it is missing, brought to the newest version. What lies in
        the trash for more than `trash_days` is deleted for good in the background; 0: never.

        Raises LibraryUnwritable, LibraryNewer, LibraryDamaged, LibraryBusy, DiskFull.
        """
        folder = folder.expanduser().absolute()
        try:
            (folder / "blobs").mkdir(parents=True, exist_ok=True)
            (folder / "index").mkdir(exist_ok=True)
        except OSError as error:
            raise translated_os(folder, error) from error
        with translated(folder):
            migrate(folder / "library.db")
        library = cls(folder, clock, trash_days=trash_days)
        try:
            library._name()
            if expiry.is_due(library, trash_days) or purge.is_unfinished(library):
                library.care()
        except BaseException:
            library.close()
            raise
        return library

    def close(self) -> None:
        """End the caretaker and let go of the files. What is not in the index yet stays in the waiting
        list."""
        self._caretaker.close()
        index.catch_up_at_close(self)
        super().close()

    def _name(self) -> None:
        """Give a new library its identity."""
        with self.reading() as reading:
            named = facts.read(reading, "uid") is not None
        if not named:
            with self.transaction() as writing:
                facts.write(writing, "uid", facts.read(writing, "uid") or new_uid(writing.now))
                facts.write(writing, purge.ERASES, "1")

    def care(self) -> None:
        """Wake the caretaker."""
        self._caretaker.nudge()

    def _take_care(self, ticket: Ticket) -> None:
        """Index what waits, finish what a purge left, look into the trash and sweep if the last time is long
        ago."""
        index.catch_up(self, ticket)
        purge.finish(self, ticket)
        expiry.expire(self, self._trash_days, ticket)
        sweep.sweep_if_due(self)
