"""Highlights: passages that the user marked. Where each stands is found anew whenever a clip is read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete as sql_delete
from sqlalchemy import insert, select, update

from clipper.article.anchoring import Anchor, locate
from clipper.article.clip import ClipId
from clipper.article.highlight import COLOURS, Colour, Highlight, HighlightId
from clipper.errors import BadField, NoSuchHighlight
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.fields import LONGEST_NOTE
from clipper.store.session import Reading, Writing
from clipper.store.uids import new_uid
from clipper.store.words import storable

_h = t.highlight.c


def add(writing: Writing, clip: ClipId, anchor: Anchor, colour: str, note: str | None = None) -> HighlightId:
    """Mark a passage. Raises NoSuchClip, BadField."""
    existing(writing, [clip])
    row = {
        "uid": new_uid(writing.now),
        "clip_id": clip,
        "quote": anchor.quote,
        "prefix": anchor.prefix,
        "suffix": anchor.suffix,
        "start": anchor.start,
        "colour": _colour(colour),
        "note": _note(note),
        "made": writing.now,
    }
    made = writing.connection.execute(insert(t.highlight), row).inserted_primary_key
    assert made is not None
    return HighlightId(made[0])


def change(
    writing: Writing, numbers: Sequence[HighlightId], *, colour: str | None = None, note: str | None = None
) -> None:
    """Give another colour or note; a blank note takes it away. Raises NoSuchHighlight, BadField."""
    values: dict[str, Any] = {} if colour is None else {"colour": _colour(colour)}
    if note is not None:
        values["note"] = _note(note)
    for piece in pieces(_existing(writing, numbers)):
        if values:
            writing.connection.execute(update(t.highlight).where(_h.id.in_(piece)).values(**values))


def delete(writing: Writing, numbers: Sequence[HighlightId]) -> None:
    """Take marks away; the text stays. Raises NoSuchHighlight."""
    for piece in pieces(_existing(writing, numbers)):
        writing.connection.execute(sql_delete(t.highlight).where(_h.id.in_(piece)))


def of_clip(reading: Reading, clip: ClipId, text: str) -> tuple[Highlight, ...]:
    """The highlights of a clip whose text is now this: in its order, what stands there no more at the end."""
    rows = reading.connection.execute(select(t.highlight).where(_h.clip_id == clip).order_by(_h.start, _h.id))
    found = [_highlight(row, text) for row in rows]
    return tuple(sorted(found, key=lambda each: each.place.start if each.place else len(text) + 1))


def marked(reading: Reading) -> list[ClipId]:
    """Clips with highlights that are not in the trash, the newest captured first."""
    clip = t.clip.c
    having = select(_h.clip_id)
    query = select(clip.id).where(clip.id.in_(having), clip.trashed.is_(None))
    return [ClipId(number) for number in reading.connection.scalars(query.order_by(clip.captured.desc()))]


def resolve(reading: Reading, words: str) -> tuple[HighlightId, ClipId]:
    """The highlight of a number or uid, and its clip. Raises NoSuchHighlight."""
    words = words.strip()
    is_number = re.fullmatch(r"[0-9]{1,18}", words)
    same = _h.id == int(words) if is_number else _h.uid == storable(words.lower())
    row = reading.connection.execute(select(_h.id, _h.clip_id).where(same)).one_or_none()
    if row is None:
        raise NoSuchHighlight(words)
    return HighlightId(row.id), ClipId(row.clip_id)


def _existing(reading: Reading, numbers: Sequence[HighlightId]) -> list[HighlightId]:
    wanted = list(dict.fromkeys(numbers))
    found: set[int] = set()
    for piece in pieces(wanted):
        found.update(reading.connection.scalars(select(_h.id).where(_h.id.in_(piece))))
    for number in wanted:
        if number not in found:
            raise NoSuchHighlight(str(number))
    return wanted


def _highlight(row: Any, text: str) -> Highlight:
    anchor = Anchor(row.quote, row.prefix, row.suffix, row.start)
    return Highlight(
        HighlightId(row.id), row.uid, anchor, row.colour, row.note, row.made, locate(text, anchor)
    )


def _colour(colour: str) -> Colour:
    for known in COLOURS:
        if colour.strip().lower() == known:
            return known
    raise BadField("colour", colour, "no_colour")


def _note(note: str | None) -> str | None:
    if note is None or not note.strip():
        return None
    if len(note) > LONGEST_NOTE:
        raise BadField("note", note[:60], "too_long_value")
    return str(storable(note))
