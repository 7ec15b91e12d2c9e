"""Read clips: a list of ClipRow, or one Clip whole. The user's overlay goes before what the page says."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Any

from sqlalchemy import func, null, select

from clipper.article.article import Edit, Flag, Removal
from clipper.article.clip import Clip, ClipId, ClipImage, ClipRow
from clipper.errors import NoSuchClip
from clipper.store import highlights, names
from clipper.store import tables as t
from clipper.store.chosen import pieces
from clipper.store.columns import Json
from clipper.store.given import given, ids_given
from clipper.store.overlay import own_fields
from clipper.store.session import Reading

_c, _v, _o, _x = t.clip.c, t.version.c, t.overlay.c, t.overlay_text.c
_SAID_BY_BOTH = ("title", "site", "section", "language", "published", "updated", "agency")
"""What the user set to nothing is an empty text in his overlay."""
_OF_THE_PAGE = (
    *(_v.url, _v.canonical_url, _v.direction, _v.excerpt, _v.keywords, _v.flags, _v.thumbnail),
    *(_v.dateline, _v.licence),
)
_OF_THE_CLIP = (_c.id, _c.uid, _c.captured, _c.starred, _c.read, _c.trashed, _o.note)
_BY_USER = (_o.rights, _o.medium, _o.edition, _o.page, _o.custom)
_FROM = (
    t.clip.join(t.version, _v.id == _c.version_id)
    .outerjoin(t.overlay, _o.clip_id == _c.id)
    .outerjoin(t.overlay_text, _x.clip_id == _c.id)
)
_ROWS = select(
    *(*_OF_THE_CLIP, *_OF_THE_PAGE, *_BY_USER),
    *(func.nullif(func.coalesce(_o[name], _v[name]), "").label(name) for name in _SAID_BY_BOTH),
    func.coalesce(_o.byline, _v.byline, type_=Json).label("byline"),
    func.coalesce(_x.words, _v.words).label("words"),
).select_from(_FROM)
_ORIGINAL = select(
    *(*_OF_THE_CLIP, *_OF_THE_PAGE),
    *(null().label(column.name) for column in _BY_USER),
    *(_v[name] for name in _SAID_BY_BOTH),
    *(_v.byline, _v.words),
).select_from(_FROM)
_PIECE = 500
_TAGGED = select(t.clip_tag.c.clip_id, t.clip_tag.c.tag_id).where(t.clip_tag.c.clip_id.in_(given()))
_FILED = select(t.clip_collection.c.clip_id, t.clip_collection.c.collection_id).where(
    t.clip_collection.c.clip_id.in_(given())
)
_GIVEN_ROWS = _ROWS.where(_c.id.in_(given()))
_GIVEN_ORIGINAL = _ORIGINAL.where(_c.id.in_(given()))


def rows(reading: Reading, ids: Sequence[ClipId], *, original: bool = False) -> list[ClipRow]:
    """What a list shows of these clips, in their order; a clip that is gone is left out.

    `original`: as the page has it, without what the user changed.
    """
    query = _GIVEN_ORIGINAL if original else _GIVEN_ROWS
    found: dict[int, ClipRow] = {}
    for piece in pieces(dict.fromkeys(ids), _PIECE):
        tags, filed = _tags(reading, piece), _collections(reading, piece)
        for row in reading.connection.execute(query, ids_given(piece)).all():
            found[row.id] = _row(row, tags.get(row.id, ()), filed.get(row.id, ()))
    return [found[number] for number in ids if number in found]


def load(reading: Reading, clip: ClipId, *, original: bool = False) -> Clip:
    """One clip, whole; `original`: as the page has it, without what the user changed. Raises NoSuchClip."""
    found = rows(reading, [clip], original=original)
    if not found:
        raise NoSuchClip(str(clip))
    texts = t.version_text.c
    query = select(_v.id, _v.lead_image, _v.cleaner, texts.html, texts.text, texts.removals)
    joined = _FROM.join(t.version_text, texts.version_id == _v.id)
    query = query.add_columns(_x.html.label("own_html"), _x.text.label("own_text"))
    row = reading.connection.execute(query.select_from(joined).where(_c.id == clip)).one()
    is_own = row.own_html is not None and not original
    html, text = (row.own_html, row.own_text) if is_own else (row.html, row.text)
    return Clip(
        found[0],
        html,
        text,
        _lead(row, html),
        _images(reading, row.id),
        () if is_own else tuple(Removal(*each) for each in row.removals),
        row.cleaner,
        edits=edits(reading, clip),
        own=own_fields(reading, clip),
        highlights=highlights.of_clip(reading, clip, text),
    )


def text_of(reading: Reading, clip: ClipId) -> str:
    """The text of a clip as it is shown. Raises NoSuchClip."""
    texts = t.version_text.c
    query = select(func.coalesce(_x.text, texts.text))
    joined = _FROM.join(t.version_text, texts.version_id == _v.id)
    found = reading.connection.scalar(query.select_from(joined).where(_c.id == clip))
    if found is None:
        raise NoSuchClip(str(clip))
    return str(found)


def edits(reading: Reading, clip: ClipId) -> tuple[Edit, ...]:
    """What the user brought back and took out of a clip, in order."""
    c = t.edit.c
    query = select(c.kind, c.place, c.text).where(c.clip_id == clip).order_by(c.position)
    return tuple(Edit(*row) for row in reading.connection.execute(query))


def _lead(row: Any, html: str) -> str | None:
    """The lead picture; not where it stood in the page's text and the user took it out of his own."""
    lead: str | None = row.lead_image
    if lead is None or html is row.html:
        return lead
    in_body = f'src="{escape(lead)}"'
    return lead if in_body not in row.html or in_body in html else None


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
        rights=row.rights,
        medium=row.medium,
        edition=row.edition,
        page=row.page,
        custom=tuple((name, value) for name, value in row.custom or ()),
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
