"""What the user mends in an article: pieces brought back and taken out, and what his site's rule learns."""

from __future__ import annotations

from PySide6.QtCore import QObject, Signal

from clipper.article.changes import Changes
from clipper.gui.background import Done, Outcome
from clipper.gui.panes.taken_out import Wish
from clipper.gui.session import Session
from clipper.i18n import _
from clipper.operations import parts
from clipper.operations.desk import Desk
from clipper.operations.parts import Taught

QUOTED = 40
"""Letters of a piece that a message quotes."""


class Mending(QObject):
    """Carries out wishes beside the window: each cleans its clip again, which takes a moment."""

    done = Signal(str, tuple)
    """Words, and the numbers of the acts that undo takes back."""
    rested = Signal()
    """A wish is carried out, or could not be."""

    def __init__(self, session: Session, parent: QObject) -> None:
        super().__init__(parent)
        self._session = session

    def wish(self, wish: Wish) -> None:
        """Do it; `done` follows, or the session's `failed`."""
        if wish.always:
            self._session.work(lambda desk: parts.always_for_site(desk, wish.clip, wish.edit), self._taught)
        else:
            self._session.work(lambda desk: _edited(desk, wish), lambda outcome: self._edited(wish, outcome))

    def _edited(self, wish: Wish, outcome: Outcome[Changes]) -> None:
        if isinstance(outcome, Done):
            words = _("Brought back: “{text}”") if wish.edit.kind == "restore" else _("Taken out: “{text}”")
            self._say(words.format(text=_quoted(wish)), outcome.value)
        self.rested.emit()

    def _taught(self, outcome: Outcome[Taught]) -> None:
        if isinstance(outcome, Done):
            words = (
                _("Kept on all pages of {host} from now on")
                if outcome.value.key == "keep"
                else _("Taken out of all pages of {host} from now on")
            )
            self._say(words.format(host=outcome.value.host), outcome.value.changes)
        self.rested.emit()

    def _say(self, words: str, changes: Changes) -> None:
        self._session.changed.emit(changes)
        self.done.emit(words, (changes.act,) if changes.act is not None else ())


def _edited(desk: Desk, wish: Wish) -> Changes:
    edit = parts.restore_part if wish.edit.kind == "restore" else parts.remove_part
    return edit(desk, wish.clip, wish.edit)


def _quoted(wish: Wish) -> str:
    text = wish.edit.text
    return text if len(text) <= QUOTED else text[:QUOTED].rstrip() + "…"
