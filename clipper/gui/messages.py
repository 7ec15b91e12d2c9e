"""What the window says: a banner for what went wrong, a toast with a way back, a notice for long work."""

from __future__ import annotations

import traceback
from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, Qt, QTimer
from PySide6.QtGui import QColor, QEnterEvent
from PySide6.QtWidgets import (
    QFrame,
    QGraphicsDropShadowEffect,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QToolButton,
    QVBoxLayout,
    QWidget,
)

from clipper.errors import ClipperError
from clipper.gui.icons import icon, pixmap
from clipper.gui.named import named
from clipper.gui.theme import Theme
from clipper.gui.words import phase
from clipper.i18n import _, hint, sentence
from clipper.jobs import Progress

TOAST_MS = 8000
"""How long a toast stays: long enough to read ten words and reach for the button."""


class Banner(QFrame):
    """At the top of the window: what happened, what can be done, and the details for who wants them."""

    def __init__(self, parent: QWidget, theme: Theme) -> None:
        super().__init__(parent)
        self.setObjectName("banner")
        self._sign = QLabel()
        self._said = named(QLabel(wordWrap=True), "said")
        self._hint = QLabel(wordWrap=True)
        self._details = named(QLabel(wordWrap=True), "details_text")
        self._details.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._more = named(QPushButton(_("Details")), "link")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._details.setVisible)
        self._close = named(QToolButton(), "quiet", _("Close the message"))
        self._close.clicked.connect(self.hide)
        self._lay_out()
        self.set_theme(theme)
        self.hide()

    def set_theme(self, theme: Theme) -> None:
        """Colour the signs."""
        self._sign.setPixmap(pixmap("warning", theme.accent, ratio=self.devicePixelRatioF()))
        self._close.setIcon(icon("close", theme.soft))

    def show_error(self, error: BaseException) -> None:
        """Say an error: a sentence and a hint for what the user must know, the bare facts for a bug."""
        if isinstance(error, ClipperError):
            self.say(sentence(error), hint(error), f"{error.code} {dict(error.values)}")
            return
        facts = "".join(traceback.format_exception(error)).strip()
        words = _("Clipper made a mistake; what you did last may not have worked.")
        self.say(words, _("If it happens again, report the details."), facts)

    def say(self, said: str, advice: str, details: str = "") -> None:
        """Show these words until the user closes them."""
        self._said.setText(said)
        self._hint.setText(advice)
        self._hint.setVisible(bool(advice))
        self._details.setText(details)
        self._more.setVisible(bool(details))
        self._more.setChecked(False)
        self._details.hide()
        self.setAccessibleName(f"{said} {advice}")
        self.show()

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(2)
        for each in (self._said, self._hint, self._details):
            words.addWidget(each)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 9, 12, 9)
        row.setSpacing(10)
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self._sign, 0, top)
        row.addLayout(words, 1)
        row.addWidget(self._more, 0, top)
        row.addWidget(self._close, 0, top)


class Toast(QFrame):
    """Floats at the foot of the window: what was done, and the way back."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("toast")
        self._over = parent
        self._words = QLabel()
        self.button = QPushButton()
        self.button.clicked.connect(self._taken)
        self._call: Callable[[], None] | None = None
        self._timer = QTimer(self, singleShot=True, interval=TOAST_MS)
        self._timer.timeout.connect(self.hide)
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 10, 8)
        row.setSpacing(10)
        row.addWidget(self._words)
        row.addWidget(self.button)
        shadow = QGraphicsDropShadowEffect(self, blurRadius=24, color=QColor(0, 0, 0, 70))
        shadow.setOffset(0, 4)
        self.setGraphicsEffect(shadow)
        parent.installEventFilter(self)
        self.hide()

    def say(self, words: str, button: str = "", call: Callable[[], None] | None = None) -> None:
        """Show the words, with a button that does `call`, for some seconds."""
        room = max(240, self._over.width() - 260)
        self._words.setText(self._words.fontMetrics().elidedText(words, Qt.TextElideMode.ElideRight, room))
        self.button.setText(button)
        self.button.setVisible(call is not None)
        self._call = call
        self.setAccessibleName(words)
        self._words.setAccessibleName(words)
        self.show()
        self._place()
        self.raise_()
        self._timer.start()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Keeps its place when the window's size changes."""
        if event.type() == QEvent.Type.Resize and self.isVisible():
            self._place()
        return super().eventFilter(watched, event)

    def enterEvent(self, event: QEnterEvent) -> None:
        """Who points at it is reading: it stays."""
        self._timer.stop()
        super().enterEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """Counts anew when the pointer has left."""
        self._timer.start()
        super().leaveEvent(event)

    def _place(self) -> None:
        self.adjustSize()
        around = self._over.rect()
        self.move((around.width() - self.width()) // 2, around.height() - self.height() - 20)

    def _taken(self) -> None:
        self.hide()
        if self._call is not None:
            self._call()


class Notice(QFrame):
    """At the foot of the window: long work, how far it is, and a way to stop it."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._title = QLabel()
        self._phase = named(QLabel(), "faint")
        self._line = QProgressBar(textVisible=False)
        self.stop = QPushButton(_("Cancel"))
        self.stop.clicked.connect(self._cancelled)
        self._call: Callable[[], None] | None = None
        row = QHBoxLayout(self)
        row.setContentsMargins(16, 8, 12, 8)
        row.setSpacing(12)
        row.addWidget(self._title)
        row.addWidget(self._phase)
        row.addWidget(self._line, 1)
        row.addWidget(self.stop)
        self.hide()

    def begin(self, title: str, cancel: Callable[[], None]) -> None:
        """Work begins that `cancel` can stop."""
        self._title.setText(title)
        self._phase.setText("")
        self._line.setRange(0, 0)
        self._call = cancel
        self.stop.setEnabled(True)
        self.stop.setAccessibleName(_("Cancel: {what}").format(what=title))
        self.show()

    def progress(self, progress: Progress) -> None:
        """How far it is."""
        self._phase.setText(phase(progress))
        self._line.setRange(0, progress.total)
        self._line.setValue(progress.done)

    def end(self) -> None:
        """It is over."""
        self._call = None
        self.hide()

    def _cancelled(self) -> None:
        self.stop.setEnabled(False)
        self._phase.setText(_("stopping"))
        if self._call is not None:
            self._call()
