"""Run benches and show their figures: `python -m tests.bench [--json FILE] NAME ...`."""

from __future__ import annotations

import argparse
import importlib
import importlib.util
import json
import pkgutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import cast

from rich.console import Console
from rich.table import Table

from tests import bench
from tests.bench.figure import Figure


def main(arguments: Sequence[str] | None = None) -> int:
    """Run the named benches. 0: done (goals missed are shown, not punished); 2: no such bench."""
    there = names()
    asked = _parser(there).parse_args(arguments)
    unknown = [name for name in asked.names if name not in there]
    if unknown or not asked.names:
        print(f"The benches are: {', '.join(there)}", file=sys.stderr)
        return 2
    results = [(name, measure(name)) for name in asked.names]
    for name, figures in results:
        show(name, figures)
    if asked.json:
        write(asked.json, results)
    return 0


def names() -> list[str]:
    """The modules of this folder that measure something."""
    modules = (each.name for each in pkgutil.iter_modules(bench.__path__) if each.name != "__main__")
    return [name for name in modules if _measures(name)]


def measure(name: str) -> list[Figure]:
    """The figures of one bench."""
    return cast("list[Figure]", importlib.import_module(f"tests.bench.{name}").figures())


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


def _parser(there: Sequence[str]) -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="bench", description=__doc__, allow_abbrev=False)
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"one of: {', '.join(there)}")
    parser.add_argument("--json", type=Path, metavar="FILE", help="write the figures there too")
    return parser


def _measures(name: str) -> bool:
    found = importlib.util.find_spec(f"tests.bench.{name}")
    return bool(found and found.origin and "\ndef figures(" in Path(found.origin).read_text("utf-8"))


def _ratio(figure: Figure) -> str:
    return "-" if figure.ratio is None else f"{figure.ratio:.2f}"


def _goal(figure: Figure) -> str:
    if figure.goal is None:
        return "-"
    return f"{'' if figure.reached else 'missed: '}<= {figure.goal:g}"


if __name__ == "__main__":
    sys.exit(main())
