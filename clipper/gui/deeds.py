"""What the user asked for, carried out through the operations, with a word on it and the way back."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QObject, Signal

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.article.query import Scope
from clipper.gui.session import Session
from clipper.gui.words import as_part, last_part, shown_path, split_path
from clipper.i18n import _, ngettext
from clipper.operations import organise
from clipper.operations.desk import Desk

Ids = Sequence[ClipId]


class Deeds(QObject):
    """Every change the window makes to clips, collections and tags."""

    done = Signal(str, object)
    """Words, and the number of the act that `undo` takes back (None: it cannot be)."""
    renamed = Signal(object, object)
    """Scope that was, Scope that is. Comes before the news of the change."""

    def __init__(self, session: Session, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._session = session
        self._acts: list[int] = []
        self._undone: list[int] = []

    def star(self, ids: Ids, *, on: bool) -> None:
        """Set or take the star; the row shows it, so nothing is said."""
        self._do(lambda desk: organise.star(desk, ids, on=on))

    def mark_read(self, ids: Ids, *, on: bool) -> None:
        """Mark as read or unread, as the user asked."""
        self._do(lambda desk: organise.mark_read(desk, ids, on=on))

    def has_been_read(self, clip: ClipId) -> None:
        """A clip was shown for a moment. No step of its own on the way back: U takes it back."""
        self._session.write(lambda desk: organise.mark_read(desk, [clip], on=True))

    def note(self, clip: ClipId, text: str) -> None:
        """Write a clip's note."""
        self._do(lambda desk: organise.note(desk, clip, text or None))

    def tag(self, ids: Ids, name: str) -> None:
        """Give a tag."""
        self._do(lambda desk: organise.tag(desk, ids, [name]), _clips(ids, _("tagged “{name}”"), name))

    def untag(self, ids: Ids, name: str) -> None:
        """Take a tag away."""
        words = _("Tag “{name}” taken away").format(name=name)
        self._do(lambda desk: organise.untag(desk, ids, [name]), words)

    def file(self, ids: Ids, path: str) -> None:
        """File into a collection too."""
        self._do(
            lambda desk: organise.file_into(desk, ids, path),
            _clips(ids, _("filed in {name}"), shown_path(path)),
        )

    def move(self, ids: Ids, path: str) -> None:
        """File into this collection and no other."""
        self._do(
            lambda desk: organise.move(desk, ids, path), _clips(ids, _("moved to {name}"), shown_path(path))
        )

    def take_out(self, ids: Ids, path: str) -> None:
        """Take out of a collection."""
        self._do(
            lambda desk: organise.take_out(desk, ids, path),
            _clips(ids, _("taken out of {name}"), shown_path(path)),
        )

    def trash(self, ids: Ids) -> None:
        """Move to the trash."""
        self._do(lambda desk: organise.trash(desk, ids), _clips(ids, _("moved to the trash")))

    def restore(self, ids: Ids) -> None:
        """Put back from the trash."""
        self._do(lambda desk: organise.restore(desk, ids), _clips(ids, _("put back")))

    def drop(self, ids: Ids, scope: Scope, *, moved: bool) -> None:
        """Clips were dropped on a place."""
        if scope.place == "collection" and scope.name:
            (self.move if moved else self.file)(ids, scope.name)
        elif scope.place == "tag" and scope.name:
            self.tag(ids, scope.name)
        elif scope.place == "starred":
            self.star(ids, on=True)
        elif scope.place == "trash":
            self.trash(ids)

    def new_collection(self, under: Scope, name: str) -> None:
        """Make a collection."""
        part = as_part(name)
        path = f"{under.name}/{part}" if under.name else part
        words = _("Collection “{name}” made").format(name=name.strip())
        self._do(lambda desk: organise.make_collection(desk, path), words)

    def hang_collection(self, path: str, under: str | None) -> None:
        """Hang a collection under another, or at the top."""
        words = _("{name} moved").format(name=last_part(path))
        self._do(lambda desk: organise.move_collection(desk, path, under), words)

    def rename(self, scope: Scope, name: str) -> None:
        """Rename a collection or tag; `renamed` follows before the sidebar is read again."""
        old = scope.name or ""
        is_tag = scope.place == "tag"
        rename = organise.rename_tag if is_tag else organise.rename_collection
        new = name.strip() if is_tag else "/".join([*split_path(old)[:-1], as_part(name)])

        def act(desk: Desk) -> Changes:
            changes = rename(desk, old, name.strip())
            self._session.background.call(self._say_renamed, (scope, Scope(scope.place, new)))
            return changes

        self._do(act, _("Renamed"))

    def delete(self, scope: Scope) -> None:
        """Delete a collection or tag; the clips stay."""
        name = scope.name or ""
        if scope.place == "collection":
            words = _("Collection {name} deleted; its clips are kept").format(name=shown_path(name))
            self._do(lambda desk: organise.delete_collection(desk, name), words)
        else:
            words = _("Tag “{name}” deleted; its clips are kept").format(name=name)
            self._do(lambda desk: organise.delete_tag(desk, name), words)

    def undo(self, *acts: int) -> None:
        """Take back these acts, the last one first; by default the last one that the user saw."""
        given = acts or tuple(self._acts[-1:])

        def act(desk: Desk) -> Changes:
            changes = organise.undo(desk, given[-1] if given else None)
            for each in reversed(given[:-1]):
                changes |= organise.undo(desk, each)
            return changes

        def undone(_changes: Changes) -> None:
            self._acts = [each for each in self._acts if each not in given]
            self.done.emit(_("Undone"), None)

        self._session.write(act, undone)

    def redo(self) -> None:
        """Do again what was taken back last."""

        def redone(changes: Changes) -> None:
            if changes.act is not None:
                self._acts.append(changes.act)
            self.done.emit(_("Done again"), None)

        self._session.write(organise.redo, redone)

    def remember(self, acts: Sequence[int]) -> None:
        """Somebody else did something for the user: undo begins with it."""
        self._acts.extend(acts)

    def _say_renamed(self, names: tuple[Scope, Scope]) -> None:
        self.renamed.emit(*names)

    def _do(self, act: Callable[[Desk], Changes], words: str = "") -> None:
        def acted(changes: Changes) -> None:
            if changes.act is not None:
                self._acts.append(changes.act)
            if words and changes:
                self.done.emit(words, changes.act)

        self._session.write(act, acted)


def _clips(ids: Ids, what: str, name: str = "") -> str:
    count = ngettext("{count} clip", "{count} clips", len(ids))
    return f"{count} {what.format(name=name)}"
