"""The tree of the sidebar: how its lines look, and what may be dropped on them."""

from __future__ import annotations

from PySide6.QtCore import (
    QByteArray,
    QMimeData,
    QModelIndex,
    QPersistentModelIndex,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import (
    QColor,
    QDrag,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QFont,
    QFontMetrics,
    QKeyEvent,
    QMouseEvent,
    QPainter,
)
from PySide6.QtWidgets import (
    QAbstractItemView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QTreeView,
    QWidget,
)

from clipper.article.query import Scope
from clipper.gui import icons, links
from clipper.gui.models.clip_rows import MIME, numbers
from clipper.gui.models.places import PLACE, Node, Places
from clipper.gui.panes.text import draw_line
from clipper.gui.style import mixed, sans
from clipper.gui.theme import Theme
from clipper.gui.words import number
from clipper.i18n import _

COLLECTION_MIME = "application/x-clipper-collection"
"""A drag of a collection: its path."""
STEP = 16
"""Indent of one level."""
TAKES_CLIPS = {"collection", "tag", "starred", "trash"}

Index = QModelIndex | QPersistentModelIndex


class PlaceDelegate(QStyledItemDelegate):
    """Paints the sidebar's lines."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.target: Scope | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self._font, self._bold = sans(13), sans(13, QFont.Weight.DemiBold)
        self._count, self._label = sans(12), sans(11, QFont.Weight.DemiBold)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """A line is 28 high, a heading has room above it."""
        node: Node | None = index.data(PLACE)
        if node is not None and node.scope is None:
            return QSize(80, 38 if node.title else 12)
        return QSize(80, 28)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        node: Node | None = index.data(PLACE)
        if node is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        if node.scope is None:
            self._heading(painter, where, node)
        else:
            self._place(painter, option, where, node)
        painter.restore()

    def _heading(self, painter: QPainter, where: QRect, node: Node) -> None:
        box = QRect(where.left() + 8, where.bottom() - 22, where.width() - 16, 20)
        draw_line(painter, box, node.title, self._label, self._theme.faint)
        if node.key == "collections":
            icons.paint(painter, QRectF(plus_box(where)), "clip", self._theme.faint)

    def _place(self, painter: QPainter, option: QStyleOptionViewItem, where: QRect, node: Node) -> None:
        state = option.state
        chosen = bool(state & QStyle.StateFlag.State_Selected)
        self._ground(painter, option, where, node, chosen)
        colour = self._theme.accent if chosen else self._theme.soft
        if not node.children:  # else the arrow stands there
            icons.paint(painter, QRectF(where.left() + 8, where.top() + 6, 16, 16), node.icon, colour)
        count = number(node.count) if node.count else ""
        wide = QFontMetrics(self._count).horizontalAdvance(count)
        right = where.right() - 9
        at = QRect(right - wide, where.top(), wide + 1, where.height())
        draw_line(painter, at, count, self._count, self._theme.faint, align=Qt.AlignmentFlag.AlignRight)
        title = QRect(where.left() + 32, where.top(), right - wide - 10 - where.left() - 32, where.height())
        font = self._bold if chosen else self._font
        draw_line(painter, title, node.title, font, self._theme.ink)

    def _ground(
        self, painter: QPainter, option: QStyleOptionViewItem, where: QRect, node: Node, chosen: bool
    ) -> None:
        state = option.state
        ground = QRectF(0, where.top(), where.right() + 1, where.height()).adjusted(0.5, 0.5, -0.5, -0.5)
        painter.setPen(Qt.PenStyle.NoPen)
        if chosen:
            painter.setBrush(QColor(self._theme.sel))
            painter.drawRoundedRect(ground, 6, 6)
        elif state & QStyle.StateFlag.State_MouseOver:
            painter.setBrush(mixed(self._theme.ink, self._theme.side, 0.05))
            painter.drawRoundedRect(ground, 6, 6)
        if node.scope == self.target or state & QStyle.StateFlag.State_HasFocus:
            painter.setBrush(QColor(self._theme.sel) if node.scope == self.target else Qt.BrushStyle.NoBrush)
            painter.setPen(QColor(self._theme.accent))
            painter.drawRoundedRect(ground, 6, 6)


class PlaceView(QTreeView):
    """The tree itself."""

    clips_dropped = Signal(list, object, bool)
    """Numbers, Scope, whether they leave their other collections."""
    sources_dropped = Signal(list, object)
    collection_dropped = Signal(str, object)
    """Path, path of the one to hang it under (None: at the top)."""
    new_asked = Signal()
    rename_asked = Signal()
    delete_asked = Signal()

    def __init__(self, places: Places, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("places")
        self._places = places
        self._delegate = PlaceDelegate(theme, self)
        self._theme = theme
        self.setModel(places)
        self.setItemDelegate(self._delegate)
        self.setHeaderHidden(True)
        self.setIndentation(STEP)
        self.setRootIsDecorated(False)
        self.setExpandsOnDoubleClick(False)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDragEnabled(True)
        self.setAutoScroll(True)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Places"))

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self._delegate.set_theme(theme)
        self.viewport().update()

    def drawBranches(self, painter: QPainter, rect: QRect, index: Index) -> None:
        """Nothing: the arrows are part of the lines."""

    def drawRow(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The line, and an arrow where there is something below."""
        super().drawRow(painter, option, index)
        node = self._places.node(index)
        if node is not None and node.children:
            name = "chevron-down" if self.isExpanded(index) else "chevron-right"
            icons.paint(painter, QRectF(self._arrow(self.visualRect(index))), name, self._theme.soft)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """The arrow opens and closes, the plus makes a collection."""
        point = event.position().toPoint()
        index = self.indexAt(point)
        node = self._places.node(index)
        where = self.visualRect(index)
        if node and node.children and self._arrow(where).adjusted(-8, -7, 8, 7).contains(point):
            self.setExpanded(index, not self.isExpanded(index))
            return
        if node and node.key == "collections" and plus_box(where).adjusted(-5, -5, 5, 5).contains(point):
            self.new_asked.emit()
            return
        super().mousePressEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """F2 renames, Delete deletes."""
        if event.key() == Qt.Key.Key_F2:
            self.rename_asked.emit()
        elif event.key() == Qt.Key.Key_Delete:
            self.delete_asked.emit()
        else:
            super().keyPressEvent(event)

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002
        """A collection is dragged by its path."""
        node = self._places.node(self.currentIndex())
        if node is None or node.scope is None or node.scope.place != "collection":
            return
        drag, data = QDrag(self), QMimeData()
        data.setData(COLLECTION_MIME, QByteArray((node.scope.name or "").encode()))
        drag.setMimeData(data)
        drag.exec(Qt.DropAction.MoveAction)

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Clips, links and collections are welcome."""
        if _welcome(event.mimeData()):
            event.acceptProposedAction()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Shows where it would go."""
        super().dragMoveEvent(event)
        target = self._target(event)
        self._aim(target)
        if target is None:
            event.ignore()
        else:
            event.acceptProposedAction()

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """It went away again."""
        self._aim(None)
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Says what was dropped where."""
        target, data = self._target(event), event.mimeData()
        self._aim(None)
        self.stopAutoScroll()
        self.setState(QAbstractItemView.State.NoState)
        if target is None:
            return
        event.acceptProposedAction()
        if data.hasFormat(MIME):
            moved = bool(event.modifiers() & Qt.KeyboardModifier.ShiftModifier)
            self.clips_dropped.emit(numbers(data), target, moved)
        elif data.hasFormat(COLLECTION_MIME):
            path = bytes(data.data(COLLECTION_MIME).data()).decode()
            self.collection_dropped.emit(path, target.name)
        else:
            self.sources_dropped.emit(links.sources(data), target)

    def _target(self, event: QDropEvent) -> Scope | None:
        node = self._places.node(self.indexAt(event.position().toPoint()))
        data = event.mimeData()
        if data.hasFormat(COLLECTION_MIME):
            if node and node.key == "collections":
                return Scope("collection", None)
            return node.scope if node and node.scope and node.scope.place == "collection" else None
        if node is None or node.scope is None:
            return None
        takes = TAKES_CLIPS if data.hasFormat(MIME) else {"collection", "tag", "all", "unfiled"}
        return node.scope if node.scope.place in takes else None

    def _aim(self, target: Scope | None) -> None:
        if target != self._delegate.target:
            self._delegate.target = target
            self.viewport().update()

    def _arrow(self, where: QRect) -> QRect:
        return QRect(where.left() + 9, where.top() + 7, 14, 14)


def plus_box(where: QRect) -> QRect:
    """Where the plus of the heading stands."""
    return QRect(where.right() - 24, where.bottom() - 19, 14, 14)


def _welcome(data: QMimeData) -> bool:
    return data.hasFormat(MIME) or data.hasFormat(COLLECTION_MIME) or bool(links.sources(data))
