"""What belongs together: takes in what stands beside the best container and reads like it."""

from __future__ import annotations

from collections import Counter

from clipper.clean.phrases import rule_of
from clipper.clean.scoring import Boxes, weight

_LINKED = 0.2
_SHARE = 0.08
_PURE = 0.5
_CHROME = ("aside", "footer", "nav")


class Gathering:
    """Takes in what belongs to the best box of those in `within`."""

    def __init__(self, boxes: Boxes, within: int) -> None:
        self._boxes, self._within, self._paragraph = boxes, within, boxes.paragraph

    def gather(self, top: int) -> list[int]:
        """The boxes that hold the article, in order."""
        return self._spread(self._siblings(top))

    def _siblings(self, top: int) -> list[int]:
        """The top candidate and those beside it that read like parts of the same article."""
        boxes = self._boxes
        if boxes.parents[top] < 0 or top == self._within:
            return [top]
        beside = boxes.inside(boxes.parents[top])
        if len(beside) == 1:
            return beside
        score = boxes.scores.get(top, 0.0)
        least = max(10, score * 0.2)
        chosen = [box == top or self._belongs(box, top, score, least) for box in beside]
        if self._is_single(
            top
        ):  # a paragraph and nothing else (a table, a `div`): the others that are so, too
            kind = self._kind(top)
            chosen = [
                taken or (self._kind(box) == kind and self._is_single(box))
                for taken, box in zip(chosen, beside, strict=True)
            ]
        self._take_in_lead(beside, chosen)
        if sum(chosen) >= 3:
            self._take_in_alike(beside, chosen)
        return [box for box, taken in zip(beside, chosen, strict=True) if taken]

    def _take_in_lead(self, beside: list[int], chosen: list[bool]) -> None:
        """The first paragraph may stand at the end of the headline's box, just before the text's."""
        boxes, homes = self._boxes, self._boxes.layout.homes
        first = chosen.index(True)
        for at in range(first - 1, max(first - 4, -1), -1):
            headline = next((box for box in boxes.beneath(beside[at]) if boxes.tags[box] == "h1"), None)
            if headline is not None:
                behind = [(homes[each], each) for each in boxes.blocks(beside[at]) if homes[each] > headline]
                last = max(behind)[1] if behind else -1
                chosen[at] = last >= 0 and boxes.chars[last] > 4 * self._paragraph and boxes.links[last] == 0
                return

    def _is_single(self, box: int) -> bool:
        boxes = self._boxes
        return boxes.length(box) >= self._paragraph and not boxes.linked(box) and len(boxes.blocks(box)) == 1

    def _belongs(self, box: int, top: int, score: float, least: float) -> bool:
        boxes = self._boxes
        bonus = score * 0.2 if boxes.names[top] and boxes.names[box] == boxes.names[top] else 0
        own = boxes.scores.get(box)
        reads_like_it = own is not None and own + bonus >= least
        if not reads_like_it and not (boxes.tags[box] == "p" and self._is_paragraph(box)):
            return False
        return not self._announces_others(box)

    def _take_in_alike(self, beside: list[int], chosen: list[bool]) -> None:
        """Each paragraph in a box of its own: the short ones between and directly before and after come
        along.
        """
        boxes = self._boxes
        kinds = Counter(self._kind(box) for box, taken in zip(beside, chosen, strict=True) if taken)
        alike = [
            kinds[self._kind(box)] >= 2
            and boxes.length(box) >= self._paragraph
            and boxes.link_density(box) < 0.25
            for box in beside
        ]
        first, last = chosen.index(True), len(chosen) - 1 - chosen[::-1].index(True)
        while first > 0 and alike[first - 1]:
            first -= 1
        while last + 1 < len(beside) and alike[last + 1]:
            last += 1
        for at in range(first, last + 1):
            chosen[at] = chosen[at] or alike[at]

    def _kind(self, box: int) -> tuple[str, str]:
        return self._boxes.tags[box], self._boxes.names[box]

    def _is_paragraph(self, box: int) -> bool:
        return self._boxes.length(box) > 3 * self._paragraph and self._boxes.link_density(box) < 0.25

    def _spread(self, chosen: list[int]) -> list[int]:
        """Articles split over several containers: take in what stands beside an ancestor and is prose as
        well.
        """
        boxes, parents = self._boxes, self._boxes.parents
        branch = parents[chosen[0]]
        taken = chosen
        enough = 0.4 * boxes.prose(self._within)
        height = 0
        while branch >= 0 and parents[branch] >= 0 and branch != self._within:
            if boxes.tags[branch] in ("main", "article") and boxes.prose(branch) >= enough:
                break
            height += 1
            beside = boxes.inside(parents[branch])
            if len(beside) > 1:
                prose = sum(map(boxes.prose, taken)) or 1
                taken = self._with(taken, branch, beside, prose * (1 if height <= 2 else 2.5))
            branch = parents[branch]
        return taken

    def _with(self, taken: list[int], branch: int, beside: list[int], prose: float) -> list[int]:
        """Of those beside a branch the ones that go on like it, and what stands between them."""
        goes_on = [box == branch or self._goes_on(box, prose) for box in beside]
        if sum(goes_on) == 1:
            return taken
        first, last = goes_on.index(True), len(goes_on) - 1 - goes_on[::-1].index(True)
        more = [
            box
            for at, box in enumerate(beside)
            if box != branch and (goes_on[at] or (first < at < last and self._may_stand_between(box)))
        ]
        return sorted([*taken, *more])

    def _goes_on(self, box: int, prose: float) -> bool:
        own = self._boxes.prose(box)
        if own < _SHARE * prose or own <= 6 * self._paragraph or own <= _PURE * self._boxes.length(box):
            return False
        return self._boxes.link_density(box) <= _LINKED and self._may_stand_between(box)

    def _announces_others(self, box: int) -> bool:
        """Does it begin as the lists of other articles and of readers' comments do?"""
        boxes = self._boxes
        return rule_of(boxes.opening(box)[:100]) in ("related", "comments") and len(boxes.inside(box)) > 1

    def _may_stand_between(self, box: int) -> bool:
        boxes = self._boxes
        if boxes.tags[box] in _CHROME or boxes.link_density(box) > 0.33 or weight(boxes.names[box]) < 0:
            return False
        return not self._announces_others(box)
