"""Nodes: what a book is made of once the HTML is read: plain data that pickles and becomes JSON."""

from __future__ import annotations

from dataclasses import dataclass, fields
from typing import Literal

from clipper.article.article import Direction
from clipper.book.language import tongue

Kind = Literal[
    "paragraph",
    "heading",
    "list",
    "item",
    "quote",
    "code",
    "figure",
    "gallery",
    "caption",
    "table",
    "cell",
    "term",
    "definition",
    "rule",
    "strong",
    "emphasis",
    "link",
    "mono",
    "superscript",
    "subscript",
    "small",
    "mark",
    "struck",
    "under",
    "quoted",
    "ruby",
    "span",
    "long",
    "break",
    "chance",
    "picture",
]
"""Blocks as far as `rule`, then what stands inside a line; a picture may be either."""


@dataclass(frozen=True, slots=True)
class Node:
    """One element of an article. Strings among the children are text as it is to be read, never markup.

    A `chance` is a place where a line may break inside something `long`; a `gallery` holds several pictures
    of one figure. A fact that a kind has no use for keeps its default, and is left out of the JSON.
    """

    kind: Kind
    children: tuple[Node | str, ...] = ()
    language: str | None = None
    """BCP 47, where it differs from what stands around."""
    direction: Direction | None = None
    url: str | None = None
    """Of a link: http, https or mailto. Of a picture: the address that the page names."""
    sha256: str | None = None
    """Of a picture: which; None where it could not be had."""
    alt: str | None = None
    words: str | None = None
    """Of a picture that could not be had: what to say in its place. Of a ruby: the reading."""
    level: int = 0
    """Of a heading: 2 and up, without gaps; the headline is 1."""
    start: int | None = None
    """Of a numbered list: its first number; None: not numbered."""
    columns: tuple[float, ...] = ()
    """Of a table: the share of the width that each column needs."""
    numeric: tuple[bool, ...] = ()
    """Of a table: which columns hold numbers only."""
    heads: int = 0
    """Of a table: how many rows at the top are its head."""
    x: int = 0
    y: int = 0
    across: int = 1
    down: int = 1
    head: bool = False
    """Of a cell: its place in the grid, from 0, how many columns and rows it takes, whether it is a head."""
    width: int = 0
    height: int = 0
    """Of a picture: its pixels as the library knows them; 0 where unknown."""

    def data(self) -> dict[str, object]:
        """As JSON knows it; only what differs from the default."""
        said: dict[str, object] = {"kind": self.kind}
        for each in fields(self)[2:]:
            value = getattr(self, each.name)
            if value != each.default:
                said[each.name] = tongue(value) if each.name == "language" else value
        said["children"] = [node if isinstance(node, str) else node.data() for node in self.children]
        return said


def plain(node: Node | str) -> str:
    """The text in a node, as one line."""
    if isinstance(node, str):
        return node
    if node.kind == "break":
        return " "
    return "".join(plain(child) for child in node.children)


def every(nodes: tuple[Node | str, ...]) -> list[Node]:
    """All nodes inside, in reading order."""
    found: list[Node] = []
    for node in nodes:
        if not isinstance(node, str):
            found += [node, *every(node.children)]
    return found
