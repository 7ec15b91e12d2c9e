"""What deleting for good did, and what may still hold a deleted clip."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from clipper.article.clip import ClipId

Standing = Literal["holds", "unreadable", "away"]
"""Of a backup: it has the clip; it cannot be looked into; it is not where it was written (a disk that is not
connected)."""
Rest = Literal["log", "index", "files"]
"""What could not be cleared yet: SQLite's log that others read, the search index that others write, files
that were touched since."""


@dataclass(frozen=True, slots=True)
class KeptBackup:
    """A backup that has a deleted clip, or may have."""

    path: str
    made: datetime
    standing: Standing


@dataclass(frozen=True, slots=True)
class Purged:
    """Clips deleted for good."""

    clips: tuple[ClipId, ...]
    backups: tuple[KeptBackup, ...] = ()
    rest: tuple[Rest, ...] = ()
    """Empty: no trace is left in the library. The rest is cleared by the next purge or in the background."""
