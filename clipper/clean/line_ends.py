"""Where lines end: by `br` in prose, by a line end in code, nowhere in a heading."""

from __future__ import annotations

import re

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean.elements import Node, element, text

_KEPT_LINES = re.compile(r"white-space\s*:\s*pre")


def plain_line(heading: Tag) -> None:
    """A heading is one line of words; its pictures stand beneath it."""
    for at in range(len(heading.contents) - 1, -1, -1):
        child = heading.contents[at]
        if not isinstance(child, Tag):
            continue
        if child.name == "br":
            heading.contents[at] = text(" ")
        elif child.name == "img":
            del heading.contents[at]
        else:
            plain_line(child)


def write_line_ends(block: Tag) -> None:
    """In `pre` a line ends by a line end."""
    for at, child in enumerate(block.contents):
        if isinstance(child, Tag):
            if child.name == "br":
                block.contents[at] = text("\n")
            else:
                write_line_ends(child)


def show_line_ends(source: Tag) -> None:
    """Text whose style keeps the ends of its lines: they part paragraphs as `br` does."""
    if not _KEPT_LINES.search(str(source.attrs.get("style") or "")):
        return
    shown: list[Node] = []
    for child in source.contents:
        if type(child) is not NavigableString:
            shown.append(child)  # type: ignore[arg-type]
            continue
        for at, line in enumerate(child.split("\n")):
            if at:
                shown.append(element("br"))
            shown.append(text(line))
    source.contents = shown  # type: ignore[assignment]
