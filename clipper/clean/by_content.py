"""What an element's content betrays: many links, no prose. Judged by what is left in it."""

from __future__ import annotations

from bs4 import Tag

from clipper.clean import names, walk
from clipper.clean.tables import is_data_table
from clipper.clean.text import word_set

JUDGED = word_set("div section ul ol table form fieldset header dl details")
"""Elements that are judged by their content."""
INLINE = word_set("a abbr b bdi cite code em font i mark q s small span strong sub sup time u")
KEEPS = frozenset(("pre", "code"))
"""Elements that no chrome has: a block around one is judged by nothing else."""
JUDGED_WITH = frozenset(("figure", "pre", "code"))
"""Elements with which whatever stands in them is judged."""
_LISTS = frozenset(("ul", "ol", "dl"))
_PARAGRAPHS = frozenset(("div", "td", "section", "blockquote"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_COMMAS = ",،，、;؛；"
COUNTED = word_set("p img li") | _PARAGRAPHS | _HEADINGS
"""Elements that are counted."""
_MANY_COMMAS = 10
"""What has as many is prose, however many links are in it."""


class Totals:
    """Running totals of a walk; what an element holds is the difference between its end and its start."""

    __slots__ = ("heading", "images", "items", "kept", "linked", "paragraphs", "prose")

    def __init__(self) -> None:
        self.linked = self.heading = self.paragraphs = self.images = 0
        self.items = self.prose = self.kept = 0

    def count(self, name: str, direct: int, length: int, paragraph: int) -> None:
        """Count an element: `direct` characters in it itself, `length` in all."""
        if name == "p" or (direct >= paragraph and name in _PARAGRAPHS):
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
            self.linked, self.heading, self.paragraphs, self.images, self.items, self.prose, self.kept,
        )  # fmt: skip

    def set_back(self, before: tuple[int, ...]) -> None:
        """As they stood then."""
        (
            self.linked, self.heading, self.paragraphs, self.images, self.items, self.prose, self.kept,
        ) = before  # fmt: skip


def rule_of_content(
    tag: Tag, length: int, now: Totals, before: tuple[int, ...], paragraph: int
) -> str | None:
    """Why this block is no part of the article; None where it may be. It holds `length` characters and what
    was counted since `before`; `paragraph`: characters from which a run counts as one.
    """
    linked, heading, paragraphs, images, items, prose, kept = before
    linked = now.linked - linked
    is_prose = now.prose - prose >= 6 * paragraph
    if (is_prose and not linked) or now.kept > kept or (tag.name == "table" and is_data_table(tag)):
        return None
    weight = names.weight(tag) if "class" in tag.attrs or "id" in tag.attrs else 0
    if weight < 0 and not is_prose:
        return "named"
    if not linked:
        return None
    density = linked / length
    if tag.name in _LISTS:
        is_chrome = weight >= 25 and density > 0.5
    else:
        is_chrome = (
            (now.items - items > now.paragraphs - paragraphs + 2 and density > 0.3)
            or (length < paragraph and now.images == images and now.heading == heading)
            or (weight < 25 and density > 0.3)
            or density > 0.5
        )
    return "links" if is_chrome and _commas_in(tag) < _MANY_COMMAS else None


def _commas_in(tag: Tag) -> int:
    text = walk.all_text(tag)
    return text.count(",") + text.count(";") if text.isascii() else sum(map(text.count, _COMMAS))
