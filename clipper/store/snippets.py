"""A piece of about 160 characters of a clip's text, around the first place that answers, with what answers
marked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence, Set
from typing import NamedTuple

from clipper.store.sought import Sought
from clipper.store.words import FOLDS, fold, is_apart, stem_marks, stem_of, stems

LENGTH = 160
BEFORE = 50
"""Characters shown before the first mark."""


Marks = tuple[tuple[int, int], ...]
Piece = tuple[str, Marks]

_SPACES = str.maketrans("\n\t\r\u2028\u2029", "     ")
_SPACE = re.compile(r"\s+")


_ASCII_WORD = re.compile(r"[a-z0-9]+")
_WORD = re.compile(r"[^\W_]+")


class Term(NamedTuple):
    """A term and where it stands in the text it was read from."""

    text: str
    start: int
    end: int


class Marker:
    """What is looked for, made ready for many texts."""

    def __init__(self, sought: Sequence[Sought]) -> None:
        self._words = {each.terms[0] for each in sought if len(each.terms) == 1}
        self._beginnings = tuple(each.terms[0] for each in sought if each.is_prefix and len(each.terms) == 1)
        self._phrases = [each for each in sought if len(each.terms) > 1]
        self._firsts = {each.terms[0] for each in self._phrases}
        self._stems: dict[str, set[str]] = {}  # by stemmer
        for each in sought:
            for stemmer, stem in each.stems:
                self._stems.setdefault(stemmer, set()).add(stem)
        self._probes = [(_probe(each), each) for each in sought]

    def first(self, text: str, language: str | None) -> int:
        """Where a word of a lower-cased text begins as one that is looked for; -1."""
        stemmer = stem_marks(language) or ""
        places = [self._begins(text, letters, each, stemmer) for letters, each in self._probes]
        return min((place for place in places if place >= 0), default=-1)

    def _begins(self, text: str, letters: str, each: Sought, stemmer: str) -> int:
        """Where it begins; what stands apart begins anywhere."""
        place = text.find(letters)
        if is_apart(letters[0]):
            return place
        wanted: Set[str] = self._stems.get(stemmer, set()) if each.stems else set()
        while place >= 0:
            if not place or not text[place - 1].isalnum():
                if each.is_prefix and text.startswith(each.terms[0], place):
                    return place
                found = _WORD.match(text, place)
                word = found[0] if found else letters
                if word == each.terms[0] or (wanted and stem_of(word, stemmer) in wanted):
                    return place
            place = text.find(letters, place + 1)
        return -1

    def marks(self, found: Sequence[Term], language: str | None) -> list[tuple[int, int]]:
        """The places that answer, from left to right."""
        stemmer = stem_marks(language)
        wanted = self._stems.get(stemmer or "", set())
        stemmed = stems(" ".join([term[0] for term in found]), language).split() if wanted else []
        marked = {f"{stemmer}_{stem}" for stem in wanted}
        marks: list[tuple[int, int]] = []
        for place, (text, start, end) in enumerate(found):
            last = self._end(found, place) if text in self._firsts else -1
            if last >= 0:
                marks.append((start, found[last].end))
            elif (
                text in self._words
                or (self._beginnings and text.startswith(self._beginnings))
                or (stemmed and stemmed[place] in marked)
            ):
                marks.append((start, end))
        return marks

    def _end(self, found: Sequence[Term], place: int) -> int:
        """Place of the last term of a phrase that begins here; -1 if none does."""
        for each in self._phrases:
            here = tuple(term.text for term in found[place : place + len(each.terms)])
            is_whole = len(here) == len(each.terms) and here[:-1] == each.terms[:-1]
            last = each.terms[-1]
            if is_whole and (here[-1] == last or (each.is_prefix and here[-1].startswith(last))):
                return place + len(here) - 1
        return -1


def snippet(marker: Marker, texts: Sequence[str], language: str | None) -> Piece:
    """Text and marks, from the first of `texts` in which something answers, else how the first begins."""
    for text in texts:
        found = (_near(marker, text, language) or _first_block(marker, text, language)) if text else None
        if found is not None:
            return found
    beginning = next((text for text in texts if text.strip()), "")
    return _cut(" ".join(beginning[: 2 * LENGTH].split()), 0, ())


def located(text: str) -> list[Term]:
    """The terms of a text (in NFC) with their places."""
    if text.isascii():
        return [Term(word[0], *word.span()) for word in _ASCII_WORD.finditer(text.lower())]
    if any(not FOLDS[ord(letter)] for letter in set(text)):
        return _located_letter_by_letter(text)  # marks that are left out stand within words
    found: list[Term] = []
    for word in _WORD.finditer(text):
        letters = word[0]
        folded = letters.lower() if letters.isascii() else letters.translate(FOLDS)
        if " " not in folded:
            found.append(Term(folded, *word.span()))
        elif len(parts := folded.split()) == len(letters):  # each letter stands apart
            found += map(Term, parts, range(*word.span()), range(word.start() + 1, word.end() + 1))
        else:
            shift = word.start()
            inner = _located_letter_by_letter(letters)
            found += [Term(text, start + shift, end + shift) for text, start, end in inner]
    return found


def _located_letter_by_letter(text: str) -> list[Term]:
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


def _near(marker: Marker, text: str, language: str | None) -> Piece | None:
    """The quick way: find the first letters in the lower-cased text, and read only what is around them."""
    lowered = text.lower()
    if len(lowered) != len(text):
        return None
    first = marker.first(lowered, language)
    if first < 0:
        return None
    start = _word_start(text, max(0, first - BEFORE), first)
    window = text[start : start + LENGTH + BEFORE]
    found, marks = _marked(window, marker, language)
    if not marks:
        return None
    return _cut(found, marks[0][0], marks, begins=start == 0, ends=start + len(window) == len(text))


def _probe(sought: Sought) -> str:
    """Letters that what answers begins with, very nearly always: a stem ends otherwise than its word."""
    word = sought.terms[0]
    return word[: max(3, len(word) - 3)] if sought.stems else word


def _first_block(marker: Marker, text: str, language: str | None) -> Piece | None:
    """The sure way: read block after block until one answers."""
    if text.isascii() or marker.first(fold(text), language) < 0:
        return None  # in plain letters the quick way has seen all there is
    for block in text.split("\n"):
        if marker.first(fold(block), language) >= 0:
            found, marks = _marked(block, marker, language)
            if marks:
                return _cut(found, marks[0][0], marks)
    return None


def _marked(text: str, marker: Marker, language: str | None) -> tuple[str, Marks]:
    """The text on one line, with the places that answer."""
    line = unicodedata.normalize("NFC", text).translate(_SPACES)
    return line, _merged(marker.marks(located(line), language))


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
