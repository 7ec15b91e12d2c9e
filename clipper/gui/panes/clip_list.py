"""The list: what is being clipped now, then the clips of a place or the hits of a search."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QItemSelection, QItemSelectionModel, QPoint, QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QDrag, QPainter, QPixmap, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHBoxLayout, QLabel, QListView, QVBoxLayout, QWidget

from clipper.article.clip import ClipId
from clipper.article.query import Hit
from clipper.gui.background import Background
from clipper.gui.models.clip_rows import ROW, ClipRows
from clipper.gui.models.queue_rows import QueueCounts, QueueRows
from clipper.gui.models.settle import following
from clipper.gui.models.thumbnails import Thumbnails
from clipper.gui.named import named
from clipper.gui.panes.clip_row import ClipDelegate
from clipper.gui.panes.queue_row import HEIGHT as LINE_HEIGHT
from clipper.gui.panes.queue_row import QueueView
from clipper.gui.panes.text import draw_line
from clipper.gui.style import sans
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext

WIDTH = 400
WIPE_MS = 60


class ClipView(QListView):
    """The clips; drags them by a small card."""

    def __init__(self, rows: ClipRows, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self._theme = theme
        self.setModel(rows)
        mode = QAbstractItemView
        self.setSelectionMode(mode.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(mode.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)
        self.setMouseTracking(True)
        self.setDragEnabled(True)
        self.setDragDropMode(mode.DragDropMode.DragOnly)
        self.setContextMenuPolicy(Qt.ContextMenuPolicy.CustomContextMenu)
        self.setAccessibleName(_("Clips"))
        self._empty_title, self._empty_words = QLabel(), QLabel()
        self._empty = _centred(
            named(self._empty_title, "empty_title"), named(self._empty_words, "empty_words")
        )
        self._empty.setParent(self)
        self._empty.hide()

    def say_empty(self, title: str, words: str) -> None:
        """What stands there where there are no clips. The list stays below it, and keeps the keys."""
        self._empty_title.setText(title)
        self._empty_words.setText(words)
        self._empty.setVisible(bool(title))
        self.setAccessibleDescription(f"{title}. {words}" if title else "")

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The words stay in the middle."""
        super().resizeEvent(event)
        self._empty.setGeometry(self.rect())

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme

    def keyboardSearch(self, search: str) -> None:
        """Letters are keys of actions here, not of a search."""

    def startDrag(self, supported: Qt.DropAction) -> None:  # noqa: ARG002
        """Drag what is selected."""
        indexes = sorted(self.selectedIndexes(), key=lambda each: each.row())
        if not indexes:
            return
        drag = QDrag(self)
        drag.setMimeData(self.model().mimeData(indexes))
        row = indexes[0].data(ROW)
        words = (row.title or row.url) if row and len(indexes) == 1 else ""
        words = words or ngettext("{count} clip", "{count} clips", len(indexes))
        drag.setPixmap(_card(words, self._theme, self.devicePixelRatioF()))
        drag.setHotSpot(QPoint(-12, -8))
        actions = Qt.DropAction
        # Without a compositor the card would leave its traces on the window: they are painted over.
        wipe = QTimer(interval=WIPE_MS)
        wipe.timeout.connect(self.window().update)
        wipe.start()
        drag.exec(actions.CopyAction | actions.MoveAction | actions.LinkAction, actions.CopyAction)
        wipe.stop()
        self.window().update()


