"""The reader: one clip on paper, or what to do where there is none."""

from __future__ import annotations

from enum import Enum, auto

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QKeySequence, QPalette, QShortcut
from PySide6.QtWidgets import QStackedLayout, QWidget

from clipper.article.clip import Clip, ClipId
from clipper.errors import ClipperError
from clipper.gui.background import Background, Done, Failed, Outcome
from clipper.gui.panes.reader_words import FIRST_KEYS, MANY_KEYS, NONE_KEYS, failure, in_words
from clipper.gui.panes.reading import Reading
from clipper.gui.panes.reading_page import ReadingPage, reading_page
from clipper.gui.panes.reading_shelf import ReadingShelf
from clipper.gui.panes.state_card import StateCard
from clipper.gui.panes.taken_out import wish_of
from clipper.gui.theme import Theme
from clipper.i18n import _, ngettext
from clipper.operations import find
from clipper.operations.desk import Desk

SCALES = (70, 80, 90, 100, 110, 125, 150, 175, 200, 250)
"""Steps of the text size, in per cent."""
PATIENCE_MS = 250
"""A clip that is there sooner is not announced."""


class Shows(Enum):
    """What the reader shows."""

    NOTHING = auto()
    MANY = auto()
    LOADING = auto()
    CLIP = auto()
    FAILED = auto()


