"""Whatever the markup was, makes of the region a flat row of plain blocks: paragraphs, headings, lists, figures, tables.

Bare `<div>`s, layout tables, `<br><br>`, text between blocks: all become paragraphs. Works on BeautifulSoup's
tree; the blocks are new elements with the attributes of the closed set only.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from urllib.parse import urljoin, urlsplit

from bs4 import BeautifulSoup, NavigableString, Tag

from clipper.clean import images, walk
from clipper.clean.strip import is_data_table
from clipper.clean.text import collapsed, ends_sentence, words_in

_INLINE = frozenset(
    "a em strong b i u s sub sup small mark del ins abbr time ruby rt rp bdi bdo q cite code kbd samp span".split()
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
_HEADINGS = frozenset("h1 h2 h3 h4 h5 h6".split())
_BLOCKS = frozenset(
    "p div section article main header footer aside center form fieldset address details summary figure figcaption ul ol li dl dt "
    "dd blockquote pre table caption thead tbody tfoot tr td th hr h1 h2 h3 h4 h5 h6 dir menu noscript legend hgroup body html nav "
    "amp-carousel amp-story picture-block listing xmp plaintext search".split()
)
_PHRASE = re.compile(r"\s+")


class Tidier:
    """Rebuilds one region. `base` resolves addresses; `breaks_at` says where a single `br` ends a paragraph."""

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
        run: list[NavigableString | Tag] = []
        for child in list(source.children):
            if isinstance(child, Tag):
                child.name = _RENAMED.get(child.name, child.name)
                if child.name in _BLOCKS or _holds_block(child):
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
            self._table(tag, out)
        elif name == "hr":
            out.append(self._new.new_tag("hr"))
        elif name == "p" and not _holds_block(tag):
            self._flush(list(tag.children), out, _direction(tag))
        else:
            self._flow(tag, out)

    # paragraphs

    def _flush(self, run: list[NavigableString | Tag], out: Tag, attrs: dict[str, str] | None = None) -> None:
        """Make paragraphs of a run; two `br` in a row end one, a single one only where lines stand alone."""
        if not any(isinstance(node, Tag) or not node.isspace() for node in run):
            run.clear()
            return
        for part in self._parts(run):
            self._paragraph(part, out, attrs)
        run.clear()

    def _parts(self, run: list[NavigableString | Tag]) -> Iterator[list[NavigableString | Tag]]:
        lines = _lines(run)
        part: list[NavigableString | Tag] = []
        for at, line in enumerate(lines):
            if not line:
                yield part
                part = []
                continue
            if part and at and lines[at - 1]:
                before, after = _text(lines[at - 1]), _text(line)
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

    def _paragraph(self, part: list[NavigableString | Tag], out: Tag, attrs: dict[str, str] | None) -> None:
        if not part:
            return
        block = self._new.new_tag("p", attrs=attrs or {})
        for each in part:
            self._inline(each, block)
        _trim(block)
        pictures = block.find_all("img")
        if not collapsed(block.get_text()):
            for picture in pictures:
                figure = self._new.new_tag("figure")
                figure.append(picture.extract())
                out.append(figure)
        else:
            out.append(block)

    def _inline(self, node: NavigableString | Tag, out: Tag, *, keep_blanks: bool = False) -> None:
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
            for child in list(node.children):
                self._inline(child, out, keep_blanks=keep_blanks)  # type: ignore[arg-type]

    def _phrase(self, node: Tag, name: str, out: Tag, *, keep_blanks: bool) -> None:
        attrs = self._attributes(node, name)
        if (name in ("a", "span", "time", "abbr") and not attrs) or name == out.name:
            target = out
        else:
            target = self._new.new_tag(name, attrs=attrs)
        for child in list(node.children):
            self._inline(child, target, keep_blanks=keep_blanks)  # type: ignore[arg-type]
        if target is out:
            return
        if target.contents:
            out.append(target)

    def _attributes(self, node: Tag, name: str) -> dict[str, str]:
        attrs = _direction(node)
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
        block = self._new.new_tag("h2" if tag.name == "h1" else tag.name, attrs=_direction(tag))
        for child in list(tag.children):
            self._inline(child, block)  # type: ignore[arg-type]
        pictures = [picture.extract() for picture in block.find_all("img")]
        for line_break in block.find_all("br"):
            line_break.replace_with(NavigableString(" "))
        _trim(block)
        if collapsed(block.get_text()):
            out.append(block)
        for picture in pictures:
            figure = self._new.new_tag("figure")
            figure.append(picture)
            out.append(figure)

    def _list(self, tag: Tag, out: Tag, name: str, items: tuple[str, ...]) -> None:
        attrs = _direction(tag)
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

    def _item(self, nodes: list[Tag | NavigableString], block: Tag, name: str) -> None:
        holder = self._new.new_tag(name)
        for node in nodes:
            if isinstance(node, Tag):
                self._flow(node, holder) if node.name in _BLOCKS or _holds_block(node) else self._inline(
                    node, holder
                )
            else:
                holder.append(NavigableString(_PHRASE.sub(" ", node)))
        _lift_only_paragraph(holder)
        if collapsed(holder.get_text()) or holder.find("img"):
            block.append(holder)

    def _nested(self, tag: Tag, out: Tag, name: str) -> None:
        block = self._new.new_tag(name, attrs=_direction(tag))
        self._flow(tag, block)
        if block.contents:
            out.append(block)

    def _pre(self, tag: Tag, out: Tag) -> None:
        block = self._new.new_tag("pre", attrs=_direction(tag))
        for line_break in tag.find_all("br"):
            line_break.replace_with(NavigableString("\n"))
        for child in list(tag.children):
            self._inline(child, block, keep_blanks=True)  # type: ignore[arg-type]
        if block.get_text().strip():
            out.append(block)

    # pictures

    def _image(self, node: Tag, out: Tag) -> None:
        if self._no_images or images.is_pixel(node):
            return
        address = images.address_of(node, self._base)
        if address is None or _shown_already(address, out, fallback=node.get("data-fallback") is not None):
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
            _join_paragraphs(words, self._new)
        block = self._new.new_tag("figure")
        self._flow(tag, block)
        for inner in block.find_all("figure"):
            inner.unwrap()
        pictures = block.find_all("img")
        if collapsed(words.get_text()):
            block.append(words)
        if pictures or block.find(["table", "pre", "blockquote"]):
            _dissolve_paragraphs(block)
            out.append(block)
        else:
            for each in list(block.contents):
                if isinstance(each, Tag):
                    each.name = "p" if each.name == "figcaption" else each.name
                    out.append(each.extract())

    # tables

    def _table(self, tag: Tag, out: Tag) -> None:
        if not is_data_table(tag):
            self._flow(tag, out)
            return
        table = self._new.new_tag("table", attrs=_direction(tag))
        caption = tag.find("caption")
        if isinstance(caption, Tag):
            words = self._new.new_tag("caption")
            self._flow(caption, words)
            _join_paragraphs(words, self._new)
            if words.contents:
                table.append(words)
        for row in tag.find_all("tr"):
            self._row(row, self._section(row, table))
        if table.find(["td", "th"]):
            out.append(table)

    def _section(self, row: Tag, table: Tag) -> Tag:
        kind = (
            row.parent.name if row.parent is not None and row.parent.name in ("thead", "tfoot") else "tbody"
        )
        last = table.contents[-1] if table.contents else None
        if isinstance(last, Tag) and last.name == kind:
            return last
        section = self._new.new_tag(kind)
        table.append(section)
        return section

    def _row(self, row: Tag, section: Tag) -> None:
        line = self._new.new_tag("tr")
        for cell in row.find_all(["td", "th"], recursive=False):
            attrs = _direction(cell)
            for key in ("colspan", "rowspan"):
                value = str(cell.get(key) or "")
                if value.isdigit() and 1 < int(value[:4]) <= 1000:
                    attrs[key] = value[:4]
            if cell.name == "th" and cell.get("scope") in ("row", "col", "rowgroup", "colgroup"):
                attrs["scope"] = str(cell["scope"])
            new = self._new.new_tag(cell.name, attrs=attrs)
            self._flow(cell, new)
            _lift_only_paragraph(new)
            line.append(new)
        if line.contents:
            section.append(line)


def _holds_block(tag: Tag) -> bool:
    return walk.has(tag, _BLOCKS)


def _lines(run: list[NavigableString | Tag]) -> list[list[NavigableString | Tag]]:
    """Split at `br`, also at one inside a wrapper that holds the whole run; lines of blanks only are empty."""
    while (
        len(run) == 1
        and isinstance(run[0], Tag)
        and run[0].name in ("span", "font", "b", "strong")
        and run[0].find("br")
    ):
        run = list(run[0].children)  # type: ignore[arg-type]
    lines: list[list[NavigableString | Tag]] = [[]]
    for node in run:
        if isinstance(node, Tag) and node.name == "br":
            lines.append([])
        else:
            lines[-1].append(node)
    return [line if _text(line) or _has_picture(line) else [] for line in lines]


def _text(line: list[NavigableString | Tag]) -> str:
    return collapsed("".join(node.get_text() if isinstance(node, Tag) else node for node in line))


def _has_picture(line: list[NavigableString | Tag]) -> bool:
    return any(
        isinstance(node, Tag) and (node.name == "img" or node.find(["img", "amp-img"])) for node in line
    )


def _direction(tag: Tag) -> dict[str, str]:
    attrs = {}
    if tag.get("dir") in ("ltr", "rtl"):
        attrs["dir"] = str(tag["dir"])
    language = str(tag.get("lang") or "")
    if re.fullmatch(r"[A-Za-z]{2,3}(?:-[A-Za-z0-9]{2,8}){0,2}", language):
        attrs["lang"] = language
    return attrs


def _trim(block: Tag) -> None:
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


def _lift_only_paragraph(holder: Tag) -> None:
    """An item or cell of one paragraph needs no `p`."""
    inner = [each for each in holder.contents if isinstance(each, Tag) or each.strip()]
    if (
        inner
        and isinstance(inner[0], Tag)
        and inner[0].name == "p"
        and all(isinstance(each, Tag) and each.name in ("ul", "ol", "p") for each in inner)
        and sum(isinstance(each, Tag) and each.name == "p" for each in inner) == 1
    ):
        inner[0].unwrap()


def _join_paragraphs(holder: Tag, new: BeautifulSoup) -> None:
    """A caption holds inline text only; its paragraphs are parted by `br`."""
    for at, paragraph in enumerate(holder.find_all(["p", "h2", "h3", "h4", "h5", "h6", "div"])):
        if at:
            paragraph.insert_before(new.new_tag("br"))
        paragraph.unwrap()
    for each in holder.find_all(["ul", "ol", "li", "blockquote", "figure", "table", "hr", "pre"]):
        each.unwrap()


def _dissolve_paragraphs(figure: Tag) -> None:
    for picture in figure.find_all("img"):
        parent = picture.parent
        if parent is not None and parent.name == "a":
            parent.unwrap()


def _shown_already(address: str, out: Tag, *, fallback: bool) -> bool:
    """The `noscript` twin of a lazy picture."""
    if not fallback:
        return False
    root = out
    while root.parent is not None:
        root = root.parent
    return any(picture.get("src") == address for picture in [*out.find_all("img"), *root.find_all("img")])
