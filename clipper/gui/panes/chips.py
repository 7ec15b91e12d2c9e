"""Tags or collections as chips: each can be taken away, and a field adds another."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSize, QStringListModel, Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QCompleter, QFrame, QHBoxLayout, QLabel, QLineEdit, QToolButton, QWidget

from clipper.gui.icons import icon
from clipper.gui.named import named
from clipper.gui.panes.flow_layout import FlowLayout
from clipper.gui.theme import Theme

WIDEST = 200
"""Of the words of one chip, in pixels."""


@dataclass(frozen=True, slots=True)
class Chip:
    """One chip: `key` is what is asked to be taken away, `words` is what is read.

    `partly`: only some of the clips have it.
    """

    key: str
    words: str
    partly: bool = False


class ChipRow(QWidget):
    """Chips and a field for one more, that opens at the plus."""

    add_requested = Signal(str)
    remove_requested = Signal(str)

    def __init__(self, theme: Theme, *, add: str, remove: str, placeholder: str) -> None:
        """`add` names the plus; `remove` names each cross, with `{name}` in it."""
        super().__init__()
        self._theme, self._remove = theme, remove
        self._chips: tuple[Chip, ...] = ()
        self._flow = FlowLayout(self)
        self._known = QStringListModel(self)
        self.plus = named(QToolButton(), "chip_plus", add)
        self.plus.setIconSize(QSize(12, 12))
        self.plus.clicked.connect(self.open_field)
        self.field = _Field(placeholder, add)
        self.field.setCompleter(self._completer())
        self.field.returnPressed.connect(self._add)
        self.field.left.connect(self._close_if_blank)
        self.field.given_up.connect(self._close)
        self.field.hide()
        self._flow.addWidget(self.plus)
        self._flow.addWidget(self.field)
        self.set_theme(theme)

    def show_chips(self, chips: Sequence[Chip]) -> None:
        """Show these, in this order."""
        if tuple(chips) == self._chips:
            return
        self._chips = tuple(chips)
        for old in self.findChildren(_ChipFrame):
            self._flow.removeWidget(old)
            old.hide()
            old.deleteLater()
        for index, chip in enumerate(chips):
            self._flow.insert_widget(index, self._frame(chip))
        self.updateGeometry()

    def offer(self, names: Sequence[str]) -> None:
        """Names that the field completes."""
        if self._known.stringList() != list(names):
            self._known.setStringList(list(names))

    def open_field(self) -> None:
        """Open the field for one more."""
        self.plus.hide()
        self.field.show()
        self.field.setFocus(Qt.FocusReason.ShortcutFocusReason)

    def set_theme(self, theme: Theme) -> None:
        """Colour the signs."""
        self._theme = theme
        self.plus.setIcon(icon("clip", theme.soft))
        for frame in self.findChildren(_ChipFrame):
            frame.cross.setIcon(icon("close", theme.faint))

    def _frame(self, chip: Chip) -> _ChipFrame:
        frame = _ChipFrame(chip, self._remove.format(name=chip.words), self)
        frame.cross.setIcon(icon("close", self._theme.faint))
        frame.cross.clicked.connect(lambda: self.remove_requested.emit(chip.key))
        frame.show()
        return frame

    def _completer(self) -> QCompleter:
        completer = QCompleter(self._known, self)
        completer.setCaseSensitivity(Qt.CaseSensitivity.CaseInsensitive)
        completer.setFilterMode(Qt.MatchFlag.MatchContains)
        # The completer writes its text into the field only after it has said so.
        completer.activated.connect(lambda _text: QTimer.singleShot(0, self, self._add_completed))
        return completer

    def _add_completed(self) -> None:
        if self.field.text().strip():
            self._add()

    def _add(self) -> None:
        name = self.field.text().strip()
        self.field.clear()
        if name:
            self.add_requested.emit(name)
        else:
            self._close()

    def _close_if_blank(self) -> None:
        if not self.field.text().strip():
            self._close()

    def _close(self) -> None:
        had_focus = self.field.hasFocus()
        self.field.clear()
        self.field.hide()
        self.plus.show()
        if had_focus:
            self.plus.setFocus()


class _ChipFrame(QFrame):
    """One chip with its cross."""

    def __init__(self, chip: Chip, remove: str, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("chip_partly" if chip.partly else "chip_frame")
        words = QLabel()
        words.setTextFormat(Qt.TextFormat.PlainText)
        words.setText(words.fontMetrics().elidedText(chip.words, Qt.TextElideMode.ElideMiddle, WIDEST))
        self.setToolTip(chip.words)
        self.cross = named(QToolButton(), "chip_cross", remove)
        self.cross.setIconSize(QSize(10, 10))
        row = QHBoxLayout(self)
        row.setContentsMargins(7, 1, 2, 1)
        row.setSpacing(1)
        row.addWidget(words)
        row.addWidget(self.cross)


class _Field(QLineEdit):
    """A line that says when it is left or given up."""

    left = Signal()
    given_up = Signal()

    def __init__(self, placeholder: str, name: str) -> None:
        super().__init__(placeholderText=placeholder)
        self.setAccessibleName(name)
        self.setObjectName("chip_field")
        self.setFixedWidth(150)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() == Qt.Key.Key_Escape:
            self.given_up.emit()
        else:
            super().keyPressEvent(event)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.left.emit()
