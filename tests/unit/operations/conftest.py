"""A real desk: a library in a temporary folder, the real capture and cleaner, and a site on this computer."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from clipper import wiring
from clipper.operations.desk import Desk
from clipper.settings import Settings
from tests import servers
from tests.servers import Site
from tests.stories.texts import ENGLISH
from tests.unit.operations.plain_cleaner import PlainCleaner

site = servers.site


@pytest.fixture
def story(site: Site) -> str:
    """The address of the English story on the site."""
    return ENGLISH.publish(site)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    """A desk with an empty library; one page at a time is cleaned right here."""
    made = wiring.build(tmp_path / "library", Settings(max_pictures=3), pages=1)
    yield made
    made.close()


@pytest.fixture
def plain(desk: Desk) -> Desk:
    """The same desk with a cleaner of few rules (`plain_cleaner`)."""
    return replace(desk, cleaner=PlainCleaner())
