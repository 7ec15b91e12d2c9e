"""What is in each box of a page, for the scoring of containers: text, links, paragraphs."""

from __future__ import annotations

from dataclasses import dataclass, field

from clipper.clean import names
from clipper.clean.layout import Layout
from clipper.clean.text import word_set

_COMMAS = ",،，、;؛；"
_NEVER_UNLIKELY = word_set("body html a article main table tbody tr td")


@dataclass(slots=True, eq=False)
class Box:
    """One block element with everything beneath it; lengths are in characters."""

    number: int
    tag: str
    parent: Box | None
    name: str
    opening: str = ""
    """Its first text."""
    inside: list[Box] = field(default_factory=list)
    """Block elements directly beneath, in order."""
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    """Direct runs: length, length in links, commas."""
    length: int = 0
    linked: int = 0
    commas: int = 0
    prose: int = 0
    """Characters in runs that read like paragraphs."""
    score: float = 0.0
    scored: bool = False

    @property
    def link_density(self) -> float:
        """Share of the text that stands in links, 0 to 1."""
        return self.linked / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class Strictness:
    """What is left out of the measuring; loosened step by step where a page gives too little."""

    unlikely: bool = True
    weights: bool = True


def measured(layout: Layout, strictness: Strictness, paragraph: int) -> tuple[list[Box], dict[int, str]]:
    """The boxes that may hold the article, parents first; and those left out with the rule.

    `paragraph`: characters from which a run counts as one (fewer in scripts without blanks).
    """
    boxes: list[Box] = []
    by_number: dict[int, Box] = {}
    left_out: dict[int, str] = {}
    number, count = 0, len(layout.boxes)
    while number < count:
        if number and strictness.unlikely and is_unlikely(layout, number):
            left_out[number] = names.piece_of(layout.boxes[number]) or "unlikely"
            number = layout.ends[number]
            continue
        box = Box(number, layout.tags[number], by_number.get(layout.parents[number]), layout.names[number])
        if layout.firsts[number] < layout.lasts[number]:
            box.opening = layout.texts[layout.firsts[number]]
        boxes.append(box)
        by_number[number] = box
        if box.parent is not None:
            box.parent.inside.append(box)
        number += 1
    _fill(layout, by_number, paragraph)
    for box in reversed(boxes):
        parent = box.parent
        if parent is not None:
            parent.length += box.length
            parent.linked += box.linked
            parent.commas += box.commas
            parent.prose += box.prose
    return boxes, left_out


def _fill(layout: Layout, by_number: dict[int, Box], paragraph: int) -> None:
    chars, linked = layout.chars, layout.linked
    for at, home in enumerate(layout.homes):
        box = by_number.get(home)
        if box is None:
            continue
        length, links = chars[at], linked[at]
        commas = commas_in(layout.texts[at]) if length >= paragraph else 0
        box.runs.append((length, links, commas))
        box.length += length
        box.linked += links
        box.commas += commas
        if length >= 3 * paragraph and links < 0.35 * length:
            box.prose += length


def commas_in(text: str) -> int:
    """Commas and semicolons of any script."""
    if text.isascii():
        return text.count(",")
    return sum(map(text.count, _COMMAS))


def is_unlikely(layout: Layout, number: int) -> bool:
    """By its name or role it is not the article."""
    role = layout.boxes[number].get("role")
    if role and role in names.UNLIKELY_ROLES:
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
