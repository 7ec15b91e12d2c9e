"""From lxml's tree to BeautifulSoup's, node by node: nothing is written out and parsed again, which would
take four times as long. Code and style sheets stay behind; every other element and text comes along as it is.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from bs4 import Tag
from bs4.element import NavigableString
from lxml import etree

from clipper.clean.elements import element, insert
from clipper.clean.removals import NUMBER

_LEFT_BEHIND = frozenset(("script", "style", "template", "link", "meta", "head"))
_new = str.__new__


def comes_along(source: etree._Element) -> bool:
    """Is it more than code? A script may hold a formula, or stand for a post."""
    if source.tag not in _LEFT_BEHIND:
        return True
    return source.tag == "script" and (
        (source.get("type") or "").startswith("math") or source.get("data-telegram-post") is not None
    )


def tag_of(source: etree._Element) -> Tag:
    """The element itself, without what is in it."""
    return element(source.tag, dict(source.items()))  # type: ignore[arg-type]


def converted(source: etree._Element, numbers: Mapping[int, int]) -> Tag:
    """The element with everything beneath it. `numbers`: what the boxes are numbered, by the id of each."""
    made = element(source.tag, dict(source.items()))  # type: ignore[arg-type]
    number = numbers.get(id(source))
    if number is not None:
        made.attrs[NUMBER] = str(number)
    contents = made.contents
    words = source.text
    if words:
        contents.append(text_in(made, words))
    # A list of all is quicker than lxml's own way from child to child.
    for child in source[:]:  # type: ignore[index]
        if child.tag not in _LEFT_BEHIND or comes_along(child):
            inside = converted(child, numbers)
            inside.parent = made
            contents.append(inside)
        words = child.tail
        if words:
            contents.append(text_in(made, words))
    return made


def text_in(parent: Tag, words: str) -> NavigableString:
    """A text for a woven element, to be put into its contents."""
    made = _new(NavigableString, words)
    made.parent = parent
    return made


def region_of(parts: Sequence[Tag]) -> Tag:
    """These elements in one, ready for BeautifulSoup's own ways through a tree."""
    region = element("div")
    insert(region, 0, *parts)
    return region
