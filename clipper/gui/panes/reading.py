"""Reading a clip: by the browser engine where there is one, plainly where there is none or it broke down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QEvent, QObject, Qt, Signal
from PySide6.QtWidgets import QLabel, QStackedWidget, QWidget

from clipper.article.clip import Clip
from clipper.gui.named import named
from clipper.gui.panes.plain_reading import PlainReading
from clipper.gui.panes.reading_page import ReadingPage, style_variables
from clipper.gui.panes.reading_shelf import ReadingShelf
from clipper.gui.theme import Theme
from clipper.i18n import _

if TYPE_CHECKING:
    from clipper.webengine.reading_view import WebReading


class Reading(QStackedWidget):
    """The small face of both ways of reading. The engine starts with the first clip; one view serves all."""

    link_clicked = Signal(str)
    shown = Signal()
    """The clip that was given last is on the screen."""
    wished = Signal(str, int)
    """What the user wants of it: a word of `webengine.listener.WISHES`, and the number of piece or block."""

    def __init__(self, shelf: ReadingShelf, theme: Theme) -> None:
        super().__init__()
        self._shelf, self._theme, self._scale = shelf, theme, 100
        self._web: WebReading | None = None
        self._plain: PlainReading | None = None
        self._engine_missing = False
        self._clip: Clip | None = None
        self._on_paper = ""
        self._coming: tuple[str, ReadingPage] | None = None
        self._where = named(QLabel(self), "reader_where")
        self._where.hide()
        self.restyle(theme, 100)

    def show_clip(self, clip: Clip, page: ReadingPage) -> None:
        """Show this clip; `shown` follows."""
        self._clip = clip
        name = str(clip.row.id)
        self._shelf.put(name, page)
        web = self._engine()
        if web is None:
            self._show_plainly(
                _("The browser engine (QtWebEngine) is not installed: the words are shown alone.")
            )
        else:
            self._show_in(web, name, page)

    def show_ghosts(self, *, on: bool) -> None:
        """Show or hide what was taken out of the page."""
        self._shelf.set_ghosts(on=on)
        if self._web is not None:
            self._web.show_ghosts(on=on)

    def rest(self) -> None:
        """What was wished for is done, or cannot be."""
        if self._web is not None:
            self._web.rest()

    def restyle(self, theme: Theme, scale: int) -> None:
        """Other colours, other size (per cent); the place in the text stays."""
        self._theme, self._scale = theme, scale
        self._shelf.set_look(theme, scale)
        self._where.setStyleSheet(_where_style(theme))
        if self._web is not None:
            self._web.restyle(style_variables(theme, scale), theme.read)
        if self._plain is not None:
            self._plain.restyle(theme, scale)

    def scroll_page(self, down: bool) -> None:
        """Turn a page."""
        if (view := self._view()) is not None:
            view.scroll_page(down)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        if (view := self._view()) is not None:
            view.copy()

    def selected_text(self) -> str:
        """What is selected; empty where nothing is."""
        view = self._view()
        return view.selected_text() if view is not None else ""

    @property
    def pointed_at(self) -> str:
        """Where the link under the pointer leads; empty where there is none."""
        return self._where.toolTip() if self._where.isVisible() else ""

    @property
    def plainly(self) -> bool:
        """Whether the words are shown alone."""
        return self._plain is not None and self.currentWidget() is self._plain

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The address under the pointer stays at the foot when the size changes."""
        if event.type() == QEvent.Type.Resize:
            self._place_where()
        return super().eventFilter(watched, event)

    def _show_in(self, web: WebReading, name: str, page: ReadingPage) -> None:
        """The same clip anew stays where it is; another begins at its top. What is on its way already is not
        asked for twice: it would jump back to its top under a reader who has begun."""
        if name == self._on_paper and self.currentWidget() is web:
            web.swap_article(page.html)
        elif self._coming != (name, page):
            self._on_paper, self._coming = "", (name, page)
            web.show_article(name)

    def _view(self) -> WebReading | PlainReading | None:
        return self._plain if self.plainly else self._web

    def _engine(self) -> WebReading | None:
        if self._web is None and not self._engine_missing:
            try:
                from clipper.webengine.reading_view import WebReading
            except ImportError:
                self._engine_missing = True
                return None
            self._web = WebReading(self._shelf)
            self._web.link_clicked.connect(self.link_clicked)
            self._web.link_hovered.connect(self._hovered)
            self._web.shown.connect(self._engine_showed)
            self._web.missed.connect(self._engine_missed)
            self._web.broke.connect(self._engine_broke)
            self._web.wished.connect(self.wished)
            self._web.restyle(style_variables(self._theme, self._scale), self._theme.read)
            self.addWidget(self._web)
            self._web.installEventFilter(self)
        return self._web

    def _engine_showed(self) -> None:
        if self._web is not None:
            self._turn_to(self._web)
        self._on_paper, self._coming = str(self._clip.row.id) if self._clip is not None else "", None
        self.shown.emit()

    def _engine_missed(self) -> None:
        self._coming = None

    def _engine_broke(self) -> None:
        self._on_paper, self._coming = "", None
        self._show_plainly(_("The browser engine broke down over this clip: its words are shown alone."))

    def _show_plainly(self, remark: str) -> None:
        if self._clip is None:
            return
        if self._plain is None:
            self._plain = PlainReading(self._theme)
            self._plain.restyle(self._theme, self._scale)
            self._plain.link_clicked.connect(self.link_clicked)
            self.addWidget(self._plain)
        self._plain.show_clip(self._clip, remark)
        self._turn_to(self._plain)
        self.shown.emit()

    def _turn_to(self, view: QWidget) -> None:
        old = self.currentWidget()
        had_focus = self.hasFocus() or (old is not None and old.hasFocus())
        self.setCurrentWidget(view)
        self.setFocusProxy(view)
        if had_focus:
            view.setFocus()

    def _hovered(self, address: str) -> None:
        self._where.setText(
            self._where.fontMetrics().elidedText(
                address, Qt.TextElideMode.ElideMiddle, max(80, self.width() - 60)
            )
        )
        self._where.setToolTip(address)
        self._where.setVisible(bool(address))
        self._place_where()

    def _place_where(self) -> None:
        self._where.adjustSize()
        self._where.move(0, self.height() - self._where.height())
        self._where.raise_()


def _where_style(theme: Theme) -> str:
    return (
        f"#reader_where {{ background: {theme.side}; color: {theme.soft}; border-top: 1px solid {theme.line};"
        f" border-right: 1px solid {theme.line}; border-top-right-radius: 5px;"
        f" padding: 3px 8px; font-size: 12px; }}"
    )
