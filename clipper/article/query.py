"""What a user may ask of the library: a place to look (Scope) and words (Query).

>>> parse('ferry "harbour council" -sport')
Query(words=('ferry',), phrases=('harbour council',), excluded=('sport',))
>>> parse('')
Query(words=(), phrases=(), excluded=())
>>> parse('5" -')
Query(words=('5', '-'), phrases=(), excluded=())
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Literal

Place = Literal["all", "unfiled", "starred", "unread", "trash", "collection", "tag"]


@dataclass(frozen=True, slots=True)
class Scope:
    """Where to look: one of the sidebar's places. `name` is the collection's path or the tag."""

    place: Place = "all"
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Query:
    """Words that must stand in a clip, phrases that must, words or phrases that must not."""

    words: tuple[str, ...] = ()
    phrases: tuple[str, ...] = ()
    excluded: tuple[str, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.words or self.phrases or self.excluded)


@dataclass(frozen=True, slots=True)
class Hit:
    """A clip that was found. `snippet` is plain text; `marks` are (start, end) positions in it."""

    id: int
    score: float
    snippet: str = ""
    marks: tuple[tuple[int, int], ...] = ()


_TOKEN = re.compile(r'(-?)"([^"]*)"|(\S+)')


def parse(text: str) -> Query:
    """Read what was typed; every string is legal. A lone quotation mark is no quotation."""
    if text.count('"') % 2:
        head, _, tail = text.rpartition('"')
        text = f"{head} {tail}"
    words: list[str] = []
    phrases: list[str] = []
    excluded: list[str] = []
    for minus, phrase, word in _TOKEN.findall(text):
        if word:
            if word.startswith("-") and len(word) > 1:
                excluded.append(word[1:])
            else:
                words.append(word)
        elif phrase.strip():
            (excluded if minus else phrases).append(" ".join(phrase.split()))
    return Query(tuple(words), tuple(phrases), tuple(excluded))
