"""Where each removed piece stood: in the raw page, and between which blocks of the article."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Sequence

from bs4 import Tag

from clipper.article.article import Removal
from clipper.clean.body import Body
from clipper.clean.removals import NUMBER


def placed(bodies: Sequence[Body], article: Tag) -> tuple[Removal, ...]:
    """All removals of all pages, in the order of the pages."""
    order = {
        id(child): at for at, child in enumerate(each for each in article.children if isinstance(each, Tag))
    }
    found: list[Removal] = []
    for body in bodies:
        found += _of_page(body, order)
    return tuple(found)


def _of_page(body: Body, order: dict[int, int]) -> list[Removal]:
    layout = body.reading.layout
    tree = body.reading.root.getroottree()
    shown = [
        (int(str(each.attrs[NUMBER])), order[id(each)])
        for each in body.blocks
        if id(each) in order and NUMBER in each.attrs
    ]
    numbers = [number for number, _ in shown]
    end = shown[-1][1] + 1 if shown else len(order)
    suffix = f"#{body.reading.number + 1}" if body.reading.number else ""
    found: list[tuple[int, Removal]] = []
    for step, rule, text, number in body.removals.numbered():
        element, at = None, number
        if number >= 0:
            element = layout.boxes[number]
        elif number < -1:
            element, _, at = layout.left_out[-2 - number]
        place = tree.getpath(element) + suffix if element is not None else ""
        before = bisect_left(numbers, at) if at >= 0 else len(numbers)
        position = shown[before][1] if before < len(shown) else end
        found.append((at if at >= 0 else len(layout.boxes), Removal(step, rule, text, place, position)))
    return [removal for _, removal in sorted(found, key=lambda pair: pair[0])]
