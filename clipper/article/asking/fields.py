"""The fields of a query: their names, and what each makes of a value.

>>> field_called('Author'), field_called('foo')
('by', None)
>>> made('has', 'images', date(2026, 11, 24))
Has(name='image')
>>> made('is', 'purple', date(2026, 11, 24)) is None
True
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import get_args

from clipper.article.asking.ranges import days, lengths
from clipper.article.asking.tree import (
    Dated,
    DateField,
    Has,
    HasName,
    InCollection,
    InLanguage,
    InSection,
    Length,
    OfSite,
    Part,
    State,
    StateName,
    Tagged,
    TextField,
    WithUrl,
)

_ALIASES = {
    "author": "by",
    "body": "text",
    "collection": "in",
    "language": "lang",
    "captured": "clipped",
}
_TEXT: dict[str, TextField] = {name: name for name in get_args(TextField)}
_STATES: dict[str, StateName] = {name: name for name in get_args(StateName)}
_HAD: dict[str, HasName] = {form: name for name in get_args(HasName) for form in (name, f"{name}s")}


def field_called(name: str) -> str | None:
    """The field of this name or alias, in whatever case; None if there is none."""
    name = name.lower()
    name = _ALIASES.get(name, name)
    return name if name in _TEXT or name in _MAKERS else None


def text_field(name: str | None) -> TextField | None:
    """The field, if it is one in which words and phrases are looked for."""
    return None if name is None else _TEXT.get(name)


def made(field: str, value: str, today: date) -> Part | None:
    """What a field that holds no words asks with this value; None if it cannot have it."""
    value = value.strip()
    return _MAKERS[field](value, today) if value else None


def _dated(field: DateField) -> Callable[[str, date], Part | None]:
    def make(value: str, today: date) -> Part | None:
        found = days(value, today)
        return None if found is None else Dated(field, *found)

    return make


def _since(value: str, today: date) -> Part | None:
    return None if _is_range(value) else _dated("published")(f">={value}", today)


def _before(value: str, today: date) -> Part | None:
    return None if _is_range(value) else _dated("published")(f"<{value}", today)


def _is_range(value: str) -> bool:
    return ".." in value or "…" in value


def _length(value: str, _today: date) -> Part | None:
    found = lengths(value)
    return None if found is None else Length(*found)


def _state(value: str, _today: date) -> Part | None:
    name = _STATES.get(value.lower())
    return State(name) if name else None


def _has(value: str, _today: date) -> Part | None:
    name = _HAD.get(value.lower())
    return Has(name) if name else None


_MAKERS: dict[str, Callable[[str, date], Part | None]] = {
    "tag": lambda value, _today: Tagged(value),
    "in": lambda value, _today: InCollection(value),
    "site": lambda value, _today: OfSite(value),
    "url": lambda value, _today: WithUrl(value),
    "lang": lambda value, _today: InLanguage(value),
    "section": lambda value, _today: InSection(value),
    "published": _dated("published"),
    "clipped": _dated("clipped"),
    "updated": _dated("updated"),
    "after": _since,
    "before": _before,
    "is": _state,
    "has": _has,
    "words": _length,
}
