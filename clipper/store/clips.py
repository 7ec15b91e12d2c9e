"""Clips: lists of them, one of them, and what the user does to them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, exists, func, or_, select, update

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
    "resolve_all",
    "restore",
    "rows",
    "set_note",
    "star",
    "text_of",
    "trash",
]

_NUMBER = re.compile(r"[0-9]{1,18}")
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
    return resolve_all(reading, [words])[0]


def resolve_all(reading: Reading, named: Iterable[str]) -> list[ClipId]:
    """The clips of these numbers or uids, each once, in their order. Raises NoSuchClip for the first that is
    not there."""
    wanted = [words.strip() for words in named]
    known: dict[str, ClipId] = {}
    c = t.clip.c
    for piece in pieces(wanted):
        numbers = [int(words) for words in piece if _NUMBER.fullmatch(words)]
        uids = [storable(words.lower()) for words in piece if not _NUMBER.fullmatch(words)]
        found = select(c.id, c.uid).where(or_(c.id.in_(numbers), c.uid.in_(uids)))
        for number, uid in reading.connection.execute(found):
            known[str(number)] = known[uid] = ClipId(number)
    clips: dict[ClipId, None] = {}
    for words in wanted:
        key = str(int(words)) if _NUMBER.fullmatch(words) else storable(words.lower())
        if key not in known:
            raise NoSuchClip(words)
        clips[known[key]] = None
    return list(clips)


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