class ClipList(QWidget):
    """The middle pane."""

    selected = Signal(list)
    """Numbers of the clips that are selected, the current one first."""
    opened = Signal(object)
    """Enter or a double click: the reader is wanted."""
    menu_asked = Signal(QPoint)

    def __init__(
        self, background: Background, queue_rows: QueueRows, theme: Theme, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self.setObjectName("list_pane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.rows = ClipRows(background, self)
        self.thumbnails = Thumbnails(background, self)
        self.view = ClipView(self.rows, theme, self)
        self._delegate = ClipDelegate(self.thumbnails, theme, self.view)
        self.view.setItemDelegate(self._delegate)
        self.queue = QueueView(queue_rows, theme, self)
        self._now = named(QLabel(_("Clipping now")), "section")
        self.head = QLabel()
        self._settled = QTimer(self, singleShot=True, interval=0)
        self._settled.timeout.connect(self._say)
        self._wanted: ClipId | None = None
        self._scroll: int | None = None
        self._lay_out()
        self._connect()
        self.show_counts(QueueCounts(0, 0, 0))

    @property
    def ids(self) -> list[ClipId]:
        """Numbers of what is selected, in the order of the list."""
        places = sorted(each.row() for each in self.view.selectionModel().selectedIndexes())
        return [self.rows.ids[place] for place in places]

    @property
    def current(self) -> ClipId | None:
        """The clip that the keys stand on."""
        return self.rows.id_at(self.view.currentIndex())

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._delegate.set_theme(theme)
        self.view.set_theme(theme)
        self.queue.set_theme(theme)
        self.view.viewport().update()

    def show_ids(
        self, ids: Sequence[ClipId], hits: Mapping[int, Hit], words: str, *, anew: bool = False
    ) -> None:
        """Show these clips; the selection stays. `anew`: another place or search, from its top."""
        before = self.ids
        follower = following(self.rows.ids, before, ids)
        self._delegate.set_words(words)
        kept = self.rows.show_ids(ids, hits)
        if not kept:
            self._select_again([] if anew else before)
        elif follower is not None:
            self.choose(follower)  # what was selected is gone: the keys go on from its place
        if anew and self._wanted is None:
            self.view.scrollToTop()
        if self._wanted is not None and self.rows.index_of(self._wanted).isValid():
            wanted, self._wanted = self._wanted, None
            self.choose(wanted)
        if self._scroll is not None and ids:
            self.view.verticalScrollBar().setValue(self._scroll)
            self._scroll = None
        self._settled.start()

    def choose(self, clip: ClipId) -> None:
        """Select this one clip and bring it into view."""
        index = self.rows.index_of(clip)
        if index.isValid():
            self.view.setCurrentIndex(index)
            self.view.scrollTo(index)

    def expect(self, clip: ClipId | None, scroll: int | None = None) -> None:
        """Select this clip as soon as it is in the list."""
        self._wanted, self._scroll = clip, scroll

    def show_counts(self, counts: QueueCounts) -> None:
        """Room for what is being clipped, but never more than half of the pane."""
        lines = self.queue.model().rowCount()
        self.queue.show_counts(counts)
        self._now.setVisible(lines > 0)
        self.queue.setVisible(lines > 0)
        self._now.setText(_("Clipping now") if counts.waiting else _("Could not be clipped"))
        self._fit(lines)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The queue's part stays in proportion."""
        super().resizeEvent(event)
        self._fit(self.queue.model().rowCount())

    def _fit(self, lines: int) -> None:
        most = max(2 * LINE_HEIGHT, (self.height() - 80) // 2)
        wanted = sum(self.queue.sizeHintForRow(row) for row in range(min(lines, 20)))
        self.queue.setFixedHeight(min(wanted, most - most % LINE_HEIGHT + LINE_HEIGHT // 2))

    def _select_again(self, ids: Sequence[ClipId]) -> None:
        chosen = QItemSelection()
        indexes = [index for each in ids if (index := self.rows.index_of(each)).isValid()]
        for index in indexes:
            chosen.select(index, index)
        model = self.view.selectionModel()
        if indexes:
            model.setCurrentIndex(indexes[0], QItemSelectionModel.SelectionFlag.NoUpdate)
        model.select(chosen, QItemSelectionModel.SelectionFlag.ClearAndSelect)

    def _say(self) -> None:
        self.selected.emit(self.ids)

    def _connect(self) -> None:
        self.view.selectionModel().selectionChanged.connect(lambda *_: self._settled.start())
        self.view.activated.connect(lambda index: self.opened.emit(self.rows.id_at(index)))
        self.view.customContextMenuRequested.connect(
            lambda point: self.menu_asked.emit(self.view.viewport().mapToGlobal(point))
        )
        self.thumbnails.came.connect(self.view.viewport().update)

    def _lay_out(self) -> None:
        head = named(QWidget(), "list_head")
        head.setFixedHeight(36)
        row = QHBoxLayout(head)
        row.setContentsMargins(14, 0, 14, 0)
        row.addWidget(self.head, 1)
        self._now.setContentsMargins(14, 10, 14, 4)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self._now, self.queue, head):
            column.addWidget(each)
        column.addWidget(self.view, 1)


def _centred(*labels: QLabel) -> QWidget:
    box = QWidget()
    box.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)
    column = QVBoxLayout(box)
    column.setContentsMargins(36, 0, 36, 60)
    column.setSpacing(8)
    column.addStretch(1)
    for label in labels:
        label.setWordWrap(True)
        label.setAlignment(Qt.AlignmentFlag.AlignCenter)
        column.addWidget(label)
    column.addStretch(1)
    return box


def _card(words: str, theme: Theme, ratio: float) -> QPixmap:
    size = QSize(260, 34)
    card = QPixmap(size * ratio)
    card.setDevicePixelRatio(ratio)
    card.fill(Qt.GlobalColor.transparent)
    painter = QPainter(card)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    painter.setPen(QColor(theme.accent))
    painter.setBrush(QColor(theme.read))
    painter.drawRoundedRect(QRect(0, 0, 259, 33), 6, 6)
    draw_line(painter, QRect(12, 0, 236, 34), words, sans(13), theme.ink)
    painter.end()
    return card
