"""What may stand in the fields that a user changes: the rules, and the values as they are kept."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from clipper.article.fields import MEDIA, SINGLE, FieldName, Rewriting
from clipper.errors import BadField
from clipper.store import names
from clipper.store.words import storable

LONGEST = 2_000
"""Characters of a field, a name or a line of custom fields."""
LONGEST_NOTE = 100_000
"""Characters of the rights note, of a note."""
MOST = 200
"""Names of a byline; custom fields."""
_LANGUAGE = re.compile(r"[a-z]{2,8}(-[a-z0-9]{1,8})*")
_DATES = frozenset(("published", "updated"))


def proper(wanted: Rewriting) -> dict[str, Any]:
    """Columns of `overlay` and what is to stand there: None takes back. Custom fields are left out: they are
    joined with what each clip has. Raises BadField."""
    columns: dict[str, Any] = {name: None for name in wanted.reset if name not in ("custom", "text")}
    for name, value in wanted.values:
        if name not in SINGLE:
            raise AssertionError(name)
        columns[name] = _value(name, value)
    if wanted.byline is not None:
        columns["byline"] = _byline(wanted.byline)
    if wanted.note is not None:
        columns["note"] = storable(wanted.note) if wanted.note.strip() else None
        _check_length("note", wanted.note, LONGEST_NOTE)
    return columns


def joined(there: Sequence[Sequence[str]], wanted: Sequence[tuple[str, str]]) -> list[list[str]] | None:
    """A clip's custom fields with these set or taken away; None where none is left. Raises BadField."""
    found: dict[str, list[str]] = {names.fold(name): [name, value] for name, value in there}
    for said, value in wanted:
        name = _name(said)
        kept = _line("custom", value)
        if kept:
            found[names.fold(name)] = [found.get(names.fold(name), [name])[0], kept]
        else:
            found.pop(names.fold(name), None)
    if len(found) > MOST:
        raise BadField("custom", str(len(found)), "too_many")
    return list(found.values()) or None


def _value(name: FieldName, value: str) -> str | None:
    if name == "rights":
        _check_length(name, value, LONGEST_NOTE)
        return storable(value.strip()) or None
    kept = _line(name, value)
    if not kept:
        return "" if name not in ("medium", "edition", "page") else None
    if name in _DATES:
        return _moment(name, kept)
    if name == "language":
        return _language(kept)
    if name == "medium" and kept.casefold() in MEDIA:
        return kept.casefold()
    return kept


def _line(name: str, value: str) -> str:
    """On one line, without characters that cannot be seen."""
    kept = "".join(letter for letter in " ".join(value.split()) if letter.isprintable() or letter in _JOINERS)
    _check_length(name, kept, LONGEST)
    return str(storable(kept))


_JOINERS = "\u200c\u200d\u200e\u200f\xa0"
"""Unseen, and needed: they join and part letters in Persian, Hindi and emoji, and turn directions."""


def _byline(wanted: Sequence[str]) -> list[str]:
    kept = list(dict.fromkeys(filter(None, (_line("byline", name) for name in wanted))))
    if len(kept) > MOST:
        raise BadField("byline", str(len(kept)), "too_many")
    return kept


def _name(said: str) -> str:
    name = _line("custom", said)
    if not name:
        raise BadField("custom", said, "empty")
    if len(name) > names.MAX_NAME:
        raise BadField("custom", _shown(name), "too_long")
    return name


def _moment(name: str, value: str) -> str:
    try:
        return date.fromisoformat(value).isoformat()
    except ValueError:
        pass
    try:
        return datetime.fromisoformat(value).isoformat()
    except ValueError as error:
        raise BadField(name, _shown(value), "no_date") from error


def _language(value: str) -> str:
    code = value.replace("_", "-").lower()
    if not _LANGUAGE.fullmatch(code):
        raise BadField("language", _shown(value), "no_language")
    return code


def _check_length(name: str, value: str, longest: int) -> None:
    if len(value) > longest:
        raise BadField(name, _shown(value), "too_long_value")


def _shown(value: str) -> str:
    printable = "".join(letter if letter.isprintable() else "�" for letter in value)
    return printable if len(printable) <= 60 else printable[:59] + "…"
