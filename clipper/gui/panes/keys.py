"""The sheet of keys: every action that has one, in its group."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QDialog, QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.gui.actions import DEEDS, Deed
from clipper.gui.named import named
from clipper.i18n import N_, _

GROUPS: dict[str, str] = {
    "Clip": N_("Clip"),
    "Selection": N_("Selected clips"),
    "Library": N_("Library"),
    "View": N_("Window"),
}
MORE: tuple[tuple[str, str, str], ...] = (
    ("Selection", N_("Next and previous clip"), "Down"),
    ("Selection", N_("Read the clip"), "Return"),
    ("View", N_("Next part of the window"), "Tab"),
)
"""Keys that Qt's own widgets serve: group, words, key."""


class KeysSheet(QDialog):
    """A dialog, closed by Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("sheet")
        self.setWindowTitle(_("Keys"))
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        columns = QHBoxLayout()
        columns.setSpacing(36)
        for pair in (("Clip", "View"), ("Selection", "Library")):
            column = QVBoxLayout()
            column.setSpacing(8)
            for group in pair:
                column.addWidget(named(QLabel(_(GROUPS[group])), "section"))
                column.addLayout(_grid(group))
                column.addSpacing(12)
            column.addStretch(1)
            columns.addLayout(column)
        close = QPushButton(_("Close"), default=True)
        close.clicked.connect(self.accept)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(24, 20, 24, 18)
        outer.addLayout(columns)
        outer.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)


def _grid(group: str) -> QGridLayout:
    grid = QGridLayout()
    grid.setHorizontalSpacing(20)
    grid.setVerticalSpacing(6)
    lines = [(_(each.words).rstrip("…"), _keys(each)) for each in DEEDS if each.group == group and each.keys]
    lines += [(_(words), _native(key)) for where, words, key in MORE if where == group]
    for row, (words, keys) in enumerate(lines):
        grid.addWidget(QLabel(words), row, 0)
        grid.addWidget(named(QLabel(keys), "key"), row, 1, Qt.AlignmentFlag.AlignRight)
    return grid


def _keys(what: Deed) -> str:
    return "  ".join(_native(each) for each in what.keys)


def _native(key: str) -> str:
    return QKeySequence(key).toString(QKeySequence.SequenceFormat.NativeText)
