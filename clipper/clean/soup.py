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
from clipper.clean.shapes import BLOCKS

_LEFT_BEHIND = frozenset(("script", "style", "template", "link", "meta", "head"))
_READ_AS_LINES = frozenset(("h1", "h2", "h3", "h4", "h5", "h6", "pre", "listing", "xmp", "plaintext"))
_FLOWS = frozenset(
    (
        "div", "ul", "ol", "dl", "li", "table", "tbody", "thead", "tr", "section", "article", "main",
        "header", "blockquote", "body",
    )
)  # fmt: skip
"""Elements in which a blank beside a block says nothing."""
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


def converted(source: etree._Element, numbers: Mapping[int, int], *, in_lines: bool = False) -> Tag:
    """The element with everything beneath it. `numbers`: what the boxes are numbered, by the id of each;
    `in_lines`: it stands in one that is read as lines.

    Line ends at the beginning of a box and behind a block stay behind: a tenth of all nodes.
    """
    name = source.tag
    made = element(name, dict(source.items()))  # type: ignore[arg-type]
    number = numbers.get(id(source))
    if number is not None:
        made.attrs[NUMBER] = str(number)
    in_lines = in_lines or name in _READ_AS_LINES
    flows = not in_lines and name in _FLOWS
    contents = made.contents
    words = source.text
    if words and not (flows and words[0] == "\n" and words.isspace()):
        contents.append(text_in(made, words))
    # A list of all is quicker than lxml's own way from child to child.
    for child in source[:]:  # type: ignore[index]
        tag = child.tag
        if tag not in _LEFT_BEHIND or comes_along(child):
            inside = converted(child, numbers, in_lines=in_lines)
            inside.parent = made
            contents.append(inside)
        words = child.tail
        if words and not (flows and words[0] == "\n" and tag in BLOCKS and words.isspace()):
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
