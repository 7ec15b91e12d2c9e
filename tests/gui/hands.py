"""Real X events: a mouse that moves over the screen and keys that go where the focus is."""

from __future__ import annotations

import subprocess

from PySide6.QtCore import QPoint, QRect
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QAbstractItemView, QWidget
from pytestqt.qtbot import QtBot

STEPS = 12
"""Moves of a drag: Qt begins one after ten pixels, and wants to see where it goes."""


class Hands:
    """What a user has."""

    def __init__(self, qtbot: QtBot) -> None:
        """`qtbot` runs the window while the hands move."""
        self._qtbot = qtbot

    def click(self, widget: QWidget, at: QPoint | None = None, *, button: int = 1, times: int = 1) -> None:
        """Click a widget, in its middle or at a place in it."""
        spot = self._spot(widget, at)
        self._do("mousemove", spot.x(), spot.y(), "click", "--repeat", times, "--delay", 20, button)

    def point(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Move the mouse there."""
        spot = self._spot(widget, at)
        self._do("mousemove", spot.x(), spot.y())

    def click_row(self, view: QAbstractItemView, row: int, *, button: int = 1, times: int = 1) -> None:
        """Click a row of a list."""
        self.click(view.viewport(), self.row(view, row).center(), button=button, times=times)

    def row(self, view: QAbstractItemView, row: int) -> QRect:
        """Where a row is, in its viewport."""
        where = view.visualRect(view.model().index(row, 0))
        assert where.isValid(), f"row {row} is not in view"
        return where

    def keys(self, *keys: str) -> None:
        """Press keys, one after another: `ctrl+v`, `Return`, `s`."""
        self._do("key", "--delay", 12, *keys)

    def type(self, text: str) -> None:
        """Type a text."""
        self._do("type", "--delay", 8, "--", text)

    def drag(self, start: QWidget, at: QPoint, end: QWidget, to: QPoint, *, modifier: str = "") -> None:
        """Press, move in steps, let go. The drag runs its own loop, so all of it is one movement."""
        self.drag_on_screen(start.mapToGlobal(at), end.mapToGlobal(to), modifier=modifier)

    def drag_on_screen(self, first: QPoint, last: QPoint, *, modifier: str = "") -> None:
        """The same from and to places of the screen, whatever program they belong to."""
        moves: list[str | int] = []
        for step in range(1, STEPS + 1):
            x = first.x() + (last.x() - first.x()) * step // STEPS
            y = first.y() + (last.y() - first.y()) * step // STEPS
            moves += ["mousemove", x, y, "sleep", "0.02"]
        hold = ["keydown", modifier] if modifier else []
        free = ["keyup", modifier] if modifier else []
        self._do("mousemove", first.x(), first.y(), "mousedown", 1, *hold, *moves, "mouseup", 1, *free)

    def _spot(self, widget: QWidget, at: QPoint | None) -> QPoint:
        assert widget.isVisible(), f"{widget.accessibleName() or widget.objectName()} cannot be seen"
        spot = widget.mapToGlobal(at if at is not None else widget.rect().center())
        assert QGuiApplication.primaryScreen().geometry().contains(spot), f"{spot} is off the screen"
        return spot

    def _do(self, *words: str | int) -> None:
        process = subprocess.Popen(["xdotool", *map(str, words)], stderr=subprocess.PIPE, text=True)
        self._qtbot.waitUntil(lambda: process.poll() is not None, timeout=20_000)
        said = process.stderr.read() if process.stderr else ""
        if process.stderr:
            process.stderr.close()
        assert process.returncode == 0, said
