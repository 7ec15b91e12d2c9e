"""Whatever the markup was, makes of the region a flat row of plain blocks: paragraphs, headings, lists,
figures, tables.

Bare `<div>`s, layout tables, `<br><br>`, text between blocks: all become paragraphs. Works on BeautifulSoup's
tree; the blocks are new elements with the attributes of the closed set only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, Tag
from bs4.element import NavigableString

from clipper.clean import images
from clipper.clean.shapes import (
    BLOCKS,
    Node,
    children_of,
    direction_of,
    holds_block,
    join_paragraphs,
    lift_only_paragraph,
    lines_of,
    shown_already,
    text_of,
    trim,
    unlink_pictures,
)
from clipper.clean.tables import tidy_table
from clipper.clean.text import collapsed, ends_sentence, is_prose, word_set, words_in

_INLINE = word_set(
    """
    a em strong b i u s sub sup small mark del ins abbr time ruby rt rp bdi bdo q cite code kbd samp
    span
    """
)
_RENAMED = {
    "strike": "s",
    "acronym": "abbr",
    "tt": "code",
    "var": "i",
    "dfn": "em",
    "image": "img",
    "amp-img": "img",
    "amp-anim": "img",
}
_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_KEPT_LINES = re.compile(r"white-space\s*:\s*pre")
_PHRASE = re.compile(r"\s+")


class Tidier:
    """Rebuilds one region. `base` resolves addresses; `breaks_at` says where a single `br` ends a
    paragraph.
    """

    def __init__(self, base: str, breaks_at: Callable[[str], bool], *, no_images: bool = False) -> None:
        self._base, self._breaks_at, self._no_images = base, breaks_at, no_images
        self._new = BeautifulSoup("", "lxml")

    def tidy(self, region: Tag) -> Tag:
        """A new element whose children are the blocks, in order."""
        out = self._new.new_tag("div")
        self._flow(region, out)
        return out

    def _flow(self, source: Tag, out: Tag) -> None:
        """The children of a container as blocks of `out`."""
        run: list[Node] = []
        _show_line_ends(source, self._new)
        for child in list(source.children):
            if isinstance(child, Tag):
                child.name = _RENAMED.get(child.name, child.name)
                if child.name in BLOCKS or holds_block(child):
                    self._flush(run, out)
                    self._block(child, out)
                else:
                    run.append(child)
            elif type(child) is NavigableString:
                run.append(child)
        self._flush(run, out)

    def _block(self, tag: Tag, out: Tag) -> None:
        name = tag.name
        if name in _HEADINGS:
            self._heading(tag, out)
        elif name in ("ul", "ol", "dir", "menu"):
            self._list(tag, out, "ol" if name == "ol" else "ul", ("li",))
        elif name == "dl":
            self._list(tag, out, "dl", ("dt", "dd"))
        elif name == "blockquote":
            self._nested(tag, out, "blockquote")
        elif name in ("pre", "listing", "xmp", "plaintext"):
            self._pre(tag, out)
        elif name == "figure":
            self._figure(tag, out)
        elif name == "table":
            tidy_table(tag, out, self._new, self._flow)
        elif name == "hr":
            out.append(self._new.new_tag("hr"))
        elif name == "p" and not holds_block(tag):
            self._flush(children_of(tag), out, direction_of(tag))
        else:
            self._flow(tag, out)

    # paragraphs

    def _flush(self, run: list[Node], out: Tag, attrs: dict[str, str] | None = None) -> None:
        """Make paragraphs of a run; two `br` in a row end one, a single one only where lines stand alone."""
        if not any(isinstance(node, Tag) or not node.isspace() for node in run):
            run.clear()
            return
        for part in self._parts(run):
            self._paragraph(part, out, attrs)
        run.clear()

    def _parts(self, run: list[Node]) -> Iterator[list[Node]]:
        lines = lines_of(run)
        part: list[Node] = []
        for at, line in enumerate(lines):
            if not line:
                yield part
                part = []
                continue
            if part and at and lines[at - 1]:
                before, after = text_of(lines[at - 1]), text_of(line)
                if self._ends_paragraph(before, after):
                    yield part
                    part = []
                else:
                    part.append(self._new.new_tag("br"))
            part += line
        yield part

    def _ends_paragraph(self, before: str, after: str) -> bool:
        if self._breaks_at(before) or self._breaks_at(after):
            return True
        return ends_sentence(before) and words_in(before) >= 12

    def _paragraph(self, part: list[Node], out: Tag, attrs: dict[str, str] | None) -> None:
        if not part:
            return
        block = self._new.new_tag("p", attrs=attrs or {})
        for each in part:
            self._inline(each, block)
        trim(block)
        pictures = block.find_all("img")
        if not collapsed(block.get_text()):
            for picture in pictures:
                figure = self._new.new_tag("figure")
                figure.append(picture.extract())
                out.append(figure)
        else:
            out.append(block)

    def _inline(self, node: Node, out: Tag, *, keep_blanks: bool = False) -> None:
        if not isinstance(node, Tag):
            if type(node) is NavigableString:
                out.append(NavigableString(node if keep_blanks else _PHRASE.sub(" ", node)))
            return
        name = _RENAMED.get(node.name, node.name)
        if name == "br":
            out.append(self._new.new_tag("br"))
        elif name == "img":
            self._image(node, out)
        elif name in _INLINE:
            self._phrase(node, name, out, keep_blanks=keep_blanks)
        else:
            for child in children_of(node):
                self._inline(child, out, keep_blanks=keep_blanks)

    def _phrase(self, node: Tag, name: str, out: Tag, *, keep_blanks: bool) -> None:
        attrs = self._attributes(node, name)
        if (name in ("a", "span", "time", "abbr") and not attrs) or name == out.name:
            target = out
        else:
            target = self._new.new_tag(name, attrs=attrs)
        for child in children_of(node):
            self._inline(child, target, keep_blanks=keep_blanks)
        if target is out:
            return
        if target.contents:
            out.append(target)

    def _attributes(self, node: Tag, name: str) -> dict[str, str]:
        attrs = direction_of(node)
        if name == "a":
            href = self._link(str(node.get("href") or ""))
            return {**attrs, "href": href} if href else {}
        if name in ("time", "del", "ins") and node.get("datetime"):
            attrs["datetime"] = str(node["datetime"])[:40]
        if name == "abbr" and node.get("title"):
            attrs["title"] = str(node["title"])[:300]
        return attrs

    def _link(self, href: str) -> str | None:
        href = href.strip()
        if not href or href.startswith("#"):
            return None
        try:
            joined = urljoin(self._base, href)
            parts = urlsplit(joined)
        except ValueError:
            return None
        if parts.scheme == "mailto":
            return joined
        return joined if parts.scheme in ("http", "https") and parts.hostname else None

    # headings, lists, quotations, code

    def _heading(self, tag: Tag, out: Tag) -> None:
        block = self._new.new_tag("h2" if tag.name == "h1" else tag.name, attrs=direction_of(tag))
        for child in children_of(tag):
            self._inline(child, block)
        pictures = [picture.extract() for picture in block.find_all("img")]
        for line_break in block.find_all("br"):
            line_break.replace_with(NavigableString(" "))
        trim(block)
        if collapsed(block.get_text()):
            out.append(block)
        for picture in pictures:
            figure = self._new.new_tag("figure")
            figure.append(picture)
            out.append(figure)

    def _list(self, tag: Tag, out: Tag, name: str, items: tuple[str, ...]) -> None:
        if self._is_page_in_a_list(tag):
            self._flow(tag, out)
            return
        attrs = direction_of(tag)
        start = str(tag.get("start") or "")
        if name == "ol" and start.isdigit() and len(start) < 7:
            attrs["start"] = start
        block = self._new.new_tag(name, attrs=attrs)
        for child in list(tag.children):
            if not isinstance(child, Tag):
                if type(child) is NavigableString and child.strip():
                    self._item([child], block, items[-1])
                continue
            if child.name in ("div", "dl") and name == "dl":
                self._list(child, block, name, items)
            elif child.name in ("ul", "ol"):
                self._list(child, block.contents[-1] if block.contents else block, child.name, ("li",))  # type: ignore[arg-type]
            else:
                self._item([child], block, child.name if child.name in items else items[-1])
        if block.contents:
            if name == out.name == "dl":
                for each in list(block.contents):
                    out.append(each.extract())
            else:
                out.append(block)

    def _is_page_in_a_list(self, tag: Tag) -> bool:
        """Headline, byline and paragraphs as the items of one list: no list of the article."""
        lines = [collapsed(each.get_text(" ")) for each in tag.contents if isinstance(each, Tag)]
        if sum(map(is_prose, lines)) < 3:
            return False
        return any(map(self._breaks_at, lines[:8]))

    def _item(self, nodes: list[Node], block: Tag, name: str) -> None:
        holder = self._new.new_tag(name)
        for node in nodes:
            if isinstance(node, Tag):
                self._flow(node, holder) if node.name in BLOCKS or holds_block(node) else self._inline(
                    node, holder
                )
            else:
                holder.append(NavigableString(_PHRASE.sub(" ", node)))
        lift_only_paragraph(holder)
        if collapsed(holder.get_text()) or holder.find("img"):
            block.append(holder)

    def _nested(self, tag: Tag, out: Tag, name: str) -> None:
        block = self._new.new_tag(name, attrs=direction_of(tag))
        self._flow(tag, block)
        if block.contents:
            out.append(block)

    def _pre(self, tag: Tag, out: Tag) -> None:
        block = self._new.new_tag("pre", attrs=direction_of(tag))
        for line_break in tag.find_all("br"):
            line_break.replace_with(NavigableString("\n"))
        for child in children_of(tag):
            self._inline(child, block, keep_blanks=True)
        if block.get_text().strip():
            out.append(block)

    # pictures

    def _image(self, node: Tag, out: Tag) -> None:
        if self._no_images or images.is_pixel(node):
            return
        address = images.address_of(node, self._base)
        if address is None or shown_already(address, out, fallback=node.get("data-fallback") is not None):
            return
        picture = self._new.new_tag("img", attrs={"src": address})
        alt = collapsed(str(node.get("alt") or ""))[:1000]
        if alt:
            picture["alt"] = alt
        for key in ("width", "height"):
            value = str(node.get(key) or "").strip().removesuffix("px")
            if value.isdigit() and len(value) < 6:
                picture[key] = value
        out.append(picture)

    def _figure(self, tag: Tag, out: Tag) -> None:
        caption = tag.find("figcaption")
        words = self._new.new_tag("figcaption")
        if isinstance(caption, Tag):
            self._flow(caption.extract(), words)
            join_paragraphs(words, self._new)
        block = self._new.new_tag("figure")
        self._flow(tag, block)
        for inner in block.find_all("figure"):
            inner.unwrap()
        pictures = block.find_all("img")
        if collapsed(words.get_text()):
            block.append(words)
        if pictures or block.find(["table", "pre", "blockquote"]):
            unlink_pictures(block)
            out.append(block)
        else:
            for each in list(block.contents):
                if isinstance(each, Tag):
                    each.name = "p" if each.name == "figcaption" else each.name
                    out.append(each.extract())


def _show_line_ends(source: Tag, new: BeautifulSoup) -> None:
    """Text whose style keeps the ends of its lines: they part paragraphs as `br` does."""
    if not _KEPT_LINES.search(str(source.get("style") or "")):
        return
    for text in [each for each in source.contents if type(each) is NavigableString and "\n" in each]:
        for at, line in enumerate(str(text).split("\n")):
            if at:
                text.insert_before(new.new_tag("br"))
            text.insert_before(NavigableString(line))
        text.extract()
