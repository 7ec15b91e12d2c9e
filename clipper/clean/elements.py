"""Cheap elements: `tidy.py` makes hundreds of a page. BeautifulSoup's own `new_tag` and `append` take many
times as long, because they keep a web of pointers right at every step.

Here a tree is put together by `contents` only; `weave` draws the other pointers once at the end.
Until then nothing but the functions of this room may read it.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

Attributes = dict[str, str]
Node = NavigableString | Tag

KEPT = "data-kept"
"""Attribute of what no rule takes out: embedded posts and films, notes."""
LOST = "data-lost"
"""Attribute of a link whose address is not known; it is written as its words."""
_NEAR = "_near"
"""In an element's own dictionary: where `place_of` found the last of its nodes."""
_TEXT: dict[str, Any] = NavigableString("").__dict__


class _Element(Tag):
    """BeautifulSoup's element without what is the same in all of them: that is said by the class."""

    def __init__(self, name: str, attrs: Attributes) -> None:
        self.name = name
        self.attrs = attrs  # type: ignore[assignment]
        self.contents = []


def _say_what_is_common() -> None:
    made = BeautifulSoup("", "lxml", multi_valued_attributes=None).new_tag("span")
    for key in made.__dict__.keys() - {"name", "attrs", "contents"}:
        setattr(_Element, key, getattr(made, key))
    # Python keeps the elements of a class small where it has seen one with all that they will ever have.
    _Element("span", {}).setup()


_say_what_is_common()


def element(name: str, attrs: Attributes | None = None) -> Tag:
    """A new element that stands nowhere yet."""
    return _Element(name, {} if attrs is None else attrs)


def place_of(node: Node) -> int:
    """Which of its parent's nodes it is. Looked for from where the last one was found: thousands of lines
    that are taken out one after the other would otherwise each be counted from the first.
    """
    parent = node.parent
    assert parent is not None
    nodes = parent.contents
    near: int = min(parent.__dict__.get(_NEAR, 0), len(nodes) - 1)
    for away in range(len(nodes)):
        for at in (near + away, near - away):
            if 0 <= at < len(nodes) and nodes[at] is node:
                parent.__dict__[_NEAR] = at
                return at
    raise ValueError(node)  # its parent does not know it: never so in a woven tree


def take_out(node: Node) -> Node:
    """Take it out of its parent, if it has one."""
    return node if node.parent is None else node.extract(place_of(node))


def dissolve(tag: Tag) -> None:
    """Put what is in it in its place."""
    parent = tag.parent
    assert parent is not None
    at = place_of(tag)
    tag.extract(at)
    for node in reversed(list(tag.contents)):
        parent.insert(at, node.extract())


def exchange(node: NavigableString | Tag, other: NavigableString | Tag) -> None:
    """Put another node in its place."""
    parent = node.parent
    assert parent is not None
    at = place_of(node)
    node.extract(at)
    parent.insert(at, other)


def text(words: str) -> NavigableString:
    """A text that stands nowhere yet."""
    made = str.__new__(NavigableString, words)
    made.__dict__ = _TEXT.copy()
    return made


def put(parent: Tag, child: Node) -> None:
    """Make `child` the last in `parent`."""
    parent.contents.append(child)


def weave(root: Tag) -> Tag:
    """Draw the pointers by which BeautifulSoup finds its way through a tree; answers the root."""
    last = _weave(root, root)
    last.next_element = None
    return root


def nodes_of(root: Tag) -> list[Node]:
    """A woven tree's nodes, the root first."""
    found: list[Node] = []
    node: Node | None = root
    while node is not None:
        found.append(node)
        node = node.next_element  # type: ignore[assignment]
    return found


def unravel(nodes: Iterable[Node]) -> None:
    """Take apart trees that nobody needs any more. Their nodes know each other: to find out that nobody else
    knows them costs Python the double.
    """
    for node in nodes:
        node.__dict__.clear()


def _weave(tag: Tag, last: Tag | NavigableString) -> Tag | NavigableString:
    before: Node | None = None
    for child in tag.contents:
        child.parent = tag
        child.previous_sibling = before
        if before is not None:
            before.next_sibling = child
        last.next_element = child
        child.previous_element = last
        last = _weave(child, child) if isinstance(child, Tag) else child  # type: ignore[assignment]
        before = child  # type: ignore[assignment]
    if before is not None:
        before.next_sibling = None
    return last
