"""Where the reading view takes everything from: the clip that is shown, its pictures, our style and fonts."""

from __future__ import annotations

from functools import cache
from pathlib import Path

from clipper.gui.background import Background, Done
from clipper.gui.panes.reading_page import GHOSTS_OFF, GHOSTS_ON, LOOK, ReadingPage, style_sheet
from clipper.gui.theme import Theme
from clipper.operations import find
from clipper.operations.desk import Desk
from clipper.resources import resource
from clipper.webengine.scheme import Answer, Served

_FONT_TYPES = {".ttf": "font/ttf", ".otf": "font/otf", ".ttc": "font/collection", ".woff2": "font/woff2"}


class ReadingShelf:
    """Satisfies `webengine.profile.Shelf`. A clip's page can ask for that clip's pictures only."""

    def __init__(self, background: Background, theme: Theme) -> None:
        self._background = background
        self._desk: Desk | None = None
        self._theme, self._scale = theme, 100
        self._ghosts = False
        self._name = ""
        self._page = ReadingPage("", {})

    def set_desk(self, desk: Desk) -> None:
        """The library is open."""
        self._desk = desk

    def set_look(self, theme: Theme, scale: int) -> None:
        """Colours and text size (per cent) of the next document."""
        self._theme, self._scale = theme, scale

    def set_ghosts(self, *, on: bool) -> None:
        """Whether the next document shows what was taken out."""
        self._ghosts = on

    def put(self, name: str, page: ReadingPage) -> None:
        """From now on this is the article, under `article/<name>`."""
        self._name, self._page = name, page

    def fetch(self, kind: str, name: str, answer: Answer) -> None:
        """Answer what `clip://<kind>/<name>` is; files are read off the GUI thread."""
        if kind == "article":
            self._say(answer, "text/html", self._article() if name == self._name else None)
        elif kind == "style":
            self._say(answer, "text/css", self._style(name))
        elif kind == "picture":
            self._picture(name, answer)
        elif kind == "font":
            self._font(name, answer)
        else:
            answer(None)

    def _article(self) -> bytes:
        """The document, leading to the present look: the engine does not ask again for a sheet it knows."""
        html = self._page.html.replace(f'style/{LOOK}"', f'style/{self._look()}"', 1)
        return (html.replace(GHOSTS_OFF, GHOSTS_ON, 1) if self._ghosts else html).encode()

    def _look(self) -> str:
        return f"{self._theme.name}-{self._scale}.css"

    def _style(self, name: str) -> bytes | None:
        if name == self._look():
            return style_sheet(self._theme, self._scale).encode()
        return _reader_css() if name == "reader.css" else None

    def _picture(self, sha256: str, answer: Answer) -> None:
        desk, media_type = self._desk, self._page.pictures.get(sha256)
        if desk is None or media_type is None:
            answer(None)
            return
        self._background.read(
            lambda: find.picture(desk, sha256),
            lambda outcome: self._say(
                answer, media_type, outcome.value if isinstance(outcome, Done) else None
            ),
        )

    def _font(self, name: str, answer: Answer) -> None:
        path = _fonts().get(name)
        if path is None:
            answer(None)
            return
        self._background.read(
            path.read_bytes,
            lambda outcome: self._say(
                answer, _FONT_TYPES[path.suffix], outcome.value if isinstance(outcome, Done) else None
            ),
        )

    def _say(self, answer: Answer, media_type: str, data: bytes | None) -> None:
        answer(Served(media_type, data) if data is not None else None)


@cache
def _reader_css() -> bytes:
    return b"\n".join(resource("reader", name).read_bytes() for name in ("reader.css", "ghosts.css"))


@cache
def _fonts() -> dict[str, Path]:
    folder = resource("fonts")
    files = folder.rglob("*") if folder.is_dir() else ()
    return {file.name: file for file in files if file.suffix in _FONT_TYPES}
