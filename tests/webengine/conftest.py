"""What the tests of the engine share: a site that knows what it was asked, a shelf, a view on a screen."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.webengine.profile import know_scheme
from clipper.webengine.reading_view import WebReading
from clipper.webengine.scheme import Answer, Served, register_scheme
from tests.servers import site

__all__ = ["site"]

register_scheme()  # before any test makes the QApplication
know_scheme()
NO_GRAPHICS = ("Failed to load vulkan", "No Vulkan library", "platform Vulkan instance", "detect GPU vendor")
"""What the engine says on a computer without a graphics card; no fault of ours."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every other word of Qt's fails a test."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(*NO_GRAPHICS, extend=True))


@dataclass
class Things:
    """A shelf of a few things; remembers what it was asked for."""

    there: dict[str, Served] = field(default_factory=dict)
    asked: list[str] = field(default_factory=list)

    def fetch(self, kind: str, name: str, answer: Answer) -> None:
        """Answer at once."""
        self.asked.append(f"{kind}/{name}")
        answer(self.there.get(f"{kind}/{name}"))

    def article(self, html: str, name: str = "1") -> None:
        """Put this under `article/<name>`."""
        self.there[f"article/{name}"] = Served("text/html", html.encode())


class Reader:
    """A view of a shelf on the screen, and ways to see what it shows."""

    def __init__(self, qtbot: QtBot, things: Things) -> None:
        """Shows an empty view."""
        self.qtbot, self.things = qtbot, things
        self.view = WebReading(things)
        self.view.resize(520, 420)
        self.links: list[str] = []
        self.view.link_clicked.connect(self.links.append)
        with qtbot.waitExposed(self.view):
            self.view.show()

    def opens(self, html: str, name: str = "1") -> None:
        """Puts an article on the shelf and waits until it is shown."""
        self.things.article(html, name)
        with self.qtbot.waitSignal(self.view.shown, timeout=20_000):
            self.view.show_article(name)

    def finds(self, script: str) -> object:
        """The value of a script in a world of ours: to look, where a user would see."""
        got: list[object] = []
        self.view.ask(script, got.append)
        self.qtbot.waitUntil(lambda: bool(got), timeout=20_000)
        return got[0]


@pytest.fixture
def things() -> Things:
    """An empty shelf."""
    return Things()


@pytest.fixture
def reader(qtbot: QtBot, things: Things) -> Iterator[Reader]:
    """A view of that shelf, on the screen."""
    reader = Reader(qtbot, things)
    yield reader
    reader.view.close()
    reader.view.deleteLater()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
