"""The one bar: Clip, the one field, and what can be done with the selection."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QPoint, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLineEdit, QMenu, QPushButton, QToolButton, QWidget

from clipper.article.query import Scope
from clipper.gui import links
from clipper.gui.actions import BAR, Actions, deed, tip
from clipper.gui.icons import icon, pixmap
from clipper.gui.named import named
from clipper.gui.theme import Theme
from clipper.gui.words import last_part
from clipper.i18n import _

TYPING_MS = 90
"""A search starts when no key came for this long: two letters of a quick typist are one search."""
SHORT: dict[str, str] = {"star": "", "tag": "Tag", "move": "Move", "export": "Press review…"}


class Field(QFrame):
    """The one field: words search while they are typed, a link is clipped with Enter."""

    searched = Signal(str)
    links_given = Signal(list)
    everywhere_asked = Signal()
    """Search in all clips, not in the chosen place only."""
    left = Signal()
    """Arrow down or Enter: on to the list."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("field")
        self._sign = QLabel()
        self.everywhere = named(QToolButton(), "chip")
        self.everywhere.setToolButtonStyle(Qt.ToolButtonStyle.ToolButtonTextBesideIcon)
        self.everywhere.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
        self.everywhere.setIconSize(QSize(10, 10))
        self.everywhere.clicked.connect(self.everywhere_asked)
        self.edit = named(QLineEdit(), "", _("Search, or clip a link"))
        self.edit.setPlaceholderText(_("Search, or paste a link to clip"))
        self.edit.setAcceptDrops(False)
        self._said = QLabel()
        self.clear = named(QToolButton(), "quiet", _("Clear the search"))
        self.clear.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.clear.clicked.connect(self.empty)
        self._scope = Scope()
        self._timer = QTimer(self, singleShot=True, interval=TYPING_MS)
        self._timer.timeout.connect(lambda: self.searched.emit(self.words))
        self.edit.textChanged.connect(self._typed)
        self.edit.installEventFilter(self)
        self._lay_out()
        self._typed("")
        self._timer.stop()

    @property
    def words(self) -> str:
        """What is searched for; nothing while a link stands there."""
        text = self.edit.text().strip()
        return "" if links.is_links(text) else text

    def set_theme(self, theme: Theme) -> None:
        """Colour the signs."""
        self._sign.setPixmap(pixmap("search", theme.faint, ratio=self.devicePixelRatioF()))
        self.clear.setIcon(icon("close", theme.soft))
        self.everywhere.setIcon(icon("close", theme.soft))

    def set_scope(self, scope: Scope) -> None:
        """Show where is searched."""
        self._scope = scope
        self._show_chip()

    def say(self, words: str) -> None:
        """At the end of the field: how many were found, or what Enter does with a link."""
        self._said.setText(_("Enter clips it") if links.is_links(self.edit.text()) else words)

    def restore(self, words: str) -> None:
        """Put words in without searching."""
        self.edit.setText(words)
        self._timer.stop()

    def empty(self) -> None:
        """No search."""
        self.edit.clear()
        self.edit.setFocus(Qt.FocusReason.OtherFocusReason)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A click anywhere in it is one into the text."""
        self.edit.setFocus(Qt.FocusReason.MouseFocusReason)
        super().mousePressEvent(event)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Focus colours the frame; Enter and arrow down have a meaning."""
        if event.type() in (QEvent.Type.FocusIn, QEvent.Type.FocusOut):
            self.setProperty("active", event.type() == QEvent.Type.FocusIn)
            self.style().unpolish(self)
            self.style().polish(self)
        if isinstance(event, QKeyEvent) and event.type() == QEvent.Type.KeyPress and self._key(event):
            return True
        return super().eventFilter(watched, event)

    def _key(self, event: QKeyEvent) -> bool:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            return self._enter()
        if event.key() == Qt.Key.Key_Down:
            self.left.emit()
            return True
        return False

    def _enter(self) -> bool:
        text = self.edit.text()
        if links.is_links(text):
            self.links_given.emit(links.links(text))
            self.edit.clear()
        else:
            self.left.emit()
        return True

    def _typed(self, text: str) -> None:
        self.clear.setVisible(bool(text))
        if not text or links.is_links(text):
            self.say("")
        self._show_chip()
        self._timer.start()

    def _show_chip(self) -> None:
        shown = bool(self.words) and self._scope.place != "all"
        self.everywhere.setVisible(shown)
        if shown:
            name = place_words(self._scope)
            self.everywhere.setText(_("in: {place}").format(place=name))
            self.everywhere.setAccessibleName(_("Search everywhere, not only in {place}").format(place=name))
            self.everywhere.setToolTip(self.everywhere.accessibleName())

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 0, 5, 0)
        row.setSpacing(7)
        row.addWidget(self._sign)
        row.addWidget(self.everywhere)
        row.addWidget(self.edit, 1)
        row.addWidget(self._said)
        row.addWidget(self.clear)
        self.setFixedHeight(32)


