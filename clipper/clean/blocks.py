"""The flat row of blocks as the line rules see it: each with its text, whether it is prose, how much of
it is linked.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import dates
from clipper.clean.elements import KEPT
from clipper.clean.removals import Removals
from clipper.clean.text import MANY_WORDS, makes_prose, may_be_spaceless, words_in

HEADINGS = ("h2", "h3", "h4", "h5", "h6")
TEXTUAL = frozenset(("p", "blockquote", *HEADINGS))
_MAY_BE_PROSE = frozenset(("p", "blockquote", "ul", "ol", "dl", "pre", "table"))
_STEP = "lines"
_DIGIT = re.compile(r"\d")


@dataclass(slots=True)
class Block:
    """One child of the flat row, with what is asked of it again and again."""

    tag: Tag
    text: str
    words: int
    """How many `text` has."""
    links: list[str]
    """The text of each link in it."""
    prose: bool
    linked: float
    """Share of its text in links."""
    kept: bool = False
    """An embedded post or film, or a note: no rule takes it."""
    gone: bool = False

    def read_again(self) -> None:
        """Its text after a part of it went or came; it is judged as before."""
        again = _block(self.tag)
        self.text, self.words, self.links = again.text, again.words, again.links


def blocks_of(body: Tag) -> list[Block]:
    """The children of the flat row, as blocks. What announces a kept one is kept with it."""
    blocks = [_block(tag) for tag in body.contents if isinstance(tag, Tag)]
    for before, block in pairwise(blocks):
        if block.kept and before.tag.name in HEADINGS:
            before.kept = True
    return blocks


def _block(tag: Tag) -> Block:
    name, links = tag.name, []  # type: tuple[str, list[str]]
    first = tag.contents[0] if len(tag.contents) == 1 else None
    if type(first) is NavigableString and name != "pre":
        text, linked = first.strip(), 0  # with single blanks, as `tidy.py` leaves them
    else:
        pieces: list[str] = []
        linked = _read(tag, pieces, links)
        text = " ".join(" ".join(pieces).split())
    parts = text.count(" ") + 1 if text else 0
    words = words_in(text) if not text.isascii() and may_be_spaceless(text) else parts
    share = linked / len(text) if text else 0.0
    prose = name in _MAY_BE_PROSE and share < 0.6 and (parts >= MANY_WORDS or makes_prose(text, words))
    return Block(tag, text, words, links, prose, share, kept=KEPT in tag.attrs)


def _read(tag: Tag, pieces: list[str], links: list[str]) -> int:
    """Gather the texts of an element and of the links in it; answers how many characters stand in links."""
    linked = 0
    for child in tag.contents:
        if type(child) is NavigableString:
            pieces.append(child)
        elif isinstance(child, Tag):
            start = len(pieces)
            inner = _read(child, pieces, links)
            if child.name == "a":
                link = " ".join("".join(pieces[start:]).split())
                inner = len(link)
                links.append(link)
            linked += inner
    return linked


def first_prose(blocks: list[Block]) -> int:
    """Where the first paragraph of prose stands; behind the end where there is none."""
    return next((at for at, block in enumerate(blocks) if block.prose), len(blocks))


def last_prose(blocks: list[Block]) -> int:
    """Where the last one stands; -1 where there is none."""
    return next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].prose), -1)


def take(block: Block, removals: Removals, rule: str) -> None:
    """Take a block out and report it. One that has to stay is not asked about again."""
    if removals.take(block.tag, _STEP, rule):
        block.gone = True
    else:
        block.kept = True


def is_date(text: str) -> bool:
    """Is a line a date and nothing else?"""
    return len(text) < 160 and may_be_date(text) and dates.rest_without(text, None) == ""


def may_be_date(text: str) -> bool:
    """Has it a digit, as every date has? Quick: most lines have none."""
    return _DIGIT.search(text) is not None
