"""Where in the page the article seems to stand, by the points that paragraphs give to the containers around
them; what belongs together is gathered, and what its name or content betrays is left out.

It alone reaches 0.98 of 4-gram F1 on pages made for reader modes and less elsewhere; the learned model
(`model.py`) takes its word as evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from clipper.clean.gather import above, beneath, siblings, spread
from clipper.clean.layout import Layout
from clipper.clean.scoring import Box, Strictness, measured, weight
from clipper.clean.sweep import Sweep

ENOUGH = 500
"""Characters; a container with less is tried again with less strictness."""
_SHARES = (1.0, 0.5, 1 / 6, 1 / 9, 1 / 12)
_START = {"div": 5, "article": 8, "main": 5, "section": 2, "pre": 3, "td": 3, "blockquote": 3, "form": -3}
_START |= dict.fromkeys(("address", "ol", "ul", "dl", "dd", "dt", "li"), -3)
_START |= dict.fromkeys(("h1", "h2", "h3", "h4", "h5", "h6", "th"), -5)
_STEPS = (Strictness(), Strictness(unlikely=False), Strictness(unlikely=False, weights=False))


@dataclass(frozen=True, slots=True)
class Container:
    """The boxes that hold the article, in the page's order, and those in them that do not belong."""

    boxes: tuple[int, ...]
    length: int = 0
    left_out: dict[int, str] = field(default_factory=dict)
    """Number of a box and the rule."""


def choose(layout: Layout, *, spaceless: bool = False) -> Container:
    """The container of the article. `spaceless`: the page is written without blanks between words (CJK)."""
    best = Container(())
    for strictness in _STEPS:
        found = _Attempt(layout, strictness, 12 if spaceless else 25).container()
        if found.length > 1.2 * best.length:
            best = found
        if best.length >= (ENOUGH // 2 if spaceless else ENOUGH):
            break
    return best


class _Attempt:
    def __init__(self, layout: Layout, strictness: Strictness, paragraph: int) -> None:
        self._layout, self._strictness, self._paragraph = layout, strictness, paragraph

    def container(self) -> Container:
        paragraph, strictness = self._paragraph, self._strictness
        boxes, left_out = measured(self._layout, strictness, paragraph)
        body = boxes[0]
        _score(boxes, strictness, paragraph)
        around = _article_around_headline(boxes, body)
        within = boxes if around is body else beneath(around)
        candidates = sorted((box for box in within if box.scored), key=lambda box: -box.score)
        if not candidates:
            return Container((0,), body.length, left_out)
        top = _climb(_common(candidates[:5]), around)
        chosen = spread(siblings(top, around, paragraph), around, paragraph)
        for box in chosen:
            Sweep(self._layout, left_out, paragraph).sweep(box)
        length = sum(box.length for box in chosen)
        return Container(tuple(box.number for box in chosen), length, left_out)


def _article_around_headline(boxes: list[Box], body: Box) -> Box:
    """The one `article` that holds the page's one `h1` and a good part of its prose; the body where
    there is none.
    """
    headlines = [box for box in boxes if box.tag == "h1"]
    found = {id(each): each for box in headlines for each in above(box) if each.tag == "article"}
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
                box.score += weight(box.name)
        box.score += points * share
        box = box.parent


def _common(best: list[Box]) -> Box:
    """The best, or the nearest element that holds three of the almost best as well."""
    top = best[0]
    near = [box for box in best[1:] if box.score >= 0.75 * top.score]
    if len(near) < 3:
        return top
    lines = [set(map(id, above(box))) for box in near]
    for box in above(top):
        if sum(id(box) in line for line in lines) >= 3 and box.tag != "body":
            return box
    return top


def _climb(top: Box, within: Box) -> Box:
    """Up to a parent that scores higher, and out of wrappers that hold nothing else."""
    last, least = top.score, top.score / 3
    for box in above(top):
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
