"""Bring back a piece that the cleaner took out, or take one more out; for this clip, or always for its site.

What the user says of a piece is kept beside the raw page, so that cleaning again obeys it. Each function is
one act, undone by one `undo`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TypeVar

from clipper.article.article import Article, Edit, Removal
from clipper.article.changes import Changes
from clipper.article.clip import Basis, Clip, ClipId, Revision
from clipper.errors import ClipBusy, NoSelector, NoSuchPart, PartStays, TextIsOwn
from clipper.jobs import Ticket
from clipper.operations import find, site_rules
from clipper.operations.blocks import blocks_of, letters
from clipper.operations.clean_again import basis_of, revision
from clipper.operations.desk import Desk
from clipper.operations.guiding import by_rule
from clipper.store import Writing, revising

T = TypeVar("T")

ATTEMPTS = 3
"""How often it is tried again where somebody else changes the clip meanwhile."""
_SHOWN = 80
"""Letters of a piece that a message quotes."""


@dataclass(frozen=True, slots=True)
class Taught:
    """What became of the rule of a site."""

    host: str
    key: str
    """`keep` or `strip`."""
    selector: str
    changes: Changes


def restore_part(desk: Desk, clip: ClipId, part: int | Edit, ticket: Ticket | None = None) -> Changes:
    """Bring a piece back: the removal of this number as the clip lists them, from 1, or what an Edit names.

    Pictures that come back with it and are not in the library are fetched.
    Raises NoSuchClip, NoSuchPart, PartStays, TextIsOwn, LibraryError, CleanError, Stopped.
    """
    return _edit(desk, clip, "restore_part", lambda now: _restoring(now, part), ticket)


def remove_part(desk: Desk, clip: ClipId, part: int | Edit, ticket: Ticket | None = None) -> Changes:
    """Take a piece out: the block of this number, from 1, or what an Edit names. Raises as `restore_part`."""
    return _edit(desk, clip, "remove_part", lambda now: _removing(now, part), ticket)


def restoring(desk: Desk, clip: ClipId, number: int) -> Edit:
    """The edit that brings back the removal of this number. Raises NoSuchClip, NoSuchPart, TextIsOwn."""
    return _restoring(_of_page(find.open_clip(desk, clip)), number)


def removing(desk: Desk, clip: ClipId, number: int) -> Edit:
    """The edit that takes out the block of this number. Raises NoSuchClip, NoSuchPart, TextIsOwn."""
    return _removing(_of_page(find.open_clip(desk, clip)), number)


def undo_edit(desk: Desk, clip: ClipId, number: int, ticket: Ticket | None = None) -> Changes:
    """Take back what the user said of a piece: the clip's edit of this number, from 1. Raises likewise."""
    ticket = ticket or Ticket()
    for _attempt in range(ATTEMPTS):
        basis = _basis(desk, clip)
        gone = _numbered(basis.clip, basis.clip.edits, number)
        left = tuple(each for each in basis.clip.edits if each is not gone)
        changes = _keep(desk, "undo_edit", revision(desk, basis, ticket, left), left)
        if changes is not None:
            return changes
    raise ClipBusy(str(clip))


def always_for_site(desk: Desk, clip: ClipId, part: int | Edit, ticket: Ticket | None = None) -> Taught:
    """Have the rule of the clip's site say what is to become of such a piece, and clean the clip by it.

    The removal of this number is kept always; one that the user took out himself is stripped always; an Edit
    says which. Other clips of the site stay as they are until they are cleaned again.
    Raises NoSelector, SiteRuleBroken, and as `restore_part`.
    """
    ticket = ticket or Ticket()
    for _attempt in range(ATTEMPTS):
        basis = _basis(desk, clip)
        edit = _always(basis.clip, part)
        key = "keep" if edit.kind == "restore" else "strip"
        host, selector, text = _rule_with(desk, basis, edit, key)
        site_rules.prepare(desk, host)
        edits = (*_without(basis.clip.edits, edit), edit)
        by = by_rule(desk.library.site_rules.parse(host, text), edits=edits)
        made = revision(desk, basis, ticket, edits, by=by, fetch=True)
        changes = _keep(desk, f"always_{key}", made, edits, _writes(desk, host, text))
        if changes is not None:
            return Taught(host, key, selector, changes)
    raise ClipBusy(str(clip))


def _basis(desk: Desk, clip: ClipId) -> Basis:
    basis = basis_of(desk, clip)
    _of_page(basis.clip)
    return basis


