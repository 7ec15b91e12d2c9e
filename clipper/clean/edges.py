"""Takes out the chrome above the first paragraph and below the last: byline, date, section, labels,
copyright.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from bs4 import Tag
from bs4.element import NavigableString

from clipper.clean import bylines, dates, walk
from clipper.clean.blocks import HEADINGS, TEXTUAL, Block, first_prose, is_date, last_prose, may_be_date, take
from clipper.clean.elements import exchange, take_out
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import is_footnote, rule_of, starts_with
from clipper.clean.removals import Removals
from clipper.clean.shapes import IMG
from clipper.clean.text import ends_sentence, same, words_in

_ITEMS = frozenset(("li", "dt", "dd"))
_COPYRIGHT = re.compile(
    r"^\W*(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|"
    r"todos los derechos|"
    r"جميع الحقوق|все права|כל הזכויות|版权所有|無断転載)",
    re.IGNORECASE,
)


_MARKS = 40
"""Characters beyond twice its letters that a line which is the section may have: marks."""
_SIGN = re.compile(r"\w")
_RESERVED = re.compile(r"\ball rights reserved\b|alle rechte vorbehalten|tous droits réservés", re.IGNORECASE)


def take_leading_byline(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """A byline in bold or italics at the start of the first paragraph itself."""
    for block in blocks[: first_prose(blocks) + 1]:
        first = next(
            (each for each in block.tag.contents if isinstance(each, Tag) or str(each).strip()), None
        )
        if not block.prose or not isinstance(first, Tag) or first.name not in ("b", "strong", "em", "i"):
            continue
        words = walk.all_text(first)
        is_byline = bylines.byline_of(words) and len(block.text) > 2 * len(words)
        if is_byline and removals.take(first, "lines", "byline"):
            _trim_start(block.tag)
            block.read_again()


def _trim_start(block: Tag) -> None:
    while block.contents:
        first = block.contents[0]
        if isinstance(first, NavigableString) and first.strip():
            exchange(first, NavigableString(first.lstrip()))
            return
        if isinstance(first, Tag) and first.name != "br":
            return
        take_out(first)  # type: ignore[arg-type]


def take_head(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """Between headline and text: byline, date, section, the site's name, and whatever is no sentence."""
    first = first_prose(blocks)
    if first == len(blocks):
        return
    for at, block in enumerate(blocks[: first + 3]):
        rule = _head_rule(block, known, in_head=at < first)
        if rule:
            take(block, removals, rule)


def _head_rule(block: Block, known: Metadata, *, in_head: bool) -> str | None:
    text = block.text
    if block.tag.name not in ("p", "ul", "ol", "dl", *HEADINGS) or walk.has(block.tag, IMG):
        return None
    rule = _label_rule(block, known)
    if rule or not in_head:
        return rule
    if same(text) in known.site_names:
        return "site_name"
    if block.linked > 0.6 and block.tag.name in ("p", "ul", "ol"):
        return "links"
    if block.tag.name in ("ul", "ol", "dl") and _are_details(block, known):
        return "details"
    if block.tag.name == "p" and block.words < 8 and not ends_sentence(text):
        return "short_line"
    return None


def _are_details(block: Block, known: Metadata) -> bool:
    """Byline, section, date and counts as the items of a list."""
    items = [walk.text_of(item, " ") for item in walk.every(block.tag, _ITEMS)]
    if any(words_in(item) > 10 or (ends_sentence(item) and not rule_of(item)) for item in items):
        return False
    rules = [rule_of(item) or starts_with(item, ("label", "dated")) or _says(item, known) for item in items]
    return sum(map(bool, rules)) >= max(2, len(items) - 1)


def _label_rule(block: Block, known: Metadata, leftover: int = 16) -> str | None:
    """Byline, date or section, as a line of its own."""
    section = known.section or ""
    may_be = section and block.tag.name == "p" and len(block.text) <= 2 * len(section) + _MARKS
    if may_be and same(block.text) == same(section):
        return "section"
    return _says(block.text, known, leftover)


def _says(text: str, known: Metadata, leftover: int = 16) -> str | None:
    """Is a line a byline or a date?"""
    if len(text) > 250 or not text:
        return None
    if bylines.byline_of(text):
        return "byline"
    if is_date(text) or dates.is_relative(text):
        return "date"
    if words_in(text) <= 16 and not ends_sentence(text):
        rest = dates.rest_without(text, known.language) if may_be_date(text) else None
        if (rest is not None and words_in(rest) <= leftover) or dates.relative_in(text):
            return "date"
    if known.byline and same(text) in (same(" ".join(known.byline)), *map(same, known.byline)):
        return "byline"
    return None


def take_tail(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """Below the last paragraph: labels, links, copyright, whatever is no sentence."""
    for _ in range(3):  # under a last line that speaks of the site may stand more of them
        blocks = [block for block in blocks if not block.gone and not block.kept]
        last = last_prose(blocks)
        if last < 0:
            return
        for block in blocks[last + 1 :]:
            rule = _tail_rule(block, known)
            if rule:
                take(block, removals, rule)
        if not _footnotes([block for block in blocks if not block.gone and not block.kept], removals):
            return


def _footnotes(blocks: list[Block], removals: Removals) -> bool:
    """The last lines where they speak of the site: never more than three, never the whole text. Were any
    taken?
    """
    taken = False
    for block in reversed(blocks[max(2, len(blocks) - 3) :]):
        if block.words > 45 or block.tag.name not in TEXTUAL:
            break
        if _COPYRIGHT.match(block.text):
            take(block, removals, "copyright")
        elif is_footnote(block.text):
            take(block, removals, "footnote")
        else:
            break
        taken = True
    return taken


def _tail_rule(block: Block, known: Metadata) -> str | None:
    text = block.text
    if block.tag.name == "figure":
        return "linked_picture" if block.linked > 0.8 else None
    if block.tag.name in ("pre", "table", "hr") or (walk.has(block.tag, IMG) and block.linked < 0.5):
        return None
    if _COPYRIGHT.match(text) or (block.words <= 12 and _RESERVED.search(text)):
        return "copyright"
    if text and not _SIGN.search(text):
        return "mark"
    if block.words < 40 and starts_with(text, ("label", "dated", "share", "request", "related")) is not None:
        return "label"
    rule = _label_rule(block, known, leftover=4)
    if rule:
        return rule
    if block.linked > 0.6:
        return "links"
    if (
        block.tag.name == "p"
        and block.words < 7
        and not ends_sentence(text)
        and not text.startswith(("(", "[", "—", "-", "*"))
    ):
        return "short_line"
    return None


def take_empty_headings(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """A heading with nothing under it announces what was taken out."""
    level_below = 0
    for block in reversed(blocks):
        if block.tag.name not in HEADINGS:
            if block.text or walk.has(block.tag, IMG):
                break
            continue
        if level_below == 0:
            take(block, removals, "empty_heading")
    for block in _edge_rules(blocks):
        block.gone = True
        take_out(block.tag)


def _edge_rules(blocks: list[Block]) -> Iterable[Block]:
    """Horizontal rules at either end, and doubled ones."""
    left = [block for block in blocks if not block.gone]
    for at, block in enumerate(left):
        if block.tag.name == "hr" and (at == 0 or at == len(left) - 1 or left[at - 1].tag.name == "hr"):
            yield block
