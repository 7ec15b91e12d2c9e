"""The engine's view of one clip at a time: page scripts off, only our document, links handed out."""

from __future__ import annotations

import json
from collections.abc import Callable, Mapping

from PySide6.QtCore import QChildEvent, QEvent, QObject, Qt, QUrl, Signal
from PySide6.QtGui import QColor, QContextMenuEvent, QGuiApplication
from PySide6.QtWebEngineCore import (
    QWebEngineNewWindowRequest,
    QWebEnginePage,
    QWebEngineProfile,
)
from PySide6.QtWebEngineWidgets import QWebEngineView
from PySide6.QtWidgets import QMenu, QVBoxLayout, QWidget

from clipper.i18n import _
from clipper.webengine.listener import WORLD, listen_to
from clipper.webengine.profile import ReadingProfile, page_in
from clipper.webengine.scheme import SCHEME, Shelf

OVERLAP = 56
"""Pixels of the text that stay in sight when a page is turned: two lines."""
TIDY_EVERY = 10
"""After so many clips the engine is made to collect its garbage."""
_TIDY = "for (let n = 0; n < 8; n++) new ArrayBuffer(16e6);"
"""Large buffers, dropped at once and never written to: a reason for the collector to run. Where no script
runs it has none, and keeps every document it has ever shown (1.1 MB a clip, 1.8 GB after 1,600)."""
_OUTSIDE = ("http", "https", "mailto")


class WebReading(QWidget):
    """Shows `clip://article/<id>`, restyles it in place, turns pages, copies; hands out clicked links."""

    link_clicked = Signal(str)
    link_hovered = Signal(str)
    """Where the link under the pointer leads; empty when the pointer has left it."""
    shown = Signal()
    """The document that was asked for is there."""
    missed = Signal()
    """What was asked for did not come, or something else was asked for meanwhile."""
    broke = Signal()
    """The engine's process ended."""
    wished = Signal(str, int)
    """What the user wants of the page: a word of `listener.WISHES`, and the number of the piece or block."""

    def __init__(self, shelf: Shelf, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._variables: dict[str, str] = {}
        self._shown = 0
        self._loads = 0
        self.view = _View(self)
        page = page_in(ReadingProfile(shelf), _Page, self.view)
        assert isinstance(page, _Page)
        self._page = page
        self.view.setPage(page)
        self._listener = listen_to(page)
        self._listener.wished.connect(self.wished)
        page.link_clicked.connect(self.link_clicked)
        page.linkHovered.connect(self.link_hovered)
        page.loadFinished.connect(self._loaded)
        page.renderProcessTerminated.connect(lambda *_status: self.broke.emit())
        self.view.asked_for_menu.connect(self._menu)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.view)
        self.setFocusProxy(self.view)

    def show_article(self, name: str) -> None:
        """Load what the shelf has under `article/<name>`."""
        self._loads += 1
        self._page.load(QUrl(f"{SCHEME}://article/{name}"))

    def swap_article(self, html: str) -> None:
        """Another version of the article that is shown: the place in the text stays. `shown` follows."""
        load = self._loads
        self.ask(f"window.reader?.swap({json.dumps(html)})", lambda _nothing: self._swapped(load))

    def show_ghosts(self, *, on: bool) -> None:
        """Show or hide what was taken out; the place in the text stays."""
        self._run(f"window.reader?.ghosts({json.dumps(on)})")

    def rest(self) -> None:
        """What was wished for is done, or cannot be: it may be wished for again."""
        self._run("window.reader?.rest()")

    def restyle(self, variables: Mapping[str, str], ground: str) -> None:
        """Set the style's variables without loading anew, so that the place in the text stays."""
        self._variables = dict(variables)
        self._page.setBackgroundColor(QColor(ground))
        self._run(
            f"for (const [name, value] of Object.entries({json.dumps(self._variables)}))"
            " document.documentElement.style.setProperty(name, value);"
        )

    def scroll_page(self, down: bool) -> None:
        """Turn a page."""
        sign = 1 if down else -1
        self._run(f"window.scrollBy(0, {sign} * Math.max(40, window.innerHeight - {OVERLAP}));")

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if self._page.hasSelection():
            self._page.triggerAction(QWebEnginePage.WebAction.Copy)

    def selected_text(self) -> str:
        """What is selected."""
        return self._page.selectedText()

    def ask(self, script: str, then: Callable[[object], None]) -> None:
        """Run a script of ours in a world of its own; the page's scripts stay off, and would not see it."""
        self._page.runJavaScript(script, WORLD, then)

    def _run(self, script: str) -> None:
        self._page.runJavaScript(script, WORLD)

    def _loaded(self, ok: bool) -> None:
        if not ok:
            self.missed.emit()
            return
        self._page.history().clear()
        self._shown += 1
        if self._shown % TIDY_EVERY == 0:
            self._run(_TIDY)
        self.shown.emit()

    def _swapped(self, load: int) -> None:
        if load == self._loads:  # else another article is on its way
            self.shown.emit()

    def _menu(self, event: QContextMenuEvent) -> None:
        link = self.view.lastContextMenuRequest().linkUrl()
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if self._page.hasSelection():
            menu.addAction(_("Copy"), self.copy)
        if link.scheme() in _OUTSIDE:
            address = link.toString()
            menu.addAction(_("Open the link in the browser"), lambda: self.link_clicked.emit(address))
            menu.addAction(_("Copy the link’s address"), lambda: QGuiApplication.clipboard().setText(address))
        menu.addAction(_("Select all"), lambda: self._page.triggerAction(QWebEnginePage.WebAction.SelectAll))
        menu.popup(event.globalPos())


class _View(QWebEngineView):
    """A QWebEngineView whose menu is ours and on which nothing is dropped."""

    asked_for_menu = Signal(QContextMenuEvent)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setAcceptDrops(False)  # a link dropped here is for the window: it is clipped
        self.setAccessibleName(_("Article"))

    def childEvent(self, event: QChildEvent) -> None:
        """The widget inside, in which the engine draws, would take every drop and do nothing with it."""
        super().childEvent(event)
        child = event.child()
        if event.type() == QEvent.Type.ChildPolished and isinstance(child, QWidget):
            child.setAcceptDrops(False)

    def contextMenuEvent(self, event: QContextMenuEvent) -> None:
        self.asked_for_menu.emit(event)


class _Page(QWebEnginePage):
    """Goes only where we send it."""

    link_clicked = Signal(str)

    def __init__(self, profile: QWebEngineProfile, parent: QObject) -> None:
        super().__init__(profile, parent)
        self.newWindowRequested.connect(self._new_window)

    def acceptNavigationRequest(
        self, url: QUrl | str, kind: QWebEnginePage.NavigationType, is_main_frame: bool
    ) -> bool:
        url = QUrl(url)
        if kind == QWebEnginePage.NavigationType.NavigationTypeTyped:
            return is_main_frame and url.scheme() == SCHEME and url.host() == "article"
        if kind == QWebEnginePage.NavigationType.NavigationTypeLinkClicked:
            self._hand_out(url)
        return False

    def javaScriptConsoleMessage(self, *_what: object) -> None:
        """The engine's remarks on a clip's style are nobody's business."""

    def _new_window(self, request: QWebEngineNewWindowRequest) -> None:
        if request.isUserInitiated():
            self._hand_out(request.requestedUrl())

    def _hand_out(self, url: QUrl) -> None:
        if url.scheme() in _OUTSIDE:
            self.link_clicked.emit(url.toString(QUrl.ComponentFormattingOption.FullyEncoded))
