"""How a page is laid out, read in one walk over lxml's tree: boxes (block elements), blocks (runs of text).

A *block* is a stretch of text and inline elements directly beneath one box: a paragraph, whatever its markup
(`p`, a bare `div`, a cell, text between `<br><br>`). A *box* is a block element with everything beneath it.
Boxes are numbered in document order, parents first, and hold a range of blocks; so every figure of a box is
the difference of two running sums. What is hidden, and what by its element alone can hold no article (a
`nav` without a paragraph), is not entered: it costs half of the walk and holds 0.3 % of wanted words.
"""

from __future__ import annotations

from lxml import etree

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
Attributes = dict[str, str]
HEADINGS = word_set("h1 h2 h3 h4 h5 h6")
_SKIPPED, _INLINE, _BREAK, _PICTURE, _LINK = 1, 2, 3, 4, 5
_KINDS: dict[str, int] = (
    dict.fromkeys(NO_TEXT, _SKIPPED)
    | dict.fromkeys(INLINE, _INLINE)
    | {"br": _BREAK, "a": _LINK, "img": _PICTURE, "amp-img": _PICTURE}
    | {"source": _INLINE}  # libxml2 takes what follows it for its content
)
_OPENS = HEADINGS | {"summary", "dt"}
"""A heading or question that opens what stands beneath it is often built as a button."""
DEEPEST = 160
OUT = "data-out"
"""Attribute on what is not entered because a site's rule takes it out; its value is the removal's rule."""
SHOWN = 1000
"""Characters of shown prose from which what is hidden is not looked at."""
IN = "data-in"
"""Attribute on what is entered whatever it is, because the user or a site's rule wants it."""
_SAYS = {"button": "control", "select": "control", "noscript": "noscript"}
"""Elements with words that are not entered, and the rule."""
_PAGES_OF_SCRIPTS = word_set("script style noscript template")


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
    top = body if body is not None else root
    _Walk(layout).box(top, -1, 0, _names(dict(top.items()), top.tag))  # type: ignore[arg-type]
    return layout


class _Walk:
    """The state of one walk."""

    __slots__ = ("_broken", "_layout", "_linked", "_marked", "_pictures", "_pieces")

    def __init__(self, layout: Layout) -> None:
        self._layout = layout
        self._pieces: list[str] = []
        self._linked = 0
        self._marked = False
        self._pictures = 0
        self._broken: set[etree._Element] = set()
        """Inline elements in which a block element was found, while one around them was read."""

    def box(self, element: etree._Element, parent: int, depth: int, name: str) -> None:
        """Read one block element and what is beneath it. `name`: its class and id."""
        layout = self._layout
        number = len(layout.boxes)
        tag: str = element.tag
        layout.boxes.append(element)
        layout.tags.append(tag)
        layout.parents.append(parent)
        layout.names.append(name)
        layout.firsts.append(len(layout.texts))
        layout.depths.append(depth)
        layout.ends.append(0)
        layout.lasts.append(0)
        layout.pictures.append(0)
        pieces = self._pieces
        pictures = self._pictures
        words = element.text
        if words and not words.isspace():
            pieces.append(words)
        start = breaks = 0
        node = 1
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind == _BREAK:
                breaks += 1
                self._marked = True
                if breaks > 1 and pieces:
                    self._close(number, start, node)
                    start = node + 1
                elif pieces:
                    pieces.append(" ")
            elif kind is None or not self._inline(child, kind, tag):
                if pieces:
                    self._close(number, start, node)
                start = node + 1
                if kind != _SKIPPED or _holds_page(child):
                    self._enter(child, number, depth)
            elif kind != _SKIPPED:
                breaks = 0
            words = child.tail
            if words:
                if not words.isspace():
                    breaks = 0
                    pieces.append(words)
                elif pieces:
                    pieces.append(" ")
            node += 2
        if pieces:
            self._close(number, start, node)
        layout.ends[number] = len(layout.boxes)
        layout.lasts[number] = len(layout.texts)
        layout.pictures[number] = self._pictures - pictures

    def _enter(self, child: etree._Element, number: int, depth: int) -> None:
        attributes: Attributes = dict(child.items())  # type: ignore[arg-type]
        rule = _never(child, attributes, hidden=self._layout.hidden)
        if rule is None and depth < DEEPEST:
            self.box(child, number, depth + 1, _names(attributes, child.tag) if attributes else "")
        else:
            self._layout.left_out.append((child, rule or "nesting", len(self._layout.boxes)))

    def _inline(self, child: etree._Element, kind: int, home: str) -> bool:
        """Take an inline element into the run. False: it holds a block element and is a box itself."""
        if kind == _SKIPPED:
            self._marked = self._marked or child.tag == "svg"
            if child.tag != "button" or home not in _OPENS:
                if child.tag in _SAYS:
                    self._layout.left_out.append((child, _SAYS[child.tag], len(self._layout.boxes)))
                return not _holds_page(child)
        elif kind == _PICTURE:
            self._pictures += 1
            return True
        pieces = self._pieces
        if not len(child):
            if kind != _LINK and not self._marked and child.get("class"):
                self._marked = _may_be_icon(child)
            if child.text and (self._layout.hidden or not _is_hidden(child)):
                if kind == _LINK:
                    self._linked += len(child.text) if _leads_on(child) else 0
                pieces.append(child.text)
            elif child.text and "_" in child.text:
                self._marked = True  # an icon's name, hidden from those who are read to
            return True
        if not self._layout.hidden and _is_hidden(child):
            return True
        if child in self._broken:
            return False
        before = len(pieces)
        linked, marked, pictures = self._linked, self._marked, self._pictures
        if self._deep(child, is_link=kind == _LINK and _leads_on(child)):
            return True
        del pieces[before:]
        self._linked, self._marked, self._pictures = linked, marked, pictures
        return False

    def _deep(self, element: etree._Element, *, is_link: bool) -> bool:
        pieces = self._pieces
        before = len(pieces)
        if element.text:
            pieces.append(element.text)
        for child in element:
            kind = _KINDS.get(child.tag)
            if kind is None:
                return False
            if kind == _PICTURE:
                self._pictures += 1
            elif kind == _BREAK:
                pieces.append(" ")
                self._marked = True
            elif kind != _SKIPPED and (self._layout.hidden or not _is_hidden(child)):
                if len(child):
                    if not self._deep(child, is_link=not is_link and kind == _LINK and _leads_on(child)):
                        self._broken.add(child)
                        return False
                else:
                    if kind != _LINK and not self._marked and child.get("class"):
                        self._marked = _may_be_icon(child)
                    if child.text:
                        if kind == _LINK and not is_link:
                            self._linked += len(child.text) if _leads_on(child) else 0
                        pieces.append(child.text)
            elif child.tag == "svg":
                self._marked = True
            if child.tail:
                pieces.append(child.tail)
        if is_link:
            self._linked += sum(map(len, pieces[before:]))
        return True

    def _close(self, number: int, start: int, end: int) -> None:
        """End a run; one that says nothing is no block."""
        text = " ".join("".join(self._pieces).split())
        self._pieces.clear()
        if text:
            layout = self._layout
            layout.texts.append(text)
            layout.homes.append(number)
            layout.spans.append((start, end))
            layout.chars.append(len(text))
            layout.linked.append(min(self._linked, len(text)))
            layout.marks.append(self._marked)
        self._linked = 0
        self._marked = False


