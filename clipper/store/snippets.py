"""A piece of about 160 characters of a clip's text, around the first place that answers, with what answers
marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from clipper.store.sought import Sought
from clipper.store.words import FOLDS, stems, terms

LENGTH = 160
BEFORE = 50
"""Characters shown before the first mark."""


Marks = tuple[tuple[int, int], ...]
Piece = tuple[str, Marks]

_SPACES = str.maketrans("\n\t\r\u2028\u2029", "     ")
_SPACE = re.compile(r"\s+")


@dataclass(frozen=True, slots=True)
class Term:
    """A term and where it stands in the text it was read from."""

    text: str
    start: int
    end: int


def snippet(sought: Sequence[Sought], texts: Sequence[str], language: str | None) -> Piece:
    """Text and marks, from the first of `texts` in which something answers, else how the first begins."""
    for text in texts:
        found = _near(sought, text, language) or _first_block(sought, text, language)
        if found is not None:
            return found
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


def _near(sought: Sequence[Sought], text: str, language: str | None) -> Piece | None:
    """The quick way: find the first letters in the lower-cased text, and read only what is around them."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return None
    first = min((place for place in map(lowered.find, map(_probe, sought)) if place >= 0), default=-1)
    if first < 0:
        return None
    start = _word_start(text, max(0, first - BEFORE), first)
    window = text[start : start + LENGTH + BEFORE]
    found, marks = _marked(window, sought, language)
    if not marks:
        return None
    return _cut(found, marks[0][0], marks, begins=start == 0, ends=start + len(window) == len(text))


def _probe(sought: Sought) -> str:
    """Letters that what answers begins with, very nearly always: a stem ends otherwise than its word."""
    word = sought.terms[0]
    return word[: max(3, len(word) - 3)] if sought.stems else word


def _first_block(sought: Sequence[Sought], text: str, language: str | None) -> Piece | None:
    """The sure way: read block after block until one answers."""
    if not _answers(sought, text, language):
        return None
    for block in text.split("\n"):
        if _answers(sought, block, language):
            found, marks = _marked(block, sought, language)
            return _cut(found, marks[0][0] if marks else 0, marks)
    return None


def _answers(sought: Sequence[Sought], text: str, language: str | None) -> bool:
    """Whether any of what is sought stands in the text."""
    folded = f" {' '.join(terms(text))} "
    if any(f" {' '.join(each.terms)}" + ("" if each.is_prefix else " ") in folded for each in sought):
        return True
    wanted = frozenset[str]().union(*(_marked_stems(each) for each in sought))
    return bool(wanted) and not wanted.isdisjoint(stems(folded, language).split())


def _marked(text: str, sought: Sequence[Sought], language: str | None) -> Piece:
    """The text on one line, with the places that answer."""
    line = unicodedata.normalize("NFC", text).translate(_SPACES)
    found = located(line)
    texts = [term.text for term in found]
    stemmed = stems(" ".join(texts), language).split() or texts
    marks: list[tuple[int, int]] = []
    for place in range(len(found)):
        run = max((_run(texts, stemmed, place, each) for each in sought), default=0)
        if run:
            marks.append((found[place].start, found[place + run - 1].end))
    return line, _merged(marks)


def _run(texts: Sequence[str], stemmed: Sequence[str], place: int, sought: Sought) -> int:
    """How many terms from `place` on answer; 0 if they do not."""
    last = place + len(sought.terms) - 1
    if last >= len(texts):
        return 0
    if last > place and tuple(texts[place:last]) != sought.terms[:-1]:
        return 0
    here, wanted = texts[last], sought.terms[-1]
    if (
        here == wanted
        or (sought.is_prefix and here.startswith(wanted))
        or stemmed[last] in _marked_stems(sought)
    ):
        return len(sought.terms)
    return 0


@lru_cache(200)
def _marked_stems(sought: Sought) -> frozenset[str]:
    return frozenset(f"{stemmer}_{stem}" for stemmer, stem in sought.stems)


def _merged(marks: Sequence[tuple[int, int]]) -> Marks:
    """Marks in order that do not overlap."""
    merged: list[tuple[int, int]] = []
    for start, end in marks:
        if merged and start < merged[-1][1]:
            merged[-1] = (merged[-1][0], max(end, merged[-1][1]))
        else:
            merged.append((start, end))
    return tuple(merged)


def _cut(text: str, first: int, marks: Marks, *, begins: bool = True, ends: bool = True) -> Piece:
    """The text around `first`, cut between words where there are any, with the marks that lie wholly in it.

    `begins`, `ends`: whether the text is not itself cut out of a longer one.
    """
    start = _word_start(text, max(0, first - BEFORE), first)
    end = _word_end(text, start, min(len(text), start + LENGTH), first)
    head, tail = ("…" if start or not begins else ""), ("…" if end < len(text) or not ends else "")
    shift = len(head) - start
    kept = tuple((a + shift, b + shift) for a, b in marks if start <= a and b <= end)
    return head + text[start:end] + tail, kept


def _word_start(text: str, start: int, first: int) -> int:
    if start == 0:
        return 0
    space = _SPACE.search(text, start, first)
    return start if space is None else space.end()


def _word_end(text: str, start: int, end: int, first: int) -> int:
    if end == len(text):
        return end
    space = text.rfind(" ", max(first, start + LENGTH // 2), end)
    return end if space < 0 else space
