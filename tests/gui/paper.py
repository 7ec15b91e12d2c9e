"""The reading view as a user sees and touches it, whatever window it stands in."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QPoint

from clipper.gui.panes.reader import ReaderPane
from clipper.webengine.reading_view import WebReading
from tests.gui.hands import Hands

Waits = Callable[[Callable[[], object]], None]


class Paper:
    """Looks at what the engine shows, and clicks on it."""

    def __init__(self, pane: ReaderPane, hands: Hands, waits: Waits) -> None:
        """`waits` lets the window run until a condition holds."""
        self.pane, self.hands, self.waits = pane, hands, waits

    def web(self) -> WebReading:
        """The engine's view."""
        view = self.pane.findChild(WebReading)
        assert view is not None
        return view

    def sees(self, script: str) -> object:
        """What a script of ours finds on the page."""
        got: list[object] = []
        self.web().ask(script, got.append)
        self.waits(lambda: bool(got))
        return got[0]

    def text(self) -> str:
        """The words on the page."""
        return str(self.sees("document.body.innerText"))

    def place(self, selector: str) -> QPoint:
        """Where an element is in the pane."""
        box = f"document.querySelector('{selector}').getBoundingClientRect()"
        x, y = str(self.sees(f"(r => (r.x + r.width / 2) + ' ' + (r.y + r.height / 2))({box})")).split()
        return QPoint(round(float(x)), round(float(y)))

    def count(self, selector: str) -> int:
        """How many of these are to be seen."""
        found = f"[...document.querySelectorAll('{selector}')].filter(each => each.checkVisibility())"
        return round(float(str(self.sees(f"{found}.length"))))

    def points(self, selector: str) -> None:
        """Moves the mouse there."""
        self.hands.point(self.pane, self.place(selector))

    def clicks(self, selector: str) -> None:
        """Points at it, and clicks."""
        self.points(selector)
        self.hands.click(self.pane, self.place(selector))

    def listens(self) -> None:
        """Waits until the script of ours is there and a picture of the page: before that the engine takes no
        clicks, and nobody would click."""
        self.waits(lambda: self.sees("document.documentElement.dataset.ready") == "yes")
        self.is_painted()

    def is_painted(self) -> None:
        """Waits for a picture of the page, also where another page comes while it waits."""
        shown = "document.documentElement.classList.contains('painted')"
        asked = (
            "requestAnimationFrame(() => requestAnimationFrame("
            "() => document.documentElement.classList.add('painted')))"
        )
        self.waits(lambda: self.sees(f"{shown} || ({asked}, false)"))
