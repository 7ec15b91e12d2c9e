"""What a reader sees of a page, asked for by metadata: whether a text stands there as a line of its own, and
which lines stand around the headline.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property

from lxml import etree

from clipper.clean.page_lines import Line, elements_of
from clipper.clean.text import is_prose, same, words_in

MOST = 400
"""Lines that are compared; the headline stands above them."""
HEAD_LINES = 30
"""Visible lines from the headline on in which byline, section and date are looked for."""
_BEFORE = 6
_FIRST = 30
"""Characters by which most texts differ."""


class Visible:
    """The lines of one page and where each text stands in them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.title_line: Line | None = None
        """The headline, once `head` has looked for it."""
        self.head_ends = 0
        """The first line behind those that `head` gave."""
        self._places: dict[str, list[int]] = {}
        self._marked: dict[int, list[tuple[etree._Element, str]]] = {}

    @cached_property
    def _firsts(self) -> tuple[str, dict[str, list[str]]]:
        """The first characters of the lines in a row; and which of these there are by the small letter that
        each is, those that are marks under the empty string.
        """
        firsts = "".join([line.text[0] for line in self.lines[:MOST]])
        alike: dict[str, list[str]] = {}
        for first in set(firsts):
            alike.setdefault(first.casefold()[0] if first.isalnum() else "", []).append(first)
        return firsts, alike

    def _beginning(self, letter: str) -> Iterator[int]:
        """The lines that begin with this small letter, or with a mark."""
        firsts, alike = self._firsts
        for first in (*alike.get(letter, ()), *alike.get("", ())):
            at = firsts.find(first)
            while at >= 0:
                yield at
                at = firsts.find(first, at + 1)

    def places(self, key: str) -> list[int]:
        """Where lines say this; `key` as `text.same` gives it. Read are those that look like it."""
        if not key:
            return []
        known = self._places.get(key)
        if known is None:
            known = self._places[key] = sorted(self._saying(key, self._beginning(key[0])))
        return known

    def _saying(self, key: str, like: Iterable[int]) -> Iterator[int]:
        """Those of some lines that say this."""
        least, most = len(key), 2 * len(key) + 6
        for at in like:
            line = self.lines[at]
            # What stands before the first icon of a line is said by it alone.
            text = line.pieces[0][1] if len(line.pieces) > 1 else line.text
            if least <= len(text) < most and same(text) == key:
                yield at

    def marked(self, line: Line) -> list[tuple[etree._Element, str]]:
        """The elements of a line, each with its class and id."""
        known = self._marked.get(id(line))
        if known is None:
            known = self._marked[id(line)] = []
            for each in elements_of(line):
                kind, ident = each.get("class"), each.get("id")
                # As `names.of`, of which this is the quick way.
                name = f" {kind or ''} {ident or ''} ".lower() if kind or ident else ""
                known.append((each, name))
        return known

    @cached_property
    def text_begins(self) -> int:
        """The first line that is a paragraph of prose; the number of lines where there is none."""
        for at, line in enumerate(self.lines):
            if len(line.text) > 80 and not line.linked and is_prose(line.text) and words_in(line.text) >= 20:
                return at
        return len(self.lines)

    def headline(self, title: str | None) -> int | None:
        """Where the headline stands: as a heading if it ever does, else the last time before the text."""
        places = self.places(same(title or ""))
        if not places:
            return None
        for tags in (("h1",), ("h2", "h3")):
            heading = next((at for at in places if self.lines[at].tag in tags), None)
            if heading is not None:
                return heading
        return next((at for at in reversed(places) if at <= self.text_begins), places[0])

    def head(self, title: str | None) -> list[Line]:
        """The lines around the headline: a few before it, those after it up to the third paragraph."""
        at = self.headline(title)
        wanted = same(title or "")
        self.title_line = self.lines[at] if at is not None else None
        if at is None:
            begins = self.text_begins
            at = max(0, begins - HEAD_LINES // 2) if begins < len(self.lines) else 0
        head = list(self.lines[max(0, at - _BEFORE) : at])
        paragraphs = 0
        for line in self.lines[at : at + HEAD_LINES]:
            head.append(line)
            paragraphs += not line.linked and is_prose(line.text) and not _says(line.text, wanted)
            if paragraphs == 3:
                break
        self.head_ends = max(0, at - _BEFORE) + len(head)
        return head


def _says(text: str, key: str) -> bool:
    """Is this what `text.same` gives of a text?"""
    return key.startswith(same(text[:_FIRST])) and same(text) == key
