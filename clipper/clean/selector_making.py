"""From one element of one page to a selector that will find its like on the site's other pages."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from lxml import etree

from clipper.article.page import Page
from clipper.clean import selectors
from clipper.clean.removals import text_of
from clipper.clean.text import word_set

_NAME = re.compile(r"-?[A-Za-z_][\w-]*")
_WORD = re.compile(r"[A-Z]?[a-z]+|[A-Z]+|\d+")
_TOOLS = "css|sc|jsx|jss|emotion|svelte|styled|chakra|makeStyles|ember|react|yui|tw"
_MADE_BY_TOOLS = re.compile(rf"^(?:{_TOOLS})-|^_")
_NUMBERED = re.compile(r"\d{2,}|[a-z]\d[a-z]|^[a-z]{1,2}\d|[-_]\d$", re.IGNORECASE)
_VOWELS = re.compile(r"[aeiouy]", re.IGNORECASE)
_SAY_NOTHING = word_set(
    """
    active open closed first last odd even hidden show shown visible clearfix row col column left right center
    centre container wrapper wrap inner outer flex grid block inline bold small large item box is has js no-js
    fade in out lazy lazyload lazyloaded loaded sticky relative absolute full half top bottom group
    """
)
_ARRANGING = "col|m[trblxy]?|p[trblxy]?|w|h|d|g|is|has|js|u|align|float|text|font|bg|order|offset"
_LAYOUT = re.compile(rf"^(?:{_ARRANGING})-")
_ATTRIBUTES = ("itemprop", "data-component", "data-testid", "data-module", "data-type", "role")
_TOO_WIDE = frozenset(("html", "body", "head"))
_LEVELS = 6
"""How far up a name is looked for."""
_MUCH, _SLACK = 2, 200
"""How many times the piece's own text a selector may choose beside it, or how many characters more than it:
beyond that it means something else."""
_WORDS = 12
"""Characters; a shorter text may stand in an article by chance."""


def selector_for(pages: Sequence[Page], place: str, sparing: str = "") -> str | None:
    """A short CSS selector that chooses the element at `place` and little else; None where there is none.

    Made of names that people gave: no numbers, no hashes of tools, no words of layout. `sparing` is a text
    of which it must choose nothing: that of the article, where the selector is to take something out.
    """
    element = selectors.element_at(pages, place)
    if element is None:
        return None
    spared = "".join(sparing.split())
    wanted = [each for each in _saying_the_same(element) if str(each.tag) not in _TOO_WIDE]
    root = element.getroottree().getroot()
    made = (selector for each in wanted for selector in _candidates(each))
    return next((each for each in made if _suits(root, wanted, each, spared)), None)


def _saying_the_same(element: etree._Element) -> list[etree._Element]:
    """The element and those around it that say nothing else, the outermost first: its box, not its words."""
    said = "".join(text_of(element).split())
    found = [element]
    for above in element.iterancestors():
        if "".join(text_of(above).split()) != said:
            break
        found.insert(0, above)
    return found


def _suits(root: etree._Element, wanted: Sequence[etree._Element], selector: str, spared: str) -> bool:
    """It chooses the element, and not the half of the page with it."""
    found = selectors.elements(root, selector)
    if not any(each in found for each in wanted):
        return False
    own = len(text_of(wanted[0]))
    others = [text_of(each) for each in found if each not in wanted]
    if any(len(text) > _WORDS and "".join(text.split()) in spared for text in others):
        return False
    return sum(map(len, others)) <= max(_MUCH * own, own + _SLACK)


def _candidates(element: etree._Element) -> Iterator[str]:
    """The shortest first: its own names, then its kind within what stands around it. Never its turn: the
    third paragraph of another page is another thing."""
    own = list(_names(element))
    yield from own
    kinds = [*own, str(element.tag)]
    above = list(_named_above(element))
    for name in above:
        yield from (f"{name} > {kind}" for kind in kinds)
    for name in above:
        yield from (f"{name} {kind}" for kind in kinds)


def _named_above(element: etree._Element) -> Iterator[str]:
    for level, above in enumerate(element.iterancestors()):
        if level >= _LEVELS or above.tag in _TOO_WIDE:
            return
        yield from _names(above)


def _names(element: etree._Element) -> Iterator[str]:
    """Selectors of the element by what it is called."""
    tag = str(element.tag)
    ident = element.get("id") or ""
    if _says_something(ident):
        yield f"#{ident}"
    classes = [each for each in (element.get("class") or "").split() if _says_something(each)]
    yield from (f"{tag}.{each}" for each in classes)
    yield from (f"{tag}.{one}.{other}" for one, other in combinations(classes[:5], 2))
    for name in _ATTRIBUTES:
        value = element.get(name) or ""
        if _says_something(value):
            yield f'{tag}[{name}="{value}"]'
    if tag in ("aside", "nav", "footer", "header", "figure", "dialog", "form", "details"):
        yield tag


def _says_something(name: str) -> bool:
    """A name that somebody thought of: `promo-box`, `ArticleTags`; not `css-1x9a`, `post-4711`, `col-6`.

    >>> [name for name in ("promo-box", "sc-bdVaJa", "post-4711", "kXzRtQ", "col-6") if _says_something(name)]
    ['promo-box']
    """
    if not 2 < len(name) <= 50 or not _NAME.fullmatch(name) or name.lower() in _SAY_NOTHING:
        return False
    if _MADE_BY_TOOLS.search(name) or _LAYOUT.search(name) or _NUMBERED.search(name):
        return False
    words = _WORD.findall(name)
    if any(len(word) > 3 and not _VOWELS.search(word) for word in words):
        return False
    return not (len(words) > 2 and sum(map(len, words)) / len(words) < 2.5)
