"""Colours and icons, as they are kept."""

from __future__ import annotations

import re

from clipper.article.organising import COLOURS, Look
from clipper.errors import BadColour, BadName
from clipper.store import names

LONGEST_ICON = 40
_VALUE = re.compile(r"#[0-9a-f]{6}")


def colour(words: str) -> str | None:
    """A colour as it is kept; None for an empty text. Raises BadColour."""
    kept = words.strip().lower()
    if kept in COLOURS or _VALUE.fullmatch(kept):
        return kept
    if re.fullmatch(r"#[0-9a-f]{3}", kept):
        return "#" + "".join(2 * digit for digit in kept[1:])
    if kept:
        raise BadColour(names.shown(words))
    return None


def icon(words: str) -> str | None:
    """An icon as it is kept; None for an empty text. Raises BadName."""
    kept = names.proper(words) if words.strip() else None
    if kept is not None and len(kept) > LONGEST_ICON:
        raise BadName(names.shown(kept), "icon_too_long")
    return kept


def values(look: Look) -> dict[str, str | None]:
    """The columns that are to be changed, with what to. Raises BadColour, BadName."""
    given = {} if look.colour is None else {"colour": colour(look.colour)}
    return given if look.icon is None else given | {"icon": icon(look.icon)}
