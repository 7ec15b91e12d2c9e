"""The list of what was taken out: every step reports here, so that nothing disappears unsaid; and what the
user or a site's rule says must stay, stays, whichever step wants it gone.
"""

from __future__ import annotations

from collections.abc import Iterator, Set

from bs4 import Tag
from lxml import etree

from clipper.clean import walk
from clipper.clean.elements import take_out

LONGEST = 500
"""Characters of a removal's text that are kept."""
MOST = 400
"""Removals listed for one page; a page of 100,000 links would otherwise fill the library."""
NUMBER = "data-n"
"""Attribute by which BeautifulSoup's elements remember which element of the raw page they were."""
_NEVER_KEPT = frozenset(("script", "style", "template", "link", "meta", "iframe", "object", "embed", "input"))
_CODE = frozenset(("script", "style", "template"))
"""Elements whose text nobody sees."""


class Removals:
    """Collects removals in the order in which they happen."""

    def __init__(self) -> None:
        self._found: list[tuple[str, str, str, int]] = []
        self._kept: frozenset[int] = frozenset()

    def keep(self, numbers: Set[int]) -> None:
        """What carries one of these numbers, and what is beneath it, is not taken out any more."""
        self._kept |= numbers

    def add(self, step: str, rule: str, text: str, number: int = -1) -> None:
        """Report a piece; one that says nothing is not worth a line. `number`: -1 where it has none."""
        if self.is_full:
            return
        flat = " ".join(text[:LONGEST].split())
        if len(flat) < LONGEST < len(text):  # there were blanks to collapse: more of it fits
            flat = " ".join(text[: 4 * LONGEST].split())[:LONGEST]
        self.add_collapsed(step, rule, flat, number)

    def add_collapsed(self, step: str, rule: str, text: str, number: int) -> None:
        """Report a piece in whose text blanks are collapsed already."""
        if text and len(self._found) < MOST:
            self._found.append((step, rule, text[:LONGEST], number))

    @property
    def is_full(self) -> bool:
        """Is what comes now no longer listed?"""
        return len(self._found) >= MOST

    def take(self, tag: Tag, step: str, rule: str) -> bool:
        """Report a BeautifulSoup element and take it out. False: it has to stay, and does."""
        if self._kept and tag.name not in _NEVER_KEPT and self._is_kept(tag):
            return False
        self.add(step, rule, " ".join(walk.texts(tag)), number_of(tag))
        take_out(tag)
        return True

    def numbered(self) -> list[tuple[str, str, str, int]]:
        """Everything reported so far: step, rule, text, number of the element in the raw page or -1."""
        return self._found

    def _is_kept(self, tag: Tag) -> bool:
        at: Tag | None = tag
        while at is not None:
            if _own_number(at) in self._kept:
                return True
            at = at.parent
        return any(_own_number(each) in self._kept for each in walk.tags(tag))


def _own_number(tag: Tag) -> int:
    """A page may have an attribute of this name itself: what is no number is none."""
    number = str(tag.attrs.get(NUMBER, ""))
    return int(number) if number.isdecimal() and len(number) < 10 else -1


def number_of(tag: Tag) -> int:
    """The number of the element that `tag` was in the raw page, or of the nearest one around it; -1: none."""
    at: Tag | None = tag
    while at is not None:
        number = _own_number(at) if NUMBER in at.attrs else -1
        if number >= 0:
            return number
        at = at.parent
    return -1


def text_of(element: etree._Element) -> str:
    """The visible text of an lxml element, blanks collapsed."""
    return " ".join(" ".join(_pieces(element)).split())


def beginning_of(root: etree._Element, length: int = 4000) -> str:
    """About the first `length` characters of an element's visible text."""
    if not len(root):
        return (root.text or "").strip()
    found: list[str] = []
    for piece in _pieces(root):
        found.append(piece.strip())
        length -= len(found[-1])
        if length <= 0:
            break
    return " ".join(found)


def _pieces(element: etree._Element) -> Iterator[str]:
    """The texts that are not blank."""
    for each in element.iter("*"):
        words = each.text
        if words and not words.isspace() and each.tag not in _CODE:
            yield words
        words = each.tail
        if words and not words.isspace() and each is not element:
            yield words
