"""Takes out what is left of the chrome line by line: phrases, the repeated title, byline and date, what stands twice.

Works on the flat row of blocks that `tidy.py` makes. A phrase removes a line only where the line consists of
phrases and nothing else; prose that quotes one is never touched.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass

from bs4 import Tag

from clipper.clean import bylines, dates, walk
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import is_footnote, rule_of, starts_with
from clipper.clean.removals import Removals
from clipper.clean.text import collapsed, ends_sentence, is_prose, same, words_in

_STEP = "lines"
_HEADINGS = ("h2", "h3", "h4", "h5", "h6")
_EDGE_ONLY = frozenset({"label", "dated"})
"""Rules whose phrases are ordinary headings in the middle of an article ("Sources", "Location")."""
_COPYRIGHT = re.compile(
    r"^\W*(?:©|\(c\)\s|copyright\b|all rights reserved|alle rechte vorbehalten|tous droits réservés|todos los derechos|جميع الحقوق|все права|כל הזכויות|版权所有|無断転載)",
    re.IGNORECASE,
)
_TEXTUAL = frozenset(("p", "blockquote", *_HEADINGS))


@dataclass(slots=True)
class Block:
    """One child of the flat row, with what is asked of it again and again."""

    tag: Tag
    text: str
    prose: bool
    linked: float
    """Share of its text in links."""
    gone: bool = False


def strip_lines(body: Tag, known: Metadata, removals: Removals) -> None:
    """Take the chrome's lines out of `body`, in place."""
    blocks = _blocks(body)
    for step in (_repeats, _title, _phrases, _related, _comments, _head, _tail, _empty_headings):
        blocks = [block for block in blocks if not block.gone]
        if blocks:
            step(blocks, known, removals)


def stands_alone(known: Metadata) -> _StandsAlone:
    """What `tidy` asks where a single `br` parts two lines: is this one a line of chrome?"""
    return _StandsAlone(known)


class _StandsAlone:
    def __init__(self, known: Metadata) -> None:
        self._title = same(known.title or "")

    def __call__(self, text: str) -> bool:
        if len(text) > 300:
            return False
        if text and same(text) == self._title:
            return True
        return bool(
            len(text) < 160
            and (rule_of(text) or bylines.byline_of(text) or dates.is_relative(text) or _is_date(text))
        )


def _blocks(body: Tag) -> list[Block]:
    found = []
    for tag in body.children:
        if isinstance(tag, Tag):
            text = collapsed(tag.get_text(" "))
            linked = sum(len(collapsed(link.get_text())) for link in walk.tags(tag) if link.name == "a")
            share = linked / len(text) if text else 0.0
            textual = tag.name in _TEXTUAL or tag.name in ("ul", "ol", "dl", "pre", "table")
            prose = textual and tag.name not in _HEADINGS and share < 0.6 and is_prose(text)
            found.append(Block(tag, text, prose, share))
    return found


def _first_prose(blocks: list[Block]) -> int:
    return next((at for at, block in enumerate(blocks) if block.prose), len(blocks))


def _last_prose(blocks: list[Block]) -> int:
    return next((at for at in range(len(blocks) - 1, -1, -1) if blocks[at].prose), -1)


def _take(block: Block, removals: Removals, rule: str) -> None:
    block.gone = True
    removals.take(block.tag, _STEP, rule)


# what stands twice


