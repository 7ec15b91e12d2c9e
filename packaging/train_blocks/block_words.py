"""What single words in class names and in texts say for the article and against it: log-odds, counted once a
page and smoothed, always without the site that is asked about.
"""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping, Sequence

from block_pages import Example

from clipper.clean import odds

LEAST = 4
"""Pages on which a word must stand."""
SMOOTH = 2.0
"""Pages of the common share that are added."""
FAINT = 0.1
"""Log-odds below which a word is not shipped."""
Count = tuple[float, int]


class _Column:
    """The counts of one kind of word: sum of shares and number of pages, in all and for each site."""

    def __init__(self) -> None:
        self.total: dict[str, Count] = {}
        self.sites: dict[str, dict[str, Count]] = {}

    def add(self, site: str, shares: Mapping[str, float]) -> None:
        for table in (self.total, self.sites.setdefault(site, {})):
            for word, share in shares.items():
                before = table.get(word, (0.0, 0))
                table[word] = (before[0] + share, before[1] + 1)

    @property
    def common(self) -> float:
        return sum(share for share, _ in self.total.values()) / sum(count for _, count in self.total.values())

    def odds(self, word: str, site: str | None, common: float) -> float | None:
        if word not in self.total:
            return None
        share, count = self.total[word]
        own = self.sites.get(site or "", {}).get(word, (0.0, 0))
        share, count = share - own[0], count - own[1]
        if count < LEAST:
            return None
        smooth = min(max((share + SMOOTH * common) / (count + SMOOTH), 1e-3), 1 - 1e-3)
        return math.log(smooth / (1 - smooth)) - math.log(common / (1 - common))

    def table(self) -> dict[str, float]:
        common = self.common
        found = ((word, self.odds(word, None, common)) for word in sorted(self.total))
        return {word: round(odds, 2) for word, odds in found if odds is not None and abs(odds) >= FAINT}


class _Without(Mapping[str, float]):
    """A table as it would be without one site; asked word by word."""

    def __init__(self, column: _Column, site: str, common: float) -> None:
        self._column, self._site, self._common = column, site, common

    def __getitem__(self, word: str) -> float:
        odds = self._column.odds(word, self._site, self._common)
        if odds is None:
            raise KeyError(word)
        return odds

    def __iter__(self) -> Iterator[str]:
        return iter(self._column.total)

    def __len__(self) -> int:
        return len(self._column.total)


class Counted:
    """Words of names and words of texts."""

    def __init__(self) -> None:
        self.names, self.texts = _Column(), _Column()

    def without(self, site: str) -> tuple[Mapping[str, float], Mapping[str, float]]:
        """Both tables without a site."""
        return (
            _Without(self.names, site, self.names.common),
            _Without(self.texts, site, self.texts.common),
        )

    def tables(self) -> tuple[dict[str, float], dict[str, float]]:
        """Both tables as they are shipped."""
        return self.names.table(), self.texts.table()


def counted(examples: Sequence[Example], labels: Mapping[tuple[str, str], list[float]]) -> Counted:
    """The counts over all pages but those that the tests build: they say one thing over and over."""
    found = Counted()
    for example in examples:
        answers = labels[example.key]
        known = [at for at, answer in enumerate(answers) if answer == answer]
        if known and example.group != "forms":
            found.names.add(example.site, _of_names(example, answers, known))
            found.texts.add(example.site, _of_texts(example, answers, known))
    return found


def _of_names(example: Example, answers: Sequence[float], known: Sequence[int]) -> dict[str, float]:
    """For each word of a class or id the share of wanted words among those in boxes called so."""
    layout = example.layout
    right: dict[str, int] = {}
    total: dict[str, int] = {}
    for at in known:
        count = len(layout.texts[at].split())
        words: set[str] = set()
        number = layout.homes[at]
        while number >= 0:
            words.update(odds.stems(layout.names[number]))
            number = layout.parents[number]
        for word in words:
            total[word] = total.get(word, 0) + count
            right[word] = right.get(word, 0) + (count if answers[at] else 0)
    return {word: right[word] / count for word, count in total.items() if count}


def _of_texts(example: Example, answers: Sequence[float], known: Sequence[int]) -> dict[str, float]:
    """For each telling word of a block the share of wanted blocks among those that have it."""
    right: dict[str, int] = {}
    total: dict[str, int] = {}
    for at in known:
        for word in set(odds.telling_words(example.layout.texts[at])):
            total[word] = total.get(word, 0) + 1
            right[word] = right.get(word, 0) + bool(answers[at])
    return {word: right[word] / count for word, count in total.items()}
