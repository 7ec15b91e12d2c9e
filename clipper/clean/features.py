"""What the model looks at: for each block that may belong to the article a row of numbers.

The order of `NAMES` is the order of the numbers in a row; the shipped weights (`model.py`) are made for it.
Shares are 0 to 1, distances are in blocks, weights are those of `scoring.weight`.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain, compress, repeat
from operator import sub, truediv

from clipper.clean.box_features import Boxes, Row, Sums
from clipper.clean.container import Container
from clipper.clean.layout import HEADINGS, Layout
from clipper.clean.odds import Words
from clipper.clean.phrases import rule_of
from clipper.clean.scoring import commas_in
from clipper.clean.text import ends_sentence, same

FEWEST_WORDS, MOST_LINKED = 3, 0.6
"""Blocks outside the container with fewer words or more links are never looked at: they hold a quarter of a
hundredth of wanted words.
"""
MOST_WORDS = 2000
"""Of a block: behind one of a million words the last paragraphs would seem to stand at the very end."""
GOOD_WORDS, GOOD_LINKED = 8, 0.35
_FAR = 60
_TAGS = {
    "p": 9, "blockquote": 8, "pre": 8, "li": 6, "dd": 6, "dt": 5, "div": 5, "section": 5, "article": 5,
    "td": 4, "th": 4, "figcaption": 2, "h1": 1, "h2": 7, "h3": 6, "h4": 5, "h5": 4, "h6": 4, "a": 1,
    "header": 2, "footer": 0, "aside": 0,
}  # fmt: skip
_LINE, _FEW_WORDS = 80, 5
_RULES = {
    "label": 1, "dated": 1, "reading_time": 1, "favourites": 2, "share": 2, "print": 2, "comments": 3,
    "related": 4, "request": 5, "consent": 5, "advert": 6, "loading": 6, "player": 6, "navigation": 7,
    "author_box": 8, "copyright": 9,
}  # fmt: skip
"""Kinds of lines of chrome, as numbers that trees can part."""
_OPENING = frozenset((3, 4, 5, 8))
"""Kinds that open a part of the page, heading or not."""
_FEWEST_COMMAS = 25
"""Characters of a block whose commas are counted."""

NAMES = (  # noqa: SIM905 - a hundred quotation marks would hide them
    # the text
    "words chars linked commas ends_sentence tag word_score "
    # the container's word on it and around it
    "in_a near_a next_in_a previous_in_a around_in_a past_a "
    # neighbours
    "words_1 linked_1 words_2 linked_2 words_3 words_4 linked_around rule heading_rule after_heading "
    # its boxes
    "own_in_a parent_words parent_linked parent_in_a "
    "grand_words grand_linked grand_in_a great_words great_linked great_in_a "
    "alike alike_good siblings in_half past_half same_grand "
    # the page
    "page_words page_blocks page_good a_words a_share words_before words_share after_title "
    # what the boxes around are called
    "sum_weight piece unlikely_height left_out name_score name_least depth in_main in_table"
).split()


FRACTIONS = frozenset(
    (  # noqa: SIM905 - as above
        "linked word_score linked_1 linked_2 linked_around own_in_a parent_linked parent_in_a grand_linked "
        "grand_in_a great_linked great_in_a alike_good a_share words_share sum_weight name_score name_least"
    ).split()
)
"""Those that may be fractions; all others are whole numbers."""


class Reading:
    """One page as the model sees it.

    Most figures of its blocks are columns, shifted or subtracted as a whole; what depends on the box that a
    block stands in is read once a box.
    """

    def __init__(self, layout: Layout, container: Container, title: str, words: Words) -> None:
        self.layout, self._container, self._words = layout, container, words
        self.words = _word_counts(layout)
        """Words of each block."""
        self._linked = list(map(truediv, layout.linked, layout.chars))
        self._inside = _in_container(layout, container)
        self._wanted = [
            inside or (count >= FEWEST_WORDS and share <= MOST_LINKED)
            for inside, count, share in zip(self._inside, self.words, self._linked, strict=True)
        ]
        self.candidates = list(compress(range(len(self.words)), self._wanted))
        self.headline = _headline(layout, title)
        """The block that says the title; -1 where none does."""

    def rows(self) -> list[Row]:
        """A row for each candidate."""
        layout, good = self.layout, self._good()
        sums = Sums(layout, self.words, good, self._inside)
        boxes = Boxes(layout, self._container, sums, good, self._words)
        homes = list(compress(layout.homes, self._wanted))
        of_home = {home: boxes.of_home(home) for home in dict.fromkeys(homes)}
        page = self._of_page(sums)
        columns = zip(
            compress(zip(self.words, layout.chars, self._linked, strict=True), self._wanted),
            self._of_texts(homes),
            self._around(sums),
            self._lines(),
            map(of_home.__getitem__, homes),
            compress(_behind(layout.lasts[boxes.half] - 1), self._wanted),
            compress(_grands(layout, good), self._wanted),
            self._places(sums),
            strict=True,
        )
        return [
            (*own, *text, *around, *line, *held, past, grand == nearest, *page, *place, *names)
            for own, text, around, line, (held, grand, names), past, nearest, place in columns
        ]

    def _good(self) -> list[int]:
        """The words of blocks that are like prose; 0 of others."""
        return [
            count if count >= GOOD_WORDS and share < GOOD_LINKED else 0
            for count, share in zip(self.words, self._linked, strict=True)
        ]

    def _of_texts(self, homes: Sequence[int]) -> Iterator[Row]:
        """From `commas` to `word_score`."""
        tags, score = self.layout.tags, self._words.text
        for text, home in zip(compress(self.layout.texts, self._wanted), homes, strict=True):
            commas = commas_in(text) if len(text) >= _FEWEST_COMMAS else 0
            yield commas, ends_sentence(text), _TAGS.get(tags[home], 3), score(text)

    def _around(self, sums: Sums) -> Iterator[Row]:
        """From `in_a` to `linked_around`: lists of all blocks, moved to and fro."""
        inside, words, linked = self._inside, self.words, self._linked
        near = _padded(sums.inside, 4)
        chars, links = _padded(sums.chars, 3), _padded(sums.linked, 3)
        columns = zip(
            inside,
            _distances(inside),
            (*inside[1:], 0),
            (0, *inside),
            map(sub, near[9:], near),
            _behind(max(inside.rfind(1), 0)),
            (-1, *words),
            (-1, *linked),
            (*words[1:], -1),
            (*linked[1:], -1),
            (-1, -1, *words),
            (*words[2:], -1, -1),
            map(truediv, map(sub, links[7:], links), map(sub, chars[7:], chars)),
            strict=False,
        )
        return compress(columns, self._wanted)

    def _lines(self) -> Iterator[tuple[int, int, int]]:
        """From `rule` to `after_heading`. Lines that are no candidates are looked at where one follows."""
        tags = self.layout.tags
        heading, heading_rule = -_FAR, 0
        waiting: list[int] = []
        for at, (home, is_wanted) in enumerate(zip(self.layout.homes, self._wanted, strict=True)):
            is_heading = tags[home] in HEADINGS
            if is_wanted:
                while waiting:
                    before = waiting.pop()
                    rule = self._rule(before)
                    if rule in _OPENING or tags[self.layout.homes[before]] in HEADINGS:
                        heading, heading_rule = before, rule
                        waiting.clear()
                rule = self._rule(at)
                yield rule, heading_rule, min(at - heading, _FAR)
                if is_heading or rule in _OPENING:
                    heading, heading_rule = at, rule
            elif is_heading:
                waiting = [at]
            elif self.words[at] <= _FEW_WORDS:
                waiting.append(at)

    def _rule(self, at: int) -> int:
        if self.layout.chars[at] > _LINE:
            return 0
        rule = rule_of(self.layout.texts[at])
        return _RULES.get(rule, 0) if rule else 0

    def _of_page(self, sums: Sums) -> Row:
        words = sums.words[-1] or 1
        inside = sums.inside_words[-1]
        return words, len(self.words), sums.good[-1], inside, inside / words

    def _places(self, sums: Sums) -> Iterator[Row]:
        """From `words_before` to `after_title`."""
        shares = map(truediv, sums.words, repeat(sums.words[-1] or 1))
        return compress(zip(sums.words, shares, _from(self.headline), strict=False), self._wanted)


def _padded(sums: Sequence[int], count: int) -> list[int]:
    """With more of the first and last ones: so what is around a block is one subtraction at the edges too."""
    return [*[0] * count, *sums, *[sums[-1]] * count]


def _behind(place: int) -> Iterator[int]:
    """For each block how far behind a place it stands; endless."""
    return chain(repeat(0, place + 1), range(1, _FAR), repeat(_FAR))


def _from(place: int) -> Iterator[int]:
    """The same with negative numbers for those above; where there is no such place, less than any."""
    if place < 0:
        return repeat(-_FAR - 1)
    return chain(repeat(-_FAR, place - _FAR), range(-min(place, _FAR), _FAR), repeat(_FAR))


def _headline(layout: Layout, title: str) -> int:
    """The block that says the title: a heading if there is one, else the first line that does; -1."""
    wanted = same(title)
    if len(wanted) < 3:
        return -1
    most = 0.5 * len(title) + 4
    shortest, longest = len(title) - most, min(len(title) + most, 300)
    likely = [at for at, chars in enumerate(layout.chars) if shortest <= chars <= longest]
    headings = [at for at in likely if layout.tags[layout.homes[at]] in HEADINGS]
    for at in chain(headings, likely):
        flat = same(layout.texts[at])
        if flat == wanted or (len(flat) > 15 and (flat in wanted or wanted in flat)):
            return at
    return -1


def _word_counts(layout: Layout) -> list[int]:
    """Words of each block; of one in a script without blanks, a third of its letters."""
    found = []
    for text, chars in zip(layout.texts, layout.chars, strict=True):
        count = text.count(" ") + 1
        if chars >= 25 * count and not text.isascii():
            count = max(count, chars // 3)
        found.append(count if count < MOST_WORDS else MOST_WORDS)
    return found


def _in_container(layout: Layout, container: Container) -> bytearray:
    """1 for each block in the container."""
    inside = bytearray(len(layout.texts))
    for box in container.boxes:
        inside[layout.firsts[box] : layout.lasts[box]] = b"\1" * (layout.lasts[box] - layout.firsts[box])
    for box in container.left_out:
        inside[layout.firsts[box] : layout.lasts[box]] = bytes(layout.lasts[box] - layout.firsts[box])
    return inside


def _distances(inside: Sequence[int]) -> list[int]:
    """Blocks to the nearest one in the container: negative above it, positive beneath."""
    found = []
    last = -_FAR
    for at, here in enumerate(inside):
        if here:
            last = at
        found.append(at - last if at - last < _FAR else _FAR)
    following = len(inside) + _FAR
    for at in range(len(inside) - 1, -1, -1):
        if inside[at]:
            following = at
        elif following - at < found[at]:
            found[at] = at - following
    return found


def _grands(layout: Layout, good: Sequence[int]) -> list[int]:
    """For each block the grandparent of the nearest long block before it, else behind it."""
    found = []
    last = -2
    for count, home in zip(good, layout.homes, strict=True):
        if count >= 2 * GOOD_WORDS:
            parent = layout.parents[home]
            last = layout.parents[parent] if parent >= 0 else -1
        found.append(last)
    following = next((each for each in found if each != -2), -2)
    return [following if each == -2 else each for each in found]
