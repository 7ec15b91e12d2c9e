"""The blocks of an article, as a user counts them: what stands at the top level of its body, from 1."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from clipper.article.article import Edit

if TYPE_CHECKING:  # parsing is loaded where it is needed
    from lxml import etree

LONGEST = 500
"""Characters of a block by which it is known again, as in `Edit.text`."""


@dataclass(frozen=True, slots=True)
class Block:
    """One block of the body."""

    number: int
    """From 1."""
    kind: str
    """Its element: `p`, `h2`, `figure`, `table` ..."""
    text: str
    """What it says, whitespace collapsed; for one without words the address of its picture."""

    @property
    def removal(self) -> Edit:
        """The edit that takes it out."""
        return Edit("remove", "", self.text[:LONGEST])


def blocks_of(html: str) -> tuple[Block, ...]:
    """The blocks of an article's body, in order."""
    from lxml import html as parser

    if not html.strip():
        return ()
    found: list[tuple[str, str]] = []
    body = parser.fragment_fromstring(html, create_parent="div")
    if body.text and body.text.strip():
        found.append(("p", _flat([body.text])))
    for each in body:
        found.append((str(each.tag), _flat([str(piece) for piece in each.itertext()]) or _picture(each)))
        if each.tail and each.tail.strip():
            found.append(("p", _flat([each.tail])))
    return tuple(Block(number, *block) for number, block in enumerate(found, 1))


def _flat(pieces: Sequence[str]) -> str:
    return " ".join(" ".join(pieces).split())


def _picture(element: etree._Element) -> str:
    return next((each.get("src") or "" for each in element.iter("img")), "")


def letters(text: str) -> str:
    """What two spellings of one piece have in common, however it was broken into lines."""
    return "".join(text.split())
