"""What an element's content betrays: many links, no prose. Judged by what is left in it."""

from __future__ import annotations

from bs4 import Tag

from clipper.clean import names
from clipper.clean.tables import is_data_table
from clipper.clean.text import word_set

JUDGED = word_set("div section ul ol table form fieldset header dl details")
"""Elements that are judged by their content."""
INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
KEEPS = frozenset(("pre", "code"))
"""Elements that no chrome has: a block around one is judged by nothing else."""
_JUDGED_WITH = frozenset(("figure", "pre", "code"))
_LISTS = frozenset(("ul", "ol", "dl"))
_PARAGRAPHS = frozenset(("div", "td", "section", "blockquote"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_COMMAS = ",،，、;؛；"


def is_judged_in(name: str) -> bool:
    """Is what stands in an element of this name judged on its own, or with it?"""
    return name not in _JUDGED_WITH


class Totals:
    """Running totals of a walk; what an element holds is the difference between its end and its start."""

    __slots__ = (
        "commas", "heading", "images", "items", "kept", "length", "linked", "paragraphs", "prose",
    )  # fmt: skip

    def __init__(self) -> None:
        self.length = self.linked = self.commas = self.heading = 0
        self.paragraphs = self.images = self.items = self.prose = self.kept = 0

    def add_text(self, text: str, *, in_link: bool) -> int:
        """Count a text; answers its length, blanks collapsed."""
        length = len(text.strip() if "\n" not in text and "  " not in text else " ".join(text.split()))
        self.length += length
        if text.isascii():
            self.commas += text.count(",") + text.count(";")
        else:
            self.commas += sum(map(text.count, _COMMAS))
        if in_link:
            self.linked += length
        return length

    def count(self, name: str, direct: int, length: int, paragraph: int) -> None:
        """Count an element: `direct` characters in it itself, `length` in all."""
        if name == "p" or (name in _PARAGRAPHS and direct >= paragraph):
            self.paragraphs += 1
            if direct >= 3 * paragraph:
                self.prose += direct
        elif name == "img":
            self.images += 1
        elif name == "li":
            self.items += 1
            if direct >= 3 * paragraph:
                self.prose += direct
        elif name in _HEADINGS:
            self.heading += length

    def all(self) -> tuple[int, ...]:
        """As they stand now."""
        return (
            self.length, self.linked, self.commas, self.heading, self.paragraphs,
            self.images, self.items, self.prose, self.kept,
        )  # fmt: skip

    def set_back(self, before: tuple[int, ...]) -> None:
        """As they stood then."""
        self.length, self.linked, self.commas, self.heading, self.paragraphs = before[:5]
        self.images, self.items, self.prose, self.kept = before[5:]


def rule_of_content(tag: Tag, now: Totals, before: tuple[int, ...], paragraph: int) -> str | None:
    """Why this block is no part of the article; None where it may be. It holds what was counted since
    `before`; `paragraph`: characters from which a run counts as one.
    """
    if now.kept > before[8] or (tag.name == "table" and is_data_table(tag)):
        return None
    weight = names.weight(tag)
    if weight < 0 and now.prose - before[7] < 6 * paragraph:
        return "named"
    linked = now.linked - before[1]
    if not linked or now.commas - before[2] >= 10:
        return None
    length = now.length - before[0]
    density = linked / length
    if tag.name in _LISTS:
        return "links" if weight >= 25 and density > 0.5 else None
    if now.items - before[6] > now.paragraphs - before[4] + 2 and density > 0.3:
        return "links"
    if length < paragraph and now.images == before[5] and now.heading == before[3]:
        return "links"
    if (weight < 25 and density > 0.3) or density > 0.5:
        return "links"
    return None
