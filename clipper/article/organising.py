"""How a library is organised beyond tags and collections: smart collections, rules, and order by hand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from clipper.article.clip import ClipId

Where = Literal["up", "down", "first", "last", "before", "after"]
COLOURS = ("red", "orange", "yellow", "green", "teal", "blue", "purple", "pink", "brown", "grey")
"""Colours by name: a face shows each so that it can be read on a light and on a dark ground. Beside these
any `#rrggbb` is a colour."""


@dataclass(frozen=True, slots=True)
class Spot:
    """Where in an order something is moved to; `other` is what it then stands before or after."""

    where: Where
    other: str | None = None


@dataclass(frozen=True, slots=True)
class Look:
    """How a tag, a collection or a smart collection is shown. None: as it is; an empty text: no more."""

    colour: str | None = None
    """One of COLOURS, or `#rrggbb`."""
    icon: str | None = None
    """A sign such as an emoji, or the name of an icon."""


@dataclass(frozen=True, slots=True)
class SmartCollection:
    """A query with a name. What answers it is looked up anew each time: `clipped:today` is always today."""

    name: str
    query: str
    colour: str | None = None
    icon: str | None = None


@dataclass(frozen=True, slots=True)
class Rule:
    """What is done to a clip that arrives and answers the query."""

    name: str
    query: str
    collections: tuple[str, ...] = ()
    """Paths, made where they do not exist yet."""
    tags: tuple[str, ...] = ()
    starred: bool = False
    enabled: bool = True


@dataclass(frozen=True, slots=True)
class RuleEffect:
    """What a rule changed of a clip that was there, or would change: only what is new for the clip."""

    clip: ClipId
    rule: str
    collections: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    starred: bool = False
