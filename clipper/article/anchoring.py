"""Where a marked passage stands, in a text that may have changed since: W3C's Web Annotation model.

An anchor is the quotation, what stood around it, and where it began. It is looked for word for word first;
of several places the one with the same surroundings counts, then the nearest. Else the most similar passage
is taken, if it is similar enough (`resembling.py`). Positions count characters.

>>> anchored = anchor("the ship left the port", 14, 17)
>>> locate("at dawn the ship left the port", anchored)
Place(start=22, end=25, is_exact=True)
>>> locate("nothing of this", anchored) is None
True
"""

from __future__ import annotations

from dataclasses import dataclass

from clipper.article.resembling import most_similar

CONTEXT = 32
"""Characters kept of what stands before and behind."""
_COMPARED = 250
"""Places on each side of the old one whose surroundings are compared."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """A passage as it was marked."""

    quote: str
    prefix: str
    suffix: str
    start: int


@dataclass(frozen=True, slots=True)
class Place:
    """Where it stands: `text[start:end]`. `is_exact`: in the very same words."""

    start: int
    end: int
    is_exact: bool = True


def anchor(text: str, start: int, end: int) -> Anchor:
    """The anchor of `text[start:end]`."""
    return Anchor(text[start:end], text[max(0, start - CONTEXT) : start], text[end : end + CONTEXT], start)


def locate(text: str, wanted: Anchor) -> Place | None:
    """Where the passage stands in this text, or None."""
    length = len(wanted.quote)
    if not length:
        return None
    if text.startswith(_whole(wanted), max(0, wanted.start - len(wanted.prefix))):
        return Place(wanted.start, wanted.start + length)
    for words, before in ((_whole(wanted), len(wanted.prefix)), (wanted.quote, 0)):
        exact = [at + before for at in _nearest(text, words, wanted.start - before)]
        if exact:
            start = max(exact, key=lambda at: _worth(text, at, wanted))
            return Place(start, start + length)
    found = most_similar(text, wanted.prefix, wanted.quote, wanted.suffix, wanted.start)
    return None if found is None else Place(*found, is_exact=text[slice(*found)] == wanted.quote)


def occurrences(text: str, words: str) -> list[int]:
    """Where these words begin, overlapping ones too; none for no words."""
    found: list[int] = []
    at = text.find(words) if words else -1
    while at >= 0:
        found.append(at)
        at = text.find(words, at + 1)
    return found


def passages(text: str, words: str) -> list[tuple[int, int]]:
    """Where these words stand one beside another, whatever white space parts them; in order."""
    exact = occurrences(text, words.strip())
    if exact:
        return [(at, at + len(words.strip())) for at in exact]
    places = [at for at, letter in enumerate(text) if not letter.isspace()]
    letters = "".join(words.split())
    begins = occurrences("".join(text.split()), letters)
    return [(places[at], places[at + len(letters) - 1] + 1) for at in begins]


def _whole(wanted: Anchor) -> str:
    return wanted.prefix + wanted.quote + wanted.suffix


def _nearest(text: str, words: str, start: int) -> list[int]:
    """Where these words begin, on either side of a place; in a text that says one thing over and over the
    nearest only."""
    found: list[int] = []
    at = text.find(words, max(0, start))
    while at >= 0 and len(found) < _COMPARED:
        found.append(at)
        at = text.find(words, at + 1)
    at = text.rfind(words, 0, max(0, start) + len(words) - 1)
    while at >= 0 and len(found) < 2 * _COMPARED:
        found.append(at)
        at = text.rfind(words, 0, at + len(words) - 1)
    return found


def _worth(text: str, at: int, wanted: Anchor) -> tuple[int, int]:
    """How much of the surroundings is the same, then how near it is to the old place."""
    end = at + len(wanted.quote)
    before = text[max(0, at - CONTEXT) : at]
    same = _same_beginning(before[::-1], wanted.prefix[::-1])
    same += _same_beginning(text[end : end + CONTEXT], wanted.suffix)
    return same, -abs(at - wanted.start)


def _same_beginning(one: str, other: str) -> int:
    for at, (mine, its) in enumerate(zip(one, other, strict=False)):
        if mine != its:
            return at
    return min(len(one), len(other))
