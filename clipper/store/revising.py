"""Clean a clip again: what it is cleaned from, and the new version that comes of it.

Versions of a long run are written as they are made, while nothing names them, and become current all in one
act at the end: the writer is never held for long, and one undo takes all of them back.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from sqlalchemy import delete, insert, select, update

from clipper.article.article import Article, Edit
from clipper.article.clip import Basis, Clip, ClipId, ClipImage, Revision, Standing
from clipper.article.page import Page
from clipper.store import journal, versions
from clipper.store import tables as t
from clipper.store.addresses import host_of
from clipper.store.blobs import Blobs
from clipper.store.chosen import existing, pieces
from clipper.store.rows import edits, load
from clipper.store.session import Reading, Writing
from clipper.store.words import storable


def basis(reading: Reading, blobs: Blobs, clip: ClipId) -> Basis:
    """The clip as it stands and its raw pages. Raises NoSuchClip, LibraryDamaged where a page is missing."""
    whole = load(reading, clip)
    said = load(reading, clip, original=True) if "text" in whole.own else whole
    run = reading.connection.execute
    current = select(t.version).join(t.clip, t.clip.c.version_id == t.version.c.id)
    version = run(current.where(t.clip.c.id == clip)).one()
    first = run(select(t.capture).where(t.capture.c.id == version.capture_id)).one()
    c = t.capture_page.c
    further = run(select(t.capture_page).where(c.capture_id == first.id).order_by(c.position))
    pages = tuple(_page(blobs, row) for row in (first, *further))
    article = _article(version, said)
    return Basis(whole, article, version.id, first.id, pages, _pictures(reading, clip))


def differs(reading: Reading, revision: Revision) -> bool:
    """Whether the revision says anything else than the current version."""
    return not versions.says_the_same(reading, revision.basis.version, _rows(revision))


def write(writing: Writing, revisions: Sequence[Revision]) -> list[int]:
    """Write versions that nobody names yet; answers their numbers."""
    return [
        versions.write(writing, each.basis.clip.row.id, each.basis.capture, _rows(each)) for each in revisions
    ]


def discard(writing: Writing, numbers: Sequence[int]) -> None:
    """Take versions away again that nobody names."""
    for piece in pieces(numbers):
        for column in (t.version_image.c.version_id, t.version_text.c.version_id, t.version.c.id):
            writing.connection.execute(delete(column.table).where(column.in_(piece)))


def make_current(writing: Writing, made: Sequence[tuple[Standing, int]]) -> list[tuple[Standing, int]]:
    """In an act: have clips name the versions written for them; answers those of clips that were changed
    meanwhile, which stay as they are: their versions are to be discarded, outside the act."""
    now = _standings(writing, [before.clip for before, _number in made])
    left = [pair for pair in made if now.get(pair[0].clip) == pair[0]]
    for piece in pieces([number for _before, number in left]):
        for owner in (t.version.c.id, t.version_text.c.version_id, t.version_image.c.version_id):
            journal.claim(writing.connection, owner, piece)
    for before, number in left:
        _name(writing, before.clip, number)
    return [pair for pair in made if now.get(pair[0].clip) != pair[0]]


def revise(writing: Writing, revision: Revision, said: Sequence[Edit]) -> None:
    """In an act: a new version of one clip, and what the user said of its pieces from now on."""
    clip = revision.basis.clip.row.id
    if differs(writing, revision):
        _name(writing, clip, write(writing, [revision])[0])
    _set_edits(writing, clip, said)


def is_current(reading: Reading, before: Standing) -> bool:
    """Whether the clip still stands as it did: no other version, no other edits."""
    return _standings(reading, [before.clip]).get(before.clip) == before


def of_host(reading: Reading, host: str) -> list[ClipId]:
    """Clips of a site and its subdomains that are not in the trash, the oldest first."""
    joined = t.clip.join(t.version, t.version.c.id == t.clip.c.version_id)
    query = select(t.clip.c.id, t.version.c.url).select_from(joined).where(t.clip.c.trashed.is_(None))
    return [
        ClipId(number)
        for number, url in reading.connection.execute(query.order_by(t.clip.c.id))
        if f".{host_of(url)}".endswith(f".{host}")
    ]


def _rows(revision: Revision) -> versions.Rows:
    return versions.rows_of(revision.basis.clip.row.url, revision.article, revision.images)


def _standings(reading: Reading, clips: Sequence[ClipId]) -> dict[ClipId, Standing]:
    found: dict[ClipId, Standing] = {}
    e = t.edit.c
    for piece in pieces(clips):
        said: dict[int, list[Edit]] = {}
        query = select(e.clip_id, e.kind, e.place, e.text).where(e.clip_id.in_(piece))
        for clip, *edit in reading.connection.execute(query.order_by(e.clip_id, e.position)):
            said.setdefault(clip, []).append(Edit(*edit))
        versions_now = select(t.clip.c.id, t.clip.c.version_id).where(t.clip.c.id.in_(piece))
        for clip, version in reading.connection.execute(versions_now):
            found[ClipId(clip)] = Standing(ClipId(clip), version, tuple(said.get(clip, ())))
    return found


def _pictures(reading: Reading, clip: ClipId) -> tuple[ClipImage, ...]:
    c = t.version_image.c
    joined = t.version_image.join(t.version, t.version.c.id == c.version_id)
    columns = (c.url, c.alt, c.caption, c.sha256, c.media_type, c.width, c.height, c.problem)
    query = select(*columns).select_from(joined).where(t.version.c.clip_id == clip)
    found = reading.connection.execute(query.order_by(c.version_id, c.position))
    return tuple(ClipImage(*row) for row in found)


def _name(writing: Writing, clip: ClipId, version: int) -> None:
    writing.connection.execute(update(t.clip).where(t.clip.c.id == clip).values(version_id=version))


def _set_edits(writing: Writing, clip: ClipId, said: Sequence[Edit]) -> None:
    existing(writing, [clip])
    if edits(writing, clip) == tuple(said):
        return
    writing.connection.execute(delete(t.edit).where(t.edit.c.clip_id == clip))
    rows = [
        {"clip_id": clip, "position": at, "kind": each.kind, "place": each.place, "text": each.text}
        for at, each in enumerate(said)
    ]
    if rows:
        writing.connection.execute(insert(t.edit), [storable(row) for row in rows])


def _article(version: Any, clip: Clip) -> Article:
    """As the version says; `clip` is the same with the user's own fields."""
    return Article(
        title=version.title,
        byline=tuple(version.byline),
        published=version.published,
        updated=version.updated,
        agency=version.agency,
        dateline=version.dateline,
        licence=version.licence,
        site=version.site,
        section=version.section,
        keywords=tuple(version.keywords),
        language=version.language,
        direction=version.direction,
        canonical_url=version.canonical_url,
        lead_image=version.lead_image,
        excerpt=version.excerpt,
        html=clip.html,
        text=clip.text,
        removals=clip.removals,
        flags=clip.row.flags,
        cleaner=version.cleaner,
    )


def _page(blobs: Blobs, row: Any) -> Page:
    headers = tuple((name, value) for name, value in row.headers)
    return Page(row.url, row.final_url, row.status, headers, blobs.get(row.raw_sha256), row.fetched)
