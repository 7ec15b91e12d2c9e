"""What the window looked like when it was closed: size, panes, what was selected. Kept by QSettings."""

from __future__ import annotations

from dataclasses import dataclass
from typing import get_args

from PySide6.QtCore import QByteArray, QSettings

from clipper.article.clip import ClipId
from clipper.article.query import Place, Scope
from clipper.paths import settings_file


@dataclass(frozen=True, slots=True)
class WindowState:
    """How to set the window up again."""

    geometry: QByteArray = QByteArray()  # noqa: RUF009 - never changed
    splitter: QByteArray = QByteArray()  # noqa: RUF009
    scope: Scope = Scope()  # noqa: RUF009
    words: str = ""
    clip: ClipId | None = None
    scroll: int = 0
    """Position of the list, in pixels."""
    panel: bool = True
    sidebar: bool = True
    folded: tuple[str, ...] = ()
    """Paths of the collections that are closed in the tree."""


def load() -> WindowState:
    """The state of last time; what is missing or senseless gives the default."""
    kept = _settings()
    place = str(kept.value("scope/place", "all"))
    name = kept.value("scope/name")
    return WindowState(
        _bytes(kept.value("window/geometry")),
        _bytes(kept.value("window/splitter")),
        Scope(place, str(name) if name else None) if place in get_args(Place) else Scope(),  # type: ignore[arg-type]
        str(kept.value("list/words", "")),
        ClipId(number) if (number := _number(kept.value("list/clip"))) else None,
        _number(kept.value("list/scroll")),
        _number(kept.value("window/panel", 1)) == 1,
        _number(kept.value("window/sidebar", 1)) == 1,
        _words(kept.value("sidebar/folded")),
    )


def save(state: WindowState) -> None:
    """Keep it for next time."""
    kept = _settings()
    for key, value in (
        ("window/geometry", state.geometry),
        ("window/splitter", state.splitter),
        ("scope/place", state.scope.place),
        ("scope/name", state.scope.name or ""),
        ("list/words", state.words),
        ("list/clip", int(state.clip or 0)),
        ("list/scroll", state.scroll),
        ("window/panel", int(state.panel)),
        ("window/sidebar", int(state.sidebar)),
        ("sidebar/folded", list(state.folded)),
    ):
        kept.setValue(key, value)
    kept.sync()


def _settings() -> QSettings:
    return QSettings(str(settings_file().with_name("window.ini")), QSettings.Format.IniFormat)


def _bytes(value: object) -> QByteArray:
    return value if isinstance(value, QByteArray) else QByteArray()


def _number(value: object) -> int:
    try:
        return int(str(value))
    except ValueError:
        return 0


def _words(value: object) -> tuple[str, ...]:
    if isinstance(value, str):
        return (value,) if value else ()
    return tuple(str(each) for each in value) if isinstance(value, list) else ()
