"""Desk: everything an operation works with, built once in `wiring` and handed down."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from clipper.article.changes import Changes
from clipper.credentials import Vault
from clipper.operations.ports import Binder, Cleaner, Clock, Sources
from clipper.operations.writer import Lane, Writer
from clipper.settings import Settings
from clipper.store import Library, Writing

T = TypeVar("T")


@dataclass(frozen=True)
class Desk:
    """The library and the outside world."""

    library: Library
    settings: Settings
    sources: Sources
    cleaner: Cleaner
    binder: Binder
    vault: Vault
    clock: Clock
    writer: Writer

    def act(self, code: str, write: Callable[[Writing], object], lane: Lane = Lane.USER) -> Changes:
        """One act: `write` in one transaction on the writer's thread; answers what it changed."""

        def run() -> Changes:
            with self.library.writing(code) as writing:
                write(writing)
            return writing.changes

        return self.writer.run(run, lane)

    def close(self) -> None:
        """Put everything down, in the order that loses nothing."""
        self.sources.close()
        self.cleaner.close()
        self.writer.close()
        self.library.close()
