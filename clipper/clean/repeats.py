"""Takes out what stands twice: the article once more for phones or for printing, a picture shown again."""

from __future__ import annotations

from collections.abc import Iterable

from bs4 import Tag

from clipper.clean.blocks import HEADINGS, Block, take
from clipper.clean.metadata import Metadata
from clipper.clean.removals import Removals
from clipper.clean.text import same, words_in


def take_repeats(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """The article once more (for phones, for printing), and a picture shown twice."""
    seen: set[str] = set()
    again: list[bool] = []
    for block in blocks:
        key = _picture_key(block.tag) or (same(block.text) if block.tag.name != "pre" else "")
        again.append(bool(key) and key in seen)
        seen.add(key)
    for start, end in _runs(again):
        run = blocks[start:end]
        is_copy = _is_copy(blocks, start, run)
        for block in run:
            if is_copy or _picture_key(block.tag):
                take(block, removals, "repeated")


def _runs(again: list[bool]) -> Iterable[tuple[int, int]]:
    start = None
    for at, repeated in enumerate([*again, False]):
        if repeated and start is None:
            start = at
        elif not repeated and start is not None:
            yield start, at
            start = None


def _is_copy(blocks: list[Block], start: int, run: list[Block]) -> bool:
    """A run of lines that all stood before: three long ones, or everything so far. A section of its own
    is none.
    """
    if start and blocks[start - 1].tag.name in HEADINGS:
        return False
    long = sum(words_in(block.text) >= 12 for block in run)
    return long >= 3 or (long >= 1 and len(run) >= 0.8 * sum(bool(block.text) for block in blocks[:start]))


def _picture_key(tag: Tag) -> str:
    if tag.name != "figure":
        return ""
    picture = tag.find("img")
    return str(picture.get("src")) if isinstance(picture, Tag) else ""
