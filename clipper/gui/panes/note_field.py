"""The note of a clip: written freely, saved by itself, never lost."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QFocusEvent, QHideEvent, QResizeEvent
from PySide6.QtWidgets import QPlainTextEdit

from clipper.article.clip import ClipId
from clipper.i18n import _

PAUSE_MS = 900
"""A pause in typing after which the note is saved."""
FEWEST_LINES, MOST_LINES = 3, 14
"""Its height follows what is written, between these."""
PADDING = 14
"""Of the style sheet above and below, with the border."""


class NoteField(QPlainTextEdit):
    """Emits a note that was changed: after a pause, when it is left, before another clip's note is shown."""

    changed = Signal(int, str)

    def __init__(self) -> None:
        super().__init__(placeholderText=_("Write a note"), tabChangesFocus=True)
        self.setAccessibleName(_("Note"))
        self._clip: ClipId | None = None
        self._kept = ""
        self._library = ""
        self._pause = QTimer(self, singleShot=True, interval=PAUSE_MS)
        self._pause.timeout.connect(self.save)
        self.textChanged.connect(self._typed)
        self._fit()

    def show_note(self, clip: ClipId | None, note: str | None) -> None:
        """Show a clip's note as the library has it; what is being written here is not disturbed."""
        self._library = note or ""
        if clip != self._clip:
            self.save()
            self._clip = clip
            self._set(self._library)
        elif not self.hasFocus() and not self._unsaved():
            self._set(self._library)

    def save(self) -> None:
        """Hand out what was written since the last time."""
        self._pause.stop()
        if self._clip is not None and self._unsaved():
            self._kept = self.toPlainText()
            self.changed.emit(self._clip, self._kept)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        super().focusOutEvent(event)
        self.save()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.save()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit()

    def _unsaved(self) -> bool:
        return self.toPlainText() != self._kept

    def _typed(self) -> None:
        self._fit()
        if self._unsaved():
            self._pause.start()

    def _set(self, note: str) -> None:
        self._kept = note
        if self.toPlainText() != note:
            self.setPlainText(note)
        self._pause.stop()

    def _fit(self) -> None:
        lines = int(self.document().size().height())
        shown = max(FEWEST_LINES, min(MOST_LINES, lines))
        around = round(2 * self.document().documentMargin()) + PADDING
        self.setFixedHeight(shown * self.fontMetrics().lineSpacing() + around)
