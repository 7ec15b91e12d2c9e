"""The window: its parts in their places, what it looks like, how it is closed and found again."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QTimer, Signal
from PySide6.QtGui import (
    QCloseEvent,
    QDragEnterEvent,
    QDragLeaveEvent,
    QDropEvent,
    QGuiApplication,
    QResizeEvent,
)
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget

from clipper.article.query import Scope
from clipper.gui import actions, links, style, window_state
from clipper.gui.commands import Commands
from clipper.gui.flow import Flow
from clipper.gui.menus import Menus
from clipper.gui.models.clip_rows import MIME
from clipper.gui.panes.bar import place_words
from clipper.gui.parts import Parts
from clipper.gui.session import Session
from clipper.gui.theme import Theme
from clipper.gui.window_state import WindowState
from clipper.i18n import _

PANEL_FOLDS = 1100
SIDEBAR_FOLDS = 820
"""Widths of the window below which the panel and the sidebar give their room away."""
WIDTH, HEIGHT = 1440, 900


class MainWindow(QMainWindow):
    """Shows itself first; the library is opened after, by the session."""

    ended = Signal()
    """Closed, and everything that ran has ended."""

    def __init__(self, session: Session, theme: Theme, setting: str, state: WindowState) -> None:
        super().__init__()
        self.setWindowTitle("Clipper")
        self.setAcceptDrops(True)
        self.setMinimumSize(620, 420)
        self._state = state
        self._closing = False
        self._wide: tuple[bool, bool] | None = None
        middle = QStackedWidget()
        self._actions = actions.build(self, middle, lambda name: self.commands.do(name))
        self.menus = Menus(self, self._actions, setting)
        self.parts = Parts(session, theme, self._actions, self.menus.more, middle, self)
        self.commands = Commands(self.parts, self)
        self.flow = Flow(self.parts, self.commands, state, self)
        self.setCentralWidget(self.parts.paper())
        self.commands.panel_asked.connect(self._flip_panel)
        self.commands.note_asked.connect(self.parts.details.show)
        self.commands.sidebar_asked.connect(self._flip_sidebar)
        self.commands.quit_asked.connect(self.close)
        self.parts.list.menu_asked.connect(self.menus.on_clips)
        session.closed.connect(self.ended)
        self._restore(state)
        self.set_theme(theme)

    def set_theme(self, theme: Theme) -> None:
        """Take these colours, at once and everywhere."""
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        style.dress(application, theme)
        actions.tint(self._actions, theme)
        self.menus.set_theme(theme)
        self.parts.set_theme(theme)
        self.flow.allow()

    def state(self) -> WindowState:
        """How the window is now, for next time."""
        parts = self.parts
        return WindowState(
            self.saveGeometry(),
            parts.splitter.saveState(),
            parts.sidebar.scope,
            parts.bar.field.words,
            parts.list.current,
            parts.list.view.verticalScrollBar().value(),
            not parts.details.isHidden() if self.width() >= PANEL_FOLDS else self._state.panel,
            not parts.sidebar.isHidden() if self.width() >= SIDEBAR_FOLDS else self._state.sidebar,
            parts.sidebar.folded,
        )

    def closeEvent(self, event: QCloseEvent) -> None:
        """The window goes at once; what runs is ended behind it, then `ended` follows."""
        event.ignore()
        if self._closing:
            return
        self._closing = True
        self.parts.details.save_note()
        window_state.save(self.state())
        self.parts.exporting.cancel()
        self.parts.cleaning_again.cancel()
        self.hide()
        self.parts.session.close()

    def event(self, event: QEvent) -> bool:
        """After a dialog the keys come back here, also where no window manager sees to it."""
        if event.type() == QEvent.Type.WindowUnblocked:
            QTimer.singleShot(0, self, self.activateWindow)
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Narrow windows give the reader the room."""
        super().resizeEvent(event)
        wide = (self.width() >= PANEL_FOLDS, self.width() >= SIDEBAR_FOLDS)
        if wide != self._wide:
            self._wide = wide
            self.parts.details.setVisible(wide[0] and self._state.panel)
            self.parts.sidebar.setVisible(wide[1] and self._state.sidebar)
            self.parts.bar.narrow(on=not wide[1])

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Links and saved pages may be dropped anywhere."""
        data = event.mimeData()
        if not data.hasFormat(MIME) and links.sources(data):
            event.acceptProposedAction()
            self.parts.hint.show_over(_into(self.parts.sidebar.scope))

    def dragLeaveEvent(self, event: QDragLeaveEvent) -> None:
        """They went away again."""
        self.parts.hint.hide()
        super().dragLeaveEvent(event)

    def dropEvent(self, event: QDropEvent) -> None:
        """Clip what was dropped."""
        self.parts.hint.hide()
        event.acceptProposedAction()
        self.flow.clip(links.sources(event.mimeData()))

    def _flip_panel(self) -> None:
        self.parts.details.setVisible(self.parts.details.isHidden())

    def _flip_sidebar(self) -> None:
        self.parts.sidebar.setVisible(self.parts.sidebar.isHidden())

    def _restore(self, state: WindowState) -> None:
        room = QGuiApplication.primaryScreen().availableGeometry()
        self.resize(min(WIDTH, room.width()), min(HEIGHT, room.height()))
        if not state.geometry.isEmpty():
            self.restoreGeometry(state.geometry)
        if not state.splitter.isEmpty():
            self.parts.splitter.restoreState(state.splitter)
        self.parts.sidebar.fold(state.folded)
        self.parts.sidebar.select(state.scope)
        self.parts.bar.field.restore(state.words)
        self.parts.bar.field.set_scope(state.scope)
        self.parts.list.view.setFocus()


def _into(scope: Scope) -> str:
    if scope.place in ("collection", "tag"):
        return _("Drop to clip into {place}").format(place=place_words(scope))
    return _("Drop to clip")