def _of_page(clip: Clip) -> Clip:
    """The clip, if it shows what its page says. Raises TextIsOwn."""
    if "text" in clip.own:
        raise TextIsOwn(str(clip.row.id))
    return clip


def _edit(
    desk: Desk, clip: ClipId, code: str, meant: Callable[[Clip], Edit], ticket: Ticket | None
) -> Changes:
    ticket = ticket or Ticket()
    for _attempt in range(ATTEMPTS):
        basis = _basis(desk, clip)
        edit = meant(basis.clip)
        made, edits = _obeying(desk, basis, edit, ticket)
        changes = _keep(desk, code, made, edits)
        if changes is not None:
            return changes
    raise ClipBusy(str(clip))


def _obeying(desk: Desk, basis: Basis, edit: Edit, ticket: Ticket) -> tuple[Revision, tuple[Edit, ...]]:
    """The clip cleaned again as the user wants it, with as few edits as do it: often it is enough to forget
    that he said the contrary. Raises PartStays where nothing changes."""
    others = _without(basis.clip.edits, edit)
    choices = [(*others, edit)] if others == basis.clip.edits else [others, (*others, edit)]
    for edits in choices:
        made = revision(desk, basis, ticket, edits, fetch=True)
        if _is_obeyed(made.article, edit):
            return made, edits
    if made.article.html == basis.article.html:
        raise PartStays(str(basis.clip.row.id), edit.text[:_SHOWN])
    return made, edits


def _is_obeyed(article: Article, edit: Edit) -> bool:
    says = letters(edit.text) in letters(article.text) or (
        edit.text.startswith(("http", "clip:", "data:")) and edit.text in article.html
    )
    return says if edit.kind == "restore" else not says


def _keep(
    desk: Desk,
    code: str,
    made: Revision,
    edits: Sequence[Edit],
    also: Callable[[Writing], None] | None = None,
) -> Changes | None:
    """One act; None where the clip was changed by somebody else since it was read."""
    overtaken: list[bool] = []

    def write(writing: Writing) -> None:
        if not revising.is_current(writing, made.basis.standing):
            overtaken.append(True)
            return
        revising.revise(writing, made, edits)
        if also is not None:
            also(writing)

    changes = desk.act(code, write)
    return None if overtaken else changes


def _restoring(clip: Clip, part: int | Edit) -> Edit:
    if isinstance(part, Edit):
        return part
    removal = _numbered(clip, clip.removals, part)
    return Edit("restore", removal.place, removal.text)


def _removing(clip: Clip, part: int | Edit) -> Edit:
    return part if isinstance(part, Edit) else _numbered(clip, blocks_of(clip.html), part).removal


def _always(clip: Clip, part: int | Edit) -> Edit:
    if isinstance(part, Edit):
        return part
    removal = _numbered(clip, clip.removals, part)
    edit = Edit("restore", removal.place, removal.text)
    by_user = any(each.kind == "remove" and _is_same(each, edit) for each in clip.edits)
    return Edit("remove", removal.place, removal.text) if by_user else edit


def _rule_with(desk: Desk, basis: Basis, edit: Edit, key: str) -> tuple[str, str, str]:
    """Site, selector, and the site's file with it. Raises NoSelector."""
    from clipper.clean import selector_making, selectors  # parsing is loaded where it is needed

    place = edit.place or selectors.place_of(basis.pages, edit.text)
    article = letters(basis.article.text).replace(letters(edit.text), "") if key == "strip" else ""
    selector = selector_making.selector_for(basis.pages, place, article)
    if selector is None:
        raise NoSelector(edit.text[:_SHOWN])
    host = desk.library.site_rules.home_of(basis.pages[0].final_url)
    contrary = "strip" if key == "keep" else "keep"
    text = site_rules.changed_text(desk, host, added={key: [selector]}, gone={contrary: [selector]})
    return host, selector, text


def _writes(desk: Desk, host: str, text: str) -> Callable[[Writing], None]:
    return lambda writing: site_rules.put(desk, writing, host, text)


def _without(edits: Sequence[Edit], edit: Edit) -> tuple[Edit, ...]:
    """The edits without what was said of the same piece: the last word counts."""
    return tuple(each for each in edits if not _is_same(each, edit))


def _is_same(one: Edit | Removal, other: Edit | Removal) -> bool:
    if one.place and other.place:
        return one.place == other.place
    return letters(one.text) == letters(other.text)


def _numbered(clip: Clip, parts: Sequence[T], number: int) -> T:
    if not 1 <= number <= len(parts):
        raise NoSuchPart(str(clip.row.id), str(number))
    return parts[number - 1]
