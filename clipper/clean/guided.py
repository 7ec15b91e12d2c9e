"""What the user and a site's rule say of a page, carried out: before the walk (what is marked as out, what
must be seen), on the verdicts (what stays and what goes), on the finished article (what the user took out).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from bs4 import Tag
from lxml import etree

from clipper.article.article import Edit, Guidance
from clipper.article.site_rule import SiteRule
from clipper.clean import bylines, dates, selectors, walk
from clipper.clean.entering import IN, OUT
from clipper.clean.layout import Layout
from clipper.clean.metadata import Metadata
from clipper.clean.removals import LONGEST, Removals
from clipper.clean.text import same, word_set

_BLOCKS = word_set("p h2 h3 h4 h5 h6 li figure blockquote pre table ul ol dl")
_PICTURE = frozenset(("img",))


class Guided:
    """The wishes for one page."""

    def __init__(self, root: etree._Element, guidance: Guidance, page: int) -> None:
        """`page`: which of several pages it is, counted from 0. Marks the tree; call before the walk."""
        self._rule = guidance.rule
        self._root = root
        self._restored = [each for each in guidance.edits if each.kind == "restore"]
        self.removed = [each for each in guidance.edits if each.kind == "remove"]
        self._seen = [self._found(each, page) for each in self._restored]
        self._kept = [] if self._rule is None else _chosen(root, self._rule.keep)
        self._body = [] if self._rule is None else _first(root, self._rule.body)
        for element in (*self._kept, *self._body, *(each for each in self._seen if each is not None)):
            _show(element)
        for element in [] if self._rule is None else _chosen(root, self._rule.strip):
            if element.tag not in ("html", "body") and not any(element is each for each in self._kept):
                element.set(OUT, "site_rule")

    @property
    def is_sure(self) -> bool:
        """Does a rule say where the article stands?"""
        return bool(self._body)

    def _found(self, edit: Edit, page: int) -> etree._Element | None:
        """Where a piece stood, if that place still says the same."""
        path, _, number = edit.place.partition("#")
        if not path or (int(number) - 1 if number.isdigit() else 0) != page:
            return None
        element = next(iter(selectors.elements(self._root, path)), None)
        return element if element is not None and _says(_words(element), edit.text) else None

    def verdicts(self, layout: Layout, kept: list[bool], removals: Removals) -> list[bool]:
        """The verdicts on the blocks as the user and the rule want them."""
        if self._body:
            inside = _blocks_in(layout, self._body)
            kept = [at in inside for at in range(len(kept))]
            removals.keep(_numbers(layout, self._body))
        for edit, element in zip(self._restored, self._seen, strict=True):
            numbers = _numbers(layout, [element]) if element is not None else _saying(layout, edit.text)
            self._keep(layout, numbers, kept, removals)
        if self._kept:
            self._keep(layout, _numbers(layout, self._kept), kept, removals)
        return kept

    def _keep(self, layout: Layout, numbers: set[int], kept: list[bool], removals: Removals) -> None:
        removals.keep({each for number in numbers for each in range(number, layout.ends[number])})
        for number in numbers:
            for at in range(layout.firsts[number], layout.lasts[number]):
                kept[at] = True

    def finish(self, body: Tag, removals: Removals) -> None:
        """Take out of the article what the user took out."""
        for edit in self.removed:
            for block in walk.every(body, _BLOCKS):
                if block.parent is not None and _is_block(block, edit.text):
                    removals.take(block, "edit", "by_hand")
                    break


def known(root: etree._Element, rule: SiteRule | None, found: Metadata) -> Metadata:
    """The metadata with what a rule finds in place of what was found without it."""
    if rule is None:
        return found
    title = next(iter(_texts(root, rule.title)), None) or found.title
    names = [name for each in _texts(root, rule.byline) for name in bylines.names_in(each)]
    said = next(iter(_texts(root, rule.published)), None)
    day = (_day(said, found.language) if said else None) or found.published
    return replace(found, title=title, byline=tuple(names) or found.byline, published=day)


def _day(said: str, language: str | None) -> str | None:
    exact = dates.iso(said)
    if exact is None:
        inside = dates.first_in(said, language)
        exact = inside.iso if inside else None
    return exact


def next_pages(root: etree._Element, rule: SiteRule | None) -> list[str]:
    """The addresses, as written, of the pages on which a rule says the article goes on."""
    links = _chosen(root, rule.next_page) if rule else []
    return [address for each in links if (address := each.get("href"))]


def not_logged_in(root: etree._Element, rule: SiteRule | None) -> bool:
    """Does the page show what only a reader without an account is shown?"""
    return bool(rule and rule.not_logged_in and selectors.elements(root, rule.not_logged_in))


def _chosen(root: etree._Element, wanted: Sequence[str]) -> list[etree._Element]:
    return [element for selector in wanted for element in selectors.elements(root, selector)]


def _first(root: etree._Element, wanted: Sequence[str]) -> list[etree._Element]:
    """What the first selector that finds any chooses."""
    return next((found for selector in wanted if (found := selectors.elements(root, selector))), [])


def _texts(root: etree._Element, wanted: Sequence[str]) -> list[str]:
    return next((found for selector in wanted if (found := selectors.texts(root, selector))), [])


def _show(element: etree._Element) -> None:
    """What is wanted is walked through, whatever hides it."""
    for each in (element, *element.iterancestors(), *element.iterdescendants()):
        for key in ("hidden", "aria-hidden"):
            each.attrib.pop(key, "")
        if each.get("style"):
            each.attrib.pop("style")
        each.set(IN, "")


def _words(element: etree._Element) -> str:
    return "".join(map(str, element.itertext()))


def _says(text: str, wanted: str) -> bool:
    """Do both say the same? `wanted` may be the beginning only."""
    flat, wanted_flat = same(text), same(wanted)
    if not wanted_flat:
        return False
    return flat.startswith(wanted_flat) if len(wanted) >= LONGEST - 1 else flat == wanted_flat


def _numbers(layout: Layout, elements: Sequence[etree._Element]) -> set[int]:
    """The boxes of these elements; of an inline one the box it stands in."""
    return {number for element in elements if (number := layout.box_of(element)) >= 0}


def _saying(layout: Layout, text: str) -> set[int]:
    """The smallest box that says this, where its place is not known."""
    found = [
        number
        for number in range(len(layout.boxes))
        if _says("".join(layout.texts[layout.firsts[number] : layout.lasts[number]]), text)
    ]
    return {found[-1]} if found else set()


def _blocks_in(layout: Layout, elements: Sequence[etree._Element]) -> set[int]:
    numbers = _numbers(layout, elements)
    return {at for number in numbers for at in range(layout.firsts[number], layout.lasts[number])}


def _is_block(block: Tag, wanted: str) -> bool:
    picture = walk.first(block, _PICTURE) if block.name == "figure" else None
    if picture is not None and picture.get("src") == wanted:
        return True
    return _says(walk.all_text(block), wanted)
