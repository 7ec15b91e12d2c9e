"""The words of a query as terms to look for; the users' words become terms here and never any engine's
syntax."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import TypeAlias

from clipper.article.asking import And, Not, Or, Part, Phrase, TextField, Word
from clipper.store.documents import EXACT
from clipper.store.words import is_apart, is_common, respelled, stem_of, stems_by_language, terms

LONGEST_BEGINNING = 100
"""Letters of a word that may go on: Tantivy takes up to 1,000 bytes, and nobody goes on with such a word."""
FIELDS: dict[TextField | None, tuple[str, ...]] = {
    None: EXACT,
    "title": ("title",),
    "by": ("byline",),
    "text": ("body",),
    "note": ("note",),
}
"""Where a word is looked for, by the field that was asked."""

INFLECTED = ("title", "note", "body")
"""Fields in which words of the same stem will do: names are not inflected."""
RESPELLED = "german"
"""The stemmer of the language in which words are spelled with umlauts, or with `ae`, `oe` and `ue`."""

InWords: TypeAlias = Word | Phrase


@dataclass(frozen=True, slots=True)
class Sought:
    """A word or phrase: terms that must follow each other."""

    terms: tuple[str, ...]
    fields: tuple[str, ...] = EXACT
    is_prefix: bool = False
    """The last term may go on."""
    stems: tuple[tuple[str, str], ...] = ()
    """Stemmers and stems: a word of a clip in that language with that stem will do as well."""
    respelled: str | None = None
    """The word as others spell it, in clips in German."""

    @property
    def is_anywhere(self) -> bool:
        """Whether no field was named: tags and collections of that name answer too."""
        return self.fields == EXACT


@lru_cache(1_000)
def sought(part: InWords) -> Sought:
    """What a word or phrase looks for; nothing, if it has no letter or digit."""
    found = tuple(terms(part.text))
    fields = FIELDS[part.field]
    if isinstance(part, Phrase) or not found:
        return Sought(found, fields)
    last = found[-1]
    may_go_on = not is_apart(last) and len(last) <= LONGEST_BEGINNING
    is_alone = len(found) == 1 and not (is_apart(last) or is_common(last) or part.is_prefix)
    stems = tuple(stems_by_language(last).items()) if is_alone else ()
    other = respelled(part.text) if is_alone else None
    if other is not None:
        stems = tuple(dict.fromkeys((*stems, (RESPELLED, stem_of(other, RESPELLED)))))
    return Sought(found, fields, (part.is_prefix or part.is_open) and may_go_on, stems, other)


def telling(tree: Part | None) -> Part | None:
    """The tree without words that ask for nothing; None if nothing is left."""
    if isinstance(tree, Word | Phrase):
        return tree if sought(tree).terms else None
    if isinstance(tree, Not):
        part = telling(tree.part)
        return None if part is None else Not(part)
    if isinstance(tree, And | Or):
        parts = tuple(part for part in map(telling, tree.parts) if part is not None)
        return type(tree)(parts) if len(parts) > 1 else next(iter(parts), None)
    return tree


def wanted(tree: Part | None) -> Iterator[Sought]:
    """The words and phrases that a clip is found for, not those that it must not have."""
    if isinstance(tree, Word | Phrase):
        yield sought(tree)
    elif isinstance(tree, And | Or):
        for part in tree.parts:
            yield from wanted(part)
