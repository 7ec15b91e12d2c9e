"""How well and how fast articles are found in the pages of a corpus, beside other article cleaners."""

from __future__ import annotations

import argparse
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from pathlib import Path
from statistics import fmean

from rich.console import Console
from rich.table import Table

from tests.bench import corpus, peers, programs, score
from tests.bench.corpus import Gold
from tests.bench.figure import Figure
from tests.bench.options import count
from tests.bench.programs import CLIPPER, Outcomes
from tests.bench.progress import shown

YARDSTICK = "trafilatura"
HALF = 0.5
"""Largest part of the yardstick's CPU time that is good enough."""
SLOWEST_MS = 2000
"""No page of a corpus may take longer."""
SHARES = ("f1", "precision", "recall", "title", "byline", "day")
NO_PEER = "no peer was asked"
Results = Sequence[tuple[Gold, Outcomes]]


def add_options(parser: argparse.ArgumentParser) -> None:
    """What this bench is told."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", required=True, help="holds SET/gold.jsonl")
    parser.add_argument("--predictions", type=Path, metavar="OUT", help="write OUT/SET/ID.json a page")
    parser.add_argument(
        "--peers", type=_peers, default=(), metavar="NAMES", help=f"any of {','.join(peers.NAMES)}"
    )
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="pages at once")


def figures(asked: argparse.Namespace) -> list[Figure]:
    """Clean every page, write and print what was asked, and answer with the figures."""
    golds = corpus.read(asked.corpus)
    found = dict(shown(programs.outcomes(golds, asked.peers, asked.jobs), len(golds), "pages"))
    results = [(gold, found[at]) for at, gold in enumerate(golds)]
    if asked.predictions:
        write(asked.predictions, results)
    sets = by_set(results)
    show(sets)
    tell_failures(results)
    return [*cpu_figures(sets, results), *agreement_figures(sets), slowest(results)]


def by_set(results: Results) -> dict[str, Results]:
    """The results of each set."""
    sets: dict[str, list[tuple[Gold, Outcomes]]] = {}
    for gold, outcomes in results:
        sets.setdefault(gold.set, []).append((gold, outcomes))
    return dict(sets)


def write(folder: Path, results: Results) -> None:
    """One JSON object a page: what Clipper made of it."""
    for gold, outcomes in results:
        target = folder / gold.set / f"{gold.id}.json"
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(json.dumps(asdict(outcomes[CLIPPER].reading), ensure_ascii=False), "utf-8")


def marks_of(results: Results, name: str) -> score.Marks:
    """The agreement of one program with the gold of one set."""
    return score.marks([gold for gold, _ in results], [each[name].reading for _, each in results])


def milliseconds(results: Results, name: str) -> list[float]:
    """CPU time of one program, page by page."""
    return [each[name].seconds * 1000 for _, each in results]


def names_of(results: Results) -> tuple[str, ...]:
    """The programs, Clipper first."""
    return tuple(results[0][1])


def show(sets: Mapping[str, Results]) -> None:
    """Every set's agreement and cost, program beside program."""
    table = Table(title="Agreement with the gold, and CPU time", title_justify="left")
    for heading in ("set", "program", "pages", "empty", *SHARES, "ms a page", "slowest"):
        table.add_column(heading, justify="left" if heading in ("set", "program") else "right")
    for name, results in sets.items():
        for program in names_of(results):
            table.add_row(name, program, *_cells(results, program))
        table.add_section()
    Console(width=None if sys.stdout.isatty() else 140).print(table)


def tell_failures(results: Results) -> None:
    """On stderr, the pages that a program could not read; they count as empty."""
    for gold, outcomes in results:
        for name, outcome in outcomes.items():
            if outcome.failed:
                print(f"{name} failed on {gold.set}/{gold.id}: {outcome.failed}", file=sys.stderr)


def cpu_figures(sets: Mapping[str, Results], everything: Results) -> list[Figure]:
    """Mean CPU time a page, of all sets together and of each."""
    parts = {"all": everything, **sets}
    return [_cpu_figure(f"cpu {name}", results) for name, results in parts.items()]


def agreement_figures(sets: Mapping[str, Results]) -> list[Figure]:
    """Text, title, byline and day of every set, each beside every peer that gives it: the best peer last."""
    found: list[Figure] = []
    for share in ("f1", "title", "byline", "day"):
        for name, results in sets.items():
            found += _beside_peers(f"{share} {name}", share, results)
    return found


def slowest(results: Results) -> Figure:
    """The page that took longest."""
    most = max(milliseconds(results, CLIPPER))
    return Figure("slowest page", most, "ms", "the limit", SLOWEST_MS, goal=1)


def _cpu_figure(name: str, results: Results) -> Figure:
    ours = fmean(milliseconds(results, CLIPPER))
    others = names_of(results)[1:]
    if not others:
        return Figure(name, ours, "ms", NO_PEER, 0)
    other = YARDSTICK if YARDSTICK in others else others[0]
    goal = HALF if other == YARDSTICK else None
    return Figure(name, ours, "ms", other, fmean(milliseconds(results, other)), goal=goal)


def _beside_peers(name: str, share: str, results: Results) -> list[Figure]:
    """Nothing where the set has no gold for it."""
    ours, *others = (getattr(marks_of(results, program), share) for program in names_of(results))
    if ours is None:
        return []
    if not others:
        return [Figure(name, ours, "", NO_PEER, 0)]
    beside = sorted(zip(others, names_of(results)[1:], strict=True))
    return [Figure(name, ours, "", peer, value, least=1) for value, peer in beside if value]


def _cells(results: Results, program: str) -> list[str]:
    marks, cost = marks_of(results, program), milliseconds(results, program)
    shares = [getattr(marks, share) for share in SHARES]
    return [
        str(marks.pages),
        str(marks.empty),
        *(f"{value:.4f}" if value else "-" for value in shares),
        f"{fmean(cost):.1f}",
        f"{max(cost):.0f}",
    ]


def _peers(words: str) -> tuple[str, ...]:
    names = tuple(filter(None, words.split(",")))
    for name in names:
        if name not in peers.NAMES:
            raise argparse.ArgumentTypeError(f"{name} is none of {', '.join(peers.NAMES)}")
    return names
