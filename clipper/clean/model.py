"""The learned half of the cleaner: how likely is each block a part of the article?

A small set of decision trees, shipped as plain data (`resources/clean/blocks.json`; `packaging/train_blocks`
makes it from pages with known texts, and anyone can run it again). The data also hold what single words in
class names and in texts say for and against the article, as log-odds.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from functools import cache
from pathlib import Path

from clipper.clean.features import NAMES, Words
from clipper.resources import resource

_SURE = 3.0
"""Sum of leaves from which the rest of the trees cannot change the verdict (a share of 0.05)."""
LEAST = 0.4
"""Share below which no block is kept, however many doubtful ones there are."""
_AT_ONCE = 10
"""Trees between two looks at the sum."""

Node = tuple[int, float, "Node | float", "Node | float"]


class Model:
    """Trees and words, ready to be asked."""

    def __init__(self, data: dict[str, object]) -> None:
        """`data` as the training writes it. Raises ValueError where it was made for other features."""
        if data["features"] != list(NAMES):
            raise ValueError("the model was made for other features")
        trees = [_tree(nodes) for nodes in data["trees"]]  # type: ignore[attr-defined]
        self._rounds = [trees[at : at + _AT_ONCE] for at in range(0, len(trees), _AT_ONCE)]
        self._start = float(data["start"])  # type: ignore[arg-type]
        self.words = Words(data["names"], data["texts"])  # type: ignore[arg-type]

    def shares(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """For each row how likely its block belongs to the article, 0 to 1."""
        return [1 / (1 + math.exp(-self._sum(row))) for row in rows]

    def _sum(self, row: Sequence[float]) -> float:
        total = self._start
        for trees in self._rounds:
            for node in trees:
                while type(node) is tuple:
                    node = node[2] if row[node[0]] <= node[1] else node[3]
                total += node  # type: ignore[operator]
            if total > _SURE or total < -_SURE:
                break
        return total


def _tree(nodes: list[list[float]]) -> Node | float:
    """Nested nodes from a flat list: `[feature, threshold, left, right]`, or `[value]` for a leaf."""
    made: list[Node | float] = [0.0] * len(nodes)
    for at in range(len(nodes) - 1, -1, -1):  # children stand behind their parents
        node = nodes[at]
        if len(node) == 1:
            made[at] = node[0]
        else:
            made[at] = (int(node[0]), node[1], made[int(node[2])], made[int(node[3])])
    return made[0]


@cache
def current() -> Model:
    """The model that comes with Clipper; read once a process."""
    return read(resource("clean", "blocks.json"))


def read(path: Path) -> Model:
    """A model from its file."""
    return Model(json.loads(path.read_text("utf-8")))


def cut(shares: Sequence[float], words: Sequence[int]) -> list[bool]:
    """Which blocks to keep: the likeliest, as many as make the expected F1 of the kept words largest.

    Better than a fixed threshold by 0.011 on pages of reader modes, elsewhere equal.
    """
    order = sorted(range(len(shares)), key=lambda at: -shares[at])
    expected = sum(share * count for share, count in zip(shares, words, strict=True))
    best = right = taken = 0.0
    keep = 0
    for place, at in enumerate(order):
        right += shares[at] * words[at]
        taken += words[at]
        value = 2 * right / (taken + expected) if taken else 0.0
        if value > best:
            best, keep = value, place + 1
    kept = [False] * len(shares)
    for at in order[:keep]:
        kept[at] = shares[at] >= LEAST
    return kept
