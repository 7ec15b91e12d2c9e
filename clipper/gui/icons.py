"""The outlined icons, tinted with the theme's colours and sharp at every scale."""

from __future__ import annotations

from functools import cache, lru_cache

from PySide6.QtCore import QByteArray, QRectF, Qt
from PySide6.QtGui import QIcon, QPainter, QPixmap
from PySide6.QtSvg import QSvgRenderer

from clipper.resources import resource

SIZE = 16
"""Side of the grid that the icons are drawn on, in pixels."""


def icon(name: str, colour: str, off: str | None = None) -> QIcon:
    """The icon in `colour` (and, where the button is off, in `off`)."""
    made = QIcon()
    for ratio in (1.0, 1.25, 1.5, 2.0, 3.0):
        made.addPixmap(pixmap(name, colour, ratio=ratio))
        if off:
            made.addPixmap(pixmap(name, off, ratio=ratio), QIcon.Mode.Disabled)
    return made


@lru_cache(maxsize=512)
def pixmap(name: str, colour: str, size: int = SIZE, ratio: float = 1.0) -> QPixmap:
    """The icon as a picture of `size` logical pixels for a screen of that pixel ratio."""
    made = QPixmap(round(size * ratio), round(size * ratio))
    made.setDevicePixelRatio(ratio)
    made.fill(Qt.GlobalColor.transparent)
    painter = QPainter(made)
    paint(painter, QRectF(0, 0, size, size), name, colour)
    painter.end()
    return made


def paint(painter: QPainter, where: QRectF, name: str, colour: str) -> None:
    """Draw the icon straight onto a painter."""
    _renderer(name, colour).render(painter, where)


@lru_cache(maxsize=256)
def _renderer(name: str, colour: str) -> QSvgRenderer:
    return QSvgRenderer(QByteArray(_drawing(name).replace("currentColor", colour).encode()))


@cache
def _drawing(name: str) -> str:
    return resource("icons", f"{name}.svg").read_text("utf-8")
