"""Other article cleaners, asked in a process of their own: their packages and ours cannot live together.

`make bench` puts them into the environment `.setup/peers-venv` when a bench names one (their pins are in
packaging/setup/peers.txt).
"""

from __future__ import annotations

import contextlib
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
        """Raises CannotMeasure where the peers are not set up."""
        self.names = tuple(names)
        self._process = self._started()

    def ask(self, name: str, gold: Gold, html: bytes) -> Outcome:
        """What the peer of that name makes of the page. A peer that fails or dies has found nothing."""
        question = {"peer": name, "url": gold.url, "charset": gold.charset, "length": len(html)}
        try:
            answer = _answer(self._process, json.dumps(question).encode() + b"\n" + html)
        except _Ended as death:
            self._process = self._started()
            return Outcome(Reading(), 0.0, str(death))
        failed = answer["failed"]
        return Outcome(reading_of(answer), float(str(answer["seconds"])), str(failed) if failed else None)

    def close(self) -> None:
        """End the process."""
        self._process.kill()
        self._process.communicate()

    def _started(self) -> subprocess.Popen[bytes]:
        python = ENVIRONMENT / ("Scripts/python.exe" if os.name == "nt" else "bin/python")
        command = [str(python), "-P", str(PROGRAM), ",".join(self.names)]
        try:
            process = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
            _answer(process)
        except (OSError, _Ended) as error:
            raise CannotMeasure(f"the peers are not set up ({error}); `make bench` does it") from error
        return process


class _Ended(Exception):  # noqa: N818 - reads as what happened
    """The process did so by itself."""


def _answer(process: subprocess.Popen[bytes], question: bytes = b"") -> dict[str, object]:
    """The next line that it says; the first one comes by itself."""
    assert process.stdin is not None
    assert process.stdout is not None
    try:
        process.stdin.write(question)
        process.stdin.flush()
        answer: dict[str, object] = json.loads(process.stdout.readline())
    except (OSError, ValueError) as error:
        process.kill()
        with contextlib.suppress(OSError):  # what it did not read
            process.communicate()
        raise _Ended(f"ended with {process.returncode}") from error
    return answer
