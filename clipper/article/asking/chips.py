"""A query as chips: what a window shows beneath the field, one for each thing asked, and can take away.

>>> text = 'ferry tag:(a OR b) -"low tide"'
>>> [(chip.kind, text[chip.start : chip.end]) for chip in chips(text, today=date(2026, 11, 24))]
[('word', 'ferry'), ('any', 'tag:(a OR b)'), ('phrase', '-"low tide"')]
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from typing import Literal

from clipper.article.asking.reader import Source, Term, parse, source
from clipper.article.asking.tree import (
    And,
    Dated,
    DateField,
    Has,
    InCollection,
    InLanguage,
    InSection,
    Length,
    Not,
    OfSite,
    Or,
    Part,
    Phrase,
    State,
    Tagged,
    TextField,
    WithUrl,
    Word,
    finished,
)
from clipper.article.asking.writer import ANY_DAY, written

ChipKind = (
    Literal[
        "word", "phrase", "tag", "in", "site", "url", "lang", "section", "is", "has", "words", "any", "all"
    ]
    | TextField
    | DateField
)


@dataclass(frozen=True, slots=True)
class Chip:
    """One of the things that are asked all together: a term, or a bracket or an OR as a whole."""

    start: int
    end: int
    """Where it stands in the text."""
    part: Part
    """What it asks, with its Not."""
    kind: ChipKind
    """The field; `word` or `phrase` without one; `any` for an OR, `all` for a bracket without."""
    values: tuple[str, ...]
    """One value; of dates and `words` the first and the last, "" for open; of a bracket what stands in it."""
    is_negated: bool
    repeats: tuple[tuple[int, int], ...] = ()
    """Where else in the text the same is asked."""


def chips(text: str, *, today: date) -> tuple[Chip, ...]:
    """What the text asks, in order. All their parts together are what `parse` gives."""
    found: dict[Part, Chip] = {}
    for term in _terms(source(text, today=today)):
        first = found.get(term.part)
        found[term.part] = _again(first, term) if first else _chip(term)
    return tuple(found.values())


def without(text: str, chip: Chip) -> str:
    """The text less what one of its chips asks, with single blanks between the rest.

    >>> text = 'ferry  AND tag:sport "'
    >>> without(text, chips(text, today=ANY_DAY)[1])
    'ferry '
    """
    read = source(text, today=ANY_DAY)
    terms = _terms(read)
    gone = {(chip.start, chip.end), *chip.repeats}
    kept = [term for term in terms if (term.start, term.end) not in gone]
    if len(kept) == len(terms):
        return text
    is_being_typed = bool(kept) and kept[-1] == terms[-1] and _is_open(read)
    rest = " ".join(read.text[term.start : term.end] for term in kept)
    return rest if is_being_typed else _ended(rest)


def with_part(text: str, part: Part) -> str:
    """The text that asks for this too; as it is, if the part stands there already.

    >>> with_part('ferry OR harbour', Tagged('water board'))
    '(ferry OR harbour) tag:"water board"'
    """
    read = source(text, today=ANY_DAY)
    pieces = [read.text[term.start : term.end] for term in _terms(read)]
    if pieces:
        pieces[-1] = _closed(pieces[-1], read.unclosed)
    if len(read.alternatives) > 1:
        pieces = [f"({pieces[0]})"]
    added = written(part).strip()
    added = f"({added})" if isinstance(part, Or) else added
    return _ended(" ".join(pieces if added in pieces else [*pieces, added]))


def _closed(text: str, brackets: int) -> str:
    """With its brackets closed: behind a blank where they would else close one inside the last word."""
    tight = text + ")" * brackets
    is_same = parse(tight, today=ANY_DAY) == finished(parse(text, today=ANY_DAY))
    return tight if is_same or not brackets else f"{text} {')' * brackets}"


def _ended(text: str) -> str:
    """With a blank behind its last word, if without it that word would be one that is still being typed."""
    return f"{text} " if _is_open(source(text, today=ANY_DAY)) else text


def _is_open(read: Source) -> bool:
    return finished(read.tree) != read.tree


def _terms(read: Source) -> tuple[Term, ...]:
    """What is asked all together; several alternatives are one term."""
    if len(read.alternatives) < 2:
        return tuple(_tidy(read, term) for terms in read.alternatives for term in terms)
    tree = read.tree
    assert tree is not None
    first, last = read.alternatives[0][0], read.alternatives[-1][-1]
    return (_tidy(read, Term(first.start, last.end, tree)),)


def _tidy(read: Source, term: Term) -> Term:
    """Without the blanks of a bracket that nothing closed."""
    return replace(term, end=term.start + len(read.text[term.start : term.end].rstrip()))


def _again(chip: Chip, term: Term) -> Chip:
    return replace(chip, repeats=(*chip.repeats, (term.start, term.end)))


def _chip(term: Term) -> Chip:
    is_negated = isinstance(term.part, Not)
    kind, values = _shown(term.part.part if isinstance(term.part, Not) else term.part)
    return Chip(term.start, term.end, term.part, kind, values, is_negated)


def _shown(part: Part) -> tuple[ChipKind, tuple[str, ...]]:
    match part:
        case Word(text, field):
            return field or "word", (text,)
        case Phrase(text, field):
            return field or "phrase", (text,)
        case Dated(field, first, last):
            return field, (first.isoformat() if first else "", last.isoformat() if last else "")
        case Length(least, most):
            return "words", ("" if least is None else str(least), "" if most is None else str(most))
        case And():
            return "all", (written(part).strip(),)
        case Or():
            return "any", (written(part).strip(),)
        case _:
            return _named(part)


def _named(part: Part) -> tuple[ChipKind, tuple[str, ...]]:
    match part:
        case Tagged(value):
            return "tag", (value,)
        case InCollection(value):
            return "in", (value,)
        case OfSite(value):
            return "site", (value,)
        case WithUrl(value):
            return "url", (value,)
        case InLanguage(value):
            return "lang", (value,)
        case InSection(value):
            return "section", (value,)
        case State(name):
            return "is", (name,)
        case Has(name):
            return "has", (name,)
    raise AssertionError(part)
