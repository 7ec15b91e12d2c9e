"""Run benches and show their figures: `python -m tests.bench NAME [--json FILE] ...`."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from types import ModuleType
from typing import cast

from rich.console import Console
from rich.table import Table

from tests import bench
from tests.bench.figure import Figure
from tests.bench.options import CannotMeasure


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the named bench. 0: done (goals missed are shown, not punished); 1: it could not be done; 2: no
    such bench; 130: stopped.
    """
    words = list(sys.argv[1:] if arguments is None else arguments)
    there = names()
    if not set(words) & {*there, "-h", "--help"}:
        print(f"The benches are: {', '.join(there)}", file=sys.stderr)
        return 2
    asked = _parser(there, words).parse_args(words)
    try:
        figures = measure(asked.name, asked)
    except CannotMeasure as reason:
        print(reason, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\nstopped", file=sys.stderr)
        return 130
    show(asked.name, figures)
    if asked.json:
        write(asked.json, [(asked.name, figures)])
    return 0


def names() -> list[str]:
    """The modules of this folder that measure something."""
    modules = (each.name for each in pkgutil.iter_modules(bench.__path__) if each.name != "__main__")
    return [name for name in modules if _measures(name)]


def measure(name: str, asked: argparse.Namespace) -> list[Figure]:
    """The figures of one bench."""
    return cast("list[Figure]", _module(name).figures(asked))


def show(name: str, figures: Sequence[Figure]) -> None:
    """A table on stdout."""
    table = Table(title=f"Bench {name}", title_justify="left")
    for heading in ("what", "value", "yardstick", "its value", "ratio", "goal"):
        table.add_column(heading, justify="left" if heading in ("what", "yardstick") else "right")
    for each in figures:
        value, beside = f"{each.value:.4g} {each.unit}", f"{each.yardstick_value:.4g} {each.unit}"
        table.add_row(each.name, value, each.yardstick, beside, _ratio(each), _goal(each))
    Console(width=None if sys.stdout.isatty() else 140).print(table)


def write(target: Path, results: Sequence[tuple[str, Sequence[Figure]]]) -> None:
    """One JSON object a bench and line: a file of one bench is one object."""
    lines = [
        json.dumps({"bench": name, "figures": [each.as_json() for each in figures]}, ensure_ascii=False)
        for name, figures in results
    ]
    target.write_text("".join(f"{line}\n" for line in lines), "utf-8")


def _parser(there: Sequence[str], words: Sequence[str]) -> argparse.ArgumentParser:
    """Every bench with its own options; only those that are named are loaded for it."""
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, allow_abbrev=False)
    _add_json(parser, None)
    benches = parser.add_subparsers(dest="name", required=True, metavar="NAME", help=", ".join(there))
    for name in there:
        of_bench = benches.add_parser(name, allow_abbrev=False)
        _add_json(of_bench, argparse.SUPPRESS)
        if name in words and hasattr(_module(name), "add_options"):
            _module(name).add_options(of_bench)
    return parser


def _add_json(parser: argparse.ArgumentParser, default: object) -> None:
    parser.add_argument(
        "--json", type=Path, default=default, metavar="FILE", help="write the figures there too"
    )


def _module(name: str) -> ModuleType:
    return importlib.import_module(f"tests.bench.{name}")


def _measures(name: str) -> bool:
    found = importlib.util.find_spec(f"tests.bench.{name}")
    return bool(found and found.origin and "\ndef figures(" in Path(found.origin).read_text("utf-8"))


def _ratio(figure: Figure) -> str:
    return "-" if figure.ratio is None else f"{figure.ratio:.2f}"


def _goal(figure: Figure) -> str:
    bounds = [f"<= {figure.goal:g}"] if figure.goal is not None else []
    bounds += [f">= {figure.least:g}"] if figure.least is not None else []
    return f"{'' if figure.reached else 'missed: '}{' '.join(bounds)}" if bounds else "-"


if __name__ == "__main__":
    sys.exit(main())
