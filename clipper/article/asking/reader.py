"""Text -> tree. Every text is legal, and is read once from left to right.

    alternatives = all { OR all }
    all          = { term | AND }
    term         = [ NOT ] { - } ( word | quotation | field:word | field:quotation | [field:] bracket )

What can be none of this is a word (`foo:bar`, `12:30`), or nothing, like a blank: a quotation mark without
its other half, a closing bracket that closes nothing, a bracket deeper than `DEEPEST`, a field without value,
bare punctuation. A bracket that is open where the text ends is closed there: its other half is not typed yet.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date

from clipper.article.asking.fields import field_called, made, text_field
from clipper.article.asking.signs import (
    CLOSING,
    COLONS,
    MINUS,
    OPENING,
    OPERATORS,
    QUOTES,
    STARS,
    brackets_in_words,
    end_of_quotation,
    is_findable,
    is_glue,
    is_unspaced,
    quotation,
)
from clipper.article.asking.tree import Part, Phrase, Word, all_of, any_of, none_of

DEEPEST = 20
"""Brackets in brackets. A tree of this depth can be hashed, pickled and walked without filling the stack."""

_FIELD = re.compile(r"([A-Za-z]+)[:：]")
_OPERATOR = re.compile(r"(?:AND|OR|NOT)(?=[\s()（）]|\Z)")


@dataclass(frozen=True, slots=True)
class Term:
    """A part with the place of its source in the text."""

    start: int
    end: int
    part: Part


@dataclass(frozen=True, slots=True)
class Source:
    """A query with the terms it was read from."""

    text: str
    """As it was typed, but what means no more than a blank is one."""
    alternatives: tuple[tuple[Term, ...], ...]
    """What stands between the ORs outside of brackets; none is empty."""
    unclosed: int
    """How many brackets of the last term are still open at the end."""

    @property
    def tree(self) -> Part | None:
        """What is asked."""
        return _joined(self.alternatives)


def parse(text: str, *, today: date) -> Part | None:
    """What the text asks; None if nothing. `today` (where the user is) says what `last-week` means.

    >>> parse('"central bank" OR rates*', today=date(2026, 11, 24))
    ... # doctest: +NORMALIZE_WHITESPACE
    Or(parts=(Phrase(text='central bank', field=None),
              Word(text='rates', field=None, is_prefix=True, is_open=False)))
    >>> parse('" - (', today=date(2026, 11, 24)) is None
    True
    """
    return source(text, today=today).tree


def source(text: str, *, today: date) -> Source:
    """The same, with the place of every term."""
    reader = _Reader(text, today)
    alternatives = reader.alternatives(None, depth=0)
    reaches_end = bool(alternatives) and alternatives[-1][-1].end == len(text)
    return Source(reader.without_the_meaningless(), alternatives, reader.unclosed if reaches_end else 0)


def _joined(alternatives: tuple[tuple[Term, ...], ...]) -> Part | None:
    return any_of(all_of(term.part for term in terms) for terms in alternatives)


class _Reader:
    """Stands at one place of the text and goes on from there."""

    def __init__(self, text: str, today: date) -> None:
        self.text = text
        self.today = today
        self.at = 0
        self.unclosed = 0
        self._meaningless: list[int] = []
        self._too_deep = 0
        self._excluding = 0
        self._in_words = brackets_in_words(text)
        self._never_ended: set[str] = set()

    def without_the_meaningless(self) -> str:
        """The text, but what means no more than a blank is one."""
        signs = list(self.text)
        for at in self._meaningless:
            signs[at] = " "
        return "".join(signs)

    def alternatives(self, field: str | None, *, depth: int) -> tuple[tuple[Term, ...], ...]:
        """Read to the end, or to the bracket that closes this one. Bare values in it belong to `field`."""
        found: list[list[Term]] = [[]]
        negated_at: int | None = None
        while self._goes_on(depth):
            start = self.at
            operator = self._operator()
            if operator is None:
                found[-1] += self._term(field, depth, negated_at)
                negated_at = None
            elif operator == "OR":
                found.append([])
                negated_at = None
            elif operator == "NOT":
                negated_at = start if negated_at is None else None
        return tuple(tuple(terms) for terms in found if terms)

    def _goes_on(self, depth: int) -> bool:
        """Pass what means nothing; False at the end, or before the bracket that closes this one."""
        while self.at < len(self.text):
            sign = self.text[self.at]
            if sign in CLOSING:
                if depth and not self._too_deep:
                    return False
                self._too_deep = max(0, self._too_deep - 1)
            elif not self._is_nothing(depth):
                return True
            elif sign in OPENING:
                self._too_deep += 1
            if not sign.isspace():
                self._meaningless.append(self.at)
            self.at += 1
        return False

    def _is_nothing(self, depth: int) -> bool:
        """Whether no term begins here."""
        sign = self.text[self.at : self.at + 1]
        if not sign or sign.isspace() or sign in CLOSING:
            return True
        if sign in OPENING:
            return depth >= DEEPEST
        return sign in QUOTES and self._end_of_quotation() is None

    def _end_of_quotation(self) -> int | None:
        mark = self.text[self.at]
        if mark in self._never_ended:
            return None
        end = end_of_quotation(self.text, self.at)
        if end is None:
            self._never_ended.add(mark)  # else a text of nothing but such marks would be read once for each
        return end

    def _operator(self) -> str | None:
        found = _OPERATOR.match(self.text, self.at)
        if found is None:
            return None
        self.at = found.end()
        return found.group()

    def _term(self, field: str | None, depth: int, negated_at: int | None) -> list[Term]:
        """One term, or none if it asks nothing."""
        start = self.at if negated_at is None else negated_at
        minuses = self._minuses()
        if minuses and self._is_nothing(depth):
            return []
        is_negated = (minuses % 2 == 1) != (negated_at is not None)
        self._excluding += is_negated
        part = self._positive(field, depth, is_operand=minuses > 0)
        self._excluding -= is_negated
        part = none_of(part) if is_negated else part
        return [] if part is None else [Term(start, self.at, part)]

    def _minuses(self) -> int:
        start = self.at
        while self.at < len(self.text) and self.text[self.at] in MINUS:
            self.at += 1
        return self.at - start

    def _positive(self, field: str | None, depth: int, *, is_operand: bool) -> Part | None:
        if self.text[self.at] in OPENING:
            return self._bracket(field, depth)
        if self.text[self.at] in QUOTES:
            return self._valued(field, self._quotation(), is_quoted=True)
        named = _FIELD.match(self.text, self.at)
        known = field_called(named.group(1)) if named else None
        if named and known:
            return self._in_field(known, field, named.end(), depth)
        word = self._word()
        return None if is_operand and word in OPERATORS else self._valued(field, word)

    def _bracket(self, field: str | None, depth: int) -> Part | None:
        self.at += 1
        found = _joined(self.alternatives(field, depth=depth + 1))
        if self.at < len(self.text):
            self.at += 1
        else:
            self.unclosed += 1
        return found

    def _in_field(self, known: str, around: str | None, value_at: int, depth: int) -> Part | None:
        """`known:value`. If it cannot have this value, all of it is a word (of the field `around` it)."""
        start, self.at = self.at, value_at
        if self._is_nothing(depth):
            return None
        if self.text[self.at] in OPENING:
            return self._bracket(known, depth)
        is_quoted = self.text[self.at] in QUOTES
        value = self._quotation() if is_quoted else self._word()
        if text_field(known):
            return self._valued(known, value, is_quoted=is_quoted)
        found = made(known, value, self.today)
        typed = value if is_quoted else self.text[start : self.at]
        return found or self._valued(around, typed, is_quoted=is_quoted)

    def _quotation(self) -> str:
        end = self._end_of_quotation()
        assert end is not None
        start, self.at = self.at, end + 1
        return quotation(self.text, start, end)

    def _word(self) -> str:
        start = self.at
        while self.at < len(self.text) and not self._word_ends(start):
            opens_at = self.text[self.at] in OPENING and self.at > start
            self.at = (self._in_words[self.at] if opens_at else self.at) + 1
        return self.text[start : self.at]

    def _word_ends(self, start: int) -> bool:
        """Whether the word begun at `start` goes on no further: here it ends, or something else begins."""
        sign = self.text[self.at]
        if sign.isspace() or sign in CLOSING:
            return True
        if self.at == start:
            return False
        before = self.text[self.at - 1]
        if sign in OPENING:
            is_inside = self.at in self._in_words and before not in COLONS and not is_unspaced(before)
            return not is_inside or self._is_operator_from(start)
        return sign in QUOTES and not is_glue(before)

    def _is_operator_from(self, start: int) -> bool:
        return self.at - start <= 3 and self.text[start : self.at] in OPERATORS

    def _valued(self, field: str | None, value: str, *, is_quoted: bool = False) -> Part | None:
        """A bare value in a field or in none. What the field cannot have is looked for everywhere."""
        looked_in = text_field(field)
        if field is not None and looked_in is None and (found := made(field, value, self.today)):
            return found
        if is_quoted:
            return Phrase(" ".join(value.split()), looked_in) if is_findable(value) else None
        text = value.rstrip(STARS)
        is_prefix = text != value
        is_open = self.at == len(self.text) and not (is_prefix or self._excluding)
        return Word(text, looked_in, is_prefix, is_open) if is_findable(text) else None
