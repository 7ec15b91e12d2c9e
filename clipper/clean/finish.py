"""From blocks to what an Article holds: safe HTML of the closed set, plain text, the list of pictures."""

from __future__ import annotations

import re
from functools import cache
from html import escape

import nh3
from bs4 import Tag

from clipper.article.article import ArticleImage
from clipper.article.markup import TAGS, allowed
from clipper.clean import walk
from clipper.clean.elements import KEPT, LOST
from clipper.clean.text import collapsed, word_set

_SCHEMES = {"http", "https", "mailto", "data", "file"}
_SOURCE = re.compile(r"(?:https?://|data:image/(?:png|jpe?g|gif|webp);base64,|file:///)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LINES = word_set(
    """
    h2 h3 h4 h5 h6 p li dt dd figcaption caption tr pre hr figure blockquote ul ol dl table thead tbody
    tfoot
    """
)
_MEANING = re.compile("[&<>]")
_VOID = frozenset(("br", "hr", "img"))
_PICTURES = frozenset(("img",))
_FIGURES = frozenset(("figure",))
_CAPTIONS = frozenset(("figcaption",))


def level_headings(body: Tag) -> None:
    """Headings begin at h2 and skip no level."""
    open_levels: list[int] = []
    for heading in walk.every(body, _HEADINGS):
        level = int(heading.name[1])
        while open_levels and open_levels[-1] >= level:
            open_levels.pop()
        open_levels.append(level)
        heading.name = f"h{min(len(open_levels) + 1, 6)}"


def safe_html(body: Tag) -> str:
    """The blocks as HTML, each on a line of its own, whatever they came from harmless."""
    pieces: list[str] = []
    for child in body.contents:
        if isinstance(child, Tag):
            _write(child, pieces)
            pieces.append("\n")
    return _cleaner().clean("".join(pieces)).strip()


@cache
def _cleaner() -> nh3.Cleaner:
    return nh3.Cleaner(
        tags=set(TAGS),
        attributes=allowed(),
        url_schemes=_SCHEMES,
        attribute_filter=_filtered,
        link_rel=None,
        generic_attribute_prefixes=None,
    )


def _write(tag: Tag, pieces: list[str]) -> None:
    name = tag.name
    if LOST in tag.attrs:
        _write_contents(tag, pieces)
        return
    said = (
        "".join(f' {key}="{escape(str(value))}"' for key, value in sorted(tag.attrs.items()))
        if tag.attrs
        else ""
    )
    pieces.append(f"<{name}{said}>")
    _write_contents(tag, pieces)
    if name not in _VOID:
        pieces.append(f"</{name}>")


def _write_contents(tag: Tag, pieces: list[str]) -> None:
    for child in tag.contents:
        if isinstance(child, Tag):
            _write(child, pieces)
        elif _MEANING.search(child):  # type: ignore[call-overload]
            pieces.append(escape(str(child), quote=False))
        else:
            pieces.append(str(child))


def _filtered(_: str, attribute: str, value: str) -> str | None:
    """Addresses once more, by attribute: `data:` and `file:` for pictures only."""
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "src":
        return value if _SOURCE.match(value) else None
    return value


def plain_text(body: Tag) -> str:
    """One block a line: paragraphs, headings, items, captions; a row of a table is one line, cells
    parted by tabs. What names an embedded film is no word of the article's, nor is a
    caption that was set aside (`body.py`).
    """
    lines: list[str] = []
    rest = _read(body, lines, [])
    lines.append("".join(rest))
    return "\n".join(flat for line in lines if (flat := collapsed_cells(line)))


def collapsed_cells(line: str) -> str:
    """Blanks collapsed, the tabs between cells and the ends of `pre` lines kept."""
    if "\t" not in line:
        return collapsed(line)
    return "\t".join(collapsed(cell) for cell in line.split("\t")).strip()


def _read(block: Tag, lines: list[str], line: list[str]) -> list[str]:
    """Add what `block` says to `line`, and the lines that end in it to `lines`; answers the line begun."""
    for child in block.contents:
        if not isinstance(child, Tag):
            line.append(str(child))
        elif child.attrs.get(KEPT) in ("embed", "aside"):
            continue
        elif child.name in _LINES or child.name == "br":
            lines.append("".join(line))
            line = []
            _read_block(child, lines)
        else:
            line = _read(child, lines, line)
    return line


def _read_block(block: Tag, lines: list[str]) -> None:
    if block.name == "pre":
        lines += walk.all_text(block).split("\n")
    elif block.name == "tr":
        cells = [each for each in block.contents if isinstance(each, Tag) and each.name in ("td", "th")]
        lines.append("\t".join(walk.text_of(cell, " ") for cell in cells))
    else:
        lines.append("".join(_read(block, lines, [])))


def pictures_of(body: Tag) -> tuple[ArticleImage, ...]:
    """The pictures in reading order, each address once, with the caption of their figure."""
    found: dict[str, ArticleImage] = {}
    captions: dict[int, str] = {}
    for picture in walk.every(body, _PICTURES):
        figure = walk.above(picture, _FIGURES)
        words = captions.get(id(figure))
        if words is None:
            caption = walk.first(figure, _CAPTIONS) if figure is not None else None
            words = captions[id(figure)] = walk.text_of(caption, " ") if caption is not None else ""
        address = str(picture.attrs.get("src"))
        alt = str(picture.attrs.get("alt") or "") or None
        found.setdefault(address, ArticleImage(address, alt, words or None))
    return tuple(found.values())
