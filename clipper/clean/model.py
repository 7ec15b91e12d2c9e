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
from typing import Any

from clipper.clean import trees
from clipper.clean.features import FRACTIONS, NAMES
from clipper.clean.odds import Words
from clipper.resources import resource

_SURE = 3.0
"""Sum of leaves from which the rest of the trees cannot change the verdict (a share of 0.05)."""
LEAST = 0.4
"""Share below which no block is kept, however many doubtful ones there are."""


class Model:
    """Trees and words, ready to be asked."""

    def __init__(self, data: dict[str, Any]) -> None:
        """`data` as the training writes it. Raises ValueError where it was made for other features."""
        if data["features"] != list(NAMES):
            raise ValueError("the model was made for other features")
        whole = frozenset(NAMES) - FRACTIONS
        self._sums = trees.compiled(data["trees"], NAMES, whole=whole, start=data["start"], sure=_SURE)
        self.words = Words(data["names"], data["texts"])

    def shares(self, rows: Sequence[Sequence[float]]) -> list[float]:
        """For each row how likely its block belongs to the article, 0 to 1."""
        return [1 / (1 + math.exp(-total)) for total in self._sums(rows)]


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
