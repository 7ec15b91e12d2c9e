"""Which words each clip is found under, read from SQLite; and what waits for the index."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from sqlalchemy import func, select

from clipper.store import tables as t
from clipper.store.addresses import host_of
from clipper.store.chosen import pieces
from clipper.store.columns import Json
from clipper.store.documents import Findable, findable, seconds
from clipper.store.given import given, ids_given
from clipper.store.session import Reading

_c, _v, _o = t.clip.c, t.version.c, t.overlay.c
_i, _h, _x = t.version_image.c, t.highlight.c, t.overlay_text.c
_CAPTIONS = select(func.group_concat(_i.caption, "\n")).where(_i.version_id == _v.id).scalar_subquery()
"""What stands under pictures is found too, whether or not it is part of the running text."""
_MARKED = (
    select(func.group_concat(_h.quote + func.coalesce("\n" + _h.note, ""), "\n"))
    .where(_h.clip_id == _c.id)
    .scalar_subquery()
)
"""Passages that the user marked, with their notes: found as notes are."""
_FROM = (
    t.clip.join(t.version, _v.id == _c.version_id)
    .join(t.version_text, t.version_text.c.version_id == _v.id)
    .outerjoin(t.overlay, _o.clip_id == _c.id)
    .outerjoin(t.overlay_text, _x.clip_id == _c.id)
)
_CLIPS = select(
    _c.id,
    func.coalesce(_o.language, _v.language).label("language"),
    func.coalesce(_o.title, _v.title, "").label("title"),
    func.coalesce(_o.byline, _v.byline, type_=Json).label("byline"),
    func.coalesce(_o.site, _v.site, "").label("site"),
    _v.url,
    _v.excerpt,
    _o.note,
    _c.captured,
    func.coalesce(_o.published, _v.published).label("published"),
    (func.coalesce(_x.text, t.version_text.c.text) + func.coalesce("\n" + _CAPTIONS, "")).label("text"),
    _MARKED.label("marked"),
    _o.custom,
).select_from(_FROM)
_TEXTS = (
    select(
        _c.id,
        func.coalesce(_x.text, t.version_text.c.text),
        _o.note,
        _v.excerpt,
        func.coalesce(_o.language, _v.language),
    )
    .select_from(_FROM)
    .where(_c.id.in_(given()))
)
_CAPTIONS_OF = (
    select(_c.id, _i.caption)
    .select_from(t.clip.join(t.version_image, _i.version_id == _c.version_id))
    .where(_c.id.in_(given()), _i.caption.is_not(None))
)
_MARKED_OF = select(_h.clip_id, _h.quote, _h.note).where(_h.clip_id.in_(given()))
_GIVEN = _CLIPS.where(_c.id.in_(given()))


def findables(reading: Reading, ids: Iterable[int]) -> Iterator[Findable]:
    """The words of these clips, in no order; those that are gone are left out."""
    for piece in pieces(ids, 200):
        for row in reading.connection.execute(_GIVEN, ids_given(piece)).all():
            yield findable(
                row.id,
                row.language,
                row.text,
                "\n".join(
                    filter(None, (row.note, row.marked, *(value for _name, value in row.custom or ())))
                ),
                row.excerpt,
                seconds(row.published, row.captured),
                title=row.title,
                byline=" ".join(row.byline),
                site=f"{row.site} {host_of(row.url)}",
            )


def waiting(reading: Reading, limit: int | None = None) -> list[tuple[int, int]]:
    """Turns and clips that are not in the index yet, the oldest first."""
    query = select(t.index_todo.c.turn, t.index_todo.c.clip_id).order_by(t.index_todo.c.turn).limit(limit)
    return [(turn, clip) for turn, clip in reading.connection.execute(query).all()]


def how_many_wait(reading: Reading) -> int:
    """How many clips are not in the index yet."""
    return int(reading.connection.scalar(select(func.count()).select_from(t.index_todo)) or 0)


def texts(reading: Reading, ids: Sequence[int]) -> dict[int, tuple[str, str, str, str | None]]:
    """Text, note, excerpt and language of clips, for snippets."""
    run = reading.connection.execute
    found: dict[int, tuple[str, str, str, str | None]] = {}
    for piece in pieces(ids, 500):
        chosen = ids_given(piece)
        captions = _joined(run(_CAPTIONS_OF, chosen).all())
        marked = _joined(run(_MARKED_OF, chosen).all())
        for number, text, note, excerpt, language in run(_TEXTS, chosen).all():
            found[number] = (
                "\n".join(filter(None, (text, captions.get(number)))),
                "\n".join(filter(None, (note, marked.get(number)))),
                excerpt or "",
                language,
            )
    return found


def _joined(rows: Iterable[Sequence[Any]]) -> dict[int, str]:
    joined: dict[int, str] = {}
    for number, *texts in rows:
        joined[number] = "\n".join(filter(None, (joined.get(number), *texts)))
    return joined
