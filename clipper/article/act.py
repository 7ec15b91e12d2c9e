"""Act: one step of undo, as it can be told to a user."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Act:
    """An act of the journal: `code` says what was done (`i18n.ACTS`), the rest what it was done to."""

    id: int
    code: str
    made: datetime
    clips: int = 0
    """How many clips it changed."""
    title: str | None = None
    """Of the clip, where that is one and it is there."""
    names: tuple[str, ...] = ()
    """Tags, collections, smart collections, rules or sites that it is about; `old → new` for a renaming."""
