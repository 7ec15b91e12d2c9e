"""Gives paragraphs their element back where a page wrote them as `pre` or as headings."""

from __future__ import annotations

import re

from bs4 import Tag

from clipper.clean import walk
from clipper.clean.elements import Node, element, exchange, text
from clipper.clean.text import collapsed, is_prose, words_in

PREFORMATTED = frozenset(("pre", "listing", "xmp"))
_HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
_FEWEST = 3
"""Paragraphs from which an element is taken for their disguise."""
_VERY_LONG = 25
"""Words of a heading that is a paragraph."""
_FEWEST_LONG = 2
_BLANK_LINE = re.compile(r"\n[ \t\xa0]*(?:\n[ \t\xa0]*)+")
_CODE_NAMES = frozenset(("code", "samp", "kbd"))
_CODE = re.compile(r"[{};]\s*$|^\s*(?:\$|>>>|#include|import |def |<\w)", re.MULTILINE)


def take_off(preformatted: list[Tag], headings: list[Tag]) -> None:
    """Rename, in place, what is a paragraph by its words and something else by its element."""
    for tag in preformatted:
        if _is_written_text(tag):
            _free(tag)
    if len(headings) >= _FEWEST:
        for level in _HEADINGS:
            _lower([each for each in headings if each.name == level])


def _is_written_text(pre: Tag) -> bool:
    """Sentences in paragraphs rather than code, verse or a table of blanks."""
    words = walk.all_text(pre)
    if walk.has(pre, _CODE_NAMES) or len(_CODE.findall(words)) > 2:
        return False
    parts = [collapsed(part) for part in _BLANK_LINE.split(words)]
    prose = [part for part in parts if is_prose(part)]
    return len(prose) >= _FEWEST and sum(map(words_in, prose)) > 0.7 * sum(map(words_in, parts))


def _free(pre: Tag) -> None:
    pre.name = "div"
    for words in walk.texts(pre):
        nodes: list[Node] = []
        for at, part in enumerate(_BLANK_LINE.split(words)):
            if at:
                nodes += [element("br"), element("br")]
            for line_at, line in enumerate(_lines(part)):
                if line_at:
                    nodes.append(element("br"))
                nodes.append(text(line))
        exchange(words, *nodes)


def _lines(part: str) -> list[str]:
    """The lines of one paragraph; those that were broken at a margin are one."""
    lines = part.split("\n")
    full = [len(line) for line in lines[:-1]]
    if len(full) >= 2 and min(full) > 0.6 * max(full) and max(full) <= 110 and is_prose(part):
        return [" ".join(lines)]
    return lines


def _lower(headings: list[Tag]) -> None:
    """Headings that are sentences are paragraphs where there are many of them or they are very long."""
    if len(headings) < _FEWEST:
        return
    texts = [walk.text_of(each, " ") for each in headings]
    if sum(words_in(text) >= _VERY_LONG for text in texts) < _FEWEST_LONG:
        return
    prose = [each for each, text in zip(headings, texts, strict=True) if is_prose(text)]
    if len(prose) >= _FEWEST and len(prose) > 0.6 * len(headings):
        for each in prose:
            each.name = "p"
