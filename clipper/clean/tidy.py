"""Whatever the markup was, makes of the region a flat row of plain blocks: paragraphs, headings, lists,
figures, tables.

Bare `<div>`s, layout tables, `<br><br>`, text between blocks: all become paragraphs. Works on BeautifulSoup's
tree; the blocks are new elements with the attributes of the closed set only.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import credits, figures, walk
from clipper.clean.elements import KEPT, Attributes, Node, element, put, take_out, weave
from clipper.clean.inline import RENAMED, Inline
from clipper.clean.layout import INLINE
from clipper.clean.line_ends import plain_line, show_line_ends, write_line_ends
from clipper.clean.removals import NUMBER, number_of
from clipper.clean.shapes import (
    BLOCKS,
    IMG,
    direction_of,
    has_break,
    is_one_line,
    is_page_in_a_list,
    join_paragraphs,
    lift_only_paragraph,
    lines_of,
    trim,
    words_of,
)
from clipper.clean.tables import tidy_table
from clipper.clean.text import ends_sentence, word_set, words_in

_HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_NOT_IN_HEADINGS = frozenset(("br", "img"))
_FIGURE = frozenset(("figure",))
_SHOWS_MORE = figures.BACKGROUNDS | {"style"}
"""Attributes by which an element may show more than what is in it, or part its words in lines."""


class Tidier:
    """Rebuilds one region. `base` resolves addresses; `breaks_at` says where a single `br` ends a
    paragraph.
    """

    def __init__(self, base: str, breaks_at: Callable[[str], bool], *, no_images: bool = False) -> None:
        self._breaks_at = breaks_at
        self._inline = Inline(base, no_images=no_images)
        self._out = element("div")
        self.elements: list[Tag] = []
        """All that were made."""
        self._holding: dict[int, bool] = {}
        self._without_words: dict[int, bool] = {}
        self._around: Attributes = {}
        self._inherited: list[tuple[Tag, str, str]] = []

    def tidy(self, region: Tag) -> Tag:
        """A new element whose children are the blocks, in order; each with the number (`removals.NUMBER`)
        of what it was made of.
        """
        self._out = element("div")
        self._flow(region, self._out)
        self._settle_directions()
        self.elements = weave(self._out)
        return self._out

    def _settle_directions(self) -> None:
        """What a box says of direction and language is said by each of its blocks, but where the box was the
        article: the article knows its own.
        """
        for key in ("dir", "lang"):
            said = [(block, value) for block, of, value in self._inherited if of == key]
            values = {value for _, value in said}
            for common in values:
                if sum(value == common for _, value in said) * 2 > len(self._out.contents):
                    for block, value in said:
                        if value == common:
                            del block.attrs[key]

    def _flow(self, source: Tag, out: Tag) -> None:
        """The children of a container as blocks of `out`."""
        run: list[Node] = []
        if source.attrs:
            if "style" in source.attrs:
                show_line_ends(source)
            if not figures.BACKGROUNDS.isdisjoint(source.attrs):
                self._background(source, out)
        for child in source.contents:
            if type(child) is NavigableString:
                if run or not child.isspace():
                    run.append(child)
            elif isinstance(child, Tag):
                name = child.name
                if name in RENAMED:
                    name = child.name = RENAMED[name]
                if (
                    name in BLOCKS
                    or self._holds_block(child)
                    or ("-" in name and self._is_own_line(child, source))
                ):
                    if run:
                        self._flush(run, source, out)
                        run = []
                    self._block(child, out)
                else:
                    run.append(child)
        if run:
            self._flush(run, source, out)

    def _is_own_line(self, child: Tag, source: Tag) -> bool:
        """An element of the site's own making (`app-text`) is a box, where it stands beside boxes and not
        among words.
        """
        if child.name in INLINE:
            return False
        known = self._without_words.get(id(source))
        if known is None:
            known = all(isinstance(each, Tag) or str(each).isspace() for each in source.contents)
            self._without_words[id(source)] = known
        return known

    def _holds_block(self, tag: Tag) -> bool:
        """Does an element have something in it that ends a paragraph?"""
        answer = False
        for child in tag.contents:
            if isinstance(child, Tag) and (child.name in BLOCKS or self._holds_block_known(child)):
                answer = True
                break
        self._holding[id(tag)] = answer
        return answer

    def _holds_block_known(self, tag: Tag) -> bool:
        known = self._holding.get(id(tag))
        return self._holds_block(tag) if known is None else known

    def _block(self, tag: Tag, out: Tag) -> None:
        way = _WAYS.get(tag.name)
        if way is not None:
            way(self, tag, out)
        elif tag.name == "hr":
            self._add(out, element("hr"), tag)
        else:
            self._dissolve(tag, out)

    def _table(self, tag: Tag, out: Tag) -> None:
        table = tidy_table(tag, self._flow, self._fill)
        if table is None:
            self._flow(tag, out)
        elif table.contents:
            self._add(out, table, tag)

    def _dissolve(self, tag: Tag, out: Tag) -> None:
        """A box leaves nothing but what it holds."""
        around = self._around
        said = direction_of(tag)
        if KEPT in tag.attrs:
            said[KEPT] = str(tag.attrs[KEPT])
        if said:
            self._around = around | said
        self._flow(tag, out)
        self._around = around

    def _add(self, out: Tag, block: Tag, source: Tag) -> None:
        """A finished block, made of `source`."""
        put(out, block)
        kept = source.attrs.get(KEPT)
        if kept is not None:
            block.attrs[KEPT] = kept
        if out is not self._out:
            return
        number = number_of(source)
        if number >= 0:
            block.attrs[NUMBER] = str(number)
        for key, value in self._around.items():
            if key not in block.attrs:
                block.attrs[key] = value
                self._inherited.append((block, key, value))

    # paragraphs

    def _words(self, tag: Tag, out: Tag) -> None:
        """A `p` of the page."""
        if is_one_line(tag):
            block = element("p", direction_of(tag))
            if self._inline.read_each(tag.contents, block):
                trim(block)
                self._add_words(out, block, tag, below=False)
        elif self._holds_block(tag):
            self._dissolve(tag, out)
        else:
            self._flush(tag.contents, tag, out, direction_of(tag))  # type: ignore[arg-type]

    def _fill(self, source: Tag, holder: Tag) -> None:
        """What is in `source` into an item or a cell, which needs no `p` for its only paragraph."""
        if is_one_line(source) and _SHOWS_MORE.isdisjoint(source.attrs):
            if self._inline.read_each(source.contents, holder):
                trim(holder)
            else:
                holder.contents.clear()
            return
        self._flow(source, holder)
        lift_only_paragraph(holder)

    def _flush(self, run: list[Node], source: Tag, out: Tag, attrs: Attributes | None = None) -> None:
        """Make paragraphs of a run of `source`; two `br` in a row end one, a single one only where lines
        stand alone.
        """
        if not has_break(run):
            self._paragraph(run, source, out, attrs)
            return
        run = [node for node in run if isinstance(node, Tag) or type(node) is NavigableString]
        if any(isinstance(node, Tag) or not node.isspace() for node in run):
            for part in self._parts(run):
                self._paragraph(part, source, out, attrs)

    def _parts(self, run: list[Node]) -> Iterator[list[Node]]:
        lines = lines_of(run)
        part: list[Node] = []
        for at, line in enumerate(lines):
            if not line:
                yield part
                part = []
                continue
            if part and at and lines[at - 1]:
                if self._ends_paragraph(words_of(lines[at - 1]), words_of(line)):
                    yield part
                    part = []
                else:
                    part.append(element("br"))
            part += line
        yield part

    def _ends_paragraph(self, before: str, after: str) -> bool:
        if ends_sentence(before) and words_in(before) >= 12:
            return True
        return self._breaks_at(before) or self._breaks_at(after)

    def _paragraph(self, part: list[Node], source: Tag, out: Tag, attrs: Attributes | None) -> None:
        if not part:
            return
        block = element("p", dict(attrs) if attrs else {})
        pictures = self._inline.pictures = []
        said = self._inline.read_each(part, block)
        of = source
        if source.name != "p":
            of = next((each for each in part if isinstance(each, Tag) and NUMBER in each.attrs), source)
        if not said:
            self._figures(pictures, out, of)
            return
        trim(block)
        picture = figures.split_off(block) if pictures else None
        if picture is not None:
            self._figures([picture], out, of)
        self._add_words(out, block, of, below=picture is not None)

    def _add_words(self, out: Tag, block: Tag, source: Tag, *, below: bool) -> None:
        """A paragraph, or the caption of the figure before it. `below`: it stood in one with the picture."""
        last = out.contents[-1] if out.contents else None
        if isinstance(last, Tag) and last.name == "figure" and not walk.has(block, IMG):
            words = walk.text_of(block, " ")
            if credits.is_caption(source, words) or (
                below and len(words) <= figures.LONGEST_TEXT and figures.is_set_off(block)
            ):
                figures.add_caption(last, block)
                return
        self._add(out, block, source)

    def _background(self, box: Tag, out: Tag) -> None:
        picture = figures.background_of(box)
        if picture is not None:
            self._paragraph([picture], box, out, None)

    def _figures(self, pictures: list[Tag], out: Tag, source: Tag) -> None:
        for picture in pictures:
            figure = element("figure")
            put(figure, picture)
            self._add(out, figure, source)

    # headings, lists, quotations, code

    def _heading(self, tag: Tag, out: Tag) -> None:
        block = element("h2" if tag.name == "h1" else tag.name, direction_of(tag))
        pictures = self._inline.pictures = []
        said = self._inline.read_each(tag.contents, block)
        if pictures or walk.has(block, _NOT_IN_HEADINGS):
            plain_line(block)
        if said:
            trim(block)
            self._add(out, block, tag)
        self._figures(pictures, out, tag)

    def _list(self, tag: Tag, out: Tag) -> None:
        name = tag.name if tag.name in ("ol", "dl") else "ul"
        self._items(tag, out, name, ("dt", "dd") if name == "dl" else ("li",))

    def _items(self, tag: Tag, out: Tag, name: str, items: tuple[str, ...]) -> None:
        if is_page_in_a_list(tag, self._breaks_at):
            self._flow(tag, out)
            return
        if name != "dl" and walk.has(tag, IMG) and figures.is_list_of_pictures(tag):
            self._pictures(tag, out)
            return
        attrs = direction_of(tag)
        start = str(tag.attrs.get("start") or "")
        if name == "ol" and start.isascii() and start.isdigit() and len(start) < 7:
            attrs["start"] = start
        block = element(name, attrs)
        for child in tag.contents:
            if not isinstance(child, Tag):
                if type(child) is NavigableString and not child.isspace():
                    self._item(child, block, items[-1])
            elif child.name in ("div", "dl") and name == "dl":
                self._items(child, block, name, items)
            elif child.name in ("ul", "ol"):
                if not block.contents:
                    put(block, element("li"))
                last = block.contents[-1]
                self._list(child, last if isinstance(last, Tag) else block)
            else:
                self._item(child, block, child.name if child.name in items else items[-1])
        block.contents = [each for each in block.contents if isinstance(each, Tag) and each.contents]
        if not block.contents:
            return
        if name == out.name == "dl":
            for each in block.contents:
                put(out, each)  # type: ignore[arg-type]
        else:
            self._add(out, block, tag)

    def _pictures(self, tag: Tag, out: Tag) -> None:
        """A gallery that is built as a list."""
        for item in tag.contents:
            if isinstance(item, Tag) and walk.has(item, _FIGURE):
                self._flow(item, out)
            elif isinstance(item, Tag):
                for block in figures.made_of(item, self._flow, {}):
                    self._add(out, block, item)

    def _item(self, node: Node, block: Tag, name: str) -> None:
        holder = element(name)
        if isinstance(node, Tag) and (node.name in BLOCKS or self._holds_block(node)):
            self._fill(node, holder)
        else:
            self._inline.read(node, holder)
        if walk.has_words(holder) or walk.has(holder, IMG):
            put(block, holder)

    def _quotation(self, tag: Tag, out: Tag) -> None:
        block = element("blockquote", direction_of(tag))
        self._flow(tag, block)
        if block.contents:
            self._add(out, block, tag)

    def _pre(self, tag: Tag, out: Tag) -> None:
        block = element("pre", direction_of(tag))
        said = self._inline.read_each(tag.contents, block, keep_blanks=True)
        write_line_ends(block)
        if said:
            self._add(out, block, tag)

    # figures

    def _figure(self, tag: Tag, out: Tag) -> None:
        if figures.is_gallery(tag):
            self._gallery(tag, out)
            return
        for block in figures.made_of(tag, self._flow, direction_of(tag)):
            self._add(out, block, tag)

    def _gallery(self, tag: Tag, out: Tag) -> None:
        """Figures in a figure, each on its own; the words for all of them go with the last."""
        words = [each for each in tag.contents if isinstance(each, Tag) and each.name == "figcaption"]
        for each in words:
            take_out(each)
        before = len(out.contents)
        self._flow(tag, out)
        last = out.contents[-1] if len(out.contents) > before else None
        for each in words:
            holder = element("p")
            self._flow(each, holder)
            if isinstance(last, Tag) and last.name == "figure":
                figures.add_caption(last, holder)
            elif walk.has_words(holder):
                join_paragraphs(holder)
                self._add(out, holder, each)


_WAYS: dict[str, Callable[[Tidier, Tag, Tag], None]] = {
    "p": Tidier._words,
    **dict.fromkeys(_HEADINGS, Tidier._heading),
    **dict.fromkeys(("ul", "ol", "dir", "menu", "dl"), Tidier._list),
    "blockquote": Tidier._quotation,
    **dict.fromkeys(("pre", "listing", "xmp", "plaintext"), Tidier._pre),
    "figure": Tidier._figure,
    "table": Tidier._table,
}
"""What becomes of which block; others leave nothing but what they hold."""