def _holds_page(element: etree._Element) -> bool:
    """An element without text of its own that was never closed: the rest of the page stands in it."""
    if element.tag in _PAGES_OF_SCRIPTS or not len(element):
        return False
    return _has_inside(element, "p") or element.get(IN) is not None


def _names(attributes: Attributes, tag: str) -> str:
    kind = attributes.get("class")
    # The id of a heading is a slug of its words: it says nothing of what the element is.
    ident = None if tag in HEADINGS else attributes.get("id")
    if kind:
        return f" {kind} {ident} ".lower() if ident else f" {kind} ".lower()
    return f" {ident} ".lower() if ident else ""


def _never(element: etree._Element, attributes: Attributes, *, hidden: bool) -> str | None:
    """The rule by which an element is not entered at all."""
    tag = element.tag
    if OUT in attributes:
        return attributes[OUT]
    if IN in attributes:
        return None
    if tag == "nav" and not _has_inside(element, "p"):
        return "navigation"
    if tag == "footer" and not _has_inside(element, "p", "article"):
        return "footer"
    return "hidden" if not hidden and attributes and _hides(attributes) else None


def _has_inside(element: etree._Element, *tags: str) -> bool:
    return next(element.iter(*tags), None) is not None


def _is_hidden(element: etree._Element) -> bool:
    attributes: Attributes = dict(element.items())  # type: ignore[arg-type]
    return OUT in attributes or _hides(attributes) if attributes else False


def _hides(attributes: Attributes) -> bool:
    if "hidden" in attributes:
        return True
    if attributes.get("aria-hidden") == "true" and "fallback-image" not in attributes.get("class", ""):
        return True
    style = attributes.get("style")
    if not style:
        return False
    flat = style.replace(" ", "").lower()
    return "display:none" in flat or "visibility:hidden" in flat


def _leads_on(link: etree._Element) -> bool:
    return not (link.get("href") or "#").startswith("#")


def _may_be_icon(element: etree._Element) -> bool:
    name = element.get("class") or ""
    return "icon" in name or "material" in name or "fa" in name or "symbol" in name
