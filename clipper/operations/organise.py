"""What a user does to clips that are there. Every function is one act, undone by one `undo`."""

from __future__ import annotations

from collections.abc import Sequence

from clipper.article.changes import Changes
from clipper.article.clip import ClipId
from clipper.article.organising import Look, Spot, Where
from clipper.operations.desk import Desk
from clipper.store import acts, arranging, clips, collections, tags


def star(desk: Desk, ids: Sequence[ClipId], *, on: bool) -> Changes:
    """Set or take the star."""
    return desk.act("star" if on else "unstar", lambda w: clips.star(w, ids, on=on))


def mark_read(desk: Desk, ids: Sequence[ClipId], *, on: bool) -> Changes:
    """Mark as read or unread."""
    return desk.act("read" if on else "unread", lambda w: clips.mark_read(w, ids, on=on))


def note(desk: Desk, clip: ClipId, text: str | None) -> Changes:
    """Write a clip's note; None or blank takes it away."""
    return desk.act("note", lambda w: clips.set_note(w, clip, text))


def tag(desk: Desk, ids: Sequence[ClipId], names: Sequence[str]) -> Changes:
    """Give tags, made where they do not exist yet. Raises BadName."""
    return desk.act("tag", lambda w: tags.tag(w, ids, names))


def untag(desk: Desk, ids: Sequence[ClipId], names: Sequence[str]) -> Changes:
    """Take tags away. Raises NoSuchTag."""
    return desk.act("untag", lambda w: tags.untag(w, ids, names))


def rename_tag(desk: Desk, name: str, new: str) -> Changes:
    """Rename a tag and those nested in it; an existing name merges the two. Raises NoSuchTag, BadName."""
    return desk.act("rename_tag", lambda w: tags.rename(w, name, new))


def merge_tag(desk: Desk, name: str, into: str) -> Changes:
    """Pour a tag, with those nested in it, into another that is there. Raises NoSuchTag, BadName."""
    return desk.act("merge_tag", lambda w: tags.merge(w, name, into))


def delete_tag(desk: Desk, name: str) -> Changes:
    """Delete a tag with those nested in it; the clips stay. Raises NoSuchTag."""
    return desk.act("delete_tag", lambda w: tags.delete(w, name))


def show_tag_as(desk: Desk, name: str, look: Look) -> Changes:
    """Give a tag a colour. Raises NoSuchTag, BadColour."""
    return desk.act("show_tag", lambda w: tags.show_as(w, name, look))


def file_into(desk: Desk, ids: Sequence[ClipId], path: str) -> Changes:
    """File clips into a collection too, made where it does not exist yet. Raises BadName."""
    return desk.act("file", lambda w: collections.file(w, ids, path))


def take_out(desk: Desk, ids: Sequence[ClipId], path: str) -> Changes:
    """Take clips out of a collection; they stay in the library. Raises NoSuchCollection."""
    return desk.act("take_out", lambda w: collections.take_out(w, ids, path))


def move(desk: Desk, ids: Sequence[ClipId], path: str) -> Changes:
    """File clips into this collection and no other. Raises BadName."""
    return desk.act("move", lambda w: collections.move_clips(w, ids, path))


def make_collection(desk: Desk, path: str) -> Changes:
    """Make a collection, its parents too. Raises BadName."""
    return desk.act("make_collection", lambda w: collections.ensure(w, path))


def rename_collection(desk: Desk, path: str, name: str) -> Changes:
    """Give a collection another last name. Raises NoSuchCollection, BadName (taken)."""
    return desk.act("rename_collection", lambda w: collections.rename(w, path, name))


def move_collection(desk: Desk, path: str, under: str | None) -> Changes:
    """Hang a collection under another, or at the top (None). Raises NoSuchCollection, BadName."""
    return desk.act("move_collection", lambda w: collections.move(w, path, under))


def merge_collection(desk: Desk, path: str, into: str) -> Changes:
    """Pour a collection, with those inside it, into another. Raises NoSuchCollection, BadName."""
    return desk.act("merge_collection", lambda w: collections.merge(w, path, into))


def show_collection_as(desk: Desk, path: str, look: Look) -> Changes:
    """Give a collection a colour and an icon. Raises NoSuchCollection, BadColour, BadName."""
    return desk.act("show_collection", lambda w: collections.show_as(w, path, look))


def order_collection(desk: Desk, path: str, spot: Spot) -> Changes:
    """Move a collection among its siblings; `spot.other` is one of these. Raises NoSuchCollection."""
    return desk.act("order_collection", lambda w: arranging.order_collection(w, path, spot))


def order_collections_by_name(desk: Desk, path: str) -> Changes:
    """Order a collection and its siblings by name again. Raises NoSuchCollection."""
    return desk.act("order_collection", lambda w: arranging.collections_by_name(w, path))


def order_clips(
    desk: Desk, path: str, ids: Sequence[ClipId], where: Where, other: ClipId | None = None
) -> Changes:
    """Move clips together within a collection. Raises NoSuchCollection, NotInCollection."""
    return desk.act("order_clips", lambda w: arranging.order_clips(w, path, ids, where, other))


def order_clips_by_age(desk: Desk, path: str) -> Changes:
    """Order the clips of a collection by age again, the newest first. Raises NoSuchCollection."""
    return desk.act("order_clips", lambda w: arranging.newest_first(w, path))


def delete_collection(desk: Desk, path: str) -> Changes:
    """Delete a collection with those inside it; the clips stay. Raises NoSuchCollection."""
    return desk.act("delete_collection", lambda w: collections.delete(w, path))


def trash(desk: Desk, ids: Sequence[ClipId]) -> Changes:
    """Put clips into the trash."""
    return desk.act("trash", lambda w: clips.trash(w, ids))


def restore(desk: Desk, ids: Sequence[ClipId]) -> Changes:
    """Take clips out of the trash, back to where they were."""
    return desk.act("restore", lambda w: clips.restore(w, ids))


def undo(desk: Desk, act: int | None = None) -> Changes:
    """Undo an act of the journal, by default the last one. Raises CannotUndo."""
    return desk.writer.run(lambda: acts.undo(desk.library, act))


def redo(desk: Desk, act: int | None = None) -> Changes:
    """Do an act again, by default what was undone last. Raises CannotRedo."""
    return desk.writer.run(lambda: acts.redo(desk.library, act))
