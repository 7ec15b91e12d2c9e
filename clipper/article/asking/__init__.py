"""The language in which the library is searched: what was typed becomes a tree, and a tree text again.

Any text is a legal query. `docs/searching.md` tells the language to those who use it.

>>> from datetime import date
>>> parse('title:ferry -tag:sport published:2026-03', today=date(2026, 11, 24))
... # doctest: +NORMALIZE_WHITESPACE
And(parts=(Word(text='ferry', field='title', is_prefix=False, is_open=False),
           Not(part=Tagged(name='sport')),
           Dated(field='published', first=datetime.date(2026, 3, 1), last=datetime.date(2026, 3, 31))))
"""

from clipper.article.asking.chips import Chip, ChipKind, chips, with_part, without
from clipper.article.asking.reader import parse
from clipper.article.asking.renaming import NamedField, renamed
from clipper.article.asking.tree import (
    And,
    Dated,
    DateField,
    Has,
    HasName,
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
    StateName,
    Tagged,
    TextField,
    WithUrl,
    Word,
    all_of,
    any_of,
    finished,
    none_of,
)
from clipper.article.asking.writer import quoted, written

__all__ = [
    "And",
    "Chip",
    "ChipKind",
    "DateField",
    "Dated",
    "Has",
    "HasName",
    "InCollection",
    "InLanguage",
    "InSection",
    "Length",
    "NamedField",
    "Not",
    "OfSite",
    "Or",
    "Part",
    "Phrase",
    "State",
    "StateName",
    "Tagged",
    "TextField",
    "WithUrl",
    "Word",
    "all_of",
    "any_of",
    "chips",
    "finished",
    "none_of",
    "parse",
    "quoted",
    "renamed",
    "with_part",
    "without",
    "written",
]
