"""What single verdicts overlook: a paragraph between two kept ones of the same kind is no chrome; a note that
the kept text leads to belongs to it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import accumulate, compress
from typing import cast

from lxml import etree

from clipper.clean import announced, names, scoring
from clipper.clean.layout import HEADINGS, Layout
from clipper.clean.phrases import rule_of
from clipper.clean.text import ends_sentence

_FEWEST_CHARS = 40
_PROSE = 80
_WIDEST_GAP = 3
_MOST_LINKED = 0.3
_LONGEST_MARK = 8
_MARK = re.compile(r"[\[(]?\s?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})\s?[\])]?", re.IGNORECASE)
_BLANK = " \t\r\n"
_BLANKS = re.compile(f"[{_BLANK}]+")
"""Of HTML: one that no line breaks at counts as a letter."""
_NAMED = etree.XPath(".//*[@id or @name]")
_NOTES = frozenset(("li", "p", "dd", "div"))
_PARAGRAPHS = frozenset(("p", "h2", "h3", "h4", "blockquote", "pre"))
_BETWEEN = frozenset(("ul", "ol", "dl", "table", "blockquote", "pre"))
_KINDS = frozenset(("p", "h2", "h3", "h4", "li", "blockquote", "pre"))


def smooth(layout: Layout, kept: list[bool]) -> list[bool]:
    """The verdicts with those mended that the ones around them speak against."""
    found = list(kept)
    for gap in _gaps(kept):
        around = (layout.homes[gap.start - 1], layout.homes[gap.stop])
        if all(_belongs(layout, at, around, alone=len(gap) == 1) for at in gap):
            found[gap.start : gap.stop] = [True] * len(gap)
    _take_between(layout, found)
    announced.drop(layout, found)
    for at in _notes(layout, found):
        found[at] = True
    return found


def _take_between(layout: Layout, kept: list[bool]) -> None:
    """Lists, tables, quotations and the like that stand between two kept paragraphs in the same box."""
    beside: dict[int, list[int]] = {}
    for number in dict.fromkeys(compress(layout.homes, kept)):
        if layout.tags[number] in _PARAGRAPHS:
            beside.setdefault(layout.parents[number], []).append(number)
    for parent, paragraphs in beside.items():
        number = paragraphs[0]
        while number < paragraphs[-1]:
            if layout.tags[number] in _BETWEEN and _is_whole(layout, number, kept):
                first, last = layout.firsts[number], layout.lasts[number]
                kept[first:last] = [True] * (last - first)
            number = layout.ends[number]
            if layout.parents[min(number, len(layout.parents) - 1)] != parent:
                break


def _is_whole(layout: Layout, number: int, kept: list[bool]) -> bool:
    """A list or table is kept with all its parts where a good part is, or where nothing of it is."""
    blocks = range(layout.firsts[number], layout.lasts[number])
    held = sum(layout.chars[at] for at in blocks if kept[at])
    chars = sum(layout.chars[at] for at in blocks)
    return (held == 0 or 0.4 * chars <= held < chars) and _is_plain(layout, number)


def _is_plain(layout: Layout, number: int) -> bool:
    """Nothing in its name, its links or its first line speaks against it."""
    first, last = layout.firsts[number], layout.lasts[number]
    name = layout.names[number]
    if first == last or (name and (names.piece_named(name) or scoring.weight(name) < 0)):
        return False
    chars = sum(layout.chars[first:last])
    if sum(layout.linked[first:last]) > _MOST_LINKED * chars:
        return False
    return not all(rule_of(text) for text in layout.texts[first : min(last, first + 3)])


def _notes(layout: Layout, kept: list[bool]) -> set[int]:
    """The blocks of notes to which marks in kept blocks lead, and those between them."""
    body = layout.boxes[0]
    if not any(kept):
        return set()
    marks = [each for each in body.iter("a") if "#" in (each.get("href") or "") and _is_mark(each)]
    if not marks:
        return set()
    targets = _targets(body)
    first, sums = kept.index(True), [0, *accumulate(kept)]
    boxes: set[int] = set()
    for mark in marks:
        home = layout.box_of(mark)
        target = targets.get((mark.get("href") or "").rpartition("#")[2])
        if target is None or sums[layout.firsts[home]] == sums[layout.lasts[home]]:
            continue
        boxes.add(layout.box_of(target))
    return {
        at
        for box in boxes
        if box > 0 and layout.tags[box] in _NOTES and layout.firsts[box] > first
        for at in range(layout.firsts[box], layout.lasts[box])
    }


def _targets(body: etree._Element) -> dict[str, etree._Element]:
    """What has a name that links may lead to; of several of one name the first."""
    found: dict[str, etree._Element] = {}
    for element in cast("list[etree._Element]", _NAMED(body)):
        for name in (element.get("id"), element.get("name")):
            if name:
                found.setdefault(name, element)
    return found


def _is_mark(link: etree._Element) -> bool:
    text = "".join(map(str, link.itertext())) if len(link) else link.text or ""
    if _MARK.fullmatch(text.strip()) is None:
        return False
    return len(_BLANKS.sub(" ", text.strip(_BLANK))) <= _LONGEST_MARK


def _gaps(kept: list[bool]) -> Iterator[range]:
    """Where a few blocks are left out between two kept ones."""
    last = -1
    for at, stays in enumerate(kept):
        if stays:
            if last >= 0 and 1 < at - last <= _WIDEST_GAP + 1:
                yield range(last + 1, at)
            last = at


def _belongs(layout: Layout, at: int, around: tuple[int, int], *, alone: bool) -> bool:
    """Is this block of the same kind as those around it? `alone`: it is the only one that is left out."""
    tag = layout.tags[layout.homes[at]]
    if layout.linked[at] > _MOST_LINKED * layout.chars[at]:
        return False
    is_prose = layout.chars[at] >= _PROSE and ends_sentence(layout.texts[at])
    if not is_prose:
        is_whole = layout.chars[at] >= _FEWEST_CHARS or tag in HEADINGS
        if not alone or tag not in _KINDS or not is_whole:
            return False
    beside = layout.parents[layout.homes[at]]
    if any(layout.parents[home] != beside for home in around):
        return is_prose and alone and _is_wrapped_alike(layout, layout.homes[at], around)
    alike = [layout.tags[home] == tag for home in around]
    return (any(alike) if alone else all(alike)) or tag in HEADINGS


def _is_wrapped_alike(layout: Layout, home: int, around: tuple[int, int]) -> bool:
    """Does each of the three stand alone in a box, and the boxes side by side?"""
    boxes = [layout.parents[each] for each in (home, *around)]
    if any(box < 1 or layout.lasts[box] - layout.firsts[box] != 1 for box in boxes):
        return False
    return len({(layout.parents[box], layout.tags[box]) for box in boxes}) == 1
