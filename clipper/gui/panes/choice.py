"""A small field that floats: choose a collection or tag by typing, or name a new one."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QEvent, QObject, QPoint, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QLabel, QLineEdit, QListView, QVBoxLayout, QWidget

from clipper.gui.named import named
from clipper.i18n import _

WIDTH = 300
ROW = 30


class Choice(QFrame):
    """Type, arrows, Enter; Escape or a click elsewhere takes nothing."""

    def __init__(
        self,
        parent: QWidget,
        title: str,
        taken: Callable[[str], None],
        options: Sequence[tuple[str, str]] = (),
        *,
        new: str = "",
        text: str = "",
    ) -> None:
        """`options`: what is shown, what it stands for. `new`: words with {name} for a name not there."""
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("choice")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        self._window = parent.window()
        self._taken, self._options, self._new = taken, list(options), new
        self._shown: list[tuple[str, str]] = []
        self.field = named(QLineEdit(text), "", title)
        self.field.setPlaceholderText(title)
        self.field.selectAll()
        self._model = QStringListModel(self)
        self.list = named(QListView(uniformItemSizes=True), "", title)
        self.list.setModel(self._model)
        self.list.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.list.setEditTriggers(QListView.EditTrigger.NoEditTriggers)
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._lay_out(title)
        self.field.textChanged.connect(self._filter)
        self.field.installEventFilter(self)
        self.list.clicked.connect(lambda index: self._take(index.row()))
        self._filter(text)

    def open_at(self, point: QPoint) -> None:
        """Float at this point of the screen, but inside the screen."""
        self.adjustSize()
        room = self._window.geometry()
        left = min(max(point.x(), room.left() + 8), room.right() - self.width() - 8)
        self.move(left, min(point.y(), room.bottom() - self.height() - 8))
        self.show()
        self.field.setFocus(Qt.FocusReason.PopupFocusReason)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Arrows move in the list while the field keeps the focus."""
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress:
            step = {Qt.Key.Key_Down: 1, Qt.Key.Key_Up: -1}.get(Qt.Key(event.key()), 0)
            if step and self._shown:
                self._stand_on((self.list.currentIndex().row() + step) % len(self._shown))
                return True
            if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
                self._take(self.list.currentIndex().row())
                return True
        return super().eventFilter(watched, event)

    def _lay_out(self, title: str) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(10, 10, 10, 8)
        column.setSpacing(6)
        label = named(QLabel(title), "section")
        for each in (label, self.field, self.list):
            column.addWidget(each)
        self.setFixedWidth(WIDTH)

    def _filter(self, text: str) -> None:
        typed = text.strip()
        wanted = typed.casefold()
        self._shown = [each for each in self._options if wanted in each[0].casefold()]
        self._shown.sort(key=lambda each: not each[0].casefold().startswith(wanted))
        known = any(each[0].casefold() == wanted for each in self._options)
        if typed and self._new and not known:
            self._shown.append((self._new.format(name=typed), typed))
        self._model.setStringList([each[0] for each in self._shown])
        self.list.setVisible(bool(self._shown) and bool(self._options or self._new))
        self.list.setFixedHeight(min(8, len(self._shown)) * ROW + 2)
        self._stand_on(0)
        self.adjustSize()

    def _stand_on(self, row: int) -> None:
        if 0 <= row < len(self._shown):
            self.list.setCurrentIndex(self._model.index(row))

    def _take(self, row: int) -> None:
        typed = self.field.text().strip()
        if 0 <= row < len(self._shown):
            value = self._shown[row][1]
        elif typed and not self._options and not self._new:
            value = typed
        else:
            return
        self.close()
        self._taken(value)


def new_words(kind: str) -> str:
    """What the last line of a choice says of a name that is new."""
    return _("New tag “{name}”") if kind == "tag" else _("New collection “{name}”")
