"""What single words say for and against the article: those of class names, and those of texts."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

from clipper.clean import names, scoring

_PIECES = {rule: at for at, rule in enumerate(names.PIECES, 1)}
_STEM = re.compile(r"[a-z]{2,}")
_MOST_NAMES = 20_000
# Groups that may be empty, and parts that never give back: several times as fast as finding all words.
_FIRST_SIX = re.compile(r"\W*+(\w*+)" * 6)
_LAST_TWO = re.compile(r"\W*+(\w*+)" * 2)
"""Of a text that is turned around."""
_BEGINNING, _END, _LONG = 80, 40, 50


class Said(NamedTuple):
    """What a class and id say."""

    weight: int
    score: float
    piece: int
    unlikely: bool


class Words:
    """What single words in names and texts say: the learned lists, or what stands in for them in training."""

    def __init__(self, of_name: Mapping[str, float], of_text: Mapping[str, float]) -> None:
        """Log-odds of words: above 0 the article, below 0 chrome."""
        self._of_name, self._of_text = of_name, of_text
        self._names: dict[str, Said] = {}

    def name(self, name: str) -> Said:
        """Of a class and id in lower case; its score is that of the strongest word in it."""
        found = self._names.get(name)
        if found is None:
            found = self._said(name)
            if len(self._names) < _MOST_NAMES:
                self._names[name] = found
        return found

    def _said(self, name: str) -> Said:
        odds = filter(None, map(self._of_name.get, stems(name)))
        score = max(odds, key=abs, default=0.0)
        rule = names.piece_named(name)
        piece = _PIECES[rule] if rule else 0
        return Said(scoring.weight(name), score, piece, scoring.unlikely_name(name))

    def text(self, text: str) -> float:
        """Of a block: the mean over the words that tell most, drawn to 0 where few are known."""
        found = [*filter(None, map(self._of_text.get, _telling(text)))]
        return sum(found) / (len(found) + 1)


def stems(name: str) -> list[str]:
    """Words of a class and id."""
    return _STEM.findall(name)


def telling_words(text: str) -> list[str]:
    """The words of a block that tell most: the first six and the last two; of a short one all."""
    return [word for word in _telling(text) if word]


def _telling(text: str) -> tuple[str, ...]:
    """As `telling_words`, with empty ones where there are fewer."""
    first: tuple[str, ...] = _FIRST_SIX.match(text[:_BEGINNING].lower()).groups()  # type: ignore[union-attr]
    if len(text) <= _LONG:
        return first
    last, before = _LAST_TWO.match(text[-_END:].lower()[::-1]).groups()  # type: ignore[union-attr]
    return (*first, before[::-1], last[::-1])
