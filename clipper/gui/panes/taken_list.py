"""The list of what was taken out of a page, in the details: for whoever reads plainly or looks it over."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QObject, QPointF, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QHBoxLayout,
    QListView,
    QPushButton,
    QStyle,
    QStyledItemDelegate,
    QStyleOptionViewItem,
    QVBoxLayout,
    QWidget,
)

from clipper.gui.icons import icon
from clipper.gui.models.clip_rows import Index
from clipper.gui.named import named
from clipper.gui.panes.taken_out import Piece, always_words
from clipper.gui.panes.text import Paragraph, draw_line
from clipper.gui.style import sans
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext

HEIGHT, LINE = 62, 16
SHOWN = 4
"""So many are seen at once; the rest is scrolled to."""
PIECE = Qt.ItemDataRole.UserRole
_ENTER = (Qt.Key.Key_Return, Qt.Key.Key_Enter)


class TakenList(QWidget):
    """One line that opens into the list, with two buttons under it; Enter brings the chosen piece back."""

    wished = Signal(object, bool)
    """The Piece that is to come back; or always, for the whole site."""

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self._theme = theme
        self._model = _Pieces(self)
        self._delegate = _Delegate(theme, self)
        self.head = named(QPushButton(), "quiet")
        self.head.setCheckable(True)
        self.head.setStyleSheet("padding-left: 0;")
        self.view = QListView()
        self.back = named(QPushButton(_("Bring back")), "link")
        self.always = named(QPushButton(_("Always for this site")), "link")
        self._inside = QWidget()
        self._lay_out()
        self._connect()
        self.set_theme(theme)

    def show_pieces(self, taken: Sequence[Piece]) -> None:
        """Show these."""
        if not self._model.show_pieces(tuple(taken)):
            return
        words = ngettext("{count} piece", "{count} pieces", len(taken))
        self.head.setText(words)
        self.head.setAccessibleName(_("What was taken out: {count}").format(count=words))
        self.view.setFixedHeight(HEIGHT * min(SHOWN, max(1, len(taken))) + 2)
        self._allow()

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self._theme = theme
        self._delegate.theme = theme
        self.view.viewport().update()
        self._turn_sign()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter on a piece."""
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent) and event.key() in _ENTER:
            self._wish(always=False)
            return True
        return super().eventFilter(watched, event)

    def _lay_out(self) -> None:
        self.view.setModel(self._model)
        self.view.setItemDelegate(self._delegate)
        self.view.setObjectName("taken_list")
        self.view.setAccessibleName(_("What was taken out"))
        self.view.setUniformItemSizes(True)
        self.view.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.view.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.view.installEventFilter(self)
        buttons = QHBoxLayout()
        buttons.setSpacing(2)
        buttons.addWidget(self.back)
        buttons.addWidget(self.always)
        buttons.addStretch(1)
        inside = QVBoxLayout(self._inside)
        inside.setContentsMargins(0, 4, 0, 0)
        inside.setSpacing(4)
        inside.addWidget(self.view)
        inside.addLayout(buttons)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.head, 0, Qt.AlignmentFlag.AlignLeft)
        column.addWidget(self._inside)
        self._inside.hide()

    def _connect(self) -> None:
        self.head.toggled.connect(self._inside.setVisible)
        self.head.toggled.connect(lambda _on: self._turn_sign())
        self.view.selectionModel().selectionChanged.connect(lambda *_which: self._allow())
        self.back.clicked.connect(lambda: self._wish(always=False))
        self.always.clicked.connect(lambda: self._wish(always=True))

    def _turn_sign(self) -> None:
        self.head.setIcon(
            icon("chevron-down" if self.head.isChecked() else "chevron-right", self._theme.soft)
        )

    def _allow(self) -> None:
        piece = self._chosen()
        self.back.setEnabled(piece is not None)
        self.always.setEnabled(piece is not None)
        if piece is not None:
            self.always.setText(always_words(piece))

    def _chosen(self) -> Piece | None:
        rows = self.view.selectionModel().selectedIndexes()
        piece: Piece | None = rows[0].data(PIECE) if rows else None
        return piece

    def _wish(self, *, always: bool) -> None:
        if (piece := self._chosen()) is not None:
            self.wished.emit(piece, always)


class _Pieces(QAbstractListModel):
    """The pieces as a model."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._pieces: tuple[Piece, ...] = ()

    def show_pieces(self, taken: tuple[Piece, ...]) -> bool:
        """Hold these; False where they are the same as before."""
        if taken == self._pieces:
            return False
        self.beginResetModel()
        self._pieces = taken
        self.endResetModel()
        return True

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008
        return 0 if parent.isValid() else len(self._pieces)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        piece = self._pieces[index.row()]
        if role == PIECE:
            return piece
        if role == Qt.ItemDataRole.ToolTipRole:
            return piece.text
        if role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
            return f"{piece.why}. {piece.text}"
        return None


class _Delegate(QStyledItemDelegate):
    """Why, and under it two lines of what it said."""

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        self.theme = theme

    def sizeHint(self, option: QStyleOptionViewItem, index: Index) -> QSize:  # noqa: ARG002
        return QSize(120, HEIGHT)

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        piece: Piece = index.data(PIECE)
        where: QRect = option.rect
        painter.save()
        if option.state & QStyle.StateFlag.State_Selected:
            painter.fillRect(where, QColor(self.theme.sel))
        painter.fillRect(where.left(), where.bottom(), where.width(), 1, QColor(self.theme.line))
        room = where.adjusted(8, 5, -8, -5)
        head = QRect(room.left(), room.top(), room.width(), LINE)
        draw_line(painter, head, piece.why, sans(11, QFont.Weight.DemiBold), self.theme.faint)
        said = Paragraph(piece.text[:200], sans(12), room.width(), most=2, step=LINE)
        said.draw(painter, QPointF(room.left(), room.top() + LINE + 2), self.theme.soft)
        painter.restore()
