"""Clipper's side of the library bench: all that it asks of the library, through the operations.

Whoever changes what the operations offer changes this module and no other of the bench. What they do not
offer (yet) is answered with None and left out of the figures.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from clipper import wiring
from clipper.article.clip import ClipId, ClipRow
from clipper.article.query import COLUMNS, Facets, Hit, Order, Scope
from clipper.jobs import Ticket
from clipper.operations import find, organise
from clipper.operations.desk import Desk
from clipper.settings import Settings
from clipper.store import clips as store_clips
from clipper.store import index, migrations, words
from tests.bench.library.asking import Asked
from tests.bench.library.clips import MadeClip, collections, tags
from tests.bench.library.filling import PAGE, new_clip

FIRST = 50


def version() -> str:
    """Changes whenever a kept library must be built anew."""
    return f"{migrations.VERSION}.{words.ANALYSER}"


@contextmanager
def opened(folder: Path) -> Iterator[Desk]:
    """The desk of a library of which nothing waits for the index."""
    desk = wiring.build(folder, Settings())
    try:
        settle(desk)
        yield desk
    finally:
        desk.close()


def settle(desk: Desk) -> None:
    """Bring the index up, so that no background work falls on what is measured."""
    index.catch_up(desk.library, Ticket())


def search(desk: Desk, asked: Asked) -> tuple[list[Hit], list[ClipRow]]:
    """The first fifty with their snippets, and what a list shows of them."""
    hits = _hits(desk, asked, FIRST)
    return hits, find.rows(desk, [ClipId(each.id) for each in hits])


def exhaustive(desk: Desk, asked: Asked) -> list[tuple[int, float]] | None:
    """Every hit with its score, best first, each scored by the same formula as in `search`."""
    return [(each.id, each.score) for each in _hits(desk, asked, None)]


def facets(desk: Desk, asked: Asked) -> Facets:
    """The counts beside a search: by site, tag, collection, month, language."""
    return find.facets(desk, asked.words, _scope(asked))


def first_pages() -> Mapping[str, Callable[[Desk], list[ClipRow]]]:
    """The first page of every list at every sort order, by name."""
    scopes = {
        "all": Scope(),
        "unread": Scope("unread"),
        "starred": Scope("starred"),
        "unfiled": Scope("unfiled"),
        "the largest tag": Scope("tag", tags()[0]),
        "the largest collection": Scope("collection", collections()[0]),
    }
    return {
        f"{name} by {column}{', ascending' if ascending else ''}": _first_page(
            scope, Order(column, ascending)
        )
        for name, scope in scopes.items()
        for column in COLUMNS
        for ascending in (False, True)
    }


def keep_and_find(desk: Desk, clip: MadeClip, word: str) -> bool:
    """Keep one clip as the user does, and look for a word of it: whether it is found."""
    raw = desk.library.blobs.put(PAGE, compress=True)
    desk.act("clip", lambda writing: store_clips.keep(writing, new_clip(clip, raw)))
    return bool(find.search(desk, f"{word} ", Scope(), FIRST))


def take_back(desk: Desk) -> None:
    """Undo that, so that the kept library stays as it is."""
    organise.undo(desk)


def _hits(desk: Desk, asked: Asked, limit: int | None) -> list[Hit]:
    return find.search(desk, asked.words, _scope(asked), limit)


def _scope(asked: Asked) -> Scope:
    return Scope() if asked.tag is None else Scope("tag", asked.tag)


def _first_page(scope: Scope, order: Order) -> Callable[[Desk], list[ClipRow]]:
    return lambda desk: find.rows(desk, find.listing(desk, scope, order, FIRST))
