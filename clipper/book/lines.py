"""What stands in a line: words, emphasis, links, breaks, small pictures; and paragraphs made of lines."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace

from clipper.book.elements import BLOCK_TAGS, Element, address, direction_of, language_of, tag_of, texts
from clipper.book.nodes import Kind, Node
from clipper.book.words import breakable, says, tidied

TOO_DEEP = 60
"""Tags inside each other, beyond which only the text is read."""
INLINE_PICTURE = 48
"""Pixels: what is no larger and stands in a line stays in the line."""

SKIPPED = frozenset(("script", "style", "template", "noscript", "rp", "colgroup", "col", "head", "title"))
_LINES: Mapping[str, Kind] = {
    **dict.fromkeys(("strong", "b"), "strong"),
    **dict.fromkeys(("em", "i", "cite"), "emphasis"),
    **dict.fromkeys(("code", "kbd", "samp"), "mono"),
    **dict.fromkeys(("del", "s"), "struck"),
    **dict.fromkeys(("ins", "u"), "under"),
    "sup": "superscript",
    "sub": "subscript",
    "small": "small",
    "mark": "mark",
    "q": "quoted",
}

Run = list[Node | str]


@dataclass(frozen=True, slots=True)
class Place:
    """Where the reading is."""

    pictures: Mapping[str, Node]
    holders: frozenset[Element] = frozenset()
    """Elements of a line that nevertheless hold blocks."""
    around: tuple[Node, ...] = ()
    """Elements of a line, outermost first, that were left open when a block began."""
    tags: int = 0
    depth: int = 0
    in_table: bool = False

    def inside(self, *, of: Node | None = None, deeper: bool = False, table: bool = False) -> Place:
        """One tag further in."""
        return replace(
            self,
            around=(*self.around, of) if of else self.around,
            tags=self.tags + 1,
            depth=self.depth + deeper,
            in_table=self.in_table or table,
        )


def paragraphs(run: Run, place: Place) -> list[Node]:
    """A run of text as paragraphs, parted where the page has two line breaks in a row."""
    found: list[Node] = []
    for part in _parted(run):
        for around in reversed(place.around):
            part = [replace(around, children=tuple(part))]
        line = tidied(part)
        if says(line):
            found.append(Node("paragraph", fitting(line, place)))
    return found


def _parted(run: Run) -> Iterable[Run]:
    part: Run = []
    breaks = 0
    for each in run:
        if isinstance(each, Node) and each.kind == "break":
            breaks += 1
            if breaks == 2:
                yield part
                part = []
                continue
        elif not isinstance(each, str) or each.strip():
            breaks = 0
        part.append(each)
    yield part


def fitting(line: tuple[Node | str, ...], place: Place) -> tuple[Node | str, ...]:
    """With breaks in what is too long for a line, or for a cell."""
    fitted: Run = []
    for each in line:
        if isinstance(each, str):
            fitted += breakable(each, 24, 12) if place.in_table else breakable(each)
        else:
            fitted.append(replace(each, children=fitting(each.children, place)))
    return tuple(fitted)


def in_line(element: Element, place: Place) -> Run:
    """An element inside a line; blocks in it are read as their text."""
    tag = tag_of(element)
    if tag in SKIPPED:
        return []
    if place.tags > TOO_DEEP:
        return ["".join(texts(element))]
    if tag == "br":
        return [Node("break")]
    if tag == "img":
        return [picture_of(element, place)] if not stands_alone(element, place) else []
    if tag == "ruby":
        return _ruby(element)
    inner = insides(element, place.inside())
    wrapper = wrapper_of(element)
    if wrapper is None:
        return [" ", *inner, " "] if tag in BLOCK_TAGS else inner
    return [replace(wrapper, children=tuple(inner))]


def insides(element: Element, place: Place) -> Run:
    """What stands in an element that is one line, or a part of one."""
    run: Run = [element.text or ""]
    for child in element:
        run += [*in_line(child, place), child.tail or ""]
    return run


def wrapper_of(element: Element) -> Node | None:
    """The node that an element of a line becomes, still empty; None for one that only holds."""
    tag = tag_of(element)
    language, direction = language_of(element), direction_of(element)
    if tag == "a":
        url = address(element.get("href") or "")
        return Node("link", url=url, language=language, direction=direction) if url else None
    kind = _LINES.get(tag)
    if kind is None and not language and not direction:
        return None
    return Node(kind or "span", language=language, direction=direction)


def _ruby(element: Element) -> Run:
    run: Run = []
    base = element.text or ""
    for child in element:
        if tag_of(child) in ("rt", "rtc"):
            run.append(Node("ruby", (base,), words="".join(texts(child)).strip()))
            base = ""
        elif tag_of(child) != "rp":
            base += "".join(texts(child))
        base += child.tail or ""
    return [*run, base]


def picture_of(element: Element, place: Place) -> Node:
    """The picture that an `img` names."""
    url = element.get("src") or ""
    known = place.pictures.get(url) or Node("picture", url=url)
    alt = " ".join((element.get("alt") or known.alt or "").split())
    return replace(known, alt=alt or None)


def stands_alone(element: Element, place: Place) -> bool:
    """Whether it is a picture too large for a line."""
    if tag_of(element) != "img":
        return False
    known = place.pictures.get(element.get("src") or "")
    if known is None or known.sha256 is None or not known.width:
        return True
    return max(known.width, known.height) > INLINE_PICTURE
