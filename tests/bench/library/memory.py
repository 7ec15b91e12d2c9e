"""A process that only searches: `python -m tests.bench.library.memory SIDE FOLDER`."""

from __future__ import annotations

import json
import re
import sys
from contextlib import closing
from itertools import groupby
from pathlib import Path

from tests.bench.library import ours
from tests.bench.library.asking import Asked
from tests.bench.library.folder import queries_in
from tests.bench.library.raw import Raw

EACH = 5
"""Queries of a class: the dearest of the yardstick take half a second."""
_STATUS = Path("/proc/self/status")


def main(side: str, folder: Path) -> None:
    """Search, then print the bytes used as JSON; null where the system does not tell."""
    asked = [
        each
        for _kind, group in groupby(queries_in(folder), lambda query: query.kind)
        for each in [*group][:EACH]
    ]
    if side == "raw":
        _search_raw(folder, asked)
    else:
        _search_ours(folder, asked)
    print(json.dumps(_used()))


def _search_raw(folder: Path, asked: list[Asked]) -> None:
    with closing(Raw(folder)) as raw:
        for each in asked:
            raw.search(each)


def _search_ours(folder: Path, asked: list[Asked]) -> None:
    with ours.opened(folder / "library") as desk:
        for each in asked:
            ours.search(desk, each)


def _used() -> dict[str, int] | None:
    """Of this process. (What `resource` tells of a child is the parent's where that was larger.)"""
    if not _STATUS.exists():
        return None
    lines = dict(re.findall(r"(\w+):\s+(\d+) kB", _STATUS.read_text()))
    return {"peak": int(lines["VmHWM"]) * 1024, "anonymous": int(lines["RssAnon"]) * 1024}


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
