"""What a reader sees of a page, asked for by metadata: whether a text stands there as a line of its own, and
which lines stand around the headline.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cached_property

from clipper.clean.page_lines import Line
from clipper.clean.text import is_prose, same, words_in

MOST = 400
"""Lines that are compared; the headline stands above them."""
_LONGEST = 300
HEAD_LINES = 30
"""Visible lines from the headline on in which byline, section and date are looked for."""
_BEFORE = 6


class Visible:
    """The lines of one page and where each text stands in them."""

    def __init__(self, lines: Sequence[Line]) -> None:
        self.lines = lines
        self.title_line: Line | None = None
        """The headline, once `head` has looked for it."""

    @cached_property
    def _places(self) -> dict[str, list[int]]:
        found: dict[str, list[int]] = {}
        for at, line in enumerate(self.lines[:MOST]):
            if len(line.text) <= _LONGEST:
                found.setdefault(same(line.text), []).append(at)
        return found

    def places(self, key: str) -> list[int]:
        """Where lines say this; `key` as `text.same` gives it."""
        return self._places.get(key, []) if key else []

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
            paragraphs += not line.linked and is_prose(line.text) and same(line.text) != wanted
            if paragraphs == 3:
                break
        return head
