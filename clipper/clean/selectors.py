"""Selectors of site rules: CSS, or XPath 1.0 where one begins with `/` or `(`. They choose and do nothing
else; what is no selector chooses nothing.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import lru_cache

from cssselect import SelectorError
from lxml import etree
from lxml.cssselect import CSSSelector

from clipper.article.page import Page
from clipper.clean import parse
from clipper.clean.removals import text_of

LONGEST = 500
"""Characters of a match that are told."""
_CUT = 300
"""Letters from which on a text may be the beginning of a longer one: what is kept of a piece is cut."""
_VALUES = {"meta": "content", "time": "datetime", "img": "src", "a": "href", "link": "href"}
"""Where an element keeps its value, if it says no words."""


def is_xpath(selector: str) -> bool:
    """Whether it is meant as XPath."""
    return selector.lstrip().startswith(("/", "("))


def problem(selector: str) -> str | None:
    """Why it is no selector, in the words of whoever reads them; None for a good one."""
    try:
        _compiled(selector)
    except (SelectorError, etree.XPathError, ValueError) as error:
        return str(error) or type(error).__name__
    return None


def elements(root: etree._Element, selector: str) -> list[etree._Element]:
    """The elements that it chooses in a page's tree, in their order."""
    return [each for each in _found(root, selector) if isinstance(each, etree._Element) and each.tag]


def texts(root: etree._Element, selector: str) -> list[str]:
    """What it chooses as words, for titles, names and dates: a text or attribute as it stands; an element's
    words, else the value that such an element keeps (`meta[content]`, `time[datetime]`)."""
    said = (
        _value(each) if isinstance(each, etree._Element) else str(each) for each in _found(root, selector)
    )
    return [flat for each in said if (flat := " ".join(each.split()))]


def matches(pages: Sequence[Page], selector: str) -> list[str]:
    """What it would choose in these pages: the beginning of each match, to be shown."""
    found: list[str] = []
    for root in _roots(pages):
        found += [each[:LONGEST] for each in texts(root, selector)]
    return found


def element_at(pages: Sequence[Page], place: str) -> etree._Element | None:
    """The element at a removal's place (`/html/body/div[2]`, `#2` after it: on the second page)."""
    path, _mark, number = place.partition("#")
    at = int(number) - 1 if number.isdigit() else 0
    if not path.startswith("/") or not 0 <= at < len(pages):
        return None
    found = elements(parse.tree_of(pages[at]), path)
    return found[0] if found else None


def place_of(pages: Sequence[Page], text: str) -> str:
    """The place of the smallest element that says just this (whitespace aside; `text` may be the beginning
    of it); empty where there is none."""
    wanted = "".join(text.split())
    if not wanted:
        return ""
    for at, root in enumerate(_roots(pages)):
        element = _saying(root, wanted)
        if element is not None:
            return element.getroottree().getpath(element) + (f"#{at + 1}" if at else "")
    return ""


def _saying(root: etree._Element, wanted: str) -> etree._Element | None:
    """Deeper and deeper into whichever child still says all of it."""
    inside: list[etree._Element] = [root]
    found = None
    while True:
        element = next((each for each in inside if wanted in _letters(each)), None)
        if element is None:
            return found
        said = _letters(element)
        if said == wanted or (len(wanted) >= _CUT and said.startswith(wanted)):
            found = element
        inside = [child for child in element if isinstance(child.tag, str)]


def _letters(element: etree._Element) -> str:
    return "".join(text_of(element).split())


def _roots(pages: Sequence[Page]) -> Iterator[etree._Element]:
    for page in pages:
        yield parse.tree_of(page)


def _found(root: etree._Element, selector: str) -> list[object]:
    try:
        found = _compiled(selector)(root)
    except (SelectorError, etree.XPathError, ValueError):
        return []
    if isinstance(found, list):
        return list(found)
    return [found] if isinstance(found, str) else []


def _value(element: etree._Element) -> str:
    tag = str(element.tag)
    if tag in ("meta", "time"):
        return element.get(_VALUES[tag]) or text_of(element)
    return text_of(element) or element.get(_VALUES.get(tag, "")) or ""


@lru_cache(maxsize=512)
def _compiled(selector: str) -> etree.XPath:
    """EXSLT's functions are off: XPath 1.0 alone can neither run nor load anything."""
    if is_xpath(selector):
        return etree.XPath(selector.strip(), regexp=False, smart_strings=False)
    return CSSSelector(selector.strip(), translator="html")
