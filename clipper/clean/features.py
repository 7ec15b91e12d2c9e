"""What the model looks at: for each block that may belong to the article a row of numbers.

The order of `NAMES` is the order of the numbers in a row; the shipped weights (`model.py`) are made for it.
Shares are 0 to 1, distances are in blocks, weights are those of `scoring.weight`.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate

from clipper.clean import names, scoring
from clipper.clean.container import Container
from clipper.clean.layout import HEADINGS, Layout
from clipper.clean.phrases import rule_of
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
_PIECES = {rule: at for at, rule in enumerate(names.PIECES, 1)}
_LINE, _FEW_WORDS = 80, 5
_RULES = {
    "label": 1, "dated": 1, "reading_time": 1, "favourites": 2, "share": 2, "print": 2, "comments": 3,
    "related": 4, "request": 5, "consent": 5, "advert": 6, "loading": 6, "player": 6, "navigation": 7,
    "author_box": 8, "copyright": 9,
}  # fmt: skip
"""Kinds of lines of chrome, as numbers that trees can part."""
_OPENING = frozenset((3, 4, 5, 8))
"""Kinds that open a part of the page, heading or not."""
_STEM = re.compile(r"[a-z]{2,}")
_WORD = re.compile(r"\w+")

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


@dataclass(frozen=True, slots=True)
class _Said:
    """What a class and id say."""

    weight: int
    score: float
    piece: int
    unlikely: bool


class Words:
    """What single words in names and texts say: the learned lists, or what stands in for them in training."""

    def __init__(self, of_name: Mapping[str, float], of_text: Mapping[str, float]) -> None:
        """Log-odds of words: above 0 the article, below 0 chrome."""
        self._of_name, self._of_text = of_name, of_text
        self._names: dict[str, _Said] = {}

    def name(self, name: str) -> _Said:
        """Of a class and id in lower case; its score is that of the strongest word in it."""
        found = self._names.get(name)
        if found is None:
            found = self._said(name)
            if len(self._names) < 20_000:
                self._names[name] = found
        return found

    def _said(self, name: str) -> _Said:
        score = max((self._of_name.get(each, 0.0) for each in stems(name)), key=abs, default=0.0)
        return _Said(scoring.weight(name), score, _piece(name), scoring.unlikely_name(name))

    def text(self, text: str) -> float:
        """Of a block: the mean over the words that tell most, drawn to 0 where few are known."""
        of_text = self._of_text
        found = [of_text[each] for each in telling_words(text) if each in of_text]
        return sum(found) / (len(found) + 1)


def _piece(name: str) -> int:
    rule = names.piece_named(name)
    return _PIECES[rule] if rule else 0


def stems(name: str) -> list[str]:
    """Words of a class and id."""
    return _STEM.findall(name)


def telling_words(text: str) -> list[str]:
    """The words of a block that tell most: the first six and the last two; of a short one all."""
    found = _WORD.findall(text[:80].lower())[:6]
    if len(text) > 50:
        found += _WORD.findall(text[-40:].lower())[-2:]
    return found


class Reading:
    """One page as the model sees it."""

    def __init__(self, layout: Layout, container: Container, title: str, words: Words) -> None:
        self.layout, self._container, self._words = layout, container, words
        self.words = [min(_words_in(text), MOST_WORDS) for text in layout.texts]
        self._linked = [linked / chars for linked, chars in zip(layout.linked, layout.chars, strict=True)]
        self.in_container = _in_container(layout, container)
        self.candidates = [
            at
            for at, inside in enumerate(self.in_container)
            if inside or (self.words[at] >= FEWEST_WORDS and self._linked[at] <= MOST_LINKED)
        ]
        self.headline = _headline(layout, title)
        """The block that says the title; -1 where none does."""
        self._measure()

    def _measure(self) -> None:
        layout = self.layout
        words, linked, inside = self.words, self._linked, self.in_container
        good = [
            count if count >= GOOD_WORDS and share < GOOD_LINKED else 0
            for count, share in zip(words, linked, strict=True)
        ]
        self._sum_words = [0, *accumulate(words)]
        self._sum_linked = [0, *accumulate(layout.linked)]
        self._sum_chars = [0, *accumulate(layout.chars)]
        self._sum_good = [0, *accumulate(good)]
        self._sum_inside = [0, *accumulate(a * b for a, b in zip(words, inside, strict=True))]
        self._count_inside = [0, *accumulate(inside)]
        signs = [(layout.tags[home], layout.names[home]) for home in layout.homes]
        self._alike = Counter(signs)
        self._alike_good: Counter[tuple[str, str]] = Counter()
        for sign, count in zip(signs, good, strict=True):
            if count:
                self._alike_good[sign] += count
        self._siblings = Counter(zip(layout.parents, layout.tags, strict=True))
        self._boxes: dict[int, tuple[float, ...]] = {}
        self._lines: dict[int, tuple[float, ...]] = {}
        self._nearest = _distances(inside)
        self._half = self._half_container()
        self._grands = _grands(layout, words, linked)
        self._last_inside = len(inside) - 1 - inside[::-1].index(True) if any(inside) else 0

    def _half_container(self) -> int:
        """The deepest box that holds half of the good text."""
        layout, total = self.layout, self._sum_good[-1]
        best = 0
        for number in range(len(layout.boxes)):
            if number >= layout.ends[best]:
                break
            held = self._sum_good[layout.lasts[number]] - self._sum_good[layout.firsts[number]]
            if 2 * held >= total:
                best = number
        return best

    def rows(self) -> list[tuple[float, ...]]:
        """A row for each candidate."""
        layout, wanted = self.layout, set(self.candidates)
        heading, heading_rule = -_FAR, 0
        rows: list[tuple[float, ...]] = []
        for at, text in enumerate(layout.texts):
            is_heading = layout.tags[layout.homes[at]] in HEADINGS
            is_line = layout.chars[at] <= _LINE and (
                is_heading or at in wanted or self.words[at] <= _FEW_WORDS
            )
            rule = _RULES.get(rule_of(text) or "", 0) if is_line else 0
            if at in wanted:
                rows.append(self._row(at, (rule, heading_rule, min(at - heading, _FAR))))
            if is_heading or rule in _OPENING:
                heading, heading_rule = at, rule
        return rows

    def _row(self, at: int, lines: tuple[int, int, int]) -> tuple[float, ...]:
        layout = self.layout
        home = layout.homes[at]
        text, chars = layout.texts[at], layout.chars[at]
        return (
            self.words[at], chars, self._linked[at], scoring.commas_in(text) if chars >= 25 else 0,
            ends_sentence(text), _TAGS.get(layout.tags[home], 3), self._words.text(text),
            *self._of_container(at), *self._of_neighbours(at), *lines,
            *self._of_boxes(at, home, layout.parents[home]), *self._of_page(at), *self._line(home),
        )  # fmt: skip

    def _of_container(self, at: int) -> tuple[float, ...]:
        inside, count = self.in_container, len(self.words)
        low, high = max(0, at - 4), min(count, at + 5)
        return (
            inside[at], self._nearest[at], at + 1 < count and inside[at + 1], at > 0 and inside[at - 1],
            self._count_inside[high] - self._count_inside[low],
            min(max(at - self._last_inside, 0), _FAR),
        )  # fmt: skip

    def _of_neighbours(self, at: int) -> tuple[float, ...]:
        words, linked, count = self.words, self._linked, len(self.words)
        near, far = max(0, at - 3), min(count, at + 4)
        around = self._sum_chars[far] - self._sum_chars[near]
        return (
            words[at - 1] if at > 0 else -1, linked[at - 1] if at > 0 else -1,
            words[at + 1] if at + 1 < count else -1, linked[at + 1] if at + 1 < count else -1,
            words[at - 2] if at > 1 else -1, words[at + 2] if at + 2 < count else -1,
            (self._sum_linked[far] - self._sum_linked[near]) / around,
        )  # fmt: skip

    def _of_boxes(self, at: int, home: int, parent: int) -> tuple[float, ...]:
        layout = self.layout
        grand = layout.parents[parent] if parent >= 0 else -1
        great = layout.parents[grand] if grand >= 0 else -1
        own, above, higher, highest = map(self._box, (home, parent, grand, great))
        sign = (layout.tags[home], layout.names[home])
        return (
            own[2], *above, *higher, *highest,
            self._alike[sign], self._alike_good[sign] / (self._sum_good[-1] or 1),
            self._siblings[parent, layout.tags[home]],
            layout.beneath(self._half, home), min(max(at - layout.lasts[self._half] + 1, 0), _FAR),
            grand == self._grands[at],
        )  # fmt: skip

    def _of_page(self, at: int) -> tuple[float, ...]:
        words = self._sum_words[-1] or 1
        return (
            words, len(self.words), self._sum_good[-1], self._sum_inside[-1], self._sum_inside[-1] / words,
            self._sum_words[at], self._sum_words[at] / words,
            max(-_FAR, min(at - self.headline, _FAR)) if self.headline >= 0 else -_FAR - 1,
        )  # fmt: skip

    def _box(self, number: int) -> tuple[float, ...]:
        """Of a box: words, share of links, share of its words in the container."""
        found = self._boxes.get(number)
        if found is None:
            found = self._boxes[number] = self._measured(number)
        return found

    def _measured(self, number: int) -> tuple[float, ...]:
        if number < 0:
            return (-1.0, 0.0, 0.0)
        layout = self.layout
        first, last = layout.firsts[number], layout.lasts[number]
        words = self._sum_words[last] - self._sum_words[first]
        chars = self._sum_chars[last] - self._sum_chars[first]
        linked = (self._sum_linked[last] - self._sum_linked[first]) / chars if chars else 0.0
        inside = (self._sum_inside[last] - self._sum_inside[first]) / words if words else 0.0
        return (words, linked, inside)

    def _line(self, home: int) -> tuple[float, ...]:
        """What the boxes around say by element and name, from the block's own upwards."""
        found = self._lines.get(home)
        if found is None:
            found = self._lines[home] = self._read_line(home)
        return found

    def _read_line(self, home: int) -> tuple[float, ...]:
        layout = self.layout
        number, height, share = home, 0, 1.0
        total = score = lowest = 0.0
        piece = unlikely_height = left_out = in_main = in_table = 0
        while number >= 0:
            tag, name = layout.tags[number], layout.names[number]
            in_main |= tag == "main"
            in_table |= tag == "table"
            if name:
                said = self._words.name(name)
                total += share * said.weight
                score += share * said.score
                lowest = min(lowest, said.score)
                if said.piece and not piece and number:
                    piece = said.piece
                if said.unlikely and not unlikely_height:
                    unlikely_height = height + 1
            left_out |= number in self._container.left_out
            share *= 0.7
            height += 1
            number = layout.parents[number]
        depth = layout.depths[home]
        return (total, piece, unlikely_height, left_out, score, lowest, depth, in_main, in_table)


