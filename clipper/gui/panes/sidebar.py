"""The sidebar: where to look, what can be dropped where, and the queue at its foot."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QItemSelectionModel, QModelIndex, QPoint, QSize, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QMenu, QProgressBar, QPushButton, QVBoxLayout, QWidget

from clipper.article.query import Scope
from clipper.gui.icons import icon
from clipper.gui.models.places import Node, Places
from clipper.gui.models.queue_rows import QueueCounts
from clipper.gui.named import named
from clipper.gui.panes.place_view import PlaceView
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext
from clipper.operations.find import Sidebar as Contents

WIDTH = 232


class Sidebar(QWidget):
    """All, Unfiled, Starred, Unread, the collections, the tags, the trash."""

    chosen = Signal(object)
    """Scope."""
    new_asked = Signal(object)
    """Scope that the new collection is to hang under."""
    rename_asked = Signal(object)
    delete_asked = Signal(object)
    lift_asked = Signal(object)
    """A collection is to hang at the top."""
    queue_asked = Signal()

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidebar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._theme = theme
        self._folded: set[str] = set()
        self._scope = Scope()
        self.places = Places(self)
        self.view = PlaceView(self.places, theme, self)
        self.foot = QueueFoot(self)
        self._connect()
        column = QVBoxLayout(self)
        column.setContentsMargins(8, 10, 8, 0)
        column.setSpacing(6)
        column.addWidget(self.view, 1)
        column.addWidget(self.foot)
        self.select(self._scope)

    @property
    def scope(self) -> Scope:
        """The place that is chosen."""
        return self._scope

    @property
    def folded(self) -> tuple[str, ...]:
        """Paths of the collections that are closed."""
        return tuple(sorted(self._folded))

    def fold(self, paths: Sequence[str]) -> None:
        """Close these collections."""
        self._folded = set(paths)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self.view.set_theme(theme)

    def show_contents(self, contents: Contents) -> None:
        """Show the library as it is now; the place stays chosen if it is still there."""
        if self.places.show_sidebar(contents):
            self._open()
        if self.places.index_of(self._scope).isValid():
            self.select(self._scope)
        else:
            self._go(Scope())

    def select(self, scope: Scope) -> None:
        """Mark a place as the chosen one, without saying so to anybody."""
        self._scope = scope
        index = self.places.index_of(scope)
        model = self.view.selectionModel()
        if index.isValid() and model.currentIndex() != index:
            model.setCurrentIndex(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def expect(self, scope: Scope) -> None:
        """The chosen place has this name from the next reading on."""
        self._scope = scope

    def _connect(self) -> None:
        self.view.selectionModel().currentChanged.connect(self._current)
        self.view.customContextMenuRequested.connect(self._menu)
        self.view.collapsed.connect(lambda index: self._fold(index, shut=True))
        self.view.expanded.connect(lambda index: self._fold(index, shut=False))
        self.view.new_asked.connect(lambda: self.new_asked.emit(Scope("collection", None)))
        self.view.rename_asked.connect(lambda: self._of_name(self.rename_asked))
        self.view.delete_asked.connect(lambda: self._of_name(self.delete_asked))
        self.foot.clicked.connect(self.queue_asked)

    def _current(self, index: QModelIndex) -> None:
        node = self.places.node(index)
        if node and node.scope and node.scope != self._scope:
            self._go(node.scope)

    def _go(self, scope: Scope) -> None:
        self.select(scope)
        self.chosen.emit(scope)

    def _open(self) -> None:
        for index, node in self.places.every():
            if node.children and node.scope:
                self.view.setExpanded(index, node.scope.name not in self._folded)

    def _fold(self, index: QModelIndex, *, shut: bool) -> None:
        node = self.places.node(index)
        if node and node.scope and node.scope.name:
            (self._folded.add if shut else self._folded.discard)(node.scope.name)

    def _of_name(self, signal: object) -> None:
        if self._scope.place in ("collection", "tag"):
            signal.emit(self._scope)  # type: ignore[attr-defined]

    def _menu(self, point: QPoint) -> None:
        node = self.places.node(self.view.indexAt(point))
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._entries(menu, node)
        menu.popup(self.view.viewport().mapToGlobal(point))

    def _entries(self, menu: QMenu, node: Node | None) -> None:
        soft = self._theme.soft
        scope = node.scope if node else None
        under = scope if scope and scope.place == "collection" else Scope("collection", None)
        words = _("New collection inside…") if under.name else _("New collection…")
        menu.addAction(icon("new-collection", soft), words, lambda: self.new_asked.emit(under))
        if scope is None or scope.place not in ("collection", "tag"):
            return
        menu.addAction(icon("rename", soft), _("Rename…"), lambda: self.rename_asked.emit(scope))
        if scope.place == "collection" and node and node.parent >= 0:
            menu.addAction(
                icon("move", soft), _("Move to the top level"), lambda: self.lift_asked.emit(scope)
            )
        menu.addSeparator()
        what = _("Delete the collection") if scope.place == "collection" else _("Delete the tag")
        menu.addAction(icon("trash", soft), what, lambda: self.delete_asked.emit(scope))


class QueueFoot(QPushButton):
    """One line on the queue, with its progress; a click shows the queue."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("queue_foot")
        self._words = QLabel()
        self._failed = named(QLabel(), "faint")
        self._line = QProgressBar(textVisible=False)
        for each in (self._words, self._failed, self._line):
            each.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
        top = QHBoxLayout()
        top.addWidget(self._words, 1)
        top.addWidget(self._failed)
        column = self._column = QVBoxLayout(self)
        column.setContentsMargins(8, 9, 8, 12)
        column.setSpacing(8)
        column.addLayout(top)
        column.addWidget(self._line)
        self.hide()

    def sizeHint(self) -> QSize:
        """By its layout: a button's own hint knows its text only."""
        return self._column.sizeHint()

    def show_counts(self, counts: QueueCounts) -> None:
        """Show how far the queue is; nothing where it is empty."""
        self.setVisible(bool(counts.waiting or counts.failed))
        failed = ngettext("{count} failed", "{count} failed", counts.failed) if counts.failed else ""
        if counts.waiting:
            done = min(counts.done + 1, counts.total)
            self._words.setText(_("Clipping {done} of {total}").format(done=done, total=counts.total))
            self._failed.setText(failed)
        else:
            self._words.setText(failed)
            self._failed.setText(_("Show"))
        self._line.setVisible(bool(counts.waiting))
        self._line.setRange(0, max(1, counts.total))
        self._line.setValue(counts.done)
        self.setAccessibleName(f"{self._words.text()}, {self._failed.text()}")
