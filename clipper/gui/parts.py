"""The parts of the window: every pane and every voice, made once and handed to who joins them."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QMenu, QSplitter, QStackedWidget, QVBoxLayout, QWidget

from clipper.gui.actions import Actions
from clipper.gui.browsing import Browsing
from clipper.gui.cleaning_again import CleaningAgain
from clipper.gui.deeds import Deeds
from clipper.gui.drop_hint import DropHint
from clipper.gui.exporting import Exporting
from clipper.gui.mending import Mending
from clipper.gui.messages import Banner, Notice, Toast
from clipper.gui.models.queue_rows import QueueRows
from clipper.gui.named import named
from clipper.gui.panes.bar import Bar
from clipper.gui.panes.clip_list import WIDTH as LIST_WIDTH
from clipper.gui.panes.clip_list import ClipList
from clipper.gui.panes.details import DetailsPane
from clipper.gui.panes.queue import QueuePane
from clipper.gui.panes.reader import ReaderPane
from clipper.gui.panes.sidebar import WIDTH as SIDEBAR_WIDTH
from clipper.gui.panes.sidebar import Sidebar
from clipper.gui.session import Session
from clipper.gui.theme import Theme

DETAILS_WIDTH = 264


class Parts:
    """What the window is made of."""

    def __init__(
        self,
        session: Session,
        theme: Theme,
        actions: Actions,
        more: QMenu,
        middle: QStackedWidget,
        window: QWidget,
    ) -> None:
        self.session = session
        self.theme = theme
        self.actions = actions
        self.middle = middle
        self.deeds = Deeds(session, window)
        self.mending = Mending(session, window)
        self.queue_rows = QueueRows(window)
        self.bar = Bar(actions, more, window)
        self.banner = Banner(window, theme)
        self.sidebar = Sidebar(theme, window)
        self.list = ClipList(session.background, self.queue_rows, theme, window)
        self.queue = QueuePane(self.queue_rows, theme, window)
        self.reader = ReaderPane(session.background, theme)
        self.details = DetailsPane(session.background, theme)
        self.notice = Notice(window)
        self.cleaning_notice = Notice(window)
        self.toast = Toast(self.reader)
        self.hint = DropHint(middle)
        self.browsing = Browsing(session, self.bar.field, self.list, window)
        self.exporting = Exporting(session, self.notice, window)
        self.cleaning_again = CleaningAgain(session, self.cleaning_notice, window)
        self.splitter = self._side_by_side()

    def set_theme(self, theme: Theme) -> None:
        """Take these colours."""
        self.theme = theme
        for each in (self.bar, self.banner, self.sidebar, self.list, self.queue, self.reader, self.details):
            each.set_theme(theme)

    def show_queue(self, *, on: bool) -> None:
        """The queue in the place of the list, or the list again, with the focus."""
        self.middle.setCurrentWidget(self.queue if on else self.list)
        (self.queue.view if on else self.list.view).setFocus(Qt.FocusReason.OtherFocusReason)

    def paper(self) -> QWidget:
        """All of it, one above the other."""
        paper = named(QWidget(), "paper")
        column = QVBoxLayout(paper)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for each in (self.bar, self.banner, self.splitter, self.cleaning_notice, self.notice):
            column.addWidget(each, int(each is self.splitter))
        return paper

    def _side_by_side(self) -> QSplitter:
        self.middle.addWidget(self.list)
        self.middle.addWidget(self.queue)
        splitter = QSplitter(Qt.Orientation.Horizontal, childrenCollapsible=False, handleWidth=1)
        widths = ((self.sidebar, 170), (self.middle, 300), (self.reader, 280), (self.details, 220))
        for pane, narrowest in widths:
            pane.setMinimumWidth(narrowest)
            splitter.addWidget(pane)
            splitter.setStretchFactor(splitter.indexOf(pane), int(pane is self.reader))
        splitter.setSizes([SIDEBAR_WIDTH, LIST_WIDTH, 544, DETAILS_WIDTH])
        return splitter
