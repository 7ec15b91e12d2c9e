"""Leaves out of a container the boxes whose name or content betrays them: lists of links, forms, boxes that
are called what no article is called. From the leaves up, as parents are judged by what is left in them.
"""

from __future__ import annotations

from dataclasses import dataclass

from clipper.clean.layout import HEADINGS
from clipper.clean.scoring import Boxes, weight
from clipper.clean.text import word_set

_JUDGED = word_set("div section ul ol table form fieldset header dl details aside")
_LISTS = word_set("ul ol dl")
_COUNTED = HEADINGS | {"p", "li", "pre"}
"""What counts without text of its own, too."""
_PARAGRAPHS = word_set("div td section blockquote article main")


@dataclass(slots=True, eq=False)
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
    """Sweeps over containers; what is left out of them is in `left_out`."""

    def __init__(self, boxes: Boxes) -> None:
        self._boxes, self._layout, self._paragraph = boxes, boxes.layout, boxes.paragraph
        self._tags, self._ends, self._pictures = boxes.tags, boxes.layout.ends, boxes.layout.pictures
        self.left_out: set[int] = set()

    def sweep(self, box: int) -> None:
        """Judge everything in the box, not the box itself."""
        self._read(box, _Content(), in_table=False)

    def _read(self, box: int, content: _Content, *, in_table: bool) -> None:
        """Add what is in a box. What may be left out of it is read by itself first."""
        boxes, tag, before = self._boxes, self._tags[box], content.length
        direct = 0
        for at in boxes.runs.get(box, ()):
            direct += boxes.chars[at]
            content.linked += boxes.links[at]
            content.commas += boxes.commas[at]
        content.length += direct
        pictures = self._pictures[box]
        if box + 1 < self._ends[box]:
            in_table = in_table or (tag == "table" and self._is_data(box))
            may_leave_out = not in_table and tag not in ("figure", "pre")
            for inner in boxes.inside(box):
                pictures -= self._pictures[inner]
                if may_leave_out and self._tags[inner] in _JUDGED:
                    found = _Content()
                    self._read(inner, found, in_table=False)
                    if self._leaves_out(inner, found):
                        self.left_out.add(inner)
                    else:
                        content.add(found)
                else:
                    self._read(inner, content, in_table=in_table)
        content.images += pictures
        if direct or tag in _COUNTED:
            self._count(tag, content, direct, before)

    def _count(self, tag: str, content: _Content, direct: int, before: int) -> None:
        """`direct`: characters in the box itself. `before`: characters that the content had without it."""
        if tag == "p" or (tag in _PARAGRAPHS and direct >= self._paragraph):
            content.paragraphs += 1
            content.prose += direct if direct >= 3 * self._paragraph else 0
        elif tag == "li":
            content.items += 1
            content.prose += direct if direct >= 3 * self._paragraph else 0
        elif tag in HEADINGS:
            content.heading += content.length - before
        elif tag == "pre":
            content.code = True

    def _leaves_out(self, box: int, content: _Content) -> bool:
        """Is this box no part of the article?"""
        tag = self._boxes.tags[box]
        if content.code or (tag == "table" and self._is_data(box)):
            return False
        favour = weight(self._boxes.names[box])
        if (favour < 0 or tag == "aside") and content.prose < 6 * self._paragraph:
            return True
        return content.commas < 10 and self._is_links(tag, content, favour)

    def _is_links(self, tag: str, content: _Content, favour: int) -> bool:
        density = content.linked / content.length if content.length else 0.0
        if tag in _LISTS:
            return favour >= 25 and density > 0.5
        if content.items > content.paragraphs + 2 and density > 0.3:
            return True
        if content.length < self._paragraph and not content.images and density > 0 and not content.heading:
            return True
        return density > (0.5 if favour >= 25 else 0.3)

    def _is_data(self, table: int) -> bool:
        """A table of data, not one that lays out the page."""
        if self._layout.roles.get(table) in ("presentation", "none"):
            return False
        inside = range(table + 1, self._layout.ends[table])
        return self._boxes.length(table) < 60 * len(inside) and not any(
            self._layout.tags[number] == "table" for number in inside
        )
