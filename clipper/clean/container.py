"""Where in the page the article seems to stand, by the points that paragraphs give to the containers around
them; what belongs together is gathered, and what its name or content betrays is left out.

It alone reaches 0.98 of 4-gram F1 on pages made for reader modes and less elsewhere; the learned model
(`model.py`) takes its word as evidence.
"""

from __future__ import annotations

from collections.abc import Set
from dataclasses import dataclass

from clipper.clean.gather import Gathering
from clipper.clean.layout import Layout
from clipper.clean.scoring import Boxes, Strictness, weight
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
    left_out: Set[int] = frozenset()


def choose(layout: Layout, *, spaceless: bool = False) -> Container:
    """The container of the article. `spaceless`: the page is written without blanks between words (CJK)."""
    best = Container(())
    for strictness in _STEPS:
        found = _attempt(layout, strictness, 12 if spaceless else 25)
        if found.length > 1.2 * best.length:
            best = found
        if best.length >= (ENOUGH // 2 if spaceless else ENOUGH):
            break
    return best


def _attempt(layout: Layout, strictness: Strictness, paragraph: int) -> Container:
    boxes = Boxes(layout, strictness, paragraph)
    _score(boxes, strictness)
    around = _article_around_headline(boxes)
    end = layout.ends[around]
    candidates = sorted((-score, box) for box, score in boxes.scores.items() if around <= box < end)
    if not candidates:
        return Container((0,), boxes.length(0), boxes.left_out)
    top = _climb(boxes, _common(boxes, [box for _, box in candidates[:5]]), around)
    chosen = Gathering(boxes, around).gather(top)
    sweep = Sweep(boxes)
    for box in chosen:
        sweep.sweep(box)
    return Container(tuple(chosen), sum(map(boxes.length, chosen)), boxes.left_out | sweep.left_out)


def _article_around_headline(boxes: Boxes) -> int:
    """The one `article` that holds the page's one `h1` and a good part of its prose; the body where
    there is none.
    """
    if "article" not in boxes.tags or "h1" not in boxes.tags:
        return 0
    headlines = [box for box, tag in enumerate(boxes.tags) if tag == "h1" and boxes.holds(box)]
    if len(headlines) != 1:
        return 0
    least = max(ENOUGH, 0.15 * boxes.prose(0))
    around = (each for each in boxes.above(headlines[0]) if boxes.tags[each] == "article")
    fitting = [each for each in around if boxes.prose(each) >= least]
    return fitting[0] if len(fitting) == 1 else 0


def _score(boxes: Boxes, strictness: Strictness) -> None:
    paragraph, scores, chars = boxes.paragraph, boxes.scores, boxes.chars
    for box, runs in sorted(boxes.runs.items()):
        for at in runs:
            if chars[at] >= paragraph:
                first = boxes.parents[box] if len(runs) == 1 and boxes.is_leaf(box) else box
                points = 2 + boxes.commas[at] + min(chars[at] * 25 / paragraph / 100, 3)
                _give(boxes, first, points, strictness)
    for box in scores:
        scores[box] *= 1 - boxes.link_density(box)


def _give(boxes: Boxes, box: int, points: float, strictness: Strictness) -> None:
    """A paragraph's points to the box that it stands in, and shares of them to those around."""
    scores, parents = boxes.scores, boxes.parents
    for share in _SHARES:
        if box < 0:
            return
        score = scores.get(box)
        if score is None:
            score = _START.get(boxes.tags[box], 0) + (weight(boxes.names[box]) if strictness.weights else 0)
        scores[box] = score + points * share
        box = parents[box]


def _common(boxes: Boxes, best: list[int]) -> int:
    """The best, or the nearest element that holds three of the almost best as well."""
    top = best[0]
    least = 0.75 * boxes.scores[top]
    near = [box for box in best[1:] if boxes.scores[box] >= least]
    if len(near) < 3:
        return top
    lines = [set(boxes.above(box)) for box in near]
    for box in boxes.above(top):
        if sum(box in line for line in lines) >= 3 and boxes.tags[box] != "body":
            return box
    return top


def _climb(boxes: Boxes, top: int, within: int) -> int:
    """Up to a parent that scores higher, and out of wrappers that hold nothing else."""
    parents, tags, scores = boxes.parents, boxes.tags, boxes.scores
    last = scores.get(top, 0.0)
    least = last / 3
    for box in boxes.above(top):
        if box == parents[within]:
            break
        score = scores.get(box)
        if score is None or tags[box] in ("body", "html"):
            continue
        if score < least:
            break
        if score > last:
            top = box
            break
        last = score
    around = parents[top]
    while around >= 0 and tags[around] != "body" and boxes.is_wrapper(around):
        top, around = around, parents[around]
    return top
