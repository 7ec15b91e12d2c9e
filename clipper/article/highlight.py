"""Highlight: a passage that the user marked, and where it stands now."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, NewType

from clipper.article.anchoring import Anchor, Place

HighlightId = NewType("HighlightId", int)
Colour = Literal["yellow", "green", "blue", "pink", "purple"]
COLOURS: tuple[Colour, ...] = ("yellow", "green", "blue", "pink", "purple")
State = Literal["anchored", "moved", "lost"]


@dataclass(frozen=True, slots=True)
class Highlight:
    """A marked passage of a clip's text."""

    id: HighlightId
    uid: str
    anchor: Anchor
    """As it was marked."""
    colour: Colour
    note: str | None
    """Markdown."""
    made: datetime
    """Aware, UTC."""
    place: Place | None
    """Where it stands in the clip's text as that is now; None where it stands there no more."""

    @property
    def state(self) -> State:
        """`anchored`: as it was marked; `moved`: elsewhere, or in other words; `lost`."""
        if self.place is None:
            return "lost"
        return "anchored" if self.place.is_exact and self.place.start == self.anchor.start else "moved"
