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


def texts(root: Tag) -> list[NavigableString]:
    """The text nodes beneath `root`; they may be replaced on the way."""
    found: list[NavigableString] = []
    _gather(root, found)
    return found


def _gather(tag: Tag, found: list[NavigableString]) -> None:
    for child in tag.contents:
        if isinstance(child, Tag):
            _gather(child, found)
        elif type(child) is NavigableString:
            found.append(child)


def all_text(tag: Tag) -> str:
    """Its text as it stands, blanks and all."""
    return "".join(texts(tag))


def text_of(tag: Tag, between: str = "") -> str:
    """Its text, blanks collapsed. `between`: what parts two text nodes."""
    return " ".join(between.join(texts(tag)).split())


def length_of(tag: Tag) -> int:
    """Characters of its text, blanks collapsed."""
    return len(text_of(tag, " "))


def is_longer(tag: Tag, length: int) -> bool:
    """Has it more than so many characters, blanks collapsed? Reads no further than it has to."""
    return _left(tag, length + 1) <= 0


def _left(tag: Tag, length: int) -> int:
    for child in tag.contents:
        if isinstance(child, Tag):
            length = _left(child, length)
        elif type(child) is NavigableString and not child.isspace():
            length -= len(" ".join(child.split())) + 1
        if length < 0:
            return length
    return length


def has_words(root: Tag) -> bool:
    """Is there a text beneath `root` that is not blank?"""
    for child in root.contents:
        if has_words(child) if isinstance(child, Tag) else type(child) is NavigableString and child.strip():
            return True
    return False


def has(root: Tag, names: frozenset[str]) -> bool:
    """Is there an element of one of these names beneath `root`?"""
    for child in root.contents:
        if isinstance(child, Tag) and (child.name in names or has(child, names)):
            return True
    return False


def first(root: Tag, names: frozenset[str]) -> Tag | None:
    """The first element of one of these names beneath `root`."""
    for child in root.contents:
        if isinstance(child, Tag):
            found = child if child.name in names else first(child, names)
            if found is not None:
                return found
    return None


def every(root: Tag, names: frozenset[str]) -> list[Tag]:
    """All elements of these names beneath `root`, in document order."""
    found: list[Tag] = []
    _find(root, names, found)
    return found


def _find(tag: Tag, names: frozenset[str], found: list[Tag]) -> None:
    for child in tag.contents:
        if isinstance(child, Tag):
            if child.name in names:
                found.append(child)
            _find(child, names, found)


def above(tag: Tag, names: frozenset[str]) -> Tag | None:
    """The nearest element of one of these names around `tag`."""
    parent = tag.parent
    while parent is not None:
        if parent.name in names:
            return parent
        parent = parent.parent
    return None
