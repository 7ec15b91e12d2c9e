"""The sidebar as Qt sees it: fixed places, the tree of collections, tags, the trash, each with its count."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field

from PySide6.QtCore import QAbstractItemModel, QModelIndex, QObject, QPersistentModelIndex, Qt

from clipper.article.clip import CollectionNode
from clipper.article.query import Scope
from clipper.gui.words import shown_path
from clipper.i18n import _
from clipper.operations.find import Sidebar

PLACE = int(Qt.ItemDataRole.UserRole) + 1
"""The Node of an index."""

Index = QModelIndex | QPersistentModelIndex


@dataclass(slots=True)
class Node:
    """One line of the sidebar. Without a scope it is a heading."""

    key: str
    title: str
    icon: str = ""
    scope: Scope | None = None
    count: int = 0
    parent: int = -1
    """Number of the node it hangs under; -1 at the top."""
    children: list[int] = field(default_factory=list)
    place: int = 0
    """Its position among its neighbours."""


class Places(QAbstractItemModel):
    """All that the sidebar lists."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._nodes: list[Node] = nodes(None)
        self._top = [number for number, node in enumerate(self._nodes) if node.parent < 0]

    def show_sidebar(self, sidebar: Sidebar) -> bool:
        """Show the library as it is now; True if lines came or went (the view must open them anew)."""
        new = nodes(sidebar)
        if [(each.key, each.parent) for each in new] == [(each.key, each.parent) for each in self._nodes]:
            self._update(new)
            return False
        self.beginResetModel()
        self._nodes = new
        self._top = [number for number, node in enumerate(new) if node.parent < 0]
        self.endResetModel()
        return True

    def index_of(self, scope: Scope) -> QModelIndex:
        """Where a place stands; invalid if it is gone."""
        for number, node in enumerate(self._nodes):
            if node.scope == scope:
                return self.createIndex(node.place, 0, number)
        return QModelIndex()

    def node(self, index: Index) -> Node | None:
        """The line of an index."""
        return self._nodes[index.internalId()] if index.isValid() else None

    def every(self) -> Iterator[tuple[QModelIndex, Node]]:
        """All lines, parents before children."""
        for number, node in enumerate(self._nodes):
            yield self.createIndex(node.place, 0, number), node

    def index(self, row: int, column: int, parent: Index = QModelIndex()) -> QModelIndex:  # noqa: B008
        """Qt's way down the tree."""
        under = self._nodes[parent.internalId()].children if parent.isValid() else self._top
        return (
            self.createIndex(row, 0, under[row]) if column == 0 and 0 <= row < len(under) else QModelIndex()
        )

    def parent(self, index: Index) -> QModelIndex:  # type: ignore[override]
        """Qt's way up the tree."""
        above = self._nodes[index.internalId()].parent if index.isValid() else -1
        return self.createIndex(self._nodes[above].place, 0, above) if above >= 0 else QModelIndex()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        """How many lines under this one."""
        return len(self._nodes[parent.internalId()].children if parent.isValid() else self._top)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008, ARG002
        """One."""
        return 1

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The node for the delegate; words for a screen reader."""
        node = self.node(index)
        if node is None:
            return None
        if role == PLACE:
            return node
        if role == Qt.ItemDataRole.DisplayRole:
            return node.title
        if role == Qt.ItemDataRole.AccessibleTextRole:
            if node.scope is None:
                return node.title
            return _("{place}, {count} clips").format(place=node.title, count=node.count)
        if role == Qt.ItemDataRole.ToolTipRole and node.scope and node.scope.place == "collection":
            return shown_path(node.scope.name or "")
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Headings are not chosen; clips may be dropped on collections, tags, the star and the trash."""
        node = self.node(index)
        if node is None:
            return Qt.ItemFlag.NoItemFlags
        if node.scope is None:
            return Qt.ItemFlag.ItemIsEnabled
        flags = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        if node.scope.place == "collection":
            flags |= Qt.ItemFlag.ItemIsDragEnabled
        return flags | Qt.ItemFlag.ItemIsDropEnabled

    def _update(self, new: list[Node]) -> None:
        for number, (old, node) in enumerate(zip(self._nodes, new, strict=True)):
            if (old.title, old.count) != (node.title, node.count):
                old.title, old.count = node.title, node.count
                here = self.createIndex(old.place, 0, number)
                self.dataChanged.emit(here, here)


def nodes(sidebar: Sidebar | None) -> list[Node]:
    """The lines of a sidebar, parents before children; without one: the fixed places, empty."""
    counts = sidebar.counts if sidebar else None
    made = [
        Node("all", _("All clips"), "all", Scope("all"), counts.all if counts else 0),
        Node("unfiled", _("Unfiled"), "unfiled", Scope("unfiled"), counts.unfiled if counts else 0),
        Node("starred", _("Starred"), "star", Scope("starred"), counts.starred if counts else 0),
        Node("unread", _("Unread"), "unread", Scope("unread"), counts.unread if counts else 0),
        Node("collections", _("Collections")),
    ]
    _hang(made, sidebar.collections if sidebar else ())
    if sidebar and sidebar.tags:
        made.append(Node("tags", _("Tags")))
        for tag in sidebar.tags:
            made.append(Node(f"tag:{tag.name}", tag.name, "tag", Scope("tag", tag.name), tag.count))
    made.append(Node("end", ""))
    made.append(Node("trash", _("Trash"), "trash", Scope("trash"), counts.trash if counts else 0))
    return _placed(made)


def _hang(made: list[Node], collections: tuple[CollectionNode, ...]) -> None:
    numbers: dict[int, int] = {}
    for each in collections:
        above = numbers.get(each.parent, -1) if each.parent is not None else -1
        numbers[each.id] = len(made)
        scope = Scope("collection", each.path)
        made.append(Node(f"collection:{each.path}", each.name, "collection", scope, each.count, above))


def _placed(made: list[Node]) -> list[Node]:
    top = 0
    for number, node in enumerate(made):
        if node.parent < 0:
            node.place = top
            top += 1
        else:
            node.place = len(made[node.parent].children)
            made[node.parent].children.append(number)
    return made
