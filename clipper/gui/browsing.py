"""Which clips are shown: a place, perhaps words searched in it; read anew when the library changes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal

from clipper.article.clip import ClipId
from clipper.article.query import Hit, Scope
from clipper.gui.background import Done, Failed, Outcome
from clipper.gui.models.settle import keeping
from clipper.gui.panes.bar import Field, place_words
from clipper.gui.panes.clip_list import ClipList
from clipper.gui.session import Session
from clipper.gui.words import number
from clipper.i18n import _, ngettext
from clipper.operations import find
from clipper.operations.desk import Desk

SOON_MS = 40
"""Changes that come this close together are one reading: sixty clips that arrive are not sixty lists."""


@dataclass(frozen=True, slots=True)
class Look:
    """A place and words."""

    scope: Scope = Scope()  # noqa: RUF009
    words: str = ""


@dataclass(frozen=True, slots=True)
class Found:
    """What a look brought."""

    ids: list[ClipId]
    hits: dict[int, Hit]


class Browsing(QObject):
    """Keeps the list at what the sidebar and the field say."""

    failed = Signal(object)
    shown = Signal()
    """The list is what was asked for."""

    def __init__(
        self, session: Session, field: Field, clip_list: ClipList, parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._session = session
        self._field = field
        self._list = clip_list
        self.look = Look()
        self._on_screen: Look | None = None
        self._running: Look | None = None
        self._again = False
        self._soon = QTimer(self, singleShot=True, interval=SOON_MS)
        self._soon.timeout.connect(self._read)

    def go(self, look: Look) -> None:
        """Look there."""
        self.look = look
        self._field.set_scope(look.scope)
        self._soon.stop()
        self._read()

    def refresh(self) -> None:
        """The library has changed."""
        self._soon.start()

    def _read(self) -> None:
        desk, look = self._session.desk, self.look
        if desk is None:
            return
        if self._running == look:
            self._again = True
            return
        self._running = look
        self._session.background.read(lambda: _find(desk, look), lambda outcome: self._arrived(look, outcome))

    def _arrived(self, look: Look, outcome: Outcome[Found]) -> None:
        if self._running == look:
            self._running = None
        if look != self.look:
            return  # late: the user is elsewhere by now
        if self._again:
            self._again = False
            self._read()
        if isinstance(outcome, Failed):
            self.failed.emit(outcome.error)
        if isinstance(outcome, Done):
            self._show(look, outcome.value)

    def _show(self, look: Look, found: Found) -> None:
        anew = look != self._on_screen
        self._on_screen = look
        ids, current = found.ids, self._list.current
        if not anew and look.scope.place == "unread" and current is not None and not look.words:
            ids = keeping(self._list.rows.ids, ids, current)  # it was read, and is being read
        self._list.show_ids(ids, found.hits, look.words, anew=anew)
        self._list.head.setText(head_words(look, len(ids)))
        self._field.say(_count(len(ids)) if look.words else "")
        self._list.view.say_empty(*(("", "") if ids else empty_words(look)))
        self.shown.emit()


def head_words(look: Look, count: int) -> str:
    """What stands above the list."""
    if not count:
        return place_words(look.scope)
    if look.words:
        return _("{clips}, best match first").format(clips=_count(count))
    return _("{clips}, newest first").format(clips=_count(count))


def empty_words(look: Look) -> tuple[str, str]:
    """What an empty list says: what it is, and what can be done."""
    if look.words:
        return _("Nothing found"), _(
            "No clip has all of these words. Fewer words, or only their beginnings, find more."
        )
    return {
        "all": (
            _("Your cuttings desk"),
            _("Paste the link of an article here with Ctrl+V, or drop a link or a saved page on the window."),
        ),
        "unfiled": (_("Everything is filed"), _("Clips that are in no collection are listed here.")),
        "starred": (_("No stars yet"), _("Press S to star the clip that you read.")),
        "unread": (_("All read"), _("Clips that you have not opened yet are listed here.")),
        "trash": (_("The trash is empty"), _("What you delete is kept here until you want it back.")),
        "collection": (
            _("An empty collection"),
            _("Paste a link to clip it into this collection, or drag clips onto its name."),
        ),
        "tag": (
            _("No clips with this tag"),
            _("Drag clips onto the tag, or paste a link to clip it with this tag."),
        ),
    }[look.scope.place]


def _count(count: int) -> str:
    return ngettext("{count} clip", "{count} clips", count).replace(str(count), number(count), 1)


def _find(desk: Desk, look: Look) -> Found:
    if not look.words:
        return Found(find.listing(desk, look.scope), {})
    hits: Sequence[Hit] = find.search(desk, look.words, look.scope)
    return Found([ClipId(hit.id) for hit in hits], {hit.id: hit for hit in hits})
