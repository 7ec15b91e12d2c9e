"""Clean a clip again: what it is cleaned from, and the new version that comes of it.

Versions of a long run are written as they are made, while nothing names them, and become current all in one
act at the end: the writer is never held for long, and one undo takes all of them back.
"""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, insert, select, update

from clipper.article.article import Edit
from clipper.article.clip import Basis, ClipId, Revision
from clipper.article.page import Page
from clipper.store import journal, versions
from clipper.store import tables as t
from clipper.store.addresses import host_of
from clipper.store.blobs import Blobs
from clipper.store.chosen import existing, pieces
from clipper.store.rows import edits, load
from clipper.store.session import Reading, Writing
from clipper.store.words import storable

_CAPTURED = ("url", "final_url", "status", "headers", "raw_sha256", "fetched")


def basis(reading: Reading, blobs: Blobs, clip: ClipId) -> Basis:
    """The clip as it stands and its raw pages. Raises NoSuchClip, LibraryDamaged where a page is missing."""
    whole = load(reading, clip)
    joined = t.clip.join(t.version, t.version.c.id == t.clip.c.version_id).join(
        t.capture, t.capture.c.id == t.version.c.capture_id
    )
    first = select(t.version.c.id, t.capture).select_from(joined).where(t.clip.c.id == clip)
    row = reading.connection.execute(first).one()
    capture = int(row.id_1)
    c = t.capture_page.c
    columns = [c[name] for name in _CAPTURED]
    further = reading.connection.execute(select(*columns).where(c.capture_id == capture).order_by(c.position))
    pages = (tuple(getattr(row, name) for name in _CAPTURED), *map(tuple, further))
    return Basis(whole, int(row.id), capture, tuple(_page(blobs, each) for each in pages))


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


def make_current(writing: Writing, made: Sequence[tuple[Basis, int]]) -> list[ClipId]:
    """In an act: have clips name the versions written for them; answers those that were changed meanwhile
    and stay as they are, their versions discarded."""
    overtaken = [(basis, number) for basis, number in made if not is_current(writing, basis)]
    discard(writing, [number for _basis, number in overtaken])
    left = [pair for pair in made if pair not in overtaken]
    for piece in pieces([number for _basis, number in left]):
        journal.claim(writing.connection, t.version.c.id, piece)
        journal.claim(writing.connection, t.version_text.c.version_id, piece)
        journal.claim(writing.connection, t.version_image.c.version_id, piece)
    for basis, number in left:
        _name(writing, basis.clip.row.id, number)
    return [basis.clip.row.id for basis, _number in overtaken]


def revise(writing: Writing, revision: Revision, said: Sequence[Edit]) -> None:
    """In an act: a new version of one clip, and what the user said of its pieces from now on."""
    clip = revision.basis.clip.row.id
    if differs(writing, revision):
        _name(writing, clip, write(writing, [revision])[0])
    _set_edits(writing, clip, said)


def is_current(reading: Reading, basis: Basis) -> bool:
    """Whether the clip is still as the basis has it: no other version, no other edits."""
    clip = basis.clip.row.id
    now = reading.connection.scalar(select(t.clip.c.version_id).where(t.clip.c.id == clip))
    return now == basis.version and edits(reading, clip) == basis.clip.edits


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


def _page(blobs: Blobs, row: tuple[object, ...]) -> Page:
    url, final_url, status, headers, raw_sha256, fetched = row
    pairs = tuple((name, value) for name, value in headers)  # type: ignore[attr-defined]
    return Page(url, final_url, status, pairs, blobs.get(str(raw_sha256)), fetched)  # type: ignore[arg-type]
