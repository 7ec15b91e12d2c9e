"""Elements of a parsed page, and what their attributes may say."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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

_EXPECTED: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("ul", "ol"), ("li", "ul", "ol")),
    "dl": ("dt", "dd"),
    "table": ("caption", "colgroup", "col", "thead", "tbody", "tfoot", "tr"),
    **dict.fromkeys(("thead", "tbody", "tfoot"), ("tr",)),
    "tr": ("td", "th"),
}
"""What may stand in lists and tables; what else does is put into the item, row or cell it should stand in."""
_MISSING = {"ul": "li", "ol": "li", "dl": "dd", "tr": "td"}


def mended(root: Element) -> Element:
    """The same with no loose words or elements in lists and tables."""
    for container in list(root.iter(*_EXPECTED)):
        _mend(container)
    return root


def _mend(container: Element) -> None:
    expected = _EXPECTED[tag_of(container)]
    loose = (container.text or "").strip() or any(
        tag_of(child) not in expected or (child.tail or "").strip() for child in container
    )
    if not loose:
        return
    wrapper = _MISSING.get(tag_of(container), "tr")
    children = [(child, child.tail) for child in container]
    first, container.text = container.text, None
    _wrap(container, wrapper, first)
    for child, tail in children:
        child.tail = None
        if tag_of(child) in expected:
            container.append(child)
        else:
            _wrap(container, wrapper, None, child)
        _wrap(container, wrapper, tail)


def _wrap(container: Element, wrapper: str, text: str | None, child: Element | None = None) -> None:
    if not (text or "").strip() and child is None:
        return
    around = etree.SubElement(container, wrapper)
    inner = etree.SubElement(around, "td") if wrapper == "tr" else around
    inner.text = text
    if child is not None:
        inner.append(child)


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
