"""A selection becomes a file: ask where to, work beside everything else, report, and stop when asked."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl, Signal
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from clipper.article.clip import ClipId
from clipper.gui.background import Failed, Outcome
from clipper.gui.dialogs.export import ExportChoice, ask_target
from clipper.gui.messages import Notice
from clipper.gui.session import Session
from clipper.i18n import _, ngettext
from clipper.jobs import Progress, Ticket
from clipper.operations.export import export


class Exporting(QObject):
    """One export at a time; another waits until the first is over or stopped."""

    done = Signal(str, object)
    """Words, and the file that was written (None where it was stopped)."""
    failed = Signal(object)

    def __init__(self, session: Session, notice: Notice, window: QWidget) -> None:
        super().__init__(window)
        self._session = session
        self._notice = notice
        self._window = window
        self._ticket: Ticket | None = None

    def ask(self, ids: Sequence[ClipId], suggested: str) -> None:
        """Ask for the file, then begin."""
        if self._ticket is not None:
            self.done.emit(_("An export is still running"), None)
            return
        ask_target(self._window, len(ids), suggested, lambda choice: self._begin(ids, choice))

    def cancel(self) -> None:
        """Stop; nothing is left half-written."""
        if self._ticket is not None:
            self._ticket.cancel()

    def _begin(self, ids: Sequence[ClipId], choice: ExportChoice) -> None:
        desk = self._session.desk
        assert desk is not None
        ticket = self._ticket = Ticket(self._listen)
        count = ngettext("{count} clip", "{count} clips", len(ids))
        self._notice.begin(
            _("Writing {clips} to {file}").format(clips=count, file=choice.path.name), self.cancel
        )
        self._session.background.work(
            lambda: export(desk, ids, choice.form, choice.path, ticket, title=choice.title or None),
            self._ended,
        )

    def _listen(self, progress: Progress) -> None:
        self._session.background.call(self._notice.progress, progress)

    def _ended(self, outcome: Outcome[Path]) -> None:
        stopped = self._ticket is not None and self._ticket.stopped
        self._ticket = None
        self._notice.end()
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        elif stopped:
            self.done.emit(_("Export cancelled; no file was written"), None)
        else:
            self.done.emit(_("{file} is ready").format(file=outcome.value.name), outcome.value)  # type: ignore[union-attr]


def open_file(file: Path) -> None:
    """Open a file with the program that the system has for it."""
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))
