"""What is in each box of a page, for the scoring of containers: text, links, paragraphs."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from clipper.clean import names
from clipper.clean.layout import Layout
from clipper.clean.text import word_set

_COMMAS = ",،，、;؛；"
_NEVER_UNLIKELY = word_set("body html a article main table tbody tr td")


@dataclass(frozen=True, slots=True)
class Strictness:
    """What is left out of the measuring; loosened step by step where a page gives too little."""

    unlikely: bool = True
    weights: bool = True


class Boxes:
    """The boxes of a layout that may hold the article, by their numbers. Their figures are differences of
    sums that run over the page's blocks, so that a box costs nothing until it is asked about.
    """

    def __init__(self, layout: Layout, strictness: Strictness, paragraph: int) -> None:
        """`paragraph`: characters from which a run counts as one (fewer in scripts without blanks)."""
        self.layout, self.paragraph = layout, paragraph
        self.tags, self.names, self.parents = layout.tags, layout.names, layout.parents
        self.left_out = _left_out(layout) if strictness.unlikely else set[int]()
        """Boxes that are not looked at, nor anything in them."""
        self.scores: dict[int, float] = {}
        """Of those that have any."""
        self.chars = chars = _without(layout, layout.chars, self.left_out)
        self.links = links = _without(layout, layout.linked, self.left_out)
        """Of blocks; 0 in boxes that are left out."""
        self.commas = [
            commas_in(text) if length >= paragraph else 0
            for text, length in zip(layout.texts, chars, strict=True)
        ]
        prose = [
            length if length >= 3 * paragraph and linked < 0.35 * length else 0
            for length, linked in zip(chars, links, strict=True)
        ]
        self._chars = [0, *accumulate(chars)]
        self._links = [0, *accumulate(links)]
        self._prose = [0, *accumulate(prose)]
        self.runs: dict[int, list[int]] = {}
        """The blocks that stand in a box directly."""
        for at, (home, length) in enumerate(zip(layout.homes, chars, strict=True)):
            if length:
                self.runs.setdefault(home, []).append(at)

    def length(self, box: int) -> int:
        """Characters in it."""
        return self._chars[self.layout.lasts[box]] - self._chars[self.layout.firsts[box]]

    def linked(self, box: int) -> int:
        """Characters in links."""
        return self._links[self.layout.lasts[box]] - self._links[self.layout.firsts[box]]

    def prose(self, box: int) -> int:
        """Characters in runs that read like paragraphs."""
        return self._prose[self.layout.lasts[box]] - self._prose[self.layout.firsts[box]]

    def link_density(self, box: int) -> float:
        """Share of the text that stands in links, 0 to 1."""
        length = self.length(box)
        return self.linked(box) / length if length else 0.0

    def opening(self, box: int) -> str:
        """Its first text."""
        first = self.layout.firsts[box]
        return self.layout.texts[first] if first < self.layout.lasts[box] else ""

    def inside(self, box: int) -> list[int]:
        """The boxes directly beneath, in order."""
        ends, left_out = self.layout.ends, self.left_out
        found = []
        number, end = box + 1, ends[box]
        while number < end:
            if number not in left_out:
                found.append(number)
            number = ends[number]
        return found

    def is_leaf(self, box: int) -> bool:
        """Is no other beneath it?"""
        return box + 1 == self.layout.ends[box] or not self.inside(box)

    def is_wrapper(self, box: int) -> bool:
        """Does it hold one other and nothing else?"""
        return box not in self.runs and len(self.inside(box)) == 1

    def holds(self, box: int) -> bool:
        """Is it none of those that are left out, nor in one?"""
        return box not in self.left_out and self.left_out.isdisjoint(self.above(box))

    def above(self, box: int) -> Iterator[int]:
        """The boxes around it, nearest first."""
        box = self.parents[box]
        while box >= 0:
            yield box
            box = self.parents[box]

    def beneath(self, box: int) -> Iterator[int]:
        """The box and all in it, in order."""
        end = self.layout.ends[box]
        yield box
        number = box + 1
        while number < end:
            if number in self.left_out:
                number = self.layout.ends[number]
            else:
                yield number
                number += 1

    def blocks(self, box: int) -> list[int]:
        """The blocks in it."""
        chars = self.chars
        return [at for at in range(self.layout.firsts[box], self.layout.lasts[box]) if chars[at]]


def _without(layout: Layout, figures: list[int], left_out: set[int]) -> list[int]:
    """The figures of blocks, 0 for those in boxes that are left out."""
    found = list(figures)
    for box in left_out:
        first, last = layout.firsts[box], layout.lasts[box]
        found[first:last] = [0] * (last - first)
    return found


def _left_out(layout: Layout) -> set[int]:
    """The boxes that are unlikely; what stands in them is not asked about."""
    ends, roles = layout.ends, layout.roles
    doubts: dict[str, bool] = {"": False}
    left_out: set[int] = set()
    end = 1
    for number, name in enumerate(layout.names):
        if number < end:
            continue
        doubt = doubts.get(name)
        if doubt is None:
            doubt = doubts[name] = unlikely_name(name)
        if (doubt or number in roles) and is_unlikely(layout, number):
            left_out.add(number)
            end = ends[number]
    return left_out


def commas_in(text: str) -> int:
    """Commas and semicolons of any script."""
    if text.isascii():
        return text.count(",")
    return sum(map(text.count, _COMMAS))


def is_unlikely(layout: Layout, number: int) -> bool:
    """By its name or role it is not the article."""
    if layout.roles.get(number) in names.UNLIKELY_ROLES:
        return True
    name = layout.names[number]
    if not name or layout.tags[number] in _NEVER_UNLIKELY:
        return False
    verdict = _verdict(name)
    return verdict == 2 or (verdict == 1 and not _holds_paragraphs(layout, number))


def _verdict(name: str) -> int:
    """2: unlikely; 1: unlikely unless it holds paragraphs; 0: neither."""
    facts = names.facts_of(name)
    if facts & names.IS_MAYBE or not facts & names.IS_UNLIKELY_IF_SHORT:
        return 0
    return 2 if facts & names.IS_UNLIKELY else 1


def unlikely_name(name: str) -> bool:
    """Does a class and id speak against the article?"""
    return _verdict(name) > 0


def _holds_paragraphs(layout: Layout, number: int) -> bool:
    """Several paragraphs of prose: a wrapper with a misleading name (`share-container`), or a part of the
    text.
    """
    long = total = 0
    for at in range(layout.firsts[number], layout.lasts[number]):
        length = layout.chars[at]
        if length > 80 and layout.tags[layout.homes[at]] == "p" and layout.linked[at] < 0.35 * length:
            long += 1
            total += length
            if layout.homes[at] == number or (long >= 2 and total > 300):
                return True
    return False


def weight(name: str) -> int:
    """-25, 0 or 25: what a box's class and id say for or against it."""
    facts = names.facts_of(name) if name else 0
    return (25 if facts & names.IS_POSITIVE else 0) - (25 if facts & names.IS_NEGATIVE else 0)
