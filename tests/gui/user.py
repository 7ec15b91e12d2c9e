"""A user before the window: what is seen, and what is done with the hands, never behind the window's back."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QUrl
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.exceptions import TimeoutError as Patience
from pytestqt.qtbot import QtBot

from clipper.article.clip import ClipRow
from clipper.gui.app import Shown
from clipper.gui.main_window import MainWindow
from clipper.gui.models.queue_rows import Line, state_words
from clipper.gui.panes.clip_list import ClipView
from clipper.gui.panes.place_view import PlaceView
from clipper.gui.panes.reader import Shows
from clipper.gui.parts import Parts
from clipper.operations.desk import Desk
from tests.gui.hands import Hands

PATIENCE_MS = 20_000


class User:
    """Looks at the window and uses it."""

    def __init__(self, application: QApplication, qtbot: QtBot, hands: Hands, library: Path) -> None:
        """Starts Clipper and waits until the library is open."""
        self.qtbot, self.hands = qtbot, hands
        self.shown = Shown(application, library)
        self.window: MainWindow = self.shown.window
        self.parts: Parts = self.window.parts
        self.open = True
        self.window.move(0, 0)
        self.window.show()
        self.shown.begin()
        qtbot.waitExposed(self.window)
        self.window.activateWindow()
        self.waits(lambda: self.window.isActiveWindow() and self.shown.session.desk is not None)
        self.waits(lambda: bool(self.parts.list.head.text()))
        # X gives keys to the window under the mouse, and the reader's is made anew with the first clip.
        hands.point(self.parts.sidebar)

    @property
    def desk(self) -> Desk:
        """The library as it is on the disk, to look whether it is as the window says."""
        desk = self.shown.session.desk
        assert desk is not None
        return desk

    @property
    def clips(self) -> ClipView:
        """The list."""
        return self.parts.list.view

    @property
    def places(self) -> PlaceView:
        """The sidebar's tree."""
        return self.parts.sidebar.view

    def waits(self, condition: Callable[[], object]) -> None:
        """Waits until it is so; says what is seen instead where it never is."""
        try:
            self.qtbot.waitUntil(lambda: bool(condition()), timeout=PATIENCE_MS)
        except Patience:
            lines = [f"{line.waiting.source}: {state_words(line)}" for line in self.queue()]
            seen = {"banner": self.banner(), "toast": self.toast(), "queue": lines, "titles": self.titles()}
            raise AssertionError(f"waited in vain; what is seen: {seen}") from None

    def titles(self) -> list[str]:
        """Headlines in the list, as far as they are loaded."""
        rows = self.parts.list.rows
        return [(row.title or "") if (row := rows.row_of(each)) else "" for each in rows.ids]

    def seen(self, place: int) -> ClipRow:
        """What a row of the list shows."""
        row = self.parts.list.rows.row_of(self.parts.list.rows.ids[place])
        assert row is not None
        return row

    def queue(self) -> list[Line]:
        """Lines of the queue that are seen."""
        return list(self.parts.queue_rows.lines)

    def place(self, title: str) -> tuple[int, QPoint]:
        """Count of a place in the sidebar, and where it can be clicked."""
        for index, node in self.parts.sidebar.places.every():
            if node.title == title:
                return node.count, self.places.visualRect(index).center()
        raise AssertionError(f"no place {title}")

    def sees_place(self, title: str) -> bool:
        """Whether the sidebar has such a line."""
        return any(node.title == title for _index, node in self.parts.sidebar.places.every())

    def chooses(self, title: str) -> None:
        """Clicks a place."""
        self.hands.click(self.places.viewport(), self.place(title)[1])

    def has_copied(self, text: str) -> None:
        """Something was copied in another program."""
        QGuiApplication.clipboard().setText(text)

    def has_copied_files(self, *files: Path) -> None:
        """Files were copied in the file manager."""
        data = QMimeData()
        data.setUrls([QUrl.fromLocalFile(str(each)) for each in files])
        QGuiApplication.clipboard().setMimeData(data)

    def pastes(self, text: str) -> None:
        """Copies elsewhere, pastes here."""
        self.has_copied(text)
        self.hands.keys("ctrl+v")

    def reads(self, place: int) -> None:
        """Clicks a row and waits until its article is on the paper."""
        self.hands.click_row(self.clips, place)
        self.waits(lambda: self.parts.list.ids and self.parts.reader.shows is Shows.CLIP)

    def clips_all(self, addresses: list[str]) -> None:
        """Pastes addresses and waits until all are articles."""
        before = len(self.parts.list.rows.ids)
        self.pastes("\n".join(addresses))
        self.waits(lambda: len(self.parts.list.rows.ids) == before + len(addresses) and not self.queue())
        self.waits(lambda: all(self.titles()[:5]))

    def toast(self) -> str:
        """What the toast says, if there is one."""
        toast = self.parts.toast
        return toast.accessibleName() if toast.isVisible() else ""

    def banner(self) -> str:
        """What the banner says, if there is one."""
        banner = self.parts.banner
        return banner.accessibleName() if banner.isVisible() else ""

    def focus(self) -> QWidget:
        """Where the keys go."""
        focus = QApplication.focusWidget()
        assert focus is not None
        return focus

    def close(self) -> None:
        """Closes the window and waits until all has ended."""
        if not self.open:
            return
        self.open = False
        with self.qtbot.waitSignal(self.window.ended, timeout=PATIENCE_MS):
            self.window.close()
        self.window.deleteLater()
        self.shown.deleteLater()
