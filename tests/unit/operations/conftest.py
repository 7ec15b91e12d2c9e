"""A real desk: a library in a temporary folder, the real capture and cleaner, and a site on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from clipper import wiring
from clipper.operations.desk import Desk
from clipper.settings import Settings
from tests.stories.site import Answer, Site, picture
from tests.stories.texts import ENGLISH


@pytest.fixture
def site() -> Iterator[Site]:
    """A news site that tells the English story."""
    made = Site()
    made.answers["/pictures/harbour.jpg"] = Answer(picture(), "image/jpeg")
    made.answers[ENGLISH.path] = ENGLISH.answer(made.host)
    yield made
    if not made.closing.is_set():
        made.close()


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty library; one page at a time is cleaned right here."""
    made = wiring.build(tmp_path / "library", Settings(max_pictures=3), pages=1)
    yield made
    made.close()
