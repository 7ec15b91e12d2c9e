"""The lines a reader sees, top to bottom, with the icons in them named: what visible metadata is read
from.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import islice
from string import ascii_lowercase

from lxml import etree

from clipper.clean import names
from clipper.clean.icon_names import GLUED_COMPOUND, GLUED_SIMPLE, SECTION_ICONS
from clipper.clean.layout import INLINE, Layout
from clipper.clean.phrases import rule_of
from clipper.clean.text import collapsed
from clipper.clean.wording import icon_drawn, icon_of

_SMALL = frozenset(ascii_lowercase)
"""With one of these begin the names of icons."""
_MOST_INLINE = 30
_KEEPS_LINES = ("pre", "listing", "xmp")
MOST = 5000
"""Lines read of a page; metadata stands near the top."""


@dataclass(slots=True, eq=False)
class Line:
    """One visible line. `pieces`: its texts, each with the name of the icon before it or None. Never changed
    (a frozen one takes three times as long to make).
    """

    text: str
    pieces: tuple[tuple[str | None, str], ...]
    tag: str
    linked: bool
    """Mostly a link."""
    element: etree._Element | None = None
    """The block element that it stands in directly."""
    span: tuple[int, int] = (0, 1 << 30)
    """Which nodes of `element` it is made of: 0 is the text before the first child, 2n+1 the child n, 2n+2
    the text after that; the end is not included."""


def elements_of(line: Line) -> list[etree._Element]:
    """The elements a line is made of: its block element where it fills it, then the inline ones in it, at
    most 30.
    """
    block = line.element
    if block is None:
        return []
    start, end = line.span
    children = len(block)
    found = [block] if start == 0 and end > 2 * children else []
    if children:
        most = len(found) + _MOST_INLINE
        for child in list(block)[start // 2 : end // 2]:
            if child.tag in INLINE:
                found += [each for each in islice(child.iter(), _MOST_INLINE) if isinstance(each.tag, str)]
                if len(found) >= most:
                    return found[:most]
    return found


def lines_of(layout: Layout) -> list[Line]:
    """All visible lines of the page, without scripts and icon names."""
    reader = _Reader(hidden=layout.hidden)
    lines, boxes, tags = reader.lines, layout.boxes, layout.tags
    buttons = _section_buttons(layout)
    blocks = zip(
        layout.homes[:MOST],
        layout.texts,
        layout.marks,
        layout.spans,
        layout.linked,
        layout.chars,
        strict=False,
    )
    for at, (home, text, mark, span, linked, chars) in enumerate(blocks):
        if buttons:
            for button in buttons.pop(at, ()):
                reader.read_button(button)
        tag = tags[home]
        if mark or reader.waits or "_" in text or tag in _KEEPS_LINES or _begins_glued(text):
            reader.read_run(boxes[home], span)
        else:
            lines.append(Line(text, ((None, text),), tag, linked > 0.6 * chars, boxes[home], span))
    return lines


def _section_buttons(layout: Layout) -> dict[int, list[etree._Element]]:
    """Buttons that show the section beside its icon, by the block that follows."""
    found: dict[int, list[etree._Element]] = {}
    for element, rule, number in layout.left_out:
        if rule == "control" and _names_section(element):
            at = layout.firsts[number] if number < len(layout.boxes) else len(layout.texts)
            found.setdefault(at, []).append(element)
    return found


def _begins_glued(text: str) -> bool:
    return text[0] in _SMALL and len(text) < 200 and GLUED_SIMPLE.match(text) is not None


class _Reader:
    def __init__(self, *, hidden: bool) -> None:
        self._hidden = hidden
        self.lines: list[Line] = []
        self._pieces: list[tuple[str | None, str]] = []
        self._icon: str | None = None
        self._announced: str | None = None
        self._kept = False
        self._block: etree._Element | None = None
        self._start = self._node = 0
        self._length = self._linked = 0
        self._children_of: dict[etree._Element, list[etree._Element]] = {}

    @property
    def waits(self) -> bool:
        """An icon was read that names what comes next."""
        return self._icon is not None

    def read_run(self, element: etree._Element, span: tuple[int, int]) -> None:
        """Read some nodes of a block element, as `Line.span` counts them."""
        tag = element.tag
        self._kept, self._block = tag in _KEEPS_LINES, element
        self._start = self._node = span[0]
        start, end = span
        if start == 0:
            self._text(element.text, linked=False)
        if element not in self._children_of:  # once for all runs of a box: lxml counts to each from the first
            self._children_of[element] = element[:]  # type: ignore[index, assignment]
        children = self._children_of[element]
        first, last = max(0, start - 1) // 2, end // 2
        for at in range(first, min(last, len(children))):
            child = children[at]
            self._node = 2 * at + 1
            if self._node >= start:
                self._child(child, tag, linked=False)
            self._node += 1
            if start <= self._node < end:
                self._text(child.tail, linked=False)
        if last < len(children):
            self._node = 2 * max(first, last) + 1
        self._end(tag)

    def read_button(self, button: etree._Element) -> None:
        """Read a button as a line of its own."""
        self._block, self._start, self._node = button, 0, 0
        self._inline(button, button.tag, linked=False)
        self._end(button.tag)

    def _children(self, element: etree._Element, tag: str, *, linked: bool) -> None:
        for child in element[:]:  # type: ignore[index]
            self._child(child, tag, linked=linked)
            self._text(child.tail, linked=linked)

    def _child(self, child: etree._Element, tag: str, *, linked: bool) -> None:
        name = child.tag
        if name in ("br", "hr"):
            self._end(tag)
        elif name in INLINE or name == "a" or (name == "button" and _names_section(child)):
            self._inline(child, tag, linked=linked or name == "a")
        elif name == "svg":
            drawn = icon_drawn(child)
            self._icon = drawn if drawn in SECTION_ICONS else self._icon

    def _inline(self, element: etree._Element, tag: str, *, linked: bool) -> None:
        icon = icon_of(element)
        if icon:
            self._icon = icon
            self._announced = icon if icon == (element.text or "").strip() else None
            return
        if self._hidden or not names.is_hidden(element) or element.get("aria-hidden"):
            self._text(element.text, linked=linked)
            self._children(element, tag, linked=linked)

    def _text(self, text: str | None, *, linked: bool) -> None:
        if not text:
            return
        if self._kept and "\n" in text:
            for at, line in enumerate(text.split("\n")):
                if at:
                    self._end("pre")
                self._piece(line, linked=linked)
        else:
            self._piece(text, linked=linked)

    def _piece(self, text: str, *, linked: bool) -> None:
        first = text.lstrip()[:1]
        if not first:
            if text and self._pieces:
                icon, before = self._pieces[-1]
                self._pieces[-1] = (icon, before + " ")
            return
        for icon, part in _glued(text) if first in _SMALL or "_" in text else ((None, text),):
            icon = icon or self._icon
            self._icon = None
            self._announced = icon if icon and not part.strip() else None
            self._length += len(part)
            self._linked += len(part) if linked else 0
            if icon is None and self._pieces:
                known, before = self._pieces[-1]
                self._pieces[-1] = (known, before + part)
            else:
                self._pieces.append((icon, part))

    def _end(self, tag: str) -> None:
        pieces = tuple((icon, collapsed(text)) for icon, text in self._pieces if text.strip())
        if pieces:
            text = " ".join(text for _, text in pieces)
            is_linked = self._linked > 0.6 * self._length
            span = (self._start, self._node + 1)
            self.lines.append(Line(text, pieces, tag, is_linked, self._block, span))
            self._announced = None
        # A folder in a box of its own names the section in the next one; other icons name nothing.
        self._pieces, self._icon = [], self._announced if self._announced in SECTION_ICONS else None
        self._length = self._linked = 0
        self._start = self._node


def _names_section(button: etree._Element) -> bool:
    """A button is no line of the page, except one that shows the section beside its icon."""
    return any(
        icon_of(each) in SECTION_ICONS for each in button.iterdescendants() if isinstance(each.tag, str)
    )


def _glued(text: str) -> list[tuple[str | None, str]]:
    """A text node with ligature names in it, cut before each of them."""
    bare = text.lstrip()
    simple = GLUED_SIMPLE.match(bare)
    if simple and rule_of(bare[simple.end() :]):
        return [(simple[1], bare[simple.end() :])]
    if "_" not in text or len(text) > 200:
        return [(None, text)]
    found: list[tuple[str | None, str]] = []
    at, icon = 0, None
    for match in GLUED_COMPOUND.finditer(text):
        if text[at : match.start()].strip():
            found.append((icon, text[at : match.start()]))
        at, icon = match.end(), match[1]
    if text[at:].strip() or not found:
        found.append((icon, text[at:]))
    return found
