"""What is in each element of a page, measured in one walk: text, links, paragraphs. Works on lxml's tree.

A *run* is a stretch of text and inline elements directly beneath one block element: a paragraph, whatever
its markup (`p`, a bare `div`, a cell, text between `<br><br>`).
"""

from __future__ import annotations

from dataclasses import dataclass, field

from lxml import etree

from clipper.clean import names
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
_COMMAS = ",،，、;؛；"


@dataclass(slots=True, eq=False)
class Box:
    """One element with everything beneath it; lengths are in characters, blanks collapsed."""

    element: etree._Element
    tag: str
    parent: Box | None
    names: str
    """Class and id in lower case, between blanks."""
    inside: list[Box] = field(default_factory=list)
    """Block elements directly beneath, in order."""
    runs: list[tuple[int, int, int]] = field(default_factory=list)
    """Direct runs: length, length in links, commas."""
    length: int = 0
    linked: int = 0
    prose: int = 0
    """Characters in runs that read like paragraphs."""
    score: float = 0.0
    scored: bool = False

    @property
    def link_density(self) -> float:
        """Share of the text that stands in links, 0 to 1."""
        return self.linked / self.length if self.length else 0.0


@dataclass(frozen=True, slots=True)
class Strictness:
    """What is left out of the measuring; loosened step by step where a page gives too little."""

    unlikely: bool = True
    weights: bool = True
    hidden: bool = True


class Measuring:
    """One walk over a page; keeps the elements it left out and why."""

    def __init__(self, strictness: Strictness, paragraph: int) -> None:
        """`paragraph`: characters from which a run counts as one (fewer in scripts without blanks)."""
        self.strictness, self.paragraph = strictness, paragraph
        self.left_out: list[tuple[etree._Element, str]] = []
        self.boxes: list[Box] = []

    def measure(self, root: etree._Element) -> Box:
        """The box of `root`; all boxes are in `self.boxes`, parents first."""
        return self._block(root, None)

    def _block(self, element: etree._Element, parent: Box | None) -> Box:
        box = Box(element, str(element.tag), parent, names.of(element))
        self.boxes.append(box)
        run = [_length(element.text), 0, _commas(element.text)]
        breaks = 0
        for child in element:
            tag = child.tag
            if tag == "br":
                breaks += 1
                if breaks == 2:
                    run = self._close(box, run)
            elif tag in INLINE and not _holds_block(child):
                length, linked = self._inline(child, tag == "a", run)
                breaks = 0 if length else breaks
                run[0] += length
                run[1] += linked
            elif tag not in NO_TEXT and isinstance(tag, str) and not self._left_out(child):
                run = self._close(box, run)
                inner = self._block(child, box)
                box.inside.append(inner)
                box.length += inner.length
                box.linked += inner.linked
                box.prose += inner.prose
            if child.tail:
                tail = _length(child.tail)
                run[0] += tail
                run[2] += _commas(child.tail)
                breaks = 0 if tail else breaks
        self._close(box, run)
        return box

    def _close(self, box: Box, run: list[int]) -> list[int]:
        length, linked, commas = run
        if length:
            box.runs.append((length, linked, commas))
            box.length += length
            box.linked += linked
            if length >= 3 * self.paragraph and linked < 0.35 * length:
                box.prose += length
        return [0, 0, 0]

    def _inline(self, element: etree._Element, in_link: bool, run: list[int]) -> tuple[int, int]:
        if self._left_out(element):
            return 0, 0
        length = _length(element.text)
        run[2] += _commas(element.text)
        linked = 0
        for child in element:
            if child.tag not in NO_TEXT and isinstance(child.tag, str):
                more, more_linked = self._inline(child, child.tag == "a", run)
                length += more
                linked += more_linked
            if child.tail:
                length += _length(child.tail)
                run[2] += _commas(child.tail)
        if in_link and not (element.get("href") or "#").startswith("#"):
            linked = length
        return length, linked

    def _left_out(self, element: etree._Element) -> bool:
        if self.strictness.hidden and names.is_hidden(element):
            self.left_out.append((element, "hidden"))
            return True
        if self.strictness.unlikely and names.is_unlikely(element):
            self.left_out.append((element, names.piece_of(element) or "unlikely"))
            return True
        return False


def _holds_block(element: etree._Element) -> bool:
    if not len(element):
        return False
    return any(each.tag not in INLINE and each.tag not in NO_TEXT for each in element.iterdescendants())


def _length(text: str | None) -> int:
    if not text:
        return 0
    return len(" ".join(text.split()))


def _commas(text: str | None) -> int:
    if not text:
        return 0
    if text.isascii():
        return text.count(",")
    return sum(map(text.count, _COMMAS))
