"""One pane on a screen, with a real library behind it and hands before it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QEvent, QPoint, QRect
from PySide6.QtWidgets import QApplication, QHBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from clipper import wiring
from clipper.article.article import Article
from clipper.article.clip import ClipId, ClipImage, Filing, NewClip
from clipper.article.page import Page
from clipper.gui import style
from clipper.gui.background import Background
from clipper.gui.theme import LIGHT
from clipper.operations.desk import Desk
from clipper.store import clips
from tests.gui.hands import Hands

PATIENCE_MS = 20_000


class Stage:
    """A window for one pane, a desk, and what the user does and sees."""

    def __init__(self, qapp: QApplication, qtbot: QtBot, hands: Hands, library: Path) -> None:
        """Opens an empty library."""
        self.qtbot, self.hands = qtbot, hands
        self.desk: Desk = wiring.build(library, pages=1)
        self.background = Background(self.desk.writer)
        qapp.setStyle("Fusion")
        style.load_fonts()
        style.dress(qapp, LIGHT)
        self.window = QWidget()
        self.window.setGeometry(QRect(0, 0, 900, 760))
        self._row = QHBoxLayout(self.window)
        self._row.setContentsMargins(0, 0, 0, 0)

    def show(self, *panes: QWidget) -> None:
        """Puts panes side by side on the screen, with the focus in the window."""
        for pane in panes:
            self._row.addWidget(pane)
        with self.qtbot.waitExposed(self.window):
            self.window.show()
        self.window.activateWindow()
        self.waits(self.window.isActiveWindow)

    def waits(self, condition: object) -> None:
        """Waits until it is so."""
        self.qtbot.waitUntil(condition, timeout=PATIENCE_MS)  # type: ignore[arg-type]

    def keeps(
        self,
        title: str = "A title",
        html: str = "<p>Some words about the quay.</p>",
        *,
        url: str = "https://harbour.example/story",
        pictures: Mapping[str, bytes] = {},
        missing: Mapping[str, str] = {},
        filing: Filing = Filing(),  # noqa: B008 - frozen
        **article: Any,
    ) -> ClipId:
        """Puts a clip into the library; `pictures` are stored, `missing` name why they could not be had."""
        blobs = self.desk.library.blobs
        images = [
            ClipImage(each, None, None, blobs.put(data), "image/png", 8, 6) for each, data in pictures.items()
        ]
        images += [ClipImage(each, None, None, None, None, None, None, why) for each, why in missing.items()]
        page = Page(url, url, 200, (), b"<p>raw", self.desk.clock())
        made = Article(
            title, html=html, text=article.pop("text", "Some words about the quay."), cleaner="1", **article
        )
        new = NewClip(page, blobs.put(page.html), made, tuple(images), filing)
        kept: list[ClipId] = []
        self.desk.act("clip", lambda writing: kept.append(clips.keep(writing, new)[0]))
        return kept[0]

    def close(self) -> None:
        """Takes everything down."""
        self.window.close()
        self.background.close()
        self.desk.close()
        self.window.deleteLater()
        QApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def stage(qapp: QApplication, qtbot: QtBot, hands: Hands, library: Path) -> Iterator[Stage]:
    """A stage with an empty library."""
    made = Stage(qapp, qtbot, hands, library)
    yield made
    made.close()


def middle(widget: QWidget) -> QPoint:
    """The middle of a widget."""
    return widget.rect().center()
