"""What stands in a line: words, phrases, links and pictures, with the attributes of the closed set only."""

from __future__ import annotations

import re
from collections.abc import Iterable
from urllib.parse import urljoin, urlsplit

from bs4 import Tag
from bs4.element import NavigableString, PageElement

from clipper.clean import images
from clipper.clean.elements import LOST, Attributes, Node, element, put, text
from clipper.clean.joining import rooted
from clipper.clean.shapes import direction_of, spaced
from clipper.clean.text import collapsed, word_set

_PHRASES = word_set(
    """
    a em strong b i u s sub sup small mark del ins abbr time ruby rt rp bdi bdo q cite code kbd samp
    span
    """
)
RENAMED = {
    "strike": "s",
    "acronym": "abbr",
    "tt": "code",
    "var": "i",
    "dfn": "em",
    "image": "img",
    "amp-img": "img",
    "amp-anim": "img",
}
_NOTHING_WITHOUT_ATTRIBUTES = frozenset(("a", "span", "time", "abbr"))
_DATED = frozenset(("time", "del", "ins"))
_PLAIN_ADDRESS = re.compile(r"https?://[\w.-]+(?:[/?#][!-~]*)?", re.ASCII)
"""An absolute address with nothing in it that would have to be made right."""


class Inline:
    """Reads the lines of one region. `base` resolves addresses."""

    def __init__(self, base: str, *, no_images: bool) -> None:
        self._base, self._no_images = base, no_images
        self._is_file = base.startswith("file:")
        self._shown: set[str] = set()
        self.pictures: list[Tag] = []
        """Pictures made since this list was last emptied."""

    def read(self, node: Node, out: Tag) -> bool:
        """Put a node of the page into `out`; answers whether it says anything in words."""
        return self.read_each((node,), out)

    def read_each(self, nodes: Iterable[PageElement], out: Tag, keep_blanks: bool = False) -> bool:
        """Put several nodes into `out`; answers whether they say anything in words."""
        said = False
        for node in nodes:
            if type(node) is NavigableString:
                if keep_blanks:
                    node = text(node)
                elif not node.isprintable() or "  " in node:  # most texts are right as they are
                    node = text(spaced(node))
                out.contents.append(node)
                said = said or (bool(node) and not node.isspace())
            elif isinstance(node, Tag):
                said = self._read_tag(node, out, keep_blanks) or said
        return said

    def _read_tag(self, node: Tag, out: Tag, keep_blanks: bool) -> bool:
        name = RENAMED.get(node.name, node.name)
        if name in _PHRASES:
            attrs = self._attributes(node, name) if node.attrs else {}
            if name != out.name and (attrs or name not in _NOTHING_WITHOUT_ATTRIBUTES):
                phrase = element(name, attrs)
                said = self.read_each(node.contents, phrase, keep_blanks)
                if phrase.contents:
                    put(out, phrase)
                return said
        elif name == "br":
            put(out, element("br"))
            return False
        elif name == "img":
            self._image(node, out)
            return False
        elif name == "iframe":
            return False
        return self.read_each(node.contents, out, keep_blanks)

    def _attributes(self, node: Tag, name: str) -> Attributes:
        attrs = direction_of(node)
        if name == "a":
            said = str(node.attrs.get("href") or "")
            href = self.link(said)
            if href:
                return {**attrs, "href": href}
            # In a file that names no origin a link leads nowhere, and still tells what is a list of links.
            return {LOST: ""} if self._is_file and said[:1] not in ("", "#") and ":" not in said else {}
        if name in _DATED and node.attrs.get("datetime"):
            attrs["datetime"] = str(node.attrs["datetime"])[:40]
        if name == "abbr" and node.attrs.get("title"):
            attrs["title"] = str(node.attrs["title"])[:300]
        return attrs

    def link(self, href: str) -> str | None:
        """The absolute address that a link leads to; None where it leads nowhere on the web."""
        href = href.strip()
        if not href or href.startswith("#"):
            return None
        if href[-1] not in "?#" and _PLAIN_ADDRESS.fullmatch(href):
            return href
        address = rooted(self._base, href)
        if address is not None:
            return address
        try:
            address = urljoin(self._base, href)
            parts = urlsplit(address)
        except ValueError:
            return None
        if parts.scheme == "mailto":
            return address
        return address if parts.scheme in ("http", "https") and parts.hostname else None

    def _image(self, node: Tag, out: Tag) -> None:
        if self._no_images or images.is_pixel(node):
            return
        address = images.address_of(node, self._base)
        is_twin = "data-fallback" in node.attrs and address in self._shown
        if address is None or is_twin:
            return
        self._shown.add(address)
        picture = element("img", {"src": address})
        alt = collapsed(str(node.attrs.get("alt") or ""))[:1000]
        if alt:
            picture["alt"] = alt
        for key in ("width", "height"):
            value = str(node.attrs.get(key) or "").strip().removesuffix("px")
            if value.isascii() and value.isdigit() and len(value) < 6:
                picture[key] = value
        put(out, picture)
        self.pictures.append(picture)
