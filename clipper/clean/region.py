"""From verdicts on blocks to the region that BeautifulSoup gets: a copy of the boxes that hold the kept
blocks, without what was left out between them. What was left out, there and around, is told piece by
piece.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import accumulate

from bs4 import Tag
from lxml import etree

from clipper.clean import bylines, lead_picture, names, scoring, soup, special
from clipper.clean.credits import is_credit
from clipper.clean.layout import Layout
from clipper.clean.phrases import rule_of
from clipper.clean.removals import NUMBER, Removals, beginning_of
from clipper.clean.strip import furniture_of

LARGE = 1500
"""Characters of a piece from which its parts are told apart."""
_BYLINE = 120
_CAPTION = 300
"""Characters: a box with a picture and no more text than this is a picture with its caption."""
_NO_CAPTION = frozenset(("h1", "h2", "h3", "h4", "ul", "ol", "table", "form", "nav"))
_MOST_SPECIAL = 12
"""Blocks of a post; a box with more is a part of the page that has a misleading name."""
_MEDIA = ("img", "amp-img", "iframe", "video", "audio", "object", "embed", "math", "hr")


class Region:
    """Cuts one page."""

    def __init__(self, layout: Layout, kept: Sequence[bool], headline: int) -> None:
        """`kept`: for each block whether it stays. `headline`: the block that says the title, or -1."""
        self._layout, self._kept, self._headline = layout, kept, headline
        self._sums = list(accumulate(kept, initial=0))
        self._runs: dict[int, list[int]] = {}
        """The blocks that go, by the box that they stand in directly."""
        for at, home in enumerate(layout.homes):
            if not kept[at]:
                self._runs.setdefault(home, []).append(at)
        self._left_out = {id(element) for element, _, _ in layout.left_out}
        self._whole_boxes: dict[int, int] = {}
        """The boxes that were copied with all that is in them: the number of each by its id."""
        self.captioned: set[int] = set()
        """Boxes with a picture whose caption is no part of the running text."""

    def cut(self, removals: Removals) -> list[Tag]:
        """Copies of the elements that hold the article, in the page's order."""
        if not self._sums[-1]:
            return []
        root = self._root()
        copied = self._copied(root, removals)
        self._outside(root, removals)
        lead = lead_picture.before(self._layout.boxes[self._branch(root)])
        return [copied] if lead is None else [soup.converted(lead, self._layout.numbers), copied]

    def _root(self) -> int:
        """The deepest box that holds all kept blocks."""
        layout, kept = self._layout, self._kept
        first = layout.homes[kept.index(True)]
        last = layout.homes[len(kept) - 1 - kept[::-1].index(True)]
        while not layout.beneath(first, last):
            first = layout.parents[first]
        return first

    def _branch(self, root: int) -> int:
        """The region's box, or in a region that is the whole body the part of it that comes first."""
        if self._layout.tags[root] != "body":
            return root
        return next((each for each in self._inside(root) if self._held(each)), root)

    def _held(self, number: int) -> int:
        return self._sums[self._layout.lasts[number]] - self._sums[self._layout.firsts[number]]

    def _inside(self, number: int) -> Iterator[int]:
        """The boxes directly in a box."""
        inner, ends = number + 1, self._layout.ends
        while inner < ends[number]:
            yield inner
            inner = ends[inner]

    def _is_placed(self, number: int) -> bool:
        """Do kept blocks stand before and behind it, or is it a lead picture between headline and text?"""
        first = self._layout.firsts[number]
        before = self._sums[first]
        if before:
            return before < self._sums[-1] or self._follows(number)
        return 0 <= self._headline < first and lead_picture.is_lead(self._layout.boxes[number])

    def _follows(self, number: int) -> bool:
        """Does it come right after the last kept block, in the same box?"""
        layout, last = self._layout, self._layout.firsts[number] - 1
        return self._kept[last] and layout.parents[number] == layout.parents[layout.homes[last]]

    # copying

    def _copied(self, number: int, removals: Removals) -> Tag:
        if self._held(number) == self._layout.lasts[number] - self._layout.firsts[number]:
            return self._whole(number)
        made = soup.tag_of(self._layout.boxes[number])
        made.attrs[NUMBER] = str(number)
        self._fill(made, number, removals)
        return made

    def _whole(self, number: int) -> Tag:
        boxes, numbers = self._layout.boxes, range(number, self._layout.ends[number])
        self._whole_boxes.update(zip(map(id, boxes[number : numbers.stop]), numbers, strict=True))
        return soup.converted(boxes[number], self._whole_boxes)

    def _fill(self, made: Tag, number: int, removals: Removals) -> None:
        """The nodes of a box of which a part is left out."""
        layout = self._layout
        source = layout.boxes[number]
        gone = self._runs_left_out(number, removals)
        if source.text and 0 not in gone:
            made.contents.append(soup.text_in(made, source.text))
        inner, node = number + 1, 1
        for child in source[:]:  # type: ignore[index]
            part: Tag | None = None
            if inner < layout.ends[number] and child is layout.boxes[inner]:
                part = self._box(inner, removals)
                inner = layout.ends[inner]
            elif node not in gone and id(child) not in self._left_out and soup.comes_along(child):
                part = soup.converted(child, self._whole_boxes)
            if part is not None:
                part.parent = made
                made.contents.append(part)
            if child.tail and node + 1 not in gone:
                made.contents.append(soup.text_in(made, child.tail))
            node += 2

    def _runs_left_out(self, number: int, removals: Removals) -> set[int]:
        """The nodes of a box's own runs that are left out."""
        layout = self._layout
        gone: set[int] = set()
        for at in self._runs.get(number, ()):
            gone.update(range(*layout.spans[at]))
            if not removals.is_full:
                rule = rule_of(layout.texts[at]) or _told_by(layout.texts[at])
                removals.add_collapsed("body", rule, layout.texts[at], number)
        return gone

    def _box(self, number: int, removals: Removals) -> Tag | None:
        layout = self._layout
        if self._is_special(number):
            return self._whole(number)
        if self._held(number):
            is_small = layout.lasts[number] - layout.firsts[number] <= 3 and layout.tags[number] in (
                "div",
                "p",
            )
            return (
                self._whole(number)
                if is_small and self._has_caption(number)
                else self._copied(number, removals)
            )
        if layout.firsts[number] == layout.lasts[number]:
            keeps = self._is_placed(number) and self._has_media(number)
            return self._whole(number) if keeps else None
        if self._is_picture(number) or self._is_credit(number):
            self.captioned.update(range(number, layout.ends[number]))
            return self._whole(number)
        self._report(number, removals)
        return None

    def _is_special(self, number: int) -> bool:
        """A formula, a post or a film in the midst of the article, whatever was thought of its words."""
        name = self._layout.names[number]
        tag = self._layout.tags[number]
        told = tag == "figure" or tag in special.ELEMENTS or (name and special.is_told_by(name))
        if not told or self._layout.lasts[number] - self._layout.firsts[number] > _MOST_SPECIAL:
            return False
        return self._held(number) > 0 if tag == "figure" else self._is_placed(number)

    def _is_credit(self, number: int) -> bool:
        """The line right beneath a picture that says whose it is."""
        layout, element = self._layout, self._layout.boxes[number]
        if layout.lasts[number] - layout.firsts[number] != 1 or not self._is_placed(number):
            return False
        before = element.getprevious()
        return (
            before is not None and before.tag == "figure" and is_credit(layout.texts[layout.firsts[number]])
        )

    def _is_picture(self, number: int) -> bool:
        """A picture with its caption in the midst of the article, whatever was thought of the caption."""
        layout = self._layout
        has_picture = 1 <= layout.pictures[number] <= 2
        if not has_picture and not (layout.tags[number] == "figure" and self._has_media(number)):
            return False
        return self._is_placed(number) and self._has_caption(number)

    def _has_caption(self, number: int) -> bool:
        """A picture, and no more words than are said beneath one."""
        layout = self._layout
        if not layout.pictures[number] and layout.tags[number] != "figure":
            return False
        first, last = layout.firsts[number], layout.lasts[number]
        chars, linked = sum(layout.chars[first:last]), sum(layout.linked[first:last])
        if chars > _CAPTION or 2 * linked > chars or rule_of(layout.texts[first]):
            return False
        if any(layout.tags[each] in _NO_CAPTION for each in range(number, layout.ends[number])):
            return False
        name = layout.names[number]
        return not name or (scoring.weight(name) >= 0 and names.piece_named(name) is None)

    def _has_media(self, number: int) -> bool:
        return self._layout.pictures[number] > 0 or _has_media(self._layout.boxes[number])

    # reporting

    def _outside(self, root: int, removals: Removals) -> None:
        """What stands beside the region and the boxes around it."""
        layout = self._layout
        at = 0
        while at != root:
            self._runs_left_out(at, removals)
            into = root
            for inner in self._inside(at):
                if layout.beneath(inner, root):
                    into = inner
                else:
                    self._report(inner, removals)
            at = into
        for at, (element, rule, _) in enumerate(layout.left_out):
            if removals.is_full:
                return
            if not self._is_copied(element):
                removals.add("furniture", rule, beginning_of(element, 500), -2 - at)

    def _is_copied(self, element: etree._Element) -> bool:
        """In a box that was copied whole it is taken out, and reported, later."""
        return id(element) in self._whole_boxes or id(element.getparent()) in self._whole_boxes

    def _report(self, number: int, removals: Removals) -> None:
        layout = self._layout
        first, last = layout.firsts[number], layout.lasts[number]
        if first == last or removals.is_full:
            return
        if sum(layout.chars[first:last]) > LARGE and layout.ends[number] > number + 1:
            self._runs_left_out(number, removals)
            for inner in self._inside(number):
                self._report(inner, removals)
            return
        text = " ".join(layout.texts[first:last])
        removals.add_collapsed("body", self._rule(number, text), text, number)

    def _rule(self, number: int, text: str) -> str:
        """What a piece is, as far as its element, words or name tell."""
        name = self._layout.names[number]
        rule = furniture_of(self._layout.tags[number]) or rule_of(text)
        return rule or (name and names.piece_named(name)) or _told_by(text)


def _told_by(text: str) -> str:
    """A byline is named, for who wrote the article may be told nowhere else."""
    is_byline = len(text) < _BYLINE and bylines.may_begin(text) and bylines.byline_of(text)
    return "byline" if is_byline else "outside"


def _has_media(element: etree._Element) -> bool:
    if element.tag in _MEDIA or next(element.iter(*_MEDIA), None) is not None:
        return True
    return any(
        each.get("data-bg") or each.get("data-background-image") or "url(" in (each.get("style") or "")
        for each in element.iter("figure", "div", "span", "a", "p")
    )
