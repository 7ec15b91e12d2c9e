"""Takes out what is left of the chrome line by line: phrases, the repeated title, byline and date, what
stands twice.

Works on the flat row of blocks that `tidy.py` makes. A phrase removes a line only where the line consists of
phrases and nothing else; prose that quotes one is never touched.
"""

from __future__ import annotations

from itertools import islice, pairwise

from bs4 import Tag

from clipper.clean import bylines, dates, walk
from clipper.clean.blocks import HEADINGS, TEXTUAL, Block, blocks_of, first_prose, is_date, last_prose, take
from clipper.clean.edges import take_empty_headings, take_head, take_leading_byline, take_tail
from clipper.clean.icon_names import GLUED_COMPOUND
from clipper.clean.metadata import Metadata
from clipper.clean.phrases import LONGEST, asks, rule_of, starts_with
from clipper.clean.removals import Removals
from clipper.clean.repeats import take_repeats
from clipper.clean.shapes import IMG
from clipper.clean.text import ends_sentence, same

_MARKS = 40
"""Characters beyond twice its letters that a line which is the title may have: marks, the site's name."""
_LONGEST_COMMENT = 6
_MOST_HEADINGS = 20
"""Headings of comments from which all that follows is looked through."""
"""Blocks from one comment to the next."""
_FEWEST_BEFORE = 2
_ITEMS = frozenset(("li",))
_EDGE_ONLY = frozenset({"label", "dated"})
"""Rules whose phrases are ordinary headings in the middle of an article ("Sources", "Location")."""


def strip_lines(body: Tag, known: Metadata, removals: Removals) -> list[Block]:
    """Take the chrome's lines out of `body`, in place; answers what is left of it."""
    blocks = blocks_of(body)
    for step in (
        _title,
        take_repeats,
        _phrases,
        _related,
        _comments,
        _signed,
        take_leading_byline,
        take_head,
        take_tail,
        take_empty_headings,
    ):
        # what is kept may still stand twice
        asked = [block for block in blocks if not block.gone and (step is take_repeats or not block.kept)]
        if asked:
            step(asked, known, removals)
    return [block for block in blocks if not block.gone]


def stands_alone(known: Metadata) -> _StandsAlone:
    """What `tidy` asks where a single `br` parts two lines: is this one a line of chrome?"""
    return _StandsAlone(known)


class _StandsAlone:
    def __init__(self, known: Metadata) -> None:
        self._title = same(known.title or "")
        self._longest = 2 * len(known.title or "") + _MARKS
        self._known: dict[str, bool] = {}

    def __call__(self, text: str) -> bool:
        answer = self._known.get(text)
        if answer is None:
            answer = self._known[text] = self._is_chrome(text)
        return answer

    def _is_chrome(self, text: str) -> bool:
        if len(text) > 300:
            return False
        if text and len(text) <= self._longest and same(text) == self._title:
            return True
        return bool(
            len(text) < 160
            and (rule_of(text) or bylines.byline_of(text) or dates.is_relative(text) or is_date(text))
        )


# headline


def _title(blocks: list[Block], known: Metadata, removals: Removals) -> None:
    """The headline in the text, wherever it is repeated; what stands above it is not yet the article."""
    wanted = same(known.title or "")
    if not wanted:
        return
    first = first_prose(blocks)
    last = -1
    for at, block in enumerate(blocks):
        near = at <= first + 1
        may_be = block.tag.name in HEADINGS or (block.tag.name == "p" and near)
        if may_be and _is_title(block.text, wanted, near=near):
            last = at if at <= first else last
            take(block, removals, "repeated_title")
    for block in blocks[: max(last, 0)]:
        if not block.gone and not block.prose and block.tag.name != "figure":
            take(block, removals, "above_title")


def _is_title(text: str, wanted: str, *, near: bool) -> bool:
    if len(text) > 2 * len(wanted) + _MARKS:
        return False
    if "_" in text and near:  # an icon's name, after which come section and age
        text = text[: next((found.start() for found in GLUED_COMPOUND.finditer(text)), None)]
    flat = same(text)
    if flat == wanted:
        return True
    if not near or len(flat) < 15:
        return False
    shorter, longer = sorted((flat, wanted), key=len)
    return longer.startswith(shorter) and len(shorter) > 0.7 * len(longer)


# phrases


