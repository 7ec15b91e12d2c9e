"""What was taken out of a clip's page, where it stood and why; and the ghosts of it in the reading view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Literal

from clipper.article.article import Edit, Removal
from clipper.article.clip import Clip, ClipId
from clipper.i18n import _, ngettext, removal_words
from clipper.operations.blocks import blocks_of

FOLDED_FROM = 4
"""So many pieces at one place are shown as one line that opens."""
LONG = 170
"""Characters that fit on the two lines of a ghost; what is longer can be opened."""
CUT = 500
"""Characters of a removal's text that are kept (`article.Removal.text`): one of that length went on."""
NAMED = 3
"""Reasons that a folded line names."""


@dataclass(frozen=True, slots=True)
class Piece:
    """One piece that was taken out, in words."""

    number: int
    """From 1, in the order of `Clip.removals`; this is what the user and `clipper restore-part` call it."""
    why: str
    text: str
    position: int
    """Number of the article's block before which it stood."""
    place: str = ""
    by_user: bool = False
    """The user took it out himself: what is always to be done with it is the contrary."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What the user wants of one piece of a clip; an Edit means the same piece whatever changes meanwhile."""

    clip: ClipId
    edit: Edit
    always: bool = False
    """For the whole site."""


def pieces(clip: Clip) -> tuple[Piece, ...]:
    """What was taken out of this clip's page."""
    mine = [each for each in clip.edits if each.kind == "remove"]
    return tuple(
        _piece(number, each, by_user=any(_is_same(edit, each) for edit in mine))
        for number, each in enumerate(clip.removals, start=1)
    )


def wish_of(clip: Clip, what: str, number: int) -> Wish | None:
    """What is meant by a word of the reading view's script and the number of a piece or block; None where
    there is no such thing."""
    if what in ("restore", "restore_always"):
        found = next((each for each in pieces(clip) if each.number == number), None)
        return piece_wish(clip.row.id, found, always=what == "restore_always") if found else None
    blocks = blocks_of(clip.html)
    if number >= len(blocks) or not blocks[number].text:
        return None
    return Wish(clip.row.id, blocks[number].removal, what == "remove_always")


def piece_wish(clip: ClipId, piece: Piece, *, always: bool) -> Wish:
    """To bring back this piece; or what is always to be done with its like."""
    kind: Literal["restore", "remove"] = "remove" if always and piece.by_user else "restore"
    return Wish(clip, Edit(kind, piece.place, piece.text), always)


def ghosts(taken: Sequence[Piece], blocks: int) -> dict[int, str]:
    """The ghosts as HTML, by the number of the block before which they stand; `blocks` there are in all."""
    at: dict[int, list[Piece]] = {}
    for piece in taken:
        at.setdefault(min(max(piece.position, 0), blocks), []).append(piece)
    return {position: _at_one_place(found, position, blocks) for position, found in at.items()}


def switch(taken: Sequence[Piece]) -> str:
    """The button in the article's head that shows and hides the ghosts; nothing where there are none."""
    if not taken:
        return ""
    count = ngettext("{count} taken out", "{count} taken out", len(taken))
    tip = escape(_("Show or hide what was taken out (G)"), quote=True)
    return f'<button class="switch" type="button" aria-pressed="false" title="{tip}">{_SIGN}{count}</button>'


def deeds() -> str:
    """The two buttons that the script of ours puts beside the block of the article that is pointed at."""
    take, always = escape(_("Take out")), escape(_("Always for this site"))
    return (
        f'<div class="deeds" role="toolbar" aria-label="{escape(_("This part of the article"), quote=True)}">'
        f'<button type="button" data-deed="remove">{take}</button>'
        f'<button type="button" data-deed="remove_always">{always}</button></div>'
    )


_SIGN = (
    '<svg viewBox="0 0 16 16" aria-hidden="true"><rect x="2.75" y="2.75" width="10.5" height="10.5" rx="2"/>'
    '<path d="M5.6 8h4.8"/></svg>'
)


def always_words(piece: Piece) -> str:
    """What the second button of a ghost says."""
    return _("Always take out on this site") if piece.by_user else _("Always for this site")


def _piece(number: int, removal: Removal, *, by_user: bool) -> Piece:
    why = _("You took it out") if by_user else removal_words(removal.step, removal.rule)
    return Piece(number, why, removal.text, removal.position, removal.place, by_user)


def _is_same(edit: Edit, removal: Removal) -> bool:
    if edit.place and removal.place:
        return edit.place == removal.place
    return "".join(edit.text.split()) == "".join(removal.text.split())


def _at_one_place(found: Sequence[Piece], position: int, blocks: int) -> str:
    inside = "".join(map(_ghost, found))
    if len(found) < FOLDED_FROM:
        return inside
    said = escape(_folded(len(found), position, blocks))
    why = escape(_reasons(found))
    return (
        f'<details class="fold" data-at="{position}"><summary>'
        f'<span class="fold-count" dir="auto">{said}</span>'
        f'<span class="fold-why" dir="auto">{why}</span></summary>{inside}</details>'
    )


def _folded(count: int, position: int, blocks: int) -> str:
    if position == 0:
        return ngettext("{count} piece before the article", "{count} pieces before the article", count)
    if position >= blocks:
        return ngettext("{count} piece after the article", "{count} pieces after the article", count)
    return ngettext("{count} piece here", "{count} pieces here", count)


def _reasons(found: Sequence[Piece]) -> str:
    """The most frequent reasons, most frequent first."""
    whys = [piece.why for piece in found]
    most = sorted(dict.fromkeys(whys), key=lambda why: -whys.count(why))
    named = ", ".join(most[:NAMED])
    return f"{named} …" if len(most) > NAMED else named


def _ghost(piece: Piece) -> str:
    label = escape(_("Taken out: {why}. {text}").format(why=piece.why, text=piece.text[:LONG]), quote=True)
    text = escape(piece.text) + ("…" if len(piece.text) >= CUT else "")
    more = ""
    if len(piece.text) > LONG:
        more = (
            f'<button type="button" data-deed="more" aria-expanded="false">{escape(_("Show all"))}</button>'
        )
    return (
        f'<section class="ghost" role="group" tabindex="0" data-number="{piece.number}" '
        f'aria-label="{label}" aria-description="{escape(_("Enter brings it back"), quote=True)}">'
        f'<div class="ghost-why"><bdi>{escape(piece.why)}</bdi></div>'
        f'<div class="ghost-deeds">{more}'
        f'<button type="button" data-deed="restore">{escape(_("Bring back"))}</button>'
        f'<button type="button" data-deed="restore_always">{escape(always_words(piece))}</button>'
        f'</div><div class="ghost-text" dir="auto">{text}</div></section>'
    )
