"""Keep the library well: back up, check, bring the search index up to date."""

from __future__ import annotations

from pathlib import Path

from clipper.jobs import Ticket
from clipper.operations.desk import Desk
from clipper.store import backup as store_backup
from clipper.store import index as store_index


def backup(desk: Desk, target: Path, ticket: Ticket) -> Path:
    """Copy the living library to a new folder `target`. Raises TargetUnwritable, DiskFull, Stopped."""
    return store_backup.backup(desk.library, target, ticket)


def check(desk: Desk, ticket: Ticket) -> list[store_backup.Finding]:
    """Look for damage; an empty list is a sound library."""
    return store_backup.check(desk.library, ticket)


def prepare_search(desk: Desk, ticket: Ticket) -> None:
    """Bring the search index up to date, or rebuild it. Searches are right without it, only slower."""
    store_index.catch_up(desk.library, ticket)
