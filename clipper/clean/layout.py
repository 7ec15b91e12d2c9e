"""How a page is laid out, read in one walk over lxml's tree: boxes (block elements), blocks (runs of text).

A *block* is a stretch of text and inline elements directly beneath one box: a paragraph, whatever its markup
(`p`, a bare `div`, a cell, text between `<br><br>`). A *box* is a block element with everything beneath it.
Boxes are numbered in document order, parents first, and hold a range of blocks; so every figure of a box is
the difference of two running sums. What is hidden, and what by its element alone can hold no article (a
`nav` without a paragraph), is not entered: it costs half of the walk and holds 0.3 % of wanted words.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from clipper.clean.entering import WATCHED, holds_page, is_hidden, never
from clipper.clean.text import word_set

NO_TEXT = word_set(
    """
    script style noscript template svg math select iframe object embed textarea canvas audio video input
    button datalist head meta link map area track source param frame frameset
    """
)
"""Elements whose content is no text of the page's own."""
INLINE = word_set(
    """
    a abbr acronym b bdi bdo big br cite code data del dfn em font i img ins kbd label mark nobr q rp rt
    ruby s samp small span strike strong sub sup time tt u var wbr picture amp-img math output meter
    progress mat-icon md-icon
    ion-icon icon
    """
)
HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_CODE, _SKIPPED, _BREAK, _PICTURE, _INLINE, _LINK, _BOX, _PART = range(8)
"""The last two are boxes; of a part of the page it is asked whether it is entered."""
_KINDS: dict[str, int] = (
    dict.fromkeys(NO_TEXT, _SKIPPED)
    | dict.fromkeys(("script", "style", "template"), _CODE)
    | dict.fromkeys(INLINE, _INLINE)
    | {"br": _BREAK, "a": _LINK, "img": _PICTURE, "amp-img": _PICTURE}
    | {"nav": _PART, "footer": _PART}
    | {"source": _INLINE}  # libxml2 takes what follows it for its content
)
_OPENS = HEADINGS | {"summary", "dt"}
"""A heading or question that opens what stands beneath it is often built as a button."""
DEEPEST = 160
SHOWN = 1000
"""Characters of shown prose from which what is hidden is not looked at."""
_SAYS = {"button": "control", "select": "control", "noscript": "noscript"}
"""Elements with words that are not entered, and the rule."""


class Layout:
    """The boxes and blocks of one page; each list has one entry for each box or block."""

    __slots__ = (
        "_numbers",
        "boxes",
        "chars",
        "depths",
        "ends",
        "firsts",
        "hidden",
        "homes",
        "lasts",
        "left_out",
        "linked",
        "marks",
        "names",
        "parents",
        "pictures",
        "roles",
        "spans",
        "tags",
        "texts",
    )  # fmt: skip

    def __init__(self, *, hidden: bool) -> None:
        self.hidden = hidden
        """Whether what is hidden was entered as well."""
        self.boxes: list[etree._Element] = []
        self.tags: list[str] = []
        self.parents: list[int] = []
        """Number of the box around; -1 for the first."""
        self.ends: list[int] = []
        """Number of the first box behind it."""
        self.firsts: list[int] = []
        self.lasts: list[int] = []
        """Its blocks are `firsts[n]` up to, not with, `lasts[n]`."""
        self.names: list[str] = []
        """Class and id in lower case, between blanks; empty where there are none."""
        self.pictures: list[int] = []
        """Pictures in it."""
        self.depths: list[int] = []
        self.texts: list[str] = []
        """White space collapsed."""
        self.homes: list[int] = []
        """Number of the box that a block stands in directly."""
        self.spans: list[tuple[int, int]] = []
        """Nodes of its box: 0 is the text before the first child, 2n+1 child n, 2n+2 the text after it."""
        self.chars: list[int] = []
        self.linked: list[int] = []
        """Characters in links."""
        self.marks: list[bool] = []
        """May hold an icon or several lines."""
        self.roles: dict[int, str] = {}
        """What boxes say they are by their attribute `role`."""
        self.left_out: list[tuple[etree._Element, str, int]] = []
        """Elements that were not entered, the rule, and the number that the next box had."""
        self._numbers: dict[int, int] = {}

    def box_of(self, element: etree._Element) -> int:
        """The number of the box that an element is, or stands in; -1 where it is in none."""
        numbers = self.numbers
        at: etree._Element | None = element
        while at is not None and id(at) not in numbers:
            at = at.getparent()
        return -1 if at is None else numbers[id(at)]

    @property
    def numbers(self) -> dict[int, int]:
        """The boxes' numbers by the id of each."""
        if not self._numbers:
            self._numbers = {id(box): number for number, box in enumerate(self.boxes)}
        return self._numbers

    @property
    def prose(self) -> int:
        """Characters in blocks that read like paragraphs."""
        return sum(
            chars
            for chars, linked in zip(self.chars, self.linked, strict=True)
            if chars > 80 and linked < 0.35 * chars
        )

    def beneath(self, box: int, other: int) -> bool:
        """Is `other` the box itself or in it?"""
        return box <= other < self.ends[box]


