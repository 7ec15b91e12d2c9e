"""What was taken out of a clip's page, where it stood and why; and the ghosts of it in the reading view."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape

from clipper.article.article import Removal
from clipper.article.clip import Clip
from clipper.i18n import _, ngettext, removal_words

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


def pieces(clip: Clip) -> tuple[Piece, ...]:
    """What was taken out of this clip's page."""
    return tuple(_piece(number, each) for number, each in enumerate(clip.removals, start=1))


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


def _piece(number: int, removal: Removal) -> Piece:
    text = removal.text + ("…" if len(removal.text) >= CUT else "")
    return Piece(number, removal_words(removal.step, removal.rule), text, removal.position)


def _at_one_place(found: Sequence[Piece], position: int, blocks: int) -> str:
    inside = "".join(map(_ghost, found))
    if len(found) < FOLDED_FROM:
        return inside
    said = escape(_folded(len(found), position, blocks))
    why = escape(_reasons(found))
    return (
        f'<details class="fold" data-at="{position}"><summary><span class="fold-count">{said}</span>'
        f'<span class="fold-why">{why}</span></summary>{inside}</details>'
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
    more = ""
    if len(piece.text) > LONG:
        more = (
            f'<button type="button" data-deed="more" aria-expanded="false">{escape(_("Show all"))}</button>'
        )
    return (
        f'<section class="ghost" role="group" tabindex="0" data-number="{piece.number}" aria-label="{label}">'
        f'<div class="ghost-head"><span class="ghost-why">{escape(piece.why)}</span>'
        f'<span class="ghost-deeds">{more}'
        f'<button type="button" data-deed="restore">{escape(_("Bring back"))}</button>'
        f'<button type="button" data-deed="restore_always">{escape(_("Always for this site"))}</button>'
        f'</span></div><div class="ghost-text" dir="auto">{escape(piece.text)}</div></section>'
    )
