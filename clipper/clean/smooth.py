"""What single verdicts overlook: a paragraph between two kept ones of the same kind is no chrome; a note that
the kept text leads to belongs to it.
"""

from __future__ import annotations

import re
from typing import cast

from lxml import etree

from clipper.clean.layout import Layout

_FEWEST_CHARS = 40
_MOST_LINKED = 0.3
_MARKS = etree.XPath(".//a[contains(@href, '#')][string-length(normalize-space()) < 9]")
_MARK = re.compile(r"[\[(]?\s?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶]{1,4})\s?[\])]?", re.IGNORECASE)
_BY_ID = etree.XPath(".//*[@id = $name or @name = $name]")
_NOTES = frozenset(("li", "p", "dd", "div"))
_KINDS = frozenset(("p", "li", "blockquote", "pre"))


def smooth(layout: Layout, kept: list[bool]) -> list[bool]:
    """The verdicts with those mended that the ones around them speak against."""
    found = list(kept)
    for at in range(1, len(kept) - 1):
        if not kept[at] and kept[at - 1] and kept[at + 1] and _belongs(layout, at):
            found[at] = True
    for at in _notes(layout, found):
        found[at] = True
    return found


def _notes(layout: Layout, kept: list[bool]) -> set[int]:
    """The blocks of notes to which marks in kept blocks lead, and those between them."""
    body = layout.boxes[0]
    if not any(kept):
        return set()
    marks = [each for each in _links(body) if _MARK.fullmatch("".join(map(str, each.itertext())).strip())]
    if not marks:
        return set()
    places = {id(box): number for number, box in enumerate(layout.boxes)}
    first = kept.index(True) if True in kept else len(kept)
    found: set[int] = set()
    for mark in marks:
        home = next((places[id(each)] for each in mark.iterancestors() if id(each) in places), 0)
        if not any(kept[layout.firsts[home] : layout.lasts[home]]):
            continue
        target = _target(body, mark)
        box = (
            None
            if target is None
            else next(
                (places[id(each)] for each in (target, *target.iterancestors()) if id(each) in places), None
            )
        )
        if box and layout.tags[box] in _NOTES and layout.firsts[box] > first:
            found.update(range(layout.firsts[box], layout.lasts[box]))
    return found


def _target(body: etree._Element, mark: etree._Element) -> etree._Element | None:
    name = (mark.get("href") or "").rpartition("#")[2]
    found = cast("list[etree._Element]", _BY_ID(body, name=name)) if name else []
    return found[0] if found else None


def _links(body: etree._Element) -> list[etree._Element]:
    return cast("list[etree._Element]", _MARKS(body))


def _belongs(layout: Layout, at: int) -> bool:
    tag = layout.tags[layout.homes[at]]
    if tag not in _KINDS or layout.chars[at] < _FEWEST_CHARS:
        return False
    if layout.linked[at] > _MOST_LINKED * layout.chars[at]:
        return False
    beside = layout.parents[layout.homes[at]]
    return all(layout.parents[layout.homes[each]] == beside for each in (at - 1, at + 1)) and any(
        layout.tags[layout.homes[each]] == tag for each in (at - 1, at + 1)
    )
