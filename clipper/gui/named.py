"""Give a widget the name that the style sheet knows it by, and the one that a screen reader says."""

from __future__ import annotations

from typing import TypeVar

from PySide6.QtWidgets import QWidget

W = TypeVar("W", bound=QWidget)


def named(widget: W, name: str, spoken: str = "") -> W:
    """The same widget, named."""
    widget.setObjectName(name)
    if spoken:
        widget.setAccessibleName(spoken)
        if not widget.toolTip():
            widget.setToolTip(spoken)
    return widget
