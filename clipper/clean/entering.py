"""Which elements the walk over a page (`layout.py`) enters: not what is hidden, what a site's rule takes out,
and what by its element alone can hold no article.
"""

from __future__ import annotations

from lxml import etree

from clipper.clean.text import word_set

OUT = "data-out"
"""Attribute on what is not entered because a site's rule takes it out; its value is the removal's rule."""
IN = "data-in"
"""Attribute on what is entered whatever it is, because the user or a site's rule wants it."""
WATCHED = frozenset((OUT, IN, "hidden", "aria-hidden", "style", "role"))
"""Attributes that say something of that, or else what a box is; most elements have none of them."""
_PAGES_OF_SCRIPTS = word_set("script style noscript template")


def never(element: etree._Element, *, hidden: bool) -> str | None:
    """The rule by which a block element is not entered; None where it is. `hidden`: hidden ones are."""
    rule = element.get(OUT)
    if rule is not None:
        return rule
    if element.get(IN) is not None:
        return None
    if element.tag == "nav" and not _has_inside(element, "p"):
        return "navigation"
    if element.tag == "footer" and not _has_inside(element, "p", "article"):
        return "footer"
    return "hidden" if not hidden and _hides(element) else None


def is_hidden(element: etree._Element) -> bool:
    """Is an inline element not shown?"""
    if WATCHED.isdisjoint(element.keys()):
        return False
    return element.get(OUT) is not None or _hides(element)


def holds_page(element: etree._Element) -> bool:
    """An element without text of its own that was never closed: the rest of the page stands in it."""
    if element.tag in _PAGES_OF_SCRIPTS or not len(element):
        return False
    return _has_inside(element, "p") or element.get(IN) is not None


def _has_inside(element: etree._Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _hides(element: etree._Element) -> bool:
    if element.get("hidden") is not None:
        return True
    if element.get("aria-hidden") == "true" and "fallback-image" not in (element.get("class") or ""):
        return True
    style = element.get("style")
    if not style:
        return False
    flat = style.replace(" ", "").lower()
    return "display:none" in flat or "visibility:hidden" in flat
