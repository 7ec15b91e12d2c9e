"""What a clip is found under, and the document that the text index keeps of it.

Fields of words: `title byline site note body`, folded, with their positions. Beside them, so that no search
needs to go through half of the library: the first letters of the title's words, the first letter of every
word, and neighbours that are both among the commonest words.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cache
from operator import itemgetter
from string import ascii_lowercase, digits
from typing import Any

import tantivy

from clipper.store.words import common_pairs, fold, stem_marks

EXACT = ("title", "byline", "site", "note", "body")
"""Fields of folded words with their positions."""
ASCII_LETTERS = ascii_lowercase + digits
"""Of folded text."""
LONGEST_START = 4
"""Letters of a title's words that are indexed as a beginning; longer ones are quickly walked through."""


@dataclass(frozen=True, slots=True)
class Findable:
    """The words under which a clip is found, folded; `text` and `note` as they are, for snippets."""

    id: int
    language: str | None
    text: str
    note: str
    excerpt: str
    moment: int
    """When it was published, else captured: seconds since 1970."""
    fields: dict[str, str]
    """Of EXACT."""


def findable(
    number: int,
    language: str | None,
    text: str,
    note: str | None,
    excerpt: str | None,
    moment: int,
    **fields: str,
) -> Findable:
    """A clip's words, folded here; `fields`: title, byline, site."""
    folded = {name: fold(value) for name, value in fields.items()}
    folded |= {"body": fold(text), "note": fold(note or "")}
    return Findable(number, language, text, note or "", excerpt or "", moment, folded)


def seconds(published: str | None, captured: datetime) -> int:
    """By what newer and older are told: never below 0."""
    try:
        read = datetime.fromisoformat(published) if published else captured
    except ValueError:
        read = captured
    aware = read if read.tzinfo else read.replace(tzinfo=UTC)
    return max(0, int(aware.timestamp()))


@cache
def schema() -> Any:
    """The fields. Ids are integers: a delete by a term of an unsigned field silently deletes nothing."""
    builder = tantivy.SchemaBuilder()
    builder.add_integer_field("id", indexed=True, fast=True)
    builder.add_integer_field("moment", fast=True)
    for name in EXACT:
        builder.add_text_field(name, tokenizer_name="whitespace")
    for name in ("tongue", "title_start", "letter"):
        builder.add_text_field(name, tokenizer_name="whitespace", index_option="basic")
    builder.add_text_field("pair", tokenizer_name="whitespace", index_option="freq")
    return builder.build()


def document(clip: Findable) -> Any:
    """The same as Tantivy's document."""
    made = tantivy.Document()
    made.add_integer("id", clip.id)
    made.add_integer("moment", clip.moment)
    for name, text in clip.fields.items():
        if text:
            made.add_text(name, text)
    made.add_text("tongue", stem_marks(clip.language) or "")
    made.add_text("title_start", " ".join(title_starts(clip.fields["title"])))
    made.add_text("letter", " ".join(first_letters(" ".join(clip.fields.values()))))
    made.add_text("pair", " ".join(common_pairs(clip.fields["body"].split())))
    return made


def first_letters(folded: str) -> set[str]:
    """The first letter of every term. In ASCII each letter is looked for: most are found soon."""
    if not folded.isascii():
        return set(map(itemgetter(0), folded.split()))
    text = f" {folded}"
    return {letter for letter in ASCII_LETTERS if letter in text and f" {letter}" in text}


def title_starts(title: str) -> set[str]:
    """The first one to four letters of a title's words."""
    return {term[:length] for term in title.split() for length in range(1, LONGEST_START + 1)}