def _phrases(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    first, last = first_prose(blocks), last_prose(blocks)
    for at, block in enumerate(blocks):
        if block.tag.name in ("ul", "ol"):
            _listed_phrases(block, removals, edge=at < first or at > last)
            continue
        if block.tag.name not in TEXTUAL and block.tag.name != "dl":
            continue
        rule = rule_of(block.text)
        if block.tag.name in HEADINGS and block.text[:1].isdigit():
            continue  # "3. Google Chat" is a heading of a list of such things
        if rule and not (rule in _EDGE_ONLY and first <= at <= last) and not walk.has(block.tag, IMG):
            if rule == "related" or (rule == "comments" and (block.tag.name in HEADINGS or at > first)):
                continue  # they open a list, which goes with them
            take(block, removals, rule)
    _boxes_of_requests(blocks, removals)


def _boxes_of_requests(blocks: list[Block], removals: Removals) -> None:
    """What a subscription box says between its heading and its button."""
    asked = [at for at, block in enumerate(blocks) if block.gone and rule_of(block.text) == "request"]
    for start, end in pairwise(asked):
        inside = blocks[start + 1 : end]
        if len(inside) <= 2 and all(block.words <= 25 and asks(block.text) for block in inside):
            for block in inside:
                take(block, removals, "request")


def _listed_phrases(block: Block, removals: Removals, *, edge: bool) -> None:
    """A list goes where all its items are chrome, never a single item of a real list."""
    rules: list[str] = []
    for item in walk.every(block.tag, _ITEMS):
        text = "" if walk.is_longer(item, LONGEST) else walk.text_of(item, " ")
        rule = rule_of(text) if text else None
        if rule is None and (text or walk.has_words(item)):
            return
        rules += [rule] if rule else []
    if rules and (edge or not all(rule in _EDGE_ONLY for rule in rules)):
        take(block, removals, str(rules[0]))


def _related(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """ "Read also" with the links it announces, wherever it stands."""
    at = 0
    while at < len(blocks):
        block = blocks[at]
        at += 1
        if block.gone:
            continue
        rest = starts_with(block.text, ("related",)) if block.tag.name in TEXTUAL else None
        if rest is not None and (block.linked > 0.5 or not rest):
            take(block, removals, "related")
        elif _is_only_a_link(blocks, at - 1):
            take(block, removals, "link_line")
        elif block.tag.name in TEXTUAL and rule_of(block.text) == "related":
            links = _links_after(blocks, at)
            take(block, removals, "related")
            for each in links:
                take(each, removals, "related")
            at += len(links)


def _is_only_a_link(blocks: list[Block], at: int) -> bool:
    """A headline of another article between two paragraphs: nothing but one link, no sentence."""
    block = blocks[at]
    if block.tag.name != "p" or block.linked < 0.97 or block.words < 5:
        return False
    return not walk.has(block.tag, IMG) and not ends_sentence(block.text)


def _links_after(blocks: list[Block], at: int) -> list[Block]:
    found: list[Block] = []
    for block in islice(blocks, at, None):
        is_links = block.linked > 0.6 or (block.tag.name == "figure" and bool(found))
        if block.tag.name == "hr" or block.prose or not is_links:
            break
        found.append(block)
    return found


def _comments(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """The heading of the readers' comments; what follows it too, where it reads like comments."""
    headings = (
        at
        for at, block in enumerate(blocks)
        if not block.gone and block.tag.name in TEXTUAL and rule_of(block.text) == "comments"
    )
    for at in islice(headings, _MOST_HEADINGS):
        block = blocks[at]
        before = sum(each.prose for each in blocks[:at])
        rest = blocks[at + 1 :]
        if before and _are_comments(rest, strict=block.tag.name not in HEADINGS):
            for each in rest:
                take(each, removals, "comments")
        elif block.tag.name in HEADINGS and any(each.prose for each in rest):
            continue  # a section of the article that is called so
        take(block, removals, "comments")


def _signed(blocks: list[Block], _: Metadata, removals: Removals) -> None:
    """Readers' comments without a heading: name, age, words, and again name, age, words, to the end."""
    ages = [at for at, (name, age) in enumerate(pairwise(blocks), 1) if _is_name(name) and _is_age(age)]
    if len(ages) < 2 or any(after - at > _LONGEST_COMMENT for at, after in pairwise([*ages, len(blocks)])):
        return
    first = ages[0] - 1
    if sum(block.prose for block in blocks[:first]) >= _FEWEST_BEFORE:
        for block in blocks[first:]:
            take(block, removals, "comments")


def _is_name(block: Block) -> bool:
    return 1 <= block.words <= 4 and block.tag.name == "p" and not ends_sentence(block.text)


def _is_age(block: Block) -> bool:
    return block.tag.name == "p" and (dates.is_relative(block.text) or is_date(block.text))


def _are_comments(blocks: list[Block], *, strict: bool) -> bool:
    """Do ages, dates and buttons stand among these? `strict`: one of them near the start, and many."""
    signs = [
        (not strict or block.words <= 6)
        and (bool(rule_of(block.text)) or dates.relative_in(block.text) is not None or is_date(block.text))
        for block in blocks
    ]
    if strict and not (any(signs[:3]) and sum(signs) * 4 >= len(blocks)):
        return False
    return sum(signs) >= 1 and sum(signs) * 6 >= len(blocks)
