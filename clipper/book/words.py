"""The text of a page made fit for paper: no controls, single spaces, breaks in what is too long."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import replace

from clipper.article.article import Direction
from clipper.book.nodes import Kind, Node, plain

Line = Sequence[Node | str]

_SPACE = re.compile(r"[ \t\n\r\f\v\x85\u2028\u2029]+")
_UNPRINTABLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f\ufdd0-\ufdef\ufff9-\ufffc\ufffe\uffff\ue000-\uf8ff"
    "\ud800-\udfff\U000f0000-\U0010ffff]"
)
"""Controls, non-characters and private letters: icon fonts live in these, and no book font has them."""
_LONG = re.compile("[!-\u058f]{14,}")
"""Runs of European letters and signs. Chinese and Thai are long without spaces and break by themselves."""
_PIECE = re.compile(r"[^/?&=_.,:;#%+@~|\-]{1,20}[/?&=_.,:;#%+@~|\-]{0,3}|[/?&=_.,:;#%+@~|\-]{1,20}")

WORD = 60
"""Letters of a word that is left to hyphenation; the longest words of German and Finnish prose stay below."""
DEEPEST = 8
"""Elements of a line inside each other."""
ADDRESS = 26
"""Letters of anything else, an address or a file name, before it may break anywhere."""


def printable(text: str) -> str:
    """Without what no font can show."""
    return _UNPRINTABLE.sub("", text)


def one_line(text: str) -> str:
    """Runs of blanks as one space; no-break spaces stay."""
    return _SPACE.sub(" ", printable(text))


def breakable(text: str, word: int = WORD, address: int = ADDRESS) -> list[Node | str]:
    """The text with each word that is too long for a line as a `long` one, which may break here and there."""
    parts: list[Node | str] = []
    done = 0
    for found in _LONG.finditer(text):
        if len(found[0]) <= (word if found[0].isalpha() else address):
            continue
        if found.start() > done:
            parts.append(text[done : found.start()])
        pieces = [part for piece in _PIECE.findall(found[0]) for part in (piece, Node("chance"))]
        parts.append(Node("long", tuple(pieces)))
        done = found.end()
    return [*parts, text[done:]] if done < len(text) else parts


def direction_of(text: str) -> Direction:
    """By the first letter that has a direction; left to right where there is none."""
    for letter in text:
        kind = unicodedata.bidirectional(letter)
        if kind in ("R", "AL"):
            return "rtl"
        if kind == "L":
            return "ltr"
    return "ltr"


def shortened(text: str, most: int) -> str:
    """At most `most` characters, cut between words where there are words, with an ellipsis."""
    if len(text) <= most:
        return text
    cut = text[: most - 1]
    head, _, _ = cut.rpartition(" ")
    return (head if len(head) > most // 2 else cut).rstrip(" ,;:.–—-") + "…"


def tidied(run: Line) -> tuple[Node | str, ...]:
    """A line with single spaces between its words, none at its ends or before breaks, no empty element."""
    tidy, _ = _collapsed(run, (), blank=True)
    return _ended(tidy)


def _collapsed(run: Line, around: tuple[Kind, ...], *, blank: bool) -> tuple[list[Node | str], bool]:
    """`blank`: whether what stands before ends in a space; answers the same of this run.

    Bold within bold and the like is bold; what is nested too deep loses its element, not its text.
    """
    tidy: list[Node | str] = []
    for each in run:
        if isinstance(each, str):
            text = one_line(each)
            if blank:
                text = text.lstrip(" ")
            if text:
                tidy.append(text)
                blank = text.endswith(" ")
        elif each.kind in ("break", "chance", "picture"):
            if each.kind == "break":
                tidy = list(_ended(tidy))
            tidy.append(each)
            blank = each.kind == "break" or (blank and each.kind == "chance")
        else:
            inner, blank = _collapsed(each.children, (*around, each.kind), blank=blank)
            if len(around) >= DEEPEST or (each.kind in around and each.kind != "span"):
                tidy += inner
            elif inner:
                tidy.append(replace(each, children=tuple(inner)))
    return tidy, blank


def _ended(run: Line) -> tuple[Node | str, ...]:
    """Without blanks and breaks at the end."""
    left = list(run)
    while left:
        last = left.pop()
        if isinstance(last, str):
            if last.rstrip(" "):
                return (*left, last.rstrip(" "))
        elif last.kind == "picture":
            return (*left, last)
        elif last.kind not in ("break", "chance"):
            inner = _ended(last.children)
            if inner:
                return (*left, replace(last, children=inner))
    return ()


def says(run: tuple[Node | str, ...]) -> bool:
    """Whether there is anything to see."""
    return any(
        each.kind == "picture" or says(each.children) if isinstance(each, Node) else each.strip()
        for each in run
    )


def length(nodes: tuple[Node | str, ...]) -> int:
    """Letters in all."""
    return sum(len(plain(node)) for node in nodes)
