"""Walking BeautifulSoup's tree without its search functions, which take most of the time of a page."""

from __future__ import annotations

from collections.abc import Iterator

from bs4 import Tag
from bs4.element import NavigableString


def tags(root: Tag) -> Iterator[Tag]:
    """The elements beneath `root` in document order; what is taken out on the way is not entered."""
    waiting = [child for child in reversed(root.contents) if isinstance(child, Tag)]
    while waiting:
        tag = waiting.pop()
        if tag.parent is None:
            continue
        yield tag
        if tag.parent is not None:
            waiting.extend(child for child in reversed(tag.contents) if isinstance(child, Tag))


def texts(root: Tag) -> Iterator[NavigableString]:
    """The text nodes beneath `root`, as a list would give them: they may be replaced on the way."""
    for each in list(root.descendants):
        if type(each) is NavigableString:
            yield each


def has(root: Tag, names: frozenset[str]) -> bool:
    """Is there an element of one of these names beneath `root`?"""
    return any(isinstance(each, Tag) and each.name in names for each in root.descendants)


def above(tag: Tag, names: frozenset[str]) -> Tag | None:
    """The nearest element of one of these names around `tag`."""
    parent = tag.parent
    while parent is not None:
        if parent.name in names:
            return parent
        parent = parent.parent
    return None
