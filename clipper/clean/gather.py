"""What belongs together: takes in what stands beside the best container and reads like it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from clipper.clean.phrases import rule_of
from clipper.clean.scoring import Box, weight

_LINKED = 0.2
_SHARE = 0.08
_PURE = 0.5


def siblings(top: Box, within: Box, paragraph: int) -> list[Box]:
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
        inside = list(beneath(beside[at]))
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
    runs = [run for each in beneath(box) for run in each.runs]
    return len(runs) == 1 and box.length >= paragraph and not box.linked


def _belongs(box: Box, top: Box, least: float, paragraph: int) -> bool:
    if _announces_others(box):
        return False
    bonus = top.score * 0.2 if top.name and box.name == top.name else 0
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


def _kind(box: Box) -> tuple[str, str]:
    return box.tag, box.name


def _is_paragraph(box: Box, paragraph: int) -> bool:
    return box.length > 3 * paragraph and box.link_density < 0.25


def spread(chosen: list[Box], body: Box, paragraph: int) -> list[Box]:
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
    if not _may_stand_between(box) or box.link_density > _LINKED:
        return False
    return box.prose >= _SHARE * prose and box.prose > _PURE * box.length and box.prose > 6 * paragraph


def _announces_others(box: Box) -> bool:
    """Does it begin as the lists of other articles and of readers' comments do?"""
    return rule_of(box.opening[:100]) in ("related", "comments") and len(box.inside) > 1


def _may_stand_between(box: Box) -> bool:
    if _announces_others(box):
        return False
    if box.tag in ("aside", "footer", "nav") or box.link_density > 0.33:
        return False
    return weight(box.name) >= 0


def _in_order(parent: Box, taken: list[Box], more: list[Box]) -> list[Box]:
    order = {id(box): at for at, box in enumerate(beneath(parent))}
    return sorted([*taken, *more], key=lambda box: order[id(box)])


def beneath(box: Box) -> Iterator[Box]:
    """The box and all in it, in document order."""
    waiting = [box]
    while waiting:
        each = waiting.pop()
        yield each
        waiting.extend(reversed(each.inside))


def above(box: Box) -> Iterator[Box]:
    """The boxes around it, nearest first."""
    parent = box.parent
    while parent is not None:
        yield parent
        parent = parent.parent