def _headline(layout: Layout, title: str) -> int:
    """The block that says the title: a heading if there is one, else the first line that does; -1."""
    wanted = same(title)
    if len(wanted) < 3:
        return -1
    found = -1
    for at, home in enumerate(layout.homes):
        if layout.chars[at] > 300 or abs(layout.chars[at] - len(title)) > 0.5 * len(title) + 4:
            continue
        flat = same(layout.texts[at])
        if flat == wanted or (len(flat) > 15 and (flat in wanted or wanted in flat)):
            if layout.tags[home] in HEADINGS:
                return at
            found = at if found < 0 else found
    return found


def _words_in(text: str) -> int:
    """Words of a text; of one in a script without blanks, a third of its letters."""
    count = text.count(" ") + 1
    return count if len(text) < 25 * count else max(count, len(text) // 3 if not text.isascii() else 1)


def _in_container(layout: Layout, container: Container) -> list[bool]:
    inside = [False] * len(layout.texts)
    for box in container.boxes:
        for at in range(layout.firsts[box], layout.lasts[box]):
            inside[at] = True
    for box in container.left_out:
        for at in range(layout.firsts[box], layout.lasts[box]):
            inside[at] = False
    return inside


def _distances(inside: Sequence[bool]) -> list[int]:
    """Blocks to the nearest one in the container: negative above it, positive beneath."""
    found = [_FAR] * len(inside)
    last = -_FAR
    for at, here in enumerate(inside):
        last = at if here else last
        found[at] = min(at - last, _FAR)
    following = len(inside) + _FAR
    for at in range(len(inside) - 1, -1, -1):
        following = at if inside[at] else following
        if following - at < found[at]:
            found[at] = at - following
    return found


def _grands(layout: Layout, words: Sequence[int], linked: Sequence[float]) -> list[int]:
    """For each block the grandparent of the nearest long block before it, else behind it."""
    found = [-2] * len(words)
    last = -2
    for at, count in enumerate(words):
        if count >= 2 * GOOD_WORDS and linked[at] < GOOD_LINKED:
            parent = layout.parents[layout.homes[at]]
            last = layout.parents[parent] if parent >= 0 else -1
        found[at] = last
    following = next((each for each in found if each != -2), -2)
    return [following if each == -2 else each for each in found]
