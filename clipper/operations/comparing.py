"""What cleaning again changed of a clip, or would change, in words and lines that a person can check."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Literal

from clipper.article.article import Article
from clipper.article.clip import ClipId
from clipper.errors import ClipperError
from clipper.store.words import terms

LINES = 200
"""Most lines that are named as new or gone."""
_FIELDS = ("title", "published", "updated", "site", "section", "agency", "dateline", "licence")


@dataclass(frozen=True, slots=True)
class FieldChange:
    """A fact of the article that is another one now: `title`, `byline`, `published` ..."""

    name: str
    before: str | None
    after: str | None


@dataclass(frozen=True, slots=True)
class Recleaned:
    """What became of one clip."""

    clip: ClipId
    status: Literal["unchanged", "changed", "failed"]
    title: str | None = None
    """As it is now."""
    words_added: int = 0
    words_gone: int = 0
    added: tuple[str, ...] = ()
    """Lines of the text that are new."""
    gone: tuple[str, ...] = ()
    """Lines of the text that are not there any more."""
    fields: tuple[FieldChange, ...] = ()
    error: ClipperError | None = None
    """Why it failed; then the clip is as it was."""


def failed(clip: ClipId, error: ClipperError) -> Recleaned:
    """A clip that stays as it is because of this."""
    return Recleaned(clip, "failed", error=error)


def compared(clip: ClipId, before: Article, after: Article) -> Recleaned:
    """A clip's article beside what its page gives now. What the user wrote himself is no part of it."""
    words_before, words_after = Counter(terms(before.text)), Counter(terms(after.text))
    lines_before, lines_after = before.text.splitlines(), after.text.splitlines()
    fields = tuple(_fields(before, after))
    is_same = before.text == after.text and before.html == after.html and not fields
    return Recleaned(
        clip,
        "unchanged" if is_same else "changed",
        after.title,
        words_added=(words_after - words_before).total(),
        words_gone=(words_before - words_after).total(),
        added=_missing(lines_after, lines_before),
        gone=_missing(lines_before, lines_after),
        fields=fields,
    )


def _missing(lines: Iterable[str], among: Iterable[str]) -> tuple[str, ...]:
    """Lines that are not among the others, in their order."""
    others = Counter(among)
    found: list[str] = []
    for line in lines:
        if others[line] > 0:
            others[line] -= 1
        else:
            found.append(line)
    return tuple(found[:LINES])


def _fields(before: Article, after: Article) -> Iterator[FieldChange]:
    for name in _FIELDS:
        was, now = getattr(before, name), getattr(after, name)
        if was != now:
            yield FieldChange(name, was, now)
    if before.byline != after.byline:
        yield FieldChange("byline", ", ".join(before.byline) or None, ", ".join(after.byline) or None)