def _repeats(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """The article once more (for phones, for printing), and a picture shown twice."""
    seen: set[str] = set()
    again: list[bool] = []
    for block in blocks:
        key = _picture_key(block.tag) or (same(block.text) if block.tag.name != "pre" else "")
        again.append(bool(key) and key in seen)
        seen.add(key)
    for start, end in _runs(again):
        run = blocks[start:end]
        for block in run:
            if _is_copy(blocks, start, run) or _picture_key(block.tag):
                _take(block, removals, "repeated")


def _runs(again: list[bool]) -> Iterable[tuple[int, int]]:
    start = None
    for at, repeated in enumerate([*again, False]):
        if repeated and start is None:
            start = at
        elif not repeated and start is not None:
            yield start, at
            start = None


def _is_copy(blocks: list[Block], start: int, run: list[Block]) -> bool:
    """A run of lines that all stood before: three long ones, or everything so far. A section of its own is none."""
    if start and blocks[start - 1].tag.name in _HEADINGS:
        return False
    long = sum(words_in(block.text) >= 12 for block in run)
    return long >= 3 or (long >= 1 and len(run) >= 0.8 * sum(bool(block.text) for block in blocks[:start]))


def _picture_key(tag: Tag) -> str:
    if tag.name != "figure":
        return ""
    picture = tag.find("img")
    return str(picture.get("src")) if isinstance(picture, Tag) else ""


# headline


def _title(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """The headline in the text, wherever it is repeated; what stands above it is not yet the article."""
    wanted = same(known.title or "")
    if not wanted:
        return
    first = _first_prose(blocks)
    last = -1
    for at, block in enumerate(blocks):
        near = at <= first + 1
        may_be = block.tag.name in _HEADINGS or (block.tag.name == "p" and near)
        if may_be and _is_title(block.text, wanted, near=near):
            last = at if at <= first else last
            _take(block, removals, "repeated_title")
    for block in blocks[: max(last, 0)]:
        if not block.gone and not block.prose and block.tag.name != "figure":
            _take(block, removals, "above_title")


def _is_title(text: str, wanted: str, *, near: bool) -> bool:
    flat = same(text)
    if flat == wanted:
        return True
    if not near or len(flat) < 15:
        return False
    shorter, longer = sorted((flat, wanted), key=len)
    return longer.startswith(shorter) and len(shorter) > 0.7 * len(longer)


# phrases


def _phrases(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    first, last = _first_prose(blocks), _last_prose(blocks)
    for at, block in enumerate(blocks):
        if block.tag.name in ("ul", "ol"):
            _listed_phrases(block, removals, edge=at < first or at > last)
            continue
        if block.tag.name not in _TEXTUAL and block.tag.name != "dl":
            continue
        rule = rule_of(block.text)
        if block.tag.name in _HEADINGS and block.text[:1].isdigit():
            continue  # "3. Google Chat" is a heading of a list of such things
        if rule and not (rule in _EDGE_ONLY and first <= at <= last) and not block.tag.find("img"):
            if rule == "related" or (rule == "comments" and block.tag.name in _HEADINGS):
                continue  # they open a list, which goes with them
            _take(block, removals, rule)


def _listed_phrases(block: Block, removals: Removals, *, edge: bool) -> None:
    """A list goes where all its items are chrome, never a single item of a real list."""
    items = [collapsed(item.get_text(" ")) for item in block.tag.find_all("li")]
    rules = [rule_of(item) for item in items if item]
    if rules and all(rules) and (edge or not all(rule in _EDGE_ONLY for rule in rules)):
        _take(block, removals, str(rules[0]))


def _related(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """ "Read also" with the links it announces, wherever it stands."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.gone:
            continue
        rest = starts_with(block.text, ("related",)) if block.tag.name in _TEXTUAL else None
        if rest is not None and (block.linked > 0.5 or not rest):
            _take(block, removals, "related")
        elif _is_only_a_link(blocks, at - 1):
            _take(block, removals, "link_line")
        elif block.tag.name in _TEXTUAL and rule_of(block.text) == "related":
            links = _links_after(blocks, at)
            _take(block, removals, "related")
            for each in links:
                _take(each, removals, "related")
            at += len(links)


def _is_only_a_link(blocks: list[Block], at: int) -> bool:
    """A headline of another article between two paragraphs: nothing but one link, no sentence."""
    block = blocks[at]
    if block.tag.name != "p" or block.linked < 0.97 or words_in(block.text) < 5:
        return False
    return not block.tag.find("img") and not ends_sentence(block.text)


def _links_after(blocks: list[Block], at: int) -> list[Block]:
    found: list[Block] = []
    for block in blocks[at:]:
        is_links = block.linked > 0.6 or (block.tag.name == "figure" and bool(found))
        if block.tag.name == "hr" or block.prose or not is_links:
            break
        found.append(block)
    return found


def _comments(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """The heading of the readers' comments; what follows it too, where it reads like comments."""
    for at, block in enumerate(blocks):
        if block.tag.name not in _TEXTUAL or rule_of(block.text) != "comments":
            continue
        before = sum(each.prose for each in blocks[:at])
        rest = blocks[at + 1 :]
        if before and _are_comments(rest):
            for each in rest:
                _take(each, removals, "comments")
        _take(block, removals, "comments")
        if before:
            return


def _are_comments(blocks: list[Block]) -> bool:
    signs = sum(
        bool(rule_of(block.text)) or dates.relative_in(block.text) is not None or _is_date(block.text)
        for block in blocks
    )
    return signs >= 1 and signs * 6 >= len(blocks)


# above the first paragraph, below the last


def _head(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """Between headline and text: byline, date, section, the site's name, and whatever is no sentence."""
    first = _first_prose(blocks)
    if first == len(blocks):
        return
    for at, block in enumerate(blocks[: first + 3]):
        rule = _head_rule(block, known, in_head=at < first)
        if rule:
            _take(block, removals, rule)


def _head_rule(block: Block, known: Metadata, *, in_head: bool) -> str | None:
    text = block.text
    if block.tag.name not in ("p", "ul", "ol", "dl", *_HEADINGS) or block.tag.find("img"):
        return None
    rule = _label_rule(block, known)
    if rule or not in_head:
        return rule
    if same(text) in known.site_names:
        return "site_name"
    if block.linked > 0.6 and block.tag.name in ("p", "ul", "ol"):
        return "links"
    if block.tag.name == "p" and words_in(text) < 8 and not ends_sentence(text):
        return "short_line"
    return None


def _label_rule(block: Block, known: Metadata, leftover: int = 16) -> str | None:
    """Byline, date or section, as a line of its own."""
    text = block.text
    if len(text) > 250 or not text:
        return None
    if bylines.byline_of(text):
        return "byline"
    if _is_date(text) or dates.is_relative(text):
        return "date"
    if words_in(text) <= 16 and not ends_sentence(text):
        rest = dates.rest_without(text, known.language)
        relative = dates.relative_in(text)
        if relative or (rest is not None and words_in(rest) <= leftover):
            return "date"
    if known.byline and same(text) in (same(" ".join(known.byline)), *map(same, known.byline)):
        return "byline"
    if known.section and same(text) == same(known.section) and block.tag.name == "p":
        return "section"
    return None


def _is_date(text: str) -> bool:
    return len(text) < 160 and dates.rest_without(text, None) == ""


def _tail(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """Below the last paragraph: labels, links, copyright, whatever is no sentence."""
    last = _last_prose(blocks)
    if last < 0:
        return
    for block in blocks[last + 1 :]:
        rule = _tail_rule(block, known)
        if rule:
            _take(block, removals, rule)
    _footnotes([block for block in blocks if not block.gone], removals)


def _footnotes(blocks: list[Block], removals: Removals) -> None:
    """The last lines where they speak of the site: never more than three, never the whole text."""
    for block in reversed(blocks[max(2, len(blocks) - 3) :]):
        if words_in(block.text) > 45 or block.tag.name not in _TEXTUAL:
            return
        if _COPYRIGHT.match(block.text):
            _take(block, removals, "copyright")
        elif is_footnote(block.text):
            _take(block, removals, "footnote")
        else:
            return


def _tail_rule(block: Block, known: Metadata) -> str | None:
    text = block.text
    if block.tag.name == "figure":
        return "linked_picture" if block.linked > 0.8 else None
    if block.tag.name in ("pre", "table", "hr") or (block.tag.find("img") and block.linked < 0.5):
        return None
    if _COPYRIGHT.match(text):
        return "copyright"
    if starts_with(text, ("label", "dated", "share", "request")) is not None and words_in(text) < 40:
        return "label"
    rule = _label_rule(block, known, leftover=4)
    if rule:
        return rule
    if block.linked > 0.6:
        return "links"
    if (
        block.tag.name == "p"
        and words_in(text) < 7
        and not ends_sentence(text)
        and not text.startswith(("(", "[", "—", "-", "*"))
    ):
        return "short_line"
    return None


def _empty_headings(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """A heading with nothing under it announces what was taken out."""
    level_below = 0
    for block in reversed(blocks):
        if block.tag.name not in _HEADINGS:
            if block.text or block.tag.find("img"):
                break
            continue
        if level_below == 0:
            _take(block, removals, "empty_heading")
    for block in _edge_rules(blocks):
        block.gone = True
        block.tag.extract()


def _edge_rules(blocks: list[Block]) -> Iterable[Block]:
    """Horizontal rules at either end, and doubled ones."""
    left = [block for block in blocks if not block.gone]
    for at, block in enumerate(left):
        if block.tag.name == "hr" and (at == 0 or at == len(left) - 1 or left[at - 1].tag.name == "hr"):
            yield block
