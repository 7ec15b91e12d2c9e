"""How a line of the queue looks, and its parts that can be clicked; the view that holds them."""

from __future__ import annotations

from PySide6.QtCore import (
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QPointF,
    QRect,
    QRectF,
    QSize,
    Qt,
    Signal,
)
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QMouseEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QListView,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QWidget,
)

from clipper.gui import icons
from clipper.gui.models.queue_rows import LINE, Line, QueueCounts, QueueRows, state_words
from clipper.gui.panes.text import Paragraph, draw_line
from clipper.gui.style import mixed, sans, serif
from clipper.gui.theme import Theme
from clipper.gui.words import host
from clipper.i18n import _

HEIGHT = 66
STEP = 16
"""Height of a line of the reason."""
START, END = 30, 14

Index = QModelIndex | QPersistentModelIndex


class QueueDelegate(QStyledItemDelegate):
    """Paints lines of the queue."""

    def __init__(self, theme: Theme, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self.pointed: tuple[int, str] | None = None
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self._small, self._address, self._link = sans(12), serif(14), sans(12, QFont.Weight.Medium)

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        """A reason that needs two lines makes its row higher."""
        line: Line | None = index.data(LINE)
        width = self._view.viewport().width()
        return QSize(
            200, HEIGHT + (self._reason(line, width).lines - 1) * STEP if line and line.failed else HEIGHT
        )

    def parts(self, where: QRect, line: Line) -> list[tuple[str, QRect, str]]:
        """Name, place and words of what can be clicked, from the right."""
        named = [("cancel", _("Remove") if line.failed else _("Cancel"))]
        named += [("retry", _("Try again"))] if line.failed else []
        made, right = [], where.right() - END + 1
        for name, words in named:
            wide = QFontMetrics(self._link).horizontalAdvance(words) + 4
            made.append((name, QRect(right - wide, where.bottom() - 34, wide, 22), words))
            right -= wide + 12
        return made

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """Draw one line."""
        line: Line | None = index.data(LINE)
        if line is None:
            return
        painter.save()
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        where: QRect = option.rect
        self._ground(painter, option, where)
        (self._failure if line.failed else self._running)(painter, where, line)
        parts = self.parts(where, line)
        room = QRect(
            where.left() + START, where.bottom() - 33, parts[-1][1].left() - where.left() - START - 14, 20
        )
        middle = Qt.TextElideMode.ElideMiddle
        draw_line(painter, room, _bare(line.waiting.source), self._address, self._theme.soft, elide=middle)
        for name, box, words in parts:
            pointed = self.pointed == (index.row(), name)
            colour = self._theme.accent if name == "retry" or pointed else self._theme.soft
            draw_line(painter, box, words, self._link, colour)
        painter.restore()

    def _ground(self, painter: QPainter, option: QStyleOptionViewItem, where: QRect) -> None:
        state = option.state
        if state & QStyle.StateFlag.State_Selected and state & QStyle.StateFlag.State_Active:
            painter.fillRect(where, mixed(self._theme.ink, self._theme.list, 0.04))
        painter.fillRect(where.left(), where.bottom(), where.width(), 1, QColor(self._theme.line))
        if state & QStyle.StateFlag.State_HasFocus:
            painter.fillRect(where.left(), where.top(), 3, where.height() - 1, QColor(self._theme.accent))

    def _failure(self, painter: QPainter, where: QRect, line: Line) -> None:
        icons.paint(
            painter, QRectF(where.left() + START, where.top() + 11, 14, 14), "warning", self._theme.accent
        )
        reason = self._reason(line, where.width())
        reason.draw(painter, QPointF(where.left() + START + 20, where.top() + 10), self._theme.accent)

    def _reason(self, line: Line, width: int) -> Paragraph:
        return Paragraph(state_words(line), self._small, width - START - END - 20, most=2, step=STEP)

    def _running(self, painter: QPainter, where: QRect, line: Line) -> None:
        words = state_words(line)
        wide = QFontMetrics(self._small).horizontalAdvance(words) + 2
        right = QRect(where.right() - END - wide + 1, where.top() + 10, wide, 16)
        draw_line(painter, right, words, self._small, self._theme.faint, align=Qt.AlignmentFlag.AlignRight)
        left = QRect(where.left() + START, where.top() + 10, right.left() - where.left() - START - 10, 16)
        draw_line(painter, left, host(line.waiting.source), self._small, self._theme.soft)
        if line.waiting.running:
            track = QRectF(where.left() + START, where.bottom() - 7, where.width() - START - END, 2)
            painter.fillRect(track, QColor(self._theme.line))
            track.setWidth(track.width() * max(0.04, line.share))
            painter.fillRect(track, QColor(self._theme.accent))


class QueueView(QListView):
    """A list of the queue's lines; says which part of which line was taken."""

    cancel_asked = Signal(list)
    retry_asked = Signal(list)

    def __init__(self, rows: QueueRows, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows = rows
        self._delegate = QueueDelegate(theme, self)
        self._pressed: tuple[int, str] | None = None
        self.setModel(rows)
        self.setItemDelegate(self._delegate)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setMouseTracking(True)
        self.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setAccessibleName(_("Queue"))

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._delegate.set_theme(theme)
        self.viewport().update()

    def show_counts(self, counts: QueueCounts) -> None:
        """Without failures all rows are equally high, and sixty of them are laid out at no cost."""
        self.setUniformItemSizes(counts.failed == 0)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Remembers the part."""
        self._pressed = self._part(event.position().toPoint())
        if self._pressed is None:
            super().mousePressEvent(event)

    def mouseReleaseEvent(self, event: QMouseEvent) -> None:
        """A part is taken where press and release meet."""
        part = self._part(event.position().toPoint())
        if part is not None and part == self._pressed:
            self._take(part[1], [self._rows.lines[part[0]]])
        self._pressed = None
        super().mouseReleaseEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """A hand over what can be clicked."""
        self._point(self._part(event.position().toPoint()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Nothing is pointed at."""
        self._point(None)
        super().leaveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter tries again, Delete takes out."""
        chosen = [self._rows.lines[each.row()] for each in self.selectionModel().selectedIndexes()]
        if chosen and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_R):
            self._take("retry", [line for line in chosen if line.failed])
        elif chosen and event.key() in (Qt.Key.Key_Delete, Qt.Key.Key_Backspace):
            self._take("cancel", chosen)
        else:
            super().keyPressEvent(event)

    def part_place(self, row: int, name: str) -> QPoint:
        """Where a part can be clicked, in the view's coordinates."""
        index = self._rows.index(row)
        where = self.visualRect(index)
        boxes = {part: box for part, box, _words in self._delegate.parts(where, self._rows.lines[row])}
        return boxes[name].center()

    def _take(self, name: str, lines: list[Line]) -> None:
        ids = [line.id for line in lines]
        if ids:
            (self.cancel_asked if name == "cancel" else self.retry_asked).emit(ids)

    def _part(self, point: QPoint) -> tuple[int, str] | None:
        index = self.indexAt(point)
        line = self._rows.line_at(index)
        if line is None:
            return None
        for name, box, _words in self._delegate.parts(self.visualRect(index), line):
            if box.adjusted(-6, -4, 6, 6).contains(point):
                return index.row(), name
        return None

    def _point(self, part: tuple[int, str] | None) -> None:
        if part != self._delegate.pointed:
            self._delegate.pointed = part
            hand = Qt.CursorShape.PointingHandCursor if part else Qt.CursorShape.ArrowCursor
            self.viewport().setCursor(hand)
            self.viewport().update()


def _bare(source: str) -> str:
    return source.removeprefix("https://").removeprefix("http://")
