"""Elements of a parsed page, and what their attributes may say."""

from __future__ import annotations

from collections.abc import Iterable
from urllib.parse import urlsplit

from lxml import etree

from clipper.article.article import Direction

Element = etree._Element
LONGEST_URL = 2000
BLOCK_TAGS = frozenset(
    (
        *("h1", "h2", "h3", "h4", "h5", "h6", "ul", "ol", "li", "p", "div", "section", "article", "dl", "dt"),
        *(
            "dd",
            "blockquote",
            "pre",
            "figure",
            "figcaption",
            "caption",
            "table",
            "tbody",
            "tr",
            "td",
            "th",
            "hr",
        ),
    )
)
"""What begins on a line of its own."""


def texts(element: Element) -> Iterable[str]:
    """The text inside without recursion; line breaks as such."""
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            yield "\n" if tag_of(each) == "br" else ""
            yield each.text or ""
        elif each is not element:
            yield each.tail or ""


def tag_of(element: Element) -> str:
    """Its name; empty for a comment."""
    return element.tag if isinstance(element.tag, str) else ""


def language_of(element: Element) -> str | None:
    """Its own `lang`."""
    return (element.get("lang") or "").strip().lower() or None


def direction_of(element: Element) -> Direction | None:
    """Its own `dir`; `auto` is nothing."""
    said = (element.get("dir") or "").lower()
    return "rtl" if said == "rtl" else "ltr" if said == "ltr" else None


def number_in(text: str | None, least: int, most: int) -> int:
    """The number that an attribute says, within bounds; the least where it says none."""
    try:
        return min(max(int(text or ""), least), most)
    except ValueError:
        return least


def address(href: str) -> str | None:
    """An address that a reader may be sent to."""
    href = href.strip()
    try:
        scheme = urlsplit(href).scheme.lower()
    except ValueError:
        return None
    return href if scheme in ("http", "https", "mailto") and len(href) <= LONGEST_URL else None
