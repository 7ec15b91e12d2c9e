"""A pane that has nothing to show says so: what is (not) there, and what can be done."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from clipper.gui.icons import pixmap
from clipper.gui.named import named
from clipper.gui.theme import Theme

WIDTH = 440
"""Widest that its words may be, in pixels."""
SIGN = 40


class StateCard(QWidget):
    """An icon, a headline, a sentence, keys that help, and at most one button, in the middle of the pane."""

    pressed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._icon = ""
        centre = Qt.AlignmentFlag.AlignCenter
        self._sign = QLabel(alignment=centre)
        self._title = named(QLabel(alignment=centre, wordWrap=True), "empty_title")
        self._words = named(QLabel(alignment=centre, wordWrap=True), "empty_words")
        self._keys = QWidget()
        self._grid = QGridLayout(self._keys)
        self._grid.setHorizontalSpacing(12)
        self._grid.setVerticalSpacing(8)
        self.button = QPushButton()
        self.button.clicked.connect(self.pressed)
        self._lay_out()

    def say(
        self, icon: str, title: str, words: str = "", keys: Sequence[tuple[str, str]] = (), button: str = ""
    ) -> None:
        """Show this; `keys` are pairs of a key sequence and what it does."""
        self._icon = icon
        self._title.setText(title)
        self._words.setText(words)
        self._words.setVisible(bool(words))
        self._show_keys(keys)
        self.button.setText(button)
        self.button.setVisible(bool(button))
        self.setAccessibleName(f"{title} {words}".strip())
        self.set_theme(self._theme)

    def said(self) -> str:
        """The headline and the sentence that are shown."""
        return f"{self._title.text()}\n{self._words.text()}".strip()

    def set_theme(self, theme: Theme) -> None:
        """Colour the icon and the keys."""
        self._theme = theme
        self.setStyleSheet(
            f"#key {{ background: {theme.chip}; color: {theme.ink}; border-radius: 4px; padding: 2px 7px;"
            " font-size: 12px; }"
        )
        if self._icon:
            self._sign.setPixmap(pixmap(self._icon, theme.faint, SIGN, self.devicePixelRatioF()))
        self._sign.setVisible(bool(self._icon))

    def _show_keys(self, keys: Sequence[tuple[str, str]]) -> None:
        while (item := self._grid.takeAt(0)) is not None:
            if (old := item.widget()) is not None:
                old.deleteLater()
        for row, (sequence, words) in enumerate(keys):
            native = QKeySequence(sequence).toString(QKeySequence.SequenceFormat.NativeText)
            key = named(QLabel(native or sequence), "key")
            self._grid.addWidget(key, row, 0, Qt.AlignmentFlag.AlignRight)
            self._grid.addWidget(named(QLabel(words), "soft"), row, 1)
        self._keys.setVisible(bool(keys))

    def _lay_out(self) -> None:
        column = QVBoxLayout()
        column.setSpacing(10)
        for label in (self._sign, self._title, self._words):
            column.addWidget(label)
        for each in (self._keys, self.button):
            column.addSpacing(8)
            column.addWidget(each, 0, Qt.AlignmentFlag.AlignHCenter)
        box = QWidget()
        box.setMaximumWidth(WIDTH)
        box.setLayout(column)
        across = QHBoxLayout()
        across.addStretch(1)
        across.addWidget(box, 100)
        across.addStretch(1)
        down = QVBoxLayout(self)
        down.setContentsMargins(24, 24, 24, 24)
        down.addStretch(2)
        down.addLayout(across)
        down.addStretch(3)
