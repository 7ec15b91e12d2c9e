"""The view goes nowhere, hands links out, turns pages, copies, and changes its look in place."""

from __future__ import annotations

import os
import signal
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from tests.gui.hands import Hands
from tests.servers import Site
from tests.webengine.conftest import Reader

LONG = "".join(
    f"<p id=p{number}>Paragraph {number} of a long text about the quay.</p>" for number in range(200)
)


@pytest.fixture
def hands(qtbot: QtBot, reader: Reader) -> Hands:
    """Mouse and keyboard, on the view."""
    reader.view.activateWindow()
    qtbot.waitUntil(reader.view.isActiveWindow)
    return Hands(qtbot)


def place(reader: Reader, selector: str) -> QPoint:
    """Where an element is in the view."""
    box = f"document.querySelector('{selector}').getBoundingClientRect()"
    x, y = str(reader.finds(f"(r => (r.x + r.width / 2) + ' ' + (r.y + r.height / 2))({box})")).split()
    return QPoint(round(float(x)), round(float(y)))


def test_a_clicked_link_is_handed_out_and_not_followed(reader: Reader, hands: Hands, site: Site) -> None:
    address = site.page("/far", "far")
    reader.opens(f"<p><a href='{address}'>A link to far away</a></p>")
    hands.click(reader.view, place(reader, "a"))
    reader.qtbot.waitUntil(lambda: reader.links == [address])
    assert reader.finds("location.href") == "clip://article/1"
    assert site.asked() == []


def test_a_link_opened_in_a_new_window_is_handed_out_too(reader: Reader, hands: Hands) -> None:
    reader.opens("<p><a href='https://far.example/x'>A link</a></p>")
    hands.click(reader.view, place(reader, "a"), button=2)
    reader.qtbot.waitUntil(lambda: reader.links == ["https://far.example/x"])


@pytest.mark.parametrize(
    "address",
    [
        "file:///etc/passwd",
        "javascript:document.body.remove()",
        "data:text/html,x",
        "clip://article/2",
        "ftp://x/y",
    ],
)
def test_other_links_lead_nowhere(address: str, reader: Reader, hands: Hands) -> None:
    reader.things.article("<p>another article", "2")
    reader.opens(
        f"<p><a href='{address}'>A strange link</a></p><p><a href='https://good.example/'>good</a></p>"
    )
    hands.click(reader.view, place(reader, "a"))
    hands.click(reader.view, place(reader, "p + p a"))
    reader.qtbot.waitUntil(lambda: reader.links == ["https://good.example/"])
    assert reader.finds("location.href + document.querySelectorAll('a').length") == "clip://article/12"


def test_pages_are_turned_with_two_lines_kept(reader: Reader) -> None:
    reader.opens(LONG)
    reader.view.scroll_page(True)
    down = reader.finds("window.scrollY")
    height = reader.finds("window.innerHeight")
    assert isinstance(down, int | float) and isinstance(height, int | float)
    assert height - 80 < down < height
    reader.view.scroll_page(False)
    assert reader.finds("window.scrollY") == 0


def test_space_turns_a_page(reader: Reader, hands: Hands) -> None:
    reader.opens(LONG)
    hands.click(reader.view, QPoint(400, 300))
    hands.keys("space")
    reader.qtbot.waitUntil(lambda: bool(reader.finds("window.scrollY")))


def test_selected_words_are_copied(reader: Reader, hands: Hands) -> None:
    reader.opens("<p>The quay at dawn</p>")
    QGuiApplication.clipboard().clear()
    hands.click(reader.view, place(reader, "p"), times=2)
    reader.qtbot.waitUntil(lambda: bool(reader.view.selected_text()))
    hands.keys("ctrl+c")
    reader.qtbot.waitUntil(lambda: bool(QGuiApplication.clipboard().text()))
    assert QGuiApplication.clipboard().text().strip() == reader.view.selected_text().strip()


def test_another_look_keeps_the_place_in_the_text(reader: Reader) -> None:
    reader.opens(f"<style></style><div id=box>{LONG}</div>")
    reader.view.scroll_page(True)
    before = reader.finds("window.scrollY")
    reader.view.restyle({"--ink": "#e8e6e1"}, "#141517")
    assert reader.finds("document.documentElement.style.getPropertyValue('--ink')") == "#e8e6e1"
    assert reader.finds("window.scrollY") == before


def test_the_menu_is_ours(reader: Reader, hands: Hands) -> None:
    reader.opens("<p><a href='https://far.example/x'>A link to far away</a></p>")
    hands.click(reader.view, place(reader, "a"), button=3)
    reader.qtbot.waitUntil(lambda: isinstance(QApplication.activePopupWidget(), QMenu))
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    words = [action.text() for action in menu.actions()]
    assert words == ["Open the link in the browser", "Copy the link’s address", "Select all"]
    hands.keys("Down", "Down", "Return")
    reader.qtbot.waitUntil(lambda: QGuiApplication.clipboard().text() == "https://far.example/x")


def test_opening_many_clips_leaves_no_trail(reader: Reader) -> None:
    for number in range(5):
        reader.opens(f"<p>{number}", str(number))
    assert not reader.view.view.history().canGoBack()


def test_a_killed_engine_is_said_and_the_next_clip_is_shown(reader: Reader) -> None:
    reader.opens("<p>one")
    with reader.qtbot.waitSignal(reader.view.broke, timeout=20_000):
        os.kill(reader.view.view.page().renderProcessPid(), signal.SIGKILL)
    reader.opens("<p>two", "2")
    assert reader.finds("document.body.textContent") == "two"


def test_memory_does_not_grow_with_the_clips_that_were_read(reader: Reader) -> None:
    def opens(first: int, last: int) -> int:
        for number in range(first, last):
            reader.opens(f"<p>{number}</p>" + LONG * 5, str(number))
            reader.things.there.clear()
        return megabytes(reader.view.view.page().renderProcessPid())

    before, after = opens(0, 30), opens(30, 100)
    assert after - before < 40  # unswept, these seventy leave 300 MB behind


def megabytes(process: int) -> int:
    """Memory of a process that it shares with no other."""
    lines = Path(f"/proc/{process}/smaps_rollup").read_text().splitlines()
    return sum(int(line.split()[1]) for line in lines if line.startswith("Private_")) // 1000
