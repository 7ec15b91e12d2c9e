"""How fast a large library is searched, listed and filled, beside raw `sqlite3` over the same texts."""

from __future__ import annotations

import argparse
from contextlib import closing
from dataclasses import replace
from pathlib import Path

from rich.console import Console
from rich.table import Table

from tests.bench.figure import Figure
from tests.bench.library import measuring, ours
from tests.bench.library.folder import Built, built
from tests.bench.library.measured import Measured, growth, raw_figures, show_raw
from tests.bench.library.raw import Raw
from tests.bench.options import count

FOLDER = Path("build/library")


def add_options(parser: argparse.ArgumentParser) -> None:
    """What this bench is told."""
    parser.add_argument("--clips", type=count, default=10_000, metavar="N", help="how many (default: 10000)")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="other clips, other queries")
    parser.add_argument(
        "--folder", type=Path, default=FOLDER, metavar="DIR", help=f"keeps what is built (default: {FOLDER})"
    )
    parser.add_argument("--sizes", type=_sizes, metavar="N,N,...", help="several sizes, side by side")
    parser.add_argument("--only-raw", action="store_true", help="the yardstick alone")


def figures(asked: argparse.Namespace) -> list[Figure]:
    """Build what is missing, ask everything, and answer with the figures: those of the largest size under
    their names alone.
    """
    sizes = sorted(asked.sizes or (asked.clips,))
    if asked.only_raw:
        return [each for size in sizes for each in _raw(built(asked.folder, size, asked.seed, only_raw=True))]
    done = [_measured(built(asked.folder, size, asked.seed)) for size in sizes]
    for each in done:
        each.show()
    largest = done[-1].figures()
    if len(done) == 1:
        return largest
    show_beside(done)
    return [*largest, *growth(done), *(each for one in done[:-1] for each in _smaller(one))]


def show_beside(done: list[Measured]) -> None:
    """What each class costs at each size, on stdout."""
    table = Table(title="p95 at each size: ours / raw, milliseconds of CPU", title_justify="left")
    table.add_column("class")
    for each in done:
        table.add_column(f"{each.built.clips:,}", justify="right")
    for kind in done[0].classes:
        costs = [(each.classes[kind].ours.cpu, each.classes[kind].raw.cpu) for each in done]
        percentile = measuring.percentile
        table.add_row(
            kind, *(f"{percentile(mine, 0.95):.1f} / {percentile(raw, 0.95):.1f}" for mine, raw in costs)
        )
    table.add_row("first page", *(f"{each.page_cost():.2f}" for each in done))
    Console(width=140).print(table)


def _measured(of: Built) -> Measured:
    with closing(Raw(of.folder)) as raw, ours.opened(of.library) as desk:
        classes = measuring.costs(of.queries(), raw, desk)
        pages, by_key = measuring.first_pages(desk), measuring.reads_by_key(of)
        one_clip = measuring.one_clip(desk, of)
    used = measuring.memory(of, "ours"), measuring.memory(of, "raw")
    memory = (used[0], used[1]) if used[0] and used[1] else None
    return Measured(of, classes, pages, by_key, one_clip, memory)


def _raw(of: Built) -> list[Figure]:
    with closing(Raw(of.folder)) as raw:
        classes = measuring.raw_costs(of.queries(), raw)
    show_raw(of.clips, classes)
    adding = Figure("adding", of.clips / of.raw_seconds, "clips/cpu s", "nothing", 0)
    size = Figure("bytes on disk", of.raw_size / of.clips, "B", "the text's own", of.text_bytes / of.clips)
    return [*raw_figures(classes), adding, size]


def _smaller(one: Measured) -> list[Figure]:
    """The figures of a size that is not the largest; the goals are the largest's."""
    return [
        replace(each, name=f"{each.name} at {one.built.clips}", goal=None, least=None)
        for each in one.figures()
    ]


def _sizes(words: str) -> tuple[int, ...]:
    return tuple(count(word) for word in words.split(","))
