"""Clip by typing: one or several addresses, saved pages, and where the clips go."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QGuiApplication, QKeyEvent
from PySide6.QtWidgets import (
    QComboBox,
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QPlainTextEdit,
    QPushButton,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.links import PAGES, links, sources
from clipper.gui.named import named
from clipper.gui.words import shown_path
from clipper.i18n import _, ngettext

_BARE = re.compile(r"[\w-]+(\.[\w-]+)*\.[^\W\d_]{2,}(:\d+)?(/\S*)?")
"""An address as people say it: `news.example/politics`."""


@dataclass(frozen=True, slots=True)
class ClipChoice:
    """What is to be clipped, and into which collection (None: none)."""

    sources: tuple[str, ...]
    collection: str | None


class ClipDialog(QDialog):
    """A field for addresses, one a line; what is on the clipboard is offered in it."""

    def __init__(self, parent: QWidget, collections: Sequence[str] = (), into: str | None = None) -> None:
        """`collections`: paths that may be chosen; `into`: the one that is chosen at first."""
        super().__init__(parent)
        self.setWindowTitle(_("Clip"))
        self.setMinimumWidth(520)
        self.field = _Addresses()
        self.field.textChanged.connect(self._counted)
        self.where = QComboBox()
        self.where.setAccessibleName(_("Collection"))
        self.where.addItem(_("No collection"), None)
        for path in collections:
            self.where.addItem(shown_path(path), path)
        self.where.setCurrentIndex(max(0, self.where.findData(into)))
        self.files = QPushButton(_("Saved pages…"), autoDefault=False)
        self.files.clicked.connect(self._ask_files)
        self.cancel = QPushButton(_("Cancel"), autoDefault=False)
        self.cancel.clicked.connect(self.reject)
        self.go = QPushButton(_("Clip"), default=True)
        self.go.clicked.connect(self.accept)
        self.field.done.connect(self.go.click)
        self._lay_out(bool(collections))
        self._offer_clipboard()
        self._counted()
        self.field.setFocus()

    def sources(self) -> list[str]:
        """Addresses and files that stand in the field, in order, each once."""
        found: list[str] = []
        for line in self.field.toPlainText().splitlines():
            found += _of_line(line.strip())
        return list(dict.fromkeys(found))

    def choice(self) -> ClipChoice:
        """What was chosen."""
        return ClipChoice(tuple(self.sources()), self.where.currentData())

    def _offer_clipboard(self) -> None:
        offered = sources(QGuiApplication.clipboard().mimeData())
        if offered:
            self.field.setPlainText("\n".join(offered))
            self.field.selectAll()

    def _counted(self) -> None:
        count = len(self.sources())
        self.go.setEnabled(count > 0)
        self.go.setText(ngettext("Clip", "Clip {count}", count) if count else _("Clip"))
        unread = any(
            line.strip() and not _of_line(line.strip()) for line in self.field.toPlainText().splitlines()
        )
        self.hint.setText(
            _("A line that is neither an address nor a saved page is left out.")
            if unread
            else _("One a line: Shift+Enter begins a new one, Enter clips.")
        )

    def _ask_files(self) -> None:
        asking = QFileDialog(self, _("Saved pages"))
        asking.setFileMode(QFileDialog.FileMode.ExistingFiles)
        endings = " ".join(f"*{ending}" for ending in sorted(PAGES))
        asking.setNameFilters([f"{_('Saved pages')} ({endings})", f"{_('All files')} (*)"])
        asking.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        asking.filesSelected.connect(self._add_files)
        asking.open()

    def _add_files(self, names: list[str]) -> None:
        there = self.field.toPlainText().rstrip()
        files = "\n".join(str(Path(name)) for name in names)
        self.field.setPlainText(f"{there}\n{files}".strip())

    def _lay_out(self, with_collection: bool) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(22, 20, 22, 18)
        column.setSpacing(6)
        label = named(QLabel(_("&Links")), "section")
        label.setBuddy(self.field)
        column.addWidget(label)
        column.addWidget(self.field)
        self.hint = named(QLabel(wordWrap=True), "faint")
        column.addWidget(self.hint)
        column.addSpacing(8)
        if with_collection:
            label = named(QLabel(_("&Into")), "section")
            label.setBuddy(self.where)
            column.addWidget(label)
            column.addWidget(self.where)
            column.addSpacing(8)
        self.where.setVisible(with_collection)
        row = QHBoxLayout()
        row.addWidget(self.files)
        row.addStretch(1)
        row.addWidget(self.cancel)
        row.addWidget(self.go)
        column.addLayout(row)


class _Addresses(QPlainTextEdit):
    """Several lines; Enter ends, Shift+Enter begins a new line."""

    done = Signal()

    def __init__(self) -> None:
        super().__init__(tabChangesFocus=True)
        self.setAccessibleName(_("Links"))
        self.setPlaceholderText("https://news.example/2026/03/harbour")
        self.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        self.setFixedHeight(7 * self.fontMetrics().lineSpacing() + 22)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        enter = event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter)
        if enter and not event.modifiers() & Qt.KeyboardModifier.ShiftModifier:
            self.done.emit()
        else:
            super().keyPressEvent(event)


def _of_line(line: str) -> list[str]:
    """What can be clipped of one line: a saved page, addresses, or an address whose https:// was left out."""
    file = QUrl(line).toLocalFile() if line.startswith("file:") else line
    if Path(file).suffix.lower() in PAGES and Path(file).is_absolute():
        return [str(Path(file))]
    return links(line) or ([f"https://{line}"] if _BARE.fullmatch(line) else [])
