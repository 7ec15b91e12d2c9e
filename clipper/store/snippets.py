"""A piece of about 160 characters of a clip's text, around the first place that answers, with what answers
marked."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from clipper.store.asking import Sought
from clipper.store.words import FOLDS, fold, stem_marks, stems

LENGTH = 160
BEFORE = 50
"""Characters shown before the first mark."""


@dataclass(frozen=True, slots=True)
class Term:
    """A term and where it stands in the text it was read from."""

    text: str
    start: int
    end: int


def snippet(
    sought: Sequence[Sought], texts: Sequence[str], language: str | None
) -> tuple[str, tuple[tuple[int, int], ...]]:
    """Text and marks, from the first of `texts` in which something answers, else the beginning of the
    first."""
    for text in texts:
        block = _first_block(sought, text, language)
        if block is not None:
            return _around(block, sought, language)
    beginning = next((text for text in texts if text.strip()), "")
    return _cut(" ".join(beginning[: 2 * LENGTH].split()), 0, ())


def located(text: str) -> list[Term]:
    """The terms of a text (in NFC) with their places."""
    found: list[Term] = []
    letters, start, end = "", 0, 0
    for place, letter in enumerate(text):
        for part in FOLDS[ord(letter)] or ():
            if part == " ":
                if letters:
                    found.append(Term(letters, start, end))
                letters = ""
                continue
            if not letters:
                start = place
            letters += part
            end = place + 1
        if not FOLDS[ord(letter)] and letters:
            end = place + 1
    if letters:
        found.append(Term(letters, start, end))
    return found


def _first_block(sought: Sequence[Sought], text: str, language: str | None) -> str | None:
    """The first block in which anything answers."""
    for block in text.split("\n"):
        folded = f" {' '.join(fold(block).split())} "
        if any(_answers(each, folded, language) for each in sought):
            return block
    return None


def _answers(sought: Sought, folded: str, language: str | None) -> bool:
    needle = f" {' '.join(sought.terms)}"
    if needle + ("" if sought.is_prefix else " ") in folded:
        return True
    if not sought.stems or stem_marks(language) is None:
        return False
    return not sought.stems.isdisjoint(stems(folded, language).split())


def _around(
    block: str, sought: Sequence[Sought], language: str | None
) -> tuple[str, tuple[tuple[int, int], ...]]:
    text = unicodedata.normalize("NFC", block).replace("\t", " ")
    marks = _marks(located(text), sought, language)
    first = marks[0][0] if marks else 0
    return _cut(text, first, marks)


def _marks(
    found: Sequence[Term], sought: Sequence[Sought], language: str | None
) -> tuple[tuple[int, int], ...]:
    marks: list[tuple[int, int]] = []
    for place in range(len(found)):
        run = max((_run(found, place, each, language) for each in sought), default=0)
        if run:
            marks.append((found[place].start, found[place + run - 1].end))
    return _merged(marks)


def _run(found: Sequence[Term], place: int, sought: Sought, language: str | None) -> int:
    """How many terms from `place` on answer; 0 if they do not."""
    size = len(sought.terms)
    here = [term.text for term in found[place : place + size]]
    if len(here) < size or here[:-1] != list(sought.terms[:-1]):
        return 0
    last, wanted = here[-1], sought.terms[-1]
    if last == wanted or (sought.is_prefix and last.startswith(wanted)):
        return size
    return size if sought.stems and stems(last, language) in sought.stems else 0


def _merged(marks: Sequence[tuple[int, int]]) -> tuple[tuple[int, int], ...]:
    """Marks in order that do not overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in marks:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, first: int, marks: Sequence[tuple[int, int]]) -> tuple[str, tuple[tuple[int, int], ...]]:
    """The text around `first`, cut between words where there are any, with the marks that lie wholly in
    it."""
    start = _word_start(text, max(0, first - BEFORE), first)
    end = _word_end(text, start, min(len(text), start + LENGTH), first)
    head, tail = ("…" if start else ""), ("…" if end < len(text) else "")
    shift = len(head) - start
    kept = tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end)
    return head + text[start:end] + tail, kept


def _word_start(text: str, start: int, first: int) -> int:
    if start == 0:
        return 0
    space = text.find(" ", start, first)
    return start if space < 0 else space + 1


def _word_end(text: str, start: int, end: int, first: int) -> int:
    if end == len(text):
        return end
    space = text.rfind(" ", max(first, start + LENGTH // 2), end)
    return end if space < 0 else space
