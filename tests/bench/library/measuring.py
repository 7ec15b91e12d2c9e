"""Ask the library and the yardstick the same, in turn, and keep what each query cost."""

from __future__ import annotations

import gc
import json
import math
import random
import sqlite3
import subprocess
import sys
import time
from collections.abc import Callable, Iterable, Sequence
from contextlib import closing
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from statistics import median
from typing import TypeVar

from clipper.operations.desk import Desk
from tests.bench.library import ours
from tests.bench.library.asking import Asked
from tests.bench.library.clips import MadeClip, made
from tests.bench.library.folder import Built
from tests.bench.library.raw import FIRST, Raw
from tests.bench.progress import shown

T = TypeVar("T")
PAGES = 20
"""Times that each list is opened."""
ONE_CLIPS = 12
RECALLED = 20
"""Queries of a class: to score every hit takes long."""


@dataclass(slots=True)
class Cost:
    """What the queries of a class took, query by query; milliseconds."""

    cpu: list[float] = field(default_factory=list)
    """Of the whole process."""
    wall: list[float] = field(default_factory=list)
    hits: list[int] = field(default_factory=list)
    """How many were answered, at most fifty."""

    def add(self, cpu: float, wall: float, hits: int) -> None:
        """One more query."""
        self.cpu.append(cpu)
        self.wall.append(wall)
        self.hits.append(hits)


@dataclass(slots=True)
class Class:
    """Everything measured of one class of query."""

    raw: Cost = field(default_factory=Cost)
    ours: Cost = field(default_factory=Cost)
    facets: list[float] = field(default_factory=list)
    """Milliseconds of CPU; empty where they are not offered."""
    recall: list[float] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Memory:
    """Bytes of a process that searched."""

    peak: int
    anonymous: int
    """At its end, without the pages of files."""


def percentile(values: Sequence[float], share: float) -> float:
    """The smallest value that `share` of all do not exceed."""
    return sorted(values)[max(0, math.ceil(share * len(values)) - 1)]


def timed(work: Callable[[], T]) -> tuple[float, float, T]:
    """Milliseconds of CPU and of wall time, and what it answered."""
    wall, cpu = time.perf_counter(), time.process_time()
    result = work()
    return (time.process_time() - cpu) * 1000, (time.perf_counter() - wall) * 1000, result


def raw_costs(queries: Sequence[Asked], raw: Raw) -> dict[str, Class]:
    """The yardstick alone."""
    found: dict[str, Class] = {}
    for asked in _warm(queries, raw.search):
        cpu, wall, rows = timed(lambda: raw.search(asked))  # noqa: B023 - called at once
        found.setdefault(asked.kind, Class()).raw.add(cpu, wall, len(rows))
    return found


def costs(queries: Sequence[Asked], raw: Raw, desk: Desk) -> dict[str, Class]:
    """Both in turn, so that whatever else the machine does falls on both; then facets and recall."""
    found: dict[str, Class] = {}
    for asked in _warm(queries, raw.search, lambda each: ours.search(desk, each)):
        of_class = found.setdefault(asked.kind, Class())
        _beside(of_class, asked, raw, desk)
    return found


def _beside(of_class: Class, asked: Asked, raw: Raw, desk: Desk) -> None:
    cpu, wall, rows = timed(lambda: raw.search(asked))
    of_class.raw.add(cpu, wall, len(rows))
    cpu, wall, (hits, _rows) = timed(lambda: ours.search(desk, asked))
    of_class.ours.add(cpu, wall, len(hits))
    cpu, _wall, counts = timed(lambda: ours.facets(desk, asked))
    if counts is not None:
        of_class.facets.append(cpu)
    everything = ours.exhaustive(desk, asked) if len(of_class.recall) < RECALLED else None
    if everything:
        of_class.recall.append(recall([each.id for each in hits], everything))


def recall(first: Sequence[int], everything: Sequence[tuple[int, float]]) -> float:
    """Which share of the best are among the first; equals of the last of the best are as good as it."""
    best = everything[:FIRST]
    least = best[-1][1]
    good = {number for number, score in everything if score >= least}
    return len(good.intersection(first)) / len(best)


def first_pages(desk: Desk) -> dict[str, list[float]]:
    """Milliseconds of CPU of the first page of each list."""
    found: dict[str, list[float]] = {}
    for name, page in ours.first_pages().items():
        page(desk)
        found[name] = [timed(lambda: page(desk))[0] for _ in range(PAGES)]  # noqa: B023 - called at once
    return found


_ROWS = """
SELECT clip.id, clip.uid, version.url, version.canonical_url, coalesce(overlay.title, version.title),
 coalesce(overlay.site, version.site), coalesce(overlay.section, version.section),
 coalesce(overlay.language, version.language), version.direction, version.excerpt, overlay.note,
 coalesce(overlay.byline, version.byline), version.keywords, coalesce(overlay.published, version.published),
 clip.captured, clip.starred, clip.read, clip.trashed, version.flags, version.thumbnail, version.words,
 version.updated, version.agency, version.dateline, version.licence
FROM clip JOIN version ON version.id = clip.version_id LEFT JOIN overlay ON overlay.clip_id = clip.id
WHERE clip.id IN ({0})"""
_TAGS = "SELECT clip_id, name FROM clip_tag JOIN tag ON tag.id = tag_id WHERE clip_id IN ({0})"
_FILED = """
SELECT clip_id, name FROM clip_collection JOIN collection ON collection.id = collection_id
WHERE clip_id IN ({0})"""


def reads_by_key(built: Built) -> list[float]:
    """The yardstick of a first page: milliseconds of CPU of fifty clips read by their numbers, raw."""
    chance, asked = random.Random(built.seed), ",".join("?" * FIRST)
    with closing(sqlite3.connect(built.library / "library.db")) as connection:

        def read() -> None:
            numbers = [1 + int(chance.random() * built.clips) for _ in range(FIRST)]
            for query in (_ROWS, _TAGS, _FILED):
                connection.execute(query.format(asked), numbers).fetchall()

        read()
        return [timed(read)[0] for _ in range(PAGES)]


def one_clip(desk: Desk, built: Built) -> float | None:
    """Milliseconds of wall time from a clip's arrival until it is found; None where one was not."""
    took = []
    for place in range(ONE_CLIPS):
        clip, word = _new(built, place)
        _cpu, wall, is_found = timed(lambda: ours.keep_and_find(desk, clip, word))  # noqa: B023
        ours.take_back(desk)
        if not is_found:
            return None
        took.append(wall)
    return median(took)


def _new(built: Built, place: int) -> tuple[MadeClip, str]:
    """A clip that is not in the library, and a word that stands in no other."""
    clip = made(built.clips + 1 + place, built.seed)
    word = f"onlyhere{place}x{int(datetime.now(UTC).timestamp())}"
    return replace(clip, text=f"{clip.text}\n{word}"), word


def memory(built: Built, side: str) -> Memory | None:
    """Of a process that does nothing but search; `side`: raw or ours. None where the system does not tell."""
    command = [sys.executable, "-m", "tests.bench.library.memory", side, str(built.folder)]
    answer = json.loads(subprocess.run(command, check=True, capture_output=True, text=True).stdout)
    return Memory(**answer) if answer else None


def _warm(queries: Sequence[Asked], *sides: Callable[[Asked], object]) -> Iterable[Asked]:
    """The queries, once every side has answered the first of each class; with the bench's own things out of
    the way of Python's collector."""
    first = {each.kind: each for each in reversed(queries)}
    for asked in first.values():
        for side in sides:
            side(asked)
    gc.collect()
    gc.freeze()
    return shown(queries, len(queries), "queries")
