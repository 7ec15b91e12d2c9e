"""Pictures of the window for the documentation: `make test ARGS=tests/gui/take_pictures.py`.

Not a test by its name, so the suite leaves it alone. CLIPPER_PICTURES names the folder, else docs/pictures.
"""

from __future__ import annotations

import os
import subprocess
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication

from clipper.operations import organise
from tests.gui.conftest import Open
from tests.gui.press import STORIES, publish
from tests.gui.test_leaving import chooses_look
from tests.gui.user import User
from tests.servers import Site

FOLDER = Path(os.environ.get("CLIPPER_PICTURES", Path(__file__).parents[2] / "docs" / "pictures"))
WIDTH, HEIGHT = 1440, 900


def take(user: User, name: str) -> None:
    """What the screen shows, as a file."""
    user.qtbot.wait(600)  # pictures and the reader are drawn by others; nothing is asserted here
    FOLDER.mkdir(parents=True, exist_ok=True)
    shot = QGuiApplication.primaryScreen().grabWindow(0, 0, 0, WIDTH, HEIGHT)
    assert shot.save(str(FOLDER / f"{name}.png"))


@pytest.fixture
def press(open_window: Open, site: Site) -> User:
    """A library with five articles, filed and tagged; the newest is open."""
    user = open_window()
    user.window.resize(WIDTH, HEIGHT)
    for story in STORIES:
        user.clips_all([publish(site, story)])
    newest = list(user.parts.list.rows.ids)
    organise.file_into(user.desk, newest[:2], "Harbour/Transport")
    organise.file_into(user.desk, newest[2:], "Harbour/City")
    organise.tag(user.desk, newest[:1], ["ferries", "quay"])
    organise.tag(user.desk, newest[1:4], ["city hall"])
    organise.star(user.desk, newest[1:2], on=True)
    organise.note(user.desk, newest[0], "Quote for Monday’s review. Check the number of departures.")
    user.close()
    again = open_window()
    again.window.resize(WIDTH, HEIGHT)
    again.waits(lambda: len(again.titles()) == len(STORIES) and all(again.titles()))
    return again


def opens(user: User, row: int) -> None:
    """Clicks a row and waits until it is being read."""
    user.hands.click_row(user.clips, row)
    user.waits(lambda: user.parts.list.current == user.parts.list.rows.ids[row])
    user.qtbot.wait(1500)


def test_empty(user: User) -> None:
    user.window.resize(WIDTH, HEIGHT)
    take(user, "empty")


def test_clipping_and_failed(press: User, site: Site) -> None:
    opens(press, 0)
    slow = [site.hang(f"/2026/11/report-{number}.html") for number in range(3)]
    press.pastes("\n".join([site.status("/2026/11/gone.html", 404), *slow]))
    press.waits(lambda: any(line.failed for line in press.queue()) and len(press.queue()) == 4)
    take(press, "clipping")


def test_reading(press: User) -> None:
    opens(press, 0)
    take(press, "reading")


def test_dark(press: User) -> None:
    opens(press, 0)
    chooses_look(press, "Dark")
    take(press, "dark")


def test_taken_out(press: User) -> None:
    opens(press, 0)
    press.hands.keys("g")
    press.qtbot.wait(500)
    reader = press.parts.reader
    press.hands.point(reader, QPoint(reader.width() // 2, reader.height() - 60))
    process = subprocess.Popen(["xdotool", "click", "--repeat", "4", "--delay", "60", "5"])
    press.waits(lambda: process.poll() is not None)
    press.qtbot.wait(700)
    press.hands.point(reader, QPoint(reader.width() // 3, reader.height() // 2))
    take(press, "taken-out")


def test_right_to_left(press: User) -> None:
    opens(press, 2)
    take(press, "right-to-left")


def test_searching(press: User) -> None:
    opens(press, 0)
    press.hands.keys("ctrl+f")
    press.hands.type("northern qua")
    press.waits(lambda: len(press.titles()) == 1)
    opens(press, 0)
    take(press, "searching")


def test_drag(press: User) -> None:
    opens(press, 0)
    row = press.clips.viewport().mapToGlobal(press.hands.row(press.clips, 1).center())
    end = press.places.viewport().mapToGlobal(press.place("City")[1])
    moves = " ".join(
        f"mousemove {row.x() + (end.x() - row.x()) * n // 20} "
        f"{row.y() + (end.y() - row.y()) * n // 20} sleep 0.03"
        for n in range(1, 21)
    )
    words = f"mousemove {row.x()} {row.y()} mousedown 1 sleep 0.1 {moves} sleep 2.5 mouseup 1"
    process = subprocess.Popen(["xdotool", *words.split()])
    shots = FOLDER / "drag.png"
    camera = subprocess.Popen(
        ["sh", "-c", f"sleep 2.2; import -window root -crop {WIDTH}x{HEIGHT}+0+0 '{shots}'"]
    )
    press.waits(lambda: process.poll() is not None and camera.poll() is not None)


def test_undo(press: User) -> None:
    opens(press, 0)
    press.hands.click_row(press.clips, 3)
    press.hands.keys("Delete")
    press.waits(lambda: press.toast())
    take(press, "undo")


def test_export(press: User) -> None:
    press.hands.click_row(press.clips, 0)
    press.hands.keys("ctrl+a")
    press.hands.keys("ctrl+e")
    press.waits(lambda: QApplication.activeModalWidget() is not None)
    dialog = QApplication.activeModalWidget()
    assert dialog is not None
    dialog.move(QPoint((WIDTH - dialog.width()) // 2, (HEIGHT - dialog.height()) // 2))
    take(press, "export")
    press.hands.keys("Escape")
