"""Facts about the library itself, by name: its uid, which text index is the current one, when it was
swept."""

from __future__ import annotations

from sqlalchemy import delete, select

from clipper.store import tables as t
from clipper.store.engine import upsert
from clipper.store.session import Reading, Writing


def read(reading: Reading, name: str) -> str | None:
    """The fact, or None."""
    return reading.connection.scalar(select(t.library.c.value).where(t.library.c.name == name))


def write(writing: Writing, name: str, value: str) -> None:
    """Set the fact."""
    writing.connection.execute(upsert(t.library, "name", ("value",)).values(name=name, value=value))


def forget(writing: Writing, name: str) -> None:
    """Take the fact away."""
    writing.connection.execute(delete(t.library).where(t.library.c.name == name))
