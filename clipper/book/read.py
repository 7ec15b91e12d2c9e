"""The clean HTML of an article becomes nodes: the closed set of tags of `Article.html`, and no other."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace

from lxml import html

from clipper.book.elements import Element, direction_of, language_of, mended, number_in, tag_of, texts
from clipper.book.lines import (
    SKIPPED,
    TOO_DEEP,
    Place,
    Run,
    fitting,
    in_line,
    insides,
    paragraphs,
    picture_of,
    stands_alone,
    wrapper_of,
)
from clipper.book.nodes import Node
from clipper.book.tables import Row, table
from clipper.book.words import breakable, printable, says, tidied

DEEPEST = 7
"""Lists and quotes inside each other; what lies deeper is set at this depth. The typesetter has a limit."""


def read(fragment: str, pictures: Mapping[str, Node]) -> tuple[Node, ...]:
    """The blocks of a body; `pictures` are picture nodes by the address that the page names."""
    if not fragment.strip():
        return ()
    parser = html.HTMLParser(huge_tree=True, remove_comments=True, remove_pis=True)
    root = mended(html.fragment_fromstring(printable(fragment), create_parent="div", parser=parser))
    place = Place(pictures)
    return _levelled(_flow(root, replace(place, holders=_holders(root, place))))


def _holders(root: Element, place: Place) -> frozenset[Element]:
    """All elements that hold a block, or a picture too large for a line."""
    found: set[Element] = set()
    for block in root.iter(*_BLOCKS, "img"):
        if block.tag == "img" and not stands_alone(block, place):
            continue
        for around in block.iterancestors():
            if around in found:
                break
            found.add(around)
    return frozenset(found)


def _flow(element: Element, place: Place) -> list[Node]:
    """The blocks in an element; bare lines become paragraphs."""
    blocks: list[Node] = []
    run: Run = [element.text or ""]
    for child in element:
        tag = tag_of(child)
        if tag in _BLOCKS or child in place.holders or stands_alone(child, place):
            blocks += paragraphs(run, place)
            run = []
            blocks += _block(child, place)
        else:
            run += in_line(child, place)
        run.append(child.tail or "")
    return blocks + paragraphs(run, place)


def _block(element: Element, place: Place) -> list[Node]:
    tag = tag_of(element)
    if place.tags > TOO_DEEP:
        return paragraphs(["".join(texts(element))], place)
    if tag in SKIPPED:
        return []
    make = _BLOCKS.get(tag)
    if make is not None:
        return [_marked(node, element) for node in make(element, place.inside())]
    if tag == "img":
        return [Node("figure", (picture_of(element, place),))]
    return _flow(element, place.inside(of=wrapper_of(element)))


def _heading(element: Element, place: Place) -> list[Node]:
    line = fitting(tidied(insides(element, place)), place)
    level = int(tag_of(element)[1])
    return [Node("heading", line, level=level)] * says(line) + _figures_in(element, place)


def _figures_in(element: Element, place: Place) -> list[Node]:
    """The large pictures of an element that is itself one line."""
    pictures = [each for each in element.iter("img") if stands_alone(each, place)]
    return [Node("figure", (picture_of(each, place),)) for each in pictures]


def _list(element: Element, place: Place) -> list[Node]:
    if place.depth >= DEEPEST:
        return _flow(element, place)
    within = place.inside(deeper=True)
    items: list[Node] = []
    for child in element:
        blocks = _flow(child, within) if tag_of(child) == "li" else _block(child, within)
        if tag_of(child) != "li" and items:
            items[-1] = replace(items[-1], children=(*items[-1].children, *blocks))
        elif blocks:
            items.append(_marked(Node("item", tuple(blocks)), child))
    start = number_in(element.get("start"), 1, 99_999) if tag_of(element) == "ol" else None
    return [Node("list", tuple(items), start=start)] if items else []


def _terms(element: Element, place: Place) -> list[Node]:
    """A list of definitions: terms and what they mean, one after another."""
    within = place.inside(deeper=place.depth < DEEPEST)
    found: list[Node] = []
    for child in element:
        if tag_of(child) == "dt":
            line = fitting(tidied(insides(child, within)), within)
            found += [Node("term", line)] * says(line) + _figures_in(child, within)
        elif place.depth >= DEEPEST or tag_of(child) != "dd":
            found += _block(child, within)
        else:
            blocks = _flow(child, within)
            found += [Node("definition", tuple(blocks))] if blocks else []
    return found


def _quote(element: Element, place: Place) -> list[Node]:
    if place.depth >= DEEPEST:
        return _flow(element, place)
    blocks = _flow(element, place.inside(deeper=True))
    return [Node("quote", tuple(blocks))] if blocks else []


def _code(element: Element, place: Place) -> list[Node]:
    """Lines as they stand; tabs as four spaces."""
    text = "".join(texts(element)).replace("\r\n", "\n").expandtabs(4).strip("\n").rstrip()
    if not text.strip():
        return []
    run: Run = []
    for number, line in enumerate(text.split("\n")):
        run += [Node("break")] if number else []
        run += breakable(line, 60, 40)
    return [Node("code", tuple(run)), *_figures_in(element, place)]


def _figure(element: Element, place: Place) -> list[Node]:
    """Pictures with their caption; what else is in it follows, with the caption if there is no picture."""
    blocks = _flow(element, place)
    pictures = tuple(b.children[0] for b in blocks if b.kind == "figure" and len(b.children) == 1)
    captions = [block for block in blocks if block.kind == "caption"]
    rest = [b for b in blocks if b not in captions and not (b.kind == "figure" and len(b.children) == 1)]
    if not pictures:
        return rest + captions
    caption = _joined(captions)
    return [Node("gallery" if len(pictures) > 1 else "figure", (*pictures, *caption)), *rest]


def _joined(captions: list[Node]) -> list[Node]:
    run: Run = []
    for caption in captions:
        run += [Node("break"), *caption.children] if run else caption.children
    return [replace(captions[0], children=tuple(run))] if captions else []


def _caption(element: Element, place: Place) -> list[Node]:
    line = fitting(tidied(insides(element, place)), place)
    return _figures_in(element, place) + [Node("caption", line)] * says(line)


def _table(element: Element, place: Place) -> list[Node]:
    captions: list[Node] = []
    rows: list[Row] = []
    for row, section in _rows(element):
        if tag_of(row) == "caption":
            captions += _caption(row, place)
            continue
        cells = [cell for cell in row if tag_of(cell) in ("td", "th")]
        rows.append(Row([_cell(cell, place) for cell in cells], head=section == "thead"))
    return captions + table(rows, nested=place.in_table or place.depth >= DEEPEST)


def _rows(element: Element) -> list[tuple[Element, str]]:
    """The rows of this table alone, heads first, feet last, each with its section's name; captions too."""
    found: list[tuple[Element, str]] = []
    for child in element:
        if tag_of(child) in ("tr", "caption"):
            found.append((child, "tbody"))
        elif tag_of(child) in ("thead", "tbody", "tfoot"):
            found += [(row, tag_of(child)) for row in child if tag_of(row) == "tr"]
    order = ("thead", "tbody", "tfoot")
    return sorted(found, key=lambda row: order.index(row[1]))


