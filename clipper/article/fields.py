"""What a user can change of a clip beside its text: which fields there are, and a wish to change them."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

FieldName = Literal[
    "title", "byline", "published", "updated", "site", "section", "language", "agency",
    "rights", "medium", "edition", "page", "custom", "text",
]  # fmt: skip
OF_PAGES: tuple[FieldName, ...] = (
    *("title", "byline", "published", "updated", "site", "section", "language", "agency", "text"),
)
"""Fields that the page has a word on: taken back, they say again what it says."""
OF_THE_USER: tuple[FieldName, ...] = ("rights", "medium", "edition", "page", "custom")
"""Fields that only the user fills."""
FIELDS: tuple[FieldName, ...] = (*OF_PAGES[:-1], *OF_THE_USER, "text")
"""All of them, in the order in which they are shown."""
SINGLE: tuple[FieldName, ...] = tuple(name for name in FIELDS if name not in ("byline", "custom", "text"))
"""Fields of one value."""
MEDIA = ("web", "print", "radio", "television", "agency", "social", "podcast", "newsletter")
"""Kinds of medium that have a word in every language; any other text is one too."""


@dataclass(frozen=True, slots=True)
class Rewriting:
    """What is to become of fields. What is named empty is set to nothing, whatever the page says."""

    values: tuple[tuple[FieldName, str], ...] = ()
    """Of SINGLE."""
    byline: tuple[str, ...] | None = None
    custom: tuple[tuple[str, str], ...] = ()
    """Names and values; a name that is there gets the value, an empty value takes the name away."""
    note: str | None = None
    """Markdown; blank takes the note away."""
    reset: frozenset[FieldName] = frozenset()
    """Taken back before anything is set: the page's own word again, or nothing."""


@dataclass(frozen=True, slots=True)
class OwnText:
    """The article as the user rewrote it; as `Article` has them."""

    html: str
    text: str
