"""Other article cleaners, asked in a process of their own: their packages and ours cannot live together.

`make bench` puts them into the environment `.setup/peers-venv` when a bench names one (their pins are in
packaging/setup/peers.txt).
"""

from __future__ import annotations

import json
import os
import subprocess
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from tests.bench.corpus import Gold
from tests.bench.options import CannotMeasure
from tests.bench.score import Reading, reading_of

NAMES = ("trafilatura", "trafilatura-fast", "readability-lxml")
PROGRAM = Path(__file__).with_name("peer_program.py")
ENVIRONMENT = Path(__file__).resolve().parents[2] / ".setup" / "peers-venv"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What a program made of one page, and what that cost."""

    reading: Reading
    seconds: float
    """CPU time."""
    failed: str | None = None
    """Why there is nothing, in the program's own words."""


class Peers:
    """A process that answers for the peers; ends with `close`."""

    def __init__(self, names: Sequence[str]) -> None:
        """Raises CannotMeasure."""
        self.names = tuple(names)
        python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        command = [str(python), "-P", str(PROGRAM), ",".join(names)]
        try:
            self._process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        except OSError as error:
            raise CannotMeasure(f"the peers are not set up ({error}); `make bench` does it") from error
        self.versions = self._answer()["ready"]

    def ask(self, name: str, gold: Gold, html: bytes) -> Outcome:
        """What the peer of that name makes of the page. A peer that fails or dies has found nothing."""
        question = {"peer": name, "url": gold.url, "charset": gold.charset, "length": len(html)}
        assert self._process.stdin is not None
        self._process.stdin.write(json.dumps(question).encode() + b"\n" + html)
        self._process.stdin.flush()
        answer = self._answer()
        failed = answer["failed"]
        return Outcome(reading_of(answer), float(str(answer["seconds"])), str(failed) if failed else None)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _answer(self) -> dict[str, object]:
        assert self._process.stdout is not None
        line = self._process.stdout.readline()
        if not line:
            raise CannotMeasure(f"the peers ended by themselves ({self._process.wait()})")
        answer: dict[str, object] = json.loads(line)
        return answer
