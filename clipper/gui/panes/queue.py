"""The queue in a pane of its own: every line in its order, cancel one, cancel all, try again."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QPushButton, QToolButton, QVBoxLayout, QWidget

from clipper.gui.icons import icon
from clipper.gui.models.queue_rows import QueueCounts, QueueRows
from clipper.gui.named import named
from clipper.gui.panes.queue_row import QueueView
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext


class QueuePane(QWidget):
    """Stands in the place of the list while it is open."""

    closed = Signal()
    cancel_asked = Signal(list)
    retry_asked = Signal(list)

    def __init__(self, rows: QueueRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("queue_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._rows = rows
        self._back = named(QToolButton(), "quiet", _("Back to the list"))
        self._back.setToolTip(_("Back to the list"))
        self._title = named(QLabel(_("Queue")), "pane_title")
        self.retry_all = named(QPushButton(_("Try all again")), "link")
        self.cancel_all = named(QPushButton(_("Cancel all")), "link")
        self._empty = named(QLabel(_("Nothing is being clipped.")), "empty_words")
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.view = QueueView(rows, theme, self)
        self._connect()
        self._lay_out()
        self.set_theme(theme)
        self.show_counts(QueueCounts(0, 0, 0))

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._back.setIcon(icon("chevron-left", theme.soft))
        self.view.set_theme(theme)

    def show_counts(self, counts: QueueCounts) -> None:
        """Say how many wait and how many failed."""
        parts = [ngettext("{count} waiting", "{count} waiting", counts.waiting)] if counts.waiting else []
        parts += [ngettext("{count} failed", "{count} failed", counts.failed)] if counts.failed else []
        self._title.setText(" · ".join([_("Queue"), *parts]))
        self.view.show_counts(counts)
        self.retry_all.setVisible(counts.failed > 0)
        self.cancel_all.setEnabled(bool(counts.waiting or counts.failed))
        self._empty.setVisible(not self._rows.lines)
        self.view.setVisible(bool(self._rows.lines))

    def _connect(self) -> None:
        self._back.clicked.connect(self.closed)
        self.view.cancel_asked.connect(self.cancel_asked)
        self.view.retry_asked.connect(self.retry_asked)
        self.cancel_all.clicked.connect(
            lambda: self.cancel_asked.emit([each.id for each in self._rows.lines])
        )
        self.retry_all.clicked.connect(
            lambda: self.retry_asked.emit([each.id for each in self._rows.lines if each.failed])
        )

    def _lay_out(self) -> None:
        head = named(QWidget(), "list_head")
        head.setFixedHeight(36)
        row = QHBoxLayout(head)
        row.setContentsMargins(8, 0, 8, 0)
        row.addWidget(self._back)
        row.addWidget(self._title, 1)
        row.addWidget(self.retry_all)
        row.addWidget(self.cancel_all)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(head)
        column.addWidget(self._empty, 1)
        column.addWidget(self.view, 1)
