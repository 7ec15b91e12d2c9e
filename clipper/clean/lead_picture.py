"""The picture between headline and text, where it stands beside the text's container."""

from __future__ import annotations

from itertools import islice

from lxml import etree

from clipper.clean import names
from clipper.clean.phrases import rule_of
from clipper.clean.removals import text_of

LEVELS = 4
"""Ancestors of the text's container beside which it is looked for."""
BESIDE = 4
"""Elements before the container that are looked at on each level."""
CAPTION = 300
"""Characters of a caption with its credit; more words make it a piece of its own."""
SMALL = 200
"""Pixels; what says that it is narrower is a face or a sign."""
_BOXES = frozenset(("figure", "picture", "img", "amp-img", "div", "p", "a", "span", "section", "header"))
_PICTURES = ("img", "amp-img")
_OTHERS = ("form", "iframe", "ul", "ol", "table", "video", "nav", "h2", "h3", "h4")


def before(region: etree._Element) -> etree._Element | None:
    """The picture that follows the headline and comes before the region; None where there is none."""
    branch, found = region, None
    for _level in range(LEVELS):
        parent = branch.getparent()
        if parent is None or branch.tag in ("body", "html"):
            return None
        for beside in _preceding(branch):
            if _has_headline(beside):
                return found if found is not None else _after_headline(beside)
            if found is None and is_lead(beside):
                found = beside
        branch = parent
    return None


def _preceding(branch: etree._Element) -> list[etree._Element]:
    elements = (each for each in branch.itersiblings(preceding=True) if isinstance(each.tag, str))
    return list(islice(elements, BESIDE))


def _has_headline(element: etree._Element) -> bool:
    return next(element.iter("h1"), None) is not None


def _after_headline(element: etree._Element) -> etree._Element | None:
    """A figure in the headline's own box, below the headline."""
    below = False
    for each in element.iter("h1", "figure"):
        if each.tag == "h1":
            below = True
        elif below and is_lead(each):
            return each
    return None


def is_lead(element: etree._Element) -> bool:
    """One picture of some size, with no more words than a caption has."""
    if element.tag not in _BOXES or _picture(element) is None or _has_headline(element):
        return False
    pictures = [each for each in element.iter(*_PICTURES) if not _in_noscript(each, element)]
    if len(pictures) != 1 or _is_small(pictures[0]) or any(True for _ in element.iter(*_OTHERS)):
        return False
    if any(names.is_hidden(each) or names.weight(each) < 0 for each in (element, pictures[0])):
        return False
    words = text_of(element)
    return len(words) <= CAPTION and rule_of(words) is None


def _picture(element: etree._Element) -> etree._Element | None:
    return next(element.iter(*_PICTURES), None)


def _in_noscript(picture: etree._Element, within: etree._Element) -> bool:
    for above in picture.iterancestors():
        if above.tag in ("noscript", *_PICTURES):
            return True
        if above is within:
            return False
    return False


def _is_small(picture: etree._Element) -> bool:
    width = (picture.get("width") or "").removesuffix("px")
    return width.isdecimal() and len(width) < 5 and int(width) < SMALL
