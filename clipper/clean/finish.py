"""From blocks to what an Article holds: safe HTML of the closed set, plain text, the list of pictures."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from html import escape

import nh3
from bs4 import Tag

from clipper.article.article import ArticleImage
from clipper.article.markup import TAGS, allowed
from clipper.clean import walk
from clipper.clean.elements import KEPT, LOST
from clipper.clean.removals import NUMBER
from clipper.clean.text import collapsed, word_set

_SCHEMES = {"http", "https", "mailto", "data", "file"}
_SOURCE = re.compile(r"(?:https?://|data:image/(?:png|jpe?g|gif|webp);base64,|file:///)", re.IGNORECASE)
_LINK = re.compile(r"(?:https?://|mailto:)", re.IGNORECASE)
_HEADINGS = frozenset(("h2", "h3", "h4", "h5", "h6"))
_LINES = word_set(
    """
    h2 h3 h4 h5 h6 p li dt dd figcaption caption tr pre hr figure blockquote ul ol dl table thead tbody
    tfoot br
    """
)
_VOID = frozenset(("br", "hr", "img"))
_CELLS = frozenset(("td", "th"))
_OURS = frozenset((KEPT, NUMBER))
_NO_WORDS = frozenset(("embed", "aside"))
_FIGURES = frozenset(("figure",))
_CAPTIONS = frozenset(("figcaption",))


@dataclass(frozen=True, slots=True)
class Written:
    """An article's body as the Article holds it."""

    html: str
    """The blocks, each on a line of its own, whatever they came from harmless."""
    text: str
    """One block a line: paragraphs, headings, items, captions; a row of a table is one line, cells parted by
    tabs. What names an embedded film is no word of the article's, nor is a caption that was set aside
    (`body.py`).
    """
    pictures: tuple[ArticleImage, ...]
    """In reading order, each address once, with the caption of its figure."""


def written(body: Tag) -> Written:
    """The blocks written out, all in one walk. Headings begin at h2 and skip no level."""
    writer = _Writer()
    for block in body.contents:
        if isinstance(block, Tag):
            writer.write(block)
    html = _cleaner().clean("".join(writer.html)).strip()
    text = "\n".join(writer.lines)
    return Written(html, text, _pictures(writer.pictures))


def lines_of(block: Tag) -> list[str]:
    """The lines of the text that one block makes."""
    writer = _Writer()
    writer.write(block)
    return writer.lines


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


def _filtered(_: str, attribute: str, value: str) -> str | None:
    """Addresses once more, by attribute: `data:` and `file:` for pictures only."""
    if attribute == "href":
        return value if _LINK.match(value) else None
    if attribute == "src":
        return value if _SOURCE.match(value) else None
    return value


class _Writer:
    """What is written so far."""

    def __init__(self) -> None:
        self.html: list[str] = []
        self.lines: list[str] = []
        self.pictures: list[Tag] = []
        self._levels: list[int] = []
        """Of the headings that the next one may stand under."""

    def write(self, block: Tag) -> None:
        """A block, and the line end behind it."""
        self._element(block, [], self.lines)
        self.html.append("\n")

    def _element(self, tag: Tag, line: list[str], lines: list[str]) -> None:
        """An element: its words go to `line`, and where that ends to `lines`."""
        name, attrs, html = tag.name, tag.attrs, self.html
        if attrs:
            if LOST in attrs:
                self._contents(tag, line, lines)
                return
            if attrs.get(KEPT) in _NO_WORDS:
                line, lines = [], []
        is_line = name in _LINES
        if is_line:
            _end(line, lines)
            if name == "pre" or name == "tr":
                lines += _lines_of(tag)
                line, lines = [], []
            elif name in _HEADINGS:
                name = self._level(name)
        html.append(f"<{name}{_said(attrs)}>" if attrs else f"<{name}>")
        if name == "img":
            self.pictures.append(tag)
        self._contents(tag, line, lines)
        if name not in _VOID:
            html.append(f"</{name}>")
        if is_line:
            _end(line, lines)

    def _contents(self, tag: Tag, line: list[str], lines: list[str]) -> None:
        for child in tag.contents:
            if isinstance(child, Tag):
                self._element(child, line, lines)
            else:
                words: str = child  # type: ignore[assignment]
                line.append(words)
                has_signs = "&" in words or "<" in words or ">" in words
                self.html.append(escape(words, quote=False) if has_signs else words)

    def _level(self, name: str) -> str:
        """The heading's name, no more than one level beneath the one it stands under."""
        level, levels = int(name[1]), self._levels
        while levels and levels[-1] >= level:
            levels.pop()
        levels.append(level)
        return f"h{min(len(levels) + 1, 6)}"


def _end(line: list[str], lines: list[str]) -> None:
    """The line ends here. In the texts are single blanks only (`inline.py`), so that one text is soon made
    right.
    """
    if line:
        words = line[0].strip() if len(line) == 1 else collapsed("".join(line))
        line.clear()
        if words:
            lines.append(words)


def _lines_of(block: Tag) -> list[str]:
    """The lines of a `pre`, or the one of a row."""
    if block.name == "pre":
        found = [_collapsed_cells(line) for line in walk.all_text(block).split("\n")]
    else:
        cells = (each for each in block.contents if isinstance(each, Tag) and each.name in _CELLS)
        found = ["\t".join(walk.text_of(cell, " ") for cell in cells).strip()]
    return [line for line in found if line]


def _said(attrs: Mapping[str, object]) -> str:
    """The attributes as they are written, but for those by which the steps before know the elements."""
    said = ""
    for key in sorted(attrs) if len(attrs) > 1 else attrs:
        if key not in _OURS:
            said += f' {key}="{escape(str(attrs[key]))}"'
    return said


def _collapsed_cells(line: str) -> str:
    return "\t".join(map(collapsed, line.split("\t"))).strip()


def _pictures(shown: Sequence[Tag]) -> tuple[ArticleImage, ...]:
    found: dict[str, ArticleImage] = {}
    captions: dict[int, str] = {}
    for picture in shown:
        figure = walk.above(picture, _FIGURES)
        words = captions.get(id(figure))
        if words is None:
            caption = walk.first(figure, _CAPTIONS) if figure is not None else None
            words = captions[id(figure)] = walk.text_of(caption, " ") if caption is not None else ""
        address = str(picture.attrs.get("src"))
        alt = str(picture.attrs.get("alt") or "") or None
        found.setdefault(address, ArticleImage(address, alt, words or None))
    return tuple(found.values())
