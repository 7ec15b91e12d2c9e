"""Footnotes: a mark in the text and the note it leads to. Marks become `sup`, notes stay wherever they stand
and whatever their class is called, links back to the text go.
"""

from __future__ import annotations

import re
from urllib.parse import unquote

from bs4 import Tag

from clipper.clean import walk
from clipper.clean.elements import KEPT, insert, nodes_after, nodes_before, take_out, text
from clipper.clean.removals import Removals

CLASSES = ("note", "reflist", "reference", "back", "fußnoten", "fussnoten")
_LIST = re.compile(
    r"(?:^|[\s_-])(?:footnotes?|endnotes?|foot-notes|end-notes|reflist|references|fu(?:ß|ss)noten)(?:$|[\s_-])",
    re.IGNORECASE,
)
_BACK = re.compile(
    r"(?:^|[\s_-])(?:mw-cite-backlink|backlink|backref|footnote-?back(?:ref)?|reversefootnote|back-?to-?text)(?:$|[\s_-])"
)
_MARK = re.compile(
    r"[\[(]?\s?(?:(?:nb|note|n|fn)\.? ?)?(?:\d{1,3}|[a-z]|[ivx]{1,5}|[*†‡§¶#]{1,4})\s?[\])]?", re.IGNORECASE
)
_OF_NOTES = re.compile(r"fn|foot|note|cite|ref|ftn|bib|anm|fuss|end", re.IGNORECASE)
_HOLDERS = frozenset(("ol", "ul", "dl", "section", "div", "aside", "footer"))
_ENTRIES = frozenset(("li", "p", "dd"))
_LISTS = frozenset(("ol", "ul"))
_PARAGRAPH = frozenset(("p",))
_PICTURES = frozenset(("img", "svg", "picture"))
_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_LONGEST_BACK = 24
"""Characters of a link back: "Return to text", "^ a b c d"."""
_IN_LINE = frozenset(("a", "sup", "span"))


class Notes:
    """Looks through a region once for links that lead to a place in it."""

    def __init__(self, region: Tag) -> None:
        self._links: list[tuple[Tag, str]] = []
        self._targets: dict[str, Tag] = {}
        self._places: dict[int, int] = {}
        """Where links and targets stand in the region's order, by the id of each."""
        self._find_links(region)
        if self._links:
            self._find_targets(region, 0)

    def _find_links(self, tag: Tag) -> None:
        for child in tag.contents:
            if isinstance(child, Tag):
                if child.name == "a":
                    href = child.attrs.get("href")
                    if href and "#" in href:
                        self._links.append((child, str(href).rpartition("#")[2]))
                if child.contents:
                    self._find_links(child)

    def _find_targets(self, tag: Tag, place: int) -> int:
        for child in tag.contents:
            if isinstance(child, Tag):
                attrs, is_link = child.attrs, child.name == "a"
                if is_link or "id" in attrs:
                    self._places[id(child)] = place
                    for key in ("id", "name") if is_link else ("id",):
                        if key in attrs:
                            self._targets.setdefault(str(attrs[key]), child)
                place = self._find_targets(child, place + 1) if child.contents else place + 1
        return place

    def mark(self, removals: Removals) -> None:
        """Make marks of the links to notes, keep the notes, take out the links back."""
        for link, fragment in self._links:
            if link.attrs.get("role") == "doc-noteref":
                _raise(link)
            target = self._targets.get(fragment) or self._targets.get(unquote(fragment))
            if target is None or not fragment:
                if str(link.attrs.get("href") or "").startswith("#") and fragment and _leads_back(link):
                    removals.take(link, "furniture", "back_link")
                continue
            place, at = self._places[id(target)], self._places[id(link)]
            if place > at and _is_mark(link, target, fragment):
                _keep(target, link)
                _raise(link)
                _join_number(target)
            elif place < at and _leads_back(link):
                removals.take(link, "furniture", "back_link")
            elif place < at and target.name in _IN_LINE:
                link.attrs.pop("href", None)


def is_list(tag: Tag) -> bool:
    """A list of notes by its class: whatever stands in it belongs to the article."""
    if tag.name not in _HOLDERS or not _LIST.search(str(tag.attrs.get("class") or "")):
        return False
    return tag.name in _LISTS or walk.has(tag, _ENTRIES)


def is_back_link(tag: Tag) -> bool:
    """A link from a note back to its mark, by its class. A heading may be one to the list of contents."""
    kind = str(tag.attrs.get("class") or "")
    if tag.name not in ("a", "span", "sup") or not _BACK.search(kind):
        return False
    return (
        tag.parent is not None and tag.parent.name not in _HEADINGS and walk.length_of(tag) <= _LONGEST_BACK
    )


def _is_mark(link: Tag, target: Tag, fragment: str) -> bool:
    words = walk.text_of(link)
    if not _MARK.fullmatch(words):
        return False
    named = f"{link.attrs.get('class') or ''} {link.attrs.get('id') or ''} {fragment}"
    around = link.parent
    raised = (around is not None and around.name == "sup") or link.find("sup") is not None
    return raised or target.name == "li" or words[0] in "[*†‡" or bool(_OF_NOTES.search(named))


def _leads_back(link: Tag) -> bool:
    """No words in it (an arrow), or a letter where its list has numbers."""
    words = walk.text_of(link)
    if link.attrs.get("role") == "doc-backlink":
        return True
    if not words or not any(map(str.isalnum, words)):
        return bool(words) and not walk.has(link, _PICTURES)
    item = walk.above(link, _ENTRIES)
    return item is not None and item.name == "li" and len(words) <= 2 and words.islower()


def _raise(link: Tag) -> None:
    """A mark in the text."""
    link.name = "sup"
    link.attrs.pop("href", None)
    link.attrs.pop("class", None)


def _join_number(note: Tag) -> None:
    """A number that stands beside the box of its note begins the note's first paragraph."""
    if note.name not in _IN_LINE or not _MARK.fullmatch(walk.text_of(note)):
        return
    if next(nodes_before(note), None) is not None:
        return
    box = next((each for each in nodes_after(note) if isinstance(each, Tag)), None)
    if box is None or box.name not in ("div", "p"):
        return
    first = box if box.name == "p" else walk.first(box, _PARAGRAPH)
    if first is not None:
        insert(first, 0, text(walk.text_of(note) + " "))
        take_out(note)


def _keep(note: Tag, link: Tag) -> None:
    """No rule takes out the note, or what holds notes only."""
    around = {id(link)}
    above = link.parent
    while above is not None:
        around.add(id(above))
        above = above.parent
    at: Tag | None = note
    while at is not None and id(at) not in around:
        at.attrs[KEPT] = "notes"
        at = at.parent
