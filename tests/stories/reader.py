"""The reader of the stories: she types commands at the real program and looks at what it says."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from tests.servers import Site
from tests.stories.story import Story
from tests.stories.texts import ENGLISH

ROOT = Path(__file__).resolve().parents[2]


@dataclass(frozen=True)
class Said:
    """How a call ended and what it printed."""

    code: int
    out: bytes
    err: str

    @property
    def text(self) -> str:
        """Standard output as text."""
        return self.out.decode("utf-8")

    @property
    def objects(self) -> list[dict[str, Any]]:
        """Standard output as JSON Lines; nothing else may be there."""
        return [json.loads(line) for line in self.text.split("\n")[:-1]]


def one_object(lines: Sequence[dict[str, Any]]) -> dict[str, Any]:
    """The only object of these."""
    assert len(lines) == 1, lines
    return lines[0]


@dataclass
class Reader:
    """She has a home of her own, a library in it, and a site she reads."""

    home: Path
    site: Site
    surroundings: dict[str, str]
    """The variables of her computer: hers alone, nothing of whoever runs the tests."""
    story: Story = ENGLISH
    said: Said = field(default_factory=lambda: Said(0, b"", ""))
    everything: list[bytes] = field(default_factory=list)

    @property
    def library(self) -> Path:
        """Her library."""
        return self.home / "library"

    @property
    def pdf(self) -> Path:
        """Where her PDF goes."""
        return self.home / "review.pdf"

    @property
    def address(self) -> str:
        """Of the story."""
        return self.site.url(self.story.path)

    @property
    def host(self) -> str:
        """The site's host and port."""
        return self.site.origin.removeprefix("http://")

    def environment(self) -> dict[str, str]:
        """What the program is told besides her words."""
        return {
            **self.surroundings,
            "CLIPPER_CONFIG": str(self.home / "config"),
            "CLIPPER_LIBRARY": str(self.library),
            "PYTHONPATH": str(ROOT),
            "COLUMNS": "80",
        }

    def command(self, *words: str) -> list[str]:
        """The program."""
        return [sys.executable, "-m", "clipper", *words]

    def types(self, *words: str, stdin: str = "") -> Said:
        """Type a command and wait for its end."""
        done = subprocess.run(
            self.command(*words),
            input=stdin.encode(),
            capture_output=True,
            env=self.environment(),
            cwd=self.home,
            timeout=100,
            check=False,
        )
        self.said = Said(done.returncode, done.stdout, done.stderr.decode("utf-8", "replace"))
        self.everything += [done.stdout, done.stderr]
        return self.said

    def clips(self, *words: str) -> dict[str, Any]:
        """Clip the story with these options; the one object that is printed."""
        return one_object(self.types("clip", self.address, *words, "--json").objects)

    def lists(self, *words: str) -> list[str]:
        """The titles that a list or search prints."""
        said = self.types(*words, "--json")
        assert said.code == 0, said.err
        return [each["title"] for each in said.objects]

    def clip(self) -> dict[str, Any]:
        """Her one clip, whole."""
        said = self.types("list", "--json", "--full")
        assert said.code == 0, said.err
        return one_object(said.objects)
