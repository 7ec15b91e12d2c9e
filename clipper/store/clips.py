"""Clips: lists of them, one of them, and what the user does to them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, select, update

from clipper.article.clip import ClipId, PlaceCounts
from clipper.errors import NoSuchClip
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.engine import upsert
from clipper.store.keeping import find, find_article, keep
from clipper.store.lists import ids
from clipper.store.rows import edits, load, rows, text_of
from clipper.store.session import Reading, Writing
from clipper.store.words import storable

__all__ = [
    "counts",
    "edits",
    "find",
    "find_article",
    "ids",
    "keep",
    "load",
    "mark_read",
    "raw_sha256",
    "resolve",
    "restore",
    "rows",
    "set_note",
    "star",
    "text_of",
    "trash",
]

_UNFILED = ~exists().where(t.clip_collection.c.clip_id == t.clip.c.id)


def counts(reading: Reading) -> PlaceCounts:
    """How many clips each fixed place holds."""
    here = t.clip.c.trashed.is_(None)

    def count(*conditions: ColumnElement[bool]) -> ColumnElement[int]:
        return select(func.count()).select_from(t.clip).where(*conditions).scalar_subquery()

    row = reading.connection.execute(
        select(
            count(here),
            count(here, _UNFILED),
            count(here, t.clip.c.starred == 1),
            count(here, t.clip.c.read == 0),
            count(t.clip.c.trashed.is_not(None)),
        )
    ).one()
    return PlaceCounts(*row)


def resolve(reading: Reading, words: str) -> ClipId:
    """The clip of a number or uid. Raises NoSuchClip."""
    words = words.strip()
    is_number = re.fullmatch(r"[0-9]{1,18}", words)
    same = t.clip.c.id == int(words) if is_number else t.clip.c.uid == storable(words.lower())
    found = reading.connection.scalar(select(t.clip.c.id).where(same))
    if found is None:
        raise NoSuchClip(words)
    return ClipId(found)


def raw_sha256(reading: Reading, clip: ClipId) -> str:
    """The blob of the page that the current version was made of. Raises NoSuchClip."""
    joined = t.clip.join(t.version, t.version.c.id == t.clip.c.version_id).join(
        t.capture, t.capture.c.id == t.version.c.capture_id
    )
    query = select(t.capture.c.raw_sha256).select_from(joined).where(t.clip.c.id == clip)
    found = reading.connection.scalar(query)
    if found is None:
        raise NoSuchClip(str(clip))
    return str(found)


def star(writing: Writing, chosen: Sequence[ClipId], *, on: bool) -> None:
    """Set or take the star. Raises NoSuchClip."""
    _set(writing, chosen, t.clip.c.starred != int(on), starred=int(on))


def mark_read(writing: Writing, chosen: Sequence[ClipId], *, on: bool) -> None:
    """Mark as read or unread. Raises NoSuchClip."""
    _set(writing, chosen, t.clip.c.read != int(on), read=int(on))


def trash(writing: Writing, chosen: Sequence[ClipId]) -> None:
    """Put clips into the trash. Raises NoSuchClip."""
    _set(writing, chosen, t.clip.c.trashed.is_(None), trashed=writing.now)


def restore(writing: Writing, chosen: Sequence[ClipId]) -> None:
    """Take clips out of the trash. Raises NoSuchClip."""
    _set(writing, chosen, t.clip.c.trashed.is_not(None), trashed=None)


def set_note(writing: Writing, clip: ClipId, text: str | None) -> None:
    """Write a clip's note; None or blank takes it away. Raises NoSuchClip."""
    existing(writing, [clip])
    note = storable(text) if text and text.strip() else None
    if note is None:
        written = (t.overlay.c.clip_id == clip) & t.overlay.c.note.is_not(None)
        writing.connection.execute(update(t.overlay).where(written).values(note=None))
        return
    writing.connection.execute(upsert(t.overlay, "clip_id", ("note",)).values(clip_id=clip, note=note))


def _set(
    writing: Writing, chosen: Sequence[ClipId], differs: ColumnElement[bool], **values: int | datetime | None
) -> None:
    for piece in pieces(existing(writing, chosen)):
        mine = t.clip.c.id.in_(piece) & differs
        writing.connection.execute(update(t.clip).where(mine).values(**values))
