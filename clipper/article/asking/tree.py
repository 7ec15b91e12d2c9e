"""A query as a tree: what is asked of a clip, and how the parts are joined.

`all_of`, `any_of` and `none_of` join parts and keep the tree simple: no And in an And, no Or in an Or, no Not
of a Not, nothing twice, no joint of one part only. None is a query that asks nothing.

>>> all_of([Tagged('a'), all_of([Tagged('b'), Tagged('a')]), None])
And(parts=(Tagged(name='a'), Tagged(name='b')))
>>> none_of(none_of(Tagged('a')))
Tagged(name='a')
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import Literal, TypeAlias

TextField = Literal["title", "by", "text", "note"]
DateField = Literal["published", "clipped", "updated"]
StateName = Literal["starred", "unread", "read", "trashed", "teaser", "duplicate", "unfiled", "untagged"]
HasName = Literal["note", "highlight", "image", "version", "tag"]


@dataclass(frozen=True, slots=True)
class Word:
    """A word as it was typed: no blanks, but perhaps `ferry-boat` or `12:30`. `field` None: anywhere."""

    text: str
    field: TextField | None = None
    is_prefix: bool = False
    """Any word that begins so: a star stood behind it."""
    is_open: bool = False
    """Still being typed: the query ends with it, without a blank. Never an excluded one, nor a prefix."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that stand together, in this order; single blanks between them. `field` None: anywhere."""

    text: str
    field: TextField | None = None


@dataclass(frozen=True, slots=True)
class Tagged:
    """With this tag."""

    name: str


@dataclass(frozen=True, slots=True)
class InCollection:
    """Filed in the collection of this path: `Politics/Russia`; a `/` inside a name is written `\\/`."""

    path: str


@dataclass(frozen=True, slots=True)
class OfSite:
    """Of the site of this name."""

    name: str


@dataclass(frozen=True, slots=True)
class WithUrl:
    """With this somewhere in its address."""

    part: str


@dataclass(frozen=True, slots=True)
class InLanguage:
    """In the language of this code: `pt`, `pt-BR`."""

    code: str


@dataclass(frozen=True, slots=True)
class InSection:
    """From this section of its site."""

    name: str


@dataclass(frozen=True, slots=True)
class Dated:
    """With a date from `first` to `last`, both included: days where the user is. None: open on that side."""

    field: DateField
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class State:
    """How it stands in the library: `is:starred`."""

    name: StateName


@dataclass(frozen=True, slots=True)
class Has:
    """With at least one of these; `version`: with more than one."""

    name: HasName


@dataclass(frozen=True, slots=True)
class Length:
    """With at least and at most so many words. None: no bound on that side."""

    least: int | None
    most: int | None


@dataclass(frozen=True, slots=True)
class Not:
    """Without this."""

    part: Part


@dataclass(frozen=True, slots=True)
class And:
    """All of these: two or more."""

    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Or:
    """At least one of these: two or more."""

    parts: tuple[Part, ...]


_InWords: TypeAlias = Word | Phrase
_Named: TypeAlias = Tagged | InCollection | OfSite | WithUrl | InLanguage | InSection
_Bound: TypeAlias = Dated | State | Has | Length
Part: TypeAlias = _InWords | _Named | _Bound | Not | And | Or


def all_of(parts: Iterable[Part | None]) -> Part | None:
    """What asks for all of these; those that ask nothing are left out."""
    flat = _flat(parts, And)
    return And(flat) if len(flat) > 1 else next(iter(flat), None)


def any_of(parts: Iterable[Part | None]) -> Part | None:
    """What asks for at least one of these; those that ask nothing are left out."""
    flat = _flat(parts, Or)
    return Or(flat) if len(flat) > 1 else next(iter(flat), None)


def none_of(part: Part | None) -> Part | None:
    """What asks for the contrary."""
    if part is None:
        return None
    return part.part if isinstance(part, Not) else Not(part)


def _flat(parts: Iterable[Part | None], joint: type[And] | type[Or]) -> tuple[Part, ...]:
    found: dict[Part, None] = {}
    for part in parts:
        if isinstance(part, joint):
            found.update(dict.fromkeys(part.parts))
        elif part is not None:
            found[part] = None
    return tuple(found)


def finished(tree: Part | None) -> Part | None:
    """The same as if a blank stood behind it: no word of it is still being typed."""
    if isinstance(tree, Word):
        return replace(tree, is_open=False)
    if isinstance(tree, And):
        return all_of((*tree.parts[:-1], finished(tree.parts[-1])))
    if isinstance(tree, Or):
        return any_of((*tree.parts[:-1], finished(tree.parts[-1])))
    return tree
