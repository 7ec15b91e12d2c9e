"""A Query as terms to look for; the users' words become terms here and never any engine's syntax."""

from __future__ import annotations

from dataclasses import dataclass

from clipper.article.query import Query
from clipper.store.words import every_stem, is_apart, terms

LONGEST_BEGINNING = 100
"""Letters of a word that may go on: Tantivy takes up to 1,000 bytes, and nobody goes on with such a word."""


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or phrase: terms that must follow each other."""

    terms: tuple[str, ...]
    is_prefix: bool = False
    """The last term may go on: the word is still being typed."""
    stems: frozenset[str] = frozenset()
    """Marked stems that will do as well, for a single word."""


@dataclass(frozen=True, slots=True)
class Asked:
    """What must stand in a clip, and what must not."""

    wanted: tuple[Sought, ...] = ()
    unwanted: tuple[Sought, ...] = ()

    def __bool__(self) -> bool:
        return bool(self.wanted or self.unwanted)


def asked(query: Query) -> Asked:
    """Read a query; words without a letter or digit ask for nothing."""
    last = len(query.words) - 1
    words = [_word(word, is_last=place == last) for place, word in enumerate(query.words)]
    phrases = [_phrase(phrase) for phrase in query.phrases]
    excluded = [_phrase(each) for each in query.excluded]
    wanted = dict.fromkeys(each for each in (*words, *phrases) if each.terms)
    return Asked(tuple(wanted), tuple(each for each in excluded if each.terms))


def _word(word: str, *, is_last: bool) -> Sought:
    found = tuple(terms(word))
    prefix = is_last and bool(found) and not is_apart(found[-1]) and len(found[-1]) <= LONGEST_BEGINNING
    alone = len(found) == 1 and not is_apart(found[0])
    return Sought(found, prefix, frozenset(every_stem(found[0])) if alone else frozenset())


def _phrase(phrase: str) -> Sought:
    return Sought(tuple(terms(phrase)))