class Bar(QWidget):
    """Clip, field, buttons."""

    def __init__(self, actions: Actions, menu: QMenu, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self._actions = actions
        self._menu = menu
        self.clip = named(QPushButton(_("Clip")), "primary")
        self.clip.clicked.connect(actions["clip"].trigger)
        self.clip.setToolTip(tip(deed("clip")))
        self.field = Field(self)
        self.buttons = {name: self._button(name) for name in BAR}
        self.more = named(QToolButton(), "tool", _("More"))
        self.more.setToolTip(_("More"))
        self.more.clicked.connect(self._open_menu)
        self.more.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._lay_out()

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self.clip.setIcon(icon("clip", theme.on_accent))
        self.more.setIcon(icon("more", theme.ink))
        self.buttons["star"].setIcon(icon("star", theme.ink, theme.line))
        self.field.set_theme(theme)

    def show_starred(self, theme: Theme, *, starred: bool) -> None:
        """The star is filled where all that is selected is starred."""
        name, colour = ("star-filled", theme.accent) if starred else ("star", theme.ink)
        self.buttons["star"].setIcon(icon(name, colour, theme.line))

    def narrow(self, *, on: bool) -> None:
        """In a narrow window the buttons with words go to the menu."""
        for name in ("tag", "move"):
            self.buttons[name].setVisible(not on)

    def _open_menu(self) -> None:
        """Below its button, right edges together. Not `setMenu`: that one runs a loop of its own."""
        corner = self.more.mapToGlobal(self.more.rect().bottomRight())
        self._menu.popup(corner - QPoint(self._menu.sizeHint().width(), -4))

    def _button(self, name: str) -> QToolButton:
        action = self._actions[name]
        button = named(QToolButton(), "tool", _(deed(name).words).rstrip("…"))
        words = _(SHORT[name]) if SHORT[name] else ""
        button.setText(words)
        button.setProperty("words", "true" if words else "false")
        button.setToolTip(tip(deed(name)))
        button.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        button.setEnabled(action.isEnabled())
        button.clicked.connect(action.trigger)
        action.enabledChanged.connect(button.setEnabled)
        return button

    def _lay_out(self) -> None:
        row = QHBoxLayout(self)
        row.setContentsMargins(12, 9, 12, 9)
        row.setSpacing(8)
        row.addWidget(self.clip)
        row.addWidget(self.field, 1)
        for button in self.buttons.values():
            row.addWidget(button)
        row.addWidget(self.more)


def place_words(scope: Scope) -> str:
    """A place's name as the window says it."""
    fixed = {
        "all": _("All clips"),
        "unfiled": _("Unfiled"),
        "starred": _("Starred"),
        "unread": _("Unread"),
        "trash": _("Trash"),
    }
    if scope.place == "collection":
        return last_part(scope.name or "")
    return scope.name or "" if scope.place == "tag" else fixed[scope.place]
