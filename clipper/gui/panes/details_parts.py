"""What the details are made of: a titled section, a table of facts, offered tags, an address, remarks."""

from __future__ import annotations

import re
from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QLayout, QPushButton, QVBoxLayout, QWidget

from clipper.gui.icons import pixmap
from clipper.gui.named import named
from clipper.gui.panes.flow_layout import FlowLayout
from clipper.gui.theme import Theme
from clipper.i18n import _

LABEL_WIDTH = 74
WIDEST_OFFER = 190
"""Of the words on one offered tag, in pixels."""
LONGEST_WORD = 18
"""Letters of a word that surely fits on a line; a longer one may be broken."""
_PIECE = re.compile(r"[^/?&=_.,:%-]{18}|[/?&=_.,:%-]")
_TOP_LEFT = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignAbsolute


class Section(QWidget):
    """A small title over something."""

    def __init__(self, title: str, inside: QWidget) -> None:
        super().__init__()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 10, 0, 0)
        column.setSpacing(6)
        label = named(QLabel(title), "section")
        label.setBuddy(inside)
        column.addWidget(label)
        column.addWidget(inside)


class Facts(QWidget):
    """Labels and what stands there; the words can be selected."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(8)
        self._grid.setVerticalSpacing(7)
        self._grid.setColumnMinimumWidth(0, LABEL_WIDTH)
        self._grid.setColumnStretch(1, 1)
        self._facts: tuple[tuple[str, str], ...] = ()

    def show_facts(self, facts: Sequence[tuple[str, str]]) -> None:
        """Show these pairs of a label and its words."""
        if tuple(facts) == self._facts:
            return
        self._facts = tuple(facts)
        empty(self._grid)
        for row, (label, words) in enumerate(facts):
            said = QLabel(wordWrap=True)
            said.setAccessibleName(f"{label}: {words}")
            said.setTextFormat(Qt.TextFormat.PlainText)
            said.setText(breakable(words))
            said.setAlignment(_TOP_LEFT)
            said.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
            name = named(QLabel(textFormat=Qt.TextFormat.PlainText, text=label), "soft")
            self._grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(said, row, 1, Qt.AlignmentFlag.AlignTop)
        self.setVisible(bool(facts))


class Offered(QWidget):
    """Names that can be taken by a click: the page's own keywords."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._flow = FlowLayout(self)
        self._names: tuple[str, ...] = ()

    def show_names(self, names: Sequence[str]) -> None:
        """Offer these."""
        if tuple(names) == self._names:
            return
        self._names = tuple(names)
        empty(self._flow)
        for name in names:
            words = _("Add the tag {name}").format(name=name)
            button = named(QPushButton(), "offer", words)
            shown = button.fontMetrics().elidedText(name, Qt.TextElideMode.ElideRight, WIDEST_OFFER)
            button.setText("+ " + shown.replace("&", "&&"))
            button.clicked.connect(lambda _checked=False, name=name: self.chosen.emit(name))
            self._flow.addWidget(button)
        self.updateGeometry()


class Address(QLabel):
    """An address on at most one line, its middle left out where it is too long."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("soft")
        self.address = ""
        self.setTextFormat(Qt.TextFormat.PlainText)
        self.setMinimumWidth(40)

    def show_address(self, address: str) -> None:
        """Show this one."""
        self.address = address
        self.setToolTip(address)
        self.setAccessibleName(address)
        self._elide()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._elide()

    def _elide(self) -> None:
        short = self.address.split("://", 1)[-1]
        self.setText(
            self.fontMetrics().elidedText(short, Qt.TextElideMode.ElideMiddle, max(40, self.width()))
        )


class Remarks(QWidget):
    """What the user should know about the clip, each with a sign."""

    def __init__(self) -> None:
        super().__init__()
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(6)
        self._said: tuple[str, ...] = ()

    def show_remarks(self, said: Sequence[str], theme: Theme) -> None:
        """Show these sentences."""
        if tuple(said) == self._said:
            return
        self._said = tuple(said)
        empty(self._column)
        for sentence in said:
            self._column.addWidget(self._line(sentence, theme))

    def set_theme(self, theme: Theme) -> None:
        """Colour the signs."""
        for sign in self.findChildren(QLabel, "remark_sign"):
            sign.setPixmap(pixmap("warning", theme.warn, 14, self.devicePixelRatioF()))

    def _line(self, sentence: str, theme: Theme) -> QWidget:
        line = QWidget()
        sign = named(QLabel(), "remark_sign")
        sign.setPixmap(pixmap("warning", theme.warn, 14, self.devicePixelRatioF()))
        words = named(QLabel(wordWrap=True), "remark_words")
        words.setAccessibleName(sentence)
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(breakable(sentence))
        row = QHBoxLayout(line)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(7)
        row.addWidget(sign, 0, Qt.AlignmentFlag.AlignTop)
        row.addWidget(words, 1)
        return line


def breakable(words: str) -> str:
    """Let a label break addresses and other endless words: an invisible space in them here and there."""
    return " ".join(
        word if len(word) <= LONGEST_WORD else _PIECE.sub("\\g<0>\u200b", word) for word in words.split(" ")
    )


def empty(layout: QLayout) -> None:
    """Take everything out of a layout."""
    while (item := layout.takeAt(0)) is not None:
        if (old := item.widget()) is not None:
            old.hide()
            old.deleteLater()
