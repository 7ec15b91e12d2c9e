"""Takes out what stands twice: the article once more for phones or for printing, a picture shown again."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from itertools import pairwise

from bs4 import Tag

from clipper.clean import images, walk
from clipper.clean.blocks import HEADINGS, TEXTUAL, Block, take
from clipper.clean.elements import append
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import rule_of
from clipper.clean.removals import Removals
from clipper.clean.shapes import IMG
from clipper.clean.text import same

_CAPTION = frozenset(("figcaption",))
_SET_OFF = frozenset(("b", "strong", "em", "i"))
_LOOKED_AT, _LETTERS = 40, 16
_GAP = 3
"""Blocks in a row that only one of two copies has: a picture, a subheading, a paragraph."""


def take_repeats(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """The article once more (for phones, for printing), and a picture shown twice."""
    originals = _originals(blocks)
    for at, original in enumerate(originals):
        if original is None:
            continue
        if _picture_key(blocks[at].tag):
            _show_larger(blocks[original], blocks[at])
            take(blocks[at], removals, "repeated")
        elif _is_lead(blocks, original, at):
            take(blocks[at], removals, "repeated")
    for start, end in _runs(blocks, originals):
        copied = [at for at in range(start, end) if originals[at] is not None]
        if not _is_copy(blocks, start, [blocks[at] for at in copied], known):
            continue
        first = [originals[at] or 0 for at in copied]
        if _has_more(blocks, start, end, originals):
            _take_copy(blocks, first, removals)
        else:
            _take_copy(blocks, copied, removals)
        between = range(max(first) + 1, start)
        if not any(blocks[at].prose for at in between):
            _take_all([blocks[at] for at in between if blocks[at].tag.name in TEXTUAL], removals)


def _show_larger(first: Block, again: Block) -> None:
    """Of two sizes of one picture the larger is shown, where it stood first, with the words of either."""
    shown, other = walk.first(first.tag, IMG), walk.first(again.tag, IMG)
    if shown is None or other is None:
        return
    if images.width_of(str(other.attrs["src"])) > images.width_of(str(shown.attrs["src"])):
        alt = other.attrs.get("alt") or shown.attrs.get("alt")
        shown.attrs = {**other.attrs, "alt": alt} if alt else dict(other.attrs)
    caption = walk.first(again.tag, _CAPTION)
    if caption is not None and walk.first(first.tag, _CAPTION) is None:
        append(first.tag, caption)
        first.read_again()


def _is_lead(blocks: list[Block], original: int, at: int) -> bool:
    """The first paragraph once more, after it stood as a lead above the text."""
    if at - original > 4 or not blocks[at].prose or any(block.prose for block in blocks[:original]):
        return False
    between = blocks[original + 1 : at]
    if not between and not _is_set_off(blocks[original].tag):
        return False
    return all(each.tag.name in ("p", "figure", "ul") and not each.prose for each in between)


def _is_set_off(paragraph: Tag) -> bool:
    inner = walk.first(paragraph, _SET_OFF)
    return inner is not None and same(walk.all_text(inner)) == same(walk.all_text(paragraph))


def _originals(blocks: list[Block]) -> list[int | None]:
    """For each block the place of the earlier one that says the same."""
    seen: dict[str, int] = {}
    originals: list[int | None] = []
    for at, key in enumerate(_keys(blocks)):
        originals.append(seen.get(key) if key else None)
        seen.setdefault(key, at)
    return originals


def _keys(blocks: list[Block]) -> list[str]:
    """What tells whether two blocks are one. The letters of a long text are compared only where two texts
    begin alike; a text of which no other has the beginning has no key.
    """
    beginnings = ["" if block.tag.name == "pre" else _beginning(block.text) for block in blocks]
    often = Counter(beginnings)
    return [
        _picture_key(block.tag) or (same(block.text) if beginning and often[beginning] > 1 else "")
        for block, beginning in zip(blocks, beginnings, strict=True)
    ]


def _beginning(text: str) -> str:
    """The first letters and digits, without case."""
    found = same(text[:_LOOKED_AT])
    return (found if len(found) >= _LETTERS else same(text))[:_LETTERS]


def _runs(blocks: list[Block], originals: list[int | None]) -> Iterable[tuple[int, int]]:
    """Stretches of blocks that all stood before: side by side, or in the same order with small gaps."""
    places = [at for at, original in enumerate(originals) if original is not None]
    start = None
    for at, following in pairwise([*places, -1]):
        start = at if start is None else start
        in_order = (originals[following] or 0) > (originals[at] or 0)
        beside = (
            following - at == 1 and not _picture_key(blocks[at].tag) and originals[following] != originals[at]
        )
        goes_on = beside or (0 < following - at <= _GAP and in_order)
        if not goes_on:
            yield start, at + 1
            start = None


def _is_copy(blocks: list[Block], start: int, run: list[Block], known: Metadata) -> bool:
    """Three long ones, or everything so far if that is more than one. A section of its own is none."""
    before = blocks[start - 1] if start else None
    if before and before.tag.name in HEADINGS and not _is_chrome(before.text, known):
        return False
    run = [block for block in run if block.tag.name != "figure"]
    long = sum(block.words >= 12 for block in run)
    return long >= 3 or (long >= 2 and len(run) >= 0.8 * sum(bool(block.text) for block in blocks[:start]))


def _is_chrome(text: str, known: Metadata) -> bool:
    return bool(rule_of(text)) or same(text) == same(known.title or "")


def _has_more(blocks: list[Block], start: int, end: int, originals: list[int | None]) -> bool:
    """Has the later copy paragraphs in the midst of it that the first has not?"""
    here = sum(blocks[at].prose for at in range(start, end) if originals[at] is None)
    places = [original for original in originals[start:end] if original is not None]
    taken = set(places)
    there = sum(blocks[at].prose for at in range(min(places), max(places)) if at not in taken)
    return here > there


def _take_copy(blocks: list[Block], places: list[int], removals: Removals) -> None:
    """One copy with the lines of chrome in it."""
    copied = set(places)
    for at in range(min(places), max(places) + 1):
        if not blocks[at].gone and (
            at in copied or (blocks[at].tag.name in TEXTUAL and not blocks[at].prose)
        ):
            take(blocks[at], removals, "repeated")


def _take_all(blocks: Iterable[Block], removals: Removals) -> None:
    for block in blocks:
        if not block.gone:
            take(block, removals, "repeated")


def _picture_key(tag: Tag) -> str:
    if tag.name != "figure":
        return ""
    picture = walk.first(tag, IMG)
    return images.key_of(str(picture.attrs.get("src"))) if picture is not None else ""
