"""What every test of capture needs: a site, and a Capture whose logins last for the test."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import UTC, datetime
from typing import Protocol

import pytest

from clipper.article.page import Page
from clipper.capture import Capture
from clipper.credentials import Vault, VaultState
from clipper.settings import Settings
from tests.servers import site

__all__ = ["site"]

NOW = datetime(2026, 3, 1, 12, tzinfo=UTC)


class NewCapture(Protocol):
    """Makes a Capture with settings of the test's choice; it is closed at the end."""

    def __call__(self, **settings: int | str) -> Capture: ...


@pytest.fixture
def vault() -> Vault:
    """Logins of this session only: a computer without a keychain."""
    vault = Vault()
    vault._state = VaultState("session", "", "none in this test")
    return vault


@pytest.fixture
def new_capture(vault: Vault) -> Iterator[NewCapture]:
    made: list[Capture] = []

    def make(**settings: int | str) -> Capture:
        made.append(Capture(Settings(**settings), vault, lambda: NOW))  # type: ignore[arg-type]
        return made[-1]

    yield make
    for each in made:
        each.close()


@pytest.fixture
def capture(new_capture: NewCapture) -> Capture:
    return new_capture()


@pytest.fixture
def page_at() -> Callable[..., Page]:
    """A page that came from an address, for its pictures."""

    def make(url: str, final_url: str | None = None) -> Page:
        return Page(url, final_url or url, 200, (), b"", NOW)

    return make
