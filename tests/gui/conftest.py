"""A real window on a real library, a real web server, and hands that use both as a user does."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from clipper.gui.style import announce_fonts
from clipper.operations.clip_page import clip
from clipper.settings import Settings
from clipper.webengine.profile import register_scheme
from clipper.wiring import build
from tests.gui.hands import Hands
from tests.gui.pages import publish, title
from tests.gui.user import User
from tests.servers import Site, site

__all__ = ["site"]

register_scheme()  # both before pytest-qt makes the application
announce_fonts()

Open = Callable[[], User]


NO_GRAPHICS = (
    r"Failed to load vulkan",
    r"No Vulkan library",
    r"platform Vulkan instance",
    r"detect GPU vendor",
)
"""What the browser engine says on a computer without a graphics card; no fault of ours."""


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Every other word of Qt's fails a test of the window."""
    for item in items:
        if item.path.is_relative_to(Path(__file__).parent):
            item.add_marker(pytest.mark.qt_log_ignore(*NO_GRAPHICS, extend=True))


@pytest.fixture
def library(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The folder of a library and of settings that are this test's own."""
    monkeypatch.setenv("CLIPPER_CONFIG", str(tmp_path / "config"))
    monkeypatch.setenv("CLIPPER_LIBRARY", str(tmp_path / "library"))
    monkeypatch.setenv("TMPDIR", str(tmp_path / "tmp"))
    (tmp_path / "tmp").mkdir()
    return tmp_path / "library"


@pytest.fixture
def hands(qtbot: QtBot) -> Hands:
    """Mouse and keyboard."""
    return Hands(qtbot)


@pytest.fixture
def open_window(qapp: QApplication, qtbot: QtBot, library: Path, hands: Hands) -> Iterator[Open]:
    """Start Clipper as often as the test likes; whatever is open at the end is closed."""
    users: list[User] = []

    def start() -> User:
        user = User(qapp, qtbot, hands, library)
        users.append(user)
        return user

    yield start
    for each in users:
        each.close()
    QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    assert not QApplication.topLevelWidgets() or all(
        not each.isVisible() for each in QApplication.topLevelWidgets()
    )


@pytest.fixture(scope="session")
def three_clips(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A library with three articles, clipped once for all tests."""
    folder = tmp_path_factory.mktemp("three") / "library"
    desk = build(folder, Settings(), pages=1)
    with Site() as site:
        for number in (1, 2, 3):
            assert clip(desk, publish(site, number)).status == "kept"
    desk.close()
    return folder


@pytest.fixture
def reader(open_window: Open, three_clips: Path, library: Path) -> User:
    """A user with three articles that have not been read; the newest is at the top."""
    shutil.copytree(three_clips, library)
    user = open_window()
    user.waits(lambda: user.titles() == [title(3), title(2), title(1)])
    return user


@pytest.fixture
def user(open_window: Open) -> User:
    """A user before the open window of an empty library."""
    return open_window()


@pytest.fixture
def stories(site: Site) -> Callable[[int], list[str]]:
    """So many articles on the web."""
    return lambda count: [publish(site, number) for number in range(1, count + 1)]
