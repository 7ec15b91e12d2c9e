"""Cheap elements: the cleaner makes hundreds of a page. BeautifulSoup's own `new_tag`, `append` and `extract`
take many times as long, because they keep a web of pointers right at every step.

Here a tree consists of `contents` and `parent` only. It is put together by `contents`; `weave` draws the
parents once at the end. Whoever changes a woven tree does so by the functions of this file, and nobody asks
for `next_element` or siblings (but `nodes_after`, `nodes_before`).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString, PageElement

Attributes = dict[str, str]
Node = NavigableString | Tag

KEPT = "data-kept"
"""Attribute of what no rule takes out: embedded posts and films, notes."""
LOST = "data-lost"
"""Attribute of a link whose address is not known; it is written as its words."""
_NEAR = "_near"
"""In an element's own dictionary: where `place_of` found the last of its nodes."""


class _Element(Tag):
    """BeautifulSoup's element without what is the same in all of them: that is said by the class."""

    def __init__(self, name: str, attrs: Attributes) -> None:
        self.name = name
        self.attrs = attrs  # type: ignore[assignment]
        self.contents = []

    @property
    def descendants(self) -> Iterator[PageElement]:
        """Everything beneath it, in order: by what BeautifulSoup's searches go."""
        for child in self.contents:
            yield child
            if isinstance(child, Tag):
                yield from child.descendants


def _say_what_is_common() -> None:
    made = BeautifulSoup("", "lxml", multi_valued_attributes=None).new_tag("span")
    for key in made.__dict__.keys() - {"name", "attrs", "contents"}:
        setattr(_Element, key, getattr(made, key))
    # Python keeps the elements of a class small where it has seen one with all that they will ever have.
    _Element("span", {}).setup()


_say_what_is_common()
_new = object.__new__


def element(name: str, attrs: Attributes | None = None) -> Tag:
    """A new element that stands nowhere yet."""
    made = _new(_Element)  # without a call of `__init__`: each page has hundreds
    made.name = name
    made.attrs = {} if attrs is None else attrs  # type: ignore[assignment]
    made.contents = []
    return made


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


def nodes_after(node: Node) -> Iterator[Node]:
    """What stands behind it in its parent, nearest first."""
    nodes = node.parent.contents if node.parent is not None else []
    for at in range(place_of(node) + 1 if nodes else 0, len(nodes)):
        yield nodes[at]  # type: ignore[misc]


def nodes_before(node: Node) -> Iterator[Node]:
    """What stands in front of it in its parent, nearest first."""
    nodes = node.parent.contents if node.parent is not None else []
    for at in range(place_of(node) - 1 if nodes else -1, -1, -1):
        yield nodes[at]  # type: ignore[misc]


def take_out(node: Node) -> Node:
    """Take it out of its parent, if it has one."""
    if node.parent is not None:
        del node.parent.contents[place_of(node)]
        node.parent = None
    return node


def insert(parent: Tag, at: int, *nodes: Node) -> None:
    """Put nodes that stand nowhere in front of the one at this place."""
    for node in nodes:
        node.parent = parent
    parent.contents[at:at] = nodes


def append(parent: Tag, node: Node) -> None:
    """Take a node out of where it is, and make it the last in a woven `parent`."""
    take_out(node)
    insert(parent, len(parent.contents), node)


def exchange(node: Node, *others: Node) -> None:
    """Put other nodes in its place."""
    parent = node.parent
    assert parent is not None
    at = place_of(node)
    take_out(node)
    insert(parent, at, *others)


def dissolve(tag: Tag) -> None:
    """Put what is in it in its place."""
    inside, tag.contents = tag.contents, []
    exchange(tag, *inside)  # type: ignore[arg-type]


def text(words: str) -> NavigableString:
    """A text that stands nowhere yet."""
    made = str.__new__(NavigableString, words)
    made.parent = None
    return made


def put(parent: Tag, child: Node) -> None:
    """Make `child` the last in `parent`."""
    parent.contents.append(child)


def weave(root: Tag) -> list[Tag]:
    """Tell everything in a tree what it stands in; answers the elements, the root first."""
    found = [root]
    for tag in found:  # which grows meanwhile
        for child in tag.contents:
            child.parent = tag
            if isinstance(child, Tag):
                found.append(child)
    return found


def elements_of(root: Tag) -> list[Tag]:
    """A tree's elements, the root first."""
    found = [root]
    for tag in found:  # which grows meanwhile
        found += [child for child in tag.contents if isinstance(child, Tag)]
    return found


def unravel(tags: Iterable[Tag]) -> None:
    """Take apart trees that nobody needs any more. Parents and children know each other: to find out that
    nobody else knows them costs Python the double.
    """
    for tag in tags:
        tag.contents.clear()
