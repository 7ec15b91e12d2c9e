"""Chooses one of several candidates by what speaks for and against each: a sum of weights.

The weights are data (`choice_weights.py`), learned from pages whose answer is known by
`packaging/train_metadata.py`.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(slots=True)
class Candidate(Generic[T]):
    """Something that may be the answer, and the names of what is true of it."""

    value: T
    marks: set[str] = field(default_factory=set)

    def score(self, weights: Mapping[str, float]) -> float:
        """How much speaks for it; a mark without a weight says nothing."""
        # Rounded once, so that the order of the marks, which is another in each process, does not count.
        return math.fsum([weights[mark] for mark in self.marks if mark in weights])


def best(candidates: Iterable[Candidate[T]], weights: Mapping[str, float]) -> Candidate[T] | None:
    """The candidate for which most speaks; of equals the first."""
    found = list(candidates)
    if len(found) == 1:
        return found[0]
    return max(found, key=lambda each: each.score(weights)) if found else None
