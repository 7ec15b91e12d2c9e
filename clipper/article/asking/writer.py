"""Tree -> text, so that reading it gives the same tree again.

>>> written(Not(Tagged('water board')))
'-tag:"water board"'
>>> march = Dated('published', date(2026, 3, 1), date(2026, 3, 31))
>>> written(And((Word('ferry'), Or((Phrase('low tide'), march)))))
'ferry ("low tide" OR published:2026-03)'

Relative days are written as the days that they were: keep the text of what shall stay `last-week`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from datetime import date

from clipper.article.asking.ranges import as_days, as_lengths
from clipper.article.asking.reader import parse
from clipper.article.asking.signs import OPERATORS
from clipper.article.asking.tree import (
    And,
    Dated,
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
    WithUrl,
    Word,
)

ANY_DAY = date(2000, 1, 1)
"""For reading where no day matters."""

_BARE = re.compile(r"[^\W_][\w./+#&@'-]*")


def quoted(value: str) -> str:
    """The value as it can stand behind a field's colon: in quotation marks if it needs them.

    >>> quoted('energy'), quoted('water board'), quoted('5" disk')
    ('energy', '"water board"', '"5"" disk"')
    """
    if _BARE.fullmatch(value) and value not in OPERATORS:
        return value
    return _in_quotes(value)


def written(tree: Part | None) -> str:
    """The text that asks this. It ends with a blank where its last word is finished."""
    if tree is None:
        return ""
    pieces = list(_pieces(tree))
    last = _last(tree)
    if isinstance(last, Word) and last.is_open:
        while pieces[-1] == ")":  # behind a bracket no word is being typed
            pieces.pop()
    elif isinstance(last, Word) and not last.is_prefix and pieces[-1] != ")":
        pieces.append(" ")
    return "".join(pieces)


def _last(part: Part) -> Part:
    while isinstance(part, And | Or):
        part = part.parts[-1]
    return part


def _pieces(part: Part, *, is_joined: bool = False) -> Iterator[str]:
    """The text in pieces; each bracket is one of its own. `is_joined`: an Or needs brackets here."""
    if isinstance(part, Not):
        yield "-"
        yield from _bracketed(part.part) if isinstance(part.part, And | Or) else _pieces(part.part)
    elif isinstance(part, Or) and is_joined:
        yield from _bracketed(part)
    elif isinstance(part, And | Or):
        for place, each in enumerate(part.parts):
            if place:
                yield " OR " if isinstance(part, Or) else " "
            yield from _pieces(each, is_joined=isinstance(part, And))
    else:
        yield _leaf(part)


def _bracketed(part: Part) -> Iterator[str]:
    yield "("
    yield from _pieces(part)
    yield ")"


def _leaf(part: Part) -> str:
    match part:
        case Word():
            return _word(part)
        case Phrase(text, field):
            return _of(field, _in_quotes(text))
        case Tagged(value):
            return _of("tag", quoted(value))
        case InCollection(value):
            return _of("in", quoted(value))
        case OfSite(value):
            return _of("site", quoted(value))
        case WithUrl(value):
            return _of("url", quoted(value))
        case InLanguage(value):
            return _of("lang", quoted(value))
        case InSection(value):
            return _of("section", quoted(value))
        case Dated(field, first, last):
            return _of(field, as_days(first, last))
        case State(name):
            return _of("is", name)
        case Has(name):
            return _of("has", name)
        case Length(least, most):
            return _of("words", as_lengths(least, most))
    raise AssertionError(part)


def _word(word: Word) -> str:
    """As it was typed. What was never typed and would be read otherwise, such as `OR`, is a phrase."""
    bare = _of(word.field, word.text + ("*" if word.is_prefix else ""))
    as_read = parse(f"{bare} ", today=ANY_DAY)
    return bare if as_read == replace(word, is_open=False) else _of(word.field, _in_quotes(word.text))


def _of(field: str | None, value: str) -> str:
    return f"{field}:{value}" if field else value


def _in_quotes(value: str) -> str:
    return '"{}"'.format(value.replace('"', '""'))
