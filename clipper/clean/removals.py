"""The list of what was taken out: every step reports here, so that nothing disappears unsaid."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag
from lxml import etree

from clipper.article.article import Removal

LONGEST = 500
"""Characters of a removal's text that are kept."""
MOST = 400
"""Removals listed for one page; a page of 100,000 links would otherwise fill the library."""


class Removals:
    """Collects removals in the order in which they happen."""

    def __init__(self) -> None:
        self._found: list[Removal] = []

    def add(self, step: str, rule: str, text: str) -> None:
        """Report a piece; one that says nothing is not worth a line."""
        flat = " ".join(text[: 4 * LONGEST].split())[:LONGEST]
        if flat and len(self._found) < MOST:
            self._found.append(Removal(step, rule, flat))

    def take(self, tag: Tag, step: str, rule: str) -> None:
        """Report a BeautifulSoup element and take it out."""
        self.add(step, rule, tag.get_text(" "))
        tag.extract()

    def take_element(self, element: etree._Element, step: str, rule: str) -> None:
        """Report an lxml element and take it out; the text after it stays."""
        self.add(step, rule, text_of(element))
        parent = element.getparent()
        if parent is None:
            return
        if element.tail:
            before = element.getprevious()
            if before is not None:
                before.tail = (before.tail or "") + element.tail
            else:
                parent.text = (parent.text or "") + element.tail
        parent.remove(element)

    def all(self) -> tuple[Removal, ...]:
        """Everything reported so far."""
        return tuple(self._found)


def text_of(element: etree._Element) -> str:
    """The visible text of an lxml element, blanks collapsed."""
    return " ".join(" ".join(_pieces(element)).split())


def beginning_of(root: etree._Element, length: int = 4000) -> str:
    """About the first `length` characters of an element's visible text."""
    found: list[str] = []
    for piece in _pieces(root):
        if not piece.isspace():
            found.append(piece.strip())
            length -= len(found[-1])
            if length <= 0:
                break
    return " ".join(found)


def _pieces(element: etree._Element) -> Iterator[str]:
    for each in element.iter():
        if isinstance(each.tag, str):
            if each.text and each.tag not in ("script", "style", "template"):
                yield each.text
            if each is not element and each.tail:
                yield each.tail
