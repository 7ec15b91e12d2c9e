"""Small questions about, and small repairs of, the elements that `tidy.py` reads and makes."""

from __future__ import annotations

import re

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from clipper.clean import walk
from clipper.clean.text import collapsed, word_set

Node = NavigableString | Tag

BLOCKS = word_set(
    """
    p div section article main header footer aside center form fieldset address details summary figure
    figcaption ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th hr h1 h2 h3 h4
    h5 h6 dir menu noscript legend hgroup body html nav amp-carousel amp-story picture-block listing xmp
    plaintext search
    """
)
"""Elements that end a paragraph."""


def children_of(tag: Tag) -> list[Node]:
    """Its elements and texts, without comments and the like."""
    return [child for child in tag.contents if isinstance(child, Tag) or type(child) is NavigableString]


def holds_block(tag: Tag) -> bool:
    """Does an element have something in it that ends a paragraph?"""
    return walk.has(tag, BLOCKS)


def lines_of(run: list[Node]) -> list[list[Node]]:
    """Split at `br`, also at one inside a wrapper that holds the whole run; lines of blanks only are
    empty.
    """
    while (
        len(run) == 1
        and isinstance(run[0], Tag)
        and run[0].name in ("span", "font", "b", "strong")
        and run[0].find("br")
    ):
        run = children_of(run[0])
    lines: list[list[Node]] = [[]]
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    return [line if text_of(line) or has_picture(line) else [] for line in lines]


def text_of(line: list[Node]) -> str:
    """The text of a line of nodes."""
    return collapsed("".join(node.get_text() if isinstance(node, Tag) else node for node in line))


def has_picture(line: list[Node]) -> bool:
    """Is there a picture in a line of nodes?"""
    return any(
        isinstance(node, Tag) and (node.name == "img" or node.find(["img", "amp-img"])) for node in line
    )


def direction_of(tag: Tag) -> dict[str, str]:
    """The attributes `dir` and `lang`, where they are well-formed."""
    attrs = {}
    if tag.get("dir") in ("ltr", "rtl"):
        attrs["dir"] = str(tag["dir"])
    language = str(tag.get("lang") or "")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}", language):
        attrs["lang"] = language
    return attrs


def trim(block: Tag) -> None:
    """No blanks and no `br` at either end."""
    for at in (0, -1):
        while block.contents:
            edge = block.contents[at]
            if isinstance(edge, Tag) and edge.name != "br":
                break
            if isinstance(edge, NavigableString) and edge.strip():
                edge.replace_with(NavigableString(edge.lstrip() if at == 0 else edge.rstrip()))
                break
            edge.extract()


def lift_only_paragraph(holder: Tag) -> None:
    """An item or cell of one paragraph needs no `p`."""
    inner = [each for each in holder.contents if isinstance(each, Tag) or str(each).strip()]
    if (
        inner
        and isinstance(inner[0], Tag)
        and inner[0].name == "p"
        and all(isinstance(each, Tag) and each.name in ("ul", "ol", "p") for each in inner)
        and sum(isinstance(each, Tag) and each.name == "p" for each in inner) == 1
    ):
        inner[0].unwrap()


def join_paragraphs(holder: Tag, new: BeautifulSoup) -> None:
    """A caption holds inline text only; its paragraphs are parted by `br`."""
    for at, paragraph in enumerate(holder.find_all(["p", "h2", "h3", "h4", "h5", "h6", "div"])):
        if at:
            paragraph.insert_before(new.new_tag("br"))
        paragraph.unwrap()
    for each in holder.find_all(["ul", "ol", "li", "blockquote", "figure", "table", "hr", "pre"]):
        each.unwrap()


def unlink_pictures(figure: Tag) -> None:
    """A picture of a figure is no link."""
    for picture in figure.find_all("img"):
        parent = picture.parent
        if parent is not None and parent.name == "a":
            parent.unwrap()


def shown_already(address: str, out: Tag, *, fallback: bool) -> bool:
    """The `noscript` twin of a lazy picture."""
    if not fallback:
        return False
    root = out
    while root.parent is not None:
        root = root.parent
    return any(picture.get("src") == address for picture in [*out.find_all("img"), *root.find_all("img")])