class ReaderPane(QWidget):
    """Shows a clip. What floats over the reader (a toast) must be its child: it is a native window."""

    open_url = Signal(str)
    """The user clicked a link: open it in the browser."""
    scale_changed = Signal(int)
    """The user chose another text size, in per cent."""
    clip_shown = Signal(int)
    """That clip's text is on the screen."""
    ghosts_shown = Signal(bool)
    """Whether what was taken out is shown from now on."""
    wished = Signal(object)
    """Wish: a piece of the clip is to be brought back or taken out."""

    def __init__(self, background: Background, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("reader")
        self.setAccessibleName(_("Reader"))
        # The engine draws with the graphics card. In a native window of its own it does so without the main
        # window being made anew (which flashes and loses the focus) when the first clip is opened.
        self.setAttribute(Qt.WidgetAttribute.WA_DontCreateNativeAncestors)
        self.setAttribute(Qt.WidgetAttribute.WA_NativeWindow)
        self.setAutoFillBackground(True)
        self._background, self._theme, self._scale = background, theme, 100
        self._desk: Desk | None = None
        self._wanted: ClipId | None = None
        self._number = 0
        self._waiting = False
        self._shown: tuple[Clip, ReadingPage] | None = None
        self._shows = Shows.NOTHING
        self._ghosts = False
        self._shelf = ReadingShelf(background, theme)
        self._card = StateCard(theme)
        self._card.pressed.connect(self.refresh)
        self._reading = Reading(self._shelf, theme)
        self._reading.link_clicked.connect(self.open_url)
        self._reading.shown.connect(self._clip_is_there)
        self._reading.wished.connect(self._wish)
        self._layers = QStackedLayout(self)
        self._layers.addWidget(self._card)
        self._layers.addWidget(self._reading)
        self._slow = QTimer(self, singleShot=True, interval=PATIENCE_MS)
        self._slow.timeout.connect(self._announce)
        self._take_keys()
        self.set_theme(theme)
        self.show_clip(None)

    @property
    def shows(self) -> Shows:
        """What is shown."""
        return self._shows

    @property
    def scale(self) -> int:
        """The text size, in per cent."""
        return self._scale

    @property
    def plainly(self) -> bool:
        """Whether the words are shown alone, without the browser engine."""
        return self._reading.plainly

    @property
    def waiting(self) -> bool:
        """Whether a clip was asked for that is not there yet."""
        return self._waiting

    def pointed_at(self) -> str:
        """Where the link under the pointer leads; empty where there is none."""
        return self._reading.pointed_at

    def said(self) -> str:
        """Headline and sentence of the state that is shown; empty where a clip is."""
        return "" if self._shows is Shows.CLIP else self._card.said()

    def set_desk(self, desk: Desk) -> None:
        """The library is open."""
        self._desk = desk
        self._shelf.set_desk(desk)
        self.refresh()

    def show_clip(self, clip_id: ClipId | None) -> None:
        """Show that clip, or that none is chosen."""
        self._turn(clip_id)
        if clip_id is None:
            self._say_nothing_chosen()
        elif self._desk is not None:
            self._read(self._desk, clip_id)

    def show_selection(self, count: int) -> None:
        """Several clips are selected: say how many, and what can be done with them."""
        self._turn(None)
        title = ngettext("{count} clip selected", "{count} clips selected", count)
        words = _("What you do now is done to all of them.")
        self._card.say("select", title, words, in_words(MANY_KEYS))
        self._settle(Shows.MANY)

    def refresh(self) -> None:
        """The library changed: read the clip anew; a text that did not change stays where it is."""
        if self._wanted is not None or self._shows is Shows.NOTHING:
            self.show_clip(self._wanted)

    def set_theme(self, theme: Theme) -> None:
        """Other colours."""
        self._theme = theme
        palette = self.palette()
        palette.setColor(QPalette.ColorRole.Window, QColor(theme.read))
        self.setPalette(palette)
        self._card.set_theme(theme)
        self._reading.restyle(theme, self._scale)

    def set_scale(self, percent: int) -> None:
        """Other text size, in per cent."""
        self._scale = max(SCALES[0], min(SCALES[-1], percent))
        self._reading.restyle(self._theme, self._scale)

    @property
    def ghosts(self) -> bool:
        """Whether what was taken out is shown where it stood."""
        return self._ghosts

    def show_ghosts(self, *, on: bool) -> None:
        """Show or hide what was taken out, in this clip and the next ones."""
        self._ghosts = on
        self._reading.show_ghosts(on=on)
        self.ghosts_shown.emit(on)

    def rest(self) -> None:
        """What was wished for is done, or cannot be."""
        self._reading.rest()

    def larger(self) -> None:
        """The next larger text size."""
        self._choose_scale(next((step for step in SCALES if step > self._scale), self._scale))

    def smaller(self) -> None:
        """The next smaller text size."""
        self._choose_scale(next((step for step in reversed(SCALES) if step < self._scale), self._scale))

    def usual_size(self) -> None:
        """The text size that was meant."""
        self._choose_scale(100)

    def scroll_page(self, down: bool) -> None:
        """Turn a page of the clip that is shown."""
        if self._shows is Shows.CLIP:
            self._reading.scroll_page(down)

    def copy(self) -> None:
        """Put the selected text on the clipboard."""
        self._reading.copy()

    def selected_text(self) -> str:
        """What is selected in the text; empty where nothing is."""
        return self._reading.selected_text() if self._shows is Shows.CLIP else ""

    def sizeHint(self) -> QSize:
        return QSize(700, 600)

    def _take_keys(self) -> None:
        """Keys that work while the reader has the focus."""
        for keys, call in (
            ((QKeySequence.StandardKey.Copy,), self.copy),
            (("Ctrl++", "Ctrl+="), self.larger),
            (("Ctrl+-",), self.smaller),
            (("Ctrl+0",), self.usual_size),
        ):
            for key in keys:
                shortcut = QShortcut(QKeySequence(key), self)
                shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
                shortcut.activated.connect(call)

    def _turn(self, clip_id: ClipId | None) -> None:
        """From now on answers about other clips come too late."""
        self._wanted = clip_id
        self._number += 1
        self._waiting = False
        self._slow.stop()

    def _read(self, desk: Desk, clip_id: ClipId) -> None:
        number = self._number
        self._waiting = True
        self._slow.start()
        self._background.read(
            lambda: _opened(desk, clip_id),
            lambda outcome: self._arrived(number, outcome),
        )

    def _arrived(self, number: int, outcome: Outcome[tuple[Clip, ReadingPage]]) -> None:
        if number != self._number:
            return
        if isinstance(outcome, Failed):
            self._say_failed(outcome.error)
        elif isinstance(outcome, Done):
            clip, page = outcome.value
            if self._shows is Shows.CLIP and self._shows_already(clip, page):
                self._settle(Shows.CLIP)
                return
            self._shown = clip, page
            self._reading.show_clip(clip, page)

    def _wish(self, what: str, number: int) -> None:
        if what == "ghosts":
            self.show_ghosts(on=not self._ghosts)
        elif self._shown is not None and (wish := wish_of(self._shown[0], what, number)) is not None:
            self.wished.emit(wish)

    def _shows_already(self, clip: Clip, page: ReadingPage) -> bool:
        return self._shown is not None and (self._shown[0].row.id, self._shown[1]) == (clip.row.id, page)

    def _clip_is_there(self) -> None:
        if self._shown is not None and self._wanted == self._shown[0].row.id:
            self._settle(Shows.CLIP)
            self.clip_shown.emit(self._wanted)

    def _announce(self) -> None:
        self._card.say("", _("Opening the clip…"))
        self._settle(Shows.LOADING)

    def _say_failed(self, error: BaseException) -> None:
        sign, title, words, button = failure(error)
        self._card.say(sign, title, words, button=button)
        self._settle(Shows.FAILED)
        if not isinstance(error, ClipperError):
            raise error

    def _say_nothing_chosen(self) -> None:
        self._say_none()
        if self._desk is None:
            return
        desk, number = self._desk, self._number
        self._background.read(
            lambda: not find.listing(desk),
            lambda outcome: self._say_first(number, isinstance(outcome, Done) and outcome.value),
        )

    def _say_none(self) -> None:
        words = _("Choose one in the list to read it here.")
        self._card.say("all", _("No clip is chosen"), words, in_words(NONE_KEYS))
        self._settle(Shows.NOTHING)

    def _say_first(self, number: int, empty: bool) -> None:
        if number != self._number or not empty:
            return
        words = _("Copy the address of an article in your browser, then paste it here.")
        self._card.say("paste", _("Paste a link to clip it"), words, in_words(FIRST_KEYS))

    def _choose_scale(self, percent: int) -> None:
        if percent != self._scale:
            self.set_scale(percent)
            self.scale_changed.emit(percent)

    def _settle(self, shows: Shows) -> None:
        self._slow.stop()
        self._waiting = shows is Shows.LOADING
        self._shows = shows
        layer: QWidget = self._reading if shows is Shows.CLIP else self._card
        self._layers.setCurrentWidget(layer)
        self.setFocusProxy(self._reading if shows is Shows.CLIP else None)  # type: ignore[arg-type]


def _opened(desk: Desk, clip_id: ClipId) -> tuple[Clip, ReadingPage]:
    clip = find.open_clip(desk, clip_id)
    return clip, reading_page(clip)
