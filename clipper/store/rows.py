"""Read clips: a list of ClipRow, or one Clip whole. The user's overlay goes before what the page says."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import func, select

from clipper.article.article import Edit, Flag, Removal
from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow
from clipper.errors import NoSuchClip
from clipper.store import names
from clipper.store import tables as t
from clipper.store.chosen import given, ids_given, pieces
from clipper.store.columns import Json
from clipper.store.session import Reading

_c, _v, _o = t.clip.c, t.version.c, t.overlay.c
_ROWS = select(
    _c.id,
    _c.uid,
    _v.url,
    _v.canonical_url,
    func.coalesce(_o.title, _v.title).label("title"),
    func.coalesce(_o.site, _v.site).label("site"),
    func.coalesce(_o.section, _v.section).label("section"),
    func.coalesce(_o.language, _v.language).label("language"),
    _v.direction,
    _v.excerpt,
    _o.note,
    func.coalesce(_o.byline, _v.byline, type_=Json).label("byline"),
    _v.keywords,
    func.coalesce(_o.published, _v.published).label("published"),
    _c.captured,
    _c.starred,
    _c.read,
    _c.trashed,
    _v.flags,
    _v.thumbnail,
    _v.words,
    *(_v.updated, _v.agency, _v.dateline, _v.licence),
).select_from(t.clip.join(t.version, _v.id == _c.version_id).outerjoin(t.overlay, _o.clip_id == _c.id))
_PIECE = 500
_TAGGED = select(t.clip_tag.c.clip_id, t.clip_tag.c.tag_id).where(t.clip_tag.c.clip_id.in_(given()))
_FILED = select(t.clip_collection.c.clip_id, t.clip_collection.c.collection_id).where(
    t.clip_collection.c.clip_id.in_(given())
)
_GIVEN_ROWS = _ROWS.where(_c.id.in_(given()))


def rows(reading: Reading, ids: Sequence[ClipId]) -> list[ClipRow]:
    """What a list shows of these clips, in their order; a clip that is gone is left out."""
    found: dict[int, ClipRow] = {}
    for piece in pieces(dict.fromkeys(ids), _PIECE):
        tags, filed = _tags(reading, piece), _collections(reading, piece)
        for row in reading.connection.execute(_GIVEN_ROWS, ids_given(piece)).all():
            found[row.id] = _row(row, tags.get(row.id, ()), filed.get(row.id, ()))
    return [found[number] for number in ids if number in found]


def load(reading: Reading, clip: ClipId) -> Clip:
    """One clip, whole. Raises NoSuchClip."""
    found = rows(reading, [clip])
    if not found:
        raise NoSuchClip(str(clip))
    texts = t.version_text.c
    joined = t.clip.join(t.version, _v.id == _c.version_id).join(t.version_text, texts.version_id == _v.id)
    query = select(_v.id, _v.lead_image, _v.cleaner, texts.html, texts.text, texts.removals)
    row = reading.connection.execute(query.select_from(joined).where(_c.id == clip)).one()
    removals = tuple(Removal(*each) for each in row.removals)
    images = _images(reading, row.id)
    made = (row.html, row.text, row.lead_image, images, removals, row.cleaner)
    return Clip(found[0], *made, edits=edits(reading, clip))


def edits(reading: Reading, clip: ClipId) -> tuple[Edit, ...]:
    """What the user brought back and took out of a clip, in order."""
    c = t.edit.c
    query = select(c.kind, c.place, c.text).where(c.clip_id == clip).order_by(c.position)
    return tuple(Edit(*row) for row in reading.connection.execute(query))


def _row(row: Any, tags: Sequence[str], filed: Sequence[str]) -> ClipRow:
    return ClipRow(
        id=ClipId(row.id),
        uid=row.uid,
        url=row.url,
        canonical_url=row.canonical_url,
        title=row.title,
        site=row.site,
        section=row.section,
        language=row.language,
        direction=row.direction,
        excerpt=row.excerpt,
        note=row.note,
        byline=tuple(row.byline),
        tags=tuple(tags),
        keywords=tuple(row.keywords),
        collections=tuple(filed),
        published=row.published,
        captured=row.captured,
        starred=bool(row.starred),
        read=bool(row.read),
        trashed=row.trashed is not None,
        flags=tuple(Flag(code, tuple((key, value) for key, value in values)) for code, values in row.flags),
        thumbnail=row.thumbnail,
        words=row.words,
        updated=row.updated,
        agency=row.agency,
        dateline=row.dateline,
        licence=row.licence,
    )


def _tags(reading: Reading, piece: Sequence[ClipId]) -> dict[int, list[str]]:
    filed = reading.memory.filed(reading.connection)
    found: dict[int, list[int]] = {}
    for clip, number in reading.connection.execute(_TAGGED, ids_given(piece)).all():
        found.setdefault(clip, []).append(number)
    place = filed.tag_order.__getitem__
    return {clip: [filed.tags[each] for each in sorted(tags, key=place)] for clip, tags in found.items()}


def _collections(reading: Reading, piece: Sequence[ClipId]) -> dict[int, list[str]]:
    paths = reading.memory.filed(reading.connection).paths
    found: dict[int, list[str]] = {}
    for clip, number in reading.connection.execute(_FILED, ids_given(piece)).all():
        found.setdefault(clip, []).append(paths[number])
    return {clip: sorted(each, key=names.order) for clip, each in found.items()}


def _images(reading: Reading, version: int) -> tuple[ClipImage, ...]:
    c = t.version_image.c
    query = select(c.url, c.alt, c.caption, c.sha256, c.media_type, c.width, c.height, c.problem)
    found = reading.connection.execute(query.where(c.version_id == version).order_by(c.position))
    return tuple(ClipImage(*row) for row in found)
