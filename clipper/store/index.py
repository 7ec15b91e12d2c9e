"""Keep the text index in step: work off the waiting list, rebuild what is missing, damaged or of another
analyser.

Whoever holds the index's writer lock does it; anyone else leaves it. A kill anywhere is harmless: a clip
leaves the list only after the index has it, and putting it in twice is the same as once.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import delete, insert, select

from clipper.errors import ClipperError, DiskFull, LibraryUnwritable
from clipper.jobs import Progress, Ticket
from clipper.store import facts, textindex
from clipper.store import tables as t
from clipper.store.chosen import pieces
from clipper.store.engine import translated_os
from clipper.store.findables import findables, how_many_wait, waiting
from clipper.store.session import OpenLibrary, Reading
from clipper.store.textindex import IndexDamaged, IndexFull, IndexTaken

BATCH = 250
"""Clips read at once, after which the ticket is asked."""
COMMIT = 5_000
"""Clips a commit where so many wait: a commit costs, and makes a segment that will have to be merged."""
MANY_WAIT = 2_000
"""So many are given more memory."""
LEFT_WAITING = 64
"""So many waiting clips cost a search some 10 ms: a short-lived process leaves them to a later one."""


def catch_up(library: OpenLibrary, ticket: Ticket) -> None:
    """Bring the index up to date. Searches are right without it. Raises Stopped, LibraryError."""
    for _attempt in range(3):
        generation = current(library) or renew(library, None)
        try:
            with library.text_index.writer(generation, _heap(library)) as writer:
                _work_off(library, generation, writer, ticket)
                if _is_level(library, generation):
                    return
        except IndexTaken:
            return
        except IndexFull as error:
            raise DiskFull(str(library.folder)) from error
        except IndexDamaged:
            pass
        renew(library, generation)


def catch_up_with_few(library: OpenLibrary) -> None:
    """Before a look at the whole vocabulary, which clips that wait have no part in: only if it is quick."""
    try:
        with library.reading() as reading:
            count = how_many_wait(reading)
        if 0 < count <= 30 * LEFT_WAITING or current(library) is None:
            catch_up(library, Ticket())
    except ClipperError:
        return  # The look is then at what the index has.


def catch_up_at_close(library: OpenLibrary) -> None:
    """Before a short-lived process ends: only if waiting clips have gathered, and not if it would take
    long."""
    try:
        with library.reading() as reading:
            count = how_many_wait(reading)
        if LEFT_WAITING <= count <= 30 * LEFT_WAITING:
            catch_up(library, Ticket())
    except ClipperError:
        return  # The list stays, and searches look at it: closing must not fail for it.


def current(library: OpenLibrary) -> str | None:
    """The current generation, or None where there is none that this analyser made."""
    with library.reading() as reading:
        generation = facts.read(reading, "index")
    return generation if library.text_index.is_current(generation) else None


def searcher(library: OpenLibrary, reading: Reading) -> Any:
    """A searcher of the current generation. Raises IndexDamaged where there is none that is sound and of
    this analyser."""
    generation = facts.read(reading, "index")
    if generation is None or not library.text_index.is_current(generation):
        raise IndexDamaged
    return library.text_index.searcher(generation)


def renew(library: OpenLibrary, broken: str | None) -> str:
    """Begin a new, empty generation in place of `broken`, and have all clips wait; answers the current one.

    If another process has done it meanwhile, its generation stands.
    """
    library.text_index.forget()
    try:
        made = library.text_index.new_generation()
    except OSError as error:
        raise translated_os(library.folder, error) from error
    except IndexFull as error:
        raise DiskFull(str(library.folder)) from error
    except IndexDamaged as error:
        raise LibraryUnwritable(str(library.text_index.folder), str(error.__cause__)) from error
    with library.transaction() as writing:
        there = facts.read(writing, "index")
        if there != broken and library.text_index.is_current(there):
            assert there is not None
            return there
        facts.write(writing, "index", made)
        writing.connection.execute(delete(t.index_todo))
        everything = select(t.clip.c.id).order_by(t.clip.c.id)
        writing.connection.execute(insert(t.index_todo).from_select(["clip_id"], everything))
    library.text_index.remove_others(made)
    return made


def _heap(library: OpenLibrary) -> int:
    with library.reading() as reading:
        many = how_many_wait(reading) >= MANY_WAIT
    return textindex.LARGE_HEAP_BYTES if many else textindex.HEAP_BYTES


def _work_off(library: OpenLibrary, generation: str, writer: object, ticket: Ticket) -> None:
    """Put in what waits, and commit now and then. A clip that is changed meanwhile waits again, behind."""
    done = 0
    turns: list[int] = []
    while True:
        ticket.check()
        with library.reading() as reading:
            batch = _waiting_after(reading, turns[-1] if turns else 0)
            left = how_many_wait(reading)
            if batch:
                ticket.say(Progress(done, done - len(turns) + left, "indexing"))
                _put(reading, writer, [clip for _turn, clip in batch])
        turns += [turn for turn, _clip in batch]
        if turns and (len(turns) >= COMMIT or len(batch) < BATCH):
            textindex.commit(writer)
            _strike_off(library, generation, turns)
            turns = []
        if not batch:
            return
        done += len(batch)


def _waiting_after(reading: Reading, turn: int) -> list[tuple[int, int]]:
    """The next turns with their clips."""
    c = t.index_todo.c
    query = select(c.turn, c.clip_id).where(c.turn > turn).order_by(c.turn).limit(BATCH)
    return [(turn, clip) for turn, clip in reading.connection.execute(query).all()]


def _put(reading: Reading, writer: object, clips: list[int]) -> None:
    there = textindex.put(writer, findables(reading, clips), ())
    textindex.put(writer, (), [clip for clip in clips if clip not in there])


def _strike_off(library: OpenLibrary, generation: str, turns: list[int]) -> None:
    """Take turns off the list: a clip named again since has another turn. Not if the index was replaced
    meanwhile."""
    with library.transaction() as writing:
        if facts.read(writing, "index") != generation:
            raise IndexDamaged
        for piece in pieces(turns):
            writing.connection.execute(delete(t.index_todo).where(t.index_todo.c.turn.in_(piece)))


def _is_level(library: OpenLibrary, generation: str) -> bool:
    """Whether index and clips are the same, as far as counting shows; only asked of the holder of the
    writer lock."""
    with library.reading() as reading:
        clips = set(reading.connection.scalars(select(t.clip.c.id)))
        unknown = {clip for _turn, clip in waiting(reading)}
        number = textindex.size(library.text_index.searcher(generation))
    return len(clips - unknown) <= number <= len(clips | unknown)
