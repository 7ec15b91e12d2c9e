"""A real library in a temporary folder."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper.store import Library
from tests.unit.store.making import SetClock


@pytest.fixture
def clock() -> SetClock:
    """A clock that the test sets."""
    return SetClock()


@pytest.fixture
def library(tmp_path: Path, clock: SetClock) -> Iterator[Library]:
    """An empty library."""
    opened = Library.open(tmp_path / "library", clock)
    yield opened
    opened.close()