def _cell(element: Element, place: Place) -> Node:
    blocks = _flow(element, place.inside(deeper=True, table=True))
    cell = Node(
        "cell",
        tuple(blocks),
        across=number_in(element.get("colspan"), 1, 100),
        down=number_in(element.get("rowspan"), 1, 1000),
        head=tag_of(element) == "th",
    )
    return _marked(cell, element)


_BLOCKS: Mapping[str, Callable[[Element, Place], list[Node]]] = {
    **dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6"), _heading),
    **dict.fromkeys(("ul", "ol"), _list),
    **dict.fromkeys(("p", "div", "section", "article", "li", "dt", "dd", "td", "th", "tr", "tbody"), _flow),
    "dl": _terms,
    "blockquote": _quote,
    "pre": _code,
    "figure": _figure,
    "figcaption": _caption,
    "caption": _caption,
    "table": _table,
    "hr": lambda _element, _place: [Node("rule")],
}


def _levelled(blocks: list[Node]) -> tuple[Node, ...]:
    """Headings from 2 on without gaps."""
    open_levels: list[int] = []
    levelled: list[Node] = []
    for block in blocks:
        if block.kind == "heading":
            while open_levels and open_levels[-1] >= block.level:
                open_levels.pop()
            open_levels.append(block.level)
            block = replace(block, level=len(open_levels) + 1)
        levelled.append(block)
    return tuple(levelled)


def _marked(node: Node, element: Element) -> Node:
    """With the element's language and direction, where it has any."""
    language, direction = language_of(element), direction_of(element)
    if not language and not direction:
        return node
    return replace(node, language=language or node.language, direction=direction or node.direction)
