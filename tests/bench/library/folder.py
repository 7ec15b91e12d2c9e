"""The folder of one size: Clipper's library, the yardstick's file, the queries. Built once, whole or not at
all."""

from __future__ import annotations

import json
import os
import shutil
import time
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import ParamSpec, Self, TypeVar

from tests.bench.library import ours
from tests.bench.library.asking import QUERIES, Asked, queries
from tests.bench.library.clips import GENERATOR, MadeClip, clips
from tests.bench.library.filling import Filling
from tests.bench.library.raw import Raw
from tests.bench.processor import cpu_seconds
from tests.bench.progress import shown

P = ParamSpec("P")
R = TypeVar("R")
BATCH = 500
_STAMP, _QUERIES = "built.json", "queries.json"


@dataclass(frozen=True, slots=True)
class Built:
    """A whole folder, and what building it took. `ours` is None in a folder of the yardstick alone."""

    folder: Path
    clips: int
    seed: int
    text_bytes: int
    """Of all texts."""
    raw_seconds: float
    ours_seconds: float | None
    """CPU seconds of adding everything, index included; both in the same pass."""
    raw_size: int
    ours_size: int | None
    """Bytes on the disk when everything was closed."""

    @property
    def library(self) -> Path:
        """Clipper's library."""
        return self.folder / "library"

    def queries(self) -> list[Asked]:
        """What is asked of it."""
        return queries_in(self.folder)

    @classmethod
    def read(cls, folder: Path, version: str) -> Self | None:
        """The folder as it stands, or None where it is missing or of another version."""
        try:
            stamp = json.loads((folder / _STAMP).read_text("utf-8"))
        except (OSError, ValueError):
            return None
        return cls(folder, **stamp["built"]) if stamp["version"] == version else None

    def write(self, version: str) -> None:
        """Say that it is whole."""
        values = {name: value for name, value in asdict(self).items() if name != "folder"}
        stamp = {"version": version, "built": values}
        (self.folder / _STAMP).write_text(json.dumps(stamp, indent=1), "utf-8")


def built(above: Path, count: int, seed: int, *, only_raw: bool = False) -> Built:
    """The folder of this size and seed under `above`, built now unless it stands there whole."""
    version = f"{GENERATOR}.{QUERIES}" + ("" if only_raw else f".{ours.version()}")
    folder = above / f"{count}-{seed}{'-raw' if only_raw else ''}"
    found = Built.read(folder, version)
    if found is not None:
        return found
    shutil.rmtree(folder, ignore_errors=True)
    unfinished = folder.with_name(f"{folder.name}.building-{os.getpid()}")
    try:
        _build(unfinished, count, seed, only_raw=only_raw).write(version)
        unfinished.rename(folder)
    finally:
        shutil.rmtree(unfinished, ignore_errors=True)
    made = Built.read(folder, version)
    assert made is not None
    return made


def queries_in(folder: Path) -> list[Asked]:
    """The queries that were drawn for it."""
    return [Asked(**each) for each in json.loads((folder / _QUERIES).read_text("utf-8"))]


def size_of(folder: Path) -> int:
    """Bytes of all files in it."""
    return sum(each.stat().st_size for each in folder.rglob("*") if each.is_file())


def _build(folder: Path, count: int, seed: int, *, only_raw: bool) -> Built:
    folder.mkdir(parents=True)
    clock = _Clock()
    filling = None if only_raw else Filling(folder / "library")
    with closing(Raw(folder)) as raw:
        try:
            text_bytes = _fill(raw, filling, clock, count, seed)
        finally:
            if filling is not None:
                filling.close()
        ours_seconds = None if only_raw else clock.of_others()
        asked = [asdict(each) for each in queries(count, seed, raw.frequencies())]
        (folder / _QUERIES).write_text(json.dumps(asked, ensure_ascii=False), "utf-8")
        raw_size = raw.size()
    ours_size = None if only_raw else size_of(folder / "library")
    return Built(folder, count, seed, text_bytes, clock.raw, ours_seconds, raw_size, ours_size)


def _fill(raw: Raw, filling: Filling | None, clock: _Clock, count: int, seed: int) -> int:
    """Everything goes to the one and to the other, batch by batch; answers the bytes of the texts."""
    text_bytes = 0
    clock.of_raw(raw.begin)
    starts = range(1, count + 1, BATCH)
    for start in shown(starts, len(starts), f"batches of {BATCH} clips added"):
        batch = clock.of_bench(_batch, min(BATCH, count + 1 - start), seed, start)
        text_bytes += clock.of_bench(_bytes, batch)
        clock.of_raw(raw.add, batch)
        clock.of_bench(raw.add_chinese, batch)
        if filling is not None:
            filling.add(batch)
    clock.of_raw(raw.commit)
    if filling is not None:
        filling.finish()
    return text_bytes


def _batch(count: int, seed: int, start: int) -> list[MadeClip]:
    return list(clips(count, seed, start))


def _bytes(batch: Sequence[MadeClip]) -> int:
    return sum(len(each.text.encode()) for each in batch)


class _Clock:
    """Tells whose CPU seconds are whose: the yardstick and the bench itself work in this thread only, so
    what is left is Clipper's, with its threads and processes."""

    def __init__(self) -> None:
        self.raw = 0.0
        self._bench = 0.0
        self._began = cpu_seconds()

    def of_raw(self, work: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
        """Do it for the yardstick."""
        seconds, result = _in_this_thread(work, *given, **named)
        self.raw += seconds
        return result

    def of_bench(self, work: Callable[P, R], *given: P.args, **named: P.kwargs) -> R:
        """Do it for nobody."""
        seconds, result = _in_this_thread(work, *given, **named)
        self._bench += seconds
        return result

    def of_others(self) -> float:
        """Everything else so far."""
        return cpu_seconds() - self._began - self.raw - self._bench


def _in_this_thread(work: Callable[P, R], *given: P.args, **named: P.kwargs) -> tuple[float, R]:
    before = time.thread_time()
    result = work(*given, **named)
    return time.thread_time() - before, result
