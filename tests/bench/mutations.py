"""Broken pages: Clipper answers or says why it cannot; it takes too long or breaks over none of them."""

from __future__ import annotations

import argparse
import json
import sys
import time
import traceback
from collections.abc import Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, ThreadPoolExecutor, wait
from dataclasses import dataclass
from itertools import islice
from pathlib import Path

from clipper.article.article import Guidance
from clipper.errors import ClipperError
from clipper.jobs import Ticket
from clipper.operations.cleaning import SECONDS, CleanerPool
from tests.bench import pages
from tests.bench.figure import Figure
from tests.bench.options import CannotMeasure, count
from tests.bench.pages import Original
from tests.bench.progress import shown
from tests.mutating import Mutant, broken_law, mutate

FAILURES = Path("build") / "mutations"
SLOWEST = 3
"""Mutants that are named for having taken longest."""


@dataclass(frozen=True, slots=True)
class Trial:
    """One mutant: a page's place among the originals, and the mutant's number."""

    original: int
    number: int


@dataclass(frozen=True, slots=True)
class Verdict:
    """How a trial went."""

    trial: Trial
    seconds: float
    refused: str | None = None
    """The code of the error, where Clipper said why it cannot."""
    failed: str | None = None
    """What must not happen, where it did."""


def add_options(parser: argparse.ArgumentParser) -> None:
    """What this bench is told."""
    parser.add_argument("--corpus", type=Path, metavar="DIR", help="holds SET/gold.jsonl; else pages of ours")
    parser.add_argument("--per-page", type=count, default=100, metavar="N", help="mutants of each page")
    parser.add_argument("--seed", type=int, default=1, metavar="N", help="another seed, other mutants")
    parser.add_argument("--jobs", type=count, default=1, metavar="N", help="pages at once")
    parser.add_argument("--only", metavar="SET/ID/NUMBER", help="repeat this one mutant")
    parser.add_argument(
        "--failures", type=Path, default=FAILURES, metavar="DIR", help=f"where they are kept ({FAILURES})"
    )


def figures(asked: argparse.Namespace) -> list[Figure]:
    """Clean every mutant; keep and name those that fail."""
    run = Run(pages.originals(asked.corpus), asked.seed)
    trials = run.named(asked.only) if asked.only else run.trials(asked.per_page)
    verdicts: list[Verdict] = []
    for verdict in shown(run.verdicts(trials, asked.jobs), len(trials), "mutants"):
        verdicts.append(verdict)
        if verdict.failed:
            run.keep(verdict, asked.failures)
    for verdict in sorted(verdicts, key=lambda each: -each.seconds)[:SLOWEST]:
        print(f"slow: {run.name(verdict.trial)}, {verdict.seconds:.1f} s", file=sys.stderr)
    refused = sum(verdict.refused is not None for verdict in verdicts)
    failed = sum(verdict.failed is not None for verdict in verdicts)
    slowest = max(verdict.seconds for verdict in verdicts)
    return [
        Figure("failures", failed, "", "mutants", len(verdicts), goal=0),
        Figure("refused with a sentence", refused, "", "mutants", len(verdicts)),
        Figure("slowest mutant", slowest, "s", "the limit", SECONDS, goal=1),
    ]


class Run:
    """The mutants of one seed, each cleaned as Clipper cleans what is large: in a process with limits."""

    def __init__(self, originals: Sequence[Original], seed: int) -> None:
        self._originals, self._seed = originals, seed

    def trials(self, per_page: int) -> list[Trial]:
        """First one mutant of each page, then the second of each."""
        return [Trial(at, number) for number in range(per_page) for at in range(len(self._originals))]

    def named(self, name: str) -> list[Trial]:
        """The one of that name: `SET/ID/NUMBER`."""
        page, _, number = name.rpartition("/")
        found = [at for at, original in enumerate(self._originals) if original.name == page]
        if not found or not number.isdigit():
            raise CannotMeasure(f"there is no mutant {name}")
        return [Trial(found[0], int(number))]

    def name(self, trial: Trial) -> str:
        """As `named` takes it."""
        return f"{self._originals[trial.original].name}/{trial.number}"

    def verdicts(self, trials: Sequence[Trial], jobs: int) -> Iterator[Verdict]:
        """As they come."""
        cleaner = CleanerPool(workers=jobs)
        with ThreadPoolExecutor(jobs) as threads:
            try:
                left = iter(trials)
                waiting = {threads.submit(self._try, each, cleaner) for each in islice(left, 2 * jobs)}
                while waiting:
                    done, waiting = wait(waiting, return_when=FIRST_COMPLETED)
                    waiting |= {threads.submit(self._try, each, cleaner) for each in islice(left, len(done))}
                    yield from map(Future.result, done)
            finally:
                cleaner.close()

    def keep(self, verdict: Verdict, folder: Path) -> None:
        """The mutant's bytes and how it was made; named on stderr."""
        original, mutant = self._originals[verdict.trial.original], self._mutant(verdict.trial)
        name = self.name(verdict.trial)
        target = folder / f"{self._seed}-{name.replace('/', '-')}.html"
        about = {
            "repeat": f"--seed {self._seed} --only {name}",
            "url": original.url,
            "charset": mutant.charset,
            "changes": mutant.changes,
            "failed": verdict.failed,
        }
        folder.mkdir(parents=True, exist_ok=True)
        target.write_bytes(mutant.html)
        target.with_suffix(".json").write_text(json.dumps(about, indent=1), "utf-8")
        print(f"{name} failed, kept as {target}: {verdict.failed}", file=sys.stderr)

    def _mutant(self, trial: Trial) -> Mutant:
        """Depends on nothing but the corpus, the seed, the page's name and the number."""
        original = self._originals[trial.original]
        seed = f"{self._seed}/{self.name(trial)}"
        return mutate(
            original.html(),
            original.charset,
            seed,
            lambda number: self._originals[number % len(self._originals)].html(),
        )

    def _try(self, trial: Trial, cleaner: CleanerPool) -> Verdict:
        mutant = self._mutant(trial)
        page = self._originals[trial.original].page(mutant.html, mutant.charset)
        before = time.monotonic()
        refused = failed = None
        try:
            article = cleaner.clean([page], Guidance(), Ticket())
            failed = broken_law(article)
        except ClipperError as error:
            refused, failed = error.code, _what_was_behind(error)
        except Exception:  # whatever it is must not be
            failed = traceback.format_exc()
        return Verdict(trial, time.monotonic() - before, None if failed else refused, failed)


def _what_was_behind(error: ClipperError) -> str | None:
    """Where the cleaner itself said nothing: the limit that it ran into, or the death of its process."""
    cause = error.__cause__
    if isinstance(cause, TimeoutError | MemoryError | RecursionError) or error.code == "cleaner_died":
        return f"{error}: {cause!r}"
    return None
