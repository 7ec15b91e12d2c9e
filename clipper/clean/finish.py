"""From blocks to what an Article holds: safe HTML of the closed set, plain text, the list of pictures."""

from __future__ import annotations

import re
from collections.abc import Iterator

import nh3
from bs4 import Tag
from bs4.element import NavigableString

from clipper.article.article import ArticleImage
from clipper.article.markup import TAGS, allowed
from clipper.clean.text import collapsed

_SCHEMES = {"http", "https", "mailto", "data", "file"}
_SOURCE = re.compile(r"(?:https?://|data:image/(?:png|jpe?g|gif|webp);base64,|file:///)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_LINES = frozenset(
    (
        *_HEADINGS,
        "p",
        "li",
        "dt",
        "dd",
        "figcaption",
        "caption",
        "tr",
        "pre",
        "hr",
        "figure",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
    )
)


def level_headings(body: Tag) -> None:
    """Headings begin at h2 and skip no level."""
    open_levels: list[int] = []
    for heading in body.find_all(list(_HEADINGS)):
        level = int(heading.name[1])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        heading.name = f"h{min(len(open_levels) + 1, 6)}"


def safe_html(body: Tag) -> str:
    """The blocks as HTML, each on a line of its own, whatever they came from harmless."""
    markup = "\n".join(child.decode(formatter="minimal") for child in body.children if isinstance(child, Tag))
    return nh3.clean(
        markup,
        tags=set(TAGS),
        attributes=allowed(),
        url_schemes=_SCHEMES,
        attribute_filter=_filtered,
        link_rel=None,
        generic_attribute_prefixes=None,
    ).strip()


def _filtered(_: str, attribute: str, value: str) -> str | None:
    """Addresses once more, by attribute: `data:` and `file:` for pictures only."""
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "src":
        return value if _SOURCE.match(value) else None
    return value


def plain_text(body: Tag) -> str:
    """One block a line: paragraphs, headings, items, captions; a row of a table is one line, cells
    parted by tabs.
    """
    lines = (collapsed_cells(line) for line in _text_lines(body))
    return "\n".join(line for line in lines if line)


def collapsed_cells(line: str) -> str:
    """Blanks collapsed, the tabs between cells and the ends of `pre` lines kept."""
    if "\t" not in line:
        return collapsed(line)
    return "\t".join(collapsed(cell) for cell in line.split("\t")).strip()


def _text_lines(block: Tag) -> Iterator[str]:
    line: list[str] = []
    for child in block.children:
        if not isinstance(child, Tag):
            if isinstance(child, NavigableString):
                line.append(str(child))
        elif child.name == "br":
            yield "".join(line)
            line = []
        elif child.name in _LINES:
            yield "".join(line)
            line = []
            yield from _block_lines(child)
        else:
            parts = list(_text_lines(child))
            for part in parts[:-1]:
                line.append(part)
                yield "".join(line)
                line = []
            line += parts[-1:]
    yield "".join(line)


def _block_lines(block: Tag) -> Iterator[str]:
    if block.name == "pre":
        yield from block.get_text().split("\n")
    elif block.name == "tr":
        cells = [collapsed(cell.get_text(" ")) for cell in block.find_all(["td", "th"], recursive=False)]
        yield "\t".join(cells)
    else:
        yield from _text_lines(block)


def pictures_of(body: Tag) -> tuple[ArticleImage, ...]:
    """The pictures in reading order, each address once, with the caption of their figure."""
    found: dict[str, ArticleImage] = {}
    for picture in body.find_all("img"):
        figure = picture.find_parent("figure")
        caption = figure.find("figcaption") if figure is not None else None
        words = collapsed(caption.get_text(" ")) if isinstance(caption, Tag) else ""
        address = str(picture.get("src"))
        alt = str(picture.get("alt") or "") or None
        found.setdefault(address, ArticleImage(address, alt, words or None))
    return tuple(found.values())
