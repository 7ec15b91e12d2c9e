"""Small questions about, and small repairs of, the elements that `tidy.py` reads and makes."""

from __future__ import annotations

import re
from collections.abc import Callable
from itertools import islice

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from clipper.clean import walk
from clipper.clean.elements import Attributes, Node, element, put, text
from clipper.clean.text import is_prose, word_set

BLOCKS = word_set(
    """
    p div section article main header footer aside center form fieldset address details summary figure
    figcaption ul ol li dl dt dd blockquote pre table caption thead tbody tfoot tr td th hr h1 h2 h3 h4
    h5 h6 dir menu noscript legend hgroup body html nav amp-carousel amp-story picture-block listing xmp
    plaintext search
    """
)
"""Elements that end a paragraph."""
_NOT_IN_LINE = BLOCKS | {"br", "img", "image"}
_FEWEST_PROSE = 3
"""Paragraphs from which a list may be a whole page."""
_WRAPPERS = frozenset(("span", "font", "b", "strong"))
_LANGUAGE = re.compile(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}")
_IN_CAPTION = word_set("p h2 h3 h4 h5 h6 div")
"""What is a line of its own in a caption."""
_NOT_IN_CAPTION = word_set("ul ol li blockquote figure table hr pre")
_PICTURES = frozenset(("img", "amp-img"))
_BREAK = frozenset(("br",))
IMG = frozenset(("img",))


def children_of(tag: Tag) -> list[Node]:
    """Its elements and texts, without comments and the like."""
    return [child for child in tag.contents if isinstance(child, Tag) or type(child) is NavigableString]


def has_break(run: list[Node]) -> bool:
    """Is there a `br` among these, or in the one that wraps them all?"""
    for node in run:
        if isinstance(node, Tag) and (
            node.name == "br" or (len(run) == 1 and node.name in _WRAPPERS and walk.has(node, _BREAK))
        ):
            return True
    return False


def is_one_line(tag: Tag) -> bool:
    """Is it one line of words and phrases: no block in it, no `br`, no picture?"""
    for child in tag.contents:
        if isinstance(child, Tag) and (
            child.name in _NOT_IN_LINE or "-" in child.name or not is_one_line(child)
        ):
            return False
    return True


def is_page_in_a_list(tag: Tag, is_chrome: Callable[[str], bool]) -> bool:
    """Headline, byline and paragraphs as the items of one list: no list of the article. `is_chrome`: is this
    a line of chrome?
    """
    items = [each for each in tag.contents if isinstance(each, Tag)]
    if len(items) < _FEWEST_PROSE:
        return False
    prose = (each for each in items if is_prose(walk.text_of(each, " ")))
    if len(list(islice(prose, _FEWEST_PROSE))) < _FEWEST_PROSE:
        return False
    return any(is_chrome(walk.text_of(each, " ")) for each in items[:8])


def lines_of(run: list[Node]) -> list[list[Node]]:
    """Split at `br`, also at one inside a wrapper that holds the whole run; lines of blanks only are
    empty.
    """
    while len(run) == 1 and isinstance(run[0], Tag) and run[0].name in _WRAPPERS and walk.has(run[0], _BREAK):
        run = children_of(run[0])
    lines: list[list[Node]] = [[]]
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    return [line if words_of(line) or has_picture(line) else [] for line in lines]


def words_of(line: list[Node]) -> str:
    """The text of a line of nodes, blanks collapsed."""
    pieces: list[str] = []
    for node in line:
        if isinstance(node, Tag):
            pieces += walk.texts(node)
        else:
            pieces.append(node)
    return " ".join("".join(pieces).split())


def has_picture(line: list[Node]) -> bool:
    """Is there a picture in a line of nodes?"""
    return any(isinstance(node, Tag) and (node.name == "img" or walk.has(node, _PICTURES)) for node in line)


def direction_of(tag: Tag) -> Attributes:
    """The attributes `dir` and `lang`, where they are well-formed. A new dict each time."""
    attrs: Attributes = {}
    given = tag.attrs
    if "dir" in given and given["dir"] in ("ltr", "rtl"):
        attrs["dir"] = str(given["dir"])
    if "lang" in given and _LANGUAGE.fullmatch(str(given["lang"])):
        attrs["lang"] = str(given["lang"])
    return attrs


def spaced(words: str) -> str:
    """One blank for each run of white space, also at the ends."""
    flat = " ".join(words.split())
    if len(flat) == len(words):
        return flat
    if not flat:
        return " "
    # Not by `words[0]`: BeautifulSoup's texts answer that in Python.
    before = " " if len(words.lstrip()) != len(words) else ""
    return f"{before}{flat} " if len(words.rstrip()) != len(words) else before + flat


def trim(block: Tag) -> None:
    """No blanks and no `br` at either end. Of a tree that is not woven yet."""
    contents = block.contents
    while contents and not _is_trimmed(contents, 0):
        del contents[0]
    while contents and not _is_trimmed(contents, -1):
        del contents[-1]


def _is_trimmed(contents: list[PageElement], at: int) -> bool:
    """Take the blanks off one end; False where nothing is left of it."""
    edge = contents[at]
    if isinstance(edge, Tag):
        return edge.name != "br"
    words: str = edge  # type: ignore[assignment]
    bare = words.lstrip() if at == 0 else words.rstrip()
    if len(bare) != len(words):
        contents[at] = text(bare)
    return bool(bare)


def unwrap(parent: Tag, at: int) -> int:
    """Put the contents of the child at `at` in its place; answers how many they are. Not woven yet."""
    child = parent.contents[at]
    inside = child.contents if isinstance(child, Tag) else []
    for each in inside:
        each.parent = parent
    parent.contents[at : at + 1] = inside
    return len(inside)


def lift_only_paragraph(holder: Tag) -> None:
    """An item or cell of one paragraph needs no `p`."""
    contents = holder.contents
    inner = [each for each in contents if isinstance(each, Tag) or not each.isspace()]  # type: ignore[attr-defined]
    names = [each.name if isinstance(each, Tag) else "" for each in inner]
    if names and names[0] == "p" and names.count("p") == 1 and set(names) <= {"ul", "ol", "p"}:
        unwrap(holder, next(at for at, each in enumerate(contents) if each is inner[0]))


def join_paragraphs(holder: Tag) -> None:
    """A caption holds inline text only; its paragraphs are parted by `br`."""
    flat = element(holder.name, holder.attrs)  # type: ignore[arg-type]
    _join(holder, flat)
    if flat.contents and isinstance(flat.contents[0], Tag) and flat.contents[0].name == "br":
        del flat.contents[0]
    holder.contents = flat.contents
    for each in holder.contents:
        each.parent = holder


def _join(source: Tag, out: Tag) -> None:
    for child in source.contents:
        if isinstance(child, Tag) and child.name in _IN_CAPTION:
            put(out, element("br"))
            _join(child, out)
        elif isinstance(child, Tag) and child.name in _NOT_IN_CAPTION:
            _join(child, out)
        else:
            put(out, child)  # type: ignore[arg-type]


def unlink_pictures(tag: Tag) -> None:
    """A picture of a figure is no link. Not woven yet."""
    at = 0
    while at < len(tag.contents):
        child = tag.contents[at]
        if not isinstance(child, Tag):
            at += 1
        elif child.name == "a" and any(
            isinstance(each, Tag) and each.name == "img" for each in child.contents
        ):
            unwrap(tag, at)
        else:
            unlink_pictures(child)
            at += 1
