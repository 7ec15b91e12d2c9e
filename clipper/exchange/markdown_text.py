"""The clean HTML of an article as Markdown (CommonMark, tables as GitHub has them)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import html
from lxml.etree import _Element

from clipper.exchange.markdown_inline import (
    SKIPPED,
    TOO_DEEP,
    first_safe,
    lines_of,
    piece_of,
    settled,
    text_piece,
)

_HEADINGS = frozenset(("h1", "h2", "h3", "h4", "h5", "h6"))
_HOLDERS = frozenset(
    ("p", "div", "section", "article", "figure", "figcaption", "caption", "li", "dd", "dt", "td", "th", "tr")
)
_LISTS = frozenset(("ul", "ol"))
_BLOCKS = _HEADINGS | _HOLDERS | _LISTS | {"dl", "blockquote", "pre", "table", "hr"}


@dataclass(frozen=True, slots=True)
class _Place:
    links: Mapping[str, str]
    below: int
    holders: frozenset[_Element] = frozenset()
    depth: int = 0


def markdown_of(fragment: str, links: Mapping[str, str], *, below: int = 1) -> str:
    """Blocks parted by blank lines; `links` are pictures by the address that the page names.

    Headings begin under level `below`.
    """
    if not fragment.strip():
        return ""
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = html.fragment_fromstring(fragment.replace("\0", ""), create_parent="div", parser=parser)
    return "\n\n".join(_flow(root, _Place(links, below, _holders(root))))


def _holders(root: _Element) -> frozenset[_Element]:
    found: set[_Element] = set()
    for block in root.iter(*_BLOCKS):
        for around in block.iterancestors():
            if around in found:
                break
            found.add(around)
    return frozenset(found)


def _flow(element: _Element, place: _Place) -> list[str]:
    """The blocks in an element; bare lines become paragraphs."""
    blocks: list[str] = []
    run = [text_piece(element.text)]
    for child in element:
        if child.tag in _BLOCKS or child in place.holders:
            blocks.append(settled(run))
            blocks += _separated(_block(child, replace(place, depth=place.depth + 1)), blocks)
            run = []
        else:
            run += piece_of(child, place.links)
        run.append(text_piece(child.tail))
    return [block for block in [*blocks, settled(run)] if block]


def _separated(new: list[str], before: list[str]) -> list[str]:
    """Two lists in a row would be one: the second takes the other sign."""
    last = next((block for block in reversed(before) if block), "")
    if new and last and new[0][:2] == "- " and last[:2] == "- ":
        new = [re.sub(r"^- ", "* ", new[0], flags=re.MULTILINE), *new[1:]]
    elif new and re.match(r"\d+\. ", new[0]) and re.match(r"\d+\. ", last):
        new = [re.sub(r"^(\d+)\. ", r"\1) ", new[0], flags=re.MULTILINE), *new[1:]]
    return new


def _block(element: _Element, place: _Place) -> list[str]:
    tag = str(element.tag)
    if tag in SKIPPED:
        return []
    if place.depth > TOO_DEEP:
        return [settled([text_piece("".join(str(part) for part in element.itertext()))])]
    if tag in _HEADINGS:
        line = lines_of(element, place.links).replace("\\\n", " ")
        level = min(6, max(int(tag[1]) - 1, 1) + place.below)
        return [f"{'#' * level} {line}"] if line else []
    if tag in _LISTS:
        return _list(element, place)
    if tag == "blockquote":
        return _prefixed("> ", _flow(element, place))
    if tag == "pre":
        return _code(element)
    if tag == "table":
        return _table(element, place)
    if tag == "hr":
        return ["* * *"]
    return _flow(element, place)


def _list(element: _Element, place: _Place) -> list[str]:
    items: list[str] = []
    number = _start(element)
    for blocks in _items(element, place):
        sign = f"{number}. " if element.tag == "ol" else "- "
        number += 1
        body = "\n\n".join(blocks).split("\n")
        items.append("\n".join([sign + body[0], *(" " * len(sign) * bool(line) + line for line in body[1:])]))
    loose = any("\n\n" in item for item in items)
    return [("\n\n" if loose else "\n").join(items)] if items else []


def _items(element: _Element, place: _Place) -> Iterator[list[str]]:
    """The blocks of each item; what stands loose in a list is an item too."""
    yield from _loose(element.text)
    for child in element:
        blocks = _flow(child, place) if child.tag == "li" else _block(child, place)
        if blocks:
            yield blocks
        yield from _loose(child.tail)


def _loose(text: str | None) -> Iterator[list[str]]:
    line = settled([text_piece(text)])
    if line:
        yield [line]


def _start(element: _Element) -> int:
    said = element.get("start") or ""
    return int(said) if said.isascii() and said.isdigit() and len(said) < 6 else 1


def _prefixed(prefix: str, blocks: list[str]) -> list[str]:
    lines = "\n\n".join(blocks).split("\n")
    return ["\n".join((prefix + line).rstrip(" ") for line in lines)] if blocks else []


def _code(element: _Element) -> list[str]:
    for line_end in element.iter("br"):
        line_end.tail = "\n" + (line_end.tail or "")
    text = "".join(str(part) for part in element.itertext()).replace("\r\n", "\n").replace("\r", "\n")
    longest = max((len(run) for run in re.findall("`+", text)), default=0)
    fence = "`" * max(3, longest + 1)
    text = text.strip("\n")
    return [f"{fence}\n{text}\n{fence}"] if text.strip() else []


def _table(element: _Element, place: _Place) -> list[str]:
    """Rows between pipes, the first as the head; a table of one column was layout: just its blocks."""
    captions = [line for each in element.iterchildren("caption") if (line := lines_of(each, place.links))]
    rows = _rows(element)
    width = max((len(row) for row in rows), default=0)
    if width < 2:
        return captions + [block for row in rows for cell in row for block in _flow(cell, place)]
    lines = [[_cell(cell, place) for cell in row] + [""] * (width - len(row)) for row in rows]
    drawn = [f"| {' | '.join(line)} |" for line in lines]
    return [*captions, "\n".join([drawn[0], "|" + " --- |" * width, *drawn[1:]])]


def _rows(element: _Element) -> list[list[_Element]]:
    """The rows of this table alone, heads first; a cell over several columns is followed by empty ones."""
    parts = {tag: list(element.iterchildren(tag)) for tag in ("thead", "tbody", "tfoot")}
    sections = [*parts["thead"], element, *parts["tbody"], *parts["tfoot"]]
    found: list[list[_Element]] = []
    for row in (row for section in sections for row in section.iterchildren("tr")):
        cells: list[_Element] = []
        for cell in row.iterchildren("td", "th"):
            across = cell.get("colspan") or ""
            more = (
                min(int(across), 50) - 1 if across.isascii() and across.isdigit() and len(across) < 4 else 0
            )
            cells += [cell, *(html.Element("td") for _each in range(more))]
        if cells:
            found.append(cells)
    return found


def _cell(element: _Element, place: _Place) -> str:
    return first_safe(lines_of(element, place.links).replace("\\\n", " ")).replace("\n", " ")
