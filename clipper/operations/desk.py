"""Desk: everything an operation works with, built once in `wiring` and handed down.

Outside: the part of it that needs no library, so that a page can be cleaned and a login kept without one.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import TypeVar

from clipper.article.changes import Changes
from clipper.credentials import Vault
from clipper.operations.ports import Binder, Cleaner, Clock, Sources
from clipper.operations.writer import Lane, Writer
from clipper.settings import Settings
from clipper.store import Library, SiteRules, Writing

T = TypeVar("T")


@dataclass(frozen=True, kw_only=True)
class Outside:
    """The outside world: what works without a library."""

    settings: Settings
    sources: Sources
    cleaner: Cleaner
    vault: Vault
    site_rules: SiteRules | None = None
    """What the user taught Clipper about sites; lies in a library, but can be used without opening it."""

    def close(self) -> None:
        """End the connections and the cleaning processes."""
        self.sources.close()
        self.cleaner.close()


@dataclass(frozen=True, kw_only=True)
class Desk(Outside):
    """The outside world and a library."""

    library: Library
    binder: Binder
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
        super().close()
        self.writer.close()
        self.library.close()
