"""Look into the library: places, lists, search, one clip, its pictures."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from clipper.article.act import Act
from clipper.article.asking import parse
from clipper.article.clip import Clip, ClipId, ClipRow, CollectionNode, PlaceCounts, TagCount, Waiting
from clipper.article.organising import SmartCollection
from clipper.article.query import Facets, Hit, Order, Scope
from clipper.operations.desk import Desk
from clipper.store import clips, collections, history, index, lists, queue, smart, suggesting, tags
from clipper.store import facets as store_facets
from clipper.store import related as store_related
from clipper.store import search as store_search


@dataclass(frozen=True, slots=True)
class Sidebar:
    """Everything that the sidebar shows."""

    counts: PlaceCounts
    collections: tuple[CollectionNode, ...]
    """Parents before children, in order."""
    tags: tuple[TagCount, ...]
    queue: tuple[Waiting, ...]
    smart: tuple[SmartCollection, ...] = ()
    """In order; how many clips answer is another question (`smart.counts`)."""


def sidebar(desk: Desk) -> Sidebar:
    """The places of the library with their counts, and the queue."""
    with desk.library.reading() as reading:
        return Sidebar(
            clips.counts(reading),
            tuple(collections.tree(reading)),
            tuple(tags.counts(reading)),
            tuple(queue.waiting(reading)),
            tuple(smart.listed(reading)),
        )


def listing(
    desk: Desk,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    order: Order | None = None,
    limit: int | None = None,
    after: ClipId | None = None,
) -> list[ClipId]:
    """Numbers of the clips of a place as `order` says, else newest first, in a collection then those that the
    user ordered; a page of them, where a `limit` is named, behind the clip `after`."""
    with desk.library.reading() as reading:
        if scope.place == "smart":
            found = store_search.answering(desk.library, reading, None, scope)
            return lists.sorted_ids(reading, found, order or Order(), limit, after)
        return clips.ids(reading, scope, order, limit, after)


def rows(desk: Desk, ids: Sequence[ClipId]) -> list[ClipRow]:
    """What a list shows of these clips, in their order; a clip that is gone is left out."""
    with desk.library.reading() as reading:
        return clips.rows(reading, ids)


def open_clip(desk: Desk, clip: ClipId, *, original: bool = False) -> Clip:
    """One clip, whole; `original`: as the page has it, without what the user changed. Raises NoSuchClip."""
    with desk.library.reading() as reading:
        return clips.load(reading, clip, original=original)


def resolve(desk: Desk, words: str) -> ClipId:
    """The clip that a user names by its number or uid. Raises NoSuchClip."""
    return resolve_all(desk, [words])[0]


def resolve_all(desk: Desk, named: Iterable[str]) -> list[ClipId]:
    """The clips that a user names, each once, in their order. Raises NoSuchClip."""
    with desk.library.reading() as reading:
        return clips.resolve_all(reading, named)


def search(
    desk: Desk,
    words: str,
    scope: Scope = Scope(),  # noqa: B008 - frozen
    limit: int | None = None,
    order: Order | None = None,
) -> list[Hit]:
    """Clips that answer, best first or as `order` says. Any text is a legal search; no words: nothing."""
    tree = parse(words, today=desk.clock().astimezone().date())
    if order is not None:
        return store_search.search_sorted(desk.library, tree, scope, order, limit)
    return store_search.search(desk.library, tree, scope, limit)


def facets(desk: Desk, words: str, scope: Scope = Scope()) -> Facets:  # noqa: B008 - frozen
    """What `search` finds, counted; without words what the place holds.

    Raises NoSuchCollection, NoSuchTag, NoSuchSmartCollection.
    """
    tree = parse(words, today=desk.clock().astimezone().date())
    return store_facets.facets(desk.library, tree, scope)


def suggestion(desk: Desk, words: str) -> str | None:
    """What may have been meant, where a word stands in no clip: the query with words that the library has."""
    index.catch_up_with_few(desk.library)
    return suggesting.suggestion(desk.library, parse(words, today=desk.clock().astimezone().date()))


def related(desk: Desk, clip: ClipId, limit: int = 10) -> list[ClipId]:
    """Clips about the same, the nearest first. Raises NoSuchClip."""
    index.catch_up_with_few(desk.library)
    return store_related.related(desk.library, clip, limit)


def picture(desk: Desk, sha256: str) -> bytes | None:
    """A stored picture, or None where the library has none of that hash."""
    return desk.library.blobs.get(sha256) if desk.library.blobs.has(sha256) else None


def picture_files(desk: Desk, chosen: Iterable[Clip]) -> dict[str, Path]:
    """The files in which these clips' pictures lie, by hash; those that the library has not are left out."""
    hashes = {image.sha256 for clip in chosen for image in clip.images if image.sha256}
    blobs = desk.library.blobs
    return {sha256: blobs.path(sha256) for sha256 in hashes if blobs.has(sha256)}


def raw_page(desk: Desk, clip: ClipId) -> bytes:
    """The page as it came off the wire. Raises NoSuchClip."""
    with desk.library.reading() as reading:
        return desk.library.blobs.get(clips.raw_sha256(reading, clip))


def done(desk: Desk, limit: int | None = None) -> list[Act]:
    """What can be undone, the latest first."""
    with desk.library.reading() as reading:
        return history.done(reading, limit)


def undone(desk: Desk, limit: int | None = None) -> list[Act]:
    """What can be done again, the one undone last first."""
    with desk.library.reading() as reading:
        return history.undone(reading, limit)


def act(desk: Desk, number: int) -> Act | None:
    """One act of the journal, done or undone; None where it is forgotten."""
    with desk.library.reading() as reading:
        return history.told(reading, number)
