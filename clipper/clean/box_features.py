"""What the model looks at of the boxes around a block: how much they hold, how much of it the container has,
what they are called. Each box is read once, whatever stands in it.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import accumulate
from operator import mul

from clipper.clean.container import Container
from clipper.clean.layout import Layout
from clipper.clean.odds import Words

_FADING = 0.7
"""So much of what a box is called counts for those directly beneath it."""
Row = tuple[float, ...]


class Sums:
    """Running sums over the blocks of a page: what a stretch holds is the difference of two."""

    __slots__ = ("chars", "good", "inside", "inside_words", "linked", "words")

    def __init__(
        self, layout: Layout, words: Sequence[int], good: Sequence[int], inside: Sequence[int]
    ) -> None:
        """`good`: words of the blocks that are like prose, else 0. `inside`: 1 for those in the container."""
        self.words = [0, *accumulate(words)]
        self.linked = [0, *accumulate(layout.linked)]
        self.chars = [0, *accumulate(layout.chars)]
        self.good = [0, *accumulate(good)]
        self.inside = [0, *accumulate(inside)]
        self.inside_words = [0, *accumulate(map(mul, words, inside))]


class Boxes:
    """The boxes of one page."""

    def __init__(
        self, layout: Layout, container: Container, sums: Sums, good: Sequence[int], words: Words
    ) -> None:
        self._layout, self._left_out, self._sums, self._words = layout, container.left_out, sums, words
        self.half = self._half()
        """The deepest box that holds half of the good text."""
        signs = [(layout.tags[home], layout.names[home]) for home in layout.homes]
        self._alike = Counter(signs)
        self._alike_good: dict[tuple[str, str], int] = {}
        for sign, count in zip(signs, good, strict=True):
            if count:
                self._alike_good[sign] = self._alike_good.get(sign, 0) + count
        self._kinds: dict[tuple[int, str, str, bool], tuple[Row, int, Row]] = {}
        self._around: dict[int, tuple[Row, int, dict[str, int]]] = {}
        self._held: dict[int, Row] = {-1: (-1, 0.0, 0.0)}
        self._called: dict[int, Row] = {-1: (0.0, 0, 0, 0, 0.0, 0.0, -1, 0, 0)}

    def of_home(self, home: int) -> tuple[Row, int, Row]:
        """Of the box that a block stands in: the figures from `own_in_a` to `in_half`, the number of its
        grandparent, the figures of names.
        """
        layout, half = self._layout, self.half
        # Paragraphs side by side differ in nothing but what they hold.
        key = (layout.parents[home], layout.tags[home], layout.names[home], home in self._left_out)
        kind = self._kinds.get(key)
        if kind is None:
            kind = self._kinds[key] = self._read_kind(home)
        held, grand, names = kind
        return (self._hold(home)[2], *held, half <= home < layout.ends[half]), grand, names

    def _read_kind(self, home: int) -> tuple[Row, int, Row]:
        layout = self._layout
        parent, tag = layout.parents[home], layout.tags[home]
        around = self._around.get(parent)
        if around is None:
            around = self._around[parent] = self._read_around(parent)
        held, grand, siblings = around
        sign = (tag, layout.names[home])
        share = self._alike_good.get(sign, 0) / (self._sums.good[-1] or 1)
        return (*held, self._alike[sign], share, siblings[tag]), grand, self._names(home)

    def _half(self) -> int:
        layout, good = self._layout, self._sums.good
        best, number = 0, 1
        while number < layout.ends[best]:
            if 2 * (good[layout.lasts[number]] - good[layout.firsts[number]]) >= good[-1]:
                best = number
                number += 1
            else:
                number = layout.ends[number]
        return best

    def _read_around(self, parent: int) -> tuple[Row, int, dict[str, int]]:
        """What a box, its parent and its grandparent hold; the parent's number; its children by element."""
        layout = self._layout
        grand = layout.parents[parent] if parent >= 0 else -1
        great = layout.parents[grand] if grand >= 0 else -1
        children: dict[str, int] = {}
        number, end = parent + 1, layout.ends[parent] if parent >= 0 else 1
        while number < end:
            tag = layout.tags[number]
            children[tag] = children.get(tag, 0) + 1
            number = layout.ends[number]
        return (*self._hold(parent), *self._hold(grand), *self._hold(great)), grand, children

    def _hold(self, number: int) -> Row:
        """Of a box: words, share of links, share of its words in the container."""
        found = self._held.get(number)
        if found is not None:
            return found
        sums = self._sums
        first, last = self._layout.firsts[number], self._layout.lasts[number]
        words, chars = sums.words[last] - sums.words[first], sums.chars[last] - sums.chars[first]
        linked = (sums.linked[last] - sums.linked[first]) / chars if chars else 0.0
        inside = (sums.inside_words[last] - sums.inside_words[first]) / words if words else 0.0
        found = self._held[number] = (words, linked, inside)
        return found

    def _names(self, home: int) -> Row:
        """What a box and those around it say by element and name, the nearest the most."""
        called, layout = self._called, self._layout
        waiting = []
        number = home
        while number not in called:
            waiting.append(number)
            number = layout.parents[number]
        found = called[number]
        total, piece, unlikely_height, left_out, score, lowest, depth, in_main, in_table = found
        for number in reversed(waiting):
            tag, name = layout.tags[number], layout.names[number]
            total *= _FADING
            score *= _FADING
            if unlikely_height:
                unlikely_height += 1
            if name:
                weight, odds, own_piece, is_unlikely = self._words.name(name)
                total += weight
                score += odds
                lowest = min(lowest, odds)
                if own_piece and number:
                    piece = own_piece
                if is_unlikely:
                    unlikely_height = 1
            depth += 1
            left_out = left_out or number in self._left_out
            in_main = in_main or tag == "main"
            in_table = in_table or tag == "table"
            found = (total, piece, unlikely_height, left_out, score, lowest, depth, in_main, in_table)
            called[number] = found
        return found
