"""An article's body with its lines changed into others, as little as that takes.

Who mends a word in plain text keeps the pictures, the lists and the links: blocks whose lines stay are kept,
in lines that are changed only the words are.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from difflib import SequenceMatcher

from bs4 import Tag

from clipper.clean import finish, walk
from clipper.clean.elements import element, exchange, put, text, weave
from clipper.clean.text import collapsed, word_set

ALIKE = 0.5
"""Likeness, from 0 to 1, from which on one line is the other, changed."""
_BY_LETTERS = 400
_FEW_WORDS = 3
"""Words up to which lines are compared by letters: they are short, or written without blanks."""
_LINES = word_set("p h2 h3 h4 h5 h6 li dt dd figcaption caption blockquote")
_LISTS = word_set("ul ol")
_TOKEN = re.compile(r"\s+|\w+|[^\w\s]")


def with_lines(body: Tag, wanted: Sequence[str]) -> Tag:
    """The flat row of blocks with these lines for its own. New lines are paragraphs, or items in a list."""
    blocks = [(block, finish.lines_of(block)) for block in body.contents if isinstance(block, Tag)]
    fates = _fates([line for _block, lines in blocks for line in lines], wanted)
    made, at, first = element("div"), 0, 0
    for block, lines in blocks:
        mine = fates[first : first + len(lines)]
        first += len(lines)
        kept = [fate for fate in mine if fate is not None]
        if lines and not kept:
            continue
        if kept:
            _put_all(made, map(_paragraph, wanted[at : kept[0]]))
            at = kept[-1] + 1
        _put_all(made, _changed(block, lines, mine, wanted[kept[0] : at] if kept else []))
    _put_all(made, map(_paragraph, wanted[at:]))
    weave(made)
    return made


def _fates(old: Sequence[str], wanted: Sequence[str]) -> list[int | None]:
    """Which of the wanted lines each of the old ones becomes, in order; None: it goes."""
    fates: list[int | None] = [None] * len(old)
    for kind, a, b, c, d in SequenceMatcher(None, old, wanted, autojunk=False).get_opcodes():
        if kind == "equal" or b - a == d - c == 1:
            fates[a:b] = range(c, d)
        elif kind == "replace":
            for number in range(a, b):
                alike = next((at for at in range(c, d) if _are_alike(old[number], wanted[at])), None)
                if alike is not None:
                    fates[number], c = alike, alike + 1
    return fates


def _are_alike(one: str, other: str) -> bool:
    ours, theirs = one.split(), other.split()
    by_letters = min(len(ours), len(theirs)) <= _FEW_WORDS
    pair = (list(one[:_BY_LETTERS]), list(other[:_BY_LETTERS])) if by_letters else (ours, theirs)
    matcher = SequenceMatcher(None, *pair, autojunk=False)
    return matcher.quick_ratio() >= ALIKE and matcher.ratio() >= ALIKE


def _changed(
    block: Tag, lines: Sequence[str], fates: Sequence[int | None], wanted: Sequence[str]
) -> Iterator[Tag]:
    """The block that says the wanted lines instead of its own."""
    if list(lines) == list(wanted):
        yield block
    elif block.name == "pre":
        block.contents[:] = [text("\n".join(wanted))]
        yield block
    elif None not in fates and len(wanted) == len(lines) and _say(block, lines, wanted):
        yield block
    elif block.name in _LISTS and len(block.contents) == len(lines):
        yield _list(block, lines, fates, wanted)
    elif block.name == "p":
        yield _paragraph(*wanted)
    else:
        yield from map(_paragraph, wanted)


def _say(block: Tag, lines: Sequence[str], wanted: Sequence[str]) -> bool:
    """Change the words of a block's lines, where each line is an element or a row."""
    places = [tag for tag in (block, *walk.tags(block)) if tag.name == "tr" or _is_line(tag)]
    if [finish.lines_of(place) for place in places] != [[line] for line in lines]:
        return False
    for place, line, words in zip(places, lines, wanted, strict=True):
        if line == words:
            continue
        cells = [each for each in place.contents if isinstance(each, Tag)] if place.name == "tr" else [place]
        parts = words.split("\t") if place.name == "tr" else [words]
        if len(cells) != len(parts):
            return False
        for cell, part in zip(cells, parts, strict=True):
            _rewrite(cell, part)
    return True


def _is_line(tag: Tag) -> bool:
    return tag.name in _LINES and not any(
        inner.name in _LINES or inner.name == "tr" for inner in walk.tags(tag)
    )


def _list(block: Tag, lines: Sequence[str], fates: Sequence[int | None], wanted: Sequence[str]) -> Tag:
    """A list of one line an item, with items that went and came."""
    items = [child for child in block.contents if isinstance(child, Tag)]
    base = next(fate for fate in fates if fate is not None)
    old = {fate - base: item for item, fate in zip(items, fates, strict=True) if fate is not None}
    said = {fate - base: line for line, fate in zip(lines, fates, strict=True) if fate is not None}
    made = element(block.name, dict(block.attrs))  # type: ignore[arg-type]
    for number, words in enumerate(wanted):
        item = old.get(number)
        if item is None:
            item = element("li")
            put(item, text(collapsed(words)))
        elif said[number] != words:
            _rewrite(item, words)
        put(made, item)
    return made


def _rewrite(tag: Tag, words: str) -> None:
    """Have an element say this; what stands in links and the like stays in them as far as it is the same."""
    nodes, words = walk.texts(tag), collapsed(words)
    if not nodes:
        put(tag, text(words))
        return
    made = [""] * len(nodes)
    owners = [number for number, node in enumerate(nodes) for _letter in node] or [0]
    for kind, a, b, c, d in _steps("".join(nodes), words):
        if kind == "equal":
            for offset in range(b - a):
                made[owners[a + offset]] += words[c + offset]
        else:
            made[owners[min(a if kind == "replace" else max(0, a - 1), len(owners) - 1)]] += words[c:d]
    for node, said in zip(nodes, made, strict=True):
        exchange(node, text(said))


def _steps(old: str, new: str) -> Iterator[tuple[str, int, int, int, int]]:
    """How the one becomes the other, in positions of letters."""
    by_letters = max(len(old), len(new)) <= _BY_LETTERS
    ours, theirs = (list(each) if by_letters else _TOKEN.findall(each) for each in (old, new))
    mine, its = ([0], [0])
    for places, parts in ((mine, ours), (its, theirs)):
        for part in parts:
            places.append(places[-1] + len(part))
    for kind, a, b, c, d in SequenceMatcher(None, ours, theirs, autojunk=False).get_opcodes():
        yield kind, mine[a], mine[b], its[c], its[d]


def _paragraph(*lines: str) -> Tag:
    made = element("p")
    for number, line in enumerate(lines):
        if number:
            put(made, element("br"))
        put(made, text(collapsed(line)))
    return made


def _put_all(parent: Tag, children: Iterator[Tag]) -> None:
    for child in children:
        put(parent, child)
