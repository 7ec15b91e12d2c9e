"""The menu at the end of the bar and the one on clips, made of the table of actions."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QObject, QPoint, Signal
from PySide6.QtGui import QAction, QActionGroup
from PySide6.QtWidgets import QMenu, QWidget

from clipper.gui.actions import MORE, ON_CLIPS, Actions
from clipper.gui.icons import icon
from clipper.gui.theme import Theme
from clipper.i18n import N_, _

LOOKS: tuple[tuple[str, str], ...] = (
    ("system", N_("As the system")),
    ("light", N_("Light")),
    ("dark", N_("Dark")),
)


class Menus(QObject):
    """Made once; what is possible is switched by the actions themselves."""

    theme_chosen = Signal(str)

    def __init__(self, window: QWidget, actions: Actions, setting: str) -> None:
        super().__init__(window)
        self._clips = _menu(window, actions, ON_CLIPS)
        self.more = _menu(window, actions, MORE)
        self.look = QMenu(_("Look"), window)
        self._group = QActionGroup(window)
        for name, words in LOOKS:
            action = QAction(_(words), window, checkable=True, checked=name == setting)
            action.triggered.connect(lambda _checked=False, name=name: self.theme_chosen.emit(name))
            self._group.addAction(action)
            self.look.addAction(action)
        self.more.insertMenu(actions["keys"], self.look)

    def on_clips(self, point: QPoint) -> None:
        """Show what can be done with the selected clips, at this point of the screen."""
        self._clips.popup(point)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self.look.setIcon(icon("look", theme.soft))


def _menu(window: QWidget, actions: Actions, names: Sequence[str]) -> QMenu:
    menu = QMenu(window)
    for name in names:
        if name:
            menu.addAction(actions[name])
        else:
            menu.addSeparator()
    return menu
