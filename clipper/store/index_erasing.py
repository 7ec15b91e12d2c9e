"""Take deleted words out of the search index's files.

Tantivy only marks a document as deleted; its words stay in the segment until that is merged, which may be
never. So all clips of the segments that have such documents are put in anew, until the segments are empty:
then Tantivy drops them. Searches are right and quick meanwhile.
"""

from __future__ import annotations

import json
import time
from collections import Counter
from typing import Any

import tantivy
from sqlalchemy import select

from clipper.errors import DiskFull, LibraryUnwritable
from clipper.jobs import Progress, Ticket
from clipper.store import index, textindex
from clipper.store import tables as t
from clipper.store.chosen import pieces
from clipper.store.findables import findables
from clipper.store.session import OpenLibrary
from clipper.store.textindex import IndexDamaged, IndexFull, IndexTaken

BATCH = 500
PATIENCE_S = 30.0
"""How long it is waited for another process that writes to the index, or for a thread that reads it."""


def erase(library: OpenLibrary, ticket: Ticket) -> bool:
    """Have the files of the index hold no word of a deleted clip; answers whether that is so, which it is not
    while others write to it. Raises Stopped, DiskFull, LibraryError."""
    end = time.monotonic() + PATIENCE_S
    while True:
        ticket.check()
        late = time.monotonic() > end
        try:
            if _try(library, ticket):
                return True
        except LibraryUnwritable:  # another thread or process begins a new index at this moment
            if late:
                raise
        if late:
            return False
        time.sleep(0.05)


def _try(library: OpenLibrary, ticket: Ticket) -> bool:
    index.catch_up(library, ticket)
    generation = index.current(library)
    if generation is None or _gone_wait(library):
        return False
    try:
        if not _rewrite(library, generation, ticket):
            return False
    except IndexTaken:
        return False
    except IndexDamaged:
        index.renew(library, generation)
        return False
    except IndexFull as error:
        raise DiskFull(str(library.folder)) from error
    library.text_index.remove_others(generation)
    return True


def _gone_wait(library: OpenLibrary) -> bool:
    """Whether a clip that is deleted is still to be taken out of the index."""
    todo = t.index_todo.c.clip_id
    with library.reading() as reading:
        gone = select(todo).where(todo.not_in(select(t.clip.c.id))).limit(1)
        return reading.connection.scalar(gone) is not None


def _rewrite(library: OpenLibrary, generation: str, ticket: Ticket) -> bool:
    with library.text_index.writer(generation) as writer:
        old = {each["segment_id"].replace("-", ""): each for each in _segments(library, generation)}
        dirty = {name: each for name, each in old.items() if each["deletes"]}
        counts = {each["max_doc"] - each["deletes"]["num_deleted_docs"] for each in dirty.values()}
        again = _clips_in(library, generation, counts) if dirty else []
        for done, piece in enumerate(pieces(again, BATCH)):
            ticket.check()
            ticket.say(Progress(done * BATCH, len(again), "erasing"))
            with library.reading() as reading:
                clips = list(findables(reading, piece))
            there = {clip.id for clip in clips}
            textindex.put(writer, clips, [number for number in piece if number not in there])
            writer.commit()
    return _dropped(library, generation, set(dirty))


def _clips_in(library: OpenLibrary, generation: str, counts: set[int]) -> list[int]:
    """The clips of all segments that hold so many: a few more than need be where two hold as many."""
    searcher = library.text_index.searcher(generation)
    size = max(textindex.size(searcher), 1)
    hits = searcher.search(tantivy.Query.all_query(), size, count=False, order_by_field="id").hits
    held = Counter(place.segment_ord for _number, place in hits)
    return [int(number) for number, place in hits if held[place.segment_ord] in counts]


def _dropped(library: OpenLibrary, generation: str, dirty: set[str]) -> bool:
    """Whether the files of these segments are gone; has Tantivy remove what nobody reads any more."""
    library.text_index.forget()
    with library.text_index.writer(generation) as writer:
        writer.commit()
        writer.garbage_collect_files()
    names = {each["segment_id"].replace("-", "") for each in _segments(library, generation)}
    files = {file.name.partition(".")[0] for file in (library.text_index.folder / generation).iterdir()}
    return not dirty & (names | files)


def _segments(library: OpenLibrary, generation: str) -> list[dict[str, Any]]:
    try:
        meta = json.loads((library.text_index.folder / generation / "meta.json").read_bytes())
        return list(meta["segments"])
    except (OSError, ValueError, KeyError) as error:
        raise IndexDamaged from error