def read(root: etree._Element) -> Layout:
    """Walk the page; also through what is hidden, where next to nothing is shown (scripts show it)."""
    shown = _read(root, hidden=False)
    if shown.prose < SHOWN and any(rule == "hidden" for _, rule, _ in shown.left_out):
        whole = _read(root, hidden=True)
        if whole.prose > 4 * shown.prose:
            return whole
    return shown


def _read(root: etree._Element, *, hidden: bool) -> Layout:
    layout = Layout(hidden=hidden)
    body = root.find("body")
    _Walk(layout).read(body if body is not None else root)
    return layout


class _Walk:
    """The state of one walk."""

    __slots__ = ("_broken", "_hidden", "_layout", "_linked", "_marked", "_pictures", "_pieces")

    def __init__(self, layout: Layout) -> None:
        self._layout, self._hidden = layout, layout.hidden
        self._pieces: list[str] = []
        """Of the run of text that is being read."""
        self._linked = 0
        self._marked = False
        self._pictures = 0
        self._broken: set[etree._Element] = set()
        """Inline elements in which a block element was found, while one around them was read."""

    def read(self, top: etree._Element) -> None:
        """Read a block element and what is beneath it. All boxes pass here: a call for each would cost as
        much again, so that it is one loop with a stack of the boxes around.
        """
        layout, pieces, kind_of = self._layout, self._pieces, _KINDS.get
        boxes, tags, texts = layout.boxes, layout.tags, layout.texts
        around: list[tuple[Iterator[etree._Element], int, int, int, int, int]] = []
        children = iter((top,))
        number = node = -1
        start = breaks = pictures = 0
        while True:
            for child in children:
                node += 2
                tag = child.tag
                kind = kind_of(tag, _BOX)
                if kind == _BREAK:
                    self._marked = True
                    breaks += 1
                    if pieces and breaks == 1:
                        pieces.append(" ")
                    elif pieces:
                        self._close(number, start, node)
                        start = node + 1
                elif _INLINE <= kind < _BOX and not len(child):
                    self._leaf(child, kind)
                    breaks = 0
                elif kind == _CODE or (kind < _BOX and self._inline(child, kind, tags[number])):
                    breaks = breaks if kind <= _SKIPPED else 0
                else:
                    if pieces:
                        self._close(number, start, node)
                    start = node + 1
                    keys = child.keys()
                    is_plain = kind == _BOX and WATCHED.isdisjoint(keys)
                    if (is_plain and len(around) <= DEEPEST) or self._enters(child, kind, len(around)):
                        around.append((children, number, start, node, breaks, pictures))
                        layout.parents.append(number)
                        number = len(boxes)
                        boxes.append(child)
                        tags.append(tag)
                        layout.names.append(_name(child, tag) if keys else "")
                        layout.firsts.append(len(texts))
                        layout.depths.append(len(around) - 1)
                        layout.ends.append(0)
                        layout.lasts.append(0)
                        layout.pictures.append(0)
                        # A list of all is quicker than lxml's own way from child to child.
                        children = iter(child[:])  # type: ignore[index]
                        node, start, breaks, pictures = -1, 0, 0, self._pictures
                        words = child.text
                        break
                words = child.tail
                if words:
                    if not words.isspace():
                        breaks = 0
                        pieces.append(words)
                    elif pieces:
                        pieces.append(" ")
            else:
                if number < 0:
                    return
                if pieces:
                    self._close(number, start, node + 2)
                layout.ends[number] = len(boxes)
                layout.lasts[number] = len(texts)
                layout.pictures[number] = self._pictures - pictures
                words = boxes[number].tail
                children, number, start, node, breaks, pictures = around.pop()
            if words and not words.isspace():
                breaks = 0
                pieces.append(words)

    def _enters(self, child: etree._Element, kind: int, depth: int) -> bool:
        """Is this element the next box? One that is not is told, unless it can hold no text."""
        layout, number = self._layout, len(self._layout.boxes)
        if depth and kind == _SKIPPED and not holds_page(child):
            return False
        rule = never(child, hidden=self._hidden) if depth else None
        rule = rule or ("nesting" if depth > DEEPEST else None)
        if rule:
            layout.left_out.append((child, rule, number))
        elif role := child.get("role"):
            layout.roles[number] = role
        return not rule

    def _inline(self, child: etree._Element, kind: int, home: str) -> bool:
        """Take an inline element into the run. False: it holds a block element and is a box itself."""
        if kind == _PICTURE:
            self._pictures += 1
            return True
        if kind == _SKIPPED:
            tag = child.tag
            self._marked = self._marked or tag == "svg"
            if tag != "button" or home not in _OPENS:
                if tag in _SAYS:
                    self._layout.left_out.append((child, _SAYS[tag], len(self._layout.boxes)))
                return not holds_page(child)
            if not len(child):
                self._leaf(child, kind)
                return True
        if not self._hidden and is_hidden(child):
            return True
        if child in self._broken:
            return False
        before = len(self._pieces)
        linked, marked, pictures = self._linked, self._marked, self._pictures
        if self._deep(child, is_link=kind == _LINK and _leads_on(child)):
            return True
        del self._pieces[before:]
        self._linked, self._marked, self._pictures = linked, marked, pictures
        return False

    def _leaf(self, child: etree._Element, kind: int) -> None:
        """Take an inline element without others in it into the run."""
        words = child.text
        keys = child.keys()
        if keys:
            if kind != _LINK and not self._marked and "class" in keys:
                self._marked = _may_be_icon(child.get("class") or "")
            if not self._hidden and not WATCHED.isdisjoint(keys) and is_hidden(child):
                # It may be an icon's name, hidden from those who are read to.
                self._marked = self._marked or (words is not None and "_" in words)
                return
            if kind == _LINK and words and (child.get("href") or "#")[0] != "#":
                self._linked += len(words)
        if words:
            self._pieces.append(words)

    def _deep(self, element: etree._Element, *, is_link: bool) -> bool:
        """Take an inline element and all in it into the run. False where a block element is found."""
        pieces, linked = self._pieces, self._linked
        before = len(pieces)
        words = element.text
        if words:
            pieces.append(words)
        for child in element[:]:  # type: ignore[index]
            kind = _KINDS.get(child.tag, _BOX)
            if kind >= _BOX:
                return False
            if kind >= _INLINE:
                if self._hidden or not is_hidden(child):
                    if not len(child):
                        self._leaf(child, kind)
                    elif not self._deep(child, is_link=kind == _LINK and _leads_on(child)):
                        self._broken.add(child)
                        return False
            elif kind == _PICTURE:
                self._pictures += 1
            elif kind == _BREAK:
                pieces.append(" ")
                self._marked = True
            elif child.tag == "svg":
                self._marked = True
            words = child.tail
            if words:
                pieces.append(words)
        if is_link:
            self._linked = linked + sum(map(len, pieces[before:]))
        return True

    def _close(self, number: int, start: int, end: int) -> None:
        """End a run; one that says nothing is no block."""
        pieces = self._pieces
        text = (pieces[0] if len(pieces) == 1 else "".join(pieces)).strip()
        pieces.clear()
        if text:
            if "  " in text or not text.isprintable():  # of white space only the blank is printable
                text = " ".join(text.split())
            layout = self._layout
            length, linked = len(text), self._linked
            layout.texts.append(text)
            layout.homes.append(number)
            layout.spans.append((start, end))
            layout.chars.append(length)
            layout.linked.append(linked if linked < length else length)
            layout.marks.append(self._marked)
        self._linked = 0
        self._marked = False


def _name(element: etree._Element, tag: str) -> str:
    kind, ident = element.get("class"), element.get("id")
    # The id of a heading is a slug of its words: it says nothing of what the element is.
    if ident and tag not in HEADINGS:
        return f" {kind} {ident} ".lower() if kind else f" {ident} ".lower()
    return f" {kind} ".lower() if kind else ""


def _leads_on(link: etree._Element) -> bool:
    return (link.get("href") or "#")[0] != "#"


def _may_be_icon(name: str) -> bool:
    return "icon" in name or "material" in name or "fa" in name or "symbol" in name
