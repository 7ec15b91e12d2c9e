"""Leaves out of a container the boxes whose name or content betrays them: lists of links, forms, boxes that
are called what no article is called. From the leaves up, as parents are judged by what is left in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from clipper.clean import names
from clipper.clean.layout import HEADINGS, Layout
from clipper.clean.scoring import Box, weight
from clipper.clean.text import word_set

_JUDGED = word_set("div section ul ol table form fieldset header dl details aside")
_PARAGRAPHS = word_set("div td section blockquote article main")


@dataclass(slots=True)
class _Content:
    length: int = 0
    linked: int = 0
    commas: int = 0
    heading: int = 0
    paragraphs: int = 0
    images: int = 0
    items: int = 0
    prose: int = 0
    code: bool = False

    def add(self, other: _Content) -> None:
        self.length += other.length
        self.linked += other.linked
        self.commas += other.commas
        self.heading += other.heading
        self.paragraphs += other.paragraphs
        self.images += other.images
        self.items += other.items
        self.prose += other.prose
        self.code = self.code or other.code


class Sweep:
    """One sweep over a container; adds to `left_out`."""

    def __init__(self, layout: Layout, left_out: dict[int, str], paragraph: int) -> None:
        self._layout, self._left_out, self._paragraph = layout, left_out, paragraph

    def sweep(self, box: Box) -> None:
        """Judge everything in the box, not the box itself."""
        self._content(box, in_table=False)

    def _content(self, box: Box, *, in_table: bool) -> _Content:
        content = _Content()
        direct = 0
        for length, linked, commas in box.runs:
            direct += length
            content.length += length
            content.linked += linked
            content.commas += commas
        in_table = in_table or (box.tag == "table" and _is_data(box, self._layout))
        pictures = self._layout.pictures[box.number]
        for inner in box.inside:
            found = self._content(inner, in_table=in_table)
            pictures -= self._layout.pictures[inner.number]
            if inner.tag in _JUDGED and not in_table and box.tag not in ("figure", "pre"):
                rule = self._rule(inner, found)
                if rule:
                    self._left_out.setdefault(inner.number, rule)
                    continue
            content.add(found)
        content.images += pictures
        self._count(box, content, direct)
        return content

    def _count(self, box: Box, content: _Content, direct: int) -> None:
        tag = box.tag
        if tag == "p" or (tag in _PARAGRAPHS and direct >= self._paragraph):
            content.paragraphs += 1
            content.prose += direct if direct >= 3 * self._paragraph else 0
        elif tag == "li":
            content.items += 1
            content.prose += direct if direct >= 3 * self._paragraph else 0
        elif tag in HEADINGS:
            content.heading += content.length
        elif tag == "pre":
            content.code = True

    def _rule(self, box: Box, content: _Content) -> str | None:
        """Why this box is no part of the article; None where it may be."""
        if content.code or (box.tag == "table" and _is_data(box, self._layout)):
            return None
        favour = weight(box.name)
        if favour < 0 and content.prose < 6 * self._paragraph:
            return names.piece_of(self._layout.boxes[box.number]) or "named"
        if box.tag == "aside" and content.prose < 6 * self._paragraph:
            return "aside"
        if content.commas >= 10:
            return None
        return "links" if self._is_links(box, content, favour) else None

    def _is_links(self, box: Box, content: _Content, favour: int) -> bool:
        density = content.linked / content.length if content.length else 0.0
        if box.tag in ("ul", "ol", "dl"):
            return favour >= 25 and density > 0.5
        if content.items > content.paragraphs + 2 and density > 0.3:
            return True
        if content.length < self._paragraph and not content.images and density > 0 and not content.heading:
            return True
        return density > (0.5 if favour >= 25 else 0.3)


def _is_data(table: Box, layout: Layout) -> bool:
    """A table of data, not one that lays out the page."""
    if layout.boxes[table.number].get("role") in ("presentation", "none"):
        return False
    inside = range(table.number + 1, layout.ends[table.number])
    return not any(layout.tags[number] == "table" for number in inside) and table.length < 60 * len(inside)
