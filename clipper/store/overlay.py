"""What the user says of a clip beside what its page says: fields and the text itself.

No cleaning writes here, so nothing of it is ever lost; what the page says stays in the version.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, select, update

from clipper.article.clip import ClipId
from clipper.article.fields import FIELDS, FieldName, OwnText, Rewriting
from clipper.store import fields
from clipper.store import tables as t
from clipper.store.chosen import existing, pieces
from clipper.store.engine import upsert
from clipper.store.session import Reading, Writing
from clipper.store.words import count_words, storable

_o, _x = t.overlay.c, t.overlay_text.c


def rewrite(writing: Writing, ids: Sequence[ClipId], wanted: Rewriting) -> None:
    """Change fields of these clips. Raises NoSuchClip, BadField."""
    columns = fields.proper(wanted)
    clips = existing(writing, ids)
    _set(writing, clips, columns)
    if wanted.custom or "custom" in wanted.reset:
        _join_custom(writing, clips, wanted)
    if "text" in wanted.reset:
        for piece in pieces(clips):
            writing.connection.execute(delete(t.overlay_text).where(_x.clip_id.in_(piece)))


def set_text(writing: Writing, clip: ClipId, own: OwnText) -> None:
    """Have this text shown instead of the page's; it is the user's own only where it is another one.

    Raises NoSuchClip.
    """
    existing(writing, [clip])
    texts = t.version_text.c
    said = select(texts.html).join(t.clip, t.clip.c.version_id == texts.version_id)
    if writing.connection.scalar(said.where(t.clip.c.id == clip)) == storable(own.html):
        writing.connection.execute(delete(t.overlay_text).where(_x.clip_id == clip))
        return
    row = {"clip_id": clip, "html": storable(own.html), "text": storable(own.text)}
    row["words"] = count_words(own.text)
    writing.connection.execute(upsert(t.overlay_text, "clip_id", ("html", "text", "words")), row)


def own_fields(reading: Reading, clip: ClipId) -> tuple[FieldName, ...]:
    """The fields that are the user's own, in the order of FIELDS."""
    row = reading.connection.execute(select(t.overlay).where(_o.clip_id == clip)).mappings().one_or_none()
    has_text = reading.connection.scalar(select(_x.clip_id).where(_x.clip_id == clip)) is not None
    said: dict[str, Any] = dict(row or {}) | {"text": True if has_text else None}
    return tuple(name for name in FIELDS if said.get(name) is not None)


def _set(writing: Writing, clips: Sequence[ClipId], columns: dict[str, Any]) -> None:
    if not columns or not clips:
        return
    if any(value is not None for value in columns.values()):
        rows = [{"clip_id": clip, **columns} for clip in clips]
        writing.connection.execute(upsert(t.overlay, "clip_id", tuple(columns)), rows)
        return
    for piece in pieces(clips):
        writing.connection.execute(update(t.overlay).where(_o.clip_id.in_(piece)).values(**columns))


def _join_custom(writing: Writing, clips: Sequence[ClipId], wanted: Rewriting) -> None:
    there: dict[int, list[list[str]]] = {}
    for piece in pieces([] if "custom" in wanted.reset else clips):
        chosen = select(_o.clip_id, _o.custom).where(_o.clip_id.in_(piece), _o.custom.is_not(None))
        there.update((clip, custom) for clip, custom in writing.connection.execute(chosen))
    rows = [{"clip_id": clip, "custom": fields.joined(there.get(clip, []), wanted.custom)} for clip in clips]
    filled = [row for row in rows if row["custom"] is not None]
    if filled:
        writing.connection.execute(upsert(t.overlay, "clip_id", ("custom",)), filled)
    for emptied in pieces([row["clip_id"] for row in rows if row["custom"] is None]):
        mine = _o.clip_id.in_(emptied) & _o.custom.is_not(None)
        writing.connection.execute(update(t.overlay).where(mine).values(custom=None))
