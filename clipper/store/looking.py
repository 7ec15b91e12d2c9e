"""Whether and how well a clip answers, by looking at its words: for clips that are not in the index yet.

The same as `ranking` means, with the same weights; how rare a term is comes from the index.
"""

from __future__ import annotations

from collections.abc import Callable, Set
from typing import Protocol

from clipper.article.asking import And, Not, Or, Part, Phrase, Word
from clipper.store.documents import Findable
from clipper.store.ranking import BEGINNING, FLAT, FORM, LABEL, RESPELLED_WORTH, WEIGHTS, timely
from clipper.store.sought import INFLECTED, RESPELLED, Sought, sought
from clipper.store.words import stem_marks, stems

TYPICAL = {"title": 10.0, "byline": 2.0, "site": 4.0, "note": 20.0, "body": 800.0}
"""Words in each field; BM25 wants the mean, and Tantivy does not tell it."""

Rarity = Callable[[str, str], float]
"""Of a term in a field, as `ranking.rarity`."""


class Answers(Protocol):
    """Which of the clips answer parts that words cannot tell."""

    def __call__(self, part: Part) -> Set[int]:
        """Ids of clips; for a word or phrase, those with a label of that name."""


class Look:
    """A clip that is looked at."""

    def __init__(self, clip: Findable, answers: Answers, rarity: Rarity) -> None:
        self._clip, self._answers, self._rarity = clip, answers, rarity
        self._fields = {name: f" {' '.join(text.split())} " for name, text in clip.fields.items()}
        self._stems: dict[str, str] = {}

    def score(self, tree: Part) -> float | None:
        """The score of the clip, or None if it does not answer."""
        found = self._score(tree)
        return None if found is None else timely(found, self._clip.moment)

    def _score(self, part: Part) -> float | None:
        match part:
            case Word() | Phrase():
                return self._word(part)
            case Not(inner):
                return None if self._has(inner) else FLAT
            case And(parts):
                return self._all(parts)
            case Or(parts):
                found = [score for score in map(self._score, parts) if score is not None]
                return sum(found) if found else None
            case _:
                return FLAT if self._clip.id in self._answers(part) else None

    def _all(self, parts: tuple[Part, ...]) -> float | None:
        total = 0.0
        for each in parts:
            found = self._score(each)
            if found is None:
                return None
            total += 0.0 if isinstance(each, Not) else found
        return total

    def _has(self, part: Part) -> bool:
        """Without other forms: what a clip must not have is meant as it is written."""
        match part:
            case Word() | Phrase():
                each = sought(part)
                return self._clip.id in self._answers(part) or any(
                    self._stands(each, field) for field in each.fields
                )
            case And(parts):
                return all(map(self._has, parts))
            case Or(parts):
                return any(map(self._has, parts))
            case _:
                return self._score(part) is not None

    def _stands(self, each: Sought, field: str) -> bool:
        needle = f" {' '.join(each.terms)}"
        return f"{needle} " in self._fields[field] or (each.is_prefix and needle in self._fields[field])

    def _word(self, part: Word | Phrase) -> float | None:
        each = sought(part)
        found = [LABEL] if self._clip.id in self._answers(part) else []
        needle = f" {' '.join(each.terms)}"
        for field in each.fields:
            text = self._fields[field]
            if count := text.count(f"{needle} "):
                found.append(WEIGHTS[field] * self._weighed(each, field, count))
            if each.is_prefix and needle in text:
                found.append(BEGINNING[field])
            if each.stems:
                found += self._forms(each, field)
        return sum(found) if found else None

    def _forms(self, each: Sought, field: str) -> list[float]:
        stemmer = stem_marks(self._clip.language)
        wanted = {f" {stemmer}_{stem} " for name, stem in each.stems if name == stemmer}
        if not wanted:
            return []
        text, found = self._fields[field], []
        others = text.count(f" {each.respelled} ") if stemmer == RESPELLED and each.respelled else 0
        if others:
            found.append(WEIGHTS[field] * RESPELLED_WORTH * self._weighed(each, field, others))
        if field not in INFLECTED:
            return found
        if field not in self._stems:
            self._stems[field] = f" {stems(text, self._clip.language)} "
        count = sum(map(self._stems[field].count, wanted)) - others - text.count(f" {each.terms[0]} ")
        return [*found, FORM[field] * self._weighed(each, field, count)] if count > 0 else found

    def _weighed(self, each: Sought, field: str, count: int) -> float:
        """BM25 with Tantivy's constants."""
        length = self._fields[field].count(" ") - 1
        often = count / (count + 1.2 * (0.25 + 0.75 * length / TYPICAL[field]))
        return 2.2 * often * sum(self._rarity(field, term) for term in each.terms)
