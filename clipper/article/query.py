"""A place to look in (Scope), and what was found there (Hit); what is asked is `article.asking`'s."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal, get_args

Place = Literal["all", "unfiled", "starred", "unread", "trash", "collection", "tag", "smart"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: one of the sidebar's places. `name` is the path or name of the collection, tag or
    smart collection."""

    place: Place = "all"
    name: str | None = None


Column = Literal["captured", "published", "title", "byline", "site", "section", "language", "words"]
COLUMNS: tuple[Column, ...] = get_args(Column)


@dataclass(frozen=True, slots=True)
class Order:
    """By what a list is sorted. Of equals the clip that was added last comes first, or last if ascending."""

    column: Column = "captured"
    ascending: bool = False


@dataclass(frozen=True, slots=True)
class Hit:
    """A clip that was found. `snippet` is plain text; `marks` are (start, end) positions in it."""

    id: int
    score: float
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


Counts = tuple[tuple[str, int], ...]
"""Values with how many clips have each, the commonest first."""


@dataclass(frozen=True, slots=True)
class Facets:
    """What was found, counted: each value can be added to the query."""

    total: int = 0
    sites: Counts = ()
    tags: Counts = ()
    collections: Counts = ()
    """Paths; clips filed in the collection itself."""
    months: Counts = ()
    """Of publication, `2026-03`, the latest first."""
    languages: Counts = ()
